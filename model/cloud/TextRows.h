#pragma once

#include "model/cloud/Columns.h"
#include "model/cloud/FileBytes.h"
#include "model/cloud/PointCloud.h"

#include <optional>
#include <vector>

namespace lunkuo
{

/// How points are written as lines of text, one point a line. Blank lines and lines that begin with #, / or % are none.
struct TextRows
{
    std::size_t columns = 0;       ///< numbers in a line
    std::vector<bool> isList;      ///< for those columns that are a count and as many numbers, all left out; or empty
    std::vector<bool> isIgnored{}; ///< for those columns that may hold anything, as nobody asks for them; or empty
    char separator = ' ';          ///< a blank stands for any run of blanks and tabs
    std::size_t firstLine = 1;     ///< number of the first of these lines in the file
    std::optional<std::size_t> end{};     ///< byte of the file where these lines end, if not at its end
    std::optional<std::size_t> announced; ///< how many points there must be
    std::size_t rowsBefore = 0;           ///< lines of something else before the points
    std::size_t rowsAfter = 0;            ///< and after them, when the number of points is announced
};

/// Reads the points that the text of the file holds from byte `start` on. The offset of each column is its number in
/// the line.
Result<PointCloud> readTextRows(
    const FileBytes& file, std::size_t start, const TextRows& rows, std::vector<Column> columns);

} // namespace lunkuo
