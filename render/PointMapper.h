#pragma once

#include "render/InkRuns.h"

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
    /// These points alone have other colours now; `colors` are those of all points and must live until they are drawn.
    void recolor(const unsigned char* colors, const std::vector<InkRun>& runs);
    /// All colours come anew with the data.
    void forgetRecolored();

private:
    void bringColors();

    const unsigned char* m_colors = nullptr;
    std::vector<InkRun> m_recolored; ///< and not on the graphics card yet
};

} // namespace lunkuo
