#pragma once

#include "model/base/Progress.h"
#include "model/completion/Completer.h"

#include <QString>
#include <limits>

namespace lunkuo
{

/// A class of which objects are looked for, with what its completion goes by.
struct SuggestionClass
{
    QString id;
    CompletionOptions completion;
};

/// An object that nobody has clicked on yet.
struct Suggestion
{
    QString classId;
    Completion completion;
    Eigen::Vector3d seed = Eigen::Vector3d::Zero(); ///< the click that finds it, sensor frame
    double confidence = 0.0; ///< 0..1: how likely there is a vehicle with about this box (BEV IoU >= 0.5)
};

struct SuggesterOptions
{
    int threads = 2;
    std::size_t mostClusters = 64; ///< looked at closely, the likeliest first; as many again as trucks and buses
    double leastLikeness = 0.2;    ///< of a cluster that is looked at closely
    double leastTallShare = 0.4;   ///< of a cluster that may be the rear of a truck or a bus
    double leastConfidence = 0.2;  ///< of what is suggested
    double mostOverlap = 0.1;      ///< BEV IoU of two suggestions
    std::size_t fewestLeft = 30;   ///< points of a cluster that its first box leaves over are worth a second
    std::vector<Cuboid> known{};   ///< what is annotated already: what lies in it is left out
    std::vector<Cuboid> within{};  ///< only clusters that reach into one of these are looked at; none: all of them
    std::size_t fewestPoints = 0;  ///< of a cluster, without what is known
    double farthest_m = std::numeric_limits<double>::infinity(); ///< from the sensor
};

/// All that looks like a vehicle in a frame, the surest first; no two overlap. Classes that are no vehicles are passed
/// over; of several with the same body the first counts. Pure: same input, same output. Nothing when cancelled.
std::vector<Suggestion> suggest(const PreparedFrame& frame, const std::vector<SuggestionClass>& classes,
    const SuggesterOptions& options = {}, const Progress& progress = {});

} // namespace lunkuo
