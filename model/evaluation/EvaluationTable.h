#pragma once

#include "model/evaluation/EvaluationReport.h"

namespace lunkuo
{

/// An evaluation as lines of aligned columns for people: per series the boxes, then sizes, outline, points, confidence
/// and time.
QString tableOf(const Evaluation& evaluation);

} // namespace lunkuo
