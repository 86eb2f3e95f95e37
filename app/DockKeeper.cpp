#include "app/DockKeeper.h"

#include <QDockWidget>
#include <QEvent>
#include <QGuiApplication>
#include <QLayout>

namespace lunkuo
{

namespace
{
constexpr QSize comfortable(1000, 600);
constexpr int quiet_ms = 120; ///< without another size: the window is as it is to be

bool standsUpright(const QMainWindow& window, QDockWidget* dock)
{
    const Qt::DockWidgetArea area = window.dockWidgetArea(dock);
    return area == Qt::LeftDockWidgetArea || area == Qt::RightDockWidgetArea;
}
} // namespace

DockKeeper::DockKeeper(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(quiet_ms);
    connect(&m_settled, &QTimer::timeout, this, &DockKeeper::restore);
    window.installEventFilter(this);
    for (QDockWidget* dock : window.findChildren<QDockWidget*>())
        dock->installEventFilter(this);
}

bool DockKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        // Docks measure their titles only when they are laid out.
        if (auto* dock = qobject_cast<QDockWidget*>(watched))
            QTimer::singleShot(0, dock, [dock] {
                dock->layout()->invalidate();
                dock->layout()->setGeometry(dock->rect());
                dock->update();
            });
    }
    if (event->type() != QEvent::Resize || !m_hasBegun)
        return QObject::eventFilter(watched, event);
    const bool isDragging = QGuiApplication::mouseButtons().testFlag(Qt::LeftButton);
    if (watched == &m_window)
        m_settled.start();
    else if (isDragging && !m_settled.isActive())
        remember();
    return QObject::eventFilter(watched, event);
}

void DockKeeper::begin()
{
    m_hasBegun = true;
    // The layout follows with the next events.
    QTimer::singleShot(0, this, &DockKeeper::remember);
}

void DockKeeper::remember()
{
    m_wanted.clear();
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>())
        if (dock->isVisible() && !dock->isFloating())
            m_wanted[dock] = dock->size();
}

void DockKeeper::restore()
{
    if (m_window.width() < comfortable.width() || m_window.height() < comfortable.height())
        return; // the view would have no room left
    QList<QDockWidget*> upright;
    QList<QDockWidget*> lying;
    QList<int> widths;
    QList<int> heights;
    QList<int> lyingHeights;
    for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
        if (!dock->isVisible() || dock->isFloating() || !m_wanted.contains(dock))
            continue;
        if (standsUpright(m_window, dock)) {
            upright << dock;
            widths << m_wanted[dock].width();
            heights << m_wanted[dock].height();
        } else {
            lying << dock;
            lyingHeights << m_wanted[dock].height();
        }
    }
    m_window.resizeDocks(upright, widths, Qt::Horizontal);
    m_window.resizeDocks(upright, heights, Qt::Vertical);
    m_window.resizeDocks(lying, lyingHeights, Qt::Vertical);
}

} // namespace lunkuo
