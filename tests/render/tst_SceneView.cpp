#include "model/review/Counterpart.h"
#include "render/PointColors.h"
#include "tests/render/Showcase.h"
#include "tests/support/Pointer.h"
#include "tests/support/Workbench.h"

#include <QPointer>
#include <QSignalSpy>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

bool isBlank(const QImage& picture)
{
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixel(x, y) != picture.pixel(0, 0))
                return false;
    return true;
}

} // namespace

/// What is on the screen, looked at pixel by pixel.
class TestSceneView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void drawsEachPointWhereItSaysItIs_data();
    void drawsEachPointWhereItSaysItIs();
    void drawsLargePointsOverFartherOnes();
    void clipsNothingNearOrFar();
    void drawsCuboidsInTheColourOfTheirClass();
    void drawsSeenPartsSolidAndUnseenPartsFainter();
    void showsGripsOnlyWhileTheToolTakesThem();
    void showsTheDraftAndItsSeeds();
    void showsSuggestionsAsGhosts();
    void holdsAnObjectAgainstThatOfAnotherAnnotation();
    void bringsIntoViewOnlyWhatIsNot();
    void tellsTheSelectedFromTheHoveredByMoreThanColour();
    void namesDoNotCoverOneAnother();
    void measuresAreWrittenOver();
    void pixelsOfPointsBehindTheEyeAreOutside();
    void saysWhyThereIsNoPicture();
    void showsCloudsWithoutPoints();
    void looksFromSidesAndFits();
    void showsAllObjectsWholly();
    void twoViewsShowTheSame();
    void livesAndDiesInAnyOrder();
    void isSeenInPicturesOfTheWholeWindow();
};

void TestSceneView::initTestCase()
{
    if (!offersOpenGL())
        QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
}

void TestSceneView::drawsEachPointWhereItSaysItIs_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("z");
    QTest::addRow("at the sensor") << 0.0 << 0.0 << 0.0;
    QTest::addRow("UTM") << 691234.5 << 5334567.25 << 512.75;
    QTest::addRow("far below zero") << -4321000.0 << -12.0 << -3000.0;
}

void TestSceneView::drawsEachPointWhereItSaysItIs()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, z);
    const Eigen::Vector3d middle(x, y, z);
    const std::vector<Eigen::Vector3d> lone{
        middle, middle + Eigen::Vector3d(1, 1.5, 0.4), middle + Eigen::Vector3d(-1.2, 0.3, 1.1)};
    QByteArray lines = floorRound(middle);
    for (const Eigen::Vector3d& point : lone)
        lines += line(point);
    Showcase showcase({lines});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.view->setGridShown(false);
    showcase.view->setPointSize(4);
    for (const bool isOblique : {false, true}) {
        isOblique ? showcase.lookAt(middle, 5.0) : showcase.lookDownOn(middle, 5.0);
        const QImage picture = showcase.view->grabImage();
        for (const Eigen::Vector3d& point : lone) {
            const QPointF pixel = showcase.view->pixelOf(point);
            // A point of four pixels covers sixteen, give or take a row at its rim.
            QCOMPARE_GE(Showcase::countIn(picture, pixel, plain, 2), 12);
            QCOMPARE_LE(Showcase::countIn(picture, pixel, plain, 8), 20);
        }
    }
}

void TestSceneView::drawsLargePointsOverFartherOnes()
{
    // Seen from above, the dark one lies under the bright one.
    const QByteArray lines = floorRound({0, 0, -1}) + line({0, 0, 0}, 1.0) + line({0, 0, -0.5}, 0.0);
    Showcase showcase({lines});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring({ColorBy::Intensity, false, 0.0, 1.0});
    showcase.view->setPointSize(6);
    showcase.lookDownOn({0, 0, 0}, 5.0);
    const ByteColor bright = colorAt(ColorMap::Viridis, 1.0);
    QCOMPARE_GE(showcase.count(showcase.view->pixelOf({0, 0, 0}), QColor(bright[0], bright[1], bright[2])), 30);
}

