#pragma once

#include <QString>

namespace lunkuo
{

/// The name under which somebody is logged in, also where no environment variable says it; never empty.
QString systemUser();

} // namespace lunkuo
