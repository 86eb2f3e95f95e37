#pragma once

#include <cstddef>

namespace lunkuo
{

/// Memory for the values of many points. What the points of one frame leave is kept and used again by those of the
/// next, and large blocks ask for huge pages: otherwise most of the time of loading a cloud goes into being handed
/// memory 4 KiB at a time. Safe on any thread.
void* allocatePoints(std::size_t bytes);
/// `bytes`: as it was asked for.
void freePoints(void* memory, std::size_t bytes) noexcept;
/// Has the system hand over so much memory now that `allocatePoints` need not wait for it later. Nothing happens where
/// it cannot.
void makePointMemoryReady(std::size_t bytes) noexcept;

} // namespace lunkuo
