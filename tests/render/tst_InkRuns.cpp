#include "render/InkRuns.h"

#include <QTest>

using namespace lunkuo;

/// Which points are brought to the graphics card again.
class TestInkRuns : public QObject
{
    Q_OBJECT
private slots:
    void findsNothingWhereNothingChanged();
    void findsBlocksAndJoinsNeighbours();
};

void TestInkRuns::findsNothingWhereNothingChanged()
{
    const std::vector<unsigned char> colors(4 * 5000, 7);
    QVERIFY(changedRuns(colors, colors).empty());
    QVERIFY(changedRuns({}, {}).empty());
}

void TestInkRuns::findsBlocksAndJoinsNeighbours()
{
    const std::vector<unsigned char> before(4 * 10000, 7);
    std::vector<unsigned char> after = before;
    for (const std::size_t point : {std::size_t(1023), std::size_t(1024), std::size_t(9999)})
        after[4 * point] = 8;
    QCOMPARE(changedRuns(before, after), (std::vector<InkRun>{{0, 2048}, {9216, 784}}));
}

QTEST_APPLESS_MAIN(TestInkRuns)
#include "tst_InkRuns.moc"
