#include "model/images/ImageBoard.h"

#include "model/images/PicturedShape.h"
#include "model/scene/CameraSoundness.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int patience_ms = 100;
}

ImageBoard::ImageBoard(const ToolContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&m_store, &ImageStore::arrived, this, [this](const QString& path) {
        for (std::size_t i = 0; i < m_views.size(); ++i)
            if (m_views[i].path == path)
                emit arrived(static_cast<int>(i));
    });
    connect(&context.selection, &Selection::frameChanged, this, &ImageBoard::gather);
    connect(&context.selection, &Selection::shapeChanged, this, &ImageBoard::bringBest);
    connect(&context.frames, &FrameCache::loaded, this, &ImageBoard::load);
    connect(&context.frames, &FrameCache::failed, this, &ImageBoard::load);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience_ms);
    connect(&m_patience, &QTimer::timeout, this, &ImageBoard::load);
    connect(&context.document, &Document::changed, this, [this](const Edit& edit) {
        const auto isAboutImages = [](const Change& change) {
            return std::holds_alternative<ValueChange<Calibration>>(change) ||
                   std::holds_alternative<ValueChange<Frame>>(change);
        };
        if (std::any_of(edit.changes.begin(), edit.changes.end(), isAboutImages))
            gather();
    });
    gather();
}

const StoredImage* ImageBoard::image(int view) const
{
    return m_store.find(m_views.at(static_cast<std::size_t>(view)).path);
}

void ImageBoard::setFront(int view)
{
    if (view >= 0 && view < static_cast<int>(m_views.size()))
        choose(view);
}

void ImageBoard::step(int steps)
{
    const int count = static_cast<int>(m_views.size());
    if (count > 0)
        choose(((m_front + steps) % count + count) % count);
}

void ImageBoard::setPinned(bool pinned)
{
    if (pinned == m_isPinned)
        return;
    m_isPinned = pinned;
    emit pinnedChanged();
    bringBest();
}

void ImageBoard::setSight(std::optional<SightLine> sight)
{
    if (sight == m_sight)
        return;
    m_sight = std::move(sight);
    emit sightChanged();
}

void ImageBoard::setWatched(const QObject* who, bool watched)
{
    if (watched)
        m_watchers.insert(who);
    else
        m_watchers.erase(who);
    load();
}

std::vector<FrameView> ImageBoard::viewsOf(FrameId id) const
{
    const Scene& scene = m_context.document.scene();
    const auto frame = scene.frames.find(id);
    std::vector<FrameView> views;
    if (frame == scene.frames.end())
        return views;
    const auto calibration = scene.calibrations.find(frame->second.calibration);
    for (const FrameImage& image : frame->second.images) {
        FrameView view{image.camera, m_context.frames.absolutePath(image.path)};
        if (calibration != scene.calibrations.end())
            for (const Camera& camera : calibration->second.cameras)
                if (camera.name == image.camera && camera.model.eye() && isSound(camera))
                    view.camera = camera;
        views.push_back(std::move(view));
    }
    return views;
}

void ImageBoard::gather()
{
    m_views = viewsOf(m_context.selection.frame());
    setSight({});
    const auto preferred = std::find_if(
        m_views.begin(), m_views.end(), [this](const FrameView& view) { return view.name == m_preferred; });
    m_front = m_views.empty() ? none : preferred == m_views.end() ? 0 : static_cast<int>(preferred - m_views.begin());
    load();
    emit viewsChanged();
    emit frontChanged();
}

/// The front one first; once the frame is there, the next frame's.
void ImageBoard::load()
{
    const FrameId here = m_context.selection.frame();
    const FrameCache& frames = m_context.frames;
    const bool isAwaited = here.isValid() && !frames.loadedFrame(here) && !frames.hasFailed(here);
    if (!isAwaited)
        m_patience.stop();
    else if (m_awaited != here)
        m_patience.start();
    m_awaited = here;
    // The points come first, and pictures would take a core from them.
    if (m_watchers.empty() || m_patience.isActive()) {
        m_store.want({});
        return;
    }
    QStringList paths;
    const auto addAll = [&](const std::vector<FrameView>& views) {
        for (const FrameView& view : views)
            if (view.name == m_preferred)
                paths.prepend(view.path);
            else
                paths.append(view.path);
    };
    addAll(m_views);
    if (m_context.frames.loadedFrame(here)) {
        const std::vector<FrameId> order = m_context.document.scene().frameOrder();
        auto next = std::find(order.begin(), order.end(), here);
        if (next != order.end() && ++next != order.end())
            for (const FrameView& view : viewsOf(*next))
                paths.append(view.path);
    }
    m_store.want(paths);
}

void ImageBoard::bringBest()
{
    const auto& shapes = m_context.document.scene().shapes;
    const auto selected = shapes.find(m_context.selection.shape());
    if (selected != shapes.end())
        bringBestFor(selected->second.cuboid);
}

void ImageBoard::bringBestFor(const Cuboid& cuboid)
{
    if (m_isPinned)
        return;
    std::vector<const Camera*> cameras;
    for (const FrameView& view : m_views)
        cameras.push_back(view.camera ? &*view.camera : nullptr);
    const auto present = m_front == none ? std::nullopt : std::optional(static_cast<std::size_t>(m_front));
    if (const auto best = bestCamera(cuboid, cameras, present))
        choose(static_cast<int>(*best));
}

void ImageBoard::choose(int view)
{
    m_preferred = m_views[static_cast<std::size_t>(view)].name;
    if (view == m_front)
        return;
    m_front = view;
    emit frontChanged();
}

} // namespace lunkuo
