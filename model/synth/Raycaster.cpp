#include "model/synth/Raycaster.h"

#include "model/synth/RaycasterBuild.h"

#include <algorithm>

namespace lunkuo::synth
{

namespace
{
constexpr std::uint32_t isPacket = 0x80000000U;
constexpr std::uint32_t nothing = 0xFFFFFFFFU;
constexpr float never = std::numeric_limits<float>::infinity();
} // namespace

/// Lays the two-way tree out as nodes of four.
class Raycaster::Build
{
public:
    Build(Raycaster& caster, const BoundingTree& tree)
        : m_caster(caster)
        , m_tree(tree)
    {
    }

    std::uint32_t add(std::uint32_t branch)
    {
        if (m_tree.branch(branch).count > 0)
            return addPacket(m_tree.branch(branch)) | isPacket;
        const std::vector<std::uint32_t> members = fourOf(branch);
        const auto index = static_cast<std::uint32_t>(m_caster.m_nodes.size());
        m_caster.m_nodes.emplace_back();
        Node node;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            node.low[axis].setConstant(never);
            node.high[axis].setConstant(-never);
        }
        node.child.fill(nothing);
        for (std::size_t lane = 0; lane < members.size(); ++lane) {
            const Eigen::AlignedBox3f& box = m_tree.branch(members[lane]).box;
            for (int axis = 0; axis < 3; ++axis) {
                node.low[static_cast<std::size_t>(axis)][static_cast<Eigen::Index>(lane)] = box.min()[axis];
                node.high[static_cast<std::size_t>(axis)][static_cast<Eigen::Index>(lane)] = box.max()[axis];
            }
            node.child[lane] = add(members[lane]);
        }
        m_caster.m_nodes[index] = node;
        return index;
    }

private:
    /// Up to four branches that together hold all of one: the largest is opened first.
    [[nodiscard]] std::vector<std::uint32_t> fourOf(std::uint32_t branch) const
    {
        std::vector<std::uint32_t> members{branch};
        while (members.size() < 4) {
            const auto largest = std::max_element(members.begin(), members.end(),
                [this](std::uint32_t a, std::uint32_t b) { return openingValue(a) < openingValue(b); });
            if (openingValue(*largest) < 0.0F)
                break;
            const std::uint32_t first = m_tree.branch(*largest).first;
            *largest = first;
            members.push_back(first + 1);
        }
        return members;
    }

    [[nodiscard]] float openingValue(std::uint32_t branch) const
    {
        return m_tree.branch(branch).count > 0 ? -1.0F : surfaceArea(m_tree.branch(branch).box);
    }

    std::uint32_t addPacket(const BoundingTree::Branch& leaf)
    {
        Packet packet;
        for (std::size_t axis = 0; axis < 3; ++axis)
            packet.corner[axis] = packet.edge1[axis] = packet.edge2[axis] = Lanes::Zero();
        for (std::uint32_t i = 0; i < leaf.count; ++i) {
            const std::uint32_t index = m_tree.order()[leaf.first + i];
            const Triangle& triangle = m_caster.m_triangles[index];
            for (int axis = 0; axis < 3; ++axis) {
                const auto a = static_cast<std::size_t>(axis);
                packet.corner[a][i] = triangle.corner[axis];
                packet.edge1[a][i] = triangle.edge1[axis];
                packet.edge2[a][i] = triangle.edge2[axis];
            }
            packet.triangle[i] = index;
        }
        m_caster.m_packets.push_back(packet);
        return static_cast<std::uint32_t>(m_caster.m_packets.size() - 1);
    }

    Raycaster& m_caster;
    const BoundingTree& m_tree;
};

void Raycaster::add(const Mesh& mesh, const Eigen::Isometry3f& world_mesh, std::int32_t object)
{
    const auto base = static_cast<std::uint32_t>(m_parts.size());
    for (const Surface& surface : mesh.surfaces)
        m_parts.push_back({surface, object});
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        const Eigen::Vector3f a = world_mesh * mesh.vertices[t[0]];
        m_triangles.push_back({a, world_mesh * mesh.vertices[t[1]] - a, world_mesh * mesh.vertices[t[2]] - a,
            base + mesh.surfaceOf[i], 0});
        if (mesh.cornerNormals.empty())
            continue;
        m_triangles.back().normals = static_cast<std::uint32_t>(m_normals.size());
        const auto& normals = mesh.cornerNormals[i];
        const Eigen::Matrix3f turn = world_mesh.linear();
        m_normals.push_back({turn * normals[0], turn * normals[1], turn * normals[2]});
    }
}

void Raycaster::build()
{
    m_nodes.clear();
    m_packets.clear();
    if (m_triangles.empty())
        return;
    std::vector<Eigen::AlignedBox3f> boxes;
    boxes.reserve(m_triangles.size());
    for (const Triangle& t : m_triangles) {
        Eigen::AlignedBox3f box(t.corner);
        box.extend(t.corner + t.edge1);
        box.extend(t.corner + t.edge2);
        boxes.push_back(box);
    }
    const BoundingTree tree(boxes);
    Build build(*this, tree);
    if (tree.branch(0).count == 0) {
        build.add(0);
        return;
    }
    // So few triangles that they fill one packet: a root above it.
    Node root;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        root.low[axis].setConstant(-never);
        root.high[axis].setConstant(never);
    }
    root.child = {build.add(0), nothing, nothing, nothing};
    m_nodes.push_back(root);
}

/// A ray as four lanes want it.
struct Raycaster::Query
{
    std::array<Lanes, 3> origin, direction, inverse;

