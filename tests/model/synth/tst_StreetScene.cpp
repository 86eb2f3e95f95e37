#include "model/geometry/Polygon.h"
#include "model/synth/StreetScene.h"

#include <QTest>
#include <set>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{
struct Standing
{
    QString name;
    Cuboid cuboid;
};

Cuboid worldCuboid(const Eigen::Isometry3d& pose, const Eigen::Vector3d& size)
{
    return {pose.translation(), size, Eigen::Quaterniond(pose.linear())};
}

/// All that is on the street at that moment, and the car that carries the sensors.
std::vector<Standing> standing(const StreetScene& scene, double time_s)
{
    std::vector<Standing> all{{QStringLiteral("sensor car"), worldCuboid(scene.sensorPose(time_s), {4.4, 1.8, 1.6})}};
    for (const SceneObject& object : scene.objects())
        all.push_back({QStringLiteral("%1 %2 %3").arg(object.classId, object.body).arg(all.size()),
            worldCuboid(object.pose(time_s), object.shape->size)});
    return all;
}

double commonArea(const Cuboid& a, const Cuboid& b)
{
    if ((a.center - b.center).norm() > 0.5 * (a.size.norm() + b.size.norm()))
        return 0.0;
    const Polygon2 common = convexIntersection(groundRectangle(a), groundRectangle(b));
    return common.size() < 3 ? 0.0 : signedArea(common);
}
} // namespace

class StreetSceneTest : public QObject
{
    Q_OBJECT
private slots:
    void nobodyGoesThroughAnybody_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<Traffic>("traffic");
        for (const int seed : {1, 2, 3}) {
            QTest::addRow("seed %d", seed) << seed << Traffic::Flowing;
            QTest::addRow("seed %d, manoeuvres", seed) << seed << Traffic::Manoeuvres;
        }
    }
    void nobodyGoesThroughAnybody()
    {
        QFETCH(int, seed);
        QFETCH(Traffic, traffic);
        const double duration = 30.0;
        const StreetScene scene = StreetScene::street(static_cast<std::uint64_t>(seed), duration, traffic);
        for (double time = 0.0; time < duration; time += 0.25) {
            const std::vector<Standing> all = standing(scene, time);
            for (std::size_t i = 0; i < all.size(); ++i)
                for (std::size_t k = 0; k < i; ++k)
                    QVERIFY2(commonArea(all[i].cuboid, all[k].cuboid) == 0.0,
                        qPrintable(QStringLiteral("%1 and %2 after %3 s").arg(all[k].name, all[i].name).arg(time)));
        }
    }

    void everybodyStandsOnTheGround()
    {
        const StreetScene scene = StreetScene::street(1);
        for (const SceneObject& object : scene.objects()) {
            const Eigen::Isometry3d pose = object.pose(1.0);
            const Eigen::Vector3d foot = pose * Eigen::Vector3d(0.0, 0.0, -0.5 * object.shape->size.z());
            QVERIFY(std::abs(foot.z() - Street::height(Street::place(foot))) < 0.02);
            const double lean = std::acos(std::min(1.0, pose.linear().col(2).z()));
            QVERIFY(object.upright ? lean < 1e-6 : lean > 0.01 && lean < 0.05);
        }
    }

    void everyKindIsThere()
    {
        const StreetScene scene = StreetScene::street(1);
        std::set<QString> kinds;
        for (const SceneObject& object : scene.objects())
            kinds.insert(object.body.isEmpty() ? object.classId : object.body);
        QCOMPARE(kinds, (std::set<QString>{u"Cyclist"_qs, u"Pedestrian"_qs, u"bus"_qs, u"estate"_qs, u"hatchback"_qs,
                            u"pickup"_qs, u"saloon"_qs, u"suv"_qs, u"truck"_qs, u"van"_qs}));
    }

    void vehiclesBrakeSetOffPullOutAndTurn()
    {
        constexpr double watched_s = 4.0;
        const StreetScene scene = StreetScene::street(1, watched_s, Traffic::Manoeuvres);
        int stopping = 0;
        int settingOff = 0;
        int turning = 0;
        for (const SceneObject& object : scene.objects()) {
            if (!object.way)
                continue;
            const Way::Moment first = object.way->at(0.0);
            const Way::Moment last = object.way->at(watched_s);
            stopping += first.speed_mps > 5.0 && last.speed_mps == 0.0 ? 1 : 0;
            settingOff += first.speed_mps == 0.0 && last.speed_mps > 3.0 ? 1 : 0;
            turning += std::abs(last.turn - first.turn) > 0.8 ? 1 : 0;
        }
        QCOMPARE(stopping, 3);
        QCOMPARE(settingOff, 4);
        QCOMPARE(turning, 2);
    }

    void whatStandsBesideTheStreetIsTheSame()
    {
        const StreetScene flowing = StreetScene::street(1);
        const StreetScene manoeuvres = StreetScene::street(1, 2.0, Traffic::Manoeuvres);
        const auto parked = [](const StreetScene& scene, double least) {
            std::set<double> places;
            for (const SceneObject& object : scene.objects())
                if (!object.inTraffic && object.start.d < least)
                    places.insert(object.start.s);
            return places;
        };
        QCOMPARE(parked(flowing, 0.0), parked(manoeuvres, 0.0));
    }

    void motionFollowsTheWay()
    {
        SceneObject car = parkedVehicle(u"saloon"_qs, {0.0, -1.75});
        QCOMPARE(car.motionAt(1.0), Motion::Parked);
        car.inTraffic = true;
        QCOMPARE(car.motionAt(1.0), Motion::Stopped);
        car.velocity = {5.0, 0.0};
        car.endOfWay = 10.0;
        QCOMPARE(car.motionAt(1.0), Motion::Moving);
        QCOMPARE(car.placeAt(1.0).s, 5.0);
        QCOMPARE(car.motionAt(3.0), Motion::Stopped);
        QCOMPARE(car.placeAt(3.0).s, 10.0);
    }
};

QTEST_APPLESS_MAIN(StreetSceneTest)
#include "tst_StreetScene.moc"
