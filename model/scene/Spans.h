#pragma once

#include <utility>
#include <vector>

namespace lunkuo
{

/// A set of places in a sequence (indices of frames), kept as spans: first and last place, both included.
class Spans
{
public:
    using Span = std::pair<int, int>;

    Spans() = default;
    /// Any spans, in any order; what overlaps or touches becomes one.
    explicit Spans(const std::vector<Span>& spans);

    void add(const Span& span);
    /// Takes away the whole span that holds the place.
    void dropAt(int place);
    [[nodiscard]] bool contains(int place) const;
    [[nodiscard]] const std::vector<Span>& list() const { return m_spans; } ///< in order, with gaps between them

    friend bool operator==(const Spans&, const Spans&) = default;

private:
    std::vector<Span> m_spans;
};

} // namespace lunkuo
