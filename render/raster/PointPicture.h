#pragma once

#include "render/raster/PointRaster.h"

#include <array>

namespace lunkuo
{

/// Points as pixels on paper: their inks, darkened where they lie behind what is beside them (eye-dome lighting), and
/// the depths that OpenGL would have written. As OpenGL's, its rows begin at the bottom.
class PointPicture
{
public:
    using Ink = std::array<std::uint8_t, 4>; ///< red, green, blue, 255

    explicit PointPicture(WorkCrew& crew);

    /// `inks`: one per point. `reach_px`: how far away neighbours are looked for; 0 darkens nothing. `paper`: shown
    /// where there is no point.
    void paint(const PointRaster& raster, const RasterCamera& camera, std::span<const Ink> inks, int reach_px,
        const Ink& paper);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// From the bottom left.
    [[nodiscard]] const std::vector<Ink>& inks() const { return m_inks; }
    /// 0 at the near end of the camera's range to 1 (all bits set) at the far end and where there is no point.
    [[nodiscard]] const std::vector<std::uint32_t>& depths() const { return m_depths; }

private:
    WorkCrew& m_crew;
    int m_width = 0;
    int m_height = 0;
    std::vector<Ink> m_inks;
    std::vector<std::uint32_t> m_depths;
};

} // namespace lunkuo
