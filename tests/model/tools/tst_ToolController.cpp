#include "model/tools/ToolController.h"

#include "model/tools/ShapeActions.h"
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

    void enterConfirmsWhatIsDerived_data()
    {
        QTest::addColumn<QString>("tool");
        for (const ToolEntry& entry : toolEntries())
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }
    void enterConfirmsWhatIsDerived()
    {
        QFETCH(QString, tool);
        Workbench bench;
        Shape shape;
        shape.frame = bench.selection.frame();
        shape.cuboid = lunkuo::test::carAt(bench.nearCar);
        shape.derivation = Derivation::Propagated;
        const ShapeId id = *addShape(bench.document, QStringLiteral("Carry"), shape, QStringLiteral("Car"));
        const auto isKeyFrame = [&] { return bench.scene().shapes.at(id).isKeyFrame(); };
        bench.tools.activate(tool);
        QVERIFY2(!bench.key(Qt::Key_Return), "nothing is selected");
        bench.selection.setShape(id);
        QVERIFY2(!bench.key(Qt::Key_Return, Qt::ShiftModifier), "that is another key");
        QVERIFY(setLocked(bench.document, id, true));
        QVERIFY2(!bench.key(Qt::Key_Return), "what is locked stays as it is");
        QVERIFY(setLocked(bench.document, id, false));
        QVERIFY(!isKeyFrame());
        QVERIFY(bench.key(Qt::Key_Enter, Qt::KeypadModifier));
        QVERIFY(isKeyFrame());
        QCOMPARE(bench.document.undoText(), QStringLiteral("Confirm Car 1"));
        QVERIFY2(!bench.key(Qt::Key_Return), "it is one already");
        QVERIFY(bench.document.undo());
        QVERIFY(!isKeyFrame());
    }
};

QTEST_GUILESS_MAIN(ToolControllerTest)
#include "tst_ToolController.moc"
