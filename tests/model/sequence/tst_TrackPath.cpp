#include "model/sequence/TrackPath.h"

#include "model/sequence/WorldPose.h"
#include "tests/support/TrackRows.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// The track of the row, which drives along the world's x at that speed; a frame comes each 0.1 s.
Scene driving(const QString& row, double speed_mps)
{
    Scene scene = test::sceneOfRow(row);
    for (const ShapeId id : scene.shapesOf(TrackId{1})) {
        Shape shape = scene.shapes.at(id);
        const Frame& frame = scene.frames.at(shape.frame);
        shape.cuboid =
            inSensor(frame, Cuboid::fromYaw({10.0 + 0.1 * frame.index * speed_mps, 3.0, 0.8}, {4.2, 1.8, 1.6}, 0.0));
        scene.shapes.insert(shape);
    }
    return scene;
}

} // namespace

class TestTrackPath : public QObject
{
    Q_OBJECT
private slots:
    void goesWhereTheObjectIsInTheWorld()
    {
        const TrackPath path(driving(QStringLiteral("K.pK"), 10.0), {1}, {1});
        QCOMPARE(path.places().size(), std::size_t(3));
        QVERIFY(path.places()[0].foot.isApprox(Eigen::Vector3d(10.0, 3.0, 0.0), 1e-6));
        QVERIFY(path.places()[1].foot.isApprox(Eigen::Vector3d(12.0, 3.0, 0.0), 1e-6));
        QCOMPARE(path.places()[2].frame, FrameId{4});
        QVERIFY(path.places()[2].heading.isApprox(Eigen::Vector3d::UnitX(), 1e-6));
    }

    void knowsTheWayBetweenNeighbours_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("known"); // for each place but the first
        QTest::newRow("known all along") << "KpK"
                                         << "yy";
        QTest::newRow("interpolated") << "KiiKp"
                                      << "nnny";
        QTest::newRow("a gap") << "KK.KK"
                               << "yny";
    }
    void knowsTheWayBetweenNeighbours()
    {
        QFETCH(QString, row);
        const TrackPath path(driving(row, 10.0), {1}, {1});
        QString known;
        for (std::size_t place = 1; place < path.places().size(); ++place)
            known += path.isKnownUpTo(place) ? u'y' : u'n';
        QTEST(known, "known");
    }

    void knowsWhichFramesSayWhenTheyWereTaken()
    {
        Scene scene = driving(QStringLiteral("KK"), 1.0);
        scene.frames.at({1}).timestamp_ns = 5;
        scene.frames.at({2}).timestamp_ns.reset();
        const TrackPath path(scene, {1}, {1});
        QVERIFY(path.places()[0].isTimed);
        QVERIFY(!path.places()[1].isTimed);
    }

    void tellsTheSpeedOverGround()
    {
        // The sensor moves on 0.83 m a frame: that is none of the object's.
        const TrackPath moving(driving(QStringLiteral("KiiiK"), 12.5), {1}, {1});
        QVERIFY(std::abs(moving.speedAt(2).value() - 12.5) < 1e-3);
        const TrackPath parked(driving(QStringLiteral("KppK"), 0.0), {1}, {1});
        QVERIFY(parked.speedAt(0).value() < 1e-3);
    }

    void tellsTheSpeedOfAWalkerAtBothEnds()
    {
        const TrackPath path(driving(QStringLiteral("KpppK"), 1.4), {1}, {1});
        for (std::size_t place = 0; place < path.places().size(); ++place)
            QVERIFY(std::abs(path.speedAt(place).value() - 1.4) < 1e-3);
    }

    void needsTwoKnownPlacesForASpeed()
    {
        QVERIFY(!TrackPath(driving(QStringLiteral("..K."), 5.0), {1}, {1}).speedAt(0));
        QVERIFY(!TrackPath(driving(QStringLiteral("iKi."), 5.0), {1}, {1}).speedAt(1));
    }

    void staysInTheSensorFrameWithoutPoses()
    {
        Scene scene = test::sceneOfRow(QStringLiteral("KK"));
        for (auto& [id, frame] : scene.frames)
            frame.world_ego.reset();
        const TrackPath path(scene, {1}, {1});
        const Cuboid& cuboid = scene.shapes.at({2}).cuboid;
        QVERIFY(path.places()[1].foot.isApprox(cuboid.toSensor({0.0, 0.0, -0.5 * cuboid.size.z()}), 1e-9));
    }

    void isEmptyWhereThereIsNone()
    {
        const Scene scene = test::sceneOfRow(QStringLiteral("KK"));
        QVERIFY(TrackPath(scene, {9}, {1}).places().empty());
        QVERIFY(TrackPath(scene, {1}, {7}).places().empty());
    }

    void bearsTimesThatDoNotAscend()
    {
        Scene scene = driving(QStringLiteral("KKK"), 10.0);
        for (auto& [id, frame] : scene.frames)
            frame.timestamp_ns = 5;
        QVERIFY(!TrackPath(scene, {1}, {1}).speedAt(1));
    }
};

QTEST_GUILESS_MAIN(TestTrackPath)
#include "tst_TrackPath.moc"
