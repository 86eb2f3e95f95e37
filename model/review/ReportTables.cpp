#include "model/review/Checks.h"
#include "model/review/ReportHtml.h"
#include "model/review/VerdictNames.h"

#include <QCoreApplication>
#include <QLocale>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

QString number(int value)
{
    return QString::number(value);
}

/// "1:05:09"
QString duration(double milliseconds)
{
    const auto seconds = static_cast<qint64>(milliseconds / 1000.0 + 0.5);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString per(double value, int count, int decimals = 1)
{
    return count == 0 ? QStringLiteral("–") : numberText(value / count, decimals);
}

QString className(const Report& report, const QString& classId)
{
    return classId.isEmpty() ? Text::tr("deleted") : report.taxonomy.className(classId);
}

FigureTable framesTable(const Report& report)
{
    const ProjectCounts& counts = report.counts;
    const auto inState = [&counts](FrameState state) {
        return number(counts.framesInState[static_cast<std::size_t>(state)]);
    };
    return {Text::tr("Frames"), {},
        {{Text::tr("Sequences"), number(counts.sequences)}, {Text::tr("Frames"), number(counts.frames)},
            {Text::tr("with annotation"), number(counts.framesWithShapes)},
            {Text::tr("done"), inState(FrameState::Done)}, {Text::tr("in work"), inState(FrameState::InWork)},
            {Text::tr("untouched"), inState(FrameState::Untouched)}}};
}

FigureTable classesTable(const Report& report)
{
    FigureTable table{Text::tr("Objects by class"),
        {Text::tr("Class"), Text::tr("objects"), Text::tr("shapes"), Text::tr("of them key frames")}};
    const auto add = [&table](const QString& name, const ProjectCounts::OfClass& counts) {
        table.rows.push_back({name, number(counts.objects), number(counts.shapes), number(counts.keyFrames)});
    };
    for (const ProjectCounts::OfClass& ofClass : report.counts.classes)
        add(className(report, ofClass.classId), ofClass);
    add(Text::tr("All"), report.counts.all);
    return table;
}

QStringList acceptanceHeader(const QString& first)
{
    return {first, Text::tr("judged"), Text::tr("accepted at once"), Text::tr("rate"), Text::tr("accepted later"),
        Text::tr("rejected"), Text::tr("answered")};
}

QStringList acceptanceRow(const QString& name, const AcceptanceCount& counts)
{
    return {name, number(counts.judged()), number(counts.acceptedAtOnce), percentText(counts.rate()),
        number(counts.acceptedLater), number(counts.rejected), number(counts.answered)};
}

FigureTable acceptanceTable(const Report& report)
{
    const Acceptance& acceptance = report.acceptance;
    FigureTable table{Text::tr("Review"), acceptanceHeader(Text::tr("What"))};
    table.rows = {acceptanceRow(Text::tr("Shapes"), acceptance.all),
        acceptanceRow(Text::tr("Frames as a whole"), acceptance.frames),
        acceptanceRow(Text::tr("Missing objects"), acceptance.places)};
    table.note = Text::tr("Shapes that nobody has judged yet: %1. The rate is the share that was right at the first "
                          "look: accepted at once, of all that were judged. “Rejected” waits for the annotator, "
                          "“answered” for the reviewer.")
                     .arg(acceptance.notJudged);
    return table;
}

FigureTable annotatorTable(const Report& report)
{
    FigureTable table{Text::tr("Review by annotator")};
    for (const auto& [who, counts] : report.acceptance.byAnnotator)
        table.rows.push_back(acceptanceRow(VerdictNames::person(who), counts));
    if (!table.rows.empty()) {
        table.header = acceptanceHeader(Text::tr("Annotator"));
        table.note = Text::tr("The annotator of a shape is who answered its rejection, else who changed it last.");
    }
    return table;
}

FigureTable reviewedClassesTable(const Report& report)
{
    FigureTable table{Text::tr("Review by class")};
    for (const auto& [classId, counts] : report.acceptance.byClass)
        table.rows.push_back(acceptanceRow(className(report, classId), counts));
    if (!table.rows.empty())
        table.header = acceptanceHeader(Text::tr("Class"));
    return table;
}

FigureTable reasonsTable(const Report& report)
{
    FigureTable table{Text::tr("Why things were rejected")};
    int all = 0;
    for (const AcceptanceCount& counts : report.acceptance.byReason)
        all += counts.judged();
    for (std::size_t i = 0; i < rejectReasons; ++i)
        if (const AcceptanceCount& counts = report.acceptance.byReason[i]; counts.judged() > 0)
            table.rows.push_back({VerdictNames::of(RejectReason(i)), number(counts.judged()),
                percentText(static_cast<double>(counts.judged()) / all), number(counts.acceptedLater),
                number(counts.rejected), number(counts.answered)});
    if (!table.rows.empty())
        table.header = {Text::tr("Reason"), Text::tr("times"), Text::tr("share"), Text::tr("accepted later"),
            Text::tr("rejected"), Text::tr("answered")};
    return table;
}

QString workRule()
{
    return Text::tr("Measured from the project's history: the time between two steps of a person counts for what the "
                    "later one changes; pauses of more than %1 s are idle and left out. Undo and redo take time but "
                    "are no actions. An object is one track, a shape that object in one frame.")
        .arg(WorkMeter::longestPause_ms / 1000);
}

FigureTable workTable(const QString& title, const QString& first, const std::map<QString, WorkFigures>& work,
    const std::function<QString(const QString&)>& nameOfKey)
{
    FigureTable table{title};
    for (const auto& [key, figures] : work)
        table.rows.push_back(
            {nameOfKey(key), number(figures.objects), number(figures.shapes), numberText(figures.actions, 0),
                duration(figures.active_ms), per(figures.active_ms / 1000.0, figures.objects),
                per(figures.active_ms / 1000.0, figures.shapes), per(figures.actions, figures.objects)});
    if (!table.rows.empty())
        table.header = {first, Text::tr("objects"), Text::tr("shapes"), Text::tr("actions"), Text::tr("time"),
            Text::tr("s per object"), Text::tr("s per shape"), Text::tr("actions per object")};
    return table;
}

FigureTable otherWorkTable(const Report& report)
{
    FigureTable table{Text::tr("Work that changes no object (reviewing, states of frames)")};
    for (const auto& [who, figures] : report.otherWork)
        table.rows.push_back({VerdictNames::person(who), numberText(figures.actions, 0), duration(figures.active_ms),
            figures.actions > 0.0 ? numberText(figures.active_ms / 1000.0 / figures.actions, 1) : QStringLiteral("–")});
    if (!table.rows.empty())
        table.header = {Text::tr("Who"), Text::tr("actions"), Text::tr("time"), Text::tr("s per action")};
    return table;
}

FigureTable findingsTable(const Report& report)
{
    FigureTable table{Text::tr("Automatic checks")};
    if (!report.findings)
        return table;
    for (const FindingCount& finding : *report.findings)
        table.rows.push_back({titleOf(finding.check), number(finding.errors), number(finding.warnings),
            number(finding.hints), number(finding.waived)});
    if (table.rows.empty())
        table.note = Text::tr("The checks have found nothing.");
    else
        table.header = {
            Text::tr("Check"), Text::tr("errors"), Text::tr("warnings"), Text::tr("hints"), Text::tr("waived")};
    return table;
}

} // namespace

std::vector<FigureTable> tablesOf(const Report& report)
{
    std::vector<FigureTable> tables{framesTable(report), classesTable(report), acceptanceTable(report),
        annotatorTable(report), reviewedClassesTable(report), reasonsTable(report),
        workTable(Text::tr("Time and actions by person"), Text::tr("Who"), report.work, VerdictNames::person),
        workTable(Text::tr("Time and actions by class"), Text::tr("Class"), report.workByClass,
            [&report](const QString& classId) { return className(report, classId); }),
        otherWorkTable(report), findingsTable(report)};
    FigureTable& byPerson = tables[6];
    byPerson.note = byPerson.rows.empty() ? Text::tr("Nobody has changed an object yet.") : workRule();
    std::erase_if(tables, [](const FigureTable& table) { return table.isEmpty(); });
    return tables;
}

} // namespace lunkuo
