#pragma once

#include "model/review/Agreement.h"

#include <QJsonObject>

namespace lunkuo
{

/// Everything that a comparison found, for programs; what is not known or not defined is null. Sentences are in the
/// language of the moment.
QJsonObject toJson(const Agreement& agreement, const Taxonomy& taxonomy);

} // namespace lunkuo
