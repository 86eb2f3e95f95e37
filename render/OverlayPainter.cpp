#include "render/OverlayPainter.h"

#include "model/images/ImageBoard.h"
#include "render/PointColors.h"
#include "render/ViewColors.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double margin_px = 12.0;
constexpr double barWidth_px = 180.0;
constexpr double barHeight_px = 10.0;
constexpr double axisLength_px = 26.0;
constexpr double swatch_px = 10.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OverlayPainter)
};

QString nameOf(ColorBy by)
{
    switch (by) {
    case ColorBy::Height:
        return Text::tr("Height above ground");
    case ColorBy::Intensity:
        return Text::tr("Intensity");
    case ColorBy::Ring:
        return Text::tr("Ring");
    case ColorBy::Rgb:
        return Text::tr("Colour of the cloud");
    case ColorBy::Class:
        return Text::tr("Class");
    case ColorBy::Plain:
        return Text::tr("Plain");
    case ColorBy::Camera:
        return Text::tr("Colour of the images");
    }
    return {};
}

QColor toColor(const ByteColor& rgb)
{
    return {rgb[0], rgb[1], rgb[2]};
}

/// Keeps words readable over points.
void paintGround(QPainter& painter, const ViewColors& colors, const QRectF& words)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.plate);
    painter.drawRoundedRect(words.adjusted(-6.0, -4.0, 6.0, 4.0), 4.0, 4.0);
}

void paintTitle(QPainter& painter, const ViewState& state, const OverlayText& text)
{
    const QFontMetricsF metrics(painter.font());
    QStringList words;
    if (!text.title.isEmpty())
        words << text.title;
    if (state.loaded)
        words << Text::tr("%1 points").arg(QLocale().toString(static_cast<qulonglong>(state.loaded->cloud->size())));
    if (!text.loading.isEmpty())
        words << text.loading;
    const QString line = words.join(QStringLiteral("   "));
    if (line.isEmpty())
        return;
    const ViewColors& colors = ViewColors::of(state.backdrop);
    paintGround(painter, colors, QRectF(margin_px, margin_px, metrics.horizontalAdvance(line), metrics.height()));
    painter.setPen(colors.words);
    painter.drawText(QPointF(margin_px, margin_px + metrics.ascent()), line);
}

/// A number with as many digits as tell the ends of the range apart.
QString rangeNumber(double value, double span)
{
    const int decimals = span >= 20.0 ? 0 : span >= 2.0 ? 1 : 2;
    const double unit = std::pow(10.0, decimals);
    // Adding zero turns -0 into 0.
    return QLocale().toString(std::round(value * unit) / unit + 0.0, 'f', decimals);
}

/// The bar of colours with the ends of its range above it; `place` is as wide as the bar.
void paintRange(QPainter& painter, const ViewState& state, const ColoringInfo& info, const QRectF& place)
{
    const PointColoring& coloring = state.coloring;
    const ColorMap map = mapOf(coloring, *state.loaded->cloud);
    QImage bar(static_cast<int>(barWidth_px), 1, QImage::Format_RGB32);
    for (int x = 0; x < bar.width(); ++x)
        bar.setPixelColor(
            x, 0, toColor(colorAt(map, std::pow(x / (barWidth_px - 1.0), coloring.gamma), state.backdrop)));
    painter.drawImage(QRectF(place.left(), place.bottom() - barHeight_px, barWidth_px, barHeight_px), bar);
    const double span = coloring.maximum - coloring.minimum;
    const auto words = [&](double value) {
        const QString number = rangeNumber(value, span);
        return info.isInMetres ? Text::tr("%1 m").arg(number) : number;
    };
    painter.setPen(ViewColors::of(state.backdrop).hint);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignTop, words(coloring.minimum));
    painter.drawText(place, Qt::AlignRight | Qt::AlignTop, words(coloring.maximum));
}

void paintClasses(QPainter& painter, const ViewState& state, const QPointF& bottomLeft)
{
    const QFontMetricsF metrics(painter.font());
    const double line = metrics.height() + 2.0;
    const auto& classes = state.scene.taxonomy.classes;
    double width = metrics.horizontalAdvance(nameOf(ColorBy::Class));
    for (const ClassDef& type : classes)
        width = std::max(width, swatch_px + 6.0 + metrics.horizontalAdvance(type.name.in(state.locale)));
    const double height = line * static_cast<double>(classes.size() + 1);
    QRectF row(bottomLeft.x(), bottomLeft.y() - height, width, line);
    const ViewColors& colors = ViewColors::of(state.backdrop);
    paintGround(painter, colors, QRectF(row.topLeft(), QSizeF(width, height)));
    painter.setPen(colors.hint);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, nameOf(ColorBy::Class));
    painter.setPen(colors.words);
    for (const ClassDef& type : classes) {
        row.translate(0.0, line);
        painter.fillRect(QRectF(row.left(), row.center().y() - 0.5 * swatch_px, swatch_px, swatch_px),
            colors.inked(QColor::fromRgb(type.color)));
        painter.drawText(
            row.adjusted(swatch_px + 6.0, 0.0, 0.0, 0.0), Qt::AlignLeft | Qt::AlignVCenter, type.name.in(state.locale));
    }
}

