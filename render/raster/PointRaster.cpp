#include "render/raster/PointRaster.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>

namespace lunkuo
{

namespace
{

constexpr std::size_t blockSize = 256; ///< points projected at a time
constexpr std::size_t together = 4;    ///< points that are thinned out together: what one fetch from memory brings
constexpr int outermost_px = 1 << 20;  ///< farther from the picture than any point reaches
constexpr std::size_t rowsAtATime = 16;
constexpr std::size_t columnsAtATime = 64;

using Cell = PointRaster::Cell;

/// Where the points of a block lie in the picture; what is out of range has a depth below zero.
struct Block
{
    std::array<float, blockSize> x;
    std::array<float, blockSize> y;
    std::array<float, blockSize> depth;
    std::array<std::uint32_t, blockSize> index;
    std::size_t count = 0;
};

/// Turns points into pixels.
class Projection
{
public:
    Projection(const RasterCamera& camera, int width, int height)
        : m_camera(camera)
        , m_middleX(0.5F * static_cast<float>(width))
        , m_middleY(0.5F * static_cast<float>(height))
    {
    }

    void apply(Block& block, const PointRun& points) const
    {
        const Eigen::Vector3f eye = m_camera.eye;
        const Eigen::Vector3f right = m_camera.right;
        const Eigen::Vector3f down = m_camera.down;
        const Eigen::Vector3f forward = m_camera.forward;
        const float scale = m_camera.scale_px;
        const float parallel = m_camera.orthographic ? 1.0F : 0.0F;
        const float range[] = {m_camera.near_m, m_camera.far_m};
        std::array<float, blockSize> x;
        std::array<float, blockSize> y;
        std::array<float, blockSize> z;
        const float* const xyz = points.xyz;
        const std::size_t count = points.count;
        // Apart from the arithmetic, which the compiler then does for several points at once. Taken from the eye
        // first: what is near it loses nothing by being far from the origin.
        for (std::size_t i = 0; i < count; ++i) {
            x[i] = xyz[3 * i] - eye.x();
            y[i] = xyz[3 * i + 1] - eye.y();
            z[i] = xyz[3 * i + 2] - eye.z();
        }
        for (std::size_t i = 0; i < count; ++i) {
            const float depth = forward.x() * x[i] + forward.y() * y[i] + forward.z() * z[i];
            const float pixels = scale / (parallel > 0.0F ? 1.0F : depth);
            block.x[i] = m_middleX + pixels * (right.x() * x[i] + right.y() * y[i] + right.z() * z[i]);
            block.y[i] = m_middleY + pixels * (down.x() * x[i] + down.y() * y[i] + down.z() * z[i]);
            block.depth[i] = (depth >= range[0]) & (depth <= range[1]) ? depth : -1.0F;
        }
        for (std::size_t i = 0; i < count; ++i)
            block.index[i] = points.number(i);
        block.count = count;
    }

private:
    RasterCamera m_camera;
    float m_middleX;
    float m_middleY;
};

/// The first pixel whose middle a square of that size covers that has its own middle at `place`.
int firstPixel(float place, int size)
{
    constexpr float limit = static_cast<float>(outermost_px);
    const float first = std::max(-limit, std::min(place - 0.5F * static_cast<float>(size) + 0.5F, limit));
    const int towardsZero = static_cast<int>(first);
    return towardsZero - (first < static_cast<float>(towardsZero) ? 1 : 0);
}

void keepForemost(Cell& place, Cell cell)
{
    const std::atomic_ref<Cell> shared(place);
    Cell before = shared.load(std::memory_order_relaxed);
    while (cell < before && !shared.compare_exchange_weak(before, cell, std::memory_order_relaxed)) {
    }
}

Cell cellOf(float depth, std::uint32_t index)
{
    return Cell(std::bit_cast<std::uint32_t>(depth)) << 32 | index;
}

int grown(const RasterSize& size, float depth)
{
    if (size.reference_m <= 0.0F)
        return size.pixels;
    const float factor = std::clamp(size.reference_m / depth, size.least, size.most);
    return std::max(1, static_cast<int>(factor * static_cast<float>(size.pixels) + 0.5F));
}

/// Where cells go: all of a picture, and how far points may reach into it from outside.
struct Canvas
{
    Cell* cells;
    std::size_t stride;
    int width;
    int height;

