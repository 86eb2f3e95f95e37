#include "model/scene/Spans.h"

#include <algorithm>
#include <cstdint>

namespace lunkuo
{

Spans::Spans(const std::vector<Span>& spans)
{
    for (const Span& span : spans)
        add(span);
}

void Spans::add(const Span& span)
{
    if (span.first > span.second)
        return;
    Span joined = span;
    std::erase_if(m_spans, [&joined](const Span& other) {
        // Counted in 64 bits: a span may go on without end.
        const bool touches =
            std::int64_t(other.first) - 1 <= joined.second && std::int64_t(joined.first) - 1 <= other.second;
        if (touches)
            joined = {std::min(joined.first, other.first), std::max(joined.second, other.second)};
        return touches;
    });
    m_spans.insert(std::upper_bound(m_spans.begin(), m_spans.end(), joined), joined);
}

void Spans::dropAt(int place)
{
    std::erase_if(m_spans, [place](const Span& span) { return span.first <= place && place <= span.second; });
}

bool Spans::contains(int place) const
{
    return std::any_of(m_spans.begin(), m_spans.end(),
        [place](const Span& span) { return span.first <= place && place <= span.second; });
}

} // namespace lunkuo
