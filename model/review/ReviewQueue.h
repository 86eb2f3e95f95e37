#pragma once

#include "model/review/ReviewList.h"

#include <QHash>
#include <QObject>

namespace lunkuo
{

/// What a reviewer has still to look at, in the order of the plan, and how far that has come. It follows the document
/// edit by edit, so that no step looks through all objects.
class ReviewQueue : public QObject
{
    Q_OBJECT
public:
    using Findings = std::function<std::vector<ReviewSubject>()>;

    explicit ReviewQueue(const Document& document, QObject* parent = nullptr);

    [[nodiscard]] const ReviewPlan& plan() const { return m_plan; }
    void setPlan(const ReviewPlan& plan);
    /// Where to ask what the automatic checks speak of, the worst first; without, there is no order by finding.
    void setFindings(Findings findings);
    [[nodiscard]] bool knowsFindings() const { return static_cast<bool>(m_findings); }
    /// The checks speak of other things now: what comes new comes after what is listed already, so that nobody starts
    /// over; what they speak of no more stays where somebody has said something of it.
    void findingsChanged();

    /// How many things the plan looks at, without those that are gone and nobody has said anything of, and how many
    /// wait for the reviewer: nothing has been said of them, or the annotator has answered.
    [[nodiscard]] int count() const;
    [[nodiscard]] int openCount() const;

    /// The first open one behind `from` (nothing: from the start), or where it was, round the end; nothing when none is
    /// open.
    [[nodiscard]] std::optional<ReviewSubject> next(const std::optional<ReviewSubject>& from) const;
    [[nodiscard]] bool holds(const ReviewSubject& subject) const;

signals:
    /// Another list, or another number of open ones.
    void changed();

private:
    using Key = std::pair<qint64, qint64>; ///< frame and track

    enum class State : char { Done, Open, Gone };

    static Key keyOf(const ReviewSubject& subject) { return {subject.frame.value, subject.track.value}; }
    void follow(const Edit& edit);
    void fill() const;
    void look(const ReviewSubject& subject) const;
    void keepCourse(const std::vector<ReviewSubject>& before, const QHash<Key, int>& leftBefore) const;
    [[nodiscard]] State stateOf(const ReviewSubject& subject) const;
    [[nodiscard]] std::size_t placeBehind(const ReviewSubject& subject) const;

    const Document& m_document;
    ReviewPlan m_plan;
    Findings m_findings;
    // Found out when somebody asks.
    mutable bool m_isFilled = false;
    mutable std::vector<ReviewSubject> m_list;
    mutable std::vector<State> m_states; ///< of each in the list
    mutable int m_open = 0;
    mutable int m_gone = 0;
    mutable bool m_isUnderWay = false; ///< somebody goes through the list in its order
    mutable QHash<Key, int> m_places;
    mutable QHash<Key, int> m_left; ///< of what is listed no more: the place of the one before it
};

} // namespace lunkuo
