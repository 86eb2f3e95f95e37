#pragma once

#include "model/geometry/Cuboid.h"
#include "model/scene/Shape.h"
#include "render/LineBatch.h"
#include "render/MeshBatch.h"

namespace lunkuo
{

/// How much a shape stands out.
struct Emphasis
{
    double line = 1.0;    ///< alpha of what was seen
    double surface = 0.3; ///< alpha of a surface that was seen
    bool edges = true;    ///< sections of the body are drawn besides its footprint
};

/// The cuboid's edges, and on its bottom an arrow that shows where its front is.
void strokeCuboid(LineBatch& lines, const Cuboid& cuboid, const Ink& ink);

/// The same for a shape that nobody has made there: an interpolated one in dots; one that was propagated dashed round
/// its bottom, and its arrow has two heads. A key frame's is that of `strokeCuboid`.
void strokeCuboid(LineBatch& lines, const Cuboid& cuboid, Derivation derivation, const Ink& ink);

/// Short strokes along the edges at each corner of the cuboid, as round something that is held.
void strokeBrackets(LineBatch& lines, const Cuboid& cuboid, const Ink& ink);

/// An outline that nobody has confirmed: footprint and middle section in long dashes, without any full line.
void strokeGhost(LineBatch& lines, const Cuboid& cuboid, const Outline& outline, const Ink& ink);

/// Footprint and sections of the body: seen parts as full lines, inferred parts as dashes, fainter where only the prior
/// knows them.
void strokeOutline(
    LineBatch& lines, const Cuboid& cuboid, const Outline& outline, const ByteColor& color, const Emphasis& emphasis);

/// The body's surface, denser where it was seen.
void fillOutline(
    MeshBatch& mesh, const Cuboid& cuboid, const Outline& outline, const ByteColor& color, const Emphasis& emphasis);

} // namespace lunkuo
