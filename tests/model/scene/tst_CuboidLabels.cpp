#include "model/scene/CuboidLabels.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class CuboidLabelsTest : public QObject
{
    Q_OBJECT
private slots:
    void theSmallestCuboidThatHoldsAPointCounts()
    {
        Scene scene = sceneOf(2, QStringLiteral("/data"));
        scene.taxonomy = Taxonomy::load(QStringLiteral("lunkuo")).value();
        const QString second = scene.taxonomy.classes[1].id;
        scene.tracks[{1}] = carTrack({1}, 7);
        scene.tracks[{1}].classId = scene.taxonomy.classes[0].id;
        scene.tracks[{2}] = carTrack({2}, 9);
        scene.tracks[{2}].classId = second;
        Shape large = carShape({1}, {1}, {1}, 10.0);
        large.cuboid = Cuboid::fromYaw({10, 0, 0}, {10, 10, 10}, 0.3);
        Shape small = carShape({2}, {2}, {1}, 10.0);
        small.cuboid = Cuboid::fromYaw({10, 0, 0}, {2, 2, 2}, 0.0);
        Shape later = large;
        later.id = {3};
        later.frame = {2};
        later.cuboid.center.x() = -50.0;
        for (const Shape& shape : {large, small, later})
            scene.shapes.insert(shape);
        PointCloud cloud;
        cloud.xyz = {10, 0, 0, 13, 0, 0, -50, 0, 0, 0, 0, 0};
        const CuboidLabels labels = cuboidLabels(cloud, scene, {1});
        QCOMPARE(labels.label, (PointArray<std::uint32_t>{2, 1, 0, 0}));
        QCOMPARE(labels.instance, (PointArray<std::uint32_t>{9, 7, 0, 0}));
        QCOMPARE(cuboidLabels(cloud, scene, {2}).instance, (PointArray<std::uint32_t>{0, 0, 7, 0}));
    }
};

QTEST_APPLESS_MAIN(CuboidLabelsTest)
#include "tst_CuboidLabels.moc"
