#include "widgets/ImportDialog.h"

#include "widgets/PathRow.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>

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

ImportDialog::ImportDialog(Document& document, QDir projectFolder, QWidget* parent)
    : WorkDialog(parent)
    , m_document(document)
    , m_projectFolder(std::move(projectFolder))
    , m_format(new QComboBox)
    , m_source(new PathRow)
{
    setWindowTitle(tr("Import annotation"));
    startButton()->setText(tr("Import"));
    m_format->setObjectName(QStringLiteral("format"));
    m_source->setObjectName(QStringLiteral("source"));
    for (const DatasetFormat& format : datasetFormats())
        m_format->addItem(format.name, format.id);
    m_source->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of the dataset"), current);
    });
    m_source->addButton(tr("File…"),
        [this](const QString& current) { return QFileDialog::getOpenFileName(this, tr("Annotation file"), current); });
    form()->addRow(tr("Format"), m_format);
    form()->addRow(tr("Source"), m_source);
    connect(m_source, &PathRow::pathChanged, this, &ImportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ImportDialog::check);
    check();
}

void ImportDialog::check()
{
    const QString path = m_source->path();
    if (path.isEmpty())
        setProblem(tr("Choose the folder or file that holds the annotation, or drop it here."), true);
    else
        setProblem(
            QFileInfo::exists(path) ? QString() : tr("“%1” does not exist.").arg(QDir::toNativeSeparators(path)));
}

void ImportDialog::start()
{
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    run([format, source = m_source->path(), scene = m_document.scene(), folder = m_projectFolder](
            const Progress& progress) { return format->read(scene, folder, source, progress); },
        [this, format](const Result<ImportedShapes>& imported) { take(imported, *format); });
}

void ImportDialog::take(const Result<ImportedShapes>& imported, const DatasetFormat& format)
{
    if (isStopping()) {
        finish(tr("The import was cancelled; nothing was changed."), Tone::Warning);
        return;
    }
    const auto applied = imported ? applyImport(m_document, *imported, format) : tl::unexpected(imported.error());
    if (!applied)
        finish(applied.error().sentence, Tone::Bad);
    else if (imported->shapes.empty())
        finish(tr("Nothing was found that could be imported."), Tone::Warning, fewRemarks(imported->remarks));
    else
        finish(tr("Imported. Boxes: %1, objects: %2. One undo takes them out again.")
                   .arg(imported->shapes.size())
                   .arg(imported->tracks.size()),
            Tone::Good, fewRemarks(imported->remarks));
}

} // namespace lunkuo
