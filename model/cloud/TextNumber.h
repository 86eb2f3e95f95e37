#pragma once

#include <cstddef>

namespace lunkuo
{

/// Reads a decimal number, "nan" or "inf", at `place` and moves past it; false, without moving, when there is none.
/// Exactly rounded, whatever the locale. Much faster where `behind` bytes after `end` can be read too, of which the
/// first does not go on with the number.
bool readNumber(const char*& place, const char* end, double& value, std::ptrdiff_t behind = 0);

} // namespace lunkuo
