#include "model/formats/DatasetFolder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace lunkuo
{

namespace
{
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DatasetFolder)
};

std::filesystem::path systemPath(const QString& path)
{
    return std::filesystem::path(path.toStdU16String());
}

QString sideName(const QString& folder, const char16_t* kind)
{
    return folder + QString::fromUtf16(kind) + QString::number(QRandomGenerator::system()->generate(), 16);
}

/// Makes what was written into the folder durable, so that no power cut leaves a whole name on half a dataset.
bool reachesTheDisk(const QString& folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return false;
    const bool done = ::syncfs(handle) == 0;
    ::close(handle);
    return done;
}

Result<void> mayReplace(const QString& folder, const QStringList& ownEntries, const QStringList& sources)
{
    const QFileInfo info(folder);
    if (!info.isDir() || info.isSymLink())
        return failure(Text::tr("“%1” is not a folder, so it is not replaced.").arg(folder));
    for (const QString& name :
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        if (!ownEntries.contains(name))
            return failure(Text::tr("“%1” holds “%2”, which belongs to no exported dataset, so it is not replaced.")
                               .arg(folder, name));
    const QString inside = info.canonicalFilePath() + u'/';
    for (const QString& source : sources)
        if (QFileInfo(source).canonicalFilePath().startsWith(inside) ||
            QFileInfo(source).absoluteFilePath().startsWith(inside))
            return failure(
                Text::tr("“%1” holds the project's own data (“%2”), so it is not replaced.").arg(folder, source));
    return {};
}
} // namespace

Result<DatasetFolder> DatasetFolder::begin(
    const ExportOptions& options, const QStringList& ownEntries, const QStringList& sources)
{
    ExportOptions resolved = options;
    resolved.folder = QDir::cleanPath(QFileInfo(options.folder).absoluteFilePath());
    const QFileInfo there(resolved.folder);
    if (there.exists() || there.isSymLink()) {
        if (!options.replace)
            return failure(
                Text::tr("“%1” exists already; choose another folder or have it replaced.").arg(resolved.folder));
        if (const auto may = mayReplace(resolved.folder, ownEntries, sources); !may)
            return tl::unexpected(may.error());
    }
    const QString partial = sideName(resolved.folder, u".partial-");
    if (!QDir().mkpath(partial))
        return failure(Text::tr("The folder “%1” cannot be made.").arg(partial));
    return DatasetFolder(resolved, partial);
}

DatasetFolder::DatasetFolder(const ExportOptions& options, QString partial)
    : m_folder(options.folder)
    , m_partial(std::move(partial))
    , m_linkFiles(options.linkFiles)
{
}

DatasetFolder::DatasetFolder(DatasetFolder&& other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_partial(std::exchange(other.m_partial, QString()))
    , m_linkFiles(other.m_linkFiles)
{
}

DatasetFolder::~DatasetFolder()
{
    if (!m_partial.isEmpty())
        QDir(m_partial).removeRecursively();
}

Result<QString> DatasetFolder::pathFor(const QString& name) const
{
    const QString path = m_partial + u'/' + name;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(Text::tr("The folder “%1” cannot be made.").arg(QFileInfo(path).absolutePath()));
    return path;
}

Result<void> DatasetFolder::write(const QString& name, const QByteArray& content)
{
    const auto path = pathFor(name);
    if (!path)
        return tl::unexpected(path.error());
    QFile file(*path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return failure(Text::tr("“%1” cannot be written: %2.").arg(*path, file.errorString()));
    return {};
}

Result<void> DatasetFolder::place(const QString& name, const QString& source)
{
    const auto path = pathFor(name);
    if (!path)
        return tl::unexpected(path.error());
    // The file itself: a link to a relative link would point nowhere.
    const QString real = QFileInfo(source).canonicalFilePath();
    if (real.isEmpty() || !QFileInfo(real).isFile() || !QFileInfo(real).isReadable())
        return failure(Text::tr("“%1” cannot be read.").arg(source));
    std::error_code error;
    if (m_linkFiles) {
        std::filesystem::create_hard_link(systemPath(real), systemPath(*path), error);
        if (!error)
            return {};
        std::filesystem::create_symlink(systemPath(real), systemPath(*path), error);
        if (!error)
            return {};
    }
    std::filesystem::copy_file(systemPath(real), systemPath(*path), error);
    if (error)
        return failure(Text::tr("“%1” cannot be copied to “%2”: %3.")
                           .arg(source, *path, QString::fromLocal8Bit(error.message().c_str())));
    return {};
}

Result<void> DatasetFolder::commit()
{
    if (!reachesTheDisk(m_partial))
        return failure(Text::tr("“%1” cannot be written to the disk.").arg(m_partial));
    QString old;
    if (QFileInfo::exists(m_folder)) {
        old = sideName(m_folder, u".old-");
        if (!QDir().rename(m_folder, old))
            return failure(Text::tr("“%1” cannot be moved out of the way.").arg(m_folder));
    }
    if (!QDir().rename(m_partial, m_folder)) {
        if (!old.isEmpty())
            QDir().rename(old, m_folder);
        return failure(Text::tr("“%1” cannot be renamed to “%2”.").arg(m_partial, m_folder));
    }
    m_partial.clear();
    if (!old.isEmpty())
        QDir(old).removeRecursively();
    return {};
}

} // namespace lunkuo
