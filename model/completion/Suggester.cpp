#include "model/completion/Suggester.h"

#include "model/base/CancelScope.h"
#include "model/completion/BoxSupport.h"
#include "model/completion/ClusterShape.h"
#include "model/geometry/Polygon.h"

#include <QtConcurrentMap>
#include <QThreadPool>
#include <algorithm>
#include <cmath>
#include <optional>

namespace lunkuo
{

namespace
{

struct Candidate
{
    Cluster cluster;
    ClusterShape shape;
    double likeness = 0.0;
    bool isLarge = false; ///< higher than a van
    std::optional<Suggestion> found;
};

double logit(double probability)
{
    const double p = std::clamp(probability, 0.01, 0.99);
    return std::log(p / (1.0 - p));
}

constexpr double hopeless = 0.25; ///< what fits a class so badly is not tried as a larger one

bool isLarge(BodyKind body)
{
    return body == BodyKind::Truck || body == BodyKind::Bus;
}

bool isBetween(double value, double low, double high)
{
    return value > low && value < high;
}

/// Whether a cluster may be a van: what is higher than a car, seen from the side or at its rear alone.
bool mayBeVan(const ClusterShape& shape)
{
    return shape.top > 1.85 && (shape.width > 0.9 || isBetween(shape.length, 1.5, 2.6));
}

/// Whether two sides of a truck or a bus may look like that. Near the sensor its roof is above all beams.
bool mayBeLargeCorner(const ClusterShape& shape)
{
    return isBetween(shape.top, 1.8, 4.2) && isBetween(shape.length, 4.5, 13.5) && isBetween(shape.width, 1.3, 3.2) &&
           shape.onEdge > 0.25;
}

/// Whether the rear or the front of a truck or a bus may look like that.
bool mayBeLargeRear(const ClusterShape& shape)
{
    return isBetween(shape.top, 2.2, 4.2) && isBetween(shape.length, 1.8, 3.0) && shape.width < 1.0;
}

/// How likely there is a vehicle where the completion says.
double confidenceOf(
    const Completion& completion, const BoxSupport& support, double tallShare, const CompletionOptions& type)
{
    constexpr double mostlyMissing = 0.7;
    constexpr double wellSpanned = 0.85;
    if (support.missingShare > mostlyMissing)
        return 0.0;
    // A logistic model of "there is a vehicle that overlaps the box by at least a half seen from above", fitted to
    // labelled real and simulated frames.
    const double tooHigh = std::max(0.0, completion.cuboid.size.z() - 1.22 * type.priorSize.z());
    double evidence = -2.3 + 1.1 * logit(completion.confidence) + 1.4 * std::min(2.0, support.seen_m) -
                      8.0 * std::min(0.3, support.beside) - 14.0 * tooHigh - 3.6 * tallShare - 3.5 * support.goesOn_m -
                      0.9 * (1.0 - support.spanned.z());
    if (type.body == BodyKind::Van) // they are rare, and walls look alike
        evidence -= 1.3;
    if (isLarge(type.body))
        evidence -=
            (support.spanned.head<2>().minCoeff() > wellSpanned ? 0.9 : 2.6) + 10.0 * std::min(0.3, support.above);
    return 1.0 / (1.0 + std::exp(-evidence));
}

class Search
{
public:
    Search(const PreparedFrame& frame, const std::vector<SuggestionClass>& classes, const SuggesterOptions& options,
        const Progress& progress)
        : m_frame(frame)
        , m_options(options)
        , m_progress(progress)
    {
        for (const BodyKind body : {BodyKind::Car, BodyKind::Van, BodyKind::Truck, BodyKind::Bus}) {
            const auto found = std::find_if(
                classes.begin(), classes.end(), [body](const SuggestionClass& c) { return c.completion.body == body; });
            if (found == classes.end())
                continue;
            m_classes.push_back(*found);
            m_classes.back().completion.standsAlone = true; // clusters are told apart
        }
        m_threads.setMaxThreadCount(std::max(1, options.threads));
    }

    std::vector<Suggestion> run()
    {
        if (m_classes.empty() || m_frame.cloud()->size() == 0)
            return {};
        const ClusterFinder finder(m_frame, {});
        if (m_progress.isCancelled())
            return {};
        std::vector<Candidate> candidates = likely(wanted(finder.clusters(false)));
        if (m_progress.isCancelled())
            return {};
        std::vector<Candidate> large = likelyLarge(wanted(finder.clusters(true)));
        std::move(large.begin(), large.end(), std::back_inserter(candidates));
        complete(candidates);
        std::vector<Candidate> second = likely(leftOver(candidates));
        complete(second);
        std::move(second.begin(), second.end(), std::back_inserter(candidates));
        return m_progress.isCancelled() ? std::vector<Suggestion>() : chosen(candidates);
    }

private:
    /// What the options leave of the clusters.
    [[nodiscard]] std::vector<Cluster> wanted(std::vector<Cluster> clusters) const
    {
        if (!m_options.known.empty())
            for (Cluster& cluster : clusters)
                std::erase_if(cluster.points, [this](std::uint32_t i) { return isIn(m_options.known, i); });
        std::erase_if(clusters, [this](const Cluster& cluster) {
            return cluster.points.empty() || cluster.points.size() < m_options.fewestPoints ||
                   isTooFar(cluster.points.front()) || !reachesIn(cluster);
        });
        return clusters;
    }

    [[nodiscard]] bool isIn(const std::vector<Cuboid>& cuboids, std::uint32_t point) const
    {
        constexpr double margin_m = 0.15;
        const Eigen::Vector3d place = m_frame.cloud()->point(point);
        return std::any_of(cuboids.begin(), cuboids.end(), [&](const Cuboid& cuboid) {
            const double reach = 0.5 * cuboid.size.norm() + margin_m;
            return (place - cuboid.center).squaredNorm() < reach * reach && cuboid.contains(place, margin_m);
        });
    }

