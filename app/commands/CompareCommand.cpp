#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/project/ProjectStore.h"
#include "model/review/AgreementFigures.h"
#include "model/review/AgreementJson.h"
#include "model/review/ComparedLabels.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompareCommand)
};

constexpr std::size_t mostPrinted = 20;

int refuse(const QString& sentence)
{
    printError(sentence);
    return 2;
}

/// What the command was asked for.
struct Request
{
    QString a;
    QString b;
    QString format;
    AgreementOptions options;
    bool isJson = false;
};

Result<Request> requestOf(const QCommandLineParser& parser)
{
    const QStringList paths = parser.positionalArguments();
    if (paths.size() != 2)
        return failure(Text::tr("“compare” takes a project and what to compare it with: lunkuo compare A B"));
    Request request{
        paths[0], paths[1], parser.value(QStringLiteral("format")), {}, parser.isSet(QStringLiteral("json"))};
    if (parser.isSet(QStringLiteral("iou"))) {
        bool isNumber = false;
        request.options.iou = parser.value(QStringLiteral("iou")).toDouble(&isNumber);
        if (!isNumber || !(request.options.iou > 0.0 && request.options.iou <= 1.0))
            return failure(Text::tr("“--iou” should be a number above 0 and up to 1, but it is “%1”.")
                               .arg(parser.value(QStringLiteral("iou"))));
    }
    return request;
}

Result<void> run(const Request& request)
{
    const auto store = ProjectStore::open(request.a, ProjectStore::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    const auto scene = (*store)->readScene();
    if (!scene)
        return tl::unexpected(scene.error());
    const ComparedScene a{*scene, (*store)->folder()};
    const auto labels = readComparedLabels(a, request.b, request.format);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto agreement = compareScenes(a, {labels->scene, labels->folder}, request.options);
    if (!agreement)
        return tl::unexpected(agreement.error());
    for (const QString& remark : labels->remarks)
        printError(remark);
    if (request.isJson) {
        printLine(QString::fromUtf8(QJsonDocument(toJson(*agreement, scene->taxonomy)).toJson(QJsonDocument::Compact)));
        return {};
    }
    std::vector<FigureTable> tables = tablesOf(*agreement, scene->taxonomy);
    tables.push_back(worstTable(*agreement, scene->taxonomy, mostPrinted));
    printLine(plainText(tables).trimmed());
    return {};
}

} // namespace

int runCompare(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("format"), {}, QStringLiteral("format")});
    parser.addOption({QStringLiteral("iou"), {}, QStringLiteral("iou")});
    parser.addOption(QCommandLineOption(QStringLiteral("json")));
    if (!parser.parse(QStringList{QStringLiteral("compare")} + arguments))
        return refuse(parser.errorText());
    const auto request = requestOf(parser);
    if (!request)
        return refuse(request.error().sentence);
    if (const auto done = run(*request); !done) {
        printError(done.error().sentence);
        return 1;
    }
    return 0;
}

} // namespace lunkuo
