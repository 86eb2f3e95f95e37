#include "model/geometry/PointIndex.h"

#include "model/cloud/EachPoint.h"

#include <algorithm>
#include <array>
#include <limits>

namespace lunkuo
{

namespace
{
constexpr double largestCell_m = 0.5;
constexpr double cellsAcross = 256.0;        ///< that many in small clouds, whose cells are smaller
constexpr std::size_t fewestCells = 1 << 16; ///< allowed for any cloud; more than that, one per point
constexpr std::size_t sampleSize = 4096;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// How far behind the foremost point one on the axis may lie and still be what a person means: at 10 m three quarters
/// of a metre.
double depthSlack_m(double depth_m)
{
    return 0.5 + 0.025 * depth_m;
}

/// The part of a ray, from a distance to a distance.
struct Stretch
{
    double from = 0.0;
    double to = infinity;

    [[nodiscard]] bool isEmpty() const { return !(from <= to); }
    /// Keeps where slope * t <= limit.
    void keepBelow(double slope, double limit)
    {
        if (slope > 0.0)
            to = std::min(to, limit / slope);
        else if (slope < 0.0)
            from = std::max(from, limit / slope);
        else if (limit < 0.0)
            to = -infinity;
    }
};

/// A ray and the space near it: a cone, or a cylinder in orthographic views. In the cloud's own coordinates.
struct Cone
{
    Eigen::Vector3d origin;
    Eigen::Vector3d direction;
    double tanHalfAngle = 0.0;
    double radius_m = 0.0;

    [[nodiscard]] double radiusAt(double t) const { return radius_m + t * tanHalfAngle; }
    /// Keeps the stretch in which the cone may touch low..high along the axis.
    void clip(Stretch& stretch, Eigen::Index axis, double low, double high) const
    {
        stretch.keepBelow(direction[axis] - tanHalfAngle, high - origin[axis] + radius_m);
        stretch.keepBelow(-direction[axis] - tanHalfAngle, origin[axis] - low + radius_m);
    }
    /// What the cone covers along the axis within the stretch.
    [[nodiscard]] std::array<double, 2> cover(const Stretch& stretch, Eigen::Index axis) const
    {
        const double a = origin[axis] + stretch.from * direction[axis];
        const double b = origin[axis] + stretch.to * direction[axis];
        const double radius = radiusAt(stretch.to);
        return {std::min(a, b) - radius, std::max(a, b) + radius};
    }
};
} // namespace

/// Square columns over the ground plane. Points far outside of where most lie are counted to the outermost columns,
/// which therefore reach to infinity.
struct PointIndex::Grid
{
    struct Range
    {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };

    /// Of no points, as what is made for cancelled work.
    void clear()
    {
        *this = {};
        starts.resize(2);
        std::fill(starts.begin(), starts.end(), 0U);
    }
    void chooseCells(const PointCloud& cloud);
    /// Numbers of the points, column by column; where each column starts is kept.
    [[nodiscard]] PointArray<std::uint32_t> sortPoints(const PointCloud& cloud);

