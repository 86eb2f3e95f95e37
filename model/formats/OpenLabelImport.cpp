#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/Manifest.h"
#include "model/formats/OpenLabel.h"
#include "model/formats/OpenLabelCamera.h"
#include "model/formats/OpenLabelOutline.h"
#include "model/formats/OpenLabelSpace.h"
#include "model/formats/TrackedShapes.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/TrackNumbers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenLabelImport)
};

/// Which frame of the scene each frame of a document is.
class FrameMatch
{
public:
    FrameMatch(const Scene& scene, const QString& sequenceName)
    {
        std::vector<FrameId> all = scene.frameOrder();
        std::vector<FrameId> named;
        const DatasetNames names(scene);
        for (const FrameId id : all)
            if (const SequenceId sequence = scene.frames.at(id).sequence;
                scene.sequences.at(sequence).name == sequenceName || names.of(sequence) == sequenceName)
                named.push_back(id);
        m_order = named.empty() ? all : named;
        for (const FrameId id : m_order) {
            const Frame& frame = scene.frames.at(id);
            m_byName.emplace(frame.name, id);
            m_byFile.emplace(QFileInfo(frame.cloudPath).fileName(), id);
            for (const FrameImage& image : frame.images)
                m_byFile.emplace(image.camera + u'/' + QFileInfo(image.path).fileName(), id);
        }
    }

    [[nodiscard]] FrameId frameOf(const QString& key, const QJsonObject& frame) const
    {
        const QJsonObject properties = frame.value(QStringLiteral("frame_properties")).toObject();
        const QString name = properties.value(QStringLiteral("name")).toString();
        if (const FrameId id = only(m_byName, name); id.isValid())
            return id;
        bool hasUri = false;
        const QJsonObject streams = properties.value(QStringLiteral("streams")).toObject();
        for (auto stream = streams.begin(); stream != streams.end(); ++stream) {
            const QFileInfo file(stream.value()[QStringLiteral("uri")].toString());
            hasUri = hasUri || !file.fileName().isEmpty();
            for (const FrameId id : {only(m_byFile, file.fileName()),
                     only(m_byFile, stream.key() + u'/' + file.fileName()), only(m_byName, file.completeBaseName())})
                if (id.isValid())
                    return id;
        }
        // A frame that names its files, none of which is ours, is another frame whatever its number.
        bool isNumber = false;
        const int index = key.toInt(&isNumber);
        if (hasUri || !name.isEmpty() || !isNumber || index < 0 || index >= static_cast<int>(m_order.size()))
            return {};
        return m_order[static_cast<std::size_t>(index)];
    }

private:
    static FrameId only(const std::multimap<QString, FrameId>& ids, const QString& name)
    {
        return ids.count(name) == 1 ? ids.find(name)->second : FrameId();
    }

    std::vector<FrameId> m_order;
    std::multimap<QString, FrameId> m_byName;
    std::multimap<QString, FrameId> m_byFile;
};

std::optional<Cuboid> cuboidFrom(const QJsonArray& values)
{
    std::vector<double> v;
    for (const QJsonValue& value : values)
        v.push_back(value.toDouble(std::nan("")));
    if (v.size() != 9 && v.size() != 10)
        return std::nullopt;
    Cuboid cuboid;
    cuboid.center = {v[0], v[1], v[2]};
    cuboid.size = {v[v.size() - 3], v[v.size() - 2], v[v.size() - 1]};
    cuboid.rotation = v.size() == 10 ? Eigen::Quaterniond(v[6], v[3], v[4], v[5]) : fromEuler({v[3], v[4], v[5]});
    // Rounded quaternions are no reason to refuse a box, and exact ones are kept bit for bit.
    if (std::abs(cuboid.rotation.norm() - 1.0) > 1e-9 && std::abs(cuboid.rotation.norm() - 1.0) < 0.1)
        cuboid.rotation.normalize();
    return cuboid.isValid() ? std::optional(cuboid) : std::nullopt;
}

