#include "model/tools/PoseActions.h"

#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PoseActions)
};

bool isMeasured(const Frame& frame)
{
    return frame.world_ego && !frame.isPoseEstimated;
}

/// The place of the frame nearest to `place` whose pose was measured; of two the earlier one.
std::optional<std::size_t> nearestMeasured(const std::vector<const Frame*>& frames, std::size_t place)
{
    for (std::size_t away = 0; away < frames.size(); ++away)
        for (const std::size_t other : {place - away, place + away})
            if (other < frames.size() && isMeasured(*frames[other])) // before the first one the number wraps round
                return other;
    return std::nullopt;
}

} // namespace

Result<void> usePoses(Document& document, SequenceId sequence, const EstimatedPoses& poses, MeasuredPoses measured)
{
    const Scene& scene = document.scene();
    const std::vector<FrameId> frames = scene.framesOf(sequence);
    if (frames.empty() || frames.size() != poses.world_sensor.size())
        return failure(Text::tr("There are %1 poses for %2 frames.").arg(poses.world_sensor.size()).arg(frames.size()));
    const bool keeps = measured == MeasuredPoses::Keep;
    if (keeps && countPoses(scene, sequence).measured() == frames.size())
        return failure(Text::tr("All frames have measured poses, and these stay."));
    std::vector<const Frame*> known;
    for (const FrameId id : frames)
        known.push_back(&scene.frames.at(id));
    std::vector<Change> changes;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Frame& before = *known[i];
        if (keeps && isMeasured(before))
            continue;
        Eigen::Isometry3d pose = poses.world_sensor[i];
        if (const auto anchor = keeps ? nearestMeasured(known, i) : std::nullopt)
            pose = known[*anchor]->world_ego->m * poses.world_sensor[*anchor].inverse() * pose;
        Frame after = before;
        after.world_ego = Transform<WorldFrame, EgoFrame>{pose};
        after.isPoseEstimated = true;
        if (!(after == before))
            changes.push_back(ValueChange<Frame>{before, after});
    }
    return changes.empty() ? Result<void>()
                           : document.edit(Text::tr("Estimate poses"), std::move(changes), EditBy::Algorithm);
}

Result<void> forgetEstimatedPoses(Document& document, SequenceId sequence)
{
    const Scene& scene = document.scene();
    std::vector<Change> changes;
    for (const FrameId id : scene.framesOf(sequence)) {
        const Frame& before = scene.frames.at(id);
        if (!before.isPoseEstimated)
            continue;
        Frame after = before;
        after.world_ego.reset();
        after.isPoseEstimated = false;
        changes.push_back(ValueChange<Frame>{before, after});
    }
    return changes.empty() ? Result<void>()
                           : document.edit(Text::tr("Forget estimated poses"), std::move(changes), EditBy::Algorithm);
}

PoseCount countPoses(const Scene& scene, SequenceId sequence)
{
    PoseCount count;
    for (const FrameId id : scene.framesOf(sequence)) {
        const Frame& frame = scene.frames.at(id);
        ++count.frames;
        count.posed += frame.world_ego ? 1 : 0;
        count.estimated += frame.world_ego && frame.isPoseEstimated ? 1 : 0;
    }
    return count;
}

} // namespace lunkuo
