#pragma once

#include <QString>

namespace lunkuo
{

/// Who draws the points: OpenGL, or a rasteriser of our own, which is many times faster where there is no GPU.
enum class PointDrawing { Automatic, Processor, Graphics };

/// Whether OpenGL of that name (GL_RENDERER) is a program that runs on the processor.
bool isSoftwareRenderer(const QString& name);

} // namespace lunkuo
