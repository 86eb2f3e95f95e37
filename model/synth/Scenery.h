#pragma once

#include "model/synth/Mesh.h"
#include "model/synth/Random.h"

namespace lunkuo::synth
{

// Everything that stands beside the road. Meshes stand on z = 0 of their own frame.

/// The road, the pavements, the kerbs and the land around, in world coordinates, for `from` <= s <= `to`.
Mesh groundMesh(double from, double to);

struct BuildingPlan
{
    double width = 12.0; ///< along the street: x from 0 to width
    double depth = 10.0; ///< away from it: y from 0 to depth, the front at y = 0
    int storeys = 3;
    bool shop = false;
    bool gable = true;
};
Mesh buildingMesh(const BuildingPlan& plan, Random& random);

/// A trunk with branches and a crown of single leaves, so that rays find their way into it as into a real one.
Mesh treeMesh(Random& random);
Mesh shrubMesh(double length, Random& random);
Mesh lampMesh(); ///< its arm reaches along +y
enum class Sign { NoParking, Warning, Crossing };
Mesh signMesh(Sign sign); ///< its face looks along -x
Mesh trafficLightMesh();  ///< its lenses look along -x
Mesh bollardMesh();
Mesh binMesh();
Mesh fenceMesh(double length); ///< along x

} // namespace lunkuo::synth
