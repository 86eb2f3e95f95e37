#include "model/sequence/MergedCloud.h"

#include "model/cloud/CloudFormat.h"
#include "model/sequence/WorldPose.h"

#include <algorithm>

namespace lunkuo
{

namespace
{

constexpr double firstVoxel_m = 0.04;
constexpr double thinnedShare = 0.75; ///< of what is allowed, so that not every further cloud thins again
constexpr double standing_m = 1.0;    ///< boxes of what stands lie no farther apart, however badly they were seen
constexpr double boxMargin_m = 0.15;  ///< rays that graze an object end a little outside its box

/// The cube of the grid in one number: 21 bits for each axis.
std::uint64_t cubeOf(const Eigen::Vector3f& place, float voxel_m)
{
    std::uint64_t key = 0;
    for (const int axis : {0, 1, 2}) {
        const auto step = static_cast<std::int64_t>(std::floor(place[axis] / voxel_m));
        key = (key << 21) | (static_cast<std::uint64_t>(step) & 0x1fffff);
    }
    return key;
}

/// The first point of each cube, in the order that they are in.
std::vector<std::uint32_t> firstOfEachCube(const PointCloud& cloud, double voxel_m)
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> cubes(cloud.size());
    for (std::size_t i = 0; i < cloud.size(); ++i)
        cubes[i] = {cubeOf(cloud.local(i), static_cast<float>(voxel_m)), static_cast<std::uint32_t>(i)};
    std::sort(cubes.begin(), cubes.end());
    const auto end =
        std::unique(cubes.begin(), cubes.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    std::vector<std::uint32_t> kept;
    for (auto cube = cubes.begin(); cube != end; ++cube)
        kept.push_back(cube->second);
    std::sort(kept.begin(), kept.end());
    return kept;
}

/// Whether the track is at places of the world that are too far apart for something that stands.
bool movesInWorld(const Scene& scene, TrackId track)
{
    std::optional<Eigen::Vector3d> first;
    for (const ShapeId id : scene.shapes.ofTrack(track)) {
        const Shape& shape = scene.shapes.at(id);
        const Eigen::Vector3d place = inWorld(scene.frames.at(shape.frame), shape.cuboid).center;
        if (first && (place - *first).norm() > standing_m)
            return true;
        first = first.value_or(place);
    }
    return false;
}

} // namespace

MergedCloud::MergedCloud(const Frame& into, std::size_t mostPoints)
    : m_into(into)
    , m_mostPoints(mostPoints)
{
    m_cloud.fields.push_back({frameField, PointArray<std::uint32_t>()});
}

Result<void> MergedCloud::add(const MergeSource& source)
{
    const Result<PointCloud> cloud = readCloud(source.path);
    if (!cloud)
        return tl::unexpected(cloud.error());
    add(source, *cloud);
    return {};
}

void MergedCloud::add(const MergeSource& source, const PointCloud& cloud)
{
    const Eigen::Isometry3d into_source =
        source.frame.id == m_into.id
            ? Eigen::Isometry3d::Identity()
            : (world_sensor(m_into).inverse() * Transform<WorldFrame, SensorFrame>(world_sensor(source.frame))).m;
    if (m_parts.empty())
        m_cloud.offset = source.frame.id == m_into.id ? cloud.offset : Eigen::Vector3d::Zero();
    std::vector<std::uint32_t> kept;
    double farthest2 = 0.0;
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3d point = cloud.point(i);
        farthest2 = std::max(farthest2, (point - source.sensorOrigin).squaredNorm());
        if (std::any_of(source.leftOut.begin(), source.leftOut.end(),
                [&point](const Cuboid& box) { return box.contains(point); }))
            continue;
        kept.push_back(static_cast<std::uint32_t>(i));
        const Eigen::Vector3d place = into_source * point - m_cloud.offset;
        for (const int axis : {0, 1, 2})
            m_cloud.xyz.push_back(static_cast<float>(place[axis]));
    }
    takeFields(cloud, kept, static_cast<std::uint32_t>(source.frame.index + 1));
    m_cloud.dropped += cloud.dropped;
    m_parts.push_back({source.frame.id, std::sqrt(farthest2)});
    if (m_cloud.size() > m_mostPoints)
        thin();
}

void MergedCloud::takeFields(const PointCloud& cloud, const std::vector<std::uint32_t>& kept, std::uint32_t frame)
{
    if (m_parts.empty())
        for (const CloudField& field : cloud.fields)
            if (field.name != frameField)
                m_cloud.fields.push_back({field.name,
                    std::visit(
                        [](const auto& values) -> CloudField::Values { return std::decay_t<decltype(values)>(); },
                        field.values)});
    std::erase_if(m_cloud.fields, [&](const CloudField& mine) {
        const CloudField* theirs = cloud.field(mine.name);
        return mine.name != frameField && (!theirs || theirs->values.index() != mine.values.index());
    });
    for (CloudField& mine : m_cloud.fields)
        std::visit(
            [&](auto& values) {
                using Values = std::decay_t<decltype(values)>;
                if (mine.name == frameField) {
                    values.resize(values.size() + kept.size(), static_cast<typename Values::value_type>(frame));
                    return;
                }
                const auto& given = std::get<Values>(cloud.field(mine.name)->values);
                values.reserve(values.size() + kept.size());
                for (const std::uint32_t i : kept)
                    values.push_back(given[i]);
            },
            mine.values);
}

void MergedCloud::thin()
{
    const auto enough = static_cast<std::size_t>(thinnedShare * static_cast<double>(m_mostPoints));
    while (m_cloud.size() > enough) {
        m_voxel_m = m_voxel_m == 0.0 ? firstVoxel_m : 2.0 * m_voxel_m;
        const std::vector<std::uint32_t> kept = firstOfEachCube(m_cloud, m_voxel_m);
        for (std::size_t i = 0; i < kept.size(); ++i)
            std::copy_n(
                m_cloud.xyz.begin() + 3 * std::ptrdiff_t(kept[i]), 3, m_cloud.xyz.begin() + 3 * std::ptrdiff_t(i));
        m_cloud.xyz.resize(3 * kept.size());
        for (CloudField& field : m_cloud.fields)
            std::visit(
                [&](auto& values) {
                    for (std::size_t i = 0; i < kept.size(); ++i)
                        values[i] = values[kept[i]];
                    values.resize(kept.size());
                },
                field.values);
    }
}

std::set<TrackId> movingTracks(const Scene& scene, SequenceId sequence)
{
    std::set<TrackId> moving;
    for (const auto& [id, track] : scene.tracks)
        if (track.sequence == sequence && movesInWorld(scene, id))
            moving.insert(id);
    return moving;
}

std::vector<Cuboid> boxesOf(const Scene& scene, FrameId frame, const std::set<TrackId>& tracks)
{
    std::vector<Cuboid> boxes;
    for (const ShapeId id : scene.shapes.ofFrame(frame)) {
        const Shape& shape = scene.shapes.at(id);
        if (!tracks.contains(shape.track))
            continue;
        boxes.push_back(shape.cuboid);
        boxes.back().size.array() += 2.0 * boxMargin_m;
    }
    return boxes;
}

} // namespace lunkuo
