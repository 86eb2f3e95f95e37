#include "model/tools/ToolController.h"

#include "tests/support/Workbench.h"

#include <QKeySequence>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Workbench;

class ToolControllerTest : public QObject
{
    Q_OBJECT
private slots:
    void everyToolInTheTableWorks()
    {
        Workbench bench;
        QSet<QString> shortcuts;
        for (const ToolEntry& entry : toolEntries()) {
            QVERIFY(!entry.name.isEmpty());
            QVERIFY(!QKeySequence(entry.shortcut).isEmpty());
            QVERIFY2(!shortcuts.contains(entry.shortcut), "one key, one tool");
            shortcuts << entry.shortcut;
            bench.tools.activate(entry.id);
            QCOMPARE(bench.tools.activeId(), entry.id);
            QVERIFY(!bench.tools.hint().isEmpty());
            QVERIFY(bench.tools.draft().isEmpty());
            bench.key(Qt::Key_Escape);
        }
    }

    void activatingIsAnnouncedOnce()
    {
        Workbench bench;
        const QSignalSpy activated(&bench.tools, &ToolController::activated);
        bench.tools.activate(QStringLiteral("select"));
        bench.tools.activate(QStringLiteral("select"));
        bench.tools.activate(QStringLiteral("no such tool"));
        QCOMPARE(activated.count(), 1);
        QCOMPARE(bench.tools.activeId(), QStringLiteral("select"));
    }

    void draftsAreAnnouncedWhenTheyChange()
    {
        Workbench bench;
        const QSignalSpy changed(&bench.tools, &ToolController::draftChanged);
        bench.move(Workbench::pointOn(bench.nearCar));
        QCOMPARE(changed.count(), 0);
        bench.click(Workbench::pointOn(bench.nearCar));
        QVERIFY(changed.count() > 0);
        bench.tools.cancel();
        QVERIFY(bench.tools.draft().isEmpty());
    }

    void undoingDuringADragEndsInPeace()
    {
        Workbench bench;
        const Eigen::Vector3d rear = Workbench::pointOn(bench.nearCar);
        bench.click(rear);
        bench.key(Qt::Key_Return);
        bench.tools.activate(QStringLiteral("select"));
        QVERIFY(bench.press(rear));
        bench.move(rear + Eigen::Vector3d(1, 0, 0));
        QCOMPARE(bench.undone(), QString());
        bench.move(rear + Eigen::Vector3d(2, 0, 0));
        bench.release(rear + Eigen::Vector3d(2, 0, 0));
        QCOMPARE(bench.picture(), QString());
        QVERIFY(bench.tools.draft().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ToolControllerTest)
#include "tst_ToolController.moc"