    /// Never decreasing in `coordinate`, so that a clamped range of cells holds all points of a range of coordinates.
    [[nodiscard]] std::uint32_t cell(std::size_t axis, float coordinate) const
    {
        const float place = (coordinate - low[axis]) * cellsPerMeter;
        if (!(place > 0.0F))
            return 0;
        return place >= static_cast<float>(cells[axis] - 1) ? cells[axis] - 1 : static_cast<std::uint32_t>(place);
    }
    [[nodiscard]] Range range(std::size_t axis, double from, double to) const
    {
        return {cell(axis, static_cast<float>(from)), cell(axis, static_cast<float>(to))};
    }
    /// The points of the columns from `y.first` to `y.last` of row `x`, which lie side by side.
    [[nodiscard]] PointRun run(std::uint32_t x, Range y) const
    {
        const std::size_t row = std::size_t(x) * cells[1];
        return points.part(starts[row + y.first], starts[row + y.last + 1] - starts[row + y.first]);
    }
    template <class Visit>
    static void visitRun(const PointRun& run, const Visit& visit)
    {
        for (std::size_t i = 0; i < run.count; ++i)
            visit(run[i]);
    }
    /// What a column, or row of columns, holds along the axis, with a little more than rounding takes.
    [[nodiscard]] std::array<double, 2> reach(std::size_t axis, std::uint32_t at) const
    {
        const double size = 1.0 / static_cast<double>(cellsPerMeter);
        const double from = static_cast<double>(low[axis]) + size * (at - 0.1);
        return {at == 0 ? -infinity : from, at + 1 == cells[axis] ? infinity : from + 1.2 * size};
    }
    template <class Visit>
    void visitBox(const Eigen::Vector3d& from, const Eigen::Vector3d& to, const Visit& visit) const
    {
        if (points.count == 0 || !from.allFinite() || !to.allFinite())
            return;
        const Range rows = range(0, from.x(), to.x());
        const Range columns = range(1, from.y(), to.y());
        for (std::uint32_t x = rows.first; x <= rows.last; ++x)
            visitRun(run(x, columns), visit);
    }
    template <class Visit>
    void visitCone(const Cone& cone, const Visit& visit) const;

    std::array<float, 2> low{};
    float cellsPerMeter = 1.0F;
    std::array<std::uint32_t, 2> cells{1, 1};
    std::array<float, 3> least{};
    std::array<float, 3> most{};
    PointArray<std::uint32_t> starts; ///< of each column's points among all, column by column
    PointRun points;
    PointArray<float> xyz;             ///< of the points, where the cloud is in another order
    PointArray<std::uint32_t> numbers; ///< likewise
};

void PointIndex::Grid::chooseCells(const PointCloud& cloud)
{
    least.fill(std::numeric_limits<float>::max());
    most.fill(std::numeric_limits<float>::lowest());
    pointByPoint(0, cloud.size(), [&](std::size_t i) {
        for (std::size_t axis = 0; axis < 3; ++axis) {
            least[axis] = std::min(least[axis], cloud.xyz[3 * i + axis]);
            most[axis] = std::max(most[axis], cloud.xyz[3 * i + axis]);
        }
    });
    if (CancelScope::isCancelled())
        return;
    // Single points at absurd places must not make the cells of all others huge: look where most points are.
    const std::size_t step = cloud.size() / sampleSize + 1;
    // In double, which the difference of no two floats overflows.
    std::array<double, 2> width{};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        std::vector<double> values;
        for (std::size_t i = 0; i < cloud.size(); i += step)
            values.push_back(static_cast<double>(cloud.xyz[3 * i + axis]));
        const auto lowest = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 50);
        const auto highest = values.end() - 1 - static_cast<std::ptrdiff_t>(values.size() / 50);
        std::nth_element(values.begin(), lowest, values.end());
        const double from = *lowest;
        std::nth_element(lowest, highest, values.end());
        const double to = *highest;
        low[axis] = static_cast<float>(std::max(static_cast<double>(least[axis]), from - (to - from)));
        width[axis] = std::min(static_cast<double>(most[axis]), to + (to - from)) - static_cast<double>(low[axis]);
    }
    const auto allowed = static_cast<double>(std::max(fewestCells, cloud.size()));
    const double longest = std::max(width[0], width[1]);
    double size = std::clamp(longest / cellsAcross, 1e-6, largestCell_m);
    size = std::max({size, longest / (0.5 * allowed), std::sqrt(width[0] * width[1] / allowed)});
    cellsPerMeter = static_cast<float>(1.0 / size);
    for (std::size_t axis = 0; axis < 2; ++axis)
        cells[axis] = static_cast<std::uint32_t>(width[axis] / size) + 1;
}

