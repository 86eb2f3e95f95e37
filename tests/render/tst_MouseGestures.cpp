#include "model/tools/ShapeActions.h"
#include "render/SideView.h"
#include "tests/render/Showcase.h"
#include "tests/support/Pointer.h"
#include "tests/support/Workbench.h"

#include <QShortcut>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// The workbench's two cars in a view that real mouse events reach.
struct Yard
{
    Yard()
        : view(bench.document, bench.selection, bench.frames, bench.tools)
    {
        view.resize(800, 600);
        view.show();
        isShown = QTest::qWaitForWindowExposed(&view);
    }

    void drag(Qt::MouseButton button, const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&view, button, {}, from);
        for (int i = 1; i <= 5; ++i)
            move(from + (to - from) * i / 5, button);
        QTest::mouseRelease(&view, button, {}, to);
    }

    void move(const QPoint& to, Qt::MouseButton held = Qt::NoButton) { test::pointAt(view, to, held); }

    void wheel(const QPoint& at, int eighths)
    {
        QWheelEvent event(
            at, view.mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    [[nodiscard]] QPoint pixelOf(const Eigen::Vector3d& point) const { return view.pixelOf(point).toPoint(); }
    [[nodiscard]] bool isInSight(const Eigen::Vector3d& point) const
    {
        return QRectF(view.rect()).contains(view.pixelOf(point));
    }

    Workbench bench;
    SceneView view;
    bool isShown = false;
};

/// A point of the cloud on that car's rear, which the first view looks at.
Eigen::Vector3d rearOf(const Eigen::Vector2d& car)
{
    return carAt(car).toSensor({-2.2, -0.02, 0.09});
}

double apart_px(const QPointF& a, const QPointF& b)
{
    return QLineF(a, b).length();
}

} // namespace

/// What hands do with the mouse over the view, as events of the window system.
class TestMouseGestures : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void clickGoesToTheTool();
    void aTremblingClickIsAClick();
    void dragTurnsAboutWhatIsUnderTheCursor();
    void dragIsNoClick();
    void otherButtonsMove_data();
    void otherButtonsMove();
    void aSecondButtonChangesNothing();
    void wheelZoomsToTheCursor();
    void toolTakesItsOwnDrags();
    void keysReachTheTool();
    void keysNobodyTakesGoOn();
    void doubleClickComesNear();
    void doubleClickOnNothingSaysSo();
    void doubleClickOnAnObjectWithoutPointsComesNear();
    void aDragRightAfterAClickIsADrag();
    void toolsLeaveAFrameAloneThatIsNotOnTheScreen();
    void quickClicksOfTheOutlineToolAreClicks();
    void fliesInFlyMode();
    void fliesWhileTheRightButtonIsHeld();
    void fliesBySideViewsToo();
    void keysThatHaveFlownTickNothingBeforeTheyAreUp();
    void leavesLettersAloneOtherwise();
    void cursorTellsWhereItIs();
    void leavingForgetsWhatWasHovered();
    void sameInParallelViews();
};

void TestMouseGestures::initTestCase()
{
    if (!offersOpenGL())
        QSKIP("This display offers no OpenGL: run the tests under Xvfb.");
}

void TestMouseGestures::clickGoesToTheTool()
{
    Yard yard;
    QVERIFY(yard.isShown);
    const Eigen::Vector3d point = rearOf(yard.bench.nearCar);
    QVERIFY(yard.isInSight(point));
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, yard.pixelOf(point));
    const Draft& draft = yard.bench.tools.draft();
    QVERIFY(draft.shape.has_value());
    QCOMPARE(draft.seeds.size(), 1u);
    QCOMPARE_LE((draft.seeds.front().position - point).norm(), 0.2);
    QTest::keyClick(&yard.view, Qt::Key_Return);
    QCOMPARE(yard.bench.picture(), QStringLiteral("Car 1 in frame 1"));
}

void TestMouseGestures::aTremblingClickIsAClick()
{
    Yard yard;
    const QPoint pixel = yard.pixelOf(rearOf(yard.bench.nearCar));
    const QJsonObject before = yard.view.viewState();
    QTest::mousePress(&yard.view, Qt::LeftButton, {}, pixel);
    yard.move(pixel + QPoint(2, -1), Qt::LeftButton);
    QTest::mouseRelease(&yard.view, Qt::LeftButton, {}, pixel + QPoint(2, -1));
    QVERIFY(yard.bench.tools.draft().shape.has_value());
    QCOMPARE(yard.view.viewState(), before);
}

