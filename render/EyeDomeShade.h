#pragma once

#include <memory>
#include <vtkProp.h>

class vtkOpenGLRenderWindow;

namespace lunkuo
{

/// Eye-dome lighting by OpenGL: darkens what the props before it have drawn where it lies behind what is beside it, as
/// EyeDome does for points that the processor draws.
class EyeDomeShade : public vtkProp
{
public:
    static EyeDomeShade* New();
    vtkTypeMacro(EyeDomeShade, vtkProp)

        /// Neighbours are looked for so many pixels away.
        void setReach(int pixels);

    int RenderOpaqueGeometry(vtkViewport* viewport) override;
    double* GetBounds() override { return nullptr; }
    void ReleaseGraphicsResources(vtkWindow* window) override;

protected:
    EyeDomeShade();
    ~EyeDomeShade() override;

private:
    void copyDepths(vtkOpenGLRenderWindow& window);

    struct Graphics;
    std::unique_ptr<Graphics> m_graphics;
    int m_reach_px = 1;
};

} // namespace lunkuo
