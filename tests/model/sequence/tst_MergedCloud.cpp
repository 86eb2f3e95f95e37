#include "model/sequence/MergedCloud.h"

#include "model/sequence/WorldPose.h"
#include "model/synth/SpinningLidar.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// Points with the intensities 1, 2, …
PointCloud cloudOf(std::initializer_list<Eigen::Vector3d> places)
{
    PointCloud cloud;
    PointArray<float> intensity;
    for (const Eigen::Vector3d& place : places) {
        for (const int axis : {0, 1, 2})
            cloud.xyz.push_back(static_cast<float>(place[axis]));
        intensity.push_back(static_cast<float>(intensity.size() + 1));
    }
    cloud.fields.push_back({QStringLiteral("intensity"), intensity});
    return cloud;
}

MergeSource sourceOf(const Scene& scene, qint64 frame)
{
    MergeSource source;
    source.frame = scene.frames.at({frame});
    return source;
}

constexpr int turns = 4;

/// A street in which one car is parked and one drives, seen from a car that drives past.
struct Drive
{
    Drive()
    {
        synth::StreetScene street = synth::StreetScene::bareRoad();
        parked = street.addObject(synth::parkedVehicle(QStringLiteral("saloon"), {14.0, 4.5}));
        synth::SceneObject mover = synth::parkedVehicle(QStringLiteral("hatchback"), {22.0, -1.75});
        mover.velocity = {10.0, 0.0};
        mover.endOfWay = 1000.0;
        moving = street.addObject(mover);
        street.seal();
        synth::LidarOptions options;
        options.columns = 900;
        options.beams = 32;
        scene.sequences[{1}] = {{1}, QStringLiteral("drive"), {}};
        for (int i = 0; i < turns; ++i) {
            seen.push_back(synth::simulateFrame(street, 3 * i, options));
            Frame frame;
            frame.id = {i + 1};
            frame.sequence = {1};
            frame.index = i;
            frame.world_ego = Transform<WorldFrame, EgoFrame>{seen.back().world_sensor.m};
            scene.frames[frame.id] = frame;
            for (const int object : {parked, moving}) {
                Shape shape;
                shape.id = {10 * object + i};
                shape.track = {object};
                shape.frame = frame.id;
                shape.cuboid = seen.back().object(object).cuboid;
                scene.shapes.insert(shape);
                scene.tracks[shape.track] = carTrack(shape.track, object);
            }
        }
    }

    [[nodiscard]] PointCloud merged(bool withoutMoving) const
    {
        const auto movers = withoutMoving ? movingTracks(scene, {1}) : std::set<TrackId>();
        MergedCloud merged(scene.frames.at({1}));
        for (int i = 0; i < turns; ++i) {
            MergeSource source = sourceOf(scene, i + 1);
            if (i > 0)
                source.leftOut = boxesOf(scene, {i + 1}, movers);
            merged.add(source, seen[static_cast<std::size_t>(i)].cloud);
        }
        return merged.take();
    }

    /// How many points of the merged cloud lie in the object's box of a frame, a little enlarged, above the road.
    [[nodiscard]] std::size_t countIn(const PointCloud& cloud, int object, int frame, int from) const
    {
        Cuboid box = inSensor(scene.frames.at({1}),
            inWorld(scene.frames.at({frame + 1}), seen[static_cast<std::size_t>(frame)].object(object).cuboid));
        box.center.z() += 0.15;
        const CloudField* number = cloud.field(frameField);
        std::size_t count = 0;
        for (std::size_t i = 0; i < cloud.size(); ++i)
            count += static_cast<int>(number->at(i)) == from + 1 && box.contains(cloud.point(i), 0.1) ? 1 : 0;
        return count;
    }

    std::vector<synth::SimulatedFrame> seen;
    Scene scene;
    int parked = 0;
    int moving = 0;
};

} // namespace

class MergedCloudTest : public QObject
{
    Q_OBJECT
private slots:
    void pointsLieWhereTheyAreInTheWorld()
    {
        // Frame n is 0.83 m further on than the one before.
        const Scene scene = sceneOf(3, QStringLiteral("/data"));
        MergedCloud merged(scene.frames.at({2}));
        merged.add(sourceOf(scene, 2), cloudOf({{10, 1, 0}}));
        merged.add(sourceOf(scene, 1), cloudOf({{10.83, 1, 0}, {5, 0, 0}}));
        merged.add(sourceOf(scene, 3), cloudOf({{9.17, 1, 0}}));
        QCOMPARE(pictureOf(merged.cloud()),
            QStringLiteral("10 1 0 frame=2 intensity=1|10 1 0 frame=1 intensity=1|4.17 0 0 frame=1 intensity=2|"
                           "10 1 0 frame=3 intensity=1"));
        QCOMPARE(merged.parts().size(), std::size_t(3));
        QVERIFY(std::abs(merged.parts()[1].reach_m - std::hypot(10.83, 1.0)) < 1e-6);
    }

