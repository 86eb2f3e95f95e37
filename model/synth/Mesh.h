#pragma once

#include "model/synth/Material.h"

#include <array>
#include <Eigen/Geometry>
#include <functional>
#include <vector>

namespace lunkuo::synth
{

/// Triangles with a surface each, metres, outward counter-clockwise. Solids added by the functions below are closed:
/// each edge is shared by two triangles.
struct Mesh
{
    std::vector<Eigen::Vector3f> vertices;
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::uint16_t> surfaceOf; ///< index into surfaces, as long as triangles
    std::vector<Surface> surfaces;
    std::vector<std::array<Eigen::Vector3f, 3>> cornerNormals; ///< of each triangle's curved surface; empty: flat ones

    /// The number of the surface, added where it is new.
    std::uint16_t surface(const Surface& surface);
    std::uint32_t addVertex(const Eigen::Vector3f& vertex);
    void addTriangle(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint16_t surface);
    /// A free-standing quadrilateral a-b-c-d, counter-clockwise from its front.
    void addQuad(const Eigen::Vector3f& a, const Eigen::Vector3f& b, const Eigen::Vector3f& c, const Eigen::Vector3f& d,
        std::uint16_t surface);
    void append(const Mesh& other, const Eigen::Isometry3f& this_other = Eigen::Isometry3f::Identity());
    void transform(const Eigen::Affine3f& motion);
    [[nodiscard]] Eigen::AlignedBox3f bounds() const;
};

/// Fills cornerNormals: triangles that share a vertex and meet at less than the crease angle stand for one curved
/// surface.
void smoothNormals(Mesh& mesh, double crease_rad);
/// Whether every edge is shared by exactly two triangles that run through it in opposite directions.
bool isClosed(const Mesh& mesh);
/// The volume that a closed mesh encloses; negative when its triangles look inward.
double volume(const Mesh& mesh);

using MeshRing = std::vector<Eigen::Vector3f>;
/// The surface between rings i and i+1 on the strip that starts at vertex k.
using StripSurface = std::function<std::uint16_t(std::size_t i, std::size_t k)>;

/// A closed solid through rings of equal length, both ends capped. Rings run counter-clockwise seen from the last one
/// back to the first, so that the triangles look outward.
void addLoft(Mesh& mesh, const std::vector<MeshRing>& rings, const StripSurface& surface, std::uint16_t firstCap,
    std::uint16_t lastCap);
void addBox(Mesh& mesh, const Eigen::Vector3f& low, const Eigen::Vector3f& high, std::uint16_t surface);
/// A round bar from a to b, its radius running from one to the other.
void addTube(Mesh& mesh, const Eigen::Vector3f& a, const Eigen::Vector3f& b, float radiusA, float radiusB, int sides,
    std::uint16_t surface);
void addEllipsoid(
    Mesh& mesh, const Eigen::Vector3f& center, const Eigen::Vector3f& radii, int sides, std::uint16_t surface);
/// Points on a circle about `axis`, in the sense that addLoft along `axis` wants.
MeshRing circle(const Eigen::Vector3f& center, const Eigen::Vector3f& axis, float radius, int sides);

} // namespace lunkuo::synth
