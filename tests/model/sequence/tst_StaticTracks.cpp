#include "model/sequence/StaticTracks.h"

#include "model/geometry/Polygon.h"
#include "model/sequence/WorldPose.h"
#include "tests/support/Drive.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// Where exactly what stands still is.
class TestStaticTracks : public QObject
{
    Q_OBJECT

private slots:
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
