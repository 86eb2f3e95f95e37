#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What was found in a folder or file of which nobody has said what it is.
struct RecognisedImport
{
    const DatasetFormat* format = nullptr; ///< never null
    ImportedShapes imported;
};

/// Reads it in the first of the formats that finds something there. Error: why those that can read it find nothing that
/// belongs to these frames, else why each of them finds nothing; or that it was cancelled.
tl::expected<RecognisedImport, QStringList> readRecognised(
    const Scene& scene, const QDir& projectFolder, const QString& source, const Progress& progress);

} // namespace lunkuo
