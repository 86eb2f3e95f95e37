#pragma once

#include "model/scene/Scene.h"

#include <set>

namespace lunkuo
{

/// The numbers that the tracks of one sequence have, and free ones for new tracks. Whatever it is asked for, it gives
/// numbers from 1 to `largestTrackNumber` only: a project with others could not be opened again.
class TrackNumbers
{
public:
    static TrackNumbers of(const Scene& scene, SequenceId sequence);

    void insert(int number) { m_taken.insert(number); }
    /// `wanted` where it is such a number and free; else the one after the highest; past the largest the lowest free.
    int take(int wanted = 0);

private:
    std::set<int> m_taken;
    int m_lowest = 1; ///< all below are taken
};

} // namespace lunkuo
