#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/cloud/CloudFormat.h"
#include "model/formats/FormatNames.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Formats)
};

QJsonObject toJson()
{
    QJsonArray clouds;
    for (const CloudFormat& format : cloudFormats())
        clouds.append(QJsonObject{{QStringLiteral("id"), format.id}, {QStringLiteral("name"), format.name},
            {QStringLiteral("suffixes"), QJsonArray::fromStringList(format.suffixes)}, {QStringLiteral("read"), true},
            {QStringLiteral("write"), format.write != nullptr}});
    QJsonArray datasets;
    for (const DatasetFormat& format : datasetFormats())
        datasets.append(QJsonObject{{QStringLiteral("id"), format.id}, {QStringLiteral("name"), format.name},
            {QStringLiteral("export"), format.write != nullptr}, {QStringLiteral("import"), format.read != nullptr}});
    return {{QStringLiteral("clouds"), clouds}, {QStringLiteral("datasets"), datasets}};
}

QString waysOf(const DatasetFormat& format)
{
    if (format.write && format.read)
        return {};
    return format.write ? Text::tr("only exported") : Text::tr("only imported");
}

void printRow(const QString& id, const QString& name, const QString& rest)
{
    printLine(QStringLiteral("  ") + QStringLiteral("%1%2%3").arg(id, -18).arg(name, -24).arg(rest).trimmed());
}
} // namespace

int runFormats(const QStringList& arguments)
{
    if (arguments == QStringList{QStringLiteral("--json")}) {
        printLine(QString::fromUtf8(QJsonDocument(toJson()).toJson(QJsonDocument::Compact)));
        return 0;
    }
    if (!arguments.isEmpty()) {
        printError(Text::tr("“formats” takes nothing but --json."));
        return 2;
    }
    const auto suffixes = [](const CloudFormat& format) { return format.suffixes.join(QStringLiteral(", ")); };
    printLine(Text::tr("Point clouds that are read and written:"));
    for (const CloudFormat& format : cloudFormats())
        if (format.write)
            printRow(format.id, format.name, suffixes(format));
    printLine(Text::tr("Point clouds that are read:"));
    for (const CloudFormat& format : cloudFormats())
        if (!format.write)
            printRow(format.id, format.name, suffixes(format));
    printLine(Text::tr("Datasets that are exported and imported:"));
    for (const DatasetFormat& format : datasetFormats())
        printRow(format.id, shownName(format), waysOf(format));
    return 0;
}

} // namespace lunkuo
