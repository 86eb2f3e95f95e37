#include "app/DockToggle.h"

#include <QAction>
#include <QDockWidget>

namespace lunkuo
{

void toggleByFront(QDockWidget& dock)
{
    QAction* action = dock.toggleViewAction();
    // Qt's own way hides what is behind a tab, so that the key seems to do nothing.
    action->disconnect(&dock);
    QObject::connect(action, &QAction::triggered, &dock, [&dock, action] {
        // Behind a tab docks count as visible, but show nothing.
        if (dock.isVisible() && !dock.visibleRegion().isEmpty()) {
            dock.close();
        } else {
            dock.show();
            dock.raise();
        }
        action->setChecked(!dock.isHidden());
    });
}

} // namespace lunkuo
