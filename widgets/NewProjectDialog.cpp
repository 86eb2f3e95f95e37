#include "widgets/NewProjectDialog.h"

#include "model/bag/BagUnpacking.h"
#include "model/base/Task.h"
#include "model/cloud/CloudFormat.h"
#include "model/cloud/TextFormat.h"
#include "widgets/BagDialog.h"
#include "widgets/ColumnsDialog.h"
#include "widgets/Names.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 640;
constexpr int foundLines = 4;
constexpr int problemLines = 2;
constexpr int sequenceLines = 5;
const QString preset = QStringLiteral("lunkuo"); ///< looks at data before a taxonomy is chosen

QString summaryOf(const Scene& scene)
{
    std::size_t images = 0;
    for (const auto& [id, frame] : scene.frames)
        images += frame.images.size();
    return NewProjectDialog::tr("Frames: %1, images: %2, annotated objects: %3.")
        .arg(scene.frames.size())
        .arg(images)
        .arg(scene.tracks.size());
}

QString summaryOf(const OpenedData& data)
{
    return data.sequences.size() > 1 ? NewProjectDialog::tr("%1, sequences: %2. %3")
                                           .arg(data.layout)
                                           .arg(data.sequences.size())
                                           .arg(summaryOf(data.scene))
                                     : summaryOf(data.scene);
}

/// A sound bag, which has only to be unpacked.
bool isBagToUnpack(const QString& path, const Progress& progress)
{
    return isBagAt(path) && bagContents(path, progress);
}
} // namespace

struct NewProjectDialog::Found
{
    OpenedData data;
    QString firstFailure; ///< why the first frame's cloud cannot be read
    QString textCloud;    ///< one whose columns can be said
    QString sayOfBag{};   ///< where there is a sound bag, which has only to be unpacked, and no data yet
};