    explicit Query(const CastRay& ray)
    {
        for (int axis = 0; axis < 3; ++axis) {
            const auto a = static_cast<std::size_t>(axis);
            origin[a].setConstant(ray.origin[axis]);
            direction[a].setConstant(ray.direction[axis]);
            inverse[a].setConstant(1.0F / ray.direction[axis]);
        }
    }

    /// Distances at which the ray enters each child's box; infinite where it misses or enters beyond the limit.
    [[nodiscard]] Lanes enter(const Node& node, float from, float limit) const
    {
        Lanes near = Lanes::Constant(from);
        Lanes far = Lanes::Constant(limit);
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const Lanes a = (node.low[axis] - origin[axis]) * inverse[axis];
            const Lanes b = (node.high[axis] - origin[axis]) * inverse[axis];
            near = near.max(a.min(b));
            far = far.min(a.max(b));
        }
        return (near <= far).select(near, Lanes::Constant(never));
    }

    /// Distances at which the ray meets each triangle, infinite where it does not; both sides count (Möller and
    /// Trumbore, "Fast, minimum storage ray/triangle intersection", 1997).
    [[nodiscard]] Lanes meet(const Packet& packet) const
    {
        const auto cross = [](const std::array<Lanes, 3>& a, const std::array<Lanes, 3>& b) {
            return std::array<Lanes, 3>{
                a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        };
        const auto dot = [](const std::array<Lanes, 3>& a, const std::array<Lanes, 3>& b) {
            return Lanes(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
        };
        const auto p = cross(direction, packet.edge2);
        const Lanes determinant = dot(packet.edge1, p);
        const Lanes inverted = determinant.inverse();
        const std::array<Lanes, 3> t{
            origin[0] - packet.corner[0], origin[1] - packet.corner[1], origin[2] - packet.corner[2]};
        const Lanes u = dot(t, p) * inverted;
        const auto q = cross(t, packet.edge1);
        const Lanes v = dot(direction, q) * inverted;
        const Lanes distance = dot(packet.edge2, q) * inverted;
        return (determinant.abs() > 1e-12F && u >= 0.0F && v >= 0.0F && u + v <= 1.0F)
            .select(distance, Lanes::Constant(never));
    }
};

/// Calls `visit(triangle, distance)` for triangles on the ray between from_m and the limit, near nodes first. The
/// visitor returns the new limit.
template <class Visit>
void Raycaster::traverse(const CastRay& ray, float from_m, float limit, const Visit& visit) const
{
    if (m_nodes.empty())
        return;
    const Query query(ray);
    struct Entry
    {
        std::uint32_t child;
        float at;
    };
    std::array<Entry, 192> stack; // unset on purpose: clearing it would cost more than most rays
    std::size_t depth = 0;
    stack[depth++] = {0, from_m};
    while (depth > 0) {
        const auto [index, entered] = stack[--depth];
        if (entered >= limit)
            continue;
        if ((index & isPacket) != 0) {
            const Packet& packet = m_packets[index & ~isPacket];
            const Lanes distances = query.meet(packet);
            for (std::size_t lane = 0; lane < 4; ++lane)
                if (const float at = distances[static_cast<Eigen::Index>(lane)]; at > from_m && at < limit)
                    limit = visit(packet.triangle[lane], at);
            continue;
        }
        const Node& node = m_nodes[index];
        const Lanes entries = query.enter(node, from_m, limit);
        const std::size_t floor = depth;
        for (std::size_t lane = 0; lane < 4; ++lane) {
            const float at = entries[static_cast<Eigen::Index>(lane)];
            if (at == never || node.child[lane] == nothing)
                continue;
            std::size_t place = depth++;
            for (; place > floor && stack[place - 1].at < at; --place)
                stack[place] = stack[place - 1]; // the nearest comes last, to be taken first
            stack[place] = {node.child[lane], at};
        }
    }
}

Eigen::Vector3f Raycaster::smoothNormal(const Triangle& triangle, const Eigen::Vector3f& place) const
{
    const Eigen::Vector3f across = triangle.edge1.cross(triangle.edge2);
    const Eigen::Vector3f from = place - triangle.corner;
    const float v = triangle.edge1.cross(from).dot(across) / across.squaredNorm();
    const float u = from.cross(triangle.edge2).dot(across) / across.squaredNorm();
    const auto& normals = m_normals[triangle.normals];
    return ((1.0F - u - v) * normals[0] + u * normals[1] + v * normals[2]).normalized();
}

Hit Raycaster::cast(const CastRay& ray, float from_m, Hit best) const
{
    std::uint32_t first = nothing;
    float limit = best.distance;
    traverse(ray, from_m, limit, [&](std::uint32_t triangle, float distance) {
        first = triangle;
        return limit = distance;
    });
    if (first == nothing)
        return best;
    const Triangle& triangle = m_triangles[first];
    const Part& part = m_parts[triangle.part];
    Hit hit{limit, triangle.edge1.cross(triangle.edge2).normalized(), {}, part.surface, part.object};
    hit.smoothNormal = triangle.normals == 0 ? hit.normal : smoothNormal(triangle, ray.origin + limit * ray.direction);
    if (hit.normal.dot(ray.direction) > 0.0F) {
        hit.normal = -hit.normal;
        hit.smoothNormal = -hit.smoothNormal;
    }
    return hit;
}

bool Raycaster::isBlocked(const CastRay& ray, float limit_m) const
{
    bool blocked = false;
    traverse(ray, 0.0F, limit_m, [&](std::uint32_t, float) {
        blocked = true;
        return 0.0F; // nothing is nearer: ends the search
    });
    return blocked;
}

} // namespace lunkuo::synth
