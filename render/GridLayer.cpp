#include "render/GridLayer.h"

#include <QCoreApplication>
#include <QLineF>
#include <QPainter>
#include <cmath>
#include <numbers>
#include <optional>

namespace lunkuo
{

namespace
{
constexpr double cell_m = 10.0;
constexpr double reach_m = 80.0;
constexpr double axis_m = 2.0;
constexpr int sidesOfRing = 96;
constexpr std::array<double, 6> rings_m{10.0, 20.0, 30.0, 40.0, 60.0, 80.0};
constexpr double labelRoom_px = 32.0;
const QColor labelColor(0xb4, 0xbe, 0xca);
const QColor labelOnLight(0x4c, 0x56, 0x62);
constexpr Ink gridInk{{0x8a, 0x96, 0xa6}, 0.13};
constexpr Ink ringInk{{0x8a, 0x96, 0xa6}, 0.36};
constexpr Ink xInk{{0xe8, 0x6a, 0x5e}, 1.0};
constexpr Ink yInk{{0x6c, 0xc0, 0x70}, 1.0};
constexpr Ink zInk{{0x6a, 0x9c, 0xf0}, 1.0};

Eigen::Vector3d onRing(const Eigen::Vector3d& center, double radius_m, double angle)
{
    return center + radius_m * Eigen::Vector3d(std::cos(angle), std::sin(angle), 0.0);
}

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(GridLayer)
};
} // namespace

GridLayer::GridLayer(vtkRenderer& renderer)
    : m_lines(renderer)
{
}

void GridLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Look)))
        return;
    const Eigen::Vector3d center = state.groundBelow;
    m_lines.start(state.origin);
    m_bounds.setEmpty();
    if (state.gridShown) {
        const int cells = static_cast<int>(reach_m / cell_m);
        for (int i = -cells; i <= cells; ++i) {
            const Eigen::Vector3d aside(i * cell_m, reach_m, 0.0);
            const Eigen::Vector3d ahead(reach_m, i * cell_m, 0.0);
            m_lines.add(center + aside, center + Eigen::Vector3d(aside.x(), -reach_m, 0.0), gridInk);
            m_lines.add(center + ahead, center + Eigen::Vector3d(-reach_m, ahead.y(), 0.0), gridInk);
        }
        m_lines.add(center, center + axis_m * Eigen::Vector3d::UnitX(), xInk);
        m_lines.add(center, center + axis_m * Eigen::Vector3d::UnitY(), yInk);
        m_lines.add(center, center + axis_m * Eigen::Vector3d::UnitZ(), zInk);
    }
    if (state.ringsShown)
        for (const double radius : rings_m) {
            std::vector<Eigen::Vector3d> ring;
            for (int i = 0; i < sidesOfRing; ++i)
                ring.push_back(onRing(center, radius, 2.0 * std::numbers::pi * i / sidesOfRing));
            m_lines.addPath(ring, true, ringInk);
        }
    if (state.gridShown || state.ringsShown) {
        m_bounds.extend(center - Eigen::Vector3d(reach_m, reach_m, 0.0));
        m_bounds.extend(center + Eigen::Vector3d(reach_m, reach_m, axis_m));
    }
    m_lines.finish(state.pixelRatio);
}

void GridLayer::paintOver(QPainter& painter, const ViewState& state)
{
    if (!state.ringsShown || !state.loaded)
        return;
    painter.setPen(state.backdrop == Backdrop::Dark ? labelColor : labelOnLight);
    std::optional<QPointF> latest;
    for (const double radius : rings_m) {
        const auto pixel = state.camera.pixelOf(onRing(state.groundBelow, radius, 0.0));
        // Seen from the side the rings lie one behind another.
        if (!pixel || (latest && QLineF(*latest, *pixel).length() < labelRoom_px))
            continue;
        painter.drawText(*pixel + QPointF(4.0, -3.0), Text::tr("%1 m").arg(radius));
        latest = pixel;
    }
}

} // namespace lunkuo
