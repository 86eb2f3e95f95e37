#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/review/Contingency.h"
#include "model/review/Disagreement.h"
#include "model/review/FramePairs.h"
#include "model/review/TrackAgreement.h"

#include <array>

namespace lunkuo
{

struct AgreementOptions
{
    double iou = 0.3;             ///< BEV IoU from which two boxes are the same object
    double good = 0.7;            ///< BEV IoU from which the boxes of an object count as alike
    double straight_deg = 10.0;   ///< error of the heading up to which it counts as alike
    std::size_t mostWorst = 2000; ///< disagreements that are kept, the worst ones
};

/// A is what is judged, B what it is judged by. NaN where there is nothing to divide by.
struct Rates
{
    double precision = 0.0; ///< share of A's boxes that B has too
    double recall = 0.0;    ///< share of B's boxes that A has too
    double f1 = 0.0;
};
Rates ratesOf(std::size_t matched, std::size_t boxesA, std::size_t boxesB);

/// The same at one threshold, seen from above and of the solids, each with an assignment of its own.
struct RatesAt
{
    double iou = 0.0;
    Rates bev;
    Rates solid;
};
inline constexpr std::array agreementThresholds{0.3, 0.5, 0.7};

/// Of differences A - B over all matches.
struct Spread
{
    double bias = 0.0;   ///< mean with its sign
    double mean = 0.0;   ///< of the amounts
    double median = 0.0; ///< likewise
    double p95 = 0.0;    ///< likewise
};
Spread spreadOf(const std::vector<double>& differences);

struct BoxErrors
{
    Spread center_m; ///< between the centres seen from above
    Spread bottom_m;
    Spread length_m;
    Spread width_m;
    Spread height_m;
    Spread heading_deg;         ///< modulo 180°, 0..90
    double reversedShare = 0.0; ///< of the matches: front and rear exchanged
};

struct AttributeAgreement
{
    QString id;
    int compared = 0; ///< both have an answer
    int onlyA = 0;    ///< only A has one
    int onlyB = 0;
    double agreement = 0.0;      ///< share of equal answers, NaN of nothing
    std::optional<double> kappa; ///< of flags and choices, where defined
    bool isOfCategories = true;  ///< a flag or a choice; kappa means nothing for others
    double meanDifference = 0.0; ///< of numbers
};

struct Agreement
{
    AgreementOptions options;
    int frames = 0; ///< that both have
    QStringList framesOnlyA;
    QStringList framesOnlyB;
    int framesEmptyInB = 0; ///< where A has boxes and B none at all: perhaps nobody looked there
    std::size_t boxesA = 0; ///< in the common frames
    std::size_t boxesB = 0;
    std::size_t matched = 0;
    Rates rates; ///< at options.iou
    std::vector<RatesAt> at;
    double meanBevIou = 0.0;
    double meanIou3d = 0.0;
    BoxErrors errors;
    Contingency confusion; ///< class of A, class of B; empty: the other one has no such object
    Contingency classes;   ///< of the matches only
    std::vector<AttributeAgreement> attributes;
    TrackFigures tracks;
    std::array<int, disagreementKinds> counts{}; ///< of each kind, also those that are not kept
    std::vector<Disagreement> worst;             ///< worst first
};

/// Compares two annotations of the same data frame by frame. In each frame the boxes are given to each other so that
/// they overlap most together (BEV IoU), whatever their classes. Attributes of a track are counted once per pair of
/// objects, those of a shape in each frame. Error: cancelled, or no frame is in both.
Result<Agreement> compareScenes(const ComparedScene& a, const ComparedScene& b, const AgreementOptions& options = {},
    const Progress& progress = {});

} // namespace lunkuo
