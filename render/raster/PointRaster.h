#pragma once

#include "render/raster/PointChunks.h"

#include <cstdint>
#include <optional>

namespace lunkuo
{

/// Where points are looked at from, in the cloud's own coordinates and in pixels of the picture.
struct RasterCamera
{
    Eigen::Vector3f eye = Eigen::Vector3f::Zero();
    Eigen::Vector3f right = Eigen::Vector3f::UnitX();
    Eigen::Vector3f down = -Eigen::Vector3f::UnitZ();
    Eigen::Vector3f forward = Eigen::Vector3f::UnitY();
    bool orthographic = false;
    float scale_px = 1.0F; ///< what a metre spans at a depth of one metre, in orthographic views at any
    float near_m = 0.05F;
    float far_m = 1000.0F;

    friend bool operator==(const RasterCamera&, const RasterCamera&) = default;
};

/// Points are squares of so many pixels; with a reference they grow by reference / depth within limits.
struct RasterSize
{
    int pixels = 1;
    float reference_m = 0.0F; ///< 0: as large at any depth
    float least = 1.0F;
    float most = 1.0F;

    friend bool operator==(const RasterSize&, const RasterSize&) = default;
};

/// What one picture shows.
struct RasterJob
{
    RasterCamera camera;
    RasterSize size;
    std::span<const PointChunk> chunks;
    std::span<const std::uint8_t> hidden{}; ///< by the points' numbers, not 0 where nobody sees it; empty: all are seen
    std::size_t thinning = 1;               ///< one in so many points is drawn, evenly all over
};

/// Draws points with the processor alone, on all its cores: for each pixel the foremost point's depth and number. Of
/// points as near as each other the lower number wins, so that the picture does not depend on who drew first.
class PointRaster
{
public:
    using Cell = std::uint64_t; ///< bits of the depth as a float, then the number: the lesser cell is in front
    static constexpr Cell empty = ~Cell(0);

    struct Seen
    {
        float depth_m = 0.0F;
        std::uint32_t point = 0;
    };

    explicit PointRaster(WorkCrew& crew);

    /// Chunks out of sight cost time and nothing else; drawing the foremost first saves some.
    void draw(const RasterJob& job, int width, int height);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    /// `width()` cells, from the left.
    [[nodiscard]] std::span<const Cell> row(int y) const
    {
        return {m_cells.data() + std::size_t(y) * m_stride, std::size_t(m_width)};
    }
    [[nodiscard]] std::optional<Seen> at(int x, int y) const;

    [[nodiscard]] static float depthOf(Cell cell);
    [[nodiscard]] static std::uint32_t pointOf(Cell cell) { return static_cast<std::uint32_t>(cell); }

private:
    void widen(int size);

    WorkCrew& m_crew;
    int m_width = 0;
    int m_height = 0;
    std::size_t m_stride = 0;
    std::vector<Cell> m_cells; ///< to the right and below, room for what reaches in from the left and from above
};

/// The chunks of which something may be in the picture, foremost first.
std::vector<PointChunk> chunksInSight(const RasterJob& job, int width, int height);

} // namespace lunkuo
