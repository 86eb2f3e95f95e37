#pragma once

#include "model/cloud/PointCloud.h"
#include "model/geometry/Cuboid.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace lunkuo
{

/// A point as the index keeps it: its place relative to the cloud's offset, and its number in the cloud.
struct IndexedPoint
{
    std::array<float, 3> xyz;
    std::uint32_t index = 0;

    [[nodiscard]] Eigen::Vector3d position() const { return Eigen::Vector3f(xyz[0], xyz[1], xyz[2]).cast<double>(); }
};

/// A uniform grid over a cloud's points that answers picks, ball and box queries. Immutable; safe to share between
/// threads.
class PointIndex
{
public:
    explicit PointIndex(CloudPtr cloud);
    ~PointIndex();

    /// The point that a person sees under the cursor: inside the cone round the ray the one that is foremost, where a
    /// point much nearer to the axis beats one slightly in front. `tanHalfAngle` is the cone's half-angle
    /// (perspective); `radius_m` its radius at the origin (orthographic views have angle 0). `hidden`, one byte a point
    /// or none at all, says which points nobody sees.
    [[nodiscard]] std::optional<std::uint32_t> pick(
        const Ray& ray, double tanHalfAngle, double radius_m = 0.0, std::span<const std::uint8_t> hidden = {}) const;
    /// All points within the cone of that half-angle round the ray, by index.
    [[nodiscard]] std::vector<std::uint32_t> inCone(const Ray& ray, double tanHalfAngle) const;
    [[nodiscard]] std::vector<std::uint32_t> within(const Eigen::Vector3d& center, double radius_m) const;
    [[nodiscard]] std::vector<std::uint32_t> inside(const Cuboid& cuboid, double margin_m = 0.0) const;
    [[nodiscard]] std::size_t count(const Cuboid& cuboid, double margin_m = 0.0) const;
    [[nodiscard]] const PointCloud& cloud() const { return *m_cloud; }
    /// All points, those of one place side by side.
    [[nodiscard]] std::span<const IndexedPoint> points() const;

private:
    struct Grid;
    CloudPtr m_cloud;
    std::unique_ptr<Grid> m_grid;
};

} // namespace lunkuo
