#include "model/formats/ExportSelection.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
/// Frames by name with how many boxes each has: "000007:4 000008:4".
QString picture(const Scene& scene)
{
    QStringList parts;
    for (const FrameId id : scene.frameOrder())
        parts << u"%1:%2"_qs.arg(scene.frames.at(id).name).arg(scene.shapesOf(id).size());
    return parts.join(u' ');
}

/// Three frames of four objects; objects 3 is a pedestrian; object n is n * 10 m ahead.
Scene rowOfObjects()
{
    Scene scene = madeUpScene({});
    ShapeTable shapes;
    for (const auto& [id, shape] : scene.shapes) {
        Shape moved = shape;
        moved.cuboid.center = {10.0 * static_cast<double>(shape.track.value), 0.0, 0.0};
        shapes.insert(moved);
    }
    scene.shapes = shapes;
    return scene;
}

/// Every reference leads somewhere, and nothing is empty.
void expectWhole(const Scene& scene)
{
    std::set<TrackId> used;
    for (const auto& [id, shape] : scene.shapes) {
        QVERIFY(scene.frames.count(shape.frame) == 1 && scene.tracks.count(shape.track) == 1);
        used.insert(shape.track);
    }
    QCOMPARE(used.size(), scene.tracks.size());
}
} // namespace

class ExportSelectionTest : public QObject
{
    Q_OBJECT
private slots:
    void everythingGoesOutByItself()
    {
        const Scene scene = madeUpScene({});
        const SelectedScene all = selected(scene, {});
        QCOMPARE(picture(all.scene), picture(scene));
        QVERIFY(all.scene.shapes == scene.shapes && all.scene.tracks == scene.tracks);
        QVERIFY(all.leftOut.sentences().isEmpty());
    }

    void onlyFinishedFrames()
    {
        Scene scene = madeUpScene({});
        scene.frames.at({2}).state = FrameState::Done;
        scene.frames.at({3}).state = FrameState::InWork;
        ExportSelection selection;
        selection.finishedOnly = true;
        const SelectedScene some = selected(scene, selection);
        QCOMPARE(picture(some.scene), u"000008:4"_qs);
        QCOMPARE(some.leftOut.sentences(), QStringList{u"Frames that are not finished, left out: 2."_qs});
        expectWhole(some.scene);
    }

    void onlyWhatWasAccepted()
    {
        Scene scene = madeUpScene({});
        const ShapeId other = scene.shapesOf(FrameId{3}).front();
        const auto say = [&scene](qint64 id, FrameId frame, TrackId track, VerdictState state) {
            Verdict verdict;
            verdict.id = {id};
            verdict.frame = frame;
            verdict.track = track;
            verdict.state = state;
            scene.verdicts.insert_or_assign(verdict.id, verdict);
        };
        say(1, {2}, {}, VerdictState::Accepted);
        say(2, {3}, {}, VerdictState::Rejected);
        say(3, {3}, scene.shapes.at(other).track, VerdictState::Accepted);
        ExportSelection selection;
        selection.gate = ReviewGate::Frames;
        const SelectedScene frames = selected(scene, selection);
        QCOMPARE(picture(frames.scene), u"000008:4"_qs);
        QCOMPARE(frames.leftOut.sentences(), QStringList{u"Frames that no reviewer has accepted, left out: 2."_qs});
        expectWhole(frames.scene);
        selection.gate = ReviewGate::Objects;
        const SelectedScene objects = selected(scene, selection);
        QCOMPARE(picture(objects.scene), u"000007:0 000008:0 000009:1"_qs);
        QCOMPARE(objects.leftOut.sentences().last(), u"Boxes that no reviewer has accepted, left out: 11."_qs);
        QVERIFY(objects.leftOut.sentences().first().startsWith(
            u"Frames whose annotation goes out incomplete, because some of their boxes are not accepted: 3."_qs));
        expectWhole(objects.scene);
        QVERIFY(ExportSelection::fromJson(selection.toJson()) == selection);
    }

    /// What nobody wanted of a frame is not missing in it; frames with a gap can be left out.
    void framesWithAGapAreToldAndLeftOut()
    {
        Scene scene = rowOfObjects();
        qint64 said = 0;
        const auto accept = [&](const Shape& shape) {
            Verdict verdict;
            verdict.id = {++said};
            verdict.frame = shape.frame;
            verdict.track = shape.track;
            scene.verdicts.insert_or_assign(verdict.id, verdict);
        };
        // Of the first frame all, of the second one all but the farthest, of the third one nothing.
        for (const auto& [id, shape] : scene.shapes)
            if (shape.frame == FrameId{1} || (shape.frame == FrameId{2} && shape.track != TrackId{4}))
                accept(shape);
        ExportSelection selection;
        selection.gate = ReviewGate::Objects;
        QCOMPARE(selected(scene, selection).leftOut.incompleteFrames, 2);
        selection.range_m = 35.0;
        QCOMPARE(selected(scene, selection).leftOut.incompleteFrames, 1);
        selection.range_m = 0.0;
        selection.gate = ReviewGate::WholeFrames;
        const SelectedScene whole = selected(scene, selection);
        QCOMPARE(picture(whole.scene), u"000007:4"_qs);
        QCOMPARE(whole.leftOut.sentences(), QStringList{u"Frames that no reviewer has accepted, left out: 2."_qs});
        QVERIFY(ExportSelection::fromJson(selection.toJson()) == selection);
    }

