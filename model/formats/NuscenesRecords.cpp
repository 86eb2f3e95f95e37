#include "model/formats/NuscenesRecords.h"

#include "model/formats/JsonFile.h"
#include "model/formats/Nuscenes.h"
#include "model/formats/PinholeCamera.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTimeZone>

namespace lunkuo
{

namespace
{
const QString token = QStringLiteral("token");

QString tokenOf(const QString& table, const QString& key)
{
    const QByteArray named = (table + u'|' + key).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(named, QCryptographicHash::Md5).toHex());
}

QJsonArray wxyz(const Eigen::Quaterniond& q)
{
    return {q.w(), q.x(), q.y(), q.z()};
}

void setPose(QJsonObject& row, const Eigen::Isometry3d& pose)
{
    row.insert(QStringLiteral("translation"), jsonArray(Eigen::Vector3d(pose.translation())));
    row.insert(QStringLiteral("rotation"), wxyz(Eigen::Quaterniond(pose.linear()).normalized()));
}

QJsonArray rowsOf(const Eigen::Matrix3d& matrix)
{
    QJsonArray rows;
    for (int row = 0; row < 3; ++row)
        rows.append(jsonArray(Eigen::Vector3d(matrix.row(row).transpose())));
    return rows;
}

const QStringList& stateNames()
{
    static const QStringList names{QStringLiteral("vehicle.moving"), QStringLiteral("vehicle.stopped"),
        QStringLiteral("vehicle.parked"), QStringLiteral("cycle.with_rider"), QStringLiteral("cycle.without_rider"),
        QStringLiteral("pedestrian.moving"), QStringLiteral("pedestrian.standing"),
        QStringLiteral("pedestrian.sitting_lying_down")};
    return names;
}

/// The categories that nuScenes' detection task maps to its ten classes.
bool isDetected(const QString& category)
{
    static const QStringList names{QStringLiteral("movable_object.barrier"), QStringLiteral("vehicle.bicycle"),
        QStringLiteral("vehicle.bus.bendy"), QStringLiteral("vehicle.bus.rigid"), QStringLiteral("vehicle.car"),
        QStringLiteral("vehicle.construction"), QStringLiteral("vehicle.motorcycle"),
        QStringLiteral("human.pedestrian.adult"), QStringLiteral("human.pedestrian.child"),
        QStringLiteral("human.pedestrian.construction_worker"), QStringLiteral("human.pedestrian.police_officer"),
        QStringLiteral("movable_object.trafficcone"), QStringLiteral("vehicle.trailer"),
        QStringLiteral("vehicle.truck")};
    return names.contains(category);
}

QString valueOf(const QString& attribute, const Shape& shape, const Track& track)
{
    for (const AttributeValues* values : {&shape.attributes, &track.attributes})
        if (const auto found = values->find(attribute); found != values->end())
            return found->second.toVariant().toString();
    return {};
}

/// What nuScenes calls the state of an object, and the attribute that says it; the annotation of a sample has one.
struct State
{
    QString attribute;
    QString name;
};

/// The kind of states that objects of the category have; empty: none.
QString kindOfStates(const QString& category)
{
    if (category == QLatin1String("vehicle.bicycle") || category == QLatin1String("vehicle.motorcycle"))
        return QStringLiteral("cycle");
    if (category.startsWith(QLatin1String("vehicle.")))
        return QStringLiteral("vehicle");
    return category.startsWith(QLatin1String("human.")) ? QStringLiteral("pedestrian") : QString();
}

State stateOf(const Shape& shape, const Track& track, const QString& category)
{
    const QString kind = kindOfStates(category);
    if (kind.isEmpty())
        return {};
    if (const QString name = kind + u'.' + valueOf(kind, shape, track); stateNames().contains(name))
        return {kind, name};
    // A cyclist of ours always rides; a bicycle there may stand by itself.
    if (kind == QLatin1String("cycle"))
        return track.classId == QLatin1String("Cyclist") ? State{{}, QStringLiteral("cycle.with_rider")} : State{};
    const QString motion = QStringLiteral("motion");
    const QString word = valueOf(motion, shape, track);
    const bool stands = kind == QLatin1String("pedestrian") && word == QLatin1String("stopped");
    const QString name = kind + u'.' + (stands ? QStringLiteral("standing") : word);
    return stateNames().contains(name) ? State{motion, name} : State{};
}

/// The level that a person ticked, or what the occlusion says: none, partly, largely.
State visibilityOf(const Shape& shape, const Track& track)
{
    const QString attribute = QStringLiteral("visibility");
    if (const QString level = valueOf(attribute, shape, track);
        level.size() == 1 && level >= QLatin1String("1") && level <= QLatin1String("4"))
        return {attribute, level};
    static const std::map<QString, QString> levels{{QStringLiteral("0"), QStringLiteral("4")},
        {QStringLiteral("1"), QStringLiteral("3")}, {QStringLiteral("2"), QStringLiteral("1")}};
    const auto found = levels.find(valueOf(QStringLiteral("occlusion"), shape, track));
    return found == levels.end() ? State{} : State{{}, found->second};
}
} // namespace

