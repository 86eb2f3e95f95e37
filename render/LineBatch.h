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

/// Many coloured lines drawn as one, relative to an origin that keeps their floats small.
class LineBatch
{
public:
    explicit LineBatch(vtkRenderer& renderer);
    ~LineBatch();

    /// Forgets all lines; those to come are relative to `origin`.
    void start(const Eigen::Vector3d& origin);
    void add(const Eigen::Vector3d& from, const Eigen::Vector3d& to, const Ink& ink);
    /// Joins each point to the next, and the last to the first when `closed`.
    void addPath(std::span<const Eigen::Vector3d> points, bool closed, const Ink& ink);
    /// Shows what was added, in device pixels.
    void finish(double width_px);

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

} // namespace lunkuo
