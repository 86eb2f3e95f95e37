#include "model/synth/Raycaster.h"

#include <algorithm>
#include <numeric>

namespace lunkuo::synth
{

namespace
{
constexpr std::uint32_t leafSize = 4;
constexpr int binCount = 12;

float area(const Eigen::AlignedBox3f& box)
{
    if (box.isEmpty())
        return 0.0F;
    const Eigen::Vector3f d = box.sizes();
    return d.x() * d.y() + d.y() * d.z() + d.z() * d.x();
}

/// Distance at which the ray enters the box, or infinity when it misses it or enters beyond the limit.
float enter(const Eigen::Vector3f& low, const Eigen::Vector3f& high, const Eigen::Vector3f& origin,
    const Eigen::Vector3f& inverse, float from, float limit)
{
    for (int axis = 0; axis < 3; ++axis) {
        const float a = (low[axis] - origin[axis]) * inverse[axis];
        const float b = (high[axis] - origin[axis]) * inverse[axis];
        from = std::max(from, std::min(a, b));
        limit = std::min(limit, std::max(a, b));
    }
    return from <= limit ? from : std::numeric_limits<float>::infinity();
}
} // namespace

/// The splitting of triangles into nodes by the surface area heuristic, over bins of their middles.
struct Raycaster::Build
{
    struct Bin
    {
        Eigen::AlignedBox3f box;
        std::uint32_t count = 0;
    };

    Raycaster& target;
    std::vector<Eigen::AlignedBox3f> boxes;
    std::vector<std::uint32_t> order;

    explicit Build(Raycaster& caster)
        : target(caster)
        , order(caster.m_triangles.size())
    {
        std::iota(order.begin(), order.end(), 0U);
        boxes.reserve(caster.m_triangles.size());
        for (const Triangle& t : caster.m_triangles) {
            Eigen::AlignedBox3f box(t.corner);
            box.extend(t.corner + t.edge1);
            box.extend(t.corner + t.edge2);
            boxes.push_back(box);
        }
    }

    void split(std::uint32_t node, std::uint32_t first, std::uint32_t count)
    {
        Eigen::AlignedBox3f box;
        Eigen::AlignedBox3f middles;
        for (std::uint32_t i = first; i < first + count; ++i) {
            box.extend(boxes[order[i]]);
            middles.extend(boxes[order[i]].center());
        }
        target.m_nodes[node] = {box.min(), box.max(), first, count};
        if (count <= leafSize)
            return;
        const std::uint32_t left = partition(first, count, middles);
        const auto children = static_cast<std::uint32_t>(target.m_nodes.size());
        target.m_nodes.resize(children + 2);
        target.m_nodes[node].first = children;
        target.m_nodes[node].count = 0;
        split(children, first, left);
        split(children + 1, first + left, count - left);
    }

private:
    static int binOf(float middle, float low, float scale)
    {
        return std::clamp(static_cast<int>((middle - low) * scale), 0, binCount - 1);
    }

    /// Number of triangles that go left: at the cheapest border between bins, or half of them where all middles
    /// coincide.
    std::uint32_t partition(std::uint32_t first, std::uint32_t count, const Eigen::AlignedBox3f& middles)
    {
        float bestCost = std::numeric_limits<float>::infinity();
        int bestAxis = 0;
        int bestBin = 0;
        for (int axis = 0; axis < 3; ++axis) {
            const float extent = middles.sizes()[axis];
            if (extent <= 1e-6F)
                continue;
            std::array<Bin, binCount> bins;
            const float scale = static_cast<float>(binCount) / extent;
            for (std::uint32_t i = first; i < first + count; ++i) {
                const Eigen::AlignedBox3f& box = boxes[order[i]];
                Bin& bin = bins[static_cast<std::size_t>(binOf(box.center()[axis], middles.min()[axis], scale))];
                bin.box.extend(box);
                ++bin.count;
            }
            const auto [cost, bin] = cheapestBorder(bins);
            if (cost < bestCost) {
                bestCost = cost;
                bestAxis = axis;
                bestBin = bin;
            }
        }
        if (bestCost == std::numeric_limits<float>::infinity())
            return count / 2;
        const float low = middles.min()[bestAxis];
        const float scale = static_cast<float>(binCount) / middles.sizes()[bestAxis];
        const auto begin = order.begin() + first;
        const auto border = std::partition(begin, begin + count,
            [&](std::uint32_t triangle) { return binOf(boxes[triangle].center()[bestAxis], low, scale) <= bestBin; });
        return static_cast<std::uint32_t>(border - begin);
    }

