#include "widgets/ImportDialog.h"

#include "model/formats/FormatNames.h"
#include "widgets/PathRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int mostRemarks = 100;

QStringList fewRemarks(const QStringList& remarks)
{
    QStringList few = remarks.mid(0, mostRemarks);
    if (remarks.size() > few.size())
        few << ImportDialog::tr("… and %1 more remarks").arg(remarks.size() - few.size());
    return few;
}
} // namespace

ImportDialog::ImportDialog(Document& document, QDir projectFolder, double threshold, QWidget* parent)
    : WorkDialog(parent)
    , m_document(document)
    , m_projectFolder(std::move(projectFolder))
    , m_threshold(threshold)
    , m_format(new QComboBox)
    , m_source(new PathRow)
    , m_use(new QComboBox)
    , m_whole(new QCheckBox(tr("Import nothing when something cannot be read")))
{
    setWindowTitle(tr("Import annotation"));
    startButton()->setText(tr("Import"));
    m_format->setObjectName(QStringLiteral("format"));
    m_source->setObjectName(QStringLiteral("source"));
    for (const DatasetFormat& format : datasetFormats())
        if (format.read)
            m_format->addItem(shownName(format), format.id);
    m_source->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of the dataset"), current);
    });
    m_source->addButton(tr("File…"),
        [this](const QString& current) { return QFileDialog::getOpenFileName(this, tr("Annotation file"), current); });
    form()->addRow(tr("Format"), m_format);
    m_use->setObjectName(QStringLiteral("use"));
    m_use->addItem(tr("Annotation"));
    m_use->addItem(tr("Pre-labels, to be accepted one by one"));
    m_use->setToolTip(
        tr("A detector’s results come in as suggestions with their scores: Space goes through them, Enter "
           "accepts, Delete dismisses. Until then they are in no export."));
    m_whole->setObjectName(QStringLiteral("whole"));
    m_whole->setToolTip(tr("Otherwise what can be read is imported, and the rest is listed here with file and line."));
    form()->addRow(tr("Source"), m_source);
    form()->addRow(tr("Import as"), m_use);
    form()->addRow(QString(), m_whole);
    connect(m_source, &PathRow::pathChanged, this, &ImportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    connect(m_use, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    check();
}

void ImportDialog::check()
{
    const QString path = m_source->path();
    const bool isImported = std::find(m_imported.begin(), m_imported.end(), asked()) != m_imported.end();
    setDone(isImported);
    if (isImported)
        setProblem(tr("This has been imported."), true);
    else if (path.isEmpty())
        setProblem(tr("Choose the folder or file that holds the annotation, or drop it here."), true);
    else
        setProblem(
            QFileInfo::exists(path) ? QString() : tr("“%1” does not exist.").arg(QDir::toNativeSeparators(path)));
}

ImportDialog::Asked ImportDialog::asked() const
{
    return {m_format->currentData().toString(), QFileInfo(m_source->path()).canonicalFilePath(),
        m_use->currentIndex() == 1};
}

void ImportDialog::start()
{
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    run([format, source = m_source->path(), scene = m_document.scene(), folder = m_projectFolder](
            const Progress& progress) { return format->read(scene, folder, source, progress); },
        [this, format, asked = wish()](const Result<ImportedShapes>& imported) { take(imported, *format, asked); });
}

ImportWish ImportDialog::wish() const
{
    return {m_use->currentIndex() == 1, m_whole->isChecked()};
}

void ImportDialog::take(const Result<ImportedShapes>& imported, const DatasetFormat& format, const ImportWish& wish)
{
    if (isStopping()) {
        finish(tr("The import was cancelled; nothing was changed."), Tone::Warning);
        return;
    }
    const std::size_t lessSureBefore = lessSure();
    const auto applied = imported ? applyImport(m_document, *imported, format, wish) : tl::unexpected(imported.error());
    if (!applied) {
        finish(applied.error().sentence, Tone::Bad, imported ? fewRemarks(imported->remarks) : QStringList());
        return;
    }
    say(*imported, wish.asPrelabels, lessSureBefore, fewRemarks(*applied));
    if (imported->shapes.empty() && imported->calibrations.empty())
        return;
    m_imported.push_back(asked());
    setDone(true);
}

void ImportDialog::say(
    const ImportedShapes& imported, bool asPrelabels, std::size_t lessSureBefore, QStringList remarks)
{
    if (imported.shapes.empty() && !imported.calibrations.empty()) {
        finish(tr("Imported cameras, and no boxes. One undo takes them out again."), Tone::Good, remarks);
    } else if (imported.shapes.empty()) {
        finish(tr("Nothing was found that could be imported."), Tone::Warning, remarks);
    } else if (asPrelabels) {
        if (const std::size_t hidden = lessSure() - lessSureBefore; hidden > 0)
            remarks.prepend(tr("Pre-labels less sure than %2 %, which are shown when the slider of the suggestions is "
                               "moved down: %1.")
                                .arg(hidden)
                                .arg(qRound(100.0 * m_threshold)));
        finish(tr("Imported %1 pre-labels: Space shows the next one, Enter accepts it. One undo takes all out again.")
                   .arg(imported.shapes.size()),
            Tone::Good, remarks);
    } else {
        finish(tr("Imported. Boxes: %1, objects: %2. One undo takes them out again.")
                   .arg(imported.shapes.size())
                   .arg(imported.tracks.size()),
            Tone::Good, remarks);
    }
}

/// Pre-labels of the project that the threshold hides.
std::size_t ImportDialog::lessSure() const
{
    std::size_t count = 0;
    for (const auto& [frame, prelabels] : m_document.scene().prelabels)
        for (const Prelabel& box : prelabels.boxes)
            count += box.score < m_threshold ? 1 : 0;
    return count;
}

} // namespace lunkuo
