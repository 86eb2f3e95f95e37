#include "model/formats/DatasetFolder.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QLocale>
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

void removeTree(const QString& folder)
{
    // Qt would make what it cannot remove writable, and with it the files that are linked there.
    std::error_code ignored;
    std::filesystem::remove_all(systemPath(folder), ignored);
}

/// The first file under the folder that its manifest does not list, or a folder that cannot be looked into.
std::optional<QString> unlistedFile(const QString& folder)
{
    const std::set<QString> listed = manifestFiles(folder);
    QDirIterator entries(
        folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const QFileInfo info = entries.fileInfo();
        if (info.isDir() && !info.isSymLink() && info.isReadable() && info.isExecutable())
            continue;
        if (const QString name = QDir(folder).relativeFilePath(path); listed.count(name) == 0)
            return name;
    }
    return std::nullopt;
}

/// Whether nobody misses what is there: nothing, an empty folder, or a dataset of ours.
Result<void> mayTakePlaceOf(const QString& folder, bool mayReplace, const QStringList& sources)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return {};
    if (!info.isDir() || info.isSymLink())
        return failure(Text::tr("“%1” is not a folder, so it is not replaced.").arg(folder));
    if (QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return {};
    if (!mayReplace)
        return failure(Text::tr("“%1” exists already; choose another folder or have it replaced.").arg(folder));
    const QString inside = info.canonicalFilePath() + u'/';
    for (const QString& source : sources)
        if (QFileInfo(source).canonicalFilePath().startsWith(inside) ||
            QFileInfo(source).absoluteFilePath().startsWith(inside))
            return failure(
                Text::tr("“%1” holds the project's own data (“%2”), so it is not replaced.").arg(folder, source));
    if (const auto name = unlistedFile(folder))
        return failure(Text::tr("“%1” holds “%2”, which belongs to no exported dataset, so it is not replaced.")
                           .arg(folder, *name));
    return {};
}

/// Whether the name leads to a place inside the dataset.
bool isInside(const QString& name)
{
    return !name.isEmpty() && QDir::isRelativePath(name) && QDir::cleanPath(name) == name &&
           name != QLatin1String(".") && name != QLatin1String("..") && !name.startsWith(QLatin1String("../"));
}
} // namespace

Result<DatasetFolder> DatasetFolder::begin(const ExportOptions& options)
{
    ExportOptions resolved = options;
    resolved.folder = QDir::cleanPath(QFileInfo(options.folder).absoluteFilePath());
    if (const auto may = mayTakePlaceOf(resolved.folder, options.replace, options.sources); !may)
        return tl::unexpected(may.error());
    const QString partial = sideName(resolved.folder, u".partial-");
    if (!QDir().mkpath(partial))
        return failure(Text::tr("The folder “%1” cannot be made.").arg(partial));
    return DatasetFolder(resolved, partial);
}

DatasetFolder::DatasetFolder(const ExportOptions& options, QString partial)
    : m_folder(options.folder)
    , m_partial(std::move(partial))
    , m_replace(options.replace)
    , m_linkFiles(options.linkFiles)
    , m_hashLinks(options.hashLinks)
    , m_sources(options.sources)
    , m_remarks(options.remarks)
    , m_about(options.about)
{
}

DatasetFolder::DatasetFolder(DatasetFolder&& other) noexcept
    : m_folder(std::move(other.m_folder))
    , m_partial(std::exchange(other.m_partial, QString()))
    , m_replace(other.m_replace)
    , m_linkFiles(other.m_linkFiles)
    , m_hashLinks(other.m_hashLinks)
    , m_sources(std::move(other.m_sources))
    , m_remarks(std::move(other.m_remarks))
    , m_about(std::move(other.m_about))
    , m_elsewhere(std::move(other.m_elsewhere))
    , m_copied(other.m_copied)
    , m_copied_bytes(other.m_copied_bytes)
    , m_files(std::move(other.m_files))
    , m_hashed(std::move(other.m_hashed))
    , m_hashes(std::move(other.m_hashes))
{
}

DatasetFolder::~DatasetFolder()
{
    if (!m_partial.isEmpty())
        removeTree(m_partial);
}

Result<QString> DatasetFolder::pathFor(const QString& name)
{
    auto path = placeFor(name);
    if (path)
        m_elsewhere.insert(name);
    return path;
}

void DatasetFolder::finish(const QString& name)
{
    if (m_elsewhere.erase(name) > 0)
        remember(name, m_partial + u'/' + name, false);
}

