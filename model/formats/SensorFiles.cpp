#include "model/formats/SensorFiles.h"

#include "model/cloud/CloudFormat.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SensorFiles)
};

const QString kittiBin = QStringLiteral("kitti-bin");
} // namespace

Result<QString> SensorFiles::placePcd(const QString& name, const Frame& frame)
{
    return placeCloud(name + QStringLiteral(".pcd"), frame, QStringLiteral("pcd"));
}

Result<QString> SensorFiles::placeKittiBin(const QString& name, const Frame& frame)
{
    return placeCloud(name + QStringLiteral(".bin"), frame, kittiBin);
}

Result<QString> SensorFiles::placeImage(const QString& name, const FrameImage& image)
{
    const QString path = m_projectFolder.absoluteFilePath(image.path);
    if (!QFileInfo(path).isFile()) {
        ++m_missing;
        return QString();
    }
    const QString full = name + u'.' + QFileInfo(path).suffix().toLower();
    return m_folder.place(full, path).map([&full] { return full; });
}

QStringList SensorFiles::sentences() const
{
    QStringList result = m_lost;
    result.removeDuplicates();
    if (m_missing > 0)
        result.push_back(Text::tr("Pictures that are missing and were left out: %1.").arg(m_missing));
    return result;
}

Result<QString> SensorFiles::placeCloud(const QString& name, const Frame& frame, const QString& format)
{
    const QString source = m_projectFolder.absoluteFilePath(frame.cloudPath);
    const CloudFormat* known = cloudFormatFor(source);
    // Four floats a point is all that says that a .bin is KITTI's.
    if (known && known->id == format && (format != kittiBin || QFileInfo(source).size() % 16 == 0))
        return m_folder.place(name, source).map([&name] { return name; });
    const auto cloud = readCloud(source);
    if (!cloud)
        return tl::unexpected(cloud.error());
    // A frame without a point is a frame; the writer for single files refuses to make it.
    if (format == kittiBin && cloud->size() == 0)
        return m_folder.write(name, {}).map([&name] { return name; });
    const auto target = m_folder.pathFor(name);
    const auto written = target ? writeCloud(*cloud, *target) : tl::unexpected(target.error());
    if (!written)
        return tl::unexpected(written.error());
    m_folder.finish(name);
    m_lost += *written;
    return name;
}

QStringList sensorFiles(const Scene& scene, const QDir& projectFolder)
{
    QStringList result;
    for (const auto& [id, frame] : scene.frames) {
        result.push_back(projectFolder.absoluteFilePath(frame.cloudPath));
        for (const FrameImage& image : frame.images)
            result.push_back(projectFolder.absoluteFilePath(image.path));
    }
    return result;
}

std::optional<QSize> pictureSize(const QString& path)
{
    const QSize size = QImageReader(path).size();
    return size.isValid() ? std::optional(size) : std::nullopt;
}

} // namespace lunkuo
