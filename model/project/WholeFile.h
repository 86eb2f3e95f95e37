#pragma once

#include "model/base/Result.h"

#include <QString>

#include <functional>

namespace lunkuo
{

/// “…” could not be written, so nothing was changed: why.
Result<void> cannotWrite(const QString& path, const QString& why);

/// Lets `fill` write a database beside its place and moves it there when it is whole: after a power cut it is there as
/// a whole or not at all. Never over something that exists: that is an error.
Result<void> writeWhole(const QString& path, const std::function<Result<void>(const QString& partial)>& fill);

} // namespace lunkuo