void NuscenesRecords::Linked::add(const QString& chain, QJsonObject row)
{
    chains[chain].push_back(rows.size());
    rows.push_back(std::move(row));
}

QJsonArray NuscenesRecords::Linked::linked() const
{
    std::vector<QJsonObject> result = rows;
    for (const auto& [chain, places] : chains)
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto tokenAt = [&](std::size_t place) { return rows[places[place]].value(token).toString(); };
            result[places[i]].insert(QStringLiteral("prev"), i == 0 ? QString() : tokenAt(i - 1));
            result[places[i]].insert(QStringLiteral("next"), i + 1 == places.size() ? QString() : tokenAt(i + 1));
        }
    QJsonArray array;
    for (const QJsonObject& row : result)
        array.append(row);
    return array;
}

NuscenesRecords::NuscenesRecords(const Scene& scene)
    : m_scene(scene)
{
    for (const char16_t* table : {u"attribute", u"calibrated_sensor", u"category", u"ego_pose", u"instance", u"log",
             u"map", u"sample", u"sample_annotation", u"sample_data", u"scene", u"sensor", u"visibility"})
        m_tables[QString::fromUtf16(table)];
    addVocabulary();
}

void NuscenesRecords::addVocabulary()
{
    static const std::array<std::pair<const char16_t*, const char16_t*>, 4> levels{
        {{u"1", u"v0-40"}, {u"2", u"v40-60"}, {u"3", u"v60-80"}, {u"4", u"v80-100"}}};
    for (const auto& [number, level] : levels)
        m_tables[QStringLiteral("visibility")].append(QJsonObject{{token, QString::fromUtf16(number)},
            {QStringLiteral("level"), QString::fromUtf16(level)}, {QStringLiteral("description"), QString()}});
    for (const QString& name : stateNames())
        attributeToken(name);
}

QString NuscenesRecords::attributeToken(const QString& name)
{
    const QString result = tokenOf(QStringLiteral("attribute"), name);
    if (m_known.insert(result).second)
        m_tables[QStringLiteral("attribute")].append(
            QJsonObject{{token, result}, {QStringLiteral("name"), name}, {QStringLiteral("description"), QString()}});
    return result;
}

qint64 NuscenesRecords::moment_us(const Frame& frame) const
{
    constexpr qint64 betweenFrames_us = 100'000;
    return m_isTimed ? *frame.timestamp_ns / 1000 : frame.index * betweenFrames_us;
}

