#pragma once

#include "model/evaluation/Evaluation.h"

namespace lunkuo
{

/// Figures over many answers. Shares are of 1; what nothing is known of is NaN.
struct Statistics
{
    struct Overlap
    {
        double median = std::nan("");
        double mean = std::nan("");
        double share50 = std::nan(""); ///< at least 0.5
        double share70 = std::nan("");
    };

    std::size_t count = 0;
    std::size_t refused = 0; ///< answers that said that there is nothing; they count as overlap 0 and heading wrong
    Overlap bev;
    Overlap iou3d;
    double yawMedian_deg = std::nan("");
    double yaw90_deg = std::nan("");
    double yawWithin10 = std::nan(""); ///< share within 10 degrees
    double facesRight = std::nan("");
    double center_m = std::nan("");                                        ///< median
    double bottom_m = std::nan("");                                        ///< median of found - labelled
    Eigen::Vector3d sizeBias_m = Eigen::Vector3d::Constant(std::nan(""));  ///< median of found - labelled
    Eigen::Vector3d sizeError_m = Eigen::Vector3d::Constant(std::nan("")); ///< median without sign
    double within10cm = std::nan("");                                      ///< mean share of an object's points
    double within20cm = std::nan("");
    double precision = std::nan("");
    double recall = std::nan("");
    double sure = std::nan("");      ///< share of answers with a confidence of at least 0.8
    double sureRight = std::nan(""); ///< share of these that reach a BEV overlap of 0.7
    double areaUnderCurve = std::nan("");
    double median_ms = std::nan("");
    double p95_ms = std::nan("");
};
Statistics statisticsOf(const std::vector<const Answer*>& answers);

/// Answers that something unites. `by`: all, range, points, class, recording, track; others for each class that is no
/// vehicle and not in any of the other groups.
struct Group
{
    QString by;
    QString name; ///< for people
    Statistics statistics;
};
std::vector<Group> groupsOf(const Evaluation& evaluation, std::size_t series);

} // namespace lunkuo
