#pragma once

#include "model/base/Result.h"
#include "model/cloud/PointCloud.h"
#include "model/geometry/Cuboid.h"
#include "model/scene/Outline.h"
#include "model/scene/Taxonomy.h"

#include <cstdint>
#include <Eigen/Core>
#include <memory>
#include <vector>

namespace lunkuo
{

class GroundEnvelope;

/// What is computed once per frame so that clicks are fast: ground, spatial index, sensor rays. Immutable; share
/// freely.
class PreparedFrame
{
public:
    /// Works on any cloud, however small. `sensorOrigin` is where the LiDAR is in the cloud's frame (metres).
    static std::shared_ptr<const PreparedFrame> prepare(CloudPtr cloud, const Eigen::Vector3d& sensorOrigin);
    /// The same, where the cloud's ground has been found already, as seen from there.
    static std::shared_ptr<const PreparedFrame> prepare(
        CloudPtr cloud, const Eigen::Vector3d& sensorOrigin, GroundEnvelope ground);
    ~PreparedFrame();

    [[nodiscard]] const CloudPtr& cloud() const;
    [[nodiscard]] const Eigen::Vector3d& sensorOrigin() const;
    /// Height of the ground below a point of the sensor frame, by the frame's ground envelope.
    [[nodiscard]] double groundHeight(double x, double y) const;

    struct Impl;
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    explicit PreparedFrame(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Seed clicks in, sensor frame: points that belong to the object and points that do not.
struct CompletionInput
{
    std::vector<Eigen::Vector3d> belongs; ///< at least one; the first is where it all starts
    std::vector<Eigen::Vector3d> excluded;
};

struct CompletionOptions
{
    BodyKind body = BodyKind::Car;
    Eigen::Vector3d priorSize = Eigen::Vector3d(4.1, 1.7, 1.58);        ///< length, width, height in metres
    Eigen::Vector3d priorDeviation = Eigen::Vector3d(0.45, 0.12, 0.13); ///< standard deviations, metres
    bool standsAlone = false; ///< nothing almost touches it: saves a second fit
};

/// What to expect of the objects of a class before any of them is known.
CompletionOptions usualOptions(const ClassDef& def);

/// A completed object in the sensor frame.
struct Completion
{
    Cuboid cuboid;
    Outline outline;
    std::vector<std::uint32_t> points; ///< indices into the cloud of the object's points, ascending
    double confidence = 0.0;           ///< 0..1: how likely it fits well (BEV IoU >= 0.7)
    std::vector<Cuboid> alternatives;  ///< distinct runners-up, best first, the reversed heading among them
};

/// Completes the object under the clicks: segmentation, amodal cuboid standing on the ground, outline. Pure: same
/// input, same output, safe on any thread. Error: one sentence, when no object can be made out at the clicks.
Result<Completion> complete(const PreparedFrame& frame, const CompletionInput& input, const CompletionOptions& options);

} // namespace lunkuo
