#include "model/document/Document.h"
#include "model/sequence/WorldPose.h"

#include "tests/support/Scenes.h"

#include <QTest>
#include <random>

using namespace lunkuo;
using test::carShape;
using test::carTrack;
using test::isSame;

namespace
{

constexpr int frameCount = 8;

/// A parked car seen from a sensor that moves on 0.83 m a frame.
Cuboid parked(const Scene& scene, FrameId frame, double x = 20.0)
{
    return inSensor(scene.frames.at(frame), Cuboid::fromYaw({x, 3, -0.9}, {4.2, 1.8, 1.55}, 0.3));
}

Shape shapeIn(const Document& document, ShapeId id, FrameId frame, double x = 20.0)
{
    Shape shape = carShape(id, {1}, frame, 0);
    shape.cuboid = parked(document.scene(), frame, x);
    return shape;
}

/// A track as one character per frame: K key frame, p propagated, i interpolated, L locked, . none.
QString rowOf(const Scene& scene, TrackId track = {1})
{
    QString row;
    for (const FrameId frame : scene.framesOf({1})) {
        const Shape* shape = scene.shapes.of(track, frame);
        row += !shape ? u'.' : shape->locked ? u'L' : u"Kpi"[int(shape->derivation)];
    }
    return row;
}

/// A document whose track is as the row says; the shape in frame n has the number n.
std::unique_ptr<Document> documentOf(const QString& row)
{
    Scene scene = test::sceneOf(frameCount, QStringLiteral("/data"));
    scene.tracks[{1}] = carTrack({1}, 1);
    auto document = std::make_unique<Document>(scene, nullptr);
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (row[i] == u'.')
            continue;
        Shape shape = shapeIn(*document, {i + 1}, {i + 1});
        shape.locked = row[i] == u'L';
        shape.derivation = row[i] == u'i' || row[i] == u'L' ? Derivation::Interpolated
                           : row[i] == u'p'                 ? Derivation::Propagated
                                                            : Derivation::KeyFrame;
        scene.shapes.insert(shape);
    }
    return std::make_unique<Document>(scene, nullptr);
}

ValueChange<Shape> added(const Document& document, qint64 frame, double x = 20.0)
{
    return {{}, shapeIn(document, {100 + frame}, {frame}, x)};
}

ValueChange<Shape> changed(const Document& document, qint64 frame, const std::function<void(Shape&)>& change)
{
    const Shape before = *document.scene().shapes.of({1}, {frame});
    Shape after = before;
    change(after);
    return {before, after};
}

void shift(Shape& shape)
{
    shape.cuboid.center.y() += 1.0;
}

bool edit(Document& document, std::vector<Change> changes, EditBy by = EditBy::Person)
{
    return document.edit(QStringLiteral("edit"), std::move(changes), by).has_value();
}

} // namespace

