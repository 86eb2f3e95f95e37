#pragma once

#include "model/base/Result.h"
#include "model/formats/DatasetFormat.h"
#include "model/formats/FileHashes.h"
#include "model/formats/Manifest.h"

#include <QByteArray>
#include <QStringList>
#include <set>

namespace lunkuo
{

/// A dataset on its way to disk: written into a folder beside the place where it goes, and renamed when it is whole.
/// What was not committed is removed, so that half a dataset is never taken for a whole one.
class DatasetFolder
{
public:
    /// An empty folder may be there. Anything else is refused unless it may be replaced; then its manifest must list
    /// every file in it, and none of the options' `sources` may lie there. Both are asked again before it is replaced.
    static Result<DatasetFolder> begin(const ExportOptions& options);
    ~DatasetFolder();
    DatasetFolder(DatasetFolder&& other) noexcept;
    DatasetFolder& operator=(DatasetFolder&&) = delete;

    /// Writes a file of the dataset; folders are made as needed. No file is written twice, and none outside: names are
    /// relative and clean, with '/'.
    Result<void> write(const QString& name, const QByteArray& content);
    /// Where a file of the dataset is to be written by someone else; its folder is made.
    [[nodiscard]] Result<QString> pathFor(const QString& name);
    /// Says that it is written, so that its sum can be worked out meanwhile. It is not changed any more.
    void finish(const QString& name);
    /// Puts a file of the disk into the dataset: hard-linked, or copied where options say so or the disk is another.
    Result<void> place(const QString& name, const QString& source);
    /// Makes the dataset appear at its place, in one step.
    Result<void> commit();
    /// The same with a manifest, which says what was lost (the report's `notHeld`) and names each file with its
    /// SHA-256: what every export ends with. Waits for the sums; stops when `progress` is cancelled. The report gets
    /// the options' remarks, and what there is to say of links.
    Result<void> commit(ExportReport& report, const Progress& progress);

private:
    DatasetFolder(const ExportOptions& options, QString partial);
    Result<QString> placeFor(const QString& name) const;
    [[nodiscard]] QStringList sentences() const;
    void remember(const QString& name, const QString& path, bool isLinked);

    QString m_folder;
    QString m_partial; ///< empty once committed
    bool m_replace;
    bool m_linkFiles;
    bool m_hashLinks;
    QStringList m_sources;
    QStringList m_remarks;
    QJsonObject m_about;
    std::set<QString> m_elsewhere; ///< names that someone else writes
    int m_copied = 0;              ///< files that were to be linked
    qint64 m_copied_bytes = 0;
    std::vector<ManifestFile> m_files;
    std::vector<std::size_t> m_hashed; ///< places in m_files, in the order in which m_hashes got them
    FileHashes m_hashes;
};

} // namespace lunkuo
