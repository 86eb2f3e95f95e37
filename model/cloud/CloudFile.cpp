#include "model/cloud/CloudFile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lunkuo
{

Result<CloudFile> CloudFile::begin(const QString& path)
{
    CloudFile file;
    if (QFileInfo(path).isDir())
        return failure(QCoreApplication::translate("Cloud", "“%1” is a folder, not a point cloud file.").arg(path));
    file.m_file = std::make_unique<QSaveFile>(path);
    if (!file.m_file->open(QIODevice::WriteOnly))
        return file.failed();
    return file;
}

Result<void> CloudFile::write(std::span<const char> bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    if (m_file->write(bytes.data(), size) != size)
        return failed();
    return {};
}

Result<void> CloudFile::commit()
{
    if (!m_file->commit())
        return failed();
    return {};
}

tl::unexpected<Error> CloudFile::failed() const
{
    return failure(QCoreApplication::translate("Cloud", "“%1” cannot be written: %2.")
                       .arg(m_file->fileName(), m_file->errorString()));
}

} // namespace lunkuo
