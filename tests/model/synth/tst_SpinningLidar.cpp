#include "model/geometry/Angles.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>
#include <set>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{
/// A clean sensor: every ray that meets something comes back from exactly there.
LidarOptions clean()
{
    LidarOptions options;
    options.noise_m = 0.0;
    options.dropOuts = false;
    return options;
}

template <class T>
const PointArray<T>& field(const PointCloud& cloud, QStringView name)
{
    return std::get<PointArray<T>>(cloud.field(name)->values);
}

/// Points of an object, in its own frame.
std::vector<Eigen::Vector3d> pointsOn(const SimulatedFrame& frame, int number)
{
    std::vector<Eigen::Vector3d> points;
    for (std::size_t i = 0; i < frame.cloud.size(); ++i)
        if (frame.objectOf[i] == number)
            points.push_back(frame.object(number).cuboid.toObject(frame.cloud.point(i)));
    return points;
}

bool same(const SimulatedFrame& a, const SimulatedFrame& b)
{
    return a.cloud.xyz == b.cloud.xyz && a.objectOf == b.objectOf &&
           field<float>(a.cloud, u"intensity") == field<float>(b.cloud, u"intensity");
}
} // namespace

class SpinningLidarTest : public QObject
{
    Q_OBJECT

    StreetScene m_street = StreetScene::street(1);
    SimulatedFrame m_frame = simulateFrame(m_street, 3);

private slots:
    void theStreetIsFullOfVehicles()
    {
        std::set<QString> bodies;
        int seen = 0;
        for (const TruthObject& object : m_frame.objects) {
            bodies.insert(object.body);
            seen += !object.body.isEmpty() && object.points >= 20 ? 1 : 0;
        }
        for (const char16_t* body : {u"saloon", u"hatchback", u"suv", u"van", u"truck", u"bus"})
            QVERIFY2(bodies.contains(QString::fromUtf16(body)), qPrintable(QString::fromUtf16(body)));
        QVERIFY2(seen >= 15, qPrintable(QString::number(seen)));
    }

    void aFrameHasTheDensityOfARealOne()
    {
        const std::size_t points = m_frame.cloud.size();
        QVERIFY2(points > 105000 && points < 128000, qPrintable(QString::number(points)));
        for (const QString& name : {QStringLiteral("intensity"), QStringLiteral("ring"), QStringLiteral("time")})
            QCOMPARE(m_frame.cloud.field(name)->size(), points);
        QCOMPARE(m_frame.objectOf.size(), points);
    }

    void sameSeedSameBytes()
    {
        QVERIFY(same(simulateFrame(StreetScene::street(1), 3), m_frame));
        LidarOptions other;
        other.seed = 2;
        QVERIFY(!same(simulateFrame(m_street, 3, other), m_frame));
        QVERIFY(!same(simulateFrame(StreetScene::street(2), 3), m_frame));
    }

    void ringsAscendInElevation()
    {
        const std::vector<double> elevations = beamElevations(64);
        QVERIFY(std::is_sorted(elevations.begin(), elevations.end()));
        QVERIFY(std::abs(degrees(elevations.back()) - 2.0) < 1e-9);
        QVERIFY(std::abs(degrees(elevations.front()) + 24.8) < 1e-9);
        const auto& ring = field<std::uint16_t>(m_frame.cloud, u"ring");
        QVERIFY(std::is_sorted(ring.begin(), ring.end()));
        for (std::size_t i = 0; i < ring.size(); i += 97) {
            const Eigen::Vector3d p = m_frame.cloud.point(i);
            const double elevation = std::atan2(p.z(), p.head<2>().norm());
            // The sensor moved by up to 0.4 m while it turned.
            QVERIFY(std::abs(elevation - elevations[ring[i]]) < 0.02 + 0.45 / p.norm());
        }
    }

