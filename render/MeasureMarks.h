#pragma once

#include "render/Layer.h"

namespace lunkuo
{

/// Lines and corners that are measured, with how long, how high and how wide they are.
void paintMeasures(QPainter& painter, const std::vector<Measure>& measures, const ViewState& state);

} // namespace lunkuo
