#pragma once

#include "render/PointColors.h"

#include <memory>
#include <span>

class vtkRenderer;

namespace lunkuo
{

/// A colour and how much of what is behind it shows through.
struct Ink
{
    ByteColor color{};
    double alpha = 1.0;
};

/// Many inked cells of one kind drawn as one, relative to an origin that keeps their floats small.
class InkBatch
{
public:
    ~InkBatch();

    /// Forgets all cells; those to come are relative to `origin`.
    void start(const Eigen::Vector3d& origin);

protected:
    enum class Cells { Lines, Triangles };

    InkBatch(vtkRenderer& renderer, Cells cells);
    /// Joins the corners to one cell.
    void addCell(std::span<const Eigen::Vector3d> corners, std::span<const Ink> inks);
    /// Shows what was added; lines that wide, in device pixels.
    void show(double width_px);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace lunkuo
