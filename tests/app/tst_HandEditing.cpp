#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/menus/MenuBar.h"
#include "app/Settings.h"
#include "app/Workspace.h"
#include "model/evaluation/LabelledFolder.h"
#include "model/geometry/Polygon.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Pointer.h"
#include "tests/support/Support.h"
#include "tests/support/Workbench.h"
#include "widgets/SidePanel.h"

#include <QDockWidget>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

namespace
{

constexpr double goodIou = 0.85;
constexpr int mostActions = 3;
constexpr std::size_t fewestPoints = 150;

} // namespace

/// Boxes put right by mouse and keys on the real window.
class HandEditingTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<test::Workbench> m_bench;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;

    Session& session() { return *m_desk->session(); }
    const Scene& scene() { return session().document().scene(); }
    SceneView& view() { return m_window->workspace()->view(); }
    SideView& sideView(int number) { return m_window->workspace()->sidePanel()->view(number); }
    LoadedFramePtr frame() { return session().frames().loadedFrame(session().selection().frame()); }

    void openWindow(const QString& data, const QString& project)
    {
        m_desk = std::make_unique<Desk>();
        m_window = std::make_unique<MainWindow>(*m_desk);
        m_window->resize(1280, 800);
        m_window->show();
        const auto opened = m_desk->create({project, data, QStringLiteral("lunkuo"), false});
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        session().suggestions().setEnabled(false);
        QVERIFY(QTest::qWaitFor([this] { return frame() != nullptr; }, 30000));
        QTest::qWait(50);
    }

    void openYard()
    {
        m_bench = std::make_unique<test::Workbench>();
        const QString data =
            QFileInfo(m_bench->frames.absolutePath(m_bench->scene().frames.begin()->second.cloudPath)).absolutePath();
        openWindow(data, m_bench->folder.filePath(QStringLiteral("yard.lunkuo")));
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QApplication::setActiveWindow(m_window.get());
        QWidget* focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
        QTest::keyClick(focus, static_cast<Qt::Key>(key), modifiers);
        QTest::qWait(20);
    }

    static void drag(QWidget& widget, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(&widget, from.toPoint());
        QTest::mousePress(&widget, Qt::LeftButton, modifiers, from.toPoint());
        QTest::mouseMove(&widget, ((from + to) / 2).toPoint());
        QTest::mouseMove(&widget, to.toPoint());
        QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to.toPoint());
    }

    ShapeId addCar(const Eigen::Vector2d& place)
    {
        Shape shape;
        shape.frame = session().selection().frame();
        shape.cuboid = test::carAt(place);
        return *addShape(session().document(), QStringLiteral("Add"), shape, QStringLiteral("Car"));
    }

    /// The draft's box as the window shows it now.
    Cuboid shown() { return session().tools().draft().shape ? session().tools().draft().shape->cuboid : Cuboid(); }

    /// A corner or edge of the draft dragged in a side view to where the truth has it.
    void dragSide(int number, const Eigen::Vector3i& side, const Cuboid& truth)
    {
        SideView& side_view = sideView(number);
        const Eigen::Vector3d half = 0.5 * side.cast<double>();
        const QPointF from = side_view.pixelOf(shown().toSensor(half.cwiseProduct(shown().size)));
        const QPointF to = side_view.pixelOf(truth.toSensor(half.cwiseProduct(truth.size)));
        drag(side_view, from, to);
    }

    void turnTo(const Cuboid& truth)
    {
        SideView& top = sideView(0);
        const Eigen::Vector2d grip = turnGripOf(top.sight(), shown(), top.pixel_m());
        const Eigen::Vector2d middle = top.sight().onPlane(shown().center);
        const Eigen::Rotation2Dd turn(truth.yaw() - shown().yaw());
        drag(top, top.pixelOf(top.sight().inSensor(grip)),
            top.pixelOf(top.sight().inSensor(middle + turn * (grip - middle))));
    }

    /// Turns the draft where that is seen to be needed, else drags the side or corner that is farthest from where the
    /// truth has it.
    void mendWorst(const Cuboid& truth)
    {
        constexpr double visibleTurn_rad = 0.03;
        if (std::abs(std::remainder(shown().yaw() - truth.yaw(), 2.0 * M_PI)) > visibleTurn_rad) {
            turnTo(truth);
            return;
        }
        struct Grip
        {
            int view;
            Eigen::Vector3i side;
        };
        const auto offBy_m = [&](const Grip& grip) {
            const Eigen::Vector3d half = 0.5 * grip.side.cast<double>();
            const Eigen::Vector3d off =
                shown().toSensor(half.cwiseProduct(shown().size)) - truth.toSensor(half.cwiseProduct(truth.size));
            return grip.view == 0 ? off.head<2>().norm() : std::abs(off.z());
        };
        const std::array grips{Grip{0, {1, 1, 0}}, Grip{0, {-1, -1, 0}}, Grip{1, {0, 0, 1}}, Grip{1, {0, 0, -1}}};
        const Grip& worst = *std::max_element(
            grips.begin(), grips.end(), [&](const Grip& a, const Grip& b) { return offBy_m(a) < offBy_m(b); });
        dragSide(worst.view, worst.side, truth);
    }

    /// A point of the object that can be seen from above: the highest one round its middle.
    Eigen::Vector3d pointOn(const Cuboid& truth)
    {
        Cuboid core = truth;
        core.size.head<2>() *= 0.6;
        Eigen::Vector3d best = truth.center;
        double highest = -1e9;
        for (const std::uint32_t i : frame()->index->inside(core))
            if (const Eigen::Vector3d point = frame()->cloud->point(i); point.z() > highest) {
                highest = point.z();
                best = point;
            }
        return best;
    }

    /// Clicks the object and puts the box right as a person would; how many actions that took after the click, or
    /// nothing when they were too many.
    std::optional<int> reproduce(const Cuboid& labelled)
    {
        view().lookAt(labelled.center, 4.0);
        const Eigen::Vector3d seed = pointOn(labelled);
        QTest::mouseClick(&view(), Qt::LeftButton, Qt::ControlModifier, view().pixelOf(seed).toPoint());
        if (!session().tools().draft().shape)
            return std::nullopt;
        // Which end is the front does not show in the points of every car, nor in the overlap.
        Cuboid truth = labelled;
        if (std::cos(shown().yaw() - labelled.yaw()) < 0.0)
            truth = labelled.withYaw(labelled.yaw() + M_PI);
        int taken = 0;
        for (; iou3d(shown(), truth) < goodIou; ++taken) {
            if (taken == mostActions)
                return std::nullopt;
            mendWorst(truth);
        }
        return taken;
    }

