#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <vector>

namespace lunkuo
{

/// One squared residual, robust where `limit` is above zero: quadratic near zero, `limit` at most (Geman-McClure).
struct Term
{
    double weight = 0.0;
    double residual = 0.0;
    double limit = 0.0;

    [[nodiscard]] double cost() const
    {
        const double squared = residual * residual;
        return weight * (limit > 0.0 ? limit * squared / (limit + squared) : squared);
    }
    /// Of the squared residual in iteratively reweighted least squares.
    [[nodiscard]] double effectiveWeight() const
    {
        const double t = limit > 0.0 ? limit / (limit + residual * residual) : 1.0;
        return weight * t * t;
    }
};

inline double costOf(const std::vector<Term>& terms)
{
    double cost = 0.0;
    for (const Term& term : terms)
        cost += term.cost();
    return cost;
}

template <int N>
struct Normal
{
    Eigen::Matrix<double, N, N> matrix = Eigen::Matrix<double, N, N>::Zero();
    Eigen::Matrix<double, N, 1> right = Eigen::Matrix<double, N, 1>::Zero();

    void add(const Term& term, const Eigen::Matrix<double, N, 1>& gradient)
    {
        const double weight = term.effectiveWeight();
        matrix.noalias() += weight * gradient * gradient.transpose();
        right -= weight * term.residual * gradient;
    }
};

template <int N>
struct Descent
{
    Eigen::Matrix<double, N, 1> state;
    double cost = 0.0;
};

/// Levenberg-Marquardt: `normalOf(state)` linearizes, `costAt(state)` judges, `admit(state)` brings a state into its
/// bounds.
template <int N, class NormalOf, class CostAt, class Admit>
Descent<N> descend(const Eigen::Matrix<double, N, 1>& start, int steps, const NormalOf& normalOf, const CostAt& costAt,
    const Admit& admit)
{
    using Vector = Eigen::Matrix<double, N, 1>;
    Descent<N> best{start, costAt(start)};
    double damping = 1e-3;
    Normal<N> normal = normalOf(best.state);
    for (int step = 0; step < steps; ++step) {
        Eigen::Matrix<double, N, N> matrix = normal.matrix;
        matrix.diagonal() += damping * (normal.matrix.diagonal() + Vector::Constant(1.0));
        const Vector next = admit(Vector(best.state + matrix.ldlt().solve(normal.right)));
        const double cost = costAt(next);
        if (cost < best.cost) {
            best = {next, cost};
            damping *= 0.3;
            if (step + 1 < steps)
                normal = normalOf(best.state);
        } else {
            damping *= 10.0;
        }
    }
    return best;
}

/// Linearizes by small differences. `terms(state, out)` gives the same number of terms for every state.
template <int N, class Terms>
Normal<N> linearize(const Eigen::Matrix<double, N, 1>& state, const Terms& terms)
{
    constexpr double step = 1e-4;
    std::vector<Term> here;
    terms(state, here);
    std::vector<Term> there;
    Eigen::Matrix<double, Eigen::Dynamic, N> jacobian(static_cast<Eigen::Index>(here.size()), N);
    for (int k = 0; k < N; ++k) {
        Eigen::Matrix<double, N, 1> moved = state;
        moved[k] += step;
        terms(moved, there);
        for (std::size_t i = 0; i < here.size(); ++i)
            jacobian(static_cast<Eigen::Index>(i), k) = (there[i].residual - here[i].residual) / step;
    }
    Normal<N> normal;
    for (std::size_t i = 0; i < here.size(); ++i)
        if (here[i].residual != 0.0)
            normal.add(here[i], jacobian.row(static_cast<Eigen::Index>(i)).transpose());
    return normal;
}

} // namespace lunkuo
