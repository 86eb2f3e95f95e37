#pragma once

#include "model/formats/DatasetFormat.h"

#include <QJsonValue>

namespace lunkuo::test
{

/// Two objects in three frames, small enough to write by hand what any format should say of them:
///
///     frame     000007            000008            000009
///     car 5     10 2 -0.5 @ 0.5   12 2 -0.5 @ 0.5   -
///     person 8  -                 4 -3 -0.75 @ -2   4.5 -3 -0.75 @ -2
///
/// The car is 4 x 2 x 1.5, the person 0.5 x 0.75 x 1.75; angles are headings in radians. Clouds of two points each and
/// a picture "front" of the first frame are written to `folder`. The camera stands in the LiDAR and looks ahead.
Scene tinyScene(const QString& folder);

/// The scene without objects.
Scene withoutObjects(Scene scene);

/// Where two JSON values differ by more than 1e-9, as a path; empty where they do not.
QString difference(const QJsonValue& a, const QJsonValue& b);
/// The JSON in a file.
QJsonValue jsonIn(const QString& path);
QByteArray textIn(const QString& path);

/// What an import brought, one line per shape sorted by frame: "000007 5 Car 10 2 -0.5 | 4 2 1.5 | 0.5".
QStringList picture(const Scene& scene, const ImportedShapes& shapes);
/// The same of what the scene has.
QStringList picture(const Scene& scene);

} // namespace lunkuo::test
