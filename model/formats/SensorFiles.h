#pragma once

#include "model/cloud/PointCloud.h"
#include "model/formats/DatasetFolder.h"

#include <QSize>

namespace lunkuo
{

/// Puts the clouds and pictures of a scene into a dataset, linked where they are what the format wants, else converted.
/// Every name given is without suffix; what is returned is the name in the dataset.
class SensorFiles
{
public:
    SensorFiles(const QDir& projectFolder, DatasetFolder& folder)
        : m_projectFolder(projectFolder)
        , m_folder(folder)
    {
    }

    Result<QString> placePcd(const QString& name, const Frame& frame);
    /// x y z reflectance (0..1) as float32. `read`: the frame's cloud, where it has been read already.
    Result<QString> placeKittiBin(const QString& name, const Frame& frame, const PointCloud* read = nullptr);
    /// As the file is, whatever its kind. An empty name where the picture is missing, which is counted.
    Result<QString> placeImage(const QString& name, const FrameImage& image);

    /// On pictures that were missing and clouds that lost digits.
    [[nodiscard]] QStringList sentences() const;

private:
    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    int m_missing = 0;
    int m_rounded = 0;
};

/// All files that a scene is made from, which no export may replace.
QStringList sensorFiles(const Scene& scene, const QDir& projectFolder);

/// Pixels of the picture without decoding it; nothing where it cannot be read.
std::optional<QSize> pictureSize(const QString& path);

} // namespace lunkuo
