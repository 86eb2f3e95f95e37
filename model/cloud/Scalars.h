#pragma once

#include "model/cloud/Columns.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>

namespace lunkuo
{

/// Calls `work` with a zero of the C++ type that the scalar type stands for.
template <class Work>
decltype(auto) withScalar(Scalar type, Work&& work)
{
    switch (type) {
    case Scalar::Int8:
        return work(std::int8_t{});
    case Scalar::UInt8:
        return work(std::uint8_t{});
    case Scalar::Int16:
        return work(std::int16_t{});
    case Scalar::UInt16:
        return work(std::uint16_t{});
    case Scalar::Int32:
        return work(std::int32_t{});
    case Scalar::UInt32:
        return work(std::uint32_t{});
    case Scalar::Int64:
        return work(std::int64_t{});
    case Scalar::UInt64:
        return work(std::uint64_t{});
    case Scalar::Float32:
        return work(float{});
    case Scalar::Float64:
        break;
    }
    return work(double{});
}

/// The number whose bytes begin at `place`, in this machine's order or the other.
template <class T, bool Swapped>
T loadScalar(const char* place)
{
    std::array<char, sizeof(T)> bytes;
    std::memcpy(bytes.data(), place, sizeof(T));
    if constexpr (Swapped)
        std::reverse(bytes.begin(), bytes.end());
    return std::bit_cast<T>(bytes);
}

/// The nearest value that `To` can hold; not-a-number becomes zero where `To` has none.
template <class To, class From>
To converted(From value)
{
    if constexpr (std::is_integral_v<To> && std::is_floating_point_v<From>) {
        constexpr auto low = static_cast<From>(std::numeric_limits<To>::lowest());
        constexpr auto high = static_cast<From>(std::numeric_limits<To>::max());
        if (std::isnan(value))
            return 0;
        if (value <= low)
            return std::numeric_limits<To>::lowest();
        return value >= high ? std::numeric_limits<To>::max() : static_cast<To>(value);
    } else {
        return static_cast<To>(value);
    }
}

} // namespace lunkuo
