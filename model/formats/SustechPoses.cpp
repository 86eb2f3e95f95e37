#include "model/formats/SustechPoses.h"

#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/geometry/Angles.h"
#include "model/scene/CameraJson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <cmath>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SustechPoses)
};

const QString matrixKey = QStringLiteral("lidarPose");

Eigen::Isometry3d unit_lidar()
{
    Eigen::Isometry3d result(Eigen::AngleAxisd(std::numbers::pi, Eigen::Vector3d::UnitZ()));
    result.translation() = Eigen::Vector3d(0.0, 0.0, 0.4);
    return result;
}

double numberIn(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    return isNumber ? number : std::nan("");
}

/// Rounded turns are no reason to leave a pose out.
std::optional<Eigen::Isometry3d> rigid(const Eigen::Isometry3d& pose)
{
    if (!isRigid(pose))
        return std::nullopt;
    Eigen::Isometry3d result(Eigen::Quaterniond(pose.linear()).normalized());
    result.translation() = pose.translation();
    return result;
}

std::optional<Eigen::Isometry3d> fromMatrix(const QJsonArray& numbers)
{
    if (numbers.size() != 16)
        return std::nullopt;
    Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
    for (Eigen::Index i = 0; i < 12; ++i)
        pose.matrix()(i / 4, i % 4) = numberIn(numbers[i]);
    return rigid(pose);
}
} // namespace

QJsonObject sustechEgoPose(const Eigen::Isometry3d& world_lidar)
{
    const Eigen::Isometry3d world_unit = world_lidar * unit_lidar().inverse();
    const Eigen::Vector3d angles = anglesZxy(Eigen::Quaterniond(world_unit.linear()));
    const double azimuth = degrees(-angles.z());
    return {{QStringLiteral("x"), world_unit.translation().x()}, {QStringLiteral("y"), world_unit.translation().y()},
        {QStringLiteral("z"), world_unit.translation().z()},
        {QStringLiteral("azimuth"), azimuth < 0.0 ? azimuth + 360.0 : azimuth},
        {QStringLiteral("pitch"), degrees(angles.x())}, {QStringLiteral("roll"), degrees(angles.y())}};
}

QJsonObject sustechLidarPose(const Eigen::Isometry3d& world_lidar)
{
    return {{matrixKey, rowMajor(world_lidar.matrix())}};
}

std::optional<Eigen::Isometry3d> fromSustechPose(const QJsonObject& pose)
{
    if (pose.contains(matrixKey))
        return fromMatrix(pose.value(matrixKey).toArray());
    const auto number = [&pose](const char16_t* key) { return numberIn(pose.value(QStringView(key))); };
    const Eigen::Vector3d angles(radians(number(u"pitch")), radians(number(u"roll")), -radians(number(u"azimuth")));
    if (!angles.allFinite())
        return std::nullopt;
    Eigen::Isometry3d world_unit(fromAnglesZxy(angles));
    world_unit.translation() = Eigen::Vector3d(number(u"x"), number(u"y"), number(u"z"));
    return rigid(world_unit * unit_lidar());
}

bool setSustechPoses(const QString& root, Scene& scene, QStringList& remarks)
{
    QStringList folders;
    for (const QString& name : {QStringLiteral("/lidar_pose/"), QStringLiteral("/ego_pose/")})
        if (QFileInfo(root + name).isDir())
            folders.push_back(root + name);
    int damaged = 0;
    for (auto& [id, frame] : scene.frames)
        for (const QString& folder : folders) {
            const QString path = folder + frame.name + QStringLiteral(".json");
            if (frame.world_ego || !QFileInfo(path).isFile())
                continue;
            const auto json = readJsonObject(path);
            if (const auto pose = json ? fromSustechPose(*json) : std::nullopt)
                frame.world_ego = Transform<WorldFrame, EgoFrame>{*pose};
            else if (++damaged == 1)
                remarks.push_back(json ? Text::tr("“%1”, line 1: x, y, z, azimuth, pitch and roll, or “lidarPose” with "
                                                  "16 numbers, were expected.")
                                             .arg(path)
                                       : json.error().sentence);
        }
    if (damaged > 1)
        remarks.push_back(Text::tr("Further files of poses that cannot be read: %1.").arg(damaged - 1));
    return !folders.isEmpty();
}

} // namespace lunkuo