    void square(int left, int top, int size, Cell cell) const
    {
        const int right = std::min(left + size, width);
        const int bottom = std::min(top + size, height);
        for (int y = std::max(top, 0); y < bottom; ++y)
            for (int x = std::max(left, 0); x < right; ++x)
                keepForemost(cells[std::size_t(y) * stride + std::size_t(x)], cell);
    }
    void dot(int x, int y, Cell cell) const
    {
        if (unsigned(x) < unsigned(width) && unsigned(y) < unsigned(height))
            keepForemost(cells[std::size_t(y) * stride + std::size_t(x)], cell);
    }
};

/// Calls `use(run)` for all points of the chunk, or evenly for one in `thinning`.
template <class Use>
void eachBlock(const PointRun& points, std::size_t thinning, const Use& use)
{
    if (thinning <= 1) {
        for (std::size_t first = 0; first < points.count; first += blockSize)
            use(points.part(first, std::min(blockSize, points.count - first)));
        return;
    }
    std::array<float, 3 * blockSize> xyz;
    std::array<std::uint32_t, blockSize> numbers;
    std::size_t count = 0;
    for (std::size_t first = 0; first < points.count; first += thinning * together)
        for (std::size_t i = first; i < std::min(first + together, points.count); ++i) {
            std::copy_n(points.xyz + 3 * i, 3, xyz.begin() + static_cast<std::ptrdiff_t>(3 * count));
            numbers[count++] = points.number(i);
            if (count == blockSize)
                use(PointRun{xyz.data(), numbers.data(), 0, std::exchange(count, 0)});
        }
    if (count > 0)
        use(PointRun{xyz.data(), numbers.data(), 0, count});
}

/// What a chunk's box leaves of the picture.
class Sight
{
public:
    Sight(const RasterJob& job, int width, int height)
        : m_camera(job.camera)
    {
        const float reach = 0.5F * static_cast<float>(job.size.pixels) * std::max(1.0F, job.size.most) + 1.0F;
        m_aside = (0.5F * static_cast<float>(width) + reach) / m_camera.scale_px;
        m_upright = (0.5F * static_cast<float>(height) + reach) / m_camera.scale_px;
    }

    /// The least depth at which something of the box may be seen; nothing when none is.
    [[nodiscard]] std::optional<float> of(const Eigen::AlignedBox3f& box) const
    {
        const Eigen::Vector3f middle = box.center() - m_camera.eye;
        const Eigen::Vector3f half = 0.5F * box.sizes();
        const auto beyond = [&](const Eigen::Vector3f& normal, float limit) {
            return normal.dot(middle) - normal.cwiseAbs().dot(half) > limit;
        };
        const Eigen::Vector3f& forward = m_camera.forward;
        if (beyond(forward, m_camera.far_m) || beyond(-forward, -m_camera.near_m))
            return std::nullopt;
        for (const auto& [axis, limit] : {std::pair(m_camera.right, m_aside), std::pair(m_camera.down, m_upright)})
            for (const float side : {-1.0F, 1.0F})
                if (m_camera.orthographic ? beyond(side * axis, limit) : beyond(side * axis - limit * forward, 0.0F))
                    return std::nullopt;
        return forward.dot(middle) - forward.cwiseAbs().dot(half);
    }

private:
    const RasterCamera& m_camera;
    float m_aside;
    float m_upright;
};

} // namespace

std::vector<PointChunk> chunksInSight(const RasterJob& job, int width, int height)
{
    const Sight sight(job, width, height);
    std::vector<std::pair<float, const PointChunk*>> seen;
    for (const PointChunk& chunk : job.chunks)
        if (const auto depth = sight.of(chunk.box))
            seen.emplace_back(*depth, &chunk);
    std::sort(seen.begin(), seen.end());
    std::vector<PointChunk> chunks;
    chunks.reserve(seen.size());
    for (const auto& [depth, chunk] : seen)
        chunks.push_back(*chunk);
    return chunks;
}

PointRaster::PointRaster(WorkCrew& crew)
    : m_crew(crew)
{
}

float PointRaster::depthOf(Cell cell)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(cell >> 32));
}

