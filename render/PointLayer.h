#pragma once

#include "render/Layer.h"
#include "render/raster/RasterPoints.h"

#include <memory>

namespace lunkuo
{

/// The box round all points, sensor frame; empty without points.
Eigen::AlignedBox3d boundsOf(const PointCloud& cloud);

/// The points of the frame, drawn by VTK from the cloud's own array or, where OpenGL itself runs on the processor, by
/// the rasteriser.
class PointLayer : public Layer
{
public:
    /// `repaint` asks for another picture.
    PointLayer(vtkRenderer& renderer, std::function<void()> repaint);
    ~PointLayer() override;

    void update(const ViewState& state, Aspects changed) override;
    void beforePicture(const ViewState& state) override;
    /// Draws, as far as that can be done ahead, the points of a frame that is not shown yet: see RasterPoints.
    void drawAhead(const ViewState& state);
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    void showCloud(const ViewState& state);
    void showInks(const ViewState& state);
    void showDraft(const ViewState& state);

    struct Actors;
    std::unique_ptr<Actors> m_actors;
    std::unique_ptr<RasterPoints> m_raster;
    LoadedFramePtr m_loaded;                             ///< keeps the array alive that VTK reads
    std::shared_ptr<const std::vector<PointInk>> m_inks; ///< the same for colours
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
