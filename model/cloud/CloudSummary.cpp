#include "model/cloud/CloudSummary.h"

#include <array>

namespace lunkuo
{

namespace
{
constexpr double nearest_m = 10.0;
constexpr double farthest_m = 500.0;
constexpr double narrowest_m = 10.0;
constexpr double deepest_m = 100.0;
constexpr double highest_m = 200.0;

CloudSummary::Range rangeOf(const CloudField& field)
{
    CloudSummary::Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    std::visit(
        [&](const auto& values) {
            for (const auto each : values)
                if (const auto value = static_cast<double>(each); std::isfinite(value)) {
                    range.min = std::min(range.min, value);
                    range.max = std::max(range.max, value);
                }
        },
        field.values);
    return range.min <= range.max ? range : CloudSummary::Range{};
}

bool isAroundSensor(const CloudSummary& summary)
{
    const Eigen::Array2d least = summary.min.head<2>().array();
    const Eigen::Array2d most = summary.max.head<2>().array();
    const bool isBeside = (least < nearest_m).all() && (most > -nearest_m).all();
    const bool isBounded = (least > -farthest_m).all() && (most < farthest_m).all();
    const bool isSpread = (most - least).maxCoeff() >= narrowest_m;
    const bool isAboveGround = summary.min.z() < 0.0 && summary.min.z() > -deepest_m && summary.max.z() < highest_m;
    return isBeside && isBounded && isSpread && isAboveGround;
}
} // namespace

CloudSummary summarize(const PointCloud& cloud)
{
    CloudSummary summary;
    if (cloud.size() != 0) {
        Eigen::Vector3f min = cloud.local(0);
        Eigen::Vector3f max = min;
        for (std::size_t i = 1; i < cloud.size(); ++i) {
            min = min.cwiseMin(cloud.local(i));
            max = max.cwiseMax(cloud.local(i));
        }
        summary.min = cloud.offset + min.cast<double>();
        summary.max = cloud.offset + max.cast<double>();
    }
    for (const CloudField& field : cloud.fields)
        summary.fields.push_back(rangeOf(field));
    summary.sensorFrame = isAroundSensor(summary);
    return summary;
}

QString typeName(const CloudField& field)
{
    static const std::array names{QStringLiteral("float32"), QStringLiteral("float64"), QStringLiteral("uint8"),
        QStringLiteral("uint16"), QStringLiteral("uint32"), QStringLiteral("int32")};
    return names[field.values.index()];
}

} // namespace lunkuo
