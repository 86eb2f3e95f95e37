#include "model/formats/FrameFinder.h"
#include "model/formats/OpenPcdet.h"
#include "model/formats/TrackedShapes.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenPcdetImport)
};

constexpr qsizetype numbers = 7;

struct NamedBox
{
    Cuboid cuboid;
    QString name;
};

Result<NamedBox> parseLine(const QString& line, const QString& place)
{
    const QStringList fields = line.split(u' ', Qt::SkipEmptyParts);
    if (fields.size() <= numbers)
        return failure(Text::tr("%1: “x y z dx dy dz heading Class” was expected, but there are %2 fields.")
                           .arg(place)
                           .arg(fields.size()));
    std::array<double, numbers> value{};
    for (qsizetype i = 0; i < numbers; ++i) {
        bool isNumber = false;
        value[static_cast<std::size_t>(i)] = fields[i].toDouble(&isNumber);
        if (!isNumber)
            return failure(Text::tr("%1: field %2 should be a number, but it is “%3”.")
                               .arg(place)
                               .arg(i + 1)
                               .arg(fields[i].left(40)));
    }
    NamedBox box{
        Cuboid::fromYaw({value[0], value[1], value[2]}, {value[3], value[4], value[5]}, value[6]), fields.back()};
    if (!box.cuboid.isValid())
        return failure(Text::tr("%1: length, width and height should be greater than zero.").arg(place));
    return box;
}

void addFile(const QString& path, FrameId frame, TrackedShapes& shapes)
{
    const auto text = readWhole(path);
    if (!text) {
        shapes.refuse(text.error().sentence);
        return;
    }
    int lineNumber = 0;
    for (const QByteArray& bytes : text->split('\n')) {
        ++lineNumber;
        const QString line = QString::fromUtf8(bytes).simplified();
        if (line.isEmpty())
            continue;
        const auto box = parseLine(line, Text::tr("“%1”, line %2").arg(path).arg(lineNumber));
        if (box)
            shapes.addAlone(box->name, frame, box->cuboid);
        else
            shapes.refuse(box.error().sentence);
    }
}

/// How many lines say something.
int objectsIn(const QString& path)
{
    const auto text = readWhole(path);
    const QList<QByteArray> lines = text ? text->split('\n') : QList<QByteArray>{"unreadable"};
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const QByteArray& line) { return !line.trimmed().isEmpty(); }));
}
} // namespace

Result<ImportedShapes> readOpenPcdet(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const QString inside = QDir(source).absoluteFilePath(QStringLiteral("labels"));
    const QString labels = QFileInfo(inside).isDir() ? inside : source;
    QStringList files = QDir(labels).entryList({QStringLiteral("*.txt")}, QDir::Files);
    if (!QFileInfo(labels).isDir() || files.isEmpty())
        return failure(Text::tr("“%1” holds no OpenPCDet labels: a folder “labels” was expected.").arg(source));
    std::sort(files.begin(), files.end(), naturallyLess);
    const FrameFinder finder(scene);
    TrackedShapes shapes(scene);
    int done = 0;
    for (const QString& file : files) {
        if (const FrameId frame = finder.frameOf(file.chopped(4)); frame.isValid())
            addFile(labels + u'/' + file, frame, shapes);
        else if (const int objects = objectsIn(labels + u'/' + file); objects > 0)
            shapes.countStranger(file, objects);
        if (!progress.report(++done, static_cast<int>(files.size())))
            return failure(Text::tr("The import was cancelled."));
    }
    return shapes.take();
}

} // namespace lunkuo
