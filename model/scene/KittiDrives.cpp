#include "model/scene/KittiDrives.h"

#include "model/formats/KittiRaw.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/KittiDriveCalibration.h"
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
    Q_DECLARE_TR_FUNCTIONS(KittiDrives)
};

const QString cloudFolder = QStringLiteral("/velodyne_points/data");
constexpr qint64 farthest_ns = 50'000'000; ///< half a turn of the LiDAR

bool isDrive(const QString& folder)
{
    return !cloudsIn(folder + cloudFolder).isEmpty();
}

void addDrives(const QString& folder, std::vector<FoundSequence>& found)
{
    for (const QString& name : foldersIn(folder))
        if (const QString drive = folder + u'/' + name; isDrive(drive))
            found.push_back({name, drive});
}

std::vector<FoundSequence> drivesAt(const QDir& folder)
{
    const QString path = folder.absolutePath();
    if (isDrive(path))
        return {{folder.dirName(), path}};
    std::vector<FoundSequence> result;
    addDrives(path, result);
    if (result.empty())
        for (const QString& day : foldersIn(path))
            addDrives(path + u'/' + day, result);
    return result;
}

/// The moments that a folder of one sensor's files has taken them at, and their numbers. In drives called "extract"
/// each sensor counts for itself, and the inertial unit ten times as fast.
class Moments
{
public:
    static Result<Moments> read(const QString& folder)
    {
        const auto times = readNumberedTimes(folder + QStringLiteral("/timestamps.txt"));
        if (!times)
            return tl::unexpected(times.error());
        Moments result;
        for (std::size_t number = 0; number < times->size(); ++number)
            if ((*times)[number])
                result.m_numbers.emplace(*(*times)[number], static_cast<int>(number));
        return result;
    }

    /// The number of what was taken nearest to the frame; nothing where that shows another moment.
    [[nodiscard]] std::optional<int> nearestTo(const Frame& frame) const
    {
        if (!frame.timestamp_ns || m_numbers.empty())
            return std::nullopt;
        const qint64 moment = *frame.timestamp_ns;
        auto nearest = m_numbers.lower_bound(moment);
        if (nearest == m_numbers.end() ||
            (nearest != m_numbers.begin() && moment - std::prev(nearest)->first < nearest->first - moment))
            --nearest;
        return std::abs(nearest->first - moment) <= farthest_ns ? std::optional(nearest->second) : std::nullopt;
    }

private:
    std::map<qint64, int> m_numbers;
};

/// One drive on its way from its files to a scene.
class Reader
{
public:
    Reader(const FoundSequence& drive, const Taxonomy& taxonomy)
        : m_drive(drive.folder)
        , m_isExtract(drive.folder.endsWith(QLatin1String("_extract")))
    {
        const QString clouds = m_drive + cloudFolder;
        m_data.scene = cloudSequence(taxonomy, drive.name, m_drive, clouds, cloudsIn(clouds));
        readCalibration();
    }

    Result<OpenedData> read(const Progress& progress)
    {
        if (const QString times = m_drive + QStringLiteral("/velodyne_points/timestamps.txt");
            m_isExtract || QFileInfo::exists(times))
            setTimesByNumber(times, m_data.scene, m_data.remarks);
        const auto pictures = addPictures(progress);
        if (progress.isCancelled())
            return failure(Text::tr("Opening was cancelled."));
        addCameras(pictures);
        addPoses();
        return addTracklets(progress);
    }

private:
    void readCalibration()
    {
        const bool hasOwn = QFileInfo::exists(m_drive + QStringLiteral("/calib_velo_to_cam.txt"));
        const QDir folder = hasOwn ? QDir(m_drive) : QFileInfo(m_drive).absoluteDir();
        if (KittiDriveCalibration::isIn(folder))
            m_calibration = KittiDriveCalibration::read(folder, m_data.remarks);
        else if (hasPictures()) // clouds alone need none
            m_data.remarks.push_back(Text::tr(
                "“%1” holds no calibration (calib_velo_to_cam.txt, calib_cam_to_cam.txt): nobody knows how the "
                "cameras stand to the LiDAR.")
                                         .arg(folder.absolutePath()));
    }

    [[nodiscard]] bool hasPictures() const
    {
        for (std::size_t camera = 0; camera < kittiCameras; ++camera)
            if (QFileInfo(imageFolder(camera)).isDir())
                return true;
        return false;
    }

