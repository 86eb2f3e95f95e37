#pragma once

#include "model/review/ReviewQueue.h"
#include "model/tools/Tool.h"

namespace lunkuo
{

enum class WorkMode { Annotating, Reviewing };

/// The work of reviewers and what annotators make of it: which of both is being done, what it is about at the moment,
/// what comes next, and what was there before. Verdicts go through the document; where people look, through the
/// selection.
class ReviewBoard : public QObject
{
    Q_OBJECT
public:
    /// `person`: who is at work, for the verdicts.
    ReviewBoard(const ToolContext& context, std::function<QString()> person, QObject* parent = nullptr);

    [[nodiscard]] WorkMode mode() const { return m_mode; }
    void setMode(WorkMode mode);
    [[nodiscard]] ReviewQueue& queue() { return m_queue; }
    [[nodiscard]] const ReviewQueue& queue() const { return m_queue; }

    /// What a verdict would be about: the selected object, the place that was gone to, or the frame where whole frames
    /// are reviewed; nothing otherwise.
    [[nodiscard]] std::optional<ReviewSubject> subject() const;
    /// The same, or all objects that are selected, the main one first.
    [[nodiscard]] std::vector<ReviewSubject> subjects() const;
    /// The open verdict that an answer would be about: of the subject, or of the frame.
    [[nodiscard]] std::optional<VerdictId> openVerdict() const;

    // Each says why not when it fails; after a verdict the next open one of the queue comes.

    /// Without a subject only the next one comes.
    Result<void> acceptAndGoOn();
    Result<void> rejectAndGoOn(const std::vector<ReviewSubject>& subjects, const Rejection& rejection);
    Result<void> acceptFrameAndGoOn();
    Result<VerdictId> pin(const Eigen::Vector3d& place, const QString& text);
    /// Then the next one that is rejected comes.
    Result<void> answerAndGoOn(VerdictId verdict, const QString& text);
    Result<void> withdrawFrom(VerdictId verdict);

    /// False when nothing is open.
    bool goOn();
    /// To what comes behind the current one, of which nothing is said.
    bool passOver();
    [[nodiscard]] bool canGoBack() const { return !m_visited.empty(); }
    void goBack();
    void goTo(const ReviewSubject& subject);

    /// What is rejected or answered; in the order of the frames, what waits for the one who is at work first.
    [[nodiscard]] std::vector<VerdictId> toDo() const;
    /// How many of them wait for the one who is at work.
    [[nodiscard]] int waitingCount() const;
    /// To the next one (positive) or the previous that waits for the one who is at work; false when there is none.
    bool stepToDo(int steps);
    [[nodiscard]] bool waits(const Verdict& verdict) const;

    /// Mode, plan and place, to be there again after a restart.
    [[nodiscard]] QJsonObject toJson() const;
    void fromJson(const QJsonObject& json);

signals:
    void modeChanged();
    /// What this is about has been gone to: it should be brought into view.
    void shown(const lunkuo::ReviewSubject& subject);
    /// What it is about, or what has been said of it.
    void changed();

private:
    [[nodiscard]] Word word() const;
    void show(const ReviewSubject& subject);
    void follow(const Edit& edit);
    void remember();

    ToolContext m_context;
    std::function<QString()> m_person;
    WorkMode m_mode = WorkMode::Annotating;
    ReviewQueue m_queue;
    std::optional<ReviewSubject> m_last;  ///< of the queue: the next one comes behind it
    std::optional<ReviewSubject> m_shown; ///< what was gone to last, where it is no object
    std::vector<ReviewSubject> m_visited;
    ReviewPlan m_lookedBy; ///< the queue's when somebody chose where to look
};

} // namespace lunkuo
