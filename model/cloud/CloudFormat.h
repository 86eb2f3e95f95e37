#pragma once

#include "model/cloud/PointCloud.h"

#include <QStringList>
#include <span>

namespace lunkuo
{

/// One way of writing clouds to files. Dialogs, `lunkuo info`, help and the parametrised tests read the table of these.
struct CloudFormat
{
    QString id;   ///< kitti-bin, nuscenes-bin, pcd, ply, text
    QString name; ///< for people
    QStringList
        suffixes; ///< with the dot, lower case; the longest match over all formats wins (".pcd.bin" before ".bin")
    Result<PointCloud> (*read)(const QString& path);
};

/// All formats, in the order in which dialogs show them.
std::span<const CloudFormat> cloudFormats();

/// The format that the file's name asks for, or null.
const CloudFormat* cloudFormatFor(const QString& path);

/// Reads a cloud of any format. Errors: one sentence naming the file and the place. Never allocates more than a small
/// multiple of the file's size.
Result<PointCloud> readCloud(const QString& path);

} // namespace lunkuo
