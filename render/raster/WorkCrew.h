#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lunkuo
{

/// Threads that stand ready for work too short to start a thread for. One caller at a time.
class WorkCrew
{
public:
    /// As many threads together with the caller's; 0 takes as many as there are cores.
    explicit WorkCrew(unsigned threads = 0);
    ~WorkCrew();

    [[nodiscard]] std::size_t size() const { return m_threads.size() + 1; }
    /// Calls `work(part)` for 0..parts-1 on all threads, the caller's among them, and returns when all are done.
    /// `work` must not throw.
    void run(std::size_t parts, const std::function<void(std::size_t)>& work);

private:
    void stand();
    void takeParts();

    std::mutex m_mutex;
    std::condition_variable m_called;
    std::condition_variable m_done;
    const std::function<void(std::size_t)>* m_work = nullptr;
    std::size_t m_parts = 0;
    std::atomic<std::size_t> m_next = 0;
    std::size_t m_atWork = 0; ///< threads besides the caller's; one that comes too late keeps nobody waiting
    bool m_leaving = false;
    std::vector<std::thread> m_threads;
};

} // namespace lunkuo
