#include "widgets/PathRow.h"
#include "widgets/Sentence.h"
#include "widgets/WorkDialog.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

using namespace lunkuo;

namespace
{

/// Works until it is told to stop, or to be through.
class EndlessWork : public WorkDialog
{
public:
    struct Switch
    {
        std::atomic<bool> mayEnd = false;
        std::atomic<bool> hasEnded = false;
    };
    std::shared_ptr<Switch> control = std::make_shared<Switch>();
    QLineEdit* question = new QLineEdit;

    EndlessWork()
        : WorkDialog(nullptr)
    {
        startButton()->setText(QStringLiteral("Start"));
        form()->addRow(QStringLiteral("Question"), question);
        setProblem({});
    }
    using WorkDialog::setProblem;

    [[nodiscard]] QPushButton* button(const char* name) const { return findChild<QPushButton*>(QLatin1String(name)); }
    [[nodiscard]] QString outcome() const { return findChild<Sentence*>(QStringLiteral("outcome"))->text(); }

protected:
    void start() override
    {
        run(
            [control = control](const Progress& progress) -> Result<QString> {
                while (progress.report(3, 10) && !control->mayEnd)
                    QThread::msleep(1);
                control->hasEnded = true;
                return progress.isCancelled() ? QStringLiteral("stopped") : QStringLiteral("done");
            },
            [this](const Result<QString>& outcome) { finish(*outcome, isStopping() ? Tone::Warning : Tone::Good); });
    }
};

} // namespace

class WorkDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void worksWithProgressAndSaysWhatCameOfIt()
    {
        EndlessWork dialog;
        dialog.show();
        QTest::mouseClick(dialog.button("start"), Qt::LeftButton);
        QVERIFY(dialog.isWorking());
        QVERIFY(!dialog.button("start")->isEnabled());
        QVERIFY(!dialog.question->isEnabled());
        auto* bar = dialog.findChild<QProgressBar*>();
        QVERIFY(bar->isVisible());
        QTRY_COMPARE(bar->value(), 3);
        QCOMPARE(bar->maximum(), 10);

        dialog.control->mayEnd = true;
        QTRY_VERIFY(!dialog.isWorking());
        QCOMPARE(dialog.outcome(), QStringLiteral("done"));
        QVERIFY(!bar->isVisible());
        QVERIFY(dialog.question->isEnabled());
        QVERIFY(dialog.button("start")->isEnabled());
    }

    void firstEscapeStopsTheWorkAndTheSecondCloses()
    {
        EndlessWork dialog;
        dialog.show();
        QTest::mouseClick(dialog.button("start"), Qt::LeftButton);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.button("close")->isEnabled());
        QTRY_VERIFY(!dialog.isWorking());
        QCOMPARE(dialog.outcome(), QStringLiteral("stopped"));
        QVERIFY(dialog.button("close")->isEnabled());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }

    void canWorkAgainAfterItWasStopped()
    {
        EndlessWork dialog;
        dialog.show();
        QTest::mouseClick(dialog.button("start"), Qt::LeftButton);
        QTest::mouseClick(dialog.button("close"), Qt::LeftButton);
        QTRY_COMPARE(dialog.outcome(), QStringLiteral("stopped"));
        dialog.control->mayEnd = true;
        QTest::mouseClick(dialog.button("start"), Qt::LeftButton);
        QTRY_COMPARE(dialog.outcome(), QStringLiteral("done"));
    }

    void workEndsWhenTheDialogGoes()
    {
        auto dialog = std::make_unique<EndlessWork>();
        dialog->show();
        QTest::mouseClick(dialog->button("start"), Qt::LeftButton);
        const auto control = dialog->control;
        dialog.reset();
        QTRY_VERIFY(control->hasEnded);
    }

    void waitsWhileSomethingStandsInTheWay()
    {
        EndlessWork dialog;
        dialog.show();
        dialog.setProblem(QStringLiteral("The disk is missing."));
        QVERIFY(!dialog.button("start")->isEnabled());
        QCOMPARE(dialog.button("start")->toolTip(), QStringLiteral("The disk is missing."));
        QCOMPARE(dialog.outcome(), QStringLiteral("The disk is missing."));
        dialog.setProblem({});
        QVERIFY(dialog.button("start")->isEnabled());
        QCOMPARE(dialog.outcome(), QString());
    }
};

QTEST_MAIN(WorkDialogTest)
#include "tst_WorkDialog.moc"
