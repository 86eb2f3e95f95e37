#include "model/tools/Handles.h"

#include <QTest>
#include <cmath>

using namespace lunkuo;

namespace
{

const Cuboid car = Cuboid::fromYaw({10, 5, 0}, {4, 2, 1.5}, 0.7);

Ray rayTo(const Eigen::Vector3d& target, const Eigen::Vector3d& eye)
{
    return {eye, (target - eye).normalized()};
}

} // namespace

class HandlesTest : public QObject
{
    Q_OBJECT
private slots:
    void farAwayThereIsNoRoomForGrips()
    {
        const Cuboid car = Cuboid::fromYaw({20, 0, 0}, {4.5, 1.8, 1.5}, 0.3);
        QVERIFY(hasRoomForGrips(car, {0, 0, 10}, 0.001, 0.0));
        QVERIFY(!hasRoomForGrips(car, {-80, 0, 10}, 0.001, 0.0));
        QVERIFY2(hasRoomForGrips(car, {-80, 0, 10}, 0.0, 0.02), "without perspective nothing is far");
        QVERIFY(!hasRoomForGrips(car, {0, 0, 10}, 0.0, 0.2));
    }

    void everyGripIsFoundWhereItIs()
    {
        const Eigen::Vector3d eye(4, -9, 11);
        for (const Handle& handle : handlesOf(car)) {
            const auto found = handleAt(car, rayTo(positionOf(handle, car), eye), 0.003, 0.0);
            QVERIFY(found.has_value());
            QCOMPARE(*found, handle);
        }
        QVERIFY(!handleAt(car, rayTo({10, 5, 4}, eye), 0.003, 0.0));
    }

    void gripsBehindTheEyeAreOutOfReach()
    {
        const Eigen::Vector3d front = positionOf({Handle::Kind::Face, {1, 0, 0}}, car);
        QVERIFY(!handleAt(car, {front + Eigen::Vector3d(0, 0, 20), Eigen::Vector3d::UnitZ()}, 0.003, 0.1));
    }

    void gripsThatNoDragCouldMoveAreLeftOut()
    {
        const Ray down{{10, 5, 30}, -Eigen::Vector3d::UnitZ()};
        QVERIFY2(!handleAt(car, down, 0.0, 0.1), "the roof's grip, seen from above");
        const Ray side{{10, -30, 0.75}, Eigen::Vector3d::UnitY()};
        const auto roof = handleAt(car, side, 0.0, 0.1);
        QVERIFY(roof);
        QCOMPARE(roof->side, Eigen::Vector3i(0, 0, 1));
    }

    void theOppositeSideStays_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < handlesOf(car).size(); ++i)
            if (handlesOf(car)[i].kind != Handle::Kind::Rotate)
                QTest::addRow("grip %zu", i) << static_cast<int>(i);
    }
    void theOppositeSideStays()
    {
        QFETCH(int, index);
        const Handle handle = handlesOf(car)[static_cast<std::size_t>(index)];
        const Handle opposite{handle.kind, -handle.side};
        const Eigen::Vector3d target =
            car.toSensor(0.5 * handle.side.cast<double>().cwiseProduct(car.size + Eigen::Vector3d::Constant(0.6)));
        const Cuboid result = dragged(car, handle, target);
        QVERIFY((positionOf(opposite, result) - positionOf(opposite, car)).norm() < 1e-9);
        QVERIFY((positionOf(handle, result) - target).norm() < 1e-9);
        QVERIFY(result.isValid());
    }

    void turningOnTheSpotOfTheCentreChangesNothing()
    {
        QCOMPARE(dragged(car, {Handle::Kind::Rotate, {1, 0, 0}}, car.center + Eigen::Vector3d(0, 0, 3)), car);
    }
};

QTEST_APPLESS_MAIN(HandlesTest)
#include "tst_Handles.moc"