void TestMouseGestures::dragTurnsAboutWhatIsUnderTheCursor()
{
    Yard yard;
    const Eigen::Vector3d pivot = rearOf(yard.bench.farCar);
    const Eigen::Vector3d other(6, 9, -1.73);
    const QPointF pivotBefore = yard.view.pixelOf(pivot);
    const QPointF otherBefore = yard.view.pixelOf(other);
    yard.drag(Qt::LeftButton, pivotBefore.toPoint(), pivotBefore.toPoint() + QPoint(90, 40));
    // The cloud point next to the cursor stays; what is elsewhere goes round it.
    QCOMPARE_LE(apart_px(yard.view.pixelOf(pivot), pivotBefore), 6.0);
    QCOMPARE_GE(apart_px(yard.view.pixelOf(other), otherBefore), 40.0);
}

void TestMouseGestures::dragIsNoClick()
{
    Yard yard;
    const QPoint pixel = yard.pixelOf(rearOf(yard.bench.nearCar));
    yard.drag(Qt::LeftButton, pixel, pixel + QPoint(60, 10));
    QVERIFY(yard.bench.tools.draft().isEmpty());
    QCOMPARE(yard.bench.picture(), QString());
}

void TestMouseGestures::otherButtonsMove_data()
{
    QTest::addColumn<Qt::MouseButton>("button");
    QTest::addRow("middle") << Qt::MiddleButton;
    QTest::addRow("right") << Qt::RightButton;
}

void TestMouseGestures::otherButtonsMove()
{
    QFETCH(Qt::MouseButton, button);
    Yard yard;
    const Eigen::Vector3d held = rearOf(yard.bench.nearCar);
    const QPointF before = yard.view.pixelOf(held);
    yard.drag(button, before.toPoint(), before.toPoint() + QPoint(-70, 50));
    QCOMPARE_LE(apart_px(yard.view.pixelOf(held), before + QPointF(-70, 50)), 2.0);
    QVERIFY(yard.bench.tools.draft().isEmpty());
}

void TestMouseGestures::aSecondButtonChangesNothing()
{
    Yard yard;
    const QPoint pixel = yard.pixelOf(rearOf(yard.bench.nearCar));
    const QPointF before = yard.view.pixelOf({20, 0, -1.73});
    QTest::mousePress(&yard.view, Qt::RightButton, {}, pixel);
    QTest::mousePress(&yard.view, Qt::LeftButton, {}, pixel);
    QTest::mouseRelease(&yard.view, Qt::LeftButton, {}, pixel);
    QVERIFY(yard.bench.tools.draft().isEmpty());
    yard.move(pixel + QPoint(40, 0), Qt::RightButton);
    QTest::mouseRelease(&yard.view, Qt::RightButton, {}, pixel + QPoint(40, 0));
    QVERIFY(yard.view.pixelOf({20, 0, -1.73}).x() > before.x() + 5.0);
}

void TestMouseGestures::wheelZoomsToTheCursor()
{
    Yard yard;
    const Eigen::Vector3d anchor = rearOf(yard.bench.farCar);
    const Eigen::Vector3d beside = anchor + Eigen::Vector3d(0, 1, 0);
    const QPointF before = yard.view.pixelOf(anchor);
    const double size = apart_px(before, yard.view.pixelOf(beside));
    for (int i = 0; i < 4; ++i)
        yard.wheel(before.toPoint(), 120);
    QCOMPARE_LE(apart_px(yard.view.pixelOf(anchor), before), 12.0);
    QCOMPARE_GE(apart_px(yard.view.pixelOf(anchor), yard.view.pixelOf(beside)), 1.5 * size);
    for (int i = 0; i < 4; ++i)
        yard.wheel(yard.pixelOf(anchor), -120);
    const double restored = apart_px(yard.view.pixelOf(anchor), yard.view.pixelOf(beside));
    QCOMPARE_LE(std::abs(restored - size), 0.1 * size);
    const QJsonObject still = yard.view.viewState();
    yard.wheel(before.toPoint(), 0);
    QCOMPARE(yard.view.viewState(), still);
}

