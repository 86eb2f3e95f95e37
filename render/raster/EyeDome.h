#pragma once

#include "render/raster/PointRaster.h"

namespace lunkuo
{

/// Eye-dome lighting: a pixel is the darker the more its neighbours stand out in front of it, which shows edges and
/// unevenness of points that have no surface to be lit.
class EyeDome
{
public:
    /// Neighbours are looked for so many pixels away.
    EyeDome(const PointRaster& raster, int reach_px);

    /// The light of each pixel of a row.
    std::span<const float> row(int y);

private:
    void takeLogarithms(int y, std::vector<float>& line) const;

    const PointRaster& m_raster;
    int m_reach;
    std::vector<float> m_above;
    std::vector<float> m_here;
    std::vector<float> m_below;
    std::vector<float> m_light;
};

} // namespace lunkuo
