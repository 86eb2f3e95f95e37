#pragma once

#include <QImage>
#include <functional>
#include <vtkGenericOpenGLRenderWindow.h>

namespace lunkuo
{

/// VTK's render window inside a context that somebody else owns. It draws into memory of its own and hands the picture
/// over as an image. It asks through functions instead of observers, and accepts contexts without GLX.
class CanvasWindow : public vtkGenericOpenGLRenderWindow
{
public:
    static CanvasWindow* New();
    vtkTypeMacro(CanvasWindow, vtkGenericOpenGLRenderWindow)

        /// `isCurrent`: whether the owner's context is current; `makeCurrent`: makes it so. Null while there is no
        /// context.
        void setContext(std::function<bool()> isCurrent, std::function<void()> makeCurrent);
    /// Readies VTK for the context, which is current. False when it offers no OpenGL 3.2.
    bool initialize();
    /// GL_RENDERER of the context; empty before `initialize`.
    [[nodiscard]] const QString& graphicsName() const { return m_graphicsName; }
    /// Draws a picture as large as `image`, which has the format RGB32, and waits for it.
    void renderInto(QImage& image);
    /// Gives back everything that lives in the context, which is current.
    void release();

    void MakeCurrent() override;
    bool IsCurrent() override;
    int SupportsOpenGL() override { return 1; }
    void OpenGLInitContext() override;
    /// What was drawn is read from where it was drawn, without the copies that VTK makes for a screen.
    void Frame() override {}

protected:
    CanvasWindow();
    ~CanvasWindow() override;

private:
    std::function<bool()> m_isCurrent;
    std::function<void()> m_makeCurrent;
    QString m_graphicsName;
    std::vector<std::uint32_t> m_pixels; ///< as OpenGL gives them, the lowest row first
};

} // namespace lunkuo
