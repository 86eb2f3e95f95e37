#include "app/CheckPace.h"
#include "tests/support/AnnotatedDrive.h"

#include <QTest>
#include <QWidget>

using namespace lunkuo;

class CheckPaceTest : public QObject
{
    Q_OBJECT
private slots:
    /// What is pressed may close what it is on, and the release is heard by nobody.
    void aHandThatDoesNothingHoldsNothingUp()
    {
        test::AnnotatedDrive drive;
        test::FileFolder folder;
        drive.writeClouds(folder);
        Document document(drive.scene, nullptr);
        Selection selection;
        FrameCache frames(document, QDir());
        const Playback playback(document, selection, frames);
        CheckRunner runner(document, nullptr, {});
        CheckPace pace(runner, playback);
        pace.setPatience(5000); // far longer than a busy machine makes the wait below
        QWidget widget;
        widget.show();
        QVERIFY(QTest::qWaitForWindowExposed(&widget));
        QTest::mousePress(&widget, Qt::LeftButton);
        runner.start();
        QTest::qWait(200);
        QVERIFY(runner.isRunning());
        QCOMPARE(runner.progress().first, 0);
        QTRY_VERIFY_WITH_TIMEOUT(runner.isWhole(), 60'000);
        QTest::mouseRelease(&widget, Qt::LeftButton);
    }
};

QTEST_MAIN(CheckPaceTest)
#include "tst_CheckPace.moc"