    [[nodiscard]] bool isTooFar(std::uint32_t point) const
    {
        return (m_frame.cloud()->point(point) - m_frame.sensorOrigin()).head<2>().norm() > m_options.farthest_m;
    }

    [[nodiscard]] bool reachesIn(const Cluster& cluster) const
    {
        return m_options.within.empty() || std::any_of(cluster.points.begin(), cluster.points.end(),
                                               [this](std::uint32_t i) { return isIn(m_options.within, i); });
    }

    [[nodiscard]] std::vector<Candidate> likely(std::vector<Cluster> clusters) const
    {
        std::vector<Candidate> candidates;
        for (Cluster& cluster : clusters) {
            if (m_progress.isCancelled())
                return {};
            const ClusterShape shape = describe(m_frame, cluster.points);
            if (const double likeness = vehicleLikeness(shape, cluster); likeness >= m_options.leastLikeness)
                candidates.push_back({std::move(cluster), shape, likeness, false, {}});
        }
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
        if (candidates.size() > m_options.mostClusters)
            candidates.resize(m_options.mostClusters);
        return candidates;
    }

    /// What is higher than smaller vehicles and no larger than a bus, the nearest first: most of it is buildings and
    /// trees, and in a map of a town there are thousands.
    [[nodiscard]] std::vector<Candidate> likelyLarge(std::vector<Cluster> clusters) const
    {
        std::vector<Candidate> candidates;
        for (Cluster& cluster : clusters) {
            if (m_progress.isCancelled())
                return {};
            const ClusterShape shape = describe(m_frame, cluster.points);
            const bool isTall = cluster.tallShare >= m_options.leastTallShare;
            if (shape.range > ownRange_m && (mayBeLargeCorner(shape) || (isTall && mayBeLargeRear(shape))))
                candidates.push_back({std::move(cluster), shape, 1.0, true, {}});
        }
        std::stable_sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.shape.range < b.shape.range; });
        if (candidates.size() > m_options.mostClusters)
            candidates.resize(m_options.mostClusters);
        return candidates;
    }

    void complete(std::vector<Candidate>& candidates)
    {
        QtConcurrent::blockingMap(&m_threads, candidates, [this](Candidate& candidate) {
            const CancelScope scope(m_progress);
            bool isPromising = true;
            for (const SuggestionClass& type : m_classes)
                if (isPromising && !m_progress.isCancelled() && mayBe(type.completion.body, candidate)) {
                    tryAs(type, candidate);
                    isPromising = candidate.found && candidate.found->completion.confidence > hopeless;
                }
        });
    }

    [[nodiscard]] static bool mayBe(BodyKind body, const Candidate& candidate)
    {
        if (candidate.isLarge || isLarge(body))
            return candidate.isLarge && isLarge(body);
        return body == BodyKind::Car || mayBeVan(candidate.shape);
    }

    void tryAs(const SuggestionClass& type, Candidate& candidate) const
    {
        const Eigen::Vector3d seed = m_frame.cloud()->point(candidate.shape.seed);
        Result<Completion> completion = lunkuo::complete(m_frame, {{seed}, {}}, type.completion);
        if (!completion)
            return;
        const double confidence = confidenceOf(*completion, supportOf(m_frame, *completion),
            candidate.isLarge ? 0.0 : candidate.cluster.tallShare, type.completion);
        if (!candidate.found || confidence > candidate.found->confidence)
            candidate.found = {type.id, std::move(*completion), seed, confidence};
    }

    /// What the boxes do not explain of their clusters, where that is much.
    [[nodiscard]] std::vector<Cluster> leftOver(const std::vector<Candidate>& candidates) const
    {
        constexpr double margin_m = 0.3;
        std::vector<Cluster> rests;
        for (const Candidate& candidate : candidates) {
            if (!candidate.found || candidate.isLarge)
                continue;
            Cluster rest{{}, candidate.cluster.tallShare};
            for (const std::uint32_t i : candidate.cluster.points)
                if (!candidate.found->completion.cuboid.contains(m_frame.cloud()->point(i), margin_m))
                    rest.points.push_back(i);
            if (rest.points.size() >= m_options.fewestLeft)
                rests.push_back(std::move(rest));
        }
        return rests;
    }

    [[nodiscard]] std::vector<Suggestion> chosen(std::vector<Candidate>& candidates) const
    {
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return (a.found ? a.found->confidence : 0.0) > (b.found ? b.found->confidence : 0.0);
        });
        std::vector<Suggestion> result;
        for (Candidate& candidate : candidates)
            if (candidate.found && candidate.found->confidence >= m_options.leastConfidence &&
                std::none_of(result.begin(), result.end(),
                    [&](const Suggestion& better) { return overlap(better, *candidate.found); }))
                result.push_back(std::move(*candidate.found));
        return result;
    }

    [[nodiscard]] bool overlap(const Suggestion& a, const Suggestion& b) const
    {
        return bevIou(a.completion.cuboid, b.completion.cuboid) > m_options.mostOverlap;
    }

    const PreparedFrame& m_frame;
    const SuggesterOptions& m_options;
    const Progress& m_progress;
    std::vector<SuggestionClass> m_classes;
    QThreadPool m_threads;
};

} // namespace

std::vector<Suggestion> suggest(const PreparedFrame& frame, const std::vector<SuggestionClass>& classes,
    const SuggesterOptions& options, const Progress& progress)
{
    return Search(frame, classes, options, progress).run();
}

} // namespace lunkuo
