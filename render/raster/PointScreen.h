#pragma once

#include "render/raster/PointPicture.h"

#include <vtkProp.h>

namespace lunkuo
{

/// Lays a picture of points under all that VTK draws, with its depths: what comes after it among the renderer's props
/// lies behind the points or in front of them as if VTK had drawn them. It has to be the first of them.
///
/// The picture is copied into the framebuffer's own textures: on software OpenGL that takes a tenth of the time of
/// drawing it, which would run a shader for each pixel.
class PointScreen : public vtkProp
{
public:
    static PointScreen* New();
    vtkTypeMacro(PointScreen, vtkProp)

        /// Shown as it is when VTK draws, pixel upon pixel, where it is as large as the window; null shows nothing.
        void setPicture(const PointPicture* picture);

    int RenderOpaqueGeometry(vtkViewport* viewport) override;
    double* GetBounds() override { return nullptr; }

protected:
    PointScreen();
    ~PointScreen() override = default;

private:
    const PointPicture* m_picture = nullptr;
};

} // namespace lunkuo
