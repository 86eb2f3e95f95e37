#include "render/raster/WorkCrew.h"

#include <algorithm>

namespace lunkuo
{

WorkCrew::WorkCrew(unsigned threads)
{
    const unsigned wanted = threads > 0 ? threads : std::clamp(std::thread::hardware_concurrency(), 1U, 32U);
    for (unsigned i = 1; i < wanted; ++i)
        m_threads.emplace_back([this] { stand(); });
}

WorkCrew::~WorkCrew()
{
    {
        const std::lock_guard lock(m_mutex);
        m_leaving = true;
    }
    m_called.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

void WorkCrew::run(std::size_t parts, const std::function<void(std::size_t)>& work)
{
    if (parts <= 1 || m_threads.empty()) {
        for (std::size_t part = 0; part < parts; ++part)
            work(part);
        return;
    }
    std::unique_lock lock(m_mutex);
    m_work = &work;
    m_next = 0;
    m_parts = m_unfinished = parts;
    m_called.notify_all();
    takeParts(lock);
    m_done.wait(lock, [this] { return m_unfinished == 0; });
}

void WorkCrew::takeParts(std::unique_lock<std::mutex>& lock)
{
    while (m_next < m_parts) {
        const std::size_t part = m_next++;
        const auto& work = *m_work;
        lock.unlock();
        work(part);
        lock.lock();
        if (--m_unfinished == 0)
            m_done.notify_one();
    }
}

void WorkCrew::stand()
{
    std::unique_lock lock(m_mutex);
    while (!m_leaving) {
        takeParts(lock);
        m_called.wait(lock, [this] { return m_leaving || m_next < m_parts; });
    }
}

} // namespace lunkuo
