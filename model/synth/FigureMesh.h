#pragma once

#include "model/synth/Random.h"
#include "model/synth/VehicleMesh.h"

namespace lunkuo::synth
{

/// A person in mid-stride, their clothes and height drawn from `random`.
ObjectMesh pedestrianMesh(Random& random);
/// A person on a bicycle.
ObjectMesh cyclistMesh(Random& random);

} // namespace lunkuo::synth
