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

/// A point's place relative to the cloud's offset, and its number in the cloud.
struct IndexedPoint
{
    std::array<float, 3> xyz;
    std::uint32_t index = 0;

    [[nodiscard]] Eigen::Vector3d position() const { return Eigen::Vector3f(xyz[0], xyz[1], xyz[2]).cast<double>(); }
};

/// Points that lie close together, side by side in memory. Holds nothing itself.
struct PointRun
{
    const float* xyz = nullptr;             ///< x y z of each in turn, relative to the cloud's offset
    const std::uint32_t* numbers = nullptr; ///< in the cloud; null: one after the other
    std::uint32_t first = 0;                ///< number of the first where there is no list of them
    std::size_t count = 0;

    [[nodiscard]] std::uint32_t number(std::size_t i) const
    {
        return numbers ? numbers[i] : first + static_cast<std::uint32_t>(i);
    }
    [[nodiscard]] IndexedPoint operator[](std::size_t i) const
    {
        return {{xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]}, number(i)};
    }
    [[nodiscard]] PointRun part(std::size_t from, std::size_t length) const
    {
        return {xyz + 3 * from, numbers ? numbers + from : nullptr, first + static_cast<std::uint32_t>(from), length};
    }
};

/// A uniform grid over a cloud's points that answers picks, ball and box queries. Immutable; safe to share between
/// threads.
class PointIndex
{
    struct Grid;

public:
    /// Keeps the places of the points a second time, in its own order.
    explicit PointIndex(CloudPtr cloud);
    /// In which order the index of a cloud keeps its points.
    struct Order;
    /// Looks at the cloud and leaves it as it is.
    static Order orderOf(const PointCloud& cloud);
    /// Puts the cloud itself into the index's order, which takes no more than the numbers of the points' rows.
    static std::shared_ptr<const PointIndex> sorting(PointCloud cloud, Order order);
    static std::shared_ptr<const PointIndex> sorting(PointCloud cloud);
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
    [[nodiscard]] const CloudPtr& sharedCloud() const { return m_cloud; }
    /// All points, those of one place side by side.
    [[nodiscard]] PointRun points() const;

private:
    PointIndex(CloudPtr cloud, std::unique_ptr<Grid> grid);

    CloudPtr m_cloud;
    std::unique_ptr<Grid> m_grid;
};

struct PointIndex::Order
{
    Order(std::unique_ptr<Grid> grid, PointArray<std::uint32_t> numbers);
    Order(Order&&) noexcept;
    ~Order();

    std::unique_ptr<Grid> grid;
    PointArray<std::uint32_t> numbers; ///< of the points, one after the other
};

/// The cloud with its points in the order in which its index keeps them, as the program has every frame: what is
/// worked out of it here is then the same as there.
[[nodiscard]] CloudPtr sortedCloud(PointCloud cloud);

} // namespace lunkuo