void TestMouseGestures::toolTakesItsOwnDrags()
{
    Yard yard;
    yard.bench.click(Workbench::pointOn(yard.bench.nearCar));
    yard.bench.key(Qt::Key_Return);
    const Shape before = yard.bench.onlyShape();
    yard.bench.tools.activate(QStringLiteral("select"));
    yard.bench.selection.setShape(before.id);
    yard.view.focusOnSelection();
    const QJsonObject camera = yard.view.viewState();
    const QPoint body = yard.pixelOf(before.cuboid.toSensor({-0.8, 0.3, 0.5 * before.cuboid.size.z()}));
    yard.drag(Qt::LeftButton, body, body + QPoint(50, 0));
    const Shape after = yard.bench.onlyShape();
    // To the right is to -y here, by as much as the cursor went.
    QVERIFY(after.cuboid.center.y() < before.cuboid.center.y() - 0.3);
    QCOMPARE(after.cuboid.size, before.cuboid.size);
    QCOMPARE(yard.view.viewState(), camera);
}

void TestMouseGestures::keysReachTheTool()
{
    Yard yard;
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, yard.pixelOf(rearOf(yard.bench.nearCar)));
    QVERIFY(!yard.bench.tools.draft().isEmpty());
    QTest::keyClick(&yard.view, Qt::Key_Backspace);
    QVERIFY(yard.bench.tools.draft().isEmpty());
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, yard.pixelOf(rearOf(yard.bench.nearCar)));
    QTest::keyClick(&yard.view, Qt::Key_Escape);
    QVERIFY(yard.bench.tools.draft().isEmpty());
    QCOMPARE(yard.bench.picture(), QString());
}

void TestMouseGestures::keysNobodyTakesGoOn()
{
    Yard yard;
    for (const int key : {int(Qt::Key_Q), int(Qt::Key_1), int(Qt::Key_F5), int(Qt::Key_PageDown)}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(&yard.view, &event);
        QVERIFY(!event.isAccepted());
    }
}

void TestMouseGestures::doubleClickComesNear()
{
    Yard yard;
    yard.bench.tools.activate(QStringLiteral("select"));
    const Eigen::Vector3d there(30, 8, -1.73);
    const QPoint pixel = yard.pixelOf(there);
    QTest::mouseDClick(&yard.view, Qt::LeftButton, {}, pixel);
    QTest::mouseRelease(&yard.view, Qt::LeftButton, {}, pixel);
    QCOMPARE_LE(apart_px(yard.view.pixelOf(there), QRectF(yard.view.rect()).center()), 60.0);
}

void TestMouseGestures::doubleClickOnNothingSaysSo()
{
    Yard yard;
    yard.bench.tools.activate(QStringLiteral("select"));
    QSignalSpy nothing(&yard.view, &SceneView::nothingThere);
    const auto doubleClick = [&](const QPoint& at) {
        QTest::mouseDClick(&yard.view, Qt::LeftButton, {}, at);
        QTest::mouseRelease(&yard.view, Qt::LeftButton, {}, at);
    };
    const auto isStill = [&](const QPoint& at) {
        const QJsonObject before = yard.view.cameraState();
        doubleClick(at);
        return yard.view.cameraState() == before;
    };
    QVERIFY2(isStill(yard.pixelOf({60, 0, -1.73})), "the eye stays with what there is");
    QCOMPARE(nothing.count(), 1);
    yard.view.lookFromSensor();
    QVERIFY2(isStill({400, 4}), "there is not even ground in the sky");
    QCOMPARE(nothing.count(), 2);
    QVERIFY(!isStill(yard.pixelOf(rearOf(yard.bench.nearCar))));
    QCOMPARE(nothing.count(), 2);
}

void TestMouseGestures::doubleClickOnAnObjectWithoutPointsComesNear()
{
    Yard yard;
    yard.bench.tools.activate(QStringLiteral("select"));
    QSignalSpy nothing(&yard.view, &SceneView::nothingThere);
    Shape shape;
    shape.frame = yard.bench.selection.frame();
    shape.cuboid = carAt({60.0, 0.0});
    QVERIFY(addShape(yard.bench.document, QStringLiteral("Add"), shape, QStringLiteral("Car")));
    const QPoint car = yard.pixelOf(shape.cuboid.center);
    const QJsonObject before = yard.view.cameraState();
    yard.move(car);
    QTest::mouseDClick(&yard.view, Qt::LeftButton, {}, car);
    QTest::mouseRelease(&yard.view, Qt::LeftButton, {}, car);
    QVERIFY(yard.view.cameraState() != before);
    QCOMPARE(nothing.count(), 0);
}

