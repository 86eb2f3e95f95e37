#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"

namespace lunkuo
{

/// What reviewers have said of the frame and what is still open: a pin at each place that was marked, and round the
/// selected object, or one that has been deleted since, what was rejected in dashes, to be held against what it is now.
/// So is the object of another annotation that somebody compares with.
class VerdictLayer : public Layer
{
public:
    explicit VerdictLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    void strokeBeside(const ViewState& state, const Shape& shape, const QColor& color);

    LineBatch m_lines;
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
