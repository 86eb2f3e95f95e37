#pragma once

#include "model/review/Checks.h"

#include <QElapsedTimer>

#include <functional>
#include <mutex>

namespace lunkuo
{

/// Gathers what several threads have found so far, and tells it now and then.
class FindingStream
{
public:
    using Tell = std::function<void(Findings)>;

    /// Tells at once what is known already, and then not more often than each so many milliseconds, on the thread that
    /// found something. Without `tell` it does nothing.
    FindingStream(const Scene& scene, Findings known, Tell tell, int every_ms);

    /// Any thread.
    void add(const Findings& findings);

private:
    const Scene& m_scene;
    std::mutex m_mutex;
    Findings m_found;
    Tell m_tell;
    int m_every_ms;
    QElapsedTimer m_sinceTold;
};

} // namespace lunkuo