    std::map<std::size_t, QSize> addPictures(const Progress& progress)
    {
        KittiPictures pictures{[this](std::size_t camera) { return imageFolder(camera) + QStringLiteral("/data"); }};
        std::map<std::size_t, Moments> moments;
        if (m_isExtract) {
            for (std::size_t camera = 0; camera < kittiCameras; ++camera)
                if (QFileInfo(imageFolder(camera)).isDir())
                    moments[camera] = momentsOf(imageFolder(camera));
            pictures.name = [&moments](std::size_t camera, const Frame& frame) {
                const auto number = moments.at(camera).nearestTo(frame);
                return number ? QStringLiteral("%1").arg(*number, 10, 10, QLatin1Char('0')) : QString();
            };
        }
        return addKittiImages(pictures, m_data.scene, m_data.remarks, progress);
    }

    [[nodiscard]] QString imageFolder(std::size_t camera) const
    {
        return m_drive + QStringLiteral("/image_0%1").arg(camera);
    }

    /// None, with a remark, where they cannot be read.
    Moments momentsOf(const QString& folder)
    {
        auto moments = Moments::read(folder);
        if (moments)
            return std::move(*moments);
        m_data.remarks.push_back(moments.error().sentence);
        m_data.remarks.push_back(
            Text::tr("“%1” was left out: without its times nobody knows which cloud belongs to what.").arg(folder));
        return {};
    }

    void addCameras(const std::map<std::size_t, QSize>& pictures)
    {
        Calibration& rig = m_data.scene.calibrations.at(uncalibrated);
        rig.sensorOrigin = Eigen::Vector3d::Zero();
        // Drives come with pictures made straight and parallel, or ("extract") as the cameras saw them.
        if (m_isExtract)
            addRawCameras(pictures, rig);
        else if (m_calibration.rectified)
            rig.cameras = kittiRig(*m_calibration.rectified, pictures).cameras;
    }

    void addRawCameras(const std::map<std::size_t, QSize>& pictures, Calibration& rig) const
    {
        for (const auto& [number, size] : pictures) {
            const auto raw = m_calibration.raw.find(number);
            if (raw == m_calibration.raw.end() || !m_calibration.camera0_lidar)
                continue;
            Camera camera;
            camera.name = kittiCameraName(number);
            camera.model.width_px = size.width();
            camera.model.height_px = size.height();
            camera.model.projection.leftCols<3>() = raw->second.intrinsic;
            camera.model.lens = raw->second.lens;
            camera.camera_sensor.m = raw->second.camera_camera0 * *m_calibration.camera0_lidar;
            rig.cameras.push_back(camera);
        }
    }

    void addPoses()
    {
        const QString folder = m_drive + QStringLiteral("/oxts/data");
        if (!QFileInfo(folder).isDir())
            return;
        if (!m_calibration.lidar_imu) {
            m_data.remarks.push_back(
                Text::tr("“%1” was left out: without calibration nobody knows how the LiDAR stands to it.")
                    .arg(folder));
            return;
        }
        const Moments moments = m_isExtract ? momentsOf(m_drive + QStringLiteral("/oxts")) : Moments();
        const ImuPoses poses = readOxtsFolder(folder, m_data.remarks);
        int posed = 0;
        for (auto& [id, frame] : m_data.scene.frames) {
            const auto number = m_isExtract ? moments.nearestTo(frame) : numberOf(frame);
            const auto pose = number ? poses.find(*number) : poses.end();
            if (pose == poses.end())
                continue;
            frame.world_ego = Transform<WorldFrame, EgoFrame>{pose->second * m_calibration.lidar_imu->inverse()};
            ++posed;
        }
        if (posed == 0)
            m_data.remarks.push_back(Text::tr("“%1” says of no frame where the car was.").arg(folder));
    }

    static std::optional<int> numberOf(const Frame& frame)
    {
        bool isNumber = false;
        const int number = frame.name.toInt(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }

    Result<OpenedData> addTracklets(const Progress& progress)
    {
        const QString path = m_drive + u'/' + QString::fromUtf16(trackletFile);
        if (!QFileInfo(path).isFile())
            return std::move(m_data);
        auto found = readKittiRaw(m_data.scene, QDir(m_drive), path, progress);
        if (found)
            addFound(std::move(*found), m_data.scene, m_data.remarks);
        else
            m_data.remarks.push_back(found.error().sentence);
        return std::move(m_data);
    }

    QString m_drive;
    bool m_isExtract;
    KittiDriveCalibration m_calibration;
    OpenedData m_data;
};
} // namespace

bool isKittiDrives(const QDir& folder)
{
    return !drivesAt(folder).empty();
}

QStringList kittiDriveNames(const QDir& folder)
{
    return namesOf(drivesAt(folder));
}

Result<OpenedData> openKittiDrives(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress)
{
    return openSequences(drivesAt(folder), taxonomy, choice, progress,
        [&taxonomy](const FoundSequence& drive, const Progress& inner) { return Reader(drive, taxonomy).read(inner); });
}

} // namespace lunkuo
