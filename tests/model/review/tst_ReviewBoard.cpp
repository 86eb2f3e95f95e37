#include "model/review/ReviewBoard.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using test::isSame;
using test::twoCars;
using test::verdictRow;

namespace
{

/// A person at work on two cars in six frames.
struct Desk
{
    Document document{twoCars(), nullptr};
    Selection selection;
    FrameCache frames{document, QDir()};
    ReviewBoard board{{document, selection, frames}, [] { return QStringLiteral("李"); }};

    Desk()
    {
        selection.setFrame({1});
        board.setMode(WorkMode::Reviewing);
    }

    /// "1.3": the track and the frame of what is selected; ".3" where nothing is.
    QString here() const
    {
        const auto shape = document.scene().shapes.find(selection.shape());
        const QString track =
            shape == document.scene().shapes.end() ? QString() : QString::number(shape->second.track.value);
        return track + u'.' + QString::number(selection.frame().value);
    }
};

} // namespace

class ReviewBoardTest : public QObject
{
    Q_OBJECT
private slots:
    void oneKeyEachLeadsThroughAll()
    {
        Desk desk;
        const Scene start = desk.document.scene();
        QVERIFY2(!desk.board.subject(), "nothing is selected yet");
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.here(), QStringLiteral("1.1"));
        QVERIFY2(desk.document.scene().verdicts.empty(), "what was not looked at is not accepted");
        QStringList way;
        for (int i = 0; i < 12; ++i) {
            way << desk.here();
            QVERIFY(desk.board.acceptAndGoOn());
        }
        QCOMPARE(way.join(u' '), QStringLiteral("1.1 2.1 1.2 2.2 1.3 2.3 1.4 2.4 1.5 2.5 1.6 2.6"));
        QCOMPARE(verdictRow(desk.document.scene(), {1}), QStringLiteral("AAAAAA"));
        QCOMPARE(desk.board.queue().openCount(), 0);
        QVERIFY(!desk.board.goOn());
        QCOMPARE(desk.document.scene().verdicts.begin()->second.reviewer, QStringLiteral("李"));
        while (desk.document.canUndo())
            QVERIFY(desk.document.undo());
        QVERIFY(isSame(desk.document.scene(), start));
    }

    void goesBackToWhatWasThereBefore()
    {
        Desk desk;
        QVERIFY(!desk.board.canGoBack());
        for (int i = 0; i < 4; ++i)
            QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.here(), QStringLiteral("2.2"));
        desk.board.goBack();
        QCOMPARE(desk.here(), QStringLiteral("1.2"));
        desk.board.goBack();
        QCOMPARE(desk.here(), QStringLiteral("2.1"));
        QVERIFY(desk.board.rejectAndGoOn(desk.board.subjects(), {RejectReason::WrongHeading, {}, {}}));
        QCOMPARE(verdictRow(desk.document.scene(), {2}), QStringLiteral("R....."));
        QCOMPARE(desk.here(), QStringLiteral("2.2"));
    }

    /// Nobody has chosen to judge what is still selected from another order.
    void aNewOrderBeginsWithItsOwn()
    {
        Desk desk;
        QVERIFY(desk.board.acceptAndGoOn());
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.here(), QStringLiteral("2.1"));
        ReviewPlan plan;
        plan.order = ReviewOrder::Sample;
        plan.sample_percent = 10.0;
        const auto holdsHere = [&] { return desk.board.queue().holds(*desk.board.subject()); };
        do
            ++plan.seed;
        while (desk.board.queue().setPlan(plan), holdsHere());
        const auto passedOver = desk.board.acceptAndGoOn();
        QVERIFY(!passedOver && passedOver.error().sentence.contains(u"not in the order"));
        QCOMPARE(verdictRow(desk.document.scene(), {1}), QStringLiteral("A....."));
        QCOMPARE(verdictRow(desk.document.scene(), {2}), QStringLiteral("......"));
        QVERIFY2(holdsHere(), qPrintable(desk.here()));
        // What somebody goes to is chosen, whether the order has it or not.
        desk.selection.setFrame({1});
        desk.selection.setShape(desk.document.scene().shapes.of({2}, {1})->id);
        QVERIFY(!holdsHere());
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(verdictRow(desk.document.scene(), {2}), QStringLiteral("A....."));
    }

    void whatIsPassedOverIsFollowedByWhatComesBehindIt()
    {
        Desk desk;
        desk.selection.setFrame({3});
        desk.selection.setShape(desk.document.scene().shapes.of({1}, {3})->id);
        QVERIFY(desk.board.passOver());
        QCOMPARE(desk.selection.frame(), FrameId{3});
        QCOMPARE(desk.selection.shape(), desk.document.scene().shapes.of({2}, {3})->id);
        QVERIFY(desk.document.scene().verdicts.empty());
    }

    void wholeFramesAreReviewedWithoutASelection()
    {
        Desk desk;
        ReviewPlan plan;
        plan.order = ReviewOrder::WholeFrames;
        desk.board.queue().setPlan(plan);
        QVERIFY(desk.board.subject()->isFrame());
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.here(), QStringLiteral(".2"));
        QCOMPARE(verdictRow(desk.document.scene(), {}), QStringLiteral("A....."));
        QCOMPARE(verdictRow(desk.document.scene(), {2}), QStringLiteral("A....."));
    }

    void theAnnotatorGoesThroughWhatWasRejected()
    {
        Desk desk;
        for (const qint64 frame : {5, 2})
            QVERIFY(desk.board.rejectAndGoOn({ReviewSubject{{frame}, {1}, {}}}, {RejectReason::TooLarge, {}, {}}));
        const VerdictId pinned = desk.board.pin({1, 2, 3}, QStringLiteral("自行车")).value();
        desk.board.setMode(WorkMode::Annotating);
        desk.board.goTo({{1}, {}, {}});
        QCOMPARE(desk.board.waitingCount(), 3);
        QVERIFY(desk.board.stepToDo(1));
        const FrameId pinFrame = desk.document.scene().verdicts.at(pinned).frame;
        QStringList way{desk.here()};
        while (desk.board.waitingCount() > 1) {
            QVERIFY(desk.board.answerAndGoOn(*desk.board.openVerdict(), {}));
            way << desk.here();
        }
        std::sort(way.begin(), way.end());
        QCOMPARE(way.join(u' '), QStringLiteral(".%1 1.2 1.5").arg(pinFrame.value));
        desk.board.setMode(WorkMode::Reviewing);
        QCOMPARE(desk.board.waitingCount(), 2);
        QCOMPARE(desk.board.toDo().size(), 3u);
    }

    /// The key that accepts what is there does not close that something is missing.
    void goingOnLeavesWhatIsMissingOpen()
    {
        Desk desk;
        QVERIFY(desk.board.acceptAndGoOn());
        const VerdictId pinned = desk.board.pin({1, 2, 3}, {}).value();
        desk.board.goTo({{1}, {}, pinned});
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.document.scene().verdicts.at(pinned).state, VerdictState::Rejected);
        desk.board.goTo({{1}, {}, pinned});
        QVERIFY(answer(desk.document, pinned, {}, {QStringLiteral("王"), 1}));
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(desk.document.scene().verdicts.at(pinned).state, VerdictState::Accepted);
    }

    /// The annotator was sent to the place, has drawn the object there, and says so with the key.
    void whatWasMissingIsAnsweredWithItsObjectSelected()
    {
        Desk desk;
        const VerdictId pinned = desk.board.pin({1, 2, 3}, {}).value();
        const FrameId frame = desk.document.scene().verdicts.at(pinned).frame;
        desk.board.setMode(WorkMode::Annotating);
        desk.board.goTo({frame, {}, pinned});
        QCOMPARE(desk.board.openVerdict(), pinned);
        const Shape* made = desk.document.scene().shapes.of({1}, frame);
        desk.selection.setShape(made->id);
        QCOMPARE(desk.board.openVerdict(), pinned);
        QVERIFY(reject(desk.document, {frame, {1}, {}}, {RejectReason::TooLarge, {}, {}}, {QStringLiteral("Li"), 1}));
        QVERIFY2(desk.board.openVerdict() != pinned, "what was said of the object itself comes first");
        desk.selection.setFrame({frame.value + 1});
        QVERIFY(desk.board.openVerdict() != pinned);
    }

    void whatIsDeselectedIsNotJudged()
    {
        Desk desk;
        QVERIFY(desk.board.rejectAndGoOn({ReviewSubject{{1}, {1}, {}}}, {RejectReason::TooLarge, {}, {}}));
        desk.board.goTo({{1}, {1}, {}});
        QVERIFY(desk.board.subject());
        desk.selection.setShape({});
        QVERIFY(!desk.board.subject());
    }

    void whatWasDeletedCanBeClosed()
    {
        Desk desk;
        QVERIFY(desk.board.rejectAndGoOn({ReviewSubject{{2}, {1}, {}}}, {RejectReason::FalseObject, {}, {}}));
        const Shape gone = desk.document.scene().shapes.at({12});
        QVERIFY(desk.document.edit(QStringLiteral("delete"), {ValueChange<Shape>{gone, {}}}));
        QCOMPARE(desk.board.waitingCount(), 1);
        QSignalSpy shown(&desk.board, &ReviewBoard::shown);
        QVERIFY(desk.board.stepToDo(1));
        QCOMPARE(desk.here(), QStringLiteral(".2"));
        QCOMPARE(shown.size(), 1);
        QVERIFY(desk.board.acceptAndGoOn());
        QCOMPARE(verdictRow(desk.document.scene(), {1}), QStringLiteral(".A...."));
        QCOMPARE(desk.board.toDo().size(), 0u);
    }

    void theReviewGoesOnAfterARestart()
    {
        Desk desk;
        ReviewPlan plan;
        plan.order = ReviewOrder::ByObject;
        desk.board.queue().setPlan(plan);
        for (int i = 0; i < 4; ++i)
            QVERIFY(desk.board.acceptAndGoOn());
        const QJsonObject left = desk.board.toJson();
        Desk again;
        again.board.setMode(WorkMode::Annotating);
        again.board.fromJson(left);
        QCOMPARE(again.board.mode(), WorkMode::Reviewing);
        QCOMPARE(again.board.queue().plan(), plan);
        QVERIFY(again.board.goOn());
        QCOMPARE(again.here(), QStringLiteral("1.5"));
        again.board.fromJson({{QStringLiteral("last"), 3}, {QStringLiteral("plan"), QStringLiteral("x")}});
        QCOMPARE(again.board.mode(), WorkMode::Annotating);
    }
};

QTEST_MAIN(ReviewBoardTest)
#include "tst_ReviewBoard.moc"
