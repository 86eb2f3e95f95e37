#pragma once

#include <QPalette>
#include <cmath>

namespace lunkuo::test
{

/// As in the dark theme, whatever the desktop has.
inline QPalette darkPalette()
{
    return {QColor(Qt::darkGray), QColor(Qt::black)};
}

inline QPalette lightPalette()
{
    return {QColor(Qt::lightGray), QColor(Qt::white)};
}

/// WCAG's contrast: 1 for a colour and itself, 21 for black and white.
inline double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

/// Words can be read from here on.
inline constexpr double leastContrast = 4.5;

} // namespace lunkuo::test
