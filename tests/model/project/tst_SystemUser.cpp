#include "model/project/ProjectStore.h"
#include "model/project/SystemUser.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

class SystemUserTest : public QObject
{
    Q_OBJECT
private slots:
    void cleanup()
    {
        for (const char* variable : {"USER", "LOGNAME", "USERNAME"})
            qunsetenv(variable);
    }

    void environmentSaysItFirst()
    {
        qputenv("USERNAME", "third");
        QCOMPARE(systemUser(), QStringLiteral("third"));
        qputenv("LOGNAME", "second");
        QCOMPARE(systemUser(), QStringLiteral("second"));
        qputenv("USER", "first");
        QCOMPARE(systemUser(), QStringLiteral("first"));
        qputenv("USER", "  ");
        QCOMPARE(systemUser(), QStringLiteral("second"));
    }

    /// Started by a service or in a container: nothing in the environment.
    void thereIsANameWithoutAnEnvironment() { QVERIFY(!systemUser().isEmpty()); }

    void projectsAreWrittenInThatName()
    {
        const QTemporaryDir dir;
        const auto store = ProjectStore::create(dir.filePath(QStringLiteral("p.lunkuo")), {});
        QVERIFY(store);
        QCOMPARE((*store)->user(), systemUser());
        (*store)->setUser(QStringLiteral("Wang"));
        QCOMPARE((*store)->user(), QStringLiteral("Wang"));
        (*store)->setUser(QStringLiteral(" "));
        QCOMPARE((*store)->user(), systemUser());
    }
};

QTEST_GUILESS_MAIN(SystemUserTest)
#include "tst_SystemUser.moc"
