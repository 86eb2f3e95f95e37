#pragma once

#include "model/document/FrameCache.h"
#include "model/scene/Scene.h"
#include "render/PointColoring.h"
#include "render/PointFilter.h"

#include <QRgb>
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
    bool isInMetres = false;
};

ColoringInfo coloringInfo(ColorBy by, const PointCloud& cloud);

/// The map that is in force.
ColorMap mapOf(const PointColoring& coloring, const PointCloud& cloud);

/// The range that holds all but the lowest and the highest 2 % of the values; the colouring's own when it is not
/// automatic.
PointColoring withRange(const PointColoring& coloring, const LoadedFrame& frame);

/// How the values of the frame are spread over a range.
struct Histogram
{
    double minimum = 0.0;
    double maximum = 1.0;
    std::vector<std::uint32_t> bins; ///< how many values lie in each equal part of the range; empty without values
};

/// Of what the colouring shows, wide enough for all but the strayest values and for the colouring's own range.
Histogram histogramOf(const PointColoring& coloring, const LoadedFrame& frame, std::size_t bins);

/// Red, green, blue, and 255 for a point that is drawn, 0 for one that is hidden.
using PointInk = std::array<std::uint8_t, 4>;

/// What points are inked from.
struct PointLook
{
    const PointColoring& coloring; ///< with the range in force
    const LoadedFrame& frame;
    const Scene& scene;                    ///< its shapes tint their points in the Class colouring
    const PointHeights* heights = nullptr; ///< null: not known yet, points count from the ground below the sensor
    const std::vector<PointState>& states; ///< empty: all are shown
    Backdrop backdrop = Backdrop::Dark;
    const std::vector<QRgb>* pictures = nullptr; ///< what the images show at each point; null: not known (yet)
};

/// One ink per point: all that those who draw points need to know about colours and filters. Height counts from the
/// ground below the point; where the cloud has not the values, points are plain.
std::vector<PointInk> pointInks(const PointLook& look);

/// A shape that tints its points in the Class colouring.
struct TintingShape
{
    ShapeId id;
    Cuboid cuboid;
    QString classId;

    friend bool operator==(const TintingShape&, const TintingShape&) = default;
};

std::vector<TintingShape> tintingShapes(const Scene& scene, FrameId frame);

/// Brings inks of the Class colouring that were made while `before` tinted them up to date: looks at the points of
/// those that changed only.
void reinkByClass(std::vector<PointInk>& inks, const PointLook& look, const std::vector<TintingShape>& before);

/// 0xRRGGBB as three bytes.
constexpr ByteColor rgbOf(quint32 color)
{
    return {static_cast<std::uint8_t>(color >> 16 & 0xff), static_cast<std::uint8_t>(color >> 8 & 0xff),
        static_cast<std::uint8_t>(color & 0xff)};
}

/// The class's colour, grey for an unknown one.
ByteColor classColor(const Taxonomy& taxonomy, const QString& classId);

} // namespace lunkuo
