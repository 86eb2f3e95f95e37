#include "model/review/ReviewBoard.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace lunkuo
{

namespace
{

constexpr std::size_t mostVisited = 1000;

QJsonObject toJson(const ReviewSubject& subject)
{
    return {{QStringLiteral("frame"), subject.frame.value}, {QStringLiteral("track"), subject.track.value}};
}

} // namespace

ReviewBoard::ReviewBoard(const ToolContext& context, std::function<QString()> person, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_person(std::move(person))
    , m_queue(context.document)
{
    connect(&context.document, &Document::changed, this, &ReviewBoard::follow);
    const auto look = [this] { m_lookedBy = m_queue.plan(); };
    connect(&context.selection, &Selection::frameChanged, this, look);
    connect(&context.selection, &Selection::shapeChanged, this, look);
    connect(&context.selection, &Selection::frameChanged, this, &ReviewBoard::changed);
    connect(&context.selection, &Selection::shapeChanged, this, &ReviewBoard::changed);
}

void ReviewBoard::setMode(WorkMode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    emit modeChanged();
    emit changed();
}

Word ReviewBoard::word() const
{
    return {m_person(), QDateTime::currentMSecsSinceEpoch()};
}

std::optional<ReviewSubject> ReviewBoard::subject() const
{
    const Scene& scene = m_context.document.scene();
    const FrameId frame = m_context.selection.frame();
    const auto shape = scene.shapes.find(m_context.selection.shape());
    if (shape != scene.shapes.end())
        return ReviewSubject{shape->second.frame, shape->second.track, {}};
    // A place, or an object that has been deleted since.
    if (m_shown && m_shown->frame == frame && !scene.shapes.of(m_shown->track, m_shown->frame) &&
        verdictOn(scene, *m_shown))
        return m_shown;
    if (m_queue.plan().order == ReviewOrder::WholeFrames && scene.frames.contains(frame))
        return ReviewSubject{frame, {}, {}};
    return std::nullopt;
}

std::vector<ReviewSubject> ReviewBoard::subjects() const
{
    const Scene& scene = m_context.document.scene();
    const auto main = subject();
    std::vector<ReviewSubject> subjects;
    if (main)
        subjects.push_back(*main);
    for (const ShapeId id : m_context.selection.shapes())
        if (const auto shape = scene.shapes.find(id); shape != scene.shapes.end())
            if (const ReviewSubject other{shape->second.frame, shape->second.track, {}}; other != main)
                subjects.push_back(other);
    return subjects;
}

std::optional<VerdictId> ReviewBoard::openVerdict() const
{
    const Scene& scene = m_context.document.scene();
    const auto about = subject();
    const FrameId frame = m_context.selection.frame();
    const Verdict* verdict = about ? verdictOn(scene, *about) : nullptr;
    // Who was sent to a place where something is missing has made it by now, and that is selected.
    if ((!verdict || !verdict->isOpen()) && m_shown && m_shown->pinned.isValid() && m_shown->frame == frame)
        verdict = verdictOn(scene, *m_shown);
    if (!verdict || !verdict->isOpen())
        verdict = scene.verdicts.of(frame);
    return verdict && verdict->isOpen() ? std::optional(verdict->id) : std::nullopt;
}

Result<void> ReviewBoard::acceptAndGoOn()
{
    // That something is missing is no object which could be accepted as it is.
    const std::vector<ReviewSubject> about = subjects();
    const Verdict* said = about.size() == 1 ? verdictOn(m_context.document.scene(), about.front()) : nullptr;
    const bool isMissing = said && said->isOfPlace() && said->state == VerdictState::Rejected;
    // What is still selected from another order nobody has chosen to judge in this one.
    const bool isLeftOver = about.size() == 1 && m_queue.plan() != m_lookedBy && !m_queue.holds(about.front());
    if (isLeftOver) {
        const QString name = nameOf(m_context.document.scene(), about.front());
        goOn();
        return failure(tr("%1 was not accepted: it is not in the order that is set now.").arg(name));
    }
    if (!about.empty() && !isMissing) {
        Document& document = m_context.document;
        auto done = about.size() == 1 ? accept(document, about.front(), word()) : acceptAll(document, about, word());
        if (!done)
            return done;
        remember();
    }
    goOn();
    return {};
}

Result<void> ReviewBoard::rejectAndGoOn(const std::vector<ReviewSubject>& about, const Rejection& rejection)
{
    if (auto done = rejectAll(m_context.document, about, rejection, word()); !done)
        return done;
    remember();
    goOn();
    return {};
}

Result<void> ReviewBoard::acceptFrameAndGoOn()
{
    const ReviewSubject frame{m_context.selection.frame(), {}, {}};
    if (auto done = accept(m_context.document, frame, word()); !done)
        return done;
    remember();
    goOn();
    return {};
}

Result<VerdictId> ReviewBoard::pin(const Eigen::Vector3d& place, const QString& text)
{
    return pinMissing(m_context.document, m_context.selection.frame(), place, text, word());
}

Result<void> ReviewBoard::answerAndGoOn(VerdictId verdict, const QString& text)
{
    if (auto done = answer(m_context.document, verdict, text, word()); !done)
        return done;
    stepToDo(1);
    return {};
}

Result<void> ReviewBoard::withdrawFrom(VerdictId verdict)
{
    return withdraw(m_context.document, verdict);
}

/// The queue goes on behind what was looked at last of it.
void ReviewBoard::remember()
{
    const auto about = subject();
    if (about && m_queue.holds(*about))
        m_last = about;
    else if (const ReviewSubject frame{m_context.selection.frame(), {}, {}}; m_queue.holds(frame))
        m_last = frame;
}

bool ReviewBoard::passOver()
{
    remember();
    return goOn();
}

bool ReviewBoard::goOn()
{
    const auto next = m_queue.next(m_last);
    if (!next)
        return false;
    if (const auto here = subject(); here && *here != *next) {
        m_visited.push_back(*here);
        if (m_visited.size() > mostVisited)
            m_visited.erase(m_visited.begin());
    }
    m_last = next;
    show(*next);
    return true;
}

void ReviewBoard::goBack()
{
    const Scene& scene = m_context.document.scene();
    while (!m_visited.empty()) {
        const ReviewSubject back = m_visited.back();
        m_visited.pop_back();
        const bool isThere = back.isFrame() ? scene.frames.contains(back.frame)
                                            : scene.shapes.of(back.track, back.frame) || verdictOn(scene, back);
        if (!isThere)
            continue;
        if (m_queue.holds(back))
            m_last = back;
        show(back);
        return;
    }
    emit changed();
}

void ReviewBoard::goTo(const ReviewSubject& subject)
{
    if (m_queue.holds(subject))
        m_last = subject;
    show(subject);
}

void ReviewBoard::show(const ReviewSubject& about)
{
    const Scene& scene = m_context.document.scene();
    if (!scene.frames.contains(about.frame))
        return;
    m_shown = about;
    m_lookedBy = m_queue.plan();
    Selection& selection = m_context.selection;
    if (selection.frame() != about.frame)
        selection.setFrame(about.frame);
    const Shape* shape = scene.shapes.of(about.track, about.frame);
    selection.setShape(shape ? shape->id : ShapeId());
    emit shown(about);
    emit changed();
}

bool ReviewBoard::waits(const Verdict& verdict) const
{
    return verdict.state == (m_mode == WorkMode::Reviewing ? VerdictState::Answered : VerdictState::Rejected);
}

std::vector<VerdictId> ReviewBoard::toDo() const
{
    const Scene& scene = m_context.document.scene();
    std::vector<std::tuple<int, SequenceId, int, VerdictId>> order;
    for (const VerdictId id : scene.verdicts.open()) {
        const Verdict& verdict = scene.verdicts.at(id);
        const Frame& frame = scene.frames.at(verdict.frame);
        order.emplace_back(waits(verdict) ? 0 : 1, frame.sequence, frame.index, id);
    }
    std::sort(order.begin(), order.end());
    std::vector<VerdictId> result;
    for (const auto& [rank, sequence, index, id] : order)
        result.push_back(id);
    return result;
}

int ReviewBoard::waitingCount() const
{
    const VerdictTable& verdicts = m_context.document.scene().verdicts;
    const auto isWaiting = [&](VerdictId id) { return waits(verdicts.at(id)); };
    return static_cast<int>(std::count_if(verdicts.open().begin(), verdicts.open().end(), isWaiting));
}

bool ReviewBoard::stepToDo(int steps)
{
    const Scene& scene = m_context.document.scene();
    std::vector<VerdictId> waiting = toDo();
    std::erase_if(waiting, [&](VerdictId id) { return !waits(scene.verdicts.at(id)); });
    if (waiting.empty())
        return false;
    const auto count = static_cast<int>(waiting.size());
    const auto about = subject();
    const Verdict* here = about ? verdictOn(scene, *about) : nullptr;
    const auto found = here ? std::find(waiting.begin(), waiting.end(), here->id) : waiting.end();
    int place = static_cast<int>(found - waiting.begin());
    if (found == waiting.end()) {
        // Not one of them: on from the frame one is in.
        const auto current = scene.frames.find(m_context.selection.frame());
        const auto behind = std::find_if(waiting.begin(), waiting.end(), [&](VerdictId id) {
            const Frame& frame = scene.frames.at(scene.verdicts.at(id).frame);
            return current != scene.frames.end() &&
                   std::pair(frame.sequence, frame.index) >= std::pair(current->second.sequence, current->second.index);
        });
        place = static_cast<int>(behind - waiting.begin()) - (steps > 0 ? 1 : 0);
    }
    place = ((place + steps) % count + count) % count;
    show(subjectOf(scene.verdicts.at(waiting[static_cast<std::size_t>(place)])));
    return true;
}

void ReviewBoard::follow(const Edit& edit)
{
    const bool isSaid = std::any_of(edit.changes.begin(), edit.changes.end(),
        [](const Change& change) { return !std::holds_alternative<ValueChange<Calibration>>(change); });
    if (isSaid)
        emit changed();
}

QJsonObject ReviewBoard::toJson() const
{
    QJsonObject json{{QStringLiteral("reviewing"), m_mode == WorkMode::Reviewing},
        {QStringLiteral("plan"), m_queue.plan().toJson()}};
    if (m_last)
        json[QStringLiteral("last")] = lunkuo::toJson(*m_last);
    return json;
}

void ReviewBoard::fromJson(const QJsonObject& json)
{
    m_queue.setPlan(ReviewPlan::fromJson(json.value(u"plan").toObject()));
    m_lookedBy = m_queue.plan();
    const QJsonObject last = json.value(u"last").toObject();
    m_last.reset();
    if (const FrameId frame{last.value(u"frame").toInteger()}; m_context.document.scene().frames.contains(frame))
        m_last = ReviewSubject{frame, {last.value(u"track").toInteger()}, {}};
    // What was looked at last is not gone by when it has not been judged.
    const Shape* shape = m_last ? m_context.document.scene().shapes.of(m_last->track, m_last->frame) : nullptr;
    if (shape && m_last->frame == m_context.selection.frame())
        m_context.selection.setShape(shape->id);
    setMode(json.value(u"reviewing").toBool() ? WorkMode::Reviewing : WorkMode::Annotating);
}

} // namespace lunkuo
