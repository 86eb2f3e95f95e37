#include "render/raster/RasterPoints.h"

#include "render/raster/PointScreen.h"

#include <QElapsedTimer>
#include <QTimer>
#include <cmath>
#include <vtkNew.h>
#include <vtkRenderer.h>

namespace lunkuo
{

namespace
{
constexpr double movingBudget_ms = 16.0;       ///< for points; the rest of 33 ms is for all else that a picture takes
constexpr std::size_t alwaysWhole = 1'000'000; ///< that few points are never thinned out
constexpr std::size_t worthMeasuring = 100'000;
constexpr int rest_ms = 120;

std::size_t countOf(std::span<const PointChunk> chunks)
{
    std::size_t count = 0;
    for (const PointChunk& chunk : chunks)
        count += chunk.points.count;
    return count;
}

/// All that the pixels' cells depend on.
struct Sighting
{
    RasterCamera camera;
    RasterSize size;
    QSize picture;
    LoadedFramePtr frame;
    HiddenPtr hidden;

    friend bool operator==(const Sighting&, const Sighting&) = default;
};

/// And what their colours depend on besides.
struct Inking
{
    std::shared_ptr<const std::vector<PointInk>> inks;
    int reach_px = 0;
    PointPicture::Ink paper{};

    friend bool operator==(const Inking&, const Inking&) = default;
};

Sighting sightingOf(const ViewState& state)
{
    Sighting sighting;
    sighting.camera = rasterCamera(state.camera, state.origin, state.pixelRatio);
    sighting.size.pixels = std::max(1, static_cast<int>(std::lround(state.pointSize_px * state.pixelRatio)));
    if (state.sizeByDistance && !sighting.camera.orthographic) {
        sighting.size.reference_m = static_cast<float>(PointGrowth::reference_m);
        sighting.size.least = static_cast<float>(PointGrowth::least);
        sighting.size.most = static_cast<float>(PointGrowth::most);
    }
    sighting.picture = (state.camera.viewport() * state.pixelRatio).toSize();
    sighting.frame = state.loaded;
    sighting.hidden = state.hidden;
    return sighting;
}

PointPicture::Ink paperOf(vtkRenderer& renderer)
{
    const double* color = renderer.GetBackground();
    const auto channel = [](double share) { return static_cast<std::uint8_t>(std::lround(255.0 * share)); };
    return {channel(color[0]), channel(color[1]), channel(color[2]), 255};
}
} // namespace

RasterCamera rasterCamera(const ViewCamera& camera, const Eigen::Vector3d& origin, double pixelRatio)
{
    RasterCamera result;
    result.eye = (camera.drawingEye() - origin).cast<float>();
    result.right = camera.right().cast<float>();
    result.down = -camera.up().cast<float>();
    result.forward = camera.forward().cast<float>();
    result.orthographic = camera.isOrthographic();
    result.scale_px =
        static_cast<float>(pixelRatio / (camera.isOrthographic() ? camera.pixelSize_m() : camera.tanPixel()));
    const ViewCamera::ClipRange range = camera.clipRange();
    result.near_m = static_cast<float>(range.near_m);
    result.far_m = static_cast<float>(range.far_m);
    return result;
}

struct RasterPoints::State
{
    vtkRenderer& renderer;
    WorkCrew crew{};
    PointRaster raster{crew};
    PointPicture picture{crew};
    vtkNew<PointScreen> screen{};
    std::vector<PointChunk> chunks{};
    LoadedFramePtr frame{}; ///< holds the points of the chunks
    Sighting sighting{};
    Inking inking{};
    std::size_t thinning = 1;
    double pointsPerMs = 50'000.0; ///< a guess, until some were drawn
    QTimer rest{};

    [[nodiscard]] std::size_t thinningFor(std::size_t count) const
    {
        const double affordable = std::max(pointsPerMs * movingBudget_ms, static_cast<double>(alwaysWhole));
        return static_cast<std::size_t>(std::ceil(std::max(1.0, static_cast<double>(count) / affordable)));
    }
    void rasterise(bool isMoving);
};

/// Draws the cells anew, and learns how long that takes.
void RasterPoints::State::rasterise(bool isMoving)
{
    RasterJob job{sighting.camera, sighting.size, chunks};
    if (sighting.hidden)
        job.hidden = sighting.hidden->points;
    const std::vector<PointChunk> seen = chunksInSight(job, sighting.picture.width(), sighting.picture.height());
    const std::size_t count = countOf(seen);
    job.chunks = seen;
    job.thinning = thinning = isMoving ? thinningFor(count) : 1;
    QElapsedTimer timer;
    timer.start();
    raster.draw(job, sighting.picture.width(), sighting.picture.height());
    const double drawn = static_cast<double>(count / thinning);
    if (count / thinning >= worthMeasuring)
        pointsPerMs = 0.7 * pointsPerMs + 0.3 * drawn / (static_cast<double>(timer.nsecsElapsed()) * 1e-6);
}

RasterPoints::RasterPoints(vtkRenderer& renderer, std::function<void()> repaint)
    : m_state(new State{renderer})
{
    renderer.AddViewProp(m_state->screen);
    m_state->rest.setSingleShot(true);
    m_state->rest.setInterval(rest_ms);
    QObject::connect(&m_state->rest, &QTimer::timeout, &m_state->rest, std::move(repaint));
}

RasterPoints::~RasterPoints()
{
    m_state->renderer.RemoveViewProp(m_state->screen);
}

void RasterPoints::show(const LoadedFramePtr& frame)
{
    m_state->chunks = frame ? chunksOf(frame->index->points(), m_state->crew) : std::vector<PointChunk>();
    m_state->frame = frame;
    m_state->screen->setPicture(nullptr);
    m_state->sighting = {};
    m_state->inking = {};
}

void RasterPoints::draw(const ViewState& state)
{
    State& mine = *m_state;
    if (!mine.frame || !state.inks || state.inks->size() != mine.frame->cloud->size())
        return;
    const Sighting sighting = sightingOf(state);
    const Inking inking{state.inks, state.eyeDome ? eyeDomeReach_px(state.pixelRatio) : 0, paperOf(mine.renderer)};
    const bool isMoving = mine.sighting.frame && sighting.camera != mine.sighting.camera && !state.wholeWhileMoving;
    const bool isSeenAnew = sighting != mine.sighting || mine.thinning > 1;
    if (!isSeenAnew && inking == mine.inking)
        return;
    if (isSeenAnew) {
        mine.sighting = sighting;
        mine.rasterise(isMoving);
        if (mine.thinning > 1)
            mine.rest.start();
        else
            mine.rest.stop();
    }
    mine.inking = inking;
    mine.picture.paint(mine.raster, sighting.camera, *inking.inks, inking.reach_px, inking.paper);
    mine.screen->setPicture(&mine.picture);
}

std::size_t RasterPoints::thinning() const
{
    return m_state->thinning;
}

} // namespace lunkuo
