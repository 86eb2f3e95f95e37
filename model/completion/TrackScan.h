#pragma once

#include "model/completion/BoxView.h"
#include "model/completion/SequenceCompleter.h"

#include <optional>

namespace lunkuo
{

/// What one frame shows of a track's object: places relative to `seen.around.click`, heights over the ground.
struct TrackScan
{
    std::size_t view = 0;
    std::shared_ptr<const PreparedFrame> frame;
    BoxView seen;
    Evidence evidence;   ///< some of it, for and against boxes near the one that was looked at
    Rectangle rectangle; ///< where the box stands by now
    std::vector<Sample> own;
    std::vector<Eigen::Vector3d> points; ///< all of them, x y and height

    [[nodiscard]] bool isUsable() const;
    /// Of the object's samples, in the frame of the bottom of the box.
    [[nodiscard]] std::vector<Eigen::Vector3d> inBox() const;
};

/// Looks at the frame round a cuboid. `velocity_mps`: of the object in the sensor frame; where the cloud has times, the
/// way that it went between the times of its points is taken out. Nothing when there is hardly a point.
std::optional<TrackScan> scanOf(std::size_t view, std::shared_ptr<const PreparedFrame> frame, const Cuboid& cuboid,
    const SizePrior& prior, BodyKind body, const Eigen::Vector3d& velocity_mps);

/// Seconds from the middle one of the times of these points; nothing where the cloud has no times, or none that look
/// like those of one scan in seconds, milli-, micro- or nanoseconds.
std::optional<std::vector<double>> delaysOf(const PointCloud& cloud, const std::vector<std::uint32_t>& points);

/// The sides of the box that points were seen on from where the sensor is, and where the farthest of them lie along
/// each axis, in its own frame: -x, +x, -y, +y.
struct SeenFaces
{
    std::array<std::optional<double>, 4> at{};

    [[nodiscard]] FaceSet faces() const;
};
SeenFaces facesSeen(const TrackScan& scan, double height);
/// How far the points reach along each axis, in the same order, but for the outermost few.
std::array<double, 4> endsOf(const TrackScan& scan);

} // namespace lunkuo
