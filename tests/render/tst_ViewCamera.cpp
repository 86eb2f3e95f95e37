#include "render/ViewCamera.h"

#include <QJsonArray>
#include <QLineF>
#include <QTest>
#include <numbers>
#include <random>

using namespace lunkuo;

namespace
{

using Side = ViewCamera::Side;

std::mt19937 dice(7);

double between(double low, double high)
{
    return std::uniform_real_distribution<double>(low, high)(dice);
}

Eigen::Vector3d within(double reach)
{
    return {between(-reach, reach), between(-reach, reach), between(-reach, reach)};
}

/// A camera somewhere within a street, as people leave it: turned, moved, from a side or obliquely.
ViewCamera anyCamera()
{
    ViewCamera camera;
    camera.setViewport({between(200, 2000), between(200, 1200)});
    camera.setBounds({Eigen::Vector3d(-500, -500, -500), Eigen::Vector3d(500, 500, 500)});
    camera.lookFrom(static_cast<Side>(dice() % 4), within(30), between(-3, 3));
    camera.fit(within(30), between(1, 80));
    camera.orbit(within(30), {between(-400, 400), between(-150, 150)});
    return camera;
}

QPointF anyPixel(const ViewCamera& camera)
{
    return {between(0, camera.viewport().width()), between(0, camera.viewport().height())};
}

/// A point in sight, some way ahead of the eye.
Eigen::Vector3d pointAhead(const ViewCamera& camera)
{
    return camera.ray(anyPixel(camera)).at(between(1.0, 120.0));
}

double apart_px(const std::optional<QPointF>& a, const std::optional<QPointF>& b)
{
    return a && b ? QLineF(*a, *b).length() : std::numeric_limits<double>::infinity();
}

constexpr int rounds = 500;

} // namespace

/// The camera as geometry: what holds for every camera is tried on hundreds.
class TestViewCamera : public QObject
{
    Q_OBJECT
private slots:
    void raysGoThroughTheirPixel();
    void pixelsOfPointsLieOnTheirRays();
    void horizonStaysLevel();
    void linesAreCutOffWhereNobodySees();
    void orbitKeepsThePivotAtItsPixel();
    void orbitStopsAtTheZenith();
    void panKeepsWhatIsHeldUnderTheCursor();
    void zoomKeepsTheAnchorAtItsPixel();
    void zoomComesBack();
    void zoomStopsBeforeTheAnchor();
    void clipsNothingWithinItsBounds();
    void fitsABall();
    void fitsPlacesTightly();
    void leavesOutStrayPlaces();
    void keepsItsScaleFromSideToSide();
    void keepsThePictureWithoutPerspective();
    void sizesOfPixelsAreTrue();
    void survivesAsJson();
    void refusesDamagedJson_data();
    void refusesDamagedJson();
};

void TestViewCamera::raysGoThroughTheirPixel()
{
    for (int i = 0; i < rounds; ++i) {
        const ViewCamera camera = anyCamera();
        const QPointF pixel = anyPixel(camera);
        const Ray ray = camera.ray(pixel);
        QVERIFY(std::abs(ray.direction.norm() - 1.0) < 1e-12);
        QVERIFY(apart_px(camera.pixelOf(ray.at(between(0.5, 500.0))), pixel) < 1e-6);
    }
}

void TestViewCamera::pixelsOfPointsLieOnTheirRays()
{
    for (int i = 0; i < rounds; ++i) {
        const ViewCamera camera = anyCamera();
        const Eigen::Vector3d point = within(60);
        const auto pixel = camera.pixelOf(point);
        QCOMPARE(pixel.has_value(), camera.depthOf(point) > 1e-6);
        if (!pixel)
            continue;
        const Ray ray = camera.ray(*pixel);
        const Eigen::Vector3d offset = point - ray.origin;
        QVERIFY((offset - offset.dot(ray.direction) * ray.direction).norm() < 1e-6);
    }
}

void TestViewCamera::horizonStaysLevel()
{
    for (int i = 0; i < rounds; ++i) {
        const ViewCamera camera = anyCamera();
        QVERIFY(std::abs(camera.right().z()) < 1e-12);
        QVERIFY(camera.up().z() > -1e-12);
        QVERIFY((camera.right().cross(camera.forward()) - camera.up()).norm() < 1e-12);
    }
}

