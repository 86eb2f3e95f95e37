#include "app/TrackWork.h"

#include "model/base/Task.h"
#include "model/document/ReviewGuard.h"
#include "widgets/Names.h"
#include "widgets/ObjectViewDialog.h"

#include <QProgressDialog>
#include <QTimer>

namespace lunkuo
{

namespace
{

constexpr int patience_ms = 300; ///< shorter work shows no dialog
constexpr int lookEvery_ms = 40;

/// How far the work is: written by its thread, read by this one.
struct Mark
{
    std::atomic<int> done = 0;
    std::atomic<int> total = 0;
};

} // namespace

TrackWork::TrackWork(Workspace& workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
{
}

Result<TrackJob> TrackWork::job() const
{
    Session& session = m_workspace.session();
    return trackJob(session.document().scene(), session.frames(), session.followed().id());
}

template <class Work, class Done>
void TrackWork::run(const QString& text, Work work, Done done)
{
    const auto mark = std::make_shared<Mark>();
    const Progress progress([mark](int part, int total) {
        mark->done = part;
        mark->total = total;
    });
    auto* dialog = new QProgressDialog(text, tr("Cancel"), 0, 0, &m_workspace);
    dialog->setWindowModality(Qt::WindowModal);
    dialog->setMinimumDuration(patience_ms);
    dialog->setAutoReset(false);
    dialog->setAutoClose(false);
    auto* look = new QTimer(dialog);
    look->start(lookEvery_ms);
    connect(look, &QTimer::timeout, dialog, [dialog, mark] {
        dialog->setMaximum(mark->total);
        dialog->setValue(mark->done);
    });
    connect(dialog, &QProgressDialog::canceled, this, [progress] { progress.cancel(); });
    runTask(
        this, [work = std::move(work), progress](const Progress&) { return work(progress); },
        [this, dialog, progress, done = std::move(done)](const auto& result) {
            dialog->disconnect(this); // closing it cancels nothing any more
            dialog->close();
            dialog->deleteLater();
            if (progress.isCancelled())
                return;
            if (result)
                done(*result);
            else
                m_workspace.say(result.error().sentence, Tone::Warning);
        });
}

void TrackWork::complete()
{
    if (!m_workspace.session().tools().settle())
        return;
    const auto found = job();
    if (!found) {
        m_workspace.say(found.error().sentence, Tone::Warning);
        return;
    }
    const auto shared = std::make_shared<const TrackJob>(*found);
    run(
        tr("Completing %1 over all frames…").arg(shared->name),
        [shared](const Progress& progress) { return completed(*shared, progress); },
        [this, shared](const SequenceCompletion& completion) {
            const ReviewGuard::Pass pass; // it was begun before anybody reviewed
            if (const auto used = useCompletion(m_workspace.session().document(), *shared, completion); !used)
                m_workspace.warnOf(used);
            else
                sayWhatCame(*shared, completion);
        });
}

void TrackWork::sayWhatCame(const TrackJob& job, const SequenceCompletion& completion)
{
    const Eigen::Vector3d& size = completion.size;
    m_workspace.say(tr("%1: one size of %2 × %3 × %4 m and one outline from %5 frames.")
                        .arg(job.name)
                        .arg(size.x(), 0, 'f', 2)
                        .arg(size.y(), 0, 'f', 2)
                        .arg(size.z(), 0, 'f', 2)
                        .arg(completion.views.size()),
        Tone::Good);
}

void TrackWork::goToBestFrame()
{
    if (!m_workspace.session().tools().settle())
        return;
    const auto found = job();
    if (!found) {
        m_workspace.say(found.error().sentence, Tone::Warning);
        return;
    }
    const auto shared = std::make_shared<const TrackJob>(*found);
    run(
        tr("Looking for the frame that shows most of it…"),
        [shared](const Progress& progress) { return bestFrame(*shared, progress); },
        [this](FrameId frame) { m_workspace.goToFrame(frame); });
}

void TrackWork::show()
{
    if (!m_workspace.session().tools().settle())
        return;
    const auto found = job();
    if (!found) {
        m_workspace.say(found.error().sentence, Tone::Warning);
        return;
    }
    const Scene& scene = m_workspace.session().document().scene();
    const QColor color = Names::colorOf(scene.taxonomy, scene.tracks.at(found->track).classId);
    ObjectViewDialog dialog(m_workspace.session().document(), *found, color, &m_workspace);
    connect(&dialog, &ObjectViewDialog::refused, this,
        [this](const QString& sentence) { m_workspace.say(sentence, Tone::Warning); });
    connect(
        &dialog, &ObjectViewDialog::frameWanted, this, [this](FrameId frame) { m_workspace.goToFrame(frame); },
        Qt::QueuedConnection);
    dialog.exec();
}

} // namespace lunkuo
