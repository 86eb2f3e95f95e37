#include "model/formats/JsonRecords.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{
/// The member "n" of each record, or the sentence.
QString picture(const QByteArray& text)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"table.json"_qs);
    test::writeText(path, text);
    QStringList found;
    const auto read = eachJsonRecord(
        path, [&found](const QJsonObject& record) { found << record.value(u"n"_qs).toVariant().toString(); });
    return read ? found.join(u' ') : QString(read.error().sentence).remove(dir.path() + u'/');
}
} // namespace

class JsonRecordsTest : public QObject
{
    Q_OBJECT
private slots:
    void recordsComeOneByOne_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("none") << QByteArray("[]") << QString();
        QTest::newRow("two") << QByteArray("[{\"n\": 1},\n {\"n\": 2}]\n") << u"1 2"_qs;
        QTest::newRow("nested") << QByteArray(R"([{"n": 1, "a": [[1, {"b": 2}]]}, {"n": 2}])") << u"1 2"_qs;
        QTest::newRow("brackets in text") << QByteArray("[{\"n\": \"}]\\\"{\"}, {\"n\": \"\\\\\"}]") << u"}]\"{ \\"_qs;
        QTest::newRow("no list") << QByteArray("{\"n\": 1}")
                                 << u"“table.json”, line 1: a JSON list of records ([{…}, …]) was expected."_qs;
        QTest::newRow("cut short") << QByteArray("[{\"n\": 1},\n{\"n\"")
                                   << u"“table.json”, line 2: a JSON list of records ([{…}, …]) was expected."_qs;
        QTest::newRow("damaged")
            << QByteArray("[{\"n\": 1},\n{n}]")
            << u"“table.json” is no JSON: unterminated object, in the record that ends at line 2."_qs;
        QTest::newRow("empty") << QByteArray()
                               << u"“table.json”, line 1: a JSON list of records ([{…}, …]) was expected."_qs;
    }
    void recordsComeOneByOne()
    {
        QFETCH(QByteArray, text);
        QTEST(picture(text), "found");
    }

    /// Records lie across the blocks that are read at a time.
    void longTablesAreWhole()
    {
        QByteArray text = "[";
        QStringList expected;
        for (int i = 0; i < 60'000; ++i) {
            text += (i == 0 ? "" : ",\n") + QByteArray("{\"n\": ") + QByteArray::number(i) + ", \"text\": \"" +
                    QByteArray(i % 97, 'x') + "\"}";
            expected << QString::number(i);
        }
        QVERIFY(text.size() > 3 * 1024 * 1024);
        QCOMPARE(picture(text + ']'), expected.join(u' '));
    }

    void whatNeverEndsIsRefused()
    {
        QVERIFY(picture("[{\"n\": \"" + QByteArray(20 * 1024 * 1024, 'x')).contains(u"line 1"_qs));
    }
};

QTEST_GUILESS_MAIN(JsonRecordsTest)
#include "tst_JsonRecords.moc"
