#include "app/Waiting.h"

#include <QApplication>
#include <QTest>
#include <QThread>

using namespace lunkuo;

/// Waiting for the work of another thread with a window that lives.
class WaitingTest : public QObject
{
    Q_OBJECT

    static QProgressDialog* shownDialog()
    {
        auto* dialog = qobject_cast<QProgressDialog*>(QApplication::activeModalWidget());
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    static std::optional<Result<int>> wait(std::function<Result<int>(const Progress&)> work)
    {
        return waitFor(QStringLiteral("Work"), QStringLiteral("Working…"), nullptr, std::move(work));
    }

private slots:
    void whatComesOfItComesBack()
    {
        const auto outcome = wait([](const Progress&) -> Result<int> { return 42; });
        QVERIFY(outcome);
        QCOMPARE(outcome->value(), 42);
        const auto failed = wait([](const Progress&) -> Result<int> { return failure(QStringLiteral("No.")); });
        QVERIFY(failed);
        QCOMPARE(failed->error().sentence, QStringLiteral("No."));
    }

    void theWindowLivesMeanwhile()
    {
        std::atomic<int> ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        const auto outcome = wait([&ticks](const Progress&) -> Result<int> {
            while (ticks < 20)
                QThread::msleep(1);
            return ticks.load();
        });
        QVERIFY(outcome);
    }

    void longWorkShowsHowFarItIsAndIsCalledOff()
    {
        std::atomic<bool> wasCancelled = false;
        int shown = 0;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&] {
            QProgressDialog* dialog = shownDialog();
            if (!dialog || dialog->value() != 3)
                return;
            shown = dialog->maximum();
            dialog->cancel();
        });
        look.start(1);
        const auto outcome = wait([&wasCancelled](const Progress& progress) -> Result<int> {
            while (progress.report(3, 7))
                QThread::msleep(1);
            wasCancelled = true;
            return 0;
        });
        QVERIFY(!outcome);
        QCOMPARE(shown, 7);
        QTRY_VERIFY(wasCancelled);
        QVERIFY(!QApplication::overrideCursor());
    }
};

QTEST_MAIN(WaitingTest)
#include "tst_Waiting.moc"
