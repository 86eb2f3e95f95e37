#include "model/review/ReviewQueue.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using test::twoCars;

namespace
{

const Word reviewer{QStringLiteral("李"), 1'000};

/// "1.1 2.1 …": track.frame; a frame alone is ".3".
QString told(const std::vector<ReviewSubject>& list)
{
    QStringList words;
    for (const ReviewSubject& subject : list)
        words << (subject.isFrame() ? QString() : QString::number(subject.track.value)) + u'.' +
                     QString::number(subject.frame.value);
    return words.join(u' ');
}

QString told(const std::optional<ReviewSubject>& subject)
{
    return subject ? told(std::vector{*subject}) : QStringLiteral("-");
}

ReviewPlan planOf(ReviewOrder order)
{
    ReviewPlan plan;
    plan.order = order;
    return plan;
}

} // namespace

class ReviewQueueTest : public QObject
{
    Q_OBJECT
private slots:
    void ordersAreWhatTheySay_data()
    {
        QTest::addColumn<ReviewOrder>("order");
        QTest::addColumn<QString>("list");
        QTest::newRow("by frame") << ReviewOrder::ByFrame << "1.1 2.1 1.2 2.2 1.3 2.3 1.4 2.4 1.5 2.5 1.6 2.6";
        QTest::newRow("by object") << ReviewOrder::ByObject << "1.1 1.2 1.3 1.4 1.5 1.6 2.1 2.2 2.3 2.4 2.5 2.6";
        QTest::newRow("frames") << ReviewOrder::WholeFrames << ".1 .2 .3 .4 .5 .6";
        QTest::newRow("by class") << ReviewOrder::ByClass << "2.1 2.2 2.3 2.4 2.5 2.6 1.1 1.2 1.3 1.4 1.5 1.6";
        QTest::newRow("least certain") << ReviewOrder::LeastConfident
                                       << "2.4 1.1 2.1 1.2 2.2 1.3 2.3 1.4 1.5 2.5 1.6 2.6";
        QTest::newRow("by finding") << ReviewOrder::ByFinding << "2.5 .2 1.1";
    }
    void ordersAreWhatTheySay()
    {
        QFETCH(ReviewOrder, order);
        Scene scene = twoCars();
        scene.tracks.at({1}).classId = scene.taxonomy.classes.at(1).id;
        scene.tracks.at({2}).classId = scene.taxonomy.classes.at(0).id;
        Shape doubtful = scene.shapes.at({24});
        doubtful.confidence = 0.1;
        scene.shapes.insert(doubtful);
        const std::vector<ReviewSubject> found{
            {{5}, {2}, {}}, {{2}, {}, {}}, {{5}, {2}, {}}, {{1}, {9}, {}}, {{1}, {1}, {}}};
        QTEST(told(reviewList(scene, planOf(order), found)), "list");
    }

