#pragma once

#include "model/base/Ids.h"
#include "model/geometry/FaceSet.h"
#include "model/scene/SharedOutline.h"
#include "model/scene/Spans.h"
#include "model/scene/Taxonomy.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// Files may claim any number; from this one on there is still room to count.
inline constexpr int largestTrackNumber = 999'999'999;

/// One real object through all frames of a sequence.
struct Track
{
    TrackId id;
    SequenceId sequence;
    int number = 0; ///< what people see: "Car 3"; unique in the sequence
    QString classId;
    AttributeValues attributes; ///< those with scope Track
    /// One size (length, width, height in metres) for all of its frames; none: each frame has its own.
    std::optional<Eigen::Vector3d> size{};
    Spans absent{}; ///< where a person has said that it is not there: nothing is carried there

    friend bool operator==(const Track&, const Track&) = default;
};

enum class ShapeOrigin { Manual, Completed, Imported };

/// Who has put a shape where it is: a person, or what follows from the frames where a person did.
enum class Derivation {
    KeyFrame,    ///< a person made, changed or confirmed it: no algorithm moves it
    Propagated,  ///< carried over from another frame and fitted to the points
    Interpolated ///< between two frames where it is known
};

/// A click on a point of the cloud, sensor frame.
struct SeedClick
{
    Eigen::Vector3d position = Eigen::Vector3d::Zero();
    bool belongs = true; ///< false: "not this object"

    friend bool operator==(const SeedClick&, const SeedClick&) = default;
};

/// What a track looks like in one frame; at most one shape per track and frame.
struct Shape
{
    ShapeId id;
    TrackId track;
    FrameId frame;
    Cuboid cuboid;              ///< sensor frame
    SharedOutline outline;      ///< in the cuboid's own frame; empty when only the cuboid is known
    AttributeValues attributes; ///< those with scope Frame
    ShapeOrigin origin = ShapeOrigin::Manual;
    double confidence = 1.0; ///< of the completion, 0..1; 1 for what a person made
    std::vector<SeedClick> seeds;
    FaceSet held;        ///< what a person has fixed: no fit moves it
    bool locked = false; ///< finished: nothing changes it until a person unlocks it
    Derivation derivation = Derivation::KeyFrame;

    [[nodiscard]] bool isKeyFrame() const { return derivation == Derivation::KeyFrame; }
    /// Whether a person has put the box where it is, so that no confidence of a fit stands for it.
    [[nodiscard]] bool isByHand() const { return isKeyFrame() && origin != ShapeOrigin::Imported && confidence >= 1.0; }

    friend bool operator==(const Shape&, const Shape&) = default;
};

/// The outline scaled with its cuboid from one size to another (metres), as when a face is dragged.
Outline resized(const Outline& outline, const Eigen::Vector3d& from, const Eigen::Vector3d& to);
/// The same outline in memory where it need not change.
SharedOutline resized(const SharedOutline& outline, const Eigen::Vector3d& from, const Eigen::Vector3d& to);

/// The outline after front and rear of its object were exchanged: the bonnet goes to the other end, but the side that
/// the sensor has seen stays where it is.
Outline reversed(const Outline& outline);

} // namespace lunkuo
