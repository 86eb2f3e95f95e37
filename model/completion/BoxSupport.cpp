#include "model/completion/BoxSupport.h"

#include "model/completion/PreparedFrame.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr double low_m = 0.3;    ///< over the bottom: below may be road
constexpr double near_m = 0.12;  ///< so far outside points may be the object's
constexpr double beside_m = 0.5; ///< so far outside there should be room
constexpr double above_m = 0.9;
constexpr double bodyShare = 0.4; ///< of the height: below it there are no windows to see through
constexpr double deep_m = 0.45;
constexpr double bin_m = 0.3;
constexpr double skin_m = 0.4; ///< so far from its face a side's point may lie
constexpr double shell_m = 0.2;
constexpr double facing_m = 0.3;
constexpr double beyond_m = 0.2; ///< beyond a side's end it is looked for in so long pieces
constexpr int beyondBins = 4;
constexpr double before_m = 0.5; ///< what stops rays so far before a side hides it

/// How many of the points are where, in the frame of the box.
class Census
{
public:
    Census(const Eigen::Vector3d& size, const Eigen::Vector3d& eye)
        : m_half(0.5 * size)
        , m_eye(eye)
    {
        for (int axis = 0; axis < 2; ++axis)
            for (auto& side : m_filled[static_cast<std::size_t>(axis)])
                side.assign(binsAlong(axis), false);
    }

    [[nodiscard]] Eigen::Vector3d spanned() const
    {
        const Eigen::Vector3d size = m_reach.isEmpty() ? Eigen::Vector3d(0.0, 0.0, 0.0) : m_reach.sizes();
        return {size.x() / (2.0 * m_half.x()), size.y() / (2.0 * m_half.y()),
            m_reach.isEmpty() ? 0.0 : 0.5 + 0.5 * m_reach.max().z() / m_half.z()};
    }

    /// The longest a seen side goes on beyond its ends.
    [[nodiscard]] double goesOn_m() const
    {
        double longest = 0.0;
        for (const auto& ends : m_beyond) {
            double length = 0.0;
            for (const auto& bins : ends)
                for (std::size_t bin = 0; bin < bins.size() && bins[bin]; ++bin)
                    length += beyond_m;
            longest = std::max(longest, length);
        }
        return longest;
    }

    void count(const Eigen::Vector3d& p)
    {
        const double height = p.z() + m_half.z();
        const Eigen::Vector2d out = p.head<2>().cwiseAbs() - m_half.head<2>();
        const double outside = out.maxCoeff();
        if (height < low_m)
            return;
        if (height < 2.0 * m_half.z())
            lookBeyond(p, out);
        if (outside > beside_m)
            return;
        if (height > 2.0 * m_half.z() + near_m) {
            above += outside < 0.0 && height < 2.0 * m_half.z() + above_m ? 1.0 : 0.0;
            return;
        }
        if (outside > near_m) {
            beside += 1.0;
            return;
        }
        inside += 1.0;
        m_reach.extend(p);
        if (height < 2.0 * bodyShare * m_half.z()) {
            low += 1.0;
            deep += outside < -deep_m ? 1.0 : 0.0;
            shell += liesOnSeenSide(p) ? 1.0 : 0.0;
        }
        for (int axis = 0; axis < 2; ++axis)
            if (out[axis] > -skin_m)
                m_filled[static_cast<std::size_t>(axis)][p[axis] > 0.0 ? 1 : 0][binOf(axis, p[1 - axis])] = true;
    }

    /// Whether the sensor is on the outer side of the faces across that axis.
    [[nodiscard]] bool isSeen(int axis) const { return std::abs(m_eye[axis]) > m_half[axis] + facing_m; }

    [[nodiscard]] std::size_t binsAlong(int axis) const
    {
        return static_cast<std::size_t>(std::clamp(std::lround(2.0 * m_half[1 - axis] / bin_m), 1L, 200L));
    }
    [[nodiscard]] bool isFilled(int axis, bool front, std::size_t bin) const
    {
        return m_filled[static_cast<std::size_t>(axis)][front ? 1 : 0][bin];
    }

    double inside = 0.0;
    double beside = 0.0;
    double above = 0.0;
    double low = 0.0;
    double deep = 0.0;
    double shell = 0.0;

private:
    [[nodiscard]] bool liesOnSeenSide(const Eigen::Vector3d& p) const
    {
        const auto isOn = [&](int axis) {
            return isSeen(axis) && std::abs(p[axis] - std::copysign(m_half[axis], m_eye[axis])) < shell_m;
        };
        return isOn(0) || isOn(1);
    }

