#include "render/MeshBatch.h"

namespace lunkuo
{

MeshBatch::MeshBatch(vtkRenderer& renderer)
    : InkBatch(renderer, Cells::Triangles)
{
}

void MeshBatch::add(const std::array<Eigen::Vector3d, 3>& corners, const std::array<Ink, 3>& inks)
{
    addCell(corners, inks);
}

void MeshBatch::finish()
{
    show(1.0);
}

} // namespace lunkuo
