// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/CanvasWindow.h"

#include <vtkObjectFactory.h>
#include <vtkOpenGLState.h>

namespace lunkuo
{

vtkStandardNewMacro(CanvasWindow)

    CanvasWindow::CanvasWindow()
{
    SetMultiSamples(0); // on a software renderer more cost three times the frame time
    SetReadyForRendering(false);
    SetOwnContext(0);
    SetFrameBlitModeToBlitToCurrent();
}

CanvasWindow::~CanvasWindow() = default;

void CanvasWindow::setContext(std::function<bool()> isCurrent, std::function<void()> makeCurrent)
{
    m_isCurrent = std::move(isCurrent);
    m_makeCurrent = std::move(makeCurrent);
}

void CanvasWindow::MakeCurrent()
{
    // While current, making it so again would rebind the owner's framebuffer in the middle of a render.
    if (m_makeCurrent && !IsCurrent())
        m_makeCurrent();
}

bool CanvasWindow::IsCurrent()
{
    return m_isCurrent && m_isCurrent();
}

void CanvasWindow::OpenGLInitContext()
{
    if (Initialized)
        return;
    ContextCreationTime.Modified();
    const GLenum result = glewInit();
    // Debian's GLEW looks for GLX and says so under EGL, after it has found all functions.
    GlewInitValid = result == GLEW_OK || result == GLEW_ERROR_NO_GLX_DISPLAY;
    if (!GlewInitValid || !GLEW_VERSION_3_2)
        return;
    Initialized = true;
    GLfloat widths[2] = {1.0F, 1.0F};
    glGetFloatv(GL_ALIASED_LINE_WIDTH_RANGE, widths);
    MaximumHardwareLineWidth = widths[1];
}

bool CanvasWindow::initialize()
{
    OpenGLInitContext();
    SetReadyForRendering(Initialized);
    SetMapped(Initialized ? 1 : 0);
    return Initialized;
}

void CanvasWindow::renderIntoBoundFramebuffer()
{
    vtkOpenGLState* state = GetState();
    state->Reset();
    state->Push();
    // What VTK takes for granted and Qt's painter changes.
    state->vtkglEnable(GL_DEPTH_TEST);
    state->vtkglDepthFunc(GL_LEQUAL);
    state->vtkglDepthMask(GL_TRUE);
    state->vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->vtkglDisable(GL_SCISSOR_TEST);
    state->vtkglDisable(GL_STENCIL_TEST);
    state->vtkglEnable(GL_BLEND);
    state->vtkglBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_LINE_SMOOTH);
    Render();
    glDisable(GL_LINE_SMOOTH);
    // Whatever was blended, the picture is opaque: the widgets behind it must not shine through.
    glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    glClearColor(0.0F, 0.0F, 0.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state->Pop();
}

void CanvasWindow::release()
{
    Finalize();
    SetReadyForRendering(false);
    Initialized = false;
}

} // namespace lunkuo
