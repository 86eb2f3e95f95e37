#include "model/review/CheckedScene.h"

#include "tests/support/AnnotatedDrive.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Edit editOf(const Shape& before, const Shape& after)
{
    return {QStringLiteral("edit"), {ValueChange<Shape>{before, after}}};
}

Shape moved(Shape shape, double x)
{
    shape.cuboid.center.x() += x;
    return shape;
}

/// Counts the frames that are asked for.
CheckedFrameSource counting(const CheckedFrameSource& source, std::set<FrameId>& asked)
{
    auto lock = std::make_shared<std::mutex>();
    return [source, &asked, lock](
               const Frame& frame, const std::optional<Eigen::Vector3d>& sensor, const Progress& progress) {
        {
            const std::lock_guard guard(*lock);
            asked.insert(frame.id);
        }
        return source(frame, sensor, progress);
    };
}

} // namespace

class TestCheckedScene : public QObject
{
    Q_OBJECT

private slots:
    void anEditIsCheckedWhereItTouches()
    {
        const test::AnnotatedDrive drive;
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        QVERIFY(checked.findings().empty());
        std::set<FrameId> asked;
        const Shape before = drive.shapeOf(0, 2);
        const Shape after = moved(before, 0.9);
        QVERIFY(checked.update({editOf(before, after)}, counting(drive.source(), asked)));
        QCOMPARE(asked, std::set<FrameId>{drive.drive.frameId(2)});
        QVERIFY(!checked.findings().empty());
        QVERIFY(checked.update({editOf(after, before)}, drive.source()));
        QCOMPARE(test::told(checked.findings(), checked.scene()), QString());
    }

    void isTheSameAsAllAnew_data()
    {
        QTest::addColumn<int>("step");
        for (int step = 1; step <= 5; ++step)
            QTest::newRow(qPrintable(QString::number(step))) << step;
    }
    void isTheSameAsAllAnew()
    {
        QFETCH(int, step);
        test::AnnotatedDrive drive;
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        std::vector<Edit> edits;
        const Track track = drive.trackOf(2);
        Track other = track;
        other.classId = QStringLiteral("Pedestrian");
        Edit gone{QStringLiteral("delete"), {}};
        for (int frame = 0; frame < drive.frames; ++frame)
            gone.changes.emplace_back(ValueChange<Shape>{drive.shapeOf(3, frame), {}});
        gone.changes.emplace_back(ValueChange<Track>{drive.trackOf(3), {}});
        edits.push_back(editOf(drive.shapeOf(0, 1), moved(drive.shapeOf(0, 1), 0.9)));
        edits.push_back({QStringLiteral("delete"), {ValueChange<Shape>{drive.shapeOf(1, 3), {}}}});
        edits.push_back({QStringLiteral("class"), {ValueChange<Track>{track, other}}});
        edits.push_back(gone);
        edits.push_back(edits.front().reversed());
        edits.resize(static_cast<std::size_t>(step));
        for (const Edit& edit : edits)
            QVERIFY(checked.update({edit}, drive.source()));
        CheckedScene anew(checked.scene());
        QVERIFY(anew.run(drive.source()));
        QCOMPARE(test::told(checked.findings(), checked.scene()), test::told(anew.findings(), anew.scene()));
    }

