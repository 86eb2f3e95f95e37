#pragma once

#include "model/cloud/PointCloud.h"
#include "model/geometry/Cuboid.h"
#include "model/scene/Outline.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace lunkuo
{

/// How a box found compares with the labelled one.
struct BoxScore
{
    double bevIou = 0.0;
    double iou3d = 0.0;
    double yawError_deg = 90.0;                       ///< modulo 180, 0..90
    bool facesRight = false;                          ///< front and rear are not exchanged
    double center_m = 0.0;                            ///< between the centres, seen from above
    double bottom_m = 0.0;                            ///< found - labelled height of the bottom
    Eigen::Vector3d size_m = Eigen::Vector3d::Zero(); ///< found - labelled length, width, height
};
BoxScore scoreBox(const Cuboid& found, const Cuboid& labelled);

/// Shares of points that lie near a surface.
struct Coverage
{
    double within10cm = 0.0;
    double within20cm = 0.0;
};
/// Of points of the sensor frame near the outline of an object whose cuboid that is: exact distances to its triangles.
Coverage coverageOf(const Outline& outline, const Cuboid& cuboid, std::span<const Eigen::Vector3d> points);

double distanceToTriangle(
    const Eigen::Vector3d& p, const Eigen::Vector3d& a, const Eigen::Vector3d& b, const Eigen::Vector3d& c);

struct Segmentation
{
    double precision = 0.0;
    double recall = 0.0;
};
/// How the points chosen compare with those in the labelled box. Neither points so low over its bottom that they may be
/// road count, nor foreign ones at its very edge. Both lists ascend.
Segmentation scoreSegmentation(const PointCloud& cloud, const Cuboid& labelled, std::span<const std::uint32_t> inside,
    std::span<const std::uint32_t> chosen);

/// Points so low over the bottom of a labelled box count as road.
inline constexpr double road_m = 0.2;

/// How well confidence tells good answers from bad ones: the chance that of a good and a bad one the good one has the
/// higher confidence, ties counting half (the area under the ROC curve). NaN without both.
double areaUnderCurve(std::vector<std::pair<double, bool>> confidenceAndGood);

/// The value below which that share of the values lies, linear between neighbours; NaN of nothing.
double quantile(std::vector<double> values, double share);
double mean(std::span<const double> values);

} // namespace lunkuo
