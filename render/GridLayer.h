#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"

namespace lunkuo
{

/// The ground as a grid of ten metres with rings round the sensor and the sensor's axes.
class GridLayer : public Layer
{
public:
    explicit GridLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    LineBatch m_lines;
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
