#include "render/InkRuns.h"

#include <algorithm>
#include <cstring>

namespace lunkuo
{

namespace
{
constexpr std::size_t blockSize = 1 << 10; ///< points that are compared at once
}

std::vector<InkRun> changedRuns(std::span<const unsigned char> before, std::span<const unsigned char> after)
{
    std::vector<InkRun> runs;
    const std::size_t count = after.size() / inkBytes;
    for (std::size_t first = 0; first < count; first += blockSize) {
        const std::size_t length = std::min(blockSize, count - first);
        if (std::memcmp(&before[inkBytes * first], &after[inkBytes * first], inkBytes * length) == 0)
            continue;
        if (!runs.empty() && runs.back().first + runs.back().count == first)
            runs.back().count += length;
        else
            runs.push_back({first, length});
    }
    return runs;
}

} // namespace lunkuo
