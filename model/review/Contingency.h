#pragma once

#include <QString>
#include <QStringList>
#include <map>
#include <optional>
#include <utility>

namespace lunkuo
{

/// How often two people gave which answers to the same questions: a confusion matrix of any answers.
class Contingency
{
public:
    void add(const QString& a, const QString& b, int count = 1);

    [[nodiscard]] int count(const QString& a, const QString& b) const;
    [[nodiscard]] int all() const { return m_all; }
    /// Answers of either, sorted.
    [[nodiscard]] QStringList answers() const;
    /// The share of questions that both answered alike; NaN of nothing.
    [[nodiscard]] double agreement() const;
    /// Cohen's kappa (Cohen 1960): how much of the agreement that chance leaves open was reached; 1 always alike, 0 as
    /// by chance. Nothing where it is not defined: without questions, or where both gave one and the same answer
    /// throughout, so that chance alone explains it.
    [[nodiscard]] std::optional<double> kappa() const;

private:
    std::map<std::pair<QString, QString>, int> m_counts;
    int m_all = 0;
};

} // namespace lunkuo
