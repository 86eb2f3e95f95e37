#include "model/formats/Datumaro.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/FrameFinder.h"
#include "model/formats/JsonFile.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatumaroImport)
};

Result<QStringList> filesAt(const QString& source)
{
    if (!QFileInfo(source).isDir())
        return QStringList{source};
    for (const QString& folder : {source + QStringLiteral("/annotations"), source}) {
        QStringList result;
        for (const QString& name : QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files))
            result.push_back(QDir(folder).filePath(name));
        if (!result.isEmpty())
            return result;
    }
    return failure(Text::tr("“%1” holds no Datumaro dataset: “annotations/*.json” was expected.").arg(source));
}

class ItemReader
{
public:
    ItemReader(const Scene& scene, const FrameFinder& frames, TrackedShapes& shapes, QString path, QStringList labels)
        : m_scene(scene)
        , m_frames(frames)
        , m_shapes(shapes)
        , m_path(std::move(path))
        , m_labels(std::move(labels))
    {
    }

    void read(const QJsonObject& item)
    {
        const QString id = item.value(QStringLiteral("id")).toString();
        const QJsonArray annotations = item.value(QStringLiteral("annotations")).toArray();
        FrameId frame = m_frames.frameOf(id);
        if (!frame.isValid())
            frame = m_frames.frameOf(item.value(QStringLiteral("point_cloud"))[QStringLiteral("path")].toString());
        if (!frame.isValid()) {
            if (!annotations.isEmpty())
                m_shapes.countStranger(id, static_cast<int>(annotations.size()));
            return;
        }
        for (qsizetype i = 0; i < annotations.size(); ++i)
            if (annotations[i][QStringLiteral("type")].toString() == QLatin1String("cuboid_3d"))
                addCuboid(annotations[i].toObject(), frame,
                    Text::tr("“%1”, item “%2”, annotation %3").arg(m_path, id).arg(i + 1));
            else
                ++m_others;
    }

    void sumUp()
    {
        if (m_others > 0)
            m_shapes.addRemark(
                Text::tr("Annotations of “%1” that are no cuboids, left out: %2.").arg(m_path).arg(m_others));
    }

private:
    void addCuboid(const QJsonObject& annotation, FrameId frame, const QString& place)
    {
        const auto position = vectorFrom(annotation.value(QStringLiteral("position")));
        const auto rotation = vectorFrom(annotation.value(QStringLiteral("rotation")));
        const auto scale = vectorFrom(annotation.value(QStringLiteral("scale")));
        const int label = annotation.value(QStringLiteral("label_id")).toInt(-1);
        if (!position || !rotation || !scale) {
            m_shapes.refuse(
                Text::tr("%1: three numbers each for position, rotation and scale were expected.").arg(place));
            return;
        }
        if (label < 0 || label >= m_labels.size()) {
            m_shapes.refuse(Text::tr("%1: a label_id from 0 to %2 was expected.").arg(place).arg(m_labels.size() - 1));
            return;
        }
        const QJsonObject attributes = annotation.value(QStringLiteral("attributes")).toObject();
        const Cuboid cuboid{*position, *scale, fromAnglesXyz(*rotation)};
        const QJsonValue track = attributes.value(QStringView(datumaroTrack));
        const bool isTracked = track.isDouble() || track.isString();
        auto added = isTracked ? m_shapes.add(track.toVariant().toString(), m_labels[label], frame, cuboid,
                                     track.toVariant().toInt())
                               : m_shapes.addAlone(m_labels[label], frame, cuboid);
        if (!added)
            return;
        if (isTracked && attributes.value(QStringView(datumaroKeyFrame)) == QJsonValue(false))
            TrackedShapes::setDerived(*added);
        setAttributes(*added, attributes);
    }

    void setAttributes(TrackedShapes::Added& added, const QJsonObject& attributes)
    {
        for (auto attribute = attributes.begin(); attribute != attributes.end(); ++attribute) {
            const QString name = attribute.key();
            // CVAT says of each box whether it is hidden, also where nobody has asked.
            const bool isUnasked = name == QLatin1String("occluded") && !m_scene.taxonomy.attribute(name);
            if (name != QStringView(datumaroTrack) && name != QStringView(datumaroKeyFrame) && !isUnasked)
                m_shapes.setAttribute(added, name, attribute.value());
        }
    }

    const Scene& m_scene;
    const FrameFinder& m_frames;
    TrackedShapes& m_shapes;
    QString m_path;
    QStringList m_labels;
    int m_others = 0;
};

Result<void> addFile(
    const QString& path, const Scene& scene, const FrameFinder& frames, TrackedShapes& shapes, const Progress& progress)
{
    const auto document = readJsonObject(path);
    if (!document)
        return tl::unexpected(document.error());
    const QJsonValue items = document->value(QStringLiteral("items"));
    if (!items.isArray())
        return failure(Text::tr("“%1” is no Datumaro file: it has no list “items”.").arg(path));
    QStringList labels;
    const QJsonArray known =
        document->value(QStringLiteral("categories"))[QStringLiteral("label")][QStringLiteral("labels")].toArray();
    for (const QJsonValue& label : known)
        labels.push_back(label[QStringLiteral("name")].toString());
    ItemReader reader(scene, frames, shapes, path, labels);
    for (const QJsonValue& item : items.toArray()) {
        if (progress.isCancelled())
            break;
        reader.read(item.toObject());
    }
    reader.sumUp();
    return {};
}
} // namespace

Result<ImportedShapes> readDatumaro(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    const auto files = filesAt(source);
    if (!files)
        return tl::unexpected(files.error());
    const FrameFinder frames(scene);
    TrackedShapes shapes(scene);
    return readEach(
        *files, shapes, progress, [&](const QString& path) { return addFile(path, scene, frames, shapes, progress); });
}

} // namespace lunkuo
