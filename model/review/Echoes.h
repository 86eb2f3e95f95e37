#pragma once

#include "model/review/Finding.h"

namespace lunkuo
{

/// Aspect of a jump whose heading is off, which the check of headings may say of the same box.
inline constexpr QStringView turnAspect = u"turn";

/// Takes out what one fault makes several checks say: the check that names it best is kept.
void dropEchoes(std::vector<Finding>& findings, const Scene& scene);

/// What one thing makes several checks say is said once, the worst first.
std::vector<Finding> asTold(std::vector<Finding> findings, const Scene& scene);

} // namespace lunkuo
