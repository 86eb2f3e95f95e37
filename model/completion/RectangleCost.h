#pragma once

#include "model/completion/FreeSpace.h"
#include "model/completion/Growth.h"
#include "model/completion/LeastSquares.h"
#include "model/completion/Visibility.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

namespace lunkuo
{

/// A box seen from above, relative to the click.
struct Rectangle
{
    Eigen::Vector2d center = Eigen::Vector2d::Zero();
    double yaw = 0.0;
    double length = 1.0;
    double width = 1.0;

    [[nodiscard]] Eigen::Vector2d toObject(const Eigen::Vector2d& place) const
    {
        return Eigen::Rotation2Dd(-yaw) * (place - center);
    }
    [[nodiscard]] Eigen::Vector2d fromObject(const Eigen::Vector2d& local) const
    {
        return center + Eigen::Rotation2Dd(yaw) * local;
    }
};

/// Signed distance from a rectangle's edge with rounded corners, negative inside.
class EdgeDistance
{
public:
    explicit EdgeDistance(const Rectangle& rectangle)
        : m_center(rectangle.center)
        , m_cos(std::cos(rectangle.yaw))
        , m_sin(std::sin(rectangle.yaw))
        , m_radius(std::min(0.30, 0.25 * std::min(rectangle.length, rectangle.width)))
        , m_inner(0.5 * rectangle.length - m_radius, 0.5 * rectangle.width - m_radius)
    {
    }

    [[nodiscard]] double operator()(const Eigen::Vector2d& place) const
    {
        const Eigen::Vector2d d = place - m_center;
        const double a = std::abs(m_cos * d.x() + m_sin * d.y()) - m_inner.x();
        const double b = std::abs(-m_sin * d.x() + m_cos * d.y()) - m_inner.y();
        return (a > 0.0 && b > 0.0 ? std::sqrt(a * a + b * b) : std::max(a, b)) - m_radius;
    }
    /// By x, y, yaw, length, width of the rectangle.
    [[nodiscard]] Eigen::Matrix<double, 5, 1> gradient(const Eigen::Vector2d& place) const;

private:
    Eigen::Vector2d m_center;
    double m_cos;
    double m_sin;
    double m_radius;
    Eigen::Vector2d m_inner;
};

using Gradient5 = Eigen::Matrix<double, 5, 1>; ///< by x, y, yaw, length, width

/// What the size of an object is expected to be.
struct SizePrior
{
    Eigen::Vector3d size;
    Eigen::Vector3d deviation;

    /// Length and width rise together.
    static constexpr double correlation = 0.45;
    [[nodiscard]] double cost(double length, double width) const;
    [[nodiscard]] Rectangle clamped(Rectangle rectangle) const;
};

/// A ray that ended on an object's sample: what it went through before is no body.
struct SightLine
{
    Eigen::Vector2d at = Eigen::Vector2d::Zero();      ///< of its end, relative to the click
    Eigen::Vector2d towards = Eigen::Vector2d::Zero(); ///< the sensor; unit length
    double low_m = 0.0;                                ///< so far from its end it runs low enough to meet a body
    double weight = 0.0;
};

/// All that speaks for or against a box: points with how surely they are the object's, free space, clicks, prior.
struct Evidence
{
    std::vector<Sample> samples;
    std::vector<double> membership; ///< per sample
    std::vector<FreeCell> free;
    std::vector<SightLine> lines;
    std::vector<Sample> belongs;
    std::vector<Sample> excluded;
    SizePrior prior;
    std::shared_ptr<const Visibility> visibility;
    double weight = 1.0; ///< of a member, so that the prior keeps a voice against very many
    std::optional<Eigen::Vector2d>
        sensor{}; ///< no box reaches the car that carries it; of one already known nobody asks

    /// What sides that should have been seen and were not speak against a box.
    [[nodiscard]] double missingCost(const Rectangle& rectangle) const;
    /// What rays speak against a box that they would have had to go through to reach the object's points.
    [[nodiscard]] double piercedCost(const Rectangle& rectangle) const;
    /// With at most so many samples and cells, evenly chosen; weighted as much as all.
    [[nodiscard]] Evidence thinned(std::size_t samples, std::size_t cells) const;
};

Evidence collectEvidence(const Surroundings& around, const Growth& growth, std::vector<FreeCell> free,
    std::shared_ptr<const Visibility> visibility, const std::vector<Sample>& belongs,
    const std::vector<Sample>& excluded, const SizePrior& prior, BodyKind body);

/// Lower is better.
double rectangleCost(const Rectangle& rectangle, const Evidence& evidence);

/// The cost linearized, for those who move a box under conditions of their own.
Normal<5> rectangleNormal(const Rectangle& rectangle, const Evidence& evidence);

/// A few Levenberg-Marquardt steps downhill.
Rectangle refineRectangle(const Rectangle& rectangle, const Evidence& evidence, int steps);

} // namespace lunkuo
