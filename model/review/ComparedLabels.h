#pragma once

#include "model/base/Progress.h"
#include "model/review/FramePairs.h"

namespace lunkuo
{

/// An annotation that another one is compared with.
struct ComparedLabels
{
    Scene scene;
    QDir folder;
    QStringList remarks; ///< sentences on what could not be taken, and on how it was read
};

/// Reads a project, or labels in one of the formats that can be imported, onto the frames of `own`. `formatId` empty:
/// the first format that finds something there. Error: neither.
Result<ComparedLabels> readComparedLabels(
    const ComparedScene& own, const QString& path, const QString& formatId, const Progress& progress = {});

} // namespace lunkuo
