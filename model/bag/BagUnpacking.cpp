#include "model/bag/BagUnpacking.h"

#include "model/bag/BagCameras.h"
#include "model/cloud/CloudFormat.h"
#include "model/formats/DatasetFolder.h"
#include "model/formats/JsonFile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BagUnpacking)
};

const QString note = QStringLiteral("bag.json");
constexpr qint64 nearest_ns = 100'000'000; ///< a picture farther away in time shows something else

/// A sensor without a clock says 0; when the message came in is the next best.
qint64 momentOf(const RosHeader& header, qint64 received_ns)
{
    return header.stamp_ns > 0 ? header.stamp_ns : received_ns;
}

/// What tells a bag from others.
QJsonObject passportOf(const QString& bag)
{
    const QFileInfo info(QFileInfo(bag).absoluteFilePath());
    const QFileInfoList files = info.isDir()
                                    ? QDir(info.filePath()).entryInfoList({QStringLiteral("*.db3")}, QDir::Files)
                                    : QFileInfoList{info};
    qint64 bytes = 0;
    qint64 changed_ms = 0;
    for (const QFileInfo& file : files) {
        bytes += file.size();
        changed_ms = std::max(changed_ms, file.lastModified().toMSecsSinceEpoch());
    }
    return {{QStringLiteral("bag"), info.filePath()}, {QStringLiteral("bytes"), bytes},
        {QStringLiteral("changed_ms"), changed_ms}};
}

/// One bag on its way into a folder.
class Unpacker
{
public:
    Unpacker(const RosBag& bag, const BagTopic& topic, DatasetFolder& folder, const Progress& progress)
        : m_bag(bag)
        , m_topic(topic)
        , m_folder(folder)
        , m_progress(progress)
    {
    }

    Result<QStringList> unpack();

private:
    using Nearest = std::map<qint64, std::vector<qint64>>; ///< moment of a picture -> moments of its clouds

    Result<void> unpackClouds();
    Result<bool> unpackCloud(qint64 received_ns, const QByteArray& message);
    Result<void> readTransforms();
    Result<void> unpackPictures(const BagCamera& camera);
    Result<Nearest> nearestPictures(const BagCamera& camera);
    Result<void> writeCalibration(const BagCamera& camera);
    [[nodiscard]] bool hasFrameOfItsOwn(const BagCamera& camera) const;
    Result<void> writePoses();
    Result<void> writeTimes();
    Result<void> writeNote();
    [[nodiscard]] tl::unexpected<Error> cancelled() const
    {
        return failure(Text::tr("Unpacking “%1” was cancelled.").arg(m_bag.path()));
    }
    /// A message was done; fails when the person wants no more.
    Result<bool> step();

    const RosBag& m_bag;
    const BagTopic& m_topic;
    DatasetFolder& m_folder;
    const Progress& m_progress;
    std::vector<BagCamera> m_cameras;
    TransformTree m_tree;
    QString m_lidar;            ///< frame of reference of the clouds
    std::set<qint64> m_moments; ///< of the clouds
    std::size_t m_damaged = 0;
    std::size_t m_message = 0;
    int m_done = 0;
    int m_total = 0;
    QStringList m_remarks;
};

Result<QStringList> Unpacker::unpack()
{
    auto cameras = bagCameras(m_bag);
    if (!cameras)
        return tl::unexpected(cameras.error());
    m_cameras = std::move(*cameras);
    std::size_t messages = m_topic.messages;
    for (const BagTopic& topic : m_bag.topicsOf(QStringLiteral("sensor_msgs/CompressedImage")))
        messages += 2 * topic.messages; // looked at for their moments, then written
    m_total = static_cast<int>(std::min<std::size_t>(messages, std::numeric_limits<int>::max()));
    auto done = unpackClouds().and_then([this] { return readTransforms(); }).and_then([this] { return writePoses(); });
    for (const BagCamera& camera : m_cameras)
        done = done.and_then([&] { return unpackPictures(camera); });
    done = done.and_then([this] { return writeTimes(); }).and_then([this] { return writeNote(); });
    if (!done)
        return tl::unexpected(done.error());
    if (const auto raw = m_bag.topicsOf(QStringLiteral("sensor_msgs/Image")); !raw.empty())
        m_remarks.push_back(Text::tr("Topics of uncompressed pictures, which were left out: %1.").arg(raw.size()));
    return m_remarks;
}

