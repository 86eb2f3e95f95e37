#include "model/completion/Growth.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// One sample for each character of a row 0.1 m apart, half a metre above the ground; blanks are gaps.
Surroundings row(const char* picture)
{
    Surroundings around;
    around.sensor = {-10.0, 0.0};
    for (int i = 0; picture[i] != '\0'; ++i)
        if (picture[i] != ' ')
            around.samples.push_back({{0.1 * i, 0.0}, 0.5});
    return around;
}

/// The row again: # the object's for sure, + perhaps, . not.
QByteArray grown(const char* picture, double click, std::vector<Sample> excluded = {})
{
    const Surroundings around = row(picture);
    const Growth growth = grow(around, {{{click, 0.0}, 0.5}}, excluded);
    QByteArray result(picture);
    std::size_t k = 0;
    for (char& c : result)
        if (c != ' ') {
            const double membership = growth.membership[k++];
            c = membership >= 1.0 ? '#' : membership > 0.0 ? '+' : '.';
        }
    return result;
}

} // namespace

class GrowthTest : public QObject
{
    Q_OBJECT
private slots:
    void samplesBelongByTheLargestGapOnTheWay_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<QByteArray>("grown");
        QTest::newRow("one piece") << QByteArray("oooooooooooo") << QByteArray("############");
        QTest::newRow("a small gap") << QByteArray("oooooooooo ooooo") << QByteArray("########## #####");
        QTest::newRow("a doubtful gap") << QByteArray("oooooooooo      ooooo") << QByteArray("##########      +++++");
        QTest::newRow("far away") << QByteArray("oooooooooo          oo") << QByteArray("##########          ..");
        QTest::newRow("over a bridge") << QByteArray("oooooooooo o o o o oo") << QByteArray("########## # # # # ##");
    }
    void samplesBelongByTheLargestGapOnTheWay()
    {
        QFETCH(QByteArray, picture);
        QFETCH(QByteArray, grown);
        QCOMPARE(::grown(picture.constData(), 0.0), grown);
    }

    void aNotClickTakesItsPartAway()
    {
        QCOMPARE(grown("oooooooooo  oooooooo", 0.0, {{{1.5, 0.0}, 0.5}}), QByteArray("##########  ........"));
        QCOMPARE(grown("oooooooooo", 0.0, {{{9.0, 0.0}, 0.5}}), QByteArray("##########"));
    }

    void aLonelyPointReachesItsNeighbours()
    {
        QCOMPARE(grown("o         oooooooooo", 0.0), QByteArray("#         ##########"));
    }

    void nothingGrowsFromNothing()
    {
        const Growth growth = grow(Surroundings(), {{{0.0, 0.0}, 0.5}}, {});
        QVERIFY(growth.gap.empty());
        QCOMPARE(growth.memberCount(), 0.0);
        QVERIFY(nearestSample({}, {{0.0, 0.0}, 0.5}) > 1e6);
    }
};

QTEST_APPLESS_MAIN(GrowthTest)
#include "tst_Growth.moc"