PointArray<std::uint32_t> PointIndex::Grid::sortPoints(const PointCloud& cloud)
{
    const std::size_t count = cloud.size();
    if (count == 0)
        return {};
    chooseCells(cloud);
    if (CancelScope::isCancelled())
        return {};
    PointArray<std::uint32_t> cellOf(count);
    starts.resize(std::size_t(cells[0]) * cells[1] + 1);
    std::fill(starts.begin(), starts.end(), 0U);
    pointByPoint(0, count, [&](std::size_t i) {
        cellOf[i] = cell(0, cloud.xyz[3 * i]) * cells[1] + cell(1, cloud.xyz[3 * i + 1]);
        ++starts[cellOf[i]];
    });
    std::uint32_t before = 0;
    for (std::uint32_t& start : starts)
        start = before += start;
    // Each start is now the end of its column; filling from behind turns it into the beginning and keeps the order.
    PointArray<std::uint32_t> order(count);
    pointByPoint(0, count, [&](std::size_t behind) {
        const std::size_t i = count - 1 - behind;
        order[--starts[cellOf[i]]] = static_cast<std::uint32_t>(i);
    });
    return order;
}

/// Visits, from the origin on, the points of the columns that the cone may touch: `visit(entry)` for each, after
/// `visit.reaches(distance)` said that something at that distance still matters.
template <class Visit>
void PointIndex::Grid::visitCone(const Cone& cone, const Visit& visit) const
{
    Stretch whole;
    for (std::size_t axis = 0; axis < 3; ++axis)
        cone.clip(
            whole, static_cast<Eigen::Index>(axis), static_cast<double>(least[axis]), static_cast<double>(most[axis]));
    const Eigen::Vector3d from = Eigen::Vector3f(least.data()).cast<double>();
    const Eigen::Vector3d to = Eigen::Vector3f(most.data()).cast<double>();
    // A wide cone is bounded by nothing else.
    whole.to = std::min(whole.to, (0.5 * (from + to) - cone.origin).norm() + (to - from).norm());
    if (whole.isEmpty())
        return;
    const bool alongX = std::abs(cone.direction.x()) >= std::abs(cone.direction.y());
    const std::size_t along = alongX ? 0 : 1;
    const std::size_t across = 1 - along;
    const auto slabs = cone.cover(whole, static_cast<Eigen::Index>(along));
    const Range slabRange = range(along, slabs[0], slabs[1]);
    const bool forward = cone.direction[static_cast<Eigen::Index>(along)] >= 0.0;
    for (std::uint32_t i = 0; i <= slabRange.last - slabRange.first; ++i) {
        const std::uint32_t slab = forward ? slabRange.first + i : slabRange.last - i;
        const auto slabReach = reach(along, slab);
        Stretch stretch = whole;
        cone.clip(stretch, static_cast<Eigen::Index>(along), slabReach[0], slabReach[1]);
        if (stretch.isEmpty() || !visit.reaches(stretch.from))
            continue;
        const auto sides = cone.cover(stretch, static_cast<Eigen::Index>(across));
        const Range acrossRange = range(across, sides[0], sides[1]);
        for (std::uint32_t j = acrossRange.first; j <= acrossRange.last && !alongX; ++j)
            visitRun(run(j, {slab, slab}), visit);
        if (alongX)
            visitRun(run(slab, acrossRange), visit);
    }
}

namespace
{
/// Keeps the point that a person sees under the cursor.
class BestPick
{
public:
    BestPick(const Cone& cone, std::span<const std::uint8_t> hidden, std::optional<std::uint32_t>& best)
        : m_cone(cone)
        , m_hidden(hidden)
        , m_best(best)
    {
    }

