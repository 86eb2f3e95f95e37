#include "model/scene/PandaSetPoses.h"

#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
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
    Q_DECLARE_TR_FUNCTIONS(PandaSetPoses)
};

constexpr double perSecond_ns = 1e9;

Result<QJsonArray> listIn(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return QJsonArray();
    const auto text = readWhole(path);
    if (!text)
        return tl::unexpected(text.error());
    const QJsonDocument json = QJsonDocument::fromJson(*text);
    if (!json.isArray())
        return failure(Text::tr("“%1” is no JSON list with an entry for each frame.").arg(path));
    return json.array();
}

/// Its poses speak of x to the right and y forward; clouds here have x forward and y to the left.
std::optional<Transform<WorldFrame, EgoFrame>> poseOf(const QJsonValue& json)
{
    const auto number = [](const QJsonValue& value) { return value.toDouble(std::nan("")); };
    const QJsonValue position = json[u"position"];
    const QJsonValue heading = json[u"heading"];
    const Eigen::Quaterniond rotation(
        number(heading[u"w"]), number(heading[u"x"]), number(heading[u"y"]), number(heading[u"z"]));
    const Eigen::Vector3d forward = rotation.normalized() * Eigen::Vector3d::UnitY();
    Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
    pose.translation() = Eigen::Vector3d(number(position[u"x"]), number(position[u"y"]), number(position[u"z"]));
    pose.linear() =
        Eigen::AngleAxisd(std::atan2(forward.y(), forward.x()), Eigen::Vector3d::UnitZ()).toRotationMatrix();
    if (!pose.matrix().allFinite())
        return std::nullopt;
    return Transform<WorldFrame, EgoFrame>{pose};
}

} // namespace

Result<std::map<int, PosedMoment>> pandaSetMoments(const QString& folder)
{
    const auto poses = listIn(folder + QStringLiteral("/lidar_poses_world.json"));
    if (!poses)
        return tl::unexpected(poses.error());
    const auto times = listIn(folder + QStringLiteral("/lidar_timestamps.json"));
    if (!times)
        return tl::unexpected(times.error());
    std::map<int, PosedMoment> moments;
    for (qsizetype i = 0; i < poses->size(); ++i)
        moments[static_cast<int>(i)].world_ego = poseOf((*poses)[i]);
    for (qsizetype i = 0; i < times->size(); ++i)
        if (const double time_s = (*times)[i].toDouble(std::nan("")); std::abs(time_s) < 1e10)
            moments[static_cast<int>(i)].timestamp_ns = std::llround(time_s * perSecond_ns);
    return moments;
}

} // namespace lunkuo
