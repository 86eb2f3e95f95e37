#include "tests/support/ComparedScenes.h"

#include "tests/support/DatasetScenes.h"
#include "tests/support/Scenes.h"

#include <numbers>

namespace lunkuo::test
{

Scene pictured(const QStringList& frames)
{
    Scene scene = sceneOf(static_cast<int>(frames.size()), QStringLiteral("data"));
    scene.taxonomy = smallTaxonomy();
    scene.sequences[{1}].name = QStringLiteral("street");
    qint64 shapes = 0;
    for (qsizetype i = 0; i < frames.size(); ++i)
        for (const QString& word : frames[i].split(u' ', Qt::SkipEmptyParts)) {
            const int number = word.section(u'@', 0, 0).mid(1).toInt();
            const QStringList place = word.section(u'@', 1).section(u'/', 0, 0).split(u',');
            const double yaw = word.section(u'/', 1).toDouble() * std::numbers::pi / 180.0;
            const QString classId = word.startsWith(u'C') ? QStringLiteral("Car") : QStringLiteral("Pedestrian");
            scene.tracks[{number}] = {{number}, {1}, number, classId, {}};
            Shape shape;
            shape.id = {++shapes};
            shape.track = {number};
            shape.frame = {i + 1};
            shape.cuboid = Cuboid::fromYaw({place[0].toDouble(), place[1].toDouble(), 0.75}, {4.0, 2.0, 1.5}, yaw);
            scene.shapes.insert(std::move(shape));
        }
    return scene;
}

} // namespace lunkuo::test
