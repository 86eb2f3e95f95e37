#include "app/CheckPace.h"

#include <QCoreApplication>
#include <QMouseEvent>

namespace lunkuo
{

namespace
{
constexpr int patience_ms = 3000;
}

CheckPace::CheckPace(CheckRunner& runner, const Playback& playback, QObject* parent)
    : QObject(parent)
    , m_runner(runner)
    , m_playback(playback)
{
    m_still.setSingleShot(true);
    m_still.setInterval(patience_ms);
    connect(&m_still, &QTimer::timeout, this, [this] { set(false); });
    QCoreApplication::instance()->installEventFilter(this);
    connect(&playback, &Playback::playingChanged, this, [this] { set(m_isHandBusy); });
}

bool CheckPace::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove: // a release that went elsewhere
    {
        const bool isBusy = static_cast<QMouseEvent*>(event)->buttons() != Qt::NoButton;
        if (isBusy)
            m_still.start();
        if (isBusy != m_isHandBusy)
            set(isBusy);
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CheckPace::set(bool isHandBusy)
{
    m_isHandBusy = isHandBusy;
    m_runner.hold(m_isHandBusy || m_playback.isPlaying());
}

} // namespace lunkuo