void TestViewCamera::orbitKeepsThePivotAtItsPixel()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d pivot = pointAhead(camera);
        const auto before = camera.pixelOf(pivot);
        camera.orbit(pivot, {between(-300, 300), between(-300, 300)});
        QVERIFY(apart_px(camera.pixelOf(pivot), before) < 1e-4);
    }
}

void TestViewCamera::orbitStopsAtTheZenith()
{
    ViewCamera camera;
    camera.setViewport({800, 600});
    camera.orbit({0, 0, 0}, {0, 100000});
    QVERIFY((camera.forward() + Eigen::Vector3d::UnitZ()).norm() < 1e-9);
    camera.orbit({0, 0, 0}, {0, -200000});
    QVERIFY((camera.forward() - Eigen::Vector3d::UnitZ()).norm() < 1e-9);
}

void TestViewCamera::panKeepsWhatIsHeldUnderTheCursor()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d held = pointAhead(camera);
        const QPointF delta(between(-300, 300), between(-300, 300));
        const auto before = camera.pixelOf(held);
        const Eigen::Vector3d forward = camera.forward();
        camera.pan(held, delta);
        QVERIFY(before && apart_px(camera.pixelOf(held), *before + delta) < 1e-4);
        QCOMPARE(camera.forward(), forward);
    }
}

void TestViewCamera::zoomKeepsTheAnchorAtItsPixel()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d anchor = pointAhead(camera);
        const auto before = camera.pixelOf(anchor);
        const double scale = camera.metresPerPixel(anchor);
        const double steps = between(-6, 6);
        camera.zoom(anchor, steps);
        QVERIFY(apart_px(camera.pixelOf(anchor), before) < 1e-4);
        // Towards it things grow, away from it they shrink, unless the end is reached.
        QVERIFY(camera.metresPerPixel(anchor) == scale || (camera.metresPerPixel(anchor) < scale) == (steps > 0));
    }
}

void TestViewCamera::zoomComesBack()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d anchor = pointAhead(camera);
        const Eigen::Vector3d eye = camera.eye();
        camera.zoom(anchor, -3);
        camera.zoom(anchor, 3);
        QVERIFY((camera.eye() - eye).norm() < 1e-6);
    }
}

void TestViewCamera::zoomStopsBeforeTheAnchor()
{
    for (const Side side : {Side::Perspective, Side::Top}) {
        ViewCamera camera;
        camera.setViewport({800, 600});
        camera.lookFrom(side, {0, 0, 0});
        for (int i = 0; i < 500; ++i)
            camera.zoom({0, 0, 0}, 1);
        QCOMPARE_GE(camera.depthOf({0, 0, 0}), 0.1);
        QCOMPARE_GE(camera.heightAtFocus_m(), 0.1);
        for (int i = 0; i < 500; ++i)
            camera.zoom({0, 0, 0}, -1);
        QCOMPARE_LE(camera.heightAtFocus_m(), 1e8);
        QVERIFY(camera.eye().allFinite());
    }
}

void TestViewCamera::clipsNothingWithinItsBounds()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d low = within(100);
        const Eigen::AlignedBox3d bounds(low, low + Eigen::Vector3d(between(0, 500), between(0, 500), between(0, 50)));
        camera.setBounds(bounds);
        const ViewCamera::ClipRange range = camera.clipRange();
        QVERIFY(range.near_m > 0.0 && range.far_m > range.near_m);
        for (int j = 0; j < 20; ++j) {
            const Eigen::Vector3d point = bounds.sample();
            const double depth = camera.depthOf(point);
            QVERIFY(depth < range.far_m);
            // Nearer than a hand's breadth only in perspective, where the eye may stand within the cloud.
            QVERIFY(depth > range.near_m || (!camera.isOrthographic() && depth <= 0.05));
        }
    }
}

void TestViewCamera::fitsABall()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d center = within(50);
        const double radius = between(0.5, 60);
        camera.fit(center, radius);
        const QSizeF view = camera.viewport();
        QVERIFY(apart_px(camera.pixelOf(center), QPointF(0.5 * view.width(), 0.5 * view.height())) < 1e-6);
        const QRectF sight = QRectF(QPointF(), view).adjusted(-0.01, -0.01, 0.01, 0.01);
        for (int j = 0; j < 20; ++j) {
            const auto pixel = camera.pixelOf(center + radius * within(1).normalized());
            QVERIFY(pixel && sight.contains(*pixel));
        }
    }
}

