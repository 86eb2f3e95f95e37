#pragma once

#include <QString>
#include <QStringList>

namespace lunkuo
{

/// The class of Lunkuo's own taxonomy that other people's labels mean: "Car" for "Pickup Truck", "vehicle.car" or
/// "SUV", "Cyclist" for "BicycleRider". Empty for what has no class there, a tram or a barrier.
QString classOfLabel(const QString& label);

/// Whether objects of the class are vehicles with an enclosed body, which is what completion is measured by.
bool isVehicleClass(const QString& classId);

} // namespace lunkuo