void TestMouseGestures::aDragRightAfterAClickIsADrag()
{
    Yard yard;
    yard.bench.tools.activate(QStringLiteral("select"));
    for (const Qt::MouseButton button : {Qt::LeftButton, Qt::RightButton}) {
        const QPoint pixel = yard.pixelOf({20, 3, -1.73});
        const QJsonObject before = yard.view.cameraState();
        QMouseEvent second(
            QEvent::MouseButtonDblClick, pixel, yard.view.mapToGlobal(pixel), button, button, Qt::NoModifier);
        QCoreApplication::sendEvent(&yard.view, &second);
        yard.move(pixel + QPoint(40, 10), button);
        const QJsonObject turned = yard.view.cameraState();
        QVERIFY(turned != before);
        QTest::mouseRelease(&yard.view, button, {}, pixel + QPoint(40, 10));
        QVERIFY2(yard.view.cameraState() == turned, "no double click: the hand has moved");
    }
}

void TestMouseGestures::toolsLeaveAFrameAloneThatIsNotOnTheScreen()
{
    Yard yard;
    Workbench& bench = yard.bench;
    bench.tools.activate(QStringLiteral("select"));
    Frame gone = bench.scene().frames.begin()->second;
    gone.id = {999};
    gone.index = 2;
    gone.cloudPath = bench.folder.filePath(QStringLiteral("gone.bin"));
    QVERIFY(bench.document.edit(QStringLiteral("Add"), {ValueChange<Frame>{{}, gone}}));
    Shape shape;
    shape.frame = gone.id;
    shape.cuboid = carAt(bench.nearCar);
    QVERIFY(addShape(bench.document, QStringLiteral("Add"), shape, QStringLiteral("Car")));
    bench.selection.setFrame(gone.id);
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, yard.pixelOf(shape.cuboid.center));
    QVERIFY(!bench.selection.shape().isValid());
    QTest::mousePress(&yard.view, Qt::LeftButton, Qt::ShiftModifier, {1, 1});
    yard.move({799, 599}, Qt::LeftButton);
    QTest::mouseRelease(&yard.view, Qt::LeftButton, Qt::ShiftModifier, {799, 599});
    QVERIFY(!bench.selection.shape().isValid());
}

void TestMouseGestures::quickClicksOfTheOutlineToolAreClicks()
{
    Yard yard;
    const QPoint pixel = yard.pixelOf(rearOf(yard.bench.nearCar));
    const QJsonObject before = yard.view.viewState();
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, pixel);
    QCOMPARE(yard.bench.tools.draft().seeds.size(), 1u);
    // The second press of the pair comes as a double click.
    for (const QEvent::Type type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, pixel, yard.view.mapToGlobal(pixel), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&yard.view, &event);
    }
    QCOMPARE(yard.view.viewState(), before);
    QCOMPARE(yard.bench.tools.draft().seeds.size(), 2u);
}

namespace
{
Eigen::Vector3d eyeOf(const SceneView& view)
{
    const QJsonArray eye = view.cameraState().value(u"eye").toArray();
    return {eye[0].toDouble(), eye[1].toDouble(), eye[2].toDouble()};
}

/// Holds a key for a moment; how far the eye has come.
Eigen::Vector3d flown(SceneView& view, Qt::Key key)
{
    const Eigen::Vector3d before = eyeOf(view);
    QTest::keyPress(&view, key);
    QTest::qWait(60);
    QTest::keyRelease(&view, key);
    return eyeOf(view) - before;
}
} // namespace

