#include "model/synth/Scenery.h"
#include "model/synth/Street.h"

namespace lunkuo::synth
{

namespace
{
/// Where the ground's grid has lines along the road: twice at the side street's kerbs, so that their step is sharp.
std::vector<double> alongLines(double from, double to)
{
    std::vector<double> lines;
    for (double s = from; s <= to; s += 1.5)
        lines.push_back(s);
    for (const double side : {-1.0, 1.0})
        for (const double out : {0.0, 0.015, 0.15})
            lines.push_back(Street::crossing + side * (Street::crossingHalf + out));
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<double> acrossLines()
{
    const double kerb = Street::kerb;
    const std::vector<double> out{2.0, 4.0, kerb, kerb + 0.015, kerb + 0.15, 7.5, Street::buildingLine + 0.3, 13.0,
        18.0, 25.0, 40.0, 70.0, 120.0, 200.0};
    std::vector<double> lines{0.0};
    for (const double d : out) {
        lines.push_back(d);
        lines.push_back(-d);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

Surface groundSurface(Material material)
{
    switch (material) {
    case Material::Asphalt:
        return {material, {0.085F, 0.085F, 0.09F}};
    case Material::Kerb:
        return {material, {0.34F, 0.33F, 0.31F}};
    case Material::Pavement:
        return {material, {0.25F, 0.235F, 0.22F}};
    default:
        return {material, {0.10F, 0.15F, 0.045F}};
    }
}
} // namespace

Mesh groundMesh(double from, double to)
{
    Mesh mesh;
    const std::vector<double> along = alongLines(from, to);
    const std::vector<double> across = acrossLines();
    for (const double s : along)
        for (const double d : across)
            mesh.addVertex(Street::point({s, d}).cast<float>());
    const auto columns = static_cast<std::uint32_t>(across.size());
    for (std::uint32_t i = 0; i + 1 < along.size(); ++i)
        for (std::uint32_t k = 0; k + 1 < columns; ++k) {
            const Street::Place middle{0.5 * (along[i] + along[i + 1]), 0.5 * (across[k] + across[k + 1])};
            const std::uint16_t surface = mesh.surface(groundSurface(Street::material(middle)));
            const std::uint32_t a = i * columns + k;
            mesh.addTriangle(a, a + columns, a + columns + 1, surface);
            mesh.addTriangle(a, a + columns + 1, a + 1, surface);
        }
    return mesh;
}

} // namespace lunkuo::synth
