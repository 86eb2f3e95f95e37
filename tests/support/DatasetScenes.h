#pragma once

#include "model/scene/Scene.h"

#include <QDir>

namespace lunkuo::test
{

/// What a made-up scene holds.
struct SceneRecipe
{
    unsigned seed = 1;
    int frames = 3;
    int objects = 4;    ///< tracks, each seen in every frame
    bool camera = true; ///< a camera tilted against the LiDAR, with a picture per frame
    bool outlines = true;
    bool poses = true;
    double tilt = 0.0; ///< largest roll and pitch of the cuboids
    bool odd = false;  ///< poles, barriers that are wider than long, and a class that the taxonomy lacks
    int sequences = 1; ///< each of as many frames, of the same names, and objects
};

/// A scene of random cars; with `folder` its clouds and pictures are written there, in KITTI's layout.
Scene madeUpScene(const SceneRecipe& recipe, const QString& folder = {});

/// A taxonomy with Car and Pedestrian and attributes of each type and scope; occlusion and truncation as KITTI knows
/// them.
Taxonomy smallTaxonomy();

/// Writes a text file, making its folder.
void writeText(const QString& path, const QByteArray& text);

/// Names of everything under a folder, folders with a slash, sorted.
QStringList tree(const QString& folder);

} // namespace lunkuo::test
