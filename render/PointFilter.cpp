#include "render/PointFilter.h"

#include "model/cloud/EachPoint.h"

#include <QJsonArray>

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
        if (const Track* track = scene.trackOf(scene.shapes.at(id));
            track && filter.hiddenClasses.contains(track->classId))
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
} // namespace

bool PointFilter::hides() const
{
    return ground == Ground::Hidden || cropsHeight || cropsToSelection || !hiddenClasses.empty();
}

PointFilter PointFilter::open() const
{
    PointFilter filter = *this;
    filter.ground = ground == Ground::Hidden ? Ground::Shown : ground;
    filter.cropsHeight = false;
    filter.cropsToSelection = false;
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
        {QStringLiteral("hiddenClasses"), classes}};
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
    const double lowest = number(u"lowest_m", filter.lowest_m);
    const double highest = number(u"highest_m", filter.highest_m);
    if (lowest < highest) {
        filter.lowest_m = lowest;
        filter.highest_m = highest;
    }
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
    if (!byHeight && !bySelection && shapes.empty())
        return states;
    states.resize(frame.cloud->size(), PointState::Shown);
    if (byHeight)
        eachPoint(states.size(), [&](std::size_t i) { states[i] = stateAt(filter, heights->at(i)); });
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
