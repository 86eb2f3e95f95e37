#pragma once

#include "model/review/Finding.h"

namespace lunkuo
{

/// How often an automatic check has found something.
struct FindingCount
{
    CheckId check = CheckId::EmptyBox;
    int errors = 0;
    int warnings = 0;
    int hints = 0;
    int waived = 0;

    friend bool operator==(const FindingCount&, const FindingCount&) = default;
};

/// Those of the checks that have found something, in the order of the checks.
std::vector<FindingCount> countsOf(const SortedFindings& findings);

} // namespace lunkuo
