#pragma once

#include "model/base/Ids.h"
#include "model/geometry/Frames.h"

#include <QString>
#include <optional>
#include <vector>

namespace lunkuo
{

struct Sequence
{
    SequenceId id;
    QString name;
    QString folder; ///< where the data was opened from, relative to the project file where possible

    friend bool operator==(const Sequence&, const Sequence&) = default;
};

struct FrameImage
{
    QString camera; ///< name of a Camera of the frame's calibration
    QString path;   ///< relative to the project file where possible

    friend bool operator==(const FrameImage&, const FrameImage&) = default;
};

enum class FrameState { Untouched, InWork, Done };

/// One moment of a sequence: a cloud, its images, time and ego pose.
struct Frame
{
    FrameId id;
    SequenceId sequence;
    int index = 0; ///< place in the sequence, from 0
    QString name;  ///< 000012
    QString cloudPath;
    std::vector<FrameImage> images;
    std::optional<qint64> timestamp_ns;
    std::optional<Transform<WorldFrame, EgoFrame>> world_ego;
    CalibrationId calibration;
    FrameState state = FrameState::Untouched;
    bool isPoseEstimated = false; ///< `world_ego` was worked out of the clouds, nobody has measured it

    friend bool operator==(const Frame&, const Frame&) = default;
};

} // namespace lunkuo
