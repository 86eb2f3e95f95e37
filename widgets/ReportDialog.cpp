#include "widgets/ReportDialog.h"

#include "widgets/PathRow.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace lunkuo
{

ReportDialog::ReportDialog(
    QString project, const QString& stem, std::optional<std::vector<FindingCount>> findings, QWidget* parent)
    : WorkDialog(parent)
    , m_project(std::move(project))
    , m_findings(std::move(findings))
    , m_out(new PathRow)
    , m_against(new PathRow)
    , m_checks(new QCheckBox(tr("Run the automatic checks on all frames first")))
    , m_open(addButton(tr("Open the report")))
{
    setWindowTitle(tr("Report"));
    startButton()->setText(tr("Write"));
    m_out->setObjectName(QStringLiteral("out"));
    m_against->setObjectName(QStringLiteral("against"));
    m_checks->setObjectName(QStringLiteral("checks"));
    m_open->setObjectName(QStringLiteral("open"));
    m_out->addButton(tr("Elsewhere…"), [this](const QString& current) {
        return QFileDialog::getSaveFileName(this, tr("Report"), current, tr("Page (*.html);;PDF (*.pdf)"));
    });
    m_against->addButton(tr("File…"), [this](const QString& current) {
        return QFileDialog::getOpenFileName(this, tr("Project or annotation file"), current);
    });
    m_against->addButton(tr("Folder…"), [this](const QString& current) {
        return QFileDialog::getExistingDirectory(this, tr("Folder of the annotation"), current);
    });
    m_against->edit()->setPlaceholderText(tr("nothing"));
    form()->addRow(tr("File (.html or .pdf)"), m_out);
    form()->addRow(tr("Agreement with"), m_against);
    if (!m_findings) {
        form()->addRow(QString(), m_checks);
    } else {
        m_checks->setParent(this);
        form()->addRow(QString(), new QLabel(tr("What the automatic checks have found goes into it.")));
    }
    m_checks->setVisible(!m_findings);
    connect(m_out, &PathRow::pathChanged, this, &ReportDialog::check);
    connect(m_against, &PathRow::pathChanged, this, &ReportDialog::check);
    connect(m_open, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_written)); });
    m_out->setPath(stem + QStringLiteral(".html"));
}

void ReportDialog::check()
{
    const Result<void> out = checkReportPath(m_out->path());
    const QString against = m_against->path();
    if (!out)
        setProblem(out.error().sentence);
    else if (!against.isEmpty() && !QFileInfo::exists(against))
        setProblem(tr("“%1” does not exist.").arg(QDir::toNativeSeparators(against)));
    else
        setProblem({});
}

void ReportDialog::start()
{
    m_open->hide();
    m_written = m_out->path();
    ReportRequest request{m_project, m_written, !m_findings && m_checks->isChecked(), m_against->path()};
    request.findings = m_findings;
    run([request](const Progress& progress) { return writeReport(request, progress); },
        [this](const Result<QStringList>& written) { arrive(written); });
}

void ReportDialog::arrive(const Result<QStringList>& written)
{
    if (!written) {
        finish(written.error().sentence, isStopping() ? Tone::Warning : Tone::Bad);
        return;
    }
    m_open->show();
    finish(tr("The report was written to “%1”.").arg(QDir::toNativeSeparators(m_written)), Tone::Good, *written);
}

} // namespace lunkuo