    void timeRunsClockwiseFromTheRear()
    {
        const auto& time = field<float>(m_frame.cloud, u"time");
        for (std::size_t i = 0; i < time.size(); i += 101) {
            const Eigen::Vector3d p = m_frame.cloud.point(i);
            QVERIFY(std::abs(time[i]) <= 0.05F);
            if (p.norm() > 8.0 && std::abs(p.y()) > 2.0)
                QCOMPARE(time[i]<0.0F, p.y()> 0.0);
        }
    }

    void theGroundIsWhereTheSensorStands()
    {
        int count = 0;
        for (std::size_t i = 0; i < m_frame.cloud.size(); ++i) {
            const Eigen::Vector3d p = m_frame.cloud.point(i);
            if (m_frame.objectOf[i] != 0 || std::abs(p.x()) > 8.0 || std::abs(p.y()) > 1.4)
                continue;
            ++count;
            QVERIFY2(std::abs(p.z() + StreetScene::sensorHeight) < 0.13, qPrintable(QString::number(p.z())));
        }
        QVERIFY(count > 1000);
    }

    void pointsOfVehiclesLieInTheirBoxes()
    {
        // Mirrors stand out at the sides; everything else is within noise.
        for (const TruthObject& object : m_frame.objects)
            for (const Eigen::Vector3d& p : pointsOn(m_frame, object.number)) {
                const Eigen::Vector3d over = p.cwiseAbs() - 0.5 * object.cuboid.size;
                QVERIFY2(over.x() < 0.1 && over.z() < 0.1 && over.y() < (object.body.isEmpty() ? 0.1 : 0.32),
                    qPrintable(object.classId));
            }
    }

    void nearlyAllPointsAreWithin5cmOfTheirBox()
    {
        for (const TruthObject& object : m_frame.objects) {
            if (object.points < 20)
                continue;
            const Eigen::Vector3d grown = 0.5 * object.cuboid.size + Eigen::Vector3d::Constant(0.05);
            std::size_t inside = 0;
            for (const Eigen::Vector3d& p : pointsOn(m_frame, object.number))
                inside += (p.cwiseAbs() - grown).maxCoeff() <= 0.0 ? 1 : 0;
            QVERIFY2(static_cast<double>(inside) >= 0.95 * static_cast<double>(object.points),
                qPrintable(
                    QStringLiteral("%1 %2: %3 of %4").arg(object.classId, object.body).arg(inside).arg(object.points)));
        }
    }

    void boxesAreFlushOnWhatIsSeen_data()
    {
        QTest::addColumn<QString>("body");
        for (const VehicleDesign& design : vehicleDesigns())
            QTest::newRow(qPrintable(design.body)) << design.body;
    }
    void boxesAreFlushOnWhatIsSeen()
    {
        QFETCH(QString, body);
        StreetScene scene = StreetScene::bareRoad();
        const double half = 0.5 * vehicleDesign(body)->shell.length;
        const int car = scene.addObject(parkedVehicle(body, {9.0 + half, 2.4}, std::numbers::pi));
        scene.seal();
        const SimulatedFrame frame = simulateFrame(scene, 0, clean());
        Eigen::AlignedBox3d seen;
        for (const Eigen::Vector3d& p : pointsOn(frame, car))
            if (std::abs(p.y()) < 0.5 * frame.object(car).cuboid.size.y() + 1e-3)
                seen.extend(p);
        const Eigen::Vector3d halfSize = 0.5 * frame.object(car).cuboid.size;
        QVERIFY(frame.object(car).points > 500);
        QVERIFY2(seen.max().x() > halfSize.x() - 0.03, "the front faces the sensor");
        QVERIFY2(seen.max().y() > halfSize.y() - 0.03, "so does the side");
        QVERIFY2(seen.min().z() < -halfSize.z() + 0.12, "wheels are seen down to the road");
        QVERIFY((seen.max() - halfSize).maxCoeff() < 2e-3);
        QVERIFY((-halfSize - seen.min()).maxCoeff() < 2e-3);
    }

