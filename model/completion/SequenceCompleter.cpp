#include "model/completion/SequenceCompleter.h"

#include "model/completion/FaceSnap.h"
#include "model/completion/ObjectFit.h"
#include "model/completion/ObjectOutline.h"
#include "model/completion/PreparedFrame.h"
#include "model/completion/SkinAlignment.h"
#include "model/completion/TrackConsensus.h"
#include "model/geometry/Angles.h"
#include "model/sequence/WorldPose.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr std::size_t mostSized = 24; ///< so many frames say how large it is, from all sides
constexpr int skinRounds = 2;
constexpr std::size_t clearlySeen = 60; ///< samples; of fewer, some strays look like a side
constexpr std::size_t mostPointsPerView = 4000;

/// The inverse variances of a pose that is known to so many metres and degrees.
Eigen::Vector3d precisionOf(double place_m, double turn_deg)
{
    const double turn = radians(turn_deg);
    return {1.0 / (place_m * place_m), 1.0 / (place_m * place_m), 1.0 / (turn * turn)};
}

double quantileOf(std::vector<double> values, double share)
{
    const auto place = values.begin() + std::lround(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

double median(std::vector<double> values)
{
    return quantileOf(std::move(values), 0.5);
}

/// Numbers with weights.
struct Measured
{
    std::vector<std::pair<double, double>> values;

    void add(double value, double weight) { values.emplace_back(value, weight); }
    [[nodiscard]] bool isEmpty() const { return values.empty(); }
    /// The value that half of the weight lies below.
    [[nodiscard]] double middle() const
    {
        std::vector<std::pair<double, double>> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        double all = 0.0;
        for (const auto& [value, weight] : sorted)
            all += weight;
        double sum = 0.0;
        for (const auto& [value, weight] : sorted)
            if ((sum += weight) >= 0.5 * all)
                return value;
        return sorted.back().first;
    }
};

/// What people measured, else what the surest of the boxes say; as far as the class may have it.
Eigen::Vector3d firstSize(const std::vector<TrackView>& views, const CompletionOptions& options)
{
    const bool isMeasured =
        std::any_of(views.begin(), views.end(), [](const TrackView& view) { return view.isSizeFixed; });
    double surest = 0.0;
    for (const TrackView& view : views)
        surest = std::max(surest, view.confidence);
    Eigen::Vector3d size;
    for (int axis = 0; axis < 3; ++axis) {
        std::vector<double> values;
        for (const TrackView& view : views)
            if (isMeasured ? view.isSizeFixed : view.confidence >= 0.7 * surest)
                values.push_back(view.cuboid.size[axis]);
        size[axis] = median(values);
    }
    const Eigen::Vector3d slack = 2.5 * options.priorDeviation;
    return isMeasured ? size : size.cwiseMax(options.priorSize - slack).cwiseMin(options.priorSize + slack).eval();
}

/// The frames that see most of the object, from as many sides as there are, in the order of the views.
std::vector<std::size_t> sizedViews(const std::vector<TrackView>& views)
{
    constexpr int sectors = 8;
    std::array<std::vector<std::pair<double, std::size_t>>, sectors> bySector;
    for (std::size_t i = 0; i < views.size(); ++i) {
        const Eigen::Vector3d eye = views[i].cuboid.toObject(views[i].sensor);
        const double turn = (std::atan2(eye.y(), eye.x()) / std::numbers::pi + 1.0) * sectors / 2;
        const auto sector = static_cast<std::size_t>(std::clamp(static_cast<int>(turn), 0, sectors - 1));
        bySector[sector].emplace_back(-views[i].confidence / std::max(5.0, eye.head<2>().norm()), i);
    }
    for (auto& sector : bySector)
        std::sort(sector.begin(), sector.end());
    std::vector<std::size_t> chosen;
    for (std::size_t rank = 0; chosen.size() < std::min(mostSized, views.size()); ++rank)
        for (const auto& sector : bySector)
            if (rank < sector.size() && chosen.size() < mostSized)
                chosen.push_back(sector[rank].second);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

/// The work on one track.
class Fusion
{
public:
    Fusion(const std::vector<TrackView>& views, const LoadPrepared& load, const CompletionOptions& options,
        const Progress& progress)
        : m_load(load)
        , m_options(options)
        , m_progress(progress)
        , m_size(firstSize(views, options))
        , m_isSizeFixed(std::any_of(views.begin(), views.end(), [](const TrackView& view) { return view.isSizeFixed; }))
        , m_consensus(views, m_size)
        , m_chosen(sizedViews(m_consensus.views()))
        , m_total(static_cast<int>(views.size() + m_chosen.size()))
    {
        m_result.views.resize(views.size());
        m_result.standsStill = m_consensus.standsStill();
    }

    Result<SequenceCompletion> run()
    {
        for (const std::size_t view : m_chosen) {
            if (!m_progress.report(m_done++, m_total))
                return cancelled();
            if (auto scan = look(view))
                m_scans.push_back(std::move(*scan));
        }
        if (m_scans.empty())
            return failure(Text::tr("In none of its frames are there enough points of the object."));
        learn();
        fitHeight();
        measure();
        fitSkin();
        measure();
        fitOutline();
        for (std::size_t view = 0; view < m_consensus.views().size(); ++view) {
            if (!m_progress.report(m_done++, m_total))
                return cancelled();
            settle(view);
        }
        m_result.size = m_size;
        return std::move(m_result);
    }

private:
    static tl::unexpected<Error> cancelled() { return failure(Text::tr("Completing was cancelled.")); }
    [[nodiscard]] const TrackView& given(std::size_t view) const { return m_consensus.views()[view]; }
    [[nodiscard]] bool isFree(std::size_t view) const { return !given(view).isFixed; }

    /// Where the object is before its points in the frame have been looked at.
    [[nodiscard]] Cuboid startIn(std::size_t view) const
    {
        return m_consensus.standsIn(view) && isFree(view) ? m_consensus.placeIn(view) : given(view).cuboid;
    }

    /// Where it is in a frame that shows nothing of it: where it was, unless it stands there.
    [[nodiscard]] Cuboid unseenIn(std::size_t view) const
    {
        const bool stands = isFree(view) && m_consensus.isAtPlace(view);
        return resizedAwayFrom(given(view).sensor, stands ? m_consensus.placeIn(view) : given(view).cuboid, m_size);
    }

    [[nodiscard]] std::optional<TrackScan> look(std::size_t view) const
    {
        auto frame = m_load(view);
        if (!frame)
            return {};
        Cuboid start = startIn(view);
        start.size = m_size;
        return scanOf(view, std::move(frame), start, {m_options.priorSize, m_options.priorDeviation}, m_options.body,
            m_consensus.velocityAt(view));
    }

    /// What is known of where the scan's box is without its points.
    [[nodiscard]] PoseExpectation expectation(const TrackScan& scan, double standing_m, double standing_deg) const
    {
        if (!m_consensus.standsIn(scan.view))
            return {{scan.rectangle.center.x(), scan.rectangle.center.y(), scan.rectangle.yaw}, precisionOf(0.5, 5.0)};
        const Rectangle place = scan.seen.footprint(*scan.frame, m_consensus.placeIn(scan.view));
        return {{place.center.x(), place.center.y(), place.yaw}, precisionOf(standing_m, standing_deg)};
    }

    /// The box of a scan as a cuboid that stands on the ground there.
    [[nodiscard]] Cuboid cuboidOf(const TrackScan& scan) const
    {
        const Surroundings& around = scan.seen.around;
        const Eigen::Vector2d at = scan.rectangle.center + around.click;
        const Eigen::Vector3d middle(at.x(), at.y(), around.plane.height(at) + 0.5 * m_size.z());
        Cuboid result = given(scan.view).cuboid.withYaw(scan.rectangle.yaw);
        result.center = middle + scan.frame->cloud()->offset;
        result.size = m_size;
        return result;
    }

    /// Of the common size, with what was seen of it where a person has put it.
    [[nodiscard]] Rectangle fixedBox(const TrackScan& scan) const
    {
        const TrackView& view = given(scan.view);
        return scan.seen.footprint(*scan.frame, resizedAwayFrom(view.sensor, view.cuboid, m_size));
    }

    /// What stands is where its scans have it on the whole.
    void learn()
    {
        std::vector<Cuboid> cuboids;
        std::vector<std::size_t> views;
        std::vector<double> weights;
        for (const TrackScan& scan : m_scans) {
            cuboids.push_back(cuboidOf(scan));
            views.push_back(scan.view);
            weights.push_back((isFree(scan.view) ? 1.0 : 3.0) * std::sqrt(static_cast<double>(scan.own.size())));
        }
        m_consensus.learn(cuboids, views, weights);
    }

    void fitHeight()
    {
        if (m_isSizeFixed)
            return;
        for (const double expected : {m_options.priorSize.z(), m_size.z()}) {
            std::vector<double> heights;
            for (const TrackScan& scan : m_scans)
                if (const double height = roofHeight(scan.rectangle, scan.own, expected); height != expected)
                    heights.push_back(height);
            if (heights.empty())
                continue;
            // Thin scans miss the highest parts.
            m_size.z() = quantileOf(heights, 0.8);
            m_result.isMeasured[2] = true;
            return;
        }
    }

    /// The points of all frames in the frame of the bottom of the common box.
    [[nodiscard]] std::vector<Eigen::Vector3d> together(double cell_m) const
    {
        std::vector<Eigen::Vector3d> points;
        for (const TrackScan& scan : m_scans)
            for (const Eigen::Vector3d& p : scan.inBox())
                points.push_back(p);
        return evenly(points, cell_m);
    }

    void fitSkin()
    {
        for (int round = 0; round < skinRounds; ++round) {
            m_solid = solidOf(m_options.body, m_size, together(0.1));
            for (TrackScan& scan : m_scans)
                align(scan);
            learn();
        }
    }

    void align(TrackScan& scan) const
    {
        if (!isFree(scan.view))
            return;
        PoseExpectation expected = expectation(scan, 0.05, 0.5);
        if (!m_consensus.standsIn(scan.view))
            expected.precision = precisionOf(0.15, 1.5);
        alignTo(m_solid, scan, expected);
    }

    /// Puts the sides of the common box to where the frames see them: both of an axis where both are seen; else the
    /// seen one, and the other no nearer than points lie beyond it.
    void measure()
    {
        std::array<Measured, 4> at;
        std::array<Measured, 4> beyond;
        for (const TrackScan& scan : m_scans) {
            const SeenFaces faces = facesSeen(scan, m_size.z());
            const std::array<double, 4> ends = endsOf(scan);
            const auto weight = static_cast<double>(scan.own.size());
            for (std::size_t k = 0; k < at.size(); ++k) {
                if (faces.at[k])
                    at[k].add(*faces.at[k], weight);
                if (scan.own.size() >= clearlySeen)
                    beyond[k].add(ends[k], weight);
            }
        }
        Eigen::Vector2d shift = Eigen::Vector2d::Zero();
        for (int axis = 0; axis < 2; ++axis) {
            const auto k = static_cast<std::size_t>(2 * axis);
            const bool isLowSeen = !at[k].isEmpty();
            const bool isHighSeen = !at[k + 1].isEmpty();
            double low = isLowSeen ? at[k].middle() : -0.5 * m_size[axis];
            double high = isHighSeen ? at[k + 1].middle() : 0.5 * m_size[axis];
            if (!isLowSeen && isHighSeen)
                low = std::min(high - m_size[axis], beyond[k].isEmpty() ? 0.0 : beyond[k].middle());
            else if (isLowSeen && !isHighSeen)
                high = std::max(low + m_size[axis], beyond[k + 1].isEmpty() ? 0.0 : beyond[k + 1].middle());
            const double slack = 3.0 * m_options.priorDeviation[axis];
            if (m_isSizeFixed || std::abs(high - low - m_options.priorSize[axis]) > slack) {
                // The size stays, and the side that was seen is where it was seen.
                low = !isLowSeen && isHighSeen ? high - m_size[axis] : low;
                high = low + m_size[axis];
            }
            m_result.isMeasured[static_cast<std::size_t>(axis)] = isLowSeen && isHighSeen;
            m_size[axis] = high - low;
            shift[axis] = 0.5 * (high + low);
        }
        for (TrackScan& scan : m_scans) {
            Rectangle& r = scan.rectangle;
            r = isFree(scan.view) ? Rectangle{r.fromObject(shift), r.yaw, m_size.x(), m_size.y()} : fixedBox(scan);
        }
        learn();
    }

    void fitOutline()
    {
        const std::vector<Eigen::Vector3d> points = together(0.07);
        m_solid = solidOf(m_options.body, m_size, points);
        Cuboid box;
        box.size = m_size;
        m_result.outline = outlineOf(box, likeliestShape(m_options.body, m_size, points), points);
    }

    /// Moves the box so that the sides that this frame sees lie on its points. What stands is where all frames have it
    /// as much as where this one does.
    void anchor(TrackScan& scan) const
    {
        const bool stands = m_consensus.standsIn(scan.view);
        const double farthest_m = stands ? 0.15 : 0.3;
        const SeenFaces faces = facesSeen(scan, m_size.z());
        Eigen::Vector2d shift = Eigen::Vector2d::Zero();
        for (int axis = 0; axis < 2; ++axis)
            for (int end = 0; end < 2; ++end)
                if (const auto& at = faces.at[static_cast<std::size_t>(2 * axis + end)])
                    shift[axis] = std::clamp(*at - (end == 0 ? -0.5 : 0.5) * m_size[axis], -farthest_m, farthest_m);
        scan.rectangle.center = scan.rectangle.fromObject(stands ? Eigen::Vector2d(0.5 * shift) : shift);
    }

    [[nodiscard]] std::optional<TrackScan> scanFor(std::size_t view) const
    {
        for (const TrackScan& scan : m_scans)
            if (scan.view == view)
                return scan;
        auto scan = look(view);
        if (scan)
            align(*scan);
        return scan;
    }

    void settle(std::size_t view)
    {
        TrackViewFit& fit = m_result.views[view];
        auto scan = scanFor(view);
        if (!isFree(view) || !scan) {
            fit.cuboid = unseenIn(view);
        } else {
            anchor(*scan);
            fit.cuboid = cuboidOf(*scan);
        }
        fit.confidence = given(view).confidence;
        if (!scan)
            return;
        fit.points = scan->points.size();
        fit.seen = facesSeen(*scan, m_size.z()).faces();
        scan->rectangle = scan->seen.footprint(*scan->frame, fit.cuboid);
        ObjectFit judged;
        scan->evidence.prior = {m_size, m_options.priorDeviation};
        judged.cost = rectangleCost(scan->rectangle, scan->evidence);
        if (isFree(view))
            fit.confidence = judged.confidence(fit.points);
        m_result.confidence = std::max(m_result.confidence, fit.confidence);
        collect(*scan);
    }

    void collect(const TrackScan& scan)
    {
        const std::size_t count = std::min(mostPointsPerView, scan.points.size());
        for (std::size_t i = 0; i < count; ++i) {
            const Eigen::Vector3d& p = scan.points[i * scan.points.size() / count];
            const Eigen::Vector2d at = scan.rectangle.toObject(p.head<2>());
            m_result.points.push_back({Eigen::Vector3d(at.x(), at.y(), p.z() - 0.5 * m_size.z()).cast<float>(),
                static_cast<std::uint32_t>(scan.view)});
        }
    }

    const LoadPrepared& m_load;
    const CompletionOptions& m_options;
    const Progress& m_progress;
    Eigen::Vector3d m_size;
    bool m_isSizeFixed;
    TrackConsensus m_consensus;
    std::vector<std::size_t> m_chosen;
    int m_total;
    int m_done = 0;
    std::vector<TrackScan> m_scans;
    Solid m_solid;
    SequenceCompletion m_result;
};

} // namespace

Result<SequenceCompletion> completeOverTime(const std::vector<TrackView>& views, const LoadPrepared& load,
    const CompletionOptions& options, const Progress& progress)
{
    if (views.empty())
        return failure(Text::tr("The object is in no frame."));
    if (std::any_of(views.begin(), views.end(), [](const TrackView& view) { return !view.cuboid.isValid(); }))
        return failure(Text::tr("The box is too large to be that of an object."));
    return Fusion(views, load, options, progress).run();
}

} // namespace lunkuo
