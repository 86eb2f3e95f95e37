#include "model/formats/EulerAngles.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/JsonFile.h"
#include "model/formats/Sustech.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SustechImport)
};

/// The label files of one scene.
struct Source
{
    QString scene; ///< its name, where the folder says one
    QStringList files;
};

QStringList jsonIn(const QString& folder)
{
    QStringList result;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files))
        result.push_back(folder + u'/' + name);
    return result;
}

Result<std::vector<Source>> sourcesAt(const QString& path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return std::vector{Source{{}, {path}}};
    const QDir folder(info.absoluteFilePath());
    const QString label = folder.filePath(QStringLiteral("label"));
    if (QFileInfo(label).isDir())
        return std::vector{Source{folder.dirName(), jsonIn(label)}};
    std::vector<Source> result;
    for (const QString& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (const QStringList files = jsonIn(folder.filePath(name) + QStringLiteral("/label")); !files.isEmpty())
            result.push_back({name, files});
    if (result.empty())
        if (const QStringList files = jsonIn(folder.absolutePath()); !files.isEmpty())
            result.push_back({QFileInfo(folder.absolutePath()).dir().dirName(), files});
    if (result.empty())
        return failure(Text::tr("“%1” holds no labels of SUSTechPOINTS: “label/*.json” was expected.").arg(path));
    return result;
}

void setAttributes(const QJsonObject& object, TrackedShapes& shapes, TrackedShapes::Added& added)
{
    for (const auto& [name, value] : fromSustechAttributes(object.value(QStringLiteral("obj_attr")).toString()))
        shapes.setAttribute(added, name, value);
}

void addObject(const QJsonObject& object, FrameId frame, const QString& place, TrackedShapes& shapes)
{
    const QJsonValue psr = object.value(QStringLiteral("psr"));
    const auto position = vectorFrom(psr[QStringLiteral("position")]);
    const auto scale = vectorFrom(psr[QStringLiteral("scale")]);
    const auto rotation = vectorFrom(psr[QStringLiteral("rotation")]);
    if (!position || !scale || !rotation) {
        shapes.refuse(
            Text::tr("%1: “psr” with position, scale and rotation, each with x, y and z, was expected.").arg(place));
        return;
    }
    const Cuboid cuboid{*position, *scale, fromEuler(*rotation)};
    const QString id = object.value(QStringLiteral("obj_id")).toVariant().toString();
    const QString type = object.value(QStringLiteral("obj_type")).toString(QStringLiteral("Unknown"));
    auto added = id.isEmpty() ? shapes.addAlone(type, frame, cuboid) : shapes.add(id, type, frame, cuboid, id.toInt());
    if (!added)
        return;
    setAttributes(object, shapes, *added);
    // The tool names whatever has put a box there, as long as no person has looked at it.
    if (!object.value(QStringView(sustechAnnotator)).toString().isEmpty())
        TrackedShapes::setDerived(*added);
}

/// Whether the file belongs to a frame of the project.
Result<bool> addFile(const QString& path, SequenceId sequence, const FrameFinder& frames, TrackedShapes& shapes)
{
    const QString name = QFileInfo(path).completeBaseName();
    const FrameId frame = frames.frameOf(sequence, name);
    if (!frame.isValid())
        return false;
    const auto json = readJson(path);
    if (!json)
        return tl::unexpected(json.error());
    // Newer branches wrap the list.
    const QJsonValue objects =
        json->isArray() ? QJsonValue(json->array()) : json->object().value(QStringLiteral("objs"));
    if (!objects.isArray())
        return failure(
            Text::tr("“%1”, line 1: a list of objects, or an object with the list “objs”, was expected.").arg(path));
    const QJsonArray list = objects.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        addObject(list[i].toObject(), frame, Text::tr("“%1”, object %2").arg(path).arg(i + 1), shapes);
    return true;
}
} // namespace

std::map<QString, QString> fromSustechAttributes(const QString& text)
{
    std::map<QString, QString> result;
    const auto plain = [](const QString& escaped) { return QUrl::fromPercentEncoding(escaped.toUtf8()); };
    QStringList words;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        if (const qsizetype sign = part.indexOf(u'='); sign > 0)
            result[plain(part.left(sign).trimmed())] = plain(part.mid(sign + 1).trimmed());
        else if (!part.trimmed().isEmpty())
            words.push_back(part.trimmed());
    if (!words.isEmpty())
        result[QString::fromUtf16(sustechWord)] = words.join(QStringLiteral(", "));
    return result;
}

Result<ImportedShapes> readSustech(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const auto sources = sourcesAt(source);
    if (!sources)
        return tl::unexpected(sources.error());
    qsizetype count = 0;
    for (const Source& found : *sources)
        count += found.files.size();
    const FrameFinder frames(scene);
    TrackedShapes shapes(scene);
    int done = 0;
    int strangers = 0;
    for (const Source& found : *sources) {
        const SequenceId sequence = frames.sequenceOf(found.scene, sources->size() == 1);
        for (const QString& path : found.files) {
            const auto added = addFile(path, sequence, frames, shapes);
            if (!added)
                shapes.addRemark(added.error().sentence);
            else if (!*added)
                ++strangers;
            if (!progress.report(++done, static_cast<int>(count)))
                return failure(Text::tr("The import was cancelled."));
        }
    }
    if (strangers == done && done > 0)
        return failure(Text::tr("None of the %1 label files in “%2” bears the name of a frame of the project.")
                           .arg(done)
                           .arg(source));
    if (strangers > 0)
        shapes.addRemark(Text::tr("Label files that belong to no frame of the project: %1.").arg(strangers));
    return shapes.take();
}

} // namespace lunkuo
