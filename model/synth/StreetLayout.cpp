#include "model/synth/FigureMesh.h"
#include "model/synth/Scenery.h"
#include "model/synth/StreetScene.h"

#include <numbers>

namespace lunkuo::synth
{

namespace
{
constexpr double turnedRound = std::numbers::pi;

/// Sets up the whole street: what stands beside it, who is parked, who moves.
class Layout
{
public:
    Layout(std::uint64_t seed, double duration_s, Traffic traffic)
        : m_seed(seed)
        , m_traffic(traffic)
        , m_from(-130.0)
        , m_to(150.0 + StreetScene::egoSpeed * duration_s)
    {
    }

    StreetScene build()
    {
        m_scene.addScenery(groundMesh(m_from - 150.0, m_to + 200.0), Eigen::Isometry3d::Identity());
        for (const int side : {-1, 1}) {
            addBuildings(side);
            addTrees(side);
            addFurniture(side);
            addParked(side);
        }
        addTrafficLights();
        addSideStreet();
        if (m_traffic == Traffic::Flowing)
            addTraffic();
        else
            addManoeuvres();
        addCyclists();
        addPedestrians();
        m_scene.seal();
        return std::move(m_scene);
    }

private:
    enum Stream : std::uint64_t { Houses = 1, Plants, Pieces, Parked, Movers, Riders, Walkers, Corner, Manoeuvring };

    [[nodiscard]] Random stream(Stream what, int side = 0) const
    {
        return Random(m_seed, what, static_cast<std::uint64_t>(side + 1));
    }

    static bool isNear(double s, double middle, double distance) { return std::abs(s - middle) < distance; }

    void addBuildings(int side)
    {
        Random random = stream(Houses, side);
        const double sideStreet = Street::crossing - Street::crossingHalf - 2.6;
        double s = m_from + random.between(0.0, 6.0);
        while (s < m_to) {
            BuildingPlan plan{random.between(9.0, 17.0), random.between(9.0, 12.0), 2 + random.below(3),
                random.chance(0.35), random.chance(0.7)};
            if (s < sideStreet && s + plan.width > sideStreet) {
                plan.width = sideStreet - s;
                if (plan.width < 6.0) {
                    s = Street::crossing + Street::crossingHalf + 2.6;
                    continue;
                }
            } else if (s >= sideStreet && s < Street::crossing + Street::crossingHalf + 2.6) {
                s = Street::crossing + Street::crossingHalf + 2.6;
                continue;
            }
            placeBuilding(s, side, plan, random);
            s += plan.width;
            if (random.chance(0.4))
                s += addGap(s, side, random);
        }
        closeTheEnds(side, random);
    }

    void placeBuilding(double s, int side, const BuildingPlan& plan, Random& random)
    {
        const double out = Street::buildingLine + (plan.shop ? 0.0 : random.between(0.0, 1.2));
        // Fronts look along -y of their own frame: on the right they are turned round.
        const Eigen::Isometry3d frame =
            side > 0 ? Street::upright({s, out}) : Street::upright({s + plan.width, -out}, turnedRound);
        m_scene.addScenery(buildingMesh(plan, random), frame);
    }

    /// A fence with a hedge and a tree behind between two houses; returns its width.
    double addGap(double s, int side, Random& random)
    {
        const double width = random.between(3.0, 7.0);
        const double out = side * (Street::buildingLine + 0.2);
        m_scene.addScenery(fenceMesh(width), Street::upright({s, out}));
        m_scene.addScenery(shrubMesh(width, random), Street::upright({s, out + side * 0.9}));
        m_scene.addScenery(treeMesh(random), Street::upright({s + 0.5 * width, out + side * 5.5}));
        return width;
    }

