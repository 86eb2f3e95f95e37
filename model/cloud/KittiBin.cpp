#include "model/cloud/KittiBin.h"

#include "model/cloud/Records.h"

#include <QStringList>

namespace lunkuo
{

Result<PointCloud> readKittiBin(const QString& path)
{
    return readBareRecords(path,
        {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z"), QStringLiteral("intensity")},
        QStringLiteral("KITTI"));
}

} // namespace lunkuo
