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

    /// The light of each pixel of a row; quickest from row to row downwards.
    std::span<const float> row(int y);

private:
    struct Line
    {
        int y = nowhere;
        std::vector<float> logarithms;
    };
    static constexpr int nowhere = -1000;

    const float* logarithmsOf(int y);

    const PointRaster& m_raster;
    int m_reach;
    std::vector<Line> m_lines; ///< those that a row needs, each in its own place for all rows that need it
    std::vector<float> m_light;
};

} // namespace lunkuo
