#pragma once

#include "render/Layer.h"

#include <memory>

namespace lunkuo
{

/// The box round all points, sensor frame; empty without points.
Eigen::AlignedBox3d boundsOf(const PointCloud& cloud);

/// The points of the frame. Positions are the cloud's own array.
class PointLayer : public Layer
{
public:
    explicit PointLayer(vtkRenderer& renderer);
    ~PointLayer() override;

    void update(const ViewState& state, Aspects changed) override;
    [[nodiscard]] Eigen::AlignedBox3d bounds() const override { return m_bounds; }

private:
    void showCloud(const ViewState& state);
    void showInks(const ViewState& state);
    void showDraft(const ViewState& state);

    struct Actors;
    std::unique_ptr<Actors> m_actors;
    LoadedFramePtr m_loaded;                             ///< keeps the array alive that VTK reads
    std::shared_ptr<const std::vector<PointInk>> m_inks; ///< the same for colours
    Eigen::AlignedBox3d m_bounds;
};

} // namespace lunkuo
