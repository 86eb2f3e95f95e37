#include "widgets/ExportDialog.h"

#include "model/base/Task.h"
#include "widgets/PathRow.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace lunkuo
{

ExportDialog::ExportDialog(Scene scene, QDir projectFolder, const QString& proposedFolder, QWidget* parent)
    : WorkDialog(parent)
    , m_scene(std::move(scene))
    , m_projectFolder(std::move(projectFolder))
    , m_format(new QComboBox)
    , m_folder(new PathRow)
    , m_link(new QCheckBox(tr("Link clouds and images where possible instead of copying them")))
    , m_replace(new QCheckBox(tr("Replace a dataset that is there already")))
{
    setWindowTitle(tr("Export a dataset"));
    startButton()->setText(tr("Export"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_format->setObjectName(QStringLiteral("format"));
    m_replace->setObjectName(QStringLiteral("replace"));
    for (const DatasetFormat& format : datasetFormats())
        m_format->addItem(format.name, format.id);
    m_link->setChecked(true);
    m_folder->setPath(proposedFolder);
    m_folder->addButton(tr("Elsewhere…"), [this](const QString& current) {
        const QString beside = QFileInfo(current).absolutePath();
        return QFileDialog::getSaveFileName(this, tr("Folder of the dataset"), beside, {}, nullptr,
            QFileDialog::ShowDirsOnly | QFileDialog::DontConfirmOverwrite);
    });
    auto* contents = new QLabel(tr("%1 objects in %2 frames").arg(m_scene.shapes.size()).arg(m_scene.frames.size()));
    form()->addRow(tr("Annotation"), contents);
    form()->addRow(tr("Format"), m_format);
    form()->addRow(tr("Folder"), m_folder);
    form()->addRow(QString(), m_link);
    form()->addRow(QString(), m_replace);
    if (const QString missing = missingSentence(); !missing.isEmpty()) {
        auto* warning = new QLabel(missing);
        warning->setWordWrap(true);
        QPalette ink = warning->palette();
        ink.setColor(QPalette::WindowText, toneColor(Tone::Warning, ink));
        warning->setPalette(ink);
        form()->addRow(QString(), warning);
    }
    connect(m_folder, &PathRow::pathChanged, this, &ExportDialog::check);
    connect(m_replace, &QCheckBox::toggled, this, &ExportDialog::check);
    check();
}

QString ExportDialog::missingSentence() const
{
    std::size_t incomplete = 0;
    for (const auto& [id, shape] : m_scene.shapes)
        if (const Track* track = m_scene.trackOf(shape))
            incomplete +=
                m_scene.taxonomy.missing(track->classId, track->attributes, shape.attributes).isEmpty() ? 0 : 1;
    return incomplete == 0 ? QString()
                           : tr("%1 objects lack a required attribute; they go out without it.").arg(incomplete);
}

void ExportDialog::check()
{
    const QString folder = m_folder->path();
    const QDir dir(folder);
    if (folder.isEmpty())
        setProblem(tr("The dataset needs a folder."));
    else if (dir.exists() && !dir.isEmpty() && !m_replace->isChecked())
        setProblem(tr("“%1” is not empty: choose another folder, or replace what is there.").arg(folder));
    else
        setProblem({});
}

Progress ExportDialog::start()
{
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    const ExportOptions options{m_folder->path(), m_replace->isChecked(), m_link->isChecked()};
    return runTask(
        this,
        [format, options, scene = m_scene, folder = m_projectFolder](
            const Progress& progress) { return format->write(scene, folder, options, progress); },
        [this, options](const Result<ExportReport>& report) {
            if (!report) {
                finish(report.error().sentence, false);
                return;
            }
            QStringList sentences{tr("Exported %1 frames with %2 objects to “%3”.")
                                      .arg(report->frames)
                                      .arg(report->shapes)
                                      .arg(QDir::toNativeSeparators(options.folder))};
            sentences += report->notHeld;
            finish(sentences.join(u'\n'), true);
        },
        progressReport());
}

} // namespace lunkuo
