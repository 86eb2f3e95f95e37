#include "model/formats/Nuscenes.h"

namespace lunkuo
{

namespace
{
/// A class of ours and nuScenes' category for it; the first of several is what goes out.
struct Pair
{
    QLatin1String ours;
    QLatin1String theirs;
};

const std::array pairs{
    Pair{QLatin1String("Car"), QLatin1String("vehicle.car")},
    Pair{QLatin1String("Truck"), QLatin1String("vehicle.truck")},
    Pair{QLatin1String("Bus"), QLatin1String("vehicle.bus.rigid")},
    Pair{QLatin1String("Bus"), QLatin1String("vehicle.bus.bendy")},
    Pair{QLatin1String("Trailer"), QLatin1String("vehicle.trailer")},
    Pair{QLatin1String("Motorcycle"), QLatin1String("vehicle.motorcycle")},
    Pair{QLatin1String("Cyclist"), QLatin1String("vehicle.bicycle")},
    Pair{QLatin1String("Pedestrian"), QLatin1String("human.pedestrian.adult")},
    Pair{QLatin1String("Pedestrian"), QLatin1String("human.pedestrian.child")},
    Pair{QLatin1String("Pedestrian"), QLatin1String("human.pedestrian.construction_worker")},
    Pair{QLatin1String("Pedestrian"), QLatin1String("human.pedestrian.police_officer")},
    Pair{QLatin1String("Cone"), QLatin1String("movable_object.trafficcone")},
    // The classes of its detection task: what a mapping to them goes out as must be evaluated.
    Pair{QLatin1String("car"), QLatin1String("vehicle.car")},
    Pair{QLatin1String("truck"), QLatin1String("vehicle.truck")},
    Pair{QLatin1String("bus"), QLatin1String("vehicle.bus.rigid")},
    Pair{QLatin1String("bus"), QLatin1String("vehicle.bus.bendy")},
    Pair{QLatin1String("trailer"), QLatin1String("vehicle.trailer")},
    Pair{QLatin1String("construction_vehicle"), QLatin1String("vehicle.construction")},
    Pair{QLatin1String("motorcycle"), QLatin1String("vehicle.motorcycle")},
    Pair{QLatin1String("bicycle"), QLatin1String("vehicle.bicycle")},
    Pair{QLatin1String("pedestrian"), QLatin1String("human.pedestrian.adult")},
    Pair{QLatin1String("pedestrian"), QLatin1String("human.pedestrian.child")},
    Pair{QLatin1String("pedestrian"), QLatin1String("human.pedestrian.construction_worker")},
    Pair{QLatin1String("pedestrian"), QLatin1String("human.pedestrian.police_officer")},
    Pair{QLatin1String("traffic_cone"), QLatin1String("movable_object.trafficcone")},
    Pair{QLatin1String("barrier"), QLatin1String("movable_object.barrier")},
};
} // namespace

QString nuscenesCategory(const QString& classId, const Taxonomy& taxonomy)
{
    for (const Pair& pair : pairs)
        if (classId == pair.ours)
            // A taxonomy that has their class beside ours tells the two apart.
            return taxonomy.classOf(pair.theirs) ? classId : pair.theirs;
    return classId;
}

QString classOfNuscenes(const QString& category, const QStringList& attributes, const Taxonomy& taxonomy)
{
    if (taxonomy.classOf(category))
        return category;
    // There a bicycle may stand by itself; a cyclist always rides.
    const bool rides = attributes.contains(QStringLiteral("cycle.with_rider"));
    for (const Pair& pair : pairs)
        if (category == pair.theirs && taxonomy.classOf(pair.ours) && (rides || pair.ours != QLatin1String("Cyclist")))
            return pair.ours;
    return category;
}

const QStringList& nuscenesAttributes()
{
    static const QStringList ids{QStringLiteral("vehicle"), QStringLiteral("pedestrian"), QStringLiteral("cycle"),
        QStringLiteral("motion"), QStringLiteral("visibility")};
    return ids;
}

} // namespace lunkuo
