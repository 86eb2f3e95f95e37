#pragma once

#include "model/document/FrameCache.h"
#include "model/scene/Scene.h"
#include "render/ColorMap.h"
#include "render/PointColoring.h"

#include <QString>
#include <optional>
#include <vector>

namespace lunkuo
{

/// What a colouring shows, for the legend.
struct ColoringInfo
{
    bool available = true; ///< whether the cloud has the values
    bool hasRange = true;  ///< whether a range of numbers is coloured
    ColorMap map = ColorMap::Turbo;
    const char* unit = "";
};

ColoringInfo coloringInfo(ColorBy by, const PointCloud& cloud);

/// The range that holds all but the lowest and the highest 2 % of the values; the colouring's own when it is not
/// automatic.
PointColoring withRange(const PointColoring& coloring, const LoadedFrame& frame);

/// One colour per point. Height counts from the ground below the point; where the cloud has not the values, points are
/// plain. `scene` gives the shapes that tint their points in the Class colouring.
std::vector<ByteColor> pointColors(const PointColoring& coloring, const LoadedFrame& frame, const Scene& scene);

/// 0xRRGGBB as three bytes.
constexpr ByteColor rgbOf(quint32 color)
{
    return {static_cast<std::uint8_t>(color >> 16 & 0xff), static_cast<std::uint8_t>(color >> 8 & 0xff),
        static_cast<std::uint8_t>(color & 0xff)};
}

/// The class's colour, grey for an unknown one.
ByteColor classColor(const Taxonomy& taxonomy, const QString& classId);

} // namespace lunkuo
