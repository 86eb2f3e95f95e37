#include "model/review/ReviewQueue.h"

#include <QSet>

#include <utility>

namespace lunkuo
{

ReviewQueue::ReviewQueue(const Document& document, QObject* parent)
    : QObject(parent)
    , m_document(document)
{
    connect(&document, &Document::changed, this, &ReviewQueue::follow);
}

void ReviewQueue::setPlan(const ReviewPlan& plan)
{
    if (plan == m_plan)
        return;
    m_plan = plan;
    m_isFilled = false;
    m_list.clear();
    m_left.clear();
    m_isUnderWay = false;
    emit changed();
}

void ReviewQueue::setFindings(Findings findings)
{
    m_findings = std::move(findings);
    findingsChanged();
}

void ReviewQueue::findingsChanged()
{
    if (m_plan.order == ReviewOrder::ByFinding)
        m_isFilled = false;
    emit changed();
}

int ReviewQueue::count() const
{
    fill();
    return static_cast<int>(m_list.size()) - m_gone;
}

int ReviewQueue::openCount() const
{
    fill();
    return m_open;
}

bool ReviewQueue::holds(const ReviewSubject& subject) const
{
    fill();
    return !subject.pinned.isValid() && m_places.contains(keyOf(subject));
}

std::size_t ReviewQueue::placeBehind(const ReviewSubject& subject) const
{
    const Key key = keyOf(subject);
    return static_cast<std::size_t>(m_places.value(key, m_left.value(key, -1)) + 1);
}

std::optional<ReviewSubject> ReviewQueue::next(const std::optional<ReviewSubject>& from) const
{
    fill();
    if (m_open == 0)
        return std::nullopt;
    const std::size_t count = m_list.size();
    const std::size_t start = from ? placeBehind(*from) : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (const std::size_t place = (start + i) % count; m_states[place] == State::Open) {
            m_isUnderWay = true;
            return m_list[place];
        }
    return std::nullopt;
}

ReviewQueue::State ReviewQueue::stateOf(const ReviewSubject& subject) const
{
    const Scene& scene = m_document.scene();
    if (const Verdict* verdict = verdictOn(scene, subject))
        return verdict->state == VerdictState::Answered ? State::Open : State::Done;
    return subject.isFrame() || scene.shapes.of(subject.track, subject.frame) ? State::Open : State::Gone;
}

void ReviewQueue::fill() const
{
    if (m_isFilled)
        return;
    m_isFilled = true;
    const Scene& scene = m_document.scene();
    const bool isByFinding = m_plan.order == ReviewOrder::ByFinding;
    const std::vector<ReviewSubject> before = std::exchange(
        m_list, reviewList(scene, m_plan, isByFinding && m_findings ? m_findings() : std::vector<ReviewSubject>()));
    const QHash<Key, int> leftBefore = std::exchange(m_left, {});
    if (isByFinding && m_isUnderWay)
        keepCourse(before, leftBefore);
    m_states.clear();
    m_open = 0;
    m_gone = 0;
    m_places.clear();
    m_places.reserve(static_cast<qsizetype>(m_list.size()));
    for (const ReviewSubject& subject : m_list) {
        m_places.insert(keyOf(subject), static_cast<int>(m_states.size()));
        m_states.push_back(stateOf(subject));
        m_open += m_states.back() == State::Open ? 1 : 0;
        m_gone += m_states.back() == State::Gone ? 1 : 0;
    }
}

/// What was listed before keeps its place in front of what is new. What nobody speaks of any more leaves a mark where
/// it stood.
void ReviewQueue::keepCourse(const std::vector<ReviewSubject>& before, const QHash<Key, int>& leftBefore) const
{
    const std::vector<ReviewSubject> found = std::exchange(m_list, {});
    QSet<Key> isFound;
    for (const ReviewSubject& subject : found)
        isFound.insert(keyOf(subject));
    QSet<Key> isListed;
    std::vector<int> moved; // where each of those before stands now, or the one before it
    for (const ReviewSubject& subject : before) {
        if (isFound.contains(keyOf(subject)) || stateOf(subject) == State::Done) {
            m_list.push_back(subject);
            isListed.insert(keyOf(subject));
        } else {
            m_left.insert(keyOf(subject), static_cast<int>(m_list.size()) - 1);
        }
        moved.push_back(static_cast<int>(m_list.size()) - 1);
    }
    for (auto left = leftBefore.begin(); left != leftBefore.end(); ++left)
        m_left.insert(left.key(), left.value() < 0 ? -1 : moved.at(static_cast<std::size_t>(left.value())));
    for (const ReviewSubject& subject : found)
        if (!isListed.contains(keyOf(subject)))
            m_list.push_back(subject);
}

void ReviewQueue::look(const ReviewSubject& subject) const
{
    const auto place = m_places.constFind(keyOf(subject));
    if (place == m_places.constEnd())
        return;
    State& known = m_states[static_cast<std::size_t>(*place)];
    const State now = stateOf(subject);
    m_open += (now == State::Open ? 1 : 0) - (known == State::Open ? 1 : 0);
    m_gone += (now == State::Gone ? 1 : 0) - (known == State::Gone ? 1 : 0);
    known = now;
}

void ReviewQueue::follow(const Edit& edit)
{
    if (!m_isFilled)
        return;
    const std::pair before(m_open, m_gone);
    const auto lookAt = [this](const auto& value) {
        if (value)
            look({value->frame, value->track, {}});
    };
    for (const Change& change : edit.changes) {
        if (const auto* verdict = std::get_if<ValueChange<Verdict>>(&change)) {
            lookAt(verdict->before);
            lookAt(verdict->after);
        } else if (const auto* shape = std::get_if<ValueChange<Shape>>(&change)) {
            // What is new or has moved to another track has no place in the list yet.
            if (shape->after && !m_places.contains(keyOf({shape->after->frame, shape->after->track, {}})))
                m_isFilled = m_isFilled && m_plan.order == ReviewOrder::WholeFrames;
            lookAt(shape->before);
            lookAt(shape->after);
        } else if (const auto* frame = std::get_if<ValueChange<Frame>>(&change)) {
            m_isFilled = m_isFilled && frame->before && frame->after;
        }
    }
    if (!m_isFilled || std::pair(m_open, m_gone) != before)
        emit changed();
}

} // namespace lunkuo
