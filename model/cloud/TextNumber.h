#pragma once

namespace lunkuo
{

/// Reads a decimal number, "nan" or "inf", at `place` and moves past it; false, without moving, when there is none.
/// Exactly rounded, whatever the locale.
bool readNumber(const char*& place, const char* end, double& value);

} // namespace lunkuo
