#include "model/sequence/StaticTracks.h"

#include "model/geometry/Polygon.h"
#include "model/sequence/WorldPose.h"
#include "tests/support/Drive.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// What stands still and where exactly.
class TestStaticTracks : public QObject
{
    Q_OBJECT

    static std::vector<WorldSight> sights(double speed_mps, double noise_m, int count)
    {
        std::vector<WorldSight> result;
        for (int i = 0; i < count; ++i)
            result.push_back({0.1 * i, {speed_mps * 0.1 * i + (i % 2 == 0 ? noise_m : -noise_m), 2.0, 0.1},
                Eigen::Vector3d(0.01, 0.01, 1e-3).asDiagonal()});
        return result;
    }

private slots:
    void stands_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<double>("noise");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("stands");
        QTest::newRow("parked") << 0.0 << 0.05 << 10 << true;
        QTest::newRow("parked, badly seen") << 0.0 << 0.15 << 10 << true;
        QTest::newRow("one sight says nothing") << 0.0 << 0.0 << 1 << false;
        QTest::newRow("walking pace") << 1.4 << 0.05 << 10 << false;
        QTest::newRow("drives") << 8.0 << 0.05 << 3 << false;
        QTest::newRow("sights far apart") << 0.0 << 0.8 << 10 << false;
    }

    void stands()
    {
        QFETCH(double, speed);
        QFETCH(double, noise);
        QFETCH(int, count);
        QTEST(standsStill(sights(speed, noise, count)), "stands");
    }

    void nothingSeenStandsNowhere() { QVERIFY(!standsStill({})); }

    void commonPlaceIgnoresAStray()
    {
        std::vector<WorldSight> all = sights(0.0, 0.0, 7);
        all[3].place.x() = 3.0;
        QVERIFY(std::abs(commonPlace(all).x()) < 0.1);
    }

    void framesTogetherKnowMoreThanOne()
    {
        // Passing by, the sensor sees first the rear and the left side, then the front.
        Drive drive(22, {parkedAt(14.0, -4.8)});
        std::vector<FrameEvidence> frames;
        const CompletionOptions options = usualOptions(*drive.scene.taxonomy.classOf(QStringLiteral("Car")));
        const Frame& first = drive.scene.frames.at(drive.frameId(0));
        const Cuboid truth = inWorld(first, drive.truth[0].at(0));
        Cuboid start = truth; // too short and a bit off
        start.size.x() -= 0.5;
        start.center.head<2>() += Eigen::Vector2d(-0.2, 0.1);
        for (int i = 0; i < 22; i += 3) {
            const Frame& frame = drive.scene.frames.at(drive.frameId(i));
            const auto& prepared = *drive.loaded[static_cast<std::size_t>(i)]->prepared;
            if (auto fit =
                    fitPlace(prepared, {inSensor(frame, start), Eigen::Matrix3d::Identity() * 4.0, 0.0}, options))
                frames.emplace_back(frame, prepared, *fit);
        }
        QVERIFY(frames.size() >= 6);
        const Cuboid found = fitStill(frames, {start}, {start.size, options.priorDeviation}).cuboid;
        QVERIFY(bevIou(start, truth) < 0.82);
        const double overlap = bevIou(found, truth);
        QVERIFY2(overlap > bevIou(start, truth) + 0.02 && overlap > 0.8, qPrintable(QString::number(overlap)));
    }

    void withoutFramesItStaysAsItIs()
    {
        const Cuboid box = Cuboid::fromYaw({1.0, 2.0, 3.0}, {4.0, 1.8, 1.5}, 0.3);
        QVERIFY(fitStill({}, {box}, {box.size, Eigen::Vector3d::Constant(0.1)}).cuboid == box);
    }
};

QTEST_APPLESS_MAIN(TestStaticTracks)
#include "tst_StaticTracks.moc"
