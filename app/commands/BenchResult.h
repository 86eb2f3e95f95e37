#pragma once

#include "model/base/Result.h"

#include <QElapsedTimer>
#include <QJsonObject>

namespace lunkuo
{

double elapsed_ms(const QElapsedTimer& timer);

/// Prints a benchmark's JSON object or why there is none; the exit status.
int printResult(const Result<QJsonObject>& result);

} // namespace lunkuo