    /// Houses across both ends of the street and of the side street, so that no view runs into nothing.
    void closeTheEnds(int side, Random& random)
    {
        for (int i = 0; i < 3; ++i) {
            const BuildingPlan plan{16.0, 11.0, 3 + random.below(2), false, true};
            const double d = 8.0 + side * (8.5 + 17.0 * i);
            m_scene.addScenery(buildingMesh(plan, random), Street::upright({m_to + 22.0, d}, -0.5 * std::numbers::pi));
            m_scene.addScenery(
                buildingMesh(plan, random), Street::upright({m_from - 22.0, d - 16.0}, 0.5 * std::numbers::pi));
        }
        for (int i = 0; i < 3; ++i)
            for (const double end : {-1.0, 1.0}) {
                const BuildingPlan plan{14.0, 10.0, 2 + random.below(2), false, true};
                const double out = side * (30.0 + 15.0 * i);
                const double s = Street::crossing + end * (Street::crossingHalf + 3.0);
                const double across = end > 0.0 ? -0.5 * std::numbers::pi : 0.5 * std::numbers::pi;
                const double corner = out + (end > 0.0 ? 7.0 : -7.0);
                m_scene.addScenery(buildingMesh(plan, random), Street::upright({s, corner}, across));
            }
    }

    void addTrees(int side)
    {
        Random random = stream(Plants, side);
        for (double s = m_from + random.between(0.0, 8.0); s < m_to; s += random.between(10.0, 16.0))
            if (!isNear(s, Street::crossing, 9.0) && !isNear(s, Street::zebra, 5.0))
                m_scene.addScenery(treeMesh(random), Street::upright({s, side * (Street::kerb + 0.75)}));
    }

    void addFurniture(int side)
    {
        Random random = stream(Pieces, side);
        const double edge = side * (Street::kerb + 0.5);
        for (double s = m_from + 9.0 + (side > 0 ? 14.0 : 0.0); s < m_to; s += 28.0)
            if (!isNear(s, Street::crossing, Street::crossingHalf + 1.0))
                m_scene.addScenery(lampMesh(), Street::upright({s, edge}, side > 0 ? turnedRound : 0.0));
        for (double s = m_from + 4.0; s < m_to; s += random.between(16.0, 34.0)) {
            if (isNear(s, Street::crossing, 8.0) || isNear(s, Street::zebra, 5.0))
                continue;
            const double away = side > 0 ? turnedRound : 0.0;
            if (random.chance(0.6))
                m_scene.addScenery(
                    signMesh(random.chance(0.6) ? Sign::NoParking : Sign::Warning), Street::upright({s, edge}, away));
            else
                m_scene.addScenery(
                    binMesh(), Street::upright({s, side * (Street::buildingLine - 0.7)}, 0.5 * std::numbers::pi));
        }
        for (const double from : {-3.2, 3.2})
            m_scene.addScenery(signMesh(Sign::Crossing),
                Street::upright({Street::zebra + from * side * -1.0, edge}, side > 0 ? turnedRound : 0.0));
        for (int i = 0; i < 5; ++i)
            m_scene.addScenery(
                bollardMesh(), Street::upright({Street::crossing - Street::crossingHalf - 0.8 - 1.3 * i, edge}));
    }

    void addTrafficLights()
    {
        const double before = Street::crossing - Street::crossingHalf - 1.2;
        const double after = Street::crossing + Street::crossingHalf + 1.2;
        m_scene.addScenery(trafficLightMesh(), Street::upright({before, -Street::kerb - 0.6}));
        m_scene.addScenery(trafficLightMesh(), Street::upright({after, Street::kerb + 0.6}, turnedRound));
    }

    static Eigen::Vector3f paint(Random& random)
    {
        static const std::array<Eigen::Vector3f, 12> colors{
            {{0.72F, 0.73F, 0.73F}, {0.72F, 0.73F, 0.73F}, {0.40F, 0.42F, 0.44F}, {0.40F, 0.42F, 0.44F},
                {0.13F, 0.14F, 0.15F}, {0.02F, 0.02F, 0.023F}, {0.02F, 0.02F, 0.023F}, {0.02F, 0.06F, 0.22F},
                {0.42F, 0.02F, 0.025F}, {0.03F, 0.12F, 0.08F}, {0.45F, 0.38F, 0.26F}, {0.08F, 0.22F, 0.42F}}};
        return colors[static_cast<std::size_t>(random.below(12))];
    }