void NuscenesRecords::addScene(const Sequence& sequence, const QString& name)
{
    const std::vector<FrameId> frames = m_scene.framesOf(sequence.id);
    const auto sampleToken = [&](FrameId id) { return tokenOf(QStringLiteral("sample"), QString::number(id.value)); };
    m_isTimed = std::all_of(
        frames.begin(), frames.end(), [this](FrameId id) { return m_scene.frames.at(id).timestamp_ns.has_value(); });
    m_sceneToken = tokenOf(QStringLiteral("scene"), name);
    const QString logToken = tokenOf(QStringLiteral("log"), name);
    const qint64 first_us = frames.empty() ? 0 : moment_us(m_scene.frames.at(frames.front()));
    m_tables[QStringLiteral("log")].append(QJsonObject{{token, logToken}, {QStringLiteral("logfile"), name},
        {QStringLiteral("vehicle"), QStringLiteral("unknown")},
        {QStringLiteral("date_captured"),
            QDateTime::fromMSecsSinceEpoch(first_us / 1000, QTimeZone::utc()).date().toString(Qt::ISODate)},
        {QStringLiteral("location"), QStringLiteral("unknown")}});
    m_tables[QStringLiteral("scene")].append(QJsonObject{{token, m_sceneToken}, {QStringLiteral("log_token"), logToken},
        {QStringLiteral("name"), name}, {QStringLiteral("nbr_samples"), static_cast<qint64>(frames.size())},
        {QStringLiteral("first_sample_token"), frames.empty() ? QString() : sampleToken(frames.front())},
        {QStringLiteral("last_sample_token"), frames.empty() ? QString() : sampleToken(frames.back())},
        {QStringLiteral("description"), sequence.name}});
}

void NuscenesRecords::addSample(const Frame& frame, const QString& cloudFile)
{
    m_sampleToken = tokenOf(QStringLiteral("sample"), QString::number(frame.id.value));
    m_world_sensor = frame.world_ego ? frame.world_ego->m : Eigen::Isometry3d::Identity();
    m_samples.add(m_sceneToken, {{token, m_sampleToken}, {QStringLiteral("timestamp"), moment_us(frame)},
                                    {QStringLiteral("scene_token"), m_sceneToken}});
    QJsonObject pose{{token, tokenOf(QStringLiteral("ego_pose"), QString::number(frame.id.value))},
        {QStringLiteral("timestamp"), moment_us(frame)}};
    setPose(pose, m_world_sensor);
    m_tables[QStringLiteral("ego_pose")].append(pose);
    const QString lidar = QString::fromUtf16(nuscenesLidar);
    addData(frame, lidar, sensorFor(frame, lidar, nullptr),
        {{QStringLiteral("filename"), cloudFile}, {QStringLiteral("fileformat"), QStringLiteral("pcd")},
            {QStringLiteral("width"), 0}, {QStringLiteral("height"), 0}});
}

void NuscenesRecords::addPicture(const Frame& frame, const Camera& camera, const QString& channel, const QString& file)
{
    addData(frame, channel, sensorFor(frame, channel, &camera),
        {{QStringLiteral("filename"), file}, {QStringLiteral("fileformat"), file.mid(file.lastIndexOf(u'.') + 1)},
            {QStringLiteral("width"), camera.model.width_px}, {QStringLiteral("height"), camera.model.height_px}});
}

void NuscenesRecords::addData(const Frame& frame, const QString& channel, const QString& sensorToken, QJsonObject row)
{
    row.insert(token, tokenOf(QStringLiteral("sample_data"), QStringLiteral("%1|%2").arg(channel).arg(frame.id.value)));
    row.insert(QStringLiteral("sample_token"), m_sampleToken);
    row.insert(QStringLiteral("ego_pose_token"), tokenOf(QStringLiteral("ego_pose"), QString::number(frame.id.value)));
    row.insert(QStringLiteral("calibrated_sensor_token"), sensorToken);
    row.insert(QStringLiteral("timestamp"), moment_us(frame));
    row.insert(QStringLiteral("is_key_frame"), true);
    m_data.add(m_sceneToken + channel, std::move(row));
}

QString NuscenesRecords::sensorFor(const Frame& frame, const QString& channel, const Camera* camera)
{
    const QString sensor = tokenOf(QStringLiteral("sensor"), channel);
    if (m_known.insert(sensor).second)
        m_tables[QStringLiteral("sensor")].append(QJsonObject{{token, sensor}, {QStringLiteral("channel"), channel},
            {QStringLiteral("modality"), camera ? QStringLiteral("camera") : QStringLiteral("lidar")}});
    const QString key = camera ? QStringLiteral("%1|%2").arg(channel).arg(frame.calibration.value) : channel;
    const QString calibrated = tokenOf(QStringLiteral("calibrated_sensor"), key);
    if (!m_known.insert(calibrated).second)
        return calibrated;
    QJsonObject row{{token, calibrated}, {QStringLiteral("sensor_token"), sensor},
        {QStringLiteral("camera_intrinsic"), QJsonArray()}};
    // What the project calls a pose is that of the clouds' frame, so the LiDAR stands in it as it is.
    setPose(row, Eigen::Isometry3d::Identity());
    if (camera) {
        const PinholeCamera pinhole = PinholeCamera::of(*camera);
        setPose(row, pinhole.camera_sensor.inverse());
        row.insert(QStringLiteral("camera_intrinsic"), rowsOf(pinhole.intrinsic));
    }
    m_tables[QStringLiteral("calibrated_sensor")].append(row);
    return calibrated;
}

