#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace lunkuo
{

/// Colours of points that follow one another.
struct InkRun
{
    std::size_t first = 0;
    std::size_t count = 0;

    friend bool operator==(const InkRun&, const InkRun&) = default;
};

inline constexpr std::size_t inkBytes = 4;

/// Where two rows of as many colours differ, in blocks.
std::vector<InkRun> changedRuns(std::span<const unsigned char> before, std::span<const unsigned char> after);

} // namespace lunkuo
