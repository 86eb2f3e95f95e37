#include "app/CommandLine.h"

#include "app/commands/Commands.h"
#include "app/Language.h"
#include "app/Window.h"
#include "model/formats/ClassMapping.h"
#include "model/formats/DatasetFormat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QGuiApplication>
#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <memory>

namespace lunkuo
{

namespace
{
constexpr std::array table{
    Command{"sample", "DIR [--frames N] [--seed S] [--beams B] [--manoeuvres]",
        QT_TRANSLATE_NOOP("Command", "Simulates a street with its exact truth, laid out like KITTI"), runSample},
    Command{"info", "CLOUD [--json]", QT_TRANSLATE_NOOP("Command", "Says what a point cloud file holds"), runInfo},
    Command{"convert", "CLOUD FILE [--ascii] [--labels PROJECT:FRAME] [--replace]",
        QT_TRANSLATE_NOOP("Command", "Writes a point cloud in the format that the file's name asks for"), runConvert},
    Command{"new",
        "PROJECT DATA [--taxonomy NAME|FILE] [--sequences NAME,NAME] [--sweeps] [--cameras none|NAME,NAME] "
        "[--topic NAME] [--unpack DIR] [--json]",
        QT_TRANSLATE_NOOP("Command", "Makes a project of a folder of data, or of a ROS 2 bag, which is unpacked"),
        runNew},
    Command{"complete", "CLOUD --click x,y,z [--not x,y,z] [--sensor x,y,z] [--class Car] [--json]",
        QT_TRANSLATE_NOOP("Command", "Completes the object at the clicks; --batch FILE.json --json does many"),
        runComplete},
    Command{"evaluate",
        "LABELLED_FOLDER... [--clicks 1|2] [--seed S] [--min-points 20] [--prior learnt|default|both] [--class LABEL] "
        "[--threads N] [--worst N --pictures DIR] [--suggestions] [--sequence] [--checks [--rounds N]] [--json]",
        QT_TRANSLATE_NOOP("Command", "Clicks on every labelled object and compares what completion makes of it"),
        runEvaluate},
    Command{"check", "PROJECT [--json]", QT_TRANSLATE_NOOP("Command", "Looks for mistakes in a project's annotation"),
        runCheck},
    Command{"export",
        "PROJECT --format {written} --out DIR [--finished] [--accepted frames|objects|whole-frames] [--frames A-B] "
        "[--min-points N] "
        "[--range M] "
        "[--map FILE|{mappings}] [--split 80,10,10 [--seed N] [--cut]] [--dry-run] [--json] [--replace] [--copy] "
        "[--no-link-hashes] [--openpcdet-boxes]",
        QT_TRANSLATE_NOOP("Command", "Writes a project's annotation as a dataset for training"), runExport},
    Command{"import", "PROJECT --format {read} [--prelabels] [--all-or-nothing] [--annotated add|replace|skip] SOURCE",
        QT_TRANSLATE_NOOP("Command", "Adds a dataset's annotation to a project, as one edit"), runImport},
    Command{
        "formats", "[--json]", QT_TRANSLATE_NOOP("Command", "Lists the point cloud and dataset formats"), runFormats},
    Command{"compare", "PROJECT PROJECT|LABELS [--format kitti|openlabel] [--iou 0.3] [--json]",
        QT_TRANSLATE_NOOP("Command", "Says how well two annotations of the same frames agree"), runCompare},
    Command{"report", "PROJECT --out FILE.html|FILE.pdf [--language zh_CN|en] [--checks] [--against PROJECT|LABELS]",
        QT_TRANSLATE_NOOP("Command", "Writes what was annotated, reviewed and rejected, for people"), runReport,
        Surface::Offscreen},
    Command{"bench", "NAME FILE|FOLDER|PROJECT",
        QT_TRANSLATE_NOOP("Command", "Measures Lunkuo and prints one JSON object"), runBench},
    Command{"tour", "DIR",
        QT_TRANSLATE_NOOP("Command", "Drives the window through its main job and keeps a picture of each step"),
        runTour, Surface::Window},
};

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

const Command* commandNamed(const QString& name)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Command& c) { return name == QLatin1String(c.name); });
    return found == table.end() ? nullptr : &*found;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// The choices come from the tables that know them.
