#include "model/completion/TrackScan.h"

#include "model/completion/PreparedFrame.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::size_t fewestSamples = 5;
constexpr std::size_t mostSamples = 250;
constexpr std::size_t mostCells = 500;
constexpr double beside_m = 0.35; ///< so far outside the box its points may lie
constexpr double road_m = 0.12;
constexpr double standing_mps = 0.5;

/// What lies farther from the box than an object's missed part is somebody else's, however it hangs together.
void leaveOutFar(BoxView& view, const Rectangle& footprint)
{
    constexpr double near_m = 0.3;
    constexpr double far_m = 1.0;
    const EdgeDistance edge(footprint);
    for (std::size_t i = 0; i < view.around.samples.size(); ++i)
        view.growth.membership[i] *= std::clamp((far_m - edge(view.around.samples[i].at)) / (far_m - near_m), 0.0, 1.0);
}

/// Takes out of the samples which way the object went until each of them was met.
std::vector<Eigen::Vector2d> ways(
    const PointCloud& cloud, const Surroundings& around, const Eigen::Vector3d& velocity_mps)
{
    std::vector<Eigen::Vector2d> result(around.raised.size(), Eigen::Vector2d::Zero());
    if (velocity_mps.norm() > standing_mps)
        if (const auto delays = delaysOf(cloud, around.raised))
            for (std::size_t k = 0; k < result.size(); ++k)
                result[k] = (*delays)[k] * velocity_mps.head<2>();
    return result;
}

void takeOwn(TrackScan& scan, double height, const Eigen::Vector3d& velocity_mps)
{
    const Surroundings& around = scan.seen.around;
    const PointCloud& cloud = *scan.frame->cloud();
    const EdgeDistance edge(scan.rectangle);
    const auto belongs = [&](std::size_t sample) {
        const Sample& s = around.samples[sample];
        return scan.seen.growth.gap[sample] <= scan.seen.growth.wideGap && edge(s.at) <= beside_m &&
               s.height < 1.3 * height + 0.2;
    };
    const std::vector<Eigen::Vector2d> way = ways(cloud, around, velocity_mps);
    std::vector<Eigen::Vector2d> sum(around.samples.size(), Eigen::Vector2d::Zero());
    std::vector<double> count(around.samples.size(), 0.0);
    for (std::size_t k = 0; k < around.raised.size(); ++k) {
        const std::uint32_t sample = around.sampleOf[k];
        if (!belongs(sample))
            continue;
        sum[sample] += way[k];
        count[sample] += 1.0;
        const Sample p = around.localize(cloud.local(around.raised[k]).cast<double>());
        scan.points.emplace_back(p.at.x() - way[k].x(), p.at.y() - way[k].y(), p.height);
    }
    for (std::size_t i = 0; i < around.samples.size(); ++i)
        if (count[i] > 0.0)
            scan.own.push_back({around.samples[i].at - sum[i] / count[i], around.samples[i].height});
    for (const std::uint32_t i : around.nearby)
        if (const Sample p = around.localize(cloud.local(i).cast<double>());
            p.height > road_m && p.height <= around.lowest_m && edge(p.at) < 0.0)
            scan.points.emplace_back(p.at.x(), p.at.y(), p.height);
}

double quantile(std::vector<double>& values, double share)
{
    const auto place = values.begin() + std::lround(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), place, values.end());
    return *place;
}

} // namespace

bool TrackScan::isUsable() const
{
    return own.size() >= fewestSamples;
}

std::vector<Eigen::Vector3d> TrackScan::inBox() const
{
    std::vector<Eigen::Vector3d> result;
    for (const Sample& s : own) {
        const Eigen::Vector2d at = rectangle.toObject(s.at);
        result.emplace_back(at.x(), at.y(), s.height);
    }
    return result;
}

