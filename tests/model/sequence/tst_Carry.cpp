#include "model/sequence/Carry.h"

#include "model/document/Document.h"
#include "model/geometry/Polygon.h"
#include "tests/support/Drive.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>

using namespace lunkuo;
using namespace lunkuo::test;

/// That objects are found in all frames that show them, and nowhere else.
class TestCarry : public QObject
{
    Q_OBJECT

    static CarryOutcome carried(const Drive& drive, const std::vector<TrackId>& tracks, const CarryRange& range)
    {
        const auto outcome = carry(carryOrder(drive.scene, SequenceId{1}, tracks, range, drive.loader()), {});
        return outcome ? *outcome : CarryOutcome();
    }

    static QString indicesOf(const CarryOutcome::Object& object, Derivation derivation)
    {
        QStringList indices;
        for (const CarriedShape& shape : object.shapes)
            if (shape.shape.derivation == derivation)
                indices << QString::number(shape.index);
        return indices.join(u' ');
    }

    static double worstIou(const Drive& drive, const CarryOutcome::Object& object, std::size_t car)
    {
        double worst = 1.0;
        for (const CarriedShape& shape : object.shapes)
            worst =
                std::min(worst, bevIou(shape.shape.cuboid, drive.truth[static_cast<std::size_t>(shape.index)].at(car)));
        return worst;
    }

private slots:
    void waysOfCars_data()
    {
        QTest::addColumn<CarWay>("way");
        QTest::addColumn<bool>("isStill");
        QTest::newRow("parked") << parkedAt(22.0, -4.8) << true;
        QTest::newRow("ahead, as fast as we are") << drivingFrom(18.0, -1.75, 8.0) << false;
        QTest::newRow("ahead, faster") << drivingFrom(14.0, -1.75, 13.0) << false;
        QTest::newRow("oncoming") << CarWay([](double time_s) {
            return CarPlace{{45.0 - 11.0 * time_s, 1.75}, M_PI};
        }) << false;
        QTest::newRow("turning left") << CarWay([](double time_s) {
            const double turn = 0.7 * time_s;
            return CarPlace{{24.0 + 8.0 * std::sin(turn), -1.75 + 8.0 * (1.0 - std::cos(turn))}, turn};
        }) << false;
        QTest::newRow("stopping") << CarWay([](double time_s) {
            const double braking_s = std::min(time_s, 0.6);
            return CarPlace{{22.0 + 6.0 * braking_s - 5.0 * braking_s * braking_s, -1.75}, 0.0};
        }) << false;
    }

