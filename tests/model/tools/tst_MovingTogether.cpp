#include "model/tools/MovingTogether.h"

#include "model/tools/Handles.h"
#include "model/tools/ShapeActions.h"
#include "model/tools/Subject.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

namespace
{

constexpr double pixel_m = 0.02;

/// Three cars in a row, all selected, the third one last; it has no points. The select tool is in hand.
struct ThreeCars : Workbench
{
    ThreeCars()
    {
        for (const Eigen::Vector2d& place : places)
            ids.push_back(annotateCar(place));
        tools.activate(QStringLiteral("select"));
        selection.setShapes(ids);
        start = scene().shapes;
    }

    [[nodiscard]] const Shape& shape(int number) const { return scene().shapes.at(ids.at(number)); }
    /// On the car's left side, where a press takes hold of all of it.
    [[nodiscard]] Eigen::Vector3d sideOf(int number) const { return shape(number).cuboid.toSensor({0.5, 0.9, 0.2}); }

    /// "1.0 2.0 0.0 | stays | turned": what has become of each since the start.
    [[nodiscard]] QString picture() const
    {
        return pictureOf([this](ShapeId id) { return scene().shapes.at(id); });
    }
    /// The same of what views show.
    [[nodiscard]] QString shown() const
    {
        return pictureOf([this](ShapeId id) {
            const Shape* shape = standIn(tools.draft(), id);
            return shape ? *shape : scene().shapes.at(id);
        });
    }

    /// In the side view of the last one from above.
    bool sendAbove(
        ToolEvent::Kind kind, const Eigen::Vector2d& at, int key = 0, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        const SideSight sight{ObjectSide::Top, start.at(ids.back()).cuboid};
        ToolEvent event;
        event.kind = kind;
        event.ray = sight.ray(at);
        event.pixelSize_m = pixel_m;
        event.button = Qt::LeftButton;
        event.modifiers = modifiers;
        event.key = key;
        event.hidden = hidden;
        return tools.handle(event, sight);
    }
    void dragAbove(const Eigen::Vector2d& from, const Eigen::Vector2d& by)
    {
        sendAbove(ToolEvent::Kind::Press, from);
        sendAbove(ToolEvent::Kind::Move, from + by);
        sendAbove(ToolEvent::Kind::Release, from + by);
    }

    const std::vector<Eigen::Vector2d> places{{12.0, -3.0}, {24.0, -3.0}, {18.0, 3.0}};
    std::vector<ShapeId> ids;
    decltype(Scene::shapes) start;
    HiddenPtr hidden;

private:
    template <typename Now>
    [[nodiscard]] QString pictureOf(Now now) const
    {
        QStringList words;
        for (const ShapeId id : ids) {
            const Cuboid before = start.at(id).cuboid;
            const Cuboid after = now(id).cuboid;
            const Eigen::Vector3d way = after.center - before.center;
            if (after == before)
                words << QStringLiteral("stays");
            else if (after.size != before.size)
                words << QStringLiteral("resized");
            else if (!after.rotation.isApprox(before.rotation))
                words << QStringLiteral("turned");
            else
                words << QStringLiteral("%1 %2 %3")
                             .arg(way.x() + 0.0, 0, 'f', 1)
                             .arg(way.y() + 0.0, 0, 'f', 1)
                             .arg(std::abs(way.z()), 0, 'f', 1);
        }
        return words.join(QStringLiteral(" | "));
    }
};

} // namespace

class MovingTogetherTest : public QObject
{
    Q_OBJECT
private slots:
    void aDragOfAnyMovesAll_data()
    {
        QTest::addColumn<int>("taken");
        QTest::newRow("the first") << 0;
        QTest::newRow("the second") << 1;
        QTest::newRow("the last") << 2;
    }
    void aDragOfAnyMovesAll()
    {
        QFETCH(int, taken);
        ThreeCars bench;
        const int edits = bench.document.undoDepth();
        const Eigen::Vector3d from = bench.sideOf(taken);
        bench.move(from);
        QCOMPARE(bench.tools.cursor(), Qt::SizeAllCursor);
        QVERIFY(bench.press(from));
        bench.move(from + Eigen::Vector3d(0.5, 1, 0));
        bench.move(from + Eigen::Vector3d(1, 2, 0));
        QCOMPARE(bench.shown(), QStringLiteral("1.0 2.0 0.0 | 1.0 2.0 0.0 | 1.0 2.0 0.0"));
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | stays"));
        bench.release(from + Eigen::Vector3d(1, 2, 0));
        QVERIFY(bench.tools.draft().isEmpty() && bench.tools.draft().along.empty());
        QCOMPARE(bench.picture(), QStringLiteral("1.0 2.0 0.0 | 1.0 2.0 0.0 | 1.0 2.0 0.0"));
        QCOMPARE(bench.document.undoDepth(), edits + 1);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 3 objects"));
        QCOMPARE(bench.selection.shapes(), bench.ids);
        for (int number = 0; number < 3; ++number) {
            QCOMPARE(bench.shape(number).confidence, 1.0);
            QCOMPARE(bench.shape(number).held, FaceSet());
        }
        QVERIFY(bench.document.undo());
        QVERIFY2(bench.scene().shapes == bench.start, "all is as it was");
    }

