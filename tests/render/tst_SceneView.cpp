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

const QColor plain(0xb8, 0xc0, 0xca);
const QColor carColor(0x4f, 0xa3, 0xff);

PointColoring by(ColorBy field)
{
    PointColoring coloring;
    coloring.by = field;
    return coloring;
}

/// A number of pictures that only painting changes.
int settledPaints(SceneView& view)
{
    for (int before = -1; before != view.paintCount();) {
        before = view.paintCount();
        QTest::qWait(20);
    }
    return view.paintCount();
}

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
    void coloursByWhatIsChosen();
    void keepsARangeThatWasTyped();
    void tintsPointsInsideShapesByClass();
    void drawsCuboidsInTheColourOfTheirClass();
    void drawsSeenPartsSolidAndUnseenPartsFainter();
    void showsGripsOnlyWhileTheToolTakesThem();
    void showsTheDraftAndItsSeeds();
    void showsSuggestionsAsGhosts();
    void bringsIntoViewOnlyWhatIsNot();
    void tellsTheSelectedFromTheHoveredByMoreThanColour();
    void namesDoNotCoverOneAnother();
    void measuresAreWrittenOver();
    void takesTheGroundOfTheTheme();
    void drawsNearerPointsLarger();
    void gridHidesNoPoint();
    void pixelsOfPointsBehindTheEyeAreOutside();
    void paintsOnlyWhenSomethingChanged();
    void paintsOnceForManyEdits();
    void saysWhyThereIsNoPicture();
    void showsCloudsWithoutPoints();
    void keepsItsLookThroughARestart();
    void refusesALookThatMakesNoSense();
    void drawsAndMeansOnlyWhatIsNotHidden();
    void looksAtHeightsOfLargeCloudsInTheBackground();
    void looksFromSidesAndFits();
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

void TestSceneView::coloursByWhatIsChosen()
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

void TestSceneView::keepsARangeThatWasTyped()
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

void TestSceneView::tintsPointsInsideShapesByClass()
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
    outlined.outline.footprint = {{1.5, 0.6}, {-1.5, 0.6}, {-1.5, -0.6}, {1.5, -0.6}};
    outlined.outline.footprintProvenance = {Provenance::Prior, Provenance::Seen, Provenance::Seen, Provenance::Seen};
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
    bench.suggestions.setCurrent(SuggestionBoard::none);
    const QImage picture = view.grabImage();
    QCOMPARE_LE(Showcase::countIn(picture, view.pixelOf(cuboid.center), pale, 200), current / 2);
    bench.suggestions.setEnabled(false);
    QVERIFY(view.grabImage() != picture);
    QCOMPARE(ghost(), withoutBoard);
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

void TestSceneView::takesTheGroundOfTheTheme()
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

void TestSceneView::drawsNearerPointsLarger()
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

void TestSceneView::gridHidesNoPoint()
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

void TestSceneView::pixelsOfPointsBehindTheEyeAreOutside()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    showcase.lookAt({0, 0, 0}, 6.0);
    QVERIFY(!QRectF(showcase.view->rect()).contains(showcase.view->pixelOf({-1000, 0, 800})));
}

void TestSceneView::paintsOnlyWhenSomethingChanged()
{
    Showcase showcase({floorRound({0, 0, 0}), floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    SceneView& view = *showcase.view;
    const int before = settledPaints(view);
    QTest::qWait(200);
    QCOMPARE(view.paintCount(), before);
    // Being asked for what is so already is no change.
    view.setColoring(view.coloring());
    showcase.selection.setFrame(showcase.selection.frame());
    QTest::qWait(50);
    QCOMPARE(view.paintCount(), before);
    view.setPointSize(view.pointSize_px() + 1);
    QCOMPARE(settledPaints(view), before + 1);
}

void TestSceneView::paintsOnceForManyEdits()
{
    Showcase showcase({floorRound({0, 0, 0})});
    QVERIFY(showcase.show(0));
    const int before = settledPaints(*showcase.view);
    for (int i = 0; i < 10; ++i)
        QVERIFY(showcase.addCar(Cuboid::fromYaw({1.0 * i, 0, 0.5}, {1, 1, 1}, 0.0)).isValid());
    QCOMPARE(settledPaints(*showcase.view), before + 1);
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

void TestSceneView::keepsItsLookThroughARestart()
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

void TestSceneView::drawsAndMeansOnlyWhatIsNotHidden()
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

void TestSceneView::looksAtHeightsOfLargeCloudsInTheBackground()
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

void TestSceneView::refusesALookThatMakesNoSense()
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
