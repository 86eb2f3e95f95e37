#pragma once

#include "model/cloud/CloudFormat.h"

namespace lunkuo
{

/// ASPRS LAS 1.0 to 1.4, point formats 0 to 10: intensity, label (the classification), return_number,
/// number_of_returns, time (GPS), rgb, nir, and the file's own values where it describes them. Where they are not zero
/// for all points: user_data, point_source_id, scan_angle (degrees), scanner_channel, scan_direction,
/// edge_of_flight_line and classification_flags (1 synthetic, 2 key point, 4 withheld, 8 overlap). Compressed points
/// (LAZ) are refused.
Result<PointCloud> readLas(const QString& path);

/// LAS 1.2, or 1.4 where the labels, the returns or further fields need it; those that LAS has no place for go into
/// described extra bytes. Positions are rounded to 0.1 mm, or as finely as the cloud's extent lets 32 bits be; where
/// the cloud came from a LAS file, they are rounded as there, and that file's records (map projection, notes) go along.
Result<QStringList> writeLas(const PointCloud& cloud, const QString& path, const WriteOptions& options);

/// What other formats lose of a LAS file, in sentences; nothing for files that are none.
QStringList lostOfLas(const QString& source);

} // namespace lunkuo
