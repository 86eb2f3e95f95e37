#include "render/ImagePainter.h"

#include "model/images/LabelPlacement.h"
#include "render/ColorMap.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double smallestLabelled_px = 14.0;
constexpr double labelRim_px = 4.0;
constexpr double nearest_m = 3.0; ///< the warmest colour
constexpr double farthest_m = 70.0;
constexpr double casing_px = 1.6;      ///< both sides together
constexpr double contourMore_px = 0.6; ///< wider than the cuboid
constexpr double widestLabel = 0.6;    ///< share of the area
constexpr double widestDetails = 1.5;  ///< times the object: a far one's would stand over its neighbours
const QColor plateColor(0x14, 0x17, 0x1c, 0xd8);
const QColor plateText(0xec, 0xef, 0xf3);
const QColor plateDim(0xc0, 0xc8, 0xd2);
const QColor darkCasing(0, 0, 0, 0x90);
const QColor lightCasing(0xff, 0xff, 0xff, 0xd0);

/// The curves of which `isWanted` is true, in the view.
QPainterPath pathOf(const std::vector<PicturedCurve>& curves, const QTransform& view_picture, const auto& isWanted)
{
    // Painters lose their way far outside of the picture.
    constexpr double farthest_px = 20000.0;
    QPainterPath path;
    for (const PicturedCurve& curve : curves) {
        if (!isWanted(curve))
            continue;
        bool isStarted = false;
        for (const Eigen::Vector2d& pixel : curve.pixels) {
            QPointF at = view_picture.map(QPointF(pixel.x(), pixel.y()));
            const double reach = std::max(std::abs(at.x()), std::abs(at.y()));
            if (reach > farthest_px)
                at *= farthest_px / reach;
            isStarted ? path.lineTo(at) : path.moveTo(at);
            isStarted = true;
        }
    }
    return path;
}

/// What is drawn and what is left out, pixels; all is drawn where nothing is left out.
struct Dashes
{
    double drawn_px = 0.0;
    double gap_px = 0.0;
};
constexpr Dashes shortDashes{5.0, 4.0};
constexpr Dashes longDashes{9.0, 6.0};
constexpr Dashes dots{2.0, 4.0};

/// How one object is stroked: dark under bright, so that it shows on any picture; what is worked on on white.
struct Brush
{
    QPainter& painter;
    const QTransform& view_picture;
    QColor casing;
    Derivation derivation; ///< what nobody has put there is told by dots or by a dashed bottom

    void stroke(const std::vector<PicturedCurve>& curves, const QColor& color, double width_px) const
    {
        const bool isFaint = derivation == Derivation::Interpolated;
        const auto isDashed = [this](const PicturedCurve& curve) {
            return curve.isBottom && derivation == Derivation::Propagated;
        };
        stroke(pathOf(curves, view_picture, [](const PicturedCurve& curve) { return curve.isHidden; }), color, 1.0,
            isFaint ? dots : shortDashes);
        stroke(pathOf(curves, view_picture,
                   [&](const PicturedCurve& curve) { return !curve.isHidden && isDashed(curve); }),
            color, width_px, longDashes);
        stroke(pathOf(curves, view_picture,
                   [&](const PicturedCurve& curve) { return !curve.isHidden && !isDashed(curve); }),
            color, isFaint ? std::min(width_px, 1.6) : width_px, isFaint ? dots : Dashes());
    }

private:
    void stroke(const QPainterPath& path, const QColor& color, double width_px, const Dashes& dashes) const
    {
        const bool isFull = dashes.gap_px <= 0.0;
        QPen pen(casing, width_px + casing_px, Qt::SolidLine, isFull ? Qt::RoundCap : Qt::FlatCap, Qt::RoundJoin);
        const auto dash = [&] {
            if (!isFull)
                pen.setDashPattern({dashes.drawn_px / pen.widthF(), dashes.gap_px / pen.widthF()});
        };
        dash();
        painter.strokePath(path, pen);
        pen.setColor(color);
        pen.setWidthF(width_px);
        dash();
        painter.strokePath(path, pen);
    }
};

double widthOf(Standing standing)
{
    return standing == Standing::WorkedOn ? 2.4 : standing == Standing::Hovered ? 2.0 : 1.3;
}

/// What is written beside an object, in one of these ways.
struct Label
{
    const ImageObject* object;
    LabelWish wish;
    std::vector<QStringList> ways; ///< lines, one for each size of the wish
};

Label labelOf(const ImageObject& object, const QFontMetricsF& metrics, const ImageLook& look)
{
    Label label{&object, {}, {}};
    label.wish.about = look.view_picture.mapRect(object.extent).intersected(look.area);
    // What is looked at must be seen, whatever stands behind it.
    label.wish.isNeeded = label.wish.keepsFree = standingOf(object, look) != Standing::Plain;
    const auto add = [&](const QStringList& lines) {
        double width = 0.0;
        for (const QString& line : lines)
            width = std::max(width, metrics.horizontalAdvance(line));
        label.wish.sizes.emplace_back(std::min(width, widestLabel * look.area.width()) + 2.0 * labelRim_px,
            static_cast<double>(lines.size()) * metrics.height() + 2.0);
        label.ways.push_back(lines);
    };
    const double details = metrics.horizontalAdvance(object.details);
    if (details > 0.0 && (label.wish.isNeeded || details < widestDetails * label.wish.about.width()))
        add({object.name, object.details});
    add({object.name});
    return label;
}

