#include "model/document/FollowedTrack.h"

#include "tests/support/Scenes.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using test::carShape;
using test::carTrack;

namespace
{

/// Car 1 in frames 1, 2 and 4, car 2 in frame 2.
struct Stage
{
    Document document{made(), nullptr};
    Selection selection;
    FollowedTrack followed{document, selection};

    static Scene made()
    {
        Scene scene = test::sceneOf(4, QStringLiteral("/data"));
        scene.tracks[{1}] = carTrack({1}, 1);
        scene.tracks[{2}] = carTrack({2}, 2);
        for (const qint64 frame : {1, 2, 4})
            scene.shapes.insert(carShape({frame}, {1}, {frame}, 10));
        scene.shapes.insert(carShape({22}, {2}, {2}, 20));
        return scene;
    }
};

} // namespace

class TestFollowedTrack : public QObject
{
    Q_OBJECT
private slots:
    void selectsTheObjectInEachFrame()
    {
        Stage stage;
        stage.selection.setFrame({1});
        stage.selection.setShape({1});
        stage.selection.setFrame({2});
        QCOMPARE(stage.selection.shape(), ShapeId{2});
        stage.selection.setFrame({3});
        QCOMPARE(stage.selection.shape(), ShapeId{});
        QCOMPARE(stage.followed.id(), TrackId{1});
        QCOMPARE(stage.selection.classId(), QStringLiteral("Car"));
        stage.selection.setFrame({4});
        QCOMPARE(stage.selection.shape(), ShapeId{4});
    }

    void staysWithWhatIsSelectedWhenAnUndoGivesItBack()
    {
        Stage stage;
        stage.selection.setFrame({4});
        stage.selection.setShape({4});
        Track later = carTrack({3}, 3);
        Shape moved = stage.document.scene().shapes.at({4});
        const Shape before = moved;
        moved.track = {3};
        QVERIFY(stage.document.edit(
            QStringLiteral("split"), {ValueChange<Track>{{}, later}, ValueChange<Shape>{before, moved}}));
        QCOMPARE(stage.followed.id(), TrackId{3});
        QVERIFY(stage.document.undo());
        QCOMPARE(stage.selection.shape(), ShapeId{4});
        QCOMPARE(stage.followed.id(), TrackId{1});
    }

    void changesWithTheSelection()
    {
        Stage stage;
        const QSignalSpy changes(&stage.followed, &FollowedTrack::changed);
        stage.selection.setFrame({2});
        stage.selection.setShape({2});
        stage.selection.setShape({22});
        QCOMPARE(stage.followed.id(), TrackId{2});
        stage.selection.setShape({});
        QCOMPARE(stage.followed.id(), TrackId{});
        QCOMPARE(changes.size(), 3);
    }

    void whatIsDeletedIsSelectedNoLongerAndStillFollowed()
    {
        Stage stage;
        stage.selection.setFrame({2});
        stage.selection.setShapes({{22}, {2}});
        stage.selection.setHovered({2});
        const Shape gone = stage.document.scene().shapes.at({2});
        QVERIFY(stage.document.edit(QStringLiteral("Delete"), {ValueChange<Shape>{gone, {}}}));
        QCOMPARE(stage.selection.shapes(), std::vector<ShapeId>{{22}});
        QVERIFY(!stage.selection.hovered().isValid());
        stage.followed.follow({1});
        stage.selection.setFrame({4});
        const Shape last = stage.document.scene().shapes.at({4});
        QVERIFY(stage.document.edit(QStringLiteral("Delete"), {ValueChange<Shape>{last, {}}}));
        QVERIFY(!stage.selection.shape().isValid());
        QCOMPARE(stage.followed.id(), TrackId{1});
        QVERIFY(stage.document.undo());
        QVERIFY2(!stage.selection.shape().isValid(), "what comes back is not selected behind anybody's back");
    }

    /// Tools bring half-made work to an end right before the frame changes.
    void anEditOnTheWayToAnotherFrameGivesNothingUp()
    {
        Stage stage;
        stage.selection.setFrame({1});
        stage.selection.setShape({1});
        connect(&stage.selection, &Selection::frameAboutToChange, this, [&stage] {
            const Shape before = stage.document.scene().shapes.at({1});
            Shape after = before;
            after.cuboid.center.x() += 1.0;
            QVERIFY(stage.document.edit(QStringLiteral("Move"), {ValueChange<Shape>{before, after}}));
        });
        stage.selection.setFrame({3});
        QCOMPARE(stage.followed.id(), TrackId{1});
        stage.selection.setFrame({4});
        QCOMPARE(stage.selection.shape(), ShapeId{4});
    }

    void followsWhatHasNoShapeHere()
    {
        Stage stage;
        stage.selection.setFrame({3});
        stage.followed.follow({2});
        QCOMPARE(stage.followed.id(), TrackId{2});
        QCOMPARE(stage.selection.shape(), ShapeId{});
        stage.selection.setFrame({2});
        QCOMPARE(stage.selection.shape(), ShapeId{22});
    }

    void givesUpTracksThatAreGone()
    {
        Stage stage;
        stage.selection.setFrame({2});
        stage.selection.setShape({22});
        const Scene scene = stage.document.scene();
        QVERIFY(stage.document.edit(QStringLiteral("delete"), {ValueChange<Shape>{scene.shapes.at({22}), {}}}));
        QCOMPARE(stage.followed.id(), TrackId{});
    }
};

QTEST_GUILESS_MAIN(TestFollowedTrack)
#include "tst_FollowedTrack.moc"
