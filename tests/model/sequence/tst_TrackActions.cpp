#include "model/sequence/KnownShapes.h"
#include "model/sequence/TrackActions.h"

#include "model/sequence/WorldPose.h"

#include "tests/support/Scenes.h"

#include <QSignalSpy>
#include <QTest>
#include <random>
#include <set>

using namespace lunkuo;
using test::carShape;
using test::carTrack;
using test::isSame;

namespace
{

constexpr int frameCount = 8;

/// A parked car seen from a sensor that moves on 0.83 m a frame.
Cuboid parked(const Scene& scene, FrameId frame)
{
    return inSensor(scene.frames.at(frame), Cuboid::fromYaw({20, 3, -0.9}, {4.2, 1.8, 1.55}, 0.3));
}

/// One character per frame: K key frame, p propagated, i interpolated, L locked, . none.
QString rowOf(const Scene& scene, TrackId track)
{
    QString row;
    for (const FrameId frame : scene.framesOf({1})) {
        const Shape* shape = scene.shapes.of(track, frame);
        row += !shape ? u'.' : shape->locked ? u'L' : u"Kpi"[int(shape->derivation)];
    }
    return row;
}

/// Each track as "Car 1 Kii.K...", by id.
QString rowsOf(const Scene& scene)
{
    QStringList rows;
    for (const auto& [id, track] : scene.tracks)
        rows << QStringLiteral("%1 %2").arg(nameOf(scene, track), rowOf(scene, id));
    return rows.join(QStringLiteral(" | "));
}

/// A document of tracks 1, 2, … that are as the rows say. Frames that are done are given by their numbers.
struct Yard
{
    explicit Yard(const QStringList& rows, const std::vector<qint64>& done = {})
    {
        Scene scene = test::sceneOf(frameCount, QStringLiteral("/data"));
        for (const qint64 frame : done)
            scene.frames[{frame}].state = FrameState::Done;
        qint64 id = 0;
        for (qsizetype t = 0; t < rows.size(); ++t) {
            const TrackId track{t + 1};
            scene.tracks[track] = carTrack(track, int(t) + 1);
            for (qsizetype i = 0; i < rows[t].size(); ++i) {
                const QChar sign = rows[t][i];
                if (sign == u'.')
                    continue;
                Shape shape = carShape({++id}, track, {i + 1}, 0);
                shape.cuboid = parked(scene, {i + 1});
                shape.locked = sign == u'L';
                shape.derivation = sign == u'i' || sign == u'L' ? Derivation::Interpolated
                                   : sign == u'p'               ? Derivation::Propagated
                                                                : Derivation::KeyFrame;
                scene.shapes.insert(shape);
            }
        }
        document = std::make_unique<Document>(scene, nullptr);
        start = document->scene();
    }

    [[nodiscard]] const Scene& scene() const { return document->scene(); }
    [[nodiscard]] QString rows() const { return rowsOf(scene()); }
    const Shape& shape(qint64 track, qint64 frame) const { return *scene().shapes.of({track}, {frame}); }
    /// Takes back what was done, which must be one step; whether that led to where it started.
    bool undoesInOneStep() { return document->undoDepth() == 1 && document->undo() && isSame(scene(), start); }
    QString outcome(const Result<void>& result) { return result ? rows() : result.error().sentence; }
    QString outcome(const Result<TrackId>& result) { return result ? rows() : result.error().sentence; }
    /// The answers about one attribute, frame by frame; . where there is no shape, - where no answer.
    [[nodiscard]] QString answers(TrackId track, const QString& attribute) const
    {
        QString row;
        for (const FrameId frame : scene().framesOf({1})) {
            const Shape* shape = scene().shapes.of(track, frame);
            const bool isAnswered = shape && shape->attributes.contains(attribute);
            row += !shape       ? QStringLiteral(".")
                   : isAnswered ? shape->attributes.at(attribute).toString()
                                : QStringLiteral("-");
        }
        return row;
    }

