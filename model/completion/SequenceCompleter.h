#pragma once

#include "model/base/Progress.h"
#include "model/completion/Completer.h"
#include "model/geometry/FaceSet.h"
#include "model/scene/SharedOutline.h"

#include <array>
#include <Eigen/Geometry>
#include <functional>

namespace lunkuo
{

/// A track in one frame.
struct TrackView
{
    Cuboid cuboid; ///< sensor frame
    Eigen::Isometry3d world_sensor = Eigen::Isometry3d::Identity();
    Eigen::Vector3d sensor = Eigen::Vector3d::Zero(); ///< where the LiDAR is in the sensor frame
    double time_s = 0.0;
    double confidence = 1.0;  ///< 0..1, in the cuboid
    bool isFixed = false;     ///< a person has put it there: what was seen of it stays where it is
    bool isSizeFixed = false; ///< a person has measured it: the object is as large as that
};

/// What came of one frame.
struct TrackViewFit
{
    Cuboid cuboid; ///< sensor frame, of the common size
    double confidence = 0.0;
    std::size_t points = 0; ///< of the object
    FaceSet seen;           ///< sides that this frame shows points of
};

/// A point of the object in the frame of its common cuboid, and which of the views it is from.
struct RegisteredPoint
{
    Eigen::Vector3f place = Eigen::Vector3f::Zero();
    std::uint32_t view = 0;
};

/// One object as all of its frames together show it.
struct SequenceCompletion
{
    Eigen::Vector3d size = Eigen::Vector3d::Zero();
    std::array<bool, 3>
        isMeasured{};                ///< of length, width, height: both ends were seen; otherwise the prior has its say
    SharedOutline outline;           ///< seen wherever one of the frames saw it
    std::vector<TrackViewFit> views; ///< one for each that was given, in that order
    std::vector<RegisteredPoint> points;
    bool standsStill = false; ///< in the world
    double confidence = 0.0;  ///< of the best view
};

/// The prepared frame of a view; null where it cannot be read. Called a second time for long tracks.
using LoadPrepared = std::function<std::shared_ptr<const PreparedFrame>(std::size_t view)>;

/// Completes an object from all of its frames: one size and one outline that agree with the points and with the free
/// space of all of them, and each frame's cuboid of that size put on its own visible faces. Fixed cuboids are only
/// made larger or smaller away from the sensor. What moves is registered by its own motion, and where clouds have
/// times, the way that it went during the scan is taken out.
///
/// The boxes agree on a first size and, where the object stands, on its place in the world (weighted medians); then in
/// turns the common skin is fitted to the points of all frames and each frame moved and turned onto it
/// (Levenberg-Marquardt), which is how offboard labelling refines a track (Qi et al., 3DAL, arXiv 2103.05073). How long
/// and wide it is comes from the sides that were seen.
///
/// Pure, safe on any thread. Error: one sentence, when too few points of the object are seen in any frame, or it was
/// cancelled.
Result<SequenceCompletion> completeOverTime(const std::vector<TrackView>& views, const LoadPrepared& load,
    const CompletionOptions& options, const Progress& progress = {});

} // namespace lunkuo
