#include "model/review/Contingency.h"

#include <cmath>
#include <limits>
#include <set>

namespace lunkuo
{

void Contingency::add(const QString& a, const QString& b, int count)
{
    m_counts[{a, b}] += count;
    m_all += count;
}

int Contingency::count(const QString& a, const QString& b) const
{
    const auto found = m_counts.find({a, b});
    return found == m_counts.end() ? 0 : found->second;
}

QStringList Contingency::answers() const
{
    std::set<QString> answers;
    for (const auto& [pair, count] : m_counts) {
        answers.insert(pair.first);
        answers.insert(pair.second);
    }
    return {answers.begin(), answers.end()};
}

double Contingency::agreement() const
{
    if (m_all == 0)
        return std::numeric_limits<double>::quiet_NaN();
    int alike = 0;
    for (const auto& [pair, count] : m_counts)
        alike += pair.first == pair.second ? count : 0;
    return static_cast<double>(alike) / m_all;
}

std::optional<double> Contingency::kappa() const
{
    if (m_all == 0)
        return std::nullopt;
    std::map<QString, double> shareOfA;
    std::map<QString, double> shareOfB;
    for (const auto& [pair, count] : m_counts) {
        shareOfA[pair.first] += static_cast<double>(count) / m_all;
        shareOfB[pair.second] += static_cast<double>(count) / m_all;
    }
    double byChance = 0.0;
    for (const auto& [answer, share] : shareOfA)
        if (const auto other = shareOfB.find(answer); other != shareOfB.end())
            byChance += share * other->second;
    if (shareOfA.size() == 1 && shareOfB.size() == 1 && shareOfA.begin()->first == shareOfB.begin()->first)
        return std::nullopt;
    return (agreement() - byChance) / (1.0 - byChance);
}

} // namespace lunkuo
