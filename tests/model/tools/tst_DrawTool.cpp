#include "model/tools/DrawTool.h"

#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

namespace
{

constexpr double ground_m = -1.73;

/// The draw tool in hand over a yard seen from above.
struct DrawBench : Workbench
{
    DrawBench()
    {
        tools.activate(QStringLiteral("draw"));
        lookDown();
    }
    static Eigen::Vector3d at(double x, double y) { return {x, y, ground_m}; }
    void tap(const Eigen::Vector3d& place, Qt::KeyboardModifiers modifiers = {})
    {
        move(place);
        press(place);
        release(place, modifiers);
    }
    [[nodiscard]] Eigen::Vector3d usual() const { return scene().taxonomy.classOf(QStringLiteral("Car"))->defaultSize; }
};

bool isNear(const Eigen::Vector3d& a, const Eigen::Vector3d& b, double tolerance = 0.03)
{
    return (a - b).norm() < tolerance;
}

} // namespace

class DrawToolTest : public QObject
{
    Q_OBJECT
private slots:
    void aDragGoesFromTheRearToTheFront()
    {
        DrawBench bench;
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.press(bench.at(30.0, 5.0));
        bench.move(bench.at(32.0, 7.0));
        bench.move(bench.at(33.0, 8.0));
        QVERIFY(bench.tools.draft().shape);
        QCOMPARE(edits.count(), 0);
        bench.release(bench.at(33.0, 8.0));
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1"));
        const Cuboid box = bench.onlyShape().cuboid;
        QVERIFY(isNear(box.size, {std::sqrt(18.0), bench.usual().y(), bench.usual().z()}));
        QVERIFY(isNear(box.center, {31.5, 6.5, ground_m + 0.5 * box.size.z()}));
        QVERIFY(std::abs(box.yaw() - M_PI / 4) < 1e-3);
        QCOMPARE(bench.selection.shape(), bench.onlyShape().id);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Draw Car"));
        QCOMPARE(bench.undone(), QString());
    }

