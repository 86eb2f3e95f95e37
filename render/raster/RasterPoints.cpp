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

namespace
{
/// A frame's points in a picture, and what that picture was made of.
struct Drawn
{
    explicit Drawn(WorkCrew& crew)
        : raster(crew)
        , picture(crew)
    {
    }

    PointRaster raster;
    PointPicture picture;
    std::vector<PointChunk> chunks{};
    LoadedFramePtr frame{}; ///< holds the points of the chunks
    Sighting sighting{};
    Inking inking{};
    std::size_t thinning = 1;

    void take(const LoadedFramePtr& another, WorkCrew& crew)
    {
        chunks = another ? chunksOf(another->index->points(), crew) : std::vector<PointChunk>();
        frame = another;
        sighting = {};
        inking = {};
        thinning = 1;
    }
    [[nodiscard]] bool isDrawnAs(const Sighting& wanted) const { return wanted == sighting && thinning == 1; }
};

bool fits(const ViewState& state, const LoadedFramePtr& frame)
{
    return frame && state.inks && state.inks->size() == frame->cloud->size();
}
} // namespace

struct RasterPoints::State
{
    vtkRenderer& renderer;
    WorkCrew crew{};
    std::unique_ptr<Drawn> shown = std::make_unique<Drawn>(crew);
    std::unique_ptr<Drawn> other = std::make_unique<Drawn>(crew);
    vtkNew<PointScreen> screen{};
    double pointsPerMs = 50'000.0; ///< a guess, until some were drawn
    bool isFirst = true;           ///< no picture of the frame has been shown yet
    int drawings = 0;
    QTimer rest{};

    [[nodiscard]] std::size_t thinningFor(std::size_t count) const
    {
        const double affordable = std::max(pointsPerMs * movingBudget_ms, static_cast<double>(alwaysWhole));
        return static_cast<std::size_t>(std::ceil(std::max(1.0, static_cast<double>(count) / affordable)));
    }
    [[nodiscard]] Inking inkingOf(const ViewState& state) const
    {
        return {state.inks, state.eyeDome ? eyeDomeReach_px(state.pixelRatio) : 0, paperOf(renderer)};
    }
    void rasterise(Drawn& drawn, const Sighting& sighting, bool isMoving);
    void ink(Drawn& drawn, const Inking& inking);
};

/// Draws the cells anew, and learns how long that takes.
void RasterPoints::State::rasterise(Drawn& drawn, const Sighting& sighting, bool isMoving)
{
    ++drawings;
    drawn.sighting = sighting;
    drawn.inking = {};
    RasterJob job{sighting.camera, sighting.size, drawn.chunks};
    if (sighting.hidden)
        job.hidden = sighting.hidden->points;
    const std::vector<PointChunk> seen = chunksInSight(job, sighting.picture.width(), sighting.picture.height());
    const std::size_t count = countOf(seen);
    job.chunks = seen;
    job.thinning = drawn.thinning = isMoving ? thinningFor(count) : 1;
    QElapsedTimer timer;
    timer.start();
    drawn.raster.draw(job, sighting.picture.width(), sighting.picture.height());
    const std::size_t taken = count / drawn.thinning;
    if (taken >= worthMeasuring)
        pointsPerMs =
            0.7 * pointsPerMs + 0.3 * static_cast<double>(taken) / (static_cast<double>(timer.nsecsElapsed()) * 1e-6);
}

void RasterPoints::State::ink(Drawn& drawn, const Inking& inking)
{
    drawn.inking = inking;
    drawn.picture.paint(drawn.raster, drawn.sighting.camera, *inking.inks, inking.reach_px, inking.paper);
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
    State& mine = *m_state;
    mine.screen->setPicture(nullptr);
    mine.isFirst = true;
    if (frame == mine.shown->frame)
        return;
    std::swap(mine.shown, mine.other);
    if (frame != mine.shown->frame)
        mine.shown->take(frame, mine.crew);
    // It would stay in memory although nobody asks for it.
    if (mine.other->frame && mine.other->frame->cloud->size() > mostPointsAhead)
        mine.other->take(nullptr, mine.crew);
}

void RasterPoints::draw(const ViewState& state)
{
    State& mine = *m_state;
    Drawn& drawn = *mine.shown;
    if (!fits(state, drawn.frame))
        return;
    const bool isFirst = std::exchange(mine.isFirst, false);
    const Sighting sighting = sightingOf(state);
    const Inking inking = mine.inkingOf(state);
    const bool isMoving = !isFirst && sighting.camera != drawn.sighting.camera && !state.wholeWhileMoving;
    if (!drawn.isDrawnAs(sighting)) {
        mine.rasterise(drawn, sighting, isMoving);
        if (drawn.thinning > 1)
            mine.rest.start();
        else
            mine.rest.stop();
    }
    if (inking != drawn.inking)
        mine.ink(drawn, inking);
    else if (!isFirst)
        return;
    mine.screen->setPicture(&drawn.picture);
}

void RasterPoints::drawAhead(const ViewState& state)
{
    State& mine = *m_state;
    Drawn& drawn = *mine.other;
    if (!state.loaded || state.loaded == mine.shown->frame)
        return;
    if (drawn.frame != state.loaded)
        drawn.take(state.loaded, mine.crew);
    if (!fits(state, drawn.frame))
        return;
    const Sighting sighting = sightingOf(state);
    const Inking inking = mine.inkingOf(state);
    if (!drawn.isDrawnAs(sighting))
        mine.rasterise(drawn, sighting, false);
    if (inking != drawn.inking)
        mine.ink(drawn, inking);
}

Eigen::AlignedBox3d RasterPoints::bounds() const
{
    Eigen::AlignedBox3f box;
    for (const PointChunk& chunk : m_state->shown->chunks)
        box.extend(chunk.box);
    if (box.isEmpty())
        return {};
    const Eigen::Vector3d& offset = m_state->shown->frame->cloud->offset;
    return {box.min().cast<double>() + offset, box.max().cast<double>() + offset};
}

int RasterPoints::drawings() const
{
    return m_state->drawings;
}

std::size_t RasterPoints::thinning() const
{
    return m_state->shown->thinning;
}

} // namespace lunkuo
