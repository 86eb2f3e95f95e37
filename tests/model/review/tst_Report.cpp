#include "model/document/Document.h"
#include "model/project/ProjectStore.h"
#include "model/review/ReportHtml.h"
#include "tests/support/ComparedScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

Verdict verdictOf(qint64 id, FrameId frame, TrackId track, VerdictState state, RejectReason reason, bool wasRejected)
{
    Verdict verdict;
    verdict.id = {id};
    verdict.frame = frame;
    verdict.track = track;
    verdict.state = state;
    verdict.reason = reason;
    verdict.reviewer = u"李"_qs;
    if (wasRejected) {
        JudgedShape judged;
        judged.shape.frame = frame;
        verdict.judged = std::make_shared<JudgedShape>(judged);
    }
    return verdict;
}

/// Three cars and a pedestrian: at once right, mended, still rejected, answered; a missing one and a frame.
Scene reviewed()
{
    Scene scene = test::pictured({u"C1@0,0 C2@9,0 C3@18,0 P4@27,0 C5@40,0"_qs, u"C1@0,0"_qs});
    const auto add = [&scene](const Verdict& verdict) { scene.verdicts.insert_or_assign(verdict.id, verdict); };
    add(verdictOf(1, {1}, {1}, VerdictState::Accepted, RejectReason::Other, false));
    add(verdictOf(2, {1}, {2}, VerdictState::Accepted, RejectReason::TooLarge, true));
    Verdict rejected = verdictOf(3, {1}, {3}, VerdictState::Rejected, RejectReason::WrongHeading, false);
    rejected.text = u"<front> & rear"_qs;
    add(rejected);
    Verdict answered = verdictOf(4, {1}, {4}, VerdictState::Answered, RejectReason::WrongClass, false);
    answered.annotator = u"王"_qs;
    answered.answer = u"mended"_qs;
    add(answered);
    Verdict missing = verdictOf(5, {2}, {}, VerdictState::Rejected, RejectReason::MissingObject, false);
    missing.place = Eigen::Vector3d(5, 0, 0);
    add(missing);
    add(verdictOf(6, {2}, {}, VerdictState::Accepted, RejectReason::Other, false));
    return scene;
}