    SceneObject vehicle(const QString& body, Street::Place place, double turn, Random& random)
    {
        const VehicleDesign& design = *vehicleDesign(body);
        const Eigen::Vector3d scale(
            random.between(0.95, 1.05), random.between(0.975, 1.025), random.between(0.97, 1.03));
        SceneObject object;
        object.classId = design.classId;
        object.body = body;
        object.shape = std::make_shared<ObjectMesh>(vehicleMesh(design, paint(random), scale));
        object.start = place;
        object.turn = turn;
        return object;
    }

    static QString parkedBody(Random& random)
    {
        static const std::array<const char16_t*, 16> bodies{u"saloon", u"saloon", u"saloon", u"hatchback", u"hatchback",
            u"hatchback", u"hatchback", u"suv", u"suv", u"suv", u"estate", u"estate", u"van", u"van", u"pickup",
            u"saloon"};
        return QString::fromUtf16(bodies[static_cast<std::size_t>(random.below(16))]);
    }

    /// A row of cars along the kerb, with gaps; those on the left look the other way.
    void addParked(int side)
    {
        Random random = stream(Parked, side);
        double rear = -34.0 + random.between(0.0, 3.0);
        const double last = 92.0;
        while (rear < last) {
            const QString body = parkedBody(random);
            const double length = vehicleDesign(body)->shell.length;
            const double s = rear + 0.5 * length;
            const double out = Street::kerb - 1.12 + random.between(-0.12, 0.10);
            const double askew = random.between(-0.03, 0.03);
            const bool keptFree = isNear(s, Street::zebra, 4.5 + 0.5 * length) ||
                                  isNear(s, Street::crossing, Street::crossingHalf + 2.5 + 0.5 * length) ||
                                  (isPulledOutFrom(side) && isNear(s, pullOut - 6.0, 9.0 + 0.5 * length));
            if (keptFree || random.chance(0.16)) {
                rear += 2.0;
                continue;
            }
            m_scene.addObject(vehicle(body, {s, side * out}, (side > 0 ? turnedRound : 0.0) + askew, random));
            rear += 1.06 * length + random.between(0.6, 1.7);
        }
    }

    /// Whether a car pulls out of the row of that side, which needs room.
    [[nodiscard]] bool isPulledOutFrom(int side) const { return m_traffic == Traffic::Manoeuvres && side > 0; }

    /// A car that waits to turn in and two that are parked round the corner.
    void addSideStreet()
    {
        Random random = stream(Corner);
        const double north = 0.5 * std::numbers::pi;
        SceneObject waiting = vehicle(QStringLiteral("hatchback"), {Street::crossing - 1.9, 11.2}, -north, random);
        waiting.inTraffic = true;
        if (m_traffic == Traffic::Manoeuvres) { // turns right, to where this direction comes from
            constexpr double radius = 5.0;
            const double before = waiting.start.d + axleOf(waiting) - radius - 0.5 * Street::lane;
            drive(
                waiting, 0.0, {{before, 4.0, 0.0, 0.1}, {quarter(radius), 4.4, -1.0 / radius}, back(33.0, 37.1, 6.0)});
        }
        m_scene.addObject(std::move(waiting));
        m_scene.addObject(vehicle(QStringLiteral("saloon"), {Street::crossing + 3.0, -17.0}, -north, random));
        m_scene.addObject(vehicle(QStringLiteral("van"), {Street::crossing - 3.0, -24.0}, -north, random));
    }

    struct Mover
    {
        const char16_t* body;
        double s;
        double speed; ///< along the street, negative: oncoming; 0: waits, oncoming
        int queue;    ///< how many of its lane wait before it where the street ends
    };

