#pragma once

#include "render/raster/PointRaster.h"

#include <array>

namespace lunkuo
{

/// Points as pixels: their inks, darkened where they lie behind what is beside them (eye-dome lighting), and the depths
/// that OpenGL would have written.
class PointPicture
{
public:
    using Ink = std::array<std::uint8_t, 4>; ///< red, green, blue, opaque; all 0 where there is no point

    explicit PointPicture(WorkCrew& crew);

    /// `inks`: one per point. `reach_px`: how far away neighbours are looked for; 0 darkens nothing.
    void paint(const PointRaster& raster, const RasterCamera& camera, std::span<const Ink> inks, int reach_px);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// From the top left.
    [[nodiscard]] const std::vector<Ink>& inks() const { return m_inks; }
    /// 0 at the near end of the camera's range to 1 at the far end and where there is no point.
    [[nodiscard]] const std::vector<float>& depths() const { return m_depths; }

private:
    WorkCrew& m_crew;
    int m_width = 0;
    int m_height = 0;
    std::vector<Ink> m_inks;
    std::vector<float> m_depths;
};

} // namespace lunkuo