NewProjectDialog::NewProjectDialog(const QString& dataPath, QString (*projectPathFor)(const QString&), QWidget* parent)
    : QDialog(parent)
    , m_projectPathFor(projectPathFor)
    , m_form(new QFormLayout)
    , m_data(new PathRow)
    , m_found(new Sentence(foundLines))
    , m_sequences(new QListWidget)
    , m_sweeps(new QCheckBox(tr("Frames between those that are annotated too (sweeps)")))
    , m_taxonomy(new QComboBox)
    , m_annotation(new QCheckBox(tr("Take over the annotation that lies beside the data")))
    , m_help(new QPushButton)
    , m_project(new PathRow)
    , m_problem(new Sentence(problemLines))
{
    setWindowTitle(tr("New project from data"));
    setAcceptDrops(true);
    m_data->setObjectName(QStringLiteral("data"));
    m_found->setObjectName(QStringLiteral("found"));
    m_sequences->setObjectName(QStringLiteral("sequences"));
    m_sequences->setFixedHeight(sequenceLines * (fontMetrics().height() + gridStep_px));
    m_sequences->setToolTip(tr("Only the ticked sequences go into the project."));
    m_sweeps->setObjectName(QStringLiteral("sweeps"));
    m_taxonomy->setObjectName(QStringLiteral("taxonomy"));
    m_annotation->setObjectName(QStringLiteral("annotation"));
    m_project->setObjectName(QStringLiteral("project"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_annotation->setChecked(true);
    m_data->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of clouds"), current);
    });
    m_data->addButton(tr("Cloud…"),
        [this](const QString& current) { return QFileDialog::getOpenFileName(this, tr("Cloud"), current); });
    m_project->addButton(tr("Elsewhere…"), [this](const QString& current) {
        return QFileDialog::getSaveFileName(this, tr("Project file"), current, tr("Projects (*.lunkuo)"));
    });
    m_help->setObjectName(QStringLiteral("help"));
    m_help->setAutoDefault(false);
    m_help->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_help->hide();
    connect(m_help, &QPushButton::clicked, this, [this] {
        if (m_textCloud.isEmpty())
            unpackBag();
        else
            chooseColumns();
    });
    addTaxonomies();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_make = buttons->addButton(tr("Make the project"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(QStringLiteral("make"));
    m_make->setDefault(true);

    m_form->setVerticalSpacing(3 * gridStep_px);
    m_form->setHorizontalSpacing(4 * gridStep_px);
    m_form->addRow(tr("Data"), m_data);
    m_form->addRow(QString(), m_found);
    m_form->addRow(QString(), m_help);
    m_form->addRow(tr("Sequences"), m_sequences);
    m_form->addRow(QString(), m_sweeps);
    m_form->addRow(tr("Taxonomy"), m_taxonomy);
    m_form->addRow(QString(), m_annotation);
    m_form->addRow(tr("Project file"), m_project);
    m_form->addRow(QString(), m_problem);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->addStrut(width_px);
    layout->addLayout(m_form);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_data, &PathRow::pathChanged, this, &NewProjectDialog::lookAtData);
    connect(m_project, &PathRow::pathChanged, this, &NewProjectDialog::check);
    connect(m_sequences, &QListWidget::itemChanged, this, &NewProjectDialog::check);
    connect(m_taxonomy, &QComboBox::activated, this, &NewProjectDialog::chooseTaxonomyFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_data->setPath(dataPath);
    lookAtData();
}

NewProjectDialog::~NewProjectDialog()
{
    m_looking.cancel();
    m_listing.cancel();
}

void NewProjectDialog::addTaxonomies()
{
    for (const QString& name : Taxonomy::presets())
        if (const auto taxonomy = Taxonomy::load(name))
            m_taxonomy->addItem(Names::of(taxonomy->name), name);
    m_taxonomy->setCurrentIndex(std::max(0, m_taxonomy->findData(preset)));
    m_taxonomy->addItem(tr("From a file…"), QString());
}

NewProject NewProjectDialog::choice() const
{
    QString path = m_project->path();
    if (!path.endsWith(QStringLiteral(".lunkuo")))
        path += QStringLiteral(".lunkuo");
    DataChoice choice{chosenSequences(), m_sweeps->isChecked() && !m_sweeps->isHidden()};
    if (choice.sequences.size() == m_sequences->count())
        choice.sequences.clear(); // all of them
    return {QFileInfo(path).absoluteFilePath(), QFileInfo(m_data->path()).absoluteFilePath(),
        m_taxonomy->currentData().toString(), m_annotation->isChecked(), choice};
}

void NewProjectDialog::lookAtData()
{
    m_looking.cancel(); // another path was typed meanwhile
    m_listing.cancel();
    m_isDataGood = false;
    m_isBag = false;
    m_annotation->setEnabled(false);
    showSequences({});
    m_form->setRowVisible(m_sweeps, false);
    m_textCloud.clear();
    const QString path = m_data->path();
    offerHelp();
    if (path.isEmpty()) {
        m_found->hint(
            tr("Choose a folder (KITTI, nuScenes, SUSTechPOINTS, or clouds in any format), a single cloud or a "
               "ROS 2 bag, or drop it here."));
        check();
        return;
    }
    if (m_project->path().isEmpty() || m_project->path() == m_proposed) {
        m_proposed = m_projectPathFor(path);
        m_project->setPath(m_proposed);
    }
    m_found->hint(tr("Looking…"));
    check();
    m_listing = runTask(
        this, [path](const Progress&) -> Result<QStringList> { return sequencesAt(path); },
        [this](const Result<QStringList>& names) {
            if (names)
                offerSequences(*names);
        });
    m_looking = runTask(
        this,
        [path](const Progress& progress) {
            const auto taxonomy = Taxonomy::load(preset);
            auto opened =
                taxonomy ? openData(path, *taxonomy, progress) : Result<OpenedData>(tl::unexpected(taxonomy.error()));
            if (!opened && isBagToUnpack(path, progress))
                return Result<Found>(Found{{}, {}, {},
                    isUnpackedBag(unpackedFolderFor(path))
                        ? opened.error().sentence
                        : tr("A ROS 2 bag: its clouds are written into a folder first.")});
            if (!opened)
                return Result<Found>(tl::unexpected(opened.error()));
            const QString why = firstFailure(opened->scene);
            return Result<Found>(Found{*opened, why, textCloudToSay(opened->scene, why.isEmpty())});
        },
        [this](const Result<Found>& found) { showFound(found); });
}

QString NewProjectDialog::textCloudToSay(const Scene& scene, bool isRead)
{
    const std::vector<FrameId> order = scene.frameOrder();
    const QString path = order.empty() ? QString() : scene.frames.at(order.front()).cloudPath;
    const CloudFormat* format = cloudFormatFor(path);
    if (!format || format->id != u"text")
        return {};
    return isRead && namesColumns(beginningOfText(path).value_or(QByteArray())) ? QString() : path;
}

/// Names and sizes of files promise clouds, only reading one shows them.
QString NewProjectDialog::firstFailure(const Scene& scene)
{
    const std::vector<FrameId> order = scene.frameOrder();
    if (order.empty())
        return {};
    const auto cloud = readCloud(scene.frames.at(order.front()).cloudPath);
    return cloud ? QString() : cloud.error().sentence;
}

void NewProjectDialog::offerSequences(const QStringList& names)
{
    if (m_sequences->count() != 0 || names.size() < 2)
        return;
    m_isDataGood = true;
    showSequences(names);
    check();
}

void NewProjectDialog::showFound(const Result<Found>& found)
{
    m_listing.cancel();
    m_isBag = found && !found->sayOfBag.isEmpty();
    m_isDataGood = found && !m_isBag;
    m_annotation->setEnabled(found && !found->data.scene.shapes.empty());
    if (found)
        showSequences(found->data.sequences);
    m_form->setRowVisible(m_sweeps, found && found->data.hasSweeps);
    if (!found)
        m_found->say(found.error().sentence, Tone::Bad);
    else if (m_isBag)
        m_found->say(found->sayOfBag, Tone::Warning);
    else if (found->firstFailure.isEmpty())
        m_found->say(summaryOf(found->data), Tone::Good, found->data.remarks);
    else
        m_found->say(summaryOf(found->data), Tone::Warning, QStringList(found->firstFailure) + found->data.remarks);
    m_textCloud = found ? found->textCloud : QString();
    offerHelp();
    check();
}

void NewProjectDialog::showSequences(const QStringList& names)
{
    const bool isChoice = names.size() > 1;
    if (isChoice && m_sequences->count() == names.size())
        return; // a person has begun to choose
    const QSignalBlocker quiet(m_sequences);
    m_sequences->clear();
    for (const QString& name : isChoice ? names : QStringList()) {
        auto* item = new QListWidgetItem(name, m_sequences);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    m_form->setRowVisible(m_sequences, isChoice);
}

QStringList NewProjectDialog::chosenSequences() const
{
    QStringList result;
    for (int row = 0; row < m_sequences->count(); ++row)
        if (const QListWidgetItem* item = m_sequences->item(row); item->checkState() == Qt::Checked)
            result.push_back(item->text());
    return result;
}

/// A sound bag that is not unpacked yet, or a text cloud whose columns nobody has said.
void NewProjectDialog::offerHelp()
{
    m_help->setVisible(m_isBag || !m_textCloud.isEmpty());
    m_help->setText(m_isBag ? tr("Unpack the bag…") : tr("Say what the columns are…"));
    m_help->setToolTip(m_isBag ? tr("Writes the clouds and pictures of the bag into a folder that a project can name")
                               : tr("The file is text that does not say what its columns are"));
}

void NewProjectDialog::unpackBag()
{
    BagDialog dialog(m_data->path(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_data->setPath(dialog.folder());
}

void NewProjectDialog::chooseColumns()
{
    ColumnsDialog dialog(m_textCloud, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    addTextLayout(dialog.key(), dialog.layoutChosen());
    emit columnsSaid();
    lookAtData();
}

QString NewProjectDialog::problem() const
{
    if (m_sequences->count() > 0 && chosenSequences().isEmpty())
        return tr("A project needs at least one sequence.");
    const QFileInfo project(choice().path);
    const QFileInfo folder(project.absolutePath());
    if (m_project->path().isEmpty())
        return tr("The project needs a file of its own.");
    if (project.exists())
        return tr("“%1” exists already: open it, or choose another name.").arg(project.fileName());
    if (!folder.isDir())
        return tr("“%1” is no folder.").arg(QDir::toNativeSeparators(folder.filePath()));
    if (!folder.isWritable())
        return tr("“%1” cannot be written to.").arg(QDir::toNativeSeparators(folder.filePath()));
    return {};
}

void NewProjectDialog::check()
{
    // Without data there is nothing to say about the project yet.
    const QString sentence = m_data->path().isEmpty() ? QString() : problem();
    m_problem->say(sentence, Tone::Warning);
    m_make->setEnabled(m_isDataGood && sentence.isEmpty());
    m_make->setToolTip(m_make->isEnabled() ? QString() : m_isDataGood ? sentence : m_found->text());
}

void NewProjectDialog::chooseTaxonomyFile()
{
    if (m_taxonomy->currentIndex() != m_taxonomy->count() - 1)
        return;
    m_taxonomy->setCurrentIndex(std::max(0, m_taxonomy->findData(preset)));
    const QString file = QFileDialog::getOpenFileName(this, tr("Taxonomy"), m_data->path(), tr("Taxonomies (*.json)"));
    if (file.isEmpty())
        return;
    const auto taxonomy = Taxonomy::load(file);
    if (!taxonomy) {
        m_problem->say(taxonomy.error().sentence, Tone::Bad);
        return;
    }
    if (m_taxonomy->findData(file) < 0) {
        const QString text = tr("%1 (%2)").arg(Names::of(taxonomy->name), QFileInfo(file).fileName());
        m_taxonomy->insertItem(m_taxonomy->count() - 1, text, file);
    }
    m_taxonomy->setCurrentIndex(m_taxonomy->findData(file));
    check();
}

void NewProjectDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (PathRow::droppedPath(*event->mimeData()))
        event->acceptProposedAction();
}

void NewProjectDialog::dropEvent(QDropEvent* event)
{
    m_data->setPath(*PathRow::droppedPath(*event->mimeData()));
    event->acceptProposedAction();
}

} // namespace lunkuo
