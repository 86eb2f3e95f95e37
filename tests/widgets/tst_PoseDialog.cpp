#include "widgets/PoseDialog.h"

#include "tests/support/Workbench.h"

#include <QCheckBox>
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
            again.findChild<QLabel*>(QStringLiteral("poses.state"))->text().contains(QStringLiteral("estimated in 1")));
        QTest::mouseClick(again.findChild<QPushButton*>(QStringLiteral("poses.forget")), Qt::LeftButton);
        QVERIFY(!open.scene().frames.at({2}).world_ego);
        QVERIFY(open.document.undo());
        QVERIFY(open.document.undo());
        QVERIFY(!open.document.canUndo());
    }

    void measuredPosesStayUnlessAPersonSaysOtherwise()
    {
        Open open;
        std::vector<Change> measured;
        for (const FrameId id : {FrameId{1}, FrameId{2}}) {
            const Frame& before = open.scene().frames.at(id);
            Frame after = before;
            after.world_ego = Transform<WorldFrame, EgoFrame>{Eigen::Isometry3d(Eigen::Translation3d(5.0, 0.0, 0.0))};
            after.isPoseEstimated = false;
            measured.emplace_back(ValueChange<Frame>{before, after});
        }
        QVERIFY(open.document.edit(QStringLiteral("measured"), measured));
        PoseDialog dialog(open.document, open.frames, {1});
        dialog.show();
        auto* use = dialog.findChild<QPushButton*>(QStringLiteral("poses.use"));
        auto* replace = dialog.findChild<QCheckBox*>(QStringLiteral("poses.replace"));
        QVERIFY(replace->isVisible() && !replace->isChecked());
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("start")), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return !dialog.isWorking(); }, 60000));
        QVERIFY(!use->isEnabled());
        replace->setChecked(true);
        QVERIFY(use->isEnabled());
        QTest::mouseClick(use, Qt::LeftButton);
        QVERIFY(open.scene().frames.at({2}).isPoseEstimated);
        QVERIFY(open.document.undo());
        QVERIFY(!open.scene().frames.at({2}).isPoseEstimated);
        QCOMPARE(open.scene().frames.at({2}).world_ego->m.translation().x(), 5.0);
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