/// The same solid with the axis that is closest to vertical as its z: other systems' boxes may stand on another axis.
Cuboid standing(const Cuboid& cuboid)
{
    const Eigen::Matrix3d axes = cuboid.rotation.toRotationMatrix();
    Eigen::Index up = 2;
    axes.row(2).cwiseAbs().maxCoeff(&up);
    if (up == 2 && axes(2, 2) > 0.0)
        return cuboid;
    const Eigen::Index forward = up == 0 ? 2 : 0;
    const Eigen::Index left = 3 - up - forward;
    Eigen::Matrix3d turned;
    turned.col(0) = axes.col(forward);
    turned.col(2) = axes.col(up) * (axes(2, up) < 0.0 ? -1.0 : 1.0);
    turned.col(1) = turned.col(2).cross(turned.col(0));
    return {cuboid.center, {cuboid.size[forward], cuboid.size[left], cuboid.size[up]}, Eigen::Quaterniond(turned)};
}

AttributeValues attributesOf(const QJsonObject& data)
{
    AttributeValues result;
    for (const char16_t* type : {u"boolean", u"text", u"num"})
        for (const QJsonValue& entry : data.value(QString::fromUtf16(type)).toArray())
            if (const QString name = entry[QStringLiteral("name")].toString(); !name.isEmpty())
                result[name] = entry[QStringLiteral("val")];
    return result;
}

std::optional<double> confidenceOf(const AttributeValues& values)
{
    const auto confidence = values.find(QStringLiteral("confidence"));
    return confidence != values.end() && confidence->second.isDouble() ? std::optional(confidence->second.toDouble())
                                                                       : std::nullopt;
}

/// Ours says it in a word, other people's files by one of several flags.
Derivation derivationOf(const AttributeValues& values)
{
    if (const auto word = values.find(QStringLiteral("derivation")); word != values.end())
        for (std::size_t i = 0; i < openLabelDerivations.size(); ++i)
            if (word->second.toString() == QString::fromUtf16(openLabelDerivations[i]))
                return static_cast<Derivation>(i);
    for (const auto& [name, derived] : {std::pair{u"interpolated", true}, std::pair{u"keyframe", false},
             std::pair{u"key_frame", false}, std::pair{u"is_key_frame", false}})
        if (const auto flag = values.find(QString::fromUtf16(name));
            flag != values.end() && flag->second == QJsonValue(derived))
            return Derivation::Interpolated;
    return Derivation::KeyFrame;
}

/// What our own export says of a shape beside its geometry.
void setOwnAttributes(const AttributeValues& values, const QJsonObject& attributes, Shape& shape)
{
    if (const auto confidence = confidenceOf(values))
        shape.confidence = std::clamp(*confidence, 0.0, 1.0);
    shape.derivation = derivationOf(values);
    const auto origin = values.find(QStringLiteral("origin"));
    for (std::size_t i = 0; origin != values.end() && i < openLabelOrigins.size(); ++i)
        if (origin->second.toString() == QString::fromUtf16(openLabelOrigins[i]))
            shape.origin = static_cast<ShapeOrigin>(i);
    for (const QJsonValue& vec : attributes.value(QStringLiteral("vec")).toArray()) {
        const QJsonArray v = vec[QStringLiteral("val")].toArray();
        if (vec[QStringLiteral("name")].toString() != QLatin1String("seed_clicks") || v.size() % 4 != 0)
            continue;
        for (qsizetype i = 0; i < v.size(); i += 4)
            shape.seeds.push_back(
                {{v[i].toDouble(), v[i + 1].toDouble(), v[i + 2].toDouble()}, v[i + 3].toDouble() > 0.5});
    }
}