void TestSceneView::clipsNothingNearOrFar()
{
    const Eigen::Vector3d near(-19.6, 0, 0.1);
    const Eigen::Vector3d far(4000, 0, 0);
    Showcase showcase({floorRound({0, 0, -1}) + line(near) + line(far)});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.view->setGridShown(false);
    showcase.view->setPointSize(5);
    QJsonObject state = showcase.view->viewState();
    QJsonObject camera = state[QStringLiteral("camera")].toObject();
    camera[QStringLiteral("eye")] = QJsonArray{-20.0, 0.0, 0.2};
    camera[QStringLiteral("azimuth")] = 0.0;
    camera[QStringLiteral("elevation")] = 0.0;
    state[QStringLiteral("camera")] = camera;
    showcase.view->setViewState(state);
    QCOMPARE_GE(showcase.count(showcase.view->pixelOf(near), plain), 16);
    QCOMPARE_GE(showcase.count(showcase.view->pixelOf(far), plain), 16);
}

void TestSceneView::drawsCuboidsInTheColourOfTheirClass()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setGridShown(false);
    const Cuboid cuboid = Cuboid::fromYaw({0, 0, 0.8}, {4, 2, 1.6}, 0.3);
    showcase.lookAt(cuboid.center, 6.0);
    const auto corners = cuboid.corners();
    const auto edge = [&](std::size_t from, std::size_t to) {
        return showcase.count(showcase.view->pixelOf(0.5 * (corners[from] + corners[to])), carColor, 2, 60);
    };
    QCOMPARE(edge(4, 5), 0);
    QVERIFY(showcase.addCar(cuboid).isValid());
    for (const auto& [from, to] : {std::pair{0, 1}, {1, 2}, {4, 5}, {6, 7}, {0, 4}, {2, 6}})
        QCOMPARE_GE(edge(static_cast<std::size_t>(from), static_cast<std::size_t>(to)), 2);
}

void TestSceneView::drawsSeenPartsSolidAndUnseenPartsFainter()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setGridShown(false);
    const ShapeId id = showcase.addCar(Cuboid::fromYaw({0, 0, 0.5}, {4, 2, 1}, 0.0));
    Shape outlined = showcase.document.scene().shapes.at(id);
    // A footprint within the cuboid, so that its lines are apart from the cuboid's: the right edge was seen, the left
    // not.
    outlined.outline.edit().footprint = {{1.5, 0.6}, {-1.5, 0.6}, {-1.5, -0.6}, {1.5, -0.6}};
    outlined.outline.edit().footprintProvenance = {
        Provenance::Prior, Provenance::Seen, Provenance::Seen, Provenance::Seen};
    QVERIFY(showcase.document.edit(
        QStringLiteral("Outline"), {ValueChange<Shape>{showcase.document.scene().shapes.at(id), outlined}}));
    showcase.lookDownOn({0, 0, 0}, 3.0);
    const QImage picture = showcase.view->grabImage();
    int seen = 0;
    int unseen = 0;
    constexpr int steps = 100;
    for (int i = 0; i <= steps; ++i) {
        const double x = -1.2 + 2.4 * i / steps;
        if (std::abs(x) < 0.2)
            continue; // the arrow of the heading
        seen += Showcase::countIn(picture, showcase.view->pixelOf({x, -0.6, 0}), carColor, 1, 90) > 0 ? 1 : 0;
        unseen += Showcase::countIn(picture, showcase.view->pixelOf({x, 0.6, 0}), carColor, 1, 90) > 0 ? 1 : 0;
    }
    QCOMPARE_GE(seen, 80);
    QCOMPARE_LE(unseen, seen / 2);
    // Yet the unseen side is there: fainter, in dashes.
    int traces = 0;
    for (int i = 0; i <= steps; ++i)
        traces += Showcase::countIn(picture, showcase.view->pixelOf({-1.2 + 2.4 * i / steps, 0.6, 0}),
                      QColor(0x2f, 0x56, 0x82), 1, 40) > 0
                      ? 1
                      : 0;
    QCOMPARE_GE(traces, 20);
}

