#include "widgets/SidePanel.h"

#include "model/tools/ShapeActions.h"
#include "render/SceneView.h"
#include "tests/support/EventCount.h"
#include "tests/support/Pointer.h"
#include "tests/support/Themes.h"
#include "tests/support/Workbench.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lunkuo;
using lunkuo::test::carAt;

/// The three views as a person uses them: by mouse and keys.
class SidePanelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::Workbench
    {
        SidePanel panel{ToolContext{document, selection, frames}, tools};
        ShapeId car;

        Bench()
        {
            Shape shape;
            shape.frame = selection.frame();
            shape.cuboid = carAt(nearCar);
            car = *addShape(document, QStringLiteral("Add"), shape, QStringLiteral("Car"));
            panel.setPalette(test::darkPalette());
            panel.resize(900, 220);
            panel.show();
            selection.setShape(car);
        }

        const Cuboid& cuboid() { return scene().shapes.at(car).cuboid; }
        QPoint pixel(int view, const Eigen::Vector3d& object)
        {
            return panel.view(view).pixelOf(cuboid().toSensor(object)).toPoint();
        }
        void drag(int number, const QPoint& from, const QPoint& to)
        {
            SideView* view = &panel.view(number);
            QTest::mouseMove(view, from);
            QTest::mousePress(view, Qt::LeftButton, {}, from);
            QTest::mouseMove(view, (from + to) / 2);
            QTest::mouseMove(view, to);
            QTest::mouseRelease(view, Qt::LeftButton, {}, to);
        }
    };

    /// How many pixels of a view are brighter than any ground or frame.
    static int brightPixels(SideView& view)
    {
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int bright = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                bright += qGray(image.pixel(x, y)) > 150 ? 1 : 0;
        return bright;
    }

    static bool isNear(const QColor& one, const QColor& other)
    {
        constexpr int tolerance = 40;
        return std::abs(one.red() - other.red()) < tolerance && std::abs(one.green() - other.green()) < tolerance &&
               std::abs(one.blue() - other.blue()) < tolerance;
    }
    static int countOf(SideView& view, const QColor& color)
    {
        const QImage image = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += isNear(image.pixelColor(x, y), color) ? 1 : 0;
        return count;
    }

    /// How much the words on a label stand out from what is behind them; not at all when that is not the ground.
    static double contrastOn(QWidget& label, const QColor& ground)
    {
        const QPoint corner = label.mapTo(label.parentWidget(), QPoint());
        const QImage seen = label.parentWidget()->grab({corner, label.size()}).toImage();
        if (seen.pixelColor(1, seen.height() / 2) != ground)
            return 0.0;
        double most = 0.0;
        for (int y = 2; y < seen.height() - 2; ++y)
            for (int x = 2; x < seen.width() - 2; ++x)
                most = std::max(most, test::contrast(seen.pixelColor(x, y), ground));
        return most;
    }

