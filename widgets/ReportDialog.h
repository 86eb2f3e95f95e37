#pragma once

#include "widgets/ReportFile.h"
#include "widgets/WorkDialog.h"

class QCheckBox;

namespace lunkuo
{

class PathRow;

/// Asks where the report of a project goes, writes it, and opens it when asked to.
class ReportDialog : public WorkDialog
{
    Q_OBJECT
public:
    /// `stem`: where the report is proposed to go, without the suffix. `findings` are those that are known already;
    /// without any the checks are offered.
    ReportDialog(QString project, const QString& stem, std::optional<std::vector<FindingCount>> findings,
        QWidget* parent = nullptr);

protected:
    void start() override;

private:
    void check();
    void arrive(const Result<QStringList>& written);

    QString m_project;
    std::optional<std::vector<FindingCount>> m_findings;
    PathRow* m_out;
    PathRow* m_against;
    QCheckBox* m_checks;
    QPushButton* m_open;
    QString m_written;
};

} // namespace lunkuo
