#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/Datumaro.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/SensorFiles.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatumaroExport)
};

const QString nameKey = QStringLiteral("name");
const QString pathKey = QStringLiteral("path");

/// The classes in the order in which `label_id` counts them: the taxonomy's, then those that only objects have.
class Labels
{
public:
    explicit Labels(const Scene& scene)
    {
        for (const QString& id : classesOf(scene))
            add(id, scene.taxonomy);
    }

    [[nodiscard]] int idOf(const QString& classId) const { return m_ids.value(classId); }
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{QStringLiteral("label"),
                    QJsonObject{{QStringLiteral("labels"), m_labels}, {QStringLiteral("attributes"), QJsonArray()}}},
            {QStringLiteral("points"), QJsonObject{{QStringLiteral("items"), QJsonArray()}}}};
    }

private:
    void add(const QString& classId, const Taxonomy& taxonomy)
    {
        QJsonArray attributes;
        for (const AttributeDef& attribute : taxonomy.attributes)
            if (attribute.appliesTo(classId))
                attributes.append(attribute.id);
        m_ids[classId] = static_cast<int>(m_labels.size());
        m_labels.append(QJsonObject{
            {nameKey, classId}, {QStringLiteral("parent"), QString()}, {QStringLiteral("attributes"), attributes}});
    }

    QHash<QString, int> m_ids;
    QJsonArray m_labels;
};

struct Job
{
    const Scene& scene;
    const ExportOptions& options;
    DatasetFolder& folder;
    SensorFiles files;
    DatasetNames names{scene};
    Labels labels{scene};
    std::map<QString, QJsonArray> items{}; ///< by subset
    int shapes = 0;
    int misnamed = 0; ///< attribute values
};

QString subsetOf(const Job& job, FrameId frame)
{
    const auto& splits = job.options.splits;
    const bool isOne =
        std::all_of(splits.begin(), splits.end(), [](const auto& entry) { return entry.second == Split::Train; });
    // A task of CVAT has no parts; what is imported there is looked for under this name.
    return isOne ? QStringLiteral("default") : splitName(job.options.splitOf(frame));
}

QJsonObject attributesOf(Job& job, const Shape& shape, const Track& track)
{
    QJsonObject result;
    for (const AttributeValues* values : {&track.attributes, &shape.attributes})
        for (const auto& [name, value] : *values)
            if (name == QStringView(datumaroTrack) || name == QStringView(datumaroKeyFrame))
                ++job.misnamed;
            else
                result.insert(name, value);
    result.insert(QString::fromUtf16(datumaroTrack), track.number);
    // CVAT puts boxes between key frames anew, so what was fitted to points has to be one.
    result.insert(QString::fromUtf16(datumaroKeyFrame), shape.derivation != Derivation::Interpolated);
    return result;
}

QJsonArray annotationsOf(Job& job, FrameId frame)
{
    QJsonArray result;
    for (const ShapeId id : job.scene.shapesOf(frame)) {
        const Shape& shape = job.scene.shapes.at(id);
        const Track* track = job.scene.trackOf(shape);
        if (!track)
            continue;
        result.append(
            QJsonObject{{QStringLiteral("id"), result.size()}, {QStringLiteral("type"), QStringLiteral("cuboid_3d")},
                {QStringLiteral("attributes"), attributesOf(job, shape, *track)}, {QStringLiteral("group"), 0},
                {QStringLiteral("label_id"), job.labels.idOf(track->classId)},
                {QStringLiteral("position"), jsonArray(shape.cuboid.center)},
                {QStringLiteral("rotation"), jsonArray(anglesXyz(shape.cuboid.rotation))},
                {QStringLiteral("scale"), jsonArray(shape.cuboid.size)}});
    }
    job.shapes += static_cast<int>(result.size());
    return result;
}

Result<void> addFrame(Job& job, FrameId id)
{
    const Frame& frame = job.scene.frames.at(id);
    const QString subset = subsetOf(job, id);
    const QString name = job.names.path(id);
    const auto cloud = job.files.placePcd(QStringLiteral("point_clouds/%1/%2").arg(subset, name), frame);
    if (!cloud)
        return tl::unexpected(cloud.error());
    QJsonObject item{{QStringLiteral("id"), name}, {QStringLiteral("annotations"), annotationsOf(job, id)},
        {QStringLiteral("attr"), QJsonObject{{QStringLiteral("frame"), frame.index}}},
        {QStringLiteral("point_cloud"), QJsonObject{{pathKey, name + QStringLiteral(".pcd")}}}};
    const QString pictures = QStringLiteral("related_images/%1/").arg(subset);
    QJsonArray images;
    for (const FrameImage& image : frame.images) {
        const auto placed = job.files.placeImage(pictures + name + u'/' + job.names.ofCamera(image.camera), image);
        if (!placed)
            return tl::unexpected(placed.error());
        if (!placed->isEmpty())
            images.append(QJsonObject{{pathKey, placed->mid(pictures.size())}});
    }
    if (!images.isEmpty())
        item.insert(QStringLiteral("related_images"), images);
    job.items[subset].append(item);
    return {};
}
} // namespace

Result<ExportReport> writeDatumaro(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, options, *folder, SensorFiles(projectFolder, *folder)};
    ExportReport report;
    for (const FrameId frame : scene.frameOrder()) {
        if (const auto added = addFrame(job, frame); !added)
            return tl::unexpected(added.error());
        if (!progress.report(++report.frames, static_cast<int>(scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    for (const auto& [subset, items] : job.items) {
        const QJsonObject document{{QStringLiteral("info"), QJsonObject()},
            {QStringLiteral("categories"), job.labels.toJson()}, {QStringLiteral("items"), items}};
        if (const auto written = folder->write(QStringLiteral("annotations/%1.json").arg(subset), jsonText(document));
            !written)
            return tl::unexpected(written.error());
    }
    report.shapes = job.shapes;
    report.notHeld = job.files.sentences();
    if (job.misnamed > 0)
        report.notHeld.push_back(
            Text::tr("Values of attributes that are called “%1” or “%2”, which CVAT keeps for itself, left out: %3.")
                .arg(QString::fromUtf16(datumaroTrack), QString::fromUtf16(datumaroKeyFrame))
                .arg(job.misnamed));
    report.notHeld.push_back(Text::tr("Datumaro and CVAT round positions, sizes and angles to two decimals when they "
                                      "read them; the file itself has all digits."));
    if (const auto committed = folder->commit(report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