int NuscenesRecords::addAnnotation(const Shape& shape, const Track& track, qint64 points)
{
    const QString category = nuscenesCategory(track.classId, m_scene.taxonomy);
    const QString categoryToken = tokenOf(QStringLiteral("category"), category);
    if (m_categories.insert(category).second)
        m_tables[QStringLiteral("category")].append(QJsonObject{
            {token, categoryToken}, {QStringLiteral("name"), category}, {QStringLiteral("description"), QString()}});
    const QString own = tokenOf(QStringLiteral("sample_annotation"), QString::number(shape.id.value));
    const QString instance = tokenOf(QStringLiteral("instance"), QString::number(track.id.value));
    QJsonObject& counted = m_instances[instance];
    if (counted.isEmpty())
        counted = {{token, instance}, {QStringLiteral("category_token"), categoryToken},
            {QStringLiteral("first_annotation_token"), own}};
    counted.insert(QStringLiteral("last_annotation_token"), own);
    counted.insert(QStringLiteral("nbr_annotations"), counted.value(QStringLiteral("nbr_annotations")).toInt() + 1);

    const State state = stateOf(shape, track, category);
    const State visibility = visibilityOf(shape, track);
    const Eigen::Quaterniond turn(m_world_sensor.linear());
    m_annotations.add(instance,
        {{token, own}, {QStringLiteral("sample_token"), m_sampleToken}, {QStringLiteral("instance_token"), instance},
            {QStringLiteral("visibility_token"), visibility.name},
            {QStringLiteral("attribute_tokens"),
                state.name.isEmpty() ? QJsonArray() : QJsonArray{attributeToken(state.name)}},
            {QStringLiteral("translation"), jsonArray(Eigen::Vector3d(m_world_sensor * shape.cuboid.center))},
            {QStringLiteral("size"),
                jsonArray(Eigen::Vector3d(shape.cuboid.size.y(), shape.cuboid.size.x(), shape.cuboid.size.z()))},
            {QStringLiteral("rotation"), wxyz((turn * shape.cuboid.rotation).normalized())},
            {QStringLiteral("num_lidar_pts"), points}, {QStringLiteral("num_radar_pts"), 0}});
    int lost = 0;
    for (const AttributeValues* values : {&shape.attributes, &track.attributes})
        for (const auto& [name, value] : *values)
            lost += nuscenesAttributes().contains(name) ? 1 : 0;
    for (const QString& held : {state.attribute, visibility.attribute})
        lost -= held.isEmpty() ? 0 : 1;
    return lost;
}

void NuscenesRecords::addMap(const QString& file)
{
    QJsonArray logs;
    for (const QJsonValue& log : m_tables[QStringLiteral("log")])
        logs.append(log[token]);
    m_tables[QStringLiteral("map")].append(
        QJsonObject{{token, tokenOf(QStringLiteral("map"), file)}, {QStringLiteral("log_tokens"), logs},
            {QStringLiteral("category"), QStringLiteral("semantic_prior")}, {QStringLiteral("filename"), file}});
}

std::map<QString, QJsonArray> NuscenesRecords::tables() const
{
    std::map<QString, QJsonArray> result = m_tables;
    result[QStringLiteral("sample")] = m_samples.linked();
    result[QStringLiteral("sample_data")] = m_data.linked();
    result[QStringLiteral("sample_annotation")] = m_annotations.linked();
    for (const auto& [id, instance] : m_instances)
        result[QStringLiteral("instance")].append(instance);
    return result;
}

QStringList NuscenesRecords::otherClasses() const
{
    QStringList result;
    for (const QString& category : m_categories)
        if (!isDetected(category))
            result.push_back(category);
    return result;
}

} // namespace lunkuo
