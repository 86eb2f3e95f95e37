// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/BlendedMapper.h"

#include <vtkObjectFactory.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace lunkuo
{

vtkStandardNewMacro(BlendedMapper);

void BlendedMapper::RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor)
{
    vtkOpenGLState* state = static_cast<vtkOpenGLRenderWindow*>(renderer->GetRenderWindow())->GetState();
    state->vtkglDepthMask(GL_FALSE);
    Superclass::RenderPieceDraw(renderer, actor);
    state->vtkglDepthMask(GL_TRUE);
}

} // namespace lunkuo
