#include "model/synth/Scenery.h"

namespace lunkuo::synth
{

namespace
{
Eigen::Vector3f vec(double x, double y, double z)
{
    return Eigen::Vector3d(x, y, z).cast<float>();
}

/// Builds one house: a front with recessed windows, plain side walls, a roof.
class House
{
public:
    House(const BuildingPlan& plan, Random& random)
        : m_plan(plan)
        , m_random(random)
    {
        static const std::array<Eigen::Vector3f, 8> walls{
            {{0.62F, 0.55F, 0.42F}, {0.55F, 0.50F, 0.46F}, {0.60F, 0.42F, 0.30F}, {0.42F, 0.18F, 0.12F},
                {0.66F, 0.64F, 0.58F}, {0.50F, 0.52F, 0.50F}, {0.60F, 0.52F, 0.28F}, {0.36F, 0.22F, 0.16F}}};
        const auto shade = static_cast<float>(random.between(0.85, 1.1));
        m_wall = m_mesh.surface({Material::Wall, walls[static_cast<std::size_t>(random.below(8))] * shade});
        m_frame = m_mesh.surface({Material::Wall, {0.62F, 0.60F, 0.56F}});
        m_plinth = m_mesh.surface({Material::Wall, {0.22F, 0.21F, 0.20F}});
        m_glass = m_mesh.surface({Material::WindowGlass, {0.05F, 0.06F, 0.07F}});
        m_door = m_mesh.surface(
            {Material::Wall, Eigen::Vector3f(0.20F, 0.09F, 0.05F) * static_cast<float>(random.between(0.5, 1.6))});
        const auto tile = static_cast<float>(random.between(0.7, 1.2));
        m_roof = m_mesh.surface(
            {Material::Roof, random.chance(0.6) ? Eigen::Vector3f(0.30F * tile, 0.11F * tile, 0.07F * tile)
                                                : Eigen::Vector3f::Constant(0.12F * tile)});
    }

    Mesh build()
    {
        const double top = height();
        addFront();
        const double w = m_plan.width;
        const double d = m_plan.depth;
        m_mesh.addQuad(vec(w, 0, foot), vec(w, d, foot), vec(w, d, top), vec(w, 0, top), m_wall);
        m_mesh.addQuad(vec(w, d, foot), vec(0, d, foot), vec(0, d, top), vec(w, d, top), m_wall);
        m_mesh.addQuad(vec(0, d, foot), vec(0, 0, foot), vec(0, 0, top), vec(0, d, top), m_wall);
        addBox(m_mesh, vec(-0.02, -0.12, top - 0.22), vec(w + 0.02, 0.0, top), m_frame); // cornice
        if (m_plan.gable)
            addGable(top);
        else
            addFlatRoof(top);
        return std::move(m_mesh);
    }

private:
    static constexpr double storey = 3.05;
    static constexpr double foot = -1.5; ///< walls reach below the ground of a slope

    [[nodiscard]] double height() const { return 0.5 + storey * m_plan.storeys; }

    void wall(double x0, double x1, double z0, double z1, double y, std::uint16_t surface)
    {
        m_mesh.addQuad(vec(x0, y, z0), vec(x1, y, z0), vec(x1, y, z1), vec(x0, y, z1), surface);
    }

    /// A bay of wall from x0..x1 and z0..z1 with an opening a..b, low..high whose pane lies deeper in the wall.
    void opening(double x0, double x1, double z0, double z1, const Eigen::Vector4d& hole, std::uint16_t pane)
    {
        const double a = hole[0], b = hole[1], low = hole[2], high = hole[3];
        const double deep = 0.16;
        wall(x0, a, z0, z1, 0, m_wall);
        wall(b, x1, z0, z1, 0, m_wall);
        wall(a, b, z0, low, 0, m_wall);
        wall(a, b, high, z1, 0, m_wall);
        m_mesh.addQuad(vec(a, 0, low), vec(a, deep, low), vec(a, deep, high), vec(a, 0, high), m_frame);
        m_mesh.addQuad(vec(b, deep, low), vec(b, 0, low), vec(b, 0, high), vec(b, deep, high), m_frame);
        m_mesh.addQuad(vec(a, 0, low), vec(b, 0, low), vec(b, deep, low), vec(a, deep, low), m_frame);
        m_mesh.addQuad(vec(a, deep, high), vec(b, deep, high), vec(b, 0, high), vec(a, 0, high), m_frame);
        wall(a, b, low, high, deep, pane);
        if (pane == m_glass) {
            const double middle = 0.5 * (a + b);
            wall(middle - 0.03, middle + 0.03, low, high, deep - 0.03, m_frame);
            addBox(m_mesh, vec(a - 0.08, -0.07, low - 0.07), vec(b + 0.08, 0.0, low), m_frame);
        }
    }

