#include "render/SideCrop.h"

#include "model/sequence/TrackTiles.h"

#include <algorithm>
#include <array>

namespace lunkuo
{

namespace
{
enum class Kind { Ground, Outside, Inside };

constexpr std::array dotSizes_px{1.0, 1.5, 2.2}; ///< of each kind
constexpr double crowd = 0.08;                   ///< points on a pixel from which on smaller dots tell more

const QColor& colorOf(Kind kind, const ViewColors& colors)
{
    return kind == Kind::Ground ? colors.groundPoints : kind == Kind::Outside ? colors.otherPoints : colors.ownPoints;
}

/// From the colour of the view's ground to that of what is nearest to the eye.
class Shades
{
public:
    Shades(const QColor& ground, const QColor& nearest)
        : m_ground(channelsOf(ground))
        , m_depth(channelsOf(nearest) - m_ground)
    {
    }

    [[nodiscard]] QRgb at(float shade) const
    {
        const Eigen::Vector3i c = (m_ground + shade * m_depth).cast<int>();
        return qRgb(c.x(), c.y(), c.z());
    }

private:
    static Eigen::Vector3f channelsOf(const QColor& color)
    {
        return Eigen::Vector3i(color.red(), color.green(), color.blue()).cast<float>();
    }

    Eigen::Vector3f m_ground;
    Eigen::Vector3f m_depth;
};

/// Puts squares of whole pixels into a picture, clipped to it. Dense clouds put hundreds of thousands, so that nothing
/// is asked for, and no function called, for each.
class DotPlate
{
public:
    DotPlate(QImage& image, int size)
        : m_pixels(reinterpret_cast<QRgb*>(image.bits()))
        , m_stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
        , m_width(image.width())
        , m_height(image.height())
        , m_size(size)
    {
    }

    void put(float left, float top, QRgb color)
    {
        const auto margin = static_cast<float>(m_size + 1);
        if (!(left > -margin && top > -margin && left < static_cast<float>(m_width) &&
                top < static_cast<float>(m_height)))
            return;
        const int x = rounded(left);
        const int y = rounded(top);
        const int right = std::min(x + m_size, m_width);
        const int bottom = std::min(y + m_size, m_height);
        for (int j = std::max(y, 0); j < bottom; ++j)
            for (int i = std::max(x, 0); i < right; ++i)
                m_pixels[j * m_stride + i] = color;
    }

private:
    static int rounded(float value)
    {
        constexpr int above = 4096; // so that cutting off rounds down
        return static_cast<int>(value + (static_cast<float>(above) + 0.5F)) - above;
    }

    QRgb* m_pixels;
    qsizetype m_stride;
    int m_width;
    int m_height;
    int m_size;
};

} // namespace

void SideCrop::cut(const LoadedFramePtr& frame, const SideSight& sight, const Eigen::Vector2d& extent_m, double depth_m)
{
    if (frame == m_frame && sight.side == m_sight.side && sight.base == m_sight.base && extent_m == m_extent_m &&
        depth_m == m_depth_m)
        return;
    m_frame = frame;
    m_near.reset();
    m_sight = sight;
    m_extent_m = extent_m;
    m_depth_m = depth_m;
    m_points.clear();
    if (!frame)
        return;
    Cuboid around = sight.base;
    around.size[axisOf(sight.right())] = 2.0 * extent_m.x();
    around.size[axisOf(sight.up())] = 2.0 * extent_m.y();
    around.size[axisOf(sight.towards())] += 2.0 * depth_m;
    m_points = nearPoints(*frame, sight.base, around.size).points;
}

void SideCrop::take(const std::shared_ptr<const NearPoints>& near, const SideSight& sight)
{
    if (near == m_near && sight.side == m_sight.side && sight.base == m_sight.base)
        return;
    m_near = near;
    m_frame.reset();
    m_sight = sight;
    m_points.clear();
    if (!near)
        return;
    const Eigen::Matrix3f base_near =
        (sight.base.rotation.conjugate() * near->base.rotation).toRotationMatrix().cast<float>();
    const Eigen::Vector3f shift = sight.base.toObject(near->base.center).cast<float>();
    m_points.reserve(near->points.size());
    for (const NearPoints::Point& point : near->points)
        m_points.push_back({base_near * point.place + shift, point.isGround});
    // What is farther before and behind is not shaded darker than this.
    m_depth_m = TrackTiles::margin_m;
}

void SideCrop::paint(QImage& image, const ViewColors& colors, const Cuboid& cuboid, const Eigen::Vector2d& middle_px,
    double pixelsPerMetre, double pixelRatio) const
{
    const int across = axisOf(m_sight.right());
    const int along = axisOf(m_sight.up());
    const float toRight = static_cast<float>(pixelsPerMetre * m_sight.right()[across]);
    const float toBottom = static_cast<float>(-pixelsPerMetre * m_sight.up()[along]);
    const Eigen::Matrix3f cuboid_base =
        (cuboid.rotation.conjugate() * m_sight.base.rotation).toRotationMatrix().cast<float>();
    const Eigen::Vector3f shift = cuboid.toObject(m_sight.base.center).cast<float>();
    const Eigen::Array3f half = 0.5F * cuboid.size.cast<float>().array();
    std::vector<Kind> kinds(m_points.size());
    std::transform(m_points.begin(), m_points.end(), kinds.begin(), [&](const NearPoints::Point& point) {
        const bool isInside = ((cuboid_base * point.place + shift).array().abs() <= half).all();
        return isInside ? Kind::Inside : point.isGround ? Kind::Ground : Kind::Outside;
    });
    const Eigen::Vector2d seen_px = pixelsPerMetre * m_sight.extentOf(cuboid.size);
    const auto inside = static_cast<double>(std::count(kinds.begin(), kinds.end(), Kind::Inside));
    const double smaller = inside > crowd * seen_px.prod() ? 0.5 : 1.0;
    const int depth = axisOf(m_sight.towards());
    const float deepest = 0.5F * static_cast<float>(m_sight.base.size[depth]) + static_cast<float>(m_depth_m);
    const float slope = 0.5F * (1.0F - colors.farShade) / deepest * static_cast<float>(m_sight.towards()[depth]);
    for (const Kind kind : {Kind::Ground, Kind::Outside, Kind::Inside}) {
        const Shades shades(colors.ground, colorOf(kind, colors));
        const double size_px = smaller * dotSizes_px[static_cast<std::size_t>(kind)];
        const int size = std::max(1, static_cast<int>(std::lround(size_px * pixelRatio)));
        const float offset = 0.5F * static_cast<float>(size);
        const float left = static_cast<float>(middle_px.x()) - offset;
        const float top = static_cast<float>(middle_px.y()) - offset;
        DotPlate plate(image, size);
        for (std::size_t i = 0; i < m_points.size(); ++i)
            if (kinds[i] == kind) {
                const Eigen::Vector3f& place = m_points[i].place;
                const float shade = 0.5F * (1.0F + colors.farShade) + slope * place[depth];
                plate.put(left + toRight * place[across], top + toBottom * place[along], shades.at(shade));
            }
    }
}

} // namespace lunkuo
