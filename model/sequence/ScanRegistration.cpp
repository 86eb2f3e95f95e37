#include "model/sequence/ScanRegistration.h"

#include "model/completion/GroundEnvelope.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <Eigen/Eigenvalues>
#include <optional>
#include <unordered_map>

namespace lunkuo
{

namespace
{

constexpr double nearest_m = 2.0; ///< nearer is the own vehicle
constexpr double farthest_m = 80.0;
constexpr double aboveGround_m = 0.35;
constexpr double belowGround_m = 0.25;
constexpr double thinned_m = 0.4; ///< one place of the second scan per cell of that size
constexpr double thinnedGround_m = 1.5;
constexpr double mapFrom_m = 1000.0; ///< clouds whose offset is that far lie about it, in coordinates of a map
constexpr int levels = 3;
constexpr std::array<double, levels> voxel_m{2.0, 1.0, 0.5};
constexpr std::array<double, levels> groundVoxel_m{4.0, 3.0, 2.0};
constexpr std::array<double, levels> kernel_m{0.6, 0.25, 0.10};
constexpr double inlier_m = 0.15;

std::uint64_t keyOf(const Eigen::Vector3d& place, double size, int dx = 0, int dy = 0, int dz = 0)
{
    const auto part = [size](double value, int step) {
        return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(value / size)) + step + (1 << 20)) &
               ((1U << 21) - 1);
    };
    return (part(place.x(), dx) << 42) | (part(place.y(), dy) << 21) | part(place.z(), dz);
}

struct Plane
{
    Eigen::Vector3d middle = Eigen::Vector3d::Zero();
    Eigen::Vector3d normal = Eigen::Vector3d::UnitZ();
};

/// Points of a voxel by their sums, so that they are looked at once.
struct Moments
{
    double count = 0.0;
    Eigen::Vector3d sum = Eigen::Vector3d::Zero();
    Eigen::Matrix3d squares = Eigen::Matrix3d::Zero();

    void add(const Eigen::Vector3d& p)
    {
        count += 1.0;
        sum += p;
        squares += p * p.transpose();
    }

    /// Nothing where the points are few or fill the voxel rather than lie in a plane.
    [[nodiscard]] std::optional<Plane> plane() const
    {
        constexpr double fewest = 6.0;
        constexpr double flattest = 0.12; ///< thickness by breadth, squared, up to which it is a plane
        constexpr double narrowest = 0.02;
        if (count < fewest)
            return {};
        const Eigen::Vector3d middle = sum / count;
        const Eigen::Matrix3d spread = squares / count - middle * middle.transpose();
        const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> axes(spread);
        const Eigen::Vector3d& breadth = axes.eigenvalues();
        // A line of points has no side.
        if (breadth[0] > flattest * breadth[1] || breadth[1] < narrowest * breadth[2])
            return {};
        return Plane{middle, axes.eigenvectors().col(0)};
    }
};

using Planes = std::unordered_map<std::uint64_t, Plane>;

Planes planesOf(const std::vector<Eigen::Vector3d>& points, double size)
{
    std::unordered_map<std::uint64_t, Moments> cells;
    for (const Eigen::Vector3d& p : points)
        cells[keyOf(p, size)].add(p);
    Planes planes;
    for (const auto& [key, moments] : cells)
        if (const auto plane = moments.plane())
            planes.emplace(key, *plane);
    return planes;
}

/// The mean of the points in each cell.
std::vector<Eigen::Vector3d> thinned(const std::vector<Eigen::Vector3d>& points, double size)
{
    std::unordered_map<std::uint64_t, std::size_t> cells;
    std::vector<Eigen::Vector3d> sums;
    std::vector<double> counts;
    for (const Eigen::Vector3d& p : points) {
        const auto [cell, isNew] = cells.try_emplace(keyOf(p, size), sums.size());
        if (isNew) {
            sums.push_back(Eigen::Vector3d::Zero());
            counts.push_back(0.0);
        }
        sums[cell->second] += p;
        counts[cell->second] += 1.0;
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        sums[i] /= counts[i];
    return sums;
}

} // namespace

struct ScanSurfaces::Level
{
    Planes standing;
    Planes ground;
};

struct ScanSurfaces::Parts
{
    Eigen::Vector3d offset = Eigen::Vector3d::Zero();
    std::array<Level, levels> planes;
    std::vector<Eigen::Vector3d> standing; ///< places, relative to the offset
    std::vector<Eigen::Vector3d> ground;
};

