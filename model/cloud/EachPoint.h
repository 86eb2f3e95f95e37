#pragma once

#include "model/cloud/Parallel.h"

namespace lunkuo
{

/// Calls `use(i)` from `first` to before `last`, in order; no more of them once the CancelScope's work is for nobody
/// any more, so that whoever has cancelled does not wait for a large cloud.
template <class Use>
void pointByPoint(std::size_t first, std::size_t last, const Use& use)
{
    constexpr std::size_t atOnce = 1 << 16;
    while (first < last && !CancelScope::isCancelled())
        for (const std::size_t end = std::min(last, first + atOnce); first < end; ++first)
            use(first);
}

/// Calls `use(i)` for 0..count-1, on all cores where that is worth it; cancelled as above. `use` must not mind in which
/// order.
template <class Use>
void eachPoint(std::size_t count, const Use& use)
{
    constexpr std::size_t worthAThread = 50'000;
    const std::size_t parts = worthwhileParts(count, worthAThread);
    (void)inParallel(parts, [&](std::size_t part) -> Result<void> {
        pointByPoint(count * part / parts, count * (part + 1) / parts, use);
        return {};
    });
}

} // namespace lunkuo
