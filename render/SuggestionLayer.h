#pragma once

#include "render/Layer.h"
#include "render/LineBatch.h"

namespace lunkuo
{

/// What is suggested and not yet annotated: pale dashed outlines without surface, arrow or name. The one that the keys
/// mean stands out and says what it is.
class SuggestionLayer : public Layer
{
public:
    explicit SuggestionLayer(vtkRenderer& renderer);

    void update(const ViewState& state, Aspects changed) override;
    void paintOver(QPainter& painter, const ViewState& state) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    LineBatch m_thin;
    LineBatch m_thick; ///< of the current one
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
