#include "widgets/FrameListPanel.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"
#include "widgets/FrameListModel.h"
#include "widgets/RowDelegate.h"

#include <QLabel>
#include <QListView>
#include <QTest>

using namespace lunkuo;

class FrameListPanelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::Workbench
    {
        FrameListPanel panel{document, selection, frames};
        QListView* list = panel.findChild<QListView*>();

        Bench()
        {
            panel.resize(220, 300);
            panel.show();
        }
        QString rowText(int row, int role) const { return list->model()->index(row, 0).data(role).toString(); }
        bool says(const QString& words) const
        {
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (label->text() == words)
                    return true;
            return false;
        }
    };

private slots:
    void aClickGoesToTheFrame()
    {
        Bench bench;
        const std::vector<FrameId> order = bench.scene().frameOrder();
        QCOMPARE(bench.list->currentIndex().row(), 0);
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {},
            bench.list->visualRect(bench.list->model()->index(1, 0)).center());
        QCOMPARE(bench.selection.frame(), order[1]);
    }

    void framesThatCannotBeReadAreMarked()
    {
        Bench bench;
        const FrameId second = bench.scene().frameOrder()[1];
        QVERIFY(bench.rowText(1, RowWarningRole).isEmpty());
        emit bench.frames.failed(second, QStringLiteral("“b.pcd” is damaged."));
        QCOMPARE(bench.rowText(1, RowWarningRole), QStringLiteral("“b.pcd” is damaged."));
        QVERIFY(bench.rowText(1, Qt::ToolTipRole).contains(QStringLiteral("is damaged")));
        QVERIFY(bench.rowText(0, RowWarningRole).isEmpty());
        emit bench.frames.loaded(second);
        QVERIFY(bench.rowText(1, RowWarningRole).isEmpty());
    }

    void theListFollowsTheSelection()
    {
        Bench bench;
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QCOMPARE(bench.list->currentIndex().row(), 1);
    }

    void framesOfSeveralSequencesAreToldApart()
    {
        Scene scene;
        for (const qint64 id : {1, 2}) {
            scene.sequences[{id}] = {{id}, QStringLiteral("000%1").arg(id), {}};
            Frame frame;
            frame.id = {id};
            frame.sequence = {id};
            frame.name = QStringLiteral("000000");
            scene.frames[{id}] = frame;
        }
        Document document(scene, nullptr);
        const FrameListModel model(document);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("0001/000000"));
        QCOMPARE(model.index(1).data().toString(), QStringLiteral("0002/000000"));
    }

    void progressIsToldAsItHappens()
    {
        Bench bench;
        QVERIFY(bench.says(QStringLiteral("0 of 2 done")));
        QVERIFY(bench.rowText(0, Qt::ToolTipRole).contains(QStringLiteral("untouched")));
        Shape shape;
        shape.frame = bench.selection.frame();
        shape.cuboid = test::carAt(bench.nearCar);
        QVERIFY(addShape(bench.document, QStringLiteral("Add"), shape, QStringLiteral("Car")));
        QVERIFY(bench.rowText(0, Qt::ToolTipRole).contains(QStringLiteral("in work")));
        QVERIFY(bench.rowText(0, Qt::ToolTipRole).contains(QStringLiteral("objects: 1")));
        QVERIFY(setFrameState(bench.document, bench.selection.frame(), FrameState::Done));
        QVERIFY(bench.says(QStringLiteral("1 of 2 done")));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.says(QStringLiteral("0 of 2 done")));
    }
};

QTEST_MAIN(FrameListPanelTest)
#include "tst_FrameListPanel.moc"
