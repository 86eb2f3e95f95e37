#include "model/formats/CsvTable.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{
Result<CsvTable> tableOf(const QByteArray& text)
{
    const QTemporaryDir dir;
    test::writeText(dir.filePath(u"a.csv"_qs), text);
    return CsvTable::read(dir.filePath(u"a.csv"_qs));
}
} // namespace

class CsvTableTest : public QObject
{
    Q_OBJECT
private slots:
    void readsWhatSpreadsheetsWrite()
    {
        const auto table = tableOf("\xEF\xBB\xBF"
                                   "name, size\r\n\r\n\"a, \"\"b\"\"\",1.5\r\nc,");
        QVERIFY(table);
        QCOMPARE(table->rows(), 2U);
        QCOMPARE(table->column(u"size"_qs), 1);
        QCOMPARE(table->column(u"colour"_qs), -1);
        QCOMPARE(table->at(0, 0), u"a, \"b\""_qs);
        QCOMPARE(table->at(1, 1), QString());
        QCOMPARE(table->line(0), 3);
    }

    void quotesOnlyWhatNeedsThem()
    {
        QCOMPARE(CsvTable::rowOf({u"a"_qs, u"b,c"_qs, u"say \"no\"\nnow"_qs, QString()}),
            QByteArray("a,\"b,c\",\"say \"\"no\"\" now\",\n"));
    }

    void numbersAreTheSameAgain_data()
    {
        QTest::addColumn<double>("value");
        for (const double value : {0.1, 1.0 / 3.0, 1e-17, 123456789.123456789, -2.0})
            QTest::addRow("%.17g", value) << value;
    }
    void numbersAreTheSameAgain()
    {
        QFETCH(double, value);
        QCOMPARE(CsvTable::number(value).toDouble(), value);
    }

    void whatIsDamagedIsRefusedByLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("short row") << QByteArray("a,b\n1,2\n3\n5,6\n")
                                   << u"line 3: 2 values were expected, but there are 1"_qs;
        QTest::newRow("open quote") << QByteArray("a,b\n\"1,2\n1,2\n5,6\n") << u"line 2: a quote is not closed"_qs;
    }
    void whatIsDamagedIsRefusedByLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const auto table = tableOf(text);
        QVERIFY(table);
        QCOMPARE(table->damagedRows(), 1U);
        QVERIFY2(table->damage(0).contains(said), qPrintable(table->damage(0)));
        QCOMPARE(table->rows(), 2U);
        QCOMPARE(table->at(1, 1), u"6"_qs);
        QCOMPARE(table->line(1), 4);
    }

    void withoutColumnsThereIsNoTable()
    {
        const auto table = tableOf("\"a,b\n1,2\n");
        QVERIFY(!table);
        QVERIFY(table.error().sentence.contains(u"line 1: a quote is not closed"_qs));
    }
};

QTEST_GUILESS_MAIN(CsvTableTest)
#include "tst_CsvTable.moc"
