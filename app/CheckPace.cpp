#include "app/CheckPace.h"

#include <QCoreApplication>
#include <QMouseEvent>

namespace lunkuo
{

CheckPace::CheckPace(CheckRunner& runner, const Playback& playback, QObject* parent)
    : QObject(parent)
    , m_runner(runner)
    , m_playback(playback)
{
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
        if (const bool isBusy = static_cast<QMouseEvent*>(event)->buttons() != Qt::NoButton; isBusy != m_isHandBusy)
            set(isBusy);
        break;
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
