#pragma once

#include <QObject>
#include <QPointF>
#include <Eigen/Core>
#include <functional>
#include <optional>

namespace lunkuo
{

class SceneView;

/// The next click in the main view means a place and nothing else; wheel and right button still move the camera, Escape
/// gives up. It goes when it has been answered.
class PlacePicker : public QObject
{
    Q_OBJECT
public:
    /// `picked` gets the cloud point or the place on the ground under the click, sensor frame.
    PlacePicker(SceneView& view, std::function<void(const Eigen::Vector3d&)> picked);
    ~PlacePicker() override;

    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Without an answer.
    void end();

signals:
    void ended();

private:
    bool takeMouse(QEvent* event);

    SceneView& m_view;
    std::function<void(const Eigen::Vector3d&)> m_picked;
    std::optional<QPointF> m_pressed;
    bool m_hasEnded = false;
};

} // namespace lunkuo
