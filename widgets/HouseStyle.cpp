#include "widgets/HouseStyle.h"

#include "widgets/Style.h"

#include <QPainter>
#include <QStyleOption>

namespace lunkuo
{

namespace
{
constexpr qreal rounding_px = 2.0;

void drawFieldEdge(const QStyleOption& option, QPainter& painter)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QColor line = option.palette.color(QPalette::Mid);
    painter.setPen(line.lightness() < 128 ? line.lighter(130) : line.darker(115));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), rounding_px, rounding_px);
    painter.restore();
}

void drawBox(const QStyleOption& option, QPainter& painter)
{
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const bool isTicked = option.state.testFlag(QStyle::State_On);
    const QPalette& palette = option.palette;
    const QColor edge = isEnabled ? dimTextColor(palette) : palette.color(QPalette::Disabled, QPalette::Text);
    const QColor ground = palette.color(isTicked && isEnabled ? QPalette::Highlight : QPalette::Base);
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isTicked && isEnabled ? ground : edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, rounding_px, rounding_px);
    painter.setPen(QPen(isEnabled ? palette.color(QPalette::HighlightedText) : edge, 1.8));
    const auto at = [&box](qreal x, qreal y) {
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height());
    };
    if (isTicked)
        painter.drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28)});
    else if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.setPen(QPen(edge, 1.8));
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
    painter.restore();
}
} // namespace

HouseStyle::HouseStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void HouseStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox) {
        drawBox(*option, *painter);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    // With the keyboard Fusion draws the edge in the accent colour.
    if (element == PE_FrameLineEdit && !option->state.testFlag(State_HasFocus))
        drawFieldEdge(*option, *painter);
}

void HouseStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control == CC_SpinBox && !option->state.testFlag(State_HasFocus))
        drawFieldEdge(*option, *painter);
}

QSize HouseStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size.rwidth() = std::max(size.width(), contents.width() + 6 * gridStep_px);
    return size;
}

int HouseStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    // The desktop's own icons would stand beside words in some dialogs and not in others.
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

} // namespace lunkuo
