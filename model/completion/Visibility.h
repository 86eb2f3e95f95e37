#pragma once

#include "model/completion/FreeSpace.h"

namespace lunkuo
{

struct Rectangle;

/// Which places round the click hold points, and which ones the sensor could have seen: a side that faces the sensor,
/// that nothing hides and that yet shows no points is hardly there.
class Visibility
{
public:
    Visibility(const FrameIndex& index, const Surroundings& around, const SolidBand& band);

    /// What speaks against the box: the metres of its sides that should have been seen and were not.
    [[nodiscard]] double missingSide_m(const Rectangle& rectangle) const;

    /// Whether rays went on behind the place at the height of a solid body, so that no side can be there.
    [[nodiscard]] bool isSeenThrough(const Eigen::Vector2d& place) const;

private:
    void findHidden(const FrameIndex& index, const Surroundings& around);
    [[nodiscard]] bool isFilled(const Eigen::Vector2d& place) const;
    [[nodiscard]] bool isHidden(const Eigen::Vector2d& place) const;

    const FrameIndex& m_index;
    Eigen::Vector2d m_sensor;
    double m_sensorHeight;
    double m_groundLevel;
    SolidBand m_band;
    std::vector<bool> m_filled;   ///< per cell, with its neighbours
    std::vector<float> m_blocked; ///< per direction: where the first ray was stopped that would have met a car's side
};

} // namespace lunkuo
