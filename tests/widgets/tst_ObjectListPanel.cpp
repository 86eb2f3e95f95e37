#include "widgets/ObjectListPanel.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"
#include "widgets/RowDelegate.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class ObjectListPanelTest : public QObject
{
    Q_OBJECT

    struct Bench : test::Workbench
    {
        ObjectListPanel panel{{document, selection, frames}, suggestions};
        QListView* list = panel.findChild<QListView*>();
        std::vector<ShapeId> cars;

        Bench()
        {
            panel.resize(220, 300);
            panel.show();
            for (const Eigen::Vector2d& place : {nearCar, farCar}) {
                Shape shape;
                shape.frame = selection.frame();
                shape.cuboid = test::carAt(place);
                cars.push_back(*addShape(document, QStringLiteral("Add"), shape, QStringLiteral("Car")));
            }
        }
        QPoint rowCenter(int row) const { return list->visualRect(list->model()->index(row, 0)).center(); }
    };

private slots:
    void aClickSelectsAndADoubleClickFocuses()
    {
        Bench bench;
        const QSignalSpy focus(&bench.panel, &ObjectListPanel::focusWanted);
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, bench.rowCenter(1));
        QCOMPARE(bench.selection.shape(), bench.cars[1]);
        QTest::mouseDClick(bench.list->viewport(), Qt::LeftButton, {}, bench.rowCenter(1));
        QCOMPARE(focus.count(), 1);
    }

    void theCountOfPointsIsNeverCutOff()
    {
        Bench bench;
        QTRY_VERIFY(bench.frames.loadedFrame(bench.selection.frame()));
        const QModelIndex row = bench.list->model()->index(0, 0);
        const QString whole = row.data(RowDetailRole).toString();
        const QString count = whole.section(u' ', 0, 0);
        QVERIFY2(count.toInt() > 0, qPrintable(whole));
        const QFontMetrics metrics = bench.list->fontMetrics();
        QCOMPARE(detailThatFits(row, metrics, 200), whole);
        QCOMPARE(detailThatFits(row, metrics, metrics.horizontalAdvance(whole) - 1), count);
        QCOMPARE(detailThatFits(row, metrics, -20), count);
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(whole));
    }

    void howSureAnObjectIsGivesWayToItsPoints()
    {
        Bench bench;
        QTRY_VERIFY(bench.frames.loadedFrame(bench.selection.frame()));
        Shape completed;
        completed.frame = bench.selection.frame();
        completed.cuboid = test::carAt(bench.nearCar);
        completed.origin = ShapeOrigin::Completed;
        completed.confidence = 0.9;
        QVERIFY(addShape(bench.document, QStringLiteral("Add"), completed, QStringLiteral("Car")));
        QModelIndex row;
        for (int i = 0; i < bench.list->model()->rowCount(); ++i)
            if (const QModelIndex at = bench.list->model()->index(i, 0);
                at.data(RowDetailRole).toString().contains(QStringLiteral("pts  ")))
                row = at;
        QVERIFY(row.isValid());
        const QString whole = row.data(RowDetailRole).toString();
        const QString points = whole.left(whole.indexOf(QStringLiteral("pts")) + 3);
        const QFontMetrics metrics = bench.list->fontMetrics();
        QCOMPARE(detailThatFits(row, metrics, metrics.horizontalAdvance(whole)), whole);
        QCOMPARE(detailThatFits(row, metrics, metrics.horizontalAdvance(whole) - 1), points);
        QCOMPARE(detailThatFits(row, metrics, 0), points.section(u' ', 0, 0));
    }

    void pointsAreThoseOfTheDataThatIsShown()
    {
        Bench bench;
        QTRY_VERIFY(bench.frames.loadedFrame(bench.selection.frame()));
        const auto detail = [&bench] { return bench.list->model()->index(0, 0).data(RowDetailRole).toString(); };
        const QString ofOneFrame = detail();
        QVERIFY2(ofOneFrame.contains(QStringLiteral(" pts")) && !ofOneFrame.startsWith(QStringLiteral("0 ")),
            qPrintable(ofOneFrame));
        const auto merged = std::make_shared<LoadedFrame>(*bench.frames.loadedFrame(bench.selection.frame()));
        merged->index = std::make_shared<const PointIndex>(std::make_shared<const PointCloud>());
        bench.frames.showMerged(merged);
        QVERIFY2(detail().startsWith(QStringLiteral("0 pts")), qPrintable(detail()));
        bench.frames.showMerged(nullptr);
        QCOMPARE(detail(), ofOneFrame);
    }

    void arrowsGoThroughTheRowsAndOtherKeysGoOn()
    {
        Bench bench;
        QLineEdit view; // writes down what it is sent
        bench.panel.passKeysTo(&view);
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, bench.rowCenter(0));
        const Cuboid before = bench.scene().shapes.at(bench.cars[0]).cuboid;
        QTest::keyClick(bench.list, Qt::Key_Down);
        QCOMPARE(bench.selection.shape(), bench.cars[1]);
        QTest::keyClick(bench.list, Qt::Key_Down);
        QVERIFY2(bench.selection.shape() == bench.cars[1], "the last one stays");
        QTest::keyClick(bench.list, Qt::Key_Up);
        QCOMPARE(bench.selection.shape(), bench.cars[0]);
        QCOMPARE(bench.scene().shapes.at(bench.cars[0]).cuboid, before);
        QTest::keyClick(bench.list, 'q');
        QCOMPARE(view.text(), QStringLiteral("q"));
    }

    void ctrlAndShiftSelectSeveral()
    {
        Bench bench;
        QWidget* list = bench.list->viewport();
        const auto marked = [&bench] { return bench.list->selectionModel()->selectedRows().size(); };
        QTest::mouseClick(list, Qt::LeftButton, {}, bench.rowCenter(0));
        QTest::mouseClick(list, Qt::LeftButton, Qt::ControlModifier, bench.rowCenter(1));
        QCOMPARE(bench.selection.shapes(), bench.cars);
        QCOMPARE(marked(), 2);
        QTest::mouseClick(list, Qt::LeftButton, Qt::ControlModifier, bench.rowCenter(1));
        QCOMPARE(bench.selection.shapes(), std::vector{bench.cars[0]});
        QCOMPARE(marked(), 1);
        QTest::mouseClick(list, Qt::LeftButton, Qt::ShiftModifier, bench.rowCenter(1));
        QCOMPARE(bench.selection.shapes(), (std::vector{bench.cars[1], bench.cars[0]}));
        bench.selection.setShape(bench.cars[1]);
        QCOMPARE(marked(), 1);
    }

    void lockedAndHiddenAreMarked()
    {
        Bench bench;
        const auto mark = [&bench] { return bench.list->model()->index(0, 0).data(RowMarkRole).toString(); };
        QCOMPARE(mark(), QString());
        QVERIFY(setLocked(bench.document, bench.cars[0], true));
        QCOMPARE(mark(), QStringLiteral("lock"));
        bench.selection.hide({bench.scene().shapes.at(bench.cars[0]).track});
        QCOMPARE(mark(), QStringLiteral("hide"));
    }

    void itIsSaidWhoHasPutThemThere()
    {
        Bench bench;
        const QModelIndex row = bench.list->model()->index(0, 0);
        const auto sign = [&row] { return row.data(RowDerivationRole).toString(); };
        const auto tip = [&row] { return row.data(Qt::ToolTipRole).toString(); };
        QVERIFY2(sign().isEmpty() && !tip().contains(QStringLiteral("key frame")), "in a single frame that is no news");
        Shape further = bench.scene().shapes.at(bench.cars[0]);
        further.id = bench.document.newShapeId();
        further.frame = bench.scene().frameOrder().back();
        QVERIFY(bench.document.edit(QStringLiteral("Go on"), {ValueChange<Shape>{{}, further}}));
        QCOMPARE(sign(), QStringLiteral("key-frame"));
        QVERIFY(tip().contains(QStringLiteral("key frame")));
        QStringList signs{sign()};
        for (const Derivation derivation : {Derivation::Propagated, Derivation::Interpolated}) {
            // Alone at the end nothing can be interpolated; what is locked stays all the same.
            Shape derived = bench.scene().shapes.at(bench.cars[0]);
            const Shape before = derived;
            derived.derivation = derivation;
            derived.locked = derivation == Derivation::Interpolated;
            QVERIFY(bench.document.edit(QStringLiteral("Derive"), {ValueChange<Shape>{before, derived}}));
            QVERIFY2(tip().contains(QStringLiteral("Enter confirms it")), qPrintable(tip()));
            signs << sign();
        }
        QCOMPARE(signs,
            (QStringList{QStringLiteral("key-frame"), QStringLiteral("propagated"), QStringLiteral("interpolated")}));
        QCOMPARE(row.data(RowMarkRole).toString(), QStringLiteral("lock"));
    }

    void stepsGoRoundTheEnd()
    {
        Bench bench;
        bench.selection.setShape(bench.cars[1]);
        bench.panel.step(1);
        QCOMPARE(bench.selection.shape(), bench.cars[0]);
        bench.panel.step(-1);
        QCOMPARE(bench.selection.shape(), bench.cars[1]);
    }

    void theListIsThatOfTheFrame()
    {
        Bench bench;
        QCOMPARE(bench.list->model()->rowCount(), 2);
        QVERIFY(bench.list->isVisible());
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QCOMPARE(bench.list->model()->rowCount(), 0);
        QVERIFY(!bench.list->isVisible()); // instead it says what to do
    }

    void deletingAndUndoingIsFollowed()
    {
        Bench bench;
        QVERIFY(deleteShapes(bench.document, bench.cars[0]));
        QCOMPARE(bench.list->model()->rowCount(), 1);
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.list->model()->rowCount(), 2);
    }

    void suggestionsStandBelowTheObjects()
    {
        Bench bench;
        for (const ShapeId car : bench.cars)
            QVERIFY(deleteShapes(bench.document, car));
        QCOMPARE(bench.awaitSuggestions(), std::size_t(2));
        QCOMPARE(bench.list->model()->rowCount(), 2);
        QVERIFY(bench.list->model()->index(0, 0).data(RowTentativeRole).toBool());
        QTest::mouseClick(bench.list->viewport(), Qt::LeftButton, {}, bench.rowCenter(0));
        QCOMPARE(bench.suggestions.current(), bench.suggestions.shown().front());
        QCOMPARE(bench.list->currentIndex().row(), 0);
        QTest::mouseDClick(bench.list->viewport(), Qt::LeftButton, {}, bench.rowCenter(0));
        QCOMPARE(bench.scene().shapes.size(), std::size_t(1));
        QCOMPARE(bench.selection.shape(), bench.onlyShape().id);
        QVERIFY(!bench.list->model()->index(0, 0).data(RowTentativeRole).toBool());
        QVERIFY(bench.list->model()->index(1, 0).data(RowTentativeRole).toBool());
        bench.panel.step(1); // through the objects only
        QCOMPARE(bench.selection.shape(), bench.onlyShape().id);
    }

    void theListIsSoundWhileObjectsAndSuggestionsComeAndGo()
    {
        Bench bench;
        const QAbstractItemModelTester tester(
            bench.list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(deleteShapes(bench.document, bench.cars[0]));
        QCOMPARE(bench.awaitSuggestions(), std::size_t(1));
        bench.suggestions.setCurrent(bench.suggestions.shown().front());
        QVERIFY(bench.suggestions.accept());
        QVERIFY(bench.document.undo());
        bench.suggestions.setEnabled(false);
        QCOMPARE(bench.list->model()->rowCount(), 1);
        bench.selection.setFrame(bench.scene().frameOrder()[1]);
        QCOMPARE(bench.list->model()->rowCount(), 0);
    }

    void whatIsMissingIsToldWithEachObject()
    {
        Bench bench;
        const auto tip = [&bench] { return bench.list->model()->index(0, 0).data(Qt::ToolTipRole).toString(); };
        QVERIFY2(tip().contains(QStringLiteral("Occlusion")), qPrintable(tip()));
        QVERIFY(setAttribute(bench.document, bench.cars[0], QStringLiteral("occlusion"), QStringLiteral("0")));
        QVERIFY2(!tip().contains(QStringLiteral("Occlusion")), qPrintable(tip()));
    }
};

QTEST_MAIN(ObjectListPanelTest)
#include "tst_ObjectListPanel.moc"
