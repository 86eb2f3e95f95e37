#include "model/images/CameraSight.h"
#include "model/images/PicturedShape.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// Looks along the sensor's x from its origin, or turned about z to the left.
Camera camera(double yaw = 0.0)
{
    Camera result;
    result.name = QStringLiteral("front");
    result.model.width_px = 1000;
    result.model.height_px = 500;
    result.model.projection << 500, 0, 500, 0, 0, 500, 250, 0, 0, 0, 1, 0;
    Eigen::Isometry3d camera_ahead = Eigen::Isometry3d::Identity();
    camera_ahead.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    result.camera_sensor.m = camera_ahead * Eigen::AngleAxisd(-yaw, Eigen::Vector3d::UnitZ());
    return result;
}

Cuboid car(double x, double y, double yaw = 0.0)
{
    return Cuboid::fromYaw({x, y, -1.0}, {4.0, 2.0, 1.5}, yaw);
}

/// A closed body as an outline: an octahedron that reaches to the cuboid's faces.
Outline octahedron(const Eigen::Vector3d& size)
{
    Outline outline;
    const Eigen::Vector3d h = 0.5 * size;
    outline.vertices = {{h.x(), 0, 0}, {0, h.y(), 0}, {-h.x(), 0, 0}, {0, -h.y(), 0}, {0, 0, h.z()}, {0, 0, -h.z()}};
    for (std::uint32_t i = 0; i < 4; ++i) {
        outline.triangles.push_back({i, (i + 1) % 4, 4});
        outline.triangles.push_back({(i + 1) % 4, i, 5});
    }
    outline.provenance.assign(6, Provenance::Seen);
    return outline;
}

/// "9 + 3": how many curves are seen and how many are hidden.
QString count(const std::vector<PicturedCurve>& curves)
{
    const auto hidden =
        std::count_if(curves.begin(), curves.end(), [](const PicturedCurve& curve) { return curve.isHidden; });
    return QStringLiteral("%1 + %2").arg(static_cast<qsizetype>(curves.size()) - hidden).arg(hidden);
}
} // namespace

class PicturedShapeTest : public QObject
{
    Q_OBJECT
private slots:
    void edgesBehindTheObjectAreHidden_data()
    {
        QTest::addColumn<double>("y");
        QTest::addColumn<QString>("seen");
        QTest::newRow("rear, side and top are seen: three edges meet in the far corner") << 5.0 << "9 + 3";
        QTest::newRow("rear and top are seen") << 0.0 << "7 + 5";
    }
    void edgesBehindTheObjectAreHidden()
    {
        QFETCH(double, y);
        QFETCH(QString, seen);
        QCOMPARE(count(picturedEdges(car(12.0, y), camera())), seen);
    }

    void whatStandsBehindAnotherObjectIsHidden()
    {
        const Cuboid near = car(10.0, 0.0);
        const Cuboid far = car(18.0, 0.3);
        const Cuboid beside = car(10.0, 8.0);
        const std::vector<Screen> all = screensOf({near, far, beside}, camera());
        QCOMPARE(all.size(), 3U);
        QCOMPARE(hiding(far, all, camera()).size(), 1U);
        QVERIFY(hiding(far, all, camera())[0] == near);
        QVERIFY(hiding(near, all, camera()).empty());
        QVERIFY(hiding(beside, all, camera()).empty());
        // The low edge of its rear is behind the near car, the roof looks over it.
        const auto edges = picturedEdges(far, camera(), {near});
        const auto isHiddenAt = [&edges](const Eigen::Vector3d& point) {
            const Eigen::Vector2d at = *pixelOf(camera(), point);
            for (const PicturedCurve& edge : edges)
                for (std::size_t i = 1; i < edge.pixels.size(); ++i) {
                    const Eigen::Vector2d along = edge.pixels[i] - edge.pixels[i - 1];
                    const double share = (at - edge.pixels[i - 1]).dot(along) / along.squaredNorm();
                    if (share >= 0.0 && share <= 1.0 && (edge.pixels[i - 1] + share * along - at).norm() < 0.5)
                        return edge.isHidden;
                }
            return false;
        };
        QVERIFY(isHiddenAt({16.0, 0.3, -1.75}));
        QVERIFY(!isHiddenAt({20.0, 0.3, -0.25}));
    }

    void theHeadingShowsWhenTheFrontDoes()
    {
        QCOMPARE(count(picturedHeading(car(12.0, 5.0), camera())), QStringLiteral("0 + 3"));
        QCOMPARE(count(picturedHeading(car(12.0, 5.0, M_PI), camera())), QStringLiteral("3 + 0"));
    }

    void aBoxRoundTheCameraIsCutAndNotThrownAcrossThePicture()
    {
        // From 3 m behind the camera to 5 m before it, to the right of it.
        const Cuboid beside = Cuboid::fromYaw({1.0, -2.0, 0.0}, {8.0, 2.0, 1.5}, 0.0);
        const auto edges = picturedEdges(beside, camera());
        QVERIFY(!edges.empty());
        for (const PicturedCurve& edge : edges)
            for (const Eigen::Vector2d& pixel : edge.pixels)
                QVERIFY2(pixel.x() > 500.0, "what is on the right stays on the right");
        const auto extent = extentOf(edges, camera().model);
        QVERIFY(extent.max().x() <= 999.5 && extent.min().x() > 500.0);
    }

