#include "model/review/BoxLook.h"

#include "model/completion/PreparedFrame.h"
#include "model/geometry/Quantile.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace lunkuo
{

namespace
{

constexpr double road_m = 0.22;    ///< so high over the ground points may still be road or kerb
constexpr double wall_m = 1.5;     ///< up to this height things that stand on the ground are looked for
constexpr double reach_m = 1.0;    ///< so far beyond its faces a box is looked round
constexpr double skin_m = 0.12;    ///< so far outside a point is still on the face
constexpr double step_m = 0.17;    ///< between points that hang together …
constexpr double stepAt = 0.008;   ///< … and so much more per metre of range
constexpr double outermost = 0.04; ///< share of the points that may stand out
constexpr double deepest_m = 0.55; ///< rays that end so far behind where they entered met no face
constexpr double before_m = 0.4;
constexpr double facing_m = 0.3;
constexpr double groundWithin_m = 2.0;
constexpr double coreShare = 0.5; ///< of length and width: so much of its box even a person fills

/// The points round a box in its own frame.
class Neighbourhood
{
public:
    Neighbourhood(const LoadedFrame& frame, const Cuboid& cuboid, std::span<const Cuboid> others)
        : m_frame(frame.prepared->impl())
        , m_cuboid(cuboid)
        , m_half(0.5 * cuboid.size)
        , m_eye(cuboid.toObject(m_frame.sensorOrigin))
    {
        for (const Cuboid& other : others)
            if ((other.center - cuboid.center).norm() < 0.5 * (other.size.norm() + cuboid.size.norm()) + reach_m)
                m_others.push_back(other);
        sort();
    }

    void tell(BoxLook& look) const
    {
        look.inside = m_inside.size();
        look.range_m = (m_cuboid.center - m_frame.sensorOrigin).head<2>().norm();
        look.ground_m =
            m_ground.size() < fewestOfGround ? groundAt(m_cuboid.center) : nearestRank(std::vector(m_ground), 0.5);
        look.groundPoints = m_ground.size();
        look.groundSides = static_cast<int>(std::count_if(
            m_groundOfSide.begin(), m_groundOfSide.end(), [](std::size_t n) { return n >= fewestOfSide; }));
        tellFaces(look);
        tellBeyond(look);
    }

private:
    [[nodiscard]] double groundAt(const Eigen::Vector3d& place) const
    {
        const Eigen::Vector3d local = place - m_frame.cloud->offset;
        return m_frame.cloud->offset.z() + m_frame.ground.likelyHeight(local.x(), local.y());
    }

    [[nodiscard]] bool isOfOther(const Eigen::Vector3d& place) const
    {
        constexpr double margin_m = 0.15;
        return std::any_of(
            m_others.begin(), m_others.end(), [&](const Cuboid& other) { return other.contains(place, margin_m); });
    }

    void sort()
    {
        const Eigen::Vector3d& offset = m_frame.cloud->offset;
        const double radius = m_half.head<2>().norm() + std::max(reach_m, groundWithin_m);
        for (const std::uint32_t i : m_frame.index().near((m_cuboid.center - offset).head<2>(), radius)) {
            const Eigen::Vector3d place = m_frame.cloud->point(i);
            const double ground = groundAt(place);
            const Eigen::Vector3d local = m_cuboid.toObject(place);
            const Eigen::Vector3d out = local.cwiseAbs() - m_half;
            if (place.z() - ground < road_m) {
                // Under what is near the sensor nobody sees the ground.
                if (place.z() - ground > -road_m && out.head<2>().maxCoeff() > 0.0 && !isOfOther(place))
                    m_low.push_back({place, local});
                continue;
            }
            if (place.z() - ground < wall_m)
                m_raised.insert(columnOf(place));
            if (out.maxCoeff() <= skin_m)
                m_inside.push_back(local);
            else if (out.maxCoeff() < reach_m && local.z() > -m_half.z() && !isOfOther(place))
                m_around.push_back(local);
        }
        // The foot of a wall is no ground: it goes on upwards.
        for (const auto& [place, local] : m_low)
            if (!m_raised.contains(columnOf(place)))
                addGround(place, local);
    }

    static std::uint64_t columnOf(const Eigen::Vector3d& place)
    {
        constexpr double column_m = 0.3;
        const auto index = [](double value) {
            return static_cast<std::uint32_t>(static_cast<std::int32_t>(std::floor(value / column_m)));
        };
        return static_cast<std::uint64_t>(index(place.x())) << 32U | index(place.y());
    }

    [[nodiscard]] bool isSeen(std::size_t face) const
    {
        const auto [axis, sign] = axisOf(face);
        return axis == 2 || sign * m_eye[axis] > m_half[axis] + facing_m;
    }

    void addGround(const Eigen::Vector3d& place, const Eigen::Vector3d& local)
    {
        const Eigen::Vector3d out = local.cwiseAbs() - m_half;
        const int axis = out.x() > out.y() ? 0 : 1;
        const auto side = static_cast<std::size_t>(2 * axis + (local[axis] > 0.0 ? 0 : 1));
        ++m_groundOfSide.at(side);
        // Behind it the ground may be another one: what is seen of it there is the top of a bank, or the foot of a
        // hedge.
        if (isSeen(side))
            m_ground.push_back(place.z());
    }

    void tellFaces(BoxLook& look) const
    {
        for (std::size_t i = 0; i < look.faces.size(); ++i) {
            const auto [axis, sign] = axisOf(i);
            FaceLook& face = look.faces[i];
            face.isSeen = isSeen(i);
            if (m_inside.empty())
                continue;
            std::vector<double> depths;
            for (const Eigen::Vector3d& p : m_inside)
                depths.push_back(m_half[axis] - sign * p[axis]);
            face.gap_m = nearestRank(std::move(depths), outermost);
        }
    }

    /// Grows from the points inside to those around them.
    void tellBeyond(BoxLook& look) const
    {
        const double cell = step_m + stepAt * look.range_m;
        const auto keyOf = [cell](const Eigen::Vector3d& p, int dx = 0, int dy = 0, int dz = 0) {
            const auto index = [cell](double value, int shift) {
                return static_cast<std::uint64_t>(static_cast<std::int64_t>(std::floor(value / cell)) + shift + 4096) &
                       0x1FFFULL;
            };
            return index(p.x(), dx) << 26U | index(p.y(), dy) << 13U | index(p.z(), dz);
        };
        std::unordered_set<std::uint64_t> reached;
        for (const Eigen::Vector3d& p : m_inside)
            reached.insert(keyOf(p));
        const auto touches = [&](const Eigen::Vector3d& p) {
            for (int dx = -1; dx <= 1; ++dx)
                for (int dy = -1; dy <= 1; ++dy)
                    for (int dz = -1; dz <= 1; ++dz)
                        if (reached.contains(keyOf(p, dx, dy, dz)))
                            return true;
            return false;
        };
        std::vector<Eigen::Vector3d> left = m_around;
        std::array<std::vector<double>, 5> beyond;
        // Nearest first, so that one pass follows most of what goes straight out.
        const auto outOf = [this](const Eigen::Vector3d& p) { return (p.cwiseAbs() - m_half).maxCoeff(); };
        std::sort(left.begin(), left.end(),
            [&](const Eigen::Vector3d& a, const Eigen::Vector3d& b) { return outOf(a) < outOf(b); });
        for (bool grew = true; grew;) {
            grew = false;
            std::vector<Eigen::Vector3d> rest;
            for (const Eigen::Vector3d& p : left) {
                if (!touches(p)) {
                    rest.push_back(p);
                    continue;
                }
                reached.insert(keyOf(p));
                grew = true;
                if (const auto face = faceBeyondWhich(p))
                    beyond[*face].push_back(outOf(p));
            }
            left = std::move(rest);
        }
        for (std::size_t i = 0; i < beyond.size(); ++i) {
            look.faces[i].outside = beyond[i].size();
            if (!beyond[i].empty())
                look.faces[i].beyond_m = nearestRank(std::move(beyond[i]), 0.8);
        }
    }

    /// None for what lies off a corner: walls and hedges beside an object go on past it.
    [[nodiscard]] std::optional<std::size_t> faceBeyondWhich(const Eigen::Vector3d& p) const
    {
        int axis = 0;
        const Eigen::Vector3d out = p.cwiseAbs() - m_half;
        out.maxCoeff(&axis);
        const double aside = axis == 2 ? out.head<2>().maxCoeff() : out[1 - axis];
        if (aside > skin_m)
            return std::nullopt;
        return axis == 2 ? 4 : static_cast<std::size_t>(2 * axis + (p[axis] > 0.0 ? 0 : 1));
    }

    static std::pair<int, double> axisOf(std::size_t face)
    {
        return face == 4 ? std::pair(2, 1.0) : std::pair(static_cast<int>(face / 2), face % 2 == 0 ? 1.0 : -1.0);
    }

    static constexpr std::size_t fewestOfGround = 12;
    static constexpr std::size_t fewestOfSide = 6;

    const PreparedFrame::Impl& m_frame;
    const Cuboid& m_cuboid;
    Eigen::Vector3d m_half;
    Eigen::Vector3d m_eye;
    std::vector<Cuboid> m_others;
    std::vector<Eigen::Vector3d> m_inside;
    std::vector<Eigen::Vector3d> m_around;
    std::vector<std::pair<Eigen::Vector3d, Eigen::Vector3d>> m_low; ///< near the ground: sensor frame, frame of the box
    std::unordered_set<std::uint64_t> m_raised;                     ///< columns in which something stands
    std::vector<double> m_ground;
    std::array<std::size_t, 4> m_groundOfSide{};
};

/// Where a ray over ground goes through the box seen from above: distances from the sensor.
std::optional<std::pair<double, double>> chord(
    const Eigen::Vector2d& eye, const Eigen::Vector2d& way, const Eigen::Vector2d& half)
{
    double from = 0.0;
    double to = std::numeric_limits<double>::infinity();
    for (int axis = 0; axis < 2; ++axis) {
        if (std::abs(way[axis]) < 1e-9) {
            if (std::abs(eye[axis]) > half[axis])
                return std::nullopt;
            continue;
        }
        const double a = (-half[axis] - eye[axis]) / way[axis];
        const double b = (half[axis] - eye[axis]) / way[axis];
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
    }
    return from < to ? std::optional(std::pair(from, to)) : std::nullopt;
}

/// The rays towards a box, and the heights between which they tell something, in its own frame.
struct RayBand
{
    double low;  ///< over the road
    double high; ///< below the windows
    double top;
};

RayBand bandOf(const Cuboid& cuboid, double ground_m)
{
    constexpr double bodyShare = 0.5;
    const double half = 0.5 * cuboid.size.z();
    // What of a sunken box is below the ground no ray can meet.
    const double bottom = std::max(-half, ground_m - cuboid.center.z());
    return {bottom + std::min(0.35, 0.3 * cuboid.size.z()), -half + bodyShare * cuboid.size.z(), half};
}

/// What became of the rays towards the box in one direction, of which it covers a stretch over ground.
class Sector
{
public:
    Sector(const RayBand& band, const Eigen::Vector3d& eye, std::pair<double, double> stretch, double deepest,
        bool meetsCore)
        : m_band(band)
        , m_eye(eye)
        , m_stretch(stretch)
        , m_deep(std::min(stretch.second, stretch.first + deepest))
        , m_isDeep(stretch.second - stretch.first > deepest)
        , m_meetsCore(meetsCore)
    {
    }

    void count(double distance, double slope)
    {
        const double atEntry = m_eye.z() + slope * m_stretch.first;
        const double atDepth = m_eye.z() + slope * m_deep;
        const double atExit = m_eye.z() + slope * m_stretch.second;
        if (distance < m_stretch.first - before_m) {
            isHidden = isHidden || (atEntry > m_band.low && atEntry < m_band.top);
            return;
        }
        if (m_meetsCore && distance > m_stretch.second && std::min(atEntry, atExit) > m_band.low &&
            std::max(atEntry, atExit) < m_band.top)
            ++through;
        if (m_isDeep && std::min(atEntry, atDepth) > m_band.low && std::max(atEntry, atDepth) < m_band.high)
            ++(distance > m_deep ? pierced : stopped);
    }

    bool isHidden = false;
    std::size_t through = 0;
    std::size_t pierced = 0;
    std::size_t stopped = 0;

private:
    const RayBand& m_band;
    const Eigen::Vector3d& m_eye;
    std::pair<double, double> m_stretch;
    double m_deep;
    bool m_isDeep;
    bool m_meetsCore;
};

void tellRays(const PreparedFrame::Impl& frame, const Cuboid& cuboid, BoxLook& look)
{
    const Eigen::Vector3d eye = cuboid.toObject(frame.sensorOrigin);
    const Eigen::Vector2d half = 0.5 * cuboid.size.head<2>();
    const RayBand band = bandOf(cuboid, look.ground_m);
    const double deepest = std::min(deepest_m, 1.2 * half.minCoeff());
    std::size_t sectors = 0;
    std::size_t hidden = 0;
    const Eigen::Matrix2d turn = cuboid.rotation.toRotationMatrix().transpose().topLeftCorner<2, 2>();
    for (const int direction :
        FrameIndex::directionsTowards((cuboid.center - frame.sensorOrigin).head<2>(), half.norm())) {
        const double angle = ((direction + 0.5) / FrameIndex::directions - 0.5) * 2.0 * std::numbers::pi;
        const Eigen::Vector2d way = turn * Eigen::Vector2d(std::cos(angle), std::sin(angle));
        const auto stretch = chord(eye.head<2>(), way, half);
        if (!stretch || stretch->second - stretch->first < 0.1)
            continue;
        ++sectors;
        Sector sector(band, eye, *stretch, deepest, chord(eye.head<2>(), way, coreShare * half).has_value());
        for (const FrameIndex::RayEnd& ray : frame.index().rays(direction))
            if (const auto distance = static_cast<double>(ray.distance); distance > 0.5)
                sector.count(distance, (static_cast<double>(ray.z) - frame.sensor.z()) / distance);
        if (sector.isHidden) { // what passes over the thing before it says little
            ++hidden;
            continue;
        }
        look.through += sector.through;
        look.pierced += sector.pierced;
        look.stopped += sector.stopped;
    }
    look.hiddenShare = sectors == 0 ? 0.0 : static_cast<double>(hidden) / static_cast<double>(sectors);
}

} // namespace

std::size_t BoxLook::outside() const
{
    std::size_t sum = 0;
    for (const FaceLook& face : faces)
        sum += face.outside;
    return sum;
}

double BoxLook::piercedShare() const
{
    const std::size_t all = pierced + stopped;
    return all == 0 ? 0.0 : static_cast<double>(pierced) / static_cast<double>(all);
}

BoxLook lookAt(const LoadedFrame& frame, const Cuboid& cuboid, std::span<const Cuboid> others)
{
    BoxLook look;
    Neighbourhood(frame, cuboid, others).tell(look);
    tellRays(frame.prepared->impl(), cuboid, look);
    return look;
}

} // namespace lunkuo
