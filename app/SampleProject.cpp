#include "app/SampleProject.h"

#include "model/base/Task.h"

#include <QFileInfo>
#include <QProgressDialog>
#include <QStandardPaths>
#include <QTimer>

namespace lunkuo
{

namespace
{
constexpr int lookEvery_ms = 40;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleProject)
};

/// How far the work is, told by another thread.
struct Mark
{
    std::atomic<int> done = 0;
    std::atomic<int> total = 0; ///< unknown yet
};

/// False when the person cancelled it.
Result<bool> simulate(const QString& folder, const synth::SampleOptions& options, QWidget* parent)
{
    QProgressDialog dialog(
        Text::tr("Simulating the sample street. This is done only once."), Text::tr("Cancel"), 0, 0, parent);
    dialog.setWindowTitle(Text::tr("Sample"));
    dialog.setWindowModality(Qt::WindowModal);
    dialog.setMinimumDuration(0);
    dialog.setAutoReset(false);
    const auto mark = std::make_shared<Mark>();
    const Progress progress([mark](int done, int total) {
        mark->done = done;
        mark->total = total;
    });
    Result<bool> outcome = false;
    runTask(
        &dialog, [folder, options, progress](const Progress&) { return synth::writeSample(folder, options, progress); },
        [&](const Result<synth::SampleSummary>& written) {
            outcome = written ? Result<bool>(true) : tl::unexpected(written.error());
            dialog.accept();
        });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &dialog, [&] {
        dialog.setMaximum(mark->total);
        dialog.setValue(mark->done);
    });
    look.start(lookEvery_ms);
    if (dialog.exec() == QDialog::Accepted)
        return outcome;
    progress.cancel();
    return false;
}
} // namespace

QString sampleFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("sample"));
}

Result<void> openSample(Desk& desk, QWidget* parent, const synth::SampleOptions& options)
{
    const QString data = sampleFolder();
    if (!QFileInfo::exists(data)) {
        const QString place = QFileInfo(data).path();
        if (!QDir().mkpath(place))
            return failure(Text::tr("“%1” cannot be made for the sample.").arg(place));
        if (const Result<bool> simulated = simulate(data, options, parent); !simulated || !*simulated)
            return simulated ? Result<void>() : tl::unexpected(simulated.error());
    }
    const QString project = Desk::projectPathFor(data);
    // The sample is there to be annotated: its truth stays in its files.
    return QFileInfo::exists(project) ? desk.open(project) : desk.create({project, data, Desk::defaultTaxonomy, false});
}

} // namespace lunkuo
