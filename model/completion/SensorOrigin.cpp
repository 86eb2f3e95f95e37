#include "model/completion/SensorOrigin.h"

#include "model/base/CancelScope.h"

#include <algorithm>
#include <cmath>
#include <Eigen/Core>
#include <limits>
#include <numbers>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lunkuo
{

namespace
{

constexpr double nearest_m = 2.8; ///< nearer points lie on the sensor's own vehicle
constexpr double farthest_m = 60.0;
constexpr std::size_t fewest = 500;
constexpr std::size_t most = 25'000;
constexpr std::size_t mostAsked = 4'000'000; ///< no sweep has so many; of a map with more, these are chosen from
constexpr double usualHeight_m = 1.9;        ///< of a roof-mounted sensor over the ground
constexpr double lowest_m = 1.2;             ///< heights of sensors over the ground
constexpr double highest_m = 3.0;
constexpr double clearContrast = 1.3; ///< seen from half a metre beside so much more is hidden: this is the place
constexpr double asClear = 0.8; ///< most clouds come in their sensor's frame: another place must be clearly better
constexpr double sameAsOrigin_m = 0.5; ///< an estimate so near the cloud's origin means the origin
constexpr double onThisPlanet_m = 1e7; ///< so far out maps go
constexpr int mostMoves = 40;          ///< with steps of one length, of an estimate that goes downhill

/// The angle of (x, y) in radians, to 2e-5 (Abramowitz and Stegun, 4.4.49): without a call or a branch, so that the
/// compiler makes four at once.
inline float roughAngle(float y, float x)
{
    const float across = std::abs(x);
    const float up = std::abs(y);
    const float ratio = std::min(across, up) / std::max(std::max(across, up), 1e-12F);
    const float s = ratio * ratio;
    const float part = ratio * (0.9998660F + s * (-0.3302995F + s * (0.1801410F + s * (-0.0851330F + s * 0.0208351F))));
    constexpr float straight = std::numbers::pi_v<float>;
    const float quarter = up > across ? 0.5F * straight - part : part;
    const float half = x < 0.0F ? straight - quarter : quarter;
    return y < 0.0F ? -half : half;
}

/// Seen from the place where they were measured, few points lie behind others. Seen from elsewhere, many do.
class MutualHiding
{
public:
    explicit MutualHiding(const std::vector<Eigen::Vector3f>& points)
        : m_points(static_cast<Eigen::Index>(points.size()), 3)
        , m_nearest(static_cast<std::size_t>(columns) * rows)
        , m_cells(points.size())
        , m_distances(points.size())
    {
        for (std::size_t i = 0; i < points.size(); ++i)
            m_points.row(static_cast<Eigen::Index>(i)) = points[i];
    }

    /// Share of the points that lie well behind another one in the same cell of directions.
    [[nodiscard]] double share(const Eigen::Vector3d& eye)
    {
        look(eye.cast<float>());
        std::fill(m_nearest.begin(), m_nearest.end(), std::numeric_limits<float>::infinity());
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            float& nearest = m_nearest[static_cast<std::size_t>(m_cells[i])];
            nearest = std::min(nearest, m_distances[i]);
        }
        std::size_t hidden = 0;
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            hidden += m_distances[i] > 1.25F * m_nearest[static_cast<std::size_t>(m_cells[i])] + 0.5F;
        return static_cast<double>(hidden) / static_cast<double>(m_cells.size());
    }

private:
    /// In which cell of directions, and how far, each point is seen.
    void look(const Eigen::Vector3f& from)
    {
        constexpr float perRadian = static_cast<float>(1.0 / cell_rad);
        const float* const x = m_points.col(0).data();
        const float* const y = m_points.col(1).data();
        const float* const z = m_points.col(2).data();
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            const float dx = x[i] - from.x();
            const float dy = y[i] - from.y();
            const float dz = z[i] - from.z();
            const float flat2 = dx * dx + dy * dy;
            const float column = (roughAngle(dy, dx) + std::numbers::pi_v<float>)*perRadian;
            const float row = (roughAngle(dz, std::sqrt(flat2)) + 1.0F) * perRadian;
            m_cells[i] = static_cast<int>(std::min(std::max(row, 0.0F), rows - 1.0F)) * columns +
                         static_cast<int>(std::min(std::max(column, 0.0F), columns - 1.0F));
            m_distances[i] = std::sqrt(flat2 + dz * dz);
        }
    }

    static constexpr double cell_rad = 0.5 / 180.0 * std::numbers::pi;
    static constexpr int columns = 720;
    static constexpr int rows = 220; ///< from 57 degrees below to 53 above the horizon

    Eigen::MatrixX3f m_points;
    std::vector<float> m_nearest;
    std::vector<int> m_cells;
    std::vector<float> m_distances;
};

/// The middle of the lowest heights of the ground round the origin.
std::optional<double> groundLevel(const std::vector<Eigen::Vector3f>& points)
{
    constexpr float cell_m = 2.0F;
    constexpr float reach_m = 15.0F;
    constexpr std::size_t fewestCells = 12;
    std::unordered_map<int, float> lowest;
    for (const Eigen::Vector3f& p : points)
        if (p.head<2>().norm() < reach_m) {
            const int key =
                static_cast<int>(std::floor(p.x() / cell_m)) * 64 + static_cast<int>(std::floor(p.y() / cell_m));
            const auto [cell, isNew] = lowest.emplace(key, p.z());
            cell->second = std::min(cell->second, p.z());
        }
    if (lowest.size() < fewestCells)
        return std::nullopt;
    std::vector<float> heights;
    for (const auto& [key, height] : lowest)
        heights.push_back(height);
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return static_cast<double>(*middle);
}

