#include "model/tools/SideHand.h"

#include "model/geometry/Angles.h"
#include "model/tools/FitActions.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

Q_DECLARE_METATYPE(lunkuo::ObjectSide)

namespace
{

constexpr double pixel_m = 0.02;

/// A car, turned a little and selected, looked at square to its sides.
struct SideBench : Workbench
{
    SideBench()
    {
        car = annotateCar(nearCar);
        selection.setShape(car);
    }

    [[nodiscard]] const Shape& shape() const { return scene().shapes.at(car); }
    void look(ObjectSide side) { sight = {side, shape().cuboid}; }

    bool send(ToolEvent::Kind kind, const Eigen::Vector2d& at, Qt::KeyboardModifiers modifiers = {}, int key = 0)
    {
        ToolEvent event;
        event.kind = kind;
        event.ray = sight.ray(at);
        event.pixelSize_m = pixel_m;
        event.button = Qt::LeftButton;
        event.modifiers = modifiers;
        event.key = key;
        return tools.handle(event, sight);
    }
    bool drag(const Eigen::Vector2d& from, const Eigen::Vector2d& by, Qt::KeyboardModifiers modifiers = {})
    {
        const bool taken = send(ToolEvent::Kind::Press, from);
        send(ToolEvent::Kind::Move, from + 0.5 * by, modifiers);
        send(ToolEvent::Kind::Move, from + by, modifiers);
        send(ToolEvent::Kind::Release, from + by, modifiers);
        return taken;
    }
    void tap(int key, Qt::KeyboardModifiers modifiers = {})
    {
        send(ToolEvent::Kind::Key, {}, modifiers, key);
        send(ToolEvent::Kind::KeyRelease, {}, modifiers, key);
    }

    ShapeId car;
    SideSight sight;
};

bool isNear(const Eigen::Vector3d& a, const Eigen::Vector3d& b, double tolerance = 1e-6)
{
    return (a - b).norm() < tolerance;
}

} // namespace

