#pragma once

#include <QWidget>
#include <functional>
#include <memory>

class vtkRenderer;

namespace lunkuo
{

/// A surface that VTK draws on and QPainter writes over. It repaints when asked, once however often it was asked. Where
/// there is no OpenGL it shows a sentence instead.
class VtkCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit VtkCanvas(QWidget* parent = nullptr);
    ~VtkCanvas() override;

    /// Holds what is drawn; its camera is the canvas's.
    [[nodiscard]] vtkRenderer& renderer() const;
    /// Called before each picture, to bring renderer and camera up to date.
    void setBeforeRender(std::function<void()> prepare);
    /// Called after VTK has drawn; coordinates are logical pixels of the canvas.
    void setOverlay(std::function<void(QPainter&)> paint);

    void requestRepaint();
    /// How many pictures were drawn since the canvas exists.
    [[nodiscard]] int paintCount() const;
    /// Draws and waits until the picture is on its way to the screen.
    void repaintNow();
    /// The canvas as it is on the screen, in device pixels.
    [[nodiscard]] QImage grabImage();
    /// Whether pictures can be drawn at all; known once the canvas has been shown.
    [[nodiscard]] bool hasOpenGL() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct State;
    class Surface;
    void giveUp();

    std::unique_ptr<State> m_state;
    Surface* m_surface = nullptr; ///< null without OpenGL
};

} // namespace lunkuo