    /// Notes points on the line of a seen side beyond its ends.
    void lookBeyond(const Eigen::Vector3d& p, const Eigen::Vector2d& out)
    {
        for (int axis = 0; axis < 2; ++axis) {
            const double along = (out[1 - axis] - near_m) / beyond_m;
            if (isSeen(axis) && along > 0.0 && along < beyondBins &&
                std::abs(p[axis] - std::copysign(m_half[axis], m_eye[axis])) < shell_m)
                m_beyond[static_cast<std::size_t>(axis)][p[1 - axis] > 0.0 ? 1 : 0][static_cast<std::size_t>(along)] =
                    true;
        }
    }

    [[nodiscard]] std::size_t binOf(int axis, double along) const
    {
        const auto bins = static_cast<double>(binsAlong(axis));
        const double place = (along + m_half[1 - axis]) / (2.0 * m_half[1 - axis]) * bins;
        return static_cast<std::size_t>(std::clamp(place, 0.0, bins - 1.0));
    }

    Eigen::Vector3d m_half;
    Eigen::Vector3d m_eye;       ///< the sensor, in the frame of the box
    Eigen::AlignedBox3d m_reach; ///< of what is inside
    std::array<std::array<std::vector<bool>, 2>, 2> m_filled;
    std::array<std::array<std::array<bool, beyondBins>, 2>, 2> m_beyond{};
};

/// Whether something before that place of a side stops the rays that would have met it.
bool isHidden(const PreparedFrame::Impl& frame, const Eigen::Vector3d& place, double bottom, double height)
{
    const Eigen::Vector2d way = place.head<2>() - frame.sensor.head<2>();
    const double range = way.norm();
    const int direction = FrameIndex::directionOf(static_cast<float>(way.x()), static_cast<float>(way.y()));
    const std::span<const FrameIndex::RayEnd> rays = frame.index().rays(direction);
    return std::any_of(rays.begin(), rays.end(), [&](const FrameIndex::RayEnd& ray) {
        const auto distance = static_cast<double>(ray.distance);
        if (!(distance > 0.1) || distance > range - before_m)
            return false;
        const double slope = (static_cast<double>(ray.z) - frame.sensor.z()) / distance;
        const double there = frame.sensor.z() + slope * range - bottom;
        return there > 0.5 * low_m && there < 0.7 * height;
    });
}

void lookAtSides(BoxSupport& support, const PreparedFrame::Impl& frame, const Cuboid& cuboid, const Census& census)
{
    const Eigen::Vector3d& offset = frame.cloud->offset;
    const Eigen::Vector3d eye = cuboid.toObject(frame.sensorOrigin);
    const Eigen::Vector3d half = 0.5 * cuboid.size;
    double missing = 0.0;
    for (int axis = 0; axis < 2; ++axis) {
        if (!census.isSeen(axis))
            continue;
        const std::size_t bins = census.binsAlong(axis);
        const double width = 2.0 * half[1 - axis] / static_cast<double>(bins);
        for (std::size_t bin = 0; bin < bins; ++bin) {
            Eigen::Vector3d local = Eigen::Vector3d::Zero();
            local[axis] = std::copysign(half[axis], eye[axis]);
            local[1 - axis] = -half[1 - axis] + (static_cast<double>(bin) + 0.5) * width;
            if (census.isFilled(axis, eye[axis] > 0.0, bin))
                support.seen_m += width;
            else if (!isHidden(frame, cuboid.toSensor(local) - offset, cuboid.center.z() - offset.z() - half.z(),
                         cuboid.size.z()))
                missing += width;
        }
    }
    support.missingShare = missing > 0.0 ? missing / (missing + support.seen_m) : 0.0;
}

} // namespace

BoxSupport supportOf(const PreparedFrame& frame, const Completion& completion)
{
    const PreparedFrame::Impl& impl = frame.impl();
    const Cuboid& cuboid = completion.cuboid;
    Census census(cuboid.size, cuboid.toObject(impl.sensorOrigin));
    const double reach = 0.5 * cuboid.size.head<2>().norm() + near_m + beyondBins * beyond_m;
    for (const std::uint32_t i : impl.index().near((cuboid.center - impl.cloud->offset).head<2>(), reach))
        census.count(cuboid.toObject(impl.cloud->point(i)));
    BoxSupport support;
    support.points = static_cast<double>(completion.points.size());
    const double inside = std::max(1.0, census.inside);
    support.beside = census.beside / inside;
    support.above = census.above / inside;
    support.deep = census.deep / std::max(1.0, census.low);
    support.shell = census.shell / std::max(1.0, census.low);
    support.goesOn_m = census.goesOn_m();
    support.spanned = census.spanned();
    lookAtSides(support, impl, cuboid, census);
    return support;
}

} // namespace lunkuo
