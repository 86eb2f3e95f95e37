#include "widgets/ExportDialog.h"

#include "model/formats/FormatNames.h"
#include "widgets/ClassMappingPage.h"
#include "widgets/ExportPages.h"
#include "widgets/Names.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

namespace lunkuo
{

namespace
{
const QString formatKey = QStringLiteral("format");
const QString folderKey = QStringLiteral("folder");
const QString linkKey = QStringLiteral("link");
const QString hashKey = QStringLiteral("hash");
const QString openPcdetKey = QStringLiteral("openpcdetBoxes");
const QString selectionKey = QStringLiteral("selection");
const QString splitKey = QStringLiteral("split");

constexpr int roomForLosses = 6; ///< lines more than other dialogs have

QString bytes(qint64 count)
{
    return QLocale().formattedDataSize(count);
}

QString nameOf(Split split)
{
    switch (split) {
    case Split::Train:
        return ExportDialog::tr("Training");
    case Split::Val:
        return ExportDialog::tr("Validation");
    case Split::Test:
        return ExportDialog::tr("Test");
    }
    return {};
}

/// What a preview has to say, line by line.
QStringList linesOf(const ExportPreview& preview, bool hasSplits)
{
    QStringList lines = preview.leftOut.sentences();
    QStringList classes;
    for (const auto& [id, number] : preview.shapesOfClass)
        classes.push_back(QStringLiteral("%1 %2").arg(id).arg(number));
    if (!classes.isEmpty())
        lines.push_back(ExportDialog::tr("Classes: %1").arg(classes.join(ExportDialog::tr(", "))));
    for (const Split split : {Split::Train, Split::Val, Split::Test})
        if (const auto place = static_cast<std::size_t>(split); hasSplits && preview.framesOfSplit[place] > 0)
            lines.push_back(ExportDialog::tr("%1: frames %2, boxes %3")
                                .arg(nameOf(split))
                                .arg(preview.framesOfSplit[place])
                                .arg(preview.shapesOfSplit[place]));
    lines += preview.remarks + preview.notHeld;
    const QString labels = ExportDialog::tr("Labels: about %1").arg(bytes(preview.labels_bytes));
    if (preview.files_bytes <= 0)
        return lines << labels;
    const QString files = preview.linksFiles ? ExportDialog::tr("clouds and pictures: %1, linked where possible")
                                             : ExportDialog::tr("clouds and pictures: %1");
    return lines << labels + ExportDialog::tr(", ") + files.arg(bytes(preview.files_bytes));
}
} // namespace

ExportDialog::ExportDialog(Scene scene, QDir projectFolder, QString folderStem, QStringList sources, QWidget* parent)
    : WorkDialog(parent)
    , m_scene(std::make_shared<const Scene>(std::move(scene)))
    , m_projectFolder(std::move(projectFolder))
    , m_stem(std::move(folderStem))
    , m_sources(std::move(sources))
    , m_pages(new QTabWidget)
    , m_format(new QComboBox)
    , m_folder(new PathRow)
    , m_link(new QCheckBox(tr("Link clouds and images where possible instead of copying them")))
    , m_hash(new QCheckBox(tr("Write checksums of linked files into the manifest, too")))
    , m_replace(new QCheckBox(tr("Replace a dataset that is there already")))
    , m_openPcdet(new QCheckBox(tr("Boxes for OpenPCDet and MMDetection3D")))
    , m_selection(new SelectionPage(*m_scene))
    , m_mapping(new ClassMappingPage(*m_scene))
    , m_splits(new SplitPage(*m_scene))
    , m_preview(addButton(tr("Preview")))
    , m_open(addButton(tr("Open the folder")))
{
    setWindowTitle(tr("Export a dataset"));
    startButton()->setText(tr("Export"));
    m_pages->setObjectName(QStringLiteral("pages"));
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setToolTip(tr("Counts what would be written, and writes nothing"));
    m_preview->show();
    m_open->setObjectName(QStringLiteral("open"));
    addDatasetPage();
    m_pages->addTab(m_selection, tr("Selection"));
    m_pages->addTab(m_mapping, tr("Classes"));
    m_pages->addTab(m_splits, tr("Division"));
    form()->addRow(m_pages);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::chooseFormat);
    connect(m_folder, &PathRow::pathChanged, this, &ExportDialog::check);
    // Settings that are restored come all at once.
    m_tellMissing.setSingleShot(true);
    m_tellMissing.setInterval(0);
    connect(&m_tellMissing, &QTimer::timeout, this, &ExportDialog::showMissing);
    connect(m_selection, &SelectionPage::changed, &m_tellMissing, qOverload<>(&QTimer::start));
    connect(m_mapping, &ClassMappingPage::changed, &m_tellMissing, qOverload<>(&QTimer::start));
    showMissing();
    for (const QCheckBox* box : {m_replace, m_link, m_hash, m_openPcdet})
        connect(box, &QCheckBox::toggled, this, &ExportDialog::check);
    connect(m_selection, &SelectionPage::changed, this, &ExportDialog::check);
    connect(m_mapping, &ClassMappingPage::changed, this, &ExportDialog::check);
    connect(m_splits, &SplitPage::changed, this, &ExportDialog::check);
    connect(m_preview, &QPushButton::clicked, this, &ExportDialog::startPreview);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
    chooseFormat();
    // What a format loses is read before exporting; most of it is to be seen at once.
    resize(sizeHint() + QSize(0, roomForLosses * fontMetrics().lineSpacing()));
}

