#include "render/raster/WorkCrew.h"

#include <QTest>

using namespace lunkuo;

class TestWorkCrew : public QObject
{
    Q_OBJECT
private slots:
    void doesEachPartOnce_data();
    void doesEachPartOnce();
};

void TestWorkCrew::doesEachPartOnce_data()
{
    QTest::addColumn<unsigned>("threads");
    for (const unsigned threads : {0U, 1U, 2U, 5U})
        QTest::addRow("%u threads", threads) << threads;
}

void TestWorkCrew::doesEachPartOnce()
{
    QFETCH(unsigned, threads);
    WorkCrew crew(threads);
    if (threads > 0)
        QCOMPARE(crew.size(), std::size_t(threads));
    for (std::size_t parts = 0; parts < 300; parts += 7) {
        std::vector<int> done(parts, 0);
        crew.run(parts, [&done](std::size_t part) { ++done[part]; });
        QCOMPARE(done, std::vector<int>(parts, 1));
    }
}

QTEST_APPLESS_MAIN(TestWorkCrew)
#include "tst_WorkCrew.moc"
