#include "model/cloud/TextNumber.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

namespace lunkuo
{

namespace
{
constexpr std::array powersOfTen{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::uint64_t exactInDouble = std::uint64_t(1) << 53U;

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
} // namespace

bool readNumber(const char*& place, const char* end, double& value)
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

} // namespace lunkuo
