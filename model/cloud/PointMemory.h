#pragma once

#include <cstddef>

namespace lunkuo
{

/// Memory for the values of many points. Large blocks ask for huge pages, without which most of the time of loading a
/// large cloud goes into being handed memory 4 KiB at a time.
void* allocatePoints(std::size_t bytes);
void freePoints(void* memory) noexcept;

} // namespace lunkuo
