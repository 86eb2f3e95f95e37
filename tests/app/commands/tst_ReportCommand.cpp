#include "model/project/ProjectStore.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Program.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::Answer;
using test::answerTo;

class ReportCommandTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_scene = test::madeUpScene({}, path(u"data"_qs));
        QVERIFY(ProjectStore::create(path(u"a.lunkuo"_qs), m_scene));
    }

    void itNeedsNoDisplay_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QByteArray>("contains");
        QTest::newRow("page") << u"a.html"_qs << u"en"_qs << QByteArray("<h1>Report: a</h1>");
        QTest::newRow("page in Chinese") << u"zh.html"_qs << u"zh_CN"_qs << QByteArray("lang=\"zh-CN\"");
        QTest::newRow("PDF") << u"a.pdf"_qs << u"en"_qs << QByteArray("%PDF-");
        QTest::newRow("PDF in Chinese") << u"zh.PDF"_qs << u"zh_CN"_qs << QByteArray("%PDF-");
    }
    void itNeedsNoDisplay()
    {
        QFETCH(QString, file);
        QFETCH(QString, language);
        QFETCH(QByteArray, contains);
        const Answer answer = answerTo({u"report"_qs, path(u"a.lunkuo"_qs), u"--out"_qs, path(file), u"--language"_qs,
                                           language, u"--against"_qs, path(u"a.lunkuo"_qs)},
            quietly());
        QVERIFY2(answer.status == 0, qPrintable(answer.error));
        QCOMPARE(answer.out.count(u'\n'), 1);
        QFile written(path(file));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains(contains));
    }

    void nonsenseIsOneSentence_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << u"report"_qs << 2;
        QTest::newRow("no file") << u"report A"_qs << 2;
        QTest::newRow("no such kind") << u"report A --out /tmp/a.doc"_qs << 2;
        QTest::newRow("no such folder") << u"report A --out /nowhere/a.html"_qs << 2;
        QTest::newRow("no such language") << u"report A --out a.html --language fr"_qs << 2;
        QTest::newRow("no such option") << u"report A --out a.html --sideways"_qs << 2;
        QTest::newRow("no project") << u"report /nowhere/a.lunkuo --out a.html"_qs << 1;
        QTest::newRow("nothing to compare with") << u"report A --out a.html --against /nowhere"_qs << 1;
    }
    void nonsenseIsOneSentence()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        QStringList words = arguments.split(u' ');
        words.replaceInStrings(QRegularExpression(u"^A$"_qs), path(u"a.lunkuo"_qs));
        const Answer answer = answerTo(words, quietly());
        QCOMPARE(answer.status, status);
        QVERIFY(answer.error.startsWith(u"lunkuo: "_qs));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
        QVERIFY(!QFileInfo::exists(u"a.html"_qs));
    }

private:
    /// Without a display; where there is no such folder, Qt would say so.
    [[nodiscard]] QProcessEnvironment quietly() const
    {
        QProcessEnvironment environment = test::withoutDisplay();
        environment.insert(u"XDG_RUNTIME_DIR"_qs, m_dir.path());
        return environment;
    }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    QTemporaryDir m_dir;
    Scene m_scene;
};

QTEST_GUILESS_MAIN(ReportCommandTest)
#include "tst_ReportCommand.moc"