Result<bool> Unpacker::step()
{
    if (!m_progress.report(++m_done, m_total))
        return cancelled();
    return true;
}

Result<void> Unpacker::unpackClouds()
{
    auto done = m_bag.eachMessage(m_topic.name,
        [this](qint64 received_ns, const QByteArray& message) { return unpackCloud(received_ns, message); });
    if (!done)
        return done;
    if (m_moments.empty())
        return failure(Text::tr("“%1”: none of the %2 clouds of “%3” can be read. %4")
                           .arg(m_bag.path())
                           .arg(m_topic.messages)
                           .arg(m_topic.name, m_remarks.value(0)));
    if (m_damaged > 1)
        m_remarks.push_back(Text::tr("Clouds that cannot be read, which were left out: %1.").arg(m_damaged));
    return {};
}

Result<bool> Unpacker::unpackCloud(qint64 received_ns, const QByteArray& message)
{
    ++m_message;
    const QString where = Text::tr("“%1”, “%2”, message %3").arg(m_bag.path(), m_topic.name).arg(m_message);
    const auto header = rosHeader(message);
    const auto cloud = cloudOfMessage(message, where);
    if (!header || !cloud) {
        if (m_damaged++ == 0)
            m_remarks.push_back(
                cloud ? Text::tr("%1: the message has no sound header.").arg(where) : cloud.error().sentence);
        return step();
    }
    qint64 moment = momentOf(*header, received_ns);
    while (!m_moments.insert(moment).second)
        ++moment;
    m_lidar = header->frame;
    const auto path = m_folder.pathFor(QStringLiteral("lidar/%1.pcd").arg(moment, 19, 10, QLatin1Char('0')));
    const auto written = path ? writeCloud(*cloud, *path) : Result<QStringList>(tl::unexpected(path.error()));
    if (!written)
        return tl::unexpected(written.error());
    return step();
}

Result<void> Unpacker::readTransforms()
{
    for (const BagTopic& topic : m_bag.topicsOf(QStringLiteral("tf2_msgs/TFMessage"))) {
        const bool isStatic = topic.name.endsWith(u"tf_static");
        const auto read = m_bag.eachMessage(topic.name, [&](qint64, const QByteArray& message) -> Result<bool> {
            if (const auto transforms = transformsOfMessage(message))
                for (const RosTransform& transform : *transforms)
                    m_tree.add(transform, isStatic);
            if (m_progress.isCancelled())
                return cancelled();
            return true;
        });
        if (!read)
            return read;
    }
    return {};
}

Result<void> Unpacker::writePoses()
{
    const QString world = m_tree.worldAbove(m_lidar);
    if (world.isEmpty())
        return {};
    QByteArray lines;
    int missing = 0;
    for (const qint64 moment : m_moments) {
        const auto world_lidar = m_tree.to_from(world, m_lidar, moment);
        missing += world_lidar ? 0 : 1;
        for (Eigen::Index i = 0; world_lidar && i < 12; ++i)
            lines += QByteArray::number(world_lidar->matrix()(i / 4, i % 4), 'g', 17) + (i == 11 ? '\n' : ' ');
    }
    if (missing == 0)
        return m_folder.write(QStringLiteral("poses.txt"), lines);
    m_remarks.push_back(
        Text::tr("tf does not tell where “%1” was in “%2” for %3 of %4 clouds, so the poses were left out.")
            .arg(m_lidar, world)
            .arg(missing)
            .arg(m_moments.size()));
    return {};
}

/// Which pictures are wanted: for each cloud the nearest.
Result<Unpacker::Nearest> Unpacker::nearestPictures(const BagCamera& camera)
{
    std::vector<qint64> pictures;
    const auto take = [&](qint64 received_ns, const QByteArray& message) -> Result<bool> {
        if (const auto header = rosHeader(message))
            pictures.push_back(momentOf(*header, received_ns));
        return step();
    };
    const auto read = m_bag.eachMessage(camera.topic, take);
    if (!read)
        return tl::unexpected(read.error());
    std::sort(pictures.begin(), pictures.end());
    Nearest nearest;
    for (const qint64 moment : m_moments) {
        const auto after = std::lower_bound(pictures.begin(), pictures.end(), moment);
        std::optional<qint64> best;
        if (after != pictures.end())
            best = *after;
        if (after != pictures.begin() && (!best || moment - *std::prev(after) < *best - moment))
            best = *std::prev(after);
        if (best && std::abs(*best - moment) <= nearest_ns)
            nearest[*best].push_back(moment);
    }
    if (nearest.empty())
        m_remarks.push_back(Text::tr("“%1” was left out: none of its %2 pictures was taken within %3 s of a cloud.")
                                .arg(camera.topic)
                                .arg(pictures.size())
                                .arg(static_cast<double>(nearest_ns) * 1e-9));
    return nearest;
}

