#include "model/review/Agreement.h"

#include "model/evaluation/Metrics.h"
#include "model/review/AttributeComparison.h"
#include "model/review/FrameOverlaps.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Agreement)
};

double shareOf(std::size_t part, std::size_t all)
{
    return all == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(part) / static_cast<double>(all);
}

/// How bad it is where nothing is measured. A wrong object costs more than a wrong class, that more than a wrong front.
namespace badnessOf
{
constexpr double lone = 1.0;
constexpr double wrongClass = 0.9;
constexpr double identitySwitch = 0.85;
constexpr double reversed = 0.8;
constexpr double attribute = 0.3;
} // namespace badnessOf

/// The differences of all matches, for the spreads.
struct Differences
{
    std::vector<double> bev, solid, center, bottom, length, width, height, heading;
    std::size_t reversed = 0;

    void add(const BoxScore& score)
    {
        bev.push_back(score.bevIou);
        solid.push_back(score.iou3d);
        center.push_back(score.center_m);
        bottom.push_back(score.bottom_m);
        length.push_back(score.size_m.x());
        width.push_back(score.size_m.y());
        height.push_back(score.size_m.z());
        heading.push_back(score.yawError_deg);
        reversed += score.facesRight ? 0 : 1;
    }
    [[nodiscard]] BoxErrors errors() const
    {
        return {spreadOf(center), spreadOf(bottom), spreadOf(length), spreadOf(width), spreadOf(height),
            spreadOf(heading), shareOf(reversed, bev.size())};
    }
};

/// Goes through the frames and counts.
class Comparison
{
public:
    Comparison(const ComparedScene& a, const ComparedScene& b, const AgreementOptions& options)
        : m_a(a.scene)
        , m_b(b.scene)
        , m_attributes(a.scene.taxonomy, b.scene.taxonomy)
    {
        m_result.options = options;
    }

    void add(FrameId frameA, FrameId frameB)
    {
        m_frame = frameA;
        m_frameName = fullNameOf(m_a, frameA);
        m_shapesA = shapesOf(m_a, frameA);
        m_shapesB = shapesOf(m_b, frameB);
        m_result.boxesA += m_shapesA.size();
        m_result.boxesB += m_shapesB.size();
        m_result.framesEmptyInB += m_shapesB.empty() && !m_shapesA.empty() ? 1 : 0;
        for (const Shape* shape : m_shapesA)
            m_tracks.addBoxOfA(shape->track);
        for (const Shape* shape : m_shapesB)
            m_tracks.addBoxOfB(shape->track);
        const std::vector<Overlap> overlaps = overlapsOf(m_shapesA, m_shapesB);
        count(overlaps);
        const std::vector<Overlap> matches = bestOverlaps(overlaps, &Overlap::bev, m_result.options.iou);
        for (const Overlap& overlap : overlaps)
            if (overlap.bev >= m_result.options.iou)
                m_tracks.addOverlap(m_shapesA[overlap.a]->track, m_shapesB[overlap.b]->track);
        for (const Overlap& match : matches)
            addMatch(match);
        addRest(overlaps, matches);
        ++m_result.frames;
        // Two annotations that have little in common would fill the memory.
        if (m_result.worst.size() > 8 * m_result.options.mostWorst)
            keepWorst();
    }

    Agreement result()
    {
        Agreement& r = m_result;
        r.rates = ratesOf(r.matched, r.boxesA, r.boxesB);
        for (std::size_t i = 0; i < agreementThresholds.size(); ++i)
            r.at.push_back({agreementThresholds[i], ratesOf(m_bevMatches[i], r.boxesA, r.boxesB),
                ratesOf(m_solidMatches[i], r.boxesA, r.boxesB)});
        r.meanBevIou = mean(m_differences.bev);
        r.meanIou3d = mean(m_differences.solid);
        r.errors = m_differences.errors();
        r.attributes = m_attributes.result();
        r.tracks = m_tracks.figures();
        keepWorst();
        return std::move(r);
    }

private:
    static std::vector<const Shape*> shapesOf(const Scene& scene, FrameId frame)
    {
        std::vector<const Shape*> shapes;
        for (const ShapeId id : scene.shapes.ofFrame(frame))
            shapes.push_back(&scene.shapes.at(id));
        return shapes;
    }

    void count(const std::vector<Overlap>& overlaps)
    {
        for (std::size_t i = 0; i < agreementThresholds.size(); ++i) {
            m_bevMatches[i] += bestOverlaps(overlaps, &Overlap::bev, agreementThresholds[i]).size();
            m_solidMatches[i] += bestOverlaps(overlaps, &Overlap::solid, agreementThresholds[i]).size();
        }
    }

    void addMatch(const Overlap& match)
    {
        const Shape& a = *m_shapesA[match.a];
        const Shape& b = *m_shapesB[match.b];
        const Track& trackA = m_a.tracks.at(a.track);
        const Track& trackB = m_b.tracks.at(b.track);
        const BoxScore score = scoreBox(a.cuboid, b.cuboid);
        m_differences.add(score);
        ++m_result.matched;
        m_result.confusion.add(trackA.classId, trackB.classId);
        m_result.classes.add(trackA.classId, trackB.classId);
        if (trackA.classId != trackB.classId)
            note(DisagreementKind::ClassDiffers, badnessOf::wrongClass, &a, &b);
        if (!score.facesRight)
            note(DisagreementKind::HeadingReversed, badnessOf::reversed, &a, &b);
        else if (score.yawError_deg > m_result.options.straight_deg)
            note(DisagreementKind::HeadingDiffers, score.yawError_deg / 90.0, &a, &b, score.yawError_deg);
        if (match.bev < m_result.options.good)
            note(DisagreementKind::BoxDiffers, 1.0 - match.bev, &a, &b, match.bev);
        for (const AttributeComparison::Difference& difference : m_attributes.add(trackA, a, trackB, b)) {
            Disagreement& noted = note(DisagreementKind::AttributeDiffers, badnessOf::attribute, &a, &b);
            noted.attribute = difference.attribute;
            noted.valueA = difference.valueA;
            noted.valueB = difference.valueB;
        }
        if (const TrackId before = m_tracks.follow(a.track, b.track); before.isValid()) {
            const Track& was = m_a.tracks.at(before);
            note(DisagreementKind::IdentitySwitch, badnessOf::identitySwitch, &a, &b).before = {
                {}, before, was.classId, was.number, {}};
        }
    }