    void whatIsBehindTheCameraIsNotInThePicture()
    {
        QVERIFY(picturedEdges(car(-10.0, 0.0), camera()).empty());
        QVERIFY(extentOf(picturedEdges(car(-10.0, 0.0), camera()), camera().model).isEmpty());
        QVERIFY(extentOf(picturedEdges(car(10.0, 60.0), camera()), camera().model).isEmpty());
        QCOMPARE(visibilityOf(car(-10.0, 0.0), camera()), 0.0);
    }

    void withoutAProjectionNothingIsSeen()
    {
        QVERIFY(picturedEdges(car(10.0, 0.0), Camera()).empty());
        QVERIFY(picturedHeading(car(10.0, 0.0), Camera()).empty());
        QVERIFY(picturedContour(car(10.0, 0.0), octahedron({4, 2, 1.5}), Camera()).empty());
    }

    void theContourGoesRoundTheBody()
    {
        const Cuboid cuboid = car(12.0, 5.0);
        const auto contour = picturedContour(cuboid, octahedron(cuboid.size), camera());
        // An octahedron's contour is a closed way over four to six of its twelve edges.
        QVERIFY2(contour.size() >= 4 && contour.size() <= 6, qPrintable(QString::number(contour.size())));
        std::map<std::pair<double, double>, int> ends;
        for (const PicturedCurve& curve : contour)
            for (const Eigen::Vector2d& end : {curve.pixels.front(), curve.pixels.back()})
                ++ends[{end.x(), end.y()}];
        for (const auto& [end, uses] : ends)
            QCOMPARE(uses, 2);
        QVERIFY(picturedContour(cuboid, Outline(), camera()).empty());
    }

    void theExtentIsWhatIsInThePicture()
    {
        // A face 2 m wide and 1 m high, 10 m ahead: 100 x 50 pixels, and twice that where it is half as far.
        const Cuboid board = Cuboid::fromYaw({10.0, 0.0, 0.0}, {0.001, 2.0, 1.0}, 0.0);
        const auto extent = extentOf(picturedEdges(board, camera()), camera().model);
        QVERIFY(std::abs(extent.sizes().x() - 100.0) < 0.1);
        QVERIFY(std::abs(extent.sizes().y() - 50.0) < 0.1);
        const Cuboid half = Cuboid::fromYaw({10.0, 10.0, 0.0}, {0.001, 2.0, 1.0}, 0.0);
        const auto cut = extentOf(picturedEdges(half, camera()), camera().model);
        QVERIFY(std::abs(cut.min().x() + 0.5) < 1e-9); // the picture's edge
        QVERIFY(std::abs(cut.max().x() - 50.0) < 0.1);
        QVERIFY(std::abs(shareInPicture(half, camera()) - 0.6) < 1e-9); // 3 of 5 columns
    }

    void theImageThatShowsMostIsTheBest()
    {
        const Camera ahead = camera();
        const Camera left = camera(M_PI_2);
        const Camera behind = camera(M_PI);
        const std::vector<const Camera*> cameras{&ahead, &left, nullptr, &behind};
        QCOMPARE(bestCamera(car(12.0, 1.0), cameras, {}), std::optional<std::size_t>(0));
        QCOMPARE(bestCamera(car(1.0, 12.0), cameras, {}), std::optional<std::size_t>(1));
        QCOMPARE(bestCamera(car(-12.0, 1.0), cameras, {}), std::optional<std::size_t>(3));
        QCOMPARE(bestCamera(car(12.0, 1.0), {&left, nullptr}, {}), std::optional<std::size_t>());
    }

    void anEquallyGoodImageStays()
    {
        const Camera one = camera(0.02);
        const Camera other = camera(-0.02);
        const std::vector<const Camera*> cameras{&one, &other};
        QCOMPARE(bestCamera(car(12.0, 0.5), cameras, 0), std::optional<std::size_t>(0));
        QCOMPARE(bestCamera(car(12.0, 0.5), cameras, 1), std::optional<std::size_t>(1));
    }

    void raysGoThroughTheirPixels()
    {
        const Camera kitti = test::sceneOf(1, QStringLiteral("/data")).calibrations.at({1}).cameras.front();
        const Eigen::Vector3d point(14.0, -2.5, -0.8);
        const auto pixel = pixelOf(kitti, point);
        QVERIFY(pixel && isInPicture(kitti, point));
        const auto ray = rayThrough(kitti, *pixel);
        QVERIFY(ray);
        // The eye of KITTI's colour camera is beside the one whose frame this is.
        QVERIFY((ray->origin - *eyeOf(kitti)).norm() < 1e-12 && ray->origin.norm() > 0.05);
        QVERIFY(((point - ray->origin).normalized() - ray->direction).norm() < 1e-9);
        QVERIFY(std::abs(tanPixelAt(kitti, {609.0, 172.0}) - 1.0 / 721.5377) < 1e-6);
    }
};

QTEST_APPLESS_MAIN(PicturedShapeTest)
#include "tst_PicturedShape.moc"
