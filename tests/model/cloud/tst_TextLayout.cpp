#include "model/cloud/CloudFormat.h"
#include "model/cloud/TextFormat.h"
#include "tests/support/CloudFiles.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// A line of what was guessed: separator, lines to skip, columns with – for nothing.
QString pictureOf(const TextLayout& layout)
{
    QStringList columns = layout.columns;
    columns.replaceInStrings(QRegularExpression(QStringLiteral("^$")), QStringLiteral("-"));
    return QStringLiteral("%1 %2 %3")
        .arg(layout.separator == ' ' ? u'_' : QChar(QLatin1Char(layout.separator)))
        .arg(layout.skippedLines)
        .arg(columns.join(u' '));
}
} // namespace

class TextLayoutTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void cleanup() { setTextLayouts({}); }

    void columnsAreGuessed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, const char* text, const char* picture) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(picture);
        };
        row("blanks", "1 2 3 4\n", "_ 0 x y z intensity");
        row("six columns", "1 2 3 0.5 0.5 0.5\n", "_ 0 x y z - - -");
        row("names", "t,X,Y,Z,Reflectivity\n1,2,3,4,5\n", ", 1 time x y z intensity");
        row("own names", "x;y;z;amplitude\n1;2;3;4\n", "; 1 x y z amplitude");
        row("a word among the numbers", "car 1 2 3 0.5\ncar 4 5 6 0.5\n", "_ 0 - x y z -");
        row("a count before the points", "2\n1 2 3\n4 5 6\n", "_ 1 x y z");
        row("prose before the points", "Made by a scanner\nof some sort\n1,2,3\n", ", 2 x y z");
        row("nothing", "no numbers here\n", "_ 0 ");
    }
    void columnsAreGuessed()
    {
        QFETCH(QByteArray, text);
        QTEST(pictureOf(guessedTextLayout(text)), "picture");
    }

    void aLayoutIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("columns"); ///< with - for nothing
        QTest::addColumn<QString>("separator");
        QTest::addColumn<int>("skipped");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, const char* text, const char* columns, const char* separator, int skipped,
                             const char* picture) {
            QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(columns) << QString::fromLatin1(separator)
                                << skipped << QString::fromLatin1(picture);
        };
        row("another order", "0.5 3 2 1\n", "intensity z y x", " ", 0, "1 2 3 intensity=0.5");
        row("columns left out", "car 1 2 3 x-17\nbus 4 5 6 ?\n", "- x y z -", " ", 0, "1 2 3|4 5 6");
        row("words between commas", "a b,1,2,,3\n,4,5,c d,6\n", "- x y - z", ",", 0, "1 2 3|4 5 6");
        row("lines to skip", "made by\na scanner\n1 2 3\n", "x y z", " ", 2, "1 2 3");
        row("more lines to skip than there are", "1 2 3\n", "x y z", " ", 9, "");
        row("colours", "1\t2\t3\t255\t0\t1\n", "x y z red green blue", "\t", 0, "1 2 3 rgb=16711681");
        row("a byte order mark",
            "\xef\xbb\xbf"
            "1 2 3\n",
            "x y z", " ", 0, "1 2 3");
        row("a byte order mark before skipped lines", "\xef\xbb\xbfhead\n1 2 3\n", "x y z", " ", 1, "1 2 3");
        row("quotes", "\"1\",\"2\",\"3\",\"\"\n\" 4 \",5,\"6\",7\n", "x y z intensity", ",", 0,
            "1 2 3 intensity=nan|4 5 6 intensity=7");
        row("quotes between blanks", "\"1\" \"2\" 3\r\n", "x y z", " ", 0, "1 2 3");
        row("ring, label and time", "1 2 3 7 5 1700000000.125\n", "x y z ring label time", " ", 0,
            "1 2 3 ring=7 label=5 time=1700000000");
    }
    void aLayoutIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, columns);
        QFETCH(QString, separator);
        QFETCH(int, skipped);
        TextLayout layout{separator[0].toLatin1(), skipped, columns.split(u' ')};
        layout.columns.replaceInStrings(QStringLiteral("-"), QString());
        QVERIFY(layout.isComplete());
        const auto cloud = readTextAs(m_folder.write(QStringLiteral("a.txt"), text), layout);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QTEST(lunkuo::test::pictureOf(*cloud), "picture");
    }

    void whatDoesNotFitIsSaid()
    {
        const TextLayout layout{' ', 1, {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}};
        QCOMPARE(
            complaint(readTextAs(m_folder.write(QStringLiteral("a.txt"), "head\n1 2 3\n1 b 3\n"), layout), m_folder),
            QStringLiteral("“a.txt”, line 3: “b” is not a number."));
        QCOMPARE(
            complaint(readTextAs(m_folder.path(QStringLiteral("a.txt")), TextLayout{' ', 0, {QStringLiteral("x")}}),
                m_folder),
            QStringLiteral("“a.txt”: the columns were said without x, y and z, each once."));
    }

    /// What was said of one file holds for those that are written alike, and for no others.
    void itIsRememberedForFilesOfItsKind()
    {
        const QString first = m_folder.write(QStringLiteral("000001.txt"), "frame 1\ncar 1 2 3\n");
        const QString next = m_folder.write(QStringLiteral("000002.txt"), "frame 2\nbus 4 5 6\n");
        const QString other = m_folder.write(QStringLiteral("other.txt"), "frame 2\n1 2 3\n");
        QVERIFY(!readCloud(first));
        addTextLayout(textLayoutKey(*beginningOfText(first), first),
            {' ', 1, {QString(), QStringLiteral("z"), QStringLiteral("y"), QStringLiteral("x")}});
        const auto cloud = readCloud(next);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(lunkuo::test::pictureOf(*cloud), QStringLiteral("6 5 4"));
        QVERIFY(!readCloud(other));
    }

    /// Numbers alone say too little: another scanner's files have as many columns.
    void withoutWordsItHoldsForTheFolder_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("everywhere");
        QTest::newRow("numbers alone") << QByteArray("1 2 3 4\n") << false;
        QTest::newRow("a count of points") << QByteArray("1\n1 2 3 4\n") << false;
        QTest::newRow("names") << QByteArray("a b c d\n1 2 3 4\n") << true;
    }
    void withoutWordsItHoldsForTheFolder()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, everywhere);
        const QString key = textLayoutKey(text, QStringLiteral("/data/left/0.xyz"));
        QCOMPARE(textLayoutKey(text, QStringLiteral("/data/left/1.xyz")), key);
        QCOMPARE(textLayoutKey(text, QStringLiteral("/data/right/0.xyz")) == key, everywhere);
    }

    void columnsAreNamedOrNot()
    {
        QVERIFY(namesColumns("x y z i\n1 2 3 4\n"));
        QVERIFY(namesColumns("# x y z\n1 2 3\n"));
        QVERIFY(!namesColumns("1 2 3 4\n"));
        QVERIFY(!namesColumns("prose\n1 2 3 4\n"));
    }

    void itIsTriedOnTheBeginning()
    {
        const TextLayout layout{' ', 0, {QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}};
        const QString path = m_folder.write(QStringLiteral("long.txt"), "1 2 3\n4 5 6\n7 8 9\nwords\n");
        QVERIFY(!readTextAs(path, layout));
        const auto cloud = readTextAs(path, layout, 8);
        QVERIFY2(cloud, qPrintable(complaint(cloud, m_folder)));
        QCOMPARE(cloud->size(), 2U); // whole lines
    }

    void itSurvivesARestart()
    {
        const TextLayout layout{'\t', 3, {QStringLiteral("x"), QString(), QStringLiteral("y"), QStringLiteral("z")}};
        addTextLayout(QStringLiteral("key \t “x”"), layout);
        const QJsonObject json = textLayouts();
        setTextLayouts({});
        QVERIFY(!textLayoutOf(QStringLiteral("key \t “x”")));
        setTextLayouts(json);
        QCOMPARE(textLayoutOf(QStringLiteral("key \t “x”")).value(), layout);
    }

    void nonsenseIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("no z") << QByteArray(R"({"separator":" ","skippedLines":0,"columns":["x","y"]})");
        QTest::newRow("x twice") << QByteArray(R"({"separator":" ","skippedLines":0,"columns":["x","y","z","x"]})");
        QTest::newRow("separator") << QByteArray(R"({"separator":"q","skippedLines":0,"columns":["x","y","z"]})");
        QTest::newRow("skipped") << QByteArray(R"({"separator":" ","skippedLines":-1,"columns":["x","y","z"]})");
    }
    void nonsenseIsNotTaken()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!TextLayout::fromJson(QJsonDocument::fromJson(json).object()));
    }
};

QTEST_APPLESS_MAIN(TextLayoutTest)
#include "tst_TextLayout.moc"