    void addTraffic()
    {
        static constexpr std::array<Mover, 8> movers{{{u"saloon", 40.0, 8.6, 1}, {u"suv", 66.0, 9.4, 0},
            {u"truck", -17.0, 7.8, 2}, {u"van", -33.0, 7.6, 3}, {u"hatchback", 12.5, -8.2, 1},
            {u"estate", -22.0, -9.0, 0}, {u"bus", 43.5, 0.0, 0}, {u"hatchback", 88.0, -7.0, 0}}};
        Random random = stream(Movers);
        for (const Mover& mover : movers) {
            const bool oncoming = mover.speed <= 0.0;
            const double d = (oncoming ? 0.5 : -0.5) * Street::lane + random.between(-0.1, 0.1);
            const double turn = (oncoming ? turnedRound : 0.0) + random.between(-0.01, 0.01);
            SceneObject object = vehicle(QString::fromUtf16(mover.body), {mover.s, d}, turn, random);
            object.inTraffic = true;
            object.velocity = {mover.speed, 0.0};
            // One behind the other where the street ends, or behind the bus that waits.
            const double room = 9.0 * mover.queue;
            object.endOfWay = !oncoming ? m_to - 12.0 - room : mover.s > 50.0 ? 58.0 : m_from + 12.0 + room;
            m_scene.addObject(std::move(object));
        }
    }

    /// An arc of a quarter turn.
    static double quarter(double radius) { return 0.5 * std::numbers::pi * radius; }

    /// From s on against the street's direction, until it stands that far from where the street begins.
    [[nodiscard]] Leg back(double room, double from, double speed) const { return {from - (m_from + room), speed}; }

    /// How far its rear axle is behind its middle.
    static double axleOf(const SceneObject& vehicle)
    {
        const VehicleDesign& design = *vehicleDesign(vehicle.body);
        return design.axles.back() - 0.5 * design.shell.length;
    }

    /// Sends a vehicle on its way; it pivots about its rear axle.
    static void drive(SceneObject& vehicle, double speed, std::vector<Leg> legs)
    {
        vehicle.inTraffic = true;
        vehicle.way = std::make_shared<const Way>(vehicle.start, vehicle.turn, speed, axleOf(vehicle), std::move(legs));
    }

    struct Manoeuvre
    {
        const char16_t* body;
        Street::Place place;
        double turn;
        double speed;
        std::vector<Leg> legs;
    };

    /// Who brakes, sets off, pulls out or turns while the sensors watch.
    void addManoeuvres()
    {
        constexpr double own = -0.5 * Street::lane;
        constexpr double oncoming = 0.5 * Street::lane;
        const double end = m_to - 12.0;
        constexpr double pulledOut = pullOut - 11.0; // about, when it is in the lane
        const std::vector<Manoeuvre> manoeuvres{// Turns left into the side street before the sensors' car comes there.
            {u"saloon", {28.0, own}, 0.0, 7.0, {{5.0, 7.0}, {7.2, 4.0}, {quarter(7.0), 4.4, 1.0 / 7.0}, {14.0, 6.0}}},
            // Slows down for it and goes on.
            {u"suv", {66.0, own}, 0.0, 9.4, {{12.0, 4.0}, {24.0, 9.4}, {end - 102.0, 9.4}}},
            // Waits behind the crossing and sets off.
            {u"hatchback", {54.0, own}, 0.0, 0.0, {{22.0, 9.4, 0.0, 1.0}, {end - 9.0 - 76.0, 9.4}}},
            // Two behind the sensors stop one after the other.
            {u"truck", {-17.0, own}, 0.0, 7.8, {{3.9, 7.8}, {10.5, 0.0}}},
            {u"van", {-33.0, own}, 0.0, 7.6, {{6.5, 7.6}, {9.5, 0.0}}},
            // Stops before the crossing.
            {u"estate", {70.0, oncoming}, turnedRound, 8.0, {{6.5, 8.0}, {11.5, 0.0}}},
            // Leaves its bus stop.
            {u"bus", {-8.0, oncoming}, turnedRound, 0.0, {{16.0, 7.0, 0.0, 0.7}, back(13.0, -24.0, 7.0)}},
            // Pulls out of the row of parked cars into the lane.
            {u"saloon", {pullOut, Street::kerb - 1.1}, turnedRound, 0.0,
                {{4.0, 3.8, 1.0 / 8.0, 1.0}, {2.9, 4.8}, {4.0, 6.0, -1.0 / 8.0}, back(31.0, pulledOut, 6.4)}}};
        Random random = stream(Manoeuvring);
        for (const Manoeuvre& m : manoeuvres) {
            SceneObject object = vehicle(QString::fromUtf16(m.body), m.place, m.turn, random);
            drive(object, m.speed, m.legs);
            m_scene.addObject(std::move(object));
        }
    }