private slots:
    void whatIsWrittenOnTheViewsStandsOutInEachTheme()
    {
        Bench bench;
        auto* count = bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"));
        auto* name = bench.panel.findChild<QToolButton*>(QStringLiteral("sideName.1"));
        QTRY_VERIFY(count->isVisible());
        for (const QPalette& palette : {test::darkPalette(), test::lightPalette()}) {
            bench.panel.setPalette(palette);
            for (QWidget* words : std::initializer_list<QWidget*>{count, name})
                QCOMPARE_GE(contrastOn(*words, palette.color(QPalette::Base)), test::leastContrast);
        }
    }

    void whatWasRejectedIsDrawnBesideWhatItIsNow()
    {
        const QColor before(0xff, 0xb0, 0x40);
        Bench bench;
        const Shape rejected = bench.scene().shapes.at(bench.car);
        Verdict verdict;
        verdict.id = bench.document.newVerdictId();
        verdict.frame = rejected.frame;
        verdict.track = rejected.track;
        verdict.state = VerdictState::Rejected;
        verdict.judged = std::make_shared<JudgedShape>(JudgedShape{rejected, QStringLiteral("Car"), 1, {}});
        QVERIFY(bench.document.edit(QStringLiteral("Reject"), {ValueChange<Verdict>{{}, verdict}}));
        for (int view = 0; view < 3; ++view)
            QCOMPARE(countOf(bench.panel.view(view), before), 0);
        Shape mended = rejected;
        mended.cuboid.size += Eigen::Vector3d(0.4, 0.3, 0.2);
        QVERIFY(bench.document.edit(QStringLiteral("Mend"), {ValueChange<Shape>{rejected, mended}}));
        for (int view = 0; view < 3; ++view)
            QVERIFY2(countOf(bench.panel.view(view), before) > 40, qPrintable(QString::number(view)));
        verdict = bench.scene().verdicts.at(verdict.id);
        Verdict closed = verdict;
        closed.state = VerdictState::Accepted;
        QVERIFY(bench.document.edit(QStringLiteral("Accept"), {ValueChange<Verdict>{verdict, closed}}));
        QCOMPARE(countOf(bench.panel.view(0), before), 0);
    }

    void aViewThatWasPushedAsideStaysThere()
    {
        Bench bench;
        SideView& view = bench.panel.view(0);
        const QPointF before = view.pixelOf(bench.cuboid().center);
        const QPoint from(4, 4); // beside the box and its grips
        QTest::mousePress(&view, Qt::RightButton, {}, from);
        const QPointF there = from + QPointF(45, 30);
        QMouseEvent move(
            QEvent::MouseMove, there, view.mapToGlobal(there), Qt::NoButton, Qt::RightButton, Qt::NoModifier);
        QApplication::sendEvent(&view, &move);
        QTest::mouseRelease(&view, Qt::RightButton, {}, there.toPoint());
        QVERIFY((view.pixelOf(bench.cuboid().center) - before - QPointF(45, 30)).manhattanLength() < 2.0);
    }

    void anotherAnnotationIsDrawnBesideItsOwn()
    {
        const QColor other(0x5c, 0xd6, 0xe6);
        Bench bench;
        Counterpart counterpart;
        counterpart.frame = bench.selection.frame();
        counterpart.shape.cuboid = bench.cuboid().withYaw(bench.cuboid().yaw() + 0.1);
        counterpart.shape.track = bench.scene().shapes.at(bench.car).track;
        counterpart.classId = QStringLiteral("Car");
        bench.panel.setCounterpart(counterpart);
        for (int view = 0; view < 3; ++view)
            QVERIFY2(countOf(bench.panel.view(view), other) > 40, qPrintable(QString::number(view)));
        // Where only the other one has something, that is what is shown; it is no shape to be changed.
        bench.selection.setShape({});
        QVERIFY(countOf(bench.panel.view(0), other) > 40);
        const QSignalSpy edits(&bench.document, &Document::changed);
        const QPoint middle = bench.panel.view(0).rect().center();
        bench.drag(0, middle, middle + QPoint(20, 5));
        QCOMPARE(edits.count(), 0);
        counterpart.frame = {99};
        bench.panel.setCounterpart(counterpart);
        bench.selection.setShape(bench.car);
        QVERIFY(countOf(bench.panel.view(0), other) < 20); // points may look alike
    }

    /// Bystanders have nothing to do with it.
    void anotherAnnotationIsDrawnBesideItsOwnObjectOnly()
    {
        const QColor other(0x5c, 0xd6, 0xe6);
        Bench bench;
        Counterpart counterpart;
        counterpart.frame = bench.selection.frame();
        counterpart.shape.cuboid = bench.cuboid().withYaw(bench.cuboid().yaw() + 0.1);
        counterpart.classId = QStringLiteral("Car");
        bench.panel.setCounterpart(counterpart);           // only B has it
        QVERIFY(countOf(bench.panel.view(0), other) < 20); // points may look alike
        bench.selection.setShape({});
        QVERIFY(countOf(bench.panel.view(0), other) > 40);
        bench.panel.setCounterpart({});
        QVERIFY(countOf(bench.panel.view(0), other) < 20);
    }

    void whatWasRejectedAndDeletedIsShownUntilItsCaseIsClosed()
    {
        const QColor before(0xff, 0xb0, 0x40);
        Bench bench;
        const Shape rejected = bench.scene().shapes.at(bench.car);
        Verdict verdict;
        verdict.id = bench.document.newVerdictId();
        verdict.frame = rejected.frame;
        verdict.track = rejected.track;
        verdict.state = VerdictState::Rejected;
        verdict.judged = std::make_shared<JudgedShape>(JudgedShape{rejected, QStringLiteral("Car"), 1, {}});
        QVERIFY(bench.document.edit(QStringLiteral("Reject"), {ValueChange<Verdict>{{}, verdict}}));
        bench.panel.showJudged(verdict.id);
        QCOMPARE(countOf(bench.panel.view(0), before), 0); // it is still there
        QVERIFY(bench.document.edit(QStringLiteral("Delete"), {ValueChange<Shape>{rejected, {}}}));
        for (int view = 0; view < 3; ++view)
            QVERIFY2(countOf(bench.panel.view(view), before) > 40, qPrintable(QString::number(view)));
        QVERIFY(!bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"))->isHidden());
        // Another one that is selected is seen without it.
        Shape near = rejected;
        near.id = {};
        near.track = {};
        near.cuboid.center.x() += 1.0;
        bench.selection.setShape(*addShape(bench.document, QStringLiteral("Add"), near, QStringLiteral("Car")));
        QCOMPARE(countOf(bench.panel.view(0), before), 0);
        bench.selection.setShape({});
        QVERIFY(countOf(bench.panel.view(0), before) > 40);
        verdict = bench.scene().verdicts.at(verdict.id);
        Verdict closed = verdict;
        closed.state = VerdictState::Accepted;
        QVERIFY(bench.document.edit(QStringLiteral("Accept"), {ValueChange<Verdict>{verdict, closed}}));
        QCOMPARE(countOf(bench.panel.view(0), before), 0);
        QVERIFY(bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"))->isHidden());
    }

    void withNothingSelectedAnotherFramePaintsNothing()
    {
        Bench bench;
        QVERIFY(QTest::qWaitForWindowExposed(&bench.panel));
        bench.selection.setShape({});
        QCoreApplication::processEvents();
        const test::EventCount paints(bench.panel.view(0), QEvent::Paint);
        const FrameId other = bench.scene().frameOrder()[1];
        bench.selection.setFrame(other);
        QTRY_VERIFY(bench.frames.loadedFrame(other));
        QCoreApplication::processEvents();
        QCOMPARE(paints.count(), 0);
        bench.selection.setFrame(bench.scene().frameOrder()[0]);
        bench.selection.setShape(bench.car);
        QTRY_VERIFY(paints.count() > 0);
    }

    void anEdgeDraggedByTheMouseIsOneEdit()
    {
        Bench bench;
        const QSignalSpy edits(&bench.document, &Document::changed);
        const QPoint front = bench.pixel(0, {2.2, 0.3, 0});
        const double before = bench.cuboid().size.x();
        const double pixel_m = bench.panel.view(0).pixel_m();
        bench.drag(0, front, front + QPoint(20, 5));
        QCOMPARE(edits.count(), 1);
        QVERIFY(std::abs(bench.cuboid().size.x() - before - 20 * pixel_m) < 1e-6);
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.cuboid(), carAt(bench.nearCar));
    }

    void whatTheMainViewHidesDoesNotMoveWithTheOthers()
    {
        Bench bench;
        SceneView view(bench.document, bench.selection, bench.frames, bench.tools);
        bench.panel.followHidden(view);
        Shape shape = bench.scene().shapes.at(bench.car);
        shape.cuboid = carAt(bench.farCar);
        const ShapeId truck = *addShape(bench.document, QStringLiteral("Add"), shape, QStringLiteral("Truck"));
        bench.selection.setShapes({truck, bench.car});
        const auto dragged = [&] {
            const QPoint inside = bench.pixel(0, {0.5, 0.2, 0});
            bench.drag(0, inside, inside + QPoint(20, 0));
            return bench.document.undoText();
        };
        QCOMPARE(dragged(), QStringLiteral("Move 2 objects"));
        QVERIFY(bench.document.undo());
        PointFilter filter;
        filter.hiddenClasses = {QStringLiteral("Truck")};
        view.setFilter(filter);
        QCOMPARE(dragged(), QStringLiteral("Move Car"));
        QCOMPARE(bench.scene().shapes.at(truck).cuboid, carAt(bench.farCar));
    }

    void allViewsFollowTheDrag()
    {
        Bench bench;
        const QPoint roof = bench.pixel(1, {0, 0, 0.75});
        const QImage before = bench.panel.view(2).grab().toImage();
        SideView* side = &bench.panel.view(1);
        QTest::mousePress(side, Qt::LeftButton, {}, roof);
        QTest::mouseMove(side, roof - QPoint(0, 6));
        QTest::mouseMove(side, roof - QPoint(0, 12));
        QVERIFY(bench.tools.draft().shape->cuboid.size.z() > bench.cuboid().size.z());
        QVERIFY2(bench.panel.view(2).grab().toImage() != before, "the end shows the higher roof");
        QTest::keyClick(side, Qt::Key_Escape);
        QTest::mouseRelease(side, Qt::LeftButton, {}, roof - QPoint(0, 12));
        QCOMPARE(bench.cuboid(), carAt(bench.nearCar));
        QVERIFY(!bench.document.undoText().contains(QStringLiteral("Resize")));
    }

    void thePictureUnderADragStays()
    {
        Bench bench;
        SideView* top = &bench.panel.view(0);
        const Eigen::Vector3d fixed(bench.nearCar.x(), bench.nearCar.y(), 0);
        const QPointF before = top->pixelOf(fixed);
        const QPoint middle = bench.pixel(0, {0.4, 0.3, 0});
        QTest::mousePress(top, Qt::LeftButton, {}, middle);
        QTest::mouseMove(top, middle + QPoint(40, 0));
        QTest::mouseMove(top, middle + QPoint(100, 10));
        QCOMPARE(top->pixelOf(fixed), before);
        QTest::mouseRelease(top, Qt::LeftButton, {}, middle + QPoint(100, 10));
        QVERIFY2(QRectF(top->rect()).contains(top->pixelOf(bench.cuboid().center)), "then the object is in the middle");
    }

    void theGripsStayInViewHoweverOftenItIsMoved()
    {
        Bench bench;
        bench.selection.setShape(bench.car);
        for (int i = 0; i < 12; ++i) {
            bench.drag(0, bench.pixel(0, {0, 0, 0}), bench.pixel(0, {0, 0, 0}) + QPoint(12, 9));
            const SideView& top = bench.panel.view(0);
            const Eigen::Vector2d grip = turnGripOf(top.sight(), bench.cuboid(), top.pixel_m());
            const QPointF at = top.pixelOf(top.sight().inSensor(grip));
            QVERIFY2(top.rect().contains(at.toPoint()),
                qPrintable(QStringLiteral("drag %1: %2 %3").arg(i).arg(at.x()).arg(at.y())));
        }
    }

    void aCloserLookIsAtOneObjectOnly()
    {
        Bench bench;
        SideView& top = bench.panel.view(0);
        const double whole = top.pixel_m();
        QWheelEvent closer(QPointF(40, 40), top.mapToGlobal(QPointF(40, 40)), {}, QPoint(0, 480), Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&top, &closer);
        const double near = top.pixel_m();
        QVERIFY(near < 0.6 * whole);
        Shape other;
        other.frame = bench.selection.frame();
        other.cuboid = carAt(bench.farCar);
        const ShapeId far = *addShape(bench.document, QStringLiteral("Add"), other, QStringLiteral("Car"));
        bench.selection.setShape(far);
        QVERIFY2(std::abs(top.pixel_m() - whole) < 0.1 * whole, "the next one is seen whole");
    }

    void theCursorTellsWhatADragWillDo_data()
    {
        QTest::addColumn<Eigen::Vector3d>("at");
        QTest::addColumn<Qt::CursorShape>("cursor");
        QTest::newRow("front") << Eigen::Vector3d(2.2, 0.2, 0) << Qt::SizeHorCursor;
        QTest::newRow("left") << Eigen::Vector3d(0.3, 0.9, 0) << Qt::SizeVerCursor;
        QTest::newRow("front left") << Eigen::Vector3d(2.2, 0.9, 0) << Qt::SizeBDiagCursor;
        QTest::newRow("rear left") << Eigen::Vector3d(-2.2, 0.9, 0) << Qt::SizeFDiagCursor;
        QTest::newRow("inside") << Eigen::Vector3d(0.3, 0.2, 0) << Qt::SizeAllCursor;
        QTest::newRow("outside") << Eigen::Vector3d(-2.6, 1.3, 0) << Qt::ArrowCursor;
    }
    void theCursorTellsWhatADragWillDo()
    {
        QFETCH(Eigen::Vector3d, at);
        QFETCH(Qt::CursorShape, cursor);
        Bench bench;
        test::pointAt(bench.panel.view(0), bench.pixel(0, at));
        QCOMPARE(bench.panel.view(0).cursor().shape(), cursor);
    }

    void arrowKeysMoveItTheWayTheyPoint()
    {
        Bench bench;
        SideView* rear = &bench.panel.view(2);
        const QPointF before = rear->pixelOf(bench.cuboid().center);
        const SideSight sight = rear->sight();
        QTest::keyClick(rear, Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(sight.onPlane(bench.cuboid().center).x() < -0.1);
        QVERIFY(before != rear->pixelOf(bench.cuboid().center));
    }

    void theOtherSideIsOneClickAwayAndRemembered()
    {
        Bench bench;
        QCOMPARE(bench.panel.view(1).side(), ObjectSide::Right);
        auto* name = bench.panel.findChild<QToolButton*>(QStringLiteral("sideName.1"));
        QTest::mouseClick(name, Qt::LeftButton);
        QCOMPARE(bench.panel.view(1).side(), ObjectSide::Left);
        QVERIFY2(name->text().startsWith(QStringLiteral("Left side")), qPrintable(name->text()));
        bench.panel.setMargin(1.4);
        SidePanel later(ToolContext{bench.document, bench.selection, bench.frames}, bench.tools);
        later.setState(bench.panel.state());
        QCOMPARE(later.view(1).side(), ObjectSide::Left);
        QCOMPARE(later.view(2).side(), ObjectSide::Rear);
        QCOMPARE(later.margin_m(), 1.4);
    }

    void theWheelZoomsToTheCursorAndWithAltWidens()
    {
        Bench bench;
        SideView* top = &bench.panel.view(0);
        const QPointF at(60, 80);
        const double before = top->pixel_m();
        const Eigen::Vector3d held = top->sight().inSensor({-1.0, 0.5});
        const QPointF heldAt = top->pixelOf(held);
        QWheelEvent in(heldAt, top->mapToGlobal(heldAt), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(top, &in);
        QVERIFY(top->pixel_m() < before);
        QVERIFY(QLineF(top->pixelOf(held), heldAt).length() < 1e-6);
        const double margin = bench.panel.margin_m();
        QWheelEvent wide(at, at, {}, {120, 0}, Qt::NoButton, Qt::AltModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(top, &wide);
        QVERIFY(bench.panel.margin_m() > margin);
    }

    void pointsInsideAreBrightAndCounted()
    {
        Bench bench;
        const auto* count = bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"));
        const LoadedFramePtr frame = bench.frames.loadedFrame(bench.selection.frame());
        const auto inside = static_cast<int>(frame->index->count(bench.cuboid()));
        QVERIFY(inside > 100);
        QCOMPARE(count->text(), QStringLiteral("%1 points inside").arg(QLocale().toString(inside)));
        QVERIFY(brightPixels(bench.panel.view(0)) > 500);
    }

    void withoutAnObjectItSaysWhatToDo()
    {
        Bench bench;
        const QImage with = bench.panel.view(0).grab().toImage();
        bench.selection.setShape({});
        QVERIFY(!bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"))->isVisible());
        const QImage without = bench.panel.view(0).grab().toImage();
        QVERIFY(with != without);
        QVERIFY2(brightPixels(bench.panel.view(0)) > 50, "there are words");
    }

    void whatIsSuggestedIsShownButNotChanged()
    {
        Bench bench;
        bench.panel.setSuggestions(bench.suggestions);
        QVERIFY(bench.document.undo());
        QVERIFY(bench.awaitSuggestions() > 0);
        bench.suggestions.setCurrent(bench.suggestionOf(bench.nearCar));
        SideView* top = &bench.panel.view(0);
        QVERIFY(QRectF(top->rect()).contains(top->pixelOf(carAt(bench.nearCar).center)));
        QVERIFY(bench.panel.findChild<QLabel*>(QStringLiteral("sidePoints"))->isVisible());
        const QSignalSpy edits(&bench.document, &Document::changed);
        const QPoint middle = top->rect().center();
        bench.drag(0, middle, middle + QPoint(30, 0));
        QCOMPARE(edits.count(), 0);
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void keysThatAreOfNoUseGoToTheMainView()
    {
        Bench bench;
        struct Listener : QWidget
        {
            void keyPressEvent(QKeyEvent* event) override { heard = event->key(); }
            void keyReleaseEvent(QKeyEvent* event) override { released = event->key(); }
            bool focusNextPrevChild(bool next) override
            {
                heard = next ? Qt::Key_Tab : Qt::Key_Backtab;
                return true;
            }
            int heard = 0;
            int released = 0;
        } listener;
        bench.panel.passKeysTo(&listener);
        QTest::keyClick(&bench.panel.view(0), Qt::Key_Return);
        QCOMPARE(listener.heard, static_cast<int>(Qt::Key_Return));
        QCOMPARE(listener.released, static_cast<int>(Qt::Key_Return));
        QTest::keyClick(&bench.panel.view(0), Qt::Key_Tab);
        QCOMPARE(listener.heard, static_cast<int>(Qt::Key_Tab));
        QTest::keyClick(&bench.panel.view(0), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(listener.heard, static_cast<int>(Qt::Key_Backtab));
    }

    void highAndNarrowItBecomesAColumn()
    {
        Bench bench;
        QVERIFY(bench.panel.view(1).x() > bench.panel.view(0).x());
        bench.panel.resize(260, 700);
        QTRY_VERIFY(bench.panel.view(1).y() > bench.panel.view(0).y());
        QCOMPARE(bench.panel.view(1).x(), bench.panel.view(0).x());
    }
};

QTEST_MAIN(SidePanelTest)
#include "tst_SidePanel.moc"
