#pragma once

#include "model/evaluation/EvaluationReport.h"

#include <QJsonObject>

namespace lunkuo
{

/// Everything that an evaluation found: per series its groups of figures, the frames with their times, and each click
/// with the answers of all series. What is not known is null.
QJsonObject toJson(const Evaluation& evaluation);

} // namespace lunkuo
