#include "model/base/Task.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

namespace lunkuo
{

namespace
{
constexpr int backgroundNiceness = 10; ///< where the system knows no idle threads
} // namespace

QThreadPool& poolOf(Urgency urgency)
{
    static QThreadPool background;
    // Ended with the application, as Qt does with its own pool, whose threads the work in the background uses.
    [[maybe_unused]] static const bool endsInTime = [] {
        qAddPostRoutine([] { background.waitForDone(); });
        return true;
    }();
    return urgency == Urgency::WaitedFor ? *QThreadPool::globalInstance() : background;
}

void giveWay()
{
    // Linux keeps scheduling and niceness of each thread, and threads inherit them. An idle thread makes room at once
    // for any that wakes up; one that is merely nice lets the picture of the next frame wait for its slice.
    const sched_param none{};
    if (sched_setscheduler(0, SCHED_IDLE, &none) != 0)
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), backgroundNiceness);
}

} // namespace lunkuo
