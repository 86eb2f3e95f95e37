#pragma once

#include "model/evaluation/Evaluation.h"

namespace lunkuo
{

/// Draws the clicks with the least BEV overlap, worst first, each from above and from the side: the points, those
/// chosen, the labelled box, the box found with its outline, the clicks and where the sensor is. Vehicles only, where
/// there are any; of the first prior, after the corrective action where there was one. Needs a QGuiApplication for the
/// text. Error: what could not be written.
Result<void> drawWorst(const Evaluation& evaluation, std::size_t count, const QString& folder);

} // namespace lunkuo
