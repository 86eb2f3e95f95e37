#include "model/images/PicturedShape.h"

#include "model/images/CameraSight.h"

#include <algorithm>
#include <map>

namespace lunkuo
{

namespace
{
constexpr double clearlyBetter = 1.2;
constexpr double leastBehind_m = 0.1; ///< cars that touch do not hide each other's shared side

/// An edge of a cuboid between two corners, and the two sides that meet in it.
struct Edge
{
    std::size_t from;
    std::size_t to;
    std::array<std::size_t, 2> sides;
};

/// Sides: front, left, rear, right, bottom, top. Corners as Cuboid::corners() counts them.
constexpr std::array<Edge, 12> edges{{{0, 1, {4, 1}}, {1, 2, {4, 2}}, {2, 3, {4, 3}}, {3, 0, {4, 0}}, {4, 5, {5, 1}},
    {5, 6, {5, 2}}, {6, 7, {5, 3}}, {7, 4, {5, 0}}, {0, 4, {0, 1}}, {1, 5, {1, 2}}, {2, 6, {2, 3}}, {3, 7, {3, 0}}}};

constexpr std::size_t bottomSide = 4;

/// Which sides the eye looks at.
std::array<bool, 6> sidesSeen(const Cuboid& cuboid, const Eigen::Vector3d& eye)
{
    const Eigen::Vector3d at = cuboid.toObject(eye);
    const Eigen::Vector3d half = 0.5 * cuboid.size;
    return {at.x() > half.x(), at.y() > half.y(), at.x() < -half.x(), at.y() < -half.y(), at.z() < -half.z(),
        at.z() > half.z()};
}

void add(std::vector<PicturedCurve>& curves, const Camera& camera, const Eigen::Vector3d& from,
    const Eigen::Vector3d& to, bool isHidden)
{
    for (PixelCurve& pixels : pixelsOfLine(camera, from, to))
        curves.push_back({std::move(pixels), isHidden});
}

/// Whether one of the others stands before the place.
bool isCovered(const Eigen::Vector3d& place, const Eigen::Vector3d& eye, const std::vector<Cuboid>& others)
{
    const double distance = (place - eye).norm();
    const Ray ray{eye, (place - eye) / distance};
    return std::any_of(others.begin(), others.end(), [&](const Cuboid& other) {
        const auto met = other.intersect(ray);
        return met && *met < distance - leastBehind_m;
    });
}

/// A line that may pass behind others: as pieces that are covered or not.
void addCovered(std::vector<PicturedCurve>& curves, const Camera& camera, const Eigen::Vector3d& from,
    const Eigen::Vector3d& to, const Eigen::Vector3d& eye, const std::vector<Cuboid>& others)
{
    constexpr int pieces = 24;
    const auto at = [&](double share) -> Eigen::Vector3d { return from + share / pieces * (to - from); };
    int start = 0;
    bool wasCovered = isCovered(at(0.5), eye, others);
    for (int piece = 1; piece <= pieces; ++piece) {
        const bool covered = piece < pieces && isCovered(at(piece + 0.5), eye, others);
        if (piece < pieces && covered == wasCovered)
            continue;
        add(curves, camera, at(start), at(piece), wasCovered);
        start = piece;
        wasCovered = covered;
    }
}

/// The part of a line that is inside a picture (Liang and Barsky), added to the box.
void extendByLine(Eigen::AlignedBox2d& box, const Eigen::AlignedBox2d& picture, const Eigen::Vector2d& from,
    const Eigen::Vector2d& to)
{
    double enter = 0.0;
    double leave = 1.0;
    for (int axis = 0; axis < 2; ++axis) {
        const double way = to[axis] - from[axis];
        const double low = picture.min()[axis] - from[axis];
        const double high = picture.max()[axis] - from[axis];
        if (way == 0.0) {
            if (low > 0.0 || high < 0.0)
                return;
            continue;
        }
        enter = std::max(enter, std::min(low / way, high / way));
        leave = std::min(leave, std::max(low / way, high / way));
    }
    if (enter > leave)
        return;
    box.extend(Eigen::Vector2d(from + enter * (to - from)));
    box.extend(Eigen::Vector2d(from + leave * (to - from)));
}
} // namespace

std::vector<PicturedCurve> picturedEdges(const Cuboid& cuboid, const Camera& camera, const std::vector<Cuboid>& others)
{
    std::vector<PicturedCurve> curves;
    const auto eye = eyeOf(camera);
    if (!eye)
        return curves;
    const auto corners = cuboid.corners();
    const auto seen = sidesSeen(cuboid, *eye);
    for (const Edge& edge : edges) {
        const Eigen::Vector3d& from = corners[edge.from];
        const Eigen::Vector3d& to = corners[edge.to];
        const bool isBehind = !seen[edge.sides[0]] && !seen[edge.sides[1]];
        const std::size_t before = curves.size();
        if (isBehind || others.empty())
            add(curves, camera, from, to, isBehind);
        else
            addCovered(curves, camera, from, to, *eye, others);
        for (std::size_t i = before; i < curves.size(); ++i)
            curves[i].isBottom = edge.sides[0] == bottomSide;
    }
    return curves;
}

std::vector<PicturedCurve> picturedHeading(const Cuboid& cuboid, const Camera& camera, int heads)
{
    std::vector<PicturedCurve> curves;
    const auto eye = eyeOf(camera);
    if (!eye)
        return curves;
    const Eigen::Vector3d half = 0.5 * cuboid.size;
    const double tip = half.x() + std::clamp(0.35 * half.x(), 0.3, 1.2);
    const double wing = 0.25 * std::min(half.x(), half.y());
    const auto at = [&](double x, double y) { return cuboid.toSensor({x, y, -half.z()}); };
    // What lies before the object shows unless the object stands before it.
    const bool isFrontSeen = sidesSeen(cuboid, *eye)[0];
    add(curves, camera, at(half.x(), 0.0), at(tip, 0.0), !isFrontSeen);
    for (int head = 0; head < heads; ++head)
        for (const double side : {wing, -wing})
            add(curves, camera, at(tip - head * wing, 0.0), at(tip - (head + 1) * wing, side), !isFrontSeen);
    return curves;
}

std::vector<PicturedCurve> picturedContour(
    const Cuboid& cuboid, const Outline& outline, const Camera& camera, const std::vector<Cuboid>& others)
{
    std::vector<PicturedCurve> curves;
    const auto eye = eyeOf(camera);
    if (!eye)
        return curves;
    const Eigen::Vector3d from = cuboid.toObject(*eye);
    // An edge of the closed surface belongs to two triangles; they go along it in opposite directions.
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> near;
    for (const auto& triangle : outline.triangles) {
        const Eigen::Vector3d& a = outline.vertices[triangle[0]];
        const Eigen::Vector3d& b = outline.vertices[triangle[1]];
        const Eigen::Vector3d& c = outline.vertices[triangle[2]];
        if ((b - a).cross(c - a).dot(from - a) <= 0.0)
            continue;
        for (std::size_t i = 0; i < 3; ++i)
            ++near[std::minmax(triangle[i], triangle[(i + 1) % 3])];
    }
    for (const auto& [edge, count] : near)
        if (count == 1) {
            const Eigen::Vector3d start = cuboid.toSensor(outline.vertices[edge.first]);
            const Eigen::Vector3d end = cuboid.toSensor(outline.vertices[edge.second]);
            add(curves, camera, start, end, isCovered(0.5 * (start + end), *eye, others));
        }
    return curves;
}

std::vector<Screen> screensOf(const std::vector<Cuboid>& cuboids, const Camera& camera)
{
    std::vector<Screen> screens;
    const auto eye = eyeOf(camera);
    if (!eye)
        return screens;
    for (const Cuboid& cuboid : cuboids) {
        const Eigen::AlignedBox2d extent = extentOf(picturedEdges(cuboid, camera), camera.model);
        // Whoever stands inside of one looks out of it.
        if (!extent.isEmpty() && !cuboid.contains(*eye))
            screens.push_back({cuboid, extent, (cuboid.center - *eye).norm()});
    }
    return screens;
}

std::vector<Cuboid> hiding(const Cuboid& cuboid, const std::vector<Screen>& screens, const Camera& camera)
{
    std::vector<Cuboid> result;
    const auto eye = eyeOf(camera);
    const Eigen::AlignedBox2d extent = extentOf(picturedEdges(cuboid, camera), camera.model);
    if (!eye || extent.isEmpty())
        return result;
    const double distance = (cuboid.center - *eye).norm();
    for (const Screen& screen : screens)
        if (screen.distance_m < distance && extent.intersects(screen.extent))
            result.push_back(screen.cuboid);
    return result;
}

Eigen::AlignedBox2d extentOf(const std::vector<PicturedCurve>& curves, const CameraModel& model)
{
    const Eigen::AlignedBox2d picture(
        Eigen::Vector2d(-0.5, -0.5), Eigen::Vector2d(model.width_px - 0.5, model.height_px - 0.5));
    Eigen::AlignedBox2d box;
    for (const PicturedCurve& curve : curves)
        for (std::size_t i = 1; i < curve.pixels.size(); ++i)
            extendByLine(box, picture, curve.pixels[i - 1], curve.pixels[i]);
    return box;
}

double shareInPicture(const Cuboid& cuboid, const Camera& camera)
{
    constexpr int steps = 5;
    int inside = 0;
    for (int i = 0; i < steps * steps * steps; ++i) {
        const Eigen::Vector3d place(i % steps, i / steps % steps, i / (steps * steps));
        const Eigen::Vector3d share = place / (steps - 1) - Eigen::Vector3d::Constant(0.5);
        inside += isInPicture(camera, cuboid.toSensor(share.cwiseProduct(cuboid.size))) ? 1 : 0;
    }
    return static_cast<double>(inside) / (steps * steps * steps);
}

double visibilityOf(const Cuboid& cuboid, const Camera& camera)
{
    const double share = shareInPicture(cuboid, camera);
    if (share == 0.0)
        return 0.0;
    const Eigen::AlignedBox2d extent = extentOf(picturedEdges(cuboid, camera), camera.model);
    // Half an object says less than a whole one at half the size.
    return extent.isEmpty() ? 0.0 : share * share * std::sqrt(extent.volume());
}

std::optional<std::size_t> bestCamera(
    const Cuboid& cuboid, const std::vector<const Camera*>& cameras, std::optional<std::size_t> present)
{
    std::optional<std::size_t> best;
    double most = 0.0;
    for (std::size_t i = 0; i < cameras.size(); ++i) {
        const double visibility = cameras[i] ? visibilityOf(cuboid, *cameras[i]) : 0.0;
        const double weighed = present == i ? clearlyBetter * visibility : visibility;
        if (weighed > most) {
            most = weighed;
            best = i;
        }
    }
    return best;
}

} // namespace lunkuo
