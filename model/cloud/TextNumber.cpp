#include "model/cloud/TextNumber.h"

#include <QtEndian>
#include <array>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

namespace lunkuo
{

namespace
{
constexpr std::array powersOfTen{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::array<std::uint64_t, 8> wholePowersOfTen{1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
constexpr std::uint64_t exactInDouble = std::uint64_t(1) << 53U;

/// Eight characters, the first in the lowest byte, with 0..9 for a digit.
inline std::uint64_t eightFrom(const char* at)
{
    std::uint64_t characters = 0;
    std::memcpy(&characters, at, sizeof(characters));
    return qFromLittleEndian(characters) ^ 0x3030303030303030U;
}

/// A bit for each of them that is no digit, right up to the first such.
inline std::uint64_t noDigits(std::uint64_t eight)
{
    // A carry out of one byte can only spoil those after the first that is no digit.
    return ((eight + 0x7676767676767676U) | eight) & 0x8080808080808080U;
}

inline unsigned digitsBefore(std::uint64_t noDigits)
{
    return static_cast<unsigned>(std::countr_zero(noDigits)) / 8;
}

/// The number that the first `digits` of them write, 1..8: pairs, then fours, then all are put together at once.
inline std::uint64_t numberOf(std::uint64_t eight, unsigned digits)
{
    eight <<= 64 - 8 * digits;
    eight = eight * 10 + (eight >> 8U);
    constexpr std::uint64_t pairs = 0x000000ff000000ffU;
    return ((eight & pairs) * 0x000f424000000064U + ((eight >> 16U) & pairs) * 0x0000271000000001U) >> 32U;
}

/// The usual number: at most seven digits before the point and after it, and no exponent. Without branches on how many
/// there are, which no processor can foresee. False when the number is another one or ends near `end`.
inline bool readUsualNumber(const char*& place, const char* end, double& value)
{
    constexpr std::ptrdiff_t most = 1 + 8 + 1 + 8 + 1;
    if (end - place < most)
        return false;
    const bool negative = *place == '-';
    const char* at = place + std::ptrdiff_t(negative);
    const std::uint64_t whole = eightFrom(at);
    const std::uint64_t afterWhole = noDigits(whole);
    if (afterWhole == 0 || (afterWhole & 0x80U) != 0)
        return false;
    const unsigned digits = digitsBefore(afterWhole);
    std::uint64_t mantissa = numberOf(whole, digits);
    double divisor = 1.0;
    at += digits;
    if (*at == '.') {
        const std::uint64_t fraction = eightFrom(++at);
        const std::uint64_t afterFraction = noDigits(fraction);
        if (afterFraction == 0 || (afterFraction & 0x80U) != 0)
            return false;
        const unsigned decimals = digitsBefore(afterFraction);
        mantissa = mantissa * wholePowersOfTen[decimals] + numberOf(fraction, decimals);
        divisor = powersOfTen[decimals];
        at += decimals;
    }
    if (*at == 'e' || *at == 'E')
        return false;
    const double magnitude = static_cast<double>(static_cast<std::int64_t>(mantissa)) / divisor;
    value = std::bit_cast<double>(std::bit_cast<std::uint64_t>(magnitude) | (std::uint64_t(negative) << 63U));
    place = at;
    return true;
}

inline bool isDigit(char c)
{
    return static_cast<unsigned char>(c - '0') < 10;
}

bool readAnyNumber(const char*& place, const char* end, double& value)
{
    const auto [stop, error] = std::from_chars(place, end, value);
    if (error == std::errc::invalid_argument)
        return false;
    if (error == std::errc::result_out_of_range) {
        const std::string_view text(place, static_cast<std::size_t>(stop - place));
        const auto exponent = text.find_first_of("eE");
        const bool small = exponent == std::string_view::npos
                               ? text.substr(0, 2).find('.') != std::string_view::npos
                               : text.substr(exponent).find('-') != std::string_view::npos;
        value = small ? 0.0 : std::numeric_limits<double>::infinity();
    }
    place = stop;
    return true;
}

// Apart, so that the usual number does not pay for what these need.
[[gnu::noinline]] bool readRareNumber(const char*& place, const char* end, double& value)
{
    const char* at = place;
    const bool negative = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+'))
        ++at;
    const char* const digits = at;
    std::uint64_t mantissa = 0;
    for (; at != end && isDigit(*at); ++at)
        mantissa = 10 * mantissa + static_cast<std::uint64_t>(*at - '0');
    std::ptrdiff_t count = at - digits;
    std::ptrdiff_t decimals = 0;
    if (at != end && *at == '.') {
        const char* const fraction = ++at;
        for (; at != end && isDigit(*at); ++at)
            mantissa = 10 * mantissa + static_cast<std::uint64_t>(*at - '0');
        decimals = at - fraction;
        count += decimals;
    }
    const bool plain = count > 0 && count < 19 && decimals <= 22 && mantissa <= exactInDouble &&
                       (at == end || (*at != 'e' && *at != 'E'));
    if (plain) {
        // Both are exact in a double, so that the one division rounds correctly.
        const double magnitude = static_cast<double>(mantissa) / powersOfTen[static_cast<std::size_t>(decimals)];
        value = negative ? -magnitude : magnitude;
        place = at;
        return true;
    }
    const char* rest = digits;
    double magnitude = 0.0;
    // A second sign is no number.
    if (rest == end || *rest == '-' || !readAnyNumber(rest, end, magnitude))
        return false;
    value = negative ? -magnitude : magnitude;
    place = rest;
    return true;
}
} // namespace

bool readNumber(const char*& place, const char* end, double& value, std::ptrdiff_t behind)
{
    return (place != end && readUsualNumber(place, end + behind, value)) || readRareNumber(place, end, value);
}

} // namespace lunkuo