    std::unique_ptr<Document> document;
    Scene start;
};

FrameRange frames(qint64 first, qint64 last)
{
    return {{first}, {last}};
}

} // namespace

class TestTrackActions : public QObject
{
    Q_OBJECT
private slots:
    void mergesTwoIntoOne_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("merged");
        QTest::addColumn<QString>("after");
        QTest::newRow("side by side") << "KK......"
                                      << "..KK...."
                                      << "KKKK....";
        QTest::newRow("what lies between is interpolated") << "KK......"
                                                           << ".....Kp."
                                                           << "KKiiiKp.";
        QTest::newRow("the other way round") << ".....KK."
                                             << "Kp......"
                                             << "KpiiiKK.";
        QTest::newRow("gaps of one of them stay") << "K.K....."
                                                  << ".....K.K"
                                                  << "K.KiiK.K";
        QTest::newRow("into a gap") << "KK....KK"
                                    << "...K...."
                                    << "KKiKiiKK";
        QTest::newRow("with what follows") << "KiiK...."
                                           << "....KiiK"
                                           << "KiiKKiiK";
    }
    void mergesTwoIntoOne()
    {
        QFETCH(QString, kept);
        QFETCH(QString, merged);
        QFETCH(QString, after);
        Yard yard({kept, merged});
        QCOMPARE(yard.outcome(mergeTracks(*yard.document, {1}, {2})), QStringLiteral("Car 1 ") + after);
        for (const auto& [id, shape] : yard.scene().shapes)
            QVERIFY2((shape.cuboid.center - parked(yard.scene(), shape.frame).center).norm() < 1e-6,
                "a parked car stays where it is, in the frames between as well");
        QVERIFY(yard.undoesInOneStep());
    }

    void framesThatAreDoneAreNotBridged()
    {
        Yard yard({u"K......."_qs, u"....K..."_qs}, {3});
        QCOMPARE(yard.outcome(mergeTracks(*yard.document, {1}, {2})), u"Car 1 Ki.iK..."_qs);
        QVERIFY(yard.undoesInOneStep());
    }

    void bothInOneFrameAreNotMergedUnasked_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("merged");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("from"); ///< whose shape stands in each frame
        QTest::newRow("the key frame wins") << "KppK...."
                                            << "..Kppp.."
                                            << "KpKKpp.."
                                            << "112122";
        QTest::newRow("of two of a kind the kept one") << "KK......"
                                                       << ".KK....."
                                                       << "KKK....."
                                                       << "112";
        QTest::newRow("interpolated ones give way") << "KiiiK..."
                                                    << "..K....."
                                                    << "KiKiK..."
                                                    << "11211";
    }
    void bothInOneFrameAreNotMergedUnasked()
    {
        QFETCH(QString, kept);
        QFETCH(QString, merged);
        QFETCH(QString, from);
        Yard yard({kept, merged});
        const auto refused = mergeTracks(*yard.document, {1}, {2});
        QVERIFY(!refused);
        QVERIFY2(refused.error().sentence.startsWith(u"“Car 1” and “Car 2” both have a shape in frame 00000"_qs),
            qPrintable(refused.error().sentence));
        QVERIFY(isSame(yard.scene(), yard.start));
        QTEST(yard.outcome(mergeTracks(*yard.document, {1}, {2}, Overlap::KeyFrameWins)).section(u' ', 2), "after");
        for (qsizetype i = 0; i < from.size(); ++i)
            if (const Shape* shape = yard.scene().shapes.of({1}, {i + 1}))
                QCOMPARE(yard.start.shapes.at(shape->id).track.value, qint64(from[i].digitValue()));
        QVERIFY(yard.undoesInOneStep());
    }

    void mergingKeepsTheAnswersOfBoth()
    {
        Scene scene = Yard({u"K......."_qs, u"..K....."_qs}).start;
        scene.tracks[{1}].attributes = {{u"body_type"_qs, u"suv"_qs}};
        scene.tracks[{2}].attributes = {{u"body_type"_qs, u"van"_qs}, {u"towing"_qs, true}};
        scene.tracks[{2}].classId = u"Van"_qs;
        Document document(scene, nullptr);
        QVERIFY(mergeTracks(document, {1}, {2}));
        const Track& track = document.scene().tracks.at({1});
        QCOMPARE(track.classId, u"Car"_qs);
        QCOMPARE(track.attributes, (AttributeValues{{u"body_type"_qs, u"suv"_qs}, {u"towing"_qs, true}}));
    }

    void mergingTakesTheOneSize()
    {
        Yard yard({u"K......."_qs, u"..K....."_qs});
        QVERIFY(setOneSize(*yard.document, {1}, true));
        Track fixed = yard.scene().tracks.at({1});
        fixed.size = Eigen::Vector3d(5, 2, 1.5);
        QVERIFY(yard.document->edit(u"size"_qs, {ValueChange<Track>{yard.scene().tracks.at({1}), fixed}}));
        QVERIFY(mergeTracks(*yard.document, {1}, {2}));
        QCOMPARE(yard.rows(), u"Car 1 KiK....."_qs);
        for (const auto& [id, shape] : yard.scene().shapes)
            QCOMPARE(shape.cuboid.size.x(), 5.0);
    }

    void whatCannotBeMergedSaysWhy()
    {
        Yard yard({u"K......."_qs, u"..L....."_qs});
        QCOMPARE(yard.outcome(mergeTracks(*yard.document, {1}, {2})),
            u"“Car 2” is locked in frame 000002: unlock it there first."_qs);
        QCOMPARE(
            yard.outcome(mergeTracks(*yard.document, {1}, {1})), u"Two objects are needed to make one of them."_qs);
        QCOMPARE(
            yard.outcome(mergeTracks(*yard.document, {1}, {9})), u"Two objects are needed to make one of them."_qs);
        Scene apart = yard.start;
        apart.sequences[{2}] = {{2}, u"other"_qs, {}};
        apart.tracks[{2}].sequence = {2};
        Document document(apart, nullptr);
        QCOMPARE(
            mergeTracks(document, {1}, {2}).error().sentence, u"“Car 1” and “Car 2” are in different sequences."_qs);
        QVERIFY(isSame(yard.scene(), yard.start));
    }

    void splitsAtAFrame_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("frame");
        QTest::addColumn<QString>("after");
        QTest::newRow("between key frames") << "KKKK...." << 3 << "Car 1 KK...... | Car 2 ..KK....";
        QTest::newRow("what was interpolated stays") << "KiiKiiK." << 3 << "Car 1 Kp...... | Car 2 ..pKiiK.";
        QTest::newRow("gaps stay") << "K.K.K.K." << 4 << "Car 1 K.K..... | Car 2 ....K.K.";
        QTest::newRow("propagated") << "Kpppp..." << 5 << "Car 1 Kppp.... | Car 2 ....p...";
        QTest::newRow("nothing before") << "..KK...." << 3
                                        << "“Car 1” has shapes on one side of this frame only, so there is nothing "
                                           "to split.";
        QTest::newRow("nothing behind") << "KK......" << 6
                                        << "“Car 1” has shapes on one side of this frame only, so there is nothing "
                                           "to split.";
        QTest::newRow("locked") << "KKLK...." << 2 << "“Car 1” is locked in frame 000002: unlock it there first.";
        QTest::newRow("locked ones before stay") << "KLKK...." << 3 << "Car 1 KL...... | Car 2 ..KK....";
        QTest::newRow("no such frame") << "KK......" << 99 << "“Car 1” is in another sequence than these frames.";
    }
    void splitsAtAFrame()
    {
        QFETCH(QString, before);
        QFETCH(int, frame);
        Yard yard({before});
        const auto split = splitTrack(*yard.document, {1}, {frame});
        QTEST(yard.outcome(split), "after");
        if (!split) {
            QVERIFY(isSame(yard.scene(), yard.start));
            return;
        }
        QCOMPARE(yard.scene().tracks.at(*split).attributes, yard.start.tracks.at({1}).attributes);
        for (const auto& [id, shape] : yard.scene().shapes)
            QVERIFY((shape.cuboid.center - yard.start.shapes.at(id).cuboid.center).norm() < 1e-6);
        QVERIFY(yard.undoesInOneStep());
    }

    void splittingAndMergingLeadsBack()
    {
        Yard yard({u"KKpKK..."_qs});
        const auto later = splitTrack(*yard.document, {1}, {4});
        QVERIFY(later);
        QVERIFY(mergeTracks(*yard.document, {1}, *later));
        QCOMPARE(yard.rows(), u"Car 1 KKpKK..."_qs);
        QVERIFY(isSame(yard.scene(), yard.start));
    }

    void trims_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("begins");
        QTest::addColumn<int>("frame");
        QTest::addColumn<QString>("after");
        QTest::newRow("begins here") << "KKKK...." << true << 3 << "Car 1 ..KK....";
        QTest::newRow("ends here") << "KKKK...." << false << 2 << "Car 1 KK......";
        QTest::newRow("begins where it was interpolated") << "KiiKiiK." << true << 3 << "Car 1 ..pKiiK.";
        QTest::newRow("ends where it was interpolated") << "KiiKiiK." << false << 6 << "Car 1 KiiKip..";
        QTest::newRow("begins in a gap") << "K..K...." << true << 2 << "Car 1 ...K....";
        QTest::newRow("nothing to drop") << "..KK...." << true << 2 << "Car 1 ..KK....";
        QTest::newRow("ends before it begins") << "..KK...." << false << 1 << "“Car 1” has no shape up to this frame.";
        QTest::newRow("begins behind its end") << "KK......" << true << 5 << "“Car 1” has no shape from this frame on.";
        QTest::newRow("locked") << "KKLK...." << false << 1
                                << "“Car 1” is locked in frame 000002: unlock it there first.";
    }
    void trims()
    {
        QFETCH(QString, before);
        QFETCH(bool, begins);
        QFETCH(int, frame);
        Yard yard({before});
        QTEST(yard.outcome(begins ? beginTrack(*yard.document, {1}, {frame}) : endTrack(*yard.document, {1}, {frame})),
            "after");
        QVERIFY(isSame(yard.scene(), yard.start) || yard.undoesInOneStep());
    }

    void renumbers()
    {
        Yard yard({u"K......."_qs, u".K......"_qs});
        QCOMPARE(yard.outcome(renumberTrack(*yard.document, {1}, 7)), u"Car 7 K....... | Car 2 .K......"_qs);
        QVERIFY(yard.document->undo());
        QCOMPARE(yard.outcome(renumberTrack(*yard.document, {1}, 2)), u"Car 2 K....... | Car 1 .K......"_qs);
        QVERIFY(yard.undoesInOneStep());
        QVERIFY(renumberTrack(*yard.document, {1}, 1));
        QVERIFY2(!yard.document->canUndo(), "its own number is no edit");
        for (const int wrong : {0, -3, largestTrackNumber + 1})
            QCOMPARE(yard.outcome(renumberTrack(*yard.document, {1}, wrong)), u"A number goes from 1 to 999999999."_qs);
    }

    void changesTheClassInARange_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("after");
        QTest::newRow("all of it") << "KiiK...." << 1 << 8 << "Pedestrian 1 KiiK....";
        QTest::newRow("the end") << "KKKK...." << 3 << 4 << "Car 1 KK...... | Pedestrian 2 ..KK....";
        QTest::newRow("the middle: the object goes on behind it")
            << "KKKKKK.." << 3 << 4 << "Car 1 KK..KK.. | Pedestrian 2 ..KK....";
        QTest::newRow("interpolated ones stay where they are")
            << "KiiiiiiK" << 3 << 6 << "Car 1 Kp....pK | Pedestrian 2 ..piip..";
        QTest::newRow("last before first") << "KKKK...." << 4 << 3 << "Car 1 KK...... | Pedestrian 2 ..KK....";
        QTest::newRow("nothing there") << "KK......" << 4 << 8 << "“Car 1” has no shape in these frames.";
        QTest::newRow("locked") << "KKLK...." << 2 << 8 << "“Car 1” is locked in frame 000002: unlock it there first.";
    }
    void changesTheClassInARange()
    {
        QFETCH(QString, before);
        QFETCH(int, first);
        QFETCH(int, last);
        Yard yard({before});
        QTEST(yard.outcome(setClassIn(*yard.document, {1}, frames(first, last), u"Pedestrian"_qs)), "after");
        for (const auto& [id, shape] : yard.scene().shapes) {
            QVERIFY((shape.cuboid.center - parked(yard.scene(), shape.frame).center).norm() < 1e-6);
            if (yard.scene().trackOf(shape)->classId == u"Pedestrian"_qs)
                QVERIFY2(!yard.scene().trackOf(shape)->attributes.contains(u"body_type"_qs), "people have none");
        }
        QVERIFY(isSame(yard.scene(), yard.start) || yard.undoesInOneStep());
    }

    void unknownClassesAreRefused()
    {
        Yard yard({u"KK......"_qs});
        QCOMPARE(yard.outcome(setClassIn(*yard.document, {1}, frames(1, 2), u"Sofa"_qs)),
            u"The taxonomy has no class “Sofa”."_qs);
        QCOMPARE(yard.outcome(setClassIn(*yard.document, {1}, frames(1, 2), u"Car"_qs)), u"Car 1 KK......"_qs);
        QVERIFY(!yard.document->canUndo());
    }

    void changingTheClassConfirmsNoBox()
    {
        Yard yard({u"Kpp....."_qs});
        QVERIFY(setClass(*yard.document, yard.shape(1, 2).id, u"Cone"_qs));
        QCOMPARE(yard.rows(), u"Traffic cone 1 Kpp....."_qs);
    }

    void answersForARange_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("answers");
        QTest::addColumn<QString>("after");
        QTest::newRow("key frames") << "KKKK...." << 2 << 3 << "1331...."
                                    << "KKKK....";
        QTest::newRow("propagated ones stay so") << "Kppp...." << 2 << 8 << "1333...."
                                                 << "Kppp....";
        QTest::newRow("within what is interpolated") << "KiiiiiK." << 3 << 4 << "1133111."
                                                     << "KipipiK.";
        QTest::newRow("from a key frame on") << "KiiKiiiK" << 4 << 6 << "11133311"
                                             << "KiiKiipK";
        QTest::newRow("locked ones keep theirs") << "KLKK...." << 1 << 4 << "3133...."
                                                 << "KLKK....";
        QTest::newRow("behind a locked one it begins anew") << "KiLiiK.." << 1 << 6 << "331333.."
                                                            << "KiLpiK..";
    }
    void answersForARange()
    {
        QFETCH(QString, row);
        QFETCH(int, first);
        QFETCH(int, last);
        Yard yard({row});
        QVERIFY(setAttributeIn(*yard.document, {1}, frames(first, last), u"occlusion"_qs, u"3"_qs));
        QTEST(yard.answers({1}, u"occlusion"_qs), "answers");
        QTEST(rowOf(yard.scene(), {1}), "after");
        // Interpolating anew, as each change of a key frame does, keeps them.
        const Shape before = yard.scene().shapes.at(yard.scene().shapesOf(TrackId{1}).back());
        Shape moved = before;
        moved.cuboid.center.y() += 0.5;
        QVERIFY(yard.document->edit(u"move"_qs, {ValueChange<Shape>{before, moved}}, EditBy::Algorithm));
        QTEST(yard.answers({1}, u"occlusion"_qs), "answers");
        QVERIFY(yard.document->undo());
        QVERIFY(yard.undoesInOneStep());
    }

    void answersThatDoNotFitAreRefused()
    {
        Yard yard({u"KLK....."_qs});
        const auto set = [&](const QString& attribute, const QJsonValue& value, const FrameRange& range) {
            return yard.outcome(setAttributeIn(*yard.document, {1}, range, attribute, value));
        };
        QCOMPARE(set(u"occlusion"_qs, u"9"_qs, frames(1, 3)), u"“Occlusion” of a Car does not take this value."_qs);
        QCOMPARE(set(u"body_type"_qs, u"suv"_qs, frames(1, 3)), u"“Body type” is no attribute of single frames."_qs);
        QCOMPARE(set(u"colour"_qs, u"red"_qs, frames(1, 3)), u"“colour” is no attribute of single frames."_qs);
        QCOMPARE(set(u"occlusion"_qs, u"3"_qs, frames(2, 2)),
            u"“Car 1” is locked in frame 000001: unlock it there first."_qs);
        QCOMPARE(set(u"occlusion"_qs, u"1"_qs, frames(1, 3)), u"Car 1 KLK....."_qs);
        QVERIFY2(!yard.document->canUndo(), "what is so already is no edit");
        QVERIFY(setAttributeIn(*yard.document, {1}, frames(3, 3), u"occlusion"_qs, QJsonValue::Null));
        QCOMPARE(yard.answers({1}, u"occlusion"_qs), u"11-....."_qs);
    }

    void oneSizeIsThatOfTheFrameThatShowsItBest_data()
    {
        QTest::addColumn<QString>("best");
        QTest::newRow("by hand") << "by hand";
        QTest::newRow("the surest") << "surest";
        QTest::newRow("the nearest") << "nearest";
    }
    void oneSizeIsThatOfTheFrameThatShowsItBest()
    {
        QFETCH(QString, best);
        Scene scene = Yard({u"KpKiK..."_qs}).start;
        for (qint64 frame = 1; frame <= 5; ++frame) {
            Shape shape = *scene.shapes.of({1}, {frame});
            shape.cuboid.size.x() = 4.0 + 0.1 * double(frame);
            shape.confidence = best == u"nearest"_qs ? 0.5 : frame == 2 ? 0.9 : 0.4;
            if (best == u"by hand"_qs && frame == 3)
                shape.confidence = 1.0;
            scene.shapes.insert(shape);
        }
        Document document(scene, nullptr);
        QVERIFY(setOneSize(document, {1}, true));
        // The car comes nearer from frame to frame; in the fourth it is interpolated.
        const double expected = best == u"by hand"_qs ? 4.3 : best == u"surest"_qs ? 4.2 : 4.5;
        for (const auto& [id, shape] : document.scene().shapes)
            QCOMPARE(shape.cuboid.size.x(), expected);
        QCOMPARE(rowsOf(document.scene()), u"Car 1 KpKiK..."_qs);
        QVERIFY(setOneSize(document, {1}, true));
        QCOMPARE(document.undoDepth(), 1);
        QVERIFY(setOneSize(document, {1}, false));
        QVERIFY(!document.scene().tracks.at({1}).size);
        QCOMPARE(document.scene().shapes.of({1}, {1})->cuboid.size.x(), expected);
        QVERIFY(document.undo());
        QVERIFY(document.undo());
        QVERIFY(isSame(document.scene(), scene));
    }

    void confirmsAndInterpolatesAgain()
    {
        Yard yard({u"KipiK..."_qs});
        const ShapeIds both(std::vector{yard.shape(1, 2).id, yard.shape(1, 3).id});
        QCOMPARE(yard.outcome(confirmShapes(*yard.document, both)), u"Car 1 KKKiK..."_qs);
        QVERIFY(yard.undoesInOneStep());
        QCOMPARE(yard.outcome(interpolateShapes(*yard.document, yard.shape(1, 3).id)), u"Car 1 KiiiK..."_qs);
        QVERIFY(yard.undoesInOneStep());
    }

    void whatIsInterpolatedAgainGoesBackBetweenItsNeighbours()
    {
        Yard yard({u"KiiiK..."_qs});
        const Shape before = yard.shape(1, 3);
        Shape moved = before;
        moved.cuboid.center.y() += 1.0;
        QVERIFY(yard.document->edit(u"move"_qs, {ValueChange<Shape>{before, moved}}));
        QCOMPARE(yard.rows(), u"Car 1 KiKiK..."_qs);
        QVERIFY(interpolateShapes(*yard.document, before.id));
        QCOMPARE(yard.rows(), u"Car 1 KiiiK..."_qs);
        for (qint64 frame = 2; frame <= 4; ++frame)
            QVERIFY((yard.shape(1, frame).cuboid.center - parked(yard.scene(), {frame}).center).norm() < 1e-6);
        QVERIFY(!yard.shape(1, 3).held);
    }

    void onlyWhatLiesBetweenKnownFramesIsInterpolated_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<int>("frame");
        QTest::addColumn<bool>("can");
        QTest::newRow("between") << "KKK....." << 2 << true;
        QTest::newRow("the first") << "KKK....." << 1 << false;
        QTest::newRow("the last") << "KKK....." << 3 << false;
        QTest::newRow("alone") << ".K......" << 2 << false;
        QTest::newRow("is so already") << "KiK....." << 2 << false;
        QTest::newRow("locked") << "KLK....." << 2 << false;
        QTest::newRow("far between") << "p..K...p" << 4 << true;
        QTest::newRow("done") << "KKK.KKKK" << 6 << false;
    }
    void onlyWhatLiesBetweenKnownFramesIsInterpolated()
    {
        QFETCH(QString, row);
        QFETCH(int, frame);
        QFETCH(bool, can);
        Yard yard({row}, {6});
        QCOMPARE(canBeInterpolated(yard.scene(), yard.shape(1, frame)), can);
        const auto done = interpolateShapes(*yard.document, yard.shape(1, frame).id);
        QCOMPARE(done.has_value(), can);
        if (!can)
            QVERIFY(done.error().sentence.contains(u"known before and after"_qs));
    }

    void deletes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("first"); ///< 0: in all frames
        QTest::addColumn<int>("last");
        QTest::addColumn<QString>("after");
        QTest::newRow("all of it") << "KiiK...." << 0 << 0 << "";
        QTest::newRow("all but what is locked") << "KiiKL..." << 0 << 0 << "Car 1 ....L...";
        QTest::newRow("a range") << "KKKK...." << 2 << 3 << "Car 1 K..K....";
        QTest::newRow("within what is interpolated") << "KiiiiiK." << 3 << 4 << "Car 1 Ki..iiK.";
        QTest::newRow("with the last key frame") << "KiiiiiK." << 6 << 8 << "Car 1 Kiiip...";
        QTest::newRow("with the only key frame") << "Kiip...." << 4 << 4 << "Car 1 Kip.....";
        QTest::newRow("all that is left") << "KKK....." << 1 << 8 << "";
        QTest::newRow("nothing there") << "KK......" << 5 << 8 << "“Car 1” has no shape in these frames.";
        QTest::newRow("only locked ones")
            << "KLLK...." << 2 << 3 << "“Car 1” is locked in frame 000001: unlock it there first.";
    }
    void deletes()
    {
        QFETCH(QString, before);
        QFETCH(int, first);
        QFETCH(int, last);
        Yard yard({before});
        QTEST(yard.outcome(
                  first == 0 ? deleteTrack(*yard.document, {1}) : deleteIn(*yard.document, {1}, frames(first, last))),
            "after");
        QVERIFY(isSame(yard.scene(), yard.start) || yard.undoesInOneStep());
    }

    void extentAndSharedFrames()
    {
        Yard yard({u".K.iK..."_qs, u"...KKK.."_qs});
        QCOMPARE(*extentOf(yard.scene(), {1}), frames(2, 5));
        QVERIFY(!extentOf(yard.scene(), {9}));
        QCOMPARE(sharedFrames(yard.scene(), {1}, {2}), (std::vector<FrameId>{{4}, {5}}));
        QVERIFY(sharedFrames(yard.scene(), {1}, {9}).empty());
    }

    void whatIsGoneIsRefused()
    {
        Yard yard({u"K......."_qs});
        const QString gone = u"There is no such object any more."_qs;
        QCOMPARE(yard.outcome(splitTrack(*yard.document, {9}, {1})), gone);
        QCOMPARE(yard.outcome(beginTrack(*yard.document, {9}, {1})), gone);
        QCOMPARE(yard.outcome(endTrack(*yard.document, {9}, {1})), gone);
        QCOMPARE(yard.outcome(renumberTrack(*yard.document, {9}, 5)), gone);
        QCOMPARE(yard.outcome(setClassIn(*yard.document, {9}, frames(1, 2), u"Car"_qs)), gone);
        QCOMPARE(yard.outcome(setOneSize(*yard.document, {9}, true)), gone);
        QCOMPARE(yard.outcome(deleteTrack(*yard.document, {9})), gone);
    }

    /// Whatever people do to tracks, each step leaves whole tracks, and undoing all of it leads back.
    void undoingAllLeadsBack()
    {
        for (unsigned seed = 0; seed < 30; ++seed) {
            std::mt19937 random(seed);
            const auto any = [&](int count) { return int(random() % unsigned(count)); };
            Yard yard({u"KiiKp..."_qs, u".KiiiKKK"_qs, u"...KiiK."_qs}, {7});
            Document& document = *yard.document;
            for (int step = 0; step < 40 && !yard.scene().tracks.empty(); ++step) {
                const auto pick = [&] {
                    return std::next(yard.scene().tracks.begin(), any(int(yard.scene().tracks.size())))->first;
                };
                const TrackId track = pick();
                const FrameId frame{1 + any(frameCount)};
                const FrameRange range{frame, {1 + any(frameCount)}};
                const ShapeId shape = yard.scene().shapesOf(track)[0];
                switch (any(11)) {
                case 0:
                    (void)mergeTracks(document, track, pick(), Overlap::KeyFrameWins);
                    break;
                case 1:
                    (void)splitTrack(document, track, frame);
                    break;
                case 2:
                    (void)beginTrack(document, track, frame);
                    break;
                case 3:
                    (void)endTrack(document, track, frame);
                    break;
                case 4:
                    (void)renumberTrack(document, track, 1 + any(5));
                    break;
                case 5:
                    (void)setClassIn(document, track, range, any(2) ? u"Car"_qs : u"Bus"_qs);
                    break;
                case 6:
                    (void)setAttributeIn(document, track, range, u"occlusion"_qs, QString::number(any(4)));
                    break;
                case 7:
                    (void)setOneSize(document, track, any(2) == 1);
                    break;
                case 8:
                    (void)(any(2) ? confirmShapes(document, shape) : interpolateShapes(document, shape));
                    break;
                case 9:
                    (void)setLocked(document, shape, any(2) == 1);
                    break;
                default:
                    (void)deleteIn(document, track, range);
                }
                std::set<int> numbers;
                for (const auto& [id, left] : yard.scene().tracks) {
                    QVERIFY2(numbers.insert(left.number).second, "numbers are unique");
                    const QString row = rowOf(yard.scene(), id);
                    const QString rim = QString(row).remove(u'.');
                    QVERIFY2(!rim.isEmpty(), "an object has a shape");
                    for (const FrameRange end = *extentOf(yard.scene(), id); const FrameId at : {end.first, end.last})
                        QVERIFY2(yard.scene().shapes.of(id, at)->derivation != Derivation::Interpolated ||
                                     yard.scene().shapes.of(id, at)->locked || at == FrameId{7},
                            qPrintable(row));
                }
            }
            QVERIFY(document.undoDepth() > 3);
            while (document.canUndo())
                QVERIFY(document.undo());
            QVERIFY(isSame(yard.scene(), yard.start));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrackActions)
#include "tst_TrackActions.moc"
