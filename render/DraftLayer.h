#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"
#include "render/MeshBatch.h"

namespace lunkuo
{

/// The half-made work: what would become of it now, its seed clicks, and why nothing becomes of it.
class DraftLayer : public Layer
{
public:
    explicit DraftLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    void add(const Shape& shape, const QString& classId, const ViewState& state);

    MeshBatch m_surface;
    LineBatch m_cuboid;
    LineBatch m_outline;
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
