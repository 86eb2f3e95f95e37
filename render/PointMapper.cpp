// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/PointMapper.h"

#include <algorithm>
#include <vtkObjectFactory.h>
#include <vtkOpenGLIndexBufferObject.h>

namespace lunkuo
{

vtkStandardNewMacro(PointMapper)

    namespace
{
    constexpr int partSize = 1 << 14;
}

void PointMapper::RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor)
{
    vtkOpenGLHelper& points = Primitives[PrimitivePoints];
    if (points.IBO->IndexCount == 0)
        return;
    UpdateShaders(points, renderer, actor);
    const auto count = static_cast<int>(points.IBO->IndexCount);
    glEnable(GL_PROGRAM_POINT_SIZE);
    // The one cell lists the points in their order, so that no indices are needed.
    for (int first = 0; first < count; first += partSize) {
        glDrawArrays(GL_POINTS, first, std::min(partSize, count - first));
        glFlush();
    }
    glDisable(GL_PROGRAM_POINT_SIZE);
}

} // namespace lunkuo
