#include "model/images/PicturedPoints.h"

#include "model/images/CameraSight.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{
constexpr std::size_t betweenLooks = 1 << 16; ///< points between two looks at whether the work is still wanted
/// Cells of the depth buffer across the picture: about as coarse as a LiDAR's rows are apart.
constexpr double cellsAcross = 160.0;
constexpr double mostCellsDown = 1600.0; ///< whatever the calibration says of the picture's height
constexpr float depthSlack = 0.06F;      ///< share of the depth
constexpr float depthSlack_m = 0.4F;

/// Calls `use(point)` for every `step`th point that is in the picture; false when the work was cancelled.
bool eachInPicture(
    const PointCloud& cloud, const Camera& camera, std::size_t step, const Progress& progress, const auto& use)
{
    const auto eye = eyeOf(camera);
    if (!eye)
        return true;
    std::size_t untilLook = betweenLooks;
    for (std::size_t i = 0; i < cloud.size(); i += step) {
        if (--untilLook == 0) {
            if (progress.isCancelled())
                return false;
            untilLook = betweenLooks;
        }
        const Eigen::Vector3d point = cloud.point(i);
        const auto pixel = pixelOf(camera, point);
        if (pixel && camera.model.contains(*pixel))
            use(PicturedPoint{static_cast<float>(pixel->x()), static_cast<float>(pixel->y()),
                static_cast<float>((point - *eye).norm()), static_cast<std::uint32_t>(i)});
    }
    return true;
}

/// How near the nearest point is, by cells of a picture.
class DepthBuffer
{
public:
    DepthBuffer(const CameraModel& model, const std::vector<PicturedPoint>& points)
        : m_size(static_cast<float>(std::max({1.0, model.width_px / cellsAcross, model.height_px / mostCellsDown})))
        , m_columns(static_cast<int>(static_cast<float>(model.width_px) / m_size) + 1)
        , m_nearest(static_cast<std::size_t>(m_columns) *
                        (static_cast<std::size_t>(static_cast<float>(model.height_px) / m_size) + 1),
              std::numeric_limits<float>::max())
    {
        for (const PicturedPoint& point : points) {
            float& nearest = m_nearest[cell(point)];
            nearest = std::min(nearest, point.depth_m);
        }
    }

    [[nodiscard]] bool shows(const PicturedPoint& point) const
    {
        return point.depth_m <= m_nearest[cell(point)] * (1.0F + depthSlack) + depthSlack_m;
    }

private:
    [[nodiscard]] std::size_t cell(const PicturedPoint& point) const
    {
        const int column = std::clamp(static_cast<int>((point.u + 0.5F) / m_size), 0, m_columns - 1);
        const int row = std::max(0, static_cast<int>((point.v + 0.5F) / m_size));
        return std::min(
            static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column),
            m_nearest.size() - 1);
    }

    float m_size;
    int m_columns;
    std::vector<float> m_nearest;
};

QRgb colorAt(const Picture& picture, const PicturedPoint& point)
{
    // The file may be smaller or larger than the calibration says.
    const CameraModel& model = picture.camera.model;
    const float across = static_cast<float>(picture.image.width()) / static_cast<float>(model.width_px);
    const float down = static_cast<float>(picture.image.height()) / static_cast<float>(model.height_px);
    const int x = std::clamp(static_cast<int>((point.u + 0.5F) * across), 0, picture.image.width() - 1);
    const int y = std::clamp(static_cast<int>((point.v + 0.5F) * down), 0, picture.image.height() - 1);
    return picture.image.pixel(x, y) | 0xff000000U;
}
} // namespace

std::vector<PicturedPoint> picturedPoints(
    const PointCloud& cloud, const Camera& camera, std::size_t most, const Progress& progress)
{
    std::vector<PicturedPoint> points;
    const std::size_t step = cloud.size() / std::max<std::size_t>(most, 1) + 1;
    if (!eachInPicture(
            cloud, camera, step, progress, [&points](const PicturedPoint& point) { points.push_back(point); }))
        return {};
    std::sort(points.begin(), points.end(),
        [](const PicturedPoint& a, const PicturedPoint& b) { return a.depth_m > b.depth_m; });
    return points;
}

std::vector<QRgb> colorsFromPictures(
    const PointCloud& cloud, const std::vector<Picture>& pictures, const Progress& progress)
{
    std::vector<QRgb> colors(cloud.size(), 0U);
    std::vector<float> offMiddle(pictures.size() > 1 ? cloud.size() : 0, std::numeric_limits<float>::max());
    for (const Picture& picture : pictures) {
        if (picture.image.isNull() || picture.camera.model.width_px <= 0 || picture.camera.model.height_px <= 0)
            continue;
        std::vector<PicturedPoint> points;
        if (!eachInPicture(
                cloud, picture.camera, 1, progress, [&points](const PicturedPoint& point) { points.push_back(point); }))
            return {};
        const DepthBuffer depths(picture.camera.model, points);
        const float middle = 0.5F * static_cast<float>(picture.camera.model.width_px);
        for (const PicturedPoint& point : points) {
            if (!depths.shows(point))
                continue;
            if (!offMiddle.empty()) {
                const float off = std::abs(point.u - middle) / middle;
                if (off >= offMiddle[point.index])
                    continue;
                offMiddle[point.index] = off;
            }
            colors[point.index] = colorAt(picture, point);
        }
    }
    return colors;
}

} // namespace lunkuo
