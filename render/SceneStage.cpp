#include "render/SceneStage.h"

#include "model/completion/GroundRound.h"
#include "render/DraftLayer.h"
#include "render/GridLayer.h"
#include "render/PointLayer.h"
#include "render/SensorLayer.h"
#include "render/ShapeLayer.h"
#include "render/SightLayer.h"
#include "render/SuggestionLayer.h"
#include "render/TrajectoryLayer.h"
#include "render/VerdictLayer.h"
#include "render/ViewColors.h"

#include <QGuiApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>
#include <vtkCamera.h>
#include <vtkRenderer.h>

namespace lunkuo
{

namespace
{
constexpr double farthestGround_m = 2000.0;
constexpr int anchorRadius_px = 12;
constexpr int patience_ms = 100;
constexpr int rest_ms = 40; ///< longer than from one step of a movement to the next

constexpr double strayPoints = 0.015;             ///< share of all that a view of the whole may leave out at each edge
constexpr double leastReach_m = 2.0;              ///< round a cloud, however small it is
constexpr double emptyReach_m = 14.0;             ///< round the sensor where there is no point
const QMarginsF wholeRim_px(8.0, 40.0, 8.0, 8.0); ///< above are the names

/// Where the ground is below a point, wherever that is known.
double groundOr(const PreparedFrame& frame, const Eigen::Vector3d& point, double otherwise)
{
    const double height = frame.groundHeight(point.x(), point.y());
    return std::isfinite(height) ? height : otherwise;
}

/// Some thousands of the points.
std::vector<Eigen::Vector3d> sample(const PointCloud& cloud)
{
    const std::size_t step = std::max<std::size_t>(1, cloud.size() / 20000);
    std::vector<Eigen::Vector3d> points;
    for (std::size_t i = 0; i < cloud.size(); i += step)
        points.push_back(cloud.point(i));
    return points;
}
} // namespace

SceneStage::SceneStage(VtkCanvas& canvas, const Document& document, const ToolController& tools)
    : m_canvas(canvas)
    , m_state{document.scene(), tools.draft()}
{
    setPointDrawing(PointDrawing::Automatic);
    vtkRenderer& renderer = canvas.renderer();
    // First, as the points may be a picture under all else.
    auto points = std::make_unique<PointLayer>(renderer, [this] { touch(); });
    m_points = points.get();
    m_layers.push_back(std::move(points));
    m_layers.push_back(std::make_unique<GridLayer>(renderer));
    m_layers.push_back(std::make_unique<SensorLayer>(renderer));
    m_layers.push_back(std::make_unique<TrajectoryLayer>());
    m_layers.push_back(std::make_unique<SuggestionLayer>(renderer));
    m_layers.push_back(std::make_unique<ShapeLayer>(renderer));
    m_layers.push_back(std::make_unique<VerdictLayer>(renderer));
    m_layers.push_back(std::make_unique<DraftLayer>(renderer));
    QObject::connect(&m_paint, &PointPaint::heightsArrived, &m_paint, [this] { touch(Aspect::Filter); });
    m_layers.push_back(std::make_unique<SightLayer>());
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience_ms);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { m_canvas.requestRepaint(); });
    m_rest.setSingleShot(true);
    m_rest.setInterval(rest_ms);
    QObject::connect(&m_rest, &QTimer::timeout, &m_rest, [this] { drawAhead(); });
    canvas.setBeforeRender([this] { prepare(); });
    canvas.setOverlay([this](QPainter& painter) {
        for (const auto& layer : m_layers)
            layer->paintOver(painter, m_state);
        paintOverlay(painter, m_state, m_text);
        drawAheadSoon();
    });
}

SceneStage::~SceneStage()
{
    m_canvas.setBeforeRender({});
    m_canvas.setOverlay({});
}

void SceneStage::touch(Aspects changed)
{
    m_changed |= changed;
    m_unpainted |= changed;
    const bool canWait = changed && m_patience.isActive();
    if (!canWait)
        m_canvas.requestRepaint();
}

