#include "render/SightLayer.h"

#include "model/images/ImageBoard.h"
#include "render/ViewColors.h"

#include <QPainter>
#include <QPen>

namespace lunkuo
{

namespace
{
constexpr double length_m = 80.0;
constexpr std::size_t mostPoints = 4000;
constexpr double sameThing_m = 1.0; ///< before and behind the point that is meant
const QColor lineColor(0x66, 0xe0, 0xff);
const QColor farColor(0x66, 0xe0, 0xff, 0x90);

void paintLine(QPainter& painter, const ViewCamera& camera, const Ray& ray, double from_m, double to_m)
{
    if (const auto line = camera.lineOf(ray.at(from_m), ray.at(to_m)))
        painter.drawLine(*line);
}

void paintPoints(QPainter& painter, const ViewState& state, const SightLine& sight, double depth_m)
{
    const PointCloud& cloud = *state.loaded->cloud;
    const double size = state.pointSize_px + 2.0;
    const std::size_t step = sight.points.size() / mostPoints + 1;
    const ViewColors& colors = ViewColors::of(state.backdrop);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < sight.points.size(); i += step) {
        if (sight.points[i] >= cloud.size())
            continue;
        const Eigen::Vector3d point = cloud.point(sight.points[i]);
        const auto pixel = state.camera.pixelOf(point);
        if (!pixel)
            continue;
        const bool isNear = std::abs((point - sight.ray.origin).dot(sight.ray.direction) - depth_m) < sameThing_m;
        painter.setBrush(isNear ? colors.here : colors.inked(farColor));
        painter.drawEllipse(*pixel, 0.5 * size, 0.5 * size);
    }
}
} // namespace

void SightLayer::paintOver(QPainter& painter, const ViewState& state)
{
    if (!state.images || !state.images->sight() || !state.loaded || state.images->frame() != state.frame)
        return;
    const SightLine& sight = *state.images->sight();
    const bool isMet = sight.meant && *sight.meant < state.loaded->cloud->size();
    const double depth_m =
        isMet ? (state.loaded->cloud->point(*sight.meant) - sight.ray.origin).dot(sight.ray.direction) : length_m;
    const ViewColors& colors = ViewColors::of(state.backdrop);
    painter.setPen(QPen(colors.inked(lineColor), 1.6));
    paintLine(painter, state.camera, sight.ray, 0.0, depth_m);
    if (isMet) {
        painter.setPen(QPen(colors.inked(farColor), 1.0, Qt::DashLine));
        paintLine(painter, state.camera, sight.ray, depth_m, std::max(length_m, depth_m));
    }
    paintPoints(painter, state, sight, depth_m);
}

} // namespace lunkuo
