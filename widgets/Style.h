#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace lunkuo
{

enum class Theme { Dark, Light };

/// Every distance in the interface is a multiple of this many pixels.
inline constexpr int gridStep_px = 4;

/// What a colour of the interface says, beside the text or sign that says the same.
enum class Tone { Good, Warning, Bad };

/// Lunkuo's style and palette, and words in this share of the system's size.
void applyStyle(QApplication& application, Theme theme, int text_percent = 100);

QPalette paletteOf(Theme theme);

/// Readable (4.5 : 1) on the palette's window and base.
QColor toneColor(Tone tone, const QPalette& palette);

/// Secondary text: readable, but behind the rest.
QColor dimTextColor(const QPalette& palette);

} // namespace lunkuo
