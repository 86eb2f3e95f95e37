#pragma once

#include "model/document/Document.h"
#include "model/document/FrameCache.h"

namespace lunkuo
{

/// A new track with this shape, as one edit; answers the shape in its frame. Where a merged cloud is shown there, the
/// object is taken to stand still: it gets a shape at the same place of the world in every frame of that cloud (see
/// `throughout`), carried over from the one that a person has made.
Result<ShapeId> addObject(
    Document& document, const FrameCache& frames, const QString& text, const Shape& shape, const QString& classId);

/// The shape in the other frames that a merged cloud is put together from, without ids: the same box of the world.
/// Frames that are done are left out, and those in which it has no point and lies beyond the reach of the cloud.
std::vector<Shape> throughout(const Scene& scene, const LoadedFrame& merged, const Shape& shape);

} // namespace lunkuo
