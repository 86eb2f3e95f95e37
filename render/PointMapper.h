#pragma once

#include <vtkOpenGLPolyDataMapper.h>

namespace lunkuo
{

/// Draws all points of its data, in their order, in parts: a software renderer fills the pixels of one part while it
/// projects the points of the next, which takes a third off the time of a picture.
class PointMapper : public vtkOpenGLPolyDataMapper
{
public:
    static PointMapper* New();
    vtkTypeMacro(PointMapper, vtkOpenGLPolyDataMapper)

        void RenderPieceDraw(vtkRenderer* renderer, vtkActor* actor) override;
};

} // namespace lunkuo
