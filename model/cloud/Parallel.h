#pragma once

#include "model/base/CancelScope.h"
#include "model/base/Result.h"

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace lunkuo
{

/// How many parts are worth a thread each, when less than `least` of the `total` in one is not.
inline std::size_t worthwhileParts(std::size_t total, std::size_t least)
{
    const std::size_t cores = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
    return std::clamp<std::size_t>(total / std::max<std::size_t>(least, 1), 1, cores);
}

/// Calls `work(part) -> Result<void>` for 0..parts-1 at the same time; the first part's failure is the one that counts.
template <class Work>
Result<void> inParallel(std::size_t parts, const Work& work)
{
    std::vector<std::future<Result<void>>> others;
    for (std::size_t part = 1; part < parts; ++part)
        others.push_back(std::async(std::launch::async, [&work, part, progress = CancelScope::current()] {
            const CancelScope scope(progress);
            return work(part);
        }));
    Result<void> result = work(0);
    for (auto& other : others) {
        Result<void> next = other.get();
        if (result && !next)
            result = std::move(next);
    }
    return result;
}

} // namespace lunkuo
