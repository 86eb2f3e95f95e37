#include "render/PointFilter.h"

#include "model/cloud/EachPoint.h"

#include <QJsonArray>

#include <tuple>

namespace lunkuo
{

namespace
{
constexpr double groundBand_m = 0.2; ///< so far over the ground's lowest a point may lie and still be ground
constexpr double inShape_m = 0.05;
constexpr double largest_m = 10000.0;

using Ground = PointFilter::Ground;

std::vector<ShapeId> hiddenShapes(const PointFilter& filter, const Scene& scene, FrameId frame)
{
    std::vector<ShapeId> hidden;
    for (const ShapeId id : scene.shapesOf(frame))
        if (filter.hides(scene.shapes.at(id), scene))
            hidden.push_back(id);
    return hidden;
}

PointState stateAt(const PointFilter& filter, double height_m)
{
    if (filter.cropsHeight && !(height_m >= filter.lowest_m && height_m <= filter.highest_m))
        return PointState::Hidden;
    if (height_m >= groundBand_m || filter.ground == Ground::Shown)
        return PointState::Shown;
    return filter.ground == Ground::Hidden ? PointState::Hidden : PointState::Dimmed;
}

void hideBesideBox(const PointFilter& filter, const LoadedFrame& frame, std::vector<PointState>& states)
{
    const PointCloud& cloud = *frame.cloud;
    const Eigen::Vector2d offset = (cloud.offset - frame.prepared->sensorOrigin()).head<2>();
    const Eigen::Vector2f low = (Eigen::Vector2d(filter.rearmost_m, filter.rightmost_m) - offset).cast<float>();
    const Eigen::Vector2f high = (Eigen::Vector2d(filter.foremost_m, filter.leftmost_m) - offset).cast<float>();
    eachPoint(states.size(), [&](std::size_t i) {
        const Eigen::Array2f at = cloud.local(i).head<2>().array();
        if (!((at >= low.array()).all() && (at <= high.array()).all()))
            states[i] = PointState::Hidden;
    });
}
} // namespace

bool PointFilter::hides(const Shape& shape, const Scene& scene) const
{
    const Track* track = hiddenClasses.empty() ? nullptr : scene.trackOf(shape);
    return track && hiddenClasses.contains(track->classId);
}

bool PointFilter::hides() const
{
    return ground == Ground::Hidden || cropsHeight || cropsToSelection || cropsToBox || !hiddenClasses.empty();
}

PointFilter PointFilter::open() const
{
    PointFilter filter = *this;
    filter.ground = ground == Ground::Hidden ? Ground::Shown : ground;
    filter.cropsHeight = false;
    filter.cropsToSelection = false;
    filter.cropsToBox = false;
    filter.hiddenClasses.clear();
    return filter;
}

QJsonObject PointFilter::toJson() const
{
    QJsonArray classes;
    for (const QString& id : hiddenClasses)
        classes.append(id);
    return {{QStringLiteral("ground"), static_cast<int>(ground)}, {QStringLiteral("cropsHeight"), cropsHeight},
        {QStringLiteral("lowest_m"), lowest_m}, {QStringLiteral("highest_m"), highest_m},
        {QStringLiteral("cropsToSelection"), cropsToSelection}, {QStringLiteral("margin_m"), margin_m},
        {QStringLiteral("cropsToBox"), cropsToBox}, {QStringLiteral("rearmost_m"), rearmost_m},
        {QStringLiteral("foremost_m"), foremost_m}, {QStringLiteral("rightmost_m"), rightmost_m},
        {QStringLiteral("leftmost_m"), leftmost_m}, {QStringLiteral("hiddenClasses"), classes}};
}

PointFilter PointFilter::fromJson(const QJsonObject& json)
{
    PointFilter filter;
    const auto number = [&json](QStringView key, double otherwise) {
        const double value = json.value(key).toDouble(otherwise);
        return std::abs(value) <= largest_m ? value : otherwise;
    };
    const int ground = json.value(u"ground").toInt();
    if (ground >= 0 && ground <= static_cast<int>(Ground::Hidden))
        filter.ground = static_cast<Ground>(ground);
    filter.cropsHeight = json.value(u"cropsHeight").toBool();
    filter.cropsToSelection = json.value(u"cropsToSelection").toBool();
    filter.cropsToBox = json.value(u"cropsToBox").toBool();
    const auto range = [&number](QStringView from, double& least, QStringView to, double& most) {
        const double low = number(from, least);
        const double high = number(to, most);
        if (low < high)
            std::tie(least, most) = std::pair(low, high);
    };
    range(u"lowest_m", filter.lowest_m, u"highest_m", filter.highest_m);
    range(u"rearmost_m", filter.rearmost_m, u"foremost_m", filter.foremost_m);
    range(u"rightmost_m", filter.rightmost_m, u"leftmost_m", filter.leftmost_m);
    filter.margin_m = std::max(0.0, number(u"margin_m", filter.margin_m));
    for (const QJsonValue& id : json.value(u"hiddenClasses").toArray())
        filter.hiddenClasses.insert(id.toString());
    return filter;
}

std::vector<PointState> pointStates(const PointFilter& filter, const LoadedFrame& frame, const Scene& scene,
    const Cuboid* selected, const PointHeights* heights)
{
    std::vector<PointState> states;
    const bool byHeight = heights && filter.needsHeights();
    const bool bySelection = selected && filter.cropsToSelection;
    const std::vector<ShapeId> shapes = hiddenShapes(filter, scene, frame.id);
    if (!byHeight && !bySelection && !filter.cropsToBox && shapes.empty())
        return states;
    states.resize(frame.cloud->size(), PointState::Shown);
    if (byHeight)
        eachPoint(states.size(), [&](std::size_t i) { states[i] = stateAt(filter, heights->at(i)); });
    if (filter.cropsToBox)
        hideBesideBox(filter, frame, states);
    if (bySelection) {
        std::vector<PointState> around(states.size(), PointState::Hidden);
        for (const std::uint32_t i : frame.index->inside(*selected, filter.margin_m))
            around[i] = states[i];
        states = std::move(around);
    }
    for (const ShapeId id : shapes)
        for (const std::uint32_t i : frame.index->inside(scene.shapes.at(id).cuboid, inShape_m))
            states[i] = PointState::Hidden;
    return states;
}

HiddenPtr hiddenOf(const PointFilter& filter, const std::vector<PointState>& states, const Scene& scene, FrameId frame)
{
    auto hidden = std::make_shared<Hidden>();
    for (const ShapeId id : hiddenShapes(filter, scene, frame))
        hidden->shapes.insert(id);
    hidden->pointCount = static_cast<std::size_t>(std::count(states.begin(), states.end(), PointState::Hidden));
    if (hidden->pointCount > 0) {
        hidden->points.resize(states.size());
        std::transform(states.begin(), states.end(), hidden->points.begin(),
            [](PointState state) { return std::uint8_t(state == PointState::Hidden); });
    }
    return hidden->isEmpty() ? nullptr : hidden;
}

} // namespace lunkuo
