#include "widgets/ImportDialog.h"

#include "model/base/Task.h"
#include "widgets/PathRow.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>

namespace lunkuo
{

namespace
{
constexpr int mostSentences = 8;
}

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
    const auto check = [this] {
        const QString path = m_source->path();
        if (path.isEmpty())
            setProblem(tr("Choose the folder or file that holds the annotation."));
        else
            setProblem(QFileInfo::exists(path) ? QString() : tr("“%1” does not exist.").arg(path));
    };
    connect(m_source, &PathRow::pathChanged, this, check);
    check();
}

Progress ImportDialog::start()
{
    const DatasetFormat* format = datasetFormat(m_format->currentData().toString());
    return runTask(
        this,
        [format, source = m_source->path(), scene = m_document.scene(), folder = m_projectFolder](
            const Progress& progress) { return format->read(scene, folder, source, progress); },
        [this, format](const Result<ImportedShapes>& imported) { take(imported, *format); }, progressReport());
}

void ImportDialog::take(const Result<ImportedShapes>& imported, const DatasetFormat& format)
{
    const auto applied = imported ? applyImport(m_document, *imported, format) : tl::unexpected(imported.error());
    if (!applied) {
        finish(applied.error().sentence, false);
        return;
    }
    QStringList sentences{
        tr("Imported %1 boxes of %2 objects.").arg(imported->shapes.size()).arg(imported->tracks.size())};
    sentences += imported->remarks.mid(0, mostSentences);
    if (imported->remarks.size() > mostSentences)
        sentences << tr("… and %1 more remarks").arg(imported->remarks.size() - mostSentences);
    finish(sentences.join(u'\n'), true);
}

} // namespace lunkuo