void ExportDialog::addDatasetPage()
{
    m_folder->setObjectName(QStringLiteral("folder"));
    m_format->setObjectName(QStringLiteral("format"));
    m_link->setObjectName(QStringLiteral("link"));
    m_hash->setObjectName(QStringLiteral("hash"));
    m_replace->setObjectName(QStringLiteral("replace"));
    for (const DatasetFormat& format : datasetFormats())
        if (format.write)
            m_format->addItem(shownName(format), format.id);
    m_openPcdet->setObjectName(QStringLiteral("openPcdet"));
    m_openPcdet->setToolTip(tr("They take camera and LiDAR as parallel, and read KITTI's exact boxes a few centimetres "
                               "off; so they read ours exactly, but KITTI's own tools do not"));
    m_link->setChecked(true);
    m_hash->setChecked(true);
    m_hash->setToolTip(tr("Every file has to be read for it, which takes longer than linking it"));
    m_folder->addButton(tr("Elsewhere…"), [this](const QString& current) {
        return QFileDialog::getSaveFileName(this, tr("Folder of the dataset"), current, {}, nullptr,
            QFileDialog::ShowDirsOnly | QFileDialog::DontConfirmOverwrite);
    });
    auto* contents = new QLabel(tr("Frames: %1, objects: %2, boxes: %3")
                                    .arg(m_scene->frames.size())
                                    .arg(m_scene->tracks.size())
                                    .arg(m_scene->shapes.size()));
    contents->setObjectName(QStringLiteral("contents"));
    auto* page = new QWidget;
    auto* rows = new QFormLayout(page);
    rows->setContentsMargins(3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px, 3 * gridStep_px);
    rows->setVerticalSpacing(3 * gridStep_px);
    rows->setHorizontalSpacing(4 * gridStep_px);
    rows->addRow(tr("Annotation"), contents);
    findUnanswered();
    if (!m_unanswered.empty()) {
        m_missing = new Sentence(2);
        m_missing->setObjectName(QStringLiteral("missing"));
        rows->addRow(QString(), m_missing);
    }
    rows->addRow(tr("Format"), m_format);
    rows->addRow(tr("Folder"), m_folder);
    rows->addRow(QString(), m_openPcdet);
    rows->addRow(QString(), m_link);
    rows->addRow(QString(), m_hash);
    rows->addRow(QString(), m_replace);
    m_pages->addTab(page, tr("Dataset"));
}

