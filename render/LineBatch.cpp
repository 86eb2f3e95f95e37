#include "render/LineBatch.h"

#include <array>

namespace lunkuo
{

LineBatch::LineBatch(vtkRenderer& renderer)
    : InkBatch(renderer, Cells::Lines)
{
}

void LineBatch::add(const Eigen::Vector3d& from, const Eigen::Vector3d& to, const Ink& ink)
{
    addCell(std::array{from, to}, std::array{ink, ink});
}

void LineBatch::addPath(std::span<const Eigen::Vector3d> points, bool closed, const Ink& ink)
{
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        add(points[i], points[i + 1], ink);
    if (closed && points.size() > 2)
        add(points.back(), points.front(), ink);
}

void LineBatch::finish(double width_px)
{
    show(width_px);
}

} // namespace lunkuo
