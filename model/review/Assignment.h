#pragma once

#include <cstddef>
#include <vector>

namespace lunkuo
{

/// That `left` and `right` may belong together, and how good that would be (more than 0).
struct WeightedPair
{
    std::size_t left = 0;
    std::size_t right = 0;
    double weight = 0.0;
};

/// The pairs, by their places in the list and ascending, that weigh most together when each left and each right is
/// taken at most once. Pairs that have nothing to do with each other are solved apart, each group by the Hungarian
/// method with potentials (Kuhn 1955, Munkres 1957): cubic in the group only.
std::vector<std::size_t> bestAssignment(const std::vector<WeightedPair>& pairs);

} // namespace lunkuo
