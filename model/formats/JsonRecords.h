#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QJsonObject>
#include <QString>
#include <functional>

namespace lunkuo
{

/// Calls `take` with each object of the list that a JSON file is, one after the other: tables of nuScenes have
/// gigabytes, of which only one record is in memory at a time. Error: one sentence with file and line, also when
/// `progress` was cancelled.
Result<void> eachJsonRecord(
    const QString& path, const std::function<void(const QJsonObject&)>& take, const Progress& progress = {});

} // namespace lunkuo
