#include "model/tools/SuggestionBoard.h"

#include "model/base/Task.h"
#include "model/completion/CompleteIn.h"
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
constexpr double sameOverlap = 0.5;      ///< BEV IoU from which on a dismissed one, or a pre-label, is that again

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
    connect(&m_context.document, &Document::changed, this, [this](const Edit& edit) {
        if (touchesFrame(edit))
            refresh();
    });
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

void SuggestionBoard::setResting(bool isResting)
{
    m_isResting = isResting;
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
    if (m_isEnabled && !m_isResting && loaded && !found() && m_context.document.isWritable())
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
    return m_offers.at(static_cast<std::size_t>(number)).suggestion;
}

bool SuggestionBoard::isPrelabel(int number) const
{
    return m_offers.at(static_cast<std::size_t>(number)).prelabel != none;
}

/// Where a detector has found something, nothing else is suggested.
void SuggestionBoard::gather()
{
    m_offers.clear();
    const auto& prelabels = m_context.document.scene().prelabels;
    if (const auto here = prelabels.find(frame()); here != prelabels.end())
        for (const Prelabel& box : here->second.boxes) {
            Offer offer{{box.classId, {}, box.cuboid.center, box.score}, static_cast<int>(m_offers.size())};
            offer.suggestion.completion.cuboid = box.cuboid;
            offer.suggestion.completion.confidence = box.score;
            m_offers.push_back(std::move(offer));
        }
    const auto detected = std::ssize(m_offers);
    if (const Found* known = found())
        for (const Suggestion& suggestion : known->suggestions)
            if (std::none_of(m_offers.begin(), m_offers.begin() + detected, [&](const Offer& other) {
                    return bevIou(other.suggestion.completion.cuboid, suggestion.completion.cuboid) > annotatedOverlap;
                }))
                m_offers.push_back({suggestion, none});
    std::stable_sort(m_offers.begin(), m_offers.end(),
        [](const Offer& one, const Offer& other) { return one.suggestion.confidence > other.suggestion.confidence; });
}

bool SuggestionBoard::hasPrelabels() const
{
    return std::any_of(m_offers.begin(), m_offers.end(), [](const Offer& offer) { return offer.prelabel != none; });
}

/// Whether the edit changes what is annotated or found in the frame that is shown.
bool SuggestionBoard::touchesFrame(const Edit& edit) const
{
    const auto isHere = [this](const auto& value) {
        using Value = typename std::decay_t<decltype(value)>::value_type;
        if constexpr (std::is_same_v<Value, Shape>)
            return value && value->frame == frame();
        else if constexpr (std::is_same_v<Value, FramePrelabels>)
            return value && value->id == frame();
        else
            return false;
    };
    return std::any_of(edit.changes.begin(), edit.changes.end(), [&](const Change& change) {
        return std::visit([&](const auto& of) { return isHere(of.before) || isHere(of.after); }, change);
    });
}

/// What is found gives way to everything that is annotated at its place. A detector has its own say: a pedestrian
/// beside a car is hidden by a box that is much the same only.
bool SuggestionBoard::isOpen(const Offer& offer) const
{
    const bool isPrelabel = offer.prelabel != none;
    if (offer.suggestion.confidence < m_threshold)
        return false;
    const Cuboid& cuboid = offer.suggestion.completion.cuboid;
    const Scene& scene = m_context.document.scene();
    for (const ShapeId id : scene.shapesOf(frame())) {
        const Cuboid& annotated = scene.shapes.at(id).cuboid;
        if (bevIou(annotated, cuboid) > (isPrelabel ? sameOverlap : annotatedOverlap) ||
            (!isPrelabel && (annotated.contains(cuboid.center) || cuboid.contains(annotated.center))))
            return false;
    }
    const auto dismissed = m_dismissed.find(frame());
    return isPrelabel || dismissed == m_dismissed.end() ||
           std::none_of(dismissed->second.begin(), dismissed->second.end(),
               [&](const Cuboid& other) { return bevIou(other, cuboid) > sameOverlap; });
}

/// Finds out anew which are to be shown.
void SuggestionBoard::refresh()
{
    const bool hasCurrent = m_current != none;
    const Cuboid current = hasCurrent ? suggestion(m_current).completion.cuboid : Cuboid();
    gather();
    m_shown.clear();
    m_current = none;
    for (int i = 0; i < static_cast<int>(m_offers.size()); ++i)
        if (!m_isResting && (m_isEnabled || isPrelabel(i)) && isOpen(m_offers[static_cast<std::size_t>(i)])) {
            m_shown.push_back(i);
            if (hasCurrent && suggestion(i).completion.cuboid == current)
                m_current = i;
        }
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
    const Suggestion accepted = suggestion(m_current);
    const QString name = m_context.document.scene().taxonomy.className(accepted.classId);
    if (const auto known = followedOne(); known && known->number == m_current)
        return known->onward.add(m_context.document, tr("Accept suggested %1"), continuing(*known));
    return addObject(m_context.document, m_context.frames, tr("Accept suggested %1").arg(name),
        shapeOf(accepted, isPrelabel(m_current)), accepted.classId);
}

