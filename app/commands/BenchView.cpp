#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/evaluation/Metrics.h"
#include "model/scene/OpenData.h"
#include "model/tools/ShapeActions.h"
#include "render/SceneView.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonObject>
#include <QWindow>
#include <algorithm>
#include <numbers>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchView)
};

constexpr QSize viewSize_px{1280, 800};
constexpr double wholeTurn_px = 2.0 * std::numbers::pi / 0.006; ///< a drag this long turns once about
constexpr double sensorToGround_m = 1.7;
constexpr int changes = 10;

/// A cloud in the real view, with all that surrounds the view in the window.
struct Stand
{
    explicit Stand(Scene scene)
        : document(std::move(scene), nullptr)
        , frames(document, QDir::current())
        , tools(ToolContext{document, selection, frames})
        , view(document, selection, frames, tools)
        , frame(document.scene().frameOrder().front())
    {
    }

    Document document;
    Selection selection;
    FrameCache frames;
    ToolController tools;
    SceneView view;
    FrameId frame;
};

/// Waits until the frame lies in memory; the view is not told of it yet.
Result<LoadedFramePtr> load(Stand& stand)
{
    QEventLoop wait;
    QString problem;
    QObject::connect(&stand.frames, &FrameCache::loaded, &wait, &QEventLoop::quit);
    QObject::connect(&stand.frames, &FrameCache::failed, &wait, [&](FrameId, const QString& sentence) {
        problem = sentence;
        wait.quit();
    });
    stand.frames.request(stand.frame);
    wait.exec();
    if (!problem.isEmpty())
        return failure(problem);
    return stand.frames.loadedFrame(stand.frame);
}

/// Waits until the empty view is on the screen.
bool show(SceneView& view)
{
    view.resize(viewSize_px);
    view.show();
    QElapsedTimer timer;
    timer.start();
    const auto isShown = [&view] { return view.windowHandle()->isExposed() && view.paintCount() > 0; };
    while (!isShown() && timer.elapsed() < 10000)
        QApplication::processEvents(QEventLoop::AllEvents, 50);
    return isShown();
}

/// Where a person who stands at the sensor looks from; turning there turns about a place right ahead.
void standAt(SceneView& view, const Eigen::Vector3d& sensor)
{
    QJsonObject state = view.viewState();
    state[QStringLiteral("camera")] =
        QJsonObject{{QStringLiteral("eye"), QJsonArray{sensor.x(), sensor.y(), sensor.z()}},
            {QStringLiteral("azimuth"), 0.0}, {QStringLiteral("elevation"), 0.05}, {QStringLiteral("distance"), 0.3},
            {QStringLiteral("halfHeight"), sensorToGround_m}, {QStringLiteral("orthographic"), false}};
    view.setViewState(state);
}

/// Nearly the whole cloud in the picture, as the peers show it.
void lookAtAll(SceneView& view, const PointCloud& cloud)
{
    constexpr double stray = 0.002;
    Eigen::Vector3d low = Eigen::Vector3d::Zero();
    Eigen::Vector3d high = Eigen::Vector3d::Zero();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (std::size_t i = axis; i < cloud.xyz.size(); i += 3)
            values.push_back(static_cast<double>(cloud.xyz[i]));
        low[Eigen::Index(axis)] = quantile(values, stray);
        high[Eigen::Index(axis)] = quantile(values, 1.0 - stray);
    }
    view.lookAt(cloud.offset + 0.5 * (low + high), 0.5 * (high - low).norm());
}

/// Median milliseconds of a picture after each of many changes.
template <class Change>
double medianAfter(SceneView& view, const Change& change)
{
    std::vector<double> times_ms;
    QElapsedTimer timer;
    for (int i = 0; i < changes; ++i) {
        timer.start();
        change(i);
        view.repaintNow();
        times_ms.push_back(elapsed_ms(timer));
    }
    return quantile(times_ms, 0.5);
}

/// A box round a place of the cloud that holds at least so many points.
Cuboid boxOfPoints(const LoadedFrame& frame, std::size_t points)
{
    Cuboid box = Cuboid::fromYaw(frame.cloud->point(frame.cloud->size() / 2), {0.25, 0.25, 0.25}, 0.0);
    while (frame.index->count(box) < std::min(points, frame.cloud->size()))
        box.size *= 1.1;
    return box;
}

/// Median milliseconds until about a thousand points are seen in another colour, as when a box comes and goes.
double recolorSome_ms(Stand& stand, const LoadedFrame& frame)
{
    constexpr std::size_t some = 1000;
    stand.view.setColoring({ColorBy::Class});
    stand.view.repaintNow();
    Shape shape;
    shape.frame = stand.frame;
    shape.cuboid = boxOfPoints(frame, some);
    const QString classId = stand.document.scene().taxonomy.classes.front().id;
    return medianAfter(stand.view, [&](int i) {
        if (i % 2 == 0)
            shape.id = addShape(stand.document, QString(), shape, classId).value_or(ShapeId());
        else
            static_cast<void>(deleteShapes(stand.document, shape.id));
    });
}

