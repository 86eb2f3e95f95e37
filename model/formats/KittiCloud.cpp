#include "model/formats/KittiCloud.h"

#include <QtEndian>

namespace lunkuo
{

namespace
{
const CloudField* intensityOf(const PointCloud& cloud)
{
    for (const QStringView name : {u"intensity", u"reflectance", u"reflectivity", u"i"})
        if (const CloudField* field = cloud.field(name))
            return field;
    return nullptr;
}

/// The type says the range where it is an integer; else the largest value does.
double rangeOf(const CloudField& field)
{
    if (std::holds_alternative<PointArray<std::uint8_t>>(field.values))
        return 255.0;
    if (std::holds_alternative<PointArray<std::uint16_t>>(field.values))
        return 65535.0;
    double largest = 0.0;
    for (std::size_t i = 0; i < field.size(); ++i)
        if (const double value = field.at(i); std::isfinite(value))
            largest = std::max(largest, value);
    if (largest <= 1.0)
        return 1.0;
    return largest <= 255.0 ? 255.0 : std::max(65535.0, largest);
}

float reflectance(const CloudField& field, std::size_t index, double range)
{
    const double value = field.at(index) / range;
    return std::isfinite(value) ? static_cast<float>(std::max(value, 0.0)) : 0.0F;
}
} // namespace

QByteArray kittiCloud(const PointCloud& cloud)
{
    const CloudField* intensity = intensityOf(cloud);
    const double range = intensity ? rangeOf(*intensity) : 1.0;
    PointArray<float> rows(cloud.size() * 4);
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3f point = cloud.point(i).cast<float>();
        const std::array<float, 4> row{
            point.x(), point.y(), point.z(), intensity ? reflectance(*intensity, i, range) : 0.0F};
        qToLittleEndian<float>(row.data(), 4, rows.data() + 4 * i);
    }
    return {reinterpret_cast<const char*>(rows.data()), static_cast<qsizetype>(rows.size() * sizeof(float))};
}

} // namespace lunkuo
