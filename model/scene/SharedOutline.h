#pragma once

#include "model/scene/Outline.h"

#include <memory>

namespace lunkuo
{

/// An outline that many shapes have in common: a track of thousands of frames keeps its surface in memory once. Copies
/// share it, `edit` takes a copy of one's own first.
class SharedOutline
{
public:
    SharedOutline() = default;
    SharedOutline(Outline outline)
        : m_outline(
              outline.isEmpty() && outline.vertices.empty() ? nullptr : std::make_shared<Outline>(std::move(outline)))
    {
    }

    [[nodiscard]] bool isEmpty() const { return !m_outline || m_outline->isEmpty(); }
    const Outline& operator*() const { return m_outline ? *m_outline : none(); }
    const Outline* operator->() const { return &**this; }
    operator const Outline&() const { return **this; }
    Outline& edit()
    {
        if (m_outline.use_count() != 1)
            m_outline = std::make_shared<Outline>(**this);
        return *m_outline;
    }
    /// Whether both are one in memory: equal without looking.
    [[nodiscard]] bool isSharedWith(const SharedOutline& other) const { return m_outline == other.m_outline; }

    friend bool operator==(const SharedOutline& a, const SharedOutline& b) { return a.isSharedWith(b) || *a == *b; }

private:
    static const Outline& none()
    {
        static const Outline nothing;
        return nothing;
    }

    std::shared_ptr<Outline> m_outline;
};

} // namespace lunkuo
