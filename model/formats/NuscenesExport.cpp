#include "model/formats/Nuscenes.h"

#include "model/cloud/CloudFormat.h"
#include "model/cloud/NuscenesBin.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/JsonFile.h"
#include "model/formats/NuscenesRecords.h"
#include "model/formats/PointCounts.h"
#include "model/formats/SensorFiles.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NuscenesExport)
};

/// The converters of training code know only three names of versions.
const QString version = QStringLiteral("v1.0-trainval");
const QString mapFile = QStringLiteral("maps/none.png");

QByteArray onePixel()
{
    QImage image(1, 1, QImage::Format_Grayscale8);
    image.fill(Qt::black);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// nuScenes' name for a channel that a camera of that name takes.
QString channelOf(const QString& camera)
{
    return camera.startsWith(QLatin1String("CAM_")) ? camera : QStringLiteral("CAM_") + camera.toUpper();
}

class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, DatasetFolder& folder, const ExportOptions& options)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_folder(folder)
        , m_options(options)
        , m_names(scene)
        , m_files(projectFolder, folder)
        , m_records(scene)
    {
    }

    Result<ExportReport> write(const Progress& progress)
    {
        for (const SequenceId id : filledSequences(m_scene)) {
            m_records.addScene(m_scene.sequences.at(id), m_names.of(id));
            for (const FrameId frame : m_scene.framesOf(id)) {
                if (const auto written = writeFrame(frame); !written)
                    return tl::unexpected(written.error());
                if (!progress.report(++m_report.frames, static_cast<int>(m_scene.frames.size())))
                    return failure(Text::tr("The export was cancelled."));
            }
        }
        m_records.addMap(mapFile);
        Result<void> written = m_folder.write(mapFile, onePixel());
        for (const auto& [table, rows] : m_records.tables())
            if (written)
                written = m_folder.write(QStringLiteral("%1/%2.json").arg(version, table), jsonText(rows));
        if (written)
            written = writeSplits();
        if (!written)
            return tl::unexpected(written.error());
        m_report.notHeld = sentences();
        return m_report;
    }

private:
    Result<void> writeFrame(FrameId id)
    {
        const Frame& frame = m_scene.frames.at(id);
        const QString path = m_projectFolder.absoluteFilePath(frame.cloudPath);
        auto read = readCloud(path);
        if (!read)
            return tl::unexpected(read.error());
        const QString name = m_names.path(id, DatasetNames::joint());
        const QString cloudName = QStringLiteral("samples/%1/%2.pcd.bin").arg(QString::fromUtf16(nuscenesLidar), name);
        if (const auto placed = placeCloud(path, *read, cloudName); !placed)
            return placed;
        m_records.addSample(frame, cloudName);
        if (const auto placed = placeImages(frame, name); !placed)
            return placed;
        m_withoutPose += frame.world_ego ? 0 : 1;
        m_withoutTime += m_records.isTimed() ? 0 : 1;
        const std::vector<ShapeId> shapes = m_scene.shapesOf(id);
        const std::vector<qint64> points = pointsInside(*read, cuboidsOf(m_scene, shapes));
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const Shape& shape = m_scene.shapes.at(shapes[i]);
            const Track* track = m_scene.trackOf(shape);
            if (!track)
                continue;
            m_wordless += m_records.addAnnotation(shape, *track, points[i]);
            ++m_report.shapes;
        }
        return {};
    }

    Result<void> placeCloud(const QString& path, const PointCloud& cloud, const QString& name)
    {
        if (cloudFormatFor(path)->id == QLatin1String("nuscenes-bin"))
            return m_folder.place(name, path);
        // float32 holds a millimetre up to 8 km.
        m_roundedClouds += cloud.offset.cwiseAbs().maxCoeff() > 8192.0 ? 1 : 0;
        return m_folder.write(name, nuscenesCloud(cloud));
    }

    Result<void> placeImages(const Frame& frame, const QString& name)
    {
        const auto calibration = m_scene.calibrations.find(frame.calibration);
        for (const FrameImage& image : frame.images) {
            const Camera* camera = nullptr;
            if (calibration != m_scene.calibrations.end())
                for (const Camera& known : calibration->second.cameras)
                    if (known.name == image.camera)
                        camera = &known;
            if (!camera)
                continue;
            const QString channel = channelOf(m_names.ofCamera(camera->name));
            const auto placed = m_files.placeImage(QStringLiteral("samples/%1/%2").arg(channel, name), image);
            if (!placed)
                return tl::unexpected(placed.error());
            if (placed->isEmpty())
                continue;
            m_records.addPicture(frame, *camera, channel, *placed);
        }
        return {};
    }

    /// The devkit reads which scenes are for what, so a scene cannot be for several.
    Result<void> writeSplits()
    {
        if (m_options.splits.empty())
            return {};
        static const std::array<QString, 3> splitNames{
            QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
        std::map<QString, QStringList> scenes;
        for (const SequenceId id : filledSequences(m_scene)) {
            std::array<int, 3> frames{};
            for (const FrameId frame : m_scene.framesOf(id))
                ++frames[static_cast<std::size_t>(m_options.splitOf(frame))];
            const auto most = static_cast<std::size_t>(std::max_element(frames.begin(), frames.end()) - frames.begin());
            for (std::size_t split = 0; split < frames.size(); ++split)
                m_otherSplit += split == most ? 0 : frames[split];
            scenes[splitNames[most]].push_back(m_names.of(id));
        }
        QJsonObject json;
        for (const QString& split : splitNames)
            json.insert(split, QJsonArray::fromStringList(scenes[split]));
        return m_folder.write(version + QStringLiteral("/splits.json"), jsonText(json));
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList result = m_files.sentences();
        const auto add = [&result](int count, const QString& sentence) {
            if (count > 0)
                result.push_back(sentence.arg(count));
        };
        add(m_wordless, Text::tr("States that nuScenes has no word for, or no place beside another one: %1."));
        add(m_withoutPose, Text::tr("Frames without a pose, which stand at the origin of the world: %1."));
        add(m_withoutTime, Text::tr("Frames of sequences in which some have no time; all were put 0.1 s apart: %1."));
        add(m_roundedClouds, Text::tr("Clouds in map coordinates, of which float32 loses centimetres: %1."));
        add(m_otherSplit,
            Text::tr("Frames that are for something else than most of their scene, and went with it: %1."));
        if (const QStringList others = m_records.otherClasses(); !others.isEmpty())
            result.push_back(Text::tr("Classes that nuScenes' detection task does not know keep their names: %1.")
                                 .arg(others.join(QStringLiteral(", "))));
        return result;
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    const ExportOptions& m_options;
    DatasetNames m_names;
    SensorFiles m_files;
    NuscenesRecords m_records;
    ExportReport m_report;
    int m_wordless = 0; ///< values of attributes that nuScenes has
    int m_withoutPose = 0;
    int m_withoutTime = 0;
    int m_roundedClouds = 0;
    int m_otherSplit = 0;
};
} // namespace

Result<ExportReport> writeNuscenes(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    auto report = Writer(scene, projectFolder, *folder, options).write(progress);
    if (!report)
        return report;
    if (const auto committed = folder->commit(*report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
