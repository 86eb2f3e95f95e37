#include "model/formats/DatasetFolder.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/JsonFile.h"
#include "model/formats/OpenLabel.h"
#include "model/formats/OpenLabelCamera.h"
#include "model/formats/OpenLabelOutline.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenLabelExport)
};

const QString lidarName = QStringLiteral("lidar");
const QString worldName = QStringLiteral("world");
const QString nameKey = QStringLiteral("name");
const QString valKey = QStringLiteral("val");

QJsonObject item(const QString& name, const QJsonValue& value)
{
    return {{nameKey, name}, {valKey, value}};
}

void add(QJsonObject& objectData, const QString& type, const QJsonObject& entry)
{
    QJsonArray entries = objectData.value(type).toArray();
    entries.append(entry);
    objectData.insert(type, entries);
}

QString typeOf(const QJsonValue& value)
{
    if (value.isBool())
        return QStringLiteral("boolean");
    return value.isDouble() ? QStringLiteral("num") : QStringLiteral("text");
}

void addAttributes(QJsonObject& objectData, const AttributeValues& attributes)
{
    for (const auto& [name, value] : attributes)
        add(objectData, typeOf(value), item(name, value));
}

QJsonObject matrix4x4(const Eigen::Matrix4d& matrix)
{
    return {{QStringLiteral("matrix4x4"), rowMajor(matrix)}};
}

/// Clicks as x, y, z and 1 or 0 for "belongs" in turn.
QJsonArray seedValues(const std::vector<SeedClick>& seeds)
{
    QJsonArray values;
    for (const SeedClick& seed : seeds) {
        for (const double coordinate : seed.position)
            values.append(coordinate);
        values.append(seed.belongs ? 1 : 0);
    }
    return values;
}

QJsonObject cuboidOf(const Shape& shape)
{
    const Cuboid& cuboid = shape.cuboid;
    QJsonArray values;
    for (const double number : cuboid.center)
        values.append(number);
    for (const double number : cuboid.rotation.coeffs()) // x y z w
        values.append(number);
    for (const double number : cuboid.size)
        values.append(number);
    QJsonObject attributes;
    add(attributes, QStringLiteral("num"), item(QStringLiteral("confidence"), shape.confidence));
    add(attributes, QStringLiteral("text"),
        item(QStringLiteral("origin"), QString::fromUtf16(openLabelOrigins[static_cast<std::size_t>(shape.origin)])));
    add(attributes, QStringLiteral("text"),
        item(QStringLiteral("derivation"),
            QString::fromUtf16(openLabelDerivations[static_cast<std::size_t>(shape.derivation)])));
    if (!shape.seeds.empty())
        add(attributes, QStringLiteral("vec"), item(QStringLiteral("seed_clicks"), seedValues(shape.seeds)));
    QJsonObject result = item(QStringLiteral("cuboid"), values);
    result.insert(QStringLiteral("coordinate_system"), lidarName);
    result.insert(QStringLiteral("attributes"), attributes);
    return result;
}

QJsonObject objectDataOf(const Shape& shape)
{
    QJsonObject result{{QStringLiteral("cuboid"), QJsonArray{cuboidOf(shape)}}};
    addOutline(shape, lidarName, result);
    addAttributes(result, shape.attributes);
    return result;
}

/// Closed runs of consecutive frame numbers.
QJsonArray intervals(const std::set<int>& frames)
{
    QJsonArray result;
    for (auto at = frames.begin(); at != frames.end();) {
        const int start = *at;
        int end = start;
        while (++at != frames.end() && *at == end + 1)
            end = *at;
        result.append(QJsonObject{{QStringLiteral("frame_start"), start}, {QStringLiteral("frame_end"), end}});
    }
    return result;
}