    static std::pair<float, int> cheapestBorder(const std::array<Bin, binCount>& bins)
    {
        std::array<float, binCount> rightCost{};
        Eigen::AlignedBox3f box;
        std::uint32_t count = 0;
        for (std::size_t b = binCount - 1; b > 0; --b) {
            box.extend(bins[b].box);
            count += bins[b].count;
            rightCost[b - 1] =
                count == 0 ? std::numeric_limits<float>::infinity() : area(box) * static_cast<float>(count);
        }
        std::pair<float, int> best{std::numeric_limits<float>::infinity(), 0};
        box.setEmpty();
        count = 0;
        for (std::size_t b = 0; b + 1 < binCount; ++b) {
            box.extend(bins[b].box);
            count += bins[b].count;
            const float cost = area(box) * static_cast<float>(count) + rightCost[b];
            if (count > 0 && cost < best.first)
                best = {cost, static_cast<int>(b)};
        }
        return best;
    }
};

void Raycaster::add(const Mesh& mesh, const Eigen::Isometry3f& world_mesh, std::int32_t object)
{
    const auto base = static_cast<std::uint32_t>(m_parts.size());
    for (const Surface& surface : mesh.surfaces)
        m_parts.push_back({surface, object});
    for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        const Eigen::Vector3f a = world_mesh * mesh.vertices[t[0]];
        m_triangles.push_back(
            {a, world_mesh * mesh.vertices[t[1]] - a, world_mesh * mesh.vertices[t[2]] - a, base + mesh.surfaceOf[i]});
    }
}

void Raycaster::build()
{
    m_nodes.clear();
    if (m_triangles.empty())
        return;
    Build build(*this);
    m_nodes.reserve(m_triangles.size());
    m_nodes.resize(1);
    build.split(0, 0, static_cast<std::uint32_t>(m_triangles.size()));
    std::vector<Triangle> sorted;
    sorted.reserve(m_triangles.size());
    for (const std::uint32_t i : build.order)
        sorted.push_back(m_triangles[i]);
    m_triangles = std::move(sorted);
}

/// Möller and Trumbore, "Fast, minimum storage ray/triangle intersection", 1997; both sides count.
std::optional<float> Raycaster::meet(const Triangle& triangle, const CastRay& ray)
{
    const Eigen::Vector3f p = ray.direction.cross(triangle.edge2);
    const float determinant = triangle.edge1.dot(p);
    if (std::abs(determinant) < 1e-12F)
        return std::nullopt;
    const float inverse = 1.0F / determinant;
    const Eigen::Vector3f t = ray.origin - triangle.corner;
    const float u = t.dot(p) * inverse;
    if (u < 0.0F || u > 1.0F)
        return std::nullopt;
    const Eigen::Vector3f q = t.cross(triangle.edge1);
    const float v = ray.direction.dot(q) * inverse;
    if (v < 0.0F || u + v > 1.0F)
        return std::nullopt;
    return triangle.edge2.dot(q) * inverse;
}

/// Calls `visit(triangle, distance)` for each triangle on the ray between from_m and limit, near nodes first; the
/// visitor lowers `limit`.
template <class Visit>
void Raycaster::traverse(const CastRay& ray, float from_m, float& limit, const Visit& visit) const
{
    if (m_nodes.empty())
        return;
    constexpr float never = std::numeric_limits<float>::infinity();
    const Eigen::Vector3f inverse = ray.direction.cwiseInverse();
    std::array<std::pair<std::uint32_t, float>, 96> stack;
    std::size_t depth = 0;
    stack[depth++] = {0, enter(m_nodes[0].low, m_nodes[0].high, ray.origin, inverse, from_m, limit)};
    while (depth > 0) {
        const auto [index, distance] = stack[--depth];
        if (distance >= limit || distance == never)
            continue;
        const Node& node = m_nodes[index];
        if (node.count > 0) {
            for (std::uint32_t i = node.first; i < node.first + node.count; ++i)
                if (const auto at = meet(m_triangles[i], ray); at && *at > from_m && *at < limit)
                    visit(m_triangles[i], *at);
            continue;
        }
        const Node& a = m_nodes[node.first];
        const Node& b = m_nodes[node.first + 1];
        std::pair<std::uint32_t, float> near{node.first, enter(a.low, a.high, ray.origin, inverse, from_m, limit)};
        std::pair<std::uint32_t, float> far{node.first + 1, enter(b.low, b.high, ray.origin, inverse, from_m, limit)};
        if (far.second < near.second)
            std::swap(near, far);
        if (far.second != never)
            stack[depth++] = far;
        if (near.second != never)
            stack[depth++] = near;
    }
}

Hit Raycaster::cast(const CastRay& ray, float from_m, Hit best) const
{
    const Triangle* first = nullptr;
    float limit = best.distance;
    traverse(ray, from_m, limit, [&](const Triangle& triangle, float distance) {
        limit = distance;
        first = &triangle;
    });
    if (!first)
        return best;
    const Part& part = m_parts[first->part];
    const Eigen::Vector3f normal = first->edge1.cross(first->edge2).normalized();
    return {limit, normal.dot(ray.direction) > 0.0F ? Eigen::Vector3f(-normal) : normal, part.surface, part.object};
}

bool Raycaster::isBlocked(const CastRay& ray, float limit_m) const
{
    bool blocked = false;
    traverse(ray, 0.0F, limit_m, [&](const Triangle&, float) {
        blocked = true;
        limit_m = 0.0F; // nothing is nearer: ends the search
    });
    return blocked;
}

} // namespace lunkuo::synth
