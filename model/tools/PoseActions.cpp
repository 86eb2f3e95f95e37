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

/// The estimated poses, hung onto those that were measured. Between two of these what both say is blended by the place
/// between them: where they do not agree, nothing jumps.
Eigen::Isometry3d hungOn(const std::vector<const Frame*>& frames, const EstimatedPoses& poses, std::size_t place)
{
    const auto from = [&](std::size_t measured) {
        return Eigen::Isometry3d(
            frames[measured]->world_ego->m * poses.world_sensor[measured].inverse() * poses.world_sensor[place]);
    };
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
    for (std::size_t i = 0; i < frames.size(); ++i)
        if (isMeasured(*frames[i])) {
            if (i < place)
                before = i;
            else if (!after)
                after = i;
        }
    if (!before || !after)
        return before ? from(*before) : after ? from(*after) : poses.world_sensor[place];
    const Eigen::Isometry3d one = from(*before);
    const Eigen::Isometry3d other = from(*after);
    const double share = static_cast<double>(place - *before) / static_cast<double>(*after - *before);
    Eigen::Isometry3d blended = Eigen::Isometry3d::Identity();
    blended.linear() =
        Eigen::Quaterniond(one.linear()).slerp(share, Eigen::Quaterniond(other.linear())).toRotationMatrix();
    blended.translation() = (1.0 - share) * one.translation() + share * other.translation();
    return blended;
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
        Frame after = before;
        after.world_ego = Transform<WorldFrame, EgoFrame>{keeps ? hungOn(known, poses, i) : poses.world_sensor[i]};
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
