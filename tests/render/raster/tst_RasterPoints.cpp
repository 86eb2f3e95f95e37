#include "render/PointPaint.h"
#include "render/raster/RasterPoints.h"
#include "tests/render/raster/Places.h"
#include "tests/render/Showcase.h"

#include <functional>
#include <vtkNew.h>
#include <vtkRenderer.h>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// A dense wall across the line of sight, and a floor.
QByteArray wall(double x = 0.0)
{
    QByteArray lines = floorRound({0, 0, -1}, 12.0, 0.5);
    for (double y = -4.0; y <= 4.0; y += 0.04)
        for (double z = -1.0; z <= 4.0; z += 0.04)
            lines += line({x, y, z}, 0.8);
    return lines;
}

/// Pixels of either picture that differ clearly.
int differing(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            if (std::abs(one.red() - other.red()) + std::abs(one.green() - other.green()) +
                    std::abs(one.blue() - other.blue()) >
                60)
                ++count;
        }
    return count;
}

QImage pictureBy(SceneView& view, PointDrawing drawing)
{
    view.setPointDrawing(drawing);
    view.repaintNow();
    return view.grabImage();
}
} // namespace

class TestRasterPoints : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void looksAsOpenGLDraws_data();
    void looksAsOpenGLDraws();
    void pointsHideBoxesBehindThem();
    void boxesHidePointsBehindThem();
    void followsColouringAndFilter();
    void bringsOnlyChangedColours();
    void whatWasDrawnAheadIsNotDrawnAgain();
    void whatWasDrawnAheadLooksAsIfItWereNot_data();
    void whatWasDrawnAheadLooksAsIfItWereNot();
    void restsWhenNothingChanges();
    void aimsAsTheViewDoes_data();
    void aimsAsTheViewDoes();
};

void TestRasterPoints::initTestCase()
{
    if (!offersOpenGL())
        QSKIP("there is no OpenGL here");
}

void TestRasterPoints::looksAsOpenGLDraws_data()
{
    QTest::addColumn<int>("pointSize");
    QTest::addColumn<bool>("parallel");
    QTest::addColumn<bool>("shaded");
    QTest::newRow("small points") << 1 << false << false;
    QTest::newRow("usual points") << 2 << false << false;
    QTest::newRow("large points") << 7 << false << false;
    QTest::newRow("parallel view") << 3 << true << false;
    QTest::newRow("depth shading") << 3 << false << true;
    QTest::newRow("depth shading in parallel view") << 3 << true << true;
}

void TestRasterPoints::looksAsOpenGLDraws()
{
    QFETCH(int, pointSize);
    QFETCH(bool, parallel);
    QFETCH(bool, shaded);
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    showcase.addCar(Cuboid::fromYaw({0.5, 1.0, 0.0}, {4, 2, 1.5}, 0.4));
    showcase.lookAt({0, 0, 0}, 14.0);
    SceneView& view = *showcase.view;
    if (parallel)
        view.lookFrom(SceneView::Side::Front);
    view.setPointSize(pointSize);
    view.setEyeDome(shaded);
    const QImage byGraphics = pictureBy(view, PointDrawing::Graphics);
    const QImage byProcessor = pictureBy(view, PointDrawing::Processor);
    QCOMPARE(byProcessor.size(), byGraphics.size());
    const int others = differing(byGraphics, byProcessor);
    // A point between two pixels may fall on the other one, which shows most where points are single pixels.
    const int allowed = byGraphics.width() * byGraphics.height() / (pointSize == 1 ? 30 : 100);
    QVERIFY2(others < allowed, qPrintable(QString::number(others)));
    view.setEyeDome(!shaded);
    QCOMPARE_GE(differing(byGraphics, pictureBy(view, PointDrawing::Graphics)), 10);
}

void TestRasterPoints::pointsHideBoxesBehindThem()
{
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    showcase.lookAt({0, 0, 1}, 12.0);
    SceneView& view = *showcase.view;
    view.setPointSize(4);
    const QImage before = pictureBy(view, PointDrawing::Processor);
    const Cuboid behind = Cuboid::fromYaw({2.0, 0.0, 0.5}, {1, 1, 1}, 0.0);
    const QPointF corner = view.pixelOf(behind.center + Eigen::Vector3d(-0.5, 0.5, 0.5));
    const QRect around(corner.toPoint() - QPoint(6, 6), QSize(13, 13));
    QVERIFY(before.rect().contains(around));
    showcase.addCar(behind);
    const QImage after = pictureBy(view, PointDrawing::Processor);
    QCOMPARE_LE(differing(before.copy(around), after.copy(around)), 4);
}

