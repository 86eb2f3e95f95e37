#pragma once

#include "model/tools/Tool.h"

namespace lunkuo
{

// Several selected objects move with the one that is in hand: as a draft while they do, and then as one edit.

/// What else is selected and moves with that one; what is locked or not shown stays.
std::vector<Shape> movingWith(ShapeId inHand, const ToolEvent& event, const ToolContext& context);

/// The shapes moved by hand, all the same way; none where it leads nowhere.
std::vector<Shape> movedBy(const std::vector<Shape>& shapes, const Eigen::Vector3d& way_m);

/// What the draft makes of shapes of the document, as one edit. `text` says so of the one in hand; where others moved
/// with it, the edit says how many did.
void writeDraft(const Draft& draft, const QString& text, const ToolContext& context);

} // namespace lunkuo
