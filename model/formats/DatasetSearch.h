#pragma once

#include <QString>
#include <QStringList>

namespace lunkuo
{

/// `source` itself where it is a file; else the files of that name in the folder and down to three below it, where a
/// folder that has one is not searched further. Sorted by folder.
QStringList filesNamed(const QString& source, const QString& name);

} // namespace lunkuo
