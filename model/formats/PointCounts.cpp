#include "model/formats/PointCounts.h"

#include "model/cloud/CloudFormat.h"
#include "model/cloud/Parallel.h"

#include <QCoreApplication>

#include <atomic>
#include <mutex>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PointCounts)
};

/// A cuboid made ready for many points of one cloud.
struct Probe
{
    Eigen::Vector3f center; ///< relative to the cloud's offset
    Eigen::Matrix3f toBox;
    Eigen::Vector3f half;
    float radius2 = 0.0F; ///< of the ball round it, squared
};

Probe probeOf(const Cuboid& cuboid, const Eigen::Vector3d& offset)
{
    // Rounding to float must not cost points that lie on a face.
    constexpr double margin_m = 1e-4;
    const Eigen::Vector3d half = 0.5 * cuboid.size + Eigen::Vector3d::Constant(margin_m);
    return {(cuboid.center - offset).cast<float>(), cuboid.rotation.conjugate().toRotationMatrix().cast<float>(),
        half.cast<float>(), static_cast<float>(half.squaredNorm())};
}
} // namespace

std::vector<Cuboid> cuboidsOf(const Scene& scene, const std::vector<ShapeId>& shapes)
{
    std::vector<Cuboid> result;
    for (const ShapeId id : shapes)
        result.push_back(scene.shapes.at(id).cuboid);
    return result;
}

std::vector<qint64> pointsInside(const PointCloud& cloud, std::span<const Cuboid> cuboids)
{
    std::vector<qint64> counts(cuboids.size(), 0);
    for (std::size_t box = 0; box < cuboids.size(); ++box) {
        const Probe probe = probeOf(cuboids[box], cloud.offset);
        for (std::size_t i = 0; i < cloud.size(); ++i) {
            const Eigen::Vector3f away = cloud.local(i) - probe.center;
            if (away.squaredNorm() <= probe.radius2 &&
                ((probe.toBox * away).cwiseAbs().array() <= probe.half.array()).all())
                ++counts[box];
        }
    }
    return counts;
}

Result<PointCounts> countPoints(const Scene& scene, const QDir& projectFolder, const Progress& progress)
{
    std::vector<FrameId> frames;
    for (const auto& [id, frame] : scene.frames)
        if (!scene.shapesOf(id).empty())
            frames.push_back(id);
    PointCounts result;
    std::mutex mutex;
    std::atomic<std::size_t> next = 0;
    std::atomic<int> done = 0;
    const auto work = [&](std::size_t) -> Result<void> {
        for (std::size_t i = next++; i < frames.size(); i = next++) {
            const auto cloud = readCloud(projectFolder.absoluteFilePath(scene.frames.at(frames[i]).cloudPath));
            if (!cloud) {
                next = frames.size();
                return tl::unexpected(cloud.error());
            }
            const std::vector<ShapeId> shapes = scene.shapesOf(frames[i]);
            const std::vector<qint64> counts = pointsInside(*cloud, cuboidsOf(scene, shapes));
            const std::lock_guard lock(mutex);
            for (std::size_t k = 0; k < shapes.size(); ++k)
                result[shapes[k]] = counts[k];
            if (!progress.report(++done, static_cast<int>(frames.size())))
                return failure(Text::tr("Counting the points was cancelled."));
        }
        return {};
    };
    // A frame is worth a thread.
    if (const auto counted = inParallel(worthwhileParts(frames.size(), 1), work); !counted)
        return tl::unexpected(counted.error());
    return result;
}

} // namespace lunkuo