    void escapeDropsAll()
    {
        ThreeCars bench;
        const Eigen::Vector3d from = bench.sideOf(0);
        bench.press(from);
        bench.move(from + Eigen::Vector3d(2, 0, 0));
        bench.key(Qt::Key_Escape);
        QCOMPARE(bench.shown(), QStringLiteral("stays | stays | stays"));
        bench.release(from + Eigen::Vector3d(2, 0, 0));
        QVERIFY(bench.scene().shapes == bench.start);
        bench.sendAbove(ToolEvent::Kind::Press, {0, 0});
        bench.sendAbove(ToolEvent::Kind::Move, {1, 0});
        QCOMPARE(bench.shown(), QStringLiteral("1.0 0.0 0.0 | 1.0 0.0 0.0 | 1.0 0.0 0.0"));
        bench.sendAbove(ToolEvent::Kind::Key, {1, 0}, Qt::Key_Escape);
        QCOMPARE(bench.shown(), QStringLiteral("stays | stays | stays"));
        bench.sendAbove(ToolEvent::Kind::Release, {1, 0});
        QVERIFY(bench.scene().shapes == bench.start);
    }

    void aClickOnOneOfThemSelectsOnlyIt()
    {
        ThreeCars bench;
        const Eigen::Vector3d at = bench.sideOf(0);
        bench.press(at);
        QCOMPARE(bench.selection.shapes(), bench.ids);
        bench.release(at);
        QCOMPARE(bench.selection.shapes(), std::vector{bench.ids[0]});
        QVERIFY(bench.scene().shapes == bench.start);
    }

    void withCtrlAClickTakesItOut()
    {
        ThreeCars bench;
        const Eigen::Vector3d at = bench.sideOf(0);
        bench.press(at, Qt::ControlModifier);
        bench.release(at, Qt::ControlModifier);
        QCOMPARE(bench.selection.shapes(), (std::vector{bench.ids[1], bench.ids[2]}));
    }

