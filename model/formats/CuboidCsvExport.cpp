#include "model/cloud/CloudFormat.h"
#include "model/formats/CsvTable.h"
#include "model/formats/CuboidCsv.h"
#include "model/formats/DatasetFolder.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/PointCounts.h"

#include <QCoreApplication>
#include <QUuid>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CuboidCsvExport)
};

QString scriptFile()
{
    return QStringLiteral("to_feather.py");
}

const char* const script = R"(#!/usr/bin/env python3
"""Turns the tables in the folders beside this file into Feather files. Needs pandas and pyarrow."""
import pathlib

import pandas

for name in ("annotations.csv", "city_SE3_egovehicle.csv"):
    for path in sorted(pathlib.Path(__file__).resolve().parent.glob("*/" + name)):
        table = pandas.read_csv(path, dtype={"track_uuid": str, "category": str}, keep_default_na=False,
                                float_precision="round_trip")
        table.to_feather(path.with_suffix(".feather"))
        print(path.with_suffix(".feather"), len(table))
)";

struct Job
{
    const Scene& scene;
    const QDir& projectFolder;
    const ExportOptions& options;
    const Progress& progress;
    DatasetFolder& folder;
    DatasetNames names{scene};
    int untimed = 0;
    int uncounted = 0; ///< frames whose cloud cannot be read
    ExportReport report{};
};

QStringList words(const Eigen::Quaterniond& rotation, const Eigen::Vector3d& place)
{
    QStringList result;
    for (const double value : {rotation.w(), rotation.x(), rotation.y(), rotation.z(), place.x(), place.y(), place.z()})
        result.push_back(CsvTable::number(value));
    return result;
}

/// The frames' own times where each has another one, else counted at 10 Hz.
std::vector<qint64> timesOf(Job& job, const std::vector<FrameId>& frames)
{
    std::vector<qint64> result;
    std::set<qint64> different;
    for (const FrameId id : frames)
        if (const auto time = job.scene.frames.at(id).timestamp_ns; time && different.insert(*time).second)
            result.push_back(*time);
    if (result.size() == frames.size())
        return result;
    job.untimed += static_cast<int>(frames.size());
    result.clear();
    for (std::size_t i = 0; i < frames.size(); ++i)
        result.push_back(static_cast<qint64>(i) * 100'000'000);
    return result;
}

/// The same wherever the project is exported from.
QString uuidOf(const Scene& scene, const Track& track)
{
    const QString name = scene.sequences.at(track.sequence).name;
    return QUuid::createUuidV5(QUuid(), QStringLiteral("%1 %2 %3").arg(name).arg(track.number).arg(track.id.value))
        .toString(QUuid::WithoutBraces);
}

/// A count of -1 for all: the cloud cannot be read.
std::vector<qint64> countsOf(Job& job, const Frame& frame, const std::vector<ShapeId>& shapes)
{
    const auto cloud = shapes.empty() ? Result<PointCloud>(PointCloud())
                                      : readCloud(job.projectFolder.absoluteFilePath(frame.cloudPath));
    if (!cloud) {
        ++job.uncounted;
        return std::vector<qint64>(shapes.size(), -1);
    }
    return pointsInside(*cloud, cuboidsOf(job.scene, shapes));
}

QByteArray rowsOf(Job& job, const Frame& frame, qint64 time)
{
    QByteArray rows;
    const auto shapes = job.scene.shapesOf(frame.id);
    const auto counts = countsOf(job, frame, shapes);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Shape& shape = job.scene.shapes.at(shapes[i]);
        const Track* track = job.scene.trackOf(shape);
        if (!track)
            continue;
        QStringList row{QString::number(time), uuidOf(job.scene, *track), track->classId};
        for (const double side : shape.cuboid.size)
            row.push_back(CsvTable::number(side));
        row += words(shape.cuboid.rotation, shape.cuboid.center);
        row.push_back(QString::number(counts[i]));
        rows += CsvTable::rowOf(row);
        ++job.report.shapes;
    }
    return rows;
}

Result<void> writeSequence(Job& job, SequenceId sequence)
{
    const auto frames = job.scene.framesOf(sequence);
    const auto times = timesOf(job, frames);
    const QStringList poseColumns = csvColumns().mid(6, 7);
    QByteArray annotations = CsvTable::rowOf(csvColumns());
    QByteArray list = CsvTable::rowOf({csvColumns().front(), QStringLiteral("frame"), QStringLiteral("split")});
    QByteArray poses = CsvTable::rowOf(QStringList{csvColumns().front()} + poseColumns);
    bool hasPoses = false;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const Frame& frame = job.scene.frames.at(frames[i]);
        const QString time = QString::number(times[i]);
        annotations += rowsOf(job, frame, times[i]);
        list += CsvTable::rowOf({time, job.names.of(frame.id), splitName(job.options.splitOf(frame.id))});
        if (frame.world_ego) {
            hasPoses = true;
            const Eigen::Isometry3d& pose = frame.world_ego->m;
            poses += CsvTable::rowOf(QStringList{time} + words(Eigen::Quaterniond(pose.linear()), pose.translation()));
        }
        if (!job.progress.report(++job.report.frames, static_cast<int>(job.scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    const QString root = job.names.of(sequence) + u'/';
    Result<void> written = job.folder.write(root + QString::fromUtf16(csvAnnotations), annotations);
    if (written)
        written = job.folder.write(root + QString::fromUtf16(csvFrames), list);
    if (written && hasPoses)
        written = job.folder.write(root + QString::fromUtf16(csvPoses), poses);
    return written;
}
} // namespace

const QStringList& csvColumns()
{
    static const QStringList columns{QStringLiteral("timestamp_ns"), QStringLiteral("track_uuid"),
        QStringLiteral("category"), QStringLiteral("length_m"), QStringLiteral("width_m"), QStringLiteral("height_m"),
        QStringLiteral("qw"), QStringLiteral("qx"), QStringLiteral("qy"), QStringLiteral("qz"), QStringLiteral("tx_m"),
        QStringLiteral("ty_m"), QStringLiteral("tz_m"), QStringLiteral("num_interior_pts")};
    return columns;
}

Result<ExportReport> writeCuboidCsv(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Job job{scene, projectFolder, options, progress, *folder};
    Result<void> written = folder->write(scriptFile(), script);
    for (const SequenceId id : filledSequences(scene))
        if (written)
            written = writeSequence(job, id);
    if (job.untimed > 0)
        job.report.notHeld.push_back(
            Text::tr("Frames counted at 10 Hz, because not all of their sequence have a time of their own: %1.")
                .arg(job.untimed));
    if (job.uncounted > 0)
        job.report.notHeld.push_back(
            Text::tr("Frames whose cloud cannot be read, so that num_interior_pts is -1: %1.").arg(job.uncounted));
    if (written)
        written = folder->commit(job.report, progress);
    if (!written)
        return tl::unexpected(written.error());
    return job.report;
}

} // namespace lunkuo