std::optional<PointRaster::Seen> PointRaster::at(int x, int y) const
{
    if (x < 0 || y < 0 || x >= m_width || y >= m_height)
        return std::nullopt;
    const Cell cell = row(y)[std::size_t(x)];
    if (cell == empty)
        return std::nullopt;
    return Seen{depthOf(cell), pointOf(cell)};
}

void PointRaster::draw(const RasterJob& job, int width, int height)
{
    m_width = width;
    m_height = height;
    const std::span<const PointChunk> chunks = job.chunks;
    const bool oneSize = job.size.reference_m <= 0.0F || job.camera.orthographic;
    const int size = job.size.pixels;
    const std::size_t drawn = chunks.size() * chunkSize / job.thinning;
    // Many points as dots that are widened afterwards, few as squares: the picture is the same.
    const bool asDots = oneSize && size > 1 && drawn * std::size_t(size * size) > std::size_t(width) * height;
    const int room = asDots ? size - 1 : 0;
    m_stride = std::size_t(width + room);
    const std::size_t rows = std::size_t(height + room);
    m_cells.resize(m_stride * rows);
    m_crew.run((rows + rowsAtATime - 1) / rowsAtATime, [&](std::size_t part) {
        const auto first = m_cells.begin() + std::ptrdiff_t(part * rowsAtATime * m_stride);
        std::fill(first, first + std::ptrdiff_t(std::min(rowsAtATime, rows - part * rowsAtATime) * m_stride), empty);
    });
    const Projection projection(job.camera, width, height);
    const Canvas canvas{m_cells.data(), m_stride, width + room, height + room};
    const RasterSize shape{size, oneSize ? 0.0F : job.size.reference_m, job.size.least, job.size.most};
    m_crew.run(chunks.size(), [&](std::size_t part) {
        Block block;
        eachBlock(chunks[part].points, job.thinning, [&](const PointRun& points) {
            projection.apply(block, points);
            for (std::size_t i = 0; i < block.count; ++i) {
                const float depth = block.depth[i];
                if (depth < 0.0F || (!job.hidden.empty() && job.hidden[block.index[i]] != 0))
                    continue;
                const Cell cell = cellOf(depth, block.index[i]);
                const int pixels = grown(shape, depth);
                const int x = firstPixel(block.x[i], pixels);
                const int y = firstPixel(block.y[i], pixels);
                if (asDots || pixels == 1)
                    canvas.dot(x + room, y + room, cell);
                else
                    canvas.square(x, y, pixels, cell);
            }
        });
    });
    if (asDots)
        widen(size);
}

/// Each cell becomes the foremost of the `size` times `size` cells from it to the right and down.
void PointRaster::widen(int size)
{
    const auto rows = std::size_t(m_height + size - 1);
    const auto wanted = std::size_t(size);
    // Windows of 1, 2, 4 … cells grow into each other until they are as wide as wanted.
    const auto grow = [wanted](const auto& merge) {
        for (std::size_t have = 1; have < wanted;) {
            const std::size_t step = std::min(have, wanted - have);
            merge(step);
            have += step;
        }
    };
    const auto foremost = [](Cell* cells, std::size_t count, std::size_t away) {
        for (std::size_t i = 0; i < count; ++i)
            cells[i] = std::min(cells[i], cells[i + away]);
    };
    m_crew.run((rows + rowsAtATime - 1) / rowsAtATime, [&](std::size_t part) {
        for (std::size_t y = part * rowsAtATime; y < std::min(rows, (part + 1) * rowsAtATime); ++y)
            grow([&](std::size_t step) { foremost(m_cells.data() + y * m_stride, m_stride - step, step); });
    });
    const auto columns = std::size_t(m_width);
    m_crew.run((columns + columnsAtATime - 1) / columnsAtATime, [&](std::size_t part) {
        const std::size_t first = part * columnsAtATime;
        grow([&](std::size_t step) {
            for (std::size_t y = 0; y + step < rows; ++y)
                foremost(
                    m_cells.data() + y * m_stride + first, std::min(columnsAtATime, columns - first), step * m_stride);
        });
    });
}

} // namespace lunkuo
