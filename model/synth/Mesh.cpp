#include "model/synth/Mesh.h"

#include <map>
#include <numbers>

namespace lunkuo::synth
{

std::uint16_t Mesh::surface(const Surface& surface)
{
    const auto number = std::find(surfaces.begin(), surfaces.end(), surface) - surfaces.begin();
    if (static_cast<std::size_t>(number) == surfaces.size())
        surfaces.push_back(surface);
    return static_cast<std::uint16_t>(number);
}

std::uint32_t Mesh::addVertex(const Eigen::Vector3f& vertex)
{
    vertices.push_back(vertex);
    return static_cast<std::uint32_t>(vertices.size() - 1);
}

void Mesh::addTriangle(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint16_t surface)
{
    triangles.push_back({a, b, c});
    surfaceOf.push_back(surface);
}

void Mesh::addQuad(const Eigen::Vector3f& a, const Eigen::Vector3f& b, const Eigen::Vector3f& c,
    const Eigen::Vector3f& d, std::uint16_t surface)
{
    const std::uint32_t first = addVertex(a);
    addVertex(b);
    addVertex(c);
    addVertex(d);
    addTriangle(first, first + 1, first + 2, surface);
    addTriangle(first, first + 2, first + 3, surface);
}

void Mesh::append(const Mesh& other, const Eigen::Isometry3f& this_other)
{
    const auto base = static_cast<std::uint32_t>(vertices.size());
    for (const Eigen::Vector3f& vertex : other.vertices)
        vertices.push_back(this_other * vertex);
    std::vector<std::uint16_t> renumbered;
    for (const Surface& s : other.surfaces)
        renumbered.push_back(surface(s));
    for (std::size_t i = 0; i < other.triangles.size(); ++i) {
        const auto& t = other.triangles[i];
        addTriangle(base + t[0], base + t[1], base + t[2], renumbered[other.surfaceOf[i]]);
    }
}

void Mesh::transform(const Eigen::Affine3f& motion)
{
    for (Eigen::Vector3f& vertex : vertices)
        vertex = motion * vertex;
}

Eigen::AlignedBox3f Mesh::bounds() const
{
    Eigen::AlignedBox3f box;
    for (const Eigen::Vector3f& vertex : vertices)
        box.extend(vertex);
    return box;
}

void smoothNormals(Mesh& mesh, double crease_rad)
{
    std::vector<std::vector<std::uint32_t>> around(mesh.vertices.size());
    std::vector<Eigen::Vector3f> weighted; // by twice the area
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        const Eigen::Vector3f& a = mesh.vertices[t[0]];
        weighted.push_back((mesh.vertices[t[1]] - a).cross(mesh.vertices[t[2]] - a));
        for (const std::uint32_t vertex : t)
            around[vertex].push_back(i);
    }
    const auto least = static_cast<float>(std::cos(crease_rad));
    mesh.cornerNormals.resize(mesh.triangles.size());
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const Eigen::Vector3f own = weighted[i].normalized();
            Eigen::Vector3f sum = Eigen::Vector3f::Zero();
            for (const std::uint32_t other : around[mesh.triangles[i][corner]])
                if (weighted[other].dot(own) >= least * weighted[other].norm())
                    sum += weighted[other];
            mesh.cornerNormals[i][corner] = sum.normalized();
        }
}

bool isClosed(const Mesh& mesh)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const auto& t : mesh.triangles)
        for (std::size_t k = 0; k < 3; ++k)
            ++edges[{t[k], t[(k + 1) % 3]}];
    return std::all_of(edges.begin(), edges.end(), [&edges](const auto& edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != edges.end() && back->second == 1;
    });
}

double volume(const Mesh& mesh)
{
    double six = 0.0;
    for (const auto& t : mesh.triangles)
        six += static_cast<double>(mesh.vertices[t[0]].dot(mesh.vertices[t[1]].cross(mesh.vertices[t[2]])));
    return six / 6.0;
}

