#include "widgets/CompareDialog.h"

#include "model/formats/FormatNames.h"
#include "model/review/ComparedLabels.h"
#include "widgets/NumberBox.h"
#include "widgets/PathRow.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QPushButton>

namespace lunkuo
{

namespace
{
constexpr double leastIou = 0.05;
constexpr double mostIou = 1.0;
} // namespace

CompareDialog::CompareDialog(Scene scene, QDir folder, QWidget* parent)
    : WorkDialog(parent)
    , m_scene(std::move(scene))
    , m_folder(std::move(folder))
    , m_other(new PathRow)
    , m_format(new QComboBox)
    , m_iou(new NumberBox)
{
    setWindowTitle(tr("Compare with another annotation"));
    startButton()->setText(tr("Compare"));
    m_other->setObjectName(QStringLiteral("other"));
    m_format->setObjectName(QStringLiteral("format"));
    m_iou->setObjectName(QStringLiteral("iou"));
    m_other->addButton(tr("File…"), [this](const QString& current) {
        return QFileDialog::getOpenFileName(this, tr("Project or annotation file"), current);
    });
    m_other->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of the annotation"), current);
    });
    m_format->addItem(tr("found out by itself"), QString());
    for (const DatasetFormat& format : datasetFormats())
        if (format.read)
            m_format->addItem(shownName(format), format.id);
    m_iou->setRange(leastIou, mostIou);
    m_iou->setSingleStep(0.05);
    m_iou->setValue(AgreementOptions().iou);
    m_iou->setToolTip(tr("Boxes that overlap at least so much, seen from above, are the same object"));
    form()->addRow(tr("Compare with"), m_other);
    form()->addRow(tr("Format"), m_format);
    form()->addRow(tr("Same object from IoU"), m_iou);
    m_other->setFocus();
    connect(m_other, &PathRow::pathChanged, this, &CompareDialog::check);
    check();
}

void CompareDialog::check()
{
    const QString path = m_other->path();
    if (path.isEmpty())
        setProblem(
            tr("Choose a project, or a folder or file of annotation of the same frames, or drop it here."), true);
    else
        setProblem(
            QFileInfo::exists(path) ? QString() : tr("“%1” does not exist.").arg(QDir::toNativeSeparators(path)));
}

void CompareDialog::start()
{
    AgreementOptions options;
    options.iou = m_iou->value();
    const auto compare = [scene = m_scene, folder = m_folder, path = m_other->path(),
                             format = m_format->currentData().toString(),
                             options](const Progress& progress) -> Result<MadeComparison> {
        const ComparedScene own{scene, folder};
        auto labels = readComparedLabels(own, path, format, progress);
        if (!labels)
            return tl::unexpected(labels.error());
        auto agreement = compareScenes(own, {labels->scene, labels->folder}, options, progress);
        if (!agreement)
            return tl::unexpected(agreement.error());
        return MadeComparison{QFileInfo(path).fileName(), std::move(*agreement), std::move(labels->remarks)};
    };
    run(compare, [this](Result<MadeComparison> made) { arrive(std::move(made)); });
}

void CompareDialog::arrive(Result<MadeComparison> made)
{
    if (!made || isStopping()) {
        finish(made ? tr("The comparison was cancelled.") : made.error().sentence,
            isStopping() ? Tone::Warning : Tone::Bad);
        return;
    }
    m_made = std::move(*made);
    finish({}, Tone::Good);
    accept();
}

} // namespace lunkuo
