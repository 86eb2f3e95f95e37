#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/cloud/CloudFormat.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/PointIndex.h"

#include <QCoreApplication>
#include <cmath>
#include <functional>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr int questions = 1000;
constexpr double turn = 0.618 * 2.0 * std::numbers::pi; ///< from one question's direction to the next
constexpr double tanPixel = 2.0 * 0.41421356 / 800.0;   ///< of a view of 800 pixels that spans 45 degrees

/// Asks an index of the cloud the same kind of question in many places; `ask` says whether it found anything.
int measure(const char* name, const QStringList& arguments,
    const std::function<bool(const PointIndex& index, int question)>& ask)
{
    if (arguments.size() != 1) {
        printError(QCoreApplication::translate("Bench", "“bench %1” takes one cloud.").arg(QLatin1String(name)));
        return 2;
    }
    Result<PointCloud> cloud = readCloud(arguments.first());
    if (!cloud) {
        printError(cloud.error().sentence);
        return 1;
    }
    const PointIndex index(std::make_shared<const PointCloud>(std::move(*cloud)));
    std::vector<double> times_ms;
    int found = 0;
    for (int question = 0; question < questions; ++question) {
        QElapsedTimer timer;
        timer.start();
        found += ask(index, question) ? 1 : 0;
        times_ms.push_back(elapsed_ms(timer));
    }
    return printResult(QJsonObject{{QStringLiteral("median_ms"), quantile(times_ms, 0.5)},
        {QStringLiteral("p95_ms"), quantile(times_ms, 0.95)}, {QStringLiteral("found"), found},
        {QStringLiteral("points"), static_cast<qint64>(index.cloud().size())}});
}
} // namespace

/// From above and from the sensor in turn, as far as the cursor reaches.
int benchPick(const QStringList& arguments)
{
    return measure("pick", arguments, [](const PointIndex& index, int question) {
        const double heading = turn * question;
        const bool fromAbove = question % 2 == 0;
        const double down = fromAbove ? 0.6 : 0.05;
        const Eigen::Vector3d forward(
            std::cos(down) * std::cos(heading), std::cos(down) * std::sin(heading), -std::sin(down));
        const Eigen::Vector3d eye = index.cloud().offset - (fromAbove ? 60.0 + question % 97 : 0.0) * forward;
        return index.pick({eye, forward}, 6.0 * tanPixel).has_value();
    });
}

/// In boxes as large as cars, all over the street.
int benchCount(const QStringList& arguments)
{
    return measure("count", arguments, [](const PointIndex& index, int question) {
        const double heading = turn * question;
        const double distance = 3.0 + question % 40;
        const Eigen::Vector3d center(distance * std::cos(heading), distance * std::sin(heading), -1.0);
        return index.count(Cuboid::fromYaw(index.cloud().offset + center, {4.5, 1.9, 1.6}, heading)) > 0;
    });
}

} // namespace lunkuo
