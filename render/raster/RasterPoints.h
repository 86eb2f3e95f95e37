#pragma once

#include "render/Layer.h"
#include "render/raster/PointRaster.h"

#include <functional>
#include <memory>

namespace lunkuo
{

/// Draws a frame's points with the processor and hands them to VTK. What has not changed since the last picture is not
/// drawn again. Of very many points some are left out while the camera moves; all of them follow when it rests.
/// The picture of one frame that is not shown is kept besides: the one that was drawn ahead, else the one before.
class RasterPoints
{
public:
    /// `repaint` asks for another picture.
    RasterPoints(vtkRenderer& renderer, std::function<void()> repaint);
    ~RasterPoints();

    /// Null shows none.
    void show(const LoadedFramePtr& frame);
    /// For the picture that VTK draws next.
    void draw(const ViewState& state);
    /// Draws the points of a frame that is not shown yet. When it is shown while everything that its picture depends on
    /// is as in `state`, nothing is drawn any more.
    void drawAhead(const ViewState& state);
    /// The box round the points that are shown, sensor frame; empty without points.
    [[nodiscard]] Eigen::AlignedBox3d bounds() const;
    /// How many points of a chunk stood for one in the latest picture: 1 when it was whole.
    [[nodiscard]] std::size_t thinning() const;
    /// How often points have been drawn, ahead or not.
    [[nodiscard]] int drawings() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// The same camera for the rasteriser. Coordinates are relative to `origin`.
RasterCamera rasterCamera(const ViewCamera& camera, const Eigen::Vector3d& origin, double pixelRatio);

} // namespace lunkuo
