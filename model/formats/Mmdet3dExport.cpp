#include "model/cloud/CloudFormat.h"
#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/JsonFile.h"
#include "model/formats/Kitti.h"
#include "model/formats/Mmdet3d.h"
#include "model/formats/PointCounts.h"
#include "model/formats/ProjectedBox.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Splits.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Mmdet3dExport)
};

const QString classFile = QStringLiteral("lunkuo_dataset.py");

QString infoFile(const QString& split)
{
    return QStringLiteral("custom_infos_%1.json").arg(split);
}

QJsonArray rowsOf(const Eigen::Matrix4d& matrix)
{
    QJsonArray rows;
    for (Eigen::Index row = 0; row < 4; ++row)
        rows.append(QJsonArray{matrix(row, 0), matrix(row, 1), matrix(row, 2), matrix(row, 3)});
    return rows;
}

QJsonObject cameraObject(const Camera& camera)
{
    Eigen::Matrix4d cam2img = Eigen::Matrix4d::Identity();
    cam2img.topRows<3>() = camera.model.projection;
    const Eigen::Matrix4d lidar2cam = camera.camera_sensor.m.matrix();
    return {{QStringLiteral("height"), camera.model.height_px}, {QStringLiteral("width"), camera.model.width_px},
        {QStringLiteral("cam2img"), rowsOf(cam2img)}, {QStringLiteral("lidar2cam"), rowsOf(lidar2cam)},
        {QStringLiteral("lidar2img"), rowsOf(cam2img * lidar2cam)}};
}

/// A string that Python reads as it is: JSON's quoting is one of Python's.
QString quoted(const QString& text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QByteArray pythonOf(const Scene& scene, const QStringList& classes)
{
    QString names;
    QString colours;
    for (const QString& id : classes) {
        const ClassDef* known = scene.taxonomy.classOf(id);
        const quint32 rgb = known ? known->color : ClassDef().color;
        names += QStringLiteral("        %1,\n").arg(quoted(id));
        colours +=
            QStringLiteral("        (%1, %2, %3),\n").arg(rgb >> 16U & 0xffU).arg(rgb >> 8U & 0xffU).arg(rgb & 0xffU);
    }
    return QStringLiteral(
        "\"\"\"Reads this dataset with MMDetection3D 1.x.\n\n"
        "In a configuration:\n\n"
        "    custom_imports = dict(imports=['lunkuo_dataset'])\n"
        "    dataset = dict(type='LunkuoDataset', data_root='...', ann_file='custom_infos_train.json',\n"
        "                   data_prefix=dict(pts='points', img=''), box_type_3d='LiDAR')\n\"\"\"\n\n"
        "import numpy as np\n"
        "from mmdet3d.datasets import Det3DDataset\n"
        "from mmdet3d.registry import DATASETS\n"
        "from mmdet3d.structures import LiDARInstance3DBoxes\n\n\n"
        "@DATASETS.register_module()\n"
        "class LunkuoDataset(Det3DDataset):\n"
        "    \"\"\"Boxes in the frame of the LiDAR, with their geometric centres.\"\"\"\n\n"
        "    METAINFO = {'classes': (\n%1    ), 'palette': [\n%2    ]}\n\n"
        "    def parse_ann_info(self, info):\n"
        "        found = super().parse_ann_info(info)\n"
        "        if found is None:\n"
        "            found = {\n"
        "                'gt_bboxes_3d': np.zeros((0, 7), dtype=np.float32),\n"
        "                'gt_labels_3d': np.zeros(0, dtype=np.int64),\n"
        "            }\n"
        "        found = self._remove_dontcare(found)\n"
        "        found['gt_bboxes_3d'] = LiDARInstance3DBoxes(\n"
        "            found['gt_bboxes_3d'], origin=(0.5, 0.5, 0)).convert_to(self.box_mode_3d)\n"
        "        return found\n")
        .arg(names, colours)
        .toUtf8();
}

/// One frame a line, so that two datasets can be compared and an error has a line.
QByteArray infoText(const QJsonObject& metainfo, const std::vector<QByteArray>& frames)
{
    QByteArray text = "{\"metainfo\": " + jsonText(metainfo).trimmed() + ",\n\"data_list\": [\n";
    for (std::size_t i = 0; i < frames.size(); ++i)
        text += frames[i] + (i + 1 < frames.size() ? ",\n" : "\n");
    return text + "]}\n";
}

class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, const ExportOptions& options, DatasetFolder& folder)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_options(options)
        , m_folder(folder)
        , m_files(projectFolder, folder)
        , m_names(scene)
        , m_classes(classesOf(scene))
    {
    }

    Result<void> writeFrame(FrameId id)
    {
        const Frame& frame = m_scene.frames.at(id);
        const QString name = m_names.path(id, DatasetNames::joint());
        const auto instances = instancesOf(frame);
        if (!instances)
            return tl::unexpected(instances.error());
        const auto points = m_files.placeKittiBin(QStringLiteral("points/") + name, frame);
        if (!points)
            return tl::unexpected(points.error());
        QJsonObject info{{QStringLiteral("sample_idx"), m_report.frames},
            {QStringLiteral("lidar_points"), QJsonObject{{QStringLiteral("num_pts_feats"), 4},
                                                 {QStringLiteral("lidar_path"), QFileInfo(*points).fileName()}}},
            {QStringLiteral("instances"), *instances}};
        if (frame.timestamp_ns)
            info[QStringLiteral("timestamp")] = static_cast<double>(*frame.timestamp_ns) * 1e-9;
        const auto images = imagesOf(frame, name);
        if (!images)
            return tl::unexpected(images.error());
        if (!images->isEmpty())
            info[QStringLiteral("images")] = *images;
        m_named.emplace_back(id, name);
        m_infos[name] = jsonText(info).trimmed();
        ++m_report.frames;
        m_report.shapes += static_cast<int>(instances->size());
        return {};
    }

    Result<ExportReport> finish(const Progress& progress)
    {
        const SplitLists lists = SplitLists::of(m_named, splitsOf(m_scene, m_options));
        m_report.notHeld = m_files.sentences() + lists.sentences();
        return writeInfos(QStringLiteral("train"), lists.train)
            .and_then([&] { return writeInfos(QStringLiteral("val"), lists.val); })
            .and_then([&] { return writeInfos(QStringLiteral("test"), lists.test); })
            .and_then([&] { return m_folder.write(classFile, pythonOf(m_scene, m_classes)); })
            .and_then([&] { return m_folder.commit(m_report, progress); })
            .map([this] { return m_report; });
    }

    [[nodiscard]] int frames() const { return m_report.frames; }

