#include "model/completion/Completer.h"

#include "model/completion/BoxFit.h"
#include "model/completion/BoxOutline.h"
#include "model/completion/Ground.h"
#include "model/geometry/PointIndex.h"

#include <QCoreApplication>

#include <queue>
#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completer)
};

constexpr double reach_m = 7.0;
constexpr double lowest_m = 0.25; ///< above the ground: below this it is road
constexpr std::size_t fewestPoints = 5;

} // namespace

struct PreparedFrame::Impl
{
    CloudPtr cloud;
    Eigen::Vector3d sensorOrigin;
    Ground ground;
    PointIndex index;

    Impl(CloudPtr points, const Eigen::Vector3d& origin)
        : cloud(std::move(points))
        , sensorOrigin(origin)
        , ground(*cloud)
        , index(cloud)
    {
    }
};

PreparedFrame::PreparedFrame(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

PreparedFrame::~PreparedFrame() = default;

std::shared_ptr<const PreparedFrame> PreparedFrame::prepare(CloudPtr cloud, const Eigen::Vector3d& sensorOrigin)
{
    return std::shared_ptr<const PreparedFrame>(
        new PreparedFrame(std::make_unique<Impl>(std::move(cloud), sensorOrigin)));
}

const CloudPtr& PreparedFrame::cloud() const
{
    return m_impl->cloud;
}

const Eigen::Vector3d& PreparedFrame::sensorOrigin() const
{
    return m_impl->sensorOrigin;
}

double PreparedFrame::groundHeight(double x, double y) const
{
    return m_impl->ground.height(x, y);
}

namespace
{

/// The points that hang together with the clicks, above the ground: growth with a step that grows with the range.
std::vector<std::uint32_t> segment(const PreparedFrame::Impl& frame, const CompletionInput& input)
{
    const Eigen::Vector3d& start = input.belongs.front();
    const double step = 0.3 + 0.012 * (start - frame.sensorOrigin).norm();
    std::vector<std::uint32_t> result;
    std::unordered_set<std::uint32_t> seen;
    std::queue<Eigen::Vector3d> open;
    for (const Eigen::Vector3d& click : input.belongs)
        open.push(click);
    while (!open.empty()) {
        const Eigen::Vector3d at = open.front();
        open.pop();
        for (const std::uint32_t i : frame.index.within(at, step)) {
            const Eigen::Vector3d p = frame.cloud->point(i);
            if (!seen.insert(i).second || (p - start).head<2>().norm() > reach_m ||
                p.z() - frame.ground.height(p.x(), p.y()) < lowest_m)
                continue;
            const auto nearer = [&](const Eigen::Vector3d& foe) { return (p - foe).norm() < (p - start).norm(); };
            if (std::any_of(input.excluded.begin(), input.excluded.end(), nearer))
                continue;
            result.push_back(i);
            open.push(p);
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

Result<Completion> complete(const PreparedFrame& frame, const CompletionInput& input, const CompletionOptions& options)
{
    const PreparedFrame::Impl& impl = frame.impl();
    if (input.belongs.empty() || !input.belongs.front().allFinite())
        return failure(Text::tr("Click on a point of the object first."));
    Completion result;
    result.points = segment(impl, input);
    if (result.points.size() < fewestPoints)
        return failure(Text::tr("No object can be made out here: there are only %1 points above the ground.")
                           .arg(result.points.size()));
    std::vector<Eigen::Vector3d> points;
    points.reserve(result.points.size());
    for (const std::uint32_t i : result.points)
        points.push_back(impl.cloud->point(i));
    result.cuboid = fitBox(
        points, impl.sensorOrigin, options.priorSize, [&impl](double x, double y) { return impl.ground.height(x, y); });
    result.outline = boxOutline(result.cuboid, options.body, points, impl.sensorOrigin);
    result.confidence = 1.0 - std::exp(-static_cast<double>(points.size()) / 150.0);
    result.alternatives = {result.cuboid.flipped()};
    return result;
}

} // namespace lunkuo
