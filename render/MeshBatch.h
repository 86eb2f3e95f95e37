#pragma once

#include "render/LineBatch.h"

namespace lunkuo
{

/// Many translucent triangles drawn as one, relative to an origin; only the sides that face the eye show.
class MeshBatch
{
public:
    explicit MeshBatch(vtkRenderer& renderer);
    ~MeshBatch();

    void start(const Eigen::Vector3d& origin);
    /// Counter-clockwise seen from outside; one ink per corner.
    void add(const std::array<Eigen::Vector3d, 3>& corners, const std::array<Ink, 3>& inks);
    void finish();

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace lunkuo
