#include "model/cloud/CloudFormat.h"
#include "model/cloud/KittiBin.h"
#include "model/formats/ClassMapping.h"
#include "model/formats/ClassNames.h"
#include "model/formats/DatasetNames.h"
#include "model/formats/OpenPcdet.h"
#include "model/formats/SensorFiles.h"
#include "model/formats/Splits.h"
#include "model/geometry/Angles.h"

#include <QCoreApplication>
#include <QtEndian>
#include <set>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OpenPcdetExport)
};

const QString yamlName = QStringLiteral("lunkuo_dataset.yaml");

/// x y z and an intensity of 0..1, float32: what the rows of an .npy are that loaders take for granted.
PointCloud plainCloud(const PointCloud& cloud)
{
    const QByteArray rows = kittiCloud(cloud);
    PointCloud plain;
    plain.xyz.resize(cloud.size() * 3);
    PointArray<float> intensity(cloud.size());
    for (std::size_t i = 0; i < cloud.size(); ++i) {
        std::array<float, 4> row{};
        qFromLittleEndian<float>(rows.constData() + i * sizeof row, 4, row.data());
        std::copy_n(row.begin(), 3, plain.xyz.begin() + static_cast<std::ptrdiff_t>(3 * i));
        intensity[i] = row[3];
    }
    plain.fields.push_back({QStringLiteral("intensity"), std::move(intensity)});
    return plain;
}

/// Room round the boxes of a dataset, metres, as OpenPCDet's voxels want it.
struct PointRange
{
    double side = 0.0; ///< to each of the four sides
    double bottom = 0.0;
    double top = 0.0;
    double layer = 0.0; ///< height of a voxel
};

PointRange rangeOf(const Scene& scene)
{
    // Backbones halve a grid of 0.1 m voxels four times, and have forty layers of whole centimetres.
    constexpr double sideStep_m = 1.6;
    constexpr double leastHeight_m = 6.0;
    constexpr double layers = 40.0;
    constexpr double layerStep_m = 0.01;
    constexpr double margin_m = 5.0;
    constexpr double heightMargin_m = 0.5;
    double farthest = 50.0;
    double lowest = 0.0;
    double highest = 0.0;
    bool first = true;
    for (const auto& [id, shape] : scene.shapes)
        for (const Eigen::Vector3d& corner : shape.cuboid.corners()) {
            farthest = std::max(farthest, corner.head<2>().cwiseAbs().maxCoeff());
            lowest = first ? corner.z() : std::min(lowest, corner.z());
            highest = first ? corner.z() : std::max(highest, corner.z());
            first = false;
        }
    const double bottom = std::floor(lowest - heightMargin_m);
    const double height = std::max(leastHeight_m, highest + heightMargin_m - bottom);
    const double layer = layerStep_m * std::ceil(height / (layers * layerStep_m) - 1e-6);
    return {sideStep_m * std::ceil((farthest + margin_m) / sideStep_m), bottom, bottom + layers * layer, layer};
}

/// A string that YAML reads as it is.
QString quoted(const QString& text)
{
    return u'\'' + QString(text).replace(u'\'', QStringLiteral("''")) + u'\'';
}

QByteArray yamlOf(const Scene& scene, const QStringList& classes)
{
    const PointRange range = rangeOf(scene);
    const auto kitti = ClassMapping::load(QStringLiteral("kitti"));
    QStringList names;
    QString mapped;
    for (const QString& id : classes) {
        const QString word = oneWord(id);
        names.push_back(quoted(word));
        const auto known = kitti ? kitti->of(id) : std::nullopt;
        mapped += QStringLiteral("    %1: %2\n").arg(quoted(word), quoted(known.value_or(QStringLiteral("Misc"))));
    }
    const auto metres = [](double value) { return QString::number(value, 'f', 1); };
    return QStringLiteral(
        "# For OpenPCDet's CustomDataset. Put the classes into CLASS_NAMES of the model's configuration\n"
        "# and of pcdet/datasets/custom/custom_dataset.py, too.\n"
        "DATASET: 'CustomDataset'\n"
        "DATA_PATH: '../data/custom'\n\n"
        "CLASS_NAMES: [%1]\n\n"
        "POINT_CLOUD_RANGE: [-%2, -%2, %3, %2, %2, %4]\n\n"
        "DATA_SPLIT:\n    'train': train\n    'test': val\n\n"
        "INFO_PATH:\n    'train': [custom_infos_train.pkl]\n    'test': [custom_infos_val.pkl]\n\n"
        "MAP_CLASS_TO_KITTI:\n%5\n"
        "POINT_FEATURE_ENCODING:\n"
        "    encoding_type: absolute_coordinates_encoding\n"
        "    used_feature_list: ['x', 'y', 'z', 'intensity']\n"
        "    src_feature_list: ['x', 'y', 'z', 'intensity']\n\n"
        "DATA_AUGMENTOR:\n    DISABLE_AUG_LIST: ['placeholder']\n    AUG_CONFIG_LIST:\n"
        "        - NAME: random_world_flip\n          ALONG_AXIS_LIST: ['x', 'y']\n\n"
        "DATA_PROCESSOR:\n"
        "    - NAME: mask_points_and_boxes_outside_range\n      REMOVE_OUTSIDE_BOXES: True\n"
        "    - NAME: shuffle_points\n      SHUFFLE_ENABLED: {'train': True, 'test': False}\n"
        "    - NAME: transform_points_to_voxels\n      VOXEL_SIZE: [0.1, 0.1, %6]\n"
        "      MAX_POINTS_PER_VOXEL: 5\n"
        "      MAX_NUMBER_OF_VOXELS: {'train': 150000, 'test': 150000}\n")
        .arg(names.join(QStringLiteral(", ")), metres(range.side), metres(range.bottom), metres(range.top), mapped,
            QString::number(range.layer, 'f', 2))
        .toUtf8();
}

