#include "model/sequence/PathSmoother.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <Eigen/LU>
#include <Eigen/SparseCholesky>

namespace lunkuo
{

namespace
{

constexpr double acceleration = 2.0;     ///< m/s², usual changes from sight to sight
constexpr double turnAcceleration = 0.3; ///< rad/s²
constexpr double shortest_s = 1e-3;
constexpr int rounds = 3;
constexpr double strayLimit = 6.0; ///< squared deviations from which on a sight counts less and less

using Triplets = std::vector<Eigen::Triplet<double>>;

double step_s(const std::vector<WorldSight>& sights, std::size_t i)
{
    return std::max(shortest_s, sights[i + 1].time_s - sights[i].time_s);
}

void add(Triplets& triplets, std::size_t row, std::size_t column, double value)
{
    triplets.emplace_back(static_cast<int>(row), static_cast<int>(column), value);
}

/// What accelerations cost: for each inner sight the second difference of its neighbours, `stride` values per sight.
void addAccelerations(Triplets& triplets, const std::vector<WorldSight>& sights, std::size_t stride, double deviation)
{
    for (std::size_t i = 1; i + 1 < sights.size(); ++i) {
        const double before = step_s(sights, i - 1);
        const double after = step_s(sights, i);
        const double middle = 0.5 * (before + after);
        const std::array<double, 3> factors{
            1.0 / (before * middle), -(1.0 / before + 1.0 / after) / middle, 1.0 / (after * middle)};
        for (std::size_t axis = 0; axis < stride; ++axis)
            for (std::size_t a = 0; a < 3; ++a)
                for (std::size_t b = 0; b < 3; ++b)
                    add(triplets, (i - 1 + a) * stride + axis, (i - 1 + b) * stride + axis,
                        factors[a] * factors[b] / (deviation * deviation));
    }
}

Eigen::VectorXd solved(const Triplets& triplets, const Eigen::VectorXd& right)
{
    Eigen::SparseMatrix<double> matrix(right.size(), right.size());
    matrix.setFromTriplets(triplets.begin(), triplets.end());
    return Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>>(matrix).solve(right);
}

Eigen::VectorXd smoothedPlaces(const std::vector<WorldSight>& sights, const Eigen::VectorXd& now)
{
    Triplets triplets;
    Eigen::VectorXd right = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(2 * sights.size()));
    for (std::size_t i = 0; i < sights.size(); ++i) {
        const auto at = static_cast<Eigen::Index>(2 * i);
        Eigen::Matrix2d weight = sights[i].covariance.topLeftCorner<2, 2>().inverse();
        const Eigen::Vector2d off = sights[i].place.head<2>() - now.segment<2>(at);
        weight *= std::pow(strayLimit / (strayLimit + off.dot(weight * off)), 2);
        for (std::size_t a = 0; a < 2; ++a)
            for (std::size_t b = 0; b < 2; ++b)
                add(triplets, 2 * i + a, 2 * i + b, weight(static_cast<int>(a), static_cast<int>(b)));
        right.segment<2>(at) = weight * sights[i].place.head<2>();
    }
    addAccelerations(triplets, sights, 2, acceleration);
    return solved(triplets, right);
}

Eigen::VectorXd smoothedHeadings(
    const std::vector<WorldSight>& sights, const Eigen::VectorXd& headings, const Eigen::VectorXd& now)
{
    Triplets triplets;
    Eigen::VectorXd right = Eigen::VectorXd::Zero(headings.size());
    for (std::size_t i = 0; i < sights.size(); ++i) {
        const auto at = static_cast<Eigen::Index>(i);
        double weight = 1.0 / sights[i].covariance(2, 2);
        weight *= std::pow(strayLimit / (strayLimit + weight * std::pow(headings[at] - now[at], 2)), 2);
        add(triplets, i, i, weight);
        right[at] = weight * headings[at];
    }
    addAccelerations(triplets, sights, 1, turnAcceleration);
    return solved(triplets, right);
}

} // namespace

std::vector<Eigen::Vector3d> smoothed(const std::vector<WorldSight>& sights)
{
    const auto count = static_cast<Eigen::Index>(sights.size());
    Eigen::VectorXd places(2 * count);
    Eigen::VectorXd headings(count); // without jumps at half a turn
    for (Eigen::Index i = 0; i < count; ++i) {
        const WorldSight& sight = sights[static_cast<std::size_t>(i)];
        places.segment<2>(2 * i) = sight.place.head<2>();
        headings[i] = i == 0 ? sight.place.z() : headings[i - 1] + wrapAngle(sight.place.z() - headings[i - 1]);
    }
    Eigen::VectorXd smoothPlaces = places;
    Eigen::VectorXd smoothHeadings = headings;
    for (int round = 0; round < rounds && count > 2; ++round) {
        smoothPlaces = smoothedPlaces(sights, smoothPlaces);
        smoothHeadings = smoothedHeadings(sights, headings, smoothHeadings);
    }
    std::vector<Eigen::Vector3d> result;
    for (Eigen::Index i = 0; i < count; ++i)
        result.emplace_back(smoothPlaces[2 * i], smoothPlaces[2 * i + 1], wrapAngle(smoothHeadings[i]));
    return result;
}

} // namespace lunkuo
