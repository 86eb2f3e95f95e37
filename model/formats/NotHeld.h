#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What a format cannot hold of the scene, as its row says: sentences with counts. This is the one place for what all
/// formats lose alike; a writer adds only what it finds out while it writes. Where the format keeps some values of
/// points only, the first cloud of each sequence is read for what values there are; one that cannot be read says
/// nothing here. For a thread that nobody waits for.
QStringList lossesOf(const FormatHolds& holds, const Scene& scene, const ExportOptions& options,
    const QDir& projectFolder, const Progress& progress);

} // namespace lunkuo
