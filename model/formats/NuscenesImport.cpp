#include "model/formats/FrameFinder.h"
#include "model/formats/Nuscenes.h"
#include "model/formats/TrackedShapes.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NuscenesImport)
};

/// vehicle.moving: the attribute "vehicle" where the taxonomy has it, else "motion" where that knows the word.
void setState(const QString& name, const Taxonomy& taxonomy, TrackedShapes& shapes, TrackedShapes::Added& added)
{
    const qsizetype point = name.indexOf(u'.');
    const QString kind = name.left(point);
    const QString state = name.mid(point + 1);
    const QString word = state == QLatin1String("standing") ? QStringLiteral("stopped") : state;
    const AttributeDef* motion = taxonomy.attribute(QStringLiteral("motion"));
    const bool isMotion =
        kind != QLatin1String("cycle") && motion && motion->appliesTo(added.track.classId) && motion->accepts(word);
    if (!taxonomy.attribute(kind) && isMotion)
        shapes.setAttribute(added, QStringLiteral("motion"), word);
    else if (taxonomy.attribute(kind) || added.track.classId != QLatin1String("Cyclist"))
        shapes.setAttribute(added, kind, state);
}

/// Finds the frames of a project that samples are.
class SampleFrames
{
public:
    explicit SampleFrames(const Scene& scene)
        : m_finder(scene)
    {
        for (const auto& [id, frame] : scene.frames)
            if (frame.timestamp_ns)
                m_byMoment.insert(*frame.timestamp_ns / 1000, id);
    }

    [[nodiscard]] FrameId frameOf(const NuscenesTables::Data& lidar, const QString& sceneName, bool isOnlyScene) const
    {
        const QString file = QFileInfo(lidar.file).fileName();
        const SequenceId sequence = m_finder.sequenceOf(sceneName, isOnlyScene);
        for (const FrameId id : {m_finder.frameOf(stem(file)), m_finder.frameOf(sequence, file)})
            if (id.isValid())
                return id;
        return m_byMoment.count(lidar.timestamp_us) == 1 ? m_byMoment.value(lidar.timestamp_us) : FrameId();
    }

private:
    static QString stem(const QString& file)
    {
        const QString suffix = QStringLiteral(".pcd.bin");
        return file.endsWith(suffix) ? file.chopped(suffix.size()) : QFileInfo(file).completeBaseName();
    }

    FrameFinder m_finder;
    QMultiHash<qint64, FrameId> m_byMoment;
};
} // namespace

ImportedShapes nuscenesShapes(
    const NuscenesTables& tables, const QHash<QString, NuscenesFrame>& frames, const Scene& scene)
{
    TrackedShapes shapes(scene);
    for (const NuscenesTables::Annotation& annotation : tables.annotations) {
        const auto frame = frames.constFind(annotation.sample);
        if (frame == frames.constEnd()) {
            shapes.countStranger(annotation.sample);
            continue;
        }
        const Eigen::Isometry3d sensor_world = frame->world_sensor.inverse();
        const Eigen::Quaterniond turn(sensor_world.linear());
        const Cuboid cuboid{
            sensor_world * annotation.center, annotation.size, (turn * annotation.rotation).normalized()};
        const QString category = tables.categoryOf.value(annotation.instance);
        auto added = shapes.add(annotation.instance, classOfNuscenes(category, annotation.attributes, scene.taxonomy),
            frame->frame, cuboid);
        if (!added)
            continue;
        for (const QString& attribute : annotation.attributes)
            setState(attribute, scene.taxonomy, shapes, *added);
        if (!annotation.visibility.isEmpty())
            shapes.setFirst(
                *added, {QStringLiteral("visibility")}, {annotation.visibility}, true); // most taxonomies do without
    }
    return shapes.take();
}

Result<ImportedShapes> readNuscenes(const Scene& scene, const QDir&, const QString& source, const Progress& progress)
{
    QStringList remarks;
    const QString folder = QFileInfo(source).isDir() ? NuscenesTables::tablesIn(QDir(source), &remarks) : QString();
    if (folder.isEmpty())
        return failure(
            Text::tr("“%1” holds no tables of nuScenes: “v1.0-*/sample_data.json” was expected.").arg(source));
    const auto tables = NuscenesTables::read(QDir(folder), {.sweeps = true}, remarks, progress);
    if (!tables)
        return tl::unexpected(tables.error());
    QHash<QString, QString> sceneNames;
    for (const NuscenesTables::Scene& known : tables->scenes)
        sceneNames[known.token] = known.name;
    const SampleFrames finder(scene);
    QHash<QString, NuscenesFrame> frames;
    std::set<FrameId> sweeps;
    int withoutPose = 0;
    for (const NuscenesTables::Data& lidar : tables->data) {
        if (!tables->isLidar(lidar))
            continue;
        const QString name = sceneNames.value(tables->samples.value(lidar.sample).scene);
        const FrameId frame = finder.frameOf(lidar, name, tables->scenes.size() == 1);
        if (!lidar.isKeyFrame) {
            if (frame.isValid())
                sweeps.insert(frame);
            continue;
        }
        const auto world_sensor = tables->world_sensor(lidar);
        withoutPose += frame.isValid() && !world_sensor ? 1 : 0;
        if (frame.isValid() && world_sensor)
            frames[lidar.sample] = {frame, *world_sensor};
    }
    if (frames.isEmpty())
        return failure(
            Text::tr("None of the %1 samples in “%2” is a frame of the project, by its cloud's name or by its "
                     "time.")
                .arg(tables->samples.size())
                .arg(folder));
    ImportedShapes found = nuscenesShapes(*tables, frames, scene);
    if (const int between = addBetweenSamples(found, sweeps, scene); between > 0)
        found.notes.push_back(
            Text::tr("Boxes of frames between the samples (sweeps), interpolated from theirs: %1.").arg(between));
    if (withoutPose > 0)
        found.remarks.push_back(Text::tr("Samples whose pose is missing, left out: %1.").arg(withoutPose));
    found.remarks = remarks + found.remarks;
    return found;
}

} // namespace lunkuo
