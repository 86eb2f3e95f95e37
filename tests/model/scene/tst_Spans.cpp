#include "model/scene/Spans.h"

#include <QTest>
#include <limits>

using namespace lunkuo;

namespace
{
QString written(const Spans& spans)
{
    QStringList words;
    for (const auto& [first, last] : spans.list())
        words << QStringLiteral("%1-%2").arg(first).arg(last);
    return words.join(u' ');
}
} // namespace

class tst_Spans : public QObject
{
    Q_OBJECT

private slots:
    void joinsWhatOverlapsOrTouches_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("after");
        const int endless = std::numeric_limits<int>::max();
        QTest::newRow("apart") << 6 << 6 << "2-4 6-6 8-9";
        QTest::newRow("touches one") << 5 << 5 << "2-5 8-9";
        QTest::newRow("joins both") << 5 << 7 << "2-9";
        QTest::newRow("within") << 3 << 3 << "2-4 8-9";
        QTest::newRow("over all") << 0 << 20 << "0-20";
        QTest::newRow("before all") << 0 << 0 << "0-0 2-4 8-9";
        QTest::newRow("without end") << 9 << endless << QStringLiteral("2-4 8-%1").arg(endless);
        QTest::newRow("no span") << 7 << 5 << "2-4 8-9";
    }
    void joinsWhatOverlapsOrTouches()
    {
        QFETCH(int, first);
        QFETCH(int, last);
        Spans spans({{8, 9}, {2, 4}});
        spans.add({first, last});
        QTEST(written(spans), "after");
    }

    void dropsWholeSpans()
    {
        Spans spans({{2, 4}, {8, 9}});
        QVERIFY(spans.contains(2) && spans.contains(4) && !spans.contains(5) && !spans.contains(1));
        spans.dropAt(3);
        QCOMPARE(written(spans), QStringLiteral("8-9"));
        spans.dropAt(7);
        QCOMPARE(written(spans), QStringLiteral("8-9"));
    }
};

QTEST_APPLESS_MAIN(tst_Spans)
#include "tst_Spans.moc"
