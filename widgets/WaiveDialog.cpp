#include "widgets/WaiveDialog.h"

#include "widgets/Style.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
constexpr int width_px = 420;
}

WaiveDialog::WaiveDialog(const QString& sentence, const QString& latest, QWidget* parent)
    : QDialog(parent)
    , m_sentence(new QLabel(sentence))
    , m_label(new QLabel)
    , m_reason(new QComboBox)
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
    , m_latest(latest)
{
    m_sentence->setWordWrap(true);
    m_reason->setObjectName(QStringLiteral("waiveReason"));
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->setCompleter(nullptr); // it would take the first Enter for itself
    m_label->setBuddy(m_reason);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px, 4 * gridStep_px);
    layout->setSpacing(2 * gridStep_px);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_sentence, m_label, m_reason, m_buttons})
        layout->addWidget(widget);
    setMinimumWidth(width_px);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QComboBox::editTextChanged, this,
        [this] { m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!reason().isEmpty()); });
    retranslate();
    m_reason->setCurrentText(m_latest.isEmpty() ? m_reason->itemText(0) : m_latest);
    m_reason->lineEdit()->selectAll();
    m_reason->setFocus();
}

QString WaiveDialog::reason() const
{
    return m_reason->currentText().trimmed();
}

void WaiveDialog::retranslate()
{
    setWindowTitle(tr("Waive a finding"));
    m_label->setText(tr("&Why it is none:"));
    const QString written = m_reason->currentText();
    m_reason->clear();
    m_reason->addItems({tr("It is right as it is"), tr("Too few points to tell"), tr("Hidden behind something"),
        tr("An unusual object"), tr("Not to be annotated")});
    if (!m_latest.isEmpty() && m_reason->findText(m_latest) < 0)
        m_reason->insertItem(0, m_latest);
    m_reason->setCurrentText(written);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Waive"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
}

void WaiveDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace lunkuo
