#include "model/geometry/Angles.h"
#include "model/geometry/Cuboid.h"

#include <QTest>

using namespace lunkuo;

class CuboidTest : public QObject
{
    Q_OBJECT
private slots:
    void yawIsRead_data()
    {
        QTest::addColumn<double>("given");
        QTest::addColumn<double>("read");
        QTest::newRow("east") << 0.0 << 0.0;
        QTest::newRow("north") << std::numbers::pi / 2 << std::numbers::pi / 2;
        QTest::newRow("west") << std::numbers::pi << std::numbers::pi;
        QTest::newRow("round and round") << 7.0 << 7.0 - 2 * std::numbers::pi;
    }
    void yawIsRead()
    {
        QFETCH(double, given);
        QFETCH(double, read);
        QCOMPARE(Cuboid::fromYaw({1, 2, 3}, {4, 2, 1}, given).yaw(), read);
    }

    void anglesAreReadAsTheyWereGiven_data()
    {
        QTest::addColumn<double>("yaw");
        QTest::addColumn<double>("pitch");
        QTest::addColumn<double>("roll");
        QTest::newRow("level") << 0.7 << 0.0 << 0.0;
        QTest::newRow("uphill") << -2.0 << 0.2 << 0.0;
        QTest::newRow("leaning") << 3.0 << 0.0 << -0.3;
        QTest::newRow("all") << 1.1 << -0.4 << 0.25;
    }
    void anglesAreReadAsTheyWereGiven()
    {
        QFETCH(double, yaw);
        QFETCH(double, pitch);
        QFETCH(double, roll);
        const Cuboid car = Cuboid::fromYaw({1, 2, 3}, {4, 2, 1}, 0.3).withAngles(yaw, pitch, roll);
        QVERIFY(std::abs(car.yaw() - yaw) < 1e-9);
        QVERIFY(std::abs(car.pitch() - pitch) < 1e-9);
        QVERIFY(std::abs(car.roll() - roll) < 1e-9);
        // A raised front is above the rear; who leans to the right has the left side up.
        QCOMPARE(car.toSensor({2, 0, 0}).z() > car.center.z(), pitch > 0.0);
        QCOMPARE(car.toSensor({0, 1, 0}).z() > car.center.z(), roll > 0.0);
    }

    void flippingTwiceIsNothing()
    {
        const Cuboid car = Cuboid::fromYaw({1, 2, 3}, {4, 2, 1}, 0.3);
        QVERIFY(std::abs(wrapAngle(car.flipped().yaw() - 0.3 - std::numbers::pi)) < 1e-12);
        QVERIFY(std::abs(car.flipped().flipped().yaw() - 0.3) < 1e-12);
    }

    void containsWhatIsInside()
    {
        const Cuboid car = Cuboid::fromYaw({10, 0, 0}, {4, 2, 1}, std::numbers::pi / 2);
        QVERIFY(car.contains({10, 1.9, 0}));
        QVERIFY(!car.contains({11.9, 0, 0}));
        QVERIFY(car.contains({11.2, 0, 0}, 0.25));
    }

    void rayEntersAtTheNearFace()
    {
        const Cuboid car = Cuboid::fromYaw({10, 0, 0}, {4, 2, 1}, 0.0);
        QCOMPARE(car.intersect({{0, 0, 0}, {1, 0, 0}}).value_or(-1), 8.0);
        QVERIFY(!car.intersect({{0, 5, 0}, {1, 0, 0}}));
        QVERIFY(!car.intersect({{0, 0, 0}, {-1, 0, 0}}));
        QCOMPARE(car.intersect({{10, 0, 0}, {1, 0, 0}}).value_or(-1), 0.0);
    }

    void nonsenseIsInvalid()
    {
        QVERIFY(Cuboid::fromYaw({0, 0, 0}, {4, 2, 1}, 0).isValid());
        QVERIFY(!Cuboid::fromYaw({0, 0, 0}, {4, 0, 1}, 0).isValid());
        QVERIFY(!Cuboid::fromYaw({std::nan(""), 0, 0}, {4, 1, 1}, 0).isValid());
    }
};

QTEST_APPLESS_MAIN(CuboidTest)
#include "tst_Cuboid.moc"
