#include "model/formats/CompletionPairs.h"

#include "model/cloud/CloudFormat.h"
#include "model/formats/CsvTable.h"
#include "model/formats/DatasetFolder.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/LostObjects.h"
#include "model/formats/PointFiles.h"
#include "model/formats/SurfaceSamples.h"
#include "model/geometry/PointIndex.h"

#include <QCoreApplication>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CompletionPairs)
};

const char* const readme = R"(Pairs for training shape completion, one for each object in each frame.

partial/NAME.npy   (N, 3) float32: the points inside the object's cuboid
complete/NAME.npy  (%1, 3) float32: points of the completed surface, each place as likely as any other
partial/NAME.ply, complete/NAME.ply   the same points; complete has a provenance: 0 seen, 1 by symmetry, 2 from experience
outline/NAME.ply   the completed surface as a mesh, its vertices with their provenance
pairs.csv          a row for each pair
train.txt, val.txt, test.txt   names, one a line

All points are in the object's own frame: metres, origin at the cuboid's geometric centre, x forward, y left, z up.
point_in_cloud = rotation(qw, qx, qy, qz) * point + (tx_m, ty_m, tz_m)

seen_share is the share of the surface, by area, that a sensor has seen. Surfaces are what people and the program have
made of what was seen: origin and confidence say who, and how sure it was.
)";

struct Job
{
    const Scene& scene;
    const QDir& projectFolder;
    const ExportOptions& options;
    DatasetFolder& folder;
    DatasetNames names{scene};
    std::set<QString> taken{};
    QByteArray table{};
    std::map<Split, QByteArray> lists{{Split::Train, {}}, {Split::Val, {}}, {Split::Test, {}}};
    int pairs = 0;
    LostObjects withoutOutline{scene};
    LostObjects withoutPoints{scene};
};

QString originName(ShapeOrigin origin)
{
    switch (origin) {
    case ShapeOrigin::Manual:
        return QStringLiteral("manual");
    case ShapeOrigin::Completed:
        return QStringLiteral("completed");
    case ShapeOrigin::Imported:
        break;
    }
    return QStringLiteral("imported");
}

QStringList columns()
{
    return QStringLiteral("name,split,class,track,sequence,frame,points,seen_share,origin,confidence,key_frame,"
                          "length_m,width_m,height_m,qw,qx,qy,qz,tx_m,ty_m,tz_m")
        .split(u',');
}

/// Tracks of one number get names by their id.
QString nameOf(Job& job, const Shape& shape, const Track& track)
{
    const QString stem = job.names.path(shape.frame, DatasetNames::joint()) + DatasetNames::joint();
    const QString name = stem + QString::number(track.number);
    if (job.taken.insert(name).second)
        return name;
    return stem + QStringLiteral("id%1").arg(track.id.value);
}

QByteArray rowOf(const Job& job, const QString& name, const Shape& shape, const Track& track, std::size_t points)
{
    const Frame& frame = job.scene.frames.at(shape.frame);
    const Cuboid& cuboid = shape.cuboid;
    QStringList row{name, splitName(job.options.splitOf(frame.id)), track.classId, QString::number(track.number),
        job.scene.sequences.at(frame.sequence).name, frame.name, QString::number(static_cast<qulonglong>(points)),
        CsvTable::number(seenShare(shape.outline)), originName(shape.origin), CsvTable::number(shape.confidence),
        shape.isKeyFrame() ? QStringLiteral("1") : QStringLiteral("0")};
    for (const double value :
        {cuboid.size.x(), cuboid.size.y(), cuboid.size.z(), cuboid.rotation.w(), cuboid.rotation.x(),
            cuboid.rotation.y(), cuboid.rotation.z(), cuboid.center.x(), cuboid.center.y(), cuboid.center.z()})
        row.push_back(CsvTable::number(value));
    return CsvTable::rowOf(row);
}

Result<void> writePair(Job& job, const Shape& shape, const Track& track, const std::vector<Eigen::Vector3d>& partial)
{
    const SurfaceSamples samples =
        sampleSurface(shape.outline, completionSamples, completionSeed ^ static_cast<std::uint64_t>(shape.id.value));
    if (samples.points.empty()) {
        job.withoutOutline.add(shape);
        return {};
    }
    const QString name = nameOf(job, shape, track);
    const auto write = [&](const char* kind, const char* suffix, const QByteArray& bytes) {
        return job.folder.write(QLatin1String(kind) + u'/' + name + QLatin1String(suffix), bytes);
    };
    Result<void> written = write("partial", ".npy", npyOf(partial));
    if (written)
        written = write("partial", ".ply", plyOf(partial));
    if (written)
        written = write("complete", ".npy", npyOf(samples.points));
    if (written)
        written = write("complete", ".ply", plyOf(samples.points, samples.provenance));
    if (written)
        written = write("outline", ".ply", plyOf(*shape.outline));
    if (!written)
        return written;
    job.table += rowOf(job, name, shape, track, partial.size());
    job.lists[job.options.splitOf(shape.frame)] += name.toUtf8() + '\n';
    ++job.pairs;
    return {};
}

Result<void> addFrame(Job& job, FrameId id)
{
    std::vector<const Shape*> shapes;
    for (const ShapeId shape : job.scene.shapesOf(id))
        if (const Shape& s = job.scene.shapes.at(shape); s.outline->triangles.empty() || !job.scene.trackOf(s))
            job.withoutOutline.add(s);
        else
            shapes.push_back(&s);
    if (shapes.empty())
        return {};
    auto cloud = readCloud(job.projectFolder.absoluteFilePath(job.scene.frames.at(id).cloudPath));
    if (!cloud)
        return tl::unexpected(cloud.error());
    const PointIndex index(std::make_shared<const PointCloud>(std::move(*cloud)));
    for (const Shape* shape : shapes) {
        std::vector<Eigen::Vector3d> partial;
        for (const std::uint32_t point : index.inside(shape->cuboid))
            partial.push_back(shape->cuboid.toObject(index.cloud().point(point)));
        if (partial.empty())
            job.withoutPoints.add(*shape);
        else if (const auto written = writePair(job, *shape, *job.scene.trackOf(*shape), partial); !written)
            return written;
    }
    return {};
}

/// What lists all pairs.
Result<void> writeLists(Job& job)
{
    Result<void> written = job.folder.write(QStringLiteral("pairs.csv"), CsvTable::rowOf(columns()) + job.table);
    for (const auto& [split, list] : job.lists)
        if (written)
            written = job.folder.write(splitName(split) + QStringLiteral(".txt"), list);
    if (written)
        written =
            job.folder.write(QStringLiteral("README.txt"), QString::fromUtf8(readme).arg(completionSamples).toUtf8());
    return written;
}
} // namespace

Result<ExportReport> writeCompletionPairs(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, projectFolder, options, *folder};
    ExportReport report;
    for (const FrameId frame : scene.frameOrder()) {
        if (const auto added = addFrame(job, frame); !added)
            return tl::unexpected(added.error());
        if (!progress.report(++report.frames, static_cast<int>(scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    report.shapes = job.pairs;
    if (job.withoutOutline.count() > 0)
        report.notHeld.push_back(
            Text::tr("Objects without a completed surface, left out: %1.").arg(job.withoutOutline.text()));
    if (job.withoutPoints.count() > 0)
        report.notHeld.push_back(
            Text::tr("Objects without a point in their cuboid, left out: %1.").arg(job.withoutPoints.text()));
    const auto finished = writeLists(job).and_then([&] { return folder->commit(report, progress); });
    if (!finished)
        return tl::unexpected(finished.error());
    return report;
}

} // namespace lunkuo
