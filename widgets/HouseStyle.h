#pragma once

#include <QProxyStyle>

namespace lunkuo
{

/// Fusion with edges that are seen on dark ground, boxes that are ticked as chips are, and buttons with room round
/// their words.
class HouseStyle : public QProxyStyle
{
    Q_OBJECT
public:
    HouseStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
        const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
        QStyleHintReturn* result = nullptr) const override;
};

} // namespace lunkuo
