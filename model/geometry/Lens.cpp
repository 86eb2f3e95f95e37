#include "model/geometry/Lens.h"

#include <cmath>
#include <Eigen/LU>

namespace lunkuo
{

namespace
{
constexpr double farthestTangent = 20.0; ///< 87° off the axis, where a pinhole's picture has long ended
constexpr int scanSteps = 4000;
constexpr int halvings = 60;
constexpr int newtonSteps = 20;
constexpr double converged = 1e-12;

/// A place, and how it moves with the direction.
struct Bent
{
    Eigen::Vector2d place;
    Eigen::Matrix2d jacobian;
};

/// The share by which the radius grows, and its derivative by the squared radius.
struct Radial
{
    double factor = 1.0;
    double slope = 0.0;
};

Radial radialOf(const Lens::Coefficients& c, double r2)
{
    const double above = 1.0 + r2 * (c[0] + r2 * (c[1] + r2 * c[4]));
    const double below = 1.0 + r2 * (c[5] + r2 * (c[6] + r2 * c[7]));
    const double aboveSlope = c[0] + r2 * (2.0 * c[1] + r2 * 3.0 * c[4]);
    const double belowSlope = c[5] + r2 * (2.0 * c[6] + r2 * 3.0 * c[7]);
    return {above / below, (aboveSlope * below - above * belowSlope) / (below * below)};
}

/// x'' = x' radial + 2 p1 x' y' + p2 (r² + 2 x'²), y'' = y' radial + p1 (r² + 2 y'²) + 2 p2 x' y'
Bent brownConrady(const Lens::Coefficients& c, const Eigen::Vector2d& at)
{
    const double x = at.x();
    const double y = at.y();
    const double r2 = at.squaredNorm();
    const double p1 = c[2];
    const double p2 = c[3];
    const Radial radial = radialOf(c, r2);
    Bent bent;
    bent.place = radial.factor * at + Eigen::Vector2d(2.0 * p1 * x * y + p2 * (r2 + 2.0 * x * x),
                                          p1 * (r2 + 2.0 * y * y) + 2.0 * p2 * x * y);
    bent.jacobian = radial.factor * Eigen::Matrix2d::Identity() + 2.0 * radial.slope * at * at.transpose();
    const double mixed = 2.0 * (p1 * x + p2 * y);
    bent.jacobian(0, 0) += 2.0 * p1 * y + 6.0 * p2 * x;
    bent.jacobian(0, 1) += mixed;
    bent.jacobian(1, 0) += mixed;
    bent.jacobian(1, 1) += 6.0 * p1 * y + 2.0 * p2 * x;
    return bent;
}

double radiusOf(const Lens::Coefficients& c, double r)
{
    return r * radialOf(c, r * r).factor;
}

double radiusSlope(const Lens::Coefficients& c, double r)
{
    const Radial radial = radialOf(c, r * r);
    return radial.factor + 2.0 * r * r * radial.slope;
}

/// theta_d = theta (1 + k1 theta² + k2 theta⁴ + k3 theta⁶ + k4 theta⁸)
double bentAngle(const Lens::Coefficients& c, double theta)
{
    const double t2 = theta * theta;
    return theta * (1.0 + t2 * (c[0] + t2 * (c[1] + t2 * (c[2] + t2 * c[3]))));
}

double bentAngleSlope(const Lens::Coefficients& c, double theta)
{
    const double t2 = theta * theta;
    return 1.0 + t2 * (3.0 * c[0] + t2 * (5.0 * c[1] + t2 * (7.0 * c[2] + t2 * 9.0 * c[3])));
}

/// The first argument up to `end` from which on the function grows no more.
double growsUpTo(double end, const auto& slope)
{
    double low = 0.0;
    for (int i = 1; i <= scanSteps; ++i) {
        double high = end * i / scanSteps;
        if (slope(high) > 0.0) {
            low = high;
            continue;
        }
        for (int half = 0; half < halvings; ++half) {
            const double middle = 0.5 * (low + high);
            (slope(middle) > 0.0 ? low : high) = middle;
        }
        return low;
    }
    return end;
}

/// The argument up to `end` where the growing function has the value; `end` when it does not reach it.
double inverseOf(double value, double end, const auto& function)
{
    double low = 0.0;
    double high = end;
    for (int half = 0; half < halvings; ++half) {
        const double middle = 0.5 * (low + high);
        (function(middle) < value ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

std::optional<Eigen::Vector2d> straightenedBrownConrady(
    const Lens::Coefficients& c, double limit, const Eigen::Vector2d& place)
{
    // Without the tangential part the answer is found for certain; from there on it is not far.
    const double radius = place.norm();
    Eigen::Vector2d at = place;
    if (radius > 0.0)
        at *= inverseOf(radius, limit, [&c](double r) { return radiusOf(c, r); }) / radius;
    for (int step = 0; step < newtonSteps; ++step) {
        const Bent bent = brownConrady(c, at);
        const Eigen::Vector2d miss = bent.place - place;
        if (miss.norm() < converged)
            break;
        at -= bent.jacobian.inverse() * miss;
        if (!at.allFinite())
            return std::nullopt;
    }
    const Bent bent = brownConrady(c, at);
    const bool isMet = (bent.place - place).norm() < 1e3 * converged;
    if (!isMet || at.norm() > limit || !(bent.jacobian.determinant() > 0.0))
        return std::nullopt;
    return at;
}
} // namespace

Lens::Lens(Kind kind, const Coefficients& coefficients)
    : m_kind(kind)
    , m_coefficients(coefficients)
{
    if (kind == Kind::BrownConrady)
        m_limit = growsUpTo(farthestTangent, [&](double r) { return radiusSlope(coefficients, r); });
    else if (kind == Kind::KannalaBrandt)
        m_limit = growsUpTo(M_PI, [&](double theta) { return bentAngleSlope(coefficients, theta); });
}

std::optional<Eigen::Vector2d> Lens::bend(const Eigen::Vector3d& direction) const
{
    const Eigen::Vector2d across = direction.head<2>();
    if (m_kind == Kind::KannalaBrandt) {
        const double radius = across.norm();
        const double theta = std::atan2(radius, direction.z());
        // Written so that a NaN is outside too.
        if (!(theta < m_limit))
            return std::nullopt;
        return radius > 0.0 ? Eigen::Vector2d(across * (bentAngle(m_coefficients, theta) / radius)) : across;
    }
    if (!(direction.z() > 0.0))
        return std::nullopt;
    const Eigen::Vector2d at = across / direction.z();
    if (m_kind == Kind::Pinhole)
        return at;
    if (!(at.norm() < m_limit))
        return std::nullopt;
    const Bent bent = brownConrady(m_coefficients, at);
    return bent.jacobian.determinant() > 0.0 ? std::optional(bent.place) : std::nullopt;
}

std::optional<Eigen::Vector3d> Lens::straighten(const Eigen::Vector2d& place) const
{
    if (!place.allFinite())
        return std::nullopt;
    if (m_kind == Kind::KannalaBrandt) {
        const double radius = place.norm();
        if (!(radius < bentAngle(m_coefficients, m_limit)))
            return std::nullopt;
        const double theta =
            inverseOf(radius, m_limit, [this](double angle) { return bentAngle(m_coefficients, angle); });
        const Eigen::Vector2d across = radius > 0.0 ? Eigen::Vector2d(place / radius) : place;
        return Eigen::Vector3d(across.x() * std::sin(theta), across.y() * std::sin(theta), std::cos(theta));
    }
    const auto at =
        m_kind == Kind::Pinhole ? std::optional(place) : straightenedBrownConrady(m_coefficients, m_limit, place);
    if (!at)
        return std::nullopt;
    return at->homogeneous().normalized();
}

} // namespace lunkuo
