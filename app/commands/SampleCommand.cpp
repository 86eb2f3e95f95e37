#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/synth/SampleWriter.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QLocale>
#include <limits>
#include <optional>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SampleCommand)
};

struct NumberOption
{
    QString name;
    QString standard;
    quint64 least;
    quint64 most;
};

std::optional<quint64> numberOf(const QCommandLineParser& parser, const NumberOption& option)
{
    bool isNumber = false;
    const quint64 number = parser.value(option.name).toULongLong(&isNumber);
    if (isNumber && number >= option.least && number <= option.most)
        return number;
    printError(Text::tr("“--%1” should be a number from %2 to %3, but it is “%4”.")
                   .arg(option.name)
                   .arg(option.least)
                   .arg(option.most)
                   .arg(parser.value(option.name)));
    return std::nullopt;
}
} // namespace

int runSample(const QStringList& arguments)
{
    using synth::SampleOptions;
    const NumberOption frames{QStringLiteral("frames"), QStringLiteral("20"), 1, SampleOptions::mostFrames};
    const NumberOption seed{QStringLiteral("seed"), QStringLiteral("1"), 0, std::numeric_limits<quint64>::max()};
    const NumberOption beams{QStringLiteral("beams"), QStringLiteral("64"), 1, SampleOptions::mostBeams};
    QCommandLineParser parser;
    for (const NumberOption& option : {frames, seed, beams})
        parser.addOption({option.name, {}, option.name, option.standard});
    const QCommandLineOption manoeuvres(QStringLiteral("manoeuvres"));
    parser.addOption(manoeuvres);
    if (!parser.parse(QStringList{QStringLiteral("sample")} + arguments)) {
        printError(parser.errorText());
        return 2;
    }
    if (parser.positionalArguments().size() != 1 || parser.positionalArguments().first().isEmpty()) {
        printError(Text::tr("“sample” takes one folder to write to."));
        return 2;
    }
    const auto frameCount = numberOf(parser, frames);
    const auto seedNumber = numberOf(parser, seed);
    const auto beamCount = numberOf(parser, beams);
    if (!frameCount || !seedNumber || !beamCount)
        return 2;
    const QString folder = parser.positionalArguments().first();
    const auto summary = synth::writeSample(
        folder, {static_cast<int>(*frameCount), *seedNumber, static_cast<int>(*beamCount), parser.isSet(manoeuvres)});
    if (!summary) {
        printError(summary.error().sentence);
        return 1;
    }
    const QLocale locale;
    printLine(
        Text::tr("“%1”: frames %2, points %3, objects %4, labels %5")
            .arg(folder, locale.toString(summary->frames), locale.toString(static_cast<qulonglong>(summary->points)),
                locale.toString(summary->objects), locale.toString(summary->labels)));
    return 0;
}

} // namespace lunkuo
