#include "model/completion/BoxOutline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{

constexpr double nearEnough_m = 0.2;
constexpr int cornerSteps = 5;

/// Upper side profile in fractions of length (from the front, 0..1) and height (0..1).
std::vector<Eigen::Vector2d> upperProfile(BodyKind body)
{
    switch (body) {
    case BodyKind::Car:
        return {{0, 0.2}, {0, 0.5}, {0.27, 0.64}, {0.45, 1}, {0.74, 1}, {0.89, 0.68}, {1, 0.66}, {1, 0.2}};
    case BodyKind::Van:
        return {{0, 0.2}, {0, 0.52}, {0.13, 0.6}, {0.31, 1}, {0.97, 1}, {1, 0.6}, {1, 0.2}};
    default:
        return {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
    }
}

/// Height of the upper profile at a fraction of the length.
double heightAt(const std::vector<Eigen::Vector2d>& profile, double u)
{
    double result = 0.0;
    for (std::size_t i = 1; i < profile.size(); ++i) {
        const Eigen::Vector2d& a = profile[i - 1];
        const Eigen::Vector2d& b = profile[i];
        if (u < a.x() || u > b.x())
            continue;
        const double t = b.x() > a.x() ? (u - a.x()) / (b.x() - a.x()) : 1.0;
        result = std::max(result, a.y() + t * (b.y() - a.y()));
    }
    return result;
}

std::vector<Eigen::Vector2d> roundedRectangle(double length, double width)
{
    const double radius = 0.25 * std::min(length, width);
    const Eigen::Vector2d inner(0.5 * length - radius, 0.5 * width - radius);
    std::vector<Eigen::Vector2d> polygon;
    for (int corner = 0; corner < 4; ++corner) {
        const Eigen::Vector2d center(
            corner == 0 || corner == 3 ? inner.x() : -inner.x(), corner < 2 ? inner.y() : -inner.y());
        for (int step = 0; step <= cornerSteps; ++step) {
            const double angle = std::numbers::pi / 2 * (corner + static_cast<double>(step) / cornerSteps);
            polygon.push_back(center + radius * Eigen::Vector2d(std::cos(angle), std::sin(angle)));
        }
    }
    return polygon;
}

/// Which parts are near points, and which mirror such a part.
class Sight
{
public:
    Sight(const Cuboid& cuboid, const std::vector<Eigen::Vector3d>& points)
    {
        for (const Eigen::Vector3d& p : points)
            m_points.push_back(cuboid.toObject(p));
    }

    [[nodiscard]] Provenance of(const Eigen::Vector3d& at, bool plan) const
    {
        if (isNear(at, plan))
            return Provenance::Seen;
        return isNear({at.x(), -at.y(), at.z()}, plan) ? Provenance::Symmetry : Provenance::Prior;
    }

private:
    [[nodiscard]] bool isNear(const Eigen::Vector3d& at, bool plan) const
    {
        return std::any_of(m_points.begin(), m_points.end(), [&](const Eigen::Vector3d& p) {
            return (plan ? (p - at).head<2>().squaredNorm() : (p - at).squaredNorm()) < nearEnough_m * nearEnough_m;
        });
    }
    std::vector<Eigen::Vector3d> m_points;
};

/// Stations along the length, each a ring of the plan polygon's shape cut by the profile; ends closed.
void addSurface(Outline& outline, const Eigen::Vector3d& size, const std::vector<Eigen::Vector2d>& profile)
{
    constexpr int levels = 8;
    const std::size_t around = outline.footprint.size();
    const auto vertex = [&](std::size_t i, int level) {
        Eigen::Vector2d plan = outline.footprint[i];
        const double fraction = static_cast<double>(level) / levels;
        // Above the belt line the body leans in, and nothing is higher than the profile allows.
        const double lean = std::max(0.0, fraction - 0.55) / 0.45;
        plan.y() *= 1.0 - 0.22 * lean;
        double u = 0.5 - plan.x() / size.x();
        for (int i2 = 0; i2 < 40 && heightAt(profile, u) < fraction; ++i2)
            u += u < 0.6 ? 0.0125 : -0.0125;
        return Eigen::Vector3d((0.5 - u) * size.x(), plan.y(), (fraction - 0.5) * size.z());
    };
    for (int level = 0; level <= levels; ++level)
        for (std::size_t i = 0; i < around; ++i)
            outline.vertices.push_back(vertex(i, level));
    const auto id = [around](std::size_t i, int level) {
        return static_cast<std::uint32_t>(static_cast<std::size_t>(level) * around + i % around);
    };
    for (int level = 0; level < levels; ++level)
        for (std::size_t i = 0; i < around; ++i) {
            outline.triangles.push_back({id(i, level), id(i + 1, level), id(i + 1, level + 1)});
            outline.triangles.push_back({id(i, level), id(i + 1, level + 1), id(i, level + 1)});
        }
    for (std::size_t i = 1; i + 1 < around; ++i) {
        outline.triangles.push_back({id(0, 0), id(i + 1, 0), id(i, 0)});
        outline.triangles.push_back({id(0, levels), id(i, levels), id(i + 1, levels)});
    }
}

} // namespace

Outline boxOutline(
    const Cuboid& cuboid, BodyKind body, const std::vector<Eigen::Vector3d>& points, const Eigen::Vector3d&)
{
    Outline outline;
    outline.footprint = roundedRectangle(cuboid.size.x(), cuboid.size.y());
    const auto profile = upperProfile(body);
    for (const Eigen::Vector2d& p : profile)
        outline.profile.emplace_back((0.5 - p.x()) * cuboid.size.x(), (p.y() - 0.5) * cuboid.size.z());
    addSurface(outline, cuboid.size, profile);
    const Sight sight(cuboid, points);
    for (const Eigen::Vector3d& v : outline.vertices)
        outline.provenance.push_back(sight.of(v, false));
    for (const Eigen::Vector2d& p : outline.footprint)
        outline.footprintProvenance.push_back(sight.of({p.x(), p.y(), 0}, true));
    return outline;
}

} // namespace lunkuo
