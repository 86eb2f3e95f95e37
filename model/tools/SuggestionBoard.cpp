#include "model/tools/SuggestionBoard.h"

#include "model/base/Task.h"
#include "model/geometry/Polygon.h"
#include "model/tools/ShapeActions.h"
#include "model/tools/StillObjects.h"
#include "model/tools/SuggestionActions.h"

#include <QThread>
#include <algorithm>
#include <functional>

namespace lunkuo
{

namespace
{

constexpr int pause_ms = 120;
constexpr std::size_t keptFrames = 16;
constexpr double annotatedOverlap = 0.1; ///< BEV IoU with an annotated object, from which on it is that
constexpr double sameOverlap = 0.5;      ///< BEV IoU with a dismissed one, from which on it is that again

} // namespace

SuggestionBoard::SuggestionBoard(ToolContext context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause_ms);
    connect(&m_pause, &QTimer::timeout, this, &SuggestionBoard::search);
    connect(&m_context.selection, &Selection::frameChanged, this, [this] {
        m_current = none;
        follow();
    });
    connect(&m_context.selection, &Selection::shapeChanged, this, [this](ShapeId shape) {
        if (shape.isValid())
            setCurrent(none);
    });
    connect(&m_context.frames, &FrameCache::loaded, this, [this](FrameId loaded) {
        if (loaded == frame())
            follow();
    });
    connect(&m_context.document, &Document::changed, this, &SuggestionBoard::refresh);
    follow();
}

SuggestionBoard::~SuggestionBoard()
{
    stop();
}

void SuggestionBoard::setEnabled(bool enabled)
{
    if (enabled == m_isEnabled)
        return;
    m_isEnabled = enabled;
    m_current = none;
    follow();
}

void SuggestionBoard::setThreshold(double confidence)
{
    m_threshold = std::clamp(confidence, 0.0, 1.0);
    refresh();
}

/// Looks for suggestions in the frame that is shown, unless they are known or nobody wants them.
void SuggestionBoard::follow()
{
    stop();
    const auto isHere = [this](const Found& other) { return other.frame == frame(); };
    std::stable_partition(m_found.begin(), m_found.end(), std::not_fn(isHere));
    const LoadedFramePtr loaded = m_context.frames.loadedFrame(frame());
    if (m_isEnabled && loaded && !found() && m_context.document.isWritable())
        m_pause.start();
    refresh();
}

void SuggestionBoard::stop()
{
    m_pause.stop();
    m_progress.cancel();
    m_isSearching = false;
}

void SuggestionBoard::search()
{
    const LoadedFramePtr loaded = m_context.frames.loadedFrame(frame());
    if (!loaded)
        return;
    m_isSearching = true;
    SuggesterOptions options;
    options.threads = std::max(1, QThread::idealThreadCount());
    m_progress = runTask(
        this,
        [loaded, options, classes = suggestionClasses(m_context.document.scene())](
            const Progress& progress) -> Result<Found> {
            return Found{
                loaded->id, loaded->prepared->sensorOrigin(), suggest(*loaded->prepared, classes, options, progress)};
        },
        [this](Result<Found> result) {
            m_isSearching = false;
            if (result)
                arrive(std::move(*result));
            else
                emit changed(); // nothing is looked for any more
        },
        Urgency::Background);
    emit changed();
}

void SuggestionBoard::arrive(Found found)
{
    std::erase_if(m_found, [&](const Found& other) { return other.frame == found.frame; });
    if (m_found.size() == keptFrames)
        m_found.erase(m_found.begin());
    m_found.push_back(std::move(found));
    refresh();
}

const SuggestionBoard::Found* SuggestionBoard::found() const
{
    const LoadedFramePtr loaded = m_context.frames.loadedFrame(frame());
    const auto known = std::find_if(m_found.begin(), m_found.end(), [&](const Found& other) {
        return loaded && other.frame == loaded->id && other.sensor == loaded->prepared->sensorOrigin();
    });
    return known == m_found.end() ? nullptr : &*known;
}

const Suggestion& SuggestionBoard::suggestion(int number) const
{
    Q_ASSERT_X(found(), "SuggestionBoard::suggestion", "only what is shown may be asked for");
    return found()->suggestions.at(static_cast<std::size_t>(number));
}

bool SuggestionBoard::isOpen(const Suggestion& suggestion) const
{
    if (suggestion.confidence < m_threshold)
        return false;
    const Cuboid& cuboid = suggestion.completion.cuboid;
    const Scene& scene = m_context.document.scene();
    for (const ShapeId id : scene.shapesOf(frame())) {
        const Cuboid& annotated = scene.shapes.at(id).cuboid;
        if (bevIou(annotated, cuboid) > annotatedOverlap || annotated.contains(cuboid.center) ||
            cuboid.contains(annotated.center))
            return false;
    }
    const auto dismissed = m_dismissed.find(frame());
    return dismissed == m_dismissed.end() ||
           std::none_of(dismissed->second.begin(), dismissed->second.end(),
               [&](const Cuboid& other) { return bevIou(other, cuboid) > sameOverlap; });
}

