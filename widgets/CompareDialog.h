#pragma once

#include "model/review/Agreement.h"
#include "widgets/WorkDialog.h"

class QComboBox;

namespace lunkuo
{

class NumberBox;
class PathRow;

/// A comparison that was made, with what it was made with.
struct MadeComparison
{
    QString name; ///< of the other annotation
    Agreement agreement;
    QStringList remarks;
};

/// Asks what to compare an annotation with and compares. Accepted once that has been done.
class CompareDialog : public WorkDialog
{
    Q_OBJECT
public:
    CompareDialog(Scene scene, QDir folder, QWidget* parent = nullptr);

    /// What came of it when it was accepted.
    [[nodiscard]] MadeComparison take() { return std::move(m_made); }

protected:
    void start() override;

private:
    void check();
    void arrive(Result<MadeComparison> made);

    Scene m_scene;
    QDir m_folder;
    PathRow* m_other;
    QComboBox* m_format;
    NumberBox* m_iou;
    MadeComparison m_made;
};

} // namespace lunkuo
