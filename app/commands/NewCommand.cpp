#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/project/ProjectStore.h"
#include "model/scene/OpenData.h"

#include <QCommandLineParser>
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
    Q_DECLARE_TR_FUNCTIONS(NewCommand)
};

Result<OpenedData> makeProject(const QString& project, const QString& data, const QString& taxonomyName)
{
    auto taxonomy = Taxonomy::load(taxonomyName);
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    auto opened = openData(data, *taxonomy);
    if (!opened)
        return opened;
    if (auto made = ProjectStore::create(project, opened->scene); !made)
        return tl::unexpected(made.error());
    return opened;
}

std::size_t imagesOf(const Scene& scene)
{
    std::size_t count = 0;
    for (const auto& [id, frame] : scene.frames)
        count += frame.images.size();
    return count;
}

} // namespace

int runNew(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption taxonomy(
        QStringLiteral("taxonomy"), QString(), QStringLiteral("name"), QStringLiteral("lunkuo"));
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOptions({taxonomy, json});
    if (!parser.parse(QStringList{QStringLiteral("new")} + arguments) || parser.positionalArguments().size() != 2) {
        printError(parser.errorText().isEmpty() ? Text::tr("“new” takes the project to make and the data to open.")
                                                : parser.errorText());
        return 2;
    }
    QString project = parser.positionalArguments()[0];
    if (!project.endsWith(QStringLiteral(".lunkuo")))
        project += QStringLiteral(".lunkuo");
    const auto opened = makeProject(project, parser.positionalArguments()[1], parser.value(taxonomy));
    if (!opened) {
        printError(opened.error().sentence);
        return 1;
    }
    const Scene& scene = opened->scene;
    if (parser.isSet(json)) {
        const QJsonObject result{{QStringLiteral("project"), project},
            {QStringLiteral("frames"), qint64(scene.frames.size())},
            {QStringLiteral("images"), qint64(imagesOf(scene))},
            {QStringLiteral("shapes"), qint64(scene.shapes.size())},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(opened->remarks)}};
        printLine(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
        return 0;
    }
    printLine(Text::tr("“%1”: %2 frames, %3 images, %4 shapes")
                  .arg(project)
                  .arg(scene.frames.size())
                  .arg(imagesOf(scene))
                  .arg(scene.shapes.size()));
    for (const QString& remark : opened->remarks)
        printLine(remark);
    return 0;
}

} // namespace lunkuo
