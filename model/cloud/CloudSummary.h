#pragma once

#include "model/cloud/PointCloud.h"

namespace lunkuo
{

/// What can be said about a cloud in a few numbers.
struct CloudSummary
{
    struct Range
    {
        double min = 0.0;
        double max = 0.0;
    };

    Eigen::Vector3d min = Eigen::Vector3d::Zero();
    Eigen::Vector3d max = Eigen::Vector3d::Zero();
    std::vector<Range> fields; ///< of the finite values of each field; zeros when there are none
    /// Whether the origin seems to be the sensor of one scan: it lies within the points' bounds or at most 10 m beside
    /// them, no point is farther than 500 m east, west, north or south of it, the points spread over at least 10 m, and
    /// what they stand on lies below it: the lowest point is under it, but by less than 100 m, and the highest is
    /// within 200 m.
    bool sensorFrame = false;
};

CloudSummary summarize(const PointCloud& cloud);

/// The name of the type of a field's values: float32, float64, uint8, uint16, uint32, int32.
QString typeName(const CloudField& field);

} // namespace lunkuo