Result<void> Unpacker::unpackPictures(const BagCamera& camera)
{
    auto nearest = nearestPictures(camera);
    if (!nearest)
        return tl::unexpected(nearest.error());
    if (nearest->empty())
        return {};
    int others = 0;
    const auto take = [&](qint64 received_ns, const QByteArray& message) -> Result<bool> {
        const auto picture = pictureOfMessage(message);
        const auto wanted = picture ? nearest->find(momentOf(picture->header, received_ns)) : nearest->end();
        if (wanted == nearest->end())
            return step();
        others += picture->suffix.isEmpty() ? 1 : 0;
        for (const qint64 moment : wanted->second) {
            const QString name = QStringLiteral("camera/%1/%2%3")
                                     .arg(camera.name)
                                     .arg(moment, 19, 10, QLatin1Char('0'))
                                     .arg(picture->suffix);
            if (picture->suffix.isEmpty())
                continue;
            if (auto written = m_folder.write(name, picture->bytes.toByteArray()); !written)
                return tl::unexpected(written.error());
        }
        nearest->erase(wanted); // one that was sent twice is written once
        return step();
    };
    if (const auto read = m_bag.eachMessage(camera.topic, take); !read)
        return read;
    if (others != 0)
        m_remarks.push_back(Text::tr("“%1”: pictures that are neither JPEG nor PNG, which were left out: %2.")
                                .arg(camera.topic)
                                .arg(others));
    return writeCalibration(camera);
}

Result<void> Unpacker::writeCalibration(const BagCamera& camera)
{
    if (!camera.info) {
        m_remarks.push_back(
            Text::tr("“%1” has no CameraInfo beside it, so its pictures are not calibrated.").arg(camera.topic));
        return {};
    }
    const auto camera_lidar = m_tree.to_from(camera.info->header.frame, m_lidar, *m_moments.begin());
    if (!camera_lidar) {
        m_remarks.push_back(
            Text::tr("“%1”: tf does not tell where “%2” is, seen from “%3”, so its pictures are not calibrated.")
                .arg(camera.topic, camera.info->header.frame, m_lidar));
        return {};
    }
    const Eigen::Vector3d shift =
        hasFrameOfItsOwn(camera) ? Eigen::Vector3d(Eigen::Vector3d::Zero()) : stereoShift(camera);
    return m_folder.write(QStringLiteral("calib/camera/%1.json").arg(camera.name),
        QJsonDocument(calibrationJson(camera, Eigen::Translation3d(shift) * *camera_lidar)).toJson());
}

/// ROS wants both cameras of a stereo pair in the frame of the first. Where a driver gives the second one its own all
/// the same, tf holds the distance already that the projection speaks of.
bool Unpacker::hasFrameOfItsOwn(const BagCamera& camera) const
{
    const Eigen::Vector3d shift = stereoShift(camera);
    return std::any_of(m_cameras.begin(), m_cameras.end(), [&](const BagCamera& other) {
        if (!other.info || !stereoShift(other).isZero(0.0) || other.info->header.frame == camera.info->header.frame)
            return false;
        const auto camera_other =
            m_tree.to_from(camera.info->header.frame, other.info->header.frame, *m_moments.begin());
        return camera_other && (camera_other->translation() - shift).norm() < 0.1 * shift.norm();
    });
}

/// Moments of a simulation are no dates, so the names of the files do not tell them.
Result<void> Unpacker::writeTimes()
{
    constexpr qint64 second_ns = 1'000'000'000;
    QString lines;
    for (const qint64 moment : m_moments)
        lines += QStringLiteral("%1.%2\n").arg(moment / second_ns).arg(moment % second_ns, 9, 10, QLatin1Char('0'));
    return m_folder.write(QStringLiteral("times.txt"), lines.toUtf8());
}

