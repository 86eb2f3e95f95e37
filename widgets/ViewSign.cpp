#include "widgets/ViewSign.h"

#include "render/ViewColors.h"
#include "widgets/Style.h"

#include <QEvent>
#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr int left_px = 6;
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
    const ViewColors& colors = ViewColors::of(palette());
    painter.setPen(QPen(underMouse() ? colors.here : colors.meant, 1.0));
    painter.setBrush(colors.plate);
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
