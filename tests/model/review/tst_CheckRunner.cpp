#include "model/review/CheckRunner.h"

#include "model/review/CheckPlan.h"
#include "tests/support/AnnotatedDrive.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

namespace
{

/// The drive with its clouds on disk.
struct DriveOnDisk : test::AnnotatedDrive
{
    DriveOnDisk() { writeClouds(folder); }

    test::FileFolder folder;
};

} // namespace

class TestCheckRunner : public QObject
{
    Q_OBJECT

private slots:
    void followsTheDocument()
    {
        DriveOnDisk drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        runner.setPause(0);
        QSignalSpy changed(&runner, &CheckRunner::changed);
        runner.start();
        QVERIFY(runner.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(runner.isWhole(), 60'000);
        QCOMPARE(runner.progress(), std::pair(6, 6));
        QVERIFY(!runner.findings().empty());
        QVERIFY(runner.remarks().isEmpty());

        // Mended by hand.
        const Shape wrong = drive.shapeOf(0, 2);
        Shape right = wrong;
        right.cuboid.center.z() -= 0.8;
        QVERIFY(document.edit(QStringLiteral("mend"), {ValueChange<Shape>{wrong, right}}));
        QVERIFY(changed.wait(60'000));
        QCOMPARE(test::told(runner.findings(), document.scene()), QString());

        QVERIFY(document.undo());
        QVERIFY(changed.wait(60'000));
        QVERIFY(!runner.findings().empty());
    }

    void followsTheSettings()
    {
        DriveOnDisk drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        runner.setPause(0);
        QSignalSpy changed(&runner, &CheckRunner::changed);
        runner.start();
        QTRY_VERIFY_WITH_TIMEOUT(runner.isWhole(), 60'000);
        const QString before = test::told(runner.findings(), document.scene());
        QVERIFY2(before.contains(u"offGround 2"), qPrintable(before));
        CheckPlan plan(document.scene().taxonomy.checks);
        plan.setLimit(CheckId::OffGround, "height_m", 1.0);
        QVERIFY(plan.apply(document));
        QVERIFY(changed.wait(60'000));
        QVERIFY(!test::told(runner.findings(), document.scene()).contains(u"offGround"));
        QVERIFY(document.undo());
        QVERIFY(changed.wait(60'000));
        QCOMPARE(test::told(runner.findings(), document.scene()), before);
    }

    void editsMeanwhileAreNotLost()
    {
        DriveOnDisk drive;
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        runner.setPause(0);
        runner.start();
        const Shape right = drive.shapeOf(0, 2);
        Shape wrong = right;
        wrong.cuboid.center.z() += 0.8;
        QVERIFY(document.edit(QStringLiteral("spoil"), {ValueChange<Shape>{right, wrong}}));
        QTRY_VERIFY_WITH_TIMEOUT(!runner.findings().empty(), 60'000);
    }

    void stoppedItSaysNothing()
    {
        DriveOnDisk drive;
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        QSignalSpy changed(&runner, &CheckRunner::changed);
        runner.start();
        runner.stop();
        QVERIFY(!runner.isRunning());
        QTest::qWait(300);
        QCOMPARE(changed.count(), 0);
    }

    void waitsWhileItIsHeld()
    {
        DriveOnDisk drive;
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        runner.hold(true);
        runner.start();
        QTest::qWait(200);
        QVERIFY(runner.isRunning());
        QCOMPARE(runner.progress().first, 0);
        runner.hold(false);
        QTRY_VERIFY_WITH_TIMEOUT(!runner.isRunning() && runner.isWhole(), 60'000);
        // Whoever is held can be stopped all the same.
        runner.hold(true);
        runner.start();
        runner.stop();
        QVERIFY(!runner.isRunning());
    }

    void tellsWhatItHasFoundBeforeItHasLookedAtEverything()
    {
        DriveOnDisk drive;
        drive.change(2, 3, [](Shape& s) { s.cuboid = s.cuboid.flipped(); });
        Document document(drive.scene, nullptr);
        CheckRunner runner(document, nullptr, {});
        runner.hold(true); // no frame is read
        runner.start();
        QTRY_VERIFY_WITH_TIMEOUT(!runner.findings().empty(), 60'000);
        QCOMPARE(test::told(runner.findings(), document.scene()), QStringLiteral("jump 3 3"));
        QVERIFY(runner.isRunning() && !runner.isWhole() && !runner.isCurrent());
        runner.stop();
        QVERIFY(runner.findings().empty());
    }

    void mayGoWhileItRuns()
    {
        DriveOnDisk drive;
        Document document(drive.scene, nullptr);
        auto runner = std::make_unique<CheckRunner>(document, nullptr, QDir());
        runner->start();
        runner.reset();
        QTest::qWait(100);
    }
};

QTEST_GUILESS_MAIN(TestCheckRunner)
#include "tst_CheckRunner.moc"
