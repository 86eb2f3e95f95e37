#include "widgets/MergedSign.h"

#include "model/sequence/MergedView.h"
#include "tests/support/Convoy.h"
#include "widgets/MergeDialog.h"

#include <QCheckBox>
#include <QSpinBox>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

class MergedSignTest : public QObject
{
    Q_OBJECT
private slots:
    void itSaysWhatIsMergedAndAClickEndsIt()
    {
        Convoy scene(QStringLiteral("KKKKK"));
        MergedView merged(*scene.document, scene.selection, *scene.frames);
        QWidget view;
        view.resize(600, 300);
        auto* sign = new MergedSign(merged, view);
        view.show();
        QVERIFY(!sign->isVisible());
        merged.show({0, 2, true});
        QVERIFY(sign->isVisible());
        QVERIFY2(sign->text().startsWith(QStringLiteral("Merging: 0 of 3")), qPrintable(sign->text()));
        QTRY_VERIFY(merged.isShown());
        QVERIFY2(sign->text().contains(QStringLiteral("frames 1–3, without moving")), qPrintable(sign->text()));
        QVERIFY(view.rect().contains(sign->geometry()));
        QTest::mouseClick(sign, Qt::LeftButton);
        QVERIFY(!merged.isShown());
        QVERIFY(!sign->isVisible());
    }

    void theDialogAsksForARangeAroundTheCurrentFrame()
    {
        MergeDialog dialog(100, 39);
        auto* first = dialog.findChild<QSpinBox*>(QStringLiteral("merge.first"));
        auto* last = dialog.findChild<QSpinBox*>(QStringLiteral("merge.last"));
        QCOMPARE(dialog.range().first, 39 - MergeDialog::usualReach);
        QCOMPARE(dialog.range().last, 39 + MergeDialog::usualReach);
        first->setValue(60);
        last->setValue(7);
        QCOMPARE(dialog.range().first, 39);
        QCOMPARE(dialog.range().last, 39);
        dialog.findChild<QCheckBox*>(QStringLiteral("merge.withoutMoving"))->setChecked(false);
        QVERIFY(!dialog.range().withoutMoving);
        QCOMPARE(MergeDialog(4, 0).range().last, 3);
    }
};

QTEST_MAIN(MergedSignTest)
#include "tst_MergedSign.moc"
