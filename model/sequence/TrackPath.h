#pragma once

#include "model/scene/Scene.h"
#include "model/sequence/TrackMotion.h"

#include <limits>

namespace lunkuo
{

/// Where a track is in one frame, in the world.
struct PathPlace
{
    FrameId frame;
    double time_s = 0.0;
    bool isTimed = false; ///< its frame says when it was taken; else the usual period is supposed
    Eigen::Vector3d foot = Eigen::Vector3d::Zero();     ///< the middle of its bottom
    Eigen::Vector3d heading = Eigen::Vector3d::UnitX(); ///< of length 1
    Derivation derivation = Derivation::KeyFrame;
    bool isNext = false; ///< there is no frame between it and the place before
};

/// The way of a track through the frames of a sequence.
class TrackPath
{
public:
    /// Empty when the track has no shape in that sequence.
    /// Only what lies in the frames from `first` to `last`, by their places in the sequence.
    TrackPath(const Scene& scene, TrackId track, SequenceId sequence, int first = 0,
        int last = std::numeric_limits<int>::max());

    /// In the order of their frames.
    [[nodiscard]] const std::vector<PathPlace>& places() const { return m_places; }
    /// Whether the way that leads to the place (not the first) is known: neither it nor the place before is only
    /// interpolated, and no frame lies between.
    [[nodiscard]] bool isKnownUpTo(std::size_t place) const;
    /// Metres per second at the place, over ground, as the motion through all places says that are not interpolated;
    /// nothing where fewer than two of them are known.
    [[nodiscard]] std::optional<double> speedAt(std::size_t place) const;

private:
    std::vector<PathPlace> m_places;
    std::optional<TrackMotion> m_motion;
};

} // namespace lunkuo
