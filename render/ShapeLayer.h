#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"
#include "render/MeshBatch.h"

namespace lunkuo
{

/// The shapes of the frame: cuboids, outlines, and what they are called. The selected one stands out by
/// its glow, by brackets at its corners and by thicker lines, the hovered one by its glow.
class ShapeLayer : public Layer
{
public:
    explicit ShapeLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    void add(const Shape& shape, const ViewState& state);

    LineBatch m_glow; ///< round the one that is meant
    MeshBatch m_surfaces;
    LineBatch m_thin;
    LineBatch m_thick; ///< of the selected shape
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