    void aWallHidesWhatIsBehindIt()
    {
        const auto pointsOnCar = [](bool walled) {
            StreetScene scene = StreetScene::bareRoad();
            const int car = scene.addObject(parkedVehicle(QStringLiteral("saloon"), {20.0, -1.75}));
            if (walled) {
                Mesh wall;
                addBox(wall, {-0.1F, -6, -1}, {0.1F, 6, 4}, wall.surface({Material::Wall, {0.5F, 0.5F, 0.5F}}));
                scene.addScenery(wall, Street::upright({12.0, -1.75}));
            }
            scene.seal();
            return simulateFrame(scene, 0, clean()).object(car).points;
        };
        QVERIFY(pointsOnCar(false) > 300);
        QCOMPARE(pointsOnCar(true), std::size_t(0));
    }

    void glassLetsSomeRaysIn()
    {
        StreetScene scene = StreetScene::bareRoad();
        const int car = scene.addObject(parkedVehicle(QStringLiteral("hatchback"), {6.0, 1.6}));
        scene.seal();
        const auto inside = [&](double passes) {
            LidarOptions options = clean();
            options.glassPasses = passes;
            int count = 0;
            const SimulatedFrame frame = simulateFrame(scene, 0, options);
            for (const Eigen::Vector3d& p : pointsOn(frame, car))
                count += std::abs(p.y()) < 0.45 && std::abs(p.x()) < 1.0 && p.z() > 0.0 && p.z() < 0.5 ? 1 : 0;
            return count;
        };
        QVERIFY(inside(0.6) > inside(0.0) + 40);
    }

    void moversMoveByTheirSpeed()
    {
        const SimulatedFrame later = simulateFrame(m_street, 5, [] {
            LidarOptions options;
            options.beams = 4;
            options.columns = 90;
            return options;
        }());
        int moved = 0;
        for (const TruthObject& object : m_frame.objects) {
            const Point3<SensorFrame> before{object.cuboid.center};
            const Point3<SensorFrame> after{later.object(object.number).cuboid.center};
            const double way = ((later.world_sensor * after).v - (m_frame.world_sensor * before).v).norm();
            const double expected = object.speed * (later.time_s - m_frame.time_s);
            QVERIFY2(std::abs(way - expected) < 0.02 + 0.02 * expected, qPrintable(object.classId));
            moved += expected > 0.5 ? 1 : 0;
        }
        QVERIFY(moved >= 5);
    }

    void posesStartAtTheOriginAndFollowTheSlope()
    {
        QVERIFY(simulateFrame(m_street, 0).world_sensor.m.isApprox(Eigen::Isometry3d::Identity()));
        const Eigen::Isometry3d pose = m_frame.world_sensor.m;
        QVERIFY(std::abs(pose.translation().norm() - 0.3 * StreetScene::egoSpeed) < 0.05);
        const Eigen::Vector3d ahead = m_street.sensorPose(0.0).linear().col(0);
        QVERIFY2(ahead.z() > 0.01 && ahead.z() < 0.05, "the road climbs by 1.6 to 3.4 %");
    }

    void fewBeamsMakeAThinCloud_data()
    {
        QTest::addColumn<int>("beams");
        QTest::newRow("1") << 1;
        QTest::newRow("16") << 16;
        QTest::newRow("128") << 128;
    }
    void fewBeamsMakeAThinCloud()
    {
        QFETCH(int, beams);
        LidarOptions options;
        options.beams = beams;
        options.columns = 400;
        const SimulatedFrame frame = simulateFrame(m_street, 0, options);
        std::set<std::uint16_t> rings;
        for (const std::uint16_t ring : field<std::uint16_t>(frame.cloud, u"ring"))
            rings.insert(ring);
        QCOMPARE(static_cast<int>(rings.size()), beams);
        QVERIFY(frame.cloud.size() <= static_cast<std::size_t>(400 * beams));
    }
};

QTEST_APPLESS_MAIN(SpinningLidarTest)
#include "tst_SpinningLidar.moc"
