#pragma once

#include "model/base/Ids.h"

#include <cstdint>
#include <memory>
#include <set>
#include <vector>

namespace lunkuo
{

/// What a view does not show of its frame, so that nobody who points at the view can mean it.
struct Hidden
{
    std::vector<std::uint8_t> points; ///< not 0 where the point is hidden; empty: none is
    std::size_t pointCount = 0;
    std::set<ShapeId> shapes;

    [[nodiscard]] bool isEmpty() const { return pointCount == 0 && shapes.empty(); }
};
/// Null hides nothing.
using HiddenPtr = std::shared_ptr<const Hidden>;

} // namespace lunkuo
