#include "render/raster/PointPicture.h"

#include "render/raster/EyeDome.h"

#include <algorithm>

namespace lunkuo
{

namespace
{
constexpr int rowsAtATime = 16;
/// Lines and surfaces in the same place as points are seen: points lie back by this share of their depth.
constexpr float setBack = 1.0002F;

constexpr float fullDepth = 4294967040.0F; ///< the largest float below 2^32
constexpr std::uint32_t noPoint = 0xffffffff;

/// From metres to what OpenGL's depth buffer holds.
class DepthScale
{
public:
    explicit DepthScale(const RasterCamera& camera)
    {
        const double near = static_cast<double>(camera.near_m);
        const double far = static_cast<double>(camera.far_m);
        m_isParallel = camera.orthographic;
        m_constant = static_cast<float>(m_isParallel ? -near / (far - near) : far / (far - near));
        m_factor = static_cast<float>(m_isParallel ? 1.0 / (far - near) : -near * far / (far - near));
    }
    [[nodiscard]] std::uint32_t of(float depth_m) const
    {
        const float back = depth_m * setBack;
        const float share = std::clamp(m_constant + m_factor * (m_isParallel ? back : 1.0F / back), 0.0F, 1.0F);
        return static_cast<std::uint32_t>(static_cast<std::int64_t>(share * fullDepth));
    }

private:
    bool m_isParallel = false;
    float m_constant = 0.0F;
    float m_factor = 0.0F;
};

PointPicture::Ink lit(const PointPicture::Ink& ink, float light)
{
    const auto share = static_cast<unsigned>(256.0F * light);
    const auto channel = [share](std::uint8_t value) { return static_cast<std::uint8_t>(share * value >> 8); };
    return {channel(ink[0]), channel(ink[1]), channel(ink[2]), 255};
}
} // namespace

PointPicture::PointPicture(WorkCrew& crew)
    : m_crew(crew)
{
}

void PointPicture::paint(
    const PointRaster& raster, const RasterCamera& camera, std::span<const Ink> inks, int reach_px, const Ink& paper)
{
    m_width = raster.width();
    m_height = raster.height();
    m_inks.resize(std::size_t(m_width) * std::size_t(m_height));
    m_depths.resize(m_inks.size());
    const DepthScale scale(camera);
    m_crew.run(std::size_t((m_height + rowsAtATime - 1) / rowsAtATime), [&](std::size_t part) {
        const int first = static_cast<int>(part) * rowsAtATime;
        std::optional<EyeDome> dome;
        if (reach_px > 0)
            dome.emplace(raster, reach_px);
        for (int y = first; y < std::min(m_height, first + rowsAtATime); ++y) {
            const std::span<const PointRaster::Cell> cells = raster.row(y);
            const std::span<const float> light = dome ? dome->row(y) : std::span<const float>();
            const std::size_t start = std::size_t(m_height - 1 - y) * std::size_t(m_width);
            for (std::size_t x = 0; x < cells.size(); ++x) {
                if (cells[x] == PointRaster::empty) {
                    m_inks[start + x] = paper;
                    m_depths[start + x] = noPoint;
                    continue;
                }
                const Ink ink = inks[PointRaster::pointOf(cells[x])];
                m_inks[start + x] = dome ? lit(ink, light[x]) : ink;
                m_depths[start + x] = scale.of(PointRaster::depthOf(cells[x]));
            }
        }
    });
}

} // namespace lunkuo
