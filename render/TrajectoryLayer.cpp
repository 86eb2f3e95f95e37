#include "render/TrajectoryLayer.h"

#include "model/sequence/WorldPose.h"
#include "render/Marks.h"
#include "render/PointColors.h"
#include "render/SpeedPlaces.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{
constexpr double arrowEvery_m = 4.0;
constexpr double arrow_m = 0.7;
constexpr double smallestArrow_px = 5.0;
constexpr double piece_m = 1.0; ///< what lies behind the eye falls away piece by piece
constexpr int mostPieces = 64;
constexpr double disc_px = 3.2;
constexpr double line_px = 1.8;
constexpr double dash_px = 6.0;
constexpr double shortestWay_m = 1.0; ///< below it the object stands: its two ends need no words
constexpr int reach = 200; ///< frames either way: farther off it is out of sight, and long ways take long to draw
constexpr double leastShown_mps = 0.3; ///< what is slower stands, but for what boxes differ
constexpr double kilometresPerHour = 3.6;
const QColor casing(0, 0, 0, 0xb0);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TrajectoryLayer)
};

void addLine(QPainterPath& path, const ViewCamera& camera, const Eigen::Vector3d& from, const Eigen::Vector3d& to)
{
    const int pieces = std::clamp(static_cast<int>(std::ceil((to - from).norm() / piece_m)), 1, mostPieces);
    std::optional<QPointF> before = camera.pixelOf(from);
    for (int i = 1; i <= pieces; ++i) {
        const auto pixel = camera.pixelOf(from + (to - from) * (static_cast<double>(i) / pieces));
        if (before && pixel) {
            if (path.elementCount() == 0 || path.currentPosition() != *before)
                path.moveTo(*before);
            path.lineTo(*pixel);
        }
        before = pixel;
    }
}

/// Dark under bright, so that it shows on any ground.
void strokeTwice(QPainter& painter, const QPainterPath& path, const QColor& color, bool dashed)
{
    QPen pen(casing, line_px + 2.0, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const auto stroke = [&] {
        // In pixels, so that bright dashes lie on dark ones.
        if (dashed)
            pen.setDashPattern({dash_px / pen.widthF(), dash_px / pen.widthF()});
        painter.strokePath(path, pen);
    };
    stroke();
    pen.setColor(color);
    pen.setWidthF(line_px);
    stroke();
}

/// Where the objects are on the screen that hands are on: their points and grips must be seen.
std::vector<QPolygonF> workedOn(const ViewState& state)
{
    std::vector<QPolygonF> parts;
    for (const ShapeId id : state.scene.shapesOf(state.frame))
        if (const Shape& shape = state.scene.shapes.at(id); state.isSelected(id) && state.isShown(shape))
            parts.push_back(screenOf(shape.cuboid, state.camera));
    if (state.draft.shape)
        parts.push_back(screenOf(state.draft.shape->cuboid, state.camera));
    return parts;
}

} // namespace

void TrajectoryLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Shapes | Aspect::Selection | Aspect::Look)))
        return;
    m_stretches.clear();
    m_keyFrames.clear();
    m_arrows.clear();
    m_speeds.clear();
    const auto frame = state.scene.frames.find(state.frame);
    const TrackId id = state.followed ? state.followed->id() : TrackId();
    const auto track = state.scene.tracks.find(id);
    if (!state.pathShown || frame == state.scene.frames.end() || track == state.scene.tracks.end() ||
        (state.selection && !state.selection->isShown(id)))
        return;
    m_classId = track->second.classId;
    const int here = frame->second.index;
    follow(TrackPath(state.scene, id, frame->second.sequence, here - reach, here + reach),
        world_sensor(frame->second).m.inverse(), state.frame);
}

void TrajectoryLayer::follow(const TrackPath& path, const Eigen::Isometry3d& sensor_world, FrameId current)
{
    // Of an object in one frame only there is no way.
    if (path.places().size() < 2)
        return;
    std::vector<Eigen::Vector3d> feet;
    for (const PathPlace& place : path.places()) {
        feet.push_back(sensor_world * place.foot);
        if (place.derivation == Derivation::KeyFrame)
            m_keyFrames.push_back(feet.back());
    }
    addStretches(path, feet);
    addArrows(path, feet, sensor_world);
    addSpeeds(path, feet, current);
}

void TrajectoryLayer::addStretches(const TrackPath& path, const std::vector<Eigen::Vector3d>& feet)
{
    for (std::size_t i = 1; i < feet.size(); ++i) {
        const bool isKnown = path.isKnownUpTo(i);
        if (m_stretches.empty() || m_stretches.back().isKnown != isKnown)
            m_stretches.push_back({isKnown, {feet[i - 1]}});
        m_stretches.back().points.push_back(feet[i]);
    }
}

