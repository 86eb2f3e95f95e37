#include "model/tools/OverTimeActions.h"

#include "model/sequence/WorldPose.h"
#include "model/tools/PoseActions.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/Convoy.h"
#include "tests/support/Scenes.h"
#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// The near car in both frames: as a person put it in the first, propagated and somewhat off in the second.
struct Followed : Workbench
{
    Followed()
    {
        Track track;
        track.id = document.newTrackId();
        track.sequence = {1};
        track.number = 1;
        track.classId = QStringLiteral("Car");
        Shape made;
        made.track = track.id;
        made.frame = {1};
        made.cuboid = carAt(nearCar);
        made.cuboid.size.x() = 4.0;
        made.cuboid.center.x() -= 0.2; // its rear is where it was seen
        made.origin = ShapeOrigin::Completed;
        made.id = document.newShapeId();
        Shape carried = made;
        carried.id = document.newShapeId();
        carried.frame = {2};
        carried.derivation = Derivation::Propagated;
        carried.confidence = 0.6;
        carried.cuboid.center += Eigen::Vector3d(0.25, -0.15, 0.0);
        const std::vector<Change> changes{
            ValueChange<Track>{{}, track}, ValueChange<Shape>{{}, made}, ValueChange<Shape>{{}, carried}};
        if (!document.edit(QStringLiteral("made"), changes, EditBy::Algorithm))
            qFatal("the shapes cannot be added");
        id = track.id;
        before = scene();
    }

    [[nodiscard]] const Shape& shapeIn(qint64 frame) const { return *scene().shapes.of(id, {frame}); }
    [[nodiscard]] TrackJob job() const { return trackJob(scene(), frames, id).value(); }

    TrackId id;
    Scene before;
};

double rear(const Cuboid& cuboid)
{
    return cuboid.toSensor({-0.5 * cuboid.size.x(), 0.0, 0.0}).x();
}

} // namespace

class OverTimeActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void oneEditGivesAllFramesOneSizeAndOutline()
    {
        Followed bench;
        const TrackJob job = bench.job();
        const auto completion = completed(job);
        QVERIFY(completion);
        QVERIFY(useCompletion(bench.document, job, *completion));
        QCOMPARE(bench.scene().tracks.at(bench.id).size, std::optional(completion->size));
        for (const qint64 frame : {1, 2}) {
            QCOMPARE(bench.shapeIn(frame).cuboid.size, completion->size);
            QVERIFY(bench.shapeIn(frame).outline.isSharedWith(completion->outline));
        }
        QCOMPARE(bench.document.undoText(), QStringLiteral("Complete Car 1 over all frames"));
        QVERIFY(bench.document.undo());
        QVERIFY(isSame(bench.scene(), bench.before));
    }

    void onlyWhatWasDerivedMoves()
    {
        Followed bench;
        const Shape made = bench.shapeIn(1);
        const TrackJob job = bench.job();
        QVERIFY(useCompletion(bench.document, job, completed(job).value()));
        QVERIFY(std::abs(rear(bench.shapeIn(1).cuboid) - rear(made.cuboid)) < 1e-9);
        QCOMPARE(bench.shapeIn(1).derivation, Derivation::KeyFrame);
        QCOMPARE(bench.shapeIn(1).confidence, made.confidence);
        // The other comes back onto its points.
        const Cuboid truth = carAt(bench.nearCar);
        QVERIFY2(std::abs(rear(bench.shapeIn(2).cuboid) - rear(truth)) < 0.1,
            qPrintable(QString::number(rear(bench.shapeIn(2).cuboid) - rear(truth))));
        QVERIFY(std::abs(bench.shapeIn(2).cuboid.center.y() - truth.center.y()) < 0.15);
        QCOMPARE(bench.shapeIn(2).derivation, Derivation::Propagated);
    }

    void whatIsLockedStaysAsItIs()
    {
        Followed bench;
        QVERIFY(setLocked(bench.document, bench.shapeIn(2).id, true));
        const Shape locked = bench.shapeIn(2);
        const TrackJob job = bench.job();
        QVERIFY(useCompletion(bench.document, job, completed(job).value()));
        QCOMPARE(bench.shapeIn(2), locked);
    }

    void whatChangedMeanwhileKeepsItsPlace()
    {
        Followed bench;
        const TrackJob job = bench.job();
        const SequenceCompletion completion = completed(job).value();
        Cuboid moved = bench.shapeIn(2).cuboid;
        moved.center.x() += 1.0;
        QVERIFY(setCuboid(bench.document, bench.shapeIn(2).id, moved, QStringLiteral("moved")));
        QVERIFY(useCompletion(bench.document, job, completion));
        QVERIFY(std::abs(rear(bench.shapeIn(2).cuboid) - rear(moved)) < 1e-9);
        QCOMPARE(bench.shapeIn(2).cuboid.size, completion.size);
    }

    void whatWentMeanwhileIsNoTrouble()
    {
        Followed bench;
        const TrackJob job = bench.job();
        const SequenceCompletion completion = completed(job).value();
        QVERIFY(deleteShapes(bench.document, bench.shapeIn(2).id));
        QVERIFY(useCompletion(bench.document, job, completion));
        QVERIFY(deleteShapes(bench.document, bench.shapeIn(1).id));
        QVERIFY(!useCompletion(bench.document, job, completion));
    }

    void afterAFailedWriteNothingHasChanged()
    {
        Followed bench;
        const TrackJob job = bench.job();
        const SequenceCompletion completion = completed(job).value();
        bench.isDiskFull = true;
        QVERIFY(!useCompletion(bench.document, job, completion));
        QVERIFY(isSame(bench.scene(), bench.before));
    }

    void theBestFrameShowsMostOfIt()
    {
        Followed bench;
        // In the second frame the box has left the points.
        Cuboid beside = bench.shapeIn(2).cuboid;
        beside.center.z() += 3.0;
        QVERIFY(setCuboid(bench.document, bench.shapeIn(2).id, beside, QStringLiteral("moved")));
        QCOMPARE(bestFrame(bench.job()).value(), FrameId{1});
        QVERIFY(!trackJob(bench.scene(), bench.frames, {99}));
        TrackJob unreadable = bench.job();
        for (TrackJob::View& view : unreadable.views) {
            view.loaded.reset();
            view.cloudPath = QStringLiteral("/no/such/cloud.bin");
        }
        QVERIFY(!bestFrame(unreadable));
        QVERIFY(!completed(unreadable));
    }

    void measuredPosesStayAndEstimatedOnesGoOnFromThem()
    {
        Followed bench;
        const auto along = [](double way_m) { return Eigen::Isometry3d(Eigen::Translation3d(way_m, 0.0, 0.0)); };
        const auto measure = [&](FrameId id, double way_m) {
            const Frame before = bench.scene().frames.at(id);
            Frame after = before;
            after.world_ego = Transform<WorldFrame, EgoFrame>{along(way_m)};
            after.isPoseEstimated = false;
            return bench.document.edit(QStringLiteral("measured"), {ValueChange<Frame>{before, after}});
        };
        EstimatedPoses poses;
        poses.world_sensor = {along(0.0), along(0.7)};
        QVERIFY(measure({1}, 100.0));
        QVERIFY(usePoses(bench.document, {1}, poses));
        QVERIFY(!bench.scene().frames.at({1}).isPoseEstimated);
        QCOMPARE(world_sensor(bench.scene().frames.at({1})).m.translation().x(), 100.0);
        QVERIFY(bench.scene().frames.at({2}).isPoseEstimated);
        QCOMPARE(world_sensor(bench.scene().frames.at({2})).m.translation().x(), 100.7);

        QVERIFY(measure({2}, 101.0));
        const auto refused = usePoses(bench.document, {1}, poses);
        QVERIFY(!refused);
        QCOMPARE(refused.error().sentence, QStringLiteral("All frames have measured poses, and these stay."));
        QCOMPARE(world_sensor(bench.scene().frames.at({2})).m.translation().x(), 101.0);

        QVERIFY(usePoses(bench.document, {1}, poses, MeasuredPoses::Replace));
        QCOMPARE(countPoses(bench.scene(), {1}).estimated, std::size_t(2));
        QVERIFY(bench.document.undo());
        QCOMPARE(countPoses(bench.scene(), {1}).measured(), std::size_t(2));
        QCOMPARE(world_sensor(bench.scene().frames.at({2})).m.translation().x(), 101.0);
    }

    /// The estimate says 0.7 m a frame; over five frames it has drifted by a metre from what was measured.
    void betweenMeasuredPosesNothingJumps()
    {
        test::Convoy convoy(QStringLiteral("KKKKK"), false);
        Document& document = *convoy.document;
        const auto along = [](double way_m) { return Eigen::Isometry3d(Eigen::Translation3d(way_m, 0.0, 0.0)); };
        EstimatedPoses poses;
        for (int i = 0; i < 5; ++i)
            poses.world_sensor.push_back(along(0.7 * i));
        std::vector<Change> measured;
        for (const auto& [id, way_m] : {std::pair(FrameId{1}, 100.0), std::pair(FrameId{5}, 103.8)}) {
            Frame frame = document.scene().frames.at(id);
            frame.world_ego = Transform<WorldFrame, EgoFrame>{along(way_m)};
            measured.push_back(ValueChange<Frame>{document.scene().frames.at(id), frame});
        }
        QVERIFY(document.edit(QStringLiteral("measured"), measured));
        QVERIFY(usePoses(document, {1}, poses));
        double before = 100.0;
        for (const qint64 frame : {2, 3, 4, 5}) {
            const double way_m = document.scene().frames.at({frame}).world_ego->m.translation().x();
            QVERIFY(std::abs(way_m - before - 0.95) < 1e-9);
            before = way_m;
        }
    }

    void estimatedPosesAreMarkedAndCanBeForgotten()
    {
        Followed bench;
        EstimatedPoses poses;
        QVERIFY(!usePoses(bench.document, {1}, poses));
        poses.world_sensor.assign(2, Eigen::Isometry3d::Identity());
        poses.world_sensor[1].translation().x() = 0.7;
        QVERIFY(usePoses(bench.document, {1}, poses, MeasuredPoses::Replace));
        QCOMPARE(countPoses(bench.scene(), {1}).estimated, std::size_t(2));
        QCOMPARE(world_sensor(bench.scene().frames.at({2})).m.translation().x(), 0.7);
        QVERIFY(forgetEstimatedPoses(bench.document, {1}));
        QCOMPARE(countPoses(bench.scene(), {1}).posed, std::size_t(0));
        QVERIFY(bench.document.undo());
        QVERIFY(bench.document.undo());
        QVERIFY(isSame(bench.scene(), bench.before));
    }
};

QTEST_GUILESS_MAIN(OverTimeActionsTest)
#include "tst_OverTimeActions.moc"