class TestFollowUps : public QObject
{
    Q_OBJECT
private slots:
    void joinsWhatAPersonAdds_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("frame");
        QTest::addColumn<QString>("after");
        QTest::newRow("after the last") << "K......." << 6 << "KiiiiK..";
        QTest::newRow("before the first") << "....K..." << 2 << ".KiiK...";
        QTest::newRow("in a gap") << "K.....K." << 4 << "KiiKiiK.";
        QTest::newRow("beside it") << "K......." << 2 << "KK......";
        QTest::newRow("after what was propagated") << "Kpp....." << 6 << "KppiiK..";
        QTest::newRow("other gaps stay") << "K..K...." << 6 << "K..KiK..";
        QTest::newRow("nothing there yet") << "........" << 3 << "..K.....";
    }
    void joinsWhatAPersonAdds()
    {
        QFETCH(QString, before);
        QFETCH(int, frame);
        auto document = documentOf(before);
        const Scene start = document->scene();
        QVERIFY(edit(*document, {added(*document, frame)}));
        QTEST(rowOf(document->scene()), "after");
        for (const auto& [id, shape] : document->scene().shapes) {
            const double off = (shape.cuboid.center - parked(document->scene(), shape.frame).center).norm();
            QVERIFY2(off < 1e-6, "a parked car stays where it is while the sensor goes by");
        }
        QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
    }

    void leavesWhatAlgorithmsAddAlone()
    {
        auto document = documentOf(u"K......."_qs);
        QVERIFY(edit(*document, {added(*document, 6)}, EditBy::Algorithm));
        QCOMPARE(rowOf(document->scene()), u"K....K.."_qs);
    }

    void keepsFramesThatAreDone()
    {
        auto document = documentOf(u"K.i....."_qs);
        Frame done = document->scene().frames.at({3});
        done.state = FrameState::Done;
        QVERIFY(edit(*document, {ValueChange<Frame>{document->scene().frames.at({3}), done}}));
        const Cuboid before = document->scene().shapes.at({3}).cuboid;
        QVERIFY(edit(*document, {added(*document, 5, 23.0)}));
        // It counts as known: only the gap behind it is beside what was added.
        QCOMPARE(rowOf(document->scene()), u"K.iiK..."_qs);
        QVERIFY(document->scene().shapes.at({3}).cuboid == before);
        // A frame that is done and has no shape of the object has none because it is not there.
        Frame alsoDone = document->scene().frames.at({6});
        alsoDone.state = FrameState::Done;
        QVERIFY(edit(*document, {ValueChange<Frame>{document->scene().frames.at({6}), alsoDone}}));
        QVERIFY(edit(*document, {added(*document, 7)}));
        QCOMPARE(rowOf(document->scene()), u"K.iiK.K."_qs);
    }

    void makesKeyFramesOfWhatAPersonChanges_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<bool>("byPerson");
        QTest::addColumn<QString>("after");
        QTest::newRow("interpolated") << "KiiiK..." << true << "KiKiK...";
        QTest::newRow("propagated") << "Kpppp..." << true << "KpKpp...";
        QTest::newRow("by an algorithm") << "Kpppp..." << false << "Kpppp...";
    }
    void makesKeyFramesOfWhatAPersonChanges()
    {
        QFETCH(QString, row);
        QFETCH(bool, byPerson);
        auto document = documentOf(row);
        const Scene start = document->scene();
        QVERIFY(edit(*document, {changed(*document, 3, shift)}, byPerson ? EditBy::Person : EditBy::Algorithm));
        QTEST(rowOf(document->scene()), "after");
        QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
    }

    void movesInterpolatedWithTheirNeighbours()
    {
        auto document = documentOf(u"KiiiK..."_qs);
        QVERIFY(edit(*document, {changed(*document, 5, shift)}));
        double last = 0.0;
        for (qint64 frame = 1; frame <= 5; ++frame) {
            const Cuboid& now = document->scene().shapes.of({1}, {frame})->cuboid;
            const double moved = now.center.y() - parked(document->scene(), {frame}).center.y();
            QVERIFY2(moved >= last - 1e-9, "steadily from the key frame that stayed to the one that moved");
            last = moved;
        }
        QVERIFY(std::abs(last - 1.0) < 1e-9);
    }

    void dropsWhatHangsLoose_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("deleted");
        QTest::addColumn<QString>("after");
        QTest::newRow("the last key frame") << "KiiKiiK." << 7 << "KiiK....";
        QTest::newRow("the first key frame") << "KiiKiiK." << 1 << "...KiiK.";
        QTest::newRow("one in the middle") << "KiiKiiK." << 4 << "Kii.iiK.";
        QTest::newRow("an interpolated one") << "KiiiK..." << 3 << "Ki.iK...";
        QTest::newRow("one of two") << "KiK....." << 3 << "K.......";
        QTest::newRow("locked ones stay") << "KiL.iK.." << 6 << "KiL.....";
    }
    void dropsWhatHangsLoose()
    {
        QFETCH(QString, before);
        QFETCH(int, deleted);
        auto document = documentOf(before);
        const Scene start = document->scene();
        const Shape shape = *document->scene().shapes.of({1}, {deleted});
        QVERIFY(edit(*document, {ValueChange<Shape>{shape, {}}}));
        QTEST(rowOf(document->scene()), "after");
        QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
    }

    void letsTracksGoWithTheirLastShape()
    {
        auto document = documentOf(u"K......."_qs);
        QVERIFY(edit(*document, {ValueChange<Shape>{document->scene().shapes.at({1}), {}}}));
        QVERIFY(document->scene().tracks.empty());
        QVERIFY(document->undo());
        QCOMPARE(document->scene().tracks.size(), std::size_t(1));
    }

    void answersGoOnToInterpolatedFrames()
    {
        auto document = documentOf(u"KiiiK..."_qs);
        const auto tick = [](Shape& shape) { shape.attributes[u"occlusion"_qs] = u"3"_qs; };
        QVERIFY(edit(*document, {changed(*document, 3, tick)}));
        QVERIFY2(rowOf(document->scene()) == u"KipiK..."_qs, "an answer does not say that the box is right");
        QString answers;
        for (qint64 frame = 1; frame <= 5; ++frame)
            answers += document->scene().shapes.of({1}, {frame})->attributes.at(u"occlusion"_qs).toString();
        QCOMPARE(answers, u"11331"_qs);
    }

    void anAnswerLeavesADoubtfulBoxDoubtful()
    {
        auto document = documentOf(u"Kp......"_qs);
        const auto doubt = [](Shape& shape) { shape.confidence = 0.2; };
        QVERIFY(edit(*document, {changed(*document, 2, doubt)}, EditBy::Algorithm));
        const auto tick = [](Shape& shape) { shape.attributes[u"occlusion"_qs] = u"3"_qs; };
        QVERIFY(edit(*document, {changed(*document, 2, tick)}));
        QCOMPARE(rowOf(document->scene()), u"Kp......"_qs);
        QCOMPARE(document->scene().shapes.of({1}, {2})->confidence, 0.2);
    }

    void whereAPersonDeletesTheObjectIsAbsent()
    {
        auto document = documentOf(u"KKKK...."_qs);
        const Scene start = document->scene();
        const Spans& absent = document->scene().tracks.at({1}).absent;
        const auto gone = [&](qint64 frame) {
            return ValueChange<Shape>{*document->scene().shapes.of({1}, {frame}), {}};
        };
        QVERIFY(edit(*document, {gone(2), gone(3)}));
        QCOMPARE(absent.list(), (std::vector<Spans::Span>{{1, 2}}));
        QVERIFY(edit(*document, {added(*document, 6)}));
        QVERIFY2(rowOf(document->scene()) == u"K..KiK.."_qs, "what lies between is filled, but not where it is absent");
        QVERIFY(edit(*document, {added(*document, 2)}));
        QVERIFY2(absent.list().empty(), "there it is after all");
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
        QVERIFY(edit(*document, {gone(2)}, EditBy::Algorithm));
        QVERIFY2(absent.list().empty(), "an algorithm does not know that");
    }

    void whatComesAsAWholeStaysWhereItIs()
    {
        const auto document = documentOf(u""_qs);
        std::vector<Change> changes{ValueChange<Track>{std::nullopt, carTrack({7}, 2)}};
        for (const qint64 frame : {1, 2, 3}) {
            Shape shape = shapeIn(*document, {frame}, {frame}, frame == 2 ? 23.0 : 20.0);
            shape.track = {7};
            shape.derivation = frame == 2 ? Derivation::Interpolated : Derivation::KeyFrame;
            shape.origin = ShapeOrigin::Imported;
            shape.attributes = {{u"occlusion"_qs, 0}, {u"lane"_qs, int(frame)}};
            changes.emplace_back(ValueChange<Shape>{std::nullopt, shape});
        }
        const Shape given = *std::get<ValueChange<Shape>>(changes[2]).after;
        QVERIFY(document->edit(u"Import"_qs, changes, EditBy::Algorithm));
        const Shape& between = document->scene().shapes.at({2});
        QVERIFY(between.cuboid == given.cuboid);

        const Shape key = document->scene().shapes.at({1});
        Shape answered = key;
        answered.attributes[u"occlusion"_qs] = 2;
        QVERIFY(edit(*document, {ValueChange<Shape>{key, answered}}));
        QVERIFY2(between.cuboid == given.cuboid, "answers move no box");
        QCOMPARE(between.attributes.at(u"occlusion"_qs), QJsonValue(2));
        QVERIFY2(between.attributes.at(u"lane"_qs) == QJsonValue(2), "what nobody has answered stays");

        Shape moved = answered;
        moved.cuboid.center.x() += 1.0;
        QVERIFY(edit(*document, {ValueChange<Shape>{answered, moved}}));
        QVERIFY2(!(between.cuboid == given.cuboid), "but it follows what it lies between");
    }

    void framesWithShapesAreInWork()
    {
        auto document = documentOf(u"K......."_qs);
        QVERIFY(edit(*document, {added(*document, 4)}));
        QString states;
        for (const FrameId frame : document->scene().framesOf({1}))
            states += u"uwd"[int(document->scene().frames.at(frame).state)];
        QCOMPARE(states, u"uwwwuuuu"_qs);
    }

    void oneSizeLeavesFramesThatAreDone()
    {
        auto document = documentOf(u"KpK....."_qs);
        const Frame before = document->scene().frames.at({2});
        Frame done = before;
        done.state = FrameState::Done;
        QVERIFY(edit(*document, {ValueChange<Frame>{before, done}}));
        const Cuboid kept = document->scene().shapes.at({2}).cuboid;
        const Track free = document->scene().tracks.at({1});
        Track fixed = free;
        fixed.size = Eigen::Vector3d(5, 2, 1.6);
        QVERIFY(edit(*document, {ValueChange<Track>{free, fixed}}));
        QCOMPARE(document->scene().shapes.at({1}).cuboid.size, *fixed.size);
        QCOMPARE(document->scene().shapes.at({2}).cuboid, kept);
    }

    void shapesThatShareAnOutlineGoOnSharing()
    {
        auto document = documentOf(u"KKK....."_qs);
        const SharedOutline common(document->scene().shapes.at({1}).outline);
        std::vector<Change> changes;
        for (qint64 frame = 1; frame <= 3; ++frame)
            changes.push_back(changed(*document, frame, [&](Shape& shape) { shape.outline = common; }));
        QVERIFY(edit(*document, changes));
        const Track free = document->scene().tracks.at({1});
        Track fixed = free;
        fixed.size = Eigen::Vector3d(5, 2, 1.6);
        QVERIFY(edit(*document, {ValueChange<Track>{free, fixed}}));
        const auto outlineOf = [&](qint64 id) { return document->scene().shapes.at({id}).outline; };
        QVERIFY(!outlineOf(1).isEmpty());
        QVERIFY(outlineOf(1).isSharedWith(outlineOf(2)) && outlineOf(2).isSharedWith(outlineOf(3)));
    }

    void givesOneSizeToAllFrames()
    {
        auto document = documentOf(u"KiLpK..."_qs);
        Track before = document->scene().tracks.at({1});
        Track fixed = before;
        fixed.size = before.size = {};
        fixed.size = Eigen::Vector3d(5, 2, 1.6);
        QVERIFY(edit(*document, {ValueChange<Track>{before, fixed}}));
        for (const auto& [id, shape] : document->scene().shapes)
            QCOMPARE(shape.cuboid.size == *fixed.size, !shape.locked);
        // A person who pulls at one of them pulls at all.
        QVERIFY(edit(*document, {changed(*document, 5, [](Shape& shape) { shape.cuboid.size.x() = 5.5; })}));
        QCOMPARE(document->scene().tracks.at({1}).size->x(), 5.5);
        QCOMPARE(document->scene().shapes.at({1}).cuboid.size.x(), 5.5);
        // What is added takes the size.
        QVERIFY(edit(*document, {added(*document, 7)}));
        QCOMPARE(document->scene().shapes.of({1}, {7})->cuboid.size.x(), 5.5);
        QCOMPARE(rowOf(document->scene()), u"KiLpKiK."_qs);
    }

    void sharesOutlines()
    {
        auto document = documentOf(u"K......."_qs);
        QVERIFY(edit(*document, {added(*document, 8)}));
        const auto& shapes = document->scene().shapes;
        QVERIFY(!shapes.of({1}, {4})->outline.isEmpty());
        QVERIFY(shapes.of({1}, {3})->outline.isSharedWith(shapes.of({1}, {4})->outline));
    }

    /// Whatever people do to a track, undoing all of it leads back.
    void undoingAllLeadsBack()
    {
        for (unsigned seed = 0; seed < 20; ++seed) {
            std::mt19937 random(seed);
            auto document = documentOf(u"K..i.K.p"_qs);
            const Scene start = document->scene();
            int done = 0;
            for (int step = 0; step < 30; ++step) {
                const qint64 frame = 1 + qint64(random() % frameCount);
                const bool isThere = document->scene().shapes.of({1}, {frame}) != nullptr;
                if (!document->scene().tracks.contains({1}))
                    break;
                std::vector<Change> changes;
                if (!isThere) {
                    ValueChange<Shape> addition = added(*document, frame, 18.0 + double(random() % 5));
                    addition.after->id = document->newShapeId();
                    changes.push_back(addition);
                } else if (random() % 3 == 0)
                    changes.push_back(ValueChange<Shape>{*document->scene().shapes.of({1}, {frame}), {}});
                else
                    changes.push_back(changed(*document, frame, shift));
                done += edit(*document, changes) ? 1 : 0;
                const QString row = rowOf(document->scene());
                QVERIFY2(!row.startsWith(u".i") && !row.contains(u"i........"), qPrintable(row));
            }
            QVERIFY(done > 3);
            while (document->canUndo())
                QVERIFY(document->undo());
            QVERIFY(isSame(document->scene(), start));
        }
    }
};

QTEST_GUILESS_MAIN(TestFollowUps)
#include "tst_FollowUps.moc"
