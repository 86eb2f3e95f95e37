#include "app/menus/MenuBar.h"
#include "model/tools/Handles.h"
#include "tests/app/OpenWindow.h"
#include "tests/support/Pointer.h"
#include "widgets/AttributePanel.h"
#include "widgets/Chip.h"
#include "widgets/ClassChips.h"
#include "widgets/NoticeBar.h"
#include "widgets/NumberBox.h"
#include "widgets/ReviewPanel.h"
#include "widgets/SidePanel.h"

#include <QDockWidget>
#include <QLabel>
#include <QTimer>

using namespace lunkuo;

class ReviewMenuTest;
Q_DECLARE_METATYPE(std::function<void(ReviewMenuTest&)>)

/// Reviewing and answering in the window, by keys.
class ReviewMenuTest : public QObject, test::OpenWindow
{
    Q_OBJECT

    ReviewBoard& board() { return session().review(); }
    const Verdict* verdictOn(const Shape& shape) { return scene().verdicts.of(shape.track, shape.frame); }
    void beginReview() { press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier); }

    QString said()
    {
        QStringList words;
        for (const auto* label : m_window->findChild<NoticeBar*>()->findChildren<QLabel*>())
            words << label->text();
        return words.join(u'|');
    }

    /// Presses keys in the dialog that comes next.
    void inDialog(const std::vector<int>& keys, bool isSure = true)
    {
        QTimer::singleShot(200, this, [keys, isSure] {
            for (const int key : keys) {
                QWidget* dialog = QApplication::activeModalWidget();
                if (!dialog && !isSure)
                    return;
                QVERIFY(dialog);
                QWidget* focus = dialog->focusWidget() ? dialog->focusWidget() : dialog;
                QTest::keyClick(focus, static_cast<Qt::Key>(key));
            }
        });
    }

    /// With points inside that fill it only in part, looked at from near above.
    ShapeId addLargeCar()
    {
        Shape car = addCar();
        const Shape before = car;
        car.cuboid.size += Eigen::Vector3d(0.6, 0.6, 0.0);
        car.cuboid.center.z() += 0.3;
        [&] { QVERIFY(session().document().edit(QStringLiteral("grow"), {ValueChange<Shape>{before, car}})); }();
        return car.id;
    }
    void take(ShapeId car)
    {
        session().selection().setShape(car);
        SceneView& view = m_window->workspace()->view();
        view.lookFrom(SceneView::Side::Top);
        view.lookAt(shape(car).cuboid.center, 5.0);
        view.setFocus();
        QTest::qWait(30);
    }
    const Shape& shape(ShapeId id) { return scene().shapes.at(id); }
    const Shape& selected() { return shape(session().selection().shape()); }
    SideView& side() { return m_window->workspace()->sidePanel()->view(0); }

    static void drag(QWidget& widget, const QPointF& from, const QPointF& by, Qt::KeyboardModifiers modifiers)
    {
        test::pointAt(widget, from);
        QTest::mousePress(&widget, Qt::LeftButton, modifiers, from.toPoint());
        test::pointAt(widget, from + 0.5 * by, Qt::LeftButton);
        test::pointAt(widget, from + by, Qt::LeftButton);
        QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, (from + by).toPoint());
        QTest::qWait(20);
    }
    void dragGrip(Qt::KeyboardModifiers modifiers)
    {
        SceneView& view = m_window->workspace()->view();
        const Handle front{Handle::Kind::Face, {1, 0, 0}};
        drag(view, view.pixelOf(positionOf(front, selected().cuboid)), {0.0, -30.0}, modifiers);
    }
    void doubleClickBox()
    {
        SceneView& view = m_window->workspace()->view();
        const QPoint at = view.pixelOf(selected().cuboid.center).toPoint();
        test::pointAt(view, at);
        QTest::mouseClick(&view, Qt::LeftButton, {}, at);
        QTest::mouseDClick(&view, Qt::LeftButton, {}, at);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, at);
        QTest::qWait(20);
    }
    QPointF frontInSide()
    {
        return side().pixelOf(selected().cuboid.toSensor({0.5 * selected().cuboid.size.x(), 0, 0}));
    }
    void dragSide(Qt::KeyboardModifiers modifiers) { drag(side(), frontInSide(), {25.0, 0.0}, modifiers); }
    void doubleClickSide()
    {
        test::pointAt(side(), frontInSide());
        QTest::mouseDClick(&side(), Qt::LeftButton, {}, frontInSide().toPoint());
        QTest::qWait(20);
    }
    void nudgeSide()
    {
        side().setFocus();
        press(Qt::Key_Up);
    }
    void typeLength()
    {
        auto* length = m_window->findChild<NumberBox*>(QStringLiteral("cuboid.length"));
        length->selectAll();
        QTest::keyClicks(length, QStringLiteral("9.5"));
        QTest::keyClick(length, Qt::Key_Return);
        QTest::qWait(20);
    }
    void clickOtherClass()
    {
        for (auto* chip : m_window->workspace()->attributePanel()->findChild<ClassChips*>()->findChildren<Chip*>())
            if (!chip->isChecked()) {
                chip->click();
                break;
            }
        QTest::qWait(20);
    }

