#include "model/tools/SelectTool.h"

#include "model/tools/FitActions.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

Q_DECLARE_METATYPE(lunkuo::Handle)

namespace
{

/// Both cars annotated exactly, the near one selected, the select tool in hand.
struct TwoCars : Workbench
{
    TwoCars()
    {
        for (const Eigen::Vector2d& place : {nearCar, farCar})
            ids.push_back(annotateCar(place));
        tools.activate(QStringLiteral("select"));
        selection.setShape(ids[0]);
    }
    [[nodiscard]] const Shape& nearShape() const { return scene().shapes.at(ids[0]); }
    [[nodiscard]] Eigen::Vector3d grip(Handle::Kind kind, const Eigen::Vector3i& side) const
    {
        return positionOf({kind, side}, nearShape().cuboid);
    }

    /// Two quick clicks; whether the second was of use as such.
    bool doubleClick(const Eigen::Vector3d& at)
    {
        ToolEvent event;
        event.kind = ToolEvent::Kind::DoubleClick;
        event.button = Qt::LeftButton;
        event.ray.origin = {-6.0, 10.0, 14.0};
        event.ray.direction = (at - event.ray.origin).normalized();
        event.tanPixel = 0.001;
        if (press(at))
            release(at);
        else
            click(at);
        if (press(at))
            release(at);
        return tools.handle(event);
    }

    std::vector<ShapeId> ids;
};

bool isNear(const Eigen::Vector3d& a, const Eigen::Vector3d& b, double tolerance = 1e-6)
{
    return (a - b).norm() < tolerance;
}

} // namespace

class SelectToolTest : public QObject
{
    Q_OBJECT
private slots:
    void clicksSelectAndHoverShowsWhat()
    {
        TwoCars bench;
        const Eigen::Vector3d onFar = carAt(bench.farCar).center;
        bench.move(onFar);
        QCOMPARE(bench.selection.hovered(), bench.ids[1]);
        QCOMPARE(bench.tools.cursor(), Qt::PointingHandCursor);
        bench.click(onFar);
        QCOMPARE(bench.selection.shape(), bench.ids[1]);
        bench.click({5.0, 8.0, -1.73});
        QVERIFY(!bench.selection.shape().isValid());
        bench.move({5.0, 8.0, -1.73});
        QVERIFY(!bench.selection.hovered().isValid());
    }

    void thePointUnderTheCursorDecidesBetweenCuboidsInARow()
    {
        TwoCars bench;
        Cuboid tall = carAt(bench.nearCar);
        tall.size.z() = 12.0; // its empty upper part hides the far car from the eye
        QVERIFY(setCuboid(bench.document, bench.ids[0], tall, QStringLiteral("tall")));
        bench.click(Workbench::pointOn(bench.farCar));
        QCOMPARE(bench.selection.shape(), bench.ids[1]);
    }

    void aDragMovesOverTheGroundAsOneEdit()
    {
        TwoCars bench;
        const QSignalSpy edits(&bench.document, &Document::changed);
        const Eigen::Vector3d side = carAt(bench.nearCar).toSensor({0.5, 0.9, 0.2});
        QVERIFY(bench.press(side));
        QVERIFY(bench.move(side + Eigen::Vector3d(0.5, 0.5, 0)));
        QVERIFY(bench.move(side + Eigen::Vector3d(1, 2, 0)));
        const Draft draft = bench.tools.draft();
        QCOMPARE(draft.replaces, bench.ids[0]);
        QVERIFY(isNear(draft.shape->cuboid.center, carAt(bench.nearCar).center + Eigen::Vector3d(1, 2, 0), 0.02));
        QCOMPARE(edits.count(), 0);
        QVERIFY(bench.release(side + Eigen::Vector3d(1, 2, 0)));
        QCOMPARE(edits.count(), 1);
        QVERIFY(bench.tools.draft().isEmpty());
        QVERIFY(isNear(bench.nearShape().cuboid.center, carAt(bench.nearCar).center + Eigen::Vector3d(1, 2, 0), 0.02));
        QCOMPARE(bench.nearShape().confidence, 1.0);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move Car"));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.nearShape().cuboid, carAt(bench.nearCar));
    }

    void aTrembleIsAClickAndNoDrag()
    {
        TwoCars bench;
        const QSignalSpy edits(&bench.document, &Document::changed);
        const Eigen::Vector3d side = carAt(bench.nearCar).toSensor({0.5, 0.9, 0.2});
        bench.press(side);
        bench.move(side + Eigen::Vector3d(0.01, 0.01, 0));
        QVERIFY(bench.tools.draft().isEmpty());
        bench.release(side + Eigen::Vector3d(0.01, 0.01, 0));
        QCOMPARE(edits.count(), 0);
        QCOMPARE(bench.selection.shape(), bench.ids[0]);
    }

