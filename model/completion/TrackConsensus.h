#pragma once

#include "model/completion/SequenceCompleter.h"
#include "model/sequence/TrackMotion.h"

#include <optional>

namespace lunkuo
{

/// What the boxes of a track say together before any point is looked at: whether the object stands in the world, where
/// its front is, and how it moves.
class TrackConsensus
{
public:
    TrackConsensus(std::vector<TrackView> views, const Eigen::Vector3d& size);

    /// Of the common size, with their fronts at the same end; fixed ones head as they did.
    [[nodiscard]] const std::vector<TrackView>& views() const { return m_views; }
    [[nodiscard]] bool standsStill() const { return m_standsStill; }
    /// In the sensor frame of the view, metres per second.
    [[nodiscard]] Eigen::Vector3d velocityAt(std::size_t view) const;
    /// Where most of the boxes have it, in the sensor frame of the view; only of what stands still.
    [[nodiscard]] Cuboid placeIn(std::size_t view) const;
    /// The same after boxes were moved: in the sensor frames of their views, each with its weight.
    void learn(
        const std::vector<Cuboid>& cuboids, const std::vector<std::size_t>& views, const std::vector<double>& weights);

private:
    void turnAlike();
    void tellMotion();

    std::vector<TrackView> m_views;
    bool m_standsStill = false;
    std::optional<TrackMotion> m_motion;
    Cuboid m_place; ///< in the world
};

} // namespace lunkuo