private slots:
    void initTestCase()
    {
        Settings::keepIn(m_settings.path());
        applyLanguage(QStringLiteral("en"));
    }

    void cleanup()
    {
        if (m_window)
            m_window->close();
        m_window.reset();
        m_desk.reset();
        m_bench.reset();
    }

    void aHumanBoxIsReproducedWithinThreeActions_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("SUSTechPOINTS") << QStringLiteral("sustech_example");
        QTest::newRow("PandaSet") << QStringLiteral("pandaset_002");
    }
    void aHumanBoxIsReproducedWithinThreeActions()
    {
        QFETCH(QString, folder);
        const QDir data(test::realData());
        if (!data.exists(folder))
            QSKIP("the real data are not here");
        const auto recordings = findRecordings(data.filePath(folder));
        QVERIFY(recordings && !recordings->empty());
        const LabelledFrame& labels = recordings->front().frames.front();
        const QTemporaryDir place;
        openWindow(QFileInfo(labels.cloudPath).absolutePath(), place.filePath(QStringLiteral("real.lunkuo")));
        press(Qt::Key_F5);
        int cars = 0;
        int good = 0;
        for (const LabelledObject& object : labels.objects) {
            if (object.label != u"Car" || frame()->index->count(object.cuboid) < fewestPoints)
                continue;
            ++cars;
            const auto actions = reproduce(object.cuboid);
            qInfo("car at %.1f %.1f: %s", object.cuboid.center.x(), object.cuboid.center.y(),
                actions ? qPrintable(QString::number(*actions)) : "no");
            if (!actions) {
                press(Qt::Key_Escape);
                continue;
            }
            press(Qt::Key_Return);
            QVERIFY(iou3d(scene().shapes.at(session().selection().shape()).cuboid, object.cuboid) >= goodIou);
            ++good;
        }
        QVERIFY(cars > 0);
        QVERIFY2(good >= (9 * cars + 9) / 10, qPrintable(QStringLiteral("%1 of %2").arg(good).arg(cars)));
    }

    void severalAreCopiedPastedLockedAndDeletedByKeys()
    {
        openYard();
        const ShapeId near = addCar(m_bench->nearCar);
        const ShapeId far = addCar(m_bench->farCar);
        press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(session().selection().shapes(), (std::vector{near, far}));
        press(Qt::Key_C, Qt::ControlModifier);
        view().lookFrom(SceneView::Side::Top);
        view().lookAt({20.0, 0.0, -1.7}, 20.0);
        test::pointAt(view(), view().pixelOf({22.0, 6.0, -1.73}));
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(scene().shapes.size(), std::size_t(4));
        QVERIFY((scene().shapes.at(session().selection().shape()).cuboid.center.head<2>() - Eigen::Vector2d(22.0, 6.0))
                    .norm() < 0.4);
        press(Qt::Key_L, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(scene().shapes.size(), std::size_t(4));
        press(Qt::Key_L, Qt::ControlModifier);
        press(Qt::Key_Delete);
        QCOMPARE(scene().shapes.size(), std::size_t(2));
        session().selection().setShape(near);
        press(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(scene().shapes.size(), std::size_t(3));
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(scene().shapes.size(), std::size_t(4));
    }

    void aTickGoesToAllThatAreSelected()
    {
        openYard();
        const ShapeId near = addCar(m_bench->nearCar);
        const ShapeId far = addCar(m_bench->farCar);
        press(Qt::Key_A, Qt::ControlModifier);
        press(Qt::Key_W);
        for (const ShapeId id : {near, far})
            QCOMPARE(scene().shapes.at(id).attributes.at(QStringLiteral("occlusion")), QJsonValue(QStringLiteral("1")));
        press(Qt::Key_2);
        for (const ShapeId id : {near, far})
            QCOMPARE(scene().trackOf(scene().shapes.at(id))->classId, scene().taxonomy.classes[1].id);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!scene().shapes.at(near).attributes.contains(QStringLiteral("occlusion")));
        QVERIFY(!scene().shapes.at(far).attributes.contains(QStringLiteral("occlusion")));
    }

    void whatIsHiddenShowsAgain()
    {
        openYard();
        const ShapeId near = addCar(m_bench->nearCar);
        const ShapeId far = addCar(m_bench->farCar);
        session().selection().setShape(near);
        const TrackId nearTrack = scene().shapes.at(near).track;
        const TrackId farTrack = scene().shapes.at(far).track;
        view().lookAt(scene().shapes.at(near).cuboid.center, 5.0);
        QTest::qWait(50);
        const QImage with = view().grabImage();
        press(Qt::Key_H, Qt::ControlModifier);
        QVERIFY(!session().selection().isShown(nearTrack));
        QTest::qWait(50);
        QVERIFY(view().grabImage() != with);
        press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        session().selection().setShape(near);
        QTest::qWait(50);
        press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(session().selection().isShown(nearTrack) && !session().selection().isShown(farTrack));
        QVERIFY2(!session().document().undoText().contains(QStringLiteral("Hide")), "looking is no edit");
    }

    void sideViewsFoldByAKeyAndStayUsable()
    {
        openYard();
        auto* dock = m_window->findChild<QDockWidget*>(QStringLiteral("sidesDock"));
        QVERIFY(dock->isVisible());
        for (int i = 0; i < 3; ++i)
            QVERIFY2(sideView(i).width() >= 180 && sideView(i).height() >= 130, "at 1280 x 800");
        QVERIFY2(view().height() > 360, "the picture keeps the room");
        press(Qt::Key_F4);
        QVERIFY(!dock->isVisible());
        press(Qt::Key_F4);
        QVERIFY(dock->isVisible());
    }

    void aDragUpdatesAllViewsWithinOneFrame()
    {
        openYard();
        session().selection().setShape(addCar(m_bench->nearCar));
        QTest::qWait(100);
        SideView& top = sideView(0);
        const QPoint from = top.pixelOf(shownShape().toSensor({2.2, 0.1, 0})).toPoint();
        QTest::mousePress(&top, Qt::LeftButton, {}, from);
        QTest::mouseMove(&top, from + QPoint(10, 0));
        QTest::qWait(100);
        const int before = view().paintCount();
        const QImage end = sideView(1).grab().toImage();
        QTest::mouseMove(&top, from + QPoint(20, 0));
        QCoreApplication::processEvents();
        QTRY_COMPARE(view().paintCount(), before + 1);
        QVERIFY(sideView(1).grab().toImage() != end);
        QTest::mouseRelease(&top, Qt::LeftButton, {}, from + QPoint(20, 0));
    }

private:
    Cuboid shownShape() { return scene().shapes.at(session().selection().shape()).cuboid; }
};

QTEST_MAIN(HandEditingTest)
#include "tst_HandEditing.moc"
