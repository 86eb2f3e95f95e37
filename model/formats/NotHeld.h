#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What a format cannot hold of the scene, as its row says: sentences with counts. This is the one place for what all
/// formats lose alike; a writer adds only what it finds out while it writes. Where the format keeps some values of
/// points only, the first cloud of a sequence is read for what values there are, of a dozen sequences at most; one that
/// cannot be read says nothing here. Cancelled: what was found until then.
QStringList lossesOf(const FormatHolds& holds, const Scene& scene, const ExportOptions& options,
    const QDir& projectFolder, const Progress& progress);

} // namespace lunkuo
