#pragma once

#include "model/review/ReviewActions.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace lunkuo
{

/// Why something is rejected, by keys alone: a digit chooses the reason, one right after it a better reason (after
/// “other”, which needs words, it is one of the words), words may follow, Enter rejects. Where the cursor was in the
/// picture can be marked.
class RejectDialog : public QDialog
{
    Q_OBJECT
public:
    /// `cursor`: the place that can be marked, sensor frame; without one nothing can be.
    RejectDialog(const QString& subject, const std::optional<Eigen::Vector3d>& cursor, QWidget* parent = nullptr);

    void choose(RejectReason reason);
    /// Once it has been accepted.
    [[nodiscard]] Rejection rejection() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// Nothing as long as nobody has chosen.
    [[nodiscard]] std::optional<RejectReason> reason() const;
    bool takeKey(const QKeyEvent& event);
    void refresh();

    bool m_isCorrectable = false; ///< the latest key chose the reason
    std::optional<Eigen::Vector3d> m_cursor;
    QLabel* m_question;
    QListWidget* m_reasons;
    QLineEdit* m_text;
    QCheckBox* m_pin;
    QPushButton* m_reject;
};

} // namespace lunkuo
