#include "model/review/Report.h"

#include "model/review/FramePairs.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The object of a verdict by its name, where it has one.
QString objectOf(const Scene& scene, const Verdict& verdict)
{
    const auto track = scene.tracks.find(verdict.track);
    if (track != scene.tracks.end())
        return QStringLiteral("%1 %2").arg(scene.taxonomy.className(track->second.classId)).arg(track->second.number);
    return verdict.judged ? QStringLiteral("%1 %2")
                                .arg(scene.taxonomy.className(verdict.judged->classId))
                                .arg(verdict.judged->number)
                          : QString();
}

std::optional<Shape> shapeOf(const Scene& scene, const Verdict& verdict)
{
    if (verdict.judged)
        return verdict.judged->shape;
    const Shape* shape = verdict.isOfShape() ? scene.shapes.of(verdict.track, verdict.frame) : nullptr;
    return shape ? std::optional(*shape) : std::nullopt;
}

std::vector<RejectedObject> rejectedIn(const Scene& scene)
{
    std::vector<RejectedObject> rejected;
    for (const VerdictId id : scene.verdicts.open()) {
        const Verdict& verdict = scene.verdicts.at(id);
        rejected.push_back({verdict.frame, fullNameOf(scene, verdict.frame), objectOf(scene, verdict),
            shapeOf(scene, verdict), verdict});
    }
    const auto placeOf = [&scene](const RejectedObject& object) {
        const Frame& frame = scene.frames.at(object.frame);
        return std::tuple(frame.sequence, frame.index, object.verdict.id);
    };
    std::sort(rejected.begin(), rejected.end(),
        [&](const RejectedObject& a, const RejectedObject& b) { return placeOf(a) < placeOf(b); });
    return rejected;
}

} // namespace

ProjectCounts countsOf(const Scene& scene)
{
    ProjectCounts counts;
    counts.sequences = static_cast<int>(scene.sequences.size());
    counts.frames = static_cast<int>(scene.frames.size());
    for (const auto& [id, frame] : scene.frames) {
        ++counts.framesInState[static_cast<std::size_t>(frame.state)];
        counts.framesWithShapes += scene.shapes.ofFrame(id).empty() ? 0 : 1;
    }
    std::map<QString, ProjectCounts::OfClass> byClass;
    for (const auto& [id, track] : scene.tracks) {
        ProjectCounts::OfClass& ofClass = byClass[track.classId];
        ++ofClass.objects;
        for (const ShapeId shape : scene.shapes.ofTrack(id)) {
            ++ofClass.shapes;
            ofClass.keyFrames += scene.shapes.at(shape).isKeyFrame() ? 1 : 0;
        }
    }
    const auto take = [&](const QString& classId, const ProjectCounts::OfClass& ofClass) {
        counts.classes.push_back({classId, ofClass.objects, ofClass.shapes, ofClass.keyFrames});
        counts.all.objects += ofClass.objects;
        counts.all.shapes += ofClass.shapes;
        counts.all.keyFrames += ofClass.keyFrames;
    };
    for (const ClassDef& known : scene.taxonomy.classes)
        if (const auto found = byClass.extract(known.id))
            take(known.id, found.mapped());
    for (const auto& [classId, ofClass] : byClass)
        take(classId, ofClass);
    return counts;
}

Result<Report> makeReport(const Scene& scene, const ProjectStore& store, const Progress& progress)
{
    WorkMeter work;
    bool isCancelled = false;
    const auto read = store.streamHistory([&](const ProjectStore::HistoryRow& row) {
        work.add(row.when, row.who, row.edit, row.kind == EditLog::Kind::Do);
        isCancelled = !progress.report(0, 0);
        return !isCancelled;
    });
    if (!read)
        return tl::unexpected(read.error());
    if (isCancelled)
        return failure(Text::tr("The report was cancelled."));
    Report report;
    report.project = QFileInfo(store.path()).completeBaseName();
    report.written = QDateTime::currentDateTime();
    report.counts = countsOf(scene);
    report.acceptance = acceptanceOf(scene, work);
    report.work = work.byPerson();
    report.workByClass = work.byClass(scene);
    report.otherWork = work.other();
    report.rejected = rejectedIn(scene);
    report.taxonomy = scene.taxonomy;
    return report;
}

} // namespace lunkuo