/// Reads one document; counts what it has to leave out.
class DocumentReader
{
public:
    DocumentReader(const QJsonObject& openlabel, QString path, const Scene& scene, ImportedShapes& into)
        : m_root(openlabel)
        , m_path(std::move(path))
        , m_scene(scene)
        , m_into(into)
        , m_space(openlabel)
        , m_classes(scene.taxonomy)
        , m_frames(scene, openlabel.value(QStringLiteral("metadata"))[QStringLiteral("name")].toString())
    {
        for (const Track& track : into.tracks)
            m_numbers[track.sequence].insert(track.number);
        for (const auto& [id, track] : scene.tracks)
            m_numbers[track.sequence].insert(track.number);
    }

    void read()
    {
        const QJsonObject frames = m_root.value(QStringLiteral("frames")).toObject();
        for (auto frame = frames.begin(); frame != frames.end(); ++frame) {
            readFrame(frame.key(), frame.value().toObject());
            readCameras(frame.key(), frame.value().toObject());
        }
        const QJsonObject objects = m_root.value(QStringLiteral("objects")).toObject();
        for (auto object = objects.begin(); object != objects.end(); ++object)
            readStaticCuboid(object.key(), object.value().toObject(), frames);
        addRemarks();
    }

private:
    void readFrame(const QString& key, const QJsonObject& frame)
    {
        const QJsonObject objects = frame.value(QStringLiteral("objects")).toObject();
        if (objects.isEmpty())
            return;
        const FrameId id = m_frames.frameOf(key, frame);
        if (!id.isValid()) {
            ++m_strangers;
            return;
        }
        const OpenLabelSpace space = m_space.inFrame(frame);
        for (auto object = objects.begin(); object != objects.end(); ++object)
            addShape(object.key(), object.value()[QStringLiteral("object_data")].toObject(), id, space, key);
    }

    /// Cameras that the project does not know yet; those of a frame go before those of the file.
    void readCameras(const QString& key, const QJsonObject& frame)
    {
        const FrameId id = m_frames.frameOf(key, frame);
        const auto known =
            m_scene.calibrations.find(id.isValid() ? m_scene.frames.at(id).calibration : CalibrationId());
        if (known == m_scene.calibrations.end())
            return;
        const OpenLabelSpace space = m_space.inFrame(frame);
        const auto add = [&](const QJsonObject& streams) {
            for (auto stream = streams.begin(); stream != streams.end(); ++stream)
                addCamera(
                    stream.key(), stream.value()[QStringLiteral("stream_properties")].toObject(), space, known->second);
        };
        add(frame.value(QStringLiteral("frame_properties"))[QStringLiteral("streams")].toObject());
        add(m_root.value(QStringLiteral("streams")).toObject());
    }

    void addCamera(
        const QString& name, const QJsonObject& properties, const OpenLabelSpace& space, const Calibration& known)
    {
        const auto model = openLabelCamera(properties);
        const auto lidar_camera = space.lidarFrom(name);
        if (!model || !lidar_camera)
            return;
        const auto found = m_into.calibrations.find(known.id);
        const auto& cameras = found == m_into.calibrations.end() ? known.cameras : found->second.cameras;
        if (std::any_of(cameras.begin(), cameras.end(), [&](const Camera& camera) { return camera.name == name; }))
            return;
        Calibration& calibration = m_into.calibrations.try_emplace(known.id, known).first->second;
        calibration.cameras.push_back({name, *model, {lidar_camera->inverse()}});
    }

    /// An object that does not move may have its cuboid beside the frames.
    void readStaticCuboid(const QString& uid, const QJsonObject& object, const QJsonObject& frames)
    {
        const QJsonObject data = object.value(QStringLiteral("object_data")).toObject();
        if (!data.contains(QStringLiteral("cuboid")))
            return;
        for (const QJsonValue& interval : object.value(QStringLiteral("frame_intervals")).toArray()) {
            const qint64 start = std::max(0, interval[QStringLiteral("frame_start")].toInt(-1));
            const qint64 end = interval[QStringLiteral("frame_end")].toInt(-1);
            // Bounded by the project's own frames, whatever the file claims.
            const qint64 last = std::min(end, start + static_cast<qint64>(m_scene.frames.size()));
            for (qint64 number = start; number <= last; ++number) {
                const QString key = QString::number(number);
                const QJsonObject frame = frames.value(key).toObject();
                if (const FrameId id = m_frames.frameOf(key, frame); id.isValid())
                    addShape(uid, data, id, m_space.inFrame(frame), key);
            }
        }
    }

