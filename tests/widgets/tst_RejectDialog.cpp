#include "widgets/RejectDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

class RejectDialogTest : public QObject
{
    Q_OBJECT

    static QLineEdit* textOf(RejectDialog& dialog)
    {
        return dialog.findChild<QLineEdit*>(QStringLiteral("reject.text"));
    }
    static QListWidget* reasonsOf(RejectDialog& dialog)
    {
        return dialog.findChild<QListWidget*>(QStringLiteral("reject.reasons"));
    }

private slots:
    void aDigitAndEnterReject()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), {});
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QTest::keyClick(reasonsOf(dialog), Qt::Key_2);
        QCOMPARE(dialog.rejection().reason, RejectReason::TooLarge);
        QTest::keyClicks(textOf(dialog), QStringLiteral("by 3 cm"));
        QCOMPARE(dialog.rejection().reason, RejectReason::TooLarge);
        QTest::keyClick(textOf(dialog), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.rejection().text, QStringLiteral("by 3 cm"));
        QVERIFY(!dialog.rejection().place);
    }

    void aReasonIsNeeded()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), {});
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QApplication::setActiveWindow(&dialog); // without a window manager nobody else does
        reasonsOf(dialog)->setFocus();
        QTest::keyClick(reasonsOf(dialog), Qt::Key_Return);
        QVERIFY2(accepted.isEmpty(), "nothing was chosen");
        QTest::keyClick(reasonsOf(dialog), Qt::Key_Down);
        QTest::keyClick(reasonsOf(dialog), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.rejection().reason, RejectReason::WrongClass);
    }

    void anotherDigitChoosesABetterReason()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), {});
        dialog.show();
        QTest::keyClick(reasonsOf(dialog), Qt::Key_4);
        QTest::keyClick(textOf(dialog), Qt::Key_3);
        QCOMPARE(dialog.rejection().reason, RejectReason::TooSmall);
        QVERIFY(textOf(dialog)->text().isEmpty());
    }

    void otherNeedsWords()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), {});
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QTest::keyClick(reasonsOf(dialog), Qt::Key_0);
        QCOMPARE(dialog.rejection().reason, RejectReason::Other);
        QTest::keyClick(textOf(dialog), Qt::Key_Return);
        QVERIFY(accepted.isEmpty());
        QTest::keyClicks(textOf(dialog), QStringLiteral("2 cars in one box"));
        QTest::keyClick(textOf(dialog), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(dialog.rejection().reason, RejectReason::Other);
        QCOMPARE(textOf(dialog)->text(), QStringLiteral("2 cars in one box"));
    }

    void thePlaceUnderTheCursorCanBeMarked()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), Eigen::Vector3d(1, 2, 3));
        auto* pin = dialog.findChild<QCheckBox*>(QStringLiteral("reject.pin"));
        dialog.choose(RejectReason::TooLarge);
        QVERIFY(!dialog.rejection().place);
        pin->setChecked(true);
        QCOMPARE(*dialog.rejection().place, Eigen::Vector3d(1, 2, 3));
        RejectDialog without(QStringLiteral("Car 3"), {});
        without.show();
        QVERIFY(!without.findChild<QCheckBox*>(QStringLiteral("reject.pin"))->isVisible());
    }

    void everyReasonHasItsKey()
    {
        RejectDialog dialog(QStringLiteral("Car 3"), {});
        dialog.show();
        std::set<RejectReason> chosen;
        for (int key = Qt::Key_0; key <= Qt::Key_9; ++key) {
            reasonsOf(dialog)->setFocus();
            QTest::keyClick(reasonsOf(dialog), static_cast<Qt::Key>(key));
            chosen.insert(dialog.rejection().reason);
        }
        QCOMPARE(chosen.size(), std::size_t(RejectReason::Other) + 1);
    }
};

QTEST_MAIN(RejectDialogTest)
#include "tst_RejectDialog.moc"