    [[nodiscard]] bool reaches(double distance) const { return distance < m_score; }
    void operator()(const auto& entry) const
    {
        const Eigen::Vector3d arm = entry.position() - m_cone.origin;
        const double depth = arm.dot(m_cone.direction);
        if (!(depth >= 0.0) || depth >= m_score)
            return;
        const double radius = m_cone.radiusAt(depth);
        const double offAxis = (arm - depth * m_cone.direction).squaredNorm() / (radius * radius);
        const double score = depth + depthSlack_m(depth) * offAxis;
        if (offAxis <= 1.0 && score < m_score && (m_hidden.empty() || m_hidden[entry.index] == 0)) {
            m_score = score;
            m_best = entry.index;
        }
    }

private:
    const Cone& m_cone;
    std::span<const std::uint8_t> m_hidden;
    std::optional<std::uint32_t>& m_best;
    mutable double m_score = infinity;
};

/// Keeps all points within the cone.
class Gather
{
public:
    Gather(const Cone& cone, std::vector<std::uint32_t>& found)
        : m_cone(cone)
        , m_found(found)
    {
    }

    [[nodiscard]] static bool reaches(double) { return true; }
    void operator()(const auto& entry) const
    {
        const Eigen::Vector3d arm = entry.position() - m_cone.origin;
        const double depth = arm.dot(m_cone.direction);
        const double radius = m_cone.radiusAt(depth);
        if (depth > 0.0 && (arm - depth * m_cone.direction).squaredNorm() <= radius * radius)
            m_found.push_back(entry.index);
    }

private:
    const Cone& m_cone;
    std::vector<std::uint32_t>& m_found;
};

/// A cuboid in a cloud's own coordinates, made ready for many questions.
struct LocalBox
{
    Eigen::Vector3d center;
    Eigen::Matrix3d object_cloud;
    Eigen::Vector3d half;

    LocalBox(const Cuboid& cuboid, double margin_m, const Eigen::Vector3d& offset)
        : center(cuboid.center - offset)
        , object_cloud(cuboid.rotation.conjugate().toRotationMatrix())
        , half(0.5 * cuboid.size + Eigen::Vector3d::Constant(margin_m))
    {
    }
    [[nodiscard]] Eigen::Vector3d reach() const { return object_cloud.transpose().cwiseAbs() * half; }
    [[nodiscard]] bool contains(const Eigen::Vector3d& point) const
    {
        return ((object_cloud * (point - center)).cwiseAbs().array() <= half.array()).all();
    }
};

/// The values in another order, several a point.
template <std::size_t Each, class T>
PointArray<T> reordered(const PointArray<T>& values, const PointArray<std::uint32_t>& order)
{
    PointArray<T> result(values.size());
    eachPoint(order.size(), [&](std::size_t i) {
        for (std::size_t k = 0; k < Each; ++k)
            result[Each * i + k] = values[Each * order[i] + k];
    });
    return result;
}

/// One array at a time, so that never all of the cloud is in memory twice.
void reorder(PointCloud& cloud, PointArray<std::uint32_t> order)
{
    cloud.xyz = reordered<3>(cloud.xyz, order);
    for (CloudField& field : cloud.fields)
        std::visit([&order](auto& values) { values = reordered<1>(values, order); }, field.values);
    cloud.sourceRow = cloud.sourceRow.empty() ? std::move(order) : reordered<1>(cloud.sourceRow, order);
}
} // namespace

PointIndex::PointIndex(CloudPtr cloud)
    : m_cloud(std::move(cloud))
    , m_grid(std::make_unique<Grid>())
{
    m_grid->numbers = m_grid->sortPoints(*m_cloud);
    m_grid->xyz = reordered<3>(m_cloud->xyz, m_grid->numbers);
    m_grid->points = {m_grid->xyz.data(), m_grid->numbers.data(), 0, m_cloud->size()};
    if (CancelScope::isCancelled())
        m_grid->clear();
}

PointIndex::PointIndex(CloudPtr cloud, std::unique_ptr<Grid> grid)
    : m_cloud(std::move(cloud))
    , m_grid(std::move(grid))
{
    m_grid->points = {m_cloud->xyz.data(), nullptr, 0, m_cloud->size()};
}