QString lineOf(const Cuboid& cuboid, const QString& classId)
{
    const auto number = [](double value) { return QString::number(value, 'f', 6); };
    const Eigen::Vector3d& c = cuboid.center;
    const Eigen::Vector3d& s = cuboid.size;
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8\n")
        .arg(number(c.x()), number(c.y()), number(c.z()), number(s.x()), number(s.y()), number(s.z()),
            number(cuboid.yaw()), oneWord(classId));
}

class Writer
{
public:
    Writer(const Scene& scene, const QDir& projectFolder, const ExportOptions& options, DatasetFolder& folder)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_options(options)
        , m_folder(folder)
        , m_names(scene)
    {
    }

    Result<void> writeFrame(FrameId id)
    {
        const QString name = m_names.path(id, DatasetNames::joint());
        QString labels;
        for (const ShapeId shapeId : m_scene.shapesOf(id)) {
            const Shape& shape = m_scene.shapes.at(shapeId);
            const Track* track = m_scene.trackOf(shape);
            if (!track)
                continue;
            m_classes.insert(track->classId);
            labels += lineOf(shape.cuboid, track->classId);
            ++m_report.shapes;
        }
        ++m_report.frames;
        // OpenPCDet cannot read a frame without a box, so it is in no list.
        if (!labels.isEmpty())
            m_listed.emplace_back(id, name);
        return m_folder.write(QStringLiteral("labels/%1.txt").arg(name), labels.toUtf8()).and_then([&] {
            return writePoints(m_scene.frames.at(id), QStringLiteral("points/%1.npy").arg(name));
        });
    }

    Result<ExportReport> finish(const Progress& progress)
    {
        const SplitLists lists = SplitLists::of(m_listed, splitsOf(m_scene, m_options));
        m_report.notHeld = lists.sentences();
        return m_folder.write(QStringLiteral("ImageSets/train.txt"), listed(lists.train))
            .and_then([&] { return m_folder.write(QStringLiteral("ImageSets/val.txt"), listed(lists.val)); })
            .and_then([&] { return m_folder.write(QStringLiteral("ImageSets/test.txt"), listed(lists.test)); })
            .and_then([&] { return m_folder.write(yamlName, yamlOf(m_scene, classes())); })
            .and_then([&] { return m_folder.commit(m_report, progress); })
            .map([this] { return m_report; });
    }

    [[nodiscard]] int frames() const { return m_report.frames; }

private:
    Result<void> writePoints(const Frame& frame, const QString& name)
    {
        const auto cloud = readCloud(m_projectFolder.absoluteFilePath(frame.cloudPath));
        if (!cloud)
            return tl::unexpected(cloud.error());
        const auto target = m_folder.pathFor(name);
        const auto written = target ? writeCloud(plainCloud(*cloud), *target) : tl::unexpected(target.error());
        return written ? Result<void>() : tl::unexpected(written.error());
    }

    /// Those of the taxonomy first, in its order, so that every export numbers them alike.
    [[nodiscard]] QStringList classes() const
    {
        QStringList result = classesOf(m_scene);
        result.removeIf([this](const QString& id) { return m_classes.count(id) == 0; });
        return result;
    }

    const Scene& m_scene;
    const QDir& m_projectFolder;
    const ExportOptions& m_options;
    DatasetFolder& m_folder;
    DatasetNames m_names;
    ExportReport m_report;
    std::vector<std::pair<FrameId, QString>> m_listed;
    std::set<QString> m_classes;
};
} // namespace

Result<ExportReport> writeOpenPcdet(
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
