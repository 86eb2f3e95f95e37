#include "model/formats/NuscenesTables.h"

#include "model/formats/JsonFile.h"
#include "model/formats/JsonRecords.h"
#include "model/scene/CameraJson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>
#include <limits>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NuscenesTables)
};

QString text(const QJsonObject& record, const char* member)
{
    return record.value(QLatin1String(member)).toString();
}

constexpr qint64 latest_us = std::numeric_limits<qint64>::max() / 1000; ///< what can be told in nanoseconds

/// Whether a file's name leads to a place under the dataset's folder.
bool staysInside(const QString& file)
{
    const QString clean = QDir::cleanPath(file);
    return !file.isEmpty() && !QDir::isAbsolutePath(clean) && clean != QLatin1String("..") &&
           !clean.startsWith(QLatin1String("../"));
}

/// w x y z, of about unit length.
std::optional<Eigen::Quaterniond> rotationOf(const QJsonObject& record)
{
    const std::vector<double> n = numbersOf(record.value(QStringLiteral("rotation")), 4);
    if (n.empty())
        return std::nullopt;
    const Eigen::Quaterniond rotation(n[0], n[1], n[2], n[3]);
    return std::abs(rotation.norm() - 1.0) < 0.1 ? std::optional(rotation.normalized()) : std::nullopt;
}

std::optional<Eigen::Isometry3d> poseOf(const QJsonObject& record)
{
    const auto rotation = rotationOf(record);
    const auto translation = vectorFrom(record.value(QStringLiteral("translation")));
    if (!rotation || !translation)
        return std::nullopt;
    Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
    pose.linear() = rotation->toRotationMatrix();
    pose.translation() = *translation;
    return pose;
}

/// Reads the tables in the order in which they lean on one another, so that of the long ones only what is wanted is
/// kept.
class Reader
{
public:
    Reader(const QDir& folder, const NuscenesChoice& choice, QStringList& remarks, const Progress& progress)
        : m_folder(folder)
        , m_choice(choice)
        , m_remarks(remarks)
        , m_progress(progress)
    {
    }

    Result<NuscenesTables> read()
    {
        using Step = Result<void> (Reader::*)();
        std::vector<Step> steps{
            &Reader::readScenes, &Reader::readSensors, &Reader::readSamples, &Reader::readData, &Reader::readEgoPoses};
        if (m_choice.annotations && QFileInfo(m_folder.filePath(QStringLiteral("sample_annotation.json"))).isFile())
            steps.insert(steps.end(), {&Reader::readNames, &Reader::readAnnotations});
        int done = 0;
        for (const Step step : steps) {
            if (!m_progress.report(done++, static_cast<int>(steps.size())))
                return failure(Text::tr("Reading the tables in “%1” was cancelled.").arg(m_folder.path()));
            if (const auto read = (this->*step)(); !read)
                return tl::unexpected(read.error());
        }
        for (const auto& [table, count] : m_damaged)
            m_remarks.push_back(
                Text::tr("Records of “%1” that are damaged or lead nowhere, left out: %2.").arg(table).arg(count));
        return std::move(m_tables);
    }

private:
    template <class Take>
    Result<void> each(const char* table, Take take)
    {
        const QString name = QLatin1String(table) + QStringLiteral(".json");
        const auto taken = [&](const QJsonObject& record) {
            if (!take(record))
                ++m_damaged[name];
        };
        return eachJsonRecord(m_folder.filePath(name), taken, m_progress);
    }

    Result<void> readScenes()
    {
        auto read = each("scene", [this](const QJsonObject& record) {
            const NuscenesTables::Scene scene{text(record, "token"), text(record, "name")};
            if (scene.token.isEmpty() || scene.name.isEmpty())
                return false;
            m_tables.sceneNames.push_back(scene.name);
            if (m_choice.scenes.isEmpty() || m_choice.scenes.contains(scene.name)) {
                m_tables.scenes.push_back(scene);
                m_wantedScenes.insert(scene.token);
            }
            return true;
        });
        if (read && m_tables.sceneNames.isEmpty())
            return failure(Text::tr("“%1” has no scenes.").arg(m_folder.filePath(QStringLiteral("scene.json"))));
        return read;
    }

    Result<void> readSensors()
    {
        QHash<QString, std::pair<QString, QString>> sensors;
        return each("sensor", [&](const QJsonObject& record) {
            sensors[text(record, "token")] = {text(record, "channel"), text(record, "modality")};
            return true;
        }).and_then([&] {
            return each("calibrated_sensor", [&](const QJsonObject& record) {
                const auto known = sensors.constFind(text(record, "sensor_token"));
                const auto pose = poseOf(record);
                if (known == sensors.constEnd() || !pose)
                    return false;
                m_tables.sensors[text(record, "token")] = {known->first, known->second, *pose,
                    intrinsicFrom(record.value(QStringLiteral("camera_intrinsic")))};
                return true;
            });
        });
    }

    Result<void> readSamples()
    {
        return each("sample", [this](const QJsonObject& record) {
            const QString scene = text(record, "scene_token");
            if (m_wantedScenes.contains(scene))
                m_tables.samples[text(record, "token")] = {
                    scene, record.value(QStringLiteral("timestamp")).toInteger()};
            return !scene.isEmpty();
        });
    }

