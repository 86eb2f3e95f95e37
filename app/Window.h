#pragma once

#include <QStringList>
#include <functional>

namespace lunkuo
{

/// Name and organisation, which settings and standard folders go by.
void nameApplication();

/// Readies windows (OpenGL format, style, language) and runs with the arguments behind the program's name.
int runWithWindows(int argc, char** argv, const std::function<int(const QStringList&)>& run);

/// Opens the window on a path, on the sample for "--sample", on nothing for an empty path, and stays until it is
/// closed. `readOnly`: nothing in the project can be changed.
int runWindow(const QString& path, bool readOnly = false);

} // namespace lunkuo
