#include "model/cloud/CloudFormat.h"

#include "model/cloud/FileBytes.h"
#include "model/cloud/KittiBin.h"
#include "model/cloud/LasFormat.h"
#include "model/cloud/NpyFormat.h"
#include "model/cloud/NuscenesBin.h"
#include "model/cloud/PcdFormat.h"
#include "model/cloud/PlyFormat.h"
#include "model/cloud/TextFormat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <new>

namespace lunkuo
{

std::span<const CloudFormat> cloudFormats()
{
    static const std::vector<CloudFormat> table{
        {QStringLiteral("kitti-bin"), QStringLiteral("KITTI Velodyne"), {QStringLiteral(".bin")}, readKittiBin,
            writeKittiBin},
        {QStringLiteral("nuscenes-bin"), QStringLiteral("nuScenes LiDAR"), {QStringLiteral(".pcd.bin")},
            readNuscenesBin},
        {QStringLiteral("pcd"), QStringLiteral("Point Cloud Library PCD"), {QStringLiteral(".pcd")}, readPcd, writePcd,
            true},
        {QStringLiteral("ply"), QStringLiteral("Stanford PLY"), {QStringLiteral(".ply")}, readPly, writePly, true},
        {QStringLiteral("las"), QStringLiteral("ASPRS LAS"), {QStringLiteral(".las")}, readLas, writeLas, false,
            {QStringLiteral(".laz")}},
        {QStringLiteral("npy"), QStringLiteral("NumPy array"), {QStringLiteral(".npy")}, readNpy, writeNpy},
        {QStringLiteral("text"), QStringLiteral("Text"),
            {QStringLiteral(".xyz"), QStringLiteral(".txt"), QStringLiteral(".csv"), QStringLiteral(".asc")}, readText},
    };
    return table;
}

const CloudFormat* cloudFormatFor(const QString& path)
{
    const CloudFormat* best = nullptr;
    qsizetype longest = 0;
    for (const CloudFormat& format : cloudFormats())
        for (const QString& suffix : format.suffixes + format.refused)
            if (suffix.size() > longest && path.endsWith(suffix, Qt::CaseInsensitive)) {
                best = &format;
                longest = suffix.size();
            }
    return best;
}

Result<PointCloud> readCloud(const QString& path)
{
    const CloudFormat* format = cloudFormatFor(path);
    if (!format) {
        // A folder or a name that leads nowhere deserves to hear that, and not about suffixes.
        if (const auto opened = FileBytes::open(path); !opened)
            return tl::unexpected(opened.error());
        QStringList suffixes;
        for (const CloudFormat& known : cloudFormats())
            suffixes += known.suffixes;
        return failure(QCoreApplication::translate("Cloud", "“%1” is not named like a point cloud; expected: %2.")
                           .arg(path, suffixes.join(QStringLiteral(", "))));
    }
    try {
        return format->read(path);
    } catch (const std::bad_alloc&) {
        return failure(QCoreApplication::translate("Cloud", "“%1” does not fit into memory.").arg(path));
    }
}

Result<QStringList> writeCloud(const PointCloud& cloud, const QString& path, const WriteOptions& options)
{
    const CloudFormat* format = cloudFormatFor(path);
    if (!format || !format->write) {
        QStringList suffixes;
        for (const CloudFormat& known : cloudFormats())
            if (known.write)
                suffixes += known.suffixes.front();
        return failure(
            QCoreApplication::translate("Cloud", "“%1” is not named like a cloud that is written; expected: %2.")
                .arg(path, suffixes.join(QStringLiteral(", "))));
    }
    if (options.ascii && !format->hasAscii)
        return failure(
            QCoreApplication::translate("Cloud", "“%1”: %2 has no form that is text.").arg(path, format->name));
    try {
        auto lost = format->write(cloud, path, options);
        if (lost && format->write != writeLas)
            *lost += lostOfLas(options.source);
        if (lost && cloud.dropped != 0)
            lost->push_back(QCoreApplication::translate("Cloud", "Points without a place, which were left out: %1.")
                                .arg(cloud.dropped));
        return lost;
    } catch (const std::bad_alloc&) {
        return failure(QCoreApplication::translate("Cloud", "“%1” does not fit into memory.").arg(path));
    }
}

} // namespace lunkuo
