#include "app/CommandLine.h"
#include "app/commands/Benchmarks.h"
#include "app/commands/Commands.h"

#include <QCoreApplication>
#include <array>

namespace lunkuo
{

namespace
{
constexpr std::array table{
    Benchmark{"load", "FILE", benchLoad},
    Benchmark{"view",
        "FILE [--frames N] [--view orbit|street] [--points all|moving] [--drawing automatic|processor|graphics]",
        benchView},
    Benchmark{"window", "FOLDER|FILE", benchWindow},
    Benchmark{"sequence", "FOLDER", benchSequence},
    Benchmark{"pick", "FILE", benchPick},
    Benchmark{"count", "FILE", benchCount},
    Benchmark{"click", "FILE", benchClick},
    Benchmark{"suggest", "FILE", benchSuggest},
    Benchmark{"propagate", "FOLDER", benchPropagate},
    Benchmark{"check", "FOLDER", benchCheck},
    Benchmark{"open", "PROJECT [--read-only]", benchOpen},
    Benchmark{"edit", "PROJECT", benchEdit},
    Benchmark{"review", "PROJECT", benchReview},
    Benchmark{"export", "FOLDER [FRAMES [FORMAT]]", benchExport},
};
} // namespace

std::span<const Benchmark> benchmarks()
{
    return table;
}

int runBench(const QStringList& arguments)
{
    for (const Benchmark& benchmark : benchmarks())
        if (!arguments.isEmpty() && arguments.first() == QLatin1String(benchmark.name))
            return benchmark.run(arguments.mid(1));
    if (!arguments.isEmpty())
        printError(QCoreApplication::translate("Bench", "There is no benchmark “%1”.").arg(arguments.first()));
    for (const Benchmark& benchmark : benchmarks())
        printLine(QStringLiteral("lunkuo bench %1 %2")
                      .arg(QLatin1String(benchmark.name), QLatin1String(benchmark.arguments)));
    return arguments.isEmpty() ? 0 : 2;
}

} // namespace lunkuo
