#include "model/formats/Coco.h"

#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/JsonFile.h"
#include "model/formats/LostObjects.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Silhouette.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSize>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Coco)
};

const QString idKey = QStringLiteral("id");

/// What one of the files says.
struct Part
{
    QJsonArray images;
    QJsonArray annotations;
};

struct Job
{
    const Scene& scene;
    const QDir& projectFolder;
    const ExportOptions& options;
    SensorFiles files;
    DatasetNames names{scene};
    QHash<QString, int> categories{};
    QJsonArray categoryList{};
    std::map<QString, Part> parts{}; ///< by name
    int images = 0;
    int annotations = 0;
    std::set<ShapeId> shown{};
    int considered = 0;
    int withoutPicture = 0;
    int otherSize = 0;
};

void addCategories(Job& job)
{
    for (const QString& name : classesOf(job.scene)) {
        // COCO's tools take an id of 0 for "none".
        const int id = static_cast<int>(job.categories.size()) + 1;
        job.categories[name] = id;
        job.categoryList.append(
            QJsonObject{{idKey, id}, {QStringLiteral("name"), name}, {QStringLiteral("supercategory"), QString()}});
    }
}

QString partOf(const Job& job, FrameId frame)
{
    const QString all = QStringLiteral("instances");
    return job.options.splits.empty() ? all : all + u'_' + splitName(job.options.splitOf(frame));
}

const Camera* cameraOf(const Scene& scene, const Frame& frame, const FrameImage& image)
{
    const auto calibration = scene.calibrations.find(frame.calibration);
    if (calibration != scene.calibrations.end())
        for (const Camera& camera : calibration->second.cameras)
            if (camera.name == image.camera)
                return &camera;
    return nullptr;
}

/// Hundredths of a pixel are finer than the polygons are.
double rounded(double pixels)
{
    return std::round(100.0 * pixels) / 100.0;
}

QJsonObject attributesOf(const Shape& shape, const Track& track)
{
    QJsonObject result;
    for (const AttributeValues* values : {&track.attributes, &shape.attributes})
        for (const auto& [name, value] : *values)
            result.insert(name, value);
    return result;
}

QJsonObject annotationOf(Job& job, const Shape& shape, const Track& track, const Silhouette& silhouette)
{
    QJsonArray segmentation;
    for (const Polygon2& polygon : silhouette.polygons) {
        QJsonArray flat;
        for (const Eigen::Vector2d& p : polygon) {
            flat.append(rounded(p.x()));
            flat.append(rounded(p.y()));
        }
        segmentation.append(flat);
    }
    const Eigen::Vector2d low = silhouette.box.min();
    const Eigen::Vector2d size = silhouette.box.sizes();
    const Eigen::Quaterniond& q = shape.cuboid.rotation;
    return {{idKey, ++job.annotations}, {QStringLiteral("image_id"), job.images},
        {QStringLiteral("category_id"), job.categories.value(track.classId)},
        {QStringLiteral("bbox"), QJsonArray{rounded(low.x()), rounded(low.y()), rounded(size.x()), rounded(size.y())}},
        {QStringLiteral("area"), rounded(silhouette.area_px2)}, {QStringLiteral("iscrowd"), 0},
        {QStringLiteral("segmentation"), segmentation}, {QStringLiteral("track_id"), track.number},
        {QStringLiteral("attributes"), attributesOf(shape, track)},
        {QStringLiteral("cuboid"), QJsonObject{{QStringLiteral("center"), jsonArray(shape.cuboid.center)},
                                       {QStringLiteral("size"), jsonArray(shape.cuboid.size)},
                                       {QStringLiteral("rotation_wxyz"), QJsonArray{q.w(), q.x(), q.y(), q.z()}}}}};
}

