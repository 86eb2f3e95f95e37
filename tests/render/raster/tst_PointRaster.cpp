#include "render/raster/PointRaster.h"
#include "tests/render/raster/Places.h"

#include <QTest>
#include <random>

using namespace lunkuo;

namespace
{
/// Points in a cube of so many metres round a place.
std::vector<IndexedPoint> cubeOf(std::size_t count, const Eigen::Vector3f& middle, float side_m, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> place(-0.5F * side_m, 0.5F * side_m);
    std::vector<IndexedPoint> points(count);
    for (std::size_t i = 0; i < count; ++i)
        points[i] = {{middle.x() + place(random), middle.y() + place(random), middle.z() + place(random)},
            static_cast<std::uint32_t>(count - 1 - i)};
    return points;
}

RasterCamera cameraAt(const Eigen::Vector3f& eye, float turn, bool orthographic)
{
    RasterCamera camera;
    camera.eye = eye;
    camera.forward = Eigen::Vector3f(std::sin(turn), std::cos(turn), 0.0F);
    camera.right = Eigen::Vector3f(std::cos(turn), -std::sin(turn), 0.0F);
    camera.orthographic = orthographic;
    camera.scale_px = orthographic ? 8.0F : 90.0F;
    camera.near_m = 0.1F;
    camera.far_m = 60.0F;
    return camera;
}

/// The same picture by the plainest of means: each point looked at by itself, in double.
std::vector<PointRaster::Cell> plainly(
    const std::vector<IndexedPoint>& points, const RasterJob& job, int width, int height)
{
    std::vector<PointRaster::Cell> cells(std::size_t(width * height), PointRaster::empty);
    const RasterCamera& camera = job.camera;
    for (const IndexedPoint& point : points) {
        const Eigen::Vector3d arm = point.position() - camera.eye.cast<double>();
        const double depth = arm.dot(camera.forward.cast<double>());
        if (depth < static_cast<double>(camera.near_m) || depth > static_cast<double>(camera.far_m))
            continue;
        const double scale = static_cast<double>(camera.scale_px) / (camera.orthographic ? 1.0 : depth);
        double size = job.size.pixels;
        if (job.size.reference_m > 0.0F && !camera.orthographic)
            size = std::max(
                1.0, std::floor(size * std::clamp(static_cast<double>(job.size.reference_m) / depth,
                                           static_cast<double>(job.size.least), static_cast<double>(job.size.most)) +
                                0.5));
        const double left = 0.5 * width + scale * arm.dot(camera.right.cast<double>()) - 0.5 * size;
        const double top = 0.5 * height + scale * arm.dot(camera.down.cast<double>()) - 0.5 * size;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (x + 0.5 > left && x + 0.5 <= left + size && y + 0.5 > top && y + 0.5 <= top + size) {
                    const auto bits = std::bit_cast<std::uint32_t>(static_cast<float>(depth));
                    PointRaster::Cell& cell = cells[std::size_t(y * width + x)];
                    cell = std::min(cell, PointRaster::Cell(bits) << 32 | point.index);
                }
    }
    return cells;
}

std::vector<PointRaster::Cell> cellsOf(const PointRaster& raster)
{
    std::vector<PointRaster::Cell> cells;
    for (int y = 0; y < raster.height(); ++y)
        cells.insert(cells.end(), raster.row(y).begin(), raster.row(y).end());
    return cells;
}
} // namespace

class TestPointRaster : public QObject
{
    Q_OBJECT
private slots:
    void drawsWhatIsThere_data();
    void drawsWhatIsThere();
    void doesNotDependOnThreads();
    void fewSquaresLookLikeManyDots();
    void nearerOfTwoHides();
    void lowerNumberWinsAtOneDepth();
    void leavesOutWhatIsHidden();
    void thinsOutEvenly();
    void keepsMillimetresFarFromTheOrigin();
    void drawsNothingOfNothing();
    void leavesOutChunksBesideThePicture();
};

void TestPointRaster::drawsWhatIsThere_data()
{
    QTest::addColumn<bool>("orthographic");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("grows");
    QTest::addColumn<QSize>("picture");
    for (const bool orthographic : {false, true})
        for (const int size : {1, 2, 3, 6})
            for (const bool grows : {false, true})
                QTest::addRow("%s, %d px%s", orthographic ? "parallel" : "perspective", size, grows ? ", growing" : "")
                    << orthographic << size << grows << QSize(61, 47);
    QTest::newRow("a single pixel") << false << 3 << false << QSize(1, 1);
}

