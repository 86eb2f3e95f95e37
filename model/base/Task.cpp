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
constexpr int niceness = 10; ///< a tenth of the share of whoever is waited for
} // namespace

QThreadPool& poolOf(Urgency urgency)
{
    static QThreadPool ahead;
    static QThreadPool background;
    // Ended with the application, as Qt does with its own pool, whose threads the work in the background uses.
    [[maybe_unused]] static const bool endsInTime = [] {
        qAddPostRoutine([] {
            background.waitForDone();
            ahead.waitForDone();
        });
        return true;
    }();
    switch (urgency) {
    case Urgency::Ahead:
        return ahead;
    case Urgency::Background:
        return background;
    case Urgency::WaitedFor:
        break;
    }
    return *QThreadPool::globalInstance();
}

void giveWay(Urgency urgency)
{
    // Linux keeps scheduling and niceness of each thread, and threads inherit them. An idle thread makes room at once
    // for any that wakes up; one that is merely nice gets its share on a busy machine too.
    const sched_param none{};
    if (urgency == Urgency::Background && sched_setscheduler(0, SCHED_IDLE, &none) == 0)
        return;
    if (urgency != Urgency::WaitedFor)
        setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), niceness);
}

} // namespace lunkuo
