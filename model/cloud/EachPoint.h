#pragma once

#include "model/cloud/Parallel.h"

namespace lunkuo
{

/// Calls `use(i)` for 0..count-1, on all cores where that is worth it. `use` must not mind in which order.
template <class Use>
void eachPoint(std::size_t count, const Use& use)
{
    constexpr std::size_t worthAThread = 50'000;
    const std::size_t parts = worthwhileParts(count, worthAThread);
    (void)inParallel(parts, [&](std::size_t part) -> Result<void> {
        for (std::size_t i = count * part / parts; i < count * (part + 1) / parts; ++i)
            use(i);
        return {};
    });
}

} // namespace lunkuo