void TestPointRaster::drawsWhatIsThere()
{
    QFETCH(bool, orthographic);
    QFETCH(int, size);
    QFETCH(bool, grows);
    QFETCH(QSize, picture);
    WorkCrew crew(2);
    PointRaster raster(crew);
    // Some lie behind the camera, some before its range begins, some beyond its end.
    const auto points = cubeOf(6000, {2.0F, 20.0F, 0.0F}, 90.0F, 5);
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    for (const float turn : {0.0F, 0.7F, -2.0F}) {
        RasterJob job{cameraAt({1.0F, -4.0F, 0.5F}, turn, orthographic), {size}, chunks};
        if (grows)
            job.size = {size, 12.0F, 0.5F, 3.0F};
        const auto seen = chunksInSight(job, picture.width(), picture.height());
        job.chunks = seen;
        raster.draw(job, picture.width(), picture.height());
        const auto expected = plainly(points, job, picture.width(), picture.height());
        const auto drawn = cellsOf(raster);
        QCOMPARE(drawn.size(), expected.size());
        // Places in float and in double round to the next pixel in a few cases.
        std::size_t others = 0;
        for (std::size_t i = 0; i < drawn.size(); ++i)
            others += static_cast<std::uint32_t>(drawn[i]) != static_cast<std::uint32_t>(expected[i]) ? 1 : 0;
        QVERIFY2(others <= drawn.size() / 200, qPrintable(QString::number(others)));
    }
}

void TestPointRaster::doesNotDependOnThreads()
{
    const auto points = cubeOf(60000, {0.0F, 20.0F, 0.0F}, 20.0F, 9);
    std::vector<PointRaster::Cell> first;
    for (const unsigned threads : {1U, 2U, 7U}) {
        WorkCrew crew(threads);
        PointRaster raster(crew);
        const test::Places places(points);
        const auto chunks = chunksOf(places.run(), crew);
        for (const int size : {1, 3}) {
            const RasterJob job{cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {size}, chunks};
            raster.draw(job, 160, 120);
            if (threads == 1) {
                const auto cells = cellsOf(raster);
                first.insert(first.end(), cells.begin(), cells.end());
            }
        }
        const auto cells = cellsOf(raster);
        QVERIFY(std::equal(cells.begin(), cells.end(), first.end() - std::ptrdiff_t(cells.size())));
    }
}

void TestPointRaster::fewSquaresLookLikeManyDots()
{
    WorkCrew crew(2);
    PointRaster many(crew);
    PointRaster few(crew);
    const auto points = cubeOf(30000, {0.0F, 20.0F, 0.0F}, 30.0F, 3);
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterJob job{cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {4}, chunks};
    many.draw(job, 200, 100);
    // What would grow, but by nothing, is drawn square by square.
    job.size = {4, 1.0F, 1.0F, 1.0F};
    few.draw(job, 200, 100);
    QVERIFY(cellsOf(many) == cellsOf(few));
}