Result<void> Unpacker::writeNote()
{
    QJsonObject json = passportOf(m_bag.path());
    json[QStringLiteral("topic")] = m_topic.name;
    json[QStringLiteral("frames")] = static_cast<qint64>(m_moments.size());
    return m_folder.write(note, QJsonDocument(json).toJson());
}

QString quotedNames(const std::vector<BagTopic>& topics)
{
    QStringList names;
    for (const BagTopic& topic : topics)
        names.push_back(topic.name);
    return names.join(QStringLiteral(", "));
}

Result<BagTopic> chosenTopic(const RosBag& bag, const QString& name)
{
    const std::vector<BagTopic> topics = bag.topicsOf(QStringLiteral("sensor_msgs/PointCloud2"));
    if (topics.empty())
        return failure(Text::tr("“%1” holds no point clouds (sensor_msgs/PointCloud2).").arg(bag.path()));
    for (const BagTopic& topic : topics)
        if (topic.name == name || (name.isEmpty() && topics.size() == 1))
            return topic;
    if (name.isEmpty())
        return failure(Text::tr("“%1” holds clouds of several topics (%2): choose one of them.")
                           .arg(bag.path(), quotedNames(topics)));
    return failure(Text::tr("“%1” holds no clouds of “%2”, but of: %3.").arg(bag.path(), name, quotedNames(topics)));
}
} // namespace

Result<BagContents> bagContents(const QString& path, const Progress& progress)
{
    const auto bag = RosBag::open(path, progress);
    if (!bag)
        return tl::unexpected(bag.error());
    BagContents contents{bag->topicsOf(QStringLiteral("sensor_msgs/PointCloud2")),
        bag->topicsOf(QStringLiteral("sensor_msgs/CompressedImage"))};
    if (contents.clouds.empty())
        return failure(Text::tr("“%1” holds no point clouds (sensor_msgs/PointCloud2).").arg(path));
    return contents;
}

QString unpackedFolderFor(const QString& bag)
{
    const QFileInfo info(QFileInfo(bag).absoluteFilePath());
    const QString name = info.isDir() ? info.fileName() : info.completeBaseName();
    const QFileInfo beside(info.absolutePath());
    const QString folder =
        beside.isWritable() ? beside.filePath() : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder + u'/' + name + QStringLiteral("-unpacked");
}

bool isUnpackedBag(const QString& folder)
{
    return QFileInfo(folder + u'/' + note).isFile();
}

bool isUnpackedFrom(const QString& folder, const QString& bag)
{
    const auto json = isUnpackedBag(folder) ? readJsonObject(folder + u'/' + note) : Result<QJsonObject>(QJsonObject());
    const QJsonObject passport = passportOf(bag);
    const auto nameOf = [](const QJsonObject& object) { return QFileInfo(object[u"bag"].toString()).fileName(); };
    return json && nameOf(*json) == nameOf(passport) && (*json)[u"bytes"] == passport[u"bytes"] &&
           (*json)[u"changed_ms"] == passport[u"changed_ms"];
}

Result<QStringList> unpackBag(const BagUnpacking& wanted, const Progress& progress)
{
    const auto bag = RosBag::open(wanted.bag, progress);
    if (progress.isCancelled())
        return failure(Text::tr("Unpacking “%1” was cancelled.").arg(wanted.bag));
    if (!bag)
        return tl::unexpected(bag.error());
    if (!wanted.replace && isUnpackedBag(wanted.folder) && !isUnpackedFrom(wanted.folder, wanted.bag))
        return failure(
            Text::tr("“%1” holds what another bag was unpacked into, or what this one was before it changed: "
                     "choose a folder of another name.")
                .arg(wanted.folder));
    const auto topic = chosenTopic(*bag, wanted.topic);
    if (!topic)
        return tl::unexpected(topic.error());
    ExportOptions options;
    options.folder = wanted.folder;
    options.replace = wanted.replace && isUnpackedBag(wanted.folder);
    options.sources = {wanted.bag};
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    auto remarks = Unpacker(*bag, *topic, *folder, progress).unpack();
    if (!remarks)
        return remarks;
    // With a manifest, which is what lets it be replaced.
    ExportReport report;
    return folder->commit(report, progress).map([&] { return *remarks; });
}

} // namespace lunkuo
