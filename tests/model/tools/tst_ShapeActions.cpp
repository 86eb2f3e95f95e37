#include "model/tools/ShapeActions.h"

#include "tests/support/Scenes.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <functional>

using namespace lunkuo;
using namespace lunkuo::test;

Q_DECLARE_METATYPE(std::function<lunkuo::Result<void>(lunkuo::Document&, const lunkuo::ShapeIds&)>)

namespace
{

const auto car = QStringLiteral("Car");
const ShapeId first{1};

/// Car 1 in both frames, Car 2 in the first.
Scene twoCars()
{
    Scene scene = sceneOf(2, QStringLiteral("/data"));
    scene.tracks[{1}] = carTrack({1}, 1);
    scene.tracks[{2}] = carTrack({2}, 2);
    scene.shapes.insert(carShape({1}, {1}, {1}, 10));
    scene.shapes.insert(carShape({2}, {1}, {2}, 11));
    scene.shapes.insert(carShape({3}, {2}, {1}, 20));
    return scene;
}

/// "1:Car{1,2} 2:Car{3}": tracks with their shapes.
QString picture(const Scene& scene)
{
    QStringList tracks;
    for (const auto& [id, track] : scene.tracks) {
        QStringList shapes;
        for (const ShapeId shape : scene.shapesOf(id))
            shapes << QString::number(shape.value);
        tracks << QStringLiteral("%1:%2{%3}").arg(track.number).arg(track.classId, shapes.join(QLatin1Char(',')));
    }
    return tracks.join(QLatin1Char(' '));
}

} // namespace

class ShapeActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_document = std::make_unique<Document>(twoCars(), nullptr); }

    /// Whatever the action was: one edit, and undoing it brings everything back.
    void cleanup()
    {
        if (m_document->canUndo()) {
            QVERIFY(m_document->undo());
            QVERIFY(isSame(m_document->scene(), twoCars()));
            QVERIFY2(!m_document->canUndo(), "one action is one edit");
        }
    }

    void addGivesTheNextNumber()
    {
        Shape shape = carShape({}, {}, {2}, 30);
        const auto added = addShape(*m_document, QStringLiteral("Complete Car"), shape, car);
        QVERIFY(added);
        QCOMPARE(picture(scene()), QStringLiteral("1:Car{1,2} 2:Car{3} 3:Car{4}"));
        QCOMPARE(scene().frames.at({2}).state, FrameState::InWork);
        QCOMPARE(m_document->undoText(), QStringLiteral("Complete Car"));
    }

    void aFinishedFrameStaysFinished()
    {
        Scene done = twoCars();
        done.frames.at({2}).state = FrameState::Done;
        Document document(done, nullptr);
        QVERIFY(addShape(document, QStringLiteral("add"), carShape({}, {}, {2}, 30), car));
        QCOMPARE(document.scene().frames.at({2}).state, FrameState::Done);
    }

    void addNeedsAFrame() { QVERIFY(!addShape(*m_document, QStringLiteral("add"), carShape({}, {}, {7}, 30), car)); }

    void deleteTakesTheTrackWithItsLastShape_data()
    {
        QTest::addColumn<qint64>("shape");
        QTest::addColumn<QString>("left");
        QTest::newRow("one of two") << qint64(2) << "1:Car{1} 2:Car{3}";
        QTest::newRow("the last") << qint64(3) << "1:Car{1,2}";
        QTest::newRow("none") << qint64(9) << "1:Car{1,2} 2:Car{3}";
    }
    void deleteTakesTheTrackWithItsLastShape()
    {
        QFETCH(qint64, shape);
        QVERIFY(deleteShapes(*m_document, ShapeId{shape}));
        QTEST(picture(scene()), "left");
    }

    void severalAreChangedInOneEdit_data()
    {
        QTest::addColumn<std::function<Result<void>(Document&, const ShapeIds&)>>("action");
        QTest::addColumn<QString>("picture");
        const auto row = [](const char* name, const std::function<Result<void>(Document&, const ShapeIds&)>& action,
                             const char* picture) { QTest::newRow(name) << action << QString::fromLatin1(picture); };
        row("delete", deleteShapes, "1:Car{2}");
        row(
            "class", [](Document& d, const ShapeIds& ids) { return setClass(d, ids, QStringLiteral("Van")); },
            "1:Van{1,2} 2:Van{3}");
        row(
            "attribute",
            [](Document& d, const ShapeIds& ids) {
                return setAttribute(d, ids, QStringLiteral("occlusion"), QStringLiteral("2"));
            },
            "1:Car{1,2} 2:Car{3}");
        row(
            "lock", [](Document& d, const ShapeIds& ids) { return setLocked(d, ids, true); }, "1:Car{1,2} 2:Car{3}");
        row("flip", flipHeading, "1:Car{1,2} 2:Car{3}");
    }
    void severalAreChangedInOneEdit()
    {
        using Action = std::function<Result<void>(Document&, const ShapeIds&)>;
        QFETCH(Action, action);
        const QSignalSpy edits(m_document.get(), &Document::changed);
        QVERIFY(action(*m_document, std::vector<ShapeId>{{1}, {3}}));
        QCOMPARE(edits.count(), 1);
        QTEST(picture(scene()), "picture");
        for (const ShapeId id : {ShapeId{1}, ShapeId{3}})
            QVERIFY(!scene().shapes.contains(id) || scene().shapes.at(id) != twoCars().shapes.at(id) ||
                    scene().trackOf(scene().shapes.at(id))->classId == u"Van");
    }

    void whatIsLockedStaysAndTheOthersChange()
    {
        m_document = std::make_unique<Document>(twoCars(), nullptr);
        QVERIFY(setLocked(*m_document, first, true));
        const Shape locked = scene().shapes.at(first);
        const std::vector<ShapeId> both{first, {3}};
        QVERIFY(flipHeading(*m_document, both));
        QCOMPARE(scene().shapes.at(first), locked);
        QVERIFY(scene().shapes.at({3}) != twoCars().shapes.at({3}));
        for (const auto& refused : {flipHeading(*m_document, first), deleteShapes(*m_document, first),
                 setClass(*m_document, first, QStringLiteral("Van")),
                 setAttribute(*m_document, first, QStringLiteral("occlusion"), QStringLiteral("2")),
                 setCuboid(*m_document, first, Cuboid(), QStringLiteral("set"))}) {
            QVERIFY(!refused);
            QVERIFY2(refused.error().sentence.contains(QStringLiteral("Car 1")), qPrintable(refused.error().sentence));
        }
        QVERIFY2(!m_document->edit(QStringLiteral("whatever"), {ValueChange<Shape>{locked, {}}}),
            "whoever tries to change it");
        QVERIFY(setLocked(*m_document, first, false));
        QVERIFY(deleteShapes(*m_document, first));
        while (m_document->canUndo())
            QVERIFY(m_document->undo());
        QVERIFY(isSame(scene(), twoCars()));
    }

    void flippingTwiceIsNothing()
    {
        const Cuboid before = scene().shapes.at(first).cuboid;
        QVERIFY(flipHeading(*m_document, first));
        const Cuboid flipped = scene().shapes.at(first).cuboid;
        QVERIFY(std::abs(std::remainder(flipped.yaw() - before.yaw() - M_PI, 2 * M_PI)) < 1e-9);
        QCOMPARE(flipped.center, before.center);
        QVERIFY((turnedRound(turnedRound(scene().shapes.at(first))).cuboid.center - before.center).norm() < 1e-12);
    }

    void whatWasSeenStaysWhereItWasSeen()
    {
        Shape shape = carShape({1}, {1}, {1}, 10);
        shape.outline.edit().footprint = {{2, 1}, {-2, 1}, {-2, -1}, {2, -1}};
        using P = Provenance;
        shape.outline.edit().footprintProvenance = {P::Seen, P::Seen, P::Prior, P::Prior}; // left side and rear
        shape.outline.edit().vertices = {{2, 1, 0}, {-2, 1, 0}, {-2, -1, 0}, {2, -1, 0}};
        shape.outline.edit().provenance = {P::Symmetry, P::Seen, P::Prior, P::Prior};
        const Shape turned = turnedRound(shape);
        // The left rear is now the right front.
        QCOMPARE(turned.outline->footprintProvenance, std::vector<P>({P::Prior, P::Prior, P::Seen, P::Seen}));
        QCOMPARE(turned.outline->provenance, std::vector<P>({P::Prior, P::Prior, P::Symmetry, P::Seen}));
        QCOMPARE(turned.outline->footprint, shape.outline->footprint);
    }

    void exactNumbersResizeTheOutline()
    {
        const Shape before = scene().shapes.at(first);
        Cuboid longer = before.cuboid;
        longer.size.x() *= 1.5;
        QVERIFY(setCuboid(*m_document, first, longer, QStringLiteral("Set size")));
        const Shape& after = scene().shapes.at(first);
        QCOMPARE(after.cuboid, longer);
        QVERIFY(std::abs(after.outline->footprint[0].x() - 1.5 * before.outline->footprint[0].x()) < 1e-12);
        QCOMPARE(after.confidence, 1.0);
        QCOMPARE(after.held, before.held | Face::Front);
    }

    void whatAPersonFixedTurnsRoundWithTheHeading()
    {
        Cuboid longer = scene().shapes.at(first).cuboid;
        longer.size.x() += 0.5;
        longer.center = longer.toSensor({0.25, 0.0, 0.0});
        QVERIFY(setCuboid(*m_document, first, longer, QStringLiteral("Resize Car")));
        QCOMPARE(scene().shapes.at(first).held, FaceSet(Face::Rear) | Face::Heading | Face::Front);
        QCOMPARE(turnedRound(scene().shapes.at({2})).held, FaceSet(Face::Front) | Face::Heading);
    }

    void impossibleCuboidsAreRefused_data()
    {
        QTest::addColumn<Eigen::Vector3d>("size");
        QTest::newRow("zero") << Eigen::Vector3d(0, 1, 1);
        QTest::newRow("negative") << Eigen::Vector3d(1, -1, 1);
        QTest::newRow("not a number") << Eigen::Vector3d(1, std::nan(""), 1);
    }
    void impossibleCuboidsAreRefused()
    {
        QFETCH(Eigen::Vector3d, size);
        Cuboid bad = scene().shapes.at(first).cuboid;
        bad.size = size;
        QVERIFY(!setCuboid(*m_document, first, bad, QStringLiteral("Set size")));
        QVERIFY(isSame(scene(), twoCars()));
    }

    void theSameAgainIsNoEdit()
    {
        QVERIFY(setCuboid(*m_document, first, scene().shapes.at(first).cuboid, QStringLiteral("Set size")));
        QVERIFY(setClass(*m_document, first, car));
        QVERIFY(setAttribute(*m_document, first, QStringLiteral("occlusion"), QStringLiteral("1")));
        QVERIFY(setFrameState(*m_document, {1}, FrameState::Untouched));
        QVERIFY(!m_document->canUndo());
    }

    void anotherClassDropsWhatItCannotHave()
    {
        QVERIFY(setClass(*m_document, first, QStringLiteral("Pedestrian")));
        QCOMPARE(picture(scene()), QStringLiteral("1:Pedestrian{1,2} 2:Car{3}"));
        QVERIFY2(scene().tracks.at({1}).attributes.empty(), "a pedestrian has no body type");
        QVERIFY2(scene().shapes.at(first).attributes.contains(QStringLiteral("occlusion")), "but is occluded");
    }

    void unknownClassesAreRefused() { QVERIFY(!setClass(*m_document, first, QStringLiteral("Dragon"))); }

    void attributesGoWhereTheTaxonomySays()
    {
        QVERIFY(setAttribute(*m_document, first, QStringLiteral("motion"), QStringLiteral("parked")));
        QCOMPARE(
            scene().shapes.at(first).attributes.at(QStringLiteral("motion")), QJsonValue(QStringLiteral("parked")));
        QVERIFY(!scene().shapes.at({2}).attributes.contains(QStringLiteral("motion")));
        QVERIFY(m_document->undo());
        QVERIFY(setAttribute(*m_document, first, QStringLiteral("towing"), true));
        QCOMPARE(scene().tracks.at({1}).attributes.at(QStringLiteral("towing")), QJsonValue(true));
    }

    void nullClears()
    {
        QVERIFY(setAttribute(*m_document, first, QStringLiteral("occlusion"), QJsonValue()));
        QVERIFY(!scene().shapes.at(first).attributes.contains(QStringLiteral("occlusion")));
    }

    void wrongValuesAreRefused()
    {
        QVERIFY(!setAttribute(*m_document, first, QStringLiteral("motion"), QStringLiteral("flying")));
        QVERIFY(!setAttribute(*m_document, first, QStringLiteral("towing"), QStringLiteral("yes")));
        QVERIFY(setClass(*m_document, first, QStringLiteral("Cone")));
        QVERIFY2(!setAttribute(*m_document, first, QStringLiteral("towing"), true), "a cone tows nothing");
    }

    void framesAreMarked()
    {
        QVERIFY(setFrameState(*m_document, {2}, FrameState::Done));
        QCOMPARE(scene().frames.at({2}).state, FrameState::Done);
    }

    void completionExpectsWhatIsAnnotated()
    {
        const Scene two = twoCars();
        QCOMPARE(completionOptions(two, car).priorSize, two.taxonomy.classOf(car)->defaultSize);
        QCOMPARE(completionOptions(two, QStringLiteral("Bus")).body, BodyKind::Bus);
        Scene labelled = two;
        for (auto [id, shape] : two.shapes) {
            shape.origin = ShapeOrigin::Imported;
            shape.cuboid.size = {4.9, 1.9, 1.7};
            labelled.shapes.insert(shape);
        }
        const Eigen::Vector3d usual = two.taxonomy.classOf(car)->defaultSize;
        const Eigen::Vector3d learnt = completionOptions(labelled, car).priorSize;
        QVERIFY((learnt.array() > usual.array()).all() && learnt.x() < 4.9);
        QCOMPARE(completionOptions(labelled, QStringLiteral("Van")).priorSize,
            two.taxonomy.classOf(QStringLiteral("Van"))->defaultSize);
    }

private:
    [[nodiscard]] const Scene& scene() const { return m_document->scene(); }

    std::unique_ptr<Document> m_document;
};

QTEST_APPLESS_MAIN(ShapeActionsTest)
#include "tst_ShapeActions.moc"
