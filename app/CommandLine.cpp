#include "app/CommandLine.h"

#include "app/commands/Commands.h"

#include <QCoreApplication>
#include <array>
#include <cstdio>

namespace lunkuo
{

namespace
{
constexpr std::array table{
    Command{"sample", "DIR [--frames N] [--seed S] [--beams B]",
        QT_TRANSLATE_NOOP("Command", "Simulates a street with its exact truth, laid out like KITTI"), runSample},
    Command{"info", "CLOUD [--json]", QT_TRANSLATE_NOOP("Command", "Says what a point cloud file holds"), runInfo},
    Command{"new", "PROJECT DATA [--taxonomy NAME|FILE] [--json]",
        QT_TRANSLATE_NOOP("Command", "Makes a project of a folder of data"), runNew},
    Command{"complete",
        "CLOUD --click x,y,z [--click …] [--not x,y,z] [--sensor x,y,z] [--class Car] | --batch FILE [--json]",
        QT_TRANSLATE_NOOP("Command", "Completes an object from clicks on it"), runComplete},
    Command{"export", "PROJECT --format kitti|openlabel --out DIR [--replace] [--copy]",
        QT_TRANSLATE_NOOP("Command", "Writes a project's annotation as a dataset for training"), runExport},
    Command{"import", "PROJECT --format kitti|openlabel SOURCE",
        QT_TRANSLATE_NOOP("Command", "Adds a dataset's annotation to a project, as one edit"), runImport},
    Command{
        "formats", "[--json]", QT_TRANSLATE_NOOP("Command", "Lists the point cloud and dataset formats"), runFormats},
    Command{"bench", "load FILE | click FILE | edit PROJECT",
        QT_TRANSLATE_NOOP("Command", "Measures Lunkuo and prints one JSON object"), runBench},
};
} // namespace

std::span<const Command> commands()
{
    return table;
}

void printLine(const QString& line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
}

void printError(const QString& sentence)
{
    std::fprintf(stderr, "lunkuo: %s\n", qUtf8Printable(sentence));
}

int runLunkuo(int argc, char** argv)
{
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    for (const Command& command : commands())
        if (name == QLatin1String(command.name)) {
            const QCoreApplication application(argc, argv);
            return command.run(QCoreApplication::arguments().mid(2));
        }
    printError(QCoreApplication::translate("CommandLine", "There is no command “%1”.").arg(name));
    return 2;
}

} // namespace lunkuo
