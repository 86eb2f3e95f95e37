#include "widgets/CarryProgress.h"

#include "tests/support/Workbench.h"

#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace lunkuo;

class TestCarryProgress : public QObject
{
    Q_OBJECT

private slots:
    void itIsThereOnlyWhileThereIsWork()
    {
        test::Workbench bench;
        bench.click(test::Workbench::pointOn(bench.nearCar));
        bench.key(Qt::Key_Return);
        Propagation propagation(bench.document, bench.frames);
        QWidget window;
        auto* progress = new CarryProgress(propagation, &window);
        window.show();
        QVERIFY(!progress->isVisible());
        propagation.start({bench.scene().tracks.begin()->first}, bench.selection.frame(), 0, 1);
        emit propagation.progressed(1, 4);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->findChild<QProgressBar*>()->maximum(), 4);
        QCOMPARE(progress->findChild<QProgressBar*>()->value(), 1);
        QVERIFY(!progress->findChild<QLabel*>()->text().isEmpty());
        QTest::mouseClick(progress->findChild<QToolButton*>(QStringLiteral("carryStop")), Qt::LeftButton);
        QVERIFY(!propagation.isRunning());
        QVERIFY(!progress->isVisible());
    }
};

QTEST_MAIN(TestCarryProgress)
#include "tst_CarryProgress.moc"
