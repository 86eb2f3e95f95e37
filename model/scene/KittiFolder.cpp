#include "model/scene/KittiFolder.h"

#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiShapes.h"
#include "model/scene/FrameFiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(KittiFolder)
};

constexpr std::array<const char16_t*, 4> cameraNames{u"image_0", u"image_1", u"image_2", u"image_3"};
/// What all frames start with: a calibration without cameras.
constexpr CalibrationId uncalibrated{1};
/// The camera that labels speak of.
constexpr std::size_t mainCamera = 2;

QString cameraName(std::size_t number)
{
    return QString::fromUtf16(cameraNames[number]);
}

QString odometryCalibration(const QString& root)
{
    return root + QStringLiteral("/calib.txt");
}

/// Reads a folder's files frame by frame and shares calibrations of equal content.
class Reader
{
public:
    Reader(const QString& root, Scene& scene)
        : m_root(root)
        , m_scene(scene)
        , m_shapes(scene)
    {
        for (std::size_t camera = 0; camera < cameraNames.size(); ++camera)
            if (QFileInfo(root + u'/' + cameraName(camera)).isDir())
                m_cameras.push_back(camera);
        if (m_cameras.empty())
            m_cameras.push_back(mainCamera);
        // What plain clouds start with: here the LiDAR is known to be the origin.
        m_scene.calibrations.at(uncalibrated).sensorOrigin = Eigen::Vector3d::Zero();
    }

    void read(Frame& frame)
    {
        std::vector<QSize> sizes;
        for (const std::size_t camera : m_cameras)
            sizes.push_back(addImage(frame, cameraName(camera)));
        const auto calibration = calibrationOf(frame.name);
        if (calibration)
            frame.calibration = shared(*calibration, sizes);
        addLabels(frame, calibration);
    }

    /// The annotation that was found and the remarks.
    ImportedShapes take()
    {
        for (const auto& [camera, missing] : m_missingImages)
            if (QFileInfo(m_root + u'/' + camera).isDir())
                m_shapes.addRemark(Text::tr("Frames without a picture in “%1”: %2.").arg(camera).arg(missing));
        if (m_missingCalibrations > 0)
            m_shapes.addRemark(
                Text::tr("Frames without calibration in “%1/calib”: %2.").arg(m_root).arg(m_missingCalibrations));
        return m_shapes.take();
    }

private:
    /// Size of the picture, empty when there is none.
    QSize addImage(Frame& frame, const QString& camera)
    {
        for (const char16_t* suffix : {u".png", u".jpg", u".jpeg"}) {
            const QString path = m_root + u'/' + camera + u'/' + frame.name + QString::fromUtf16(suffix);
            if (!QFileInfo(path).isFile())
                continue;
            frame.images.push_back({camera, path});
            return QImageReader(path).size();
        }
        ++m_missingImages[camera];
        return {};
    }

    std::optional<KittiCalibration> calibrationOf(const QString& name)
    {
        QString path = m_root + QStringLiteral("/calib/") + name + QStringLiteral(".txt");
        if (!QFileInfo(path).isFile())
            path = odometryCalibration(m_root);
        if (!QFileInfo(path).isFile()) {
            ++m_missingCalibrations;
            return std::nullopt;
        }
        const auto text = readWhole(path);
        const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
        if (calibration)
            return *calibration;
        m_shapes.addRemark(calibration.error().sentence);
        return std::nullopt;
    }

    CalibrationId shared(const KittiCalibration& kitti, const std::vector<QSize>& sizes)
    {
        QByteArray content = formatKittiCalibration(kitti);
        for (const QSize& size : sizes)
            content += QByteArray::number(size.width()) + 'x' + QByteArray::number(size.height()) + ' ';
        const auto [entry, isNew] = m_calibrations.try_emplace(content);
        if (isNew) {
            entry->second = CalibrationId{static_cast<qint64>(m_calibrations.size()) + uncalibrated.value};
            m_scene.calibrations[entry->second] = calibrationFrom(kitti, sizes, entry->second);
        }
        return entry->second;
    }

    Calibration calibrationFrom(const KittiCalibration& kitti, const std::vector<QSize>& sizes, CalibrationId id) const
    {
        Calibration result;
        result.id = id;
        result.sensorOrigin = Eigen::Vector3d::Zero();
        for (std::size_t i = 0; i < m_cameras.size(); ++i) {
            Camera camera;
            camera.name = cameraName(m_cameras[i]);
            camera.model.width_px = sizes[i].isEmpty() ? kittiWidth_px : sizes[i].width();
            camera.model.height_px = sizes[i].isEmpty() ? kittiHeight_px : sizes[i].height();
            camera.model.projection = kitti.projections[m_cameras[i]];
            camera.camera_sensor = kitti.camera_sensor();
            result.cameras.push_back(camera);
        }
        return result;
    }

    void addLabels(const Frame& frame, const std::optional<KittiCalibration>& calibration)
    {
        const QString path = m_root + QStringLiteral("/label_2/") + frame.name + QStringLiteral(".txt");
        if (!QFileInfo(path).isFile())
            return;
        const auto text = readWhole(path);
        if (!text)
            m_shapes.addRemark(text.error().sentence);
        else if (!calibration)
            m_shapes.addRemark(Text::tr("“%1” was left out: without calibration its boxes have no place.").arg(path));
        else
            m_shapes.add(parseKittiLabels(*text, path), frame.id, frame.sequence, calibration->camera_sensor());
    }

    QString m_root;
    Scene& m_scene;
    KittiShapes m_shapes;
    std::vector<std::size_t> m_cameras; ///< those whose pictures are there; the main one where there are none
    std::map<QByteArray, CalibrationId> m_calibrations;
    std::map<QString, int> m_missingImages;
    int m_missingCalibrations = 0;
};
} // namespace

void addKittiFiles(const QString& root, Scene& scene, QStringList& remarks, const Progress& progress)
{
    Reader reader(root, scene);
    int done = 0;
    for (auto& [id, frame] : scene.frames) {
        reader.read(frame);
        if (!progress.report(++done, static_cast<int>(scene.frames.size())))
            return;
    }
    if (std::none_of(scene.frames.begin(), scene.frames.end(),
            [](const auto& entry) { return entry.second.calibration == uncalibrated; }))
        scene.calibrations.erase(uncalibrated);
    ImportedShapes found = reader.take();
    remarks += found.remarks;
    for (Track& track : found.tracks)
        scene.tracks.emplace(track.id, std::move(track));
    for (Shape& shape : found.shapes)
        scene.shapes.insert(std::move(shape));
}

Eigen::Isometry3d odometryCamera_sensor(const QString& root)
{
    const QString path = odometryCalibration(root);
    if (!QFileInfo(path).isFile() || QFileInfo(root + QStringLiteral("/calib")).isDir())
        return Eigen::Isometry3d::Identity();
    const auto text = readWhole(path);
    const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
    return calibration ? calibration->camera_sensor().m : Eigen::Isometry3d::Identity();
}

} // namespace lunkuo
