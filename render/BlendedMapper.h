#pragma once

#include <vtkOpenGLPolyDataMapper.h>

namespace lunkuo
{

/// Draws lines and surfaces over what is there already without hiding what is drawn after them. (VTK's own way of
/// drawing translucent things costs several full-screen copies.)
class BlendedMapper : public vtkOpenGLPolyDataMapper
{
public:
    static BlendedMapper* New();
    vtkTypeMacro(BlendedMapper, vtkOpenGLPolyDataMapper)

        void RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor) override;
};

} // namespace lunkuo
