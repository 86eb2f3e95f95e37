#pragma once

#include <QPainter>

namespace lunkuo
{

// How what reviewers say looks, in the main view, on tiles and in side views.

inline constexpr QColor rejectedColor(0xff, 0x6b, 0x61);
inline constexpr QColor answeredColor(0xff, 0xc8, 0x50);
inline constexpr QColor acceptedColor(0x7f, 0xd8, 0x8f);
/// What an object is held against: itself as it was before, or the object of another annotation.
inline constexpr QColor beforeColor(0xff, 0xb0, 0x40);
inline constexpr QColor otherColor(0x5c, 0xd6, 0xe6);

/// Logical pixels from the middle of a sign to its border.
inline constexpr double verdictDisc_px = 7.0;

void paintTick(QPainter& painter, const QPointF& middle, const QColor& color);

/// A disc with a cross while it is open, or with a tick once it is answered.
void paintOpenVerdict(QPainter& painter, const QPointF& middle, bool isAnswered);

} // namespace lunkuo
