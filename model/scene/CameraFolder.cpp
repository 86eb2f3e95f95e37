#include "model/scene/CameraFolder.h"

#include "model/formats/JsonFile.h"
#include "model/scene/CameraJson.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CameraFolder)
};

/// PandaSet's: position x y z, heading w x y z.
std::optional<Eigen::Isometry3d> poseOf(const QJsonValue& json)
{
    const QJsonValue position = json[u"position"];
    const QJsonValue heading = json[u"heading"];
    const double nan = std::nan("");
    const Eigen::Quaterniond rotation(heading[u"w"].toDouble(nan), heading[u"x"].toDouble(nan),
        heading[u"y"].toDouble(nan), heading[u"z"].toDouble(nan));
    Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
    pose.linear() = rotation.normalized().toRotationMatrix();
    pose.translation() =
        Eigen::Vector3d(position[u"x"].toDouble(nan), position[u"y"].toDouble(nan), position[u"z"].toDouble(nan));
    return isRigid(pose) ? std::optional(pose) : std::nullopt;
}

std::map<int, Eigen::Isometry3d> posesOf(const QJsonArray& json)
{
    std::map<int, Eigen::Isometry3d> poses;
    for (qsizetype i = 0; i < json.size(); ++i)
        if (const auto pose = poseOf(json[i]))
            poses[static_cast<int>(i)] = *pose;
    return poses;
}

class Reader
{
public:
    Reader(const QString& root, Scene& scene, QStringList& remarks)
        : m_root(root)
        , m_scene(scene)
        , m_remarks(remarks)
    {
    }

    void readCamera(const QString& name)
    {
        const QString folder = m_root + QStringLiteral("/camera/") + name;
        QSize size;
        int missing = 0;
        for (auto& [id, frame] : m_scene.frames) {
            const QString path = pictureIn(folder, frame.name);
            if (path.isEmpty()) {
                ++missing;
                continue;
            }
            frame.images.push_back({name, path});
            if (size.isEmpty())
                size = QImageReader(path).size();
        }
        if (missing == static_cast<int>(m_scene.frames.size()))
            return; // something else's folder
        if (missing > 0)
            m_remarks.push_back(Text::tr("Frames without a picture in “%1”: %2.").arg(folder).arg(missing));
        const QString shared = m_root + QStringLiteral("/calib/camera/") + name + QStringLiteral(".json");
        if (QFileInfo(shared).isFile())
            addShared(name, shared, size);
        else if (QFileInfo(folder + QStringLiteral("/intrinsics.json")).isFile())
            addPosed(name, folder, size);
        else
            m_remarks.push_back(Text::tr("There is no calibration of the camera “%1”.").arg(folder));
    }

private:
    /// One calibration for all frames.
    void addShared(const QString& name, const QString& path, const QSize& size)
    {
        const auto json = readJson(path);
        const auto extrinsic = json ? numbersOf((*json)[u"extrinsic"], 16) : std::vector<double>();
        const auto intrinsic = json ? numbersOf((*json)[u"intrinsic"], 9) : std::vector<double>();
        Camera camera = cameraOf(name, size);
        if (!extrinsic.empty() && !intrinsic.empty()) {
            using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
            camera.camera_sensor.m.matrix() = Eigen::Map<const RowMajor>(extrinsic.data(), 4, 4);
            camera.model.projection.leftCols<3>() = Eigen::Map<const RowMajor>(intrinsic.data(), 3, 3);
            if (const auto lens = lensFrom((*json)[u"distortion"]))
                camera.model.lens = *lens;
            else
                m_remarks.push_back(
                    Text::tr("“%1”: the distortion is not known, so the picture counts as straight.").arg(path));
        }
        if (!json)
            m_remarks.push_back(json.error().sentence);
        else if (extrinsic.empty() || intrinsic.empty() || !isRigid(camera.camera_sensor.m))
            m_remarks.push_back(
                Text::tr("“%1” is no calibration of a camera: “extrinsic” of 16 numbers, from the LiDAR "
                         "to the camera, and “intrinsic” of 9 were expected.")
                    .arg(path));
        else
            for (auto& [id, calibration] : m_scene.calibrations)
                calibration.cameras.push_back(camera);
    }

    /// Camera and LiDAR move through the world on their own, so every frame has its own calibration.
    void addPosed(const QString& name, const QString& folder, const QSize& size)
    {
        const auto intrinsics = readJson(folder + QStringLiteral("/intrinsics.json"));
        const auto cameraPoses = readJson(folder + QStringLiteral("/poses.json"));
        const auto lidarPoses = readJson(m_root + QStringLiteral("/lidar_poses_world.json"));
        for (const auto* file : {&intrinsics, &cameraPoses, &lidarPoses})
            if (!*file) {
                m_remarks.push_back(file->error().sentence);
                return;
            }
        Camera camera = cameraOf(name, size);
        const auto number = [&](QStringView member) { return (*intrinsics)[member].toDouble(std::nan("")); };
        camera.model.projection << number(u"fx"), 0, number(u"cx"), 0, 0, number(u"fy"), number(u"cy"), 0, 0, 0, 1, 0;
        // Its poses speak of x to the right and y forward; clouds here have x forward and y to the left.
        const Eigen::AngleAxisd pandaSet_sensor(M_PI_2, Eigen::Vector3d::UnitZ());
        const auto world_camera = posesOf(cameraPoses->array());
        const auto world_lidar = posesOf(lidarPoses->array());
        int missing = 0;
        for (auto& [id, frame] : m_scene.frames) {
            bool isNumber = false;
            const int place = frame.name.toInt(&isNumber);
            if (!isNumber || !world_camera.contains(place) || !world_lidar.contains(place) ||
                !camera.model.projection.allFinite()) {
                ++missing;
                continue;
            }
            camera.camera_sensor.m = world_camera.at(place).inverse() * world_lidar.at(place) * pandaSet_sensor;
            ownCalibration(frame).cameras.push_back(camera);
        }
        if (missing > 0)
            m_remarks.push_back(Text::tr("Frames without calibration in “%1”: %2.").arg(folder).arg(missing));
    }

    Calibration& ownCalibration(Frame& frame)
    {
        if (frame.calibration == uncalibrated) {
            Calibration own = m_scene.calibrations.at(uncalibrated);
            own.id = {uncalibrated.value + frame.index + 1};
            frame.calibration = own.id;
            m_scene.calibrations.emplace(own.id, own);
        }
        return m_scene.calibrations.at(frame.calibration);
    }

    static Camera cameraOf(const QString& name, const QSize& size)
    {
        Camera camera;
        camera.name = name;
        camera.model.width_px = size.width();
        camera.model.height_px = size.height();
        return camera;
    }

    QString m_root;
    Scene& m_scene;
    QStringList& m_remarks;
};
} // namespace

void addCameraFolder(const QString& root, Scene& scene, QStringList& remarks, const Progress& progress)
{
    const QStringList names = QDir(root + QStringLiteral("/camera")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    Reader reader(root, scene, remarks);
    for (qsizetype i = 0; i < names.size(); ++i) {
        reader.readCamera(names[i]);
        if (!progress.report(static_cast<int>(i) + 1, static_cast<int>(names.size())))
            return;
    }
    dropUnused(scene);
}

} // namespace lunkuo
