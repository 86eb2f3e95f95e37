#include "model/project/WholeFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

/// A file is only there for sure when its folder has been written too.
void syncFolderOf(const QString& path)
{
    const int folder = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
}

} // namespace

Result<void> cannotWrite(const QString& path, const QString& why)
{
    return failure(Text::tr("“%1” could not be written, so nothing was changed: %2.").arg(path, why));
}

Result<void> writeWhole(const QString& path, const std::function<Result<void>(const QString& partial)>& fill)
{
    if (QFileInfo::exists(path))
        return failure(Text::tr("“%1” exists already; nothing was written over it.").arg(path));
    const QString partial = path + QStringLiteral(".partial-%1").arg(QCoreApplication::applicationPid());
    QFile::remove(partial);
    Result<void> done = fill(partial);
    if (done && ::link(QFile::encodeName(partial).constData(), QFile::encodeName(path).constData()) != 0 &&
        !QFile::rename(partial, path))
        done = failure(Text::tr("it cannot be moved to its place"));
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(partial + QLatin1String(suffix));
    if (!done)
        return cannotWrite(path, done.error().sentence);
    syncFolderOf(path);
    return {};
}

} // namespace lunkuo
