#include "model/review/AttributeComparison.h"

#include <cmath>
#include <limits>

namespace lunkuo
{

namespace
{

/// Empty: no answer.
QString answerOf(const AttributeValues& values, const QString& attribute)
{
    const auto found = values.find(attribute);
    if (found == values.end())
        return {};
    if (found->second.isBool())
        return found->second.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (found->second.isDouble())
        return QString::number(found->second.toDouble(), 'g', 15);
    return found->second.toString();
}

bool isCategory(const AttributeDef& def)
{
    return def.type == AttributeDef::Type::Flag || def.type == AttributeDef::Type::Choice;
}

} // namespace

AttributeComparison::AttributeComparison(const Taxonomy& a, const Taxonomy& b)
{
    for (const AttributeDef& def : a.attributes)
        m_counts.push_back({def, {}});
    for (const AttributeDef& def : b.attributes)
        if (!a.attribute(def.id))
            m_counts.push_back({def, {}});
}

std::vector<AttributeComparison::Difference> AttributeComparison::add(
    const Track& trackA, const Shape& shapeA, const Track& trackB, const Shape& shapeB)
{
    std::vector<Difference> differences;
    const bool meetsFirst = m_met.insert({trackA.id, trackB.id}).second;
    for (Count& count : m_counts)
        if (count.def.scope == AttributeDef::Scope::Frame)
            compare(count, shapeA.attributes, shapeB.attributes, differences);
        else if (meetsFirst)
            compare(count, trackA.attributes, trackB.attributes, differences);
    return differences;
}

void AttributeComparison::compare(
    Count& count, const AttributeValues& a, const AttributeValues& b, std::vector<Difference>& differences)
{
    const QString answerA = answerOf(a, count.def.id);
    const QString answerB = answerOf(b, count.def.id);
    if (answerA.isEmpty() || answerB.isEmpty()) {
        count.onlyA += answerA.isEmpty() ? 0 : 1;
        count.onlyB += answerB.isEmpty() ? 0 : 1;
        return;
    }
    count.answers.add(answerA, answerB);
    if (count.def.type == AttributeDef::Type::Number)
        count.difference += std::abs(answerA.toDouble() - answerB.toDouble());
    if (answerA != answerB)
        differences.push_back({count.def.id, answerA, answerB});
}

std::vector<AttributeAgreement> AttributeComparison::result() const
{
    std::vector<AttributeAgreement> result;
    for (const Count& count : m_counts) {
        const int compared = count.answers.all();
        if (compared + count.onlyA + count.onlyB == 0)
            continue;
        result.push_back({count.def.id, compared, count.onlyA, count.onlyB, count.answers.agreement(),
            isCategory(count.def) ? count.answers.kappa() : std::nullopt, isCategory(count.def),
            compared > 0 ? count.difference / compared : std::numeric_limits<double>::quiet_NaN()});
    }
    return result;
}

} // namespace lunkuo
