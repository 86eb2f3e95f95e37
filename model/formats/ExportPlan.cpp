#include "model/formats/ExportPlan.h"

#include "model/formats/DatasetNames.h"
#include "model/formats/NotHeld.h"
#include "model/formats/SensorFiles.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportPlan)
};

constexpr qint64 shape_bytes = 200;
constexpr qint64 outline_bytes = 20'000;
constexpr qint64 frame_bytes = 2'000;

std::size_t placeOf(Split split)
{
    return static_cast<std::size_t>(split);
}

/// What the files of the scene take on the disk, without opening them.
qint64 filesOf(const Scene& scene, const QDir& projectFolder)
{
    qint64 bytes = 0;
    for (const auto& [id, frame] : scene.frames) {
        bytes += QFileInfo(projectFolder.absoluteFilePath(frame.cloudPath)).size();
        for (const FrameImage& image : frame.images)
            bytes += QFileInfo(projectFolder.absoluteFilePath(image.path)).size();
    }
    return bytes;
}

/// Classes that many tools take for one.
QStringList onClassesAlike(const std::map<QString, int>& shapesOfClass)
{
    std::map<QString, QStringList> spellings;
    for (const auto& [id, number] : shapesOfClass)
        spellings[id.toLower()].push_back(id);
    QStringList result;
    for (const auto& [lower, ids] : spellings)
        if (ids.size() > 1)
            result.push_back(
                Text::tr("Classes that differ only in upper and lower case, which many tools take for one: %1.")
                    .arg(ids.join(QStringLiteral(", "))));
    return result;
}

/// The recipe as far as the format can say it: where it says no splits nothing is cut, so that no frame is lost for
/// nothing.
SplitRecipe recipeFor(const DatasetFormat& format, const SplitRecipe& asked)
{
    SplitRecipe result = asked;
    result.cutSequence = asked.cutSequence && format.holds.splits;
    return result;
}

void count(ExportPreview& preview, const Scene& scene, const ExportOptions& options)
{
    preview.sequences = static_cast<int>(filledSequences(scene).size());
    preview.frames = static_cast<int>(scene.frames.size());
    preview.tracks = static_cast<int>(scene.tracks.size());
    for (const auto& [id, frame] : scene.frames)
        ++preview.framesOfSplit[placeOf(options.splitOf(id))];
    for (const auto& [id, shape] : scene.shapes)
        if (const Track* track = scene.trackOf(shape)) {
            ++preview.shapes;
            ++preview.shapesOfClass[track->classId];
            ++preview.shapesOfSplit[placeOf(options.splitOf(shape.frame))];
            preview.labels_bytes += shape_bytes + (shape.outline.isEmpty() ? 0 : outline_bytes);
        }
    preview.labels_bytes += frame_bytes * preview.frames;
}

QJsonObject splitJson(const std::optional<SplitRecipe>& recipe)
{
    QJsonObject result = recipe ? recipe->toJson() : QJsonObject();
    result[QStringLiteral("rule")] = recipe ? QStringLiteral("shares") : QStringLiteral("last sequence");
    return result;
}

QJsonObject optionsJson(const DatasetFormat& format, const ExportOptions& options)
{
    QJsonObject result{
        {QStringLiteral("linkFiles"), options.linkFiles}, {QStringLiteral("hashLinks"), options.hashLinks}};
    if (format.hasCameraBoxes)
        result[QStringLiteral("boxes")] =
            options.openPcdetBoxes ? QStringLiteral("openpcdet") : QStringLiteral("exact");
    return result;
}

/// How many of the exported frames and objects each reviewer has accepted, and how many nobody has.
QJsonObject reviewJson(const Scene& scene)
{
    std::map<QString, std::pair<int, int>> accepted;
    int frames = 0;
    int objects = 0;
    for (const auto& [id, frame] : scene.frames)
        if (const Verdict* verdict = scene.verdicts.of(id); verdict && !verdict->isOpen())
            ++accepted[verdict->reviewer].first, ++frames;
    for (const auto& [id, shape] : scene.shapes)
        if (const Verdict* verdict = scene.verdicts.of(shape.track, shape.frame); verdict && !verdict->isOpen())
            ++accepted[verdict->reviewer].second, ++objects;
    QJsonArray reviewers;
    for (const auto& [name, counts] : accepted)
        reviewers.append(QJsonObject{{QStringLiteral("reviewer"), name.isEmpty() ? QJsonValue() : QJsonValue(name)},
            {QStringLiteral("frames"), counts.first}, {QStringLiteral("objects"), counts.second}});
    return {{QStringLiteral("acceptedBy"), reviewers},
        {QStringLiteral("exportedFramesNotAccepted"), static_cast<int>(scene.frames.size()) - frames},
        {QStringLiteral("exportedObjectsNotAccepted"), static_cast<int>(scene.shapes.size()) - objects}};
}

