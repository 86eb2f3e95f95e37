#pragma once

#include "model/base/Result.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <vector>

namespace lunkuo
{

double elapsed_ms(const QElapsedTimer& timer);

/// The value that this share of the values does not exceed; `values` not empty.
double quantile(std::vector<double> values, double share);

/// Prints a benchmark's JSON object or why there is none; the exit status.
int printResult(const Result<QJsonObject>& result);

} // namespace lunkuo
