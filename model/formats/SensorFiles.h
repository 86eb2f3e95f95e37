#pragma once

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
    /// x y z reflectance (0..1) as float32.
    Result<QString> placeKittiBin(const QString& name, const Frame& frame);
    /// As the file is, whatever its kind. An empty name where the picture is missing, which is counted.
    Result<QString> placeImage(const QString& name, const FrameImage& image);

    /// Frames with clouds that had to be converted, pictures that were missing.
    [[nodiscard]] QStringList sentences() const;

private:
    /// The frame's cloud under the name in the format of that id.
    Result<QString> placeCloud(const QString& name, const Frame& frame, const QString& format);

    const QDir& m_projectFolder;
    DatasetFolder& m_folder;
    QStringList m_lost; ///< what written clouds cannot hold
    int m_missing = 0;
};

/// All files that a scene is made from, which no export may replace.
QStringList sensorFiles(const Scene& scene, const QDir& projectFolder);

/// Pixels of the picture without decoding it; nothing where it cannot be read.
std::optional<QSize> pictureSize(const QString& path);

} // namespace lunkuo
