#include "model/review/Restore.h"
#include "model/sequence/TrackActions.h"
#include "tests/support/Scenes.h"
#include "tests/support/TwoCars.h"

#include <QTest>

using namespace lunkuo;
using test::isSame;
using test::twoCars;

namespace
{

/// Remembers all edits, as the history does.
class Notebook : public EditLog
{
public:
    explicit Notebook(std::vector<Edit>& edits)
        : m_edits(edits)
    {
    }
    Result<void> append(const Edit& edit, Kind) override
    {
        m_edits.push_back(edit);
        return {};
    }

private:
    std::vector<Edit>& m_edits;
};

void moveTo(Document& document, ShapeId id, double x)
{
    const Shape before = document.scene().shapes.at(id);
    Shape after = before;
    after.cuboid.center.x() = x;
    QVERIFY(document.edit(QStringLiteral("move"), {ValueChange<Shape>{before, after}}));
}

} // namespace

class RestoreTest : public QObject
{
    Q_OBJECT
private slots:
    void anEarlierStateComesBackAsAnEdit()
    {
        std::vector<Edit> history;
        Document document(twoCars(), std::make_unique<Notebook>(history));
        moveTo(document, {12}, 1);
        moveTo(document, {12}, 2);
        moveTo(document, {13}, 3);
        const Scene before = document.scene();
        QVERIFY(restore(document, stateAfter(history[0], {1})));
        QCOMPARE(document.scene().shapes.at({12}).cuboid.center.x(), 1.0);
        QCOMPARE(document.scene().shapes.at({13}).cuboid.center.x(), 3.0);
        QVERIFY2(!restore(document, stateAfter(history[0], {1})), "it is so already");
        QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), before));
    }

    void whatWasDeletedComesBack()
    {
        std::vector<Edit> history;
        Document document(twoCars(), std::make_unique<Notebook>(history));
        const Scene start = document.scene();
        QVERIFY(deleteTrack(document, {1}));
        QVERIFY(!document.scene().tracks.contains({1}));
        QVERIFY(restore(document, stateAfter(history[0], {1})));
        for (qint64 id = 11; id <= 16; ++id)
            QCOMPARE(document.scene().shapes.at({id}), start.shapes.at({id}));
        QCOMPARE(document.scene().tracks.at({1}).number, 1);
    }

    void whatCannotBeSaysWhy()
    {
        std::vector<Edit> history;
        Document document(twoCars(), std::make_unique<Notebook>(history));
        moveTo(document, {12}, 1);
        QVERIFY(deleteTrack(document, {1}));
        const auto refused = restore(document, stateAfter(history[0], {1}));
        QVERIFY2(!refused, "the line does not say what the object was");
        ObjectState state = stateAfter(history[0], {1});
        state.object = stateAfter(history[1], {1}).object;
        QVERIFY(restore(document, state));
        QCOMPARE(document.scene().shapes.of({1}, {2})->cuboid.center.x(), 1.0);
        QVERIFY(stateAfter(history[0], {2}).isEmpty());
    }

    void lockedShapesStay()
    {
        std::vector<Edit> history;
        Document document(twoCars(), std::make_unique<Notebook>(history));
        moveTo(document, {12}, 1);
        moveTo(document, {12}, 2);
        const Shape before = document.scene().shapes.at({12});
        Shape locked = before;
        locked.locked = true;
        QVERIFY(document.edit(QStringLiteral("lock"), {ValueChange<Shape>{before, locked}}));
        QVERIFY(!restore(document, stateAfter(history[0], {1})));
        QCOMPARE(document.scene().shapes.at({12}).cuboid.center.x(), 2.0);
    }

    void anEditIsMostAboutWhatItChangesMost()
    {
        const Scene scene = twoCars();
        const auto moved = [&](qint64 id) { return ValueChange<Shape>{scene.shapes.at({id}), scene.shapes.at({id})}; };
        const Edit edit{{}, {moved(11), moved(21), moved(22)}};
        QCOMPARE(objectsOf(edit), (std::vector<TrackId>{{2}, {1}}));
        QVERIFY(objectsOf(Edit{}).empty());
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "tst_Restore.moc"
