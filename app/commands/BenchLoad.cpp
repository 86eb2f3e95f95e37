#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/cloud/CloudFormat.h"
#include "model/evaluation/Metrics.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <sys/resource.h>

namespace lunkuo
{

namespace
{
constexpr int runs = 5;

/// The most memory that this process ever held.
double peakMemory_mib()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}
} // namespace

int benchLoad(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(QCoreApplication::translate("Bench", "“bench load” takes one cloud."));
        return 2;
    }
    std::size_t points = 0;
    std::vector<double> times_ms(runs);
    // The first read is not counted: it fills the page cache.
    for (int run = -1; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        const Result<PointCloud> cloud = readCloud(arguments.first());
        if (!cloud) {
            printError(cloud.error().sentence);
            return 1;
        }
        if (run >= 0)
            times_ms[static_cast<std::size_t>(run)] = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
        points = cloud->size();
    }
    return printResult(QJsonObject{{QStringLiteral("ms"), quantile(times_ms, 0.5)},
        {QStringLiteral("points"), static_cast<qint64>(points)}, {QStringLiteral("rss_mib"), peakMemory_mib()}});
}

} // namespace lunkuo
