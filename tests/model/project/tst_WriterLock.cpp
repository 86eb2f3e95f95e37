#include "model/project/WriterLock.h"

#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace lunkuo;

class WriterLockTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString project() const { return m_folder.filePath(QStringLiteral("a.lunkuo")); }

private slots:
    void oneHoldsIt()
    {
        auto first = std::make_unique<WriterLock>(project());
        WriterLock second(project());
        QVERIFY(!second.isHeldElsewhere());
        QVERIFY(first->take());
        QVERIFY(second.isHeldElsewhere());
        const auto refused = second.take();
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.contains(QString::number(QCoreApplication::applicationPid())),
            qPrintable(refused.error().sentence));
        first.reset();
        QVERIFY(!second.isHeldElsewhere());
        QVERIFY(second.take());
    }

    void whereNothingCanBeWrittenItSaysSo()
    {
        WriterLock lock(m_folder.filePath(QStringLiteral("nowhere/a.lunkuo")));
        QVERIFY(!lock.take());
        QVERIFY(!lock.isHeldElsewhere());
    }
};

QTEST_GUILESS_MAIN(WriterLockTest)
#include "tst_WriterLock.moc"
