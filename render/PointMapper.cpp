// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/PointMapper.h"

#include <algorithm>
#include <vtkObjectFactory.h>
#include <vtkOpenGLIndexBufferObject.h>
#include <vtkOpenGLVertexBufferObject.h>
#include <vtkOpenGLVertexBufferObjectGroup.h>

namespace lunkuo
{

vtkStandardNewMacro(PointMapper)

    namespace
{
    constexpr int partSize = 1 << 14;
}

void PointMapper::recolor(const unsigned char* colors, const std::vector<InkRun>& runs)
{
    m_colors = colors;
    m_recolored.insert(m_recolored.end(), runs.begin(), runs.end());
}

void PointMapper::forgetRecolored()
{
    m_colors = nullptr;
    m_recolored.clear();
}

void PointMapper::bringColors()
{
    vtkOpenGLVertexBufferObject* buffer = m_recolored.empty() ? nullptr : VBOs->GetVBO("scalarColor");
    if (buffer && buffer->Bind()) {
        for (const InkRun& run : m_recolored)
            glBufferSubData(GL_ARRAY_BUFFER, static_cast<GLintptr>(inkBytes * run.first),
                static_cast<GLsizeiptr>(inkBytes * run.count), m_colors + inkBytes * run.first);
        buffer->Release();
    }
    m_recolored.clear();
}

void PointMapper::RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor)
{
    vtkOpenGLHelper& points = Primitives[PrimitivePoints];
    if (points.IBO->IndexCount == 0)
        return;
    bringColors();
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
