#pragma once

#include "model/review/Finding.h"

#include <QJsonArray>

namespace lunkuo
{

/// Findings for programs: check, severity, sequence, frame, track (the number), message, place, fix, key.
QJsonArray toJson(const std::vector<Finding>& findings, const Scene& scene);

} // namespace lunkuo
