#include "model/sequence/MergedView.h"

#include "model/sequence/WorldPose.h"
#include "model/tools/StillObjects.h"
#include "tests/support/Convoy.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::Convoy;

namespace
{

/// Without what lies on the road below it.
Cuboid overGround(Cuboid cuboid)
{
    cuboid.center.z() += 0.15;
    return cuboid;
}

struct Merging : Convoy
{
    explicit Merging(const QString& row, bool hasPoses = true)
        : Convoy(row, hasPoses)
        , own(frames->loadedFrame({1})->cloud->size())
    {
    }
    [[nodiscard]] bool merge(int first, int last, bool withoutMoving = true)
    {
        view.show({first, last, withoutMoving});
        return QTest::qWaitFor([this] { return view.isShown() || !view.isBuilding(); }) && view.isShown();
    }
    [[nodiscard]] LoadedFramePtr shown() const { return frames->loadedFrame(selection.frame()); }

    MergedView view{*document, selection, *frames};
    std::size_t own;
};

} // namespace

class MergedViewTest : public QObject
{
    Q_OBJECT
private slots:
    void theCurrentFrameShowsAllFramesOfTheRange()
    {
        Merging scene(QStringLiteral("KKKKK"));
        QSignalSpy loaded(scene.frames.get(), &FrameCache::loaded);
        QVERIFY(scene.merge(0, 2, false));
        // its neighbours are read ahead meanwhile and may come after it
        QVERIFY(std::any_of(loaded.begin(), loaded.end(),
            [](const auto& signal) { return signal[0].template value<FrameId>() == FrameId{1}; }));
        QCOMPARE(scene.shown()->merged.size(), std::size_t(3));
        QVERIFY(scene.shown()->cloud->size() > 2 * scene.own);
        const Cuboid parked = overGround(scene.parkedIn({1}));
        QCOMPARE(
            scene.shown()->index->count(parked, 0.05), 3 * scene.frames->ownFrame({1})->index->count(parked, 0.05));
        QTRY_VERIFY(scene.frames->loadedFrame({2}));
        QVERIFY2(scene.frames->loadedFrame({2})->merged.empty(), "other frames are what they were");
        scene.view.end();
        QCOMPARE(scene.shown()->cloud->size(), scene.own);
        QVERIFY(!scene.view.isShown());
    }

    void whatMovesIsThereOnceOnRequest()
    {
        Merging scene(QStringLiteral("KKKKK"));
        QVERIFY(scene.merge(0, 4, true));
        const Cuboid ahead = overGround(scene.ahead());
        QCOMPARE(scene.shown()->index->count(ahead, 0.05), scene.frames->ownFrame({1})->index->count(ahead, 0.05));
        Cuboid further = ahead;
        further.center.x() += 2 * 0.83; // where it is in the third frame
        const std::size_t without = scene.shown()->index->count(further);
        QVERIFY(scene.merge(0, 4, false));
        QVERIFY(scene.shown()->index->count(further) > 2 * without);
    }

    void theCurrentFrameIsAlwaysInTheRange()
    {
        Merging scene(QStringLiteral("KKKKK"));
        QVERIFY(scene.merge(3, 90));
        QCOMPARE(scene.view.range().first, 0);
        QCOMPARE(scene.view.range().last, 4);
    }

    void goingToAnotherFrameEndsIt()
    {
        Merging scene(QStringLiteral("KKK"));
        QVERIFY(scene.merge(0, 2));
        scene.selection.setFrame({2});
        QVERIFY(!scene.view.isShown());
        QTRY_VERIFY(scene.shown());
        QVERIFY(scene.shown()->merged.empty());
        scene.selection.setFrame({1});
        QTRY_VERIFY(scene.shown());
        QVERIFY(scene.shown()->merged.empty());
    }

    void stoppingLeavesTheFrameAsItWas()
    {
        Merging scene(QStringLiteral("KKK"));
        QSignalSpy failed(&scene.view, &MergedView::failed);
        scene.view.show({0, 2, true});
        QVERIFY(scene.view.isBuilding());
        scene.view.end();
        QVERIFY(!scene.view.isBuilding());
        QTest::qWait(300);
        QVERIFY(!scene.view.isShown() && scene.shown()->merged.empty());
        QCOMPARE(failed.count(), 0);
    }

