#include "model/review/ReviewActions.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QTest>

using namespace lunkuo;
using test::isSame;
using test::twoCars;
using test::verdictRow;

namespace
{

const Word reviewer{QStringLiteral("李"), 1'000};
const Word annotator{QStringLiteral("王"), 2'000};

ReviewSubject car(qint64 track, qint64 frame)
{
    return {{frame}, {track}, {}};
}

const Verdict& only(const Document& document)
{
    return document.scene().verdicts.begin()->second;
}

} // namespace

class ReviewActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void anObjectIsAcceptedOnce()
    {
        Document document(twoCars(), nullptr);
        QVERIFY(accept(document, car(1, 2), reviewer));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
        QCOMPARE(only(document).reviewer, reviewer.who);
        QCOMPARE(only(document).time_ms, reviewer.time_ms);
        QVERIFY2(!only(document).judged, "what is right need not be remembered");
        QVERIFY(accept(document, car(1, 2), annotator));
        QCOMPARE(document.undoDepth(), 1);
        QCOMPARE(only(document).reviewer, reviewer.who);
    }

    void severalAreAcceptedByOneEdit()
    {
        Document document(twoCars(), nullptr);
        QVERIFY(accept(document, car(1, 2), annotator));
        QVERIFY(acceptAll(document, {car(2, 2), car(1, 2), car(7, 2)}, reviewer));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
        QCOMPARE(verdictRow(document.scene(), {2}), QStringLiteral(".A...."));
        QCOMPARE(document.undoDepth(), 2);
        QCOMPARE(verdictOn(document.scene(), car(1, 2))->reviewer, annotator.who);
        QVERIFY(acceptAll(document, {car(2, 2), car(1, 2)}, reviewer));
        QCOMPARE(document.undoDepth(), 2);
    }

    void severalAreRejectedForOneReason()
    {
        Document document(twoCars(), nullptr);
        const Scene start = document.scene();
        QVERIFY(rejectAll(
            document, {car(1, 2), car(2, 2)}, {RejectReason::WrongClass, {}, Eigen::Vector3d(1, 2, 3)}, reviewer));
        QCOMPARE(document.undoDepth(), 1);
        QVERIFY2(document.undoText().contains(u" and "), qPrintable(document.undoText()));
        const Verdict* first = verdictOn(document.scene(), car(1, 2));
        const Verdict* second = verdictOn(document.scene(), car(2, 2));
        QVERIFY(first && second);
        QCOMPARE(second->reason, RejectReason::WrongClass);
        QCOMPARE(second->judged->shape, start.shapes.at({22}));
        QVERIFY2(first->place && !second->place, "it was one place that was pointed at");
        QVERIFY(!rejectAll(document, {car(1, 3), car(7, 3)}, {RejectReason::WrongClass, {}, {}}, reviewer));
        QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), start));
    }

    void whatIsRejectedIsMendedAnsweredAndClosed()
    {
        Document document(twoCars(), nullptr);
        const Scene start = document.scene();
        QVERIFY(reject(document, car(1, 2), {RejectReason::TooLarge, QStringLiteral(" 半米 "), {}}, reviewer));
        QCOMPARE(only(document).reason, RejectReason::TooLarge);
        QCOMPARE(only(document).text, QStringLiteral("半米"));
        QCOMPARE(only(document).judged->shape, start.shapes.at({12}));

        const Shape before = document.scene().shapes.at({12});
        Shape mended = before;
        mended.cuboid.size.x() -= 0.5;
        QVERIFY(document.edit(QStringLiteral("mend"), {ValueChange<Shape>{before, mended}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".R...."));
        QVERIFY(answer(document, only(document).id, QStringLiteral("改了"), annotator));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".a...."));
        QCOMPARE(only(document).annotator, annotator.who);
        QCOMPARE(only(document).answered_ms, annotator.time_ms);

        QVERIFY(reject(document, car(1, 2), {RejectReason::TooSmall, {}, {}}, reviewer));
        QCOMPARE(only(document).judged->shape, mended);
        QVERIFY2(only(document).answer.isEmpty(), "an answer is about what was said before it");
        QVERIFY(answer(document, only(document).id, {}, annotator));
        QVERIFY(accept(document, car(1, 2), reviewer));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
        QCOMPARE(document.scene().verdicts.size(), 1u);
        while (document.canUndo())
            QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), start));
    }

    void aFrameIsAcceptedWithAllThatIsInIt()
    {
        Document document(twoCars(), nullptr);
        QVERIFY(reject(document, car(1, 3), {RejectReason::WrongClass, {}, {}}, reviewer));
        const auto refused = accept(document, {{3}, {}, {}}, reviewer);
        QVERIFY2(!refused, "something in it is rejected");
        QVERIFY(refused.error().sentence.contains(u"000002"));
        QVERIFY(accept(document, car(1, 3), reviewer));
        QVERIFY(accept(document, {{3}, {}, {}}, reviewer));
        QCOMPARE(document.undoDepth(), 3);
        QCOMPARE(verdictRow(document.scene(), {}), QStringLiteral("..A..."));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("..A..."));
        QCOMPARE(verdictRow(document.scene(), {2}), QStringLiteral("..A..."));
        QVERIFY(document.scene().isFinished(document.scene().frames.at({3})));
    }

    void missingObjectsArePinnedToPlaces()
    {
        Document document(twoCars(), nullptr);
        const Eigen::Vector3d place(1.0 / 3.0, 2, -1);
        const VerdictId first = pinMissing(document, {2}, place, {}, reviewer).value();
        const VerdictId second = pinMissing(document, {2}, place, QStringLiteral("自行车"), reviewer).value();
        QVERIFY(first != second);
        QVERIFY(document.scene().verdicts.at(first).isOfPlace());
        QCOMPARE(document.scene().verdicts.at(first).reason, RejectReason::MissingObject);
        QVERIFY(document.scene().verdicts.isRejected({2}));
        QVERIFY(answer(document, first, {}, annotator));
        QVERIFY(accept(document, subjectOf(document.scene().verdicts.at(first)), reviewer));
        QVERIFY(!document.scene().verdicts.at(first).isOpen());
        QVERIFY(document.scene().verdicts.isRejected({2}));
        QVERIFY(withdraw(document, second));
        QVERIFY(!document.scene().verdicts.isRejected({2}));
    }

    void whatMakesNoSenseIsRefused()
    {
        Document document(twoCars(), nullptr);
        QVERIFY(!accept(document, car(7, 1), reviewer));
        QVERIFY(!accept(document, {{77}, {}, {}}, reviewer));
        QVERIFY(!reject(document, car(1, 1), {RejectReason::Other, QStringLiteral("  "), {}}, reviewer));
        QVERIFY(!answer(document, {5}, {}, annotator));
        QVERIFY(!pinMissing(document, {77}, {0, 0, 0}, {}, reviewer));
        QVERIFY(!withdraw(document, {5}));
        QVERIFY(accept(document, car(1, 1), reviewer));
        QVERIFY2(!answer(document, only(document).id, {}, annotator), "nothing is rejected");
        QCOMPARE(document.undoDepth(), 1);
    }

    void thingsHaveNames()
    {
        Document document(twoCars(), nullptr);
        const auto name = [&](const ReviewSubject& subject) { return nameOf(document.scene(), subject); };
        QVERIFY(name(car(2, 1)).endsWith(u" 2"));
        QCOMPARE(name({{3}, {}, {}}), QStringLiteral("frame 000002"));
        QVERIFY(reject(document, car(2, 1), {RejectReason::FalseObject, {}, {}}, reviewer));
        std::vector<Change> gone{ValueChange<Track>{document.scene().tracks.at({2}), {}}};
        for (const ShapeId id : document.scene().shapes.ofTrack({2}))
            gone.push_back(ValueChange<Shape>{document.scene().shapes.at(id), {}});
        QVERIFY(document.edit(QStringLiteral("delete"), gone));
        QVERIFY2(name(car(2, 1)).endsWith(u" 2"), "what is gone is called as it was");
    }
};

QTEST_GUILESS_MAIN(ReviewActionsTest)
#include "tst_ReviewActions.moc"
