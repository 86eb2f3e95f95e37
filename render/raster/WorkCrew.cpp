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
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_parts = parts;
        m_next = 0;
    }
    m_called.notify_all();
    takeParts();
    // No part is left, so that nobody joins any more.
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] { return m_atWork == 0; });
}

void WorkCrew::takeParts()
{
    for (std::size_t part = m_next++; part < m_parts; part = m_next++)
        (*m_work)(part);
}

void WorkCrew::stand()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_called.wait(lock, [this] { return m_leaving || m_next < m_parts; });
        if (m_leaving)
            return;
        ++m_atWork;
        lock.unlock();
        takeParts();
        lock.lock();
        if (--m_atWork == 0)
            m_done.notify_one();
    }
}

} // namespace lunkuo
