#include "model/review/Fixes.h"

#include "model/geometry/Polygon.h"
#include "tests/support/AnnotatedDrive.h"

#include <QTest>

using namespace lunkuo;

namespace
{

using Spoil = std::function<void(test::AnnotatedDrive&)>;

std::optional<Finding> firstOf(const Findings& findings, CheckId check)
{
    for (const Finding& finding : findings)
        if (finding.check == check && finding.fix)
            return finding;
    return std::nullopt;
}

} // namespace

Q_DECLARE_METATYPE(Spoil)

/// That one key does away with what was found.
class TestFixes : public QObject
{
    Q_OBJECT

private slots:
    void aFixMendsIt_data()
    {
        QTest::addColumn<CheckId>("check");
        QTest::addColumn<Spoil>("spoil");
        using D = test::AnnotatedDrive;
        const auto row = [](const char* name, CheckId check, const Spoil& spoil) {
            QTest::newRow(name) << check << spoil;
        };
        row("jump", CheckId::Jump, [](D& d) { d.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; }); });
        row("flipped", CheckId::Jump, [](D& d) { d.change(2, 3, [](Shape& s) { s.cuboid = s.cuboid.flipped(); }); });
        row("backwards", CheckId::Heading,
            [](D& d) { d.changeAll(1, [](Shape& s) { s.cuboid = s.cuboid.flipped(); }); });
        row("size", CheckId::SizeChange, [](D& d) { d.change(0, 4, [](Shape& s) { s.cuboid.size.x() *= 1.3; }); });
        row("gap", CheckId::TrackGap, [](D& d) { d.drop(0, 2); });
        row("unlabelled", CheckId::Unlabelled, [](D& d) {
            for (int frame = 0; frame < D::frames; ++frame)
                d.drop(2, frame);
        });
        row("twice", CheckId::DuplicateTrack, [](D& d) { d.addTwin(0, 0, D::frames - 1); });
        row("split", CheckId::Identity, [](D& d) {
            d.addTwin(1, 3, D::frames - 1);
            for (int frame = 3; frame < D::frames; ++frame)
                d.drop(1, frame);
        });
        row("swapped", CheckId::Identity, [](D& d) {
            for (int frame = 3; frame < D::frames; ++frame) {
                const Cuboid there = d.shapeOf(2, frame).cuboid;
                const Cuboid other = d.shapeOf(3, frame).cuboid;
                d.change(2, frame, [&](Shape& s) { s.cuboid = other; });
                d.change(3, frame, [&](Shape& s) { s.cuboid = there; });
            }
        });
        row("answer", CheckId::MissingAttribute,
            [](D& d) { d.change(1, 1, [](Shape& s) { s.attributes.erase(QStringLiteral("occlusion")); }); });
        row("floating", CheckId::OffGround, [](D& d) { d.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; }); });
        row("class", CheckId::WrongClass,
            [](D& d) { d.scene.tracks.at(d.drive.trackId(0)).classId = QStringLiteral("Bus"); });
        row("empty", CheckId::EmptyBox, [](D& d) {
            const TrackId twin = d.addTwin(0, 2, 2);
            Shape shape = *d.scene.shapes.of(twin, d.drive.frameId(2));
            shape.cuboid.center += Eigen::Vector3d(-8.0, 3.0, 0.0);
            d.scene.shapes.insert(shape);
        });
        row("too small", CheckId::CutPoints,
            [](D& d) { d.change(0, 2, [](Shape& s) { s.cuboid.size.head<2>() *= 0.6; }); });
        row("too large", CheckId::LooseBox,
            [](D& d) { d.change(0, 2, [](Shape& s) { s.cuboid.size.head<2>() *= 1.5; }); });
        row("outline", CheckId::Outline, [](D& d) {
            d.change(0, 4, [](Shape& s) { s.outline.edit().vertices = {{3.5, 0.0, 0.0}, {-3.5, 0.9, 0.7}}; });
        });
    }

    void aFixMendsIt()
    {
        QFETCH(CheckId, check);
        QFETCH(Spoil, spoil);
        test::AnnotatedDrive drive;
        spoil(drive);
        CheckedScene checked(drive.scene);
        QVERIFY(checked.run(drive.source()));
        const auto finding = firstOf(checked.findings(), check);
        QVERIFY2(finding, qPrintable(test::told(checked.findings(), drive.scene)));
        Document document(drive.scene, nullptr);
        std::vector<Edit> edits;
        connect(&document, &Document::changed, this, [&edits](const Edit& edit) { edits.push_back(edit); });
        const auto done = applyFix(
            document, *finding, drive.drive.loaded.at(static_cast<std::size_t>(finding->frame->value - 1)).get());
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        QVERIFY(checked.update(edits, drive.source()));
        for (const Finding& left : checked.findings())
            QVERIFY2(left.key() != finding->key(), qPrintable(left.sentence));
        // One undo takes all of it back.
        QVERIFY(document.undo());
        QVERIFY(document.scene().shapes == drive.scene.shapes);
        QVERIFY(document.scene().tracks == drive.scene.tracks);
    }

    void whatIsLockedStays()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 0, [](Shape& s) {
            s.cuboid.center.z() += 0.7;
            s.locked = true;
        });
        const auto finding = firstOf(drive.check(), CheckId::OffGround);
        QVERIFY(finding);
        QVERIFY(!fixOf(*finding, drive.scene, drive.drive.loaded.front().get(), newIdsFor(drive.scene)));
        Document document(drive.scene, nullptr);
        QVERIFY(!applyFix(document, *finding, drive.drive.loaded.front().get()));
    }

    void whatIsGoneIsNotFixed()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        const auto finding = firstOf(drive.check(), CheckId::OffGround);
        QVERIFY(finding);
        QVERIFY(!fixOf(*finding, drive.scene, nullptr, newIdsFor(drive.scene)));
        drive.drop(0, 0);
        QVERIFY(!fixOf(*finding, drive.scene, drive.drive.loaded.front().get(), newIdsFor(drive.scene)));
    }

    void nothingIsAddedTwice()
    {
        test::AnnotatedDrive drive;
        for (int frame = 0; frame < drive.frames; ++frame)
            drive.drop(2, frame);
        const auto finding = firstOf(drive.check(), CheckId::Unlabelled);
        QVERIFY(finding);
        const LoadedFrame* loaded = drive.drive.loaded.at(static_cast<std::size_t>(finding->frame->value - 1)).get();
        Document document(drive.scene, nullptr);
        QVERIFY(applyFix(document, *finding, loaded));
        QVERIFY(!applyFix(document, *finding, loaded));
    }

    void whatAPersonHasChangedSinceStays()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() += 0.9; });
        const auto finding = firstOf(drive.check(), CheckId::Jump);
        QVERIFY(finding);
        QVERIFY(fixOf(*finding, drive.scene, nullptr, newIdsFor(drive.scene)));
        drive.change(0, 2, [](Shape& s) { s.cuboid.center.x() -= 0.8; });
        QVERIFY(!fixOf(*finding, drive.scene, nullptr, newIdsFor(drive.scene)));
    }

    void theFrameNextDoorIsNoHelp()
    {
        test::AnnotatedDrive drive;
        drive.change(0, 0, [](Shape& s) { s.cuboid.center.z() += 0.7; });
        const auto finding = firstOf(drive.check(), CheckId::OffGround);
        QVERIFY(finding);
        QVERIFY(!fixOf(*finding, drive.scene, drive.drive.loaded.at(1).get(), newIdsFor(drive.scene)));
    }
};

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_Fixes.moc"