/// What an object's data pointers say: for each name its type, its attributes' types and the frames that have it.
class Pointers
{
public:
    void add(const QJsonObject& objectData, std::optional<int> frame)
    {
        for (auto type = objectData.begin(); type != objectData.end(); ++type)
            for (const QJsonValue& entry : type.value().toArray()) {
                Pointer& pointer = m_pointers[entry[nameKey].toString()];
                pointer.type = type.key();
                if (frame)
                    pointer.frames.insert(*frame);
                addAttributeTypes(entry[QStringLiteral("attributes")].toObject(), pointer.attributes);
            }
    }

    [[nodiscard]] QJsonObject toJson() const
    {
        QJsonObject result;
        for (const auto& [name, pointer] : m_pointers) {
            QJsonObject json{
                {QStringLiteral("type"), pointer.type}, {QStringLiteral("frame_intervals"), intervals(pointer.frames)}};
            if (!pointer.attributes.isEmpty())
                json.insert(QStringLiteral("attribute_pointers"), pointer.attributes);
            result.insert(name, json);
        }
        return result;
    }

private:
    struct Pointer
    {
        QString type;
        std::set<int> frames;
        QJsonObject attributes;
    };

    static void addAttributeTypes(const QJsonObject& attributes, QJsonObject& types)
    {
        for (auto type = attributes.begin(); type != attributes.end(); ++type)
            for (const QJsonValue& attribute : type.value().toArray())
                types.insert(attribute[nameKey].toString(), type.key());
    }

    std::map<QString, Pointer> m_pointers;
};

/// Keys are digits or UUIDs: the number that people see, as long as no two tracks share it.
std::map<TrackId, QString> objectKeys(const Scene& scene, SequenceId sequence)
{
    std::map<TrackId, QString> result;
    std::set<int> numbers;
    for (const auto& [id, track] : scene.tracks)
        if (track.sequence == sequence)
            result[id] = track.number > 0 && numbers.insert(track.number).second
                             ? QString::number(track.number)
                             : QUuid::createUuidV5(QUuid(), QStringLiteral("track %1").arg(id.value))
                                   .toString(QUuid::WithoutBraces);
    return result;
}

QJsonObject objectsOf(const Scene& scene, SequenceId sequence)
{
    QJsonObject result;
    for (const auto& [id, key] : objectKeys(scene, sequence)) {
        const Track& track = scene.tracks.at(id);
        QJsonObject objectData;
        addAttributes(objectData, track.attributes);
        Pointers pointers;
        pointers.add(objectData, std::nullopt);
        std::set<int> frames;
        for (const ShapeId shapeId : scene.shapesOf(id)) {
            const Shape& shape = scene.shapes.at(shapeId);
            const int frame = scene.frames.at(shape.frame).index;
            frames.insert(frame);
            pointers.add(objectDataOf(shape), frame);
        }
        QJsonObject object{{nameKey, QStringLiteral("%1 %2").arg(track.classId).arg(track.number)},
            {QStringLiteral("type"), track.classId}, {QStringLiteral("ontology_uid"), QStringLiteral("0")},
            {QStringLiteral("frame_intervals"), intervals(frames)},
            {QStringLiteral("object_data_pointers"), pointers.toJson()}};
        if (!objectData.isEmpty())
            object.insert(QStringLiteral("object_data"), objectData);
        result.insert(key, object);
    }
    return result;
}

Eigen::Matrix4d sensor_camera(const Camera& camera)
{
    return camera.camera_sensor.m.matrix().inverse();
}

QString relativeUri(const QString& path, const QDir& projectFolder, const QDir& target)
{
    return target.relativeFilePath(projectFolder.absoluteFilePath(path));
}

/// A document speaks of one calibration; a frame that has another says so itself.
const Calibration* calibrationOf(const Scene& scene, const Frame& frame)
{
    const auto found = scene.calibrations.find(frame.calibration);
    return found == scene.calibrations.end() ? nullptr : &found->second;
}

