#include "render/SideFigures.h"

#include "model/geometry/Angles.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <array>
#include <optional>

namespace lunkuo
{

namespace
{

constexpr double gap_px = 4.0;
constexpr double arrowReach_px = 8.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SideView)
};

QRectF around(const QPointF& middle, double reach)
{
    return {middle - QPointF(reach, reach), 2.0 * QSizeF(reach, reach)};
}

/// What must stay free.
struct Obstacles
{
    explicit Obstacles(const SideDrawing& drawing)
        : fixed(drawing.taken)
    {
        for (const Eigen::Vector3d& corner : drawing.shape.cuboid.corners())
            object |= around(drawing.pixelOf(drawing.sight.onPlane(corner)), sideGripRadius_px);
        const bool isEndOn = axisOf(drawing.sight.towards()) == 0;
        const QPointF front = drawing.pixelOfSide(isEndOn ? Eigen::Vector3i(0, 0, 1) : Eigen::Vector3i(1, 0, 0));
        const QPointF middle = drawing.pixelOfObject(Eigen::Vector3d::Zero());
        fixed.push_back(around(front, sideGripRadius_px) | around(drawing.turnGrip(), sideGripRadius_px + 2.0));
        fixed.push_back(around(middle, arrowReach_px));
        if (!isEndOn)
            fixed.back() |= around(front, arrowReach_px);
        const Eigen::Vector3i right = drawing.sight.right();
        const Eigen::Vector3i up = drawing.sight.up();
        for (const int x : {-1, 0, 1})
            for (const int y : {-1, 0, 1})
                fixed.push_back(around(drawing.pixelOfSide(x * right + y * up), sideGripRadius_px));
    }

    [[nodiscard]] bool isFree(const QRectF& plate, bool mayLieOnObject) const
    {
        const auto isCovered = [&plate](const QRectF& other) { return other.intersects(plate); };
        return (mayLieOnObject || !isCovered(object)) && std::none_of(fixed.begin(), fixed.end(), isCovered);
    }

    QRectF object;
    std::vector<QRectF> fixed;
};

/// A figure that has yet to find its place.
struct Wish
{
    QString words;
    QString sign; ///< before the words where they do not stand beside what they measure
    bool isAcross = true;
    bool isMeant = false;
};

/// Places above and below a rectangle, the middle ones first.
std::vector<QRectF> aboveAndBelow(const QRectF& object, const QSizeF& size)
{
    const double above = object.top() - gap_px - size.height();
    const double below = object.bottom() + gap_px;
    const double middle = object.center().x() - 0.5 * size.width();
    std::vector<QRectF> places;
    for (const double left : {middle, object.left(), object.right() - size.width()})
        for (const double top : {below, above})
            places.emplace_back(QPointF(left, top), size);
    return places;
}

/// The same to its left and its right.
std::vector<QRectF> aside(const QRectF& object, const QSizeF& size)
{
    const double middle = object.center().y() - 0.5 * size.height();
    std::vector<QRectF> places;
    for (const double top : {middle, object.top(), object.bottom() - size.height()})
        for (const double left : {object.left() - gap_px - size.width(), object.right() + gap_px})
            places.emplace_back(QPointF(left, top), size);
    return places;
}

std::vector<QRectF> cornersOf(const QRectF& room, const QSizeF& size)
{
    const QRectF inner = room.adjusted(gap_px, gap_px, -gap_px, -gap_px);
    const double right = inner.right() - size.width();
    const double bottom = inner.bottom() - size.height();
    return {QRectF(QPointF(right, inner.top()), size), QRectF(QPointF(inner.left(), bottom), size),
        QRectF(QPointF(right, bottom), size), QRectF(inner.topLeft(), size)};
}

std::optional<QRectF> firstFree(
    const std::vector<QRectF>& places, const Obstacles& obstacles, const QRectF& room, bool mayLieOnObject = false)
{
    const auto free = std::find_if(places.begin(), places.end(),
        [&](const QRectF& plate) { return room.contains(plate) && obstacles.isFree(plate, mayLieOnObject); });
    return free == places.end() ? std::nullopt : std::optional(*free);
}

