#include "model/scene/CameraSoundness.h"

#include <QTest>
#include <limits>

using namespace lunkuo;

namespace
{
Camera usual()
{
    Camera camera;
    camera.name = QStringLiteral("front");
    camera.model.width_px = 1242;
    camera.model.height_px = 375;
    camera.model.projection << 721.5, 0, 609.6, 44.9, 0, 721.5, 172.9, 0.2, 0, 0, 1, 0.003;
    camera.model.lens = Lens(Lens::Kind::BrownConrady, {-0.37, 0.2, 0.001, 0.002, -0.07});
    camera.camera_sensor.m = Eigen::Isometry3d::Identity();
    return camera;
}
} // namespace

using Spoil = std::function<void(Camera&)>;
Q_DECLARE_METATYPE(Spoil)

class CameraSoundnessTest : public QObject
{
    Q_OBJECT
private slots:
    void camerasThatThereAreAreSound_data()
    {
        QTest::addColumn<Spoil>("change");
        QTest::newRow("usual") << Spoil([](Camera&) {});
        QTest::newRow("size unknown") << Spoil(
            [](Camera& camera) { camera.model.width_px = camera.model.height_px = 0; });
        QTest::newRow("matrix of another scale") << Spoil([](Camera& camera) { camera.model.projection *= 1e-3; });
        QTest::newRow("far from the origin")
            << Spoil([](Camera& camera) { camera.camera_sensor.m.translation() = Eigen::Vector3d(4e5, 3.3e6, 100.0); });
    }
    void camerasThatThereAreAreSound()
    {
        QFETCH(Spoil, change);
        Camera camera = usual();
        change(camera);
        QVERIFY(isSound(camera));
    }

    void whatNoCameraHasIsNot_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::newRow("two billion pixels wide")
            << Spoil([](Camera& camera) { camera.model.width_px = 2'000'000'000; });
        QTest::newRow("negative height") << Spoil([](Camera& camera) { camera.model.height_px = -3; });
        QTest::newRow("matrix of 1e200") << Spoil([](Camera& camera) { camera.model.projection(0, 0) = 1e200; });
        QTest::newRow("offset of 1e30") << Spoil([](Camera& camera) { camera.model.projection(0, 3) = 1e30; });
        QTest::newRow("matrix of zeros") << Spoil([](Camera& camera) { camera.model.projection.setZero(); });
        QTest::newRow("no number") << Spoil(
            [](Camera& camera) { camera.model.projection(1, 2) = std::numeric_limits<double>::quiet_NaN(); });
        QTest::newRow("lens of 1e30") << Spoil(
            [](Camera& camera) { camera.model.lens = Lens(Lens::Kind::BrownConrady, {1e30}); });
        QTest::newRow("mounted beyond the moon")
            << Spoil([](Camera& camera) { camera.camera_sensor.m.translation().x() = 1e12; });
    }
    void whatNoCameraHasIsNot()
    {
        QFETCH(Spoil, spoil);
        Scene scene;
        Calibration& rig = scene.calibrations[{1}];
        rig.cameras = {usual(), usual()};
        rig.cameras[1].name = QStringLiteral("rear");
        spoil(rig.cameras[1]);
        scene.calibrations[{2}] = rig; // every frame with its own: told once all the same
        QStringList remarks;
        dropUnsoundCameras(scene, remarks);
        for (const auto& [id, calibration] : scene.calibrations) {
            QCOMPARE(calibration.cameras.size(), std::size_t(1));
            QCOMPARE(calibration.cameras[0].name, QStringLiteral("front"));
        }
        QCOMPARE(remarks.size(), 1);
        QVERIFY2(remarks[0].contains(QStringLiteral("“rear”")), qPrintable(remarks[0]));
    }
};

QTEST_GUILESS_MAIN(CameraSoundnessTest)
#include "tst_CameraSoundness.moc"
