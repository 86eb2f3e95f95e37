#include "model/synth/Scenery.h"

#include <numbers>

namespace lunkuo::synth
{

namespace
{
Eigen::Vector3f vec(double x, double y, double z)
{
    return Eigen::Vector3d(x, y, z).cast<float>();
}

Eigen::Vector3f direction(Random& random)
{
    const double z = random.between(-1.0, 1.0);
    const double angle = random.between(0.0, 2.0 * std::numbers::pi);
    const double r = std::sqrt(1.0 - z * z);
    return vec(r * std::cos(angle), r * std::sin(angle), z);
}

/// Leaves strewn through an ellipsoid, denser towards its surface.
void addLeaves(
    Mesh& mesh, const Eigen::Vector3f& center, const Eigen::Vector3f& radii, int count, double size, Random& random)
{
    std::array<std::uint16_t, 4> greens{};
    const double hue = random.between(0.8, 1.25);
    for (std::size_t i = 0; i < greens.size(); ++i) {
        const double light = 0.55 + 0.22 * static_cast<double>(i);
        greens[i] = mesh.surface({Material::Foliage, vec(0.13 * light * hue, 0.22 * light, 0.045 * light)});
    }
    for (int i = 0; i < count; ++i) {
        const auto out = static_cast<float>(std::pow(random.unit(), 0.22));
        const Eigen::Vector3f at = center + radii.cwiseProduct(out * direction(random));
        const Eigen::Vector3f normal = direction(random);
        const Eigen::Vector3f u = normal.unitOrthogonal() * static_cast<float>(size * random.between(0.6, 1.3));
        const Eigen::Vector3f v = normal.cross(u) * static_cast<float>(random.between(0.5, 1.0));
        mesh.addQuad(at - u, at - v, at + u, at + v, greens[static_cast<std::size_t>(random.below(4))]);
    }
}

/// A round pole that stands on the ground.
void addPole(Mesh& mesh, double height, double radius, std::uint16_t surface)
{
    addTube(mesh, vec(0, 0, -0.3), vec(0, 0, height), static_cast<float>(radius), static_cast<float>(0.8 * radius), 10,
        surface);
}
} // namespace

Mesh treeMesh(Random& random)
{
    Mesh mesh;
    const double height = random.between(6.0, 9.5);
    const double trunk = random.between(0.13, 0.20);
    const double fork = 0.36 * height;
    const std::uint16_t bark = mesh.surface({Material::Bark, {0.13F, 0.095F, 0.065F}});
    addTube(mesh, vec(0, 0, -0.3), vec(random.between(-0.1, 0.1), random.between(-0.1, 0.1), fork),
        static_cast<float>(1.25 * trunk), static_cast<float>(0.85 * trunk), 12, bark);
    const double spread = random.between(0.24, 0.32) * height;
    for (int i = 0; i < 5; ++i) {
        const double angle = 1.2566 * i + random.between(-0.3, 0.3);
        const double out = 0.55 * spread;
        const Eigen::Vector3f tip =
            vec(out * std::cos(angle), out * std::sin(angle), fork + random.between(0.22, 0.36) * height);
        addTube(mesh, vec(0, 0, fork - 0.1), tip, static_cast<float>(0.5 * trunk), 0.03F, 7, bark);
        addLeaves(mesh, tip, vec(0.62 * spread, 0.62 * spread, 0.17 * height), 330, 0.12, random);
    }
    addTube(mesh, vec(0, 0, fork - 0.1), vec(0, 0, 0.85 * height), static_cast<float>(0.6 * trunk), 0.03F, 7, bark);
    addLeaves(mesh, vec(0, 0, 0.80 * height), vec(0.7 * spread, 0.7 * spread, 0.2 * height), 560, 0.12, random);
    return mesh;
}

Mesh shrubMesh(double length, Random& random)
{
    Mesh mesh;
    const double height = random.between(0.9, 1.5);
    const std::uint16_t inside = mesh.surface({Material::Foliage, {0.05F, 0.085F, 0.02F}});
    addBox(mesh, vec(0.1, -0.25, -0.3), vec(length - 0.1, 0.25, height - 0.15), inside);
    for (double x = 0.5; x < length; x += 0.8)
        addLeaves(mesh, vec(x, 0, 0.5 * height), vec(0.65, 0.42, 0.55 * height), 110, 0.08, random);
    return mesh;
}

Mesh lampMesh()
{
    Mesh mesh;
    const std::uint16_t metal = mesh.surface({Material::Metal, {0.20F, 0.22F, 0.22F}});
    const std::uint16_t glass = mesh.surface({Material::Headlight, {0.8F, 0.8F, 0.75F}});
    addPole(mesh, 7.6, 0.085, metal);
    addTube(mesh, vec(0, 0, 7.5), vec(0, 1.3, 7.9), 0.05F, 0.04F, 8, metal);
    addBox(mesh, vec(-0.12, 1.1, 7.86), vec(0.12, 1.8, 7.98), metal);
    addBox(mesh, vec(-0.09, 1.2, 7.82), vec(0.09, 1.7, 7.86), glass);
    return mesh;
}

Mesh signMesh(Sign sign)
{
    Mesh mesh;
    const std::uint16_t metal = mesh.surface({Material::Metal, {0.38F, 0.39F, 0.40F}});
    const std::uint16_t white = mesh.surface({Material::SignFace, {0.85F, 0.85F, 0.85F}});
    const std::uint16_t red = mesh.surface({Material::SignFace, {0.62F, 0.03F, 0.03F}});
    const std::uint16_t blue = mesh.surface({Material::SignFace, {0.02F, 0.12F, 0.50F}});
    addPole(mesh, 2.9, 0.035, metal);
    const auto disc = [&](double z, float radius, int sides, double depth, std::uint16_t surface) {
        addTube(mesh, vec(-0.03, 0, z), vec(-0.04 - depth, 0, z), radius, radius, sides, surface);
    };
    if (sign == Sign::NoParking) {
        disc(2.5, 0.32F, 24, 0.02, red);
        disc(2.5, 0.26F, 24, 0.025, blue);
    } else if (sign == Sign::Warning) {
        disc(2.45, 0.40F, 3, 0.02, red);
        disc(2.45, 0.27F, 3, 0.025, white);
    } else {
        addBox(mesh, vec(-0.06, -0.32, 2.15), vec(-0.03, 0.32, 2.79), blue);
        disc(2.45, 0.25F, 3, 0.03, white);
    }
    return mesh;
}

Mesh trafficLightMesh()
{
    Mesh mesh;
    const std::uint16_t metal = mesh.surface({Material::Metal, {0.16F, 0.17F, 0.17F}});
    const std::uint16_t dark = mesh.surface({Material::Trim, Eigen::Vector3f::Constant(0.03F)});
    addPole(mesh, 3.4, 0.06, metal);
    addBox(mesh, vec(-0.22, -0.17, 2.3), vec(-0.04, 0.17, 3.35), dark);
    const std::array<Eigen::Vector3f, 3> colors{{{0.05F, 0.75F, 0.35F}, {0.12F, 0.09F, 0.0F}, {0.16F, 0.0F, 0.0F}}};
    for (std::size_t i = 0; i < colors.size(); ++i) {
        const double z = 2.5 + 0.33 * static_cast<double>(i);
        addTube(
            mesh, vec(-0.2, 0, z), vec(-0.23, 0, z), 0.11F, 0.11F, 14, mesh.surface({Material::Headlight, colors[i]}));
    }
    return mesh;
}

Mesh bollardMesh()
{
    Mesh mesh;
    const std::uint16_t metal = mesh.surface({Material::Metal, {0.08F, 0.08F, 0.09F}});
    const std::uint16_t band = mesh.surface({Material::SignFace, {0.8F, 0.8F, 0.8F}});
    addTube(mesh, vec(0, 0, -0.2), vec(0, 0, 0.95), 0.06F, 0.055F, 10, metal);
    addTube(mesh, vec(0, 0, 0.72), vec(0, 0, 0.80), 0.062F, 0.062F, 10, band);
    return mesh;
}

Mesh binMesh()
{
    Mesh mesh;
    const std::uint16_t body = mesh.surface({Material::Trim, {0.05F, 0.16F, 0.07F}});
    addBox(mesh, vec(-0.29, -0.36, 0.04), vec(0.29, 0.36, 1.0), body);
    addBox(mesh, vec(-0.32, -0.40, 1.0), vec(0.32, 0.38, 1.09), body);
    return mesh;
}

Mesh fenceMesh(double length)
{
    Mesh mesh;
    const std::uint16_t wall = mesh.surface({Material::Wall, {0.36F, 0.30F, 0.25F}});
    const std::uint16_t metal = mesh.surface({Material::Metal, {0.06F, 0.07F, 0.07F}});
    addBox(mesh, vec(0, -0.12, -0.8), vec(length, 0.12, 0.55), wall);
    for (double x = 0.1; x < length; x += 0.28)
        addBox(mesh, vec(x - 0.012, -0.012, 0.55), vec(x + 0.012, 0.012, 1.35), metal);
    addBox(mesh, vec(0, -0.02, 1.2), vec(length, 0.02, 1.24), metal);
    return mesh;
}

} // namespace lunkuo::synth
