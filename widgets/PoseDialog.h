#pragma once

#include "model/document/FrameCache.h"
#include "model/tools/PoseActions.h"
#include "widgets/WorkDialog.h"

class QCheckBox;
class QLabel;
class QTableWidget;

namespace lunkuo
{

/// Estimates the poses of a sequence from its clouds when a person asks for it, shows how far each step can be relied
/// on, and leaves it to the person whether they are used.
class PoseDialog : public WorkDialog
{
    Q_OBJECT
public:
    PoseDialog(Document& document, const FrameCache& frames, SequenceId sequence, QWidget* parent = nullptr);

signals:
    void refused(const QString& sentence);

protected:
    void start() override;

private:
    void showState();
    void arrive(const Result<EstimatedPoses>& poses);
    void fillTable();
    void offerUse();
    void use();
    void forget();

    Document& m_document;
    SequenceId m_sequence;
    QStringList m_names;
    std::vector<double> m_times_s;
    std::vector<QString> m_paths;
    QLabel* m_state;
    QTableWidget* m_table;
    QCheckBox* m_replace;
    QPushButton* m_use;
    QPushButton* m_forget;
    EstimatedPoses m_poses;
};

} // namespace lunkuo
