#include "model/scene/TrackNumbers.h"

#include <algorithm>

namespace lunkuo
{

TrackNumbers TrackNumbers::of(const Scene& scene, SequenceId sequence)
{
    TrackNumbers result;
    for (const auto& [id, track] : scene.tracks)
        if (track.sequence == sequence)
            result.insert(track.number);
    return result;
}

int TrackNumbers::take(int wanted)
{
    int number = wanted;
    if (number <= 0 || number > largestTrackNumber || m_taken.contains(number)) {
        const int highest = m_taken.empty() ? 0 : std::max(0, *m_taken.rbegin());
        number = highest + 1;
        if (highest >= largestTrackNumber) {
            while (m_taken.contains(m_lowest))
                ++m_lowest;
            number = m_lowest;
        }
    }
    m_taken.insert(number);
    return number;
}

} // namespace lunkuo