void paintLegend(QPainter& painter, const ViewState& state)
{
    if (!state.loaded)
        return;
    const PointColoring& coloring = state.coloring;
    const QPointF corner(margin_px, state.camera.viewport().height() - margin_px);
    if (coloring.by == ColorBy::Class) {
        paintClasses(painter, state, corner);
        return;
    }
    ColoringInfo info = coloringInfo(coloring.by, *state.loaded->cloud);
    info.available &= coloring.by != ColorBy::Camera || (state.images && !state.images->views().empty());
    const bool hasBar = info.available && info.hasRange;
    const QString name =
        info.available ? nameOf(coloring.by) : Text::tr("%1: this frame has none").arg(nameOf(coloring.by));
    const QFontMetricsF metrics(painter.font());
    const double range = hasBar ? metrics.height() + 6.0 + barHeight_px : 0.0;
    const double width = std::max(metrics.horizontalAdvance(name), hasBar ? barWidth_px : 0.0);
    const QRectF all(corner.x(), corner.y() - metrics.height() - range, width, metrics.height() + range);
    const ViewColors& colors = ViewColors::of(state.backdrop);
    paintGround(painter, colors, all);
    painter.setPen(colors.words);
    painter.drawText(all, Qt::AlignLeft | Qt::AlignTop, name);
    if (hasBar)
        paintRange(painter, state, info, QRectF(corner.x(), corner.y() - range, barWidth_px, range));
}

/// Where x, y and z point, at the lower right.
void paintAxes(QPainter& painter, const ViewState& state)
{
    struct Axis
    {
        Eigen::Vector3d direction;
        QColor color;
        QString name;
    };
    const auto ink = [&state](const ByteColor& color) { return toColor(on(state.backdrop, color)); };
    const std::array<Axis, 3> axes{{{Eigen::Vector3d::UnitX(), ink({0xf0, 0x7a, 0x6e}), QStringLiteral("x")},
        {Eigen::Vector3d::UnitY(), ink({0x7c, 0xd0, 0x80}), QStringLiteral("y")},
        {Eigen::Vector3d::UnitZ(), ink({0x7a, 0xac, 0xff}), QStringLiteral("z")}}};
    const QSizeF view = state.camera.viewport();
    const double room = margin_px + axisLength_px + 8.0;
    const QPointF center(view.width() - room, view.height() - room);
    for (const Axis& axis : axes) {
        const QPointF tip(axis.direction.dot(state.camera.right()), -axis.direction.dot(state.camera.up()));
        painter.setPen(QPen(axis.color, 2.0, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(center, center + axisLength_px * tip);
        if (std::hypot(tip.x(), tip.y()) > 0.15)
            painter.drawText(QRectF(center + (axisLength_px + 8.0) * tip - QPointF(8.0, 8.0), QSizeF(16.0, 16.0)),
                Qt::AlignCenter, axis.name);
    }
}

/// At the lower edge, where the eye is on the way.
void paintMode(QPainter& painter, const ViewColors& colors, const QSizeF& view, const QString& words)
{
    const QFontMetricsF metrics(painter.font());
    QRectF place(QPointF(),
        QSizeF(std::min(view.width() - 4.0 * margin_px, metrics.horizontalAdvance(words) + 2.0), metrics.height()));
    place.moveCenter({0.5 * view.width(), 0.0});
    place.moveBottom(view.height() - 7.0 * margin_px);
    paintGround(painter, colors, place);
    painter.setPen(colors.words);
    painter.drawText(place, Qt::AlignCenter, metrics.elidedText(words, Qt::ElideRight, place.width()));
}

void paintProblem(QPainter& painter, const ViewColors& colors, const QSizeF& view, const QString& sentence)
{
    const QRectF all(QPointF(), view);
    const QRectF room = all.adjusted(48.0, 48.0, -48.0, -48.0);
    const int flags = Qt::AlignCenter | Qt::TextWordWrap;
    const QRectF words = painter.boundingRect(room, flags, sentence);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.plate);
    painter.drawRoundedRect(words.adjusted(-16.0, -12.0, 16.0, 12.0), 4.0, 4.0);
    painter.setPen(colors.words);
    painter.drawText(room, flags, sentence);
}

} // namespace

void paintOverlay(QPainter& painter, const ViewState& state, const OverlayText& text)
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintTitle(painter, state, text);
    paintLegend(painter, state);
    paintAxes(painter, state);
    if (!text.mode.isEmpty())
        paintMode(painter, ViewColors::of(state.backdrop), state.camera.viewport(), text.mode);
    if (!text.problem.isEmpty())
        paintProblem(painter, ViewColors::of(state.backdrop), state.camera.viewport(), text.problem);
}

} // namespace lunkuo