/// Downhill from `eye`, sideways only.
Eigen::Vector3d leastHiding(MutualHiding& hiding, Eigen::Vector3d eye, double coarsest_m)
{
    constexpr double finest_m = 0.08;
    double best = hiding.share(eye);
    for (double step = coarsest_m; step > finest_m; step *= 0.5) {
        bool isBetter = true;
        for (int move = 0; isBetter && move < mostMoves && !CancelScope::isCancelled(); ++move) {
            isBetter = false;
            for (const Eigen::Vector3d& way : {Eigen::Vector3d(1, 0, 0), Eigen::Vector3d(-1, 0, 0),
                     Eigen::Vector3d(0, 1, 0), Eigen::Vector3d(0, -1, 0)})
                if (const double share = hiding.share(eye + step * way); share < best) {
                    best = share;
                    eye += step * way;
                    isBetter = true;
                }
        }
    }
    return eye;
}

/// How much more is hidden half a metre beside the place than from it.
double contrast(MutualHiding& hiding, const Eigen::Vector3d& eye)
{
    constexpr double aside_m = 0.5;
    constexpr double noise = 0.002;
    double around = 0.0;
    for (const Eigen::Vector3d& way :
        {Eigen::Vector3d(1, 0, 0), Eigen::Vector3d(-1, 0, 0), Eigen::Vector3d(0, 1, 0), Eigen::Vector3d(0, -1, 0)})
        around += 0.25 * hiding.share(eye + aside_m * way);
    return (around + noise) / (hiding.share(eye) + noise);
}

/// The points round a place, relative to it.
std::vector<Eigen::Vector3f> usable(const PointCloud& cloud, const Eigen::Vector3d& place)
{
    std::vector<Eigen::Vector3f> all;
    const std::size_t step = 1 + cloud.size() / mostAsked;
    for (std::size_t i = 0; i < cloud.size(); i += step) {
        const Eigen::Vector3d p = cloud.point(i) - place;
        if (const double flat = p.head<2>().norm(); flat > nearest_m && flat < farthest_m)
            all.push_back(p.cast<float>());
    }
    if (all.size() <= most)
        return all;
    std::vector<Eigen::Vector3f> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(all[i * all.size() / most]);
    return some;
}

/// A place, and how much more is hidden beside it.
struct Place
{
    Eigen::Vector3d eye;
    double contrast = 0.0;
};

/// Where the sensor probably is over ground of that height, searched for from (0, 0).
Place clearestPlace(MutualHiding& hiding, double ground)
{
    Place best{leastHiding(hiding, {0.0, 0.0, ground + usualHeight_m}, 0.8)};
    Eigen::Vector3d eye = best.eye;
    for (double height = lowest_m + 0.1; height < highest_m && !CancelScope::isCancelled(); height += 0.2) {
        eye = leastHiding(hiding, {eye.x(), eye.y(), ground + height}, 0.2);
        if (const double value = contrast(hiding, eye); value > best.contrast)
            best = {eye, value};
    }
    return best;
}

/// The median along each axis; nothing of an empty cloud.
std::optional<Eigen::Vector3d> middleOf(const PointCloud& cloud)
{
    const std::size_t count = std::min(most, cloud.size());
    if (count == 0)
        return std::nullopt;
    Eigen::Vector3d middle = cloud.offset;
    std::vector<double> values(count);
    for (int axis = 0; axis < 3; ++axis) {
        for (std::size_t i = 0; i < count; ++i)
            values[i] = static_cast<double>(cloud.local(i * cloud.size() / count)[axis]);
        const auto half = values.begin() + static_cast<std::ptrdiff_t>(count / 2);
        std::nth_element(values.begin(), half, values.end());
        middle[axis] += *half;
    }
    return middle;
}

/// For clouds in the coordinates of a map, whose origin says nothing of the sensor.
Eigen::Vector3d estimateInMap(const PointCloud& cloud)
{
    const std::optional<Eigen::Vector3d> middle = middleOf(cloud);
    if (!middle || !(middle->norm() > farthest_m && middle->norm() < onThisPlanet_m))
        return Eigen::Vector3d::Zero();
    const std::vector<Eigen::Vector3f> points = usable(cloud, *middle);
    const std::optional<double> ground = points.size() < fewest ? std::nullopt : groundLevel(points);
    if (!ground)
        return *middle + Eigen::Vector3d(0.0, 0.0, usualHeight_m);
    MutualHiding hiding(points);
    return *middle + clearestPlace(hiding, *ground).eye;
}

} // namespace

Eigen::Vector3d estimateSensorOrigin(const PointCloud& cloud)
{
    const std::vector<Eigen::Vector3f> points = usable(cloud, Eigen::Vector3d::Zero());
    if (points.empty())
        return estimateInMap(cloud);
    const std::optional<double> ground = points.size() < fewest ? std::nullopt : groundLevel(points);
    if (!ground)
        return Eigen::Vector3d::Zero();
    MutualHiding hiding(points);
    const bool isUsualHeight = *ground<-lowest_m&& * ground> - highest_m;
    if (isUsualHeight && contrast(hiding, Eigen::Vector3d::Zero()) > clearContrast)
        return Eigen::Vector3d::Zero();
    const Place best = clearestPlace(hiding, *ground);
    const bool isOrigin =
        best.eye.norm() < sameAsOrigin_m || contrast(hiding, Eigen::Vector3d::Zero()) > asClear * best.contrast;
    return isOrigin ? Eigen::Vector3d::Zero() : best.eye;
}

} // namespace lunkuo
