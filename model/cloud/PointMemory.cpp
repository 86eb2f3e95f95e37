#include "model/cloud/PointMemory.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <mutex>
#include <new>
#include <sys/mman.h>

namespace lunkuo
{

namespace
{
constexpr std::size_t page = 4096;
constexpr std::size_t hugePage = 512 * page;
constexpr std::size_t smallest = 16 * page;     ///< of what is cut out of slabs
constexpr std::size_t largest = 4 * hugePage;   ///< likewise; more is a block of its own
constexpr std::size_t slabSize = 16 * hugePage; ///< of which each begins at a multiple

std::size_t roundedUp(std::size_t bytes, std::size_t unit)
{
    return (bytes + unit - 1) / unit * unit;
}

/// Huge pages, where the system grants them; where it does not, the memory is just filled more slowly.
char* allocateHuge(std::size_t bytes, std::size_t alignment)
{
    const std::size_t whole = roundedUp(bytes, alignment);
    void* memory = whole >= bytes ? std::aligned_alloc(alignment, whole) : nullptr;
    if (!memory)
        throw std::bad_alloc();
    (void)::madvise(memory, whole, MADV_HUGEPAGE);
    return static_cast<char*>(memory);
}

/// Blocks for the values of one frame's points, cut out of larger pieces of memory that are kept: what the points of
/// one frame leave is filled by those of the next without asking the system for anything.
class Slabs
{
public:
    void* take(std::size_t bytes)
    {
        const std::size_t length = roundedUp(bytes, page);
        const std::lock_guard lock(m_mutex);
        // The lowest place that has room: what has been used before is used again before what never was.
        auto place =
            std::find_if(m_free.begin(), m_free.end(), [length](const auto& free) { return free.second >= length; });
        if (place == m_free.end())
            place = addSlab();
        char* const memory = place->first;
        auto node = m_free.extract(place);
        if (node.mapped() > length) {
            node.key() = memory + length;
            node.mapped() -= length;
            m_free.insert(std::move(node));
        }
        char*& touched = m_touched.at(slabOf(memory));
        touched = std::max(touched, memory + length);
        return memory;
    }

    void giveBack(void* block, std::size_t bytes) noexcept
    {
        char* memory = static_cast<char*>(block);
        std::size_t length = roundedUp(bytes, page);
        const std::lock_guard lock(m_mutex);
        const auto isBesides = [](char* one, char* other) { return slabOf(one) == slabOf(other); };
        Free::node_type node;
        if (const auto next = m_free.find(memory + length); next != m_free.end() && isBesides(next->first, memory)) {
            length += next->second;
            node = m_free.extract(next);
        }
        if (auto before = m_free.lower_bound(memory); before != m_free.begin())
            if (--before; before->first + before->second == memory && isBesides(before->first, memory)) {
                memory = before->first;
                length += before->second;
                node = m_free.extract(before);
            }
        if (length == slabSize && isOtherSlabFree()) {
            m_touched.erase(memory);
            std::free(memory);
        } else if (node) {
            node.key() = memory;
            node.mapped() = length;
            m_free.insert(std::move(node));
        } else {
            keepFree(memory, length);
        }
    }

    /// Has the system hand over so much memory before it is asked for. Throws where there is none.
    void makeReady(std::size_t bytes)
    {
        char* from = nullptr;
        std::size_t missing = 0;
        {
            const std::lock_guard lock(m_mutex);
            std::size_t ready = 0;
            for (const auto& [memory, length] : m_free)
                ready += std::size_t(std::clamp(m_touched.at(slabOf(memory)), memory, memory + length) - memory);
            if (ready >= bytes)
                return;
            const auto hasRoom = [](const auto& slab) { return slab.second < slab.first + slabSize; };
            if (std::none_of(m_touched.begin(), m_touched.end(), hasRoom))
                addSlab();
            auto& [slab, touched] = *std::find_if(m_touched.begin(), m_touched.end(), hasRoom);
            from = touched;
            missing = std::min(roundedUp(bytes - ready, hugePage), std::size_t(slab + slabSize - touched));
            touched += missing;
        }
#ifdef MADV_POPULATE_WRITE
        (void)::madvise(from, missing, MADV_POPULATE_WRITE);
#endif
    }

private:
    using Free = std::map<char*, std::size_t>; ///< blocks and their lengths

    /// Where there is no memory left even to remember a block, it is lost.
    void keepFree(char* memory, std::size_t length) noexcept
    {
        try {
            m_free.emplace(memory, length);
        } catch (const std::bad_alloc&) {
        }
    }
    static char* slabOf(char* memory)
    {
        return memory - reinterpret_cast<std::uintptr_t>(memory) % slabSize;
    }
    [[nodiscard]] bool isOtherSlabFree() const
    {
        return std::any_of(m_free.begin(), m_free.end(), [](const auto& free) { return free.second == slabSize; });
    }
    Free::iterator addSlab()
    {
        char* const slab = allocateHuge(slabSize, slabSize);
        m_touched.emplace(slab, slab);
        return m_free.emplace(slab, slabSize).first;
    }

    std::mutex m_mutex;
    Free m_free;
    std::map<char*, char*> m_touched; ///< of each slab, up to where the system has handed it over
};

/// Never destroyed: there are points that outlive everything else.
Slabs& slabs()
{
    static Slabs& all = *new Slabs;
    return all;
}

bool isOfSlab(std::size_t bytes)
{
#ifdef __SANITIZE_ADDRESS__
    // Which must see where each block ends.
    return false;
#endif
    return bytes >= smallest && bytes < largest;
}
} // namespace

void* allocatePoints(std::size_t bytes)
{
    if (isOfSlab(bytes))
        return slabs().take(bytes);
    if (bytes >= largest)
        return allocateHuge(bytes, hugePage);
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes))
        return memory;
    throw std::bad_alloc();
}

void freePoints(void* memory, std::size_t bytes) noexcept
{
    if (isOfSlab(bytes))
        slabs().giveBack(memory, bytes);
    else
        std::free(memory);
}

void makePointMemoryReady(std::size_t bytes) noexcept
{
    try {
        slabs().makeReady(bytes);
    } catch (const std::bad_alloc&) {
        // Whoever needs it will be told.
    }
}

} // namespace lunkuo
