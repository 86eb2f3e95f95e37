#pragma once

#include "model/base/Progress.h"

namespace lunkuo
{

/// While it lives, what this thread does is done for a piece of work that may be cancelled: reading of long files asks,
/// whoever has begun it, and fails when the result is for nobody any more. Scopes nest; the inner one counts.
class CancelScope
{
public:
    explicit CancelScope(const Progress& progress)
        : m_progress(progress)
        , m_outer(s_innermost)
    {
        s_innermost = &m_progress;
    }
    ~CancelScope() { s_innermost = m_outer; }
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;

    /// Of the work that this thread does now; one that nobody cancels outside of any scope. To be handed to threads
    /// that help.
    [[nodiscard]] static Progress current() { return s_innermost ? *s_innermost : Progress(); }
    [[nodiscard]] static bool isCancelled() { return s_innermost && s_innermost->isCancelled(); }

private:
    Progress m_progress;
    const Progress* m_outer;
    static inline thread_local const Progress* s_innermost = nullptr;
};

} // namespace lunkuo