    void escapeCancelsTheDragThenTheSelection()
    {
        TwoCars bench;
        const Eigen::Vector3d side = carAt(bench.nearCar).toSensor({0.5, 0.9, 0.2});
        bench.press(side);
        bench.move(side + Eigen::Vector3d(2, 0, 0));
        bench.key(Qt::Key_Escape);
        QVERIFY(bench.tools.draft().isEmpty());
        bench.release(side + Eigen::Vector3d(2, 0, 0));
        QCOMPARE(bench.nearShape().cuboid, carAt(bench.nearCar));
        bench.key(Qt::Key_Escape);
        QVERIFY(!bench.selection.shape().isValid());
    }

    void onlyTheSelectedCanBeDragged()
    {
        TwoCars bench;
        QVERIFY(!bench.press(carAt(bench.farCar).center));
        bench.selection.setShape({});
        QVERIFY(!bench.press(carAt(bench.nearCar).center));
    }

    void gripsResize_data()
    {
        QTest::addColumn<Handle>("handle");
        QTest::addColumn<Eigen::Vector3d>("by");
        QTest::addColumn<Eigen::Vector3d>("size");
        QTest::addColumn<Eigen::Vector3d>("shift");
        using Kind = Handle::Kind;
        const auto row = [](const char* name, const Handle& handle, const Eigen::Vector3d& by,
                             const Eigen::Vector3d& size,
                             const Eigen::Vector3d& shift) { QTest::newRow(name) << handle << by << size << shift; };
        row("rear", {Kind::Face, {-1, 0, 0}}, {-1.0, 0.3, 0}, {5.4, 1.8, 1.5}, {-0.5, 0, 0});
        row("left", {Kind::Face, {0, 1, 0}}, {0.3, 0.2, 0}, {4.4, 2.0, 1.5}, {0, 0.1, 0});
        row("roof", {Kind::Face, {0, 0, 1}}, {0, 0, 0.4}, {4.4, 1.8, 1.9}, {0, 0, 0.2});
        row("rear left", {Kind::Corner, {-1, 1, 0}}, {0.4, 0.2, 0}, {4.0, 2.0, 1.5}, {0.2, 0.1, 0});
        row("not past the front", {Kind::Face, {-1, 0, 0}}, {6.0, 0, 0}, {0.1, 1.8, 1.5}, {2.15, 0, 0});
    }
    void gripsResize()
    {
        QFETCH(Handle, handle);
        QFETCH(Eigen::Vector3d, by);
        QFETCH(Eigen::Vector3d, size);
        QFETCH(Eigen::Vector3d, shift);
        TwoCars bench;
        const Eigen::Vector3d start = bench.grip(handle.kind, handle.side);
        bench.dragFromTo(start, start + by);
        const Shape& shape = bench.nearShape();
        QVERIFY2(isNear(shape.cuboid.size, size, 1e-3), "size");
        QVERIFY2(isNear(shape.cuboid.center, carAt(bench.nearCar).center + shift, 1e-3), "centre");
        QVERIFY2(std::abs(shape.outline->footprint[0].x() - 0.5 * size.x()) < 1e-3, "the outline is scaled along");
        QVERIFY(bench.document.undoText().startsWith(QStringLiteral("Resize Car: ")));
        QCOMPARE(shape.held, facesOf(handle));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.nearShape().held, FaceSet());
    }

    void aGripTakenBesideItsMiddleDoesNotJump()
    {
        TwoCars bench;
        const Eigen::Vector3d grip = bench.grip(Handle::Kind::Face, {-1, 0, 0});
        const Eigen::Vector3d beside = grip + Eigen::Vector3d(0.05, 0.05, 0);
        bench.dragFromTo(beside, beside + Eigen::Vector3d(-0.5, 0, 0));
        QVERIFY(std::abs(bench.nearShape().cuboid.size.x() - 4.9) < 1e-3);
    }

    void theGripAheadTurns()
    {
        TwoCars bench;
        const Eigen::Vector3d grip = bench.grip(Handle::Kind::Rotate, {1, 0, 0});
        const Eigen::Vector3d center = carAt(bench.nearCar).center;
        const Eigen::AngleAxisd quarter(0.5, Eigen::Vector3d::UnitZ());
        bench.dragFromTo(grip, center + quarter * (grip - center));
        QVERIFY(std::abs(bench.nearShape().cuboid.yaw() - 0.5) < 1e-6);
        QCOMPARE(bench.nearShape().cuboid.center, center);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Turn Car"));
        QCOMPARE(bench.nearShape().held, FaceSet(Face::Heading));
    }

    void withCtrlTheDraggedFaceGoesToThePointsAndTheRestFitsItself()
    {
        TwoCars bench;
        Cuboid wide = carAt(bench.nearCar);
        wide.size += Eigen::Vector3d(0.0, 0.6, 0.5);
        QVERIFY(setCuboid(bench.document, bench.ids[0], wide, QStringLiteral("wide")));
        QVERIFY(releaseFaces(bench.document, bench.ids[0]));
        const Eigen::Vector3d rear = bench.grip(Handle::Kind::Face, {-1, 0, 0});
        const Eigen::Vector3d there = rear - Eigen::Vector3d(0.35, 0, 0);
        bench.press(rear);
        bench.move(there, Qt::ControlModifier);
        QVERIFY2(bench.tools.draft().shape->cuboid.size.y() < wide.size.y() - 0.3, "while it is being dragged");
        bench.release(there);
        const Shape& shape = bench.nearShape();
        const Cuboid& box = shape.cuboid;
        QVERIFY2(std::abs((box.center - 0.5 * box.size.x() * (box.rotation * Eigen::Vector3d::UnitX())).x() -
                          rear.x()) < 0.06,
            "the face goes back to where the points end");
        QCOMPARE(shape.held, FaceSet(Face::Rear));
        QVERIFY(box.size.y() < wide.size.y() - 0.3 && box.size.z() < wide.size.z() - 0.3);
        QVERIFY2(shape.outline->vertices.size() > 100, "the outline is made anew");
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.nearShape().cuboid, wide);
    }

    void withCtrlFarFromAllPointsTheHandDecides()
    {
        TwoCars bench;
        bench.selection.setShape(bench.ids[0]);
        Cuboid lost = carAt({12.0, 9.0});
        QVERIFY(setCuboid(bench.document, bench.ids[0], lost, QStringLiteral("lost")));
        const Eigen::Vector3d rear = bench.grip(Handle::Kind::Face, {-1, 0, 0});
        bench.dragFromTo(rear, rear - Eigen::Vector3d(0.5, 0, 0), Qt::ControlModifier);
        QVERIFY(std::abs(bench.nearShape().cuboid.size.x() - 4.9) < 1e-3);
    }

    void fromAboveTheMiddleMovesTheWhole()
    {
        TwoCars bench;
        bench.lookDown();
        const Eigen::Vector3d middle = carAt(bench.nearCar).center;
        bench.dragFromTo(middle, middle + Eigen::Vector3d(0, 3, 0));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move Car"));
        QVERIFY(isNear(bench.nearShape().cuboid.center, middle + Eigen::Vector3d(0, 3, 0), 1e-3));
    }

    void fromTheSideADragLifts()
    {
        TwoCars bench;
        bench.lookAlongY();
        const Eigen::Vector3d middle = carAt(bench.nearCar).center;
        bench.dragFromTo(middle, middle + Eigen::Vector3d(0.5, 0, 0.3));
        QVERIFY(isNear(bench.nearShape().cuboid.center, middle + Eigen::Vector3d(0.5, 0, 0.3), 1e-3));
    }

    void ctrlAndClickSelectsSeveral()
    {
        TwoCars bench;
        bench.click(carAt(bench.farCar).center, Qt::ControlModifier);
        QCOMPARE(bench.selection.shapes(), bench.ids);
        QCOMPARE(bench.selection.shape(), bench.ids[1]);
        bench.click(carAt(bench.farCar).center, Qt::ControlModifier);
        QCOMPARE(bench.selection.shapes(), std::vector{bench.ids[0]});
        bench.click({5.0, 8.0, -1.73}, Qt::ControlModifier);
        QVERIFY2(bench.selection.shape().isValid(), "a miss with Ctrl drops nothing");
    }

    void aBandSelectsAllThatHaveTheirMiddleInIt()
    {
        TwoCars bench;
        bench.selection.setShape({});
        bench.lookDown();
        QVERIFY(bench.press({8.0, 1.0, -1.7}, Qt::ShiftModifier));
        bench.move({30.0, -6.0, -1.7}, Qt::ShiftModifier);
        QVERIFY(bench.tools.draft().band);
        bench.release({30.0, -6.0, -1.7}, Qt::ShiftModifier);
        QVERIFY(!bench.tools.draft().band);
        QCOMPARE(bench.selection.shapes(), bench.ids);
        bench.selection.hide({bench.nearShape().track});
        bench.press({8.0, 1.0, -1.7}, Qt::ShiftModifier);
        bench.move({30.0, -6.0, -1.7}, Qt::ShiftModifier);
        bench.release({30.0, -6.0, -1.7}, Qt::ShiftModifier);
        QCOMPARE(bench.selection.shapes(), std::vector{bench.ids[1]});
    }

    void escapeDropsTheBand()
    {
        TwoCars bench;
        bench.press({8.0, 1.0, -1.7}, Qt::ShiftModifier);
        bench.key(Qt::Key_Escape);
        QVERIFY(!bench.tools.draft().band);
        bench.release({30.0, -6.0, -1.7});
        QCOMPARE(bench.selection.shapes(), std::vector{bench.ids[0]});
    }

    void withSeveralItSaysWhatChangesAllOfThem()
    {
        TwoCars bench;
        bench.selection.setShapes({bench.ids[0], bench.ids[1]});
        QVERIFY2(
            bench.tools.hint().startsWith(QStringLiteral("2 selected: keys change all, drags and arrows move all")),
            qPrintable(bench.tools.hint()));
        bench.selection.setShape(bench.ids[0]);
        QVERIFY(!bench.tools.hint().contains(QStringLiteral("move all")));
    }

    void whatIsLockedCannotBeDragged()
    {
        TwoCars bench;
        QVERIFY(setLocked(bench.document, bench.ids[0], true));
        const Eigen::Vector3d grip = bench.grip(Handle::Kind::Face, {-1, 0, 0});
        QVERIFY(!bench.press(grip));
        QVERIFY(bench.tools.hint().contains(QStringLiteral("Ctrl+L")));
        bench.move(grip);
        QVERIFY(bench.tools.cursor() != Qt::OpenHandCursor);
    }

    void whatIsHiddenIsNotMeant()
    {
        TwoCars bench;
        bench.selection.hide({bench.scene().shapes.at(bench.ids[1]).track});
        bench.click(carAt(bench.farCar).center);
        QVERIFY(!bench.selection.shape().isValid());
        bench.selection.showAll();
        bench.click(carAt(bench.farCar).center);
        QCOMPARE(bench.selection.shape(), bench.ids[1]);
        bench.selection.isolate({bench.nearShape().track});
        bench.click(carAt(bench.farCar).center);
        QVERIFY(!bench.selection.shape().isValid());
    }

    void arrowsMoveItTheWayTheyPointOnTheScreen_data()
    {
        QTest::addColumn<double>("yaw");
        QTest::addColumn<int>("key");
        QTest::addColumn<Eigen::Vector3d>("way");
        // On this screen ahead is up and left is left.
        const double quarter = 0.5 * M_PI;
        QTest::newRow("up") << 0.0 << int(Qt::Key_Up) << Eigen::Vector3d(1, 0, 0);
        QTest::newRow("left") << 0.0 << int(Qt::Key_Left) << Eigen::Vector3d(0, 1, 0);
        QTest::newRow("right of one that heads left") << quarter << int(Qt::Key_Right) << Eigen::Vector3d(0, -1, 0);
        QTest::newRow("down of one that comes") << 2 * quarter << int(Qt::Key_Down) << Eigen::Vector3d(-1, 0, 0);
    }
    void arrowsMoveItTheWayTheyPointOnTheScreen()
    {
        QFETCH(double, yaw);
        QFETCH(int, key);
        QFETCH(Eigen::Vector3d, way);
        TwoCars bench;
        const Cuboid before = carAt(bench.nearCar).withYaw(yaw);
        QVERIFY(setCuboid(bench.document, bench.ids[0], before, QStringLiteral("turn")));
        QVERIFY(bench.key(key));
        const Eigen::Vector3d moved = bench.nearShape().cuboid.center - before.center;
        QVERIFY(moved.norm() > 0.019 && isNear(moved.normalized(), way));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.nearShape().cuboid, before);
    }

    void whatIsHiddenHasNoGrips()
    {
        TwoCars bench;
        const Eigen::Vector3d front = bench.grip(Handle::Kind::Rotate, {1, 0, 0});
        QVERIFY(bench.press(front));
        bench.release(front);
        bench.selection.setShape(bench.ids[0]);
        bench.selection.hide({bench.nearShape().track});
        QVERIFY(!bench.press(front));
        bench.move(front);
        QVERIFY(!bench.selection.hovered().isValid());
    }

    void aDoubleClickDrawsInWhatIsMeant_data()
    {
        QTest::addColumn<Eigen::Vector3i>("side");
        QTest::addColumn<bool>("rear");
        QTest::addColumn<bool>("left");
        QTest::addColumn<QString>("text");
        QTest::newRow("face") << Eigen::Vector3i(-1, 0, 0) << true << false << "Shrink Car to points: rear";
        QTest::newRow("corner") << Eigen::Vector3i(-1, 1, 0) << true << true << "Shrink Car to points: rear, left side";
        QTest::newRow("middle") << Eigen::Vector3i(0, 0, 0) << true << true << "Shrink Car to points";
    }
    void aDoubleClickDrawsInWhatIsMeant()
    {
        QFETCH(Eigen::Vector3i, side);
        QFETCH(bool, rear);
        QFETCH(bool, left);
        QFETCH(QString, text);
        TwoCars bench;
        Cuboid wide = carAt(bench.nearCar);
        wide.size += Eigen::Vector3d(0.6, 0.6, 0.0);
        QVERIFY(setCuboid(bench.document, bench.ids[0], wide, QStringLiteral("wide")));
        QVERIFY(releaseFaces(bench.document, bench.ids[0]));
        const QSignalSpy edits(&bench.document, &Document::changed);
        QVERIFY(bench.doubleClick(wide.toSensor(0.5 * side.cast<double>().cwiseProduct(wide.size))));
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.document.undoText(), text);
        QCOMPARE(bench.selection.shape(), bench.ids[0]);
        const Cuboid& box = bench.nearShape().cuboid;
        const auto isDrawnIn = [](double face, double points) { return std::abs(face - points) < 0.06; };
        QCOMPARE(isDrawnIn(box.center.x() - 0.5 * box.size.x(), bench.nearCar.x() - 2.2), rear);
        QCOMPARE(isDrawnIn(box.center.y() + 0.5 * box.size.y(), bench.nearCar.y() + 0.9), left);
    }

    void aDoubleClickThatSelectsOnlyLooksCloser()
    {
        TwoCars bench;
        bench.selection.setShape({});
        const QSignalSpy edits(&bench.document, &Document::changed);
        const Eigen::Vector3d middle = carAt(bench.nearCar).center;
        QVERIFY(!bench.doubleClick(middle));
        QCOMPARE(bench.selection.shape(), bench.ids[0]);
        QCOMPARE(edits.count(), 0);
    }

    void aDoubleClickElsewhereOnItLooksCloser()
    {
        TwoCars bench;
        QVERIFY(!bench.doubleClick(carAt(bench.nearCar).toSensor({-1.5, 0.9, 0.3})));
        QVERIFY(setLocked(bench.document, {bench.ids[0]}, true));
        QVERIFY2(!bench.doubleClick(carAt(bench.nearCar).center), "what is locked stays");
    }

    void aClickOnAGripKeepsTheObject()
    {
        TwoCars bench;
        const Eigen::Vector3d ahead = bench.grip(Handle::Kind::Rotate, Eigen::Vector3i(1, 0, 0));
        QVERIFY(bench.press(ahead));
        QVERIFY(bench.release(ahead));
        QCOMPARE(bench.selection.shape(), bench.ids[0]);
    }

    void anotherFrameEndsTheDrag()
    {
        TwoCars bench;
        const Eigen::Vector3d side = carAt(bench.nearCar).toSensor({0.5, 0.9, 0.2});
        bench.press(side);
        bench.move(side + Eigen::Vector3d(2, 0, 0));
        bench.selection.setFrame(bench.scene().frameOrder().back());
        QVERIFY(bench.tools.draft().isEmpty());
        QCOMPARE(bench.nearShape().cuboid, carAt(bench.nearCar));
    }

    void aFullDiskLeavesEverythingAsItWas()
    {
        TwoCars bench;
        bench.isDiskFull = true;
        const QSignalSpy failures(&bench.document, &Document::editFailed);
        const Eigen::Vector3d side = carAt(bench.nearCar).toSensor({0.5, 0.9, 0.2});
        bench.dragFromTo(side, side + Eigen::Vector3d(2, 0, 0));
        QCOMPARE(failures.count(), 1);
        QCOMPARE(bench.nearShape().cuboid, carAt(bench.nearCar));
        QVERIFY(bench.tools.draft().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SelectToolTest)
#include "tst_SelectTool.moc"
