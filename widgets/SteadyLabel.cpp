#include "widgets/SteadyLabel.h"

#include <QEvent>

namespace lunkuo
{

void SteadyLabel::write(const QString& words)
{
    setText(words);
    grow();
}

void SteadyLabel::keepRoomFor(const QString& words)
{
    m_widest = words;
    grow();
}

/// Only a widget of one possible size changes without its surroundings being asked.
void SteadyLabel::grow()
{
    const QSize widest(fontMetrics().horizontalAdvance(m_widest) + 2 * margin(), 0);
    const QSize room = minimumSize().expandedTo(sizeHint()).expandedTo(widest);
    if (room != minimumSize())
        setFixedSize(room);
}

void SteadyLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::LanguageChange) {
        setMinimumSize(0, 0);
        grow();
    }
}

} // namespace lunkuo
