#pragma once

#include <QJsonObject>
#include <QString>
#include <Eigen/Geometry>
#include <map>
#include <optional>
#include <utility>

namespace lunkuo
{

/// The coordinate systems of an OpenLABEL document and how they stand to each other, as edges of a graph.
class OpenLabelSpace
{
public:
    explicit OpenLabelSpace(const QJsonObject& openlabel);

    /// Where clouds are: the coordinate system of a stream of type lidar, else one whose name says so; empty when the
    /// document has none, and then everything counts as given in it.
    [[nodiscard]] const QString& lidar() const { return m_lidar; }
    /// The same space with the transforms of one frame.
    [[nodiscard]] OpenLabelSpace inFrame(const QJsonObject& frame) const;
    /// From a coordinate system to the LiDAR's; nothing when no chain of poses leads there.
    [[nodiscard]] std::optional<Eigen::Isometry3d> lidarFrom(const QString& name) const;

private:
    void add(const QString& to, const QString& from, const Eigen::Isometry3d& to_from);

    QString m_lidar;
    std::map<QString, std::map<QString, Eigen::Isometry3d>> m_edges; ///< [to][from]
};

/// matrix4x4, quaternion with translation, or Euler angles with translation; nothing when it is none of them.
std::optional<Eigen::Isometry3d> openLabelTransform(const QJsonObject& data);

} // namespace lunkuo
