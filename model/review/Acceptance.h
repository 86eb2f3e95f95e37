#pragma once

#include "model/review/WorkMeter.h"

#include <array>

namespace lunkuo
{

inline constexpr std::size_t rejectReasons = 10;

/// What reviewers have said of shapes.
struct AcceptanceCount
{
    int acceptedAtOnce = 0;
    int acceptedLater = 0; ///< was rejected before
    int rejected = 0;      ///< waits for the annotator
    int answered = 0;      ///< waits for the reviewer

    [[nodiscard]] int judged() const { return acceptedAtOnce + acceptedLater + rejected + answered; }
    /// The share that was right at the first look; NaN of nothing.
    [[nodiscard]] double rate() const;
};

struct Acceptance
{
    AcceptanceCount all;
    int notJudged = 0; ///< shapes without a verdict
    std::map<QString, AcceptanceCount> byAnnotator;
    std::map<QString, AcceptanceCount> byClass;
    std::array<AcceptanceCount, rejectReasons> byReason{}; ///< each rejection by its own reason
    AcceptanceCount frames;                                ///< verdicts on frames as a whole
    AcceptanceCount places;                                ///< missing objects that were pinned
};

/// Counts the verdicts of a scene. The annotator of a shape is who answered, else who changed it last by the history,
/// else nobody is known ("").
Acceptance acceptanceOf(const Scene& scene, const WorkMeter& work);

} // namespace lunkuo
