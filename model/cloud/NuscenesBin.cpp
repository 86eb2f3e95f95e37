#include "model/cloud/NuscenesBin.h"

#include "model/cloud/KittiBin.h"
#include "model/cloud/Records.h"

#include <QStringList>
#include <QtEndian>

namespace lunkuo
{

Result<PointCloud> readNuscenesBin(const QString& path)
{
    return readBareRecords(path,
        {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z"), QStringLiteral("intensity"),
            QStringLiteral("ring")},
        QStringLiteral("nuScenes"));
}

QByteArray nuscenesCloud(const PointCloud& cloud)
{
    const std::vector<float> intensity = reflectances(cloud);
    const CloudField* ring = cloud.field(u"ring");
    PointArray<float> rows(cloud.size() * 5);
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        const Eigen::Vector3f point = cloud.point(i).cast<float>();
        const double beam = ring ? ring->at(i) : 0.0;
        const std::array<float, 5> row{point.x(), point.y(), point.z(), 255.0F * intensity[i],
            std::isfinite(beam) ? static_cast<float>(beam) : 0.0F};
        qToLittleEndian<float>(row.data(), 5, rows.data() + 5 * i);
    }
    return {reinterpret_cast<const char*>(rows.data()), static_cast<qsizetype>(rows.size() * sizeof(float))};
}

} // namespace lunkuo
