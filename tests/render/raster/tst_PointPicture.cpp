#include "render/raster/PointPicture.h"
#include "tests/render/raster/Places.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// A wall, and in front of its middle a smaller one, looked at in parallel view: one point a pixel.
std::vector<IndexedPoint> walls()
{
    std::vector<IndexedPoint> points;
    for (int z = -20; z <= 20; ++z)
        for (int x = -20; x <= 20; ++x) {
            const bool isNear = std::abs(x) <= 5 && std::abs(z) <= 5;
            points.push_back({{static_cast<float>(x), isNear ? 5.0F : 10.0F, static_cast<float>(z)},
                static_cast<std::uint32_t>(points.size())});
        }
    return points;
}
} // namespace

class TestPointPicture : public QObject
{
    Q_OBJECT
private slots:
    void inksPoints();
    void darkensBehindEdgesOnly();
    void givesDepthsOfOpenGL_data();
    void givesDepthsOfOpenGL();
};

void TestPointPicture::inksPoints()
{
    WorkCrew crew(2);
    PointRaster raster(crew);
    PointPicture picture(crew);
    const auto points = walls();
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterCamera camera;
    camera.orthographic = true;
    raster.draw({camera, {1}, chunks}, 61, 51);
    std::vector<PointPicture::Ink> inks(points.size(), {10, 20, 30, 255});
    inks[20 * 41 + 20] = {200, 100, 50, 255};
    inks[40 * 41 + 20] = {90, 80, 70, 255};
    picture.paint(raster, camera, inks, 0, {1, 2, 3, 255});
    const auto at = [&](int x, int y) { return picture.inks()[std::size_t((50 - y) * 61 + x)]; };
    QCOMPARE(at(30, 25), (PointPicture::Ink{200, 100, 50, 255}));
    QCOMPARE(at(30, 5), (PointPicture::Ink{90, 80, 70, 255}));
    QCOMPARE(at(20, 25), (PointPicture::Ink{10, 20, 30, 255}));
    QCOMPARE(at(2, 25), (PointPicture::Ink{1, 2, 3, 255}));
    QCOMPARE(picture.depths()[25 * 61 + 2], 0xffffffffU);
}

void TestPointPicture::darkensBehindEdgesOnly()
{
    WorkCrew crew(2);
    PointRaster raster(crew);
    PointPicture picture(crew);
    const auto points = walls();
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterCamera camera;
    camera.orthographic = true;
    raster.draw({camera, {1}, chunks}, 61, 51);
    const std::vector<PointPicture::Ink> inks(points.size(), {200, 200, 200, 255});
    picture.paint(raster, camera, inks, 1, {});
    const auto brightness = [&](int x, int y) { return int(picture.inks()[std::size_t(y * 61 + x)][0]); };
    // Right behind the smaller wall's edge, one pixel farther out, on the smaller wall's own edge, and at the rim of
    // the larger wall, behind which there is nothing.
    QVERIFY(brightness(30 + 6, 25) < 130);
    QVERIFY(brightness(30 + 7, 25) >= 198);
    QVERIFY(brightness(30 + 5, 25) >= 198);
    QVERIFY(brightness(30 + 20, 25) >= 198);
    picture.paint(raster, camera, inks, 2, {});
    QVERIFY(brightness(30 + 7, 25) < 130);
}

void TestPointPicture::givesDepthsOfOpenGL_data()
{
    QTest::addColumn<bool>("orthographic");
    QTest::addColumn<float>("depth_m");
    QTest::addColumn<float>("expected");
    QTest::newRow("perspective, near") << false << 1.0F << 0.0F;
    QTest::newRow("perspective, twice as far") << false << 2.0F << 100.0F / 99.0F * 0.5F;
    QTest::newRow("perspective, far") << false << 99.9F << 100.0F / 99.0F * (1.0F - 1.0F / 99.9F);
    QTest::newRow("parallel, halfway") << true << 50.5F << 0.5F;
}

void TestPointPicture::givesDepthsOfOpenGL()
{
    QFETCH(bool, orthographic);
    QFETCH(float, depth_m);
    QFETCH(float, expected);
    WorkCrew crew(1);
    PointRaster raster(crew);
    PointPicture picture(crew);
    const std::vector<IndexedPoint> points{{{0.0F, depth_m, 0.0F}, 0}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterCamera camera;
    camera.orthographic = orthographic;
    camera.near_m = 1.0F;
    camera.far_m = 100.0F;
    raster.draw({camera, {1}, chunks}, 3, 3);
    picture.paint(raster, camera, std::vector<PointPicture::Ink>{{1, 2, 3, 255}}, 0, {});
    const double depth = picture.depths()[4] / 4294967295.0;
    QVERIFY2(std::abs(depth - static_cast<double>(expected)) < 3e-4, qPrintable(QString::number(depth)));
    QVERIFY(depth >= static_cast<double>(expected) - 1e-7);
}

QTEST_APPLESS_MAIN(TestPointPicture)
#include "tst_PointPicture.moc"
