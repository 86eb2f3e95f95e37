#pragma once

#include "model/completion/SequenceCompleter.h"
#include "model/sequence/TrackMotion.h"

#include <optional>

namespace lunkuo
{

/// What the boxes of a track say together before any point is looked at: in which frames the object stands in the world
/// and where, where its front is, and how it moves.
class TrackConsensus
{
public:
    TrackConsensus(std::vector<TrackView> views, const Eigen::Vector3d& size);

    /// Of the common size, with their fronts at the same end; fixed ones head as they did.
    [[nodiscard]] const std::vector<TrackView>& views() const { return m_views; }
    /// All along, in one place.
    [[nodiscard]] bool standsStill() const { return m_parts.size() == 1 && m_parts.front().stands; }
    /// Whether it stands in that view, maybe for a while only.
    [[nodiscard]] bool standsIn(std::size_t view) const { return partOf(view).stands; }
    /// In the sensor frame of the view, metres per second.
    [[nodiscard]] Eigen::Vector3d velocityAt(std::size_t view) const;
    /// Where most of the boxes have it that show it standing there, in the sensor frame of the view; only where it
    /// stands.
    [[nodiscard]] Cuboid placeIn(std::size_t view) const;
    /// Whether the view's own box is there, as far as single frames see that well.
    [[nodiscard]] bool isAtPlace(std::size_t view) const;
    /// The same after boxes were moved: in the sensor frames of their views, each with its weight.
    void learn(
        const std::vector<Cuboid>& cuboids, const std::vector<std::size_t>& views, const std::vector<double>& weights);

private:
    friend class FrontTurner;

    /// Views one after another in which it stands in one place, or moves.
    struct Part
    {
        std::vector<std::size_t> views;
        bool stands = false;
        Cuboid place; ///< in the world; only where it stands
    };

    void tellMotion();
    void turnAlike(); ///< their fronts to the same end
    void tellPlaces();
    [[nodiscard]] const Part& partOf(std::size_t view) const { return m_parts[m_partOf[view]]; }
    [[nodiscard]] double yawInWorld(std::size_t view) const;

    std::vector<TrackView> m_views;
    std::vector<std::size_t> m_order; ///< of the views in time
    std::vector<Part> m_parts;
    std::vector<std::size_t> m_partOf; ///< by view
    std::optional<TrackMotion> m_motion;
};

} // namespace lunkuo