void SceneStage::awaitFrame()
{
    if (!m_state.loaded) {
        touch();
        return;
    }
    if (!m_patience.isActive())
        m_patience.start();
    // Whoever heard of the new frame before may have asked for the picture already.
    m_canvas.withdrawRepaint();
}

void SceneStage::stay()
{
    m_patience.stop();
    touch();
}

void SceneStage::show(const LoadedFramePtr& frame)
{
    m_patience.stop();
    m_state.loaded = frame;
    m_state.frame = frame ? frame->id : FrameId{};
    m_state.origin = frame ? frame->cloud->offset : Eigen::Vector3d::Zero();
    if (frame) {
        const Eigen::Vector3d& sensor = frame->prepared->sensorOrigin();
        m_state.groundBelow = {sensor.x(), sensor.y(), groundRound(*frame->prepared, sensor)};
        setColoring(m_state.coloring);
    }
    touch(Aspects(Aspect::Cloud) | Aspect::Shapes | Aspect::Selection | Aspect::Draft | Aspect::Look |
          Aspect::Suggestions);
}

void SceneStage::setColoring(const PointColoring& coloring)
{
    m_state.coloring = m_state.loaded ? withRange(coloring, *m_state.loaded) : coloring;
    touch(Aspect::Coloring);
}

void SceneStage::setPointDrawing(PointDrawing drawing)
{
    const bool onProcessor = drawing == PointDrawing::Processor ||
                             (drawing == PointDrawing::Automatic && isSoftwareRenderer(m_canvas.graphicsName()));
    if (std::exchange(m_state.onProcessor, onProcessor) != onProcessor)
        touch(Aspects(Aspect::Cloud) | Aspect::Look);
}

/// Inks and what is hidden, for the state as it is now.
void SceneStage::freshen()
{
    if (m_unpainted)
        m_changed |= m_paint.update(m_state, std::exchange(m_unpainted, {}));
}

const HiddenPtr& SceneStage::hidden()
{
    freshen();
    return m_state.hidden;
}

void SceneStage::prepare()
{
    const double ratio = m_canvas.devicePixelRatioF();
    const QString locale = QLocale().name();
    if (ratio != m_state.pixelRatio || locale != m_state.locale) {
        m_state.pixelRatio = ratio;
        m_state.locale = locale;
        m_changed |= Aspects(Aspect::Shapes) | Aspect::Draft | Aspect::Look;
    }
    freshen();
    if (m_changed) {
        m_bounds.setEmpty();
        for (const auto& layer : m_layers) {
            layer->update(m_state, m_changed);
            m_bounds.extend(layer->bounds());
        }
        m_changed = {};
    }
    const QColor& ground = ViewColors::of(m_state.backdrop).scene;
    m_canvas.renderer().SetBackground(ground.redF(), ground.greenF(), ground.blueF());
    m_state.camera.setBounds(m_bounds);
    aim();
    for (const auto& layer : m_layers)
        layer->beforePicture(m_state);
}

void SceneStage::drawAheadSoon()
{
    if (m_frameAhead && m_state.onProcessor && m_state.loaded)
        m_rest.start();
}

void SceneStage::drawAhead()
{
    const LoadedFramePtr next = m_frameAhead();
    // While something is dragged the next picture comes before the next frame.
    const bool isWorthIt = next && QGuiApplication::mouseButtons() == Qt::NoButton && m_state.onProcessor &&
                           m_state.loaded && next != m_state.loaded && next->cloud->size() <= mostPointsAhead &&
                           !m_patience.isActive();
    if (!isWorthIt)
        return;
    ViewState then = m_state;
    then.loaded = next;
    then.frame = next->id;
    then.origin = next->cloud->offset;
    then.coloring = withRange(m_state.coloring, *next);
    m_paint.makeAhead(then);
    Eigen::AlignedBox3d bounds = boundsOf(*next->cloud);
    for (const auto& layer : m_layers)
        if (layer.get() != m_points)
            bounds.extend(layer->bounds());
    then.camera.setBounds(bounds);
    m_points->drawAhead(then);
}