private:
    Result<QJsonArray> instancesOf(const Frame& frame)
    {
        QJsonArray result;
        std::vector<const Shape*> shapes;
        std::vector<Cuboid> cuboids;
        for (const ShapeId id : m_scene.shapesOf(frame.id))
            if (const Shape& shape = m_scene.shapes.at(id); m_scene.trackOf(shape)) {
                shapes.push_back(&shape);
                cuboids.push_back(shape.cuboid);
            }
        if (shapes.empty())
            return result;
        const auto cloud = readCloud(m_projectFolder.absoluteFilePath(frame.cloudPath));
        if (!cloud)
            return tl::unexpected(cloud.error());
        const std::vector<qint64> points = pointsInside(*cloud, cuboids);
        for (std::size_t i = 0; i < shapes.size(); ++i)
            result.append(instanceOf(*shapes[i], frame, points[i]));
        return result;
    }

    QJsonObject instanceOf(const Shape& shape, const Frame& frame, qint64 points)
    {
        const Track& track = *m_scene.trackOf(shape);
        const Eigen::Vector3d& c = shape.cuboid.center;
        const Eigen::Vector3d& s = shape.cuboid.size;
        const auto label = static_cast<int>(m_classes.indexOf(track.classId));
        const Camera* camera = kittiCamera(m_scene, frame);
        const auto seen = camera ? projectedBox(shape, *camera) : std::nullopt;
        const ImageBox box = seen ? seen->box : ImageBox{0.0, 0.0, 0.0, 0.0};
        return {{QStringLiteral("bbox_3d"),
                    QJsonArray{c.x(), c.y(), c.z() - 0.5 * s.z(), s.x(), s.y(), s.z(), shape.cuboid.yaw()}},
            {QStringLiteral("bbox_label_3d"), label},
            {QStringLiteral("bbox"), QJsonArray{box.left_px, box.top_px, box.right_px, box.bottom_px}},
            {QStringLiteral("bbox_label"), label}, {QStringLiteral("num_lidar_pts"), points},
            {QStringLiteral("track_id"), track.number}};
    }

    Result<QJsonObject> imagesOf(const Frame& frame, const QString& name)
    {
        QJsonObject images;
        const auto calibration = m_scene.calibrations.find(frame.calibration);
        if (calibration == m_scene.calibrations.end())
            return images;
        for (const FrameImage& image : frame.images)
            for (const Camera& camera : calibration->second.cameras) {
                if (camera.name != image.camera)
                    continue;
                const auto placed =
                    m_files.placeImage(QStringLiteral("images/%1/%2").arg(m_names.ofCamera(camera.name), name), image);
                if (!placed)
                    return tl::unexpected(placed.error());
                if (placed->isEmpty())
                    continue;
                QJsonObject entry = cameraObject(camera);
                entry[QStringLiteral("img_path")] = *placed;
                images[camera.name] = entry;
            }
        return images;
    }

    Result<void> writeInfos(const QString& split, const QStringList& names)
    {
        QJsonObject categories;
        for (const QString& id : m_classes)
            categories[id] = static_cast<int>(categories.size());
        const QJsonObject metainfo{{QStringLiteral("categories"), categories},
            {QStringLiteral("dataset"), QStringLiteral("custom")},
            {QStringLiteral("info_version"), QStringLiteral("1.1")},
            {QStringLiteral("origin"), QJsonArray{0.5, 0.5, 0.0}}};
        std::vector<QByteArray> frames;
        for (const QString& name : names)
            frames.push_back(m_infos.at(name));
        return m_folder.write(infoFile(split), infoText(metainfo, frames));
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    const ExportOptions& m_options;
    DatasetFolder& m_folder;
    SensorFiles m_files;
    DatasetNames m_names;
    QStringList m_classes; ///< by their label
    ExportReport m_report;
    std::vector<std::pair<FrameId, QString>> m_named;
    std::map<QString, QByteArray> m_infos; ///< JSON by name
};
} // namespace

Result<ExportReport> writeMmdet3d(
    const Scene& scene, const QDir& projectFolder, const ExportOptions& options, const Progress& progress)
{
    if (scene.frames.empty())
        return failure(Text::tr("The project has no frames to export."));
    auto folder = DatasetFolder::begin(options);
    if (!folder)
        return tl::unexpected(folder.error());
    Writer writer(scene, projectFolder, options, *folder);
    for (const FrameId id : scene.frameOrder()) {
        if (const auto written = writer.writeFrame(id); !written)
            return tl::unexpected(written.error());
        if (!progress.report(writer.frames(), static_cast<int>(scene.frames.size())))
            return failure(Text::tr("The export was cancelled."));
    }
    return writer.finish(progress);
}

} // namespace lunkuo