void ExportDialog::findUnanswered()
{
    for (const auto& [id, shape] : m_scene->shapes)
        if (const QStringList missing = m_scene->unanswered(shape); m_scene->trackOf(shape) && !missing.isEmpty())
            m_unanswered.emplace(id, missing);
}

/// Of what goes out, as far as no cloud has to be read for that.
void ExportDialog::showMissing()
{
    if (!m_missing)
        return;
    ExportSelection wanted = m_selection->selection();
    wanted.mapping = m_mapping->mapping();
    std::size_t incomplete = 0;
    QStringList lacking;
    for (const auto& [id, shape] : selected(*m_scene, wanted).scene.shapes) {
        const auto missing = m_unanswered.find(id);
        if (missing == m_unanswered.end())
            continue;
        ++incomplete;
        for (const QString& attribute : missing->second)
            if (const AttributeDef* def = m_scene->taxonomy.attribute(attribute))
                lacking << Names::of(def->name);
    }
    lacking.removeDuplicates();
    const QString sentence =
        wanted.minimumPoints > 0
            ? tr("Boxes to be exported that lack a required attribute (%2): at most %1. They go out without it.")
            : tr("Boxes to be exported that lack a required attribute (%2): %1. They go out without it.");
    m_missing->setVisible(incomplete > 0);
    m_missing->say(sentence.arg(incomplete).arg(lacking.join(tr(", "))), Tone::Warning);
}

const DatasetFormat& ExportDialog::format() const
{
    return *datasetFormat(m_format->currentData().toString());
}

void ExportDialog::chooseFormat()
{
    const DatasetFormat& chosen = format();
    m_link->setEnabled(chosen.carriesFiles);
    m_openPcdet->setVisible(chosen.hasCameraBoxes);
    m_link->setToolTip(chosen.carriesFiles
                           ? tr("A link is the same file under a second name: it takes no room, and who "
                                "changes the one changes the other. Files on another disk are copied.")
                           : tr("This format refers to clouds and images where they are"));
    m_splits->setHeld(chosen.holds.splits);
    if (m_folder->path() == m_proposed) {
        m_proposed = m_stem + u'-' + chosen.id;
        m_folder->setPath(m_proposed);
    }
    check();
}

void ExportDialog::check()
{
    m_hash->setEnabled(m_link->isEnabled() && m_link->isChecked());
    setProblem(problem());
}

/// What stands in the way of exporting; empty: nothing does.
QString ExportDialog::problem() const
{
    const QString folder = m_folder->path();
    const QFileInfo info(folder);
    if (folder.isEmpty())
        return tr("The dataset needs a folder.");
    if (info.exists() && !info.isDir())
        return tr("“%1” is a file; the dataset needs a folder.").arg(QDir::toNativeSeparators(folder));
    if (info.isDir() && !QDir(folder).isEmpty() && !m_replace->isChecked())
        return tr("“%1” is not empty: choose another folder, or replace what is there.")
            .arg(QDir::toNativeSeparators(folder));
    return {};
}

ExportRequest ExportDialog::request() const
{
    ExportRequest result;
    result.options.folder = m_folder->path();
    result.options.replace = m_replace->isChecked();
    result.options.linkFiles = m_link->isChecked();
    result.options.hashLinks = m_hash->isChecked();
    result.options.openPcdetBoxes = format().hasCameraBoxes && m_openPcdet->isChecked();
    result.options.sources = m_sources;
    result.selection = m_selection->selection();
    result.selection.mapping = m_mapping->mapping();
    result.split = m_splits->recipe();
    result.projectName = QFileInfo(m_stem).fileName();
    return result;
}

/// What was written, and of which frames only a part.
struct ExportDialog::Exported
{
    ExportReport report;
    int incompleteFrames = 0;
};

void ExportDialog::start()
{
    m_open->hide();
    m_preview->setEnabled(false);
    m_written = m_folder->path();
    run(
        [chosen = &format(), asked = request(), scene = m_scene, folder = m_projectFolder](
            const Progress& progress) -> Result<Exported> {
            const auto plan = planExport(*scene, folder, *chosen, asked, progress);
            if (!plan)
                return tl::unexpected(plan.error());
            return writePlan(*plan, folder, *chosen, progress).map([&plan](const ExportReport& report) {
                return Exported{report, plan->preview.leftOut.incompleteFrames};
            });
        },
        [this](const Result<Exported>& exported) { take(exported); });
}

