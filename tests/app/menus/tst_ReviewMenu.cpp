#include "app/menus/MenuBar.h"
#include "tests/app/OpenWindow.h"
#include "widgets/NoticeBar.h"
#include "widgets/ReviewPanel.h"
#include "widgets/SidePanel.h"

#include <QDockWidget>
#include <QLabel>
#include <QTimer>

using namespace lunkuo;

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
    void inDialog(const std::vector<int>& keys)
    {
        QTimer::singleShot(200, this, [keys] {
            for (const int key : keys) {
                QWidget* dialog = QApplication::activeModalWidget();
                QVERIFY(dialog);
                QWidget* focus = dialog->focusWidget() ? dialog->focusWidget() : dialog;
                QTest::keyClick(focus, static_cast<Qt::Key>(key));
            }
        });
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

    /// The digits of reasons are those of classes, too.
    void keysOfAnnotatorsChangeNothing()
    {
        const Shape car = addCar();
        const QString before = scene().tracks.at(car.track).classId;
        beginReview();
        session().selection().setShape(car.id);
        QTest::qWait(20);
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_Delete}) {
            press(key);
            QCOMPARE(scene().tracks.at(car.track).classId, before);
            QVERIFY(scene().shapes.contains(car.id));
            QVERIFY2(said().contains(u"While you review"), qPrintable(said()));
            m_window->workspace()->say(QStringLiteral("another word"), Tone::Good);
        }
        beginReview();
        press(Qt::Key_V);
        session().selection().setShape(car.id);
        press(Qt::Key_3);
        QVERIFY2(scene().tracks.at(car.track).classId != before, "who annotates has them");
    }

    void aFrameWithErrorsIsAcceptedWithAWord()
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
        press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(scene().isAccepted(scene().frames.at(car.frame)));
        QVERIFY2(said().contains(u"the checks find errors in it: "), qPrintable(said()));
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

    void readOnlyNothingIsSaid()
    {
        const Shape car = addCar();
        const QString path = session().path();
        QVERIFY(m_desk->openReadOnly(path));
        QVERIFY(session().isReadOnly());
        QTest::qWait(50);
        beginReview();
        session().selection().setShape(car.id);
        QTest::qWait(20);
        QVERIFY(!m_window->menus().action(QStringLiteral("reviewAccept"))->isEnabled());
        press(Qt::Key_Semicolon);
        QVERIFY(scene().verdicts.empty());
    }
};

QTEST_MAIN(ReviewMenuTest)
#include "tst_ReviewMenu.moc"
