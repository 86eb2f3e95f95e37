#include "model/synth/VehicleMesh.h"

#include "model/geometry/Angles.h"

#include <algorithm>
#include <cmath>

namespace lunkuo::synth
{

namespace
{
constexpr double plateDepth = 0.012;
constexpr double seamWidth = 0.012;

/// Height of a drawn line at u.
double at(const std::vector<LinePoint>& line, double u)
{
    if (u <= line.front().u)
        return line.front().z;
    for (std::size_t i = 1; i < line.size(); ++i)
        if (u <= line[i].u) {
            const double share = (u - line[i - 1].u) / (line[i].u - line[i - 1].u);
            return line[i - 1].z + share * (line[i].z - line[i - 1].z);
        }
    return line.back().z;
}

bool isIn(const Stretch& stretch, double u)
{
    return u > stretch.from && u < stretch.to;
}

Eigen::Vector3f vec(double x, double y, double z)
{
    return Eigen::Vector3d(x, y, z).cast<float>();
}

/// Lofts one body shell: where its cross-sections stand, what they look like and what their strips are made of.
class Shell
{
public:
    Shell(Mesh& mesh, const VehicleDesign& vehicle, const Eigen::Vector3f& color)
        : m_mesh(mesh)
        , m_vehicle(vehicle)
    {
        m_paint = mesh.surface({Material::Paint, color});
        m_trim = mesh.surface({Material::Trim, Eigen::Vector3f::Constant(0.03F)});
        m_glass = mesh.surface({Material::CarGlass, {0.03F, 0.04F, 0.045F}});
        m_headlight = mesh.surface({Material::Headlight, {0.85F, 0.87F, 0.9F}});
        m_taillight = mesh.surface({Material::TailLight, {0.55F, 0.02F, 0.02F}});
    }

    void loft()
    {
        const std::vector<double> stations = places();
        std::vector<MeshRing> rings;
        for (const double u : stations)
            rings.push_back(section(u));
        addLoft(
            m_mesh, rings,
            [&](std::size_t i, std::size_t k) {
                return strip(0.5 * (stations[i] + stations[i + 1]), std::min(k, 2 * halfCount - 1 - k));
            },
            m_paint, m_paint);
    }

private:
    static constexpr std::size_t halfCount = 9; ///< strips from the middle of the underside to the middle of the top

    [[nodiscard]] const ShellDesign& design() const { return m_vehicle.shell; }

    [[nodiscard]] std::vector<double> places() const
    {
        const double length = design().length;
        std::vector<double> u{0.0, 0.015, 0.05, 0.1, 0.16, 0.24, 0.33, 0.45};
        const std::vector<double> nose = u;
        for (const double v : nose)
            u.push_back(length - v);
        const auto addLine = [&u](const std::vector<LinePoint>& line) {
            for (const LinePoint& p : line)
                u.push_back(p.u);
        };
        addLine(design().top);
        addLine(design().belt);
        std::vector<Stretch> stretches = design().sideGlass;
        stretches.insert(stretches.end(), {design().windscreen, design().rearWindow, design().openBed});
        for (const Stretch& s : stretches)
            for (const double v : {s.from, s.to})
                u.push_back(v);
        for (const double v : {design().openBed.from - 0.02, design().openBed.to + 0.02})
            if (design().openBed.to > 0.0)
                u.push_back(v);
        for (const double axle : m_vehicle.axles)
            for (int i = -8; i <= 8; ++i)
                u.push_back(axle - design().start + archRadius() * std::sin(i * 0.19635));
        for (const double seam : seams())
            u.insert(u.end(), {seam - 0.5 * seamWidth, seam + 0.5 * seamWidth});
        for (double v = 0.2; v < length; v += 0.22)
            u.push_back(v);
        return cleaned(std::move(u));
    }

    /// In order, within the shell, none nearer than 6 mm to the one before.
    [[nodiscard]] std::vector<double> cleaned(std::vector<double> u) const
    {
        std::sort(u.begin(), u.end());
        std::vector<double> kept{0.0};
        for (const double v : u)
            if (v > kept.back() + 0.006 && v < design().length - 0.006)
                kept.push_back(v);
        kept.push_back(design().length);
        return kept;
    }

    [[nodiscard]] double archRadius() const { return m_vehicle.wheelRadius + 0.055; }

