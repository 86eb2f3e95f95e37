#include "model/formats/EulerAngles.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/JsonFile.h"
#include "model/formats/LabelCloud.h"
#include "model/formats/TrackedShapes.h"
#include "model/geometry/Angles.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelCloudImport)
};

QString classesFile()
{
    return QStringLiteral("_classes.json");
}

QStringList labelsAt(const QString& source)
{
    if (!QFileInfo(source).isDir())
        return {source};
    for (const QString& folder : {source + QStringLiteral("/labels"), source}) {
        QStringList names = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files);
        names.removeAll(classesFile());
        std::sort(names.begin(), names.end(), naturallyLess);
        if (!names.isEmpty())
            return names.replaceInStrings(QRegularExpression(QStringLiteral("^")), folder + u'/');
    }
    return {};
}

/// How many radians the unit of the labels' angles is. labelCloud itself goes by the list of classes alone.
Result<double> angleUnit(const QDir& folder)
{
    const QString path = folder.filePath(classesFile());
    if (!QFileInfo(path).isFile())
        return failure(
            Text::tr("“%1” is missing: it says whether the labels' angles are degrees or radians.").arg(path));
    const auto classes = readJsonObject(path);
    if (!classes)
        return tl::unexpected(classes.error());
    const QString format = classes->value(QStringLiteral("format")).toString();
    if (format == QLatin1String("centroid_abs"))
        return radians(1.0);
    if (format == QLatin1String("centroid_rel"))
        return 1.0;
    return failure(
        Text::tr("“%1” says that labels are of the kind “%2”; “centroid_abs” or “centroid_rel” was expected.")
            .arg(path, format.left(40)));
}

void addLabel(const QJsonObject& label, const QString& place, FrameId frame, double unit, TrackedShapes& shapes)
{
    const QJsonValue dimensions = label.value(QStringLiteral("dimensions"));
    const auto center = vectorFrom(label.value(QStringLiteral("centroid")));
    const auto angles = vectorFrom(label.value(QStringLiteral("rotations")));
    const auto size = vectorFrom(QJsonArray{dimensions[QStringLiteral("length")], dimensions[QStringLiteral("width")],
        dimensions[QStringLiteral("height")]});
    if (center && angles && size)
        shapes.addAlone(
            label.value(QStringLiteral("name")).toString(), frame, {*center, *size, fromEuler(unit * *angles)});
    else
        shapes.refuse(Text::tr("%1: numbers for centroid, dimensions and rotations were expected.").arg(place));
}

Result<void> addFile(const QString& path, double unit, const FrameFinder& frames, TrackedShapes& shapes)
{
    const auto document = readJsonObject(path);
    if (!document)
        return tl::unexpected(document.error());
    if (!document->value(QStringLiteral("objects")).isArray())
        return failure(Text::tr("“%1” is no label file of labelCloud: it has no list “objects”.").arg(path));
    const QJsonArray objects = document->value(QStringLiteral("objects")).toArray();
    const QString name = QFileInfo(path).completeBaseName();
    FrameId frame = frames.frameOf(name);
    if (!frame.isValid())
        frame = frames.frameOf(document->value(QStringLiteral("filename")).toString());
    if (!frame.isValid()) {
        if (!objects.isEmpty())
            shapes.countStranger(name, static_cast<int>(objects.size()));
        return {};
    }
    for (qsizetype i = 0; i < objects.size(); ++i)
        addLabel(objects[i].toObject(), Text::tr("“%1”, object %2").arg(path).arg(i + 1), frame, unit, shapes);
    return {};
}
} // namespace

Result<ImportedShapes> readLabelCloud(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const QStringList files = labelsAt(source);
    if (files.isEmpty())
        return failure(Text::tr("“%1” holds no labels of labelCloud: “labels/*.json” was expected.").arg(source));
    if (const auto only = readWhole(files.front()); !only && !QFileInfo(source).isDir())
        return tl::unexpected(only.error());
    const auto unit = angleUnit(QFileInfo(files.front()).dir());
    if (!unit)
        return tl::unexpected(unit.error());
    const FrameFinder frames(scene);
    TrackedShapes shapes(scene);
    return readEach(files, shapes, progress, [&](const QString& path) { return addFile(path, *unit, frames, shapes); });
}

} // namespace lunkuo