    void settingsAreTakenOver_data()
    {
        QTest::addColumn<QString>("check");
        for (const CheckName& name : checkNames())
            QTest::newRow(name.name) << QString(QLatin1String(name.name));
    }
    /// Whatever is wrong, and whichever check becomes stricter, falls silent or is as usual again.
    void settingsAreTakenOver()
    {
        QFETCH(QString, check);
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        drive.change(1, 3, [](Shape& s) { s.cuboid.center.x() += 0.4; });
        drive.change(2, 4, [](Shape& s) { s.cuboid = s.cuboid.flipped(); });
        drive.drop(3, 2);
        drive.addTwin(2, 0, 1);
        const CheckName& name = *checkNamed(check);
        CheckSetting strict{{check}, true, {}};
        CheckSetting lax{{check}, true, {}};
        for (const Threshold& threshold : name.thresholds)
            if (threshold.name) {
                strict.thresholds[QLatin1String(threshold.name)] = 0.4 * threshold.usual;
                lax.thresholds[QLatin1String(threshold.name)] = 3.0 * threshold.usual;
            }
        const CheckSetting off{{check}, false, {}};
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        const QString before = test::told(checked.findings(), checked.scene());
        const std::vector<ValueChange<CheckSetting>> steps{{{}, strict}, {strict, lax}, {lax, off}, {off, {}}};
        for (const ValueChange<CheckSetting>& step : steps) {
            QVERIFY(checked.update({{QStringLiteral("set"), {step}}}, drive.source()));
            CheckedScene anew(checked.scene());
            QVERIFY(anew.run(drive.source()));
            QCOMPARE(test::told(checked.findings(), checked.scene()), test::told(anew.findings(), anew.scene()));
        }
        QCOMPARE(test::told(checked.findings(), checked.scene()), before);
    }

