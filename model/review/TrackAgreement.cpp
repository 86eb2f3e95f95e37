#include "model/review/TrackAgreement.h"

#include "model/review/Assignment.h"

#include <limits>

namespace lunkuo
{

TrackId TrackAgreement::follow(TrackId trackA, TrackId trackB)
{
    const auto [last, isNew] = m_last.try_emplace(trackB, trackA);
    if (isNew || last->second == trackA)
        return {};
    ++m_switches;
    return std::exchange(last->second, trackA);
}

void TrackAgreement::addOverlap(TrackId trackA, TrackId trackB)
{
    ++m_overlaps[{trackA, trackB}];
}

void TrackAgreement::addBoxOfA(TrackId track)
{
    m_tracksA.insert(track);
    ++m_boxes;
}

void TrackAgreement::addBoxOfB(TrackId track)
{
    m_tracksB.insert(track);
    ++m_boxes;
}

TrackFigures TrackAgreement::figures() const
{
    std::vector<WeightedPair> pairs;
    pairs.reserve(m_overlaps.size());
    for (const auto& [tracks, frames] : m_overlaps)
        pairs.push_back({static_cast<std::size_t>(tracks.first.value), static_cast<std::size_t>(tracks.second.value),
            static_cast<double>(frames)});
    double agreed = 0.0;
    for (const std::size_t i : bestAssignment(pairs))
        agreed += pairs[i].weight;
    return {static_cast<int>(m_tracksA.size()), static_cast<int>(m_tracksB.size()), m_switches,
        m_boxes == 0 ? std::numeric_limits<double>::quiet_NaN() : 2.0 * agreed / m_boxes};
}

} // namespace lunkuo
