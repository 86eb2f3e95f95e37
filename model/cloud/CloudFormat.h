#pragma once

#include "model/cloud/PointCloud.h"

#include <QStringList>
#include <span>

namespace lunkuo
{

/// How a person wants a cloud written.
struct WriteOptions
{
    bool ascii = false; ///< as text that people can read, where the format has such a form
    QString source{};   ///< the file that the cloud was read from: what is no field of points may go along
};

/// One way of writing clouds to files. Dialogs, `lunkuo info`, help and the parametrised tests read the table of these.
struct CloudFormat
{
    QString id;   ///< kitti-bin, nuscenes-bin, pcd, ply, text
    QString name; ///< for people
    QStringList
        suffixes; ///< with the dot, lower case; the longest match over all formats wins (".pcd.bin" before ".bin")
    Result<PointCloud> (*read)(const QString& path);
    /// Writes the file and says, sentence by sentence, what of the cloud it cannot hold; null where we only read.
    Result<QStringList> (*write)(const PointCloud& cloud, const QString& path, const WriteOptions& options) = nullptr;
    bool hasAscii = false; ///< whether `write` knows a form for people
    QStringList refused{}; ///< suffixes of kin that is not read: `read` and `write` say what to do about it
};

/// All formats, in the order in which dialogs show them.
std::span<const CloudFormat> cloudFormats();

/// The format that the file's name asks for, or null.
const CloudFormat* cloudFormatFor(const QString& path);

/// Reads a cloud of any format. Errors: one sentence naming the file and the place. Never allocates more than a small
/// multiple of the file's size.
Result<PointCloud> readCloud(const QString& path);

/// Writes a cloud in the format that the name asks for, beside its place first and then renamed, so that no half file
/// is ever there; what was there is replaced. Says sentence by sentence what of the cloud the file cannot hold. Errors:
/// one sentence.
Result<QStringList> writeCloud(const PointCloud& cloud, const QString& path, const WriteOptions& options = {});

} // namespace lunkuo