/// What the manifest says before the files.
QJsonObject aboutOf(
    const DatasetFormat& format, const ExportRequest& request, const ExportPreview& preview, const Scene& scene)
{
    return {{QStringLiteral("format"), format.id}, {QStringLiteral("formatVersion"), format.version},
        {QStringLiteral("project"), request.projectName},
        {QStringLiteral("time"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {QStringLiteral("counts"), preview.toJson()}, {QStringLiteral("selection"), request.selection.toJson()},
        {QStringLiteral("splits"), splitJson(request.split)}, {QStringLiteral("review"), reviewJson(scene)},
        {QStringLiteral("options"), optionsJson(format, request.options)}};
}
} // namespace

QString splitId(Split split)
{
    static const std::array ids{QStringLiteral("train"), QStringLiteral("val"), QStringLiteral("test")};
    return ids[placeOf(split)];
}

QJsonObject ExportPreview::toJson() const
{
    QJsonObject classes;
    for (const auto& [id, number] : shapesOfClass)
        classes[id] = number;
    QJsonObject splits;
    for (const Split split : {Split::Train, Split::Val, Split::Test})
        splits[splitId(split)] = QJsonObject{{QStringLiteral("frames"), framesOfSplit[placeOf(split)]},
            {QStringLiteral("shapes"), shapesOfSplit[placeOf(split)]}};
    return {{QStringLiteral("sequences"), sequences}, {QStringLiteral("frames"), frames},
        {QStringLiteral("tracks"), tracks}, {QStringLiteral("shapes"), shapes}, {QStringLiteral("classes"), classes},
        {QStringLiteral("splits"), splits}, {QStringLiteral("leftOut"), leftOut.toJson()}};
}

Result<ExportPlan> planExport(const Scene& scene, const QDir& projectFolder, const DatasetFormat& format,
    const ExportRequest& request, const Progress& progress)
{
    auto selection = selectedScene(scene, request.selection, projectFolder, progress);
    if (!selection)
        return tl::unexpected(selection.error());
    ExportPlan plan{std::move(selection->scene), request.options, {}};
    plan.preview.leftOut = selection->leftOut;
    if (request.split) {
        auto splits = splitPlan(plan.scene, recipeFor(format, *request.split));
        if (!splits)
            return tl::unexpected(splits.error());
        dropFrames(plan.scene, splits->leftOut);
        plan.preview.leftOut.framesBetweenBlocks = static_cast<int>(splits->leftOut.size());
        plan.preview.remarks = splits->remarks;
        if (request.split->cutSequence && !format.holds.splits)
            plan.preview.remarks.push_back(
                Text::tr("The format does not say what frames are for, so the sequence was not cut."));
        plan.options.splits = std::move(splits->splits);
    } else if (format.holds.splits) {
        plan.options.splits = defaultSplits(plan.scene);
    }
    count(plan.preview, plan.scene, plan.options);
    plan.preview.isAtMost = !format.holds.everyBox;
    plan.preview.remarks += onClassesAlike(plan.preview.shapesOfClass);
    plan.preview.notHeld = lossesOf(format.holds, plan.scene, plan.options, projectFolder, progress);
    plan.options.remarks = plan.preview.leftOut.sentences() + plan.preview.remarks + plan.preview.notHeld;
    if (format.carriesFiles || plan.preview.isAtMost)
        plan.preview.remarks.push_back(Text::tr("What shows only while files are written, as missing pictures and "
                                                "objects outside the pictures, is told after the export."));
    plan.options.sources += sensorFiles(scene, projectFolder);
    plan.preview.files_bytes = format.carriesFiles ? filesOf(plan.scene, projectFolder) : 0;
    plan.preview.linksFiles = format.carriesFiles && request.options.linkFiles;
    plan.options.about = aboutOf(format, request, plan.preview, plan.scene);
    if (progress.isCancelled())
        return failure(Text::tr("The export was cancelled."));
    return plan;
}

Result<ExportReport> exportDataset(const Scene& scene, const QDir& projectFolder, const DatasetFormat& format,
    const ExportRequest& request, const Progress& progress)
{
    const auto plan = planExport(scene, projectFolder, format, request, progress);
    return plan ? writePlan(*plan, projectFolder, format, progress) : tl::unexpected(plan.error());
}

Result<ExportReport> writePlan(
    const ExportPlan& plan, const QDir& projectFolder, const DatasetFormat& format, const Progress& progress)
{
    if (plan.scene.frames.empty())
        return failure(Text::tr("The selection leaves no frame to export."));
    return format.write(plan.scene, projectFolder, plan.options, progress);
}

} // namespace lunkuo
