#include "model/review/Assignment.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace lunkuo
{

namespace
{

constexpr std::size_t noPair = std::numeric_limits<std::size_t>::max();

/// Lefts and rights of one group, numbered from 0, with what each pair costs; rows are not more than columns.
struct CostTable
{
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> costs;      ///< minus the weight; 0 where they do not belong together
    std::vector<std::size_t> pairs; ///< the place in the list, or noPair

    CostTable(std::size_t rowCount, std::size_t columnCount)
        : rows(rowCount)
        , columns(columnCount)
        , costs(rowCount * columnCount, 0.0)
        , pairs(rowCount * columnCount, noPair)
    {
    }
    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const { return row * columns + column; }
};

/// Which row each column gets, from 1; 0: none. Row after row is let in along the cheapest path that makes room for it.
class Hungarian
{
public:
    explicit Hungarian(const CostTable& table)
        : m_table(table)
        , m_rowPotential(table.rows + 1, 0.0)
        , m_columnPotential(table.columns + 1, 0.0)
        , m_rowOf(table.columns + 1, 0)
        , m_before(table.columns + 1, 0)
    {
    }

    const std::vector<std::size_t>& solve()
    {
        for (std::size_t row = 1; row <= m_table.rows; ++row)
            letIn(row);
        return m_rowOf;
    }

private:
    void letIn(std::size_t row)
    {
        constexpr double endless = std::numeric_limits<double>::infinity();
        std::vector<double> slack(m_table.columns + 1, endless);
        std::vector<bool> isDone(m_table.columns + 1, false);
        m_rowOf[0] = row;
        std::size_t column = 0;
        do {
            isDone[column] = true;
            const std::size_t here = m_rowOf[column];
            double least = endless;
            std::size_t next = 0;
            for (std::size_t j = 1; j <= m_table.columns; ++j) {
                if (isDone[j])
                    continue;
                const double cost =
                    m_table.costs[m_table.at(here - 1, j - 1)] - m_rowPotential[here] - m_columnPotential[j];
                if (cost < slack[j]) {
                    slack[j] = cost;
                    m_before[j] = column;
                }
                if (slack[j] < least) {
                    least = slack[j];
                    next = j;
                }
            }
            for (std::size_t j = 0; j <= m_table.columns; ++j)
                if (isDone[j]) {
                    m_rowPotential[m_rowOf[j]] += least;
                    m_columnPotential[j] -= least;
                } else {
                    slack[j] -= least;
                }
            column = next;
        } while (m_rowOf[column] != 0);
        for (; column != 0; column = m_before[column])
            m_rowOf[column] = m_rowOf[m_before[column]];
    }

    const CostTable& m_table;
    std::vector<double> m_rowPotential;
    std::vector<double> m_columnPotential;
    std::vector<std::size_t> m_rowOf;
    std::vector<std::size_t> m_before;
};

/// Each value once, ascending: its place is its number.
std::vector<std::size_t> numbered(std::vector<std::size_t> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::size_t numberOf(const std::vector<std::size_t>& values, std::size_t value)
{
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
}

CostTable tableOf(const std::vector<WeightedPair>& pairs, const std::vector<std::size_t>& group)
{
    std::vector<std::size_t> lefts;
    std::vector<std::size_t> rights;
    for (const std::size_t i : group) {
        lefts.push_back(pairs[i].left);
        rights.push_back(pairs[i].right);
    }
    lefts = numbered(std::move(lefts));
    rights = numbered(std::move(rights));
    const bool isTurned = lefts.size() > rights.size();
    CostTable table(std::min(lefts.size(), rights.size()), std::max(lefts.size(), rights.size()));
    for (const std::size_t i : group) {
        const std::size_t left = numberOf(lefts, pairs[i].left);
        const std::size_t right = numberOf(rights, pairs[i].right);
        const std::size_t cell = isTurned ? table.at(right, left) : table.at(left, right);
        if (-pairs[i].weight >= table.costs[cell])
            continue;
        table.costs[cell] = -pairs[i].weight;
        table.pairs[cell] = i;
    }
    return table;
}

/// The places of pairs that hang together through lefts or rights they share.
std::vector<std::vector<std::size_t>> groupsOf(const std::vector<WeightedPair>& pairs)
{
    std::vector<std::size_t> parent(pairs.size());
    std::iota(parent.begin(), parent.end(), std::size_t(0));
    const auto rootOf = [&parent](std::size_t i) {
        while (parent[i] != i)
            i = parent[i] = parent[parent[i]];
        return i;
    };
    std::map<std::size_t, std::size_t> firstOfLeft;
    std::map<std::size_t, std::size_t> firstOfRight;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        parent[rootOf(i)] = rootOf(firstOfLeft.try_emplace(pairs[i].left, i).first->second);
        parent[rootOf(i)] = rootOf(firstOfRight.try_emplace(pairs[i].right, i).first->second);
    }
    std::map<std::size_t, std::vector<std::size_t>> byRoot;
    for (std::size_t i = 0; i < pairs.size(); ++i)
        byRoot[rootOf(i)].push_back(i);
    std::vector<std::vector<std::size_t>> groups;
    groups.reserve(byRoot.size());
    for (auto& [root, group] : byRoot)
        groups.push_back(std::move(group));
    return groups;
}

} // namespace

std::vector<std::size_t> bestAssignment(const std::vector<WeightedPair>& pairs)
{
    std::vector<std::size_t> chosen;
    for (const std::vector<std::size_t>& group : groupsOf(pairs)) {
        if (group.size() == 1) {
            chosen.push_back(group.front());
            continue;
        }
        const CostTable table = tableOf(pairs, group);
        const std::vector<std::size_t> rowOf = Hungarian(table).solve();
        for (std::size_t column = 1; column < rowOf.size(); ++column)
            if (rowOf[column] != 0)
                if (const std::size_t pair = table.pairs[table.at(rowOf[column] - 1, column - 1)]; pair != noPair)
                    chosen.push_back(pair);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

} // namespace lunkuo