    void addShape(
        const QString& uid, const QJsonObject& data, FrameId frame, const OpenLabelSpace& space, const QString& key)
    {
        const QJsonArray cuboids = data.value(QStringLiteral("cuboid")).toArray();
        const QString type = objectOf(uid).value(QStringLiteral("type")).toString();
        if (cuboids.isEmpty() || type == QLatin1String("DontCare")) {
            ++m_withoutCuboid;
            return;
        }
        const QJsonObject entry = bestOf(cuboids, space);
        const QString system = entry.value(QStringLiteral("coordinate_system")).toString();
        const auto cuboid = cuboidFrom(entry.value(QStringLiteral("val")).toArray());
        const auto lidar_system = space.lidarFrom(system);
        if (!cuboid || !lidar_system) {
            m_into.remarks.push_back(
                cuboid ? Text::tr("“%1”, frame %2, object %3: no pose leads from “%4” to the LiDAR.")
                             .arg(m_path, key, uid, system)
                       : Text::tr("“%1”, frame %2, object %3: a cuboid of 9 or 10 numbers was expected.")
                             .arg(m_path, key, uid));
            return;
        }
        Track& track = trackOf(uid, frame);
        if (!m_taken.insert({track.id, frame}).second)
            return;
        const bool isOwn = system.isEmpty() || system == space.lidar();
        Shape shape;
        shape.id = {static_cast<qint64>(m_into.shapes.size()) + 1};
        shape.track = track.id;
        shape.frame = frame;
        shape.cuboid =
            isOwn ? *cuboid
                  : standing({*lidar_system * cuboid->center, cuboid->size,
                        Eigen::Quaterniond(lidar_system->linear() * cuboid->rotation.toRotationMatrix()).normalized()});
        shape.origin = ShapeOrigin::Imported;
        const QJsonObject attributes = entry.value(QStringLiteral("attributes")).toObject();
        const AttributeValues values = attributesOf(attributes);
        setOwnAttributes(values, attributes, shape);
        // As it is: a detector's log-odds are no shares.
        if (const auto confidence = confidenceOf(values))
            m_into.scores[shape.id] = *confidence;
        shape.attributes = attributesOf(data);
        if (isOwn)
            setOutline(data, key, uid, shape);
        m_into.shapes.push_back(std::move(shape));
    }

    /// One shape per object and frame: the cuboid given in the LiDAR's system, else the first.
    QJsonObject bestOf(const QJsonArray& cuboids, const OpenLabelSpace& space)
    {
        m_surplus += static_cast<int>(cuboids.size()) - 1;
        for (const QJsonValue& cuboid : cuboids)
            if (cuboid[QStringLiteral("coordinate_system")].toString() == space.lidar())
                return cuboid.toObject();
        return cuboids.first().toObject();
    }

    void setOutline(const QJsonObject& data, const QString& key, const QString& uid, Shape& shape)
    {
        if (auto outline = outlineFrom(data, shape.cuboid))
            shape.outline = std::move(*outline);
        else
            m_into.remarks.push_back(
                Text::tr("“%1”, frame %2, object %3: the outline is damaged and was left out.").arg(m_path, key, uid));
    }

    QJsonObject objectOf(const QString& uid) const { return m_root.value(QStringLiteral("objects"))[uid].toObject(); }

