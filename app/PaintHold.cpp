#include "app/PaintHold.h"

#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <utility>

namespace lunkuo
{

namespace
{
constexpr int patience_ms = 100;
}

PaintHold::PaintHold(const Selection& selection, const FrameCache& frames, QWidget& view)
    : QObject(&view)
    , m_selection(selection)
    , m_frames(frames)
    , m_view(view)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience_ms);
    connect(&m_patience, &QTimer::timeout, this, &PaintHold::end);
    connect(&selection, &Selection::frameChanged, this, &PaintHold::begin);
    const auto arrive = [this](FrameId frame) {
        if (frame == m_selection.frame())
            end();
    };
    connect(&frames, &FrameCache::loaded, this, arrive);
    connect(&frames, &FrameCache::failed, this, arrive);
}

/// Nobody else would ask for what was held back.
PaintHold::~PaintHold()
{
    end();
}

void PaintHold::begin()
{
    const FrameId frame = m_selection.frame();
    const bool isComing = frame.isValid() && !m_frames.loadedFrame(frame) && !m_frames.hasFailed(frame);
    if (!isComing) {
        end();
        return;
    }
    if (isOn() || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    if (m_window != m_view.window()) {
        m_window = m_view.window();
        m_window->installEventFilter(this);
    }
    m_patience.start();
}

void PaintHold::end()
{
    m_patience.stop();
    // As Qt itself does, which believes that the one it sent is still on its way.
    if (std::exchange(m_isWanted, false) && m_window)
        QCoreApplication::postEvent(m_window, new QEvent(QEvent::UpdateRequest), Qt::LowEventPriority);
}

bool PaintHold::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::UpdateRequest || !isOn() || watched != m_window)
        return QObject::eventFilter(watched, event);
    m_isWanted = true;
    return true;
}

} // namespace lunkuo
