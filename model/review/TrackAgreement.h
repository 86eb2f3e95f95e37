#pragma once

#include "model/base/Ids.h"

#include <map>
#include <set>
#include <vector>

namespace lunkuo
{

/// How well the objects of A are the objects of B through time.
struct TrackFigures
{
    int tracksA = 0;
    int tracksB = 0;
    int switches = 0;  ///< times that an object of B goes on as another object of A
    double idf1 = 0.0; ///< NaN without boxes
};

/// Follows the objects of two annotations through their common frames.
class TrackAgreement
{
public:
    /// Of one frame: the pairs that belong together, in the order of frames within a sequence. Answers the object of A
    /// that `trackB` was before when it has become another one now, else an invalid id.
    TrackId follow(TrackId trackA, TrackId trackB);
    /// Of one frame: the boxes of the two overlap enough, whether or not they were given to each other.
    void addOverlap(TrackId trackA, TrackId trackB);
    void addBoxOfA(TrackId track);
    void addBoxOfB(TrackId track);

    /// Identity switches as in CLEAR MOT (Bernardin and Stiefelhagen 2008); IDF1 after Ristani et al. 2016: each object
    /// of A is given to at most one of B so that most boxes agree, then twice these boxes over all boxes.
    [[nodiscard]] TrackFigures figures() const;

private:
    std::map<TrackId, TrackId> m_last; ///< of each object of B, the object of A that it was last
    std::map<std::pair<TrackId, TrackId>, int> m_overlaps;
    std::set<TrackId> m_tracksA;
    std::set<TrackId> m_tracksB;
    int m_boxes = 0;
    int m_switches = 0;
};

} // namespace lunkuo
