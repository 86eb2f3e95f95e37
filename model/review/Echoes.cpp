#include "model/review/Echoes.h"

#include <algorithm>
#include <map>
#include <set>

namespace lunkuo
{

namespace
{

/// Whether the place is in the gap of a track.
bool isIn(const Finding& gap, const Eigen::Vector3d& place)
{
    constexpr double near_m = 2.0;
    return gap.fix ? gap.fix->cuboid->contains(place, 0.5) : (*gap.place - place).norm() < near_m;
}

} // namespace

void dropEchoes(std::vector<Finding>& findings, const Scene& scene)
{
    using Place = std::pair<TrackId, FrameId>;
    std::set<std::pair<TrackId, TrackId>> twice;
    std::set<std::pair<TrackId, int>> switched;
    std::set<Place> turned;
    std::set<Place> backwards;
    std::set<Place> outside;
    std::set<Place> offGround;
    std::map<FrameId, std::vector<Finding>> gaps;
    for (const Finding& f : findings) {
        if (f.check == CheckId::DuplicateTrack)
            twice.insert(std::minmax(*f.track, *f.other));
        if (f.check == CheckId::Identity && f.fix && f.fix->kind == FixKind::SwapTails)
            for (const TrackId track : {*f.track, *f.other})
                for (const int step : {-1, 0}) // between the two frames it jumps, and either may be told
                    switched.emplace(track, scene.frames.at(*f.frame).index + step);
        if (f.check == CheckId::Jump)
            turned.emplace(*f.track, *f.frame);
        if (f.check == CheckId::Heading && f.severity == Severity::Error && !f.isOfTrack)
            backwards.emplace(*f.track, *f.frame);
        if (f.check == CheckId::OutOfRange)
            outside.emplace(*f.track, *f.frame);
        if (f.check == CheckId::OffGround)
            offGround.emplace(*f.track, *f.frame);
        if (f.check == CheckId::TrackGap)
            gaps[*f.frame].push_back(f);
    }
    // It is no less wrong for being said by the milder one.
    for (Finding& f : findings)
        if (f.check == CheckId::Jump && f.aspect == turnAspect && backwards.contains({*f.track, *f.frame}))
            f.severity = Severity::Error;
    std::erase_if(findings, [&](const Finding& f) {
        switch (f.check) {
        case CheckId::Overlap:
            return twice.contains(std::minmax(*f.track, *f.other));
        case CheckId::Jump:
            return switched.contains({*f.track, scene.frames.at(*f.frame).index});
        case CheckId::Heading:
            return !f.isOfTrack && turned.contains({*f.track, *f.frame});
        case CheckId::EmptyBox:
            return outside.contains({*f.track, *f.frame});
        case CheckId::LooseBox:
        case CheckId::CutPoints:
            return offGround.contains({*f.track, *f.frame});
        case CheckId::Unlabelled: {
            const auto there = gaps.find(*f.frame);
            return there != gaps.end() && std::any_of(there->second.begin(), there->second.end(),
                                              [&](const Finding& gap) { return isIn(gap, *f.place); });
        }
        default:
            return false;
        }
    });
}

std::vector<Finding> asTold(std::vector<Finding> findings, const Scene& scene)
{
    dropEchoes(findings, scene);
    sortFindings(findings, scene);
    return findings;
}

} // namespace lunkuo
