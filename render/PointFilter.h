#pragma once

#include "model/document/FrameCache.h"
#include "model/tools/Hidden.h"

#include <QJsonObject>

namespace lunkuo
{

/// Which points and shapes a person has put out of sight. Completion sees them all the same.
struct PointFilter
{
    enum class Ground { Shown, Dimmed, Hidden };

    Ground ground = Ground::Shown;
    bool cropsHeight = false; ///< what is higher or lower over the ground is hidden
    double lowest_m = -1.0;
    double highest_m = 4.0;
    bool cropsToSelection = false; ///< what is farther from the selected cuboid is hidden
    double margin_m = 4.0;
    bool cropsToBox = false;   ///< what lies beside it on the ground round the sensor is hidden
    double rearmost_m = -20.0; ///< along x, forward
    double foremost_m = 60.0;
    double rightmost_m = -20.0; ///< along y, to the left
    double leftmost_m = 20.0;
    std::set<QString> hiddenClasses; ///< their shapes are hidden with the points in them

    /// Whether it hides the shape, which is one of the scene's.
    [[nodiscard]] bool hides(const Shape& shape, const Scene& scene) const;
    /// Whether anything could be hidden by it.
    [[nodiscard]] bool hides() const;
    [[nodiscard]] bool needsHeights() const { return ground != Ground::Shown || cropsHeight; }
    /// The same look with nothing hidden: what is dimmed stays dimmed, and the limits stay for the next time.
    [[nodiscard]] PointFilter open() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Values that make no sense are taken as not given.
    static PointFilter fromJson(const QJsonObject& json);
    friend bool operator==(const PointFilter&, const PointFilter&) = default;
};

enum class PointState : std::uint8_t { Shown, Dimmed, Hidden };

/// What is to become of each point of the frame; empty when all are shown. `selected` null, or no heights yet: nothing
/// is hidden by them.
std::vector<PointState> pointStates(const PointFilter& filter, const LoadedFrame& frame, const Scene& scene,
    const Cuboid* selected, const PointHeights* heights);

/// The same as what nobody can point at.
HiddenPtr hiddenOf(const PointFilter& filter, const std::vector<PointState>& states, const Scene& scene, FrameId frame);

} // namespace lunkuo
