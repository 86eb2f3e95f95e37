#include "model/geometry/Angles.h"
#include "model/synth/CameraTruth.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{
/// What the camera sees of a saloon that stands across the road, so that its whole side of 4.7 m looks at the camera.
struct SaloonAcross
{
    explicit SaloonAcross(Street::Place place, double wallFrom = 0.0, double wallTo = 0.0)
    {
        const int number = scene.addObject(parkedVehicle(QStringLiteral("saloon"), place, 0.5 * std::numbers::pi));
        if (wallFrom != wallTo) {
            // As wide as a part of the car, and so near before it that both look alike large.
            Mesh wall;
            addBox(wall, {-0.1F, static_cast<float>(wallFrom), -1}, {0.1F, static_cast<float>(wallTo), 4},
                wall.surface({Material::Wall, {0.5F, 0.5F, 0.5F}}));
            scene.addScenery(wall, Street::upright({place.s - 1.3, place.d}));
        }
        scene.seal();
        LidarOptions options;
        options.columns = 500;
        frame = simulateFrame(scene, 0, options);
        seen = cameraTruth(
            scene.objects().front(), frame.object(number), renderView(scene, 0.0, forwardCamera()), forwardCamera());
    }

    StreetScene scene = StreetScene::bareRoad();
    SimulatedFrame frame;
    CameraTruth seen;
};

/// One car straight ahead, on which so many points lie.
SimulatedFrame frameWithCar(std::size_t points)
{
    SimulatedFrame frame;
    frame.objects.push_back({1, QStringLiteral("Car"), QStringLiteral("saloon"),
        Cuboid::fromYaw({15.0, 1.0, -0.9}, {4.4, 1.8, 1.5}, 0.2), Motion::Parked, 0.0, points});
    return frame;
}
} // namespace

class CameraTruthTest : public QObject
{
    Q_OBJECT
private slots:
    void visibleIsTheShareThatNothingHides_data()
    {
        QTest::addColumn<double>("s");
        QTest::addColumn<double>("wallFrom");
        QTest::addColumn<double>("wallTo");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::addColumn<int>("occlusion");
        QTest::newRow("nothing before it") << 18.0 << 0.0 << 0.0 << 0.93 << 1.0 << 0;
        QTest::newRow("its left third behind a wall") << 18.0 << 0.8 << 4.0 << 0.55 << 0.78 << 1;
        QTest::newRow("all but its right third behind a wall") << 18.0 << -0.8 << 4.0 << 0.2 << 0.39 << 2;
        QTest::newRow("behind a wall") << 18.0 << -4.0 << 4.0 << 0.0 << 0.0 << 2;
        QTest::newRow("behind the camera") << -18.0 << 0.0 << 0.0 << 0.0 << 0.0 << 2;
    }
    void visibleIsTheShareThatNothingHides()
    {
        QFETCH(double, s);
        QFETCH(double, wallFrom);
        QFETCH(double, wallTo);
        QFETCH(double, least);
        QFETCH(double, most);
        QFETCH(int, occlusion);
        const CameraTruth seen = SaloonAcross({s, -1.75}, wallFrom, wallTo).seen;
        QVERIFY2(seen.visible >= least && seen.visible <= most, qPrintable(QString::number(seen.visible)));
        QCOMPARE(seen.occlusion(), occlusion);
    }

    void occlusionIsInStepsOfKitti_data()
    {
        QTest::addColumn<double>("visible");
        QTest::addColumn<int>("occlusion");
        QTest::newRow("all") << 1.0 << 0;
        QTest::newRow("just fully") << 0.8 << 0;
        QTest::newRow("no more fully") << 0.79 << 1;
        QTest::newRow("just partly") << 0.4 << 1;
        QTest::newRow("largely hidden") << 0.39 << 2;
    }
    void occlusionIsInStepsOfKitti()
    {
        QFETCH(double, visible);
        CameraTruth truth;
        truth.visible = visible;
        QTEST(truth.occlusion(), "occlusion");
    }

    void whatThePictureCutsIsTruncated()
    {
        QCOMPARE(SaloonAcross({18.0, -1.75}).seen.truncated, 0.0);
        const CameraTruth cut = SaloonAcross({9.0, 5.9}).seen;
        QCOMPARE(cut.box.left_px, 0.0);
        QVERIFY2(cut.truncated > 0.25 && cut.truncated < 0.75, qPrintable(QString::number(cut.truncated)));
        QVERIFY2(cut.visible > 0.93, "cut is not hidden");
    }

    void boxesOfHiddenPartsAreDrawnAsWell()
    {
        QCOMPARE(SaloonAcross({18.0, -1.75}, 0.8, 4.0).seen.box, SaloonAcross({18.0, -1.75}).seen.box);
    }

    void labelsComeBackAsTheTruth()
    {
        const SimulatedFrame frame = frameWithCar(100);
        CameraTruth seen;
        seen.visible = 0.5;
        seen.box = {10, 20, 30, 40};
        seen.truncated = 0.25;
        const std::vector<KittiLabel> labels = kittiLabels(frame, {seen}, forwardCamera());
        QCOMPARE(labels.size(), std::size_t(1));
        const KittiLabel& label = labels.front();
        QCOMPARE(label.type, QStringLiteral("Car"));
        QCOMPARE(label.occluded, 1);
        QCOMPARE(label.truncated, 0.25);
        QCOMPARE(label.box, seen.box);
        const Cuboid& truth = frame.objects.front().cuboid;
        const Cuboid back = cuboidOf(label, forwardCamera().camera_sensor);
        QVERIFY(back.center.isApprox(truth.center, 1e-9));
        QCOMPARE(back.size, truth.size);
        QVERIFY(std::abs(back.yaw() - truth.yaw()) < 1e-9);
        // By hand: the camera stands 27 cm before and 8 cm below the LiDAR; y looks down, ground is at the box's foot.
        QVERIFY((label.location - Eigen::Vector3d(-1.004, 0.9 + 0.75 - 0.076, 14.728)).norm() < 1e-9);
        QVERIFY(std::abs(label.rotationY - (-0.2 - 0.5 * std::numbers::pi)) < 1e-9);
    }

    void whatNobodyCouldTellGetsNoLabel_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<double>("visible");
        QTest::addColumn<int>("labels");
        QTest::newRow("seen and met") << 5 << 0.05 << 1;
        QTest::newRow("too few points") << 4 << 1.0 << 0;
        QTest::newRow("hidden in the picture") << 1000 << 0.03 << 0;
        QTest::newRow("outside the picture") << 1000 << 0.0 << 0;
    }
    void whatNobodyCouldTellGetsNoLabel()
    {
        QFETCH(int, points);
        QFETCH(double, visible);
        QFETCH(int, labels);
        CameraTruth seen;
        seen.visible = visible;
        const SimulatedFrame frame = frameWithCar(static_cast<std::size_t>(points));
        QCOMPARE(static_cast<int>(kittiLabels(frame, {seen}, forwardCamera()).size()), labels);
    }
};

QTEST_APPLESS_MAIN(CameraTruthTest)
#include "tst_CameraTruth.moc"
