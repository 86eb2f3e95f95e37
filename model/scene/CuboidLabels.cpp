#include "model/scene/CuboidLabels.h"

#include "model/cloud/EachPoint.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
struct Labelled
{
    Cuboid cuboid;
    double radius = 0.0; ///< of the sphere round it
    std::uint32_t label = 0;
    std::uint32_t instance = 0;
};

std::vector<Labelled> labelledCuboids(const Scene& scene, FrameId frame)
{
    std::vector<Labelled> result;
    for (const ShapeId id : scene.shapesOf(frame)) {
        const Shape& shape = scene.shapes.at(id);
        const Track* track = scene.trackOf(shape);
        if (!track)
            continue;
        const auto& classes = scene.taxonomy.classes;
        const auto found = std::find_if(
            classes.begin(), classes.end(), [&](const ClassDef& each) { return each.id == track->classId; });
        // A class that the taxonomy does not have is still an object.
        const auto label = static_cast<std::uint32_t>(found - classes.begin()) + 1;
        result.push_back(
            {shape.cuboid, shape.cuboid.size.norm() / 2.0, label, static_cast<std::uint32_t>(track->number)});
    }
    std::stable_sort(result.begin(), result.end(),
        [](const Labelled& a, const Labelled& b) { return a.cuboid.volume() < b.cuboid.volume(); });
    return result;
}
} // namespace

CuboidLabels cuboidLabels(const PointCloud& cloud, const Scene& scene, FrameId frame)
{
    const std::vector<Labelled> cuboids = labelledCuboids(scene, frame);
    CuboidLabels labels{PointArray<std::uint32_t>(cloud.size()), PointArray<std::uint32_t>(cloud.size())};
    eachPoint(cloud.size(), [&](std::size_t i) {
        const Eigen::Vector3d point = cloud.point(i);
        const auto holds = [&](const Labelled& each) {
            return (point - each.cuboid.center).squaredNorm() <= each.radius * each.radius &&
                   each.cuboid.contains(point);
        };
        const auto found = std::find_if(cuboids.begin(), cuboids.end(), holds);
        labels.label[i] = found == cuboids.end() ? 0 : found->label;
        labels.instance[i] = found == cuboids.end() ? 0 : found->instance;
    });
    return labels;
}

} // namespace lunkuo
