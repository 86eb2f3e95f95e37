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
    Eigen::Vector3f normal = Eigen::Vector3f::UnitZ(); ///< of unit length, towards where the ray came from
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

    /// The first hit nearer than `best`, else `best` unchanged.
    [[nodiscard]] Hit cast(const CastRay& ray, float from_m = 0.0F, Hit best = {}) const;
    /// Whether anything lies on the ray nearer than `limit_m`.
    [[nodiscard]] bool isBlocked(const CastRay& ray, float limit_m) const;
    [[nodiscard]] std::size_t triangleCount() const { return m_triangles.size(); }

private:
    struct Triangle
    {
        Eigen::Vector3f corner, edge1, edge2;
        std::uint32_t part = 0;
    };
    struct Part
    {
        Surface surface;
        std::int32_t object = 0;
    };
    /// Inner node: children at `first` and `first + 1`. Leaf: `count` triangles from `first`.
    struct Node
    {
        Eigen::Vector3f low, high;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    struct Build;

    static std::optional<float> meet(const Triangle& triangle, const CastRay& ray);
    template <class Visit>
    void traverse(const CastRay& ray, float from_m, float& limit, const Visit& visit) const;

    std::vector<Triangle> m_triangles;
    std::vector<Part> m_parts;
    std::vector<Node> m_nodes;
};

} // namespace lunkuo::synth