class SideHandTest : public QObject
{
    Q_OBJECT
private slots:
    void dragsDoWhatTheyLookLike_data()
    {
        using V3 = Eigen::Vector3d;
        using V2 = Eigen::Vector2d;
        QTest::addColumn<ObjectSide>("side");
        QTest::addColumn<V2>("from");
        QTest::addColumn<V2>("by");
        QTest::addColumn<V3>("growth");
        QTest::addColumn<V3>("shift");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, ObjectSide side, const V2& from, const V2& by, const V3& growth,
                             const V3& shift, const char* text) {
            QTest::newRow(name) << side << from << by << growth << shift << QString::fromLatin1(text);
        };
        // The car is 4.4 x 1.8 x 1.5 m.
        row("top: front", ObjectSide::Top, {2.2, 0.3}, {0.5, 0.2}, {0.5, 0, 0}, {0.25, 0, 0}, "Resize Car: front");
        row("top: left", ObjectSide::Top, {0, 0.9}, {0, 0.2}, {0, 0.2, 0}, {0, 0.1, 0}, "Resize Car: left side");
        row("top: rear right", ObjectSide::Top, {-2.2, -0.9}, {-0.4, 0.2}, {0.4, -0.2, 0}, {-0.2, 0.1, 0},
            "Resize Car: rear, right side");
        row("top: inside", ObjectSide::Top, {0.5, 0.2}, {1.0, -0.5}, {0, 0, 0}, {1.0, -0.5, 0}, "Move Car");
        row("right: roof", ObjectSide::Right, {0, 0.75}, {0.3, 0.2}, {0, 0, 0.2}, {0, 0, 0.1}, "Resize Car: top");
        row("right: front is right", ObjectSide::Right, {2.2, 0}, {0.3, 0}, {0.3, 0, 0}, {0.15, 0, 0},
            "Resize Car: front");
        row("left: front is left", ObjectSide::Left, {-2.2, 0}, {-0.3, 0}, {0.3, 0, 0}, {0.15, 0, 0},
            "Resize Car: front");
        row("rear: left is left", ObjectSide::Rear, {-0.9, 0}, {-0.1, 0}, {0, 0.1, 0}, {0, 0.05, 0},
            "Resize Car: left side");
        row("front: left is right", ObjectSide::Front, {0.9, 0}, {0.1, 0}, {0, 0.1, 0}, {0, 0.05, 0},
            "Resize Car: left side");
        row("rear: inside", ObjectSide::Rear, {0, 0}, {0.2, 0.3}, {0, 0, 0}, {0, -0.2, 0.3}, "Move Car");
    }
    void dragsDoWhatTheyLookLike()
    {
        QFETCH(ObjectSide, side);
        QFETCH(Eigen::Vector2d, from);
        QFETCH(Eigen::Vector2d, by);
        QFETCH(Eigen::Vector3d, growth);
        QFETCH(Eigen::Vector3d, shift);
        QFETCH(QString, text);
        SideBench bench;
        bench.look(side);
        const Cuboid before = bench.shape().cuboid;
        const QSignalSpy edits(&bench.document, &Document::changed);
        QVERIFY(bench.drag(from, by));
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.document.undoText(), text);
        QVERIFY2(isNear(bench.shape().cuboid.size, before.size + growth), "size");
        QVERIFY2(isNear(bench.shape().cuboid.center, before.center + shift), "centre");
        QCOMPARE(bench.shape().confidence, 1.0);
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.shape().cuboid, before);
        QCOMPARE(bench.shape().held, FaceSet());
    }

    void theDraftShowsTheDragAndEscapeDropsIt()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        const Cuboid before = bench.shape().cuboid;
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.send(ToolEvent::Kind::Press, {2.2, 0});
        bench.send(ToolEvent::Kind::Move, {3.2, 0});
        QCOMPARE(bench.tools.draft().replaces, bench.car);
        QVERIFY(std::abs(bench.tools.draft().shape->cuboid.size.x() - 5.4) < 1e-6);
        QCOMPARE(bench.shape().cuboid, before);
        QVERIFY(bench.send(ToolEvent::Kind::Key, {}, {}, Qt::Key_Escape));
        QVERIFY(bench.tools.draft().isEmpty());
        bench.send(ToolEvent::Kind::Release, {3.2, 0});
        QCOMPARE(edits.count(), 0);
        QCOMPARE(bench.shape().cuboid, before);
    }

    void aTrembleDragsNothing()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.drag({2.2, 0}, {1.5 * pixel_m, 0});
        QCOMPARE(edits.count(), 0);
    }

    void outsideAndWithoutASelectionThereIsNothingToTakeHoldOf()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        QVERIFY(!bench.drag({-3.0, 2.0}, {0.5, 0}));
        bench.selection.setShape({});
        QVERIFY(!bench.drag({2.2, 0}, {0.5, 0}));
    }

    void theGripAheadTurns()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        const Eigen::Vector2d grip = turnGripOf(bench.sight, bench.shape().cuboid, pixel_m);
        const Eigen::Vector2d there = Eigen::Rotation2Dd(0.4) * grip;
        bench.drag(grip, there - grip);
        QVERIFY(std::abs(bench.shape().cuboid.yaw() - 0.4) < 1e-6);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Turn Car"));
        QCOMPARE(bench.shape().held, FaceSet(Face::Heading));
    }

    void keysNudgeTheFaceUnderTheCursorOnly_data()
    {
        using V2 = Eigen::Vector2d;
        QTest::addColumn<ObjectSide>("side");
        QTest::addColumn<V2>("at");
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<Eigen::Vector3d>("growth");
        QTest::addColumn<Eigen::Vector3d>("shift");
        const auto row = [](const char* name, ObjectSide side, const V2& at, int key, Qt::KeyboardModifiers modifiers,
                             const Eigen::Vector3d& growth, const Eigen::Vector3d& shift) {
            QTest::newRow(name) << side << at << key << modifiers << growth << shift;
        };
        const auto none = Qt::KeyboardModifiers();
        row("front out", ObjectSide::Top, {2.2, 0.3}, Qt::Key_Right, none, {0.044, 0, 0}, {0.022, 0, 0});
        row("front in, by much", ObjectSide::Top, {2.2, 0.3}, Qt::Key_Left, Qt::ShiftModifier, {-0.44, 0, 0},
            {-0.22, 0, 0});
        row("left side out", ObjectSide::Top, {0, 0.9}, Qt::Key_Up, none, {0, 0.02, 0}, {0, 0.01, 0});
        row("a corner: the face the key points along", ObjectSide::Top, {-2.2, -0.9}, Qt::Key_Down, none, {0, 0.02, 0},
            {0, -0.01, 0});
        row("along the edge: nothing", ObjectSide::Top, {2.2, 0.3}, Qt::Key_Up, none, {0, 0, 0}, {0, 0, 0});
        row("roof", ObjectSide::Right, {0, 0.75}, Qt::Key_Up, none, {0, 0, 0.02}, {0, 0, 0.01});
        row("inside: all of it", ObjectSide::Top, {0.5, 0.2}, Qt::Key_Right, none, {0, 0, 0}, {0.044, 0, 0});
    }
    void keysNudgeTheFaceUnderTheCursorOnly()
    {
        QFETCH(ObjectSide, side);
        QFETCH(Eigen::Vector2d, at);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(Eigen::Vector3d, growth);
        QFETCH(Eigen::Vector3d, shift);
        SideBench bench;
        bench.look(side);
        const Cuboid before = bench.shape().cuboid;
        bench.send(ToolEvent::Kind::Move, at);
        const int edits = bench.document.undoDepth();
        bench.tap(key, modifiers);
        const bool hasChanged = !growth.isZero() || !shift.isZero();
        QCOMPARE(bench.document.undoDepth(), edits + (hasChanged ? 1 : 0));
        QVERIFY(isNear(bench.shape().cuboid.size, before.size + growth));
        QVERIFY(isNear(bench.shape().cuboid.center, before.center + shift));
    }

    void aFaceNudgedAwayFromTheCursorIsStillMeant()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        bench.send(ToolEvent::Kind::Move, {2.2, 0.3});
        for (int i = 0; i < 3; ++i)
            bench.tap(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(bench.shape().cuboid.size.x() > 5.6);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Resize Car: front"));
        QCOMPARE(bench.shape().held, FaceSet(Face::Front));
        bench.send(ToolEvent::Kind::Leave, {});
        const Eigen::Vector3d size = bench.shape().cuboid.size;
        bench.tap(Qt::Key_Right);
        QVERIFY2(isNear(bench.shape().cuboid.size, size), "the cursor has left: all of it is meant");
    }

    void theFaceOfAnotherObjectIsNotNudged()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        bench.send(ToolEvent::Kind::Move, {2.2, 0.3});
        Shape other = bench.shape();
        other.id = {};
        other.track = {};
        other.cuboid = carAt(bench.farCar);
        const ShapeId far = addShape(bench.document, QStringLiteral("add"), other, QStringLiteral("Car")).value();
        bench.selection.setShape(far);
        bench.sight = {ObjectSide::Top, other.cuboid};
        bench.tap(Qt::Key_Right);
        QVERIFY(isNear(bench.scene().shapes.at(far).cuboid.size, other.cuboid.size));
    }

    void keysTiltByHalfADegreeAndBack()
    {
        SideBench bench;
        bench.look(ObjectSide::Right);
        const auto pitch = [&] { return degrees(bench.shape().cuboid.pitch()); };
        const double before = pitch();
        for (const int key : {Qt::Key_Left, Qt::Key_Right}) {
            bench.send(ToolEvent::Kind::Key, {0, 0}, Qt::ControlModifier, key);
            bench.send(ToolEvent::Kind::KeyRelease, {0, 0}, Qt::ControlModifier, key);
            QVERIFY(std::abs(std::abs(pitch() - before) - (key == Qt::Key_Left ? 0.5 : 0.0)) < 1e-6);
        }
    }

    void fromTheSideItTiltsAndNearLevelItStandsLevel()
    {
        SideBench bench;
        bench.look(ObjectSide::Right);
        const Eigen::Vector2d grip = turnGripOf(bench.sight, bench.shape().cuboid, pixel_m);
        const auto tilt = [&] { return (bench.shape().cuboid.rotation * Eigen::Vector3d::UnitX()).z(); };
        bench.drag(grip, Eigen::Rotation2Dd(0.2) * grip - grip);
        QVERIFY2(std::abs(tilt() - std::sin(0.2)) < 1e-6, "counter-clockwise from the right raises the front");
        const SideSight tilted{ObjectSide::Right, bench.shape().cuboid};
        bench.sight = tilted;
        const Eigen::Vector2d now = turnGripOf(tilted, bench.shape().cuboid, pixel_m);
        bench.drag(now, Eigen::Rotation2Dd(-0.19) * now - now);
        QCOMPARE(tilt(), 0.0);
    }

    void withCtrlTheFaceGoesToThePoints()
    {
        SideBench bench;
        Cuboid large = carAt(bench.nearCar);
        large.size += Eigen::Vector3d(0.0, 0.0, 0.4);
        large.center += Eigen::Vector3d(0.0, 0.0, 0.2);
        QVERIFY(setCuboid(bench.document, bench.car, large, QStringLiteral("large")));
        bench.look(ObjectSide::Right);
        bench.drag({-2.2, 0.0}, {-0.6, 0.0}, Qt::ControlModifier);
        const Cuboid& box = bench.shape().cuboid;
        const double rear = bench.nearCar.x() - 2.2;
        QVERIFY2(std::abs(box.center.x() - 0.5 * box.size.x() - rear) < 0.06, "where the points end");
        QVERIFY(bench.shape().held.testFlag(Face::Rear));
    }

    void aDoubleClickDrawsInWhatIsMeant_data()
    {
        QTest::addColumn<Eigen::Vector2d>("at");
        QTest::addColumn<bool>("rear");
        QTest::addColumn<bool>("left");
        QTest::newRow("edge") << Eigen::Vector2d(-2.5, 0.0) << true << false;
        QTest::newRow("corner") << Eigen::Vector2d(-2.5, 1.2) << true << true;
        QTest::newRow("centre") << Eigen::Vector2d(0.2, 0.1) << true << true;
    }
    void aDoubleClickDrawsInWhatIsMeant()
    {
        QFETCH(Eigen::Vector2d, at);
        QFETCH(bool, rear);
        QFETCH(bool, left);
        SideBench bench;
        Cuboid wide = carAt(bench.nearCar);
        wide.size += Eigen::Vector3d(0.6, 0.6, 0.0);
        QVERIFY(setCuboid(bench.document, bench.car, wide, QStringLiteral("wide")));
        QVERIFY(releaseFaces(bench.document, bench.car));
        bench.look(ObjectSide::Top);
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.send(ToolEvent::Kind::DoubleClick, at);
        QCOMPARE(edits.count(), 1);
        const Cuboid& box = bench.shape().cuboid;
        const auto isDrawnIn = [](double face, double points) { return std::abs(face - points) < 0.06; };
        QCOMPARE(isDrawnIn(box.center.x() - 0.5 * box.size.x(), bench.nearCar.x() - 2.2), rear);
        QCOMPARE(isDrawnIn(box.center.y() + 0.5 * box.size.y(), bench.nearCar.y() + 0.9), left);
        QVERIFY2(bench.document.undoText().startsWith(QStringLiteral("Shrink Car to points")), "it is no move");
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.shape().cuboid, wide);
    }

    void aDoubleClickInsideLeavesWhatWasFixedByHand()
    {
        SideBench bench;
        Cuboid wide = carAt(bench.nearCar);
        wide.size += Eigen::Vector3d(0.6, 0.6, 0.0);
        QVERIFY(setCuboid(bench.document, bench.car, wide, QStringLiteral("wide")));
        QVERIFY(releaseFaces(bench.document, bench.car));
        wide.size.x() += 0.2;
        wide.center.x() -= 0.1;
        QVERIFY(setCuboid(bench.document, bench.car, wide, QStringLiteral("longer at the rear")));
        QCOMPARE(bench.shape().held, FaceSet(Face::Rear));
        bench.look(ObjectSide::Top);
        bench.send(ToolEvent::Kind::DoubleClick, {0.2, 0.1});
        const Cuboid& box = bench.shape().cuboid;
        QVERIFY2(box.size.y() < wide.size.y() - 0.2, "the sides are drawn in");
        const double rear = wide.center.x() - 0.5 * wide.size.x();
        QVERIFY2(std::abs(box.center.x() - 0.5 * box.size.x() - rear) < 1e-9, "the rear stays");
        QCOMPARE(bench.shape().held, FaceSet(Face::Rear));
        bench.look(ObjectSide::Top);
        bench.send(ToolEvent::Kind::DoubleClick, {-0.5 * box.size.x(), 0.0});
        QVERIFY2(bench.shape().cuboid.size.x() < wide.size.x() - 0.3, "unless it is meant alone");
    }

    void arrowsNudgeAndAHeldKeyIsOneEdit()
    {
        SideBench bench;
        bench.look(ObjectSide::Rear);
        const Eigen::Vector3d start = bench.shape().cuboid.center;
        bench.tap(Qt::Key_Left);
        QVERIFY2(isNear(bench.shape().cuboid.center, start + Eigen::Vector3d(0, 0.02, 0)), "2 cm at least");
        QVERIFY(bench.document.undo());
        const QSignalSpy edits(&bench.document, &Document::changed);
        for (int i = 0; i < 3; ++i)
            bench.send(ToolEvent::Kind::Key, {}, Qt::ShiftModifier, Qt::Key_Up);
        QCOMPARE(edits.count(), 0);
        QVERIFY(isNear(bench.tools.draft().shape->cuboid.center, start + Eigen::Vector3d(0, 0, 0.6)));
        bench.send(ToolEvent::Kind::KeyRelease, {}, {}, Qt::Key_Up);
        QCOMPARE(edits.count(), 1);
        QVERIFY(isNear(bench.shape().cuboid.center, start + Eigen::Vector3d(0, 0, 0.6)));
        bench.look(ObjectSide::Top);
        bench.tap(Qt::Key_Right);
        QVERIFY2(isNear(bench.shape().cuboid.center, start + Eigen::Vector3d(0.044, 0, 0.6)), "1 % of a long side");
        bench.tap(Qt::Key_Left, Qt::ControlModifier);
        QVERIFY(std::abs(bench.shape().cuboid.yaw() - M_PI / 360.0) < 1e-9);
    }

    void whatIsLockedStays()
    {
        SideBench bench;
        QVERIFY(setLocked(bench.document, bench.car, true));
        bench.look(ObjectSide::Top);
        QVERIFY(!bench.drag({2.2, 0}, {0.5, 0}));
        bench.tap(Qt::Key_Left);
        bench.send(ToolEvent::Kind::DoubleClick, {0, 0});
        QCOMPARE(bench.shape().cuboid, carAt(bench.nearCar));
    }

    void whatIsHalfMadeIsChangedWhereItIs()
    {
        SideBench bench;
        bench.selection.setShape({});
        bench.tools.activate(QStringLiteral("complete"));
        bench.click(Workbench::pointOn(bench.farCar));
        QVERIFY(bench.tools.draft().shape);
        const Cuboid before = bench.tools.draft().shape->cuboid;
        bench.sight = {ObjectSide::Top, before};
        const QSignalSpy edits(&bench.document, &Document::changed);
        bench.drag({0.5 * before.size.x(), 0}, {0.5, 0});
        QCOMPARE(edits.count(), 0);
        QVERIFY(std::abs(bench.tools.draft().shape->cuboid.size.x() - before.size.x() - 0.5) < 1e-6);
        QVERIFY(bench.tools.draft().shape->held.testFlag(Face::Front));
        bench.key(Qt::Key_Return);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.scene().shapes.size(), std::size_t(2));
    }

    void anotherSelectionEndsTheDrag()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        bench.send(ToolEvent::Kind::Press, {2.2, 0});
        bench.send(ToolEvent::Kind::Move, {3.2, 0});
        bench.selection.setShape({});
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void aFullDiskLeavesEverythingAsItWas()
    {
        SideBench bench;
        bench.look(ObjectSide::Top);
        bench.isDiskFull = true;
        const QSignalSpy failures(&bench.document, &Document::editFailed);
        bench.drag({2.2, 0}, {1.0, 0});
        QCOMPARE(failures.count(), 1);
        QCOMPARE(bench.shape().cuboid, carAt(bench.nearCar));
        QVERIFY(bench.tools.draft().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SideHandTest)
#include "tst_SideHand.moc"
