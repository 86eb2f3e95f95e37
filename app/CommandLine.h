#pragma once

#include <QString>
#include <QStringList>
#include <span>

namespace lunkuo
{

/// What a subcommand needs to run: nothing, something to draw letters and pictures with but no display, or a display.
enum class Surface { None, Offscreen, Window };

/// One subcommand of `lunkuo`. Results go to standard output, errors as one sentence to standard error; the return
/// value is the exit status: 0 done, 1 the world said no, 2 the arguments make no sense.
struct Command
{
    const char* name;
    const char* arguments; ///< "CLOUD [--json]"
    const char* summary;   ///< one line, translatable in context "Command"
    int (*run)(const QStringList& arguments);
    Surface surface = Surface::None; ///< the least that it needs
};

/// All subcommands in the order of `lunkuo --help`.
std::span<const Command> commands();

/// Runs the program: the window when no subcommand is named (`lunkuo [PROJECT|DATA]`).
int runLunkuo(int argc, char** argv);

/// Writes one line to standard output or standard error in UTF-8.
void printLine(const QString& line);
void printError(const QString& sentence);

} // namespace lunkuo
