#include "widgets/WaiveDialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace lunkuo;

class WaiveDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void theReasonGivenLastComesFirst()
    {
        QCOMPARE(WaiveDialog(QStringLiteral("Car 1 floats."), {}).reason(), QStringLiteral("It is right as it is"));
        QCOMPARE(WaiveDialog(QStringLiteral("Car 1 floats."), QStringLiteral("on a lorry")).reason(),
            QStringLiteral("on a lorry"));
    }

    void enterAloneWaives()
    {
        WaiveDialog dialog(QStringLiteral("Car 1 floats."), {});
        dialog.show();
        QTest::keyClick(dialog.findChild<QComboBox*>(QStringLiteral("waiveReason"))->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
    }

    void withoutAReasonNothingIsWaived()
    {
        const WaiveDialog dialog(QStringLiteral("Car 1 floats."), {});
        auto* reason = dialog.findChild<QComboBox*>(QStringLiteral("waiveReason"));
        const QPushButton* waive = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(waive->isEnabled());
        reason->setEditText(QStringLiteral("  "));
        QVERIFY(!waive->isEnabled());
        reason->setEditText(QStringLiteral(" on a lorry "));
        QVERIFY(waive->isEnabled());
        QCOMPARE(dialog.reason(), QStringLiteral("on a lorry"));
    }
};

QTEST_MAIN(WaiveDialogTest)
#include "tst_WaiveDialog.moc"
