#pragma once

class QDockWidget;

namespace lunkuo
{

/// Makes the dock's own action, which has a key, do what people want of it: a panel that is hidden, or behind another
/// one's tab, comes to the front; one that is in front goes away.
void toggleByFront(QDockWidget& dock);

} // namespace lunkuo
