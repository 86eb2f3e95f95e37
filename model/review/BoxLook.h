#pragma once

#include "model/document/FrameCache.h"

#include <array>
#include <span>

namespace lunkuo
{

/// What the points say about one face of a box.
struct FaceLook
{
    std::size_t outside = 0; ///< points beyond it that hang together with those inside
    double beyond_m = 0.0;   ///< how far these reach: four fifths of them lie nearer
    double gap_m = 0.0;      ///< from the face in to the points
    bool isSeen = false;     ///< the sensor is on its outer side
};

/// What a frame's points say for and against an annotated box. Points of the ground do not count.
struct BoxLook
{
    /// Front, rear, left, right, top.
    static constexpr std::array<Face, 5> faceOrder{Face::Front, Face::Rear, Face::Left, Face::Right, Face::Top};

    std::size_t inside = 0;
    std::array<FaceLook, 5> faces{};
    double range_m = 0.0;     ///< from the sensor, over ground
    double hiddenShare = 0.0; ///< of the directions to it: something nearer stops a ray that would have met it
    std::size_t stopped = 0;  ///< rays at the height of its body that end in its outer part
    std::size_t pierced = 0;  ///< rays that go on deep inside it, or through it
    std::size_t through =
        0; ///< rays through its core, at any height, that nothing stops before it and that end behind it
    double ground_m = 0.0;        ///< of the ground below it, sensor frame
    std::size_t groundPoints = 0; ///< that show the ground on the sides that the sensor sees
    int groundSides = 0;          ///< of its four sides: beyond so many of them the ground is seen

    [[nodiscard]] std::size_t outside() const;
    [[nodiscard]] double piercedShare() const;
};

/// `others`: the other boxes of the frame; their points are nobody else's.
BoxLook lookAt(const LoadedFrame& frame, const Cuboid& cuboid, std::span<const Cuboid> others);

} // namespace lunkuo
