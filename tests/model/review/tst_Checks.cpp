#include "model/review/Checks.h"

#include "tests/support/AnnotatedDrive.h"

#include <QTest>

using namespace lunkuo;

namespace
{

using Spoil = std::function<void(test::AnnotatedDrive&)>;

/// Of what was told what is about that check.
QString toldBy(CheckId check, const Findings& findings, const Scene& scene)
{
    Findings some;
    for (const Finding& finding : findings)
        if (finding.check == check)
            some.push_back(finding);
    return test::told(some, scene);
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void everyCheckHasItsPlaceAndName()
    {
        QCOMPARE(checks().size(), checkNames().size());
        std::set<QString> names;
        for (std::size_t i = 0; i < checks().size(); ++i) {
            QCOMPARE(static_cast<std::size_t>(checks()[i].id), i);
            QCOMPARE(static_cast<std::size_t>(checkNames()[i].id), i);
            QVERIFY(!titleOf(checks()[i].id).isEmpty());
            QVERIFY(names.insert(QLatin1String(checkNames()[i].name)).second);
        }
    }

    void nothingIsSaidAboutWhatIsRight()
    {
        const test::AnnotatedDrive drive;
        QCOMPARE(test::told(drive.check(), drive.scene), QString());
    }

    void faultsAreTold_data()
    {
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<CheckId>("by");
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, CheckId by, const char* told, const Spoil& spoil) {
            QTest::newRow(name) << spoil << by << QString::fromLatin1(told);
        };
        using D = test::AnnotatedDrive;
        row("pushed off in one frame", CheckId::Jump, "jump 2 1",
            [](D& d) { d.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; }); });
        row("turned in one frame", CheckId::Jump, "jump 3 3",
            [](D& d) { d.change(2, 3, [](Shape& s) { s.cuboid = s.cuboid.withYaw(s.cuboid.yaw() + 0.6); }); });
        row("flipped in one frame", CheckId::Jump, "jump 3 3",
            [](D& d) { d.change(2, 3, [](Shape& s) { s.cuboid = s.cuboid.flipped(); }); });
        row("off and turned in one frame", CheckId::Jump, "jump 2 3; jump 2 3", [](D& d) {
            d.change(2, 2, [](Shape& s) {
                s.cuboid.center.x() += 0.9;
                s.cuboid = s.cuboid.withYaw(s.cuboid.yaw() + 0.6);
            });
        });
        row("turned round from one frame on", CheckId::Heading, "heading 2 2; heading 3 2; heading 4 2; heading 5 2",
            [](D& d) {
                for (int frame = 2; frame < D::frames; ++frame)
                    d.change(1, frame, [](Shape& s) { s.cuboid = s.cuboid.flipped(); });
            });
        row("drives backwards", CheckId::Heading, "heading 0 2",
            [](D& d) { d.changeAll(1, [](Shape& s) { s.cuboid = s.cuboid.flipped(); }); });
        row("larger from one frame on", CheckId::SizeChange, "sizeChange 4 1", [](D& d) {
            for (const int frame : {4, 5})
                d.change(0, frame, [](Shape& s) { s.cuboid.size.x() *= 1.3; });
        });
        row("left out in one frame", CheckId::TrackGap, "trackGap 2 1", [](D& d) { d.drop(0, 2); });
        row("never annotated", CheckId::Unlabelled,
            "unlabelled 0; unlabelled 1; unlabelled 2; unlabelled 3; unlabelled 4; unlabelled 5", [](D& d) {
                for (int frame = 0; frame < D::frames; ++frame)
                    d.drop(2, frame);
            });
        row("annotated twice", CheckId::DuplicateTrack, "duplicateTrack 0 1 5",
            [](D& d) { d.addTwin(0, 0, D::frames - 1); });
        row("annotated twice in one frame", CheckId::DuplicateTrack, "duplicateTrack 3 1 5",
            [](D& d) { d.addTwin(0, 3, 3); });
        row("another track from one frame on", CheckId::Identity, "identity 2 2 5", [](D& d) {
            d.addTwin(1, 3, D::frames - 1);
            for (int frame = 3; frame < D::frames; ++frame)
                d.drop(1, frame);
        });
        row("two go on as each other", CheckId::Identity, "identity 3 3 4", [](D& d) {
            for (int frame = 3; frame < D::frames; ++frame) {
                const Cuboid there = d.shapeOf(2, frame).cuboid;
                const Cuboid other = d.shapeOf(3, frame).cuboid;
                d.change(2, frame, [&](Shape& s) { s.cuboid = other; });
                d.change(3, frame, [&](Shape& s) { s.cuboid = there; });
            }
        });
        row("divided by a person", CheckId::Identity, "", [](D& d) {
            const TrackId rest = d.addTwin(1, 3, D::frames - 1);
            for (int frame = 3; frame < D::frames; ++frame)
                d.drop(1, frame);
            d.scene.tracks.at(d.drive.trackId(1)).absent.add({3, D::frames - 1});
            d.scene.tracks.at(rest).absent.add({0, 2});
        });
        row("an answer for the whole track is missing", CheckId::MissingAttribute,
            "missingAttribute 0 1; missingAttribute 0 2; missingAttribute 0 3; missingAttribute 0 4", [](D& d) {
                for (AttributeDef& def : d.scene.taxonomy.attributes)
                    if (def.id == u"occlusion")
                        def.scope = AttributeDef::Scope::Track;
            });
        row("an answer is missing", CheckId::MissingAttribute, "missingAttribute 1 2",
            [](D& d) { d.change(1, 1, [](Shape& s) { s.attributes.erase(QStringLiteral("occlusion")); }); });
        row("floats", CheckId::OffGround, "offGround 0 1; offGround 1 1", [](D& d) {
            for (const int frame : {0, 1})
                d.change(0, frame, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        });
        row("is sunken", CheckId::OffGround, "offGround 0 1",
            [](D& d) { d.change(0, 0, [](Shape& s) { s.cuboid.center.z() -= 0.7; }); });
        row("is no pedestrian", CheckId::WrongClass, "wrongClass 0 1",
            [](D& d) { d.scene.tracks.at(d.drive.trackId(0)).classId = QStringLiteral("Pedestrian"); });
        row("as long as no car", CheckId::Size, "size 0 3", [](D& d) {
            d.changeAll(2, [](Shape& s) { s.cuboid.size = {9.5, 1.8, 1.5}; });
        });
        row("beyond the cloud", CheckId::OutOfRange, "outOfRange 5 1",
            [](D& d) { d.change(0, 5, [](Shape& s) { s.cuboid.center.x() = 320.0; }); });
        row("on the empty road", CheckId::EmptyBox, "emptyBox 2 5", [](D& d) {
            const TrackId twin = d.addTwin(0, 2, 2);
            Shape shape = *d.scene.shapes.of(twin, d.drive.frameId(2));
            shape.cuboid.center += Eigen::Vector3d(-8.0, 3.0, 0.0);
            d.scene.shapes.insert(shape);
        });
        row("a frame is left out", CheckId::EmptyFrame, "emptyFrame 2", [](D& d) {
            for (std::size_t car = 0; car < 4; ++car)
                d.drop(car, 2);
        });
        row("too small in all frames", CheckId::CutPoints,
            "cutPoints 0 1; cutPoints 1 1; cutPoints 2 1; cutPoints 3 1; cutPoints 4 1; cutPoints 5 1",
            [](D& d) { d.changeAll(0, [](Shape& s) { s.cuboid.size.head<2>() *= 0.6; }); });
        row("too large in all frames", CheckId::LooseBox,
            "looseBox 0 1; looseBox 1 1; looseBox 2 1; looseBox 3 1; looseBox 4 1; looseBox 5 1",
            [](D& d) { d.changeAll(0, [](Shape& s) { s.cuboid.size.head<2>() *= 1.5; }); });
        row("two cars in one place", CheckId::Overlap, "overlap 1 3 4", [](D& d) {
            d.change(3, 1,
                [&](Shape& s) { s.cuboid.center = d.shapeOf(2, 1).cuboid.center + Eigen::Vector3d(2.5, 0.0, 0.0); });
        });
        row("an outline of something else", CheckId::Outline, "outline 4 1", [](D& d) {
            d.change(0, 4, [](Shape& s) { s.outline.edit().vertices = {{3.5, 0.0, 0.0}, {-3.5, 0.9, 0.7}}; });
        });
        row("hidden, as somebody says", CheckId::Occlusion, "occlusion 0 1", [](D& d) {
            d.change(0, 0, [](Shape& s) { s.attributes[QStringLiteral("occlusion")] = QStringLiteral("2"); });
        });
    }

    void faultsAreTold()
    {
        QFETCH(Spoil, spoil);
        QFETCH(CheckId, by);
        QFETCH(QString, told);
        test::AnnotatedDrive drive;
        spoil(drive);
        const Findings findings = drive.check();
        QVERIFY2(toldBy(by, findings, drive.scene) == told, qPrintable(test::told(findings, drive.scene)));
        std::set<QString> keys;
        for (const Finding& finding : findings) {
            QVERIFY2(keys.insert(finding.key()).second, qPrintable(finding.key()));
            QVERIFY(!finding.sentence.isEmpty());
            QVERIFY(!finding.sentence.contains(u'%') || finding.sentence.contains(QStringLiteral(" %")));
            QVERIFY(!finding.key().isEmpty());
        }
    }

    void anAnswerIsOfferedWhereThereIsOne()
    {
        const auto unanswer = [](Shape& s) { s.attributes.erase(QStringLiteral("occlusion")); };
        test::AnnotatedDrive drive;
        drive.change(1, 1, unanswer);
        const Findings one = drive.check();
        QCOMPARE(one.size(), std::size_t(1));
        QVERIFY(one.front().fix);
        drive.changeAll(1, unanswer);
        const Findings all = drive.check();
        QCOMPARE(all.size(), std::size_t(test::AnnotatedDrive::frames));
        for (const Finding& finding : all)
            QVERIFY(!finding.fix);
    }

    void whereAPersonSaysThatItIsNotNothingIsFilled()
    {
        test::AnnotatedDrive drive;
        drive.drop(0, 2);
        drive.scene.tracks.at(drive.drive.trackId(0)).absent.add({2, 2});
        const Findings findings = drive.check();
        QCOMPARE(test::told(findings, drive.scene), QStringLiteral("trackGap 2 1"));
        QVERIFY(findings.front().severity == Severity::Hint);
        QVERIFY(!findings.front().fix);
    }

    void aTurnWithoutKeyFrames()
    {
        test::AnnotatedDrive drive;
        // Key frames at both ends only, and the car turns by 57 degrees meanwhile.
        for (int frame = 0; frame < drive.frames; ++frame)
            drive.change(1, frame, [frame](Shape& s) {
                s.cuboid = s.cuboid.withYaw(s.cuboid.yaw() + 0.2 * frame);
                s.derivation = frame % 5 == 0 ? Derivation::KeyFrame : Derivation::Interpolated;
            });
        QCOMPARE(
            toldBy(CheckId::KeyFramesFarApart, drive.check(), drive.scene), QStringLiteral("keyFramesFarApart 2 2"));
    }

    void thePictureCutsTheBox()
    {
        test::AnnotatedDrive drive;
        Camera camera;
        camera.name = QStringLiteral("front");
        camera.model.width_px = 600;
        camera.model.height_px = 400;
        camera.model.projection << 300, 0, 300, 0, 0, 300, 200, 0, 0, 0, 1, 0;
        camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
        drive.scene.calibrations.begin()->second.cameras = {camera};
        drive.scene.frames.at(drive.drive.frameId(0)).images = {{camera.name, QStringLiteral("0.png")}};
        const auto put = [&](std::size_t car, double x, double y) {
            drive.change(car, 0, [&](Shape& s) {
                s.cuboid.center.head<2>() = Eigen::Vector2d(x, y);
                s.attributes[QStringLiteral("truncation")] = QStringLiteral("none");
            });
        };
        put(0, 12.0, 0.0);
        put(1, 6.0, 6.0);
        QCOMPARE(toldBy(CheckId::Truncation, drive.check(), drive.scene), QStringLiteral("truncation 0 2"));
    }

    void aCheckThatIsTurnedOffSaysNothing()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        drive.scene.taxonomy.checks[{QStringLiteral("offGround")}].isOn = false;
        QCOMPARE(toldBy(CheckId::OffGround, drive.check(), drive.scene), QString());
        drive.scene.taxonomy.checks[{QStringLiteral("offGround")}] = {
            {QStringLiteral("offGround")}, true, {{QStringLiteral("height_m"), 0.9}}};
        QCOMPARE(toldBy(CheckId::OffGround, drive.check(), drive.scene), QString());
        drive.scene.taxonomy.checks[{QStringLiteral("offGround")}] = {
            {QStringLiteral("offGround")}, true, {{QStringLiteral("height_m"), 0.6}}};
        QCOMPARE(toldBy(CheckId::OffGround, drive.check(), drive.scene), QStringLiteral("offGround 0 1"));
    }

    void withoutPosesTheSensorsOwnMotionIsNoJump()
    {
        test::AnnotatedDrive drive;
        for (auto& [id, frame] : drive.scene.frames)
            frame.world_ego.reset();
        QCOMPARE(toldBy(CheckId::Jump, drive.check(), drive.scene), QString());
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 3.0; });
        QCOMPARE(toldBy(CheckId::Jump, drive.check(), drive.scene), QStringLiteral("jump 2 1"));
    }
};

QTEST_APPLESS_MAIN(TestChecks)
#include "tst_Checks.moc"
