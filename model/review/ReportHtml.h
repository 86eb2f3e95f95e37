#pragma once

#include "model/review/FigureTable.h"
#include "model/review/Report.h"

namespace lunkuo
{

/// The figures of a report in the language of the moment, part by part.
std::vector<FigureTable> tablesOf(const Report& report);

/// The whole report as one page that needs no other file, in the language of the moment. `pictures` are PNG files of
/// the rejected objects by their place in the list; those without one are listed all the same. Only what Qt's rich text
/// can show too, so that the PDF is made of it.
QString htmlOf(const Report& report, const std::map<std::size_t, QByteArray>& pictures);

} // namespace lunkuo
