#pragma once

#include "model/formats/DatasetFolder.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiObjects.h"
#include "model/formats/SensorFiles.h"

namespace lunkuo
{

/// Puts what belongs to single frames into a dataset of the KITTI family: picture, cloud, calibration and the labels
/// that the data came with.
class KittiFrames
{
public:
    KittiFrames(const Scene& scene, const QDir& projectFolder, DatasetFolder& folder)
        : m_scene(scene)
        , m_projectFolder(projectFolder)
        , m_folder(folder)
        , m_sensors(projectFolder, folder)
    {
    }

    /// The frame's camera, or one that looks forward and stands in.
    Camera cameraOf(const Frame& frame);
    /// The data's own calib where it still says what the project says, so that its other cameras are kept.
    [[nodiscard]] KittiCalibration calibrationFor(const Frame& frame, const Camera& camera) const;
    /// What lay beside the frame's cloud in a KITTI object folder.
    [[nodiscard]] std::vector<KittiLabel> sourceLabels(const Frame& frame) const;
    /// As PNG; a black one of the camera's size where there is none. `name` is relative to the dataset.
    Result<void> writeImage(const Frame& frame, const QString& name, const Camera& camera);
    /// As float32 x y z reflectance, linked where it is that already. `name` is without suffix.
    Result<void> writeCloud(const Frame& frame, const QString& name);
    /// On stand-ins and what KITTI cannot say of cameras and clouds.
    [[nodiscard]] QStringList sentences() const;

private:
    /// The file of that kind that lay beside the frame's cloud in a KITTI folder, empty when there is none.
    [[nodiscard]] QString sourceFile(const Frame& frame, const char16_t* kind) const;
    const QByteArray& blackPicture(const Camera& camera);

    const Scene& m_scene;
    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    SensorFiles m_sensors;
    std::map<std::pair<int, int>, QByteArray> m_blackPictures; ///< by width and height
    int m_withoutCamera = 0;
    int m_withoutPicture = 0;
};

} // namespace lunkuo
