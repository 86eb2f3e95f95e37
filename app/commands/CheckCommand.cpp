#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/project/ProjectStore.h"
#include "model/review/CheckedScene.h"
#include "model/review/FindingJson.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CheckCommand)
};

void printJson(const CheckedScene& checked, const SortedFindings& findings, double seconds)
{
    const Scene& scene = checked.scene();
    const QJsonObject json{{QStringLiteral("findings"), toJson(findings.standing, scene)},
        {QStringLiteral("waived"), toJson(findings.waived, scene)},
        {QStringLiteral("frames"), static_cast<qint64>(scene.frames.size())},
        {QStringLiteral("shapes"), static_cast<qint64>(scene.shapes.size())}, {QStringLiteral("seconds"), seconds},
        {QStringLiteral("remarks"), QJsonArray::fromStringList(checked.remarks())}};
    printLine(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

/// "000012", with its sequence where there are several.
QString placeOf(const Finding& finding, const Scene& scene)
{
    QStringList names;
    if (const auto sequence = scene.sequences.find(finding.sequence);
        scene.sequences.size() > 1 && sequence != scene.sequences.end())
        names << sequence->second.name;
    if (finding.frame)
        names << scene.frames.at(*finding.frame).name;
    return names.join(u'/');
}

void printText(const CheckedScene& checked, const SortedFindings& findings)
{
    const Scene& scene = checked.scene();
    for (const Finding& finding : findings.standing)
        printLine(QStringLiteral("%1  %2  %3").arg(placeOf(finding, scene), titleOf(finding.check), finding.sentence));
    for (const QString& remark : checked.remarks())
        printError(remark);
    printLine(Text::tr("%1 findings about %2 objects in %3 frames.")
                  .arg(findings.standing.size())
                  .arg(scene.shapes.size())
                  .arg(scene.frames.size()));
    if (!findings.waived.empty())
        printLine(Text::tr("%1 more were waived.").arg(findings.waived.size()));
}

} // namespace

int runCheck(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(QStringList{QStringLiteral("check")} + arguments) || parser.positionalArguments().size() != 1) {
        printError(Text::tr("“check” takes one project: lunkuo check PROJECT [--json]"));
        return 2;
    }
    // Read-only, so that a window may have the project open meanwhile.
    const auto store = ProjectStore::open(parser.positionalArguments().front(), ProjectStore::Access::ReadOnly);
    auto scene = store ? (*store)->readScene() : tl::unexpected(store.error());
    if (!scene) {
        printError(scene.error().sentence);
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    CheckedScene checked(std::move(*scene));
    checked.run(framesFrom((*store)->folder().absolutePath()));
    const SortedFindings findings = withWaivedApart(checked.findings(), checked.scene());
    if (parser.isSet(json))
        printJson(checked, findings, 1e-9 * static_cast<double>(timer.nsecsElapsed()));
    else
        printText(checked, findings);
    return 0;
}

} // namespace lunkuo
