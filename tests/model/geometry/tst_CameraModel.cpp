#include "model/geometry/CameraModel.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// 100 pixels per unit of slope, centre of the picture at (50, 40).
CameraModel pinhole(double stereoOffset = 0.0)
{
    CameraModel camera;
    camera.width_px = 100;
    camera.height_px = 80;
    camera.projection << 100, 0, 50, stereoOffset, 0, 100, 40, 0, 0, 0, 1, 0;
    return camera;
}

using Pixel = Eigen::Vector2d;
} // namespace

class CameraModelTest : public QObject
{
    Q_OBJECT
private slots:
    void pointsFallOnPixels_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("z");
        QTest::addColumn<double>("u");
        QTest::addColumn<double>("v");
        QTest::newRow("straight ahead") << 0.0 << 0.0 << 10.0 << 50.0 << 40.0;
        QTest::newRow("right") << 1.0 << 0.0 << 10.0 << 60.0 << 40.0;
        QTest::newRow("below") << 0.0 << 1.0 << 5.0 << 50.0 << 60.0;
        QTest::newRow("outside the picture is still a pixel") << -10.0 << 0.0 << 10.0 << -50.0 << 40.0;
    }
    void pointsFallOnPixels()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, z);
        QFETCH(double, u);
        QFETCH(double, v);
        const auto pixel = pinhole().project({{x, y, z}});
        QVERIFY(pixel);
        QVERIFY(pixel->isApprox(Pixel(u, v), 1e-12));
    }

    void stereoOffsetMovesNearThingsMore()
    {
        const CameraModel second = pinhole(-20.0);
        QVERIFY(second.project({{0, 0, 1}})->isApprox(Pixel(30, 40), 1e-12));
        QVERIFY(second.project({{0, 0, 10}})->isApprox(Pixel(48, 40), 1e-12));
    }

    void whatIsNotInFrontHasNoPixel_data()
    {
        QTest::addColumn<double>("z");
        QTest::newRow("behind") << -5.0;
        QTest::newRow("in the camera") << 0.0;
        QTest::newRow("nearer than the near plane") << 0.049;
        QTest::newRow("nowhere") << std::nan("");
    }
    void whatIsNotInFrontHasNoPixel()
    {
        QFETCH(double, z);
        QVERIFY(!pinhole().project({{1, 1, z}}));
    }

    void segmentsAreCutAtTheNearPlane()
    {
        // From 1 m behind the camera to 1 m before it, 1 m to the right: it leaves the near plane at slope 1 / 0.05.
        const auto cut = pinhole().projectSegment({{1, 0, -1}}, {{1, 0, 1}});
        QVERIFY(cut);
        QVERIFY(cut->first.isApprox(Pixel(50 + 100 / 0.05, 40), 1e-9));
        QVERIFY(cut->second.isApprox(Pixel(150, 40), 1e-12));

        const auto reversed = pinhole().projectSegment({{1, 0, 1}}, {{1, 0, -1}});
        QVERIFY(reversed);
        QVERIFY(reversed->first.isApprox(cut->second, 1e-12));
        QVERIFY(reversed->second.isApprox(cut->first, 1e-12));
    }

    void segmentsInFrontStayWhole()
    {
        const auto whole = pinhole().projectSegment({{0, 0, 10}}, {{1, 0, 10}});
        QVERIFY(whole);
        QVERIFY(whole->first.isApprox(Pixel(50, 40), 1e-12));
        QVERIFY(whole->second.isApprox(Pixel(60, 40), 1e-12));
    }

    void segmentsBehindAreNotSeen()
    {
        QVERIFY(!pinhole().projectSegment({{0, 0, -1}}, {{5, 5, -9}}));
        QVERIFY(!CameraModel().projectSegment({{0, 0, 1}}, {{5, 5, 9}}));
    }
};

QTEST_APPLESS_MAIN(CameraModelTest)
#include "tst_CameraModel.moc"
