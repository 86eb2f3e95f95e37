#include "model/cloud/NuscenesBin.h"

#include "model/cloud/Records.h"

#include <QStringList>

namespace lunkuo
{

Result<PointCloud> readNuscenesBin(const QString& path)
{
    return readBareRecords(path,
        {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z"), QStringLiteral("intensity"),
            QStringLiteral("ring")},
        QStringLiteral("nuScenes"));
}

} // namespace lunkuo