void paintLabel(QPainter& painter, const QRectF& place, const QStringList& lines, const QColor& color)
{
    painter.setPen(QPen(color, 1.0));
    painter.setBrush(plateColor);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0);
    const QFontMetricsF metrics(painter.font());
    QRectF line = place.adjusted(labelRim_px, 1.0, -labelRim_px, 0.0);
    line.setHeight(metrics.height());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        painter.setPen(i == 0 ? plateText : plateDim);
        painter.drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(lines[i], Qt::ElideRight, line.width()));
        line.translate(0.0, metrics.height());
    }
}
} // namespace

Standing standingOf(const ImageObject& object, const ImageLook& look)
{
    if (object.isDraft || (object.id.isValid() && object.id == look.selected))
        return Standing::WorkedOn;
    return object.id.isValid() && object.id == look.hovered ? Standing::Hovered : Standing::Plain;
}

void strokeObject(QPainter& painter, const ImageObject& object, Standing standing, const QTransform& view_picture)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const bool hasContour = !object.contour.empty();
    const Brush brush{
        painter, view_picture, standing == Standing::WorkedOn ? lightCasing : darkCasing, object.derivation};
    const double width_px = widthOf(standing);
    QColor edge = object.color;
    // Where there is a contour the cuboid is the scaffolding.
    edge.setAlphaF(standing != Standing::Plain || !hasContour ? 1.0F : 0.55F);
    brush.stroke(object.edges, edge, hasContour ? 1.0 : width_px);
    brush.stroke(object.heading, edge, width_px);
    if (hasContour)
        brush.stroke(object.contour, object.color, width_px + contourMore_px);
}

QRectF strokesOf(const ImageObject& object, const QTransform& view_picture)
{
    QRectF bounds;
    for (const auto* curves : {&object.edges, &object.heading, &object.contour})
        bounds |= pathOf(*curves, view_picture, [](const PicturedCurve&) { return true; }).controlPointRect();
    const double rim = widthOf(Standing::WorkedOn) + contourMore_px + casing_px;
    return bounds.adjusted(-rim, -rim, rim, rim);
}

void paintLabels(QPainter& painter, const std::vector<ImageObject>& objects, const ImageLook& look)
{
    // Who must be read chooses first, then who is near.
    std::vector<Label> labels;
    const QFontMetricsF metrics(painter.font());
    for (auto object = objects.rbegin(); object != objects.rend(); ++object) {
        Label label = labelOf(*object, metrics, look);
        const QRectF& about = label.wish.about;
        const bool isLarge = std::min(about.width(), about.height()) >= smallestLabelled_px;
        if (!about.isEmpty() && (label.wish.isNeeded || isLarge))
            labels.push_back(std::move(label));
    }
    std::stable_partition(labels.begin(), labels.end(), [](const Label& label) { return label.wish.isNeeded; });
    std::vector<LabelWish> wishes;
    for (const Label& label : labels)
        wishes.push_back(label.wish);
    const auto places = placeLabels(wishes, look.area);
    for (std::size_t i = labels.size(); i-- > 0;)
        if (places[i])
            paintLabel(painter, places[i]->place, labels[i].ways[places[i]->size], labels[i].object->color);
}

void paintDepths(QImage& image, const std::vector<PicturedPoint>& points, const QTransform& image_picture, int size_px)
{
    std::array<QRgb, 256> colors{};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const ByteColor color = colorAt(ColorMap::Turbo, 1.0 - static_cast<double>(i) / (colors.size() - 1.0));
        colors[i] = qRgb(color[0], color[1], color[2]);
    }
    const QRect whole = image.rect();
    for (const PicturedPoint& point : points) {
        const QPointF at = image_picture.map(QPointF(static_cast<double>(point.u), static_cast<double>(point.v)));
        const QRect square = QRect(static_cast<int>(std::lround(at.x())) - size_px / 2,
            static_cast<int>(std::lround(at.y())) - size_px / 2, size_px, size_px)
                                 .intersected(whole);
        const double share = std::log(std::max(1.0, point.depth_m / nearest_m)) / std::log(farthest_m / nearest_m);
        const QRgb color = colors[static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * 255.0)];
        for (int y = square.top(); y <= square.bottom(); ++y) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
            std::fill(line + square.left(), line + square.right() + 1, color);
        }
    }
}

void paintSentence(QPainter& painter, const QColor& color, const QRectF& area, const QString& sentence)
{
    painter.setPen(color);
    painter.drawText(area.adjusted(16.0, 8.0, -16.0, -8.0), Qt::AlignCenter | Qt::TextWordWrap, sentence);
}

} // namespace lunkuo
