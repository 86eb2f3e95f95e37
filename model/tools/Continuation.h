#pragma once

#include "model/tools/ShapeActions.h"
#include "model/tools/Tool.h"

namespace lunkuo
{

/// The followed object in a frame where it has no shape yet: what is made there near where it must be goes on with it,
/// rather than being another object.
class Continuation
{
public:
    /// None when no object is followed, when it has a shape in the current frame, or when another class is chosen.
    static std::optional<Continuation> of(const ToolContext& context);
    /// Whose continuation it would be: the same without looking where the object must be.
    static const Track* followedTrack(const ToolContext& context);

    [[nodiscard]] QString name(const Scene& scene) const { return nameOf(scene, m_track); }
    /// Where it must be in the current frame by its motion in the world; sensor frame of that frame.
    [[nodiscard]] const Cuboid& expected() const { return m_expected; }
    /// Whether a box there is it.
    [[nodiscard]] bool takes(const Cuboid& cuboid) const;

    /// In a track with one size for all frames that is the one to expect.
    [[nodiscard]] CompletionOptions options(CompletionOptions usual) const;
    /// The shape with the track's one size, if it has one: what faces the sensor (sensor frame) stays.
    [[nodiscard]] Shape sized(const Shape& shape, const Eigen::Vector3d& sensor) const;
    /// Front and rear as in the frames before.
    [[nodiscard]] bool isReversed(const Cuboid& cuboid) const;

    /// Adds the shape to the track, with the frame's answers that the object had before. A size that a person gave it
    /// becomes that of a track with one size. Where the track has gone or has a shape in the frame by now, the shape
    /// is a new object of the same class.
    [[nodiscard]] Result<ShapeId> add(Document& document, const QString& text, Shape shape) const;
    /// What is to be added, in one edit with others: the shape and the track that it makes longer.
    [[nodiscard]] NewShape joined(const Scene& scene, Shape shape) const;

private:
    Track m_track;
    Cuboid m_expected;
    AttributeValues m_answers; ///< of the shape nearest before, otherwise behind
};

} // namespace lunkuo
