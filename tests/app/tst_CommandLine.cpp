#include "app/CommandLine.h"
#include "tests/support/Program.h"

#include <QTest>

using namespace lunkuo;
using test::answerTo;
using test::withoutDisplay;

class CommandLineTest : public QObject
{
    Q_OBJECT
private slots:
    void helpListsEveryCommand()
    {
        const test::Answer answer = answerTo({QStringLiteral("--help")}, withoutDisplay());
        QCOMPARE(answer.status, 0);
        QVERIFY(answer.error.isEmpty());
        for (const Command& command : commands())
            QVERIFY2(answer.out.contains(QStringLiteral("lunkuo %1 ").arg(QLatin1String(command.name))), command.name);
    }

    void versionIsOneLine()
    {
        const test::Answer answer = answerTo({QStringLiteral("--version")}, withoutDisplay());
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.out, QStringLiteral("Lunkuo " LUNKUO_VERSION "\n"));
    }

    void nonsenseIsOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no command and no file") << QStringList{QStringLiteral("frobnicate")};
        QTest::newRow("no option") << QStringList{QStringLiteral("--frobnicate")};
        QTest::newRow("too much") << QStringList{QStringLiteral("/"), QStringLiteral("/")};
    }
    void nonsenseIsOneSentence()
    {
        QFETCH(QStringList, arguments);
        const test::Answer answer = answerTo(arguments, withoutDisplay());
        QCOMPARE(answer.status, 2);
        QVERIFY(answer.out.isEmpty());
        QCOMPARE(answer.error.count(u'\n'), 1);
        QVERIFY2(answer.error.contains(arguments.first()), qPrintable(answer.error));
    }

    void aWindowNeedsADisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing named") << QStringList();
        QTest::newRow("the sample") << QStringList{QStringLiteral("--sample")};
        QTest::newRow("the tour") << QStringList{QStringLiteral("tour"), QStringLiteral("nowhere")};
    }
    void aWindowNeedsADisplay()
    {
        QFETCH(QStringList, arguments);
        const test::Answer answer = answerTo(arguments, withoutDisplay());
        QCOMPARE(answer.status, 1);
        QCOMPARE(answer.error.count(u'\n'), 1);
        QVERIFY2(answer.error.contains(QStringLiteral("DISPLAY")), qPrintable(answer.error));
    }

    void itSpeaksTheSystemsLanguage()
    {
        QProcessEnvironment chinese = withoutDisplay();
        chinese.insert(QStringLiteral("LC_ALL"), QStringLiteral("zh_CN.UTF-8"));
        QVERIFY(answerTo({QStringLiteral("--help")}, chinese).out.contains(QStringLiteral("点云")));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_CommandLine.moc"
