#include "model/base/Task.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <sys/resource.h>
#include <unistd.h>

namespace lunkuo
{

namespace
{
constexpr int backgroundNiceness = 10; ///< a tenth of the share of whoever is waited for
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
    // Linux keeps the niceness of each thread, and threads inherit it.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), backgroundNiceness);
}

} // namespace lunkuo
