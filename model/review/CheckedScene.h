#pragma once

#include "model/document/Edit.h"
#include "model/review/CheckedFrameSource.h"
#include "model/review/Checks.h"

#include <QStringList>

#include <functional>
#include <set>

namespace lunkuo
{

/// A copy of a scene with the findings about it. After an edit only what it touched is checked again; what is expected
/// of sizes stays as it was learnt at first. Takes its time; any thread, one at a time.
class CheckedScene
{
public:
    explicit CheckedScene(Scene scene);

    /// On how many threads frames are looked at side by side; at first as many as there are processors.
    void setThreads(int threads) { m_threads = threads; }
    /// Told again and again what has been found so far, on one of the threads: what needs whole tracks first, then
    /// frame by frame; not more often than each so many milliseconds. For a scene of which not all has been looked at
    /// yet.
    void setTell(std::function<void(Findings)> tell, int every_ms);
    /// Checks all of it. False when it was cancelled: what could not be looked at yet comes with `update`.
    bool run(const CheckedFrameSource& source, const Progress& progress = {});
    /// Takes over the edits and checks again what they touched. False when it was cancelled: what could not be looked
    /// at yet comes with the next call.
    bool update(const std::vector<Edit>& edits, const CheckedFrameSource& source, const Progress& progress = {});

    [[nodiscard]] const Scene& scene() const { return m_scene; }
    /// In the order of `sortFindings`. What one thing that is wrong makes several checks say is said once.
    [[nodiscard]] Findings findings() const;
    /// Sentences about clouds that could not be read.
    [[nodiscard]] QStringList remarks() const;

private:
    /// What comes of one frame.
    struct FrameOutcome
    {
        FrameId frame;
        Findings findings;
        std::vector<Unclaimed> unclaimed{}; ///< so that only where boxes have changed is searched again
        bool isSearched = false;
        bool isDone = false;
        QString remark{};
    };
    /// What an edit may have changed the findings of.
    struct Touched
    {
        bool isAll = false;
        std::set<TrackId> tracks;
        std::map<FrameId, std::vector<Cuboid>> frames; ///< with where boxes came, went or were changed
        std::set<FrameId> answers;                     ///< frames of which only answers have changed
        std::set<ShapeId> shapes;
    };

    void touch(const ValueChange<FramePrelabels>&) {}
    void touch(const ValueChange<Track>& change);
    void touch(const ValueChange<Shape>& change);
    void touch(const ValueChange<Frame>& change);
    void touch(const ValueChange<Calibration>& change);
    /// What people say of shapes changes nothing about these.
    void touch(const ValueChange<Verdict>&) {}
    void touch(const ValueChange<Waiver>&) {}
    void touch(const ValueChange<CheckSetting>& change);
    void touchNeighbours(FrameId frame);
    void touchEverything();
    void touchCourses();
    [[nodiscard]] FrameOutcome checkOrRemark(
        FrameId id, const CheckedFrameSource& source, const Progress& progress) const;
    void findGaps(TrackId track);

    [[nodiscard]] FrameOutcome check(FrameId id, const CheckedFrameSource& source, const Progress& progress) const;
    void findUnclaimed(FrameOutcome& outcome, CheckedFrame& view, const Progress& progress) const;

    bool checkFrames(const CheckedFrameSource& source, const Progress& progress);
    bool checkTracks(const Progress& progress);
    bool checkPairs(const std::map<TrackId, CheckedTrack>& views, Findings& findings, const Progress& progress) const;
    [[nodiscard]] std::set<TrackId> besides(const std::set<TrackId>& tracks) const;

    Scene m_scene;
    CheckFacts m_facts;
    std::map<FrameId, FrameOutcome> m_frames;
    std::map<FrameId, std::map<TrackId, Gap>> m_gaps;
    std::map<TrackId, std::vector<FrameId>> m_gapsOfTrack;
    Findings m_ofTracks;
    Touched m_touched;
    int m_threads;
    std::function<void(Findings)> m_tell;
    int m_tellEvery_ms = 0;
};

} // namespace lunkuo