void TestViewCamera::fitsPlacesTightly()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const Eigen::Vector3d middle = within(100);
        std::vector<Eigen::Vector3d> places;
        for (int j = 0; j < 20; ++j)
            places.push_back(middle + within(40));
        const QMarginsF rim(between(0, 20), between(0, 40), between(0, 20), between(0, 20));
        // Those that must be seen and those of which none is stray are treated alike.
        const auto half = std::span(places).first(places.size() / 2);
        camera.fitPlaces(half, std::span(places).last(places.size() / 2), 0.0, rim);
        const QRectF inner = QRectF(QPointF(), camera.viewport()).marginsRemoved(rim);
        QRectF seen;
        for (const Eigen::Vector3d& place : places) {
            const auto pixel = camera.pixelOf(place);
            QVERIFY(pixel && inner.adjusted(-0.01, -0.01, 0.01, 0.01).contains(*pixel));
            seen |= QRectF(*pixel, QSizeF(1e-9, 1e-9));
        }
        // No step nearer would show them all.
        const bool isFull = std::abs(seen.width() - inner.width()) < 0.01;
        QVERIFY(isFull || std::abs(seen.height() - inner.height()) < 0.01);
    }
}

void TestViewCamera::leavesOutStrayPlaces()
{
    ViewCamera camera;
    camera.setViewport({800, 600});
    std::vector<Eigen::Vector3d> places;
    for (int i = 0; i < 1000; ++i)
        places.push_back(within(20).cwiseProduct(Eigen::Vector3d(1, 1, 0.1)));
    camera.fitPlaces({}, places, 0.01, {});
    const double height = camera.heightAtFocus_m();
    for (int i = 0; i < 5; ++i)
        places.push_back({5000.0, 0.0, 40.0});
    camera.fitPlaces({}, places, 0.01, {});
    QVERIFY(camera.heightAtFocus_m() < 1.5 * height);
    const auto isSeen = [&](const Eigen::Vector3d& place) {
        const auto pixel = camera.pixelOf(place);
        return pixel && QRectF(QPointF(), camera.viewport()).contains(*pixel);
    };
    QCOMPARE_GE(std::ranges::count_if(places, isSeen), 960);
    QVERIFY(!isSeen(places.back()));
    // What must be seen is, however far it is.
    const std::array whole{Eigen::Vector3d(5000.0, 0.0, 40.0)};
    camera.fitPlaces(whole, places, 0.01, {1.0, 1.0, 1.0, 1.0});
    QVERIFY(isSeen(whole[0]));
}

void TestViewCamera::keepsItsScaleFromSideToSide()
{
    ViewCamera camera;
    camera.setViewport({800, 600});
    camera.fit({10, 0, 0}, 12.0);
    const double height = camera.heightAtFocus_m();
    for (const Side side : {Side::Top, Side::Left, Side::Front}) {
        camera.lookFrom(side, {10, 0, 0});
        QVERIFY(camera.isOrthographic());
        QVERIFY(std::abs(camera.heightAtFocus_m() - height) < 1e-9 * height);
    }
    camera.lookFrom(Side::Perspective, {10, 0, 0});
    QVERIFY(!camera.isOrthographic());
    QVERIFY(std::abs(camera.heightAtFocus_m() - height) < 1e-9 * height);
}

void TestViewCamera::keepsThePictureWithoutPerspective()
{
    for (int i = 0; i < rounds; ++i) {
        ViewCamera camera = anyCamera();
        const bool wasParallel = camera.isOrthographic();
        const Eigen::Vector3d focus = camera.focalPoint();
        const Eigen::Vector3d ahead = camera.forward();
        const double height = camera.heightAtFocus_m();
        camera.setOrthographic(!wasParallel);
        QCOMPARE(camera.isOrthographic(), !wasParallel);
        QVERIFY((camera.focalPoint() - focus).norm() < 1e-6);
        QVERIFY((camera.forward() - ahead).norm() < 1e-12);
        // Parallel views come no closer than this.
        QVERIFY(std::abs(camera.heightAtFocus_m() - std::max(height, 0.4)) < 1e-6 * height);
    }
}

