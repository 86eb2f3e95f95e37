#pragma once

#include "model/completion/Completer.h"

namespace lunkuo
{

/// How high each point of a frame is over the ground below it, to five millimetres: two bytes a point.
class PointHeights
{
public:
    /// Takes its time on all cores; safe on any thread.
    explicit PointHeights(const PreparedFrame& frame);

    [[nodiscard]] double at(std::size_t point) const { return step_m * m_steps[point]; }
    [[nodiscard]] std::size_t size() const { return m_steps.size(); }

    static constexpr double step_m = 0.005;

private:
    PointArray<std::int16_t> m_steps;
};
using PointHeightsPtr = std::shared_ptr<const PointHeights>;

} // namespace lunkuo
