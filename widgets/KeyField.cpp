#include "widgets/KeyField.h"

#include <QKeyEvent>

namespace lunkuo
{

namespace
{
bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
    case Qt::Key_unknown:
    case 0:
        return true;
    default:
        return false;
    }
}
/// So that nobody is caught in the field who works by keys.
bool leadsAway(const QKeyEvent& event)
{
    const bool isAlone = (event.modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    return isAlone && (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Escape);
}
} // namespace

KeyField::KeyField(QWidget* parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAlignment(Qt::AlignCenter);
    retranslate();
}

QKeySequence KeyField::keyOf(const QKeyEvent& event)
{
    int key = event.key();
    if (isModifier(key))
        return {};
    if (key == Qt::Key_Backtab)
        key = Qt::Key_Tab; // with Control
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    // "?" is written with Shift on many keyboards and without on others: the sign is what counts.
    const bool isSign = key > Qt::Key_Space && key <= Qt::Key_AsciiTilde && !QChar(key).isLetterOrNumber();
    if (isSign)
        modifiers &= ~Qt::ShiftModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(key)));
}

bool KeyField::event(QEvent* event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && leadsAway(*static_cast<QKeyEvent*>(event)))
        return QLineEdit::event(event);
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept(); // whatever the keys do elsewhere, here they are only named
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* press = static_cast<QKeyEvent*>(event);
        if (const QKeySequence key = keyOf(*press); !key.isEmpty() && !press->isAutoRepeat())
            emit pressed(key);
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::retranslate()
{
    setPlaceholderText(tr("Click here and press the keys"));
    setAccessibleName(placeholderText());
}

void KeyField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

} // namespace lunkuo
