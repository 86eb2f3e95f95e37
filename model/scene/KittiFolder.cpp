#include "model/scene/KittiFolder.h"

#include "model/formats/KittiShapes.h"
#include "model/scene/CloudFolder.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/KittiRig.h"
#include "model/scene/SequenceFiles.h"

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

QString odometryCalibration(const QString& root)
{
    return root + QStringLiteral("/calib.txt");
}

std::optional<KittiCalibration> calibrationIn(const QString& path, QStringList& remarks)
{
    const auto text = readWhole(path);
    const auto calibration = text ? parseKittiCalibration(*text, path) : tl::unexpected(text.error());
    if (calibration)
        return *calibration;
    remarks.push_back(calibration.error().sentence);
    return std::nullopt;
}

/// Reads a folder's files frame by frame and shares calibrations of equal content.
class Reader
{
public:
    Reader(const QString& root, Scene& scene)
        : m_root(root)
        , m_scene(scene)
        , m_shapes(scene)
        , m_isOneDrive(isOdometryFolder(root))
    {
        for (std::size_t camera = 0; camera < kittiCameras; ++camera)
            if (QFileInfo(root + u'/' + kittiCameraName(camera)).isDir())
                m_cameras.push_back(camera);
        if (m_cameras.empty())
            m_cameras.push_back(mainKittiCamera);
        // What plain clouds start with: here the LiDAR is known to be the origin.
        m_scene.calibrations.at(uncalibrated).sensorOrigin = Eigen::Vector3d::Zero();
    }

    void read(Frame& frame)
    {
        std::map<std::size_t, QSize> sizes;
        for (const std::size_t camera : m_cameras)
            addImage(frame, camera, sizes[camera]);
        const auto calibration = calibrationOf(frame.name);
        if (calibration)
            frame.calibration = shared(*calibration, sizes);
        addLabels(frame, calibration);
    }

    /// The annotation that was found and the remarks.
    ImportedShapes take()
    {
        for (const auto& [camera, missing] : m_missingImages)
            if (missing > 0 && QFileInfo(m_root + u'/' + camera).isDir())
                m_shapes.addRemark(Text::tr("Frames without a picture in “%1”: %2.").arg(camera).arg(missing));
        if (m_missingCalibrations > 0)
            m_shapes.addRemark(
                Text::tr("Frames without calibration in “%1/calib”: %2.").arg(m_root).arg(m_missingCalibrations));
        return m_shapes.take();
    }

private:
    /// `size` of the picture stays empty when there is none.
    void addImage(Frame& frame, std::size_t camera, QSize& size)
    {
        const QString name = kittiCameraName(camera);
        const QString path = addKittiImage(m_root + u'/' + name, frame.name, camera, frame);
        m_missingImages[name] += path.isEmpty() ? 1 : 0;
        if (!m_isOneDrive) {
            size = path.isEmpty() ? QSize() : QImageReader(path).size();
            return;
        }
        // Its pictures are all of one size, and looking into thousands of them takes its time.
        QSize& known = m_sizes[camera];
        if (known.isEmpty() && !path.isEmpty())
            known = QImageReader(path).size();
        size = known;
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
        if (path == m_lastPath)
            return m_last;
        QStringList remarks;
        m_last = calibrationIn(path, remarks);
        m_lastPath = path;
        for (const QString& remark : remarks)
            m_shapes.addRemark(remark);
        return m_last;
    }

    CalibrationId shared(const KittiCalibration& kitti, const std::map<std::size_t, QSize>& sizes)
    {
        QByteArray content = formatKittiCalibration(kitti);
        for (const auto& [camera, size] : sizes)
            content += QByteArray::number(size.width()) + 'x' + QByteArray::number(size.height()) + ' ';
        const auto [entry, isNew] = m_calibrations.try_emplace(content);
        if (isNew) {
            entry->second = CalibrationId{static_cast<qint64>(m_calibrations.size()) + uncalibrated.value};
            Calibration rig = kittiRig(kitti, sizes);
            rig.id = entry->second;
            m_scene.calibrations[rig.id] = std::move(rig);
        }
        return entry->second;
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
            m_shapes.add(parseKittiLabels(*text, path), frame.id, calibration->camera_sensor());
    }

    QString m_root;
    Scene& m_scene;
    KittiShapes m_shapes;
    std::vector<std::size_t> m_cameras; ///< those whose pictures are there; the main one where there are none
    bool m_isOneDrive;
    std::map<std::size_t, QSize> m_sizes; ///< of one drive's pictures
    QString m_lastPath;                   ///< of the calibration read last: one file may speak for all frames
    std::optional<KittiCalibration> m_last;
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
    dropUnused(scene);
    addFound(reader.take(), scene, remarks);
}

bool isOdometryFolder(const QString& root)
{
    return QFileInfo(odometryCalibration(root)).isFile() && !QFileInfo(root + QStringLiteral("/calib")).isDir();
}

void setOdometryPoses(const QString& path, const QString& root, Scene& scene, QStringList& remarks)
{
    QStringList damage; // which reading the frames tells
    if (const auto calibration = calibrationIn(odometryCalibration(root), damage))
        setPoses(path, calibration->camera_sensor().m, scene, remarks);
    else
        remarks.push_back(Text::tr("“%1” was left out: its poses are the camera's, and “%2” does not say how the LiDAR "
                                   "stands to it.")
                              .arg(path, odometryCalibration(root)));
}

} // namespace lunkuo
