#pragma once

#include "model/base/Result.h"
#include "model/formats/DatasetFormat.h"

#include <QByteArray>
#include <QStringList>

namespace lunkuo
{

/// A dataset on its way to disk: written into a folder beside the place where it goes, and renamed when it is whole.
/// What was not committed is removed, so that half a dataset is never taken for a whole one.
class DatasetFolder
{
public:
    /// An existing dataset is refused unless it may be replaced; then it must hold nothing but `ownEntries` (names at
    /// its top), and none of `sources`, the files that the new dataset is made from.
    static Result<DatasetFolder> begin(
        const ExportOptions& options, const QStringList& ownEntries, const QStringList& sources);
    ~DatasetFolder();
    DatasetFolder(DatasetFolder&& other) noexcept;
    DatasetFolder& operator=(DatasetFolder&&) = delete;

    /// Writes a file of the dataset; folders are made as needed.
    Result<void> write(const QString& name, const QByteArray& content);
    /// Puts a file of the disk into the dataset: hard-linked, else symlinked, else copied; always copied where options
    /// say so.
    Result<void> place(const QString& name, const QString& source);
    /// Makes the dataset appear at its place, in one step.
    Result<void> commit();

private:
    DatasetFolder(const ExportOptions& options, QString partial);
    Result<QString> pathFor(const QString& name) const;

    QString m_folder;
    QString m_partial; ///< empty once committed
    bool m_linkFiles;
};

} // namespace lunkuo
