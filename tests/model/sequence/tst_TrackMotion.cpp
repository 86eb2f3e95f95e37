#include "model/sequence/TrackMotion.h"

#include "model/geometry/Angles.h"

#include <QTest>

using namespace lunkuo;

namespace
{

const Eigen::Vector3d carSize(4.5, 1.8, 1.5);

MotionSample sampleAt(double time_s, double x, double y, double yaw_deg)
{
    return {time_s, Cuboid::fromYaw({x, y, 0}, carSize, radians(yaw_deg))};
}

/// Where a car is that goes round a circle with 10 m/s.
MotionSample onCircle(double time_s, double radius = 20.0)
{
    const double angle = 10.0 * time_s / radius;
    return sampleAt(time_s, radius * std::sin(angle), radius * (1.0 - std::cos(angle)), degrees(angle));
}

double apart(const Cuboid& a, const Cuboid& b)
{
    return (a.center - b.center).norm();
}

double turned_deg(const Cuboid& a, const Cuboid& b)
{
    return degrees(std::abs(wrapAngle(a.yaw() - b.yaw())));
}

} // namespace

class TestTrackMotion : public QObject
{
    Q_OBJECT
private slots:
    void goesThroughItsSamples()
    {
        const TrackMotion motion({onCircle(0.0), onCircle(1.0), onCircle(1.5), onCircle(3.0)});
        for (const MotionSample& sample : motion.samples()) {
            QVERIFY(apart(motion.at(sample.time_s), sample.cuboid) < 1e-9);
            QVERIFY(turned_deg(motion.at(sample.time_s), sample.cuboid) < 1e-6);
        }
    }

    /// Key frames a second apart on a bend: a straight line between them would be 0.6 m off.
    void followsABend()
    {
        const TrackMotion motion({onCircle(0.0), onCircle(1.0), onCircle(2.0)});
        double line = 0.0;
        for (double t = 0.0; t <= 2.0; t += 0.05) {
            QVERIFY2(apart(motion.at(t), onCircle(t).cuboid) < 0.1, qPrintable(QString::number(t)));
            QVERIFY(turned_deg(motion.at(t), onCircle(t).cuboid) < 0.5);
        }
        line = (0.5 * (onCircle(0.0).cuboid.center + onCircle(1.0).cuboid.center) - onCircle(0.5).cuboid.center).norm();
        QVERIFY2(line > 0.5, "the test shows the difference");
    }

    void followsABendFromTwoSamples()
    {
        const TrackMotion motion({onCircle(0.0), onCircle(1.0)});
        for (double t = 0.0; t <= 1.0; t += 0.1)
            QVERIFY(apart(motion.at(t), onCircle(t).cuboid) < 0.15);
    }

    void turnsTheShorterWay()
    {
        const TrackMotion motion({sampleAt(0, 0, 0, 170), sampleAt(1, 0, 0, -170)});
        QVERIFY(turned_deg(motion.at(0.5), Cuboid::fromYaw({}, carSize, std::numbers::pi)) < 1e-6);
    }

    void leavesParkedCarsInPlace()
    {
        const TrackMotion motion({sampleAt(0, 5, 0, 30), sampleAt(10, 5.1, 0.05, 31), sampleAt(20, 5, 0, 30)});
        for (double t = -5.0; t <= 25.0; t += 0.5)
            QVERIFY(apart(motion.at(t), sampleAt(t, 5, 0, 30).cuboid) < 0.12);
    }

    void goesOnAsItWent()
    {
        const TrackMotion straight({sampleAt(0, 0, 0, 0), sampleAt(1, 10, 0, 0)});
        QVERIFY(apart(straight.at(1.5), sampleAt(0, 15, 0, 0).cuboid) < 1e-9);
        QVERIFY(apart(straight.at(-0.5), sampleAt(0, -5, 0, 0).cuboid) < 1e-9);
        QVERIFY((straight.velocityAt(0.3) - Eigen::Vector3d(10, 0, 0)).norm() < 1e-6);
        const TrackMotion bend({onCircle(0.0), onCircle(0.1), onCircle(0.2)});
        QVERIFY2(apart(bend.at(0.5), onCircle(0.5).cuboid) < 0.15, "it goes on round the bend");
        QVERIFY(std::abs(degrees(bend.turnRateAt(0.2)) - degrees(0.5)) < 0.5);
    }

    /// Steps of 0.14 m: as far as one goes in a tenth of a second.
    void walksAsFastAtItsEnds()
    {
        std::vector<MotionSample> samples;
        for (int i = 0; i < 10; ++i)
            samples.push_back(sampleAt(0.1 * i, 0.14 * i, 0, 0));
        const TrackMotion motion(samples);
        for (int i = 0; i < 10; ++i)
            QVERIFY2(std::abs(motion.velocityAt(samples[static_cast<std::size_t>(i)].time_s).x() - 1.4) < 1e-3,
                qPrintable(QString::number(i)));
        QVERIFY(motion.velocityAt(2.0).norm() < 1e-9);
    }

    void knowsOneMomentAsAll()
    {
        const TrackMotion motion({sampleAt(3, 1, 2, 40)});
        QCOMPARE(motion.at(-7.0).center, motion.at(9.0).center);
        QCOMPARE(motion.velocityAt(3.0), Eigen::Vector3d(0, 0, 0));
    }

    /// A reversing car keeps its heading and goes the other way.
    void drivesBackwards()
    {
        const TrackMotion motion({sampleAt(0, 0, 0, 0), sampleAt(1, -4, 0, 0), sampleAt(2, -8, 0, 0)});
        QVERIFY(apart(motion.at(1.5), sampleAt(0, -6, 0, 0).cuboid) < 1e-9);
        QVERIFY(turned_deg(motion.at(1.5), sampleAt(0, 0, 0, 0).cuboid) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestTrackMotion)
#include "tst_TrackMotion.moc"