Result<QString> DatasetFolder::placeFor(const QString& name) const
{
    const QString path = m_partial + u'/' + name;
    if (!isInside(name))
        return failure(Text::tr("“%1” is no name of a file inside a dataset.").arg(name));
    // Above all not through a link into the file that it links to.
    if (m_elsewhere.count(name) > 0 || QFileInfo::exists(path))
        return failure(Text::tr("“%1” would be in the dataset twice.").arg(name));
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(Text::tr("The folder “%1” cannot be made.").arg(QFileInfo(path).absolutePath()));
    return path;
}

Result<void> DatasetFolder::write(const QString& name, const QByteArray& content)
{
    const auto path = placeFor(name);
    if (!path)
        return tl::unexpected(path.error());
    QFile file(*path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return failure(Text::tr("“%1” cannot be written: %2.").arg(*path, file.errorString()));
    m_hashed.push_back(m_files.size());
    m_files.push_back({name, content.size()});
    m_hashes.add(content);
    return {};
}

void DatasetFolder::remember(const QString& name, const QString& path, bool isLinked)
{
    if (!isLinked || m_hashLinks) {
        m_hashed.push_back(m_files.size());
        m_hashes.addFile(path);
    }
    m_files.push_back({name, QFileInfo(path).size(), {}, isLinked});
}

Result<void> DatasetFolder::place(const QString& name, const QString& source)
{
    const auto path = placeFor(name);
    if (!path)
        return tl::unexpected(path.error());
    // The file itself: a link to a relative link would point nowhere.
    const QString real = QFileInfo(source).canonicalFilePath();
    if (real.isEmpty() || !QFileInfo(real).isFile() || !QFileInfo(real).isReadable())
        return failure(Text::tr("“%1” cannot be read.").arg(source));
    std::error_code error;
    if (m_linkFiles) {
        std::filesystem::create_hard_link(systemPath(real), systemPath(*path), error);
        if (!error) {
            remember(name, *path, true);
            return {};
        }
    }
    // On another disk a link could only say the path, and break where the dataset or the file is moved.
    std::filesystem::copy_file(systemPath(real), systemPath(*path), error);
    if (error)
        return failure(Text::tr("“%1” cannot be copied to “%2”: %3.")
                           .arg(source, *path, QString::fromLocal8Bit(error.message().c_str())));
    m_copied += m_linkFiles ? 1 : 0;
    m_copied_bytes += m_linkFiles ? QFileInfo(*path).size() : 0;
    remember(name, *path, false);
    return {};
}

QStringList DatasetFolder::sentences() const
{
    if (m_copied == 0)
        return {};
    return {Text::tr("Files that could not be linked, as those on another disk, and were copied: %1 (%2).")
                .arg(m_copied)
                .arg(QLocale().formattedDataSize(m_copied_bytes))};
}

Result<void> DatasetFolder::commit(ExportReport& report, const Progress& progress)
{
    const auto cancelled = [] { return failure(Text::tr("The export was cancelled.")); };
    while (!m_elsewhere.empty()) {
        if (progress.isCancelled())
            return cancelled();
        finish(QString(*m_elsewhere.begin()));
    }
    auto sums = m_hashes.take(progress, Text::tr("The export was cancelled."));
    if (!sums)
        return tl::unexpected(sums.error());
    for (std::size_t i = 0; i < m_hashed.size(); ++i)
        m_files[m_hashed[i]].sha256 = std::move((*sums)[i]);
    report.notHeld = m_remarks + report.notHeld + sentences();
    QJsonObject about = m_about;
    about[QStringLiteral("written")] =
        QJsonObject{{QStringLiteral("frames"), report.frames}, {QStringLiteral("shapes"), report.shapes}};
    const QByteArray text = manifestText(about, report.notHeld, std::move(m_files));
    if (const auto written = write(QString::fromUtf16(manifestName), text); !written)
        return written;
    if (progress.isCancelled())
        return cancelled();
    return commit();
}

Result<void> DatasetFolder::commit()
{
    if (!reachesTheDisk(m_partial))
        return failure(Text::tr("“%1” cannot be written to the disk.").arg(m_partial));
    // Much may have come there since the beginning.
    if (const auto may = mayTakePlaceOf(m_folder, m_replace, m_sources); !may)
        return may;
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
        removeTree(old);
    return {};
}

} // namespace lunkuo
