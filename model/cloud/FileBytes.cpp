#include "model/cloud/FileBytes.h"

#include "model/base/CancelScope.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace lunkuo
{

namespace
{
constexpr std::size_t mostAtOnce = 4U << 20; ///< so that whoever gives up need not wait long
} // namespace

Result<FileBytes> FileBytes::open(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(QCoreApplication::translate("Cloud", "“%1” does not exist.").arg(path));
    if (info.isDir())
        return failure(QCoreApplication::translate("Cloud", "“%1” is a folder, not a point cloud file.").arg(path));
    // Opening a pipe would wait for its other end.
    if (!info.isFile())
        return failure(QCoreApplication::translate("Cloud", "“%1” is not a regular file.").arg(path));
    FileBytes bytes;
    bytes.m_file = std::make_unique<QFile>(path);
    if (!bytes.m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(
            QCoreApplication::translate("Cloud", "“%1” cannot be opened: %2.").arg(path, bytes.m_file->errorString()));
    bytes.m_size = static_cast<std::size_t>(bytes.m_file->size());
    if (bytes.m_size == 0)
        return failure(QCoreApplication::translate("Cloud", "“%1” is empty.").arg(path));
    return bytes;
}

Result<void> FileBytes::read(std::size_t position, std::span<char> into) const
{
    for (std::size_t done = 0; done < into.size();) {
        if (CancelScope::isCancelled())
            return failure(QCoreApplication::translate("Cloud", "Reading “%1” was given up.").arg(path()));
        const std::size_t wanted = std::min(into.size() - done, mostAtOnce);
        const ssize_t got = ::pread(m_file->handle(), into.data() + done, wanted, static_cast<off_t>(position + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(QCoreApplication::translate("Cloud", "“%1” cannot be read at byte %2: %3.")
                               .arg(path())
                               .arg(position + done)
                               .arg(qt_error_string(errno)));
        if (got == 0)
            return failure(QCoreApplication::translate("Cloud", "“%1” ends at byte %2, where %3 more were expected.")
                               .arg(path())
                               .arg(position + done)
                               .arg(into.size() - done));
        done += static_cast<std::size_t>(got);
    }
    return {};
}

} // namespace lunkuo