void TestRasterPoints::boxesHidePointsBehindThem()
{
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    showcase.lookAt({0, 0, 1}, 12.0);
    SceneView& view = *showcase.view;
    view.setPointSize(4);
    const QImage before = pictureBy(view, PointDrawing::Processor);
    const Cuboid front = Cuboid::fromYaw({-2.0, 0.0, 2.0}, {1, 1, 1}, 0.0);
    const QPointF corner = view.pixelOf(front.center + Eigen::Vector3d(-0.5, 0.5, 0.5));
    const QRect around(corner.toPoint() - QPoint(6, 6), QSize(13, 13));
    QVERIFY(before.rect().contains(around));
    showcase.addCar(front);
    const QImage after = pictureBy(view, PointDrawing::Processor);
    QCOMPARE_GE(differing(before.copy(around), after.copy(around)), 10);
}

void TestRasterPoints::followsColouringAndFilter()
{
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    showcase.lookAt({0, 0, 1}, 8.0);
    SceneView& view = *showcase.view;
    view.setPointDrawing(PointDrawing::Processor);
    view.setPointSize(4);
    view.setEyeDome(false);
    view.setColoring({ColorBy::Plain});
    const QPointF place = view.pixelOf({0, 0, 1});
    QCOMPARE_GE(showcase.count(place, QColor(0xb8, 0xc0, 0xca), 4), 75);
    view.setColoring({ColorBy::Height});
    QCOMPARE_LE(showcase.count(place, QColor(0xb8, 0xc0, 0xca), 4), 5);
    PointFilter filter;
    filter.cropsHeight = true;
    filter.highest_m = 0.5;
    view.setColoring({ColorBy::Plain});
    view.setFilter(filter);
    QCOMPARE_LE(showcase.count(place, QColor(0xb8, 0xc0, 0xca), 4), 5);
}

/// What graphics cards are told of a change is less than all, and the picture is the same as if it were all.
void TestRasterPoints::bringsOnlyChangedColours()
{
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    view.setColoring(by(ColorBy::Class));
    view.setPointSize(4);
    showcase.lookAt({0, 0, 1}, 8.0);
    const QImage before = pictureBy(view, PointDrawing::Graphics);
    showcase.addCar(Cuboid::fromYaw({0.0, 1.0, 1.0}, {2, 2, 1.5}, 0.0));
    const QImage changed = pictureBy(view, PointDrawing::Graphics);
    QCOMPARE_GE(differing(before, changed), 100);
    pictureBy(view, PointDrawing::Processor);
    QCOMPARE(differing(pictureBy(view, PointDrawing::Graphics), changed), 0);
    QVERIFY(showcase.document.undo());
    QCOMPARE(differing(pictureBy(view, PointDrawing::Graphics), before), 0);
}

void TestRasterPoints::whatWasDrawnAheadIsNotDrawnAgain()
{
    const auto postAt = [](FrameId id, float x) {
        PointCloud cloud;
        for (int i = 0; i < 10; ++i)
            cloud.xyz.insert(cloud.xyz.end(), {x, 0.0F, 0.2F * static_cast<float>(i)});
        return preparedFrame(id, std::move(cloud), Eigen::Vector3d(0, 0, 1.7));
    };
    const Scene scene;
    const Draft draft;
    PointPaint paint;
    const auto stateOf = [&](const LoadedFramePtr& frame) {
        ViewState state{scene, draft};
        state.loaded = frame;
        state.frame = frame->id;
        state.camera.setViewport({400, 300});
        state.camera.fit({5.0, 0.0, 1.0}, 10.0);
        paint.update(state, Aspect::Cloud);
        return state;
    };
    const LoadedFramePtr one = postAt({1}, 4.0F);
    const LoadedFramePtr next = postAt({2}, 6.0F);
    vtkNew<vtkRenderer> renderer;
    RasterPoints points(*renderer, [] {});
    points.show(one);
    points.draw(stateOf(one));
    QCOMPARE(points.drawings(), 1);
    ViewState ahead = stateOf(next);
    points.drawAhead(ahead);
    points.drawAhead(ahead);
    QCOMPARE(points.drawings(), 2);
    points.show(next);
    points.draw(ahead);
    QCOMPARE(points.drawings(), 2);
    ahead.camera.fit({5.0, 0.0, 1.0}, 12.0);
    points.draw(ahead);
    QCOMPARE(points.drawings(), 3);
}

