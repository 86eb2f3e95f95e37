#include "model/document/Document.h"
#include "model/sequence/TrackActions.h"
#include "model/sequence/VerdictFollowUps.h"

#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using test::isSame;
using test::twoCars;
using test::verdictRow;

namespace
{

void say(
    Document& document, TrackId track, FrameId frame, VerdictState state, RejectReason reason = RejectReason::Other)
{
    Verdict verdict;
    verdict.id = document.newVerdictId();
    verdict.frame = frame;
    verdict.track = track;
    verdict.state = state;
    verdict.reason = reason;
    if (state != VerdictState::Accepted)
        verdict.judged = judgedShape(document.scene(), track, frame);
    QVERIFY(document.edit(QStringLiteral("say"), {ValueChange<Verdict>{{}, verdict}}));
}

bool change(Document& document, ShapeId id, const std::function<void(Shape&)>& how, EditBy by = EditBy::Person)
{
    const Shape before = document.scene().shapes.at(id);
    Shape after = before;
    how(after);
    return document.edit(QStringLiteral("change"), {ValueChange<Shape>{before, after}}, by).has_value();
}

void shift(Shape& shape)
{
    shape.cuboid.center.y() += 1.0;
}

} // namespace

class VerdictFollowUpsTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsChangedIsOpenAgain_data()
    {
        using Change = std::function<void(Shape&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("box") << Change(shift) << "A....A";
        QTest::newRow("outline") << Change([](Shape& s) { s.outline.edit().footprint[0].x() += 0.1; }) << "A....A";
        QTest::newRow("attribute") << Change([](Shape& s) { s.attributes.erase(u"note"_qs); }) << "A....A";
        QTest::newRow("one more answer") << Change([](Shape& s) { s.attributes[u"truncation"_qs] = 1; }) << "A....A";
        QTest::newRow("lock") << Change([](Shape& s) { s.locked = true; }) << "AA...A";
        QTest::newRow("how sure") << Change([](Shape& s) { s.confidence = 0.5; }) << "AA...A";
    }
    void whatIsChangedIsOpenAgain()
    {
        QFETCH(std::function<void(Shape&)>, change);
        for (const EditBy by : {EditBy::Person, EditBy::Algorithm}) {
            Document document(twoCars(), nullptr);
            for (const qint64 frame : {1, 2, 6})
                say(document, {1}, {frame}, VerdictState::Accepted);
            const Scene accepted = document.scene();
            QVERIFY(::change(document, {12}, change, by));
            QTEST(verdictRow(document.scene(), {1}), "verdict");
            QVERIFY(document.undo());
            QVERIFY(isSame(document.scene(), accepted));
        }
    }

    /// Settled without it: Car 1 was a false object there. What comes to its place has not been looked at.
    void whatComesToASettledPlaceIsOpen()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {2}, VerdictState::Rejected, RejectReason::FalseObject);
        const Shape gone = *document.scene().shapes.of({1}, {2});
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{gone, {}}}));
        const Verdict answered = *document.scene().verdicts.of({1}, {2});
        Verdict closed = answered;
        closed.state = VerdictState::Accepted;
        QVERIFY(document.edit(QStringLiteral("close"), {ValueChange<Verdict>{answered, closed}}));
        QVERIFY(change(document, document.scene().shapes.of({2}, {2})->id, [](Shape& shape) { shape.track = {1}; }));
        QVERIFY(document.scene().shapes.of({1}, {2}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("......"));
        QVERIFY(document.undo());
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
    }

    void aFrameIsOpenAgainWhereSomethingInItIsRejected()
    {
        Document document(twoCars(), nullptr);
        say(document, {}, {2}, VerdictState::Accepted);
        say(document, {}, {3}, VerdictState::Accepted);
        say(document, {1}, {2}, VerdictState::Rejected);
        QCOMPARE(verdictRow(document.scene(), {}), QStringLiteral("..A..."));
        QVERIFY(document.undo());
        QCOMPARE(verdictRow(document.scene(), {}), QStringLiteral(".AA..."));
    }

    void whatIsSaidOfATrackConcernsAllItsShapes()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {1}, VerdictState::Accepted);
        say(document, {1}, {2}, VerdictState::Rejected);
        say(document, {2}, {1}, VerdictState::Accepted);
        const Track before = document.scene().tracks.at({1});
        Track after = before;
        after.number = 9;
        QVERIFY(document.edit(QStringLiteral("number"), {ValueChange<Track>{before, after}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("AR...."));
        Track van = after;
        van.classId = QStringLiteral("Van");
        QVERIFY(document.edit(QStringLiteral("class"), {ValueChange<Track>{after, van}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".R...."));
        QCOMPARE(verdictRow(document.scene(), {2}), QStringLiteral("A....."));
    }

    void framesAreOpenAgainWithWhatIsInThem()
    {
        Document document(twoCars(), nullptr);
        for (const qint64 frame : {1, 2, 3})
            say(document, {}, {frame}, VerdictState::Accepted);
        QVERIFY(change(document, {11}, shift));
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{document.scene().shapes.at({22}), {}}}));
        QVERIFY(change(document, {13}, [](Shape& shape) { shape.locked = true; }));
        QCOMPARE(verdictRow(document.scene(), {}), QStringLiteral("..A..."));
    }

    void deletingAnswersWhatWasRejected()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {1}, VerdictState::Accepted);
        say(document, {1}, {2}, VerdictState::Rejected, RejectReason::FalseObject);
        const Scene judged = document.scene();
        QVERIFY(deleteTrack(document, {1}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".a...."));
        QVERIFY(!document.scene().tracks.contains({1}));
        const Verdict& verdict = *document.scene().verdicts.of({1}, {2});
        QCOMPARE(verdict.judged->shape, judged.shapes.at({12}));
        QCOMPARE(verdict.judged->number, 1);
        QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), judged));
    }

    void whatComesBackHasNotBeenLookedAt()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {2}, VerdictState::Rejected, RejectReason::FalseObject);
        const Shape shape = document.scene().shapes.at({12});
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{shape, {}}}));
        const Verdict answered = *document.scene().verdicts.of({1}, {2});
        Verdict closed = answered;
        closed.state = VerdictState::Accepted;
        QVERIFY(document.edit(QStringLiteral("close"), {ValueChange<Verdict>{answered, closed}}));
        QVERIFY(document.edit(QStringLiteral("add"), {ValueChange<Shape>{{}, shape}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("......"));
    }

    void verdictsGoWithTheirShapes()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {1}, VerdictState::Accepted);
        say(document, {1}, {4}, VerdictState::Accepted);
        say(document, {1}, {5}, VerdictState::Rejected);
        const Scene start = document.scene();
        const TrackId later = splitTrack(document, {1}, {4}).value();
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("A....."));
        QCOMPARE(verdictRow(document.scene(), later), QStringLiteral("...AR."));
        QVERIFY(mergeTracks(document, {1}, later, Overlap::Refuse));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("A..AR."));
        QVERIFY(renumberTrack(document, {1}, 2));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("A..AR."));
        while (document.undoDepth() > 3)
            QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), start));
    }

    void whereOneOfTwoShapesStaysItsVerdictDoes()
    {
        Scene scene = twoCars();
        Shape weak = scene.shapes.at({12});
        weak.derivation = Derivation::Propagated;
        scene.shapes.insert(weak);
        Document document(scene, nullptr);
        say(document, {1}, {2}, VerdictState::Rejected);
        say(document, {2}, {2}, VerdictState::Accepted);
        say(document, {2}, {3}, VerdictState::Rejected);
        QVERIFY(mergeTracks(document, {1}, {2}, Overlap::KeyFrameWins));
        QCOMPARE(document.scene().shapes.of({1}, {2})->id, ShapeId{22});
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
        QCOMPARE(verdictRow(document.scene(), {2}), QStringLiteral("..a..."));
    }

    void whatIsGoneGivesWayToWhatComes()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {2}, VerdictState::Rejected);
        say(document, {2}, {2}, VerdictState::Accepted);
        QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{document.scene().shapes.at({12}), {}}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".a...."));
        QVERIFY(change(document, {22}, [](Shape& shape) { shape.track = {1}; }));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".A...."));
    }

    void exchangedShapesExchangeTheirVerdicts()
    {
        Document document(twoCars(), nullptr);
        say(document, {1}, {2}, VerdictState::Accepted);
        say(document, {2}, {2}, VerdictState::Rejected);
        const Shape a = document.scene().shapes.at({12});
        const Shape b = document.scene().shapes.at({22});
        Shape a2 = a;
        Shape b2 = b;
        std::swap(a2.track, b2.track);
        QVERIFY(document.edit(QStringLiteral("swap"), {ValueChange<Shape>{a, a2}, ValueChange<Shape>{b, b2}}));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral(".R...."));
        QCOMPARE(verdictRow(document.scene(), {2}), QStringLiteral(".A...."));
    }

    void interpolationLeavesWhatIsAcceptedAlone()
    {
        Scene scene = twoCars();
        for (const qint64 id : {12, 13, 14, 15}) {
            Shape shape = scene.shapes.at({id});
            shape.derivation = Derivation::Interpolated;
            scene.shapes.insert(shape);
        }
        Document document(scene, nullptr);
        say(document, {1}, {3}, VerdictState::Accepted);
        QVERIFY(change(document, {11}, shift));
        QCOMPARE(document.scene().shapes.at({13}), scene.shapes.at({13}));
        QVERIFY(!(document.scene().shapes.at({12}) == scene.shapes.at({12})));
        QCOMPARE(verdictRow(document.scene(), {1}), QStringLiteral("..A..."));
    }

    /// Whatever happens, verdicts stay about what exists, and undoing all of it leads back.
    void undoingAllLeadsBack()
    {
        for (unsigned seed = 0; seed < 30; ++seed) {
            std::mt19937 random(seed);
            Document document(twoCars(), nullptr);
            const Scene start = document.scene();
            for (int step = 0; step < 40 && !document.scene().shapes.empty(); ++step) {
                const auto& shapes = document.scene().shapes;
                const Shape shape = std::next(shapes.begin(), long(random() % shapes.size()))->second;
                const auto what = static_cast<unsigned>(random() % 6);
                if (what < 2 && !document.scene().verdicts.of(shape.track, shape.frame))
                    say(document, shape.track, shape.frame, VerdictState(random() % 3));
                else if (what == 2)
                    (void)change(document, shape.id, shift);
                else if (what == 3)
                    (void)splitTrack(document, shape.track, shape.frame);
                else if (what == 4)
                    (void)mergeTracks(document, shape.track, shapes.begin()->second.track, Overlap::KeyFrameWins);
                else if (what == 5)
                    QVERIFY(document.edit(QStringLiteral("delete"), {ValueChange<Shape>{shape, {}}}));
                for (const auto& [id, verdict] : document.scene().verdicts)
                    QVERIFY(verdict.judged || document.scene().shapes.of(verdict.track, verdict.frame));
            }
            while (document.canUndo())
                QVERIFY(document.undo());
            QVERIFY(isSame(document.scene(), start));
        }
    }
};

Q_DECLARE_METATYPE(std::function<void(lunkuo::Shape&)>)

QTEST_GUILESS_MAIN(VerdictFollowUpsTest)
#include "tst_VerdictFollowUps.moc"
