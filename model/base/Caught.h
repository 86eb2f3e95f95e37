#pragma once

#include "model/base/Result.h"

namespace lunkuo
{

/// Inside a catch block: what was thrown, as one sentence. Libraries throw and memory runs out; none of our code
/// throws.
Error caughtError();

} // namespace lunkuo
