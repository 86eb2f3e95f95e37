#include "widgets/NewProjectDialog.h"

#include "model/base/Task.h"
#include "model/scene/OpenData.h"
#include "widgets/Names.h"
#include "widgets/PathRow.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace lunkuo
{

namespace
{
constexpr int width_px = 620;
constexpr int mostSentences = 3;
const QString preset = QStringLiteral("lunkuo"); ///< looks at data before a taxonomy is chosen

QLabel* sentenceLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

void say(QLabel& label, const QString& sentence, Tone tone)
{
    label.setText(sentence);
    QPalette ink = label.palette();
    ink.setColor(QPalette::WindowText, toneColor(tone, ink));
    label.setPalette(ink);
}

/// What was found, and the first things that were left out.
QString summaryOf(const OpenedData& found)
{
    std::size_t images = 0;
    for (const auto& [id, frame] : found.scene.frames)
        images += frame.images.size();
    QStringList sentences{NewProjectDialog::tr("Found: %1 frames, %2 images, %3 annotated objects.")
                              .arg(found.scene.frames.size())
                              .arg(images)
                              .arg(found.scene.tracks.size())};
    sentences += found.remarks;
    return sentences.mid(0, mostSentences).join(u'\n');
}
} // namespace

NewProjectDialog::NewProjectDialog(const QString& dataPath, QString (*projectPathFor)(const QString&), QWidget* parent)
    : QDialog(parent)
    , m_projectPathFor(projectPathFor)
    , m_data(new PathRow)
    , m_found(sentenceLabel())
    , m_taxonomy(new QComboBox)
    , m_annotation(new QCheckBox(tr("Take over the annotation that lies beside the data")))
    , m_project(new PathRow)
    , m_problem(sentenceLabel())
{
    setWindowTitle(tr("New project from data"));
    m_data->setObjectName(QStringLiteral("data"));
    m_project->setObjectName(QStringLiteral("project"));
    m_found->setObjectName(QStringLiteral("found"));
    m_annotation->setChecked(true);
    m_annotation->setEnabled(false);
    m_data->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of clouds"), current);
    });
    m_data->addButton(tr("Cloud…"),
        [this](const QString& current) { return QFileDialog::getOpenFileName(this, tr("Cloud"), current); });
    m_project->addButton(tr("Elsewhere…"), [this](const QString& current) {
        return QFileDialog::getSaveFileName(this, tr("Project file"), current, tr("Projects (*.lunkuo)"));
    });
    for (const QString& name : Taxonomy::presets())
        if (const auto taxonomy = Taxonomy::load(name))
            m_taxonomy->addItem(Names::of(taxonomy->name), name);
    m_taxonomy->setCurrentIndex(std::max(0, m_taxonomy->findData(preset)));
    m_taxonomy->addItem(tr("From a file…"), QString());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_make = buttons->addButton(tr("Make the project"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);

    auto* form = new QFormLayout(this);
    form->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    form->setVerticalSpacing(3 * gridStep_px);
    form->addRow(tr("Data"), m_data);
    form->addRow(QString(), m_found);
    form->addRow(tr("Taxonomy"), m_taxonomy);
    form->addRow(QString(), m_annotation);
    form->addRow(tr("Project file"), m_project);
    form->addRow(QString(), m_problem);
    form->addRow(buttons);
    resize(width_px, sizeHint().height());

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

NewProject NewProjectDialog::choice() const
{
    QString path = m_project->path();
    if (!path.endsWith(QStringLiteral(".lunkuo")))
        path += QStringLiteral(".lunkuo");
    return {path, m_data->path(), m_taxonomy->currentData().toString(), m_annotation->isChecked()};
}

void NewProjectDialog::lookAtData()
{
    m_looking.cancel(); // another path was typed meanwhile
    m_isDataGood = false;
    const QString path = m_data->path();
    if (path.isEmpty()) {
        showFound(tr("Choose a folder (KITTI, or clouds in any format) or a single cloud."), false, false);
        return;
    }
    if (m_project->path().isEmpty() || m_project->path() == m_proposed) {
        m_proposed = m_projectPathFor(path);
        m_project->setPath(m_proposed);
    }
    showFound(tr("Looking…"), false, false);
    m_looking = runTask(
        this,
        [path](const Progress& progress) {
            const auto taxonomy = Taxonomy::load(preset);
            return taxonomy ? openData(path, *taxonomy, progress)
                            : Result<OpenedData>(tl::unexpected(taxonomy.error()));
        },
        [this](const Result<OpenedData>& found) {
            if (!found)
                showFound(found.error().sentence, false, false);
            else
                showFound(summaryOf(*found), true, !found->scene.shapes.empty());
        });
}

void NewProjectDialog::showFound(const QString& sentence, bool good, bool hasAnnotation)
{
    m_isDataGood = good;
    say(*m_found, sentence, good ? Tone::Good : Tone::Warning);
    m_annotation->setEnabled(hasAnnotation);
    check();
}

void NewProjectDialog::check()
{
    const QFileInfo project(choice().path);
    QString problem;
    if (m_project->path().isEmpty())
        problem = tr("The project needs a file of its own.");
    else if (project.exists())
        problem = tr("“%1” exists already: open it, or choose another name.").arg(project.fileName());
    else if (!QFileInfo(project.absolutePath()).isWritable())
        problem = tr("“%1” cannot be written to.").arg(project.absolutePath());
    say(*m_problem, problem, Tone::Warning);
    m_make->setEnabled(m_isDataGood && problem.isEmpty());
    m_make->setToolTip(m_make->isEnabled() ? QString() : problem.isEmpty() ? m_found->text() : problem);
}

void NewProjectDialog::chooseTaxonomyFile()
{
    if (m_taxonomy->currentIndex() != m_taxonomy->count() - 1)
        return;
    const QString file = QFileDialog::getOpenFileName(this, tr("Taxonomy"), m_data->path(), tr("Taxonomies (*.json)"));
    const auto taxonomy = Taxonomy::load(file);
    m_taxonomy->setCurrentIndex(std::max(0, m_taxonomy->findData(preset)));
    if (file.isEmpty())
        return;
    if (!taxonomy) {
        say(*m_problem, taxonomy.error().sentence, Tone::Warning);
        return;
    }
    m_taxonomy->insertItem(0, Names::of(taxonomy->name), file);
    m_taxonomy->setCurrentIndex(0);
}

} // namespace lunkuo
