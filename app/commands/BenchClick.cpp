#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/cloud/CloudFormat.h"
#include "model/completion/PreparedFrame.h"
#include "model/completion/SensorOrigin.h"
#include "model/evaluation/Metrics.h"
#include "model/geometry/PointIndex.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchClick)
};

constexpr std::size_t clickCount = 200;
constexpr std::size_t preparations = 5;
constexpr double farthest_m = 50.0;

/// Points at the height of a car's body, spread evenly over the file: what people click on, and things like it.
std::vector<Eigen::Vector3d> clicksOn(const PreparedFrame& frame)
{
    std::vector<Eigen::Vector3d> bodies;
    for (std::size_t i = 0; i < frame.cloud()->size(); ++i) {
        const Eigen::Vector3d p = frame.cloud()->point(i);
        const double height = p.z() - frame.groundHeight(p.x(), p.y());
        if (height > 0.4 && height < 1.2 && (p - frame.sensorOrigin()).norm() < farthest_m)
            bodies.push_back(p);
    }
    std::vector<Eigen::Vector3d> clicks;
    for (std::size_t i = 0; i < std::min(clickCount, bodies.size()); ++i)
        clicks.push_back(bodies[i * bodies.size() / std::min(clickCount, bodies.size())]);
    return clicks;
}

Result<QJsonObject> measure(const QString& path)
{
    auto read = readCloud(path);
    if (!read)
        return tl::unexpected(read.error());
    const CloudPtr cloud = sortedCloud(std::move(*read));
    const Eigen::Vector3d sensor = estimateSensorOrigin(*cloud);
    std::vector<double> frame_ms(preparations);
    std::shared_ptr<const PreparedFrame> frame;
    for (double& ms : frame_ms) {
        QElapsedTimer timer;
        timer.start();
        frame = PreparedFrame::prepare(cloud, sensor);
        (void)frame->impl().index();
        ms = elapsed_ms(timer);
    }
    std::vector<double> click_ms;
    for (const Eigen::Vector3d& click : clicksOn(*frame)) {
        QElapsedTimer timer;
        timer.start();
        const bool completed = complete(*frame, {{click}, {}}, {}).has_value();
        if (completed)
            click_ms.push_back(elapsed_ms(timer));
    }
    if (click_ms.empty())
        return failure(Text::tr("“%1” holds nothing that could be completed.").arg(path));
    return QJsonObject{{QStringLiteral("median_ms"), quantile(click_ms, 0.5)},
        {QStringLiteral("p95_ms"), quantile(click_ms, 0.95)}, {QStringLiteral("max_ms"), quantile(click_ms, 1.0)},
        {QStringLiteral("frame_ms"), quantile(frame_ms, 0.5)},
        {QStringLiteral("points"), static_cast<qint64>(cloud->size())},
        {QStringLiteral("clicks"), static_cast<qint64>(click_ms.size())}};
}

} // namespace

int benchClick(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench click” takes one cloud."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
