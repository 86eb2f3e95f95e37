#include "model/cloud/PointMemory.h"

#include <cstdlib>
#include <new>
#include <sys/mman.h>

namespace lunkuo
{

namespace
{
constexpr std::size_t hugePage = 2 * 1024 * 1024;
} // namespace

void* allocatePoints(std::size_t bytes)
{
    if (bytes < 4 * hugePage) {
        if (void* memory = std::malloc(bytes == 0 ? 1 : bytes))
            return memory;
        throw std::bad_alloc();
    }
    const std::size_t whole = (bytes + hugePage - 1) / hugePage * hugePage;
    void* memory = whole >= bytes ? std::aligned_alloc(hugePage, whole) : nullptr;
    if (!memory)
        throw std::bad_alloc();
    // A wish; where the system cannot grant it, the memory is just filled more slowly.
    (void)::madvise(memory, whole, MADV_HUGEPAGE);
    return memory;
}

void freePoints(void* memory) noexcept
{
    std::free(memory);
}

} // namespace lunkuo
