#include "widgets/SensorDialog.h"

#include "model/tools/SensorActions.h"
#include "tests/support/Workbench.h"
#include "widgets/NumberBox.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Workbench;

namespace
{

struct Open : Workbench
{
    SensorDialog dialog{document, frames, selection.frame()};

    NumberBox* box(const char* axis)
    {
        return dialog.findChild<NumberBox*>(QStringLiteral("sensor.") + QLatin1String(axis));
    }
    QString said(const char* what)
    {
        return dialog.findChild<QLabel*>(QStringLiteral("sensor.") + QLatin1String(what))->text();
    }
    QPushButton* estimate() { return dialog.findChild<QPushButton*>(QStringLiteral("sensor.estimate")); }
    QPushButton* ok() { return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
    void type(const char* axis, const QString& number)
    {
        box(axis)->selectAll();
        QTest::keyClicks(box(axis), number);
    }
    const Calibration& calibration() { return scene().calibrations.at({1}); }
};

} // namespace

class SensorDialogTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void aTypedPositionIsOneEditAndPreparesTheFramesAnew()
    {
        Open open;
        QVERIFY2(open.said("source").contains(QStringLiteral("calibration")), qPrintable(open.said("source")));
        QCOMPARE(open.said("height"), QStringLiteral("1.73 m above the ground around"));
        open.type("x", QStringLiteral("1.4"));
        open.type("z", QStringLiteral("0.25"));
        QVERIFY2(open.said("height").startsWith(QStringLiteral("1.98")), qPrintable(open.said("height")));
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QCOMPARE(*open.calibration().sensorOrigin, Eigen::Vector3d(1.4, 0.0, 0.25));
        QVERIFY(open.calibration().isOriginByHand);
        QTRY_COMPARE(
            open.frames.loadedFrame(open.selection.frame())->prepared->sensorOrigin(), Eigen::Vector3d(1.4, 0.0, 0.25));
        QCOMPARE(open.document.undoText(), QStringLiteral("Set the sensor's position"));
        QVERIFY(open.document.undo());
        QCOMPARE(*open.calibration().sensorOrigin, Eigen::Vector3d(0.0, 0.0, 0.0));
        QVERIFY(!open.document.canUndo());
        QTRY_COMPARE(
            open.frames.loadedFrame(open.selection.frame())->prepared->sensorOrigin(), Eigen::Vector3d(0.0, 0.0, 0.0));
    }

    void lookingChangesNothing()
    {
        Open open;
        QTest::mouseClick(open.ok(), Qt::LeftButton);
        QVERIFY(!open.document.canUndo());
        QVERIFY(!open.calibration().isOriginByHand);
    }

    void escapeDropsWhatWasTyped()
    {
        Open open;
        open.type("z", QStringLiteral("5"));
        QTest::keyClick(&open.dialog, Qt::Key_Escape);
        QVERIFY(!open.document.canUndo());
    }

    void escapeInAFieldClosesIt()
    {
        Open open;
        QTest::keyClick(open.box("x"), Qt::Key_Escape);
        QCOMPARE(open.dialog.result(), int(QDialog::Rejected));
        QVERIFY(!open.dialog.isVisible());
    }

    void whatIsBeingTypedOutlivesFramesThatAreLoaded()
    {
        Open open;
        open.type("z", QStringLiteral("5"));
        open.frames.request(open.scene().frameOrder().back());
        QCOMPARE(open.box("z")->value(), 5.0);
    }

    void theEstimateTakesThePlaceOfWhatWasSaid()
    {
        Open open;
        QTest::mouseClick(open.estimate(), Qt::LeftButton);
        QVERIFY(!open.calibration().sensorOrigin);
        QTRY_VERIFY2(open.said("source").contains(QStringLiteral("estimated")), qPrintable(open.said("source")));
        QTRY_VERIFY(open.frames.loadedFrame(open.selection.frame())->estimate);
        QVERIFY2(!open.estimate()->isEnabled(), "it is an estimate already");
        QTRY_COMPARE(open.box("z")->value(), open.frames.sensorOf(open.selection.frame())->position.z());
        QVERIFY(setSensorOrigin(open.document, open.selection.frame(), Eigen::Vector3d(0.0, 0.0, 0.1)));
        QTRY_VERIFY2(open.said("source").contains(QStringLiteral("by hand")), qPrintable(open.said("source")));
    }

    void whatNobodyKnowsYetIsNotSetByLooking()
    {
        Open open;
        QVERIFY(setSensorOrigin(open.document, open.selection.frame(), std::nullopt));
        FrameCache nothingLoaded(open.document, QDir(open.folder.path()));
        SensorDialog dialog(open.document, nothingLoaded, open.selection.frame());
        dialog.accept();
        QVERIFY(!open.calibration().sensorOrigin);
    }
};

QTEST_MAIN(SensorDialogTest)
#include "tst_SensorDialog.moc"
