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

} // namespace

Result<void> usePoses(Document& document, SequenceId sequence, const EstimatedPoses& poses)
{
    const Scene& scene = document.scene();
    const std::vector<FrameId> frames = scene.framesOf(sequence);
    if (frames.empty() || frames.size() != poses.world_sensor.size())
        return failure(Text::tr("There are %1 poses for %2 frames.").arg(poses.world_sensor.size()).arg(frames.size()));
    std::vector<Change> changes;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Frame& before = scene.frames.at(frames[i]);
        Frame after = before;
        after.world_ego = Transform<WorldFrame, EgoFrame>{poses.world_sensor[i]};
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
