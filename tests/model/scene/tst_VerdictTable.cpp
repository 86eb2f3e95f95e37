#include "model/scene/VerdictTable.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Verdict verdict(VerdictId id, FrameId frame, TrackId track, VerdictState state = VerdictState::Accepted)
{
    Verdict result;
    result.id = id;
    result.frame = frame;
    result.track = track;
    result.state = state;
    return result;
}

} // namespace

class VerdictTableTest : public QObject
{
    Q_OBJECT
private slots:
    void tellsShapesFramesAndPlacesApart()
    {
        VerdictTable table;
        Verdict pinned = verdict({3}, {1}, {});
        pinned.place = Eigen::Vector3d(1, 2, 3);
        table.insert_or_assign({3}, pinned);
        QVERIFY(!table.of(FrameId{1}));
        QVERIFY2(!table.of(TrackId{}, {1}), "no track is no object");
        table.insert_or_assign({1}, verdict({1}, {1}, {7}));
        table.insert_or_assign({2}, verdict({2}, {1}, {}));
        QCOMPARE(table.of({7}, {1})->id, VerdictId{1});
        QCOMPARE(table.of(FrameId{1})->id, VerdictId{2});
        QVERIFY(!table.of({7}, {2}));
        QCOMPARE(table.in({1}), (std::vector<VerdictId>{{1}, {2}, {3}}));
        QVERIFY(table.in({2}).empty());
    }

    void knowsWhatIsOpen()
    {
        VerdictTable table;
        table.insert_or_assign({1}, verdict({1}, {1}, {7}, VerdictState::Rejected));
        table.insert_or_assign({2}, verdict({2}, {1}, {8}, VerdictState::Answered));
        table.insert_or_assign({3}, verdict({3}, {1}, {9}));
        QCOMPARE(table.open(), (std::set<VerdictId>{{1}, {2}}));
        table.insert_or_assign({1}, verdict({1}, {1}, {7}));
        QCOMPARE(table.open(), (std::set<VerdictId>{{2}}));
        table.erase({2});
        table.erase({2});
        QVERIFY(table.open().empty());
        QCOMPARE(table.size(), 2u);
    }

    void aVerdictThatMovesIsFoundWhereItIs()
    {
        VerdictTable table;
        table.insert_or_assign({1}, verdict({1}, {1}, {7}));
        table.insert_or_assign({1}, verdict({1}, {2}, {8}));
        QVERIFY(table.in({1}).empty());
        QCOMPARE(table.of({8}, {2})->id, VerdictId{1});
    }
};

QTEST_GUILESS_MAIN(VerdictTableTest)
#include "tst_VerdictTable.moc"