void TestSceneView::showsGripsOnlyWhileTheToolTakesThem()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    const Cuboid cuboid = Cuboid::fromYaw({0, 0, 0.8}, {4, 2, 1.6}, 0.0);
    const ShapeId id = showcase.addCar(cuboid);
    showcase.lookAt(cuboid.center, 6.0);
    const QPointF rear = showcase.view->pixelOf(cuboid.toSensor({-2, 0, 0}));
    showcase.selection.setShape(id);
    QCOMPARE(showcase.count(rear, Qt::white), 0);
    showcase.tools.activate(QStringLiteral("select"));
    QCOMPARE_GE(showcase.count(rear, Qt::white), 20);
    showcase.selection.setShape({});
    QCOMPARE(showcase.count(rear, Qt::white), 0);
}

void TestSceneView::showsTheDraftAndItsSeeds()
{
    Workbench bench;
    SceneView view(bench.document, bench.selection, bench.frames, bench.tools);
    view.setPalette(darkPalette());
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setEyeDome(false); // some of its shades are near the colour of seeds
    const Eigen::Vector3d seed = bench.pointOn(bench.nearCar);
    const QColor seedColor(0x5c, 0xe0, 0x8c);
    const QColor highlight(0xff, 0xf2, 0x8c);
    QCOMPARE(Showcase::countIn(view.grabImage(), view.pixelOf(seed), seedColor, 6), 0);
    QVERIFY(bench.click(seed));
    QVERIFY(bench.tools.draft().shape.has_value());
    const QImage drafted = view.grabImage();
    QCOMPARE_GE(Showcase::countIn(drafted, view.pixelOf(seed), seedColor, 6), 12);
    QCOMPARE_GE(Showcase::countIn(drafted, view.pixelOf(carAt(bench.nearCar).center), highlight, 40), 50);
    QVERIFY(bench.key(Qt::Key_Escape));
    QCOMPARE(Showcase::countIn(view.grabImage(), view.pixelOf(seed), seedColor, 6), 0);
}

void TestSceneView::showsSuggestionsAsGhosts()
{
    Workbench bench;
    SceneView view(bench.document, bench.selection, bench.frames, bench.tools);
    view.setPalette(darkPalette());
    view.resize(800, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.setColoring(by(ColorBy::Plain));
    view.setGridShown(false);
    QVERIFY(bench.awaitSuggestions() > 0);
    const int number = bench.suggestionOf(bench.nearCar);
    QVERIFY(number != SuggestionBoard::none);
    const Cuboid& cuboid = bench.suggestions.suggestion(number).completion.cuboid;
    view.lookFrom(SceneView::Side::Top);
    view.lookAt(cuboid.center, 3.0);
    const QColor pale(0xa7, 0xd1, 0xff); // the class's colour halfway to white
    const auto ghost = [&] { return Showcase::countIn(view.grabImage(), view.pixelOf(cuboid.center), pale, 200); };
    const int withoutBoard = ghost();
    view.setSuggestions(&bench.suggestions);
    bench.suggestions.setCurrent(number);
    const int current = ghost();
    QCOMPARE_GE(current, withoutBoard + 200);
    view.lookAt(cuboid.center + Eigen::Vector3d(5, 5, 0), 3.0);
    view.focusOnSelection();
    QVERIFY(QLineF(view.pixelOf(cuboid.center), QRectF(view.rect()).center()).length() < 1.0);
    view.lookAt(cuboid.center, 3.0);
    bench.suggestions.setCurrent(SuggestionBoard::none);
    const QImage picture = view.grabImage();
    QCOMPARE_LE(Showcase::countIn(picture, view.pixelOf(cuboid.center), pale, 200), current / 2);
    bench.suggestions.setEnabled(false);
    QVERIFY(view.grabImage() != picture);
    QCOMPARE(ghost(), withoutBoard);
}

void TestSceneView::holdsAnObjectAgainstThatOfAnotherAnnotation()
{
    const QColor other(0x5c, 0xd6, 0xe6);
    Showcase showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.addCar(Cuboid::fromYaw({0, 0, 0.8}, {4.2, 1.8, 1.6}, 0.0));
    showcase.lookDownOn({0, 0, 0}, 8.0);
    const auto drawn = [&] { return showcase.count({320, 240}, other, 239); };
    QCOMPARE(drawn(), 0);
    Counterpart counterpart;
    counterpart.frame = showcase.selection.frame();
    counterpart.shape.cuboid = Cuboid::fromYaw({0.5, 0.3, 0.8}, {4.0, 1.7, 1.5}, 0.2);
    showcase.view->setCounterpart(counterpart);
    QCOMPARE_GE(drawn(), 100);
    QVERIFY(showcase.show(1));
    QCOMPARE(drawn(), 0);
    QVERIFY(showcase.show(0));
    QCOMPARE_GE(drawn(), 100);
    showcase.view->setCounterpart({});
    QCOMPARE(drawn(), 0);
}

void TestSceneView::bringsIntoViewOnlyWhatIsNot()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    const Cuboid car = Cuboid::fromYaw({10, 2, 0}, {4.4, 1.8, 1.5}, 0.0);
    showcase.lookDownOn({10, 2, 0}, 15.0);
    const QJsonObject before = showcase.view->viewState();
    showcase.view->bringIntoView(car);
    QCOMPARE(showcase.view->viewState(), before);
    const Cuboid fence = Cuboid::fromYaw({10, 2, 0}, {60.0, 0.2, 1.5}, 0.0);
    showcase.view->bringIntoView(fence);
    for (const Eigen::Vector3d& corner : fence.corners())
        QVERIFY2(QRectF(showcase.view->rect()).contains(showcase.view->pixelOf(corner)), "no end is cut off");
    for (const double height_m : {15.0, 400.0}) {
        showcase.lookDownOn({-12, -12, 0}, height_m); // beyond the rim, or too small to judge
        showcase.view->bringIntoView(car);
        QVERIFY(showcase.view->viewState() != before);
        const QPointF miss = showcase.view->pixelOf(car.center) - QRectF(showcase.view->rect()).center();
        QVERIFY(std::hypot(miss.x(), miss.y()) < 5.0);
    }
}

