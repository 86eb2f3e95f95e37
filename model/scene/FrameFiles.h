#pragma once

#include "model/base/Result.h"
#include "model/geometry/Frames.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace lunkuo
{

/// Numbers inside names by their value: 0 < 2 < 10, a2 < a10; leading zeros decide only between equals.
bool naturallyLess(QStringView a, QStringView b);

/// The moment that a file's name (without suffix) ends with: nanoseconds, microseconds or milliseconds since 1970 as
/// 19, 16 or 13 digits, or seconds with a fraction. Nothing when it is no such number or not between 1990 and 2100.
std::optional<qint64> timestampOf(const QString& name);

/// One moment per line, in nanoseconds: seconds (times.txt) or "2011-09-26 13:02:25.964389445" (KITTI raw's
/// timestamps.txt). Error: one sentence with file and line.
Result<std::vector<qint64>> readTimes(const QString& path);

/// The same where the number of the line counts, from 0: what has no moment has a blank line.
Result<std::vector<std::optional<qint64>>> readNumberedTimes(const QString& path);

/// One pose per line: the upper three rows of the 4x4 matrix, row by row. Error: one sentence with file and line.
Result<std::vector<Eigen::Isometry3d>> readPoses(const QString& path);

/// The picture of a frame in a folder, by the frame's name; empty where there is none.
QString pictureIn(const QString& folder, const QString& frame);

/// All of a file. Error: one sentence naming it.
Result<QByteArray> readWhole(const QString& path);

} // namespace lunkuo
