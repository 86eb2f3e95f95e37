#pragma once

#include <functional>
#include <vtkGenericOpenGLRenderWindow.h>

namespace lunkuo
{

/// VTK's render window inside a context that somebody else owns. It asks through functions instead of observers, and
/// accepts contexts without GLX.
class CanvasWindow : public vtkGenericOpenGLRenderWindow
{
public:
    static CanvasWindow* New();
    vtkTypeMacro(CanvasWindow, vtkGenericOpenGLRenderWindow)

        /// `isCurrent`: whether the owner's context is current; `makeCurrent`: makes it so. Null while there is no
        /// context.
        void setContext(std::function<bool()> isCurrent, std::function<void()> makeCurrent);
    /// Readies VTK for the current context. False when it offers no OpenGL 3.2.
    bool initialize();
    /// Draws into the framebuffer that is bound now, over whatever OpenGL state the owner has left behind.
    void renderIntoBoundFramebuffer();
    /// Gives back everything that lives in the context, which is current.
    void release();

    void MakeCurrent() override;
    bool IsCurrent() override;
    int SupportsOpenGL() override { return 1; }
    void OpenGLInitContext() override;

protected:
    CanvasWindow();
    ~CanvasWindow() override;

private:
    std::function<bool()> m_isCurrent;
    std::function<void()> m_makeCurrent;
};

} // namespace lunkuo
