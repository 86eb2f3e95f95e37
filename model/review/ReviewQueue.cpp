#include "model/review/ReviewQueue.h"

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
    return static_cast<int>(m_list.size());
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

std::optional<ReviewSubject> ReviewQueue::next(const std::optional<ReviewSubject>& from) const
{
    fill();
    if (m_open == 0)
        return std::nullopt;
    const std::size_t count = m_list.size();
    const std::size_t start = from ? static_cast<std::size_t>(m_places.value(keyOf(*from), -1) + 1) : 0;
    for (std::size_t i = 0; i < count; ++i)
        if (const std::size_t place = (start + i) % count; m_isOpen[place])
            return m_list[place];
    return std::nullopt;
}

bool ReviewQueue::isOpen(const ReviewSubject& subject) const
{
    const Scene& scene = m_document.scene();
    if (const Verdict* verdict = verdictOn(scene, subject))
        return verdict->state == VerdictState::Answered;
    return subject.isFrame() || scene.shapes.of(subject.track, subject.frame);
}

void ReviewQueue::fill() const
{
    if (m_isFilled)
        return;
    m_isFilled = true;
    const Scene& scene = m_document.scene();
    m_list = reviewList(scene, m_plan, m_findings ? m_findings() : std::vector<ReviewSubject>());
    m_isOpen.assign(m_list.size(), 0);
    m_open = 0;
    m_places.clear();
    m_places.reserve(static_cast<qsizetype>(m_list.size()));
    for (std::size_t i = 0; i < m_list.size(); ++i) {
        m_places.insert(keyOf(m_list[i]), static_cast<int>(i));
        m_isOpen[i] = isOpen(m_list[i]) ? 1 : 0;
        m_open += m_isOpen[i];
    }
}

void ReviewQueue::look(const ReviewSubject& subject) const
{
    const auto place = m_places.constFind(keyOf(subject));
    if (place == m_places.constEnd())
        return;
    char& known = m_isOpen[static_cast<std::size_t>(*place)];
    const char now = isOpen(subject) ? 1 : 0;
    m_open += now - known;
    known = now;
}

void ReviewQueue::follow(const Edit& edit)
{
    if (!m_isFilled)
        return;
    const int before = m_open;
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
    if (!m_isFilled || m_open != before)
        emit changed();
}

} // namespace lunkuo