private slots:
    void init() { start(); }
    void cleanup() { end(); }

    void oneKeyGoesOverToReviewing()
    {
        auto* sign = m_window->findChild<QLabel*>(QStringLiteral("modeSign"));
        QCOMPARE(sign->text(), QStringLiteral("Annotating"));
        QVERIFY(!m_window->menus().action(QStringLiteral("reviewAccept"))->isEnabled());
        press(Qt::Key_B);
        beginReview();
        QCOMPARE(board().mode(), WorkMode::Reviewing);
        QCOMPARE(sign->text(), QStringLiteral("Reviewing"));
        QCOMPARE(session().tools().activeId(), QStringLiteral("select"));
        QVERIFY(m_window->workspace()->reviewPanel()->isVisible());
        beginReview();
        QCOMPARE(board().mode(), WorkMode::Annotating);
        QCOMPARE(session().tools().activeId(), QStringLiteral("complete"));
    }

    void oneKeyAcceptsAndKeepsTheZoom()
    {
        const Shape car = addCar();
        beginReview();
        SceneView& view = m_window->workspace()->view();
        view.lookAt({0, 0, 0}, 7.0);
        const double distance = view.cameraState().value(u"distance").toDouble();
        session().selection().setShape({});
        press(Qt::Key_Semicolon);
        QVERIFY2(!verdictOn(car), "nobody has looked at it yet");
        QCOMPARE(session().selection().shape(), car.id);
        QCOMPARE(view.cameraState().value(u"distance").toDouble(), distance);
        QVERIFY((view.pixelOf(car.cuboid.center) - QRectF(view.rect()).center()).manhattanLength() < 3.0);
        press(Qt::Key_Semicolon);
        QVERIFY(verdictOn(car));
        QCOMPARE(verdictOn(car)->state, VerdictState::Accepted);
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!verdictOn(car));
        QCOMPARE(session().selection().shape(), car.id);
    }

    void whatIsRejectedIsMendedAnsweredAndClosed()
    {
        const Shape car = addCar();
        beginReview();
        session().selection().setShape(car.id);
        QTest::qWait(20);
        inDialog({Qt::Key_4, Qt::Key_Return});
        press(Qt::Key_Apostrophe);
        QCOMPARE(verdictOn(car)->reason, RejectReason::WrongHeading);
        beginReview();
        session().selection().setShape({});
        press(Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(session().selection().shape(), car.id);
        press(Qt::Key_N);
        inDialog({Qt::Key_Return});
        press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(verdictOn(car)->state, VerdictState::Answered);
        beginReview();
        press(Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        press(Qt::Key_Semicolon);
        QCOMPARE(verdictOn(car)->state, VerdictState::Accepted);
    }

    void whatWasDeletedIsInTheSideViewsWhileItsCaseIsLookedAt()
    {
        const Shape car = addCar();
        beginReview();
        session().selection().setShape(car.id);
        QTest::qWait(20);
        inDialog({Qt::Key_4, Qt::Key_Return});
        press(Qt::Key_Apostrophe);
        beginReview();
        session().selection().setShape(car.id);
        press(Qt::Key_Delete);
        QVERIFY(!scene().shapes.contains(car.id));
        QCOMPARE(verdictOn(car)->state, VerdictState::Answered);
        const auto* points = m_window->workspace()->sidePanel()->findChild<QLabel*>(QStringLiteral("sidePoints"));
        beginReview();
        QVERIFY(points->isHidden());
        press(Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!points->isHidden());
        beginReview();
        QVERIFY2(points->isHidden(), "whoever annotates has nothing to do with it");
        beginReview();
        press(Qt::Key_PageDown, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(!points->isHidden());
        press(Qt::Key_Semicolon);
        QCOMPARE(verdictOn(car)->state, VerdictState::Accepted);
        QVERIFY2(points->isHidden(), "its case is closed");
    }

    void aMissingObjectIsMarkedByAClick()
    {
        beginReview();
        SceneView& view = m_window->workspace()->view();
        press(Qt::Key_F5);
        press(Qt::Key_Insert);
        const QPoint middle = view.rect().center();
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle);
        QCOMPARE(scene().verdicts.size(), 1u);
        const Verdict& verdict = scene().verdicts.begin()->second;
        QVERIFY(verdict.isOfPlace());
        QCOMPARE(verdict.reason, RejectReason::MissingObject);
        QVERIFY((view.pixelOf(*verdict.place) - QPointF(middle)).manhattanLength() < 40.0);
        QTRY_VERIFY(m_window->menus().action(QStringLiteral("reviewMissing"))->isEnabled());
        press(Qt::Key_Insert);
        press(Qt::Key_Escape);
        QTest::mouseClick(&view, Qt::LeftButton, {}, middle);
        QCOMPARE(scene().verdicts.size(), 1u);
    }

    /// By keys, in all views, and in the panels; whoever annotates again has them all.
    void handsOfReviewersChangeNothing_data()
    {
        using Hand = std::function<void(ReviewMenuTest&)>;
        QTest::addColumn<Hand>("hand");
        const auto key = [](const char* name, int pressed, Qt::KeyboardModifiers modifiers = {}) {
            QTest::newRow(name) << Hand([pressed, modifiers](ReviewMenuTest& test) { test.press(pressed, modifiers); });
        };
        key("an arrow moves", Qt::Key_Left);
        key("Ctrl and an arrow turn", Qt::Key_Left, Qt::ControlModifier);
        key("N flips", Qt::Key_N);
        key("a digit is a class", Qt::Key_3);
        key("a letter is an answer", Qt::Key_W);
        key("Delete", Qt::Key_Delete);
        key("Ctrl+D duplicates", Qt::Key_D, Qt::ControlModifier);
        key("Ctrl+F fits", Qt::Key_F, Qt::ControlModifier);
        key("End puts on the ground", Qt::Key_End);
        key("Ctrl+0 gives the usual size", Qt::Key_0, Qt::ControlModifier);
        key("Ctrl+L locks", Qt::Key_L, Qt::ControlModifier);
        key("one size", Qt::Key_0, Qt::ControlModifier | Qt::ShiftModifier);
        key("the whole track goes", Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::newRow("paste") << Hand([](ReviewMenuTest& test) {
            test.press(Qt::Key_C, Qt::ControlModifier);
            test.press(Qt::Key_V, Qt::ControlModifier);
        });
        QTest::newRow("a grip") << Hand([](ReviewMenuTest& test) { test.dragGrip({}); });
        QTest::newRow("a grip with Ctrl") << Hand([](ReviewMenuTest& test) { test.dragGrip(Qt::ControlModifier); });
        QTest::newRow("a double-click") << Hand([](ReviewMenuTest& test) { test.doubleClickBox(); });
        QTest::newRow("a side view") << Hand([](ReviewMenuTest& test) { test.dragSide({}); });
        QTest::newRow("a side view with Ctrl")
            << Hand([](ReviewMenuTest& test) { test.dragSide(Qt::ControlModifier); });
        QTest::newRow("a double-click in a side view") << Hand([](ReviewMenuTest& test) { test.doubleClickSide(); });
        QTest::newRow("an arrow in a side view") << Hand([](ReviewMenuTest& test) { test.nudgeSide(); });
        QTest::newRow("a number") << Hand([](ReviewMenuTest& test) { test.typeLength(); });
        QTest::newRow("a chip") << Hand([](ReviewMenuTest& test) { test.clickOtherClass(); });
    }
    void handsOfReviewersChangeNothing()
    {
        QFETCH(std::function<void(ReviewMenuTest&)>, hand);
        const ShapeId car = addLargeCar();
        const auto isSameAs = [](const Scene& one, const Scene& other) {
            return one.tracks == other.tracks &&
                   std::equal(one.shapes.begin(), one.shapes.end(), other.shapes.begin(), other.shapes.end());
        };
        const Scene before = scene();
        beginReview();
        take(car);
        m_window->workspace()->say(QStringLiteral("another word"), Tone::Good);
        hand(*this);
        QVERIFY(isSameAs(scene(), before));
        QVERIFY2(said().contains(u"While you review"), qPrintable(said()));
        QVERIFY(!said().contains(u"another word"));
        auto* saved = m_window->findChild<QLabel*>(QStringLiteral("saveState"));
        QVERIFY2(saved->text().contains(u"saved"), "nothing was to be saved, so nothing has failed");
        QVERIFY(!saved->text().contains(u"not"));
        beginReview();
        press(Qt::Key_V);
        take(car);
        hand(*this);
        QVERIFY2(!isSameAs(scene(), before), "whoever annotates has it");
    }

    /// Each thing that menus offer to a reviewer; what asks for more in a dialog says so there.
    void menusOfReviewersChangeNoAnnotation()
    {
        const ShapeId car = addLargeCar();
        beginReview();
        take(car);
        const Scene before = scene();
        const QStringList own{QStringLiteral("undo"), QStringLiteral("redo"), QStringLiteral("quit"),
            QStringLiteral("reviewMode"), QStringLiteral("findingFix"), QStringLiteral("sample"),
            QStringLiteral("fullScreen")};
        int tried = 0;
        for (QAction* action : m_window->actions()) {
            if (!action->isEnabled() || action->text().contains(u'…') || own.contains(action->objectName()))
                continue;
            take(car);
            inDialog({Qt::Key_Escape}, false);
            action->trigger();
            QTest::qWait(220);
            QVERIFY2(scene().tracks == before.tracks, qPrintable(action->objectName()));
            QVERIFY2(
                std::equal(scene().shapes.begin(), scene().shapes.end(), before.shapes.begin(), before.shapes.end()),
                qPrintable(action->objectName()));
            ++tried;
        }
        QVERIFY(tried > 20);
    }

    void theHintNamesNoKeyThatDoesNothing()
    {
        const ShapeId car = addLargeCar();
        press(Qt::Key_V);
        take(car);
        auto* hint = m_window->findChild<QLabel*>(QStringLiteral("toolHint"));
        QVERIFY(hint->toolTip().contains(u"Delete"));
        beginReview();
        take(car);
        for (const QString& word : {QStringLiteral("Delete"), QStringLiteral("flips"), QStringLiteral("resize")})
            QVERIFY2(!hint->toolTip().contains(word), qPrintable(hint->toolTip()));
        QVERIFY(!session().tools().offersHandles());
        beginReview();
        press(Qt::Key_V);
        take(car);
        QVERIFY(hint->toolTip().contains(u"Delete"));
        QVERIFY(session().tools().offersHandles());
    }

    /// A half made outline is not lost to whoever goes over to reviewing.
    void whatIsHalfMadeIsKeptBeforeTheReview()
    {
        press(Qt::Key_B);
        SceneView& view = m_window->workspace()->view();
        view.lookAt(test::carAt(m_bench->nearCar).center, 6.0);
        QTest::mouseClick(
            &view, Qt::LeftButton, {}, view.pixelOf(test::Workbench::pointOn(m_bench->nearCar)).toPoint());
        QVERIFY(session().tools().draft().shape);
        beginReview();
        QCOMPARE(board().mode(), WorkMode::Reviewing);
        QCOMPARE(scene().shapes.size(), std::size_t(1));
    }

    void nothingIsSuggestedToWhoeverReviews()
    {
        SuggestionBoard& suggestions = awaitSuggestions();
        beginReview();
        QVERIFY(suggestions.shown().empty());
        press(Qt::Key_Space);
        QVERIFY(session().selection().shapes().empty());
        beginReview();
        QCOMPARE(suggestions.shown().size(), std::size_t(2));
    }

    void severalAreAcceptedAfterAQuestion()
    {
        const Shape one = addCar();
        const Shape other = addCar();
        beginReview();
        press(Qt::Key_A, Qt::ControlModifier);
        inDialog({Qt::Key_Escape});
        press(Qt::Key_Semicolon);
        QVERIFY(scene().verdicts.empty());
        inDialog({Qt::Key_Return});
        press(Qt::Key_Semicolon);
        QVERIFY(verdictOn(one) && verdictOn(other));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(scene().verdicts.empty());
        press(Qt::Key_A, Qt::ControlModifier);
        inDialog({Qt::Key_4, Qt::Key_Return});
        press(Qt::Key_Apostrophe);
        QCOMPARE(verdictOn(one)->reason, RejectReason::WrongHeading);
        QCOMPARE(verdictOn(other)->reason, RejectReason::WrongHeading);
    }

    void aFrameWithErrorsIsAcceptedByTheKeyTwice()
    {
        const Shape car = addCar();
        session().checks().start();
        const auto hasError = [this] {
            const Findings& standing = session().findings().standing();
            return std::any_of(standing.begin(), standing.end(), [this](const Finding& finding) {
                return finding.severity == Severity::Error && finding.frame == session().selection().frame();
            });
        };
        QVERIFY2(QTest::qWaitFor(hasError, 60'000), "what must be answered is not");
        beginReview();
        const auto accept = [this] { press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); };
        accept();
        QVERIFY(!scene().isAccepted(scene().frames.at(car.frame)));
        QVERIFY2(said().contains(u"The checks find errors in frame"), qPrintable(said()));
        press(Qt::Key_PageDown);
        press(Qt::Key_PageUp);
        accept();
        QVERIFY2(!scene().isAccepted(scene().frames.at(car.frame)), "that was said a while ago");
        accept();
        QVERIFY(scene().isAccepted(scene().frames.at(car.frame)));
    }

    void theFrameIsAcceptedWithItsObjects()
    {
        const Shape car = addCar();
        beginReview();
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(verdictOn(car));
        QVERIFY(scene().isAccepted(scene().frames.at(car.frame)));
    }

    void theReviewIsThereAfterARestart()
    {
        addCar();
        beginReview();
        ReviewPlan plan;
        plan.order = ReviewOrder::WholeFrames;
        board().queue().setPlan(plan);
        closeWindow();
        openWindow();
        QCOMPARE(board().mode(), WorkMode::Reviewing);
        QCOMPARE(board().queue().plan(), plan);
    }

    void readOnlyOneLooksThroughAndSaysNothing()
    {
        const Shape car = addCar();
        const QString path = session().path();
        QVERIFY(m_desk->openReadOnly(path));
        QVERIFY(session().isReadOnly());
        QTest::qWait(50);
        QVERIFY2(!m_window->menus().action(QStringLiteral("undo"))->isEnabled(), "nothing can be taken back");
        beginReview();
        session().selection().setShape({});
        QTest::qWait(20);
        QVERIFY(!m_window->menus().action(QStringLiteral("reviewReject"))->isEnabled());
        press(Qt::Key_Semicolon);
        QCOMPARE(session().selection().shape(), car.id);
        press(Qt::Key_Semicolon);
        QVERIFY(scene().verdicts.empty());
        QVERIFY2(said().contains(u"nothing is accepted"), qPrintable(said()));
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY2(said().contains(u"read-only"), qPrintable(said()));
    }
};

QTEST_MAIN(ReviewMenuTest)
#include "tst_ReviewMenu.moc"
