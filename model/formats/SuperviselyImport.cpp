#include "model/formats/DatasetSearch.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/JsonFile.h"
#include "model/formats/Supervisely.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SuperviselyImport)
};

struct Object
{
    QString classTitle;
    QJsonArray tags;
};

/// Who is what, before the figures that refer to it.
QHash<QString, Object> objectsOf(const QJsonObject& annotation)
{
    QHash<QString, Object> result;
    for (const QJsonValue& object : annotation.value(QStringLiteral("objects")).toArray())
        result.insert(object[QStringLiteral("key")].toString(),
            {object[QStringLiteral("classTitle")].toString(), object[QStringLiteral("tags")].toArray()});
    return result;
}

/// Whether the taxonomy says of the class that its length cannot be mistaken for its width, as a vehicle's.
bool isLong(const QString& classTitle, const Taxonomy& taxonomy)
{
    const auto known = std::find_if(taxonomy.classes.begin(), taxonomy.classes.end(),
        [&](const ClassDef& c) { return c.id.compare(classTitle, Qt::CaseInsensitive) == 0; });
    return known != taxonomy.classes.end() && known->defaultSize.x() > 1.5 * known->defaultSize.y();
}

/// Whether long objects lie along y: so do most of them. Our own exports say that they do not.
bool liesAlongY(const QJsonObject& annotation, const QHash<QString, Object>& objects, const Taxonomy& taxonomy)
{
    if (annotation.value(QStringLiteral("description")).toString() == QString::fromUtf16(superviselyAlongX))
        return false;
    int votes = 0;
    for (const QJsonValue& frame : annotation.value(QStringLiteral("frames")).toArray())
        for (const QJsonValue& figure : frame[QStringLiteral("figures")].toArray()) {
            const auto size = vectorFrom(figure[QStringLiteral("geometry")][QStringLiteral("dimensions")]);
            const QString title = objects.value(figure[QStringLiteral("objectKey")].toString()).classTitle;
            if (size && isLong(title, taxonomy) &&
                std::max(size->x(), size->y()) > 1.1 * std::min(size->x(), size->y()))
                votes += size->y() > size->x() ? 1 : -1;
        }
    return votes > 0;
}

/// The same solid with its length along x. What heads along -y in the file heads along x here.
Cuboid alongX(const Cuboid& cuboid)
{
    const Eigen::AngleAxisd quarter(-0.5 * std::numbers::pi, Eigen::Vector3d::UnitZ());
    return {cuboid.center, {cuboid.size.y(), cuboid.size.x(), cuboid.size.z()}, cuboid.rotation * quarter};
}

bool holdsIn(const QJsonValue& tag, qint64 frame)
{
    const QJsonArray range = tag[QStringLiteral("frameRange")].toArray();
    return range.size() != 2 ||
           (range[0].toDouble() <= static_cast<double>(frame) && static_cast<double>(frame) <= range[1].toDouble());
}

class EpisodeReader
{
public:
    EpisodeReader(const QJsonObject& annotation, const QString& path, const Scene& scene, TrackedShapes& shapes)
        : m_annotation(annotation)
        , m_path(path)
        , m_objects(objectsOf(annotation))
        , m_taxonomy(scene.taxonomy)
        , m_alongY(liesAlongY(annotation, m_objects, m_taxonomy))
        , m_shapes(shapes)
    {
    }