void TestViewCamera::sizesOfPixelsAreTrue()
{
    for (int i = 0; i < rounds; ++i) {
        const ViewCamera camera = anyCamera();
        const Eigen::Vector3d point = pointAhead(camera);
        const double step = camera.metresPerPixel(point);
        const auto here = camera.pixelOf(point);
        const auto aside = camera.pixelOf(point + step * camera.right());
        QVERIFY(here && aside && std::abs(QLineF(*here, *aside).length() - 1.0) < 1e-6);
        QCOMPARE(camera.tanPixel() == 0.0, camera.isOrthographic());
        QCOMPARE(camera.pixelSize_m() == 0.0, !camera.isOrthographic());
    }
}

void TestViewCamera::survivesAsJson()
{
    for (int i = 0; i < rounds; ++i) {
        const ViewCamera camera = anyCamera();
        ViewCamera restored;
        restored.setViewport(camera.viewport());
        restored.setBounds({Eigen::Vector3d(-500, -500, -500), Eigen::Vector3d(500, 500, 500)});
        QVERIFY(restored.fromJson(camera.toJson()));
        const Eigen::Vector3d point = pointAhead(camera);
        QVERIFY(apart_px(restored.pixelOf(point), camera.pixelOf(point)) < 1e-6);
        QCOMPARE(restored.toJson(), camera.toJson());
    }
}

void TestViewCamera::refusesDamagedJson_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addRow("eye of two numbers") << "eye" << QJsonValue(QJsonArray{1, 2});
    QTest::addRow("no eye") << "eye" << QJsonValue();
    QTest::addRow("eye of words") << "eye" << QJsonValue(QJsonArray{QStringLiteral("a"), 2, 3});
    QTest::addRow("distance 0") << "distance" << QJsonValue(0.0);
    QTest::addRow("distance negative") << "distance" << QJsonValue(-4.0);
    QTest::addRow("distance absurd") << "distance" << QJsonValue(1e300);
    QTest::addRow("height 0") << "halfHeight" << QJsonValue(0.0);
    QTest::addRow("azimuth a word") << "azimuth" << QJsonValue(QStringLiteral("north"));
    QTest::addRow("no elevation") << "elevation" << QJsonValue();
}

void TestViewCamera::linesAreCutOffWhereNobodySees()
{
    for (int round = 0; round < rounds; ++round) {
        const ViewCamera camera = anyCamera();
        const Eigen::Vector3d a = pointAhead(camera);
        const Eigen::Vector3d b = pointAhead(camera);
        const auto inSight = camera.lineOf(a, b);
        QVERIFY(inSight);
        QCOMPARE_LE(apart_px(inSight->p1(), camera.pixelOf(a)) + apart_px(inSight->p2(), camera.pixelOf(b)), 1e-3);
        const auto endless = camera.lineOf(a, a + 1e12 * within(1.0).normalized());
        QVERIFY(endless);
        QCOMPARE_LE(endless->length(), 2.0 * (camera.viewport().width() + camera.viewport().height()));
    }
    ViewCamera camera;
    camera.setViewport({400.0, 300.0});
    const Eigen::Vector3d behind = camera.eye() - 5.0 * camera.forward();
    QVERIFY(!camera.lineOf(behind, behind - camera.forward()));
    QVERIFY2(camera.lineOf(behind + camera.up(), camera.focalPoint()), "what comes from behind the eye is seen ahead");
    QVERIFY(!camera.lineOf(behind, {std::numeric_limits<double>::infinity(), 0.0, 0.0}));
}

void TestViewCamera::refusesDamagedJson()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    ViewCamera camera = anyCamera();
    const QJsonObject before = camera.toJson();
    QJsonObject damaged = anyCamera().toJson();
    damaged[key] = value;
    QVERIFY(!camera.fromJson(damaged));
    QCOMPARE(camera.toJson(), before);
    QVERIFY(!camera.fromJson({}));
}

QTEST_APPLESS_MAIN(TestViewCamera)
#include "tst_ViewCamera.moc"
