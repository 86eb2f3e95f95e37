#include "model/review/FindingCounts.h"

#include <map>

namespace lunkuo
{

namespace
{
int& countFor(FindingCount& counts, Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return counts.errors;
    case Severity::Warning:
        return counts.warnings;
    case Severity::Hint:
        break;
    }
    return counts.hints;
}
} // namespace

std::vector<FindingCount> countsOf(const SortedFindings& findings)
{
    std::map<CheckId, FindingCount> byCheck;
    for (const Finding& finding : findings.standing)
        ++countFor(byCheck[finding.check], finding.severity);
    for (const Finding& finding : findings.waived)
        ++byCheck[finding.check].waived;
    std::vector<FindingCount> counts;
    for (auto& [check, count] : byCheck) {
        count.check = check;
        counts.push_back(count);
    }
    return counts;
}

} // namespace lunkuo
