#include "model/synth/SampleWriter.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Program.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::Answer;

namespace
{

Answer answerTo(const QStringList& arguments)
{
    return test::answerTo(QStringList{u"evaluate"_qs} + arguments, test::withoutDisplay());
}

} // namespace

/// On a street simulated once for all of the tests.
class EvaluateCommandTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const auto written = synth::writeSample(street(), {2, 5, 32});
        QVERIFY2(written, qPrintable(written ? QString() : written.error().sentence));
    }

    void tablesAreForPeople()
    {
        const Answer answer = answerTo({street(), u"--prior"_qs, u"learnt"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.error, QString());
        const auto all = QRegularExpression(u"\nall vehicles +([0-9]+)  (0\\.[0-9]{3}) "_qs).match(answer.out);
        QVERIFY2(all.hasMatch(), qPrintable(answer.out));
        QVERIFY(all.captured(1).toInt() >= 10);
        QVERIFY2(all.captured(2).toDouble() > 0.5, "half of the simulated cars are found well");
        for (const QString& words :
            {u"0–20 m"_qs, u"200+ points"_qs, u"each object once"_qs, u"learnt from the other"_qs,
                u"rectangle of least area"_qs, u"L-shape by closeness"_qs, u"Preparing a frame: median "_qs})
            QVERIFY2(answer.out.contains(words), qPrintable(words));
        QVERIFY2(!answer.out.contains(u"taxonomy's"_qs), "only one prior was asked for");
    }

    void suggestionsAreMeasuredWithoutClicks()
    {
        const Answer answer = answerTo({street(), u"--suggestions"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY2(answer.out.contains(u"without a click"_qs) && answer.out.contains(u"(2 frames)"_qs),
            qPrintable(answer.out));
        const Answer json = answerTo({street(), u"--suggestions"_qs, u"--json"_qs});
        QCOMPARE(json.status, 0);
        QVERIFY(json.json().object()[u"vehicles"].toArray().size() >= 10);
        QVERIFY(json.json().object()[u"figures"].toArray().first().toObject()[u"recall_0.5"].toDouble() > 0.5);
    }

    void jsonIsForPrograms()
    {
        const Answer answer = answerTo(
            {street(), u"--json"_qs, u"--clicks"_qs, u"2"_qs, u"--class"_qs, u"car"_qs, u"--min-points"_qs, u"100"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.out.count(u'\n'), 1);
        const QJsonObject json = answer.json().object();
        QCOMPARE(json[u"series"_qs].toObject().keys(),
            (QStringList{u"closeness"_qs, u"default"_qs, u"default+action"_qs, u"default+drag"_qs, u"learnt"_qs,
                u"learnt+action"_qs, u"learnt+drag"_qs, u"minimum-area"_qs}));
        QCOMPARE(json[u"frames"_qs].toArray().size(), 2);
        const QJsonArray objects = json[u"objects"_qs].toArray();
        QVERIFY(!objects.isEmpty());
        for (const QJsonValue& object : objects) {
            QCOMPARE(object[u"label"_qs].toString(), u"Car"_qs);
            QVERIFY(object[u"points"_qs].toInt() >= 100);
            QCOMPARE(object[u"answers"_qs].toObject().size(), 8);
        }
    }

    void theSameSeedGivesTheSameClicks()
    {
        const auto clicksOf = [this](const QString& seed) {
            QStringList clicks;
            const Answer answer = answerTo({street(), u"--json"_qs, u"--prior"_qs, u"default"_qs, u"--seed"_qs, seed});
            for (const QJsonValue& object : answer.json()[u"objects"_qs].toArray())
                clicks << QString::number(object[u"answers"_qs][u"minimum-area"_qs][u"bev"_qs].toDouble(), 'f', 9);
            return clicks;
        };
        const QStringList first = clicksOf(u"7"_qs);
        QVERIFY(!first.isEmpty());
        QCOMPARE(clicksOf(u"7"_qs), first);
        QVERIFY(clicksOf(u"8"_qs) != first);
    }

    void theWorstAreDrawn()
    {
        const QTemporaryDir dir;
        const QString pictures = dir.filePath(u"new/pictures"_qs);
        const Answer answer =
            answerTo({street(), u"--worst"_qs, u"3"_qs, u"--pictures"_qs, pictures, u"--prior"_qs, u"default"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        const QStringList files = QDir(pictures).entryList(QDir::Files, QDir::Name);
        QCOMPARE(files.size(), 3);
        QStringList overlaps;
        for (const QString& file : files) {
            const auto name = QRegularExpression(u"^00[123]_bev(0\\.[0-9]{2})_street_00000[01]_"_qs).match(file);
            QVERIFY2(name.hasMatch(), qPrintable(file));
            overlaps << name.captured(1);
            const QImage image(QDir(pictures).filePath(file));
            QCOMPARE(image.size(), QSize(1600, 800));
            QVERIFY2(has(image, QRect(0, 0, 800, 800), QColor(0x4C, 0xC3, 0x8A)), "the labelled box from above");
            QVERIFY2(has(image, QRect(800, 0, 800, 400), QColor(0x4C, 0xC3, 0x8A)), "the labelled box from the side");
            QVERIFY2(has(image, QRect(800, 400, 800, 300), QColor(0xD8, 0xDE, 0xE6)), "the figures");
        }
        QStringList sorted = overlaps;
        sorted.sort();
        QCOMPARE(overlaps, sorted);
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("no folder") << u"--json"_qs << 2 << u"folder"_qs;
        QTest::newRow("unknown option") << u"STREET --colour"_qs << 2 << u"colour"_qs;
        QTest::newRow("three clicks") << u"STREET --clicks 3"_qs << 2 << u"“--clicks”"_qs;
        QTest::newRow("no click") << u"STREET --clicks 0"_qs << 2 << u"“--clicks”"_qs;
        QTest::newRow("seed in words") << u"STREET --seed one"_qs << 2 << u"“--seed”"_qs;
        QTest::newRow("no points") << u"STREET --min-points 0"_qs << 2 << u"“--min-points”"_qs;
        QTest::newRow("no threads") << u"STREET --threads 0"_qs << 2 << u"“--threads”"_qs;
        QTest::newRow("guessed prior") << u"STREET --prior guessed"_qs << 2 << u"“guessed”"_qs;
        QTest::newRow("worst without a place") << u"STREET --worst 3"_qs << 2 << u"“--pictures DIR”"_qs;
        QTest::newRow("folder is missing") << u"STREET/nowhere"_qs << 1 << u"nowhere"_qs;
        QTest::newRow("folder without labels") << u"STREET/velodyne"_qs << 1 << u"velodyne"_qs;
        QTest::newRow("no folder at all") << u"STREET/README.txt"_qs << 1 << u"README.txt"_qs;
        QTest::newRow("nothing of the kind") << u"STREET --class Tram"_qs << 1 << u"No labelled object"_qs;
        QTest::newRow("pictures in a file") << u"STREET --pictures STREET/README.txt/x"_qs << 1 << u"README.txt/x"_qs;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        QFETCH(QString, word);
        const Answer answer = answerTo(arguments.replace(u"STREET"_qs, street()).split(u' '));
        QCOMPARE(answer.status, status);
        const QString sentence = answer.error.section(u"lunkuo: "_qs, 1);
        QVERIFY2(sentence.contains(word), qPrintable(answer.error));
        QCOMPARE(sentence.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
    }

private:
    [[nodiscard]] QString street() const { return m_folder.filePath(u"street"_qs); }

    static bool has(const QImage& image, const QRect& part, const QColor& color)
    {
        for (int y = part.top(); y <= part.bottom(); ++y)
            for (int x = part.left(); x <= part.right(); ++x)
                if (image.pixelColor(x, y) == color)
                    return true;
        return false;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(EvaluateCommandTest)
#include "tst_EvaluateCommand.moc"
