#include "widgets/PoseDialog.h"

#include "tests/support/Workbench.h"

#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Workbench;

namespace
{

struct Open : Workbench
{
    PoseDialog dialog{document, frames, {1}};

    Open() { dialog.show(); }
    QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(QLatin1String(name)); }
    QString state() { return dialog.findChild<QLabel*>(QStringLiteral("poses.state"))->text(); }
    QTableWidget* steps() { return dialog.findChild<QTableWidget*>(); }
    void estimate()
    {
        QTest::mouseClick(button("start"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return !dialog.isWorking(); }, 60000));
    }
};

} // namespace

class PoseDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void nothingChangesBeforeTheyAreUsed()
    {
        Open open;
        QVERIFY(!open.button("poses.use")->isEnabled());
        open.estimate();
        QVERIFY(!open.document.canUndo());
        QCOMPARE(open.steps()->rowCount(), 1);
        QCOMPARE(open.steps()->item(0, 0)->text(), QStringLiteral("000001"));
        QVERIFY2(open.steps()->item(0, 3)->text().contains(u'%'), qPrintable(open.steps()->item(0, 3)->text()));
        open.dialog.reject();
        QVERIFY(!open.document.canUndo());
    }

    void usedPosesAreOneEditAndSaidToBeEstimated()
    {
        Open open;
        open.estimate();
        QTest::mouseClick(open.button("poses.use"), Qt::LeftButton);
        QVERIFY(!open.dialog.isVisible());
        // The yard stands still, so the sensor has not moved.
        const Frame& second = open.scene().frames.at({2});
        QVERIFY(second.isPoseEstimated);
        QVERIFY(second.world_ego->m.translation().norm() < 0.05);
        PoseDialog again(open.document, open.frames, {1});
        again.show();
        QVERIFY(
            again.findChild<QLabel*>(QStringLiteral("poses.state"))->text().startsWith(QStringLiteral("estimated")));
        QTest::mouseClick(again.findChild<QPushButton*>(QStringLiteral("poses.forget")), Qt::LeftButton);
        QVERIFY(!open.scene().frames.at({2}).world_ego);
        QVERIFY(open.document.undo());
        QVERIFY(open.document.undo());
        QVERIFY(!open.document.canUndo());
    }

    void aRefusedWriteLeavesItOpen()
    {
        Open open;
        open.estimate();
        QString refused;
        connect(&open.dialog, &PoseDialog::refused, &open.dialog, [&](const QString& sentence) { refused = sentence; });
        open.isDiskFull = true;
        QTest::mouseClick(open.button("poses.use"), Qt::LeftButton);
        QVERIFY(open.dialog.isVisible());
        QVERIFY(!refused.isEmpty());
    }
};

QTEST_MAIN(PoseDialogTest)
#include "tst_PoseDialog.moc"
