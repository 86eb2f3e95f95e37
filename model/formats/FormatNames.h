#pragma once

#include "model/formats/DatasetFormat.h"

namespace lunkuo
{

/// What people read of a format in the language of the interface: names of their own stay, words that describe are
/// translated.
QString shownName(const DatasetFormat& format);

} // namespace lunkuo
