#include "model/sequence/MotionFilter.h"

#include <QTest>
#include <numbers>

using namespace lunkuo;

/// That a moving thing is where the filter expects it.
class TestMotionFilter : public QObject
{
    Q_OBJECT

    static Eigen::Matrix3d seenWell() { return Eigen::Vector3d(1e-3, 1e-3, 1e-4).asDiagonal(); }

private slots:
    void learnsSpeed()
    {
        MotionFilter filter(0.0, {0.0, 0.0, 0.0}, seenWell(), 9.0);
        for (int i = 1; i <= 5; ++i) {
            filter.predict(0.1 * i);
            filter.update({1.2 * i, 0.0, 0.0}, seenWell());
        }
        filter.predict(0.7);
        QVERIFY(std::abs(filter.place().x() - 8.4) < 0.15);
        QVERIFY(std::abs(filter.speed() - 12.0) < 0.5);
        QVERIFY(filter.speedDeviation() < 1.5);
    }

    void goesRoundABend()
    {
        const double radius = 12.0;
        const double turnRate = 0.6;
        const auto placeAt = [&](double time) {
            return Eigen::Vector3d(
                radius * std::sin(turnRate * time), radius * (1.0 - std::cos(turnRate * time)), turnRate * time);
        };
        MotionFilter filter(0.0, placeAt(0.0), seenWell(), 9.0);
        for (int i = 1; i <= 12; ++i) {
            filter.predict(0.1 * i);
            filter.update(placeAt(0.1 * i), seenWell());
        }
        filter.predict(1.5);
        QVERIFY((filter.place() - placeAt(1.5)).head<2>().norm() < 0.15);
        QVERIFY(std::abs(filter.place().z() - placeAt(1.5).z()) < 0.06);
    }

    void runsBackwardsInTime()
    {
        MotionFilter filter(2.0, {20.0, 0.0, 0.0}, seenWell(), 9.0);
        for (int i = 1; i <= 5; ++i) {
            filter.predict(2.0 - 0.1 * i);
            filter.update({20.0 - 0.8 * i, 0.0, 0.0}, seenWell());
        }
        QVERIFY(std::abs(filter.speed() - 8.0) < 0.5);
        filter.predict(1.0);
        QVERIFY(std::abs(filter.place().x() - 12.0) < 0.3);
    }

    void knowsLessTheLongerItIsBlind()
    {
        MotionFilter filter(0.0, {0.0, 0.0, 0.0}, seenWell(), 1.0);
        filter.predict(0.1);
        const double soon = filter.covariance()(0, 0);
        filter.predict(1.0);
        QVERIFY(filter.covariance()(0, 0) > 20.0 * soon);
    }

    void turnsAcrossHalfATurn()
    {
        MotionFilter filter(0.0, {0.0, 0.0, 3.1}, seenWell(), 1.0);
        filter.predict(0.1);
        filter.update({0.0, 0.0, -3.1}, seenWell());
        QVERIFY(std::abs(std::abs(filter.place().z()) - std::numbers::pi) < 0.05);
    }
};

QTEST_APPLESS_MAIN(TestMotionFilter)
#include "tst_MotionFilter.moc"