void TestMouseGestures::fliesInFlyMode()
{
    Yard yard;
    yard.view.setFocus();
    yard.view.lookFromSensor();
    yard.view.setFlying(true);
    QVERIFY(flown(yard.view, Qt::Key_W).x() > 0.1);
    QVERIFY(flown(yard.view, Qt::Key_S).x() < -0.1);
    QVERIFY(flown(yard.view, Qt::Key_A).y() > 0.1);
    QVERIFY(flown(yard.view, Qt::Key_D).y() < -0.1);
    QVERIFY(flown(yard.view, Qt::Key_E).z() > 0.1);
    QVERIFY(flown(yard.view, Qt::Key_Q).z() < -0.1);
    // A drag looks about: the eye stays.
    const Eigen::Vector3d eye = eyeOf(yard.view);
    const QJsonObject before = yard.view.cameraState();
    yard.drag(Qt::LeftButton, {200, 550}, {300, 550});
    QVERIFY((eyeOf(yard.view) - eye).norm() < 1e-9);
    QVERIFY(yard.view.cameraState() != before);
    QTest::keyClick(&yard.view, Qt::Key_Escape);
    QVERIFY(!yard.view.isFlying());
    QVERIFY(flown(yard.view, Qt::Key_W).isZero());
}

void TestMouseGestures::fliesWhileTheRightButtonIsHeld()
{
    Yard yard;
    yard.view.setFocus();
    yard.view.lookFromSensor();
    QTest::mousePress(&yard.view, Qt::RightButton, {}, {400, 300});
    QVERIFY(flown(yard.view, Qt::Key_W).x() > 0.1);
    const Eigen::Vector3d eye = eyeOf(yard.view);
    yard.move({460, 320}, Qt::RightButton);
    QVERIFY2((eyeOf(yard.view) - eye).norm() < 1e-9, "once flying, the mouse looks about");
    QTest::mouseRelease(&yard.view, Qt::RightButton, {}, {460, 320});
    QVERIFY(flown(yard.view, Qt::Key_W).isZero());
    QVERIFY(!yard.view.isFlying());
}

