#include "model/synth/Material.h"

namespace lunkuo::synth
{

LidarAnswer lidarAnswer(Material material)
{
    switch (material) {
    case Material::Asphalt:
        return {0.20F, 0.10F, 0.0F};
    case Material::Pavement:
        return {0.34F, 0.0F, 0.0F};
    case Material::Kerb:
        return {0.38F, 0.0F, 0.0F};
    case Material::Grass:
        return {0.42F, 0.0F, 0.0F};
    case Material::Wall:
        return {0.48F, 0.0F, 0.4F};
    case Material::WindowGlass:
        return {0.10F, 0.85F, 0.0F};
    case Material::Roof:
        return {0.30F, 0.0F, 0.2F};
    case Material::Bark:
        return {0.28F, 0.0F, 0.0F};
    case Material::Foliage:
        return {0.44F, 0.0F, 0.0F};
    case Material::Metal:
        return {0.36F, 0.2F, 0.0F};
    case Material::SignFace:
        return {0.99F, 0.0F, 0.0F};
    case Material::Paint:
        return {0.55F, 0.35F, 0.8F};
    case Material::Trim:
        return {0.10F, 0.0F, 0.0F};
    case Material::CarGlass:
        return {0.06F, 0.8F, 0.0F};
    case Material::Tyre:
        return {0.06F, 0.0F, 0.0F};
    case Material::Rim:
        return {0.50F, 0.3F, 0.0F};
    case Material::Headlight:
        return {0.70F, 0.1F, 0.0F};
    case Material::TailLight:
        return {0.90F, 0.0F, 0.0F};
    case Material::Plate:
        return {0.98F, 0.0F, 0.0F};
    case Material::Interior:
        return {0.18F, 0.0F, 0.0F};
    case Material::Mirror:
        return {0.40F, 0.3F, 0.5F};
    case Material::Skin:
        return {0.45F, 0.0F, 0.0F};
    case Material::Clothing:
        return {0.40F, 0.0F, 0.5F};
    }
    return {};
}

} // namespace lunkuo::synth
