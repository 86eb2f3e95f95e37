#pragma once

#include "model/cloud/PointCloud.h"
#include "model/cloud/TextLayout.h"

namespace lunkuo
{

/// Points as lines of text (.xyz .txt .csv .asc), separated by blanks, tabs, commas or semicolons, with or without a
/// line of names. Without one, the columns are x y z, then intensity when there is one more, or colours where they can
/// be nothing else. Where a person has said how such files are laid out (see textLayoutOf), that is how they are read.
Result<PointCloud> readText(const QString& path);

/// The same as a layout says; with `mostBytes`, those at the beginning of the file alone.
Result<PointCloud> readTextAs(
    const QString& path, const TextLayout& layout, std::optional<std::size_t> mostBytes = std::nullopt);

/// Enough of the beginning of a text to see how it is written.
Result<QByteArray> beginningOfText(const QString& path);

/// Whether a line of the text says what the columns are.
bool namesColumns(const QByteArray& beginning);

/// The layout that readText() takes a file for; where it cannot, the first three columns of numbers are x, y and z.
TextLayout guessedTextLayout(const QByteArray& beginning);

} // namespace lunkuo
