#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"

namespace lunkuo
{

/// The sensor: a small head on a mast over the ground. Shown with the grid.
class SensorLayer : public Layer
{
public:
    explicit SensorLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    LineBatch m_lines;
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
