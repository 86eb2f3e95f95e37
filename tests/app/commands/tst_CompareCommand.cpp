#include "model/project/ProjectStore.h"
#include "tests/support/ComparedScenes.h"
#include "tests/support/Program.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::Answer;
using test::answerTo;

class CompareCommandTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(ProjectStore::create(path(u"a.lunkuo"_qs), test::pictured({u"C1@0,0 C2@9,0"_qs, u"C1@0,0"_qs})));
        QVERIFY(ProjectStore::create(path(u"b.lunkuo"_qs), test::pictured({u"C1@1,0"_qs, u"C1@0,0"_qs})));
    }

    void programsGetOneObject()
    {
        const Answer answer =
            answerTo({u"compare"_qs, path(u"a.lunkuo"_qs), path(u"b.lunkuo"_qs), u"--json"_qs}, test::withoutDisplay());
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.error, QString());
        QCOMPARE(answer.out.count(u'\n'), 1);
        const QJsonDocument json = answer.json();
        QVERIFY(std::abs(json[u"precision"_qs].toDouble() - 2.0 / 3.0) < 1e-9);
        QCOMPARE(json[u"recall"_qs].toDouble(), 1.0);
        QVERIFY(std::abs(json[u"f1"_qs].toDouble() - 0.8) < 1e-9);
        QVERIFY(std::abs(json[u"mean_bev_iou"_qs].toDouble() - 0.8) < 1e-9);
    }

    void peopleGetTables()
    {
        const Answer answer =
            answerTo({u"compare"_qs, path(u"a.lunkuo"_qs), path(u"b.lunkuo"_qs), u"--iou"_qs, u"0.7"_qs});
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QVERIFY(answer.out.contains(u"The same object (BEV IoU ≥ 0.70)"_qs));
        QVERIFY2(answer.out.contains(u"Car 1 of A and Car 1 of B overlap by only 60 % seen from above."_qs),
            qPrintable(answer.out));
    }

    void nonsenseIsOneSentence_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << u"compare"_qs << 2;
        QTest::newRow("one thing") << u"compare a.lunkuo"_qs << 2;
        QTest::newRow("three things") << u"compare a b c"_qs << 2;
        QTest::newRow("no such option") << u"compare a b --sideways"_qs << 2;
        QTest::newRow("no number") << u"compare a b --iou much"_qs << 2;
        QTest::newRow("no IoU") << u"compare a b --iou 1.5"_qs << 2;
        QTest::newRow("not even NaN") << u"compare a b --iou nan"_qs << 2;
        QTest::newRow("no project") << u"compare /nowhere/a.lunkuo /nowhere/b.lunkuo"_qs << 1;
        QTest::newRow("no such format") << u"compare A B --format floppy"_qs << 1;
    }
    void nonsenseIsOneSentence()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        QStringList words = arguments.split(u' ');
        words.replaceInStrings(QRegularExpression(u"^A$"_qs), path(u"a.lunkuo"_qs));
        words.replaceInStrings(QRegularExpression(u"^B$"_qs), path(u"b.lunkuo"_qs));
        const Answer answer = answerTo(words);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.error.startsWith(u"lunkuo: "_qs));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(CompareCommandTest)
#include "tst_CompareCommand.moc"
