#include "widgets/PlacePicker.h"

#include "render/SceneView.h"

#include <QApplication>
#include <QMouseEvent>

namespace lunkuo
{

PlacePicker::PlacePicker(SceneView& view, std::function<void(const Eigen::Vector3d&)> picked)
    : QObject(&view)
    , m_view(view)
    , m_picked(std::move(picked))
{
    QApplication::setOverrideCursor(Qt::CrossCursor);
    qApp->installEventFilter(this);
}

PlacePicker::~PlacePicker()
{
    if (!m_hasEnded)
        QApplication::restoreOverrideCursor();
}

void PlacePicker::end()
{
    m_hasEnded = true;
    QApplication::restoreOverrideCursor();
    qApp->removeEventFilter(this);
    emit ended();
    deleteLater();
}

/// The tool must not hear of the click, so all of it is kept from the view.
bool PlacePicker::takeMouse(QEvent* event)
{
    const auto* mouse = static_cast<QMouseEvent*>(event);
    if (mouse->button() != Qt::LeftButton)
        return false;
    const QPointF here = mouse->position();
    if (event->type() == QEvent::MouseButtonPress) {
        m_pressed = here;
        return true;
    }
    const bool isClick = m_pressed && (here - *m_pressed).manhattanLength() < QApplication::startDragDistance();
    m_pressed.reset();
    // The sky is no place: another try.
    const auto place = isClick ? m_view.placeAt(here) : std::nullopt;
    if (place) {
        const auto picked = m_picked;
        end();
        picked(*place);
    }
    return true;
}

bool PlacePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_view &&
        (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease))
        return takeMouse(event);
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape &&
        !QApplication::activeModalWidget()) {
        end();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lunkuo