void TestSceneView::tellsTheSelectedFromTheHoveredByMoreThanColour()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.view->setGridShown(false);
    showcase.view->setNamesShown(false);
    const ShapeId car = showcase.addCar(Cuboid::fromYaw({0, 0, 0.75}, {4.4, 1.8, 1.5}, 0.3));
    showcase.lookAt({0, 0, 0.75}, 9.0);
    const auto white = [&showcase] {
        const QImage picture = showcase.view->grabImage();
        return Showcase::countIn(picture, QRectF(picture.rect()).center(), QColor(255, 255, 255), 200, 40);
    };
    const int confirmed = white();
    showcase.selection.setHovered(car);
    const int hovered = white();
    showcase.selection.setHovered({});
    showcase.selection.setShape(car);
    const int selected = white();
    QVERIFY2(selected > hovered + 100 && hovered >= confirmed,
        qPrintable(QStringLiteral("%1 %2 %3").arg(confirmed).arg(hovered).arg(selected)));
}

void TestSceneView::namesDoNotCoverOneAnother()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    // Two in the same place: the name of one of them has room, unless the other is selected as well.
    showcase.addCar(Cuboid::fromYaw({0, 0, 0.75}, {4.4, 1.8, 1.5}, 0.0));
    const ShapeId other = showcase.addCar(Cuboid::fromYaw({0.02, 0, 0.75}, {4.4, 1.8, 1.5}, 0.0));
    showcase.lookAt({0, 0, 0.75}, 9.0);
    const QImage both = showcase.view->grabImage();
    showcase.view->setNamesShown(false);
    QVERIFY(showcase.view->grabImage() != both);
    const QImage none = showcase.view->grabImage();
    showcase.selection.setShape(other);
    QVERIFY2(showcase.view->grabImage() != none, "the selected one has its name always");
    showcase.view->setNamesShown(true);
    QCOMPARE(showcase.view->viewState().value(u"names").toBool(), true);
}

