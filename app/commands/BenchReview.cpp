#include "app/CommandLine.h"
#include "app/commands/BenchedWindow.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "app/menus/MenuBar.h"
#include "model/evaluation/Metrics.h"

#include <QAction>
#include <QApplication>
#include <QFile>

#include <algorithm>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchReview)
};

constexpr int wanted = 500;
constexpr int settling_ms = 3000;
constexpr int look_ms = 500;
constexpr int lookEvery = 5;

/// The project's scene, with boxes added where it has too few to review: in a ring round the sensor of each frame.
Scene reviewable(Scene scene)
{
    scene.verdicts = {};
    const std::vector<FrameId> frames = scene.frameOrder();
    qint64 track = scene.tracks.empty() ? 0 : scene.tracks.rbegin()->first.value;
    qint64 shape = scene.shapes.empty() ? 0 : scene.shapes.rbegin()->first.value;
    int number = 0;
    for (const auto& [id, known] : scene.tracks)
        number = std::max(number, known.number);
    for (std::size_t i = 0; scene.shapes.size() < wanted && !frames.empty(); ++i) {
        const Frame& frame = scene.frames.at(frames[i % frames.size()]);
        const double angle = 0.7 * static_cast<double>(i / frames.size());
        Track added;
        added.id = {++track};
        added.sequence = frame.sequence;
        added.number = ++number;
        added.classId = scene.taxonomy.classes.front().id;
        scene.tracks[added.id] = added;
        Shape box;
        box.id = {++shape};
        box.track = added.id;
        box.frame = frame.id;
        box.cuboid = Cuboid::fromYaw({18.0 * std::cos(angle), 18.0 * std::sin(angle), -0.9}, {4.2, 1.8, 1.6}, angle);
        scene.shapes.insert(box);
    }
    return scene;
}

Result<Scene> sceneOf(const QString& project)
{
    const auto store = ProjectStore::open(project, ProjectStore::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    auto scene = (*store)->readScene();
    if (!scene)
        return scene;
    for (auto& [id, frame] : scene->frames) {
        frame.cloudPath = (*store)->folder().absoluteFilePath(frame.cloudPath);
        for (FrameImage& image : frame.images)
            image.path = (*store)->folder().absoluteFilePath(image.path);
    }
    return scene;
}

/// From the key until the verdict is in the file and on the screen, whatever else the program does meanwhile.
double pressAccept(BenchedWindow& bench, QAction& accept)
{
    const int before = bench.view().paintCount();
    QElapsedTimer timer;
    timer.start();
    accept.trigger();
    QApplication::processEvents();
    // Where nothing asked for a picture there is one all the same.
    if (bench.view().paintCount() == before)
        bench.view().repaintNow();
    return elapsed_ms(timer);
}

Result<QJsonObject> measure(const QString& project)
{
    auto scene = sceneOf(project);
    if (!scene)
        return tl::unexpected(scene.error());
    if (scene->frames.empty() || scene->taxonomy.classes.empty())
        return failure(Text::tr("“%1” has no frame to review.").arg(project));
    BenchedWindow bench;
    if (auto opened = bench.open(reviewable(std::move(*scene))); !opened)
        return tl::unexpected(opened.error());
    ReviewBoard& board = bench.session().review();
    board.setMode(WorkMode::Reviewing);
    live(settling_ms);
    QAction* accept = bench.action(QStringLiteral("reviewAccept"));
    (void)board.goOn();
    live(settling_ms);
    std::vector<double> within_ms;
    std::vector<double> across_ms;
    while (static_cast<int>(within_ms.size() + across_ms.size()) < wanted && board.queue().openCount() > 0) {
        const FrameId before = bench.session().selection().frame();
        const double taken_ms = pressAccept(bench, *accept);
        (bench.session().selection().frame() == before ? within_ms : across_ms).push_back(taken_ms);
        // A person looks at what comes; meanwhile the next frame is read. Now and then long enough for everything that
        // waits until there is time.
        const bool isLongLook = (within_ms.size() + across_ms.size()) % lookEvery == 0;
        live(isLongLook ? look_ms : 60);
    }
    std::vector<double> all_ms = within_ms;
    all_ms.insert(all_ms.end(), across_ms.begin(), across_ms.end());
    if (all_ms.empty())
        return failure(Text::tr("There was nothing to review."));
    QJsonObject json{{QStringLiteral("accepted"), static_cast<int>(all_ms.size())},
        {QStringLiteral("verdicts"), static_cast<int>(bench.session().document().scene().verdicts.size())},
        {QStringLiteral("median_ms"), quantile(all_ms, 0.5)}, {QStringLiteral("p99_ms"), quantile(all_ms, 0.99)},
        {QStringLiteral("max_ms"), quantile(all_ms, 1.0)}};
    if (!across_ms.empty())
        json[QStringLiteral("to_another_frame_median_ms")] = quantile(across_ms, 0.5);
    return json;
}

} // namespace

int benchReview(const QStringList& arguments)
{
    if (arguments.size() != 1) {
        printError(Text::tr("“bench review” takes one project."));
        return 2;
    }
    return printResult(measure(arguments.first()));
}

} // namespace lunkuo