std::optional<SideFigure> placed(
    const Wish& wish, const Obstacles& obstacles, const QFontMetricsF& metrics, const QRectF& room)
{
    const QRectF& object = obstacles.object;
    const QSizeF size = figurePlate(metrics, wish.words);
    if (const auto plate =
            firstFree(wish.isAcross ? aboveAndBelow(object, size) : aside(object, size), obstacles, room))
        return SideFigure{wish.words, *plate, wish.isMeant};
    const QString signedWords = wish.sign + QLatin1Char(' ') + wish.words;
    const QSizeF larger = figurePlate(metrics, signedWords);
    auto plate = firstFree(wish.isAcross ? aside(object, larger) : aboveAndBelow(object, larger), obstacles, room);
    if (!plate)
        plate = firstFree(cornersOf(room, larger), obstacles, room);
    if (!plate && wish.isMeant)
        plate = firstFree(cornersOf(room, larger), obstacles, room, true);
    return plate ? std::optional(SideFigure{signedWords, *plate, wish.isMeant}) : std::nullopt;
}

/// The one of the three angles that turning in this view changes.
double angleSeen(const SideDrawing& drawing)
{
    const Cuboid& cuboid = drawing.shape.cuboid;
    switch (axisOf(drawing.sight.towards())) {
    case 0:
        return cuboid.roll();
    case 1:
        return cuboid.pitch();
    default:
        return cuboid.yaw();
    }
}

/// Beside the grip that is held.
std::optional<SideFigure> angleFigure(
    const SideDrawing& drawing, const Obstacles& obstacles, const QFontMetricsF& metrics, const QRectF& room)
{
    if (!drawing.grip || drawing.grip->kind != SideGrip::Kind::Turn)
        return std::nullopt;
    const QString words = Text::tr("%1°").arg(QLocale().toString(degrees(angleSeen(drawing)), 'f', 1));
    const QSizeF size = figurePlate(metrics, words);
    const QRectF grip = around(drawing.turnGrip(), sideGripRadius_px + 2.0);
    std::vector<QRectF> places = aboveAndBelow(grip, size);
    std::ranges::copy(aside(grip, size), std::back_inserter(places));
    std::ranges::copy(cornersOf(room, size), std::back_inserter(places));
    const auto plate = firstFree(places, obstacles, room);
    return plate ? std::optional(SideFigure{words, *plate, true}) : std::nullopt;
}

} // namespace

QSizeF figurePlate(const QFontMetricsF& metrics, const QString& words)
{
    return metrics.size(Qt::TextSingleLine, words) + QSizeF(6.0, 0.0);
}

std::vector<SideFigure> figuresOf(const SideDrawing& drawing, const QFontMetricsF& metrics, const QRectF& room)
{
    const Eigen::Vector2d extent = drawing.sight.extentOf(drawing.shape.cuboid.size);
    const auto metres = [](double value) { return Text::tr("%1 m").arg(QLocale().toString(value, 'f', 2)); };
    const auto isMeant = [&](const Eigen::Vector3i& axis) { return drawing.grip && drawing.grip->side.dot(axis) != 0; };
    std::array wishes{Wish{metres(extent.x()), QStringLiteral("↔"), true, isMeant(drawing.sight.right())},
        Wish{metres(extent.y()), QStringLiteral("↕"), false, isMeant(drawing.sight.up())}};
    std::stable_partition(wishes.begin(), wishes.end(), [](const Wish& wish) { return wish.isMeant; });

    Obstacles obstacles(drawing);
    std::vector<SideFigure> figures;
    const auto take = [&](const std::optional<SideFigure>& figure) {
        if (!figure)
            return;
        obstacles.fixed.push_back(figure->plate);
        figures.push_back(*figure);
    };
    take(angleFigure(drawing, obstacles, metrics, room));
    for (const Wish& wish : wishes)
        take(placed(wish, obstacles, metrics, room));
    return figures;
}

} // namespace lunkuo