void ExportDialog::startPreview()
{
    startWith([this] {
        m_open->hide();
        m_preview->setEnabled(false);
        run([chosen = &format(), asked = request(), scene = m_scene, folder = m_projectFolder](
                const Progress& progress) { return planExport(*scene, folder, *chosen, asked, progress); },
            [this](const Result<ExportPlan>& plan) { showPreview(plan); });
    });
}

void ExportDialog::showPreview(const Result<ExportPlan>& plan)
{
    m_preview->setEnabled(true);
    if (!plan) {
        finishWith(plan.error().sentence, isStopping() ? Tone::Warning : Tone::Bad);
        return;
    }
    const ExportPreview& preview = plan->preview;
    const QString counts = preview.isAtMost
                               ? tr("Would be exported: sequences %1, frames %2, objects %3, boxes %4 at most.")
                               : tr("Would be exported: sequences %1, frames %2, objects %3, boxes %4.");
    const bool isWhole = preview.frames > 0 && preview.leftOut.incompleteFrames == 0;
    finishWith(counts.arg(preview.sequences).arg(preview.frames).arg(preview.tracks).arg(preview.shapes),
        isWhole ? Tone::Good : Tone::Warning, linesOf(preview, format().holds.splits));
}

/// After a preview: what is in the way of exporting still is, and is said above all else.
void ExportDialog::finishWith(const QString& sentence, Tone tone, const QStringList& remarks)
{
    const QString reason = problem();
    if (reason.isEmpty()) {
        finish(sentence, tone, remarks);
        return;
    }
    finish(reason, tone == Tone::Bad ? tone : Tone::Warning, QStringList{sentence} + remarks);
    startButton()->setEnabled(false);
    startButton()->setToolTip(reason);
}

void ExportDialog::take(const Result<Exported>& exported)
{
    m_preview->setEnabled(true);
    if (!exported) {
        finish(exported.error().sentence, isStopping() ? Tone::Warning : Tone::Bad);
        return;
    }
    m_open->show();
    finish(tr("Exported to “%3”. Frames: %1, boxes: %2.")
               .arg(exported->report.frames)
               .arg(exported->report.shapes)
               .arg(QDir::toNativeSeparators(m_written)),
        exported->incompleteFrames > 0 ? Tone::Warning : Tone::Good, exported->report.notHeld);
}

QJsonObject ExportDialog::settings() const
{
    const ExportRequest asked = request();
    QJsonObject result{{formatKey, format().id}, {linkKey, asked.options.linkFiles}, {hashKey, asked.options.hashLinks},
        {openPcdetKey, m_openPcdet->isChecked()}, {selectionKey, asked.selection.toJson()}};
    if (m_folder->path() != m_proposed)
        result[folderKey] = m_folder->path();
    if (asked.split)
        result[splitKey] = asked.split->toJson();
    return result;
}

void ExportDialog::restore(const QJsonObject& settings)
{
    if (settings.isEmpty())
        return;
    if (const int place = m_format->findData(settings.value(formatKey).toString()); place >= 0)
        m_format->setCurrentIndex(place);
    if (const QString folder = settings.value(folderKey).toString(); !folder.isEmpty())
        m_folder->setPath(folder);
    m_link->setChecked(settings.value(linkKey).toBool(true));
    m_hash->setChecked(settings.value(hashKey).toBool(true));
    m_openPcdet->setChecked(settings.value(openPcdetKey).toBool());
    const ExportSelection selection = ExportSelection::fromJson(settings.value(selectionKey).toObject());
    m_selection->setSelection(selection);
    m_mapping->setMapping(selection.mapping);
    m_splits->setRecipe(SplitRecipe::fromJson(settings.value(splitKey)));
    check();
}

} // namespace lunkuo