void TestSceneView::measuresAreWrittenOver()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->setGridShown(false);
    showcase.view->setColoring(by(ColorBy::Plain));
    showcase.tools.activate(QStringLiteral("measure"));
    showcase.lookDownOn({0, 0, 0}, 20.0);
    const Eigen::Vector3d from(-4.0, 4.0, 0.0);
    const Eigen::Vector3d to(-4.0, -4.0, 0.0);
    for (const Eigen::Vector3d& place : {from, to})
        QTest::mouseClick(showcase.view.get(), Qt::LeftButton, {}, showcase.view->pixelOf(place).toPoint());
    const Eigen::Vector3d middle(-4.0, 1.5, 0.0);
    QVERIFY(showcase.count(showcase.view->pixelOf(middle), QColor(0xff, 0xe0, 0x66), 3) > 4);
    QTest::keyClick(showcase.view.get(), Qt::Key_Escape);
    QCOMPARE(showcase.count(showcase.view->pixelOf(middle), QColor(0xff, 0xe0, 0x66), 3), 0);
}

void TestSceneView::pixelsOfPointsBehindTheEyeAreOutside()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.lookAt({0, 0, 0}, 6.0);
    QVERIFY(!QRectF(showcase.view->rect()).contains(showcase.view->pixelOf({-1000, 0, 800})));
}

void TestSceneView::saysWhyThereIsNoPicture()
{
    Showcase showcase({"these are no numbers\n", floorRound({0, 0, 0})});
    QVERIFY(showcase.show(1));
    showcase.view->setGridShown(false);
    const QPoint middle = showcase.view->rect().center();
    const QColor words(0xec, 0xef, 0xf3);
    showcase.lookDownOn({0, 0, 0}, 2.0);
    QCOMPARE(showcase.count(middle, words, 60), 0);
    QVERIFY(showcase.show(0));
    QCOMPARE_GE(showcase.count(middle, words, 60), 30);
    QVERIFY(showcase.show(1));
    QCOMPARE(showcase.count(middle, words, 60), 0);
}