void TestRasterPoints::whatWasDrawnAheadLooksAsIfItWereNot_data()
{
    using Change = std::function<void(Showcase&)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("nothing has changed") << Change([](Showcase&) {});
    QTest::newRow("the camera has moved") << Change([](Showcase& it) { it.lookAt({0, 0, 1}, 11.0); });
    QTest::newRow("larger points") << Change([](Showcase& it) { it.view->setPointSize(5); });
    QTest::newRow("other colours") << Change([](Showcase& it) { it.view->setColoring(by(ColorBy::Plain)); });
    QTest::newRow("no depth shading") << Change([](Showcase& it) { it.view->setEyeDome(false); });
    QTest::newRow("the ground is hidden") << Change([](Showcase& it) {
        PointFilter filter;
        filter.ground = PointFilter::Ground::Hidden;
        it.view->setFilter(filter);
    });
    QTest::newRow("another background") << Change([](Showcase& it) {
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        it.view->setPalette(light);
    });
    QTest::newRow("a car was added there") << Change([](Showcase& it) {
        it.view->setColoring(by(ColorBy::Class));
        QTest::qWait(150); // drawn ahead without it
        Shape shape;
        shape.id = it.document.newShapeId();
        shape.track = it.document.newTrackId();
        shape.frame = {2};
        shape.cuboid = Cuboid::fromYaw({3.0, 1.0, 1.0}, {2, 2, 2}, 0.0);
        const Track track{shape.track, {1}, 1, QStringLiteral("Car"), {}};
        QVERIFY(it.document.edit(
            QStringLiteral("Add"), {ValueChange<Track>{std::nullopt, track}, ValueChange<Shape>{std::nullopt, shape}}));
    });
}

void TestRasterPoints::whatWasDrawnAheadLooksAsIfItWereNot()
{
    QFETCH(const std::function<void(Showcase&)>, change);
    Showcase showcase({wall(), wall(3.0)});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    view.setPointDrawing(PointDrawing::Processor);
    showcase.lookAt({0, 0, 1}, 14.0);
    QTRY_VERIFY(showcase.frames.loadedFrame({2}));
    view.repaintNow();
    QTest::qWait(150); // long enough to draw ahead
    const QImage first = view.grabImage();
    change(showcase);
    QVERIFY(showcase.show(1));
    const QImage ahead = view.grabImage();
    view.setPointDrawing(PointDrawing::Graphics);
    (void)view.grabImage();
    const QImage anew = pictureBy(view, PointDrawing::Processor);
    QCOMPARE(differing(ahead, anew), 0);
    QCOMPARE_GE(differing(ahead, first), 100);
}

void TestRasterPoints::restsWhenNothingChanges()
{
    Showcase showcase({wall()});
    QVERIFY(showcase.show(0));
    showcase.view->setPointDrawing(PointDrawing::Processor);
    showcase.lookAt({0, 0, 1}, 8.0);
    showcase.view->repaintNow();
    QTest::qWait(50);
    const int drawn = showcase.view->paintCount();
    QTest::qWait(400);
    QCOMPARE(showcase.view->paintCount(), drawn);
}

void TestRasterPoints::aimsAsTheViewDoes_data()
{
    QTest::addColumn<bool>("parallel");
    QTest::addColumn<double>("ratio");
    QTest::newRow("perspective") << false << 1.0;
    QTest::newRow("perspective, fine screen") << false << 2.0;
    QTest::newRow("parallel") << true << 1.0;
}

void TestRasterPoints::aimsAsTheViewDoes()
{
    QFETCH(bool, parallel);
    QFETCH(double, ratio);
    const Eigen::Vector3d origin(500000.0, 4000000.0, 100.0);
    const Eigen::Vector3d point = origin + Eigen::Vector3d(3.0, 4.0, 1.0);
    ViewCamera camera;
    camera.setViewport({400, 300});
    camera.setBounds(
        Eigen::AlignedBox3d(origin - Eigen::Vector3d::Constant(50.0), origin + Eigen::Vector3d::Constant(50.0)));
    camera.lookFrom(parallel ? ViewCamera::Side::Top : ViewCamera::Side::Perspective, origin);
    camera.fit(origin, 20.0);
    WorkCrew crew(1);
    PointRaster raster(crew);
    const std::vector<IndexedPoint> points{{{3.0F, 4.0F, 1.0F}, 0}};
    const test::Places places(points);
    const auto chunks = chunksOf(places.run(), crew);
    raster.draw({rasterCamera(camera, origin, ratio), {3}, chunks}, int(400 * ratio), int(300 * ratio));
    const QPointF expected = camera.pixelOf(point).value() * ratio;
    QVERIFY(raster.at(int(expected.x()), int(expected.y())).has_value());
    QVERIFY(!raster.at(int(expected.x()) + 4, int(expected.y())).has_value());
}

QTEST_MAIN(TestRasterPoints)
#include "tst_RasterPoints.moc"
