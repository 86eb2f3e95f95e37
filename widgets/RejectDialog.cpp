#include "widgets/RejectDialog.h"

#include "model/review/VerdictNames.h"
#include "widgets/Style.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 360;

/// 1 to 9 and then 0, as they lie on the keyboard.
int rowOfKey(int key)
{
    if (key == Qt::Key_0)
        return 9;
    return key >= Qt::Key_1 && key <= Qt::Key_9 ? key - Qt::Key_1 : -1;
}
} // namespace

RejectDialog::RejectDialog(const QString& subject, const std::optional<Eigen::Vector3d>& cursor, QWidget* parent)
    : QDialog(parent)
    , m_cursor(cursor)
    , m_question(new QLabel(tr("What is wrong with %1? A digit chooses, Enter rejects.").arg(subject)))
    , m_reasons(new QListWidget)
    , m_text(new QLineEdit)
    , m_pin(new QCheckBox(tr("&Mark the place under the cursor")))
{
    setWindowTitle(tr("Reject"));
    m_reasons->setObjectName(QStringLiteral("reject.reasons"));
    m_text->setObjectName(QStringLiteral("reject.text"));
    m_pin->setObjectName(QStringLiteral("reject.pin"));
    for (std::size_t i = 0; i < VerdictNames::reasons.size(); ++i)
        m_reasons->addItem(
            QStringLiteral("%1   %2").arg((i + 1) % 10).arg(VerdictNames::of(VerdictNames::reasons.at(i))));
    const int row_px = std::max(m_reasons->sizeHintForRow(0), fontMetrics().height() + gridStep_px);
    m_reasons->setFixedHeight(row_px * m_reasons->count() + 2 * m_reasons->frameWidth());
    m_reasons->installEventFilter(this);
    m_text->installEventFilter(this);
    m_text->setPlaceholderText(tr("In words, if that helps"));
    m_text->setMaxLength(1000);
    m_pin->setVisible(m_cursor.has_value());
    m_question->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_reject = buttons->addButton(tr("Reject"), QDialogButtonBox::AcceptRole);
    m_reject->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    layout->addWidget(m_question);
    layout->addWidget(m_reasons);
    layout->addWidget(m_text);
    layout->addWidget(m_pin);
    layout->addWidget(buttons);
    setMinimumWidth(width_px);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reasons, &QListWidget::itemSelectionChanged, this, &RejectDialog::refresh);
    connect(m_text, &QLineEdit::textChanged, this, &RejectDialog::refresh);
    m_reasons->setFocus();
    refresh();
}

std::optional<RejectReason> RejectDialog::reason() const
{
    // The row that the keyboard stands on is not yet a choice.
    if (m_reasons->selectedItems().isEmpty())
        return std::nullopt;
    return VerdictNames::reasons.at(static_cast<std::size_t>(m_reasons->row(m_reasons->selectedItems().front())));
}

void RejectDialog::choose(RejectReason reason)
{
    const auto& reasons = VerdictNames::reasons;
    m_reasons->setCurrentRow(static_cast<int>(std::find(reasons.begin(), reasons.end(), reason) - reasons.begin()));
    m_text->setFocus();
}

Rejection RejectDialog::rejection() const
{
    return {reason().value(), m_text->text().trimmed(), m_pin->isChecked() ? m_cursor : std::nullopt};
}

void RejectDialog::refresh()
{
    const bool needsWords = reason() == RejectReason::Other && m_text->text().trimmed().isEmpty();
    m_reject->setEnabled(reason() && !needsWords);
    m_reject->setToolTip(!reason()    ? tr("Choose what is wrong: a digit does")
                         : needsWords ? tr("“Other” needs some words that say what is wrong")
                                      : QString());
}

bool RejectDialog::takeKey(const QKeyEvent& event)
{
    const bool isPlain = !(event.modifiers() & ~Qt::KeypadModifier);
    if (event.key() == Qt::Key_Down && isPlain && !reason() && m_reasons->hasFocus()) {
        m_reasons->setCurrentRow(0);
        return true;
    }
    const int row = rowOfKey(event.key());
    if (row < 0 || !isPlain)
        return false;
    m_reasons->setCurrentRow(row);
    m_isCorrectable = reason() != RejectReason::Other;
    // What is typed from now on are words.
    m_text->setFocus();
    return true;
}

bool RejectDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::MouseButtonPress)
        m_isCorrectable = false;
    if (event->type() == QEvent::KeyPress) {
        const bool choosesByKey = watched == m_reasons || (watched == m_text && m_isCorrectable);
        if (choosesByKey && takeKey(*static_cast<QKeyEvent*>(event)))
            return true;
        m_isCorrectable = false;
    }
    return QDialog::eventFilter(watched, event);
}

void RejectDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter)
        QDialog::keyPressEvent(event);
    else if (m_reject->isEnabled())
        m_reject->click();
    else
        (reason() ? static_cast<QWidget*>(m_text) : m_reasons)->setFocus();
}

} // namespace lunkuo
