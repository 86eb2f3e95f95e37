#include "model/review/FigureTable.h"

#include <QTest>
#include <cmath>

using namespace lunkuo;

class FigureTableTest : public QObject
{
    Q_OBJECT
private slots:
    void columnsAreAligned()
    {
        const QString text =
            plainText({{u"Cars"_qs, {u""_qs, u"few"_qs, u"many"_qs},
                           {{u"red"_qs, u"1"_qs, u"1000"_qs}, {u"green"_qs, u"20"_qs, u"3"_qs}}, u"All."_qs},
                {u"empty"_qs}, {u"轮廓"_qs, {}, {{u"准确率"_qs, u"1"_qs}, {u"F1"_qs, u"23"_qs}}}});
        QCOMPARE(text, (u"Cars\n"
                        u"         few  many\n"
                        u"  red      1  1000\n"
                        u"  green   20     3\n"
                        u"  All.\n"
                        u"\n"
                        u"轮廓\n"
                        u"  准确率   1\n"
                        u"  F1      23\n"_qs));
    }

    void wordsAreSetToTheLeft()
    {
        FigureTable table{u"Words"_qs, {}, {{u"a"_qs, u"long"_qs, u"b"_qs}, {u"c"_qs, u"d"_qs, u"e"_qs}}};
        table.isOfWords = true;
        QCOMPARE(plainText({table}), u"Words\n  a  long  b\n  c  d     e\n"_qs);
        QVERIFY(!htmlOf(table).contains(u"\"right\""_qs));
    }

    void namesDoNotBreakHtml()
    {
        const QString html = htmlOf({u"<b>"_qs, {}, {{u"a & b"_qs, u"<script>"_qs}}});
        QVERIFY(
            html.contains(u"&lt;b&gt;"_qs) && html.contains(u"a &amp; b"_qs) && html.contains(u"&lt;script&gt;"_qs));
        QVERIFY(!html.contains(u"<script>"_qs));
        QCOMPARE(htmlOf({u"nothing"_qs}), QString());
    }

    /// Which is what paper repeats at the top of the next page.
    void theHeaderIsToldFromTheRows()
    {
        const QString html = htmlOf({u"cars"_qs, {u"class"_qs, u"count"_qs}, {{u"Car"_qs, u"3"_qs}}});
        const QString head = html.section(u"<thead>"_qs, 1).section(u"</thead>"_qs, 0, 0);
        QVERIFY2(head.contains(u"count"_qs) && !head.contains(u"Car"_qs), qPrintable(html));
        QVERIFY(!htmlOf({u"cars"_qs, {}, {{u"Car"_qs, u"3"_qs}}}).contains(u"<thead>"_qs));
    }

    void whatIsNotKnownIsADash()
    {
        QCOMPARE(percentText(0.1234), (u"12.3 %"_qs));
        QCOMPARE(percentText(std::nan("")), (u"–"_qs));
        QCOMPARE(percentText(1.0), (u"100.0 %"_qs));
        QCOMPARE(percentText(0.99996), (u"99.9 %"_qs));
        QCOMPARE(percentText(0.0), (u"0.0 %"_qs));
        QCOMPARE(numberText(-0.0001, 3), (u"0.000"_qs));
        QCOMPARE(numberText(-0.001, 3), (u"-0.001"_qs));
        QCOMPARE(numberText(1.005, 1), (u"1.0"_qs));
        QCOMPARE(numberText(std::nan("")), (u"–"_qs));
    }
};

QTEST_APPLESS_MAIN(FigureTableTest)
#include "tst_FigureTable.moc"
