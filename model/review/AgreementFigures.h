#pragma once

#include "model/review/Agreement.h"
#include "model/review/FigureTable.h"

namespace lunkuo
{

/// What an agreement says, in the language of the moment: overlap, errors, classes with the confusion matrix,
/// attributes, tracks, and how many disagreements of each kind there are. Names are those of the taxonomy.
std::vector<FigureTable> tablesOf(const Agreement& agreement, const Taxonomy& taxonomy);
/// The worst disagreements, at most so many.
FigureTable worstTable(const Agreement& agreement, const Taxonomy& taxonomy, std::size_t most);
} // namespace lunkuo
