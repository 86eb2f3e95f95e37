#pragma once

#include "model/base/Result.h"
#include "model/document/Document.h"

#include <QDateTime>
#include <QDir>
#include <QString>

#include <memory>

namespace lunkuo
{

/// A project file, NAME.lunkuo: one SQLite database with everything but the sensor data. WAL, synchronous FULL: an
/// append that returned survives a power cut. One writer at a time.
class ProjectStore
{
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes a new project file of the scene; fails when one exists. Paths under the project's folder are stored
    /// relative to it.
    static Result<std::unique_ptr<ProjectStore>> create(const QString& path, const Scene& scene);
    /// Opens, checks the integrity, and migrates an older schema. Error when another process is writing (its name and
    /// id are in the sentence), the file is damaged, or of a newer version.
    static Result<std::unique_ptr<ProjectStore>> open(const QString& path, Access access = Access::ReadWrite);
    ~ProjectStore();

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] Access access() const;
    /// The folder of the project file: what relative paths start from.
    [[nodiscard]] QDir folder() const;
    [[nodiscard]] Result<Scene> readScene() const;

    struct HistoryRow
    {
        qint64 id = 0;
        QDateTime when;
        QString who;
        EditLog::Kind kind = EditLog::Kind::Do;
        Edit edit;
    };
    /// The edits that can be undone and redone again, oldest first, and how many of them are in force: for
    /// Document::restoreHistory. At most `most` of the latest.
    struct UndoHistory
    {
        std::vector<Edit> edits;
        int done = 0;
    };
    [[nodiscard]] Result<UndoHistory> readUndoHistory(int most = 1000) const;
    [[nodiscard]] Result<std::vector<HistoryRow>> readHistory() const;

    /// What a Document writes its edits to; refers to this store, which must outlive it.
    [[nodiscard]] std::unique_ptr<EditLog> editLog();
    /// A consistent copy while editing goes on, whose paths lead to the same data. Replaces nothing: error when one
    /// exists.
    Result<void> saveCopy(const QString& path) const;
    /// Who the history says made the edits from now on; at first, and for "", the user of the operating system.
    void setUser(const QString& name);

private:
    struct Impl;
    explicit ProjectStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace lunkuo