    void addFigure(const QString& classId, ObjectMesh shape, Street::Place place, Street::Place velocity, double turn)
    {
        SceneObject object;
        object.classId = classId;
        object.shape = std::make_shared<ObjectMesh>(std::move(shape));
        object.start = place;
        object.velocity = velocity;
        object.endOfWay = velocity.s > 0.0 ? m_to : m_from;
        object.turn = turn;
        object.inTraffic = true;
        object.upright = classId == QStringLiteral("Pedestrian");
        m_scene.addObject(std::move(object));
    }

    /// Between the cars that pass and those that are parked.
    void addCyclists()
    {
        Random random = stream(Riders);
        const QString rider = QStringLiteral("Cyclist");
        addFigure(rider, cyclistMesh(random), {17.5, -3.45}, {4.6, 0}, 0.0);
        const double before = m_traffic == Traffic::Flowing ? 27.0 : pullOut - 4.5; // who pulls out lets it pass
        addFigure(rider, cyclistMesh(random), {before, 3.45}, {-4.2, 0}, turnedRound);
        addFigure(rider, cyclistMesh(random), {61.0, -3.45}, {5.0, 0}, 0.0);
    }

    void addPedestrians()
    {
        Random random = stream(Walkers);
        const QString walker = QStringLiteral("Pedestrian");
        const double across = 0.5 * std::numbers::pi;
        addFigure(walker, pedestrianMesh(random), {Street::zebra - 0.6, -0.6}, {0, 1.35}, across);
        addFigure(walker, pedestrianMesh(random), {Street::zebra + 0.5, 0.5}, {0, 1.25}, across);
        addFigure(walker, pedestrianMesh(random), {Street::zebra + 1.4, -0.2}, {0, 1.3}, across);
        addFigure(walker, pedestrianMesh(random), {Street::zebra + 0.2, -Street::kerb - 0.9}, {}, across); // waits
        for (int i = 0; i < 9; ++i) {
            const int side = i % 2 == 0 ? -1 : 1;
            const double s = 6.0 + 8.5 * i + random.between(-3.0, 3.0);
            const double speed = random.between(1.0, 1.6) * (random.chance(0.5) ? 1.0 : -1.0);
            if (isNear(s, Street::crossing, Street::crossingHalf + 3.0))
                continue;
            // Those who come and those who go keep apart.
            const double lane = speed > 0.0 ? Street::kerb + 1.6 : Street::buildingLine - 1.3;
            const double d = side * (lane + random.between(-0.05, 0.05));
            addFigure(walker, pedestrianMesh(random), {s, d}, {speed, 0}, speed > 0 ? 0.0 : turnedRound);
        }
    }

    static constexpr double pullOut = 20.0; ///< s of the car that does

    std::uint64_t m_seed;
    Traffic m_traffic;
    double m_from, m_to;
    StreetScene m_scene;
};
} // namespace

StreetScene StreetScene::street(std::uint64_t seed, double duration_s, Traffic traffic)
{
    return Layout(seed, duration_s, traffic).build();
}

} // namespace lunkuo::synth
