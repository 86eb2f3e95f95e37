#include "model/evaluation/FaultPlanter.h"

#include "tests/support/AnnotatedDrive.h"

#include <QTest>

using namespace lunkuo;

namespace
{

PointCounts countsOf(const test::AnnotatedDrive& drive)
{
    PointCounts counts;
    for (const auto& [id, shape] : drive.scene.shapes)
        counts[id] = drive.drive.loaded.at(static_cast<std::size_t>(shape.frame.value - 1))->index->count(shape.cuboid);
    return counts;
}

/// What distinguishes a scene from what it was.
QString changeOf(const Scene& before, const Scene& after)
{
    int gone = 0;
    int come = 0;
    int other = 0;
    for (const auto& [id, shape] : before.shapes)
        gone += after.shapes.contains(id) ? 0 : 1;
    for (const auto& [id, shape] : after.shapes)
        if (!before.shapes.contains(id))
            ++come;
        else if (!(before.shapes.at(id) == shape))
            ++other;
    return QStringLiteral("%1 gone, %2 come, %3 changed").arg(gone).arg(come).arg(other);
}

} // namespace

class TestFaultPlanter : public QObject
{
    Q_OBJECT

private slots:
    void kindsHaveTheirPlacesAndNames()
    {
        std::set<QString> names;
        for (std::size_t i = 0; i < faultTypes().size(); ++i) {
            QCOMPARE(static_cast<std::size_t>(faultTypes()[i].kind), i);
            QVERIFY(names.insert(QLatin1String(faultTypes()[i].name)).second);
            QVERIFY(!faultTypes()[i].foundBy.empty());
        }
    }

    void faultsAreWhatTheyAreCalled_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("change");
        const auto row = [](const char* name, FaultKind kind, const char* change) {
            QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(change);
        };
        row("shifted", FaultKind::Shifted, "0 gone, 0 come, 1 changed");
        row("shifted in all frames", FaultKind::ShiftedTrack, "0 gone, 0 come, 6 changed");
        row("grown", FaultKind::Grown, "0 gone, 0 come, 1 changed");
        row("shrunk in all frames", FaultKind::ShrunkTrack, "0 gone, 0 come, 6 changed");
        row("deleted", FaultKind::Deleted, "1 gone, 0 come, 0 changed");
        row("deleted in all frames", FaultKind::DeletedTrack, "6 gone, 0 come, 0 changed");
        row("duplicated", FaultKind::Duplicated, "0 gone, 1 come, 0 changed");
        row("duplicated in all frames", FaultKind::DuplicateTrack, "0 gone, 6 come, 0 changed");
        row("wrong class", FaultKind::WrongClass, "0 gone, 0 come, 0 changed");
        row("skipped", FaultKind::SkippedFrame, "4 gone, 0 come, 0 changed");
        row("far away", FaultKind::FarAway, "0 gone, 0 come, 1 changed");
        row("an outline of something else", FaultKind::ForeignOutline, "0 gone, 0 come, 1 changed");
    }

    void faultsAreWhatTheyAreCalled()
    {
        QFETCH(int, kind);
        QFETCH(QString, change);
        test::AnnotatedDrive drive;
        const Scene before = drive.scene;
        const auto fault = FaultPlanter(drive.scene, countsOf(drive), 1).plant(static_cast<FaultKind>(kind));
        QVERIFY(fault);
        QCOMPARE(static_cast<int>(fault->kind), kind);
        QVERIFY(!fault->frames.empty());
        QCOMPARE(changeOf(before, drive.scene), change);
        QVERIFY(!(before.shapes == drive.scene.shapes && before.tracks == drive.scene.tracks));
    }

    void sameSeedSameFault()
    {
        std::vector<Scene> scenes;
        for (int i = 0; i < 2; ++i) {
            test::AnnotatedDrive drive;
            QVERIFY(FaultPlanter(drive.scene, countsOf(drive), 7).plant(FaultKind::Rotated));
            scenes.push_back(drive.scene);
        }
        QVERIFY(scenes[0].shapes == scenes[1].shapes);
    }

    void aTrackIsSpoiltOnce()
    {
        test::AnnotatedDrive drive;
        FaultPlanter planter(drive.scene, countsOf(drive), 1);
        std::set<TrackId> tracks;
        std::size_t planted = 0;
        while (const auto fault = planter.plant(FaultKind::Shifted)) {
            tracks.insert(fault->tracks.begin(), fault->tracks.end());
            ++planted;
        }
        QCOMPARE(tracks.size(), planted);
        QVERIFY(planted >= 3);
    }

    void whereThereIsNothingNothingIsPlanted()
    {
        Scene empty;
        FaultPlanter planter(empty, {}, 1);
        for (const FaultType& type : faultTypes())
            QVERIFY(!planter.plant(type.kind));
    }
};

QTEST_APPLESS_MAIN(TestFaultPlanter)
#include "tst_FaultPlanter.moc"
