#include "model/images/PicturedPoints.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// Looks along the sensor's x from its origin; ten pixels to a slope of one tenth.
Camera ahead(double left_m = 0.0)
{
    Camera camera;
    camera.model.width_px = 320;
    camera.model.height_px = 200;
    camera.model.projection << 100, 0, 159.5, 0, 0, 100, 99.5, 0, 0, 0, 1, 0;
    camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    camera.camera_sensor.m.translation().x() = left_m;
    return camera;
}

PointCloud cloudOf(const std::vector<Eigen::Vector3d>& points)
{
    PointCloud cloud;
    for (const Eigen::Vector3d& point : points)
        for (int axis = 0; axis < 3; ++axis)
            cloud.xyz.push_back(static_cast<float>(point[axis]));
    return cloud;
}

/// Red on the left, blue on the right.
QImage halves(int width = 320, int height = 200)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, x < width / 2 ? qRgb(200, 0, 0) : qRgb(0, 0, 200));
    return image;
}

constexpr QRgb red = qRgb(200, 0, 0);
constexpr QRgb blue = qRgb(0, 0, 200);
} // namespace

class PicturedPointsTest : public QObject
{
    Q_OBJECT
private slots:
    void pointsComeFarthestFirst()
    {
        const PointCloud cloud = cloudOf({{5, 0, 0}, {10, 1, 0}, {-5, 0, 0}, {10, 30, 0}, {7, 0, 1}});
        const auto points = picturedPoints(cloud, ahead(), 100);
        QCOMPARE(points.size(), 3U);
        QCOMPARE(points[0].index, 1U);
        QCOMPARE(points[0].u, 149.5F);
        QCOMPARE(points[0].v, 99.5F);
        QCOMPARE(points[1].index, 4U);
        QCOMPARE(points[2].index, 0U);
        QCOMPARE(points[2].depth_m, 5.0F);
    }

    void ofManyPointsSomeAreTaken()
    {
        std::vector<Eigen::Vector3d> many(1000, Eigen::Vector3d(5, 0, 0));
        QVERIFY(picturedPoints(cloudOf(many), ahead(), 100).size() <= 100);
        QVERIFY(picturedPoints(cloudOf(many), ahead(), 100).size() > 50);
        QVERIFY(picturedPoints(cloudOf(many), Camera(), 100).empty());
    }

    void pointsTakeTheColourOfTheirPixel()
    {
        const PointCloud cloud = cloudOf({{10, 1, 0}, {10, -1, 0}, {-10, 1, 0}});
        const auto colors = colorsFromPictures(cloud, {{ahead(), halves()}});
        QCOMPARE(colors, (std::vector<QRgb>{red, blue, 0U}));
    }

    void aSmallerFileShowsTheSame()
    {
        const PointCloud cloud = cloudOf({{10, 1, 0}, {10, -1, 0}});
        QCOMPARE(colorsFromPictures(cloud, {{ahead(), halves(80, 50)}}), (std::vector<QRgb>{red, blue}));
    }

    void anAbsurdlyHighPictureTakesNoMoreMemory()
    {
        Camera tower = ahead();
        tower.model.height_px = 2'000'000'000;
        QCOMPARE(colorsFromPictures(cloudOf({{10, 5, 0}}), {{tower, halves(80, 50)}}), (std::vector<QRgb>{red}));
    }

    void whatIsBehindAnotherThingIsNotSeen()
    {
        // A board 5 m ahead, a point 20 m behind it, and one beside it.
        std::vector<Eigen::Vector3d> points;
        for (double y = -0.5; y <= 0.5; y += 0.05)
            for (double z = -0.5; z <= 0.5; z += 0.05)
                points.emplace_back(5.0, y, z);
        points.emplace_back(25.0, 0.1, 0.0);
        points.emplace_back(25.0, 12.0, 0.0);
        points.emplace_back(5.2, 0.2, 0.0); // the board's own thickness
        const auto colors = colorsFromPictures(cloudOf(points), {{ahead(), halves()}});
        QCOMPARE(colors[points.size() - 3], 0U);
        QCOMPARE(colors[points.size() - 2], red);
        QCOMPARE(colors[points.size() - 1], red);
    }

    void theCameraThatLooksStraightestDecides()
    {
        // The second camera stands a metre to the left of the first: the point is right of its middle, and nearer to
        // it.
        const PointCloud cloud = cloudOf({{10, 0.7, 0}});
        QImage green(320, 200, QImage::Format_RGB32);
        green.fill(qRgb(0, 200, 0));
        const std::vector<Picture> both{{ahead(), halves()}, {ahead(1.0), green}};
        QCOMPARE(colorsFromPictures(cloud, both)[0], qRgb(0, 200, 0));
        QCOMPARE(colorsFromPictures(cloud, {both[1], both[0]})[0], qRgb(0, 200, 0));
    }

    void withoutPicturesNothingIsSeen()
    {
        const PointCloud cloud = cloudOf({{10, 1, 0}});
        QCOMPARE(colorsFromPictures(cloud, {}), (std::vector<QRgb>{0U}));
        QCOMPARE(colorsFromPictures(cloud, {{ahead(), QImage()}}), (std::vector<QRgb>{0U}));
        QVERIFY(colorsFromPictures({}, {{ahead(), halves()}}).empty());
    }

    void cancelledWorkStops()
    {
        Progress progress;
        progress.cancel();
        std::vector<Eigen::Vector3d> many(200000, Eigen::Vector3d(5, 0, 0));
        QVERIFY(colorsFromPictures(cloudOf(many), {{ahead(), halves()}}, progress).empty());
        QVERIFY(picturedPoints(cloudOf(many), ahead(), 1000000, progress).empty());
    }
};

QTEST_APPLESS_MAIN(PicturedPointsTest)
#include "tst_PicturedPoints.moc"