    void aSampleIsTheSameForTheSameSeed()
    {
        const Scene scene = twoCars();
        ReviewPlan plan = planOf(ReviewOrder::Sample);
        plan.sample_percent = 40;
        const auto list = reviewList(scene, plan);
        QCOMPARE(list.size(), 5u); // 4.8 of 12, and at least what was asked for
        QCOMPARE(reviewList(scene, plan), list);
        QVERIFY2(
            std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.frame < b.frame; }),
            "each frame is read once");
        int different = 0;
        for (plan.seed = 2; plan.seed < 10; ++plan.seed)
            different += reviewList(scene, plan) == list ? 0 : 1;
        QVERIFY(different >= 7);
        plan.sample_percent = 100;
        QCOMPARE(reviewList(scene, plan).size(), 12u);
    }

    void plansSurviveARestartAndNonsenseDoesNot()
    {
        const ReviewPlan plan{ReviewOrder::Sample, 2.5, 4711};
        QCOMPARE(ReviewPlan::fromJson(plan.toJson()), plan);
        QCOMPARE(ReviewPlan::fromJson({{QStringLiteral("order"), 99}, {QStringLiteral("sample_percent"), -3},
                     {QStringLiteral("seed"), 1e18}}),
            ReviewPlan());
    }

    void onlyWhatIsOpenComes()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        QCOMPARE(queue.count(), 12);
        QCOMPARE(told(queue.next({})), QStringLiteral("1.1"));
        QVERIFY(accept(document, {{1}, {1}, {}}, reviewer));
        QVERIFY(reject(document, {{1}, {2}, {}}, {RejectReason::TooLarge, {}, {}}, reviewer));
        QCOMPARE(queue.openCount(), 10);
        QCOMPARE(told(queue.next({})), QStringLiteral("1.2"));
        QVERIFY(answer(document, document.scene().verdicts.of({2}, {1})->id, {}, reviewer));
        QCOMPARE(queue.openCount(), 11);
        QCOMPARE(told(queue.next(ReviewSubject{{6}, {2}, {}})), QStringLiteral("2.1"));
        QVERIFY(document.undo());
        QCOMPARE(queue.openCount(), 10);
    }

    void whatChangesComesAgainAndWhatIsDeletedDoesNot()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        for (const auto& subject : reviewList(document.scene(), {}))
            QVERIFY(accept(document, subject, reviewer));
        QCOMPARE(queue.openCount(), 0);
        QCOMPARE(told(queue.next({})), QStringLiteral("-"));
        const QSignalSpy changes(&queue, &ReviewQueue::changed);
        const Shape before = document.scene().shapes.at({13});
        Shape after = before;
        after.cuboid.center.x() += 1;
        QVERIFY(document.edit(QStringLiteral("move"), {ValueChange<Shape>{before, after}}));
        QCOMPARE(told(queue.next({})), QStringLiteral("1.3"));
        QVERIFY(!changes.isEmpty());
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{after, {}}}));
        QCOMPARE(queue.openCount(), 0);
        after.id = document.newShapeId();
        QVERIFY(document.edit(QStringLiteral("add"), {ValueChange<Shape>{{}, after}}));
        QCOMPARE(told(queue.next({})), QStringLiteral("1.3"));
    }

    void newObjectsFindTheirPlace()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        QCOMPARE(queue.count(), 12);
        const TrackId track = document.newTrackId();
        QVERIFY(document.edit(
            QStringLiteral("add"), {ValueChange<Track>{{}, test::carTrack(track, 3)},
                                       ValueChange<Shape>{{}, test::carShape(document.newShapeId(), track, {2}, 40)}}));
        QCOMPARE(queue.count(), 13);
        QCOMPARE(told(queue.next(ReviewSubject{{2}, {2}, {}})), QStringLiteral("3.2"));
    }

    void findingsAreAskedForWhenTheyAreThere()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        QVERIFY(!queue.knowsFindings());
        queue.setPlan(planOf(ReviewOrder::ByFinding));
        QCOMPARE(queue.count(), 0);
        std::vector<ReviewSubject> found{{{4}, {1}, {}}};
        queue.setFindings([&found] { return found; });
        QVERIFY(queue.knowsFindings());
        QCOMPARE(told(queue.next({})), QStringLiteral("1.4"));
        found = {{{2}, {2}, {}}};
        queue.findingsChanged();
        QCOMPARE(told(queue.next({})), QStringLiteral("2.2"));
    }

    /// Reviewers mend nothing, but annotators and checks go on meanwhile.
    void newFindingsDoNotMakeAReviewerStartOver()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        queue.setPlan(planOf(ReviewOrder::ByFinding));
        std::vector<ReviewSubject> found{{{1}, {1}, {}}, {{2}, {1}, {}}, {{3}, {1}, {}}, {{4}, {1}, {}}};
        queue.setFindings([&found] { return found; });
        QCOMPARE(queue.count(), 4);
        // As long as nobody has begun, the worst comes first.
        std::swap(found.front(), found.back());
        queue.findingsChanged();
        QCOMPARE(told(queue.next({})), QStringLiteral("1.4"));
        std::swap(found.front(), found.back());
        queue.setPlan(planOf(ReviewOrder::ByFrame));
        queue.setPlan(planOf(ReviewOrder::ByFinding));
        QCOMPARE(told(queue.next({})), QStringLiteral("1.1"));
        QVERIFY(accept(document, {{1}, {1}, {}}, reviewer));
        QVERIFY(reject(document, {{2}, {1}, {}}, {RejectReason::TooLarge, {}, {}}, reviewer));
        QCOMPARE(queue.count() - queue.openCount(), 2);
        // The worst of all now, another one besides, and those that were looked at are mended.
        found = {{{6}, {2}, {}}, {{4}, {1}, {}}, {{3}, {1}, {}}};
        queue.findingsChanged();
        QCOMPARE(queue.count(), 5);
        QCOMPARE(queue.count() - queue.openCount(), 2);
        QCOMPARE(told(queue.next(ReviewSubject{{2}, {1}, {}})), QStringLiteral("1.3"));
        QCOMPARE(told(queue.next(ReviewSubject{{4}, {1}, {}})), QStringLiteral("2.6"));
        // What was gone to without a verdict and is found no more: on from where it stood.
        found = {{{6}, {2}, {}}, {{4}, {1}, {}}};
        queue.findingsChanged();
        QCOMPARE(told(queue.next(ReviewSubject{{3}, {1}, {}})), QStringLiteral("1.4"));
        queue.findingsChanged();
        QCOMPARE(told(queue.next(ReviewSubject{{3}, {1}, {}})), QStringLiteral("1.4"));
        queue.setPlan(planOf(ReviewOrder::ByFrame));
        queue.setPlan(planOf(ReviewOrder::ByFinding));
        QCOMPARE(queue.count(), 2); // begun anew
    }

    /// Somebody begins before the checks have found anything: there is no course yet that could be kept.
    void theWorstComesFirstOfWhatArrivesAfterAnEmptyList()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        queue.setPlan(planOf(ReviewOrder::ByFinding));
        std::vector<ReviewSubject> found;
        queue.setFindings([&found] { return found; });
        QCOMPARE(told(queue.next({})), QStringLiteral("-"));
        found = {{{1}, {1}, {}}};
        queue.findingsChanged();
        QCOMPARE(queue.count(), 1);
        found = {{{4}, {2}, {}}, {{1}, {1}, {}}};
        queue.findingsChanged();
        QCOMPARE(told(queue.next({})), QStringLiteral("2.4"));
        found = {{{6}, {2}, {}}, {{4}, {2}, {}}, {{1}, {1}, {}}};
        queue.findingsChanged();
        QCOMPARE(told(queue.next(ReviewSubject{{4}, {2}, {}})), QStringLiteral("1.1"));
    }

    void whatIsDeletedDoesNotCountAsLookedAt()
    {
        Document document(twoCars(), nullptr);
        ReviewQueue queue(document);
        QVERIFY(accept(document, {{1}, {1}, {}}, reviewer));
        QVERIFY(reject(document, {{1}, {2}, {}}, {RejectReason::FalseObject, {}, {}}, reviewer));
        QCOMPARE(queue.count(), 12);
        QCOMPARE(queue.openCount(), 10);
        const auto remove = [&document](qint64 id) {
            return document.edit(QStringLiteral("delete"), {ValueChange<Shape>{document.scene().shapes.at({id}), {}}});
        };
        QVERIFY(remove(12));
        QCOMPARE(queue.count(), 11);
        QCOMPARE(queue.openCount(), 9);
        QVERIFY(document.undo());
        QCOMPARE(queue.count(), 12);
        // One that was rejected comes again, so that somebody agrees to that.
        QVERIFY(remove(21));
        QCOMPARE(queue.count(), 12);
        QCOMPARE(queue.openCount(), 11);
        QVERIFY(accept(document, {{1}, {2}, {}}, reviewer));
        QCOMPARE(queue.count() - queue.openCount(), 2);
    }
};

Q_DECLARE_METATYPE(lunkuo::ReviewOrder)

QTEST_GUILESS_MAIN(ReviewQueueTest)
#include "tst_ReviewQueue.moc"
