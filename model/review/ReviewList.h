#pragma once

#include "model/review/ReviewActions.h"

#include <QJsonObject>

namespace lunkuo
{

enum class ReviewOrder {
    ByFrame,        ///< the objects of one frame, then those of the next
    ByObject,       ///< an object in all of its frames, then the next object
    WholeFrames,    ///< frames, not objects
    LeastConfident, ///< what the fit was least sure of first
    ByClass,        ///< in the taxonomy's order of classes
    ByFinding,      ///< what the automatic checks have found first
    Sample          ///< some of the objects, chosen at random
};

/// In which order a reviewer goes through a project.
struct ReviewPlan
{
    static constexpr double leastSample_percent = 0.1;

    ReviewOrder order = ReviewOrder::ByFrame;
    double sample_percent = 10.0; ///< of the objects, of Sample
    quint32 seed = 1;             ///< the same seed chooses the same objects of the same project

    [[nodiscard]] QJsonObject toJson() const;
    /// What makes no sense is taken as not given.
    static ReviewPlan fromJson(const QJsonObject& json);
    friend bool operator==(const ReviewPlan&, const ReviewPlan&) = default;
};

/// Everything that the plan looks at, in its order, whether or not something has been said of it. `withFindings`: what
/// the checks speak of, the worst first.
std::vector<ReviewSubject> reviewList(
    const Scene& scene, const ReviewPlan& plan, const std::vector<ReviewSubject>& withFindings = {});

} // namespace lunkuo
