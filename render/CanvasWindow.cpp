// Before any other OpenGL header.
#include <vtk_glew.h>

#include "render/CanvasWindow.h"

#include <algorithm>
#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>

namespace lunkuo
{

namespace
{
/// From the bytes R, G, B, A to 0xffRRGGBB.
std::uint32_t rgb32Of(std::uint32_t pixel)
{
    return 0xff000000U | (pixel & 0xff0000U) >> 16 | (pixel & 0xff00U) | (pixel & 0xffU) << 16;
}
} // namespace

vtkStandardNewMacro(CanvasWindow)

    CanvasWindow::CanvasWindow()
{
    SetMultiSamples(0); // on a software renderer more cost three times the frame time
    SetReadyForRendering(false);
    SetOwnContext(0);
    SetFrameBlitModeToNoBlit();
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
    m_graphicsName = QString::fromLatin1(reinterpret_cast<const char*>(glGetString(GL_RENDERER)));
    GLint flags = 0;
    glGetIntegerv(GL_CONTEXT_FLAGS, &flags);
    GLfloat widths[2] = {1.0F, 1.0F};
    glGetFloatv(GL_SMOOTH_LINE_WIDTH_RANGE, widths);
    // A context without what is deprecated draws no wide lines, whatever it says: VTK then makes them itself.
    const bool isForwardCompatible = (flags & GL_CONTEXT_FLAG_FORWARD_COMPATIBLE_BIT) != 0;
    MaximumHardwareLineWidth = isForwardCompatible ? 1.0F : widths[1];
    glEnable(GL_LINE_SMOOTH);
}

bool CanvasWindow::initialize()
{
    OpenGLInitContext();
    SetReadyForRendering(Initialized);
    SetMapped(Initialized ? 1 : 0);
    return Initialized;
}

void CanvasWindow::renderInto(QImage& image)
{
    const int width = image.width();
    const int height = image.height();
    SetSize(width, height);
    Render();
    m_pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    vtkOpenGLState* state = GetState();
    state->PushReadFramebufferBinding();
    GetRenderFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    GetRenderFramebuffer()->ActivateReadBuffer(0);
    // The order in which the pixels lie; any other has to be converted by the driver, which takes far longer.
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, m_pixels.data());
    state->PopReadFramebufferBinding();
    for (int row = 0; row < height; ++row) {
        const std::uint32_t* from = m_pixels.data() + static_cast<std::size_t>(height - 1 - row) * width;
        auto* to = reinterpret_cast<std::uint32_t*>(image.scanLine(row));
        std::transform(from, from + width, to, rgb32Of);
    }
}

void CanvasWindow::release()
{
    Finalize();
    SetReadyForRendering(false);
    Initialized = false;
}

} // namespace lunkuo
