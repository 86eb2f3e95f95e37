#pragma once

#include "model/base/Progress.h"
#include "model/cloud/PointCloud.h"

#include <Eigen/Geometry>
#include <functional>
#include <memory>
#include <vector>

namespace lunkuo
{

/// A scan as small planes in voxels: those of the ground, and those of what stands on it. Immutable.
class ScanSurfaces
{
public:
    /// Works on any cloud, however small.
    explicit ScanSurfaces(const PointCloud& cloud);
    ~ScanSurfaces();
    ScanSurfaces(ScanSurfaces&&) noexcept;
    ScanSurfaces& operator=(ScanSurfaces&&) noexcept;

    struct Level;
    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *m_parts; }

private:
    std::unique_ptr<Parts> m_parts;
};

/// How the sensor went from one scan to the next, and how far that can be relied on.
struct ScanMotion
{
    Eigen::Isometry3d first_second = Eigen::Isometry3d::Identity(); ///< takes the second's coordinates to the first's
    double inliers = 0.0;    ///< of the second's standing places near a plane of the first, the share that lies on it
    double residual_m = 0.0; ///< usual distance of these from their planes
    /// How firmly the planes hold the least firmly held direction over the ground: 1/2 where walls face all ways alike,
    /// 0 in a tunnel without end.
    double hold = 0.0;
    double confidence = 0.0; ///< 0..1, from these three; 0: as guessed
};

/// Point-to-plane registration (Chen, Medioni 1992) of the second scan's voxels on the planes of the first, from coarse
/// to fine voxels, with a robust kernel (Geman-McClure) against what moves, starting at a guess.
ScanMotion registerScans(const ScanSurfaces& first, const ScanSurfaces& second, const Eigen::Isometry3d& guess);

/// Poses of a sequence from its clouds alone. The world is the sensor frame of the first one.
struct EstimatedPoses
{
    std::vector<Eigen::Isometry3d> world_sensor; ///< one per frame
    std::vector<ScanMotion> steps;               ///< from each frame to the next: one fewer

    [[nodiscard]] double way_m() const;
};
/// The cloud of a frame; null where it cannot be read: the sensor is then taken to have gone on as before.
using LoadCloud = std::function<CloudPtr(std::size_t frame)>;
/// Registers each scan on the one before, starting at the speed of the step before. `times_s`: of the frames, in their
/// order. Never more than two scans in memory. What was done by then when cancelled is fewer poses than frames.
EstimatedPoses estimatePoses(const std::vector<double>& times_s, const LoadCloud& load, const Progress& progress = {});

} // namespace lunkuo
