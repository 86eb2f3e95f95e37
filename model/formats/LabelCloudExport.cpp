#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/LabelCloud.h"
#include "model/formats/SensorFiles.h"
#include "model/geometry/Angles.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(LabelCloudExport)
};

const QString nameKey = QStringLiteral("name");

QJsonObject classListOf(const Scene& scene)
{
    QJsonArray classes;
    for (const QString& id : classesOf(scene)) {
        const ClassDef* known = scene.taxonomy.classOf(id);
        const quint32 color = (known ? *known : ClassDef()).color;
        classes.append(QJsonObject{{nameKey, id}, {QStringLiteral("id"), classes.size()},
            {QStringLiteral("color"), QStringLiteral("#%1").arg(color, 6, 16, QLatin1Char('0'))}});
    }
    return {{QStringLiteral("classes"), classes}, {QStringLiteral("default"), 0},
        {QStringLiteral("type"), QStringLiteral("object_detection")},
        {QStringLiteral("format"), QStringLiteral("centroid_abs")},
        {QStringLiteral("created_with"), QJsonObject{{nameKey, QStringLiteral("Lunkuo")},
                                             {QStringLiteral("version"), QStringLiteral(LUNKUO_VERSION)}}}};
}

double positiveDegrees(double angle)
{
    const double result = degrees(wrapAngle(angle));
    return result < 0.0 ? result + 360.0 : result;
}

QJsonObject labelOf(const Shape& shape, const Track& track)
{
    const Cuboid& cuboid = shape.cuboid;
    return {{nameKey, track.classId}, {QStringLiteral("centroid"), jsonObject(cuboid.center)},
        {QStringLiteral("dimensions"),
            QJsonObject{{QStringLiteral("length"), cuboid.size.x()}, {QStringLiteral("width"), cuboid.size.y()},
                {QStringLiteral("height"), cuboid.size.z()}}},
        {QStringLiteral("rotations"), jsonObject(anglesZyx(cuboid.rotation).unaryExpr(&positiveDegrees))}};
}
} // namespace

Result<ExportReport> writeLabelCloud(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    SensorFiles files(projectFolder, *folder);
    const DatasetNames names(scene);
    ExportReport report;
    for (const FrameId id : scene.frameOrder()) {
        // labelCloud knows no folders within pointclouds.
        const QString name = names.path(id, DatasetNames::joint());
        const QString file = name + QStringLiteral(".pcd");
        QJsonArray labels;
        for (const ShapeId shapeId : scene.shapesOf(id)) {
            const Shape& shape = scene.shapes.at(shapeId);
            if (const Track* track = scene.trackOf(shape))
                labels.append(labelOf(shape, *track));
        }
        report.shapes += static_cast<int>(labels.size());
        const QJsonObject document{{QStringLiteral("folder"), QStringLiteral("pointclouds")},
            {QStringLiteral("filename"), file}, {QStringLiteral("path"), QStringLiteral("pointclouds/") + file},
            {QStringLiteral("objects"), labels}};
        Result<void> written = folder->write(QStringLiteral("labels/%1.json").arg(name), jsonText(document));
        if (written)
            if (const auto cloud = files.placePcd(QStringLiteral("pointclouds/") + name, scene.frames.at(id)); !cloud)
                written = tl::unexpected(cloud.error());
        if (!written)
            return tl::unexpected(written.error());
        if (!progress.report(++report.frames, static_cast<int>(scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    report.notHeld = files.sentences();
    const auto finished =
        folder->write(QStringLiteral("labels/_classes.json"), jsonText(classListOf(scene))).and_then([&] {
            return folder->commit(report, progress);
        });
    if (!finished)
        return tl::unexpected(finished.error());
    return report;
}

} // namespace lunkuo
