#include "widgets/ExportDialog.h"

#include "widgets/Names.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace lunkuo
{

ExportDialog::ExportDialog(Scene scene, QDir projectFolder, QString folderStem, QWidget* parent)
    : WorkDialog(parent)
    , m_scene(std::move(scene))
    , m_projectFolder(std::move(projectFolder))
    , m_stem(std::move(folderStem))
    , m_format(new QComboBox)
    , m_folder(new PathRow)
    , m_link(new QCheckBox(tr("Link clouds and images where possible instead of copying them")))
    , m_replace(new QCheckBox(tr("Replace a dataset that is there already")))
    , m_open(addButton(tr("Open the folder")))
{
    setWindowTitle(tr("Export a dataset"));
    startButton()->setText(tr("Export"));
    m_folder->setObjectName(QStringLiteral("folder"));
    m_format->setObjectName(QStringLiteral("format"));
    m_link->setObjectName(QStringLiteral("link"));
    m_replace->setObjectName(QStringLiteral("replace"));
    m_open->setObjectName(QStringLiteral("open"));
    for (const DatasetFormat& format : datasetFormats())
        m_format->addItem(format.name, format.id);
    m_link->setChecked(true);
    m_folder->addButton(tr("Elsewhere…"), [this](const QString& current) {
        return QFileDialog::getSaveFileName(this, tr("Folder of the dataset"), current, {}, nullptr,
            QFileDialog::ShowDirsOnly | QFileDialog::DontConfirmOverwrite);
    });
    auto* contents = new QLabel(tr("Objects: %1, frames: %2").arg(m_scene.shapes.size()).arg(m_scene.frames.size()));
    contents->setObjectName(QStringLiteral("contents"));
    form()->addRow(tr("Annotation"), contents);
    if (const QString missing = missingSentence(); !missing.isEmpty()) {
        auto* warning = new Sentence(2);
        warning->setObjectName(QStringLiteral("missing"));
        warning->say(missing, Tone::Warning);
        form()->addRow(QString(), warning);
    }
    form()->addRow(tr("Format"), m_format);
    form()->addRow(tr("Folder"), m_folder);
    form()->addRow(QString(), m_link);
    form()->addRow(QString(), m_replace);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseFormat);
    connect(m_folder, &PathRow::pathChanged, this, &ExportDialog::check);
    connect(m_replace, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
    chooseFormat();
}

QString ExportDialog::missingSentence() const
{
    std::size_t incomplete = 0;
    QStringList lacking;
    for (const auto& [id, shape] : m_scene.shapes) {
        const Track* track = m_scene.trackOf(shape);
        if (!track)
            continue;
        const QStringList missing = m_scene.unanswered(shape);
        incomplete += missing.isEmpty() ? 0 : 1;
        for (const QString& attribute : missing)
            if (const AttributeDef* def = m_scene.taxonomy.attribute(attribute))
                lacking << Names::of(def->name);
    }
    lacking.removeDuplicates();
    return incomplete == 0 ? QString()
                           : tr("Objects that lack a required attribute (%2): %1. They go out without it.")
                                 .arg(incomplete)
                                 .arg(lacking.join(tr(", ")));
}

void ExportDialog::chooseFormat()
{
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    m_link->setEnabled(format->carriesFiles);
    m_link->setToolTip(format->carriesFiles ? tr("Links take no room on the disk; a copy can be moved elsewhere")
                                            : tr("This format refers to clouds and images where they are"));
    if (m_folder->path() == m_proposed) {
        m_proposed = m_stem + u'-' + format->id;
        m_folder->setPath(m_proposed);
    }
    check();
}

void ExportDialog::check()
{
    const QString folder = m_folder->path();
    const QFileInfo info(folder);
    const bool isTaken = info.isDir() && !QDir(folder).isEmpty();
    if (folder.isEmpty())
        setProblem(tr("The dataset needs a folder."));
    else if (info.exists() && !info.isDir())
        setProblem(tr("“%1” is a file; the dataset needs a folder.").arg(QDir::toNativeSeparators(folder)));
    else if (isTaken && !m_replace->isChecked())
        setProblem(tr("“%1” is not empty: choose another folder, or replace what is there.")
                       .arg(QDir::toNativeSeparators(folder)));
    else
        setProblem({});
}

void ExportDialog::start()
{
    m_open->hide();
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    const ExportOptions options{m_folder->path(), m_replace->isChecked(), m_link->isChecked()};
    m_written = options.folder;
    run([format, options, scene = m_scene, folder = m_projectFolder](
            const Progress& progress) { return format->write(scene, folder, options, progress); },
        [this](const Result<ExportReport>& report) { take(report); });
}

void ExportDialog::take(const Result<ExportReport>& report)
{
    if (!report) {
        finish(report.error().sentence, isStopping() ? Tone::Warning : Tone::Bad);
        return;
    }
    m_open->show();
    finish(tr("Exported to “%3”. Frames: %1, objects: %2.")
               .arg(report->frames)
               .arg(report->shapes)
               .arg(QDir::toNativeSeparators(m_written)),
        Tone::Good, report->notHeld);
}

} // namespace lunkuo