    /// What has no partner; where two of those overlap all the same, they are one disagreement.
    void addRest(const std::vector<Overlap>& overlaps, const std::vector<Overlap>& matches)
    {
        std::vector<bool> isTakenA(m_shapesA.size(), false);
        std::vector<bool> isTakenB(m_shapesB.size(), false);
        for (const Overlap& match : matches)
            isTakenA[match.a] = isTakenB[match.b] = true;
        for (std::size_t i = 0; i < m_shapesA.size(); ++i)
            if (!isTakenA[i])
                m_result.confusion.add(m_a.tracks.at(m_shapesA[i]->track).classId, QString());
        for (std::size_t i = 0; i < m_shapesB.size(); ++i)
            if (!isTakenB[i])
                m_result.confusion.add(QString(), m_b.tracks.at(m_shapesB[i]->track).classId);
        std::vector<Overlap> left;
        for (const Overlap& overlap : overlaps)
            if (!isTakenA[overlap.a] && !isTakenB[overlap.b])
                left.push_back(overlap);
        for (const Overlap& apart : bestOverlaps(left, &Overlap::bev, 0.0)) {
            isTakenA[apart.a] = isTakenB[apart.b] = true;
            note(DisagreementKind::Apart, 1.0 - apart.bev, m_shapesA[apart.a], m_shapesB[apart.b], apart.bev);
        }
        for (std::size_t i = 0; i < m_shapesA.size(); ++i)
            if (!isTakenA[i])
                note(DisagreementKind::Extra, badnessOf::lone, m_shapesA[i], nullptr);
        for (std::size_t i = 0; i < m_shapesB.size(); ++i)
            if (!isTakenB[i])
                note(DisagreementKind::Missing, badnessOf::lone, nullptr, m_shapesB[i]);
    }

    static ComparedObject objectOf(const Scene& scene, const Shape* shape)
    {
        if (!shape)
            return {};
        const Track& track = scene.tracks.at(shape->track);
        return {shape->id, track.id, track.classId, track.number, shape->cuboid};
    }

    Disagreement& note(DisagreementKind kind, double badness, const Shape* a, const Shape* b, double measure = 0.0)
    {
        ++m_result.counts[static_cast<std::size_t>(kind)];
        m_result.worst.push_back({kind, badness, m_frame, m_frameName, objectOf(m_a, a), objectOf(m_b, b), measure});
        return m_result.worst.back();
    }

    void keepWorst()
    {
        std::vector<Disagreement>& worst = m_result.worst;
        std::stable_sort(worst.begin(), worst.end(),
            [](const Disagreement& a, const Disagreement& b) { return a.badness > b.badness; });
        worst.resize(std::min(worst.size(), m_result.options.mostWorst));
    }

    const Scene& m_a;
    const Scene& m_b;
    AttributeComparison m_attributes;
    TrackAgreement m_tracks;
    Differences m_differences;
    std::array<std::size_t, agreementThresholds.size()> m_bevMatches{};
    std::array<std::size_t, agreementThresholds.size()> m_solidMatches{};
    FrameId m_frame; ///< of A, like the shapes below of the frame that is being looked at
    QString m_frameName;
    std::vector<const Shape*> m_shapesA;
    std::vector<const Shape*> m_shapesB;
    Agreement m_result;
};

} // namespace

Rates ratesOf(std::size_t matched, std::size_t boxesA, std::size_t boxesB)
{
    return {shareOf(matched, boxesA), shareOf(matched, boxesB), shareOf(2 * matched, boxesA + boxesB)};
}

Spread spreadOf(const std::vector<double>& differences)
{
    std::vector<double> amounts;
    amounts.reserve(differences.size());
    for (const double difference : differences)
        amounts.push_back(std::abs(difference));
    return {mean(differences), mean(amounts), quantile(amounts, 0.5), quantile(amounts, 0.95)};
}

Result<Agreement> compareScenes(
    const ComparedScene& a, const ComparedScene& b, const AgreementOptions& options, const Progress& progress)
{
    const FramePairs pairs = pairFrames(a, b);
    if (pairs.both.empty())
        return failure(Text::tr("The two have no frame in common: neither the names of sequences and frames nor the "
                                "files of the clouds are the same."));
    Comparison comparison(a, b, options);
    int done = 0;
    for (const auto& [frameA, frameB] : pairs.both) {
        comparison.add(frameA, frameB);
        if (!progress.report(++done, static_cast<int>(pairs.both.size())))
            return failure(Text::tr("The comparison was cancelled."));
    }
    Agreement agreement = comparison.result();
    agreement.framesOnlyA = pairs.onlyA;
    agreement.framesOnlyB = pairs.onlyB;
    return agreement;
}

} // namespace lunkuo
