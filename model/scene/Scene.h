#pragma once

#include "model/scene/Calibration.h"
#include "model/scene/Prelabel.h"
#include "model/scene/Sequence.h"
#include "model/scene/ShapeTable.h"
#include "model/scene/Taxonomy.h"
#include "model/scene/VerdictTable.h"

#include <map>
#include <vector>

namespace lunkuo
{

/// Everything that a project holds except the sensor data, as plain values. Frames are kept in the order of their
/// sequence.
struct Scene
{
    Taxonomy taxonomy;
    std::map<SequenceId, Sequence> sequences;
    std::map<CalibrationId, Calibration> calibrations;
    std::map<FrameId, Frame> frames;
    std::map<TrackId, Track> tracks;
    ShapeTable shapes;
    std::map<FrameId, FramePrelabels> prelabels; ///< only frames that have some
    VerdictTable verdicts;
    std::map<WaiverId, Waiver> waivers;

    /// The frames of a sequence by index.
    [[nodiscard]] std::vector<FrameId> framesOf(SequenceId sequence) const;
    /// All frames, sequence by sequence, by index.
    [[nodiscard]] std::vector<FrameId> frameOrder() const;
    /// The shapes of a frame, by id.
    [[nodiscard]] std::vector<ShapeId> shapesOf(FrameId frame) const;
    /// The shapes of a track, by frame order.
    [[nodiscard]] std::vector<ShapeId> shapesOf(TrackId track) const;
    [[nodiscard]] const Track* trackOf(const Shape& shape) const;
    /// The required attributes of the shape's class that have no value, in the taxonomy's order.
    [[nodiscard]] QStringList unanswered(const Shape& shape) const;
    [[nodiscard]] bool isAccepted(const Shape& shape) const;
    [[nodiscard]] bool isAccepted(const Frame& frame) const;
    /// Whether somebody is through with it (it is locked, accepted, or in a finished frame), so that nothing changes it
    /// but a person.
    [[nodiscard]] bool isFinished(const Shape& shape) const;
    /// Whether somebody is through with the frame (it is done or accepted), so that only a person changes what is in
    /// it.
    [[nodiscard]] bool isFinished(const Frame& frame) const;
    /// The number that the next new track of the sequence gets.
    [[nodiscard]] int nextTrackNumber(SequenceId sequence) const;
};

} // namespace lunkuo
