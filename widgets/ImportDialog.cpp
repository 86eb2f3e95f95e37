#include "widgets/ImportDialog.h"

#include "model/formats/FormatNames.h"
#include "widgets/PathRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QMessageBox>
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
    m_format->addItem(tr("found out by itself"), QString());
    for (const DatasetFormat& format : datasetFormats())
        if (format.read)
            m_format->addItem(shownName(format), format.id);
    m_source->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of the dataset"), current);
    });
    m_source->addButton(tr("File…"),
        [this](const QString& current) { return QFileDialog::getOpenFileName(this, tr("Annotation file"), current); });
    m_use->setObjectName(QStringLiteral("use"));
    m_use->addItem(tr("Annotation"));
    m_use->addItem(tr("Pre-labels, to be accepted one by one"));
    m_use->setToolTip(
        tr("A detector’s results come in as suggestions with their scores: Space goes through them, Enter "
           "accepts, Delete dismisses. Until then they are in no export."));
    m_whole->setObjectName(QStringLiteral("whole"));
    m_whole->setToolTip(tr("Otherwise what can be read is imported, and the rest is listed here with file and line."));
    form()->addRow(tr("Source"), m_source);
    form()->addRow(tr("Format"), m_format);
    form()->addRow(tr("Import as"), m_use);
    form()->addRow(QString(), m_whole);
    connect(m_source, &PathRow::pathChanged, this, &ImportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    connect(m_use, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    m_source->setFocus();
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
    const auto read = [format = datasetFormat(m_format->currentData().toString()), source = m_source->path(),
                          scene = withoutAnnotation(m_document.scene()),
                          folder = m_projectFolder](const Progress& progress) -> Result<RecognisedImport> {
        if (format)
            return format->read(scene, folder, source, progress).map([format](ImportedShapes imported) {
                return RecognisedImport{format, std::move(imported)};
            });
        auto found = readRecognised(scene, folder, source, progress);
        if (found)
            return std::move(*found);
        return failure(tr("“%1” holds no annotation of these frames. %2")
                           .arg(QDir::toNativeSeparators(source), found.error().join(u' ')));
    };
    run(read, [this, asked = wish()](const Result<RecognisedImport>& found) { take(found, asked); });
}

ImportWish ImportDialog::wish() const
{
    return {m_use->currentIndex() == 1, m_whole->isChecked()};
}

void ImportDialog::take(const Result<RecognisedImport>& found, const ImportWish& wish)
{
    if (isStopping()) {
        finish(tr("The import was cancelled; nothing was changed."), Tone::Warning);
        return;
    }
    if (!found) {
        finish(found.error().sentence, Tone::Bad);
        return;
    }
    const AnnotatedFrames taken = annotatedFrames(m_document.scene(), found->imported);
    const bool isRefused = wish.allOrNothing && !found->imported.remarks.empty();
    if (taken.frames == 0 || wish.asPrelabels || isRefused)
        apply(*found, wish, OnAnnotated::Add);
    else
        askAboutBoxes(taken, [this, kept = *found, wish](OnAnnotated choice) { apply(kept, wish, choice); });
}

/// Boxes on boxes are hardly ever wanted, and nobody would see them.
void ImportDialog::askAboutBoxes(const AnnotatedFrames& taken, std::function<void(OnAnnotated)> apply)
{
    auto* question = new QMessageBox(QMessageBox::Question, windowTitle(),
        tr("Of the %1 frames that are imported, %2 have boxes already: %3 in all.")
            .arg(taken.wanted)
            .arg(taken.frames)
            .arg(taken.boxes),
        QMessageBox::Cancel, this);
    question->setInformativeText(
        tr("What becomes of these frames? One undo takes the import back, whatever you choose."));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, OnAnnotated choice) {
        QPushButton* button = question->addButton(text, QMessageBox::AcceptRole);
        button->setObjectName(idOf(choice));
        return button;
    };
    QPushButton* skip = add(tr("Leave them as they are"), OnAnnotated::Skip);
    add(tr("Replace their boxes"), OnAnnotated::Replace);
    add(tr("Add to them"), OnAnnotated::Add);
    question->setDefaultButton(skip);
    connect(question, &QMessageBox::finished, this, [this, question, apply = std::move(apply)] {
        const QAbstractButton* clicked = question->clickedButton();
        if (const auto choice = clicked ? onAnnotatedOf(clicked->objectName()) : std::nullopt)
            apply(*choice);
        else
            finish(tr("The import was cancelled; nothing was changed."), Tone::Warning);
    });
    question->open();
}

void ImportDialog::apply(const RecognisedImport& found, const ImportWish& wish, OnAnnotated choice)
{
    const ImportedShapes& imported = found.imported;
    const std::size_t lessSureBefore = lessSure();
    auto applied = importOnto(m_document, imported, *found.format, wish, choice);
    if (!applied) {
        finish(applied.error().sentence, Tone::Bad, fewRemarks(imported.remarks));
        return;
    }
    Asked what = asked();
    if (what.format.isEmpty())
        applied->sentences.prepend(tr("Read as: %1.").arg(shownName(*found.format)));
    say(imported, *applied, wish.asPrelabels, lessSure() - lessSureBefore);
    if (applied->boxes == 0 && imported.calibrations.empty())
        return;
    m_imported.push_back(what);
    what.format = found.format->id;
    m_imported.push_back(what);
    setDone(true);
}

void ImportDialog::say(
    const ImportedShapes& imported, const ImportOutcome& outcome, bool asPrelabels, std::size_t hidden)
{
    QStringList remarks = fewRemarks(outcome.sentences);
    if (outcome.boxes == 0 && !imported.calibrations.empty()) {
        finish(tr("Imported cameras, and no boxes. One undo takes them out again."), Tone::Good, remarks);
    } else if (imported.shapes.empty()) {
        finish(tr("Nothing was found that could be imported."), Tone::Warning, remarks);
    } else if (outcome.boxes == 0 && asPrelabels) {
        finish(tr("Nothing new was imported: all of these pre-labels are there already."), Tone::Warning, remarks);
    } else if (outcome.boxes == 0) {
        finish(tr("Nothing was imported: all of these frames have boxes already."), Tone::Warning, remarks);
    } else if (asPrelabels) {
        if (hidden > 0)
            remarks.prepend(tr("Pre-labels less sure than %2 %, which are shown when the slider of the suggestions is "
                               "moved down: %1.")
                                .arg(hidden)
                                .arg(qRound(100.0 * m_threshold)));
        finish(tr("Imported %1 pre-labels: Space shows the next one, Enter accepts it. One undo takes all out again.")
                   .arg(outcome.boxes),
            Tone::Good, remarks);
    } else {
        finish(tr("Imported. Boxes: %1, objects: %2. One undo takes them out again.")
                   .arg(outcome.boxes)
                   .arg(outcome.tracks),
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