    void addFront()
    {
        const double w = m_plan.width;
        const int bays = std::max(2, static_cast<int>(w / 2.7));
        const double bay = w / bays;
        const int doorBay = m_random.below(bays);
        wall(0, w, foot, 0.5, -0.03, m_plinth);
        const double half = m_random.between(0.5, 0.72);
        for (int floor = 0; floor < m_plan.storeys; ++floor) {
            const double z0 = 0.5 + floor * storey;
            for (int i = 0; i < bays; ++i) {
                const double middle = (i + 0.5) * bay;
                Eigen::Vector4d hole(middle - half, middle + half, z0 + 0.75, z0 + 2.35);
                if (floor == 0 && i == doorBay) {
                    opening(i * bay, (i + 1) * bay, z0, z0 + storey,
                        {middle - 0.55, middle + 0.55, z0 + 0.02, z0 + 2.2}, m_door);
                    addBox(m_mesh, vec(middle - 0.8, -0.5, foot), vec(middle + 0.8, 0, 0.4), m_plinth);
                    continue;
                }
                if (floor == 0 && m_plan.shop)
                    hole = {i * bay + 0.2, (i + 1) * bay - 0.2, z0 + 0.1, z0 + 2.5};
                opening(i * bay, (i + 1) * bay, z0, z0 + storey, hole, m_glass);
            }
        }
        if (m_plan.shop) {
            const std::uint16_t awning = m_mesh.surface({Material::Clothing,
                Eigen::Vector3d(m_random.between(0.1, 0.6), m_random.between(0.08, 0.3), m_random.between(0.05, 0.3))
                    .cast<float>()});
            addBox(m_mesh, vec(0.3, -0.12, storey + 0.15), vec(w - 0.3, 0, storey + 0.75), awning);
        }
    }

    void addGable(double top)
    {
        const double w = m_plan.width, d = m_plan.depth, over = 0.35;
        const double ridge = top + 0.32 * d;
        const double eaves = top - 0.32 * 2.0 * over;
        m_mesh.addQuad(
            vec(0, -over, eaves), vec(w, -over, eaves), vec(w, 0.5 * d, ridge), vec(0, 0.5 * d, ridge), m_roof);
        m_mesh.addQuad(
            vec(w, d + over, eaves), vec(0, d + over, eaves), vec(0, 0.5 * d, ridge), vec(w, 0.5 * d, ridge), m_roof);
        for (const double x : {0.0, w}) {
            const std::uint32_t a = m_mesh.addVertex(vec(x, 0, top));
            const std::uint32_t b = m_mesh.addVertex(vec(x, d, top));
            m_mesh.addTriangle(a, b, m_mesh.addVertex(vec(x, 0.5 * d, ridge)), m_wall);
        }
        const double chimney = m_random.between(0.2, 0.8) * w;
        addBox(m_mesh, vec(chimney - 0.35, 0.4 * d, top), vec(chimney + 0.35, 0.4 * d + 0.6, ridge + 0.7), m_plinth);
        for (int i = 0; i < static_cast<int>(w / 5.0); ++i) { // dormers
            const double x = (i + 0.5) * w / static_cast<int>(w / 5.0);
            addBox(m_mesh, vec(x - 0.7, 0.08 * d, top + 0.2), vec(x + 0.7, 0.42 * d, top + 1.55), m_wall);
            wall(x - 0.5, x + 0.5, top + 0.45, top + 1.35, 0.08 * d - 0.02, m_glass);
            addBox(m_mesh, vec(x - 0.8, 0.05 * d, top + 1.55), vec(x + 0.8, 0.45 * d, top + 1.65), m_roof);
        }
    }

    void addFlatRoof(double top)
    {
        const double w = m_plan.width, d = m_plan.depth;
        m_mesh.addQuad(vec(0, 0, top), vec(w, 0, top), vec(w, d, top), vec(0, d, top), m_roof);
        addBox(m_mesh, vec(0, 0, top), vec(w, 0.25, top + 0.6), m_wall);
    }

    const BuildingPlan& m_plan;
    Random& m_random;
    Mesh m_mesh;
    std::uint16_t m_wall = 0, m_frame = 0, m_plinth = 0, m_glass = 0, m_door = 0, m_roof = 0;
};
} // namespace

Mesh buildingMesh(const BuildingPlan& plan, Random& random)
{
    return House(plan, random).build();
}

} // namespace lunkuo::synth
