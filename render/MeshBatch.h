#pragma once

#include "render/InkBatch.h"

#include <array>

namespace lunkuo
{

/// Many translucent triangles drawn as one; only the sides that face the eye show.
class MeshBatch : public InkBatch
{
public:
    explicit MeshBatch(vtkRenderer& renderer);

    /// Counter-clockwise seen from outside; one ink per corner.
    void add(const std::array<Eigen::Vector3d, 3>& corners, const std::array<Ink, 3>& inks);
    void finish();
};

} // namespace lunkuo
