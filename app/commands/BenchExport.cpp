#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/BenchResult.h"
#include "model/formats/ExportPlan.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>
#include <random>

namespace lunkuo
{

namespace
{
constexpr int points = 120'000;
constexpr int differentClouds = 4;
constexpr int boxes = 20;
constexpr int mostFrames = 100'000;

Result<void> writeClouds(const QString& folder, int frames)
{
    if (!QDir().mkpath(folder))
        return failure(QCoreApplication::translate("Bench", "The folder “%1” cannot be made.").arg(folder));
    std::mt19937 random(1);
    std::uniform_real_distribution<float> place(-60.0F, 60.0F);
    std::vector<QByteArray> clouds;
    for (int i = 0; i < differentClouds; ++i) {
        std::vector<float> values(points * 4);
        for (float& value : values)
            value = place(random);
        clouds.emplace_back(
            reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(float)));
    }
    for (int i = 0; i < frames; ++i) {
        QFile file(QStringLiteral("%1/%2.bin").arg(folder).arg(i, 6, 10, QLatin1Char('0')));
        const QByteArray& cloud = clouds[static_cast<std::size_t>(i % differentClouds)];
        if (!file.open(QIODevice::WriteOnly) || file.write(cloud) != cloud.size())
            return failure(QCoreApplication::translate("Bench", "“%1” cannot be written: %2.")
                               .arg(file.fileName(), file.errorString()));
    }
    return {};
}

Scene sceneOf(const QString& folder, int frames)
{
    Scene scene;
    if (auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo")))
        scene.taxonomy = std::move(*taxonomy);
    scene.sequences[{1}] = {{1}, QStringLiteral("street"), folder};
    for (int box = 1; box <= boxes; ++box)
        scene.tracks[{box}] = {{box}, {1}, box, QStringLiteral("Car"), {}};
    for (int i = 0; i < frames; ++i) {
        Frame frame;
        frame.id = {i + 1};
        frame.sequence = {1};
        frame.index = i;
        frame.name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        frame.cloudPath = QStringLiteral("%1/%2.bin").arg(folder, frame.name);
        scene.frames[frame.id] = frame;
        for (int box = 1; box <= boxes; ++box) {
            Shape shape;
            shape.id = {i * boxes + box};
            shape.track = {box};
            shape.frame = frame.id;
            shape.cuboid = Cuboid::fromYaw({5.0 * box - 50.0, 0.1 * i, -0.9}, {4.1, 1.7, 1.6}, 0.01 * i);
            scene.shapes.insert(shape);
        }
    }
    return scene;
}

/// Times one way of exporting; the dataset stays at `folder`.
Result<double> exported_ms(const Scene& scene, const DatasetFormat& format, const ExportRequest& request)
{
    QElapsedTimer timer;
    timer.start();
    const auto report = exportDataset(scene, QDir(), format, request, {});
    if (!report)
        return tl::unexpected(report.error());
    return elapsed_ms(timer);
}

/// cp -r, and until it is on the disk, which is when an export is through.
Result<double> copied_ms(const QString& from, const QString& to)
{
    QElapsedTimer timer;
    timer.start();
    const int status = QProcess::execute(
        QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("cp -r \"$1\" \"$2\" && sync -f \"$2\""),
                                  QStringLiteral("sh"), from, to});
    if (status != 0)
        return failure(QCoreApplication::translate("Bench", "“cp -r” did not work."));
    return elapsed_ms(timer);
}

Result<QJsonObject> measure(const QString& parent, int frames, const DatasetFormat& format)
{
    const QTemporaryDir dir(parent + QStringLiteral("/bench-export-XXXXXX"));
    if (!dir.isValid())
        return failure(
            QCoreApplication::translate("Bench", "No folder can be made in “%1”: %2.").arg(parent, dir.errorString()));
    const QString data = dir.filePath(QStringLiteral("velodyne"));
    if (const auto written = writeClouds(data, frames); !written)
        return tl::unexpected(written.error());
    const Scene scene = sceneOf(data, frames);
    const QString set = dir.filePath(QStringLiteral("set"));
    QJsonObject result{
        {QStringLiteral("frames"), frames}, {QStringLiteral("points"), points}, {QStringLiteral("format"), format.id}};
    struct Way
    {
        QString name;
        bool link;
        bool hash;
    };
    for (const Way& way :
        {Way{QStringLiteral("linked_ms"), true, true}, Way{QStringLiteral("linkedWithoutHashes_ms"), true, false},
            Way{QStringLiteral("copied_ms"), false, true}}) {
        QDir(set).removeRecursively();
        ExportRequest request;
        request.options = {set, false, way.link, {}, way.hash};
        const auto took = exported_ms(scene, format, request);
        if (!took)
            return tl::unexpected(took.error());
        result[way.name] = *took;
    }
    const auto took = copied_ms(set, dir.filePath(QStringLiteral("cp")));
    if (!took)
        return tl::unexpected(took.error());
    result[QStringLiteral("cp_ms")] = *took;
    return result;
}
} // namespace

int benchExport(const QStringList& arguments)
{
    bool isCount = true;
    const int frames = arguments.size() > 1 ? arguments[1].toInt(&isCount) : 1000;
    const DatasetFormat* format = datasetFormat(arguments.value(2, QStringLiteral("kitti")));
    if (arguments.isEmpty() || arguments.size() > 3 || !isCount || frames < 1 || frames > mostFrames || !format ||
        !format->write) {
        printError(QCoreApplication::translate(
            "Bench", "“bench export” takes a folder to work in, and perhaps how many frames and a format: %1.")
                       .arg(formatChoice(FormatUse::Write)));
        return 2;
    }
    return printResult(measure(arguments.first(), frames, *format));
}

} // namespace lunkuo