    /// One track per object and sequence.
    Track& trackOf(const QString& uid, FrameId frame)
    {
        const SequenceId sequence = m_scene.frames.at(frame).sequence;
        const auto [entry, isNew] = m_tracks.try_emplace({uid, sequence}, m_into.tracks.size());
        if (isNew) {
            const QJsonObject object = objectOf(uid);
            Track track;
            track.id = {static_cast<qint64>(m_into.tracks.size()) + 1};
            track.sequence = sequence;
            // The object's own number where it is free.
            track.number = m_numbers[sequence].take(uid.toInt());
            track.classId = m_classes.idOf(object.value(QStringLiteral("type")).toString(QStringLiteral("unknown")));
            track.attributes = attributesOf(object.value(QStringLiteral("object_data")).toObject());
            m_into.tracks.push_back(std::move(track));
        }
        return m_into.tracks[entry->second];
    }

    void addRemarks()
    {
        m_into.notes += m_classes.remarks();
        if (m_strangers > 0)
            m_into.remarks.push_back(
                Text::tr("Frames of “%1” that the project does not have: %2.").arg(m_path).arg(m_strangers));
        if (m_withoutCuboid > 0)
            m_into.remarks.push_back(
                Text::tr("Objects of “%1” without a cuboid, left out: %2.").arg(m_path).arg(m_withoutCuboid));
        if (m_surplus > 0)
            m_into.remarks.push_back(Text::tr("Further cuboids of the same object and frame in “%1”, left out: %2.")
                                         .arg(m_path)
                                         .arg(m_surplus));
    }

    QJsonObject m_root;
    QString m_path;
    const Scene& m_scene;
    ImportedShapes& m_into;
    OpenLabelSpace m_space;
    ClassNames m_classes;
    FrameMatch m_frames;
    std::map<std::pair<QString, SequenceId>, std::size_t> m_tracks;
    std::map<SequenceId, TrackNumbers> m_numbers;
    std::set<std::pair<TrackId, FrameId>> m_taken;
    int m_strangers = 0;
    int m_withoutCuboid = 0;
    int m_surplus = 0;
};

Result<void> addFile(const QString& path, const Scene& scene, ImportedShapes& into)
{
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(Text::tr("“%1” is no JSON: %2 at byte %3.").arg(path, error.errorString()).arg(error.offset));
    return addOpenLabel(document.object(), path, scene, into);
}
} // namespace

Result<void> addOpenLabel(const QJsonObject& document, const QString& path, const Scene& scene, ImportedShapes& into)
{
    const QJsonObject openlabel = document.value(QStringLiteral("openlabel")).toObject();
    if (openlabel.isEmpty())
        return failure(Text::tr("“%1” is no OpenLABEL file: it has no member “openlabel”.").arg(path));
    const QString version = openlabel.value(QStringLiteral("metadata"))[QStringLiteral("schema_version")].toString();
    if (!version.startsWith(QLatin1String("1.")))
        into.notes.push_back(
            Text::tr("“%1” says version “%2” of OpenLABEL; it was read as 1.0.0.").arg(path, version.left(20)));
    DocumentReader(openlabel, path, scene, into).read();
    return {};
}

Result<ImportedShapes> readOpenLabel(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    QStringList paths{source};
    if (QFileInfo(source).isDir()) {
        paths.clear();
        for (const QString& name : QDir(source).entryList({QStringLiteral("*.json")}, QDir::Files))
            if (name != QString::fromUtf16(manifestName))
                paths.push_back(QDir(source).filePath(name));
        if (paths.isEmpty())
            return failure(Text::tr("The folder “%1” holds no OpenLABEL files (*.json).").arg(source));
    }
    ImportedShapes result;
    int done = 0;
    QStringList damaged;
    for (const QString& path : paths) {
        if (const auto added = addFile(path, scene, result); !added)
            damaged.push_back(added.error().sentence);
        if (!progress.report(++done, static_cast<int>(paths.size())))
            return failure(Text::tr("The import was cancelled."));
    }
    if (damaged.size() == done)
        return failure(damaged.front());
    result.remarks += damaged;
    settleDerivations(result, scene);
    return result;
}

} // namespace lunkuo