    /// Height of the wheel arch's edge at u, or 0 where there is none.
    [[nodiscard]] double arch(double u) const
    {
        double height = 0.0;
        for (const double axle : m_vehicle.axles) {
            const double along = std::abs(u + design().start - axle);
            if (along < archRadius() - 1e-6)
                height = m_vehicle.wheelRadius + std::sqrt(archRadius() * archRadius() - along * along);
        }
        return height;
    }

    /// Half-width at u: rounded off in plan at both ends.
    [[nodiscard]] double halfWidth(double u) const
    {
        const auto rounding = [](double share, double over, double from) {
            if (from >= over)
                return 1.0;
            const double away = 1.0 - from / over;
            return share + (1.0 - share) * std::sqrt(std::max(0.0, 1.0 - away * away * away));
        };
        const ShellDesign& d = design();
        return 0.5 * d.width *
               std::min(rounding(d.noseWidth, d.noseRounding, u), rounding(d.tailWidth, d.tailRounding, d.length - u));
    }

    [[nodiscard]] MeshRing section(double u) const
    {
        const ShellDesign& d = design();
        const double w = halfWidth(u);
        const double bottom = at(d.bottom, u);
        const double top = at(d.top, u);
        const double belt = std::min(at(d.belt, u), top - 0.02);
        const double edge = std::max(bottom + 0.03, std::min(arch(u), belt - 0.06));
        const double wide = std::max(edge + 0.02, bottom + 0.58 * (belt - bottom));
        const double rise = top - belt;
        const double glassHouse = std::clamp(rise / 0.45, 0.0, 1.0);
        const double lean = d.tumblehome * glassHouse;
        const double drop = std::min(0.075, 0.4 * rise);
        const double inner = std::max(0.3 * w, w - m_vehicle.wheelWidth - 0.06);
        std::array<Eigen::Vector2d, halfCount + 1> half{
            {{0, bottom}, {inner, bottom}, {inner, std::max(bottom, edge - 0.03)}, {0.975 * w, edge}, {w, wide},
                {0.985 * w, belt - 0.01}, {0.955 * w, belt + 0.25 * drop}, {0.955 * w - lean, top - drop},
                {0.80 * w - 0.8 * lean, top - 0.3 * drop}, {0, top}}};
        if (isIn(d.openBed, u)) {
            half[6] = {0.93 * w, top};
            half[7] = {0.86 * w, top};
            half[8] = {0.85 * w, d.bedFloor};
            half[9] = {0, d.bedFloor};
        }
        return mirrored(half, u);
    }

    [[nodiscard]] MeshRing mirrored(const std::array<Eigen::Vector2d, halfCount + 1>& half, double u) const
    {
        const double x = -(u + design().start);
        MeshRing ring;
        for (std::size_t k = 0; k <= halfCount; ++k)
            ring.push_back(vec(x, -half[k].x(), half[k].y()));
        for (std::size_t k = halfCount - 1; k > 0; --k)
            ring.push_back(vec(x, half[k].x(), half[k].y()));
        return ring;
    }

    /// The lines between doors: behind each pane and before the first.
    [[nodiscard]] std::vector<double> seams() const
    {
        const std::vector<Stretch>& glass = design().sideGlass;
        std::vector<double> u{glass.front().from - 0.06};
        for (std::size_t i = 0; i + 1 < glass.size(); ++i)
            u.push_back(0.5 * (glass[i].to + glass[i + 1].from));
        if (glass.size() == 1)
            u.push_back(glass.front().to + 0.06);
        return u;
    }

    [[nodiscard]] bool isSeam(double u) const
    {
        const std::vector<double> lines = seams();
        return std::any_of(
            lines.begin(), lines.end(), [u](double line) { return std::abs(u - line) < 0.5 * seamWidth; });
    }

    [[nodiscard]] bool isBehindGlassLine(double u) const
    {
        return u > design().sideGlass.front().from && u < design().sideGlass.back().to;
    }

