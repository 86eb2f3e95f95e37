#include "model/synth/FigureMesh.h"

namespace lunkuo::synth
{

namespace
{
/// Colours of one person's skin and clothes, as surfaces of a mesh.
struct Outfit
{
    std::uint16_t skin, hair, jacket, trousers, shoes;

    Outfit(Mesh& mesh, Random& random)
    {
        static const std::array<Eigen::Vector3f, 8> jackets{
            {{0.55F, 0.05F, 0.05F}, {0.04F, 0.09F, 0.30F}, {0.70F, 0.55F, 0.10F}, {0.05F, 0.05F, 0.06F},
                {0.65F, 0.65F, 0.66F}, {0.06F, 0.28F, 0.14F}, {0.35F, 0.12F, 0.30F}, {0.80F, 0.32F, 0.06F}}};
        static const std::array<Eigen::Vector3f, 3> legs{
            {{0.03F, 0.04F, 0.09F}, {0.05F, 0.05F, 0.05F}, {0.30F, 0.25F, 0.17F}}};
        skin = mesh.surface({Material::Skin, {0.62F, 0.40F, 0.28F}});
        hair = mesh.surface(
            {Material::Clothing, Eigen::Vector3f(0.10F, 0.06F, 0.03F) * static_cast<float>(random.between(0.3, 2.0))});
        jacket = mesh.surface({Material::Clothing, jackets[static_cast<std::size_t>(random.below(8))]});
        trousers = mesh.surface({Material::Clothing, legs[static_cast<std::size_t>(random.below(3))]});
        shoes = mesh.surface({Material::Clothing, Eigen::Vector3f::Constant(0.04F)});
    }
};

constexpr int sides = 10;

void addLimb(Mesh& mesh, const Eigen::Vector3f& a, const Eigen::Vector3f& joint, const Eigen::Vector3f& b, float radius,
    std::uint16_t surface)
{
    addTube(mesh, a, joint, radius, 0.8F * radius, sides, surface);
    addEllipsoid(mesh, joint, Eigen::Vector3f::Constant(0.82F * radius), sides, surface);
    addTube(mesh, joint, b, 0.8F * radius, 0.6F * radius, sides, surface);
}

void addHead(Mesh& mesh, const Eigen::Vector3f& neck, const Outfit& outfit)
{
    addTube(mesh, neck, neck + Eigen::Vector3f(0.01F, 0, 0.09F), 0.055F, 0.055F, sides, outfit.skin);
    addEllipsoid(mesh, neck + Eigen::Vector3f(0.02F, 0, 0.19F), {0.10F, 0.078F, 0.125F}, 12, outfit.skin);
    addEllipsoid(mesh, neck + Eigen::Vector3f(-0.005F, 0, 0.225F), {0.105F, 0.088F, 0.105F}, 12, outfit.hair);
}

/// Trunk from the hips to the shoulders, oval in section, leaning forward by `lean` metres at the shoulders.
void addTrunk(Mesh& mesh, const Eigen::Vector3f& hips, float height, float lean, std::uint16_t surface)
{
    static constexpr std::array<std::array<float, 3>, 6> levels{{{0.0F, 0.12F, 0.16F}, {0.15F, 0.125F, 0.165F},
        {0.4F, 0.115F, 0.16F}, {0.75F, 0.13F, 0.19F}, {0.93F, 0.115F, 0.195F}, {1.0F, 0.07F, 0.10F}}};
    std::vector<MeshRing> rings;
    for (const auto& [share, deep, wide] : levels) {
        MeshRing ring = circle(Eigen::Vector3f::Zero(), Eigen::Vector3f::UnitZ(), 1.0F, 14);
        for (Eigen::Vector3f& v : ring)
            v = hips + Eigen::Vector3f(deep * v.x() + share * lean, wide * v.y(), share * height);
        rings.push_back(std::move(ring));
    }
    addLoft(
        mesh, rings, [surface](auto, auto) { return surface; }, surface, surface);
}

void addWheel(Mesh& mesh, float x, std::uint16_t tyre, std::uint16_t metal)
{
    const Eigen::Vector3f hub(x, 0, 0.34F);
    constexpr std::size_t around = 20;
    for (std::size_t k = 0; k < around; ++k) {
        const auto rim = [&](std::size_t i) {
            const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(i % around) / around;
            return Eigen::Vector3f(hub + 0.322F * Eigen::Vector3f(std::cos(angle), 0, std::sin(angle)));
        };
        addTube(mesh, rim(k), rim(k + 1), 0.018F, 0.018F, 6, tyre);
        if (k % 4 == 0)
            addTube(mesh, hub, rim(k), 0.004F, 0.004F, 4, metal);
    }
}

void addBicycle(Mesh& mesh, Random& random)
{
    const std::uint16_t tyre = mesh.surface({Material::Tyre, Eigen::Vector3f::Constant(0.03F)});
    const std::uint16_t metal = mesh.surface({Material::Metal, Eigen::Vector3f::Constant(0.4F)});
    const std::uint16_t frame = mesh.surface({Material::Paint,
        Eigen::Vector3d(random.between(0.05, 0.6), random.between(0.05, 0.4), random.between(0.05, 0.6))
            .cast<float>()});
    const Eigen::Vector3f rear(-0.52F, 0, 0.34F), front(0.53F, 0, 0.34F), crank(-0.08F, 0, 0.30F),
        saddle(-0.24F, 0, 0.92F), head(0.34F, 0, 0.86F);
    addWheel(mesh, rear.x(), tyre, metal);
    addWheel(mesh, front.x(), tyre, metal);
    const std::array<std::pair<Eigen::Vector3f, Eigen::Vector3f>, 6> bars{
        {{rear, crank}, {rear, saddle}, {crank, saddle}, {crank, head}, {saddle, head}, {head, front}}};
    for (const auto& [a, b] : bars)
        addTube(mesh, a, b, 0.019F, 0.019F, 8, frame);
    addEllipsoid(mesh, saddle + Eigen::Vector3f(0, 0, 0.03F), {0.14F, 0.08F, 0.035F}, 10, tyre);
    addTube(mesh, head, head + Eigen::Vector3f(0.02F, 0, 0.16F), 0.015F, 0.015F, 8, metal);
    addTube(mesh, head + Eigen::Vector3f(0.02F, -0.29F, 0.16F), head + Eigen::Vector3f(0.02F, 0.29F, 0.16F), 0.015F,
        0.015F, 8, metal);
}
} // namespace

ObjectMesh pedestrianMesh(Random& random)
{
    Mesh mesh;
    const Outfit outfit(mesh, random);
    const auto stride = static_cast<float>(random.between(0.10, 0.26));
    const float hip = 0.90F;
    for (const int side : {-1, 1}) {
        const auto s = static_cast<float>(side);
        const Eigen::Vector3f foot(s * stride, s * 0.09F, 0.07F);
        addLimb(
            mesh, {0, s * 0.085F, hip}, {s * 0.5F * stride + 0.05F, s * 0.09F, 0.5F}, foot, 0.085F, outfit.trousers);
        addBox(mesh, foot + Eigen::Vector3f(-0.08F, -0.045F, -0.07F), foot + Eigen::Vector3f(0.18F, 0.045F, 0.01F),
            outfit.shoes);
        const Eigen::Vector3f hand(-s * 0.8F * stride + 0.06F, s * 0.25F, 0.84F);
        addLimb(mesh, {0.02F, s * 0.19F, 1.38F}, {-s * 0.5F * stride - 0.03F, s * 0.25F, 1.10F}, hand, 0.052F,
            outfit.jacket);
        addEllipsoid(mesh, hand, {0.045F, 0.03F, 0.06F}, 8, outfit.skin);
    }
    addTrunk(mesh, {0, 0, hip - 0.04F}, 0.60F, 0.03F, outfit.jacket);
    addHead(mesh, {0.02F, 0, 1.43F}, outfit);
    if (random.chance(0.4))
        addEllipsoid(mesh, {-0.17F, 0, 1.20F}, {0.11F, 0.15F, 0.22F}, 12, outfit.shoes); // a rucksack
    mesh.transform(Eigen::Affine3f(Eigen::Scaling(static_cast<float>(random.between(0.93, 1.06)))));
    return centered(std::move(mesh));
}

ObjectMesh cyclistMesh(Random& random)
{
    Mesh mesh;
    addBicycle(mesh, random);
    const Outfit outfit(mesh, random);
    const Eigen::Vector3f hips(-0.22F, 0, 0.96F);
    for (const int side : {-1, 1}) {
        const auto s = static_cast<float>(side);
        const Eigen::Vector3f foot(-0.08F + s * 0.12F, s * 0.11F, 0.30F + s * 0.12F);
        addLimb(mesh, hips + Eigen::Vector3f(0, s * 0.085F, 0), {0.16F + s * 0.05F, s * 0.11F, 0.70F + s * 0.09F}, foot,
            0.08F, outfit.trousers);
        addBox(mesh, foot + Eigen::Vector3f(-0.08F, -0.045F, -0.07F), foot + Eigen::Vector3f(0.17F, 0.045F, 0.01F),
            outfit.shoes);
        addLimb(mesh, {0.10F, s * 0.18F, 1.42F}, {0.24F, s * 0.26F, 1.20F}, {0.36F, s * 0.25F, 1.05F}, 0.05F,
            outfit.jacket);
    }
    addTrunk(mesh, hips - Eigen::Vector3f(0, 0, 0.05F), 0.56F, 0.30F, outfit.jacket);
    addHead(mesh, {0.12F, 0, 1.47F}, outfit);
    return centered(std::move(mesh));
}

} // namespace lunkuo::synth
