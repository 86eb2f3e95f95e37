#include "model/project/ProjectStore.h"
#include "tests/support/ComparedScenes.h"
#include "widgets/AgreementPanel.h"
#include "widgets/PathRow.h"
#include "widgets/Sentence.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace lunkuo;
using test::pictured;

class AgreementPanelTest : public QObject
{
    Q_OBJECT
private slots:
    void theDialogCompares()
    {
        const QTemporaryDir dir;
        QVERIFY(ProjectStore::create(dir.filePath(u"b.lunkuo"_qs), pictured({u"C1@1,0"_qs})));
        CompareDialog dialog(pictured({u"C1@0,0 C2@9,0"_qs}), QDir(dir.path()));
        dialog.show();
        auto* other = dialog.findChild<PathRow*>(u"other"_qs);
        auto* start = dialog.findChild<QPushButton*>(u"start"_qs);
        QVERIFY(!start->isEnabled());
        other->setPath(dir.filePath(u"nowhere"_qs));
        QVERIFY(!start->isEnabled());
        other->setPath(dir.filePath(u"b.lunkuo"_qs));
        start->click();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), 60000);
        const MadeComparison made = dialog.take();
        QCOMPARE(made.name, (u"b.lunkuo"_qs));
        QCOMPARE(made.agreement.rates.precision, 0.5);
    }

    void whatCannotBeComparedIsSaid()
    {
        const QTemporaryDir dir;
        CompareDialog dialog(pictured({u"C1@0,0"_qs}), QDir(dir.path()));
        dialog.show();
        dialog.findChild<PathRow*>(u"other"_qs)->setPath(dir.path()); // an empty folder
        dialog.findChild<QPushButton*>(u"start"_qs)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.isWorking(), 60000);
        QVERIFY(dialog.isVisible());
        QVERIFY(dialog.findChild<Sentence*>(u"outcome"_qs)->text().contains(u"holds no annotation of the frames"_qs));
    }

    void disagreementsAreListedAndGoneTo()
    {
        AgreementPanel panel(made(), pictured({}).taxonomy);
        panel.show();
        QVERIFY(panel.findChild<QTextBrowser*>(u"figures"_qs)->toPlainText().contains(u"Mean BEV IoU"_qs));
        auto* list = panel.findChild<QTreeWidget*>(u"disagreements"_qs);
        QCOMPARE(list->topLevelItemCount(), 3);
        QSignalSpy meant(&panel, &AgreementPanel::meant);
        list->setFocus();
        list->setCurrentItem(list->topLevelItem(1));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(meant.count(), 1);
        QCOMPARE(list->topLevelItem(1)->text(1),
            sentenceOf(meant.last().front().value<Disagreement>(), pictured({}).taxonomy));
    }

    /// One wrong size is one line; its frames are below it.
    void anObjectIsOneLineWithItsFrames()
    {
        const Scene a = pictured({u"C1@0,0 C2@9,0"_qs, u"C1@0,0 C2@9,0"_qs, u"C1@0,0 C2@9,0"_qs});
        const Scene b = pictured({u"C1@1.2,0 C2@9,0"_qs, u"C1@1.1,0 C2@9,0"_qs, u"C1@1.3,0 C2@9,0"_qs});
        AgreementPanel panel({u"b"_qs, compareScenes({a, QDir()}, {b, QDir()}).value(), {}}, pictured({}).taxonomy);
        panel.show();
        auto* list = panel.findChild<QTreeWidget*>(u"disagreements"_qs);
        QCOMPARE(list->topLevelItemCount(), 1);
        QTreeWidgetItem* line = list->topLevelItem(0);
        QVERIFY2(line->text(0).endsWith(u"in 3 frames"_qs), qPrintable(line->text(0)));
        QCOMPARE(line->childCount(), 2);
        QSignalSpy meant(&panel, &AgreementPanel::meant);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(meant.last().front().value<Disagreement>().frame, FrameId{3}); // the worst
        QTest::keyClick(list, Qt::Key_Right);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(meant.count(), 2);
        QCOMPARE(meant.last().front().value<Disagreement>().frame, FrameId{1});
    }

    void itLeavesTheMiddleOfASmallWindowInSight()
    {
        QWidget window;
        window.setGeometry(0, 0, 1280, 800);
        window.show();
        AgreementPanel panel(made(), pictured({}).taxonomy, &window);
        panel.show();
        QTest::qWait(50);
        QVERIFY2(panel.geometry().left() > 900, qPrintable(QString::number(panel.geometry().left())));
        const auto* list = panel.findChild<QTreeWidget*>(u"disagreements"_qs);
        QCOMPARE(list->horizontalScrollBar()->maximum(), 0);
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            const QRect room(0, 0, list->columnWidth(1) - 12, 1000);
            const QRect words =
                list->fontMetrics().boundingRect(room, Qt::TextWordWrap, list->topLevelItem(row)->text(1));
            QVERIFY2(words.height() <= list->visualItemRect(list->topLevelItem(row)).height(),
                qPrintable(list->topLevelItem(row)->text(1)));
        }
    }

    void aLargeWindowGivesItRoom()
    {
        QWidget window;
        window.setGeometry(0, 0, 2400, 1300);
        const AgreementPanel panel(made(), pictured({}).taxonomy, &window);
        QVERIFY2(panel.height() > 1000, qPrintable(QString::number(panel.height())));
    }

    void oneKindAlone()
    {
        AgreementPanel panel(made(), pictured({}).taxonomy);
        auto* kind = panel.findChild<QComboBox*>(u"kind"_qs);
        QCOMPARE(kind->count(), 1 + 3);
        kind->setCurrentIndex(kind->findData(int(DisagreementKind::HeadingReversed)));
        emit kind->activated(kind->currentIndex());
        QCOMPARE(panel.shown().size(), std::size_t(1));
        QCOMPARE(panel.shown().front().front().kind, DisagreementKind::HeadingReversed);
    }

private:
    static MadeComparison made()
    {
        const Scene a = pictured({u"C1@0,0/180 C2@9,0 C3@20,0"_qs});
        const Scene b = pictured({u"C1@0,0 C2@9,0 C3@21.5,0 C4@40,0"_qs});
        return {u"b"_qs, compareScenes({a, QDir()}, {b, QDir()}).value(), {}};
    }
};

QTEST_MAIN(AgreementPanelTest)
#include "tst_AgreementPanel.moc"