QJsonObject frameStreams(
    const Scene& scene, const Frame& frame, const Calibration* common, const QDir& projectFolder, const QDir& target)
{
    const QString uri = QStringLiteral("uri");
    QJsonObject result{{lidarName, QJsonObject{{uri, relativeUri(frame.cloudPath, projectFolder, target)}}}};
    for (const FrameImage& image : frame.images)
        result.insert(image.camera, QJsonObject{{uri, relativeUri(image.path, projectFolder, target)}});
    const Calibration* own = calibrationOf(scene, frame);
    if (!own || own == common)
        return result;
    for (const Camera& camera : own->cameras) {
        QJsonObject stream = result.value(camera.name).toObject();
        stream.insert(QStringLiteral("stream_properties"), openLabelIntrinsics(camera.model));
        result.insert(camera.name, stream);
    }
    return result;
}

QJsonObject transform(const QString& from, const QString& to, const Eigen::Matrix4d& matrix)
{
    return {{QStringLiteral("src"), from}, {QStringLiteral("dst"), to},
        {QStringLiteral("transform_src_to_dst"), matrix4x4(matrix)}};
}

QJsonObject frameTransforms(const Scene& scene, const Frame& frame, const Calibration* common)
{
    QJsonObject result;
    if (frame.world_ego)
        result.insert(QStringLiteral("lidar_to_world"), transform(lidarName, worldName, frame.world_ego->m.matrix()));
    const Calibration* own = calibrationOf(scene, frame);
    if (own && own != common)
        for (const Camera& camera : own->cameras)
            result.insert(
                camera.name + QStringLiteral("_to_lidar"), transform(camera.name, lidarName, sensor_camera(camera)));
    return result;
}

/// Seconds as text: a JSON number is a double, which holds no nanoseconds of our time.
QString seconds(qint64 time_ns)
{
    return QStringLiteral("%1.%2").arg(time_ns / 1'000'000'000).arg(time_ns % 1'000'000'000, 9, 10, QLatin1Char('0'));
}

QJsonObject framesOf(const Scene& scene, SequenceId sequence, const Calibration* common, const QDir& projectFolder,
    const QDir& target, const Progress& progress)
{
    const auto keys = objectKeys(scene, sequence);
    const auto frames = scene.framesOf(sequence);
    QJsonObject result;
    for (const FrameId id : frames) {
        if (!progress.report(static_cast<int>(result.size()), static_cast<int>(frames.size())))
            break;
        const Frame& frame = scene.frames.at(id);
        QJsonObject properties{{nameKey, frame.name},
            {QStringLiteral("streams"), frameStreams(scene, frame, common, projectFolder, target)}};
        if (frame.timestamp_ns)
            properties.insert(QStringLiteral("timestamp"), seconds(*frame.timestamp_ns));
        if (const QJsonObject transforms = frameTransforms(scene, frame, common); !transforms.isEmpty())
            properties.insert(QStringLiteral("transforms"), transforms);
        QJsonObject objects;
        for (const ShapeId shapeId : scene.shapesOf(id)) {
            const Shape& shape = scene.shapes.at(shapeId);
            if (const auto key = keys.find(shape.track); key != keys.end())
                objects.insert(key->second, QJsonObject{{QStringLiteral("object_data"), objectDataOf(shape)}});
        }
        QJsonObject json{{QStringLiteral("frame_properties"), properties}};
        if (!objects.isEmpty())
            json.insert(QStringLiteral("objects"), objects);
        result.insert(QString::number(frame.index), json);
    }
    return result;
}

QJsonObject coordinateSystem(const QString& type, const QString& parent, const QStringList& children)
{
    return {{QStringLiteral("type"), type}, {QStringLiteral("parent"), parent},
        {QStringLiteral("children"), QJsonArray::fromStringList(children)}};
}

QJsonObject coordinateSystems(const Calibration* calibration, bool hasPoses)
{
    QJsonObject result;
    QStringList cameras;
    if (calibration)
        for (const Camera& camera : calibration->cameras) {
            QJsonObject system = coordinateSystem(QStringLiteral("sensor_cs"), lidarName, {});
            system.insert(QStringLiteral("pose_wrt_parent"), matrix4x4(sensor_camera(camera)));
            result.insert(camera.name, system);
            cameras.push_back(camera.name);
        }
    result.insert(lidarName, coordinateSystem(QStringLiteral("sensor_cs"), hasPoses ? worldName : QString(), cameras));
    if (hasPoses)
        result.insert(worldName, coordinateSystem(QStringLiteral("scene_cs"), QString(), {lidarName}));
    return result;
}