std::optional<TrackScan> scanOf(std::size_t view, std::shared_ptr<const PreparedFrame> frame, const Cuboid& cuboid,
    const SizePrior& prior, BodyKind body, const Eigen::Vector3d& velocity_mps)
{
    auto seen = lookAtBox(*frame, cuboid);
    if (!seen || seen->inside.size() < fewestSamples)
        return {};
    TrackScan scan;
    scan.view = view;
    scan.rectangle = seen->footprint(*frame, cuboid);
    leaveOutFar(*seen, scan.rectangle);
    scan.evidence = evidenceOf(*frame, *seen, prior, body).thinned(mostSamples, mostCells);
    scan.frame = std::move(frame);
    scan.seen = std::move(*seen);
    takeOwn(scan, cuboid.size.z(), velocity_mps);
    return scan.isUsable() ? std::optional(std::move(scan)) : std::nullopt;
}

std::optional<std::vector<double>> delaysOf(const PointCloud& cloud, const std::vector<std::uint32_t>& points)
{
    constexpr double shortestScan_s = 0.02;
    constexpr double longestScan_s = 0.3;
    const CloudField* times = cloud.field(u"time");
    if (!times || points.empty() || times->size() == 0)
        return {};
    double first = times->at(0);
    double last = first;
    for (std::size_t i = 1; i < times->size(); ++i) {
        first = std::min(first, times->at(i));
        last = std::max(last, times->at(i));
    }
    for (const double unit_s : {1.0, 1e-3, 1e-6, 1e-9}) {
        const double scan_s = unit_s * (last - first);
        if (!(scan_s >= shortestScan_s && scan_s <= longestScan_s))
            continue;
        std::vector<double> delays;
        for (const std::uint32_t i : points)
            delays.push_back(unit_s * (times->at(i) - first));
        std::vector<double> sorted = delays;
        const double middle = quantile(sorted, 0.5);
        for (double& delay : delays)
            delay -= middle;
        return delays;
    }
    return {};
}

FaceSet SeenFaces::faces() const
{
    FaceSet result;
    for (std::size_t k = 0; k < at.size(); ++k)
        if (at[k])
            result |= faceOf(static_cast<int>(k / 2), k % 2 == 0 ? -1 : 1);
    return result;
}

SeenFaces facesSeen(const TrackScan& scan, double height)
{
    constexpr double visibleFrom_m = 0.3;
    constexpr std::size_t fewest = 4;
    constexpr double outside_m = 0.35;
    constexpr double rim_m = 0.05; ///< from the outermost points to where people draw the face
    constexpr std::array inside_m{0.60, 0.42};
    const Eigen::Vector2d half(0.5 * scan.rectangle.length, 0.5 * scan.rectangle.width);
    const Eigen::Vector2d eye = scan.rectangle.toObject(scan.seen.around.sensor);
    const std::vector<Eigen::Vector3d> local = scan.inBox();
    SeenFaces result;
    for (int face = 0; face < 4; ++face) {
        const int axis = face / 2;
        const double sign = face % 2 == 0 ? -1.0 : 1.0;
        if (sign * eye[axis] < half[axis] + visibleFrom_m)
            continue;
        std::vector<double> near;
        for (const Eigen::Vector3d& p : local)
            if (const double along = sign * p[axis];
                std::abs(p[1 - axis]) < half[1 - axis] + 0.1 && p.z() < 0.75 * height &&
                along > half[axis] - inside_m[static_cast<std::size_t>(axis)] && along < half[axis] + outside_m)
                near.push_back(along);
        if (near.size() >= fewest)
            result.at[static_cast<std::size_t>(face)] = sign * (quantile(near, 0.985) + rim_m);
    }
    return result;
}

std::array<double, 4> endsOf(const TrackScan& scan)
{
    constexpr double share = 0.97;
    constexpr double rim_m = 0.04;
    const std::vector<Eigen::Vector3d> local = scan.inBox();
    std::array<double, 4> ends{};
    for (std::size_t face = 0; face < ends.size(); ++face) {
        const auto axis = static_cast<Eigen::Index>(face / 2);
        const double sign = face % 2 == 0 ? -1.0 : 1.0;
        std::vector<double> along;
        for (const Eigen::Vector3d& p : local)
            along.push_back(sign * p[axis]);
        ends[face] = sign * (quantile(along, share) + rim_m);
    }
    return ends;
}

} // namespace lunkuo
