#include "app/CommandLine.h"
#include "app/commands/BenchedWindow.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/Metrics.h"
#include "model/scene/OpenData.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonObject>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchSequence)
};

constexpr int longSequence = 5000; ///< frames
constexpr int shapesPerFrame = 40;
constexpr int steps = 60;
constexpr int walk = 240;             ///< frames that are gone through, for the memory
constexpr int shortBudget_mib = 2048; ///< all frames of a short sequence
constexpr int longBudget_mib = 512;
constexpr int patience = 200; ///< times 20 ms, for a frame to be at hand
constexpr qint64 framePeriod_ns = 100'000'000;

/// As many frames as are wanted, which take turns with the clouds of `scene`, each with the same objects that drive on.
Scene madeUp(const Scene& scene, int frames)
{
    Scene made;
    made.taxonomy = scene.taxonomy;
    made.calibrations = scene.calibrations;
    made.sequences[{1}] = {{1}, QStringLiteral("made up"), {}};
    const std::vector<FrameId> order = scene.frameOrder();
    qint64 shapeId = 0;
    for (int i = 0; i < frames; ++i) {
        Frame frame = scene.frames.at(order[static_cast<std::size_t>(i) % order.size()]);
        frame.id = {i + 1};
        frame.sequence = {1};
        frame.index = i;
        frame.name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        frame.timestamp_ns = i * framePeriod_ns;
        made.frames[frame.id] = frame;
        for (int object = 0; object < shapesPerFrame; ++object) {
            Shape shape;
            shape.id = {++shapeId};
            shape.track = {object + 1};
            shape.frame = frame.id;
            shape.derivation = i % 10 == 0 ? Derivation::KeyFrame : Derivation::Interpolated;
            const double angle = 2.0 * M_PI * object / shapesPerFrame;
            const Eigen::Vector3d place(25.0 * std::cos(angle), 25.0 * std::sin(angle) + 0.01 * i, -0.9);
            shape.cuboid = Cuboid::fromYaw(place, {4.5, 1.9, 1.6}, angle);
            made.shapes.insert(std::move(shape));
        }
    }
    for (int object = 1; object <= shapesPerFrame; ++object)
        made.tracks[{object}] = {{object}, {1}, object, made.taxonomy.classes.front().id, {}};
    return made;
}

/// One after another, each in memory before it is asked for.
Result<QJsonObject> measureCached(BenchedWindow& bench)
{
    const std::vector<FrameId> order = bench.session().order().frames();
    std::vector<double> times_ms;
    std::size_t at = 0;
    for (int step = 0; step < steps; ++step) {
        at = (at + 1) % (order.size() - 1);
        const FrameId next = order[at];
        for (int waited = 0; waited < patience && !bench.session().frames().loadedFrame(next); ++waited)
            live(20);
        live(150); // the program has done with the frame before
        const auto taken_ms = bench.goTo(next);
        if (!taken_ms)
            return failure(Text::tr("No picture came."));
        times_ms.push_back(*taken_ms);
    }
    return QJsonObject{{QStringLiteral("frames"), static_cast<qint64>(order.size())},
        {QStringLiteral("shapes"), static_cast<qint64>(bench.session().document().scene().shapes.size())},
        {QStringLiteral("changes"), steps}, {QStringLiteral("cached_median_ms"), quantile(times_ms, 0.5)},
        {QStringLiteral("cached_p95_ms"), quantile(times_ms, 0.95)}};
}

/// What the process holds after many frames were looked at, and how long that took for each.
Result<QJsonObject> measureWalk(BenchedWindow& bench)
{
    const std::vector<FrameId> order = bench.session().order().frames();
    QElapsedTimer timer;
    timer.start();
    double most_mib = 0.0;
    const int count = std::min(walk, static_cast<int>(order.size()));
    for (int i = 0; i < count; ++i) {
        if (!bench.goTo(order[static_cast<std::size_t>(i)]))
            return failure(Text::tr("No picture came."));
        most_mib = std::max(most_mib, memory_mib());
    }
    return QJsonObject{{QStringLiteral("walked"), count},
        {QStringLiteral("walk_ms_per_frame"), elapsed_ms(timer) / count},
        {QStringLiteral("most_memory_mib"), most_mib}};
}

Result<QJsonObject> measureWindow(const Scene& scene, int budget_mib)
{
    BenchedWindow bench;
    if (auto opened = bench.open(scene); !opened)
        return tl::unexpected(opened.error());
    bench.session().setFrameMemory(budget_mib);
    if (!bench.waitForPicture())
        return failure(Text::tr("No picture came."));
    bench.session().followed().follow({1});
    live(1000);
    QJsonObject result{{QStringLiteral("memory_mib"), memory_mib()}, {QStringLiteral("budget_mib"), budget_mib}};
    for (auto* part : {measureCached, measureWalk}) {
        const auto measured = part(bench);
        if (!measured)
            return measured;
        for (auto entry = measured->begin(); entry != measured->end(); ++entry)
            result.insert(entry.key(), entry.value());
    }
    return result;
}

Result<QJsonObject> measure(const QString& folder)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    const auto found = openData(QFileInfo(folder).absoluteFilePath(), *taxonomy);
    if (!found)
        return tl::unexpected(found.error());
    if (found->scene.frames.size() < 2)
        return failure(Text::tr("“%1” has one frame only.").arg(folder));
    const auto few = measureWindow(madeUp(found->scene, static_cast<int>(found->scene.frames.size())), shortBudget_mib);
    if (!few)
        return few;
    const auto many = measureWindow(madeUp(found->scene, longSequence), longBudget_mib);
    if (!many)
        return many;
    return QJsonObject{{QStringLiteral("short"), *few}, {QStringLiteral("long"), *many}};
}

} // namespace

int benchSequence(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench sequence” takes one folder of clouds."));
        return 2;
    }
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) {
        printError(Text::tr("“bench sequence” needs a display."));
        return 1;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