PointIndex::Order::Order(std::unique_ptr<Grid> ofGrid, PointArray<std::uint32_t> ofPoints)
    : grid(std::move(ofGrid))
    , numbers(std::move(ofPoints))
{
}

PointIndex::Order::Order(Order&&) noexcept = default;
PointIndex::Order::~Order() = default;

PointIndex::Order PointIndex::orderOf(const PointCloud& cloud)
{
    auto grid = std::make_unique<Grid>();
    PointArray<std::uint32_t> numbers = grid->sortPoints(cloud);
    return {std::move(grid), std::move(numbers)};
}

std::shared_ptr<const PointIndex> PointIndex::sorting(PointCloud cloud)
{
    Order order = orderOf(cloud);
    return sorting(std::move(cloud), std::move(order));
}

std::shared_ptr<const PointIndex> PointIndex::sorting(PointCloud cloud, Order order)
{
    reorder(cloud, std::move(order.numbers));
    if (CancelScope::isCancelled()) {
        order.grid->clear();
        cloud = {};
    }
    return std::shared_ptr<const PointIndex>(
        new PointIndex(std::make_shared<const PointCloud>(std::move(cloud)), std::move(order.grid)));
}

CloudPtr sortedCloud(PointCloud cloud)
{
    return PointIndex::sorting(std::move(cloud))->sharedCloud();
}

PointIndex::~PointIndex() = default;

PointRun PointIndex::points() const
{
    return m_grid->points;
}

std::optional<std::uint32_t> PointIndex::pick(
    const Ray& ray, double tanHalfAngle, double radius_m, std::span<const std::uint8_t> hidden) const
{
    std::optional<std::uint32_t> best;
    const Cone cone{ray.origin - m_cloud->offset, ray.direction, std::max(tanHalfAngle, 0.0), std::max(radius_m, 0.0)};
    if (m_cloud->size() != 0 && cone.origin.allFinite() && cone.direction.allFinite())
        m_grid->visitCone(cone, BestPick(cone, hidden, best));
    return best;
}

std::vector<std::uint32_t> PointIndex::inCone(const Ray& ray, double tanHalfAngle) const
{
    std::vector<std::uint32_t> found;
    const Cone cone{ray.origin - m_cloud->offset, ray.direction, std::max(tanHalfAngle, 0.0)};
    if (m_cloud->size() != 0 && cone.origin.allFinite() && cone.direction.allFinite())
        m_grid->visitCone(cone, Gather(cone, found));
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> PointIndex::within(const Eigen::Vector3d& center, double radius_m) const
{
    std::vector<std::uint32_t> found;
    const Eigen::Vector3d local = center - m_cloud->offset;
    const Eigen::Vector3d reach = Eigen::Vector3d::Constant(radius_m);
    m_grid->visitBox(local - reach, local + reach, [&](const IndexedPoint& entry) {
        if ((entry.position() - local).squaredNorm() <= radius_m * radius_m)
            found.push_back(entry.index);
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> PointIndex::inside(const Cuboid& cuboid, double margin_m) const
{
    std::vector<std::uint32_t> found;
    const LocalBox box(cuboid, margin_m, m_cloud->offset);
    m_grid->visitBox(box.center - box.reach(), box.center + box.reach(), [&](const IndexedPoint& entry) {
        if (box.contains(entry.position()))
            found.push_back(entry.index);
    });
    std::sort(found.begin(), found.end());
    return found;
}

std::size_t PointIndex::count(const Cuboid& cuboid, double margin_m) const
{
    std::size_t found = 0;
    const LocalBox box(cuboid, margin_m, m_cloud->offset);
    m_grid->visitBox(box.center - box.reach(), box.center + box.reach(),
        [&](const IndexedPoint& entry) { found += box.contains(entry.position()) ? 1 : 0; });
    return found;
}

} // namespace lunkuo
