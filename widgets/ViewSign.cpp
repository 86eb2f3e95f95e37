#include "widgets/ViewSign.h"

#include "widgets/Style.h"

#include <QEvent>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr int left_px = 6;
const QColor ground(0x14, 0x17, 0x1c, 0xd8);
const QColor wordColor(0xff, 0xd5, 0x80);
} // namespace

ViewSign::ViewSign(QWidget& view, int top_px)
    : QPushButton(&view)
    , m_top_px(top_px)
{
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
}

void ViewSign::say(const QString& words)
{
    setVisible(!words.isEmpty());
    setText(words);
    const QSize room = fontMetrics().size(Qt::TextSingleLine, words) + QSize(5 * gridStep_px, 2 * gridStep_px);
    setGeometry(QRect(QPoint(left_px, m_top_px), room));
}

void ViewSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(underMouse() ? Qt::white : wordColor, 1.0));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), gridStep_px, gridStep_px);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

void ViewSign::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    QPushButton::changeEvent(event);
}

} // namespace lunkuo
