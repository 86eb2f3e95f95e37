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

/// Focal lengths 500 and 510 pixels, centre of the picture at (320, 240).
CameraModel withLens(Lens::Kind kind, const QList<double>& coefficients)
{
    CameraModel camera;
    camera.width_px = 640;
    camera.height_px = 480;
    camera.projection << 500, 0, 320, 0, 0, 510, 240, 0, 0, 0, 1, 0;
    Lens::Coefficients all{};
    std::copy(coefficients.begin(), coefficients.end(), all.begin());
    camera.lens = Lens(kind, all);
    return camera;
}
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

    void linesAreCutAtTheNearPlane()
    {
        // From 1 m behind the camera to 1 m before it, 1 m to the right: it leaves the near plane at slope 1 / 0.05.
        const auto cut = pinhole().projectLine({{1, 0, -1}}, {{1, 0, 1}});
        QCOMPARE(cut.size(), 1U);
        QVERIFY(cut[0].front().isApprox(Pixel(50 + 100 / 0.05, 40), 1e-9));
        QVERIFY(cut[0].back().isApprox(Pixel(150, 40), 1e-12));

        const auto reversed = pinhole().projectLine({{1, 0, 1}}, {{1, 0, -1}});
        QCOMPARE(reversed.size(), 1U);
        QVERIFY(reversed[0].front().isApprox(cut[0].back(), 1e-12));
        QVERIFY(reversed[0].back().isApprox(cut[0].front(), 1e-12));
    }

    void linesInFrontStayWhole()
    {
        const auto whole = pinhole().projectLine({{0, 0, 10}}, {{1, 0, 10}});
        QCOMPARE(whole.size(), 1U);
        QCOMPARE(whole[0].size(), 2U);
        QVERIFY(whole[0].front().isApprox(Pixel(50, 40), 1e-12));
        QVERIFY(whole[0].back().isApprox(Pixel(60, 40), 1e-12));
    }

    void linesBehindAreNotSeen()
    {
        QVERIFY(pinhole().projectLine({{0, 0, -1}}, {{5, 5, -9}}).empty());
        QVERIFY(CameraModel().projectLine({{0, 0, 1}}, {{5, 5, 9}}).empty());
    }

    void linesBehindALensAreBent()
    {
        // A straight edge across the top of the picture: a barrel lens lifts its middle over its ends.
        const CameraModel camera = withLens(Lens::Kind::BrownConrady, {-0.28, 0.07, 0, 0, 0.011});
        const auto curves = camera.projectLine({{-1, -0.6, 1}}, {{1, -0.6, 1}});
        QCOMPARE(curves.size(), 1U);
        QVERIFY(curves[0].size() > 5);
        QVERIFY(curves[0][curves[0].size() / 2].y() < curves[0].front().y() - 20.0);
        for (std::size_t i = 1; i < curves[0].size(); ++i) {
            const auto middle = camera.unproject(0.5 * (curves[0][i - 1] + curves[0][i]));
            QVERIFY(middle);
            QVERIFY2(std::abs(middle->y() / middle->z() + 0.6) < 2.0 / 510.0, "the pieces keep to the line");
        }
    }

    void whatTheLensDoesNotSeeIsNoGhost()
    {
        // r (1 - 0.4 r²) turns back at r = 1 / sqrt(1.2) = 0.91: a point far to the side would come back into the
        // picture.
        const CameraModel camera = withLens(Lens::Kind::BrownConrady, {-0.4});
        QVERIFY(std::abs(camera.lens.limit() - 0.9128709291752769) < 1e-9);
        QVERIFY(camera.project({{0.91, 0, 1}}));
        QVERIFY(!camera.project({{0.92, 0, 1}}));
        QVERIFY(!camera.project({{1.5, 0, 1}})); // the formula alone says pixel (395, 240)
        const auto seen = camera.projectLine({{-3, 0, 1}}, {{3, 0, 1}});
        QCOMPARE(seen.size(), 1U);
        QVERIFY(seen[0].front().x() < 320 - 500 * 0.6);
        QVERIFY(seen[0].front().x() > 320 - 500 * 0.6086);
    }

    void aLineMayLeaveTheFieldOfALensAndComeBack()
    {
        // Round a fisheye that sees 100° to either side: a line behind it comes in from both ends.
        const CameraModel camera = withLens(Lens::Kind::KannalaBrandt, {0, -0.05});
        const double limit = camera.lens.limit();
        QVERIFY(limit > 1.0 && limit < 2.0);
        const auto curves = camera.projectLine({{-4, 1, -1}}, {{4, 1, -1}});
        for (const PixelCurve& curve : curves)
            for (const Pixel& pixel : curve)
                QVERIFY(pixel.allFinite());
    }

    void lensesBendAsDocumented_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QList<double>>("coefficients");
        QTest::addColumn<QList<double>>("point");
        QTest::addColumn<double>("u");
        QTest::addColumn<double>("v");
        const int conrady = static_cast<int>(Lens::Kind::BrownConrady);
        const int fisheye = static_cast<int>(Lens::Kind::KannalaBrandt);
        const QList<double> five{-0.28, 0.07, 0.0009, -0.0013, 0.011};
        const QList<double> eight{0.42, -0.11, 0.0007, 0.0011, 0.004, 0.71, -0.05, 0.006};
        const QList<double> angles{-0.012, 0.021, -0.018, 0.004};
        // Computed apart from this program, from OpenCV's documentation of calib3d and fisheye.
        QTest::newRow("k1 k2 p1 p2 k3, near the axis")
            << conrady << five << QList<double>{0.3, -0.2, 1.0} << 464.4655750500 << 141.7656189660;
        QTest::newRow("k1 k2 p1 p2 k3, right below")
            << conrady << five << QList<double>{1.5, 0.8, 2.5} << 585.3789916527 << 384.7419176990;
        QTest::newRow("k1 k2 p1 p2 k3, left below")
            << conrady << five << QList<double>{-2.0, 1.0, 4.0} << 89.4414672852 << 357.6246954346;
        QTest::newRow("rational, near the axis")
            << conrady << eight << QList<double>{0.3, -0.2, 1.0} << 464.8074478651 << 141.6259654517;
        QTest::newRow("rational, right below")
            << conrady << eight << QList<double>{1.5, 0.8, 2.5} << 587.3022818510 << 385.4391680469;
        QTest::newRow("rational, left below")
            << conrady << eight << QList<double>{-2.0, 1.0, 4.0} << 90.1891831455 << 357.4027353458;
        QTest::newRow("fisheye, near the axis")
            << fisheye << angles << QList<double>{0.3, -0.2, 1.0} << 463.7963725079 << 142.2184666946;
        QTest::newRow("fisheye, right below")
            << fisheye << angles << QList<double>{1.5, 0.8, 2.5} << 582.8384229940 << 382.9841021087;
        QTest::newRow("fisheye, left below")
            << fisheye << angles << QList<double>{-2.0, 1.0, 4.0} << 92.4928981586 << 356.0286219391;
        // 100° to the right is behind the camera's plane, and in a fisheye's picture all the same.
        QTest::newRow("fisheye, behind its plane")
            << fisheye << QList<double>{0.01, -0.002, 0.0003}
            << QList<double>{0.984807753012208, 0.0, -0.17364817766693} << 1210.4523101456 << 240.0;
    }
    void lensesBendAsDocumented()
    {
        QFETCH(int, kind);
        QFETCH(QList<double>, coefficients);
        QFETCH(QList<double>, point);
        QFETCH(double, u);
        QFETCH(double, v);
        const CameraModel camera = withLens(static_cast<Lens::Kind>(kind), coefficients);
        const Eigen::Vector3d place(point[0], point[1], point[2]);
        const auto pixel = camera.project({place});
        QVERIFY(pixel);
        QVERIFY2(
            (*pixel - Pixel(u, v)).norm() < 1e-8, qPrintable(QStringLiteral("%1 %2").arg(pixel->x()).arg(pixel->y())));
        const auto back = camera.unproject(*pixel);
        QVERIFY(back);
        QVERIFY((*back - place.normalized()).norm() < 1e-9);
    }

    void noRayComesFromBeyondTheLens()
    {
        const CameraModel camera = withLens(Lens::Kind::BrownConrady, {-0.4});
        // The picture of all that this lens sees is a disc of radius 0.6086 * 500 pixels.
        QVERIFY(camera.unproject({320 + 304, 240}));
        QVERIFY(!camera.unproject({320 + 305, 240}));
        QVERIFY(!camera.unproject({std::nan(""), 240}));
        QVERIFY(!CameraModel().unproject({1, 1}));
    }

    void theEyeOfAStereoCameraIsBesideTheFirst()
    {
        QVERIFY(pinhole().eye()->v.isApprox(Eigen::Vector3d::Zero()));
        QVERIFY(pinhole(-20.0).eye()->v.isApprox(Eigen::Vector3d(0.2, 0, 0)));
        QVERIFY(!CameraModel().eye());
    }

    void aPixelReachesHalfAPixelFromItsMiddle()
    {
        CameraModel camera = pinhole();
        camera.width_px = 100;
        camera.height_px = 80;
        QVERIFY(camera.contains({-0.5, -0.5}));
        QVERIFY(!camera.contains({-0.6, 0}));
        QVERIFY(camera.contains({99.4, 79.4}));
        QVERIFY(!camera.contains({99.5, 10}));
        QVERIFY(!camera.contains({10, 79.5}));
        QVERIFY(!camera.contains({10, std::nan("")}));
    }
};

QTEST_APPLESS_MAIN(CameraModelTest)
#include "tst_CameraModel.moc"
