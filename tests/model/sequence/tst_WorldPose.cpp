#include "model/sequence/WorldPose.h"

#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;

class TestWorldPose : public QObject
{
    Q_OBJECT
private slots:
    void goesToTheWorldAndBack()
    {
        Frame frame = test::sceneOf(3, QStringLiteral("/data")).frames.at({3});
        frame.world_ego->m.rotate(Eigen::AngleAxisd(0.4, Eigen::Vector3d::UnitZ()));
        const Cuboid cuboid = Cuboid::fromYaw({10, 2, -1}, {4, 2, 1.5}, 0.3);
        const Cuboid world = inWorld(frame, cuboid);
        QVERIFY(std::abs(world.yaw() - 0.7) < 1e-12);
        QVERIFY((world.center - frame.world_ego->m * cuboid.center).norm() < 1e-12);
        const Cuboid back = inSensor(frame, world);
        QVERIFY((back.center - cuboid.center).norm() < 1e-9);
        QVERIFY(std::abs(back.yaw() - cuboid.yaw()) < 1e-12);
    }

    void staysInTheSensorFrameWithoutPoses()
    {
        Frame frame;
        const Cuboid cuboid = Cuboid::fromYaw({10, 2, -1}, {4, 2, 1.5}, 0.3);
        QVERIFY(inWorld(frame, cuboid).center == cuboid.center);
    }

    void takesFramesWithoutTimesAtTenHertz()
    {
        Frame frame;
        frame.index = 7;
        QCOMPARE(seconds(frame), 0.7);
        frame.timestamp_ns = 1500000000;
        QCOMPARE(seconds(frame), 1.5);
    }

    void keepsWhatTheSensorSees_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("yaw");
        // The sensor is at the origin; the box is 4 x 2 and becomes 6 x 3.
        QTest::newRow("ahead, seen from behind and its right") << 10.0 << 5.0 << 0.0;
        QTest::newRow("oncoming") << 10.0 << 5.0 << 3.1;
        QTest::newRow("abreast") << 0.5 << 6.0 << 0.0;
    }
    void keepsWhatTheSensorSees()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, yaw);
        const Cuboid before = Cuboid::fromYaw({x, y, -1}, {4, 2, 1.5}, yaw);
        const Cuboid after = resizedAwayFrom(Eigen::Vector3d::Zero(), before, {6, 3, 2});
        QCOMPARE(after.size, Eigen::Vector3d(6, 3, 2));
        QVERIFY(std::abs(after.center.z() - 1.0 - (before.center.z() - 0.75)) < 1e-12); // the bottom stays
        const Eigen::Vector3d eye = before.toObject(Eigen::Vector3d::Zero());
        const Eigen::Vector3d shift = before.toObject(after.center);
        for (const int axis : {0, 1}) {
            const double grown = after.size[axis] - before.size[axis];
            const bool seesFace = std::abs(eye[axis]) > 0.5 * before.size[axis];
            const double expected = seesFace ? (eye[axis] > 0 ? -0.5 : 0.5) * grown : 0.0;
            QVERIFY(std::abs(shift[axis] - expected) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(TestWorldPose)
#include "tst_WorldPose.moc"
