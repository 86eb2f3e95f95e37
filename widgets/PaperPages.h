#pragma once

#include "model/base/Progress.h"

class QTextDocument;

namespace lunkuo
{

/// Begins a page where otherwise a heading would stand at the foot of one and what it is the heading of on the next:
/// the two first rows of a table, or all up to the next heading, as a card with its picture. What is higher than a page
/// stays as it is. For a document that has its page size. Cancelled, it leaves the rest as it is.
void keepHeadings(QTextDocument& document, const Progress& progress = {});

} // namespace lunkuo