/// Finds out anew which are to be shown.
void SuggestionBoard::refresh()
{
    m_shown.clear();
    if (const Found* known = m_isEnabled ? found() : nullptr)
        for (std::size_t i = 0; i < known->suggestions.size(); ++i)
            if (isOpen(known->suggestions[i]))
                m_shown.push_back(static_cast<int>(i));
    if (std::find(m_shown.begin(), m_shown.end(), m_current) == m_shown.end())
        m_current = none;
    emit changed();
}

void SuggestionBoard::setCurrent(int number)
{
    if (number != none && std::find(m_shown.begin(), m_shown.end(), number) == m_shown.end())
        return;
    if (number != none)
        m_context.selection.setShape({});
    if (number == m_current)
        return;
    m_current = number;
    emit changed();
    emit currentChanged(number);
}

void SuggestionBoard::step(int steps)
{
    if (m_shown.empty())
        return;
    const auto count = std::ssize(m_shown);
    const auto here = std::find(m_shown.begin(), m_shown.end(), m_current);
    const std::ptrdiff_t from = here != m_shown.end() ? here - m_shown.begin() : (steps > 0 ? -1 : count);
    setCurrent(m_shown[static_cast<std::size_t>(((from + steps) % count + count) % count)]);
}

Result<ShapeId> SuggestionBoard::accept()
{
    if (m_current == none)
        return failure(tr("No suggestion is chosen."));
    const Suggestion& accepted = suggestion(m_current);
    Shape shape;
    shape.frame = frame();
    shape.cuboid = accepted.completion.cuboid;
    shape.outline = accepted.completion.outline;
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = accepted.completion.confidence;
    shape.seeds = {{accepted.seed, true}};
    const QString name = m_context.document.scene().taxonomy.className(accepted.classId);
    return addObject(
        m_context.document, m_context.frames, tr("Accept suggested %1").arg(name), shape, accepted.classId);
}

void SuggestionBoard::dismiss()
{
    if (m_current == none)
        return;
    m_dismissed[frame()].push_back(suggestion(m_current).completion.cuboid);
    m_dismissals.push_back({frame(), m_context.document.undoDepth()});
    refresh();
}

bool SuggestionBoard::canTakeBack() const
{
    return !m_dismissals.empty() && m_dismissals.back().undoDepth >= m_context.document.undoDepth();
}

void SuggestionBoard::takeBack()
{
    if (!canTakeBack())
        return;
    const FrameId place = m_dismissals.back().frame;
    m_dismissals.pop_back();
    m_context.selection.setFrame(place);
    std::vector<Cuboid>& dismissed = m_dismissed.at(place);
    const Cuboid back = dismissed.back();
    dismissed.pop_back();
    if (dismissed.empty())
        m_dismissed.erase(place);
    refresh();
    for (const int number : m_shown)
        if (suggestion(number).completion.cuboid == back)
            setCurrent(number);
}

std::optional<Subject> SuggestionBoard::subject() const
{
    if (m_current == none)
        return std::nullopt;
    const Suggestion& current = suggestion(m_current);
    Shape shape;
    shape.frame = frame();
    shape.cuboid = current.completion.cuboid;
    shape.outline = current.completion.outline;
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = current.confidence; // what all else says of a suggestion
    return Subject{shape, current.classId, true};
}

void SuggestionBoard::restoreDismissed()
{
    m_dismissed.erase(frame());
    std::erase_if(m_dismissals, [this](const Dismissal& dismissal) { return dismissal.frame == frame(); });
    refresh();
}

bool SuggestionBoard::hasDismissed() const
{
    return m_dismissed.contains(frame());
}

/// Makes that the current one which has taken the place of the one before.
void SuggestionBoard::goOnFrom(std::size_t place)
{
    if (!m_shown.empty())
        setCurrent(m_shown[place < m_shown.size() ? place : 0]);
}

bool SuggestionBoard::handleKey(int key)
{
    const auto here = std::find(m_shown.begin(), m_shown.end(), m_current);
    if (here == m_shown.end())
        return false;
    const auto place = static_cast<std::size_t>(here - m_shown.begin());
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (accept())
            goOnFrom(place);
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        dismiss();
        goOnFrom(place);
        return true;
    case Qt::Key_Escape:
        setCurrent(none);
        return true;
    default:
        return false;
    }
}

QString SuggestionBoard::hint() const
{
    if (m_current == none)
        return {};
    return tr(
        "Suggested: %1, %2 % sure · Enter accepts it · Delete dismisses it · Space shows the next · Escape leaves")
        .arg(m_context.document.scene().taxonomy.className(suggestion(m_current).classId))
        .arg(qRound(100.0 * suggestion(m_current).confidence));
}

} // namespace lunkuo
