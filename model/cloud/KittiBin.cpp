#include "model/cloud/KittiBin.h"

#include "model/cloud/CloudFile.h"
#include "model/cloud/RecordRows.h"
#include "model/cloud/Records.h"

#include <QCoreApplication>
#include <QStringList>
#include <QtEndian>

namespace lunkuo
{

const CloudField* intensityOf(const PointCloud& cloud)
{
    for (const QStringView name : {u"intensity", u"reflectance", u"reflectivity", u"i"})
        if (const CloudField* field = cloud.field(name))
            return field;
    return nullptr;
}

namespace
{
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

Result<PointCloud> readKittiBin(const QString& path)
{
    return readBareRecords(path,
        {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z"), QStringLiteral("intensity")},
        QStringLiteral("KITTI"));
}

std::vector<float> reflectances(const PointCloud& cloud)
{
    std::vector<float> result(cloud.size());
    const CloudField* intensity = intensityOf(cloud);
    const double range = intensity ? rangeOf(*intensity) : 1.0;
    for (std::size_t i = 0; intensity && i < cloud.size(); ++i)
        result[i] = reflectance(*intensity, i, range);
    return result;
}

QByteArray kittiCloud(const PointCloud& cloud)
{
    const std::vector<float> intensity = reflectances(cloud);
    PointArray<float> rows(cloud.size() * 4);
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3f point = cloud.point(i).cast<float>();
        const std::array<float, 4> row{point.x(), point.y(), point.z(), intensity[i]};
        qToLittleEndian<float>(row.data(), 4, rows.data() + 4 * i);
    }
    return {reinterpret_cast<const char*>(rows.data()), static_cast<qsizetype>(rows.size() * sizeof(float))};
}

Result<QStringList> writeKittiBin(const PointCloud& cloud, const QString& path, const WriteOptions& /*options*/)
{
    const QString what = QStringLiteral("KITTI");
    if (cloud.size() == 0)
        return failure(
            QCoreApplication::translate("Cloud", "“%1”: a %2 file of no points would be empty.").arg(path, what));
    const CloudField* intensity = intensityOf(cloud);
    QStringList left;
    for (const CloudField& field : cloud.fields)
        if (&field != intensity)
            left.push_back(field.name);
    QStringList lost = fieldsNotHeld(left, what);
    if (intensity && rangeOf(*intensity) != 1.0)
        lost.push_back(
            QCoreApplication::translate("Cloud", "The intensity was divided by %1: %2 has it between 0 and 1.")
                .arg(rangeOf(*intensity))
                .arg(what));
    if (!cloud.offset.isZero(0.0))
        lost.push_back(
            QCoreApplication::translate(
                "Cloud", "Positions were rounded to what 32 bits hold %1 km from the origin, up to %2 m.")
                .arg(cloud.offset.norm() * 1e-3, 0, 'f', 0)
                .arg(cloud.offset.cwiseAbs().maxCoeff() * std::numeric_limits<float>::epsilon() / 2, 0, 'g', 1));
    auto file = CloudFile::begin(path);
    if (!file)
        return tl::unexpected(file.error());
    const QByteArray records = kittiCloud(cloud);
    return file->write({records.constData(), static_cast<std::size_t>(records.size())})
        .and_then([&] { return file->commit(); })
        .map([&] { return lost; });
}

} // namespace lunkuo
