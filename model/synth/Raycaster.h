#pragma once

#include "model/synth/Mesh.h"

#include <limits>
#include <optional>

namespace lunkuo::synth
{

/// What a ray met first.
struct Hit
{
    float distance = std::numeric_limits<float>::infinity();
    Eigen::Vector3f normal = Eigen::Vector3f::UnitZ();       ///< of unit length, towards where the ray came from
    Eigen::Vector3f smoothNormal = Eigen::Vector3f::UnitZ(); ///< of the curved surface that the triangles stand for
    Surface surface;
    std::int32_t object = 0; ///< number given to Raycaster::add; 0: scenery

    [[nodiscard]] bool isHit() const { return distance < std::numeric_limits<float>::infinity(); }
};

/// A line of sight from `origin` along the unit vector `direction`.
struct CastRay
{
    Eigen::Vector3f origin = Eigen::Vector3f::Zero();
    Eigen::Vector3f direction = Eigen::Vector3f::UnitX();
};

/// Finds the first triangle on a ray: a bounding volume hierarchy over triangle meshes, built once, then shared by
/// threads.
class Raycaster
{
public:
    void add(const Mesh& mesh, const Eigen::Isometry3f& world_mesh, std::int32_t object);
    /// Call once after the last add.
    void build();

    /// The first hit farther than `from_m` and nearer than `best`, else `best` unchanged.
    [[nodiscard]] Hit cast(const CastRay& ray, float from_m = 0.0F, Hit best = {}) const;
    /// Whether anything lies on the ray nearer than `limit_m`.
    [[nodiscard]] bool isBlocked(const CastRay& ray, float limit_m) const;
    [[nodiscard]] std::size_t triangleCount() const { return m_triangles.size(); }

private:
    struct Triangle
    {
        Eigen::Vector3f corner, edge1, edge2;
        std::uint32_t part = 0;
        std::uint32_t normals = 0; ///< place of its corners' normals in m_normals; 0: flat
    };
    struct Part
    {
        Surface surface;
        std::int32_t object = 0;
    };
    using Lanes = Eigen::Array4f;
    /// Four children side by side, so that one ray is tried against all of them at once. A child is another node, a
    /// packet of triangles (with the top bit set), or nothing.
    struct Node
    {
        std::array<Lanes, 3> low, high;
        std::array<std::uint32_t, 4> child{};
    };
    /// Four triangles side by side; those missing have edges of no length, which no ray meets.
    struct Packet
    {
        std::array<Lanes, 3> corner, edge1, edge2;
        std::array<std::uint32_t, 4> triangle{};
    };
    struct Query;
    class Build;

    template <class Visit>
    void traverse(const CastRay& ray, float from_m, float limit, const Visit& visit) const;
    [[nodiscard]] Eigen::Vector3f smoothNormal(const Triangle& triangle, const Eigen::Vector3f& place) const;

    std::vector<Triangle> m_triangles;
    std::vector<Part> m_parts;
    std::vector<std::array<Eigen::Vector3f, 3>> m_normals{1};
    std::vector<Node> m_nodes;
    std::vector<Packet> m_packets;
};

} // namespace lunkuo::synth