void annotate(Job& job, const Frame& frame, const Camera& camera, QJsonArray& annotations)
{
    for (const ShapeId id : job.scene.shapesOf(frame.id)) {
        const Shape& shape = job.scene.shapes.at(id);
        const Track* track = job.scene.trackOf(shape);
        if (!track)
            continue;
        ++job.considered;
        const auto silhouette = silhouetteOf(shape, camera);
        // Less than a pixel is nothing that could be learned.
        if (!silhouette || silhouette->box.sizes().minCoeff() < 1.0)
            continue;
        annotations.append(annotationOf(job, shape, *track, *silhouette));
        job.shown.insert(id);
    }
}

Result<void> addImage(Job& job, const Frame& frame, const FrameImage& image)
{
    const Camera* camera = cameraOf(job.scene, frame, image);
    if (!camera)
        return {};
    const QString root = QStringLiteral("images/");
    const auto placed =
        job.files.placeImage(root + job.names.path(frame.id) + u'/' + job.names.ofCamera(image.camera), image);
    if (!placed)
        return tl::unexpected(placed.error());
    if (placed->isEmpty())
        return {};
    const QSize modelSize(camera->model.width_px, camera->model.height_px);
    const QSize size = pictureSize(job.projectFolder.absoluteFilePath(image.path)).value_or(modelSize);
    job.otherSize += size == modelSize ? 0 : 1;
    Part& part = job.parts[partOf(job, frame.id)];
    part.images.append(QJsonObject{{idKey, ++job.images}, {QStringLiteral("file_name"), placed->mid(root.size())},
        {QStringLiteral("width"), size.width()}, {QStringLiteral("height"), size.height()},
        {QStringLiteral("sequence"), job.scene.sequences.at(frame.sequence).name},
        {QStringLiteral("frame"), frame.name}, {QStringLiteral("camera"), image.camera}});
    annotate(job, frame, *camera, part.annotations);
    return {};
}

QStringList sentencesOf(const Job& job)
{
    QStringList result = job.files.sentences();
    result.push_back(Text::tr("Boxes and polygons show whole outlines, also what something in front of them hides."));
    if (job.withoutPicture > 0)
        result.push_back(Text::tr("Frames without pictures, left out: %1.").arg(job.withoutPicture));
    if (job.otherSize > 0)
        result.push_back(
            Text::tr("Pictures that are not as large as their calibration says; boxes are the calibration's: %1.")
                .arg(job.otherSize));
    if (const int unseen = job.considered - job.annotations; unseen > 0)
        result.push_back(
            Text::tr("Objects outside a picture, or smaller than a pixel in it, left out there: %1.").arg(unseen));
    LostObjects lost(job.scene);
    for (const auto& [id, shape] : job.scene.shapes)
        if (job.scene.trackOf(shape) && job.shown.count(id) == 0)
            lost.add(shape);
    if (lost.count() > 0)
        result.push_back(Text::tr("Objects in no picture at all, which are lost: %1.").arg(lost.text()));
    return result;
}
} // namespace

Result<ExportReport> writeCoco(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, projectFolder, options, SensorFiles(projectFolder, *folder)};
    addCategories(job);
    ExportReport report;
    for (const FrameId id : scene.frameOrder()) {
        const Frame& frame = scene.frames.at(id);
        job.parts[partOf(job, id)];
        job.withoutPicture += frame.images.empty() ? 1 : 0;
        for (const FrameImage& image : frame.images)
            if (const auto added = addImage(job, frame, image); !added)
                return tl::unexpected(added.error());
        if (!progress.report(++report.frames, static_cast<int>(scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    for (const auto& [name, part] : job.parts) {
        const QJsonObject document{{QStringLiteral("info"), QJsonObject()}, {QStringLiteral("licenses"), QJsonArray()},
            {QStringLiteral("images"), part.images}, {QStringLiteral("annotations"), part.annotations},
            {QStringLiteral("categories"), job.categoryList}};
        if (const auto written = folder->write(QStringLiteral("annotations/%1.json").arg(name), jsonText(document));
            !written)
            return tl::unexpected(written.error());
    }
    report.shapes = static_cast<int>(job.shown.size());
    report.notHeld = sentencesOf(job);
    if (const auto committed = folder->commit(report, progress); !committed)
        return tl::unexpected(committed.error());
    return report;
}

} // namespace lunkuo
