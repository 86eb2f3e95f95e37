#include "model/tools/FixedKeys.h"

#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{

struct ToolKey
{
    int key;
    Qt::KeyboardModifiers also; ///< with which it means something, too
};

constexpr Qt::KeyboardModifiers byMuchOrTurning = Qt::ShiftModifier | Qt::ControlModifier;
constexpr std::array toolKeys{ToolKey{Qt::Key_Return, Qt::ShiftModifier}, ToolKey{Qt::Key_Enter, Qt::ShiftModifier},
    ToolKey{Qt::Key_Escape, Qt::NoModifier}, ToolKey{Qt::Key_Backspace, Qt::NoModifier},
    ToolKey{Qt::Key_Tab, Qt::ShiftModifier}, ToolKey{Qt::Key_Backtab, Qt::ShiftModifier},
    ToolKey{Qt::Key_Left, byMuchOrTurning}, ToolKey{Qt::Key_Right, byMuchOrTurning},
    ToolKey{Qt::Key_Up, byMuchOrTurning}, ToolKey{Qt::Key_Down, byMuchOrTurning}};

const ToolKey* toolKey(int key)
{
    const auto* found =
        std::find_if(toolKeys.begin(), toolKeys.end(), [key](const ToolKey& k) { return k.key == key; });
    return found == toolKeys.end() ? nullptr : found;
}

} // namespace

bool isToolKey(int key)
{
    return toolKey(key) != nullptr;
}

bool isToolKey(int key, Qt::KeyboardModifiers modifiers)
{
    const ToolKey* known = toolKey(key);
    return known && !(modifiers & ~(known->also | Qt::KeypadModifier));
}

Eigen::Vector3d flightOf(int key)
{
    switch (key) {
    case Qt::Key_W:
        return {0.0, 0.0, 1.0};
    case Qt::Key_S:
        return {0.0, 0.0, -1.0};
    case Qt::Key_D:
        return {1.0, 0.0, 0.0};
    case Qt::Key_A:
        return {-1.0, 0.0, 0.0};
    case Qt::Key_E:
        return {0.0, 1.0, 0.0};
    case Qt::Key_Q:
        return {0.0, -1.0, 0.0};
    default:
        return Eigen::Vector3d::Zero();
    }
}

bool isFlightKey(int key, Qt::KeyboardModifiers modifiers)
{
    return !(modifiers & ~Qt::ShiftModifier) && !flightOf(key).isZero();
}

} // namespace lunkuo