void TestPointRaster::nearerOfTwoHides()
{
    WorkCrew crew(1);
    PointRaster raster(crew);
    const std::vector<IndexedPoint> points{{{0.0F, 9.0F, 0.0F}, 0}, {{0.0F, 5.0F, 0.0F}, 1}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    raster.draw({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {3}, chunks}, 21, 21);
    const auto seen = raster.at(10, 10);
    QVERIFY(seen.has_value());
    QCOMPARE(seen->point, 1U);
    QCOMPARE(seen->depth_m, 5.0F);
    QVERIFY(!raster.at(14, 10).has_value());
    QVERIFY(!raster.at(-1, 10).has_value());
    QVERIFY(!raster.at(10, 21).has_value());
}

void TestPointRaster::lowerNumberWinsAtOneDepth()
{
    WorkCrew crew(1);
    PointRaster raster(crew);
    const std::vector<IndexedPoint> points{{{0.0F, 5.0F, 0.0F}, 7}, {{0.0F, 5.0F, 0.0F}, 3}, {{0.0F, 5.0F, 0.0F}, 9}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    raster.draw({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {1}, chunks}, 9, 9);
    QCOMPARE(raster.at(4, 4)->point, 3U);
}

void TestPointRaster::leavesOutWhatIsHidden()
{
    WorkCrew crew(1);
    PointRaster raster(crew);
    const std::vector<IndexedPoint> points{{{0.0F, 5.0F, 0.0F}, 0}, {{0.0F, 9.0F, 0.0F}, 1}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    const std::vector<std::uint8_t> hidden{1, 0};
    RasterJob job{cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {1}, chunks};
    job.hidden = hidden;
    raster.draw(job, 9, 9);
    QCOMPARE(raster.at(4, 4)->point, 1U);
}

void TestPointRaster::thinsOutEvenly()
{
    WorkCrew crew(2);
    PointRaster raster(crew);
    // A wall of one point a pixel.
    std::vector<IndexedPoint> points;
    for (int z = 0; z < 64; ++z)
        for (int x = 0; x < 256; ++x)
            points.push_back({{static_cast<float>(x) - 127.5F, 5.0F, static_cast<float>(z) - 31.5F},
                static_cast<std::uint32_t>(points.size())});
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterJob job{cameraAt(Eigen::Vector3f::Zero(), 0.0F, true), {1}, chunks};
    job.camera.scale_px = 1.0F;
    for (const std::size_t thinning : {std::size_t(1), std::size_t(2), std::size_t(5)}) {
        job.thinning = thinning;
        raster.draw(job, 256, 64);
        for (int x = 0; x < 256; x += 64)
            for (int y = 0; y < 64; y += 16) {
                int found = 0;
                for (int i = 0; i < 64 * 16; ++i)
                    found += raster.at(x + i % 64, y + i / 64) ? 1 : 0;
                const int expected = 64 * 16 / static_cast<int>(thinning);
                QVERIFY2(std::abs(found - expected) <= expected / 8, qPrintable(QString::number(found)));
            }
    }
}

void TestPointRaster::keepsMillimetresFarFromTheOrigin()
{
    WorkCrew crew(1);
    PointRaster raster(crew);
    // Two points a hand apart, ten kilometres out; the eye is near them.
    const Eigen::Vector3f there(8192.0F, 8192.0F, 0.0F);
    const std::vector<IndexedPoint> points{{{8192.0F, 8194.0F, 0.0F}, 0}, {{8192.125F, 8194.0F, 0.0F}, 1}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    RasterJob job{cameraAt(there, 0.0F, false), {1}, chunks};
    job.camera.scale_px = 160.0F;
    raster.draw(job, 101, 101);
    QCOMPARE(raster.at(50, 50)->point, 0U);
    QCOMPARE(raster.at(60, 50)->point, 1U);
}

void TestPointRaster::drawsNothingOfNothing()
{
    WorkCrew crew(2);
    PointRaster raster(crew);
    QVERIFY(chunksOf({}, crew).empty());
    raster.draw({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {2}, {}}, 8, 6);
    for (const PointRaster::Cell cell : cellsOf(raster))
        QCOMPARE(cell, PointRaster::empty);
    const auto behind = cubeOf(5000, {0.0F, -30.0F, 0.0F}, 10.0F, 1);
    const test::Places places(behind);
    const auto chunks = chunksOf(places.run(), crew);
    raster.draw({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {2}, chunks}, 8, 6);
    for (const PointRaster::Cell cell : cellsOf(raster))
        QCOMPARE(cell, PointRaster::empty);
    QVERIFY(chunksInSight({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {2}, chunks}, 8, 6).empty());
}

void TestPointRaster::leavesOutChunksBesideThePicture()
{
    WorkCrew crew(1);
    const test::Places left(cubeOf(100, {-30.0F, 10.0F, 0.0F}, 2.0F, 1));
    const test::Places near(cubeOf(100, {0.0F, 10.0F, 0.0F}, 2.0F, 1));
    const test::Places far(cubeOf(100, {0.0F, 30.0F, 0.0F}, 2.0F, 1));
    std::vector<PointChunk> chunks;
    for (const auto* points : {&far, &left, &near})
        chunks.push_back(chunksOf(points->run(), crew).front());
    const auto seen = chunksInSight({cameraAt(Eigen::Vector3f::Zero(), 0.0F, false), {2}, chunks}, 100, 100);
    QCOMPARE(seen.size(), std::size_t(2));
    QCOMPARE(seen[0].points.xyz, near.run().xyz);
    QCOMPARE(seen[1].points.xyz, far.run().xyz);
}

QTEST_APPLESS_MAIN(TestPointRaster)
#include "tst_PointRaster.moc"
