#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/bag/BagUnpacking.h"
#include "model/project/ProjectStore.h"
#include "model/scene/OpenData.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
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

Result<OpenedData> makeProject(
    const QString& project, const QString& data, const QString& taxonomyName, const DataChoice& choice)
{
    auto taxonomy = Taxonomy::load(taxonomyName);
    if (!taxonomy)
        return tl::unexpected(taxonomy.error());
    auto opened = openData(data, *taxonomy, {}, choice);
    if (!opened)
        return opened;
    if (auto made = ProjectStore::create(project, opened->scene); !made)
        return tl::unexpected(made.error());
    return opened;
}

/// The folder that a bag is unpacked into, unpacked now where it is not yet; other data stays what it is.
Result<QString> unpacked(const QString& data, const QString& topic, const QString& chosenFolder, QStringList& remarks)
{
    if (!isBagAt(data) || (chosenFolder.isEmpty() && topic.isEmpty() && isUnpackedFrom(unpackedFolderFor(data), data)))
        return data;
    const QString folder = chosenFolder.isEmpty() ? unpackedFolderFor(data) : chosenFolder;
    const auto left = unpackBag({data, topic, folder}, {});
    if (!left)
        return tl::unexpected(left.error());
    remarks = *left;
    return folder;
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
    const QCommandLineOption topic(QStringLiteral("topic"), QString(), QStringLiteral("name"));
    const QCommandLineOption folder(QStringLiteral("unpack"), QString(), QStringLiteral("DIR"));
    const QCommandLineOption sequences(QStringLiteral("sequences"), QString(), QStringLiteral("NAME,NAME"));
    const QCommandLineOption sweeps(QStringLiteral("sweeps"));
    const QCommandLineOption cameras(QStringLiteral("cameras"), QString(), QStringLiteral("none|NAME,NAME"));
    parser.addOptions({taxonomy, json, topic, folder, sequences, sweeps, cameras});
    if (!parser.parse(QStringList{QStringLiteral("new")} + arguments) || parser.positionalArguments().size() != 2) {
        printError(parser.errorText().isEmpty() ? Text::tr("“new” takes the project to make and the data to open.")
                                                : parser.errorText());
        return 2;
    }
    QString project = parser.positionalArguments()[0];
    if (!project.endsWith(QStringLiteral(".lunkuo")))
        project += QStringLiteral(".lunkuo");
    if (QFileInfo::exists(project)) {
        printError(Text::tr("“%1” exists already; nothing was written over it.").arg(project));
        return 1;
    }
    QStringList left;
    const auto data = unpacked(parser.positionalArguments()[1], parser.value(topic), parser.value(folder), left);
    DataChoice choice{parser.value(sequences).split(u',', Qt::SkipEmptyParts), parser.isSet(sweeps)};
    if (parser.isSet(cameras))
        choice.cameras =
            parser.value(cameras) == u"none" ? QStringList() : parser.value(cameras).split(u',', Qt::SkipEmptyParts);
    auto opened = data ? makeProject(project, *data, parser.value(taxonomy), choice)
                       : Result<OpenedData>(tl::unexpected(data.error()));
    if (opened)
        opened->remarks = left + opened->remarks;
    if (!opened) {
        printError(opened.error().sentence);
        return 1;
    }
    const Scene& scene = opened->scene;
    if (parser.isSet(json)) {
        const QJsonObject result{{QStringLiteral("project"), project},
            {QStringLiteral("sequences"), qint64(scene.sequences.size())},
            {QStringLiteral("frames"), qint64(scene.frames.size())},
            {QStringLiteral("images"), qint64(imagesOf(scene))},
            {QStringLiteral("shapes"), qint64(scene.shapes.size())},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(opened->remarks)}};
        printLine(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
        return 0;
    }
    if (scene.sequences.size() > 1)
        printLine(Text::tr("%1, sequences: %2").arg(opened->layout).arg(scene.sequences.size()));
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
