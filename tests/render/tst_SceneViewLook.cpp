#include "model/tools/ShapeActions.h"
#include "render/PointColors.h"
#include "tests/render/Showcase.h"
#include "tests/support/Pointer.h"

#include <QSignalSpy>

using namespace lunkuo;
using namespace lunkuo::test;

/// How points look and which of them are shown, looked at pixel by pixel.
class TestSceneViewLook : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void coloursByWhatIsChosen();
    void keepsARangeThatWasTyped();
    void tintsPointsInsideShapesByClass();
    void takesTheGroundOfTheTheme();
    void drawsNearerPointsLarger();
    void gridHidesNoPoint();
    void keepsItsLookThroughARestart();
    void drawsAndMeansOnlyWhatIsNotHidden();
    void looksAtHeightsOfLargeCloudsInTheBackground();
    void refusesALookThatMakesNoSense();
    void tellsTheFinishedFromTheRestWithoutNames();
};

void TestSceneViewLook::initTestCase()
{
    if (!offersOpenGL())
        QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
}

void TestSceneViewLook::coloursByWhatIsChosen()
{
    const Eigen::Vector3d high(5, 0, 2);
    Showcase showcase({floorRound({0, 0, 0}) + line(high, 0.9)});
    QVERIFY(showcase.show(0));
    showcase.view->setPointSize(5);
    showcase.lookDownOn({5, 0, 0}, 8.0);
    const QPointF pixel = showcase.view->pixelOf(high);
    const auto colorOf = [](ColorMap map, double t) {
        const ByteColor color = colorAt(map, t);
        return QColor(color[0], color[1], color[2]);
    };
    showcase.view->setColoring({ColorBy::Height, false, 0.0, 4.0});
    QCOMPARE_GE(showcase.count(pixel, colorOf(ColorMap::Turbo, 0.5)), 20);
    showcase.view->setColoring({ColorBy::Intensity, false, 0.0, 0.9});
    QCOMPARE_GE(showcase.count(pixel, colorOf(ColorMap::Viridis, 1.0)), 20);
    QCOMPARE(showcase.count(pixel, colorOf(ColorMap::Turbo, 0.5)), 0);
    // What the cloud has not is shown plain, and the legend says so.
    showcase.view->setColoring(by(ColorBy::Ring));
    QCOMPARE_GE(showcase.count(pixel, plain), 20);
}

void TestSceneViewLook::keepsARangeThatWasTyped()
{
    Showcase showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0}) + line({0, 0, 9}, 0.5)});
    QVERIFY(showcase.show(0));
    QSignalSpy changed(showcase.view.get(), &SceneView::coloringChanged);
    showcase.view->setColoring({ColorBy::Intensity, false, 3.0, 7.0});
    QCOMPARE(changed.size(), 1);
    QVERIFY(showcase.show(1));
    QCOMPARE(showcase.view->coloring(), (PointColoring{ColorBy::Intensity, false, 3.0, 7.0}));
    showcase.view->setColoring(by(ColorBy::Intensity));
    QVERIFY(showcase.view->coloring().automatic);
    QVERIFY(showcase.view->coloring().maximum < 3.0);
}

void TestSceneViewLook::tintsPointsInsideShapesByClass()
{
    const Eigen::Vector3d inside(0, 0, 0.5);
    const Eigen::Vector3d outside(2.5, 0, 0.5);
    Showcase showcase({floorRound({0, 0, 0}) + line(inside) + line(outside)});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Class));
    showcase.view->setPointSize(5);
    showcase.lookAt({0, 0, 0.5}, 9.0);
    QCOMPARE(showcase.count(showcase.view->pixelOf(inside), carColor), 0);
    QVERIFY(showcase.addCar(Cuboid::fromYaw({0, 0, 0.5}, {2, 2, 2}, 0.0)).isValid());
    QCOMPARE_GE(showcase.count(showcase.view->pixelOf(inside), carColor), 16);
    QCOMPARE(showcase.count(showcase.view->pixelOf(outside), carColor), 0);
    QVERIFY(showcase.document.undo());
    QCOMPARE(showcase.count(showcase.view->pixelOf(inside), carColor), 0);
}

void TestSceneViewLook::takesTheGroundOfTheTheme()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setGridShown(false);
    const auto corner = [&showcase] { return showcase.view->grabImage().pixelColor(320, 4); };
    QPalette light;
    light.setColor(QPalette::Window, Qt::white);
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    showcase.view->setPalette(dark);
    QVERIFY(corner().lightness() < 60);
    showcase.view->setPalette(light);
    QVERIFY(corner().lightness() > 200);
}

void TestSceneViewLook::drawsNearerPointsLarger()
{
    const Eigen::Vector3d lone(0, 0, 0.5);
    Showcase showcase({floorRound({0, 0, 0}) + line(lone)});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.view->setGridShown(false);
    showcase.view->setPointSize(3);
    showcase.lookDownOn(lone, 5.0);
    const int before = showcase.count(showcase.view->pixelOf(lone), plain, 8);
    showcase.view->setSizeByDistance(true);
    const int near = showcase.count(showcase.view->pixelOf(lone), plain, 8);
    QVERIFY2(near > 4 * before, qPrintable(QStringLiteral("%1 %2").arg(before).arg(near)));
    showcase.lookDownOn(lone, 120.0);
    QVERIFY(showcase.count(showcase.view->pixelOf(lone), plain, 3) <= 2 * before);
}

