#include "model/review/DisagreementGroups.h"

#include <map>
#include <tuple>

namespace lunkuo
{

std::vector<DisagreementGroup> groupedByObject(const std::vector<Disagreement>& disagreements)
{
    using Key = std::tuple<DisagreementKind, TrackId, TrackId, QString>;
    std::map<Key, std::size_t> places;
    std::vector<DisagreementGroup> groups;
    for (const Disagreement& d : disagreements) {
        const auto [place, isNew] = places.try_emplace({d.kind, d.a.track, d.b.track, d.attribute}, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(d);
    }
    return groups;
}

} // namespace lunkuo