QJsonObject streams(const Calibration* calibration)
{
    const QString type = QStringLiteral("type");
    QJsonObject result{{lidarName, QJsonObject{{type, QStringLiteral("lidar")}}}};
    if (calibration)
        for (const Camera& camera : calibration->cameras)
            result.insert(camera.name, QJsonObject{{type, QStringLiteral("camera")},
                                           {QStringLiteral("stream_properties"), openLabelIntrinsics(camera.model)}});
    return result;
}

QString fileNameFor(const Scene& scene, const Sequence& sequence)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w.-]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QString name = QString(sequence.name).replace(unsafe, QStringLiteral("_"));
    // The number keeps sequences of one name apart.
    return scene.sequences.size() == 1 ? QStringLiteral("openlabel.json")
                                       : QStringLiteral("openlabel_%1_%2.json").arg(sequence.id.value).arg(name);
}

/// The sequence's own name, or one that only it has where several have that.
QString nameFor(const Scene& scene, SequenceId sequence)
{
    const QString& name = scene.sequences.at(sequence).name;
    const auto isSame = [&name](const auto& entry) { return entry.second.name == name; };
    return std::count_if(scene.sequences.begin(), scene.sequences.end(), isSame) == 1
               ? name
               : DatasetNames(scene).of(sequence);
}
} // namespace

QJsonObject openLabelOf(
    const Scene& scene, SequenceId sequence, const QDir& projectFolder, const QDir& target, const Progress& progress)
{
    const auto frames = scene.framesOf(sequence);
    const Calibration* common = frames.empty() ? nullptr : calibrationOf(scene, scene.frames.at(frames.front()));
    const bool hasPoses = std::any_of(
        frames.begin(), frames.end(), [&scene](FrameId id) { return scene.frames.at(id).world_ego.has_value(); });
    std::set<int> numbers;
    for (const FrameId id : frames)
        numbers.insert(scene.frames.at(id).index);
    const QJsonObject metadata{{QStringLiteral("schema_version"), QStringLiteral("1.0.0")},
        {nameKey, nameFor(scene, sequence)}, {QStringLiteral("comment"), QStringLiteral("Lunkuo " LUNKUO_VERSION)}};
    const QJsonObject root{{QStringLiteral("metadata"), metadata},
        {QStringLiteral("ontologies"),
            QJsonObject{{QStringLiteral("0"), QStringLiteral("lunkuo:taxonomy:%1").arg(scene.taxonomy.id)}}},
        {QStringLiteral("coordinate_systems"), coordinateSystems(common, hasPoses)},
        {QStringLiteral("streams"), streams(common)}, {QStringLiteral("frame_intervals"), intervals(numbers)},
        {QStringLiteral("objects"), objectsOf(scene, sequence)},
        {QStringLiteral("frames"), framesOf(scene, sequence, common, projectFolder, target, progress)}};
    return {{QStringLiteral("openlabel"), root}};
}

Result<ExportReport> writeOpenLabel(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    for (const SequenceId id : filledSequences(scene)) {
        const Sequence& sequence = scene.sequences.at(id);
        const QJsonObject document = openLabelOf(scene, id, projectFolder, QDir(options.folder), progress);
        if (progress.isCancelled())
            return failure(Text::tr("The export was cancelled."));
        const auto written =
            folder->write(fileNameFor(scene, sequence), QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n');
        if (!written)
            return tl::unexpected(written.error());
    }
    ExportReport report;
    report.frames = static_cast<int>(scene.frames.size());
    report.shapes = static_cast<int>(scene.shapes.size());
    report.notHeld.push_back(Text::tr("Clouds and pictures are referred to by their place, not copied."));
    if (const auto committed = folder->commit(report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
