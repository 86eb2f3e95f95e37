#pragma once

#include "model/document/FrameCache.h"

#include <set>

namespace lunkuo
{

/// What one frame gives to a merged cloud.
struct MergeSource
{
    Frame frame;
    QString path;                                           ///< absolute, of its cloud
    std::vector<Cuboid> leftOut;                            ///< of its sensor frame: points inside do not come along
    Eigen::Vector3d sensorOrigin = Eigen::Vector3d::Zero(); ///< of its sensor frame
};

/// Puts the clouds of many frames together in the sensor frame of one of them, by the poses. Fields that all of them
/// have are kept, and each point says in the field "frame" which frame it is from, counted from 1 as people do. When
/// there are more points than are allowed, only one is kept in each cube of a grid, of the frame that was added first.
class MergedCloud
{
public:
    explicit MergedCloud(const Frame& into, std::size_t mostPoints = usualMost);

    /// Reads a cloud and adds it. Error: one sentence, when it cannot be read.
    Result<void> add(const MergeSource& source);
    void add(const MergeSource& source, const PointCloud& cloud);

    [[nodiscard]] const PointCloud& cloud() const { return m_cloud; }
    [[nodiscard]] const std::vector<MergedPart>& parts() const { return m_parts; }
    /// Edge of the cubes, metres; 0 when all points are there.
    [[nodiscard]] double voxel_m() const { return m_voxel_m; }
    /// Leaves nothing behind.
    [[nodiscard]] PointCloud take() { return std::move(m_cloud); }

    static constexpr std::size_t usualMost = 10'000'000;

private:
    void takeFields(const PointCloud& cloud, const std::vector<std::uint32_t>& kept, std::uint32_t frame);
    void thin();

    Frame m_into;
    std::size_t m_mostPoints;
    double m_voxel_m = 0.0;
    PointCloud m_cloud;
    std::vector<MergedPart> m_parts;
};

/// The name of the field that says which frame a point of a merged cloud is from.
inline const QString frameField = QStringLiteral("frame");

/// The tracks of a sequence whose places in the world are too far apart for something that stands.
std::set<TrackId> movingTracks(const Scene& scene, SequenceId sequence);
/// The boxes that these tracks have in a frame (sensor frame), a little larger than they are.
std::vector<Cuboid> boxesOf(const Scene& scene, FrameId frame, const std::set<TrackId>& tracks);

} // namespace lunkuo
