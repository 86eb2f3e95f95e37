#include "model/completion/SmallFit.h"

#include "model/completion/FaceSnap.h"

#include <algorithm>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::size_t fewest = 4;
constexpr double lowShare = 0.55; ///< of the height: wheels and striding legs, no arms and handlebars
constexpr double outermost = 0.98;
constexpr double skin_m = 0.05;
constexpr double hiddenShare = 0.25; ///< of what is not seen of the usual size, how much farther the middle is

/// Middle and size along one direction.
struct Span
{
    double middle;
    double size;
};

Span spanOf(const std::vector<Sample>& samples, const Eigen::Vector2d& way, double usual, const Eigen::Vector2d& sensor)
{
    std::vector<double> along;
    for (const Sample& s : samples)
        along.push_back(way.dot(s.at));
    std::sort(along.begin(), along.end());
    const auto last = static_cast<double>(along.size() - 1);
    const double low = along[static_cast<std::size_t>(std::lround((1.0 - outermost) * last))];
    const double high = along[static_cast<std::size_t>(std::lround(outermost * last))];
    const double middle = 0.5 * (low + high);
    const double size = high - low + skin_m;
    const Eigen::Vector2d away = -sensor.normalized();
    return {middle + hiddenShare * std::max(0.0, usual - size) * way.dot(away), std::max(usual, size)};
}

Rectangle around(
    const std::vector<Sample>& own, const Eigen::Vector2d& ahead, const Surroundings& place, const Evidence& evidence)
{
    const Eigen::Vector2d left(-ahead.y(), ahead.x());
    const Span length = spanOf(own, ahead, evidence.prior.size.x(), place.sensor);
    const Span width = spanOf(own, left, evidence.prior.size.y(), place.sensor);
    return {length.middle * ahead + width.middle * left, std::atan2(ahead.y(), ahead.x()), length.size, width.size};
}

} // namespace

std::optional<ObjectFit> fitSmall(const Surroundings& place, const Growth& growth, const Evidence& evidence)
{
    const double usualHeight = evidence.prior.size.z();
    const Eigen::Vector2d& click = evidence.belongs.front().at;
    const double reach = 0.8 * evidence.prior.size.head<2>().maxCoeff();
    std::vector<Sample> own;
    std::vector<Sample> low;
    for (std::size_t i = 0; i < place.samples.size(); ++i) {
        const Sample& s = place.samples[i];
        if (growth.gap[i] > growth.sureGap || (s.at - click).norm() > reach)
            continue;
        own.push_back(s);
        if (s.height < lowShare * usualHeight)
            low.push_back(s);
    }
    if (own.size() < fewest)
        return std::nullopt;
    const double yaw = mainHeading(low.size() < fewest ? own : low);
    const Eigen::Vector2d ahead(std::cos(yaw), std::sin(yaw));
    ObjectFit fit;
    fit.widestGap = growth.wideGap;
    fit.box.rectangle = around(own, ahead, place, evidence);
    fit.box.height = roofHeight(fit.box.rectangle, own, usualHeight);
    fit.cost = rectangleCost(fit.box.rectangle, evidence);
    const Rectangle across = around(own, {-ahead.y(), ahead.x()}, place, evidence);
    fit.others.push_back({across, fit.box.height});
    fit.rivalMargin = rectangleCost(across, evidence) - fit.cost;
    return fit;
}

} // namespace lunkuo
