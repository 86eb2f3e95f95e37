#include "widgets/NumberBox.h"

#include <QKeyEvent>

namespace lunkuo
{

NumberBox::NumberBox(QWidget* parent)
    : QDoubleSpinBox(parent)
{
    setKeyboardTracking(false);
    setFocusPolicy(Qt::ClickFocus);
    setAlignment(Qt::AlignRight);
    setMinimumWidth(64);
}

void NumberBox::setFewestDecimals(int fewest)
{
    m_fewestDecimals = fewest;
    setValue(value());
}

QString NumberBox::textFromValue(double value) const
{
    QString text = QDoubleSpinBox::textFromValue(value);
    if (m_fewestDecimals)
        for (int spare = decimals() - *m_fewestDecimals; spare > 0 && text.endsWith(locale().zeroDigit()); --spare)
            text.chop(1);
    return text.endsWith(locale().decimalPoint()) ? text.chopped(1) : text;
}

void NumberBox::wheelEvent(QWheelEvent* event)
{
    if (hasFocus())
        QDoubleSpinBox::wheelEvent(event);
    else
        event->ignore();
}

void NumberBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        // Typed but not handed over: what was there comes back. Without that it is meant for the dialog.
        const bool isTyped = cleanText() != textFromValue(value());
        setValue(value());
        emit keyboardReturned();
        event->setAccepted(isTyped);
        return;
    }
    QDoubleSpinBox::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit keyboardReturned();
}

} // namespace lunkuo