    void read(const FrameFinder& finder, SequenceId sequence, const QJsonObject& clouds, const Progress& progress)
    {
        for (const QJsonValue& frame : m_annotation.value(QStringLiteral("frames")).toArray()) {
            if (progress.isCancelled())
                return;
            const qint64 index = frame[QStringLiteral("index")].toInteger(-1);
            const QJsonArray figures = frame[QStringLiteral("figures")].toArray();
            const QString cloud = clouds.value(QString::number(index)).toString();
            const FrameId id = clouds.isEmpty() ? finder.at(sequence, index) : finder.frameOf(sequence, cloud);
            if (!id.isValid() && !figures.isEmpty())
                m_shapes.countStranger(
                    cloud.isEmpty() ? QString::number(index) : cloud, static_cast<int>(figures.size()));
            for (qsizetype i = 0; id.isValid() && i < figures.size(); ++i)
                addFigure(figures[i].toObject(), id, index, i);
        }
        addRemarks();
    }

private:
    void addFigure(const QJsonObject& figure, FrameId frame, qint64 index, qsizetype number)
    {
        if (figure.value(QStringLiteral("geometryType")).toString() != QLatin1String("cuboid_3d")) {
            ++m_others;
            return;
        }
        const QString place = Text::tr("“%1”, frame %2, figure %3").arg(m_path).arg(index).arg(number + 1);
        const QJsonValue geometry = figure.value(QStringLiteral("geometry"));
        const auto position = vectorFrom(geometry[QStringLiteral("position")]);
        const auto rotation = vectorFrom(geometry[QStringLiteral("rotation")]);
        const auto size = vectorFrom(geometry[QStringLiteral("dimensions")]);
        const QString key = figure.value(QStringLiteral("objectKey")).toString();
        const auto object = m_objects.constFind(key);
        if (!position || !rotation || !size) {
            m_shapes.refuse(
                Text::tr("%1: x, y, z each of position, rotation and dimensions were expected.").arg(place));
            return;
        }
        if (object == m_objects.constEnd()) {
            m_shapes.refuse(Text::tr("%1: no object has the key “%2”.").arg(place, key));
            return;
        }
        const Cuboid cuboid{*position, *size, fromAnglesXyz(*rotation)};
        const bool isTurned = m_alongY && isLong(object->classTitle, m_taxonomy);
        if (auto added = m_shapes.add(key, object->classTitle, frame, isTurned ? alongX(cuboid) : cuboid))
            for (const QJsonValue& tag : object->tags)
                if (holdsIn(tag, index))
                    m_shapes.setAttribute(*added, tag[QStringLiteral("name")].toString(), tag[QStringLiteral("value")],
                        !tag[QStringLiteral("frameRange")].isArray());
    }

    void addRemarks()
    {
        if (m_others > 0)
            m_shapes.addRemark(
                Text::tr("Figures of “%1” that are no cuboids, left out: %2.").arg(m_path).arg(m_others));
        if (m_alongY)
            m_shapes.addNote(Text::tr("In “%1” vehicles are longer along y: that was taken as their length, and -y "
                                      "as their front. The format does not say which end is the front; check it.")
                                 .arg(m_path));
    }

    const QJsonObject& m_annotation;
    const QString& m_path;
    QHash<QString, Object> m_objects;
    const Taxonomy& m_taxonomy;
    bool m_alongY;
    TrackedShapes& m_shapes;
    int m_others = 0;
};
} // namespace

Result<ImportedShapes> readSupervisely(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const QStringList files = filesNamed(source, QString::fromUtf16(superviselyAnnotation));
    if (files.isEmpty())
        return failure(Text::tr("“%1” holds no Supervisely episodes: “%2” in its folders was expected.")
                           .arg(source, QString::fromUtf16(superviselyAnnotation)));
    const FrameFinder finder(scene);
    TrackedShapes shapes(scene);
    return readEach(files, shapes, progress, [&](const QString& path) -> Result<void> {
        const auto annotation = readJsonObject(path);
        if (!annotation)
            return tl::unexpected(annotation.error());
        if (!annotation->value(QStringLiteral("frames")).isArray() ||
            !annotation->value(QStringLiteral("objects")).isArray())
            return failure(
                Text::tr("“%1” is no annotation of Supervisely episodes: it has no lists “objects” and “frames”.")
                    .arg(path));
        const QDir dataset = QFileInfo(path).dir();
        const QString map = dataset.filePath(QString::fromUtf16(superviselyFrames));
        const auto clouds = QFileInfo(map).isFile() ? readJsonObject(map) : Result<QJsonObject>(QJsonObject());
        if (!clouds)
            return tl::unexpected(clouds.error());
        const SequenceId sequence = finder.sequenceOf(dataset.dirName(), files.size() == 1);
        EpisodeReader(*annotation, path, scene, shapes).read(finder, sequence, *clouds, progress);
        return {};
    });
}

} // namespace lunkuo
