#include "widgets/NewProjectDialog.h"

#include "model/base/Task.h"
#include "model/cloud/CloudFormat.h"
#include "model/scene/OpenData.h"
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
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 640;
constexpr int foundLines = 4;
constexpr int problemLines = 2;
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
} // namespace

struct NewProjectDialog::Found
{
    OpenedData data;
    QString firstFailure; ///< why the first frame's cloud cannot be read
};

NewProjectDialog::NewProjectDialog(const QString& dataPath, QString (*projectPathFor)(const QString&), QWidget* parent)
    : QDialog(parent)
    , m_projectPathFor(projectPathFor)
    , m_data(new PathRow)
    , m_found(new Sentence(foundLines))
    , m_taxonomy(new QComboBox)
    , m_annotation(new QCheckBox(tr("Take over the annotation that lies beside the data")))
    , m_project(new PathRow)
    , m_problem(new Sentence(problemLines))
{
    setWindowTitle(tr("New project from data"));
    setAcceptDrops(true);
    m_data->setObjectName(QStringLiteral("data"));
    m_found->setObjectName(QStringLiteral("found"));
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
    addTaxonomies();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_make = buttons->addButton(tr("Make the project"), QDialogButtonBox::AcceptRole);
    m_make->setObjectName(QStringLiteral("make"));
    m_make->setDefault(true);

    auto* form = new QFormLayout;
    form->setVerticalSpacing(3 * gridStep_px);
    form->setHorizontalSpacing(4 * gridStep_px);
    form->addRow(tr("Data"), m_data);
    form->addRow(QString(), m_found);
    form->addRow(tr("Taxonomy"), m_taxonomy);
    form->addRow(QString(), m_annotation);
    form->addRow(tr("Project file"), m_project);
    form->addRow(QString(), m_problem);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->addStrut(width_px);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);

    connect(m_data, &PathRow::pathChanged, this, &NewProjectDialog::lookAtData);
    connect(m_project, &PathRow::pathChanged, this, &NewProjectDialog::check);
    connect(m_taxonomy, &QComboBox::activated, this, &NewProjectDialog::chooseTaxonomyFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_data->setPath(dataPath);
    lookAtData();
}

NewProjectDialog::~NewProjectDialog()
{
    m_looking.cancel();
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
    return {QFileInfo(path).absoluteFilePath(), QFileInfo(m_data->path()).absoluteFilePath(),
        m_taxonomy->currentData().toString(), m_annotation->isChecked()};
}

void NewProjectDialog::lookAtData()
{
    m_looking.cancel(); // another path was typed meanwhile
    m_isDataGood = false;
    m_annotation->setEnabled(false);
    const QString path = m_data->path();
    if (path.isEmpty()) {
        m_found->hint(tr("Choose a folder (KITTI, or clouds in any format) or a single cloud, or drop it here."));
        check();
        return;
    }
    if (m_project->path().isEmpty() || m_project->path() == m_proposed) {
        m_proposed = m_projectPathFor(path);
        m_project->setPath(m_proposed);
    }
    m_found->hint(tr("Looking…"));
    check();
    m_looking = runTask(
        this,
        [path](const Progress& progress) {
            const auto taxonomy = Taxonomy::load(preset);
            auto opened =
                taxonomy ? openData(path, *taxonomy, progress) : Result<OpenedData>(tl::unexpected(taxonomy.error()));
            return opened.map([](const OpenedData& read) { return Found{read, firstFailure(read.scene)}; });
        },
        [this](const Result<Found>& found) { showFound(found); });
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

void NewProjectDialog::showFound(const Result<Found>& found)
{
    m_isDataGood = found.has_value();
    m_annotation->setEnabled(found && !found->data.scene.shapes.empty());
    if (found && found->firstFailure.isEmpty())
        m_found->say(summaryOf(found->data.scene), Tone::Good, found->data.remarks);
    else if (found)
        m_found->say(
            summaryOf(found->data.scene), Tone::Warning, QStringList(found->firstFailure) + found->data.remarks);
    else
        m_found->say(found.error().sentence, Tone::Bad);
    check();
}

QString NewProjectDialog::problem() const
{
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
