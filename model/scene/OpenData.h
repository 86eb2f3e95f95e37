#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/scene/Scene.h"

#include <QStringList>

namespace lunkuo
{

/// What was found at a path: a scene with absolute file paths, existing annotation included, ready to become a project.
struct OpenedData
{
    Scene scene;
    QStringList remarks; ///< sentences about what was left out (an unreadable label file, a frame without its image)
};

/// Opens a KITTI object folder or the folder above its `training/`, a folder of clouds in any format in natural order, or a
/// single cloud, as a sequence; timestamps from names where they are such, poses.txt where present. Clouds are not read.
Result<OpenedData> openData(const QString& path, const Taxonomy& taxonomy, const Progress& progress = {});

} // namespace lunkuo
