#pragma once

#include "model/document/FrameCache.h"
#include "model/review/CheckedScene.h"

#include <QDir>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <mutex>
#include <optional>

namespace lunkuo
{

/// Keeps the findings about a document up to date in the background: all of it once it is started, and after each edit
/// what that touched.
class CheckRunner : public QObject
{
    Q_OBJECT
public:
    /// `frames` may be null: clouds are then read from disk always. Relative paths start from `base`.
    CheckRunner(const Document& document, const FrameCache* frames, QDir base, QObject* parent = nullptr);
    ~CheckRunner() override;

    /// Checks everything, and follows the edits from then on.
    void start();
    /// Forgets what it found and follows no edits any more.
    void stop();
    /// A person needs the machine: nothing is looked at until told otherwise.
    void hold(bool isHeld);

    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    /// Whether it has looked at everything once since it was started.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    /// Whether the findings are about the document as it is now.
    [[nodiscard]] bool isCurrent() const { return m_isWhole && !m_isRunning && m_edits.empty(); }
    /// How many frames it has looked at while it runs, and of how many.
    [[nodiscard]] std::pair<int, int> progress() const { return {m_mark->done, m_mark->total}; }
    /// As of the latest time that `changed` was emitted, see CheckedScene::findings; while not all has been looked at,
    /// what has been found so far.
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// Sentences about clouds that could not be read.
    [[nodiscard]] const QStringList& remarks() const { return m_remarks; }

    void setPause(int pause_ms) { m_pause.setInterval(pause_ms); }

signals:
    /// The findings are those about the document as it was a moment ago, or as many of them as are known by now.
    void changed();
    /// It has begun, ended or given up looking.
    void runningChanged();

private:
    struct Outcome
    {
        std::shared_ptr<CheckedScene> checked;
        Findings findings;
        QStringList remarks;
    };

    /// How far the work has come, shared with its threads.
    struct Mark
    {
        std::atomic<int> done = 0;
        std::atomic<int> total = 0;

        void tell(Findings findings);
        std::optional<Findings> taken(); ///< nothing: no news

    private:
        std::mutex m_mutex;
        std::optional<Findings> m_found;
    };

    /// Where workers wait while they are held.
    class Gate;

    void follow(const Edit& edit);
    void goOn();
    void setRunning(bool isRunning);
    void cancel();
    void run(std::function<std::shared_ptr<CheckedScene>()> begin);
    void takeFirst();
    void arrive(Outcome outcome);
    [[nodiscard]] CheckedFrameSource source() const;

    const Document& m_document;
    const FrameCache* m_frames;
    QDir m_base;
    std::shared_ptr<CheckedScene> m_checked; ///< null while a task has it, or before the first has ended
    std::vector<Edit> m_edits;               ///< that it does not know of yet
    Findings m_findings;
    QStringList m_remarks;
    QTimer m_look;  ///< at what the first pass has found so far
    QTimer m_pause; ///< who drags or types is not followed at each step
    Progress m_task;
    Progress m_work; ///< of what the task does
    std::shared_ptr<Mark> m_mark = std::make_shared<Mark>();
    std::shared_ptr<Gate> m_gate;
    bool m_isFollowing = false;
    bool m_isWhole = false;
    bool m_isRunning = false;
};

} // namespace lunkuo
