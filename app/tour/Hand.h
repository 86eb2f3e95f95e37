#pragma once

#include "model/base/Result.h"

#include <QPointF>
#include <QWidget>
#include <functional>

namespace lunkuo
{

/// Mouse and keys as a person would use them, with time for the program to react.
class Hand
{
public:
    void key(QWidget& window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void type(QWidget& field, const QString& text) const;
    void moveTo(QWidget& view, const QPointF& pixel) const;
    void click(QWidget& view, const QPointF& pixel, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void drag(QWidget& view, const QPointF& from, const QPointF& to, Qt::MouseButton button = Qt::LeftButton) const;
    void wheel(QWidget& view, const QPointF& pixel, int steps) const;
    /// Waits until that is so; false when it does not become so.
    static bool waitFor(const std::function<bool()>& isSo);
    /// Lets the program draw what it has to.
    static void settle();
};

} // namespace lunkuo