ScanSurfaces::ScanSurfaces(const PointCloud& cloud)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->offset = cloud.offset;
    const Eigen::Vector3d sensor =
        cloud.offset.norm() < mapFrom_m ? Eigen::Vector3d(-cloud.offset) : Eigen::Vector3d::Zero().eval();
    const GroundEnvelope ground(LowestPoints(cloud.xyz, sensor));
    std::vector<Eigen::Vector3d> standing;
    std::vector<Eigen::Vector3d> flat;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d p = cloud.local(i).cast<double>();
        const double range = (p - sensor).head<2>().norm();
        if (range < nearest_m || range > farthest_m)
            continue;
        const double height = p.z() - ground.height(p.x(), p.y());
        if (height > aboveGround_m)
            standing.push_back(p);
        else if (height < belowGround_m && height > -belowGround_m)
            flat.push_back(p);
    }
    for (std::size_t level = 0; level < levels; ++level)
        m_parts->planes[level] = {planesOf(standing, voxel_m[level]), planesOf(flat, groundVoxel_m[level])};
    m_parts->standing = thinned(standing, thinned_m);
    m_parts->ground = thinned(flat, thinnedGround_m);
}

ScanSurfaces::~ScanSurfaces() = default;
ScanSurfaces::ScanSurfaces(ScanSurfaces&&) noexcept = default;
ScanSurfaces& ScanSurfaces::operator=(ScanSurfaces&&) noexcept = default;

namespace
{

using Vector6 = Eigen::Matrix<double, 6, 1>; ///< shift, turn
using Matrix6 = Eigen::Matrix<double, 6, 6>;

const Plane* nearestPlane(const Planes& planes, const Eigen::Vector3d& p, double size)
{
    const Plane* best = nullptr;
    double least = 1.5 * size * size;
    for (int k = 0; k < 27; ++k) {
        const auto found = planes.find(keyOf(p, size, k % 3 - 1, k / 3 % 3 - 1, k / 9 - 1));
        if (found == planes.end())
            continue;
        if (const double distance = (found->second.middle - p).squaredNorm(); distance < least) {
            least = distance;
            best = &found->second;
        }
    }
    return best;
}

/// What the places of a scan say about a motion.
struct Tally
{
    Matrix6 matrix = Matrix6::Zero();
    Vector6 right = Vector6::Zero();
    Eigen::Matrix3d facing = Eigen::Matrix3d::Zero(); ///< of the inliers' normals
    double weight = 0.0;
    double squares = 0.0; ///< of the inliers' distances
    std::size_t inliers = 0;
    std::size_t matched = 0; ///< places with a plane near them

    Tally& operator+=(const Tally& other)
    {
        matrix += other.matrix;
        right += other.right;
        facing += other.facing;
        weight += other.weight;
        squares += other.squares;
        inliers += other.inliers;
        matched += other.matched;
        return *this;
    }
    void scale(double factor)
    {
        matrix *= factor;
        right *= factor;
        weight *= factor;
    }
};

Tally tallyOf(const std::vector<Eigen::Vector3d>& places, const Planes& planes, double voxel, double kernel,
    const Eigen::Isometry3d& motion)
{
    Tally tally;
    for (const Eigen::Vector3d& place : places) {
        const Eigen::Vector3d p = motion * place;
        const Plane* plane = nearestPlane(planes, p, voxel);
        if (!plane)
            continue;
        ++tally.matched;
        const double distance = plane->normal.dot(p - plane->middle);
        const double t = kernel * kernel / (kernel * kernel + distance * distance);
        const double weight = t * t;
        Vector6 gradient;
        gradient << plane->normal, p.cross(plane->normal);
        tally.matrix.noalias() += weight * gradient * gradient.transpose();
        tally.right -= weight * distance * gradient;
        tally.weight += weight;
        if (std::abs(distance) < inlier_m) {
            ++tally.inliers;
            tally.squares += distance * distance;
            tally.facing += plane->normal * plane->normal.transpose();
        }
    }
    return tally;
}

Eigen::Isometry3d motionOf(const Vector6& step)
{
    Eigen::Isometry3d motion = Eigen::Isometry3d::Identity();
    const double angle = step.tail<3>().norm();
    if (angle > 0.0)
        motion.linear() = Eigen::AngleAxisd(angle, step.tail<3>() / angle).toRotationMatrix();
    motion.translation() = step.head<3>();
    return motion;
}

/// What stands and the ground together. The ground has many places and says little of where the sensor went: it never
/// counts for more than what stands.
Tally tallyAt(const ScanSurfaces::Parts& first, const ScanSurfaces::Parts& second, std::size_t level,
    const Eigen::Isometry3d& motion)
{
    Tally standing = tallyOf(second.standing, first.planes[level].standing, voxel_m[level], kernel_m[level], motion);
    Tally ground = tallyOf(second.ground, first.planes[level].ground, groundVoxel_m[level], kernel_m[level], motion);
    if (ground.weight > standing.weight && standing.weight > 0.0)
        ground.scale(standing.weight / ground.weight);
    standing += ground;
    return standing;
}

double confidenceOf(const ScanMotion& motion)
{
    const auto share = [](double value, double none, double full) {
        return std::clamp((value - none) / (full - none), 0.0, 1.0);
    };
    return share(motion.inliers, 0.35, 0.7) * share(motion.hold, 0.0, 0.05) * share(motion.residual_m, 0.10, 0.07);
}

/// By what stands alone: ground lies on ground wherever the sensor went.
ScanMotion judged(const ScanSurfaces::Parts& first, const ScanSurfaces::Parts& second, const Eigen::Isometry3d& motion)
{
    constexpr std::size_t fewest = 50;
    constexpr std::size_t finest = levels - 1;
    ScanMotion result;
    const Tally standing =
        tallyOf(second.standing, first.planes[finest].standing, voxel_m[finest], kernel_m[finest], motion);
    if (standing.matched < fewest || standing.inliers == 0)
        return result;
    const auto count = static_cast<double>(standing.inliers);
    result.inliers = count / static_cast<double>(standing.matched);
    result.residual_m = std::sqrt(standing.squares / count);
    const Eigen::Matrix2d sideways = standing.facing.topLeftCorner<2, 2>() / count;
    result.hold = Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(sideways).eigenvalues()[0];
    result.confidence = confidenceOf(result);
    return result;
}

Eigen::Isometry3d refined(const ScanSurfaces::Parts& first, const ScanSurfaces::Parts& second, Eigen::Isometry3d motion)
{
    constexpr int mostSteps = 15;
    constexpr double done = 1e-4;
    constexpr double fewest = 6.0;
    for (std::size_t level = 0; level < levels; ++level)
        for (int step = 0; step < mostSteps; ++step) {
            Tally tally = tallyAt(first, second, level, motion);
            if (tally.weight < fewest)
                break;
            tally.matrix.diagonal().array() += 1e-6 * tally.weight;
            const Vector6 move = tally.matrix.ldlt().solve(tally.right);
            if (!move.allFinite())
                break;
            motion = motionOf(move) * motion;
            if (move.norm() < done)
                break;
        }
    return motion;
}

} // namespace