namespace
{
void addCap(Mesh& mesh, std::uint32_t first, std::uint32_t count, bool forward, std::uint16_t surface)
{
    Eigen::Vector3f middle = Eigen::Vector3f::Zero();
    for (std::uint32_t k = 0; k < count; ++k)
        middle += mesh.vertices[first + k];
    const std::uint32_t center = mesh.addVertex(middle / static_cast<float>(count));
    for (std::uint32_t k = 0; k < count; ++k) {
        const std::uint32_t a = first + k;
        const std::uint32_t b = first + (k + 1) % count;
        mesh.addTriangle(center, forward ? a : b, forward ? b : a, surface);
    }
}
} // namespace

void addLoft(Mesh& mesh, const std::vector<MeshRing>& rings, const StripSurface& surface, std::uint16_t firstCap,
    std::uint16_t lastCap)
{
    const auto base = static_cast<std::uint32_t>(mesh.vertices.size());
    const auto count = static_cast<std::uint32_t>(rings.front().size());
    for (const MeshRing& ring : rings)
        for (const Eigen::Vector3f& vertex : ring)
            mesh.addVertex(vertex);
    for (std::uint32_t i = 0; i + 1 < rings.size(); ++i)
        for (std::uint32_t k = 0; k < count; ++k) {
            const std::uint32_t a = base + i * count + k;
            const std::uint32_t b = base + i * count + (k + 1) % count;
            const std::uint16_t strip = surface(i, k);
            mesh.addTriangle(a, b, b + count, strip);
            mesh.addTriangle(a, b + count, a + count, strip);
        }
    addCap(mesh, base, count, false, firstCap);
    addCap(mesh, base + static_cast<std::uint32_t>(rings.size() - 1) * count, count, true, lastCap);
}

MeshRing circle(const Eigen::Vector3f& center, const Eigen::Vector3f& axis, float radius, int sides)
{
    const Eigen::Vector3f along = axis.normalized();
    const Eigen::Vector3f u = along.unitOrthogonal();
    const Eigen::Vector3f v = along.cross(u);
    MeshRing ring;
    for (int k = 0; k < sides; ++k) {
        const float angle = 2.0F * std::numbers::pi_v<float> * static_cast<float>(k) / static_cast<float>(sides);
        ring.push_back(center + radius * (std::cos(angle) * u + std::sin(angle) * v));
    }
    return ring;
}

void addBox(Mesh& mesh, const Eigen::Vector3f& low, const Eigen::Vector3f& high, std::uint16_t surface)
{
    const auto ring = [&](float z) {
        return MeshRing{{low.x(), low.y(), z}, {high.x(), low.y(), z}, {high.x(), high.y(), z}, {low.x(), high.y(), z}};
    };
    addLoft(
        mesh, {ring(low.z()), ring(high.z())}, [surface](auto, auto) { return surface; }, surface, surface);
}

void addTube(Mesh& mesh, const Eigen::Vector3f& a, const Eigen::Vector3f& b, float radiusA, float radiusB, int sides,
    std::uint16_t surface)
{
    const Eigen::Vector3f axis = b - a;
    addLoft(
        mesh, {circle(a, axis, radiusA, sides), circle(b, axis, radiusB, sides)},
        [surface](auto, auto) { return surface; }, surface, surface);
}

void addEllipsoid(
    Mesh& mesh, const Eigen::Vector3f& center, const Eigen::Vector3f& radii, int sides, std::uint16_t surface)
{
    std::vector<MeshRing> rings;
    const int levels = std::max(3, sides / 2);
    for (int i = 0; i <= levels; ++i) {
        // The poles are small rings, so that the box of the mesh reaches the full radius through the caps.
        const float angle = std::numbers::pi_v<float> * (static_cast<float>(i) / static_cast<float>(levels) - 0.5F);
        const float radius = std::max(0.02F, std::cos(angle));
        MeshRing ring = circle({0, 0, std::sin(angle)}, Eigen::Vector3f::UnitZ(), radius, sides);
        for (Eigen::Vector3f& vertex : ring)
            vertex = center + radii.cwiseProduct(vertex);
        rings.push_back(std::move(ring));
    }
    addLoft(
        mesh, rings, [surface](auto, auto) { return surface; }, surface, surface);
}

} // namespace lunkuo::synth