    void threeClicksGiveLengthAndWidth()
    {
        DrawBench bench;
        bench.tap(bench.at(30.0, 5.0));
        bench.move(bench.at(33.0, 5.0));
        QVERIFY2(bench.tools.draft().shape, "a box of the usual width shows at once");
        bench.tap(bench.at(34.0, 5.0));
        bench.tap(bench.at(31.0, 6.5));
        const Cuboid box = bench.onlyShape().cuboid;
        QVERIFY(isNear(box.size, {4.0, 1.5, bench.usual().z()}));
        QVERIFY(isNear(box.center, {32.0, 5.75, ground_m + 0.5 * box.size.z()}));
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void withCtrlItIsFittedToThePoints()
    {
        DrawBench bench;
        const Eigen::Vector3d car = carAt(bench.nearCar).center;
        bench.press(bench.at(car.x() - 2.4, car.y() + 0.1));
        bench.move(bench.at(car.x(), car.y() + 0.1));
        bench.move(bench.at(car.x() + 2.4, car.y() + 0.1));
        bench.release(bench.at(car.x() + 2.4, car.y() + 0.1), Qt::ControlModifier);
        const Cuboid box = bench.onlyShape().cuboid;
        QCOMPARE(bench.onlyShape().origin, ShapeOrigin::Completed);
        QVERIFY2(std::abs(box.center.x() - 0.5 * box.size.x() - (car.x() - 2.2)) < 0.1, "the rear is where points end");
        QVERIFY2(std::abs(box.center.y() + 0.5 * box.size.y() - (car.y() + 0.9)) < 0.1, "so is the left side");
    }

    void backspaceTakesBackAndEscapeDrops()
    {
        DrawBench bench;
        bench.tap(bench.at(30.0, 5.0));
        bench.tap(bench.at(34.0, 5.0));
        QVERIFY(bench.key(Qt::Key_Backspace));
        bench.tap(bench.at(30.0, 9.0));
        bench.tap(bench.at(32.0, 7.0));
        QVERIFY(std::abs(bench.onlyShape().cuboid.yaw() - M_PI / 2) < 1e-6);
        bench.tap(bench.at(30.0, -9.0));
        bench.key(Qt::Key_Escape);
        QVERIFY(bench.tools.draft().isEmpty());
        QCOMPARE(bench.scene().shapes.size(), std::size_t(1));
    }

    void enterTakesTheUsualWidth()
    {
        DrawBench bench;
        bench.tap(bench.at(30.0, 5.0));
        bench.tap(bench.at(34.0, 5.0));
        bench.key(Qt::Key_Return);
        QVERIFY(isNear(bench.onlyShape().cuboid.size, {4.0, bench.usual().y(), bench.usual().z()}));
    }

    void nothingIsMadeOfATinyDrag()
    {
        DrawBench bench;
        bench.press(bench.at(30.0, 5.0));
        bench.move(bench.at(30.1, 5.0));
        bench.release(bench.at(30.1, 5.0));
        QVERIFY(bench.scene().shapes.empty());
    }

    void withoutAClassItSaysSo()
    {
        DrawBench bench;
        bench.selection.setClassId(QStringLiteral("none of it"));
        bench.press(bench.at(30.0, 5.0));
        QVERIFY2(bench.tools.hint().contains(QStringLiteral("class")), qPrintable(bench.tools.hint()));
        bench.release(bench.at(30.0, 5.0));
        QVERIFY(bench.scene().shapes.empty());
    }

    void whatIsPutRightInAnotherViewStaysSo()
    {
        DrawBench bench;
        bench.tap(bench.at(30.0, 5.0));
        bench.tap(bench.at(34.0, 5.0));
        bench.move(bench.at(31.0, 6.5));
        const Cuboid drawn = bench.tools.draft().shape->cuboid;
        SideSight above{ObjectSide::Top, drawn};
        ToolEvent nudge;
        nudge.kind = ToolEvent::Kind::Key;
        nudge.key = Qt::Key_Up;
        nudge.modifiers = Qt::ShiftModifier;
        QVERIFY(bench.tools.handle(nudge, above));
        nudge.kind = ToolEvent::Kind::KeyRelease;
        QVERIFY(bench.tools.handle(nudge, above));
        const Cuboid nudged = bench.tools.draft().shape->cuboid;
        QVERIFY((nudged.center - drawn.center).norm() > 0.1);
        bench.move(bench.at(31.0, 9.0));
        QCOMPARE(bench.tools.draft().shape->cuboid, nudged);
        bench.tap(bench.at(31.0, 9.0));
        QCOMPARE(bench.onlyShape().cuboid, nudged);
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void aFullDiskLeavesTheDraft()
    {
        DrawBench bench;
        bench.isDiskFull = true;
        bench.tap(bench.at(30.0, 5.0));
        bench.tap(bench.at(34.0, 5.0));
        bench.tap(bench.at(31.0, 6.5));
        QVERIFY(bench.scene().shapes.empty());
        QVERIFY(bench.tools.draft().shape);
        bench.isDiskFull = false;
        bench.tap(bench.at(31.0, 6.5));
        QVERIFY(isNear(bench.onlyShape().cuboid.size, {4.0, 1.5, bench.usual().z()}));
    }

    void anotherFrameDropsWhatIsHalfDrawn()
    {
        DrawBench bench;
        bench.tap(bench.at(30.0, 5.0));
        bench.tap(bench.at(34.0, 5.0));
        bench.selection.setFrame(bench.scene().frameOrder().back());
        QVERIFY(bench.tools.draft().isEmpty());
        QVERIFY(bench.scene().shapes.empty());
    }

    void whatIsDrawnWhereTheFollowedObjectMustBeGoesOnWithIt_data()
    {
        QTest::addColumn<double>("aside");
        QTest::addColumn<bool>("withShift");
        QTest::addColumn<QString>("picture");
        QTest::newRow("there") << 0.3 << false << "Car 1 in frame 1 · Car 1 in frame 2";
        QTest::newRow("with Shift") << 0.3 << true << "Car 1 in frame 1 · Car 2 in frame 2";
        QTest::newRow("elsewhere") << 4.0 << false << "Car 1 in frame 1 · Car 2 in frame 2";
    }
    void whatIsDrawnWhereTheFollowedObjectMustBeGoesOnWithIt()
    {
        QFETCH(double, aside);
        QFETCH(bool, withShift);
        DrawBench bench;
        const auto draw = [&](double y, Qt::KeyboardModifiers modifiers) {
            bench.press(bench.at(28.0, y));
            bench.move(bench.at(30.0, y));
            bench.move(bench.at(32.0, y));
            const QString hint = bench.tools.hint();
            bench.release(bench.at(32.0, y), modifiers);
            return hint;
        };
        draw(5.0, {});
        bench.selection.setFrame(bench.scene().frameOrder().back());
        const QString hint = draw(5.0 + aside, withShift ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(hint.startsWith(QStringLiteral("Car 1 goes on here")), aside < 2.0);
        QTEST(bench.picture(), "picture");
    }

    void aDrawnBoxKeepsTheOneSizeOfItsObject()
    {
        DrawBench bench;
        bench.press(bench.at(28.0, 5.0));
        bench.move(bench.at(32.0, 5.0));
        bench.release(bench.at(32.0, 5.0));
        Track fixed = bench.scene().tracks.at({1});
        fixed.size = bench.onlyShape().cuboid.size;
        QVERIFY(bench.document.edit(QStringLiteral("size"), {ValueChange<Track>{bench.scene().tracks.at({1}), fixed}}));
        bench.selection.setFrame(bench.scene().frameOrder().back());
        bench.press(bench.at(28.0, 5.0));
        bench.move(bench.at(31.0, 5.0));
        bench.release(bench.at(31.0, 5.0));
        QVERIFY(isNear(bench.scene().shapes.of({1}, {2})->cuboid.size, *fixed.size, 1e-9));
    }
};

QTEST_GUILESS_MAIN(DrawToolTest)
#include "tst_DrawTool.moc"