void SceneStage::aim()
{
    const ViewCamera& from = m_state.camera;
    const Eigen::Vector3d eye = from.drawingEye() - m_state.origin;
    const Eigen::Vector3d ahead = eye + from.forward();
    const Eigen::Vector3d up = from.up();
    const ViewCamera::ClipRange range = from.clipRange();
    vtkCamera* camera = m_canvas.renderer().GetActiveCamera();
    camera->SetParallelProjection(from.isOrthographic() ? 1 : 0);
    camera->SetParallelScale(0.5 * from.heightAtFocus_m());
    camera->SetViewAngle(from.verticalAngle() * 180.0 / M_PI);
    camera->SetPosition(eye.data());
    camera->SetFocalPoint(ahead.data());
    camera->SetViewUp(up.data());
    camera->SetClippingRange(range.near_m, range.far_m);
}

std::optional<Eigen::Vector3d> SceneStage::pointAt(const QPointF& pixel, double radius_px)
{
    if (!m_state.loaded)
        return std::nullopt;
    const ViewCamera& camera = m_state.camera;
    const auto unseen = hidden() ? std::span(m_state.hidden->points) : std::span<const std::uint8_t>();
    const auto picked = m_state.loaded->index->pick(
        camera.ray(pixel), radius_px * camera.tanPixel(), radius_px * camera.pixelSize_m(), unseen);
    if (!picked)
        return std::nullopt;
    return m_state.loaded->cloud->point(*picked);
}

std::optional<Eigen::Vector3d> SceneStage::groundAt(const QPointF& pixel) const
{
    const Ray ray = m_state.camera.ray(pixel);
    double height = m_state.groundBelow.z();
    std::optional<Eigen::Vector3d> meeting;
    // A few rounds find the place on ground that slopes.
    for (int round = 0; round < 4; ++round) {
        const double distance = (height - ray.origin.z()) / ray.direction.z();
        const bool inReach = distance > 0.0 && (m_state.camera.isOrthographic() || distance < farthestGround_m);
        if (!std::isfinite(distance) || !inReach)
            return std::nullopt;
        meeting = ray.at(distance);
        if (m_state.loaded)
            height = groundOr(*m_state.loaded->prepared, *meeting, height);
    }
    return meeting;
}

Eigen::Vector3d SceneStage::anchorAt(const QPointF& pixel)
{
    if (const auto point = pointAt(pixel, anchorRadius_px))
        return *point;
    if (const auto ground = groundAt(pixel))
        return *ground;
    const ViewCamera& camera = m_state.camera;
    const Ray ray = camera.ray(pixel);
    return ray.at(camera.depthOf(camera.focalPoint()) / ray.direction.dot(camera.forward()));
}

bool SceneStage::hasPointsRound(const Eigen::Vector3d& place, double radius_m)
{
    if (!m_state.loaded)
        return false;
    const HiddenPtr& unseen = hidden();
    const std::vector<std::uint32_t> points = m_state.loaded->index->within(place, radius_m);
    return std::any_of(points.begin(), points.end(),
        [&unseen](std::uint32_t point) { return !unseen || unseen->points.empty() || unseen->points[point] == 0; });
}

void SceneStage::fitAll()
{
    std::vector<Eigen::Vector3d> objects;
    for (const ShapeId id : m_state.scene.shapesOf(m_state.frame))
        if (const Shape& shape = m_state.scene.shapes.at(id); m_state.isShown(shape))
            std::ranges::copy(shape.cuboid.corners(), std::back_inserter(objects));
    std::vector<Eigen::Vector3d> points;
    if (m_state.loaded)
        points = sample(*m_state.loaded->cloud);
    // What is small, or not there at all, is shown with its surroundings.
    const Eigen::Vector3d middle = points.empty() ? m_state.groundBelow : points[points.size() / 2];
    for (const double side : {-1.0, 1.0})
        objects.push_back(middle + side * (points.empty() ? emptyReach_m : leastReach_m) * Eigen::Vector3d(1, 1, 0));
    camera().fitPlaces(objects, points, strayPoints, wholeRim_px);
    touch();
}

} // namespace lunkuo