void TrajectoryLayer::addArrows(
    const TrackPath& path, const std::vector<Eigen::Vector3d>& feet, const Eigen::Isometry3d& to)
{
    double way_m = 0.5 * arrowEvery_m;
    for (std::size_t i = 1; i < feet.size(); ++i) {
        const Eigen::Vector3d step = feet[i] - feet[i - 1];
        const double length_m = step.norm();
        for (; way_m < length_m; way_m += arrowEvery_m) {
            const double share = way_m / length_m;
            const std::size_t nearer = share < 0.5 ? i - 1 : i;
            m_arrows.push_back({feet[i - 1] + share * step, to.linear() * path.places()[nearer].heading});
        }
        way_m -= length_m;
    }
}

void TrajectoryLayer::addSpeeds(const TrackPath& path, const std::vector<Eigen::Vector3d>& feet, FrameId current)
{
    double way_m = 0.0;
    for (std::size_t i = 1; i < feet.size(); ++i)
        way_m += (feet[i] - feet[i - 1]).norm();
    for (std::size_t i = 0; i < feet.size(); ++i) {
        const bool isHere = path.places()[i].frame == current;
        const bool isEnd = i == 0 || i + 1 == feet.size();
        if (!isHere && (!isEnd || way_m < shortestWay_m))
            continue;
        if (const auto speed = path.speedAt(i))
            m_speeds.push_back({feet[i], *speed, path.places()[i].isTimed, isHere});
    }
    // Who is written first has the room.
    std::stable_partition(m_speeds.begin(), m_speeds.end(), [](const Speed& speed) { return speed.isHere; });
}

void TrajectoryLayer::paintOver(QPainter& painter, const ViewState& state)
{
    if (m_stretches.empty())
        return;
    const ViewCamera& camera = state.camera;
    const ByteColor ink = classColor(state.scene.taxonomy, m_classId);
    const QColor color = QColor(ink[0], ink[1], ink[2]).lighter(115);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Stretch& stretch : m_stretches) {
        QPainterPath path;
        for (std::size_t i = 1; i < stretch.points.size(); ++i)
            addLine(path, camera, stretch.points[i - 1], stretch.points[i]);
        strokeTwice(painter, path, color, !stretch.isKnown);
    }
    paintArrows(painter, camera, color);
    painter.setPen(QPen(casing, 1.2));
    painter.setBrush(color);
    for (const Eigen::Vector3d& place : m_keyFrames)
        if (const auto pixel = camera.pixelOf(place))
            painter.drawEllipse(*pixel, disc_px, disc_px);
    paintSpeeds(painter, state, color);
    painter.restore();
}

void TrajectoryLayer::paintArrows(QPainter& painter, const ViewCamera& camera, const QColor& color) const
{
    for (const Arrow& arrow : m_arrows) {
        const Eigen::Vector3d across = Eigen::Vector3d::UnitZ().cross(arrow.heading);
        const Eigen::Vector3d back = arrow.tip - arrow_m * arrow.heading;
        const auto tip = camera.pixelOf(arrow.tip);
        const auto left = camera.pixelOf(back + 0.5 * arrow_m * across);
        const auto right = camera.pixelOf(back - 0.5 * arrow_m * across);
        if (!tip || !left || !right || arrow_m / camera.metresPerPixel(arrow.tip) < smallestArrow_px)
            continue;
        QPainterPath chevron(*left);
        chevron.lineTo(*tip);
        chevron.lineTo(*right);
        strokeTwice(painter, chevron, color, false);
    }
}

QString speedWords(double metresPerSecond, bool isTimed)
{
    if (isTimed)
        return Text::tr("%1 km/h").arg(std::lround(kilometresPerHour * metresPerSecond));
    return Text::tr("%1 m per frame").arg(usualPeriod_s * metresPerSecond, 0, 'f', 2);
}

void TrajectoryLayer::paintSpeeds(QPainter& painter, const ViewState& state, const QColor& color) const
{
    std::vector<SpeedWish> wishes;
    std::vector<bool> here;
    for (const Speed& speed : m_speeds) {
        const auto pixel = state.camera.pixelOf(speed.place);
        if (!pixel || speed.metresPerSecond < leastShown_mps)
            continue;
        const QString words = speedWords(speed.metresPerSecond, speed.isTimed);
        wishes.push_back({*pixel, words, plateRect(painter, QPointF(), words).size()});
        here.push_back(speed.isHere);
    }
    const auto places = placeSpeeds(wishes, workedOn(state), QRectF(QPointF(), state.camera.viewport()));
    const ViewColors& colors = ViewColors::of(state.backdrop);
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i])
            paintPlate(painter, colors, QPointF(places[i]->center().x(), places[i]->bottom()), wishes[i].words,
                here[i] ? colors.here : color);
}

} // namespace lunkuo