    [[nodiscard]] std::uint16_t strip(double u, std::size_t k) const
    {
        const ShellDesign& d = design();
        if (k <= 2)
            return m_trim;
        if (isIn(d.openBed, u) && k >= 7)
            return m_trim;
        if (k >= 7)
            return isIn(d.windscreen, u) || isIn(d.rearWindow, u) ? m_glass : m_paint;
        if (k == 6 && isBehindGlassLine(u)) {
            const auto isPane = [u](const Stretch& s) { return isIn(s, u); };
            return std::any_of(d.sideGlass.begin(), d.sideGlass.end(), isPane) ? m_glass : m_trim;
        }
        if (isSeam(u) && k <= 5)
            return m_trim;
        if (k == 4 && u > 0.05 && u < 0.33)
            return m_headlight;
        if (k == 4 && u > d.length - 0.2 && u < d.length - 0.012)
            return m_taillight;
        return m_paint;
    }

    Mesh& m_mesh;
    const VehicleDesign& m_vehicle;
    std::uint16_t m_paint = 0, m_trim = 0, m_glass = 0, m_headlight = 0, m_taillight = 0;
};

/// A wheel with its outer face at y, looking to the side of `side` (+1 left, -1 right).
void addWheel(Mesh& mesh, double u, double y, int side, double radius, double width)
{
    const std::uint16_t tyre = mesh.surface({Material::Tyre, Eigen::Vector3f::Constant(0.025F)});
    const std::uint16_t rim = mesh.surface({Material::Rim, {0.45F, 0.46F, 0.48F}});
    constexpr int sides = 24;
    std::vector<MeshRing> rings;
    const auto ring = [&](double in, double share) {
        rings.push_back(
            circle(vec(-u, y - side * in, radius), vec(0, side, 0), static_cast<float>(share * radius), sides));
    };
    ring(width, 0.94);
    ring(width - 0.02, 1.0);
    ring(0.02, 1.0);
    ring(0.0, 0.94);
    ring(0.0, 0.70);
    ring(0.035, 0.62);
    ring(0.045, 0.22);
    ring(0.02, 0.16);
    addLoft(
        mesh, rings, [&](std::size_t i, auto) { return i < 4 ? tyre : rim; }, tyre, rim);
}

void addSeats(Mesh& mesh, const VehicleDesign& d)
{
    const std::uint16_t cloth = mesh.surface({Material::Interior, Eigen::Vector3f::Constant(0.06F)});
    const double half = 0.5 * d.shell.width - 0.24;
    const double z = d.seatHeight;
    for (const double u : d.seats)
        for (const int side : {-1, 1}) {
            const double y = side * 0.5 * half;
            addBox(mesh, vec(-u - 0.08, y - 0.24, z - 0.12), vec(-u + 0.46, y + 0.24, z), cloth);
            addBox(mesh, vec(-u - 0.12, y - 0.23, z + 0.01), vec(-u - 0.01, y + 0.23, z + 0.50), cloth);
            addBox(mesh, vec(-u - 0.11, y - 0.12, z + 0.51), vec(-u - 0.03, y + 0.12, z + 0.68), cloth);
        }
}

void addMirrors(Mesh& mesh, const VehicleDesign& d, const Eigen::Vector3f& color)
{
    const std::uint16_t mirror = mesh.surface({Material::Mirror, color});
    const double belt = at(d.shell.belt, d.mirrorAt) + (d.shell.width > 2.1 ? 0.55 : 0.08);
    for (const int side : {-1, 1})
        addEllipsoid(
            mesh, vec(-d.mirrorAt, side * (0.5 * d.shell.width + 0.06), belt), {0.075F, 0.12F, 0.085F}, 10, mirror);
}

void addPlates(Mesh& mesh, const VehicleDesign& d)
{
    const std::uint16_t plate = mesh.surface({Material::Plate, {0.75F, 0.76F, 0.72F}});
    const auto add = [&](double foremost, double rearmost, double z) {
        addBox(mesh, vec(-rearmost, -0.26, z - 0.055), vec(-foremost, 0.26, z + 0.055), plate);
    };
    const ShellDesign& s = d.shell;
    add(s.start - plateDepth, s.start + 0.03, 0.5 * (s.bottom.front().z + s.belt.front().z));
    const double tail = std::max(s.start + s.length, d.box.to);
    const double z = d.box.to > 0.0 ? d.boxFloor - 0.25 : 0.5 * (s.bottom.back().z + s.belt.back().z);
    add(tail - 0.03, tail + plateDepth, z);
}

/// Grille and air intake in front, the bumper's dark strip behind.
void addFaces(Mesh& mesh, const VehicleDesign& d)
{
    const std::uint16_t trim = mesh.surface({Material::Trim, Eigen::Vector3f::Constant(0.025F)});
    const ShellDesign& s = d.shell;
    const auto add = [&](double foremost, double rearmost, double half, double low, double high) {
        addBox(mesh, vec(-rearmost, -half, low), vec(-foremost, half, high), trim);
    };
    const double front = 0.42 * s.noseWidth * s.width;
    const double middle = 0.5 * (s.bottom.front().z + s.belt.front().z);
    add(s.start - 0.006, s.start + 0.05, front, middle + 0.065, s.top.front().z - 0.015);
    add(s.start - 0.008, s.start + 0.05, 0.9 * front, s.bottom.front().z + 0.015, middle - 0.065);
    const double rear = s.start + s.length;
    const double bottom = s.bottom.back().z;
    if (d.box.to <= d.box.from)
        add(rear - 0.05, rear + 0.008, 0.45 * s.tailWidth * s.width, bottom + 0.01, bottom + 0.12);
}

void addCargoBox(Mesh& mesh, const VehicleDesign& d)
{
    if (d.box.to <= d.box.from)
        return;
    const std::uint16_t wall = mesh.surface({Material::Paint, {0.80F, 0.80F, 0.78F}});
    const std::uint16_t trim = mesh.surface({Material::Trim, Eigen::Vector3f::Constant(0.04F)});
    const std::uint16_t light = mesh.surface({Material::TailLight, {0.55F, 0.02F, 0.02F}});
    const double half = 0.5 * d.boxWidth;
    addBox(mesh, vec(-d.box.to, -half, d.boxFloor), vec(-d.box.from, half, d.boxTop), wall);
    for (const int side : {-1, 1}) {
        addBox(mesh, vec(-d.box.to + 0.05, side * 0.42 - 0.06, d.boxFloor - 0.30),
            vec(-1.2, side * 0.42 + 0.06, d.boxFloor), trim);
        addBox(mesh, vec(-5.0, side * (half - 0.08) - 0.03, 0.42), vec(-2.5, side * (half - 0.08) + 0.03, 0.90), trim);
        addBox(mesh, vec(-d.box.to, side * (half - 0.3) - 0.2, 0.72),
            vec(-d.box.to + 0.08, side * (half - 0.3) + 0.2, 0.88), light);
    }
    addBox(mesh, vec(-d.box.to, -half + 0.05, 0.45), vec(-d.box.to + 0.1, half - 0.05, 0.58), trim);
    addBox(mesh, vec(-d.box.to, -0.42, 0.58), vec(-d.box.to + 0.06, 0.42, d.boxFloor), trim);
}
} // namespace

ObjectMesh centered(Mesh mesh)
{
    Eigen::AlignedBox3f box;
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i)
        if (mesh.surfaces[mesh.surfaceOf[i]].material != Material::Mirror)
            for (const std::uint32_t vertex : mesh.triangles[i])
                box.extend(mesh.vertices[vertex]);
    mesh.transform(Eigen::Affine3f(Eigen::Translation3f(-box.center())));
    smoothNormals(mesh, radians(38.0));
    return {std::move(mesh), box.sizes().cast<double>()};
}

ObjectMesh vehicleMesh(const VehicleDesign& design, const Eigen::Vector3f& color, const Eigen::Vector3d& scale)
{
    Mesh mesh;
    Shell(mesh, design, color).loft();
    addCargoBox(mesh, design);
    const double track = 0.5 * std::max(design.shell.width, design.boxWidth) - 0.025;
    for (const double axle : design.axles)
        for (const int side : {-1, 1}) {
            const double y = design.box.to > 0.0 && axle < design.box.from ? 0.5 * design.shell.width - 0.03 : track;
            addWheel(mesh, axle, side * y, side, design.wheelRadius, design.wheelWidth);
        }
    addSeats(mesh, design);
    addMirrors(mesh, design, color);
    addPlates(mesh, design);
    addFaces(mesh, design);
    mesh.transform(Eigen::Affine3f(Eigen::Scaling(Eigen::Vector3f(scale.cast<float>()))));
    return centered(std::move(mesh));
}

} // namespace lunkuo::synth