    Result<void> readData()
    {
        auto read = each("sample_data", [this](const QJsonObject& record) {
            NuscenesTables::Data data{text(record, "sample_token"), text(record, "calibrated_sensor_token"),
                text(record, "ego_pose_token"), text(record, "filename"),
                record.value(QStringLiteral("timestamp")).toInteger(-1), record.value(QStringLiteral("width")).toInt(),
                record.value(QStringLiteral("height")).toInt(), record.value(QStringLiteral("is_key_frame")).toBool()};
            const NuscenesTables::Sensor* sensor = m_tables.sensorOf(data);
            if (!sensor || !staysInside(data.file) || data.timestamp_us < 0 || data.timestamp_us > latest_us)
                return false;
            const bool isLidar = sensor->channel == QStringView(nuscenesLidar);
            if (!m_tables.samples.contains(data.sample) || (!isLidar && sensor->modality != QLatin1String("camera")))
                return true;
            m_tables.hasSweeps = m_tables.hasSweeps || (isLidar && !data.isKeyFrame);
            if (!data.isKeyFrame && !m_choice.sweeps)
                return true;
            m_wantedPoses.insert(data.egoPose);
            m_tables.data.push_back(std::move(data));
            return true;
        });
        return read;
    }

    Result<void> readEgoPoses()
    {
        return each("ego_pose", [this](const QJsonObject& record) {
            const QString token = text(record, "token");
            if (!m_wantedPoses.contains(token))
                return true;
            const auto pose = poseOf(record);
            if (pose)
                m_tables.world_ego[token] = *pose;
            return pose.has_value();
        });
    }

    Result<void> readNames()
    {
        QHash<QString, QString> categories;
        return each("category",
            [&](const QJsonObject& record) {
                categories[text(record, "token")] = text(record, "name");
                return true;
            })
            .and_then([&] {
                return each("attribute", [&](const QJsonObject& record) {
                    m_attributes[text(record, "token")] = text(record, "name");
                    return true;
                });
            })
            .and_then([&] {
                return each("instance", [&](const QJsonObject& record) {
                    const auto category = categories.constFind(text(record, "category_token"));
                    if (category == categories.constEnd())
                        return false;
                    m_tables.categoryOf[text(record, "token")] = *category;
                    return true;
                });
            });
    }

    Result<void> readAnnotations()
    {
        return each("sample_annotation", [this](const QJsonObject& record) {
            NuscenesTables::Annotation annotation;
            annotation.sample = text(record, "sample_token");
            if (!m_tables.samples.contains(annotation.sample))
                return true;
            annotation.instance = text(record, "instance_token");
            annotation.visibility = text(record, "visibility_token");
            for (const QJsonValue& token : record.value(QStringLiteral("attribute_tokens")).toArray())
                if (const auto name = m_attributes.constFind(token.toString()); name != m_attributes.constEnd())
                    annotation.attributes.push_back(*name);
            const auto center = vectorFrom(record.value(QStringLiteral("translation")));
            const auto size = vectorFrom(record.value(QStringLiteral("size")));
            const auto rotation = rotationOf(record);
            if (!center || !size || !rotation || !m_tables.categoryOf.contains(annotation.instance))
                return false;
            annotation.center = *center;
            annotation.size = {size->y(), size->x(), size->z()}; // the table has width, length, height
            annotation.rotation = *rotation;
            m_tables.annotations.push_back(std::move(annotation));
            return true;
        });
    }

    QDir m_folder;
    const NuscenesChoice& m_choice;
    QStringList& m_remarks;
    const Progress& m_progress;
    NuscenesTables m_tables;
    QSet<QString> m_wantedScenes;
    QSet<QString> m_wantedPoses;
    QHash<QString, QString> m_attributes;
    std::map<QString, int> m_damaged;
};
} // namespace

const NuscenesTables::Sensor* NuscenesTables::sensorOf(const Data& taken) const
{
    const auto found = sensors.constFind(taken.sensor);
    return found == sensors.constEnd() ? nullptr : &*found;
}

bool NuscenesTables::isLidar(const Data& taken) const
{
    const Sensor* sensor = sensorOf(taken);
    return sensor && sensor->channel == QStringView(nuscenesLidar);
}

std::optional<Eigen::Isometry3d> NuscenesTables::world_sensor(const Data& taken) const
{
    const Sensor* sensor = sensorOf(taken);
    const auto pose = world_ego.constFind(taken.egoPose);
    if (!sensor || pose == world_ego.constEnd())
        return std::nullopt;
    return *pose * sensor->ego_sensor;
}

Result<NuscenesTables> NuscenesTables::read(
    const QDir& folder, const NuscenesChoice& choice, QStringList& remarks, const Progress& progress)
{
    return Reader(folder, choice, remarks, progress).read();
}

QString NuscenesTables::tablesIn(const QDir& folder, QStringList* remarks)
{
    const auto hasTables = [](const QString& path) {
        return QFileInfo(path + QStringLiteral("/sample_data.json")).isFile() &&
               QFileInfo(path + QStringLiteral("/scene.json")).isFile();
    };
    if (hasTables(folder.absolutePath()))
        return folder.absolutePath();
    QStringList names = folder.entryList({QStringLiteral("v1.0-*")}, QDir::Dirs);
    names.removeIf([&](const QString& name) { return !hasTables(folder.absoluteFilePath(name)); });
    if (names.size() > 1 && remarks)
        remarks->push_back(Text::tr("“%1” holds the tables of %2; those of %3 were read. For the others, choose their "
                                    "folder.")
                               .arg(folder.path(), names.join(QStringLiteral(", ")), names.front()));
    return names.isEmpty() ? QString() : folder.absoluteFilePath(names.front());
}

} // namespace lunkuo