ScanMotion registerScans(const ScanSurfaces& first, const ScanSurfaces& second, const Eigen::Isometry3d& guess)
{
    const ScanSurfaces::Parts& a = first.parts();
    const ScanSurfaces::Parts& b = second.parts();
    // Relative to both clouds' offsets, so that turns are about places near the sensor.
    const Eigen::Isometry3d start = Eigen::Translation3d(-a.offset) * guess * Eigen::Translation3d(b.offset);
    const Eigen::Isometry3d motion = refined(a, b, start);
    ScanMotion result = judged(a, b, motion);
    result.first_second =
        result.confidence > 0.0 ? Eigen::Translation3d(a.offset) * motion * Eigen::Translation3d(-b.offset) : guess;
    return result;
}

namespace
{

/// The same motion for another time.
Eigen::Isometry3d scaled(const Eigen::Isometry3d& motion, double factor)
{
    const Eigen::AngleAxisd turn(motion.rotation());
    Eigen::Isometry3d result = Eigen::Isometry3d::Identity();
    result.linear() = Eigen::AngleAxisd(factor * turn.angle(), turn.axis()).toRotationMatrix();
    result.translation() = factor * motion.translation();
    return result;
}

/// Where the speed is not known, or the last one was not right: tries some.
ScanMotion registerFromAnywhere(const ScanSurfaces& first, const ScanSurfaces& second, const Eigen::Isometry3d& guess)
{
    constexpr double sure = 0.5;
    ScanMotion best = registerScans(first, second, guess);
    if (best.confidence >= sure)
        return best;
    for (const double ahead_m : {0.0, 0.8, 1.6, 2.4, 3.2}) {
        Eigen::Isometry3d start = Eigen::Isometry3d::Identity();
        start.translation().x() = ahead_m;
        if (const ScanMotion other = registerScans(first, second, start); other.confidence > best.confidence + 0.05)
            best = other;
    }
    return best;
}

} // namespace

double EstimatedPoses::way_m() const
{
    double way = 0.0;
    for (const ScanMotion& step : steps)
        way += step.first_second.translation().norm();
    return way;
}

EstimatedPoses estimatePoses(const std::vector<double>& times_s, const LoadCloud& load, const Progress& progress)
{
    constexpr double shortest_s = 1e-3;
    const std::size_t count = times_s.size();
    EstimatedPoses result;
    std::optional<ScanSurfaces> before;
    std::optional<Eigen::Isometry3d> speed; ///< of the step before, per second
    for (std::size_t i = 0; i < count; ++i) {
        if (!progress.report(static_cast<int>(i), static_cast<int>(count)))
            return result;
        const CloudPtr cloud = load(i);
        std::optional<ScanSurfaces> here;
        if (cloud)
            here.emplace(*cloud);
        if (i == 0) {
            result.world_sensor.push_back(Eigen::Isometry3d::Identity());
        } else {
            const double step_s = std::max(shortest_s, times_s[i] - times_s[i - 1]);
            ScanMotion step;
            step.first_second = speed ? scaled(*speed, step_s) : Eigen::Isometry3d::Identity();
            if (before && here)
                step = registerFromAnywhere(*before, *here, step.first_second);
            speed = scaled(step.first_second, 1.0 / step_s);
            result.world_sensor.push_back(result.world_sensor.back() * step.first_second);
            result.steps.push_back(step);
        }
        before = std::move(here);
    }
    progress.report(static_cast<int>(count), static_cast<int>(count));
    return result;
}

} // namespace lunkuo
