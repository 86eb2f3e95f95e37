#pragma once

#include <QWidget>
#include <functional>
#include <memory>

class vtkRenderer;

namespace lunkuo
{

/// A widget that VTK draws on and QPainter writes over. It repaints when asked, once however often it was asked. Where
/// there is no OpenGL it shows a sentence instead.
///
/// VTK draws into memory and the picture is painted like any other: Qt's own way of showing OpenGL among widgets costs
/// a software renderer more than drawing 100,000 points, and pictures of the whole window need nothing special.
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
    /// What was asked for and not yet drawn is not drawn before it is asked for again.
    void withdrawRepaint();
    /// How many pictures were drawn since the canvas exists.
    [[nodiscard]] int paintCount() const;
    /// Draws and waits until the picture is on its way to the screen.
    void repaintNow();
    /// The canvas as it is on the screen, or would be after what was asked for, in device pixels.
    [[nodiscard]] QImage grabImage();
    /// Whether pictures can be drawn at all.
    [[nodiscard]] bool hasOpenGL() const;
    /// What OpenGL calls itself (GL_RENDERER); empty without it.
    [[nodiscard]] const QString& graphicsName() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct State;
    bool start();
    void draw();

    std::unique_ptr<State> m_state;
};

} // namespace lunkuo