    void fieldsThatNotAllHaveAreLeftOut()
    {
        const Scene scene = sceneOf(2, QStringLiteral("/data"));
        MergedCloud merged(scene.frames.at({1}));
        PointCloud rich = cloudOf({{1, 0, 0}});
        rich.fields.push_back({QStringLiteral("ring"), PointArray<std::uint16_t>(1, std::uint16_t(7))});
        merged.add(sourceOf(scene, 1), rich);
        QVERIFY(merged.cloud().field(u"ring"));
        merged.add(sourceOf(scene, 2), cloudOf({{2, 0, 0}}));
        QVERIFY(!merged.cloud().field(u"ring"));
        QCOMPARE(merged.cloud().field(u"intensity")->size(), std::size_t(2));
    }

    void whatIsTooMuchIsThinnedAndTheFirstFrameKept()
    {
        const Scene scene = sceneOf(2, QStringLiteral("/data"));
        MergedCloud merged(scene.frames.at({1}), 1000);
        PointCloud line;
        for (int i = 0; i < 900; ++i)
            for (const float value : {0.01F * static_cast<float>(i), 0.0F, 0.0F})
                line.xyz.push_back(value);
        merged.add(sourceOf(scene, 1), line);
        QCOMPARE(merged.cloud().size(), std::size_t(900));
        QCOMPARE(merged.voxel_m(), 0.0);
        merged.add(sourceOf(scene, 2), line);
        QVERIFY2(merged.cloud().size() <= 750, qPrintable(QString::number(merged.cloud().size())));
        QVERIFY(merged.cloud().size() > 200);
        QVERIFY(merged.voxel_m() > 0.0);
        QCOMPARE(merged.cloud().field(frameField)->size(), merged.cloud().size());
        std::size_t fromFirst = 0;
        for (std::size_t i = 0; i < merged.cloud().size(); ++i)
            fromFirst += merged.cloud().field(frameField)->at(i) == 1.0 ? 1 : 0;
        QVERIFY2(fromFirst > merged.cloud().size() / 2, "where both have points those of the first are kept");
    }

    void aCloudThatCannotBeReadIsNamed()
    {
        const Scene scene = sceneOf(1, QStringLiteral("/data"));
        MergedCloud merged(scene.frames.at({1}));
        MergeSource source = sourceOf(scene, 1);
        source.path = QStringLiteral("/no/such/cloud.bin");
        const auto added = merged.add(source);
        QVERIFY(!added);
        QVERIFY2(added.error().sentence.contains(source.path), qPrintable(added.error().sentence));
        QVERIFY(merged.cloud().size() == 0 && merged.parts().empty());
    }

    void aParkedCarLiesInOneBoxFromAllFrames()
    {
        const Drive drive;
        const PointCloud merged = drive.merged(true);
        for (int from = 0; from < turns; ++from) {
            const std::size_t seen = drive.seen[static_cast<std::size_t>(from)].object(drive.parked).points;
            const std::size_t inBox = drive.countIn(merged, drive.parked, 0, from);
            QVERIFY2(seen > 50 && 10 * inBox > 8 * seen,
                qPrintable(QStringLiteral("frame %1: %2 of %3 points").arg(from).arg(inBox).arg(seen)));
        }
    }

    void aMovingCarIsThereOnceOnRequest()
    {
        const Drive drive;
        QCOMPARE(movingTracks(drive.scene, {1}), std::set<TrackId>{{drive.moving}});
        const PointCloud all = drive.merged(false);
        const PointCloud still = drive.merged(true);
        for (int from = 0; from < turns; ++from) {
            const std::size_t before = drive.countIn(all, drive.moving, from, from);
            const std::size_t after = drive.countIn(still, drive.moving, from, from);
            QVERIFY2(before > 20, qPrintable(QString::number(before)));
            QCOMPARE(after, from == 0 ? before : 0);
        }
        QVERIFY2(still.size() < all.size(), "only the mover's points are gone");
        QVERIFY(still.size() > all.size() * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(MergedCloudTest)
#include "tst_MergedCloud.moc"