    void aCheckThatFallsSilentReadsNoCloud()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        QVERIFY(test::told(checked.findings(), checked.scene()).contains(u"offGround"));
        std::set<FrameId> asked;
        const CheckSetting off{keyOf(CheckId::OffGround), false, {}};
        QVERIFY(checked.update(
            {{QStringLiteral("set"), {ValueChange<CheckSetting>{{}, off}}}}, counting(drive.source(), asked)));
        QVERIFY(asked.empty());
        QVERIFY(!test::told(checked.findings(), checked.scene()).contains(u"offGround"));
    }

    void aFrameThatWasEmptyIsSearched()
    {
        test::AnnotatedDrive drive;
        for (int frame = 0; frame < drive.frames; ++frame)
            drive.drop(2, frame);
        const Shape added = drive.shapeOf(0, 3);
        for (const std::size_t car : {0, 1, 3})
            drive.drop(car, 3);
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        QVERIFY(checked.update({Edit{QStringLiteral("add"), {ValueChange<Shape>{{}, added}}}}, drive.source()));
        CheckedScene anew(checked.scene());
        QVERIFY(anew.run(drive.source()));
        QCOMPARE(test::told(checked.findings(), checked.scene()), test::told(anew.findings(), anew.scene()));
        QVERIFY(test::told(checked.findings(), checked.scene()).contains(u"unlabelled 3"));
    }

    void whetherMostFramesAreAnnotatedMayChange()
    {
        test::AnnotatedDrive drive;
        drive.scene.taxonomy.checks[{QStringLiteral("emptyFrame")}].thresholds[QStringLiteral("frames")] = 1.0;
        const Shape added = drive.shapeOf(0, 4);
        for (const int frame : {1, 3, 4, 5})
            for (std::size_t car = 0; car < 4; ++car)
                drive.drop(car, frame);
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        QVERIFY(checked.update({Edit{QStringLiteral("add"), {ValueChange<Shape>{{}, added}}}}, drive.source()));
        const QString told = test::told(checked.findings(), checked.scene());
        QVERIFY2(told.contains(u"emptyFrame 1") && told.contains(u"emptyFrame 3"), qPrintable(told));
    }

    void aGapIsMeasuredByFourShapes_data()
    {
        QTest::addColumn<int>("frame");
        for (const int frame : {0, 1, 3, 4})
            QTest::newRow(qPrintable(QString::number(frame))) << frame;
    }
    void aGapIsMeasuredByFourShapes()
    {
        QFETCH(int, frame);
        test::AnnotatedDrive drive;
        drive.drop(1, 2);
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        const Shape before = drive.shapeOf(1, frame);
        QVERIFY(checked.update({editOf(before, moved(before, 0.2))}, drive.source()));
        CheckedScene anew(checked.scene());
        QVERIFY(anew.run(drive.source()));
        QVERIFY(checked.findings() == anew.findings());
    }

    void aFrameThatThrowsLeavesTheOthersTheirs()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        CheckedScene checked(drive.scene);
        const CheckedFrameSource bad = [source = drive.source()](const Frame& frame,
                                           const std::optional<Eigen::Vector3d>& sensor,
                                           const Progress& progress) -> Result<LoadedFramePtr> {
            if (frame.index == 2)
                throw std::runtime_error("too much");
            return source(frame, sensor, progress);
        };
        QVERIFY(checked.run(bad));
        QCOMPARE(checked.remarks().size(), 1);
        QVERIFY(checked.remarks().front().contains(u"too much"));
        QCOMPARE(test::told(checked.findings(), checked.scene()), QStringLiteral("offGround 0 1"));
        // Once it can be looked at it is, as soon as an edit touches it.
        const Shape right = drive.shapeOf(1, 2);
        QVERIFY(checked.update({editOf(right, moved(right, 0.01))}, drive.source()));
        QVERIFY(checked.remarks().isEmpty());
    }

    void findingsComeInTheSameOrder()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; });
        drive.drop(2, 1);
        const Findings once = drive.check();
        QVERIFY(once.size() > 1);
        for (int i = 0; i < 3; ++i)
            QVERIFY(drive.check() == once);
    }

    void keysNameTheSameFindingAgain()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; });
        const QString key = drive.check().front().key();
        drive.change(2, 4, [](Shape& s) { s.cuboid.center.z() += 0.9; });
        const Findings findings = drive.check();
        QVERIFY(std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return f.key() == key; }));
    }

    void aCloudThatIsGone()
    {
        test::AnnotatedDrive drive;
        drive.change(1, 2, [](Shape& s) { s.attributes.clear(); });
        CheckedScene checked(drive.scene);
        const CheckedFrameSource broken = [source = drive.source()](const Frame& frame,
                                              const std::optional<Eigen::Vector3d>& sensor,
                                              const Progress& progress) -> Result<LoadedFramePtr> {
            if (frame.index == 2)
                return failure(QStringLiteral("There is no cloud “2.bin”."));
            return source(frame, sensor, progress);
        };
        QVERIFY(checked.run(broken));
        QCOMPARE(checked.remarks(), QStringList{QStringLiteral("There is no cloud “2.bin”.")});
        // What needs no cloud is told all the same.
        QCOMPARE(test::told(checked.findings(), checked.scene()), QStringLiteral("missingAttribute 2 2"));
    }

    void stopsWhenCancelledAndGoesOnLater()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; });
        CheckedScene checked(drive.scene);
        const Progress progress;
        progress.cancel();
        QVERIFY(!checked.run(drive.source(), progress));
        QVERIFY(checked.update({}, drive.source()));
        QVERIFY(!checked.findings().empty());
    }

    void findingsAreToldAsTheyCome()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        drive.change(1, 4, [](Shape& s) { s.cuboid.center.z() += 0.8; });
        drive.change(2, 3, [](Shape& s) { s.cuboid = s.cuboid.flipped(); });
        CheckedScene checked(drive.scene);
        checked.setThreads(1);
        QStringList told;
        checked.setTell([&](const Findings& found) { told << test::told(found, drive.scene); }, 0);
        QVERIFY(checked.run(drive.source()));
        const QString all = test::told(checked.findings(), drive.scene);
        QCOMPARE(told.size(), 1 + 6);
        QVERIFY2(told.first() != told.last() && told.first().contains(u"jump"), "what is known of tracks comes first");
        QCOMPARE(told.last(), all);
        for (int i = 1; i < told.size(); ++i)
            QVERIFY2(told[i].size() >= told[i - 1].size(), qPrintable(told.join(u'\n')));
        QVERIFY2(QSet<QString>(told.begin(), told.end()).size() >= 3, qPrintable(told.join(u'\n')));
    }

    void anEmptySceneHasNoFindings()
    {
        CheckedScene checked(Scene{});
        QVERIFY(checked.run(framesFrom({})));
        QVERIFY(checked.findings().empty());
    }
};

QTEST_APPLESS_MAIN(TestCheckedScene)
#include "tst_CheckedScene.moc"