    void withoutPosesItSaysWhyNot()
    {
        Merging scene(QStringLiteral("KKK"), false);
        QSignalSpy failed(&scene.view, &MergedView::failed);
        QVERIFY(!scene.merge(0, 2));
        QCOMPARE(failed.count(), 1);
        QVERIFY2(failed[0][0].toString().contains(QStringLiteral("no ego pose")), qPrintable(failed[0][0].toString()));
        QVERIFY(!Merging(QStringLiteral("K")).view.isPossible());
    }

    void aCloudThatCannotBeReadIsNamed()
    {
        Merging scene(QStringLiteral("KKKKKKKK"));
        QSignalSpy failed(&scene.view, &MergedView::failed);
        QVERIFY(QFile::remove(scene.scene().frames.at({7}).cloudPath));
        QVERIFY(!scene.merge(0, 7));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(QStringLiteral("000006.bin")));
        QVERIFY(scene.shown()->merged.empty());
    }

    void otherPosesEndIt()
    {
        Merging scene(QStringLiteral("KKK"));
        QVERIFY(scene.merge(0, 2));
        Frame moved = scene.scene().frames.at({2});
        moved.world_ego->m.translation().y() += 1.0;
        QVERIFY(
            scene.document->edit(QStringLiteral("pose"), {ValueChange<Frame>{scene.scene().frames.at({2}), moved}}));
        QTRY_VERIFY(!scene.view.isShown());
    }

    void anObjectMadeInItStandsInEveryFrameAsOneEdit()
    {
        Merging scene(QStringLiteral("KKKKK"));
        QVERIFY(scene.merge(0, 3));
        Shape parked;
        parked.frame = {1};
        parked.cuboid = scene.parkedIn({1});
        parked.seeds = {{parked.cuboid.center, true}};
        const int before = scene.document->undoDepth();
        const auto added =
            addObject(*scene.document, *scene.frames, QStringLiteral("Complete Car"), parked, QStringLiteral("Car"));
        QVERIFY(added);
        const TrackId track = scene.scene().shapes.at(*added).track;
        QCOMPARE(scene.row(track), QStringLiteral("Kppp."));
        QCOMPARE(scene.document->undoDepth(), before + 1);
        for (const ShapeId id : scene.scene().shapesOf(track)) {
            const Shape& shape = scene.scene().shapes.at(id);
            QVERIFY((shape.cuboid.center - scene.parkedIn(shape.frame).center).norm() < 1e-9);
            QCOMPARE(shape.seeds.size(), std::size_t(shape.frame == FrameId{1} ? 1 : 0));
            QCOMPARE(scene.scene().frames.at(shape.frame).state, FrameState::InWork);
        }
        QVERIFY(scene.document->undo());
        QVERIFY(!scene.scene().tracks.contains(track));
    }

    void framesThatCannotSeeItAreLeftOut()
    {
        Merging scene(QStringLiteral("KKKK"));
        QVERIFY(scene.merge(0, 3));
        auto merged = std::make_shared<LoadedFrame>(*scene.shown());
        Shape far;
        far.frame = {1};
        far.cuboid = Cuboid::fromYaw({300.0, 0.0, 0.0}, {4.2, 1.8, 1.5}, 0.0);
        QVERIFY(throughout(scene.scene(), *merged, far).empty());
        for (MergedPart& part : merged->merged)
            part.reach_m = part.frame == FrameId{3} ? 400.0 : 40.0;
        const std::vector<Shape> carried = throughout(scene.scene(), *merged, far);
        QCOMPARE(carried.size(), std::size_t(1));
        QCOMPARE(carried.front().frame, FrameId{3});
        QVERIFY(std::abs(carried.front().cuboid.center.x() - (300.0 - 2 * 0.83)) < 1e-9);
    }

    void elsewhereAnObjectIsInItsFrameOnly()
    {
        Merging scene(QStringLiteral("KKK"));
        Shape parked;
        parked.frame = {1};
        parked.cuboid = scene.parkedIn({1});
        const auto added =
            addObject(*scene.document, *scene.frames, QStringLiteral("Car"), parked, QStringLiteral("Car"));
        QCOMPARE(scene.row(scene.scene().shapes.at(*added).track), QStringLiteral("K.."));
    }
};

QTEST_GUILESS_MAIN(MergedViewTest)
#include "tst_MergedView.moc"
