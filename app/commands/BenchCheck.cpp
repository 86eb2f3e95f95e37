#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/LabelledScene.h"
#include "model/evaluation/Metrics.h"
#include "model/review/CheckedScene.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QThread>

#include <thread>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchCheck)
};

constexpr int edits = 10;

/// A box of the frame is pushed a little.
Edit push(const Scene& scene, FrameId frame, std::size_t which)
{
    const std::vector<ShapeId>& shapes = scene.shapes.ofFrame(frame);
    const Shape& before = scene.shapes.at(shapes[which % shapes.size()]);
    Shape after = before;
    after.cuboid.center.x() += 0.1;
    return {QStringLiteral("push"), {ValueChange<Shape>{before, after}}};
}

/// How long it takes from the word to stop until nothing runs any more, at the worst of several moments.
double cancel_ms(const Scene& scene, const CheckedFrameSource& source)
{
    double worst = 0.0;
    for (int delay_ms = 50; delay_ms <= 400; delay_ms += 50) {
        CheckedScene checked(scene);
        const Progress progress;
        std::thread worker([&] { checked.run(source, progress); });
        QThread::msleep(static_cast<unsigned long>(delay_ms));
        QElapsedTimer timer;
        timer.start();
        progress.cancel();
        worker.join();
        worst = std::max(worst, elapsed_ms(timer));
    }
    return worst;
}

Result<QJsonObject> measure(const QString& folder)
{
    const auto recordings = findRecordings(folder);
    if (!recordings)
        return tl::unexpected(recordings.error());
    auto scene = labelledScene(recordings->front());
    if (!scene)
        return tl::unexpected(scene.error());
    const FrameId middle = scene->framesOf(scene->sequences.begin()->first).at(scene->frames.size() / 2);
    const CheckedFrameSource read = framesFrom({});
    CheckedScene checked(*scene);
    QElapsedTimer timer;
    timer.start();
    checked.run(read);
    const double all_s = 1e-3 * elapsed_ms(timer);
    // As in the window, where the frame that is edited is in memory.
    const auto loaded = read(scene->frames.at(middle), std::nullopt, {});
    if (!loaded)
        return tl::unexpected(loaded.error());
    const CheckedFrameSource inMemory = [&](const Frame& frame, const std::optional<Eigen::Vector3d>& sensor,
                                            const Progress& progress) {
        return frame.id == middle ? loaded : read(frame, sensor, progress);
    };
    std::vector<double> again_ms;
    for (std::size_t i = 0; i < edits && !checked.scene().shapes.ofFrame(middle).empty(); ++i) {
        const Edit edit = push(checked.scene(), middle, i);
        timer.start();
        checked.update({edit}, inMemory);
        again_ms.push_back(elapsed_ms(timer));
    }
    return QJsonObject{{QStringLiteral("frames"), static_cast<qint64>(scene->frames.size())},
        {QStringLiteral("shapes"), static_cast<qint64>(scene->shapes.size())}, {QStringLiteral("all_s"), all_s},
        {QStringLiteral("edit_median_ms"), quantile(again_ms, 0.5)},
        {QStringLiteral("edit_p95_ms"), quantile(again_ms, 0.95)},
        {QStringLiteral("cancel_ms"), cancel_ms(*scene, read)}};
}

} // namespace

int benchCheck(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench check” takes one folder with labelled frames."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
