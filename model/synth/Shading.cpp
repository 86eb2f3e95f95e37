#include "model/synth/Shading.h"

#include "model/synth/Random.h"
#include "model/synth/Street.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lunkuo::synth
{

namespace
{
const Eigen::Vector3f sunColor(2.55F, 2.35F, 2.0F);
const Eigen::Vector3f ambientColor(0.62F, 0.72F, 0.90F);
const Eigen::Vector3f hazeColor(0.66F, 0.76F, 0.90F);

float lattice(std::int64_t x, std::int64_t y)
{
    const std::uint64_t bits =
        mixed(static_cast<std::uint64_t>(x) * 0x9E3779B1ULL ^ mixed(static_cast<std::uint64_t>(y)));
    return static_cast<float>(bits >> 40U) * 0x1.0p-24F;
}

/// Smooth noise, 0..1, whose grains are of size 1.
float noise(double x, double y)
{
    const double fx = std::floor(x);
    const double fy = std::floor(y);
    const auto ix = static_cast<std::int64_t>(fx);
    const auto iy = static_cast<std::int64_t>(fy);
    const auto smooth = [](double t) { return static_cast<float>(t * t * (3.0 - 2.0 * t)); };
    const float u = smooth(x - fx);
    const float v = smooth(y - fy);
    const float low = lattice(ix, iy) * (1.0F - u) + lattice(ix + 1, iy) * u;
    const float high = lattice(ix, iy + 1) * (1.0F - u) + lattice(ix + 1, iy + 1) * u;
    return low * (1.0F - v) + high * v;
}

bool isJoint(double along, double across)
{
    const auto edge = [](double v, double size) { return v - size * std::floor(v / size) < 0.025; };
    return edge(along, 0.6) || edge(across, 0.6);
}

/// The ground's own color with its grain, joints and white paint.
Eigen::Vector3f groundColor(const Hit& hit, const Eigen::Vector3d& at)
{
    const Street::Place place = Street::place(at);
    const float grain =
        0.75F + 0.35F * noise(7.0 * place.s, 7.0 * place.d) + 0.25F * noise(0.35 * place.s, 0.8 * place.d);
    switch (hit.surface.material) {
    case Material::Asphalt:
        if (Street::isMarked(place))
            return Eigen::Vector3f::Constant(0.52F) * (0.5F + 0.4F * grain);
        return hit.surface.color * grain;
    case Material::Pavement:
        return hit.surface.color * (isJoint(place.s, place.d) ? 0.6F : grain);
    default:
        return hit.surface.color * grain;
    }
}

Eigen::Vector3f surfaceColor(const CastRay& ray, const Hit& hit)
{
    const Eigen::Vector3d at = (ray.origin + hit.distance * ray.direction).cast<double>();
    switch (hit.surface.material) {
    case Material::Asphalt:
    case Material::Pavement:
    case Material::Kerb:
    case Material::Grass:
        return groundColor(hit, at);
    case Material::Wall:
        return hit.surface.color * (0.88F + 0.2F * noise(1.3 * at.x() + at.y(), 1.5 * at.z()));
    case Material::Roof: {
        const double row = at.z() / 0.17;
        return hit.surface.color *
               (row - std::floor(row) < 0.15 ? 0.65F : 0.95F + 0.1F * noise(3.0 * at.x() + 3.0 * at.y(), row));
    }
    default:
        return hit.surface.color;
    }
}

/// Reflectance straight on of surfaces that mirror their surroundings; 0: dull ones.
float gloss(Material material)
{
    switch (material) {
    case Material::Paint:
        return 0.05F;
    case Material::CarGlass:
        return 0.09F;
    case Material::WindowGlass:
        return 0.12F;
    case Material::Rim:
        return 0.25F;
    case Material::Headlight:
    case Material::TailLight:
        return 0.08F;
    default:
        return 0.0F;
    }
}
} // namespace

Eigen::Vector3f sunDirection()
{
    return Eigen::Vector3f(-0.50F, 0.42F, 0.76F).normalized();
}

Eigen::Vector3f skyColor(const Eigen::Vector3f& direction)
{
    if (direction.z() < 0.0F)
        return Eigen::Vector3f(0.16F, 0.16F, 0.17F) * (1.0F + 0.5F * direction.z());
    const float up = std::sqrt(std::min(1.0F, direction.z() * 1.6F));
    const Eigen::Vector3f clear =
        (1.0F - up) * Eigen::Vector3f(0.80F, 0.86F, 0.92F) + up * Eigen::Vector3f(0.26F, 0.47F, 0.82F);
    const double plane = 1.0 / (static_cast<double>(direction.z()) + 0.12);
    const double x = static_cast<double>(direction.x()) * plane;
    const double y = static_cast<double>(direction.y()) * plane;
    const float density =
        0.55F * noise(1.1 * x, 1.1 * y + 3.0) + 0.3F * noise(2.7 * x, 2.7 * y) + 0.15F * noise(6.1 * x, 6.1 * y);
    const float cloud = std::clamp((density - 0.5F) * 3.5F, 0.0F, 0.85F);
    return (1.0F - cloud) * clear + cloud * Eigen::Vector3f(0.95F, 0.95F, 0.94F);
}

Eigen::Vector3f shade(const CastRay& ray, const Hit& hit, const Illumination& light)
{
    const Material material = hit.surface.material;
    const Eigen::Vector3f color = surfaceColor(ray, hit);
    const float facing = std::max(0.0F, hit.smoothNormal.dot(sunDirection()));
    // Leaves let light through.
    const float sun = !light.sunlit ? 0.0F : material == Material::Foliage ? 0.35F + 0.65F * facing : facing;
    const float open = light.sky * (0.55F + 0.45F * hit.smoothNormal.z());
    Eigen::Vector3f result = color.cwiseProduct(sun * sunColor + open * ambientColor);
    if (material == Material::Headlight && hit.surface.color.maxCoeff() > 0.2F)
        result += 0.25F * hit.surface.color;
    if (const float straight = gloss(material); straight > 0.0F) {
        const float cosine = std::max(0.0F, -hit.smoothNormal.dot(ray.direction));
        const float fresnel = straight + (1.0F - straight) * std::pow(1.0F - cosine, 5.0F);
        const Eigen::Vector3f mirrored = ray.direction + 2.0F * cosine * hit.smoothNormal;
        result = (1.0F - fresnel) * result + fresnel * skyColor(mirrored);
        if (light.sunlit)
            result += 1.2F * std::pow(std::max(0.0F, mirrored.dot(sunDirection())), 60.0F) * Eigen::Vector3f::Ones();
    }
    const float haze = 1.0F - std::exp(-hit.distance / 700.0F);
    return (1.0F - haze) * result + haze * hazeColor;
}

namespace
{
/// Highlights roll off, the rest stays linear; then the screen's gamma.
std::array<std::uint8_t, 4096> tones()
{
    std::array<std::uint8_t, 4096> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        const float exposed = 4.0F * static_cast<float>(i) / static_cast<float>(table.size());
        const float rolled = exposed < 0.6F ? exposed : 1.0F - 0.4F * std::exp(-(exposed - 0.6F) / 0.4F);
        table[i] = static_cast<std::uint8_t>(std::min(255.0F, 255.0F * std::pow(rolled, 1.0F / 2.2F) + 0.5F));
    }
    return table;
}
} // namespace

std::uint32_t displayed(const Eigen::Vector3f& color)
{
    static const std::array<std::uint8_t, 4096> table = tones();
    std::uint32_t packed = 0xFFU;
    for (int channel = 0; channel < 3; ++channel)
        packed = (packed << 8U) | table[static_cast<std::size_t>(std::clamp(color[channel] * 970.0F, 0.0F, 4095.0F))];
    return packed;
}

} // namespace lunkuo::synth
