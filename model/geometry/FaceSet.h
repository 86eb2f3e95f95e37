#pragma once

#include "model/geometry/Cuboid.h"

#include <QFlags>

namespace lunkuo
{

/// What of a cuboid can be fixed: where its faces are, and which way it heads.
enum class Face { Front = 1, Rear = 2, Left = 4, Right = 8, Top = 16, Bottom = 32, Heading = 64 };
Q_DECLARE_FLAGS(FaceSet, Face)
Q_DECLARE_OPERATORS_FOR_FLAGS(FaceSet)

inline constexpr FaceSet upDown = FaceSet(Face::Top) | Face::Bottom;
inline constexpr FaceSet everyFace = upDown | Face::Front | Face::Rear | Face::Left | Face::Right;

/// What a file calls a set; what is no face in it is left out.
inline FaceSet faceSetFrom(int bits)
{
    return FaceSet::fromInt(bits) & (everyFace | Face::Heading);
}

/// The face that looks along the axis (0 length, 1 width, 2 height), or against it for a negative sign.
Face faceOf(int axis, int sign);
/// The same faces of a cuboid whose front and rear were exchanged: left is right now.
FaceSet turnedRound(FaceSet faces);
/// By which faces one cuboid became the other: those that went another way than their opposite one, and the heading if
/// it was turned. A cuboid that was only moved or raised has changed by none.
FaceSet changedFaces(const Cuboid& before, const Cuboid& after);

} // namespace lunkuo