/// "judged at-once later rejected answered"
QString said(const AcceptanceCount& counts)
{
    return u"%1 %2 %3 %4 %5"_qs.arg(counts.judged())
        .arg(counts.acceptedAtOnce)
        .arg(counts.acceptedLater)
        .arg(counts.rejected)
        .arg(counts.answered);
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private slots:
    void acceptanceIsCounted()
    {
        const Acceptance acceptance = acceptanceOf(reviewed(), WorkMeter());
        QCOMPARE(said(acceptance.all), (u"4 1 1 1 1"_qs));
        QCOMPARE(acceptance.all.rate(), 0.25);
        QCOMPARE(acceptance.notJudged, 2);
        QCOMPARE(said(acceptance.byClass.at(u"Car"_qs)), (u"3 1 1 1 0"_qs));
        QCOMPARE(said(acceptance.byClass.at(u"Pedestrian"_qs)), (u"1 0 0 0 1"_qs));
        QCOMPARE(said(acceptance.byAnnotator.at(u"王"_qs)), (u"1 0 0 0 1"_qs));
        QCOMPARE(said(acceptance.byAnnotator.at(u""_qs)), (u"3 1 1 1 0"_qs));
        QCOMPARE(said(acceptance.byReason[static_cast<std::size_t>(RejectReason::TooLarge)]), (u"1 0 1 0 0"_qs));
        QCOMPARE(said(acceptance.byReason[static_cast<std::size_t>(RejectReason::MissingObject)]), (u"1 0 0 1 0"_qs));
        QCOMPARE(said(acceptance.byReason[static_cast<std::size_t>(RejectReason::Other)]), (u"0 0 0 0 0"_qs));
        QCOMPARE(said(acceptance.places), (u"1 0 0 1 0"_qs));
        QCOMPARE(said(acceptance.frames), (u"1 1 0 0 0"_qs));
        QVERIFY(std::isnan(AcceptanceCount().rate()));
    }

    void aMissingObjectIsNeverAcceptedAtOnce()
    {
        Scene scene = test::pictured({u""_qs});
        Verdict missing = verdictOf(1, {1}, {}, VerdictState::Accepted, RejectReason::MissingObject, false);
        missing.place = Eigen::Vector3d::Zero();
        scene.verdicts.insert_or_assign({1}, missing);
        QCOMPARE(said(acceptanceOf(scene, WorkMeter()).places), (u"1 0 1 0 0"_qs));
    }

    void whatWasRejectedOnceWasNotRightAtOnce()
    {
        const Scene scene = reviewed();
        WorkMeter work;
        Verdict rejected = scene.verdicts.at({1});
        rejected.state = VerdictState::Rejected;
        work.add(QDateTime::currentDateTime(), {}, {u"reject"_qs, {ValueChange<Verdict>{{}, rejected}}}, true);
        QCOMPARE(said(acceptanceOf(scene, work).all), (u"4 0 2 1 1"_qs));
    }

    void eachRejectionCountsByItsOwnReason()
    {
        const Scene scene = reviewed();
        WorkMeter work;
        Verdict once = scene.verdicts.at({2});
        once.state = VerdictState::Rejected;
        once.reason = RejectReason::WrongClass;
        once.time_ms = 10;
        Verdict answered = once;
        answered.state = VerdictState::Answered;
        Verdict again = once;
        again.reason = RejectReason::TooLarge;
        again.time_ms = 20;
        const auto say = [&work](const std::optional<Verdict>& before, const Verdict& after) {
            work.add(QDateTime::currentDateTime(), {}, {u"say"_qs, {ValueChange<Verdict>{before, after}}}, true);
        };
        say({}, once);
        say(once, answered);
        say(answered, again);
        const Acceptance acceptance = acceptanceOf(scene, work);
        const auto of = [&acceptance](RejectReason reason) {
            return said(acceptance.byReason[static_cast<std::size_t>(reason)]);
        };
        QCOMPARE(of(RejectReason::TooLarge), (u"1 0 1 0 0"_qs));
        QCOMPARE(of(RejectReason::WrongClass), (u"2 0 1 0 1"_qs)); // and the pedestrian that was answered
        QCOMPARE(said(acceptance.all), (u"4 1 1 1 1"_qs));
    }

    void aLongListIsCutShort()
    {
        Report report;
        report.rejected.resize(501);
        const QString page = htmlOf(report, {});
        QCOMPARE(page.count(u"class=\"card\""_qs), 500);
        QVERIFY(page.contains(u"and 1 more"_qs));
    }

    void objectsAreCounted()
    {
        Scene scene = reviewed();
        scene.frames[{1}].state = FrameState::Done;
        Shape derived = scene.shapes.at({2});
        derived.derivation = Derivation::Interpolated;
        scene.shapes.insert_or_assign({2}, derived);
        const ProjectCounts counts = countsOf(scene);
        QCOMPARE(counts.frames, 2);
        QCOMPARE(counts.framesWithShapes, 2);
        QCOMPARE(counts.framesInState, (std::array{1, 0, 1}));
        QCOMPARE(counts.classes.size(), std::size_t(2));
        QCOMPARE(counts.classes[0].classId, (u"Car"_qs));
        QCOMPARE(counts.classes[0].objects, 4);
        QCOMPARE(counts.classes[0].shapes, 5);
        QCOMPARE(counts.classes[0].keyFrames, 4);
        QCOMPARE(counts.all.shapes, 6);
    }

    void theHistorySaysWhoWorked()
    {
        const QTemporaryDir dir;
        const auto store = ProjectStore::create(dir.filePath(u"a.lunkuo"_qs), reviewed()).value();
        store->setUser(u"王"_qs);
        Document document(store->readScene().value(), store->editLog());
        Shape moved = document.scene().shapes.at({3});
        moved.cuboid.center.x() += 1.0;
        QVERIFY(document.edit(u"Move"_qs, {ValueChange<Shape>{document.scene().shapes.at({3}), moved}}));
        const Report report = makeReport(document.scene(), *store).value();
        QCOMPARE(report.project, (u"a"_qs));
        QCOMPARE(report.work.at(u"王"_qs).actions, 1.0);
        QCOMPARE(report.work.at(u"王"_qs).shapes, 1);
        QCOMPARE(said(report.acceptance.byAnnotator.at(u"王"_qs)), (u"2 0 0 1 1"_qs));
        QCOMPARE(report.rejected.size(), std::size_t(3));
        const Progress progress;
        progress.cancel();
        QVERIFY(!makeReport(document.scene(), *store, progress));
    }

    void thePageSaysEverything()
    {
        const QTemporaryDir dir;
        const Scene scene = reviewed();
        const auto store = ProjectStore::create(dir.filePath(u"a&b.lunkuo"_qs), scene).value();
        Report report = makeReport(scene, *store).value();
        const QString bare = htmlOf(report, {});
        for (const QString& words : {u"Report: a&amp;b"_qs, u"Car 3 in street/000000: wrong heading"_qs,
                 u"“&lt;front&gt; &amp; rear”"_qs, u"“mended”"_qs, u"Missing object in street/000001"_qs,
                 u"Pictures are shown of 0 of 3."_qs, u"25.0 %"_qs, u">somebody</td>"_qs})
            QVERIFY2(bare.contains(words), qPrintable(words));
        QVERIFY(!bare.contains(u"<front>"_qs) && !bare.contains(u"Automatic checks"_qs) &&
                !bare.contains(u"Agreement with"_qs));
        QVERIFY(!bare.contains(u"src=\"http"_qs) && !bare.contains(u"href"_qs)); // it needs no other file

        report.findings = {{CheckId::EmptyBox, 3, 0, 1, 2}};
        const ComparedScene own{scene, QDir()};
        report.against = ReportedAgreement{u"truth"_qs, compareScenes(own, own).value()};
        const QString whole = htmlOf(report, {{0, QByteArray("PNG")}});
        QVERIFY(whole.contains(u"Automatic checks"_qs) && whole.contains(u"Agreement with truth"_qs));
        QVERIFY(whole.contains(u"data:image/png;base64,"_qs + QString::fromLatin1(QByteArray("PNG").toBase64())));
    }

    void aPercentSignIsAWordLikeOthers()
    {
        const QTemporaryDir dir;
        Scene scene = reviewed();
        Verdict verdict = scene.verdicts.at({3});
        verdict.text = u"%1 of 100 %2"_qs;
        scene.verdicts.insert_or_assign({3}, verdict);
        const auto store = ProjectStore::create(dir.filePath(u"a.lunkuo"_qs), scene).value();
        QVERIFY(htmlOf(makeReport(scene, *store).value(), {}).contains(u"“%1 of 100 %2”"_qs));
    }

    void anEmptyProjectHasAReport()
    {
        const QTemporaryDir dir;
        const auto store = ProjectStore::create(dir.filePath(u"a.lunkuo"_qs), Scene()).value();
        const QString html = htmlOf(makeReport(Scene(), *store).value(), {});
        QVERIFY(html.contains(u"Nobody has changed an object yet."_qs));
        QVERIFY(!html.contains(u"still rejected"_qs));
    }
};

QTEST_GUILESS_MAIN(ReportTest)
#include "tst_Report.moc"
