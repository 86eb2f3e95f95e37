#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace lunkuo
{

/// Handed down into long work: the work reports through it and asks it whether to stop. Copies share one cancel flag.
class Progress
{
public:
    using Report = std::function<void(int done, int total)>;

    Progress() = default;
    explicit Progress(Report report)
        : m_report(std::move(report))
    {
    }

    /// Tells how far the work is; false when it should stop now. Callable from any thread.
    bool report(int done, int total) const
    {
        if (m_report)
            m_report(done, total);
        return !isCancelled();
    }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }
    void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }

private:
    Report m_report;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

} // namespace lunkuo