Result<int> SuggestionBoard::acceptAll()
{
    if (m_shown.empty())
        return failure(tr("Nothing is suggested in this frame."));
    const Scene& scene = m_context.document.scene();
    const auto known = followedOne();
    std::vector<NewShape> shapes;
    for (const int number : m_shown) {
        Track track;
        track.classId = suggestion(number).classId;
        shapes.push_back(known && known->number == number
                             ? known->onward.joined(scene, continuing(*known))
                             : NewShape{shapeOf(suggestion(number), isPrelabel(number)), track});
    }
    const auto added = addShapes(m_context.document, tr("Accept all %1 suggestions").arg(shapes.size()), shapes);
    return added ? Result<int>(static_cast<int>(added->size())) : tl::unexpected(added.error());
}

/// The followed object, which has no shape in this frame yet: of those of its class that are shown, the one nearest to
/// where it must be, if that is plainly the same place.
std::optional<SuggestionBoard::Known> SuggestionBoard::followedOne() const
{
    constexpr double plainlySame = 0.3; ///< overlap seen from above
    const auto onward = Continuation::of(m_context);
    if (!onward)
        return std::nullopt;
    double most = plainlySame;
    std::optional<Known> known;
    for (const int number : m_shown) {
        const double overlap = bevIou(suggestion(number).completion.cuboid, onward->expected());
        if (suggestion(number).classId != m_context.selection.classId() || overlap <= most)
            continue;
        most = overlap;
        known = Known{*onward, number};
    }
    return known;
}

/// The suggested shape with the track's one size, if it has one, and heading as the track does.
Shape SuggestionBoard::continuing(const Known& known) const
{
    Shape shape = shapeOf(suggestion(known.number), isPrelabel(known.number));
    if (known.onward.isReversed(shape.cuboid))
        shape = turnedRound(shape);
    // The cloud need not be there for a detector's box.
    const auto sensor = m_context.frames.sensorOf(frame());
    return known.onward.sized(shape, sensor ? sensor->position : Eigen::Vector3d::Zero());
}

/// What a suggestion becomes when it is accepted. A detector gives mere boxes.
Shape SuggestionBoard::shapeOf(const Suggestion& suggestion, bool isPrelabel) const
{
    Shape shape;
    shape.frame = frame();
    shape.cuboid = suggestion.completion.cuboid;
    shape.confidence = suggestion.completion.confidence;
    if (!isPrelabel) {
        shape.outline = suggestion.completion.outline;
        shape.origin = ShapeOrigin::Completed;
        shape.seeds = {{suggestion.seed, true}};
        return shape;
    }
    shape.origin = ShapeOrigin::Imported;
    if (const LoadedFramePtr loaded = m_context.frames.loadedFrame(frame()))
        if (const auto completed = completeIn(
                *loaded->prepared, shape.cuboid, {}, completionOptions(m_context.document.scene(), suggestion.classId)))
            shape.outline = completed->outline;
    return shape;
}

void SuggestionBoard::dismissPrelabel(int place)
{
    const FramePrelabels before = m_context.document.scene().prelabels.at(frame());
    FramePrelabels after = before;
    after.boxes.erase(after.boxes.begin() + place);
    const QString name = m_context.document.scene().taxonomy.className(before.boxes[std::size_t(place)].classId);
    (void)m_context.document.edit(tr("Dismiss pre-label %1").arg(name),
        {ValueChange<FramePrelabels>{before, after.boxes.empty() ? std::nullopt : std::optional(after)}});
}

void SuggestionBoard::dismiss()
{
    if (m_current == none)
        return;
    if (isPrelabel(m_current)) {
        dismissPrelabel(m_offers[std::size_t(m_current)].prelabel);
        return;
    }
    m_dismissed[frame()].push_back(suggestion(m_current).completion.cuboid);
    m_dismissals.push_back({frame(), m_context.document.undoDepth()});
    refresh();
}

bool SuggestionBoard::canTakeBack() const
{
    return !m_isResting && !m_dismissals.empty() && m_dismissals.back().undoDepth >= m_context.document.undoDepth();
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
    const auto sure_percent = qRound(100.0 * suggestion(m_current).confidence);
    if (const auto known = followedOne(); known && known->number == m_current)
        return tr("%1 goes on here, %2 % sure · Enter accepts it · Delete dismisses it · Space shows the next · Escape "
                  "leaves")
            .arg(known->onward.name(m_context.document.scene()))
            .arg(sure_percent);
    const QString text = isPrelabel(m_current) ? tr("Pre-label: %1, %2 % sure · Enter accepts it · Delete dismisses it "
                                                    "· Space shows the next · Escape leaves")
                                               : tr("Suggested: %1, %2 % sure · Enter accepts it · Delete dismisses it "
                                                    "· Space shows the next · Escape leaves");
    return text.arg(m_context.document.scene().taxonomy.className(suggestion(m_current).classId)).arg(sure_percent);
}

} // namespace lunkuo
