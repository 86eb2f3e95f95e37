#include "model/formats/OpenLabelSpace.h"

#include <QJsonArray>
#include <deque>
#include <set>
#include <vector>

namespace lunkuo
{

namespace
{
std::vector<double> numbers(const QJsonObject& data, const QString& name)
{
    std::vector<double> result;
    for (const QJsonValue& value : data.value(name).toArray())
        result.push_back(value.toDouble(std::nan("")));
    return result;
}

bool saysLidar(const QString& name)
{
    for (const QLatin1String part : {QLatin1String("lidar"), QLatin1String("velo"), QLatin1String("laser")})
        if (name.contains(part, Qt::CaseInsensitive))
            return true;
    return false;
}

QString lidarOf(const QJsonObject& openlabel)
{
    const QJsonObject systems = openlabel.value(QStringLiteral("coordinate_systems")).toObject();
    const QJsonObject streams = openlabel.value(QStringLiteral("streams")).toObject();
    for (auto stream = streams.begin(); stream != streams.end(); ++stream)
        if (stream.value()[QStringLiteral("type")].toString() == QLatin1String("lidar") &&
            systems.contains(stream.key()))
            return stream.key();
    for (const QString& name : systems.keys())
        if (saysLidar(name))
            return name;
    return {};
}

/// The axis that a letter of an Euler sequence names.
std::optional<Eigen::Vector3d> axis(QChar letter)
{
    switch (letter.toUpper().unicode()) {
    case u'X':
        return Eigen::Vector3d::UnitX();
    case u'Y':
        return Eigen::Vector3d::UnitY();
    case u'Z':
        return Eigen::Vector3d::UnitZ();
    default:
        return std::nullopt;
    }
}

std::optional<Eigen::Quaterniond> fromSequence(const std::vector<double>& angles, const QString& sequence)
{
    if (sequence.size() != 3)
        return std::nullopt;
    Eigen::Quaterniond result = Eigen::Quaterniond::Identity();
    for (qsizetype i = 0; i < 3; ++i) {
        const auto about = axis(sequence[i]);
        if (!about)
            return std::nullopt;
        result = result * Eigen::AngleAxisd(angles[static_cast<std::size_t>(i)], *about);
    }
    return result;
}

std::optional<Eigen::Quaterniond> rotationOf(const QJsonObject& data)
{
    const auto quaternion = numbers(data, QStringLiteral("quaternion"));
    if (quaternion.size() == 4)
        return Eigen::Quaterniond(quaternion[3], quaternion[0], quaternion[1], quaternion[2]);
    const auto angles = numbers(data, QStringLiteral("euler_angles"));
    if (angles.size() == 3)
        return fromSequence(angles, data.value(QStringLiteral("sequence")).toString(QStringLiteral("ZYX")));
    return std::nullopt;
}
} // namespace

std::optional<Eigen::Isometry3d> openLabelTransform(const QJsonObject& data)
{
    Eigen::Isometry3d result = Eigen::Isometry3d::Identity();
    const auto matrix = numbers(data, QStringLiteral("matrix4x4"));
    if (matrix.size() == 16) {
        result.matrix() = Eigen::Map<const Eigen::Matrix<double, 4, 4, Eigen::RowMajor>>(matrix.data());
    } else {
        const auto rotation = rotationOf(data);
        const auto translation = numbers(data, QStringLiteral("translation"));
        if (!rotation || translation.size() != 3)
            return std::nullopt;
        result.linear() = rotation->normalized().toRotationMatrix();
        result.translation() = Eigen::Map<const Eigen::Vector3d>(translation.data());
    }
    const Eigen::Matrix3d linear = result.linear();
    if (!result.matrix().allFinite() || !(linear * linear.transpose()).isIdentity(1e-2))
        return std::nullopt;
    return result;
}

OpenLabelSpace::OpenLabelSpace(const QJsonObject& openlabel)
    : m_lidar(lidarOf(openlabel))
{
    const QJsonObject systems = openlabel.value(QStringLiteral("coordinate_systems")).toObject();
    for (auto system = systems.begin(); system != systems.end(); ++system) {
        const QString parent = system.value()[QStringLiteral("parent")].toString();
        const auto pose = openLabelTransform(system.value()[QStringLiteral("pose_wrt_parent")].toObject());
        if (!parent.isEmpty() && pose)
            add(parent, system.key(), *pose);
    }
}

OpenLabelSpace OpenLabelSpace::inFrame(const QJsonObject& frame) const
{
    OpenLabelSpace result = *this;
    const QJsonObject transforms =
        frame.value(QStringLiteral("frame_properties")).toObject().value(QStringLiteral("transforms")).toObject();
    for (const QJsonValue& transform : transforms)
        if (const auto data = openLabelTransform(transform[QStringLiteral("transform_src_to_dst")].toObject()))
            result.add(transform[QStringLiteral("dst")].toString(), transform[QStringLiteral("src")].toString(), *data);
    return result;
}

std::optional<Eigen::Isometry3d> OpenLabelSpace::lidarFrom(const QString& name) const
{
    if (name.isEmpty() || m_lidar.isEmpty() || name == m_lidar)
        return Eigen::Isometry3d::Identity();
    std::map<QString, Eigen::Isometry3d> lidar_from{{m_lidar, Eigen::Isometry3d::Identity()}};
    std::deque<QString> open{m_lidar};
    while (!open.empty()) {
        const QString at = open.front();
        open.pop_front();
        const auto edges = m_edges.find(at);
        if (edges == m_edges.end())
            continue;
        for (const auto& [from, at_from] : edges->second)
            if (lidar_from.try_emplace(from, lidar_from.at(at) * at_from).second)
                open.push_back(from);
    }
    const auto found = lidar_from.find(name);
    return found == lidar_from.end() ? std::nullopt : std::optional(found->second);
}

void OpenLabelSpace::add(const QString& to, const QString& from, const Eigen::Isometry3d& to_from)
{
    m_edges[to][from] = to_from;
    m_edges[from][to] = to_from.inverse();
}

} // namespace lunkuo
