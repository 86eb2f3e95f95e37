#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "app/Language.h"
#include "widgets/ReportFile.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReportCommand)
};

int refuse(const QString& sentence)
{
    printError(sentence);
    return 2;
}

} // namespace

int runReport(const QStringList& arguments)
{
    QCommandLineParser parser;
    for (const char* name : {"out", "language", "against", "format"})
        parser.addOption({QLatin1String(name), {}, QLatin1String(name)});
    parser.addOption(QCommandLineOption(QStringLiteral("checks")));
    if (!parser.parse(QStringList{QStringLiteral("report")} + arguments))
        return refuse(parser.errorText());
    const QStringList paths = parser.positionalArguments();
    const QString out = parser.value(QStringLiteral("out"));
    if (paths.size() != 1 || out.isEmpty())
        return refuse(Text::tr("“report” takes a project and where the report goes: lunkuo report PROJECT --out "
                               "FILE.html|FILE.pdf"));
    if (const auto checked = checkReportPath(out); !checked)
        return refuse(checked.error().sentence);
    const QString language = parser.value(QStringLiteral("language"));
    if (parser.isSet(QStringLiteral("language")) && language != u"zh_CN" && language != u"en")
        return refuse(Text::tr("“--language” should be “zh_CN” or “en”, but it is “%1”.").arg(language));
    if (!language.isEmpty())
        applyLanguage(language);
    const auto written = writeReport({paths[0], out, parser.isSet(QStringLiteral("checks")),
        parser.value(QStringLiteral("against")), parser.value(QStringLiteral("format"))});
    if (!written) {
        printError(written.error().sentence);
        return 1;
    }
    for (const QString& remark : *written)
        printError(remark);
    printLine(Text::tr("The report was written to “%1”.").arg(out));
    return 0;
}

} // namespace lunkuo
