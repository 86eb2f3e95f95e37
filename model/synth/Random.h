#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace lunkuo::synth
{

/// Mixes one 64-bit word into another, so that near numbers come out far apart (splitmix64's finaliser).
inline std::uint64_t mixed(std::uint64_t word)
{
    word += 0x9E3779B97F4A7C15ULL;
    word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    word = (word ^ (word >> 27U)) * 0x94D049BB133111EBULL;
    return word ^ (word >> 31U);
}

/// A counter-based stream of random numbers: what it yields depends on its key alone, so that work may be split over
/// threads in any way and still give the same bytes.
class Random
{
public:
    explicit Random(std::uint64_t key)
        : m_key(mixed(key))
    {
    }
    Random(std::uint64_t seed, std::uint64_t stream, std::uint64_t place)
        : m_key(mixed(mixed(mixed(seed) ^ stream) ^ place))
    {
    }

    std::uint64_t bits() { return mixed(m_key + 0x632BE59BD9B4E019ULL * ++m_counter); }
    /// In [0, 1).
    double unit() { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// In 0..count-1.
    int below(int count) { return static_cast<int>(bits() % static_cast<std::uint64_t>(count)); }
    bool chance(double probability) { return unit() < probability; }
    /// Of mean 0 and standard deviation 1 (Box and Muller).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
        return radius * std::cos(2.0 * std::numbers::pi * unit());
    }

private:
    std::uint64_t m_key;
    std::uint64_t m_counter = 0;
};

} // namespace lunkuo::synth
