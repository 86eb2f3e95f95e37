#pragma once

#include "model/completion/Surroundings.h"

namespace lunkuo
{

/// How the samples hang together with the clicks: a sample's gap is the largest step that cannot be avoided on the way
/// from any click to it. So one flood answers for every threshold.
struct Growth
{
    std::vector<double> gap;        ///< per sample; infinite where nothing leads, or where a "not" click is nearer
    std::vector<double> membership; ///< 0..1 per sample
    double spacing = 0.0;           ///< usual distance between samples near the clicks
    double sureGap = 0.0;           ///< where membership begins to fall
    double wideGap = 0.0;           ///< where it ends

    /// The same flood, held to be the object's up to other gaps.
    [[nodiscard]] Growth held(double sure, double wide) const;

    /// Sum of the memberships.
    [[nodiscard]] double memberCount() const;
    /// The samples whose gap is at most `level`.
    [[nodiscard]] std::vector<Sample> members(const std::vector<Sample>& samples, double level) const;
};

/// Seeds as places like samples'. The first of `belongs` must have a sample nearby, see `nearestSample`. What is
/// smaller than a car keeps a smaller distance from other things: `scale` is that of the gaps, 1 for cars.
Growth grow(const Surroundings& around, const std::vector<Sample>& belongs, const std::vector<Sample>& excluded,
    double scale = 1.0);

/// Distance of the nearest sample; infinite when there is none.
double nearestSample(const std::vector<Sample>& samples, const Sample& place);

} // namespace lunkuo
