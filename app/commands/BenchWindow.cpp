#include "app/CommandLine.h"
#include "app/commands/BenchedWindow.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/Metrics.h"
#include "model/tools/ShapeActions.h"
#include "widgets/SidePanel.h"

#include <QApplication>
#include <QFile>
#include <QMouseEvent>
#include <ctime>
#include <sys/resource.h>
#include <unistd.h>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchWindow)
};

constexpr int settling_ms = 3000; ///< suggestions and frames ahead
constexpr int resting_ms = 5000;
constexpr int steps = 30;

/// Milliseconds since this process was started; negative where the system does not say.
double age_ms()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now{};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1.0;
    // The program's name, in brackets, may hold spaces; the start is the twentieth word after it.
    const QByteArray told = file.readAll();
    const QList<QByteArray> words = told.mid(told.lastIndexOf(')') + 2).split(' ');
    const double started_s = words.value(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    return 1e3 * (static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec) - started_s);
}

double processorTime_ms()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto milliseconds = [](const timeval& time) {
        return 1e3 * static_cast<double>(time.tv_sec) + 1e-3 * static_cast<double>(time.tv_usec);
    };
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

/// Every other frame from the start: not at hand. Then back one by one, each waited for until it is at hand.
Result<QJsonObject> measureFrames(BenchedWindow& bench)
{
    const std::vector<FrameId> order = bench.session().document().scene().frameOrder();
    bench.session().setFrameMemory(0);
    std::vector<double> fromFile_ms;
    std::vector<double> prefetched_ms;
    const auto noPicture = [] { return failure(Text::tr("No picture came.")); };
    for (std::size_t i = 3; i < order.size() && fromFile_ms.size() < steps; i += 3) {
        live(100);
        const auto taken_ms = bench.goTo(order[i]);
        if (!taken_ms)
            return noPicture();
        fromFile_ms.push_back(*taken_ms);
    }
    bench.session().setFrameMemory(2048);
    for (std::size_t i = 0; i + 1 < order.size() && prefetched_ms.size() < steps; ++i) {
        if (bench.session().selection().frame() != order[i] && !bench.goTo(order[i]))
            return noPicture();
        for (int waited = 0; waited < 100 && !bench.session().frames().loadedFrame(order[i + 1]); ++waited)
            live(20);
        live(300);
        const auto taken_ms = bench.goTo(order[i + 1]);
        if (!taken_ms)
            return noPicture();
        prefetched_ms.push_back(*taken_ms);
    }
    if (fromFile_ms.empty() || prefetched_ms.empty())
        return QJsonObject();
    return QJsonObject{{QStringLiteral("frame_from_file_ms"), quantile(fromFile_ms, 0.5)},
        {QStringLiteral("frame_from_file_p95_ms"), quantile(fromFile_ms, 0.95)},
        {QStringLiteral("frame_prefetched_ms"), quantile(prefetched_ms, 0.5)},
        {QStringLiteral("frame_prefetched_p95_ms"), quantile(prefetched_ms, 0.95)}};
}

/// A box is dragged in the view from above; all four views are drawn at each step.
Result<QJsonObject> measureDrag(BenchedWindow& bench)
{
    Session& session = bench.session();
    Shape shape;
    shape.frame = session.selection().frame();
    shape.cuboid = Cuboid::fromYaw({8.0, 0.0, -0.9}, {4.5, 1.9, 1.6}, 0.2);
    const auto made = addShape(
        session.document(), QStringLiteral("Bench"), shape, session.document().scene().taxonomy.classes.front().id);
    if (!made)
        return tl::unexpected(made.error());
    session.selection().setShape(*made);
    bench.view().lookAt(shape.cuboid.center, 10.0);
    live(500);
    SideView& view = bench.fromAbove();
    const QPointF start = view.pixelOf(shape.cuboid.center);
    const auto send = [&](QEvent::Type type, const QPointF& at) {
        QMouseEvent event(type, at, view.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
            type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &event);
    };
    send(QEvent::MouseButtonPress, start);
    std::vector<double> times_ms;
    const int before = bench.view().paintCount();
    for (int i = 1; i <= steps; ++i) {
        QElapsedTimer timer;
        timer.start();
        send(QEvent::MouseMove, start + QPointF(i, 0.5 * i));
        QApplication::processEvents();
        times_ms.push_back(elapsed_ms(timer));
    }
    send(QEvent::MouseButtonRelease, start + QPointF(steps, 0.5 * steps));
    return QJsonObject{{QStringLiteral("drag_ms"), quantile(times_ms, 0.5)},
        {QStringLiteral("drag_p95_ms"), quantile(times_ms, 0.95)},
        {QStringLiteral("drag_pictures"), bench.view().paintCount() - before}};
}

QJsonObject measureRest(BenchedWindow& bench)
{
    const int paintedBefore = bench.view().paintCount();
    const double usedBefore_ms = processorTime_ms();
    live(resting_ms);
    return QJsonObject{{QStringLiteral("idle_cpu_percent"), 100.0 * (processorTime_ms() - usedBefore_ms) / resting_ms},
        {QStringLiteral("idle_pictures"), bench.view().paintCount() - paintedBefore}};
}

Result<QJsonObject> measure(const QString& data)
{
    BenchedWindow bench;
    if (auto opened = bench.open(data); !opened)
        return tl::unexpected(opened.error());
    if (!bench.waitForPicture())
        return failure(Text::tr("No picture came."));
    QJsonObject result{{QStringLiteral("first_picture_ms"), age_ms()}};
    live(settling_ms);
    result.insert(QStringLiteral("memory_mib"), memory_mib());
    const auto add = [&result](const QJsonObject& more) {
        for (auto entry = more.begin(); entry != more.end(); ++entry)
            result.insert(entry.key(), entry.value());
    };
    add(measureRest(bench));
    for (auto* part : {measureFrames, measureDrag}) {
        const auto measured = part(bench);
        if (!measured)
            return measured;
        add(*measured);
    }
    return result;
}

} // namespace

int benchWindow(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench window” takes one folder of clouds or one cloud."));
        return 2;
    }
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) {
        printError(Text::tr("“bench window” needs a display."));
        return 1;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
