#include "widgets/AttributeRow.h"

#include "widgets/FlowLayout.h"
#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

namespace lunkuo
{

namespace
{
QString textOf(const QJsonValue& value)
{
    return value.isDouble() ? QString::number(value.toDouble()) : value.toString();
}
} // namespace

AttributeRow::AttributeRow(const AttributeDef& attribute, AttributeTicker& ticker, QWidget* parent)
    : QWidget(parent)
    , m_attribute(attribute)
    , m_ticker(ticker)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep_px);
    const bool isLoneFlag = attribute.type == AttributeDef::Type::Flag && !attribute.required;
    if (!isLoneFlag)
        addHeader();
    m_values = new QWidget;
    new FlowLayout(m_values);
    layout->addWidget(m_values);
    switch (attribute.type) {
    case AttributeDef::Type::Flag:
        addChip(isLoneFlag ? Names::of(attribute.name) : tr("yes"), attribute.hotkey, true);
        if (!isLoneFlag)
            addChip(tr("no"), {}, false);
        break;
    case AttributeDef::Type::Choice:
        for (const AttributeChoice& choice : attribute.choices)
            addChip(Names::of(choice.name), choice.hotkey, choice.value);
        break;
    case AttributeDef::Type::Number:
    case AttributeDef::Type::Text:
        addLine();
        break;
    }
    refresh();
}

void AttributeRow::addHeader()
{
    auto* header = new QHBoxLayout;
    header->setSpacing(gridStep_px);
    auto* name = new QLabel(Names::of(m_attribute.name));
    name->setToolTip(m_attribute.scope == AttributeDef::Scope::Track ? tr("The same in all frames of the object")
                                                                     : tr("Of the object in this frame"));
    header->addWidget(name);
    if (m_attribute.scope == AttributeDef::Scope::Track) {
        auto* scope = new QLabel(tr("all frames"));
        scope->setForegroundRole(QPalette::PlaceholderText);
        header->addWidget(scope);
    }
    header->addStretch();
    m_missing = new QLabel;
    header->addWidget(m_missing);
    qobject_cast<QVBoxLayout*>(layout())->addLayout(header);
}

void AttributeRow::addChip(const QString& text, const QString& hotkey, const QJsonValue& value)
{
    auto* chip = new Chip(text, QKeySequence(hotkey));
    const QString valueName = value.isBool() ? QVariant(value.toBool()).toString() : value.toString();
    chip->setObjectName(QStringLiteral("attribute.%1.%2").arg(m_attribute.id, valueName));
    m_values->layout()->addWidget(chip);
    connect(chip, &QAbstractButton::clicked, this, [this, value] { m_ticker.toggle(m_attribute, value); });
    m_chips.emplace_back(value, chip);
}

void AttributeRow::addLine()
{
    m_line = new QLineEdit;
    m_line->setObjectName(QStringLiteral("attribute.%1").arg(m_attribute.id));
    m_line->setAccessibleName(Names::of(m_attribute.name));
    m_line->setFocusPolicy(Qt::ClickFocus);
    if (m_attribute.type == AttributeDef::Type::Number && m_attribute.maximum > m_attribute.minimum)
        m_line->setPlaceholderText(tr("%1 to %2").arg(m_attribute.minimum).arg(m_attribute.maximum));
    else
        m_line->setPlaceholderText(tr("none"));
    layout()->replaceWidget(m_values, m_line);
    delete m_values;
    m_values = m_line;
    connect(m_line, &QLineEdit::editingFinished, this, &AttributeRow::commitLine);
    connect(m_line, &QLineEdit::returnPressed, this, &AttributeRow::keyboardReturned);
    auto* drop = new QShortcut(Qt::Key_Escape, m_line, nullptr, nullptr, Qt::WidgetShortcut);
    connect(drop, &QShortcut::activated, this, [this] {
        m_line->setModified(false);
        refresh();
        emit keyboardReturned();
    });
}

void AttributeRow::commitLine()
{
    const QString text = m_line->text().trimmed();
    m_line->setModified(false);
    if (text == textOf(m_ticker.valueOf(m_attribute)))
        return;
    if (text.isEmpty()) {
        m_ticker.set(m_attribute, QJsonValue::Null);
    } else if (m_attribute.type == AttributeDef::Type::Text) {
        m_ticker.set(m_attribute, text);
    } else {
        bool isNumber = false;
        const double number = QLocale().toDouble(text, &isNumber);
        if (isNumber)
            m_ticker.set(m_attribute, number);
        else
            emit m_ticker.refused(tr("“%1” is not a number.").arg(text));
    }
    refresh();
}

void AttributeRow::settle()
{
    if (m_line && m_line->isModified())
        commitLine();
}

void AttributeRow::refresh()
{
    const QJsonValue value = m_ticker.valueOf(m_attribute);
    for (const auto& [chipValue, chip] : m_chips)
        chip->setChecked(chipValue == value);
    if (m_line && !(m_line->hasFocus() && m_line->isModified())) // somebody is typing
        m_line->setText(textOf(value));
    setEnabled(m_ticker.selectedShape() != nullptr);
    if (!m_missing)
        return;
    const bool isMissing = m_attribute.required && m_ticker.selectedShape() && value.isUndefined();
    m_missing->setText(isMissing ? tr("⚠ to answer") : QString());
    QPalette ink = palette();
    ink.setColor(QPalette::WindowText, toneColor(Tone::Warning, ink));
    m_missing->setPalette(ink);
}

} // namespace lunkuo
