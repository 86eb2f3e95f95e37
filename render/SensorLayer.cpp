#include "render/SensorLayer.h"

#include <QCoreApplication>
#include <QPainter>
#include <cmath>
#include <numbers>

namespace lunkuo
{

namespace
{
constexpr double headRadius_m = 0.12;
constexpr double headHalfHeight_m = 0.10;
constexpr int sidesOfHead = 16;
constexpr double namedFrom_mPerPx = 0.03; ///< farther away the name would hide more than it tells
constexpr Ink mastInk{{0xf0, 0xc0, 0x60}, 0.6};
constexpr Ink headInk{{0xf0, 0xc0, 0x60}, 1.0};
const QColor nameColor(0xf0, 0xc0, 0x60);

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SensorLayer)
};

/// Whether somebody has said where the sensor is.
bool isKnown(const ViewState& state)
{
    const auto frame = state.scene.frames.find(state.frame);
    if (frame == state.scene.frames.end())
        return false;
    const auto calibration = state.scene.calibrations.find(frame->second.calibration);
    return calibration != state.scene.calibrations.end() && calibration->second.sensorOrigin.has_value();
}
} // namespace

SensorLayer::SensorLayer(vtkRenderer& renderer)
    : m_lines(renderer)
{
}

void SensorLayer::update(const ViewState& state, Aspects changed)
{
    if (!(changed & (Aspect::Cloud | Aspect::Look)))
        return;
    m_lines.start(state.origin);
    m_bounds.setEmpty();
    if (state.gridShown && state.loaded) {
        const Eigen::Vector3d& sensor = state.loaded->prepared->sensorOrigin();
        m_lines.add({sensor.x(), sensor.y(), state.groundBelow.z()}, sensor, mastInk);
        for (const double end : {-headHalfHeight_m, headHalfHeight_m}) {
            std::vector<Eigen::Vector3d> ring;
            for (int i = 0; i < sidesOfHead; ++i) {
                const double angle = 2.0 * std::numbers::pi * i / sidesOfHead;
                ring.push_back(
                    sensor + Eigen::Vector3d(headRadius_m * std::cos(angle), headRadius_m * std::sin(angle), end));
                m_bounds.extend(ring.back());
            }
            m_lines.addPath(ring, true, headInk);
        }
    }
    m_lines.finish(2.0 * state.pixelRatio);
}

void SensorLayer::paintOver(QPainter& painter, const ViewState& state)
{
    if (!state.gridShown || !state.loaded)
        return;
    const Eigen::Vector3d& sensor = state.loaded->prepared->sensorOrigin();
    const auto pixel = state.camera.pixelOf(sensor);
    if (!pixel || state.camera.metresPerPixel(sensor) > namedFrom_mPerPx)
        return;
    painter.setPen(state.backdrop == Backdrop::Dark ? nameColor : nameColor.darker(200));
    painter.drawText(
        *pixel + QPointF(10.0, -4.0), isKnown(state) ? Text::tr("Sensor") : Text::tr("Sensor (estimated)"));
}

} // namespace lunkuo
