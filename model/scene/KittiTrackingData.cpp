#include "model/scene/KittiTrackingData.h"

#include "model/formats/KittiTracking.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/KittiOxts.h"
#include "model/scene/KittiRig.h"
#include "model/scene/SequenceFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiTrackingData)
};

/// Folders of velodyne/ that hold clouds.
std::vector<FoundSequence> sequencesIn(const QString& root)
{
    std::vector<FoundSequence> result;
    const QString velodyne = root + QStringLiteral("/velodyne");
    for (const QString& name : foldersIn(velodyne))
        if (!cloudsIn(velodyne + u'/' + name).isEmpty())
            result.push_back({name, root});
    return result;
}

bool isRoot(const QString& root)
{
    const QString velodyne = root + QStringLiteral("/velodyne");
    return cloudsIn(velodyne).isEmpty() && !foldersIn(velodyne).isEmpty();
}

QString rootIn(const QDir& folder)
{
    for (const QString& name : {QString(), QStringLiteral("/training"), QStringLiteral("/testing")})
        if (const QString root = folder.absolutePath() + name; isRoot(root) && !sequencesIn(root).empty())
            return root;
    return {};
}

/// One sequence on its way from its files to a scene.
class Reader
{
public:
    Reader(const FoundSequence& sequence, const Taxonomy& taxonomy)
        : m_root(sequence.folder)
        , m_name(sequence.name)
    {
        const QString clouds = m_root + QStringLiteral("/velodyne/") + m_name;
        m_data.scene = cloudSequence(taxonomy, m_name, clouds, clouds, cloudsIn(clouds));
        for (auto& [id, frame] : m_data.scene.frames) {
            bool isNumber = false;
            const int number = frame.name.toInt(&isNumber);
            if (isNumber)
                m_byNumber[number] = id;
        }
    }

    Result<OpenedData> read(const Progress& progress)
    {
        auto pictures = addKittiImages(
            {[this](std::size_t camera) { return m_root + QStringLiteral("/image_0%1/").arg(camera) + m_name; }},
            m_data.scene, m_data.remarks, progress);
        if (progress.isCancelled())
            return failure(Text::tr("Opening was cancelled."));
        if (pictures.empty())
            pictures[mainKittiCamera] = {};
        const auto calibration = readCalibration();
        if (calibration)
            useRig(kittiRig(*calibration, pictures));
        else
            m_data.scene.calibrations.at(uncalibrated).sensorOrigin = Eigen::Vector3d::Zero();
        addPoses(calibration);
        addLabels(calibration, progress);
        return std::move(m_data);
    }

private:
    [[nodiscard]] QString file(const char16_t* kind) const
    {
        return m_root + u'/' + QString::fromUtf16(kind) + u'/' + m_name + QStringLiteral(".txt");
    }

    std::optional<KittiCalibration> readCalibration()
    {
        const QString path = file(u"calib");
        const auto text = readWhole(path);
        const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
        if (calibration)
            return *calibration;
        m_data.remarks.push_back(calibration.error().sentence);
        return std::nullopt;
    }

    void useRig(Calibration rig)
    {
        rig.id = uncalibrated;
        m_data.scene.calibrations[rig.id] = std::move(rig);
    }

    void addPoses(const std::optional<KittiCalibration>& calibration)
    {
        const QString path = file(u"oxts");
        if (!QFileInfo(path).isFile())
            return;
        if (!calibration || !calibration->lidar_imu) {
            m_data.remarks.push_back(
                Text::tr("“%1” was left out: without calibration nobody knows how the LiDAR stands to it.").arg(path));
            return;
        }
        const auto poses = readOxtsFile(path, m_data.remarks);
        if (!poses) {
            m_data.remarks.push_back(poses.error().sentence);
            return;
        }
        Eigen::Isometry3d lidar_imu = Eigen::Isometry3d::Identity();
        lidar_imu.matrix().topRows<3>() = *calibration->lidar_imu;
        for (const auto& [number, world_imu] : *poses)
            if (const auto frame = m_byNumber.find(number); frame != m_byNumber.end())
                m_data.scene.frames.at(frame->second).world_ego =
                    Transform<WorldFrame, EgoFrame>{world_imu * lidar_imu.inverse()};
    }

    void addLabels(const std::optional<KittiCalibration>& calibration, const Progress& progress)
    {
        const QString path = file(u"label_02");
        if (!QFileInfo(path).isFile())
            return;
        if (!calibration) {
            m_data.remarks.push_back(
                Text::tr("“%1” was left out: without calibration its boxes have no place.").arg(path));
            return;
        }
        if (auto found = readKittiTracking(m_data.scene, QDir(), path, progress))
            addFound(std::move(*found), m_data.scene, m_data.remarks);
        else
            m_data.remarks.push_back(found.error().sentence);
    }

    QString m_root;
    QString m_name;
    OpenedData m_data;
    std::map<int, FrameId> m_byNumber;
};
} // namespace

bool isKittiTracking(const QDir& folder)
{
    return !rootIn(folder).isEmpty();
}

QStringList kittiTrackingNames(const QDir& folder)
{
    return namesOf(sequencesIn(rootIn(folder)));
}

Result<OpenedData> openKittiTracking(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress)
{
    const QString root = rootIn(folder);
    auto data = openSequences(sequencesIn(root), taxonomy, choice, progress,
        [&taxonomy](
            const FoundSequence& sequence, const Progress& inner) { return Reader(sequence, taxonomy).read(inner); });
    const QString testing = folder.absolutePath() + QStringLiteral("/testing");
    if (data && root != testing && root != folder.absolutePath() && isRoot(testing))
        data->remarks.push_back(
            Text::tr("“%1” was left out; to annotate it, make a project of that folder.").arg(testing));
    return data;
}

} // namespace lunkuo
