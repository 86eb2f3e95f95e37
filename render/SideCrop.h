#pragma once

#include "model/sequence/NearPoints.h"
#include "model/tools/SideSight.h"
#include "render/ViewColors.h"

#include <QImage>
#include <vector>

namespace lunkuo
{

/// The points round an object as one side view shows them: cut out once, painted for every picture.
class SideCrop
{
public:
    /// Cuts out what lies within `extent_m` of the middle of the view, and within `depth_m` before and behind the
    /// cuboid. Does nothing when that is what it holds already.
    void cut(const LoadedFramePtr& frame, const SideSight& sight, const Eigen::Vector2d& extent_m, double depth_m);

    /// Shows what was cut out by somebody else. Does nothing when that is what it holds already.
    void take(const std::shared_ptr<const NearPoints>& near, const SideSight& sight);

    /// Points, those inside the cuboid standing out and larger and above the rest, those of the ground behind it.
    /// `middle_px` is where the sight's centre is; device pixels.
    void paint(QImage& image, const ViewColors& colors, const Cuboid& cuboid, const Eigen::Vector2d& middle_px,
        double pixelsPerMetre, double pixelRatio) const;

    [[nodiscard]] std::size_t size() const { return m_points.size(); }

private:
    LoadedFramePtr m_frame;
    std::shared_ptr<const NearPoints> m_near;
    SideSight m_sight;
    Eigen::Vector2d m_extent_m = Eigen::Vector2d::Zero();
    double m_depth_m = 0.0;
    std::vector<NearPoints::Point> m_points; ///< in the frame of the sight's base
};

} // namespace lunkuo
