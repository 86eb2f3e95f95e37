#include "model/scene/ShapeTable.h"

#include "tests/support/Scenes.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using test::carShape;
using Ids = std::vector<ShapeId>;

class TestShapeTable : public QObject
{
    Q_OBJECT
private slots:
    void findsByFrameAndTrack()
    {
        ShapeTable table;
        table.insert(carShape({3}, {1}, {2}, 10));
        table.insert(carShape({1}, {1}, {1}, 10));
        table.insert(carShape({2}, {2}, {1}, 20));
        QCOMPARE(table.ofFrame({1}), (Ids{{1}, {2}}));
        QCOMPARE(table.ofTrack({1}), (Ids{{1}, {3}}));
        QCOMPARE(table.of({2}, {1})->id, ShapeId{2});
        QVERIFY(!table.of({2}, {2}));
        QVERIFY(table.ofFrame({7}).empty());
    }

    void followsShapesThatMove()
    {
        ShapeTable table;
        table.insert(carShape({1}, {1}, {1}, 10));
        table.insert(carShape({1}, {5}, {6}, 10));
        QVERIFY(table.ofFrame({1}).empty());
        QVERIFY(table.ofTrack({1}).empty());
        QCOMPARE(table.ofFrame({6}), (Ids{{1}}));
        QCOMPARE(table.ofTrack({5}), (Ids{{1}}));
        table.erase({1});
        QVERIFY(table.ofFrame({6}).empty());
        table.erase({1}); // again: nothing
        QVERIFY(table.empty());
    }

    /// After any changes it says the same as a look through all shapes.
    void agreesWithALookThroughAll()
    {
        std::mt19937 random(7);
        const auto any = [&random](int most) { return qint64(1 + random() % unsigned(most)); };
        ShapeTable table;
        for (int i = 0; i < 3000; ++i) {
            if (any(3) == 1)
                table.erase({any(60)});
            else
                table.insert(carShape({any(60)}, {any(8)}, {any(9)}, 1));
        }
        for (qint64 key = 1; key <= 9; ++key) {
            Ids inFrame;
            Ids inTrack;
            for (const auto& [id, shape] : table) {
                if (shape.frame.value == key)
                    inFrame.push_back(id);
                if (shape.track.value == key)
                    inTrack.push_back(id);
            }
            QCOMPARE(table.ofFrame({key}), inFrame);
            QCOMPARE(table.ofTrack({key}), inTrack);
        }
    }
};

QTEST_GUILESS_MAIN(TestShapeTable)
#include "tst_ShapeTable.moc"