struct Wanted
{
    int frames = 100;
    bool inStreet = false;
    bool whole = true; ///< no point is left out while the camera moves
    PointDrawing drawing = PointDrawing::Automatic;
};

Result<QJsonObject> measure(const QString& path, const Wanted& wanted)
{
    const auto opened = openData(path, Taxonomy::load(QStringLiteral("lunkuo")).value());
    if (!opened)
        return tl::unexpected(opened.error());
    Stand stand(opened->scene);
    const auto loaded = load(stand);
    if (!loaded)
        return tl::unexpected(loaded.error());
    if (!show(stand.view))
        return failure(Text::tr("“bench view” draws nothing: this display offers no OpenGL 3.2."));
    stand.view.setWholeWhileMoving(wanted.whole);
    stand.view.setPointDrawing(wanted.drawing);
    QElapsedTimer timer;
    timer.start();
    stand.selection.setFrame(stand.frame);
    stand.view.repaintNow();
    const double first_ms = elapsed_ms(timer);
    if (wanted.inStreet)
        standAt(stand.view, (*loaded)->prepared->sensorOrigin());
    else
        lookAtAll(stand.view, *(*loaded)->cloud);
    stand.view.repaintNow();
    const int drawnBefore = stand.view.paintCount();
    std::vector<double> times_ms;
    for (int i = 0; i < wanted.frames; ++i) {
        timer.start();
        stand.view.orbitBy({wholeTurn_px / wanted.frames, 0.0});
        stand.view.repaintNow();
        times_ms.push_back(elapsed_ms(timer));
    }
    if (stand.view.paintCount() != drawnBefore + wanted.frames)
        return failure(Text::tr("“bench view” was not allowed to draw each picture: is its window hidden?"));
    // The picture that another grid, name or box makes necessary, and that with all points in other colours.
    const double still_ms = medianAfter(stand.view, [&](int i) { stand.view.setGridShown(i % 2 == 0); });
    const double recolor_ms = medianAfter(stand.view, [&](int i) {
        PointColoring coloring = stand.view.coloring();
        coloring.map = i % 2 == 0 ? ColorMap::Viridis : ColorMap::Cividis;
        stand.view.setColoring(coloring);
    });
    return QJsonObject{{QStringLiteral("median_ms"), quantile(times_ms, 0.5)},
        {QStringLiteral("p95_ms"), quantile(times_ms, 0.95)}, {QStringLiteral("first_ms"), first_ms},
        {QStringLiteral("still_ms"), still_ms}, {QStringLiteral("recolor_ms"), recolor_ms},
        {QStringLiteral("recolor_1000_ms"), recolorSome_ms(stand, **loaded)},
        {QStringLiteral("points"), static_cast<qint64>((*loaded)->cloud->size())}};
}

} // namespace

int benchView(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption frames(
        QStringLiteral("frames"), QString(), QStringLiteral("number"), QStringLiteral("100"));
    const QCommandLineOption view(QStringLiteral("view"), QString(), QStringLiteral("name"), QStringLiteral("orbit"));
    const QCommandLineOption points(
        QStringLiteral("points"), QString(), QStringLiteral("which"), QStringLiteral("all"));
    const QCommandLineOption drawing(
        QStringLiteral("drawing"), QString(), QStringLiteral("who"), QStringLiteral("automatic"));
    parser.addOptions({frames, view, points, drawing});
    const bool parsed = parser.parse(QStringList{QStringLiteral("view")} + arguments);
    const QStringList views{QStringLiteral("orbit"), QStringLiteral("street")};
    const QStringList shares{QStringLiteral("all"), QStringLiteral("moving")};
    const QStringList drawings{QStringLiteral("automatic"), QStringLiteral("processor"), QStringLiteral("graphics")};
    const auto who = drawings.indexOf(parser.value(drawing));
    Wanted wanted{parser.value(frames).toInt(), parser.value(view) == u"street", parser.value(points) == u"all",
        static_cast<PointDrawing>(std::max<qsizetype>(0, who))};
    if (!parsed || parser.positionalArguments().size() != 1 || wanted.frames < 1 ||
        !views.contains(parser.value(view)) || !shares.contains(parser.value(points)) || who < 0) {
        printError(parsed
                       ? Text::tr("“bench view” takes one cloud, a number of frames, a view (orbit or street), points "
                                  "(all or moving) and a drawing (automatic, processor or graphics).")
                       : parser.errorText());
        return 2;
    }
    if (!qobject_cast<QApplication*>(QCoreApplication::instance())) {
        printError(Text::tr("“bench view” needs a display."));
        return 1;
    }
    return printResult(measure(parser.positionalArguments().first(), wanted));
}

} // namespace lunkuo
