#pragma once

#include "render/InkBatch.h"

namespace lunkuo
{

/// Many coloured lines drawn as one.
class LineBatch : public InkBatch
{
public:
    explicit LineBatch(vtkRenderer& renderer);

    void add(const Eigen::Vector3d& from, const Eigen::Vector3d& to, const Ink& ink);
    /// Joins each point to the next, and the last to the first when `closed`.
    void addPath(std::span<const Eigen::Vector3d> points, bool closed, const Ink& ink);
    /// Shows what was added, in device pixels.
    void finish(double width_px);
};

} // namespace lunkuo
