#include "model/base/CancelScope.h"

#include "model/cloud/CloudFormat.h"
#include "model/cloud/Parallel.h"

#include "tests/support/CloudFiles.h"

#include <QTest>

using namespace lunkuo;

class CancelScopeTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsCancelledIsSeenInItsScopeOnly()
    {
        const Progress progress;
        QVERIFY(!CancelScope::isCancelled());
        {
            const CancelScope scope(progress);
            QVERIFY(!CancelScope::isCancelled());
            progress.cancel();
            QVERIFY(CancelScope::isCancelled());
            {
                const CancelScope inner{Progress()};
                QVERIFY(!CancelScope::isCancelled());
            }
            QVERIFY(CancelScope::isCancelled());
        }
        QVERIFY(!CancelScope::isCancelled());
    }

    void threadsThatHelpAreToldToo()
    {
        const Progress progress;
        const CancelScope scope(progress);
        progress.cancel();
        std::atomic<int> told = 0;
        QVERIFY(inParallel(4, [&](std::size_t) -> Result<void> {
            told += CancelScope::isCancelled() ? 1 : 0;
            return {};
        }));
        QCOMPARE(told.load(), 4);
    }

    void readingIsGivenUp()
    {
        const test::FileFolder folder;
        const QString path = folder.write(QStringLiteral("cloud.bin"), QByteArray(16 * 1000, '\0'));
        QVERIFY(readCloud(path));
        const Progress progress;
        const CancelScope scope(progress);
        QVERIFY(readCloud(path));
        progress.cancel();
        const auto read = readCloud(path);
        QVERIFY(!read);
        QVERIFY(read.error().sentence.contains(path));
    }
};

QTEST_APPLESS_MAIN(CancelScopeTest)
#include "tst_CancelScope.moc"