void TestSceneView::showsCloudsWithoutPoints()
{
    Showcase showcase({"x y z\n", floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.view->fitAll();
    showcase.view->focusOnSelection();
    for (int field = 0; field <= static_cast<int>(ColorBy::Plain); ++field)
        showcase.view->setColoring(by(static_cast<ColorBy>(field)));
    test::pointAt(*showcase.view, {100, 100});
    QTest::mouseClick(showcase.view.get(), Qt::LeftButton, {}, {120, 130});
    QVERIFY(!isBlank(showcase.view->grabImage()));
    QVERIFY(showcase.show(1));
    QVERIFY(!isBlank(showcase.view->grabImage()));
}

void TestSceneView::looksFromSidesAndFits()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    view.fitAll();
    for (const Eigen::Vector3d& corner : {Eigen::Vector3d(-20, -20, 0), {20, -20, 0}, {20, 20, 0}, {-20, 20, 0}})
        QVERIFY(QRectF(view.rect()).contains(view.pixelOf(corner)));
    const QPointF center = QRectF(view.rect()).center();
    const Cuboid cuboid = Cuboid::fromYaw({5, 6, 0.7}, {4, 2, 1.4}, 0.4);
    showcase.selection.setShape(showcase.addCar(cuboid));
    view.focusOnSelection();
    QVERIFY(QLineF(view.pixelOf(cuboid.center), center).length() < 1.0);
    for (const Eigen::Vector3d& corner : cuboid.corners())
        QVERIFY(QRectF(view.rect()).contains(view.pixelOf(corner)));
    // From above its front is up; from the front and from the left its height is up.
    view.lookFrom(SceneView::Side::Top);
    QVERIFY(view.pixelOf({6, 6, 0}).y() < view.pixelOf({5, 6, 0}).y());
    view.lookFrom(SceneView::Side::Front);
    QVERIFY(QLineF(view.pixelOf(cuboid.toSensor({2, 0, 0})), center).length() < 1.0);
    QVERIFY(view.pixelOf(cuboid.toSensor({0, 1, 0})).x() > center.x());
    view.lookFrom(SceneView::Side::Left);
    QVERIFY(view.pixelOf(cuboid.toSensor({2, 0, 0})).x() < center.x());
    QVERIFY(view.pixelOf(cuboid.toSensor({0, 0, 0.7})).y() < center.y());
}

void TestSceneView::showsAllObjectsWholly()
{
    // There are no points round most of them.
    const std::array cuboids{Cuboid::fromYaw({70, 8, 1.5}, {12, 3, 3}, 0.2),
        Cuboid::fromYaw({-24, -30, 1}, {4, 2, 2}, 0.9), Cuboid::fromYaw({5, 6, 0.7}, {4, 2, 1.4}, 0.4)};
    Showcase showcase({floorRound({0, 0, 0})});
    showcase.selection.setFrame({1});
    for (const Cuboid& cuboid : cuboids)
        showcase.addCar(cuboid);
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    const auto areSeen = [&] {
        return std::ranges::all_of(cuboids, [&](const Cuboid& cuboid) {
            return std::ranges::all_of(cuboid.corners(),
                [&](const Eigen::Vector3d& corner) { return QRectF(view.rect()).contains(view.pixelOf(corner)); });
        });
    };
    QVERIFY2(areSeen(), "the first view of a frame");
    for (const auto side : {SceneView::Side::Top, SceneView::Side::Front, SceneView::Side::Perspective}) {
        view.lookFrom(side);
        view.lookAt({300.0, 0.0, 0.0}, 5.0);
        QVERIFY(!areSeen());
        view.fitAll();
        QVERIFY(areSeen());
    }
    // It goes on doing so in a view of another size, until somebody moves it.
    view.resize(400, 480);
    QVERIFY(areSeen());
    view.lookAt({300.0, 0.0, 0.0}, 5.0);
    const QJsonObject placed = view.cameraState();
    view.resize(640, 480);
    QCOMPARE(view.cameraState(), placed);
    // What is hidden needs no room.
    view.fitAll();
    const double before = QLineF(view.pixelOf({0, 0, 0}), view.pixelOf({0, 10, 0})).length();
    showcase.selection.hide({{1}});
    view.fitAll();
    QVERIFY(QLineF(view.pixelOf({0, 0, 0}), view.pixelOf({0, 10, 0})).length() > 1.05 * before);
}

void TestSceneView::twoViewsShowTheSame()
{
    Showcase showcase({floorRound({0, 0, 0})});
    SceneView second(showcase.document, showcase.selection, showcase.frames, showcase.tools);
    second.setPalette(darkPalette());
    second.setRingsShown(false);
    second.resize(showcase.view->size());
    second.show();
    QVERIFY(showcase.show(0));
    QVERIFY(QTest::qWaitForWindowExposed(&second));
    showcase.addCar(Cuboid::fromYaw({0, 0, 0.8}, {4, 2, 1.6}, 0.0));
    QCOMPARE(second.grabImage(), showcase.view->grabImage());
    showcase.view.reset();
    second.setPointSize(4);
    second.repaintNow();
    QVERIFY(!isBlank(second.grabImage()));
}

void TestSceneView::livesAndDiesInAnyOrder()
{
    const auto folder = std::make_unique<QTemporaryDir>();
    auto document = std::make_unique<Document>(sceneOf(1, folder->path()), nullptr);
    auto selection = std::make_unique<Selection>();
    auto frames = std::make_unique<FrameCache>(*document, QDir(folder->path()));
    auto tools = std::make_unique<ToolController>(ToolContext{*document, *selection, *frames});
    QWidget window;
    window.resize(400, 300);
    QPointer<SceneView> view = new SceneView(*document, *selection, *frames, *tools, &window);
    view->resize(window.size());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    // Another window takes over, and comes back.
    QWidget other;
    view->setParent(&other);
    other.show();
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(&other));
    view->repaintNow();
    view->setParent(&window);
    view->show();
    view->repaintNow();
    QVERIFY(!isBlank(view->grabImage()));
    delete view;
    // The tools and the document go on without it.
    selection->setShape({7});
    tools->activate(QStringLiteral("select"));
    // A view that was never shown.
    const SceneView unseen(*document, *selection, *frames, *tools);
    QCOMPARE(unseen.paintCount(), 0);
}

void TestSceneView::isSeenInPicturesOfTheWholeWindow()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    QCOMPARE(showcase.view->grab().toImage().convertToFormat(QImage::Format_RGB32),
        showcase.view->grabImage().convertToFormat(QImage::Format_RGB32));
}

QTEST_MAIN(TestSceneView)
#include "tst_SceneView.moc"