void TestSceneViewLook::gridHidesNoPoint()
{
    // A wall of points behind and below the grid's lines, as the sensor's ground seems higher than a ditch.
    QByteArray lines = floorRound({0, 0, 0});
    std::vector<Eigen::Vector3d> ditch;
    for (double y = -1.0; y <= 1.0; y += 0.5)
        ditch.emplace_back(10.0, y, -0.3);
    for (const Eigen::Vector3d& point : ditch)
        lines += line(point);
    Showcase showcase({lines});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.view->setPointSize(3);
    showcase.lookDownOn({10, 0, 0}, 4.0);
    for (const Eigen::Vector3d& point : ditch)
        QCOMPARE_GE(showcase.count(showcase.view->pixelOf(point), plain, 2), 7);
}

void TestSceneViewLook::keepsItsLookThroughARestart()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    view.setPointSize(7);
    view.setGridShown(false);
    view.setColoring({ColorBy::Intensity, false, 0.25, 0.75});
    view.lookFrom(SceneView::Side::Top);
    view.orbitBy({31.0, 17.0});
    const QPointF pixel = view.pixelOf({3, 4, 0});
    const QJsonObject kept = view.viewState();
    Showcase restarted({floorRound({0, 0, 0})});
    restarted.view->setViewState(kept);
    QVERIFY(restarted.show(0));
    QCOMPARE(restarted.view->viewState(), kept);
    QVERIFY(QLineF(restarted.view->pixelOf({3, 4, 0}), pixel).length() < 1e-6);
}

void TestSceneViewLook::drawsAndMeansOnlyWhatIsNotHidden()
{
    const Eigen::Vector3d low(0.0, 0.0, 0.0);
    const Eigen::Vector3d high(0.0, 1.0, 2.0);
    Showcase showcase({floorRound({0, 0, 0}) + line(low) + line(high)});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    view.setColoring(by(ColorBy::Plain));
    view.setGridShown(false);
    view.setPointSize(4);
    showcase.lookDownOn({0, 0.5, 0}, 6.0);
    QVERIFY(showcase.count(view.pixelOf(low), plain) > 8);
    const QSignalSpy hiddenChanged(&view, &SceneView::hiddenChanged);
    PointFilter filter;
    filter.ground = PointFilter::Ground::Hidden;
    view.setFilter(filter);
    QCOMPARE(showcase.count(view.pixelOf(low), plain, 4), 0);
    QVERIFY(showcase.count(view.pixelOf(high), plain) > 8);
    QTRY_COMPARE(hiddenChanged.count(), 1);
    QVERIFY(view.hiddenPoints() > 1000);
    // What nobody sees, nobody points at.
    bool onPoint = true;
    connect(&view, &SceneView::cursorMoved, this, [&onPoint](const Eigen::Vector3d&, bool on) { onPoint = on; });
    test::pointAt(view, view.pixelOf(low));
    QVERIFY(!onPoint);
    test::pointAt(view, view.pixelOf(high));
    QVERIFY(onPoint);
    filter.ground = PointFilter::Ground::Dimmed;
    view.setFilter(filter);
    QCOMPARE(view.hiddenPoints(), std::size_t(0));
    QCOMPARE(showcase.count(view.pixelOf(low), plain, 4), 0);
    QVERIFY(showcase.count(view.pixelOf(low), plain.darker(312), 4) > 8);
    view.setFilter(filter.open());
    view.setFilter({});
    QVERIFY(showcase.count(view.pixelOf(low), plain) > 8);
}

void TestSceneViewLook::looksAtHeightsOfLargeCloudsInTheBackground()
{
    QByteArray lines;
    for (int i = 0; i < 450000; ++i)
        lines += QByteArray::number(i % 671 * 0.05) + ' ' + QByteArray::number(i / 671 * 0.05) + " 0 0\n";
    Showcase showcase({lines});
    QVERIFY(showcase.show(0));
    PointFilter filter;
    filter.ground = PointFilter::Ground::Hidden;
    showcase.view->setFilter(filter);
    QTRY_COMPARE(showcase.view->hiddenPoints(), std::size_t(450000));
}

void TestSceneViewLook::refusesALookThatMakesNoSense()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    const QJsonObject before = showcase.view->viewState();
    showcase.view->setViewState({});
    showcase.view->setViewState({{QStringLiteral("camera"), QStringLiteral("upside down")},
        {QStringLiteral("pointSize"), -3}, {QStringLiteral("colorBy"), 99}});
    QCOMPARE(showcase.view->viewState()[u"camera"], before[u"camera"]);
    QCOMPARE(showcase.view->pointSize_px(), 1);
    QCOMPARE(showcase.view->coloring(),
        (PointColoring{ColorBy::Height, true, showcase.view->coloring().minimum, showcase.view->coloring().maximum}));
}

/// What is locked bears a padlock, whether names are written or not.
void TestSceneViewLook::tellsTheFinishedFromTheRestWithoutNames()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setNamesShown(false);
    const ShapeId car = showcase.addCar(Cuboid::fromYaw({0, 0, 0.75}, {4.5, 1.9, 1.5}, 0.3));
    showcase.lookAt({0, 0, 0.75}, 12.0);
    const QImage open = showcase.view->grabImage();
    QVERIFY(setLocked(showcase.document, {car}, true));
    QVERIFY(showcase.view->grabImage() != open);
    QVERIFY(setLocked(showcase.document, {car}, false));
    QCOMPARE(showcase.view->grabImage(), open);
}

QTEST_MAIN(TestSceneViewLook)
#include "tst_SceneViewLook.moc"
