#include "widgets/Chip.h"

#include "widgets/Names.h"
#include "widgets/Style.h"

#include <QPainter>

namespace lunkuo
{

namespace
{
constexpr int height_px = 24;
constexpr int pad_px = 6;
constexpr int mark_px = 12;
constexpr int gap_px = 4;
constexpr int slack_px = 4;

QFont keyFont(const QFont& base)
{
    QFont font = base;
    font.setPointSizeF(std::max(7.0, base.pointSizeF() * 0.85));
    return font;
}

QString keyText(const QKeySequence& key)
{
    return key.toString(QKeySequence::NativeText).replace(QStringLiteral("Shift+"), QStringLiteral("⇧"));
}

int keyWidth(const QKeySequence& key, const QFont& font)
{
    return key.isEmpty() ? 0 : std::max(16, QFontMetrics(keyFont(font)).horizontalAdvance(keyText(key)) + 8);
}
} // namespace

Chip::Chip(const QString& text, const QKeySequence& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_key(key)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(Names::withKey(text, key));
    setAccessibleName(text);
}

void Chip::setDot(const QColor& color)
{
    m_dot = color;
    update();
}

QSize Chip::sizeHint() const
{
    // Rounded up generously: words that are a fraction of a pixel too wide would lose a letter.
    const int words = fontMetrics().boundingRect(text()).width() + slack_px;
    const int key = m_key.isEmpty() ? 0 : gap_px + keyWidth(m_key, font());
    return {pad_px + mark_px + gap_px + words + key + pad_px, std::max(height_px, fontMetrics().height() + 6)};
}

QSize Chip::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 72), sizeHint().height()};
}

void Chip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void Chip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void Chip::paintMark(QPainter& painter, const QRect& place) const
{
    const QColor ink = palette().color(isChecked() ? QPalette::Active : palette().currentColorGroup(),
        isChecked() ? QPalette::HighlightedText : QPalette::PlaceholderText);
    if (m_dot) {
        painter.setPen(isChecked() ? QPen(Qt::white, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(*m_dot);
        painter.drawEllipse(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5));
        if (!isChecked())
            return;
        painter.setPen(QPen(Qt::black, 1.6));
    } else {
        painter.setBrush(Qt::NoBrush);
        if (!isChecked()) {
            painter.setPen(QPen(ink, 1.2));
            painter.drawRoundedRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), 2, 2);
            return;
        }
        painter.setPen(QPen(ink, 1.8));
    }
    const QRectF box(place);
    painter.drawPolyline(QPolygonF{QPointF(box.left() + 3, box.center().y() + 0.5),
        QPointF(box.left() + 5.2, box.bottom() - 3.2), QPointF(box.right() - 3, box.top() + 3.6)});
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = palette().color(group, isChecked() ? QPalette::Highlight : QPalette::Button);
    if (underMouse() && isEnabled() && !isChecked())
        ground = ground.lighter(118);
    painter.setPen(QPen(palette().color(group, isChecked() ? QPalette::Highlight : QPalette::Mid), 1));
    painter.setBrush(isDown() ? ground.darker(112) : ground);
    painter.drawRoundedRect(frame, 4, 4);

    paintMark(painter, {pad_px, (height() - mark_px) / 2, mark_px, mark_px});
    const QColor ink = palette().color(group, isChecked() ? QPalette::HighlightedText : QPalette::ButtonText);
    const int keySpace = m_key.isEmpty() ? 0 : gap_px + keyWidth(m_key, font());
    const QRect words = rect().adjusted(pad_px + mark_px + gap_px, 0, -pad_px - keySpace, 0);
    painter.setPen(ink);
    painter.drawText(
        words, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (m_key.isEmpty())
        return;
    const int width = keyWidth(m_key, font());
    const QRectF cap(rect().right() - pad_px - width + 2, (height() - 15) / 2.0, width, 15);
    painter.setPen(QPen(isChecked() ? ink : palette().color(group, QPalette::Mid).lighter(130), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 3, 3);
    painter.setFont(keyFont(font()));
    painter.setPen(isChecked() ? ink : dimTextColor(palette()));
    painter.drawText(cap, Qt::AlignCenter, keyText(m_key));
}

} // namespace lunkuo
