#pragma once

#include <QString>
#include <concepts>
#include <functional>

namespace lunkuo
{

/// When an action can be done; and what is missing when it cannot, for the person who wanted it all the same.
class Condition
{
public:
    Condition() = default; ///< always
    template <std::predicate Holds>
    Condition(Holds holds)
        : m_holds(std::move(holds))
    {
    }
    Condition(std::function<bool()> holds, std::function<QString()> missing)
        : m_holds(std::move(holds))
        , m_missing(std::move(missing))
    {
    }

    bool operator()() const { return !m_holds || m_holds(); }
    /// Empty when it has no sentence for that.
    [[nodiscard]] QString missing() const { return m_missing ? m_missing() : QString(); }

private:
    std::function<bool()> m_holds;
    std::function<QString()> m_missing;
};

} // namespace lunkuo