void TestMouseGestures::fliesBySideViewsToo()
{
    Yard yard;
    const SideSubject nothing;
    QWidget window;
    SideView side(nothing, yard.bench.tools, ObjectSide::Top, &window);
    side.passKeysTo(&yard.view);
    int ticked = 0;
    QShortcut shortcut(QKeySequence(Qt::Key_W), &window);
    connect(&shortcut, &QShortcut::activated, this, [&ticked] { ++ticked; });
    window.resize(200, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QApplication::setActiveWindow(&window);
    side.setFocus();
    QTRY_VERIFY(side.hasFocus());
    QTest::qWait(100); // what the windows still have to tell each other
    yard.view.lookFromSensor();
    yard.view.setFlying(true);
    QTest::keyPress(&side, Qt::Key_W);
    QTest::qSleep(40); // without the events of a window that comes to the front meanwhile
    QTest::keyRelease(&side, Qt::Key_W);
    QCOMPARE(ticked, 0);
    const Eigen::Vector3d landed = eyeOf(yard.view);
    QVERIFY2(landed.x() > 0.1, "the key flies");
    QTest::qWait(60);
    QVERIFY2(eyeOf(yard.view) == landed, "until it is let go");
    QTest::keyPress(&side, Qt::Key_W);
    side.clearFocus();
    const Eigen::Vector3d left = eyeOf(yard.view);
    QTest::qWait(60);
    QVERIFY2(eyeOf(yard.view) == left, "or the keyboard is elsewhere");
}

void TestMouseGestures::keysThatHaveFlownTickNothingBeforeTheyAreUp()
{
    Yard yard;
    int ticked = 0;
    QShortcut shortcut(QKeySequence(Qt::Key_W), &yard.view);
    shortcut.setAutoRepeat(false);
    connect(&shortcut, &QShortcut::activated, this, [&ticked] { ++ticked; });
    QApplication::setActiveWindow(&yard.view);
    yard.view.setFocus();
    const auto send = [&yard](QEvent::Type type, quint64 time_ms, bool isRepetition = false) {
        QKeyEvent event(type, Qt::Key_W, Qt::NoModifier, QStringLiteral("w"), isRepetition);
        event.setTimestamp(time_ms);
        if (type == QEvent::KeyPress && qt_sendShortcutOverrideEvent(&yard.view, time_ms, Qt::Key_W, Qt::NoModifier,
                                            QStringLiteral("w"), isRepetition))
            return;
        QApplication::sendEvent(&yard.view, &event);
    };
    QTest::mousePress(&yard.view, Qt::RightButton, {}, {400, 300});
    send(QEvent::KeyPress, 1000);
    send(QEvent::KeyRelease, 1500); // one of a key that is held
    QTest::mouseRelease(&yard.view, Qt::RightButton, {}, {400, 300});
    const Eigen::Vector3d landed = eyeOf(yard.view);
    send(QEvent::KeyPress, 1500);
    send(QEvent::KeyRelease, 1530, true);
    send(QEvent::KeyPress, 1530, true);
    send(QEvent::KeyRelease, 1560);
    send(QEvent::KeyPress, 1561);
    QCOMPARE(ticked, 0);
    send(QEvent::KeyRelease, 1600);
    QVERIFY2(eyeOf(yard.view) == landed, "nor do they fly on");
    send(QEvent::KeyPress, 1800);
    QCOMPARE(ticked, 1);
}

void TestMouseGestures::leavesLettersAloneOtherwise()
{
    Yard yard;
    int ticked = 0;
    QShortcut shortcut(QKeySequence(Qt::Key_W), &yard.view);
    connect(&shortcut, &QShortcut::activated, this, [&ticked] { ++ticked; });
    QApplication::setActiveWindow(&yard.view);
    yard.view.setFocus();
    QTest::keyClick(&yard.view, Qt::Key_W);
    QCOMPARE(ticked, 1);
    yard.view.setFlying(true);
    QTest::keyClick(&yard.view, Qt::Key_W);
    QCOMPARE(ticked, 1);
    yard.view.setFlying(false);
    QTest::keyClick(&yard.view, Qt::Key_W);
    QCOMPARE(ticked, 2);
}

void TestMouseGestures::cursorTellsWhereItIs()
{
    Yard yard;
    Eigen::Vector3d at = Eigen::Vector3d::Zero();
    bool isOnPoint = false;
    connect(&yard.view, &SceneView::cursorMoved, this, [&](const Eigen::Vector3d& position, bool onPoint) {
        at = position;
        isOnPoint = onPoint;
    });
    const Eigen::Vector3d point = rearOf(yard.bench.nearCar);
    yard.move(yard.pixelOf(point));
    QVERIFY(isOnPoint);
    QCOMPARE_LE((at - point).norm(), 0.25);
    // Between the rows of points, and beyond them, it is the ground.
    yard.view.focusOnSelection();
    const Eigen::Vector3d bare(-8, 3, -1.73);
    if (yard.isInSight(bare)) {
        yard.move(yard.pixelOf(bare));
        QVERIFY(!isOnPoint);
        QCOMPARE_LE((at - bare).head<2>().norm(), 2.0);
    }
}

void TestMouseGestures::leavingForgetsWhatWasHovered()
{
    Yard yard;
    yard.bench.click(Workbench::pointOn(yard.bench.nearCar));
    yard.bench.key(Qt::Key_Return);
    yard.bench.selection.setShape({});
    yard.bench.tools.activate(QStringLiteral("select"));
    const Shape car = yard.bench.onlyShape();
    yard.move(yard.pixelOf(car.cuboid.toSensor({0, 0, 0.5 * car.cuboid.size.z()})));
    QCOMPARE(yard.bench.selection.hovered(), car.id);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&yard.view, &leave);
    QVERIFY(!yard.bench.selection.hovered().isValid());
}

void TestMouseGestures::sameInParallelViews()
{
    Yard yard;
    yard.view.lookFrom(SceneView::Side::Top);
    const Eigen::Vector3d point = carAt(yard.bench.nearCar).toSensor({-2.2, 0.5, 0.6});
    QVERIFY(yard.isInSight(point));
    const QPointF before = yard.view.pixelOf(point);
    yard.drag(Qt::RightButton, before.toPoint(), before.toPoint() + QPoint(33, -21));
    QCOMPARE_LE(apart_px(yard.view.pixelOf(point), before + QPointF(33, -21)), 1.5);
    const QPointF moved = yard.view.pixelOf(point);
    yard.wheel(moved.toPoint(), 240);
    QCOMPARE_LE(apart_px(yard.view.pixelOf(point), moved), 2.0);
    QTest::mouseClick(&yard.view, Qt::LeftButton, {}, yard.pixelOf(point));
    QVERIFY(yard.bench.tools.draft().shape.has_value());
}

QTEST_MAIN(TestMouseGestures)
#include "tst_MouseGestures.moc"
