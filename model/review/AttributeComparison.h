#pragma once

#include "model/review/Agreement.h"

#include <set>

namespace lunkuo
{

/// Counts how the answers about matched objects agree, attribute by attribute.
class AttributeComparison
{
public:
    AttributeComparison(const Taxonomy& a, const Taxonomy& b);

    struct Difference
    {
        QString attribute;
        QString valueA;
        QString valueB;
    };
    /// Of one match; what they answer differently. Attributes of a track count the first time that two tracks meet.
    std::vector<Difference> add(const Track& trackA, const Shape& shapeA, const Track& trackB, const Shape& shapeB);
    /// Those that at least one of the two has answered, in the order of the taxonomy.
    [[nodiscard]] std::vector<AttributeAgreement> result() const;

private:
    struct Count
    {
        AttributeDef def;
        Contingency answers;
        int onlyA = 0;
        int onlyB = 0;
        double difference = 0.0; ///< sum of the amounts, of numbers
    };
    void compare(
        Count& count, const AttributeValues& a, const AttributeValues& b, std::vector<Difference>& differences);

    std::vector<Count> m_counts;
    std::set<std::pair<TrackId, TrackId>> m_met;
};

} // namespace lunkuo
