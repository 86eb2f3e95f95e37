#include "model/formats/SensorFiles.h"

#include "model/cloud/CloudFormat.h"
#include "model/cloud/KittiBin.h"

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
} // namespace

Result<QString> SensorFiles::placePcd(const QString& name, const Frame& frame)
{
    const QString full = name + QStringLiteral(".pcd");
    const QString source = m_projectFolder.absoluteFilePath(frame.cloudPath);
    if (const CloudFormat* known = cloudFormatFor(source); known && known->id == QLatin1String("pcd"))
        return m_folder.place(full, source).map([&full] { return full; });
    const auto cloud = readCloud(source);
    if (!cloud)
        return tl::unexpected(cloud.error());
    const auto target = m_folder.pathFor(full);
    const auto written = target ? writeCloud(*cloud, *target) : tl::unexpected(target.error());
    if (!written)
        return tl::unexpected(written.error());
    m_folder.finish(full);
    return full;
}

Result<QString> SensorFiles::placeKittiBin(const QString& name, const Frame& frame, const PointCloud* read)
{
    const QString full = name + QStringLiteral(".bin");
    const QString source = m_projectFolder.absoluteFilePath(frame.cloudPath);
    // Four floats a point is all that says that a .bin is KITTI's.
    const CloudFormat* known = cloudFormatFor(source);
    if (known && known->id == QLatin1String("kitti-bin") && QFileInfo(source).size() % 16 == 0)
        return m_folder.place(full, source).map([&full] { return full; });
    const auto cloud = read ? Result<PointCloud>(PointCloud()) : readCloud(source);
    if (!cloud)
        return tl::unexpected(cloud.error());
    const PointCloud& points = read ? *read : *cloud;
    // float32 holds a millimetre up to 8 km.
    m_rounded += points.offset.cwiseAbs().maxCoeff() > 8192.0 ? 1 : 0;
    return m_folder.write(full, kittiCloud(points)).map([&full] { return full; });
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
    QStringList result;
    if (m_missing > 0)
        result.push_back(Text::tr("Pictures that are missing and were left out: %1.").arg(m_missing));
    if (m_rounded > 0)
        result.push_back(Text::tr("Clouds in map coordinates, of which float32 loses centimetres: %1.").arg(m_rounded));
    return result;
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
