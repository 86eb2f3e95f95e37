#pragma once

#include <array>
#include <cstdint>
#include <Eigen/Core>
#include <vector>

namespace lunkuo
{

/// Where a part of an outline comes from.
enum class Provenance : std::uint8_t { Seen, Symmetry, Prior };

/// The completed contour of an object, seen and unseen side, in the object's own frame: metres, origin at the cuboid's
/// geometric centre, x forward, z up.
struct Outline
{
    std::vector<Eigen::Vector2d>
        footprint; ///< closed polygon (last vertex joins the first), counter-clockwise from above
    std::vector<Provenance> footprintProvenance; ///< of the edge that starts at the vertex; as long as footprint
    std::vector<Eigen::Vector2d>
        profile; ///< closed side profile (u along x, z), starting bottom front over bonnet and roof
    std::vector<Eigen::Vector3d> vertices;               ///< of the closed surface
    std::vector<std::array<std::uint32_t, 3>> triangles; ///< outward, counter-clockwise seen from outside
    std::vector<Provenance> provenance;                  ///< as long as vertices

    [[nodiscard]] bool isEmpty() const { return footprint.empty(); }
    friend bool operator==(const Outline&, const Outline&) = default;
};

} // namespace lunkuo