    void whatIsLockedOrHiddenStays()
    {
        ThreeCars bench;
        QVERIFY(setLocked(bench.document, bench.ids[0], true));
        bench.selection.hide({bench.shape(1).track});
        const Eigen::Vector3d from = bench.sideOf(2);
        bench.dragFromTo(from, from + Eigen::Vector3d(0, 1, 0));
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | 0.0 1.0 0.0"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move Car"));
        QVERIFY2(!bench.press(bench.sideOf(0)), "what is locked takes nothing along");
        QVERIFY(!bench.press(bench.sideOf(1)));
    }

    void whatOnlyTheViewHidesStaysToo()
    {
        ThreeCars bench;
        const auto hidden = std::make_shared<Hidden>();
        hidden->shapes.insert(bench.ids[1]);
        bench.hidden = hidden;
        bench.dragAbove({0, 0}, {1, 0});
        QCOMPARE(bench.picture(), QStringLiteral("1.0 0.0 0.0 | stays | 1.0 0.0 0.0"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 2 objects"));
    }

    void gripsChangeOnlyTheLast()
    {
        ThreeCars bench;
        const Eigen::Vector3d rear = positionOf({Handle::Kind::Face, {-1, 0, 0}}, bench.shape(2).cuboid);
        bench.dragFromTo(rear, rear + Eigen::Vector3d(-1, 0, 0));
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | resized"));
        QVERIFY(bench.document.undo());
        bench.dragAbove({2.2, 0.3}, {0.5, 0});
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | resized"));
        QVERIFY(bench.document.undo());
        const Eigen::Vector2d disc =
            turnGripOf({ObjectSide::Top, bench.shape(2).cuboid}, bench.shape(2).cuboid, pixel_m);
        bench.dragAbove(disc, {0, 0.5});
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | turned"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Turn Car"));
    }

    void theInsideOfASideViewMovesAll()
    {
        ThreeCars bench;
        bench.dragAbove({0.5, 0.2}, {1.0, -0.5});
        QCOMPARE(bench.picture(), QStringLiteral("1.0 -0.5 0.0 | 1.0 -0.5 0.0 | 1.0 -0.5 0.0"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 3 objects"));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.scene().shapes == bench.start);
    }

    void withCtrlTheOneInHandFitsAndTheOthersFollowItsWay()
    {
        ThreeCars bench;
        bench.selection.setShapes({bench.ids[1], bench.ids[2], bench.ids[0]});
        const SideSight sight{ObjectSide::Top, bench.shape(0).cuboid};
        for (const auto& [kind, at] : {std::pair{ToolEvent::Kind::Press, Eigen::Vector2d(0.5, 0.2)},
                 {ToolEvent::Kind::Move, Eigen::Vector2d(0.8, 0.4)},
                 {ToolEvent::Kind::Release, Eigen::Vector2d(0.8, 0.4)}}) {
            ToolEvent event;
            event.kind = kind;
            event.ray = sight.ray(at);
            event.pixelSize_m = pixel_m;
            event.button = Qt::LeftButton;
            event.modifiers = Qt::ControlModifier;
            bench.tools.handle(event, sight);
        }
        const auto way = [&](int number) -> Eigen::Vector3d {
            return bench.shape(number).cuboid.center - bench.start.at(bench.ids[number]).cuboid.center;
        };
        QVERIFY2((way(0) - Eigen::Vector3d(0.3, 0.2, 0)).norm() > 0.05, "it goes to its points");
        QVERIFY(way(0).norm() > 1e-6);
        QVERIFY((way(1) - way(0)).norm() < 1e-9 && (way(2) - way(0)).norm() < 1e-9);
        QVERIFY(bench.document.undo());
        QVERIFY(bench.scene().shapes == bench.start);
    }

    void arrowsMoveAllAsOneEdit()
    {
        ThreeCars bench;
        const int edits = bench.document.undoDepth();
        for (int i = 0; i < 5; ++i)
            bench.sendAbove(ToolEvent::Kind::Key, {}, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(bench.shown(), QStringLiteral("0.0 1.0 0.0 | 0.0 1.0 0.0 | 0.0 1.0 0.0"));
        bench.sendAbove(ToolEvent::Kind::KeyRelease, {}, Qt::Key_Up);
        QCOMPARE(bench.picture(), QStringLiteral("0.0 1.0 0.0 | 0.0 1.0 0.0 | 0.0 1.0 0.0"));
        QCOMPARE(bench.document.undoDepth(), edits + 1);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 3 objects"));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.scene().shapes == bench.start);
        QVERIFY2(bench.key(Qt::Key_Up, Qt::ShiftModifier), "in the main view too");
        QVERIFY(bench.shape(0).cuboid.center.x() > bench.start.at(bench.ids[0]).cuboid.center.x() + 0.1);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 3 objects"));
    }

    void arrowsTurnAndNudgeAFaceOfTheLastOnly()
    {
        ThreeCars bench;
        bench.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | turned"));
        QCOMPARE(bench.shape(0).confidence, 0.5);
        QVERIFY(bench.document.undo());
        bench.sendAbove(ToolEvent::Kind::Move, {2.2, 0.3});
        bench.sendAbove(ToolEvent::Kind::Key, {2.2, 0.3}, Qt::Key_Right);
        bench.sendAbove(ToolEvent::Kind::KeyRelease, {2.2, 0.3}, Qt::Key_Right);
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | resized"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Resize Car: front"));
    }

    void aTurnOfTheLastDoesNotUndoHowFarAllHaveMoved()
    {
        ThreeCars bench;
        bench.sendAbove(ToolEvent::Kind::Key, {}, Qt::Key_Up, Qt::ShiftModifier);
        bench.sendAbove(ToolEvent::Kind::Key, {}, Qt::Key_Left, Qt::ControlModifier);
        bench.sendAbove(ToolEvent::Kind::KeyRelease, {}, Qt::Key_Left);
        QCOMPARE(bench.picture(), QStringLiteral("0.0 0.2 0.0 | 0.0 0.2 0.0 | turned"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 3 objects"));
    }

    void arrowsMoveTheOthersWhereTheLastStays_data()
    {
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("locked") << true;
        QTest::newRow("hidden") << false;
    }
    void arrowsMoveTheOthersWhereTheLastStays()
    {
        QFETCH(bool, isLocked);
        ThreeCars bench;
        if (isLocked)
            QVERIFY(setLocked(bench.document, bench.ids[2], true));
        else
            bench.selection.hide({bench.shape(2).track});
        for (int i = 0; i < 5; ++i)
            bench.sendAbove(ToolEvent::Kind::Key, {}, Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(bench.shown(), QStringLiteral("0.0 1.0 0.0 | 0.0 1.0 0.0 | stays"));
        QCOMPARE(subjectOf(bench.tools.draft(), bench.scene(), bench.selection)->shape.id, bench.ids[2]);
        bench.sendAbove(ToolEvent::Kind::Key, {}, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(bench.shown(), QStringLiteral("0.0 1.0 0.0 | 0.0 1.0 0.0 | stays"));
        bench.sendAbove(ToolEvent::Kind::KeyRelease, {}, Qt::Key_Up);
        QCOMPARE(bench.picture(), QStringLiteral("0.0 1.0 0.0 | 0.0 1.0 0.0 | stays"));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Move 2 objects"));
    }

    void aLitFaceIsNudgedThoughTheMainViewHidesTheLast()
    {
        ThreeCars bench;
        const auto hidden = std::make_shared<Hidden>();
        hidden->shapes.insert(bench.ids[2]);
        bench.hidden = hidden;
        bench.sendAbove(ToolEvent::Kind::Move, {2.2, 0.3});
        bench.sendAbove(ToolEvent::Kind::Key, {2.2, 0.3}, Qt::Key_Right);
        bench.sendAbove(ToolEvent::Kind::KeyRelease, {2.2, 0.3}, Qt::Key_Right);
        QCOMPARE(bench.picture(), QStringLiteral("stays | stays | resized"));
    }

    void panelsShowTheLastOneWhileAnotherIsDragged()
    {
        ThreeCars bench;
        const Eigen::Vector3d from = bench.sideOf(0);
        bench.press(from);
        bench.move(from + Eigen::Vector3d(1, 2, 0));
        const auto subject = subjectOf(bench.tools.draft(), bench.scene(), bench.selection);
        QCOMPARE(subject->shape.id, bench.ids[2]);
        QVERIFY(
            (subject->shape.cuboid.center - carAt(bench.places[2]).center - Eigen::Vector3d(1, 2, 0)).norm() < 0.05);
    }

    void whatIsTickedOrLockedMeanwhileStands()
    {
        ThreeCars bench;
        const Eigen::Vector3d from = bench.sideOf(2);
        bench.press(from);
        bench.move(from + Eigen::Vector3d(1, 2, 0));
        Shape ticked = bench.shape(0);
        ticked.attributes[QStringLiteral("parked")] = true;
        QVERIFY(bench.document.edit(QStringLiteral("Tick"), {ValueChange<Shape>{bench.shape(0), ticked}}));
        QVERIFY(setLocked(bench.document, bench.ids[1], true));
        bench.release(from + Eigen::Vector3d(1, 2, 0));
        QCOMPARE(bench.picture(), QStringLiteral("1.0 2.0 0.0 | stays | 1.0 2.0 0.0"));
        QCOMPARE(bench.shape(0).attributes, ticked.attributes);
    }

    void aFullDiskLeavesAllAsTheyWere()
    {
        ThreeCars bench;
        bench.isDiskFull = true;
        const QSignalSpy failures(&bench.document, &Document::editFailed);
        const Eigen::Vector3d from = bench.sideOf(2);
        bench.dragFromTo(from, from + Eigen::Vector3d(1, 2, 0));
        QCOMPARE(failures.count(), 1);
        QVERIFY(bench.scene().shapes == bench.start);
        QCOMPARE(bench.shown(), QStringLiteral("stays | stays | stays"));
    }
};

QTEST_GUILESS_MAIN(MovingTogetherTest)
#include "tst_MovingTogether.moc"
