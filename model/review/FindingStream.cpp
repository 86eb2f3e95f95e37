#include "model/review/FindingStream.h"

#include "model/review/Echoes.h"

namespace lunkuo
{

FindingStream::FindingStream(const Scene& scene, Findings known, Tell tell, int every_ms)
    : m_scene(scene)
    , m_found(std::move(known))
    , m_tell(std::move(tell))
    , m_every_ms(every_ms)
{
    m_sinceTold.start();
    if (m_tell)
        m_tell(asTold(m_found, m_scene));
}

void FindingStream::add(const Findings& findings)
{
    if (!m_tell)
        return;
    Findings sofar;
    {
        const std::lock_guard lock(m_mutex);
        m_found.insert(m_found.end(), findings.begin(), findings.end());
        if (m_sinceTold.elapsed() < m_every_ms)
            return;
        sofar = m_found;
        m_sinceTold.restart();
    }
    m_tell(asTold(std::move(sofar), m_scene));
}

} // namespace lunkuo
