#pragma once

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lunkuo
{

/// The one of the values below which that share of them lies (nearest rank). Reorders them; not for none.
template <class Values>
double nearestRank(Values&& values, double share)
{
    const auto place = std::begin(values) + std::lround(share * static_cast<double>(std::size(values) - 1));
    std::nth_element(std::begin(values), place, std::end(values));
    return *place;
}

} // namespace lunkuo
