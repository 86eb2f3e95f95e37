#include "app/CommandLine.h"
#include "app/commands/Commands.h"
#include "model/cloud/CloudFormat.h"
#include "model/project/ProjectStore.h"
#include "model/scene/CuboidLabels.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Convert)
};

/// The frame of that name, or the one of that number, from 1 on, where none is called so.
Result<FrameId> frameNamed(const Scene& scene, const QString& name, const QString& project)
{
    std::vector<FrameId> found;
    for (const auto& [id, frame] : scene.frames)
        if (frame.name == name)
            found.push_back(id);
    if (found.size() == 1)
        return found.front();
    if (found.size() > 1)
        return failure(Text::tr("“%1” has several frames called “%2”.").arg(project, name));
    bool isNumber = false;
    const auto order = scene.frameOrder();
    const qulonglong number = name.toULongLong(&isNumber);
    if (isNumber && number >= 1 && number <= order.size())
        return order[number - 1];
    return failure(Text::tr("“%1” has no frame “%2”; a name or a number from 1 to %3 was expected.")
                       .arg(project, name)
                       .arg(order.size()));
}

/// Says how many values of the cloud's own gave way.
void setField(PointCloud& cloud, const QString& name, PointArray<std::uint32_t> values, QStringList& said)
{
    std::size_t replaced = 0;
    if (const CloudField* own = cloud.field(name))
        for (std::size_t i = 0; i < cloud.size(); ++i)
            replaced += own->at(i) != 0.0 ? 1 : 0;
    if (replaced != 0)
        said.push_back(Text::tr("The cloud's own “%1” was replaced; points that had one: %2.").arg(name).arg(replaced));
    std::erase_if(cloud.fields, [&](const CloudField& field) { return field.name == name; });
    cloud.fields.push_back({name, std::move(values)});
}

/// Adds the labels that a project's frame gives the points; says which number is which class.
Result<QStringList> addLabels(PointCloud& cloud, const QString& projectAndFrame)
{
    const qsizetype colon = projectAndFrame.lastIndexOf(u':');
    if (colon <= 0)
        return failure(Text::tr("“--labels %1”: a project and the frame's name, PROJECT:FRAME, were expected.")
                           .arg(projectAndFrame));
    const QString project = projectAndFrame.left(colon);
    const auto store = ProjectStore::open(project, ProjectStore::Access::ReadOnly);
    const auto scene = store ? (*store)->readScene() : tl::unexpected(store.error());
    if (!scene)
        return tl::unexpected(scene.error());
    const auto frame = frameNamed(*scene, projectAndFrame.mid(colon + 1), project);
    if (!frame)
        return tl::unexpected(frame.error());
    CuboidLabels labels = cuboidLabels(cloud, *scene, *frame);
    QStringList said;
    for (std::size_t i = 0; i < scene->taxonomy.classes.size(); ++i)
        if (const auto count = std::count(labels.label.begin(), labels.label.end(), i + 1); count != 0)
            said.push_back(
                Text::tr("Label %1 is “%2”: %3 points.").arg(i + 1).arg(scene->taxonomy.classes[i].id).arg(count));
    setField(cloud, QStringLiteral("label"), std::move(labels.label), said);
    setField(cloud, QStringLiteral("instance"), std::move(labels.instance), said);
    return said;
}

int fail(const Error& error)
{
    printError(error.sentence);
    return 1;
}
} // namespace

int runConvert(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption ascii(QStringLiteral("ascii"));
    const QCommandLineOption replace(QStringLiteral("replace"));
    const QCommandLineOption labels(QStringLiteral("labels"), {}, QStringLiteral("PROJECT:FRAME"));
    parser.addOptions({ascii, replace, labels});
    if (!parser.parse(QStringList{QStringLiteral("convert")} + arguments) || parser.positionalArguments().size() != 2) {
        printError(parser.errorText().isEmpty() ? Text::tr("“convert” takes the cloud to read and the file to write.")
                                                : parser.errorText());
        return 2;
    }
    const QString from = parser.positionalArguments()[0];
    const QString to = parser.positionalArguments()[1];
    if (QFileInfo::exists(to) && !parser.isSet(replace)) {
        printError(Text::tr("“%1” exists already; --replace writes over it.").arg(to));
        return 1;
    }
    auto cloud = readCloud(from);
    if (!cloud)
        return fail(cloud.error());
    const auto classes =
        parser.isSet(labels) ? addLabels(*cloud, parser.value(labels)) : Result<QStringList>(QStringList());
    if (!classes)
        return fail(classes.error());
    const auto lost = writeCloud(*cloud, to, {parser.isSet(ascii), from});
    if (!lost)
        return fail(lost.error());
    printLine(Text::tr("“%1”: %2 points").arg(to).arg(cloud->size()));
    for (const QString& sentence : *classes + *lost)
        printLine(sentence);
    return 0;
}

} // namespace lunkuo
