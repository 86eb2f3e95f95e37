#pragma once

#include "render/raster/PointPicture.h"

#include <memory>
#include <vtkProp.h>

class vtkOpenGLQuadHelper;
class vtkOpenGLRenderWindow;
class vtkTextureObject;

namespace lunkuo
{

/// Puts a picture of points into VTK's, with its depths, in the place that it has among the renderer's props: what
/// comes before lies behind it or in front of it as if VTK had drawn the points, and so does what comes after.
class PointScreen : public vtkProp
{
public:
    static PointScreen* New();
    vtkTypeMacro(PointScreen, vtkProp)

        /// Shown as it is when VTK draws, pixel upon pixel; null shows nothing. It is read anew after each call.
        void setPicture(const PointPicture* picture);

    int RenderOpaqueGeometry(vtkViewport* viewport) override;
    double* GetBounds() override { return nullptr; }
    void ReleaseGraphicsResources(vtkWindow* window) override;

protected:
    PointScreen();
    ~PointScreen() override;

private:
    void upload(vtkOpenGLRenderWindow& window);

    struct Graphics;
    std::unique_ptr<Graphics> m_graphics;
    const PointPicture* m_picture = nullptr;
    bool m_isStale = true;
};

} // namespace lunkuo