QString argumentsOf(const Command& command)
{
    return QString::fromLatin1(command.arguments)
        .replace(QStringLiteral("{written}"), formatChoice(FormatUse::Write))
        .replace(QStringLiteral("{read}"), formatChoice(FormatUse::Read))
        .replace(QStringLiteral("{mappings}"), ClassMapping::presets().join(u'|'));
}

void printHelp()
{
    printLine(
        Text::tr("lunkuo [PROJECT|DATA]\n    Opens the window on a project, on a folder of clouds or on a cloud.\n"
                 "lunkuo --sample\n    Opens the window on the sample, which is simulated first.\n"
                 "lunkuo --read-only PROJECT\n    Opens the window on a project to look at: nothing can be changed."));
    for (const Command& command : commands())
        printLine(QStringLiteral("lunkuo %1 %2\n    %3")
                      .arg(QLatin1String(command.name), argumentsOf(command),
                          QCoreApplication::translate("Command", command.summary)));
    printLine(Text::tr("lunkuo --help, lunkuo --version"));
}

/// Some commands need more with some arguments.
Surface surfaceFor(const Command& command, std::span<char*> arguments)
{
    const auto has = [&arguments](const char* wanted) {
        return std::any_of(arguments.begin(), arguments.end(),
            [wanted](const char* argument) { return QByteArrayView(argument).startsWith(wanted); });
    };
    const bool opens = !arguments.empty() && QByteArrayView(arguments.front()) == "open"; // others name OpenLABEL
    if (command.run == runBench && (opens || has("view") || has("window") || has("sequence") || has("review")))
        return Surface::Window;
    if (command.run == runEvaluate && has("--pictures"))
        return Surface::Offscreen;
    return command.surface;
}

std::unique_ptr<QCoreApplication> applicationFor(Surface surface, int& argc, char** argv)
{
    if (surface != Surface::Offscreen)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

/// Runs with a window system or without, as is needed; says so when there is none.
int runIn(int argc, char** argv, Surface surface, const std::function<int(const QStringList&)>& run)
{
    if (surface == Surface::Window && hasDisplay())
        return runWithWindows(argc, argv, run);
    const auto application = applicationFor(surface, argc, argv);
    nameApplication();
    applyLanguage({});
    if (surface != Surface::Window)
        return run(QCoreApplication::arguments().mid(1));
    printError(
        Text::tr("There is no display to open a window on (DISPLAY is not set); “lunkuo --help” lists what works "
                 "without one."));
    return 1;
}
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
    const QString first = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (const Command* command = commandNamed(first)) {
        const std::span<char*> rest(argv + 2, static_cast<std::size_t>(argc - 2));
        return runIn(argc, argv, surfaceFor(*command, rest),
            [command](const QStringList& all) { return command->run(all.mid(1)); });
    }
    if (first == u"--help" || first == u"-h" || first == u"help")
        return runIn(argc, argv, Surface::None, [](const QStringList&) {
            printHelp();
            return 0;
        });
    if (first == u"--version")
        return runIn(argc, argv, Surface::None, [](const QStringList&) {
            printLine(QStringLiteral("Lunkuo " LUNKUO_VERSION));
            return 0;
        });
    if (first == u"--read-only" && argc == 3 && QFileInfo(QString::fromLocal8Bit(argv[2])).isFile())
        return runIn(
            argc, argv, Surface::Window, [](const QStringList& rest) { return runWindow(rest.value(1), true); });
    const bool isOption = first.startsWith(u'-') && first != u"--sample";
    if (argc > 2 || isOption || (!first.isEmpty() && !isOption && first != u"--sample" && !QFileInfo::exists(first)))
        return runIn(argc, argv, Surface::None, [&first](const QStringList&) {
            printError(Text::tr("“%1” is neither a command nor a project nor data; “lunkuo --help” lists the commands.")
                           .arg(first));
            return 2;
        });
    return runIn(argc, argv, Surface::Window, [](const QStringList& rest) { return runWindow(rest.value(0)); });
}

} // namespace lunkuo