    void waysOfCars()
    {
        QFETCH(CarWay, way);
        QFETCH(bool, isStill);
        Drive drive(9, {way});
        drive.annotate(0, 4);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {4, 0, 8});
        QCOMPARE(outcome.objects.size(), std::size_t(1));
        QCOMPARE(indicesOf(outcome.objects[0], Derivation::Propagated), QStringLiteral("0 1 2 3 5 6 7 8"));
        QCOMPARE(outcome.objects[0].isStill, isStill);
        QVERIFY2(worstIou(drive, outcome.objects[0], 0) > 0.7,
            qPrintable(QString::number(worstIou(drive, outcome.objects[0], 0))));
        QVERIFY(outcome.stops.empty());
        for (const CarriedShape& shape : outcome.objects[0].shapes) {
            const Cuboid& truth = drive.truth[static_cast<std::size_t>(shape.index)].at(0);
            const double turn = std::remainder(shape.shape.cuboid.yaw() - truth.yaw(), 2.0 * M_PI);
            QVERIFY(std::abs(turn) < 0.3);
            QVERIFY(std::abs(shape.shape.cuboid.center.z() - 0.5 * shape.shape.cuboid.size.z() -
                             (truth.center.z() - 0.5 * truth.size.z())) < 0.15);
            const double confidence = shape.shape.confidence;
            QVERIFY2(confidence > 0.3 && confidence < 1.0, qPrintable(QString::number(confidence)));
        }
    }

    /// The wall behind its cab looks like the front of a lorry that stands where the rest of it was.
    void aLorryThatBrakesIsNotLeftBehind()
    {
        const CarWay braking = [](double time_s) {
            const double slowing_s = std::clamp(time_s - 0.3, 0.0, 2.0);
            const double way_m = 7.8 * std::min(time_s, 0.3) + 7.8 * slowing_s - 1.45 * slowing_s * slowing_s;
            return CarPlace{{-17.0 + way_m, -1.75}, 0.0};
        };
        Drive drive(16, {braking}, {QStringLiteral("truck")});
        drive.annotate(0, 0);
        drive.scene.tracks.at(drive.trackId(0)).classId = QStringLiteral("Truck");
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 15});
        QCOMPARE(outcome.objects[0].shapes.size(), std::size_t(15));
        QVERIFY2(worstIou(drive, outcome.objects[0], 0) > 0.7,
            qPrintable(QString::number(worstIou(drive, outcome.objects[0], 0))));
    }

    void whatStandsHasOnePlaceInTheWorld()
    {
        Drive drive(7, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 6});
        std::optional<Eigen::Vector2d> place;
        for (const CarriedShape& shape : outcome.objects.at(0).shapes) {
            const Frame& frame = drive.scene.frames.at(shape.shape.frame);
            const Eigen::Vector2d here = (frame.world_ego->m * shape.shape.cuboid.center).head<2>();
            QVERIFY(!place || (here - *place).norm() < 0.02);
            place = here;
        }
        QVERIFY(place.has_value());
    }

    /// Where it stands it has one place; where it goes it is followed.
    void waitsAndDrives_data()
    {
        QTest::addColumn<CarWay>("way");
        QTest::addColumn<int>("firstStanding");
        QTest::addColumn<int>("lastStanding");
        QTest::newRow("departs in the end") << CarWay([](double time_s) {
            return CarPlace{{28.0 + 3.0 * std::pow(std::max(0.0, time_s - 1.9), 2), -1.75}, 0.0};
        }) << 0 << 19;
        QTest::newRow("stops at the beginning") << CarWay([](double time_s) {
            return CarPlace{{28.0 - 4.0 * std::pow(std::max(0.0, 0.7 - time_s), 2), -1.75}, 0.0};
        }) << 7 << 25;
    }

    void waitsAndDrives()
    {
        QFETCH(CarWay, way);
        QFETCH(int, firstStanding);
        QFETCH(int, lastStanding);
        Drive drive(26, {way});
        drive.annotate(0, 10);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {10, 0, 25});
        const CarryOutcome::Object& object = outcome.objects.at(0);
        QCOMPARE(object.shapes.size(), std::size_t(25));
        QVERIFY(!object.isStill);
        QVERIFY2(worstIou(drive, object, 0) > 0.75, qPrintable(QString::number(worstIou(drive, object, 0))));
        std::optional<Eigen::Vector2d> place;
        for (const CarriedShape& shape : object.shapes) {
            if (shape.index < firstStanding || shape.index > lastStanding)
                continue;
            const Frame& frame = drive.scene.frames.at(shape.shape.frame);
            const Eigen::Vector2d here = (frame.world_ego->m * shape.shape.cuboid.center).head<2>();
            QVERIFY(!place || (here - *place).norm() < 0.02);
            place = here;
        }
    }

    /// Something else is at each place where it is found: as if it were seen nowhere, and the search ends.
    void endsWhereItIsWithdrawnFrameByFrame()
    {
        Drive drive(20, {drivingFrom(18.0, -1.75, 8.0)});
        drive.annotate(0, 0);
        drive.annotate(0, 1);
        CarryOrder order = carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 19}, drive.loader());
        Propagator object(order.tasks.at(0));
        object.setOut(1);
        int looked = 0;
        for (const Frame& frame : *order.frames) {
            if (object.wants(frame) && frame.index > 1)
                ++looked;
            object.step(frame, drive.loaded[static_cast<std::size_t>(frame.index)]->prepared.get());
            if (frame.index > 1 && object.foundIn(frame))
                object.withdraw(frame);
        }
        QVERIFY(object.endOf(1).has_value());
        QCOMPARE(object.endOf(1)->index, 2);
        QVERIFY2(looked <= 5, qPrintable(QString::number(looked)));
        QCOMPARE(object.findings().sightings.size(), std::size_t(2));
        for (const auto& [index, evidence] : object.findings().evidence)
            QVERIFY(index < 2);
        for (const auto& [index, boxes] : object.findings().completed)
            QVERIFY(index < 2);
    }

    /// A frame that was read ahead goes as soon as nobody looks for anything there any more.
    void readsNothingAheadThatNobodyWants()
    {
        const CarWay gone = [way = drivingFrom(18.0, -1.75, 8.0)](
                                double time_s) { return time_s < 0.45 ? way(time_s) : std::nullopt; };
        Drive drive(24, {gone});
        drive.annotate(0, 0);
        drive.annotate(0, 1);
        CarryOrder order = carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 23}, drive.loader());
        std::mutex mutex;
        std::vector<std::weak_ptr<const LoadedFrame>> handedOut;
        order.load = [&, load = drive.loader()](const Frame& frame) -> Result<LoadedFramePtr> {
            const auto original = load(frame);
            auto copy = std::make_shared<const LoadedFrame>(**original);
            const std::lock_guard lock(mutex);
            handedOut.push_back(copy);
            return copy;
        };
        std::vector<std::size_t> alive;
        const Progress progress([&](int done, int) {
            const std::lock_guard lock(mutex);
            if (done > 20 && done <= 24)
                alive.push_back(static_cast<std::size_t>(std::count_if(
                    handedOut.begin(), handedOut.end(), [](const auto& frame) { return !frame.expired(); })));
        });
        QVERIFY(carry(order, progress));
        QVERIFY2(handedOut.size() > 4 && handedOut.size() < 20, qPrintable(QString::number(handedOut.size())));
        QCOMPARE(*std::max_element(alive.begin(), alive.end()), std::size_t(0));
    }

    /// What another walk found may be withdrawn before this one has met it anywhere.
    void withdrawsWhatTheOtherWalkFound()
    {
        Drive drive(3, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        CarryOrder order = carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 2}, drive.loader());
        Propagator object(order.tasks.at(0));
        object.setOut(1);
        for (const Frame& frame : *order.frames)
            object.step(frame, drive.loaded[static_cast<std::size_t>(frame.index)]->prepared.get());
        const Frame& last = order.frames->back();
        QVERIFY(object.foundIn(last));
        object.setOut(-1);
        object.step(last, drive.loaded.back()->prepared.get());
        object.withdraw(last);
        QVERIFY(!object.foundIn(last));
        QVERIFY(!object.endOf(-1));
    }

    void equalBoxesShareOneOutline()
    {
        Drive drive(6, {parkedAt(20.0, -4.8)});
        Shape shape = drive.annotate(0, 0);
        Outline outline;
        outline.footprint = {{-1.0, -1.0}, {1.0, -1.0}, {1.0, 1.0}};
        outline.vertices = {{-1.0, -1.0, 0.0}, {1.0, -1.0, 0.0}, {1.0, 1.0, 1.0}};
        shape.outline = outline;
        drive.scene.shapes.insert(shape);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 5});
        const auto& shapes = outcome.objects.at(0).shapes;
        QCOMPARE(shapes.size(), std::size_t(5));
        for (const CarriedShape& carriedShape : shapes)
            QVERIFY(carriedShape.shape.outline.isSharedWith(shapes[0].shape.outline));
        const SharedOutline same = resized(shape.outline, shape.cuboid.size, shape.cuboid.size);
        QVERIFY(same.isSharedWith(shape.outline));
    }

    /// However long the sequence, few clouds are in memory at a time, and none is read that nobody wants.
    void keepsFewFramesInMemory()
    {
        Drive drive(18, {parkedAt(24.0, -4.8)});
        for (int frame = 0; frame < 18; ++frame)
            if (frame % 3 != 1)
                drive.annotate(0, frame, 1.0);
        std::mutex mutex;
        std::vector<std::weak_ptr<const LoadedFrame>> read;
        std::size_t most = 0;
        QStringList indices;
        const auto load = [&](const Frame& frame) -> Result<LoadedFramePtr> {
            auto copy = std::make_shared<LoadedFrame>(*drive.loaded[static_cast<std::size_t>(frame.index)]);
            const std::lock_guard lock(mutex);
            read.emplace_back(copy);
            indices << QString::number(frame.index);
            const auto alive = std::count_if(read.begin(), read.end(), [](const auto& at) { return !at.expired(); });
            most = std::max(most, static_cast<std::size_t>(alive));
            return LoadedFramePtr(std::move(copy));
        };
        QVERIFY(carry(carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 17}, load), {}));
        indices.sort();
        indices.removeDuplicates();
        QCOMPARE(indices.join(u' '), QStringLiteral("1 10 13 16 4 7"));
        QVERIFY2(most <= 4, qPrintable(QString::number(most)));
    }

    void staysWithItsOwnCarInARow()
    {
        Drive drive(6, {parkedAt(16.0, -4.8), parkedAt(21.2, -4.8), parkedAt(26.4, -4.8)});
        for (const std::size_t car : {0, 1, 2})
            drive.annotate(car, 0);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0), drive.trackId(1), drive.trackId(2)}, {0, 0, 5});
        QCOMPARE(outcome.objects.size(), std::size_t(3));
        for (const std::size_t car : {0, 1, 2})
            QVERIFY(worstIou(drive, outcome.objects[car], car) > 0.75);
    }

    void comesBackFromBehindABus()
    {
        // A lorry stands between us and the far lane for a while.
        const CarWay hidden = [](double time_s) { return CarPlace{{24.0 + 5.0 * time_s, 5.0}, 0.0}; };
        const CarWay lorry = [](double time_s) -> std::optional<CarPlace> {
            if (time_s < 0.35 || time_s > 0.65)
                return std::nullopt;
            return CarPlace{{15.0 + 8.0 * time_s, 2.6}, 0.0};
        };
        Drive drive(11, {hidden, lorry}, {QStringLiteral("saloon"), QStringLiteral("bus")});
        drive.annotate(0, 0);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 10});
        const CarryOutcome::Object& object = outcome.objects.at(0);
        QCOMPARE(object.shapes.size(), std::size_t(10));
        QVERIFY2(!indicesOf(object, Derivation::Interpolated).isEmpty(), "it was never hidden");
        QVERIFY(worstIou(drive, object, 0) > 0.6);
    }

    void stopsWhereItIsGone()
    {
        const CarWay gone = [](double time_s) -> std::optional<CarPlace> {
            if (time_s > 0.35)
                return std::nullopt;
            return CarPlace{{20.0, -4.8}, 0.0};
        };
        Drive drive(8, {gone});
        drive.annotate(0, 0);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 7});
        QCOMPARE(indicesOf(outcome.objects.at(0), Derivation::Propagated), QStringLiteral("1 2 3"));
        QCOMPARE(outcome.stops.size(), std::size_t(1));
        QCOMPARE(outcome.stops[0].frame, drive.frameId(4));
        QVERIFY(outcome.stops[0].why == CarryEnd::OutOfSight);
        QCOMPARE(sentencesOf(drive.scene, outcome.stops).join(u' '),
            QStringLiteral("Car 1 is out of sight from frame 000004 on."));
    }

    void doesNotEnterAnotherObject()
    {
        Drive drive(3, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        // Somebody else's box is where it would be found.
        Shape other = drive.annotate(0, 1);
        drive.scene.tracks.emplace(TrackId{9}, Track{TrackId{9}, SequenceId{1}, 9, QStringLiteral("Car"), {}, {}});
        drive.scene.shapes.erase(other.id);
        other.track = TrackId{9};
        drive.scene.shapes.insert(other);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 1});
        QVERIFY(outcome.objects.at(0).shapes.empty());
        QCOMPARE(outcome.stops.size(), std::size_t(1));
        QVERIFY(outcome.stops[0].why == CarryEnd::FitLost);
    }

    void keyFramesLocksAndDoneFramesStay()
    {
        Drive drive(6, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        Shape key = drive.annotate(0, 2);
        key.cuboid.center.x() += 0.7; // as a person wanted it
        drive.scene.shapes.insert(key);
        Shape locked = drive.annotate(0, 3);
        locked.derivation = Derivation::Propagated;
        locked.locked = true;
        drive.scene.shapes.insert(locked);
        drive.scene.frames.at(drive.frameId(4)).state = FrameState::Done;
        const Scene before = drive.scene;
        Document document(drive.scene, nullptr);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 5});
        QVERIFY(document.edit(QStringLiteral("carry"),
            changesOf(document.scene(), outcome, [&document] { return document.newShapeId(); }), EditBy::Algorithm));
        const auto shapeIn = [&](int frame) {
            return document.scene().shapes.of(drive.trackId(0), drive.frameId(frame));
        };
        QVERIFY(*shapeIn(0) == before.shapes.at(ShapeId{1}));
        QVERIFY(*shapeIn(2) == key);
        QVERIFY(*shapeIn(3) == locked);
        QVERIFY(!shapeIn(4));
        QVERIFY(shapeIn(1) && shapeIn(5));
        QVERIFY(document.undo());
        QCOMPARE(document.scene().shapes.size(), before.shapes.size());
        QVERIFY(!document.canUndo());
    }

    void replacesWhatItFoundBefore()
    {
        Drive drive(4, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        Shape old = drive.annotate(0, 1);
        old.derivation = Derivation::Propagated;
        old.cuboid.center.x() += 1.0;
        drive.scene.shapes.insert(old);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 3});
        const std::vector<Change> changes = changesOf(drive.scene, outcome, [] { return ShapeId{77}; });
        const auto& first = std::get<ValueChange<Shape>>(changes.at(0));
        QVERIFY(first.before && first.after && first.after->id == old.id);
        QVERIFY(bevIou(first.after->cuboid, drive.truth[1].at(0)) > 0.8);
    }

    void nothingIsAddedWhereTheObjectIsAbsent()
    {
        Drive drive(5, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 4});
        // Said while the carry was running.
        drive.scene.tracks.at(drive.trackId(0)).absent.add({3, 9});
        QStringList names;
        for (const Change& change : changesOf(drive.scene, outcome, [] { return ShapeId{77}; }))
            if (const auto* shape = std::get_if<ValueChange<Shape>>(&change))
                names << drive.scene.frames.at(shape->after->frame).name;
        QCOMPARE(names.size(), 2);
    }

    void answersStayWhereTheObjectIsNotFound()
    {
        Drive drive(5, {parkedAt(20.0, -4.8)});
        CarryOutcome outcome;
        outcome.objects.push_back({drive.trackId(0), {}, false, {}});
        for (int frame = 0; frame < 5; ++frame) {
            Shape shape = drive.annotate(0, frame);
            shape.derivation = frame == 0 || frame == 4 ? Derivation::KeyFrame : Derivation::Propagated;
            shape.attributes[QStringLiteral("occlusion")] = QString::number(frame == 2 || frame == 3 ? 3 : 0);
            drive.scene.shapes.insert(shape);
            shape.derivation = Derivation::Interpolated;
            shape.attributes.clear();
            if (frame > 0 && frame < 4)
                outcome.objects.front().shapes.push_back({frame, shape});
        }
        Document document(drive.scene, nullptr);
        QVERIFY(document.edit(QStringLiteral("carry"),
            changesOf(document.scene(), outcome, [&document] { return document.newShapeId(); }), EditBy::Algorithm));
        QString answers;
        for (int frame = 0; frame < 5; ++frame)
            answers += document.scene()
                           .shapes.of(drive.trackId(0), drive.frameId(frame))
                           ->attributes.at(QStringLiteral("occlusion"))
                           .toString();
        QCOMPARE(answers, QStringLiteral("00330"));
    }

    void carriesOneFrameWithTheMotionItHad()
    {
        Drive drive(5, {drivingFrom(14.0, -1.75, 14.0)});
        for (int frame = 0; frame < 4; ++frame) {
            Shape shape = drive.annotate(0, frame);
            shape.derivation = frame == 0 ? Derivation::KeyFrame : Derivation::Propagated;
            drive.scene.shapes.insert(shape);
        }
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {3, 3, 4});
        QCOMPARE(indicesOf(outcome.objects.at(0), Derivation::Propagated), QStringLiteral("4"));
        QVERIFY(worstIou(drive, outcome.objects[0], 0) > 0.8);
    }

    void oneSizeForTheTrack()
    {
        Drive drive(3, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        drive.scene.tracks.at(drive.trackId(0)).size = Eigen::Vector3d(4.6, 1.85, 1.5);
        const CarryOutcome outcome = carried(drive, {drive.trackId(0)}, {0, 0, 2});
        for (const CarriedShape& shape : outcome.objects.at(0).shapes)
            QCOMPARE(shape.shape.cuboid.size, Eigen::Vector3d(4.6, 1.85, 1.5));
    }

    void cloudsThatCannotBeRead()
    {
        Drive drive(4, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        const auto broken = [](const Frame&) -> Result<LoadedFramePtr> {
            return tl::unexpected(Error{QStringLiteral("The disk is gone.")});
        };
        const auto none = carry(carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 3}, broken), {});
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, QStringLiteral("The disk is gone."));
        const auto oneBroken = [&](const Frame& frame) {
            return frame.index == 1 ? broken(frame) : drive.loader()(frame);
        };
        const auto some = carry(carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 3}, oneBroken), {});
        QVERIFY(some.has_value());
        QCOMPARE(indicesOf(some->objects.at(0), Derivation::Propagated), QStringLiteral("2 3"));
    }

    void nothingToCarry()
    {
        Drive drive(2, {parkedAt(20.0, -4.8)});
        QVERIFY(carried(drive, {}, {0, 0, 1}).objects.empty());
        QVERIFY(carried(drive, {TrackId{42}}, {0, 0, 1}).objects.empty());
        drive.annotate(0, 0);
        QVERIFY(carried(drive, {drive.trackId(0)}, {1, 1, 1}).objects.at(0).shapes.empty());
    }

    void stopsWhenCancelled()
    {
        Drive drive(3, {parkedAt(20.0, -4.8)});
        drive.annotate(0, 0);
        const Progress progress;
        progress.cancel();
        QVERIFY(
            !carry(carryOrder(drive.scene, SequenceId{1}, {drive.trackId(0)}, {0, 0, 2}, drive.loader()), progress));
    }
};

QTEST_APPLESS_MAIN(TestCarry)
#include "tst_Carry.moc"
