#pragma once

#include <cstdint>
#include <Eigen/Core>

namespace lunkuo::synth
{

enum class Material : std::uint8_t {
    Asphalt,
    Pavement,
    Kerb,
    Grass,
    Wall,
    WindowGlass,
    Roof,
    Bark,
    Foliage,
    Metal,
    SignFace,
    Paint,
    Trim,
    CarGlass,
    Tyre,
    Rim,
    Headlight,
    TailLight,
    Plate,
    Interior,
    Mirror,
    Skin,
    Clothing,
};

/// What a triangle is made of and its colour, linear 0..1.
struct Surface
{
    Material material = Material::Asphalt;
    Eigen::Vector3f color = Eigen::Vector3f::Constant(0.5F);

    friend bool operator==(const Surface&, const Surface&) = default;
};

/// How a material answers the LiDAR's light.
struct LidarAnswer
{
    float reflectivity = 0.3F; ///< of light that falls straight on it, 0..1
    float mirrorLike = 0.0F;   ///< share that is thrown away from the sensor when the light comes in at a slant
    float colorWeight = 0.0F;  ///< how much a dark colour swallows
};

LidarAnswer lidarAnswer(Material material);

} // namespace lunkuo::synth
