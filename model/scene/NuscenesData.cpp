#include "model/scene/NuscenesData.h"

#include "model/formats/Nuscenes.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/SequenceFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(NuscenesData)
};

using Data = NuscenesTables::Data;

/// Makes a scene of the tables, one sequence after the other.
class Builder
{
public:
    Builder(const NuscenesTables& tables, QString root, const Taxonomy& taxonomy)
        : m_tables(tables)
        , m_root(std::move(root))
    {
        m_data.scene.taxonomy = taxonomy;
        for (const Data& taken : tables.data)
            if (tables.isLidar(taken))
                m_clouds[tables.samples.value(taken.sample).scene].push_back(&taken);
            else if (taken.isKeyFrame)
                m_pictures[taken.sample].push_back(&taken);
    }

    Result<OpenedData> build(const Progress& progress)
    {
        for (const NuscenesTables::Scene& known : m_tables.scenes) {
            addSequence(known);
            if (!progress.report(
                    static_cast<int>(m_data.scene.sequences.size()), static_cast<int>(m_tables.scenes.size())))
                return failure(Text::tr("Opening was cancelled."));
        }
        ImportedShapes found = nuscenesShapes(m_tables, m_samples, m_data.scene);
        addBetweenSamples(found, m_sweeps, m_data.scene);
        addFound(std::move(found), m_data.scene, m_data.remarks);
        const auto remark = [this](int count, const QString& sentence) {
            if (count > 0)
                m_data.remarks.push_back(sentence.arg(count));
        };
        remark(m_missingClouds, Text::tr("Clouds of LIDAR_TOP that are not there, left out with their frames: %1."));
        remark(m_missingPictures, Text::tr("Pictures that are not there: %1."));
        remark(m_withoutPose, Text::tr("Frames whose pose is missing: %1."));
        if (m_data.scene.frames.empty())
            return failure(
                Text::tr("“%1” holds none of the clouds that its tables speak of (samples/LIDAR_TOP/…).").arg(m_root));
        return std::move(m_data);
    }

private:
    void addSequence(const NuscenesTables::Scene& known)
    {
        const Sequence sequence{{static_cast<qint64>(m_data.scene.sequences.size()) + 1}, known.name, m_root};
        std::vector<const Data*> clouds = m_clouds[known.token];
        std::stable_sort(clouds.begin(), clouds.end(),
            [](const Data* a, const Data* b) { return a->timestamp_us < b->timestamp_us; });
        int index = 0;
        for (const Data* cloud : clouds)
            if (QFileInfo(m_root + u'/' + cloud->file).isFile())
                addFrame(*cloud, sequence.id, index++);
            else
                ++m_missingClouds;
        if (index > 0)
            m_data.scene.sequences.emplace(sequence.id, sequence);
    }

    void addFrame(const Data& cloud, SequenceId sequence, int index)
    {
        Frame frame;
        frame.id = {static_cast<qint64>(m_data.scene.frames.size()) + 1};
        frame.sequence = sequence;
        frame.index = index;
        frame.cloudPath = m_root + u'/' + cloud.file;
        frame.name = withoutCloudSuffix(QFileInfo(cloud.file).fileName());
        frame.timestamp_ns = cloud.timestamp_us * 1000;
        const auto world_lidar = m_tables.world_sensor(cloud);
        if (world_lidar)
            frame.world_ego = Transform<WorldFrame, EgoFrame>{*world_lidar};
        else
            ++m_withoutPose;
        Calibration calibration;
        calibration.id = {frame.id.value};
        calibration.sensorOrigin = Eigen::Vector3d::Zero();
        if (cloud.isKeyFrame) {
            for (const Data* picture : m_pictures.value(cloud.sample))
                addCamera(*picture, world_lidar, frame, calibration);
            if (world_lidar)
                m_samples[cloud.sample] = {frame.id, *world_lidar};
        } else {
            m_sweeps.insert(frame.id);
        }
        frame.calibration = calibration.id;
        m_data.scene.calibrations.emplace(calibration.id, std::move(calibration));
        m_data.scene.frames.emplace(frame.id, std::move(frame));
    }

    void addCamera(const Data& picture, const std::optional<Eigen::Isometry3d>& world_lidar, Frame& frame,
        Calibration& calibration)
    {
        const NuscenesTables::Sensor& sensor = *m_tables.sensorOf(picture);
        const QString path = m_root + u'/' + picture.file;
        if (QFileInfo(path).isFile())
            frame.images.push_back({sensor.channel, path});
        else
            ++m_missingPictures;
        // The car moves on between the moments of cloud and picture, so both poses count.
        const auto world_camera = m_tables.world_sensor(picture);
        if (!world_camera || !world_lidar || !sensor.intrinsic)
            return;
        Camera camera;
        camera.name = sensor.channel;
        camera.model.width_px = picture.width_px;
        camera.model.height_px = picture.height_px;
        camera.model.projection.leftCols<3>() = *sensor.intrinsic;
        camera.camera_sensor.m = world_camera->inverse() * *world_lidar;
        calibration.cameras.push_back(camera);
    }

    const NuscenesTables& m_tables;
    QString m_root;
    OpenedData m_data;
    QHash<QString, std::vector<const Data*>> m_clouds;   ///< by scene
    QHash<QString, std::vector<const Data*>> m_pictures; ///< by sample
    QHash<QString, NuscenesFrame> m_samples;
    std::set<FrameId> m_sweeps;
    int m_missingClouds = 0;
    int m_missingPictures = 0;
    int m_withoutPose = 0;
};
} // namespace

bool isNuscenesData(const QDir& folder)
{
    return !NuscenesTables::tablesIn(folder).isEmpty();
}

Result<OpenedData> openNuscenesData(
    const QDir& folder, const Taxonomy& taxonomy, const DataChoice& choice, const Progress& progress)
{
    QStringList remarks;
    const QString tablesFolder = NuscenesTables::tablesIn(folder, &remarks);
    const QString root =
        tablesFolder == folder.absolutePath() ? QFileInfo(tablesFolder).absolutePath() : folder.absolutePath();
    const auto tables = NuscenesTables::read(QDir(tablesFolder), {choice.sequences, choice.sweeps}, remarks, progress);
    if (!tables)
        return tl::unexpected(tables.error());
    if (const auto sound = checkChoice(choice, tables->sceneNames); !sound)
        return tl::unexpected(sound.error());
    auto data = Builder(*tables, root, taxonomy).build(progress);
    if (!data)
        return data;
    data->remarks = remarks + data->remarks;
    data->sequences = tables->sceneNames;
    data->hasSweeps = tables->hasSweeps;
    return data;
}

} // namespace lunkuo