    void rangeCountsInEachSequence()
    {
        Scene scene = madeUpScene({.frames = 5});
        scene.sequences[{2}] = {{2}, u"night"_qs, {}};
        for (const qint64 id : {4, 5})
            scene.frames.at({id}).sequence = {2};
        ExportSelection selection;
        selection.firstFrame = 2;
        selection.lastFrame = 2;
        QCOMPARE(picture(selected(scene, selection).scene), u"000008:4 000011:4"_qs);
        selection.lastFrame = 0;
        QCOMPARE(picture(selected(scene, selection).scene), u"000008:4 000009:4 000011:4"_qs);
        selection.firstFrame = 3;
        const SelectedScene late = selected(scene, selection);
        QCOMPARE(picture(late.scene), u"000009:4"_qs);
        QCOMPARE(late.leftOut.framesOutsideRange, 4);
        expectWhole(late.scene);
    }

    void classesAreMappedOrStayAtHome()
    {
        ExportSelection selection;
        selection.mapping.classes = {{u"Car"_qs, u"Vehicle"_qs}, {u"Pedestrian"_qs, std::nullopt}};
        const SelectedScene cars = selected(rowOfObjects(), selection);
        QCOMPARE(picture(cars.scene), u"000007:3 000008:3 000009:3"_qs);
        QCOMPARE(cars.leftOut.classes, 3);
        for (const auto& [id, track] : cars.scene.tracks)
            QCOMPARE(track.classId, u"Vehicle"_qs);
        QVERIFY(cars.scene.taxonomy.classOf(u"Vehicle"_qs) && !cars.scene.taxonomy.classOf(u"Car"_qs));
        expectWhole(cars.scene);
    }

    void farBoxesStayAtHome()
    {
        Scene scene = rowOfObjects();
        ExportSelection selection;
        selection.range_m = 20.0;
        QCOMPARE(picture(selected(scene, selection).scene), u"000007:2 000008:2 000009:2"_qs);
        // From where the sensor is, not from the origin of the cloud.
        scene.calibrations.at({1}).sensorOrigin = Eigen::Vector3d(30.0, 0.0, 100.0);
        const SelectedScene near = selected(scene, selection);
        QCOMPARE(picture(near.scene), u"000007:4 000008:4 000009:4"_qs);
        QCOMPARE(near.leftOut.tooFar, 0);
    }

    void sparseBoxesStayAtHome()
    {
        SelectedScene all = selected(madeUpScene({}), {});
        dropSparse(all, 5, {{{1}, 4}, {{2}, 5}, {{3}, 0}});
        QCOMPARE(all.scene.shapes.size(), 10U);
        QVERIFY(!all.scene.shapes.contains({1}) && all.scene.shapes.contains({2}));
        QCOMPARE(all.leftOut.sentences(), QStringList{u"Boxes with too few points, left out: 2."_qs});
    }

    void pointsAreCountedInTheClouds()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 2, .objects = 1}, dir.filePath(u"data"_qs));
        // The made-up clouds are ten points at the origin.
        Shape shape = scene.shapes.at({1});
        shape.cuboid = Cuboid::fromYaw({0.4, 0, 0}, {1, 1, 1}, 0);
        scene.shapes.insert(shape);
        ExportSelection selection;
        selection.minimumPoints = 10;
        const auto some = selectedScene(scene, selection, QDir(dir.path()), {});
        QVERIFY2(some, some ? "" : qPrintable(some.error().sentence));
        QCOMPARE(picture(some->scene), u"000007:1 000008:0"_qs);
        selection.minimumPoints = 11;
        QCOMPARE(selectedScene(scene, selection, QDir(dir.path()), {})->scene.shapes.size(), 0U);
        const Progress stopped;
        stopped.cancel();
        QVERIFY(!selectedScene(scene, selection, QDir(dir.path()), stopped));
        QVERIFY(QFile::remove(scene.frames.at({2}).cloudPath));
        const auto missing = selectedScene(scene, selection, QDir(dir.path()), {});
        QVERIFY(!missing && missing.error().sentence.contains(u"000008.bin"_qs));
    }

    void framesAreDroppedWithWhatIsInThem()
    {
        Scene scene = madeUpScene({});
        dropFrames(scene, {{1}, {3}});
        QCOMPARE(picture(scene), u"000008:4"_qs);
        expectWhole(scene);
    }

    void survivesJson()
    {
        ExportSelection selection{true, ReviewGate::Frames, 3, 9, 5, 60.5, {}};
        selection.mapping.name = u"mine"_qs;
        selection.mapping.classes = {{u"Car"_qs, u"V"_qs}, {u"Bus"_qs, std::nullopt}};
        QVERIFY(ExportSelection::fromJson(selection.toJson()) == selection);
        QVERIFY(ExportSelection::fromJson({}) == ExportSelection());
        QVERIFY(
            ExportSelection::fromJson({{u"minimumPoints"_qs, -4}, {u"firstFrame"_qs, u"x"_qs}}) == ExportSelection());
    }
};

QTEST_GUILESS_MAIN(ExportSelectionTest)
#include "tst_ExportSelection.moc"
