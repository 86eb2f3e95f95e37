#include "model/base/Task.h"

#include <QTest>
#include <sched.h>
#include <stdexcept>
#include <sys/resource.h>
#include <unistd.h>

using namespace lunkuo;

class TaskTest : public QObject
{
    Q_OBJECT
private slots:
    void workComesBackInTheThreadThatAsked()
    {
        Result<int> answer = 0;
        QThread* thread = nullptr;
        runTask(
            this, [](const Progress&) -> Result<int> { return 42; },
            [&](const Result<int>& result) {
                answer = result;
                thread = QThread::currentThread();
            });
        QTRY_COMPARE(*answer, 42);
        QCOMPARE(thread, QThread::currentThread());
    }

    void whatIsThrownIsAnError_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("part");
        QTest::newRow("memory") << 0 << QStringLiteral("memory");
        QTest::newRow("mistake") << 1 << QStringLiteral("map::at");
        QTest::newRow("anything") << 2 << QStringLiteral("mistake");
    }
    void whatIsThrownIsAnError()
    {
        QFETCH(int, kind);
        QFETCH(QString, part);
        QString sentence;
        runTask(
            this,
            [kind](const Progress&) -> Result<int> {
                if (kind == 0)
                    throw std::bad_alloc();
                if (kind == 1)
                    throw std::out_of_range("map::at");
                throw kind;
            },
            [&](const Result<int>& result) { sentence = result ? QString() : result.error().sentence; });
        QTRY_VERIFY(!sentence.isEmpty());
        QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void workThatNobodyWaitsForGivesWay()
    {
        static constexpr int unknown = -100;
        static constexpr int idle = 100; // after all niceness there is
        const auto yielding = [this](Urgency urgency) {
            Result<int> found = unknown;
            runTask(
                this,
                [](const Progress&) -> Result<int> {
                    return sched_getscheduler(0) == SCHED_IDLE ? idle : getpriority(PRIO_PROCESS, id_t(gettid()));
                },
                [&](const Result<int>& result) { found = result; }, urgency);
            [&] { QTRY_VERIFY(*found != unknown); }();
            return *found;
        };
        const int here = getpriority(PRIO_PROCESS, id_t(gettid()));
        if (here >= 10 || sched_getscheduler(0) != SCHED_OTHER)
            QSKIP("This process gives way itself, so that its threads cannot do so any more.");
        QCOMPARE(yielding(Urgency::WaitedFor), here);
        const int ahead = yielding(Urgency::Ahead);
        QVERIFY(ahead > here && ahead != idle);
        QCOMPARE(yielding(Urgency::Background), idle);
        QCOMPARE(yielding(Urgency::WaitedFor), here);
    }

    void cancelledWorkSaysNothing()
    {
        bool isDone = false;
        std::atomic<bool> hasEnded = false;
        const Progress progress = runTask(
            this,
            [&hasEnded](const Progress& running) -> Result<int> {
                while (running.report(0, 0))
                    QThread::msleep(1);
                hasEnded = true;
                return 1;
            },
            [&](const Result<int>&) { isDone = true; });
        progress.cancel();
        QTRY_VERIFY(hasEnded);
        QTest::qWait(20);
        QVERIFY(!isDone);
    }
};

QTEST_GUILESS_MAIN(TaskTest)
#include "tst_Task.moc"
