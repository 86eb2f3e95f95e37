#include "widgets/FindingsPanel.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"
#include "widgets/FindingListModel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QToolButton>

using namespace lunkuo;

namespace
{

/// The near car floats, and no question about either is answered.
struct Bench : test::Workbench
{
    CheckRunner runner{document, &frames, QDir()};
    FindingBoard board{{document, selection, frames, &followed}, runner};
    FindingsPanel panel{board, document};
    QListView* list = panel.findChild<QListView*>(QStringLiteral("findingList")); // boxes have lists too
    QLabel* sentence = panel.findChild<QLabel*>(QStringLiteral("findingSentence"));
    QComboBox* severity = panel.findChild<QComboBox*>(QStringLiteral("findingSeverity"));
    QComboBox* check = panel.findChild<QComboBox*>(QStringLiteral("findingCheck"));

    Bench()
    {
        panel.resize(220, 400);
        panel.show();
        for (const Eigen::Vector2d& place : {nearCar, farCar}) {
            Shape shape;
            shape.frame = selection.frame();
            shape.cuboid = test::carAt(place);
            shape.cuboid.center.z() += place == nearCar ? 0.8 : 0.0;
            [&] { QVERIFY(addShape(document, QStringLiteral("Add"), shape, QStringLiteral("Car"))); }();
        }
        selection.setShape({});
        runner.setPause(0);
        runner.start();
        [&] { QVERIFY(QTest::qWaitFor([this] { return runner.isWhole() && !runner.isRunning(); }, 60'000)); }();
    }

    /// "1 · Car 1 (Floating or sunken)": the rows, in order.
    [[nodiscard]] QStringList rows() const
    {
        QStringList rows;
        for (int i = 0; i < list->model()->rowCount(); ++i)
            rows << list->model()->index(i, 0).data().toString();
        return rows;
    }
    void click(int row)
    {
        QTest::mouseClick(
            list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
    }
    void choose(QComboBox* box, const QString& begin)
    {
        const int index = box->findText(begin, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(begin));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
};

} // namespace

class FindingsPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void aClickGoesThere()
    {
        Bench bench;
        QVERIFY(bench.rows().contains(QStringLiteral("1 · Car 1")));
        QVERIFY(bench.rows().contains(QStringLiteral("1 · Car 2")));
        QVERIFY(!bench.sentence->isVisible());
        const auto row = static_cast<int>(bench.rows().indexOf(QStringLiteral("1 · Car 2")));
        bench.click(row);
        QCOMPARE(bench.selection.shape(), bench.board.shown()[static_cast<std::size_t>(row)].shape);
        QVERIFY(bench.sentence->isVisible());
        QVERIFY2(bench.sentence->text().startsWith(QStringLiteral("Car 2")), qPrintable(bench.sentence->text()));
        QTest::keyClick(bench.list, Qt::Key_Up);
        QCOMPARE(*bench.board.current(), static_cast<std::size_t>(row - 1));
    }

    /// Who works on must be able to tell that what is listed may be of before.
    void longChecksAfterAnEditAreTold()
    {
        Bench bench;
        auto* progress = bench.panel.findChild<QLabel*>(QStringLiteral("checkProgress"));
        QVERIFY(!progress->isVisible());
        bench.runner.hold(true);
        const Shape before = bench.scene().shapes.begin()->second;
        Shape after = before;
        after.cuboid.center.z() += 0.1;
        QVERIFY(bench.document.edit(QStringLiteral("Move"), {ValueChange<Shape>{before, after}}));
        QTRY_VERIFY_WITH_TIMEOUT(bench.runner.isRunning(), 60'000);
        QVERIFY(!progress->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible(), 60'000);
        bench.runner.hold(false);
        QTRY_VERIFY_WITH_TIMEOUT(!progress->isVisible(), 60'000);
    }

    void severityAndCheckSayWhatIsListed()
    {
        Bench bench;
        bench.choose(bench.severity, QStringLiteral("Errors"));
        QCOMPARE(bench.rows(), QStringList({QStringLiteral("1 · Car 1"), QStringLiteral("1 · Car 2")}));
        bench.choose(bench.check, QStringLiteral("Attribute missing"));
        QCOMPARE(bench.rows().size(), 2);
        bench.choose(bench.severity, QStringLiteral("All"));
        bench.choose(bench.check, QStringLiteral("Floating"));
        QCOMPARE(bench.rows(), QStringList{QStringLiteral("1 · Car 1")});
        QCOMPARE(bench.check->currentText(), QStringLiteral("Floating or sunken (1)"));
        bench.choose(bench.severity, QStringLiteral("Errors"));
        QCOMPARE(bench.rows(), QStringList());
    }

    void waivedOnesAreListedApart()
    {
        Bench bench;
        bench.choose(bench.check, QStringLiteral("Floating"));
        bench.click(0);
        QVERIFY(bench.board.waive(QStringLiteral("on a lorry"), QStringLiteral("Li")));
        QCOMPARE(bench.rows(), QStringList());
        bench.choose(bench.severity, QStringLiteral("Waived"));
        QCOMPARE(bench.severity->currentText(), QStringLiteral("Waived (1)"));
        QCOMPARE(bench.rows(), QStringList{QStringLiteral("1 · Car 1")});
        bench.click(0);
        QVERIFY2(bench.sentence->text().endsWith(QStringLiteral("Waived by Li: on a lorry")),
            qPrintable(bench.sentence->text()));
    }

    void otherKeysGoOnToTheView()
    {
        Bench bench;
        QLineEdit view;
        bench.panel.passKeysTo(&view);
        bench.click(0);
        QTest::keyClick(bench.list, 'q');
        QCOMPARE(view.text(), QStringLiteral("q"));
    }

    void buttonsAreActions()
    {
        Bench bench;
        QAction action(QStringLiteral("Next"));
        const QSignalSpy triggered(&action, &QAction::triggered);
        bench.panel.addButton(&action);
        QTest::mouseClick(bench.panel.findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
    }

    void theRightButtonMeansTheFindingUnderIt()
    {
        Bench bench;
        QAction action(QStringLiteral("Settings of this check…"));
        bench.panel.addToMenu(&action);
        QSignalSpy triggered(&action, &QAction::triggered);
        const auto row = static_cast<int>(bench.rows().indexOf(QStringLiteral("1 · Car 2")));
        const QPoint at = bench.list->visualRect(bench.list->model()->index(row, 0)).center();
        emit bench.list->customContextMenuRequested(at);
        QCOMPARE(*bench.board.current(), static_cast<std::size_t>(row));
        QTRY_VERIFY(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
        emit bench.list->customContextMenuRequested({5, 10'000}); // nothing is there
        QVERIFY(!QApplication::activePopupWidget());
    }

    void anEmptyListSaysWhy()
    {
        Bench bench;
        const auto words = [&bench] {
            QString text;
            for (const QLabel* label : bench.panel.findChildren<QLabel*>())
                if (label->isVisible())
                    text += label->text();
            return text;
        };
        bench.runner.stop();
        QVERIFY2(words().contains(QStringLiteral("Nothing is checked")), qPrintable(words()));
        bench.runner.start();
        QVERIFY2(words().contains(QStringLiteral("Checking")), qPrintable(words()));
    }

    void theFiltersHaveRoomForWhatTheySay()
    {
        Bench bench;
        bench.panel.resize(204, 400); // what a narrow dock leaves it
        bench.choose(bench.severity, QStringLiteral("Warnings and errors"));
        bench.choose(bench.check, QStringLiteral("Attribute missing"));
        for (const QComboBox* box : {bench.severity, bench.check}) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            const QRect room =
                box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
            QVERIFY2(box->fontMetrics().horizontalAdvance(box->currentText()) < room.width(),
                qPrintable(box->currentText()));
            QVERIFY(box->toolTip().startsWith(box->currentText()));
        }
        QVERIFY2(bench.check->y() > bench.severity->geometry().bottom(), "one below the other");
        bench.panel.resize(600, 400);
        QTRY_COMPARE(bench.check->y(), bench.severity->y());
        QVERIFY(bench.check->x() > bench.severity->geometry().right());
    }

    void theModelKeepsWhatModelsPromise()
    {
        Bench bench;
        const QAbstractItemModelTester tester(
            bench.list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.choose(bench.check, QStringLiteral("Floating"));
        bench.choose(bench.check, QStringLiteral("All checks"));
        bench.choose(bench.severity, QStringLiteral("Errors"));
        bench.choose(bench.severity, QStringLiteral("All"));
        bench.runner.stop();
        QCOMPARE(bench.rows(), QStringList());
    }
};

QTEST_MAIN(FindingsPanelTest)
#include "tst_FindingsPanel.moc"
