#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"
#include "model/document/Document.h"

#include <QDateTime>
#include <QDir>
#include <QString>

#include <functional>
#include <limits>
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
    /// Opens, checks the integrity, and migrates an older schema; for reading only a copy of the file is migrated, the
    /// file itself never changes. Error when another process is writing (its name and id are in the sentence), the file
    /// is damaged, of a newer version, or `progress` was cancelled before an older schema was migrated.
    static Result<std::unique_ptr<ProjectStore>> open(
        const QString& path, Access access = Access::ReadWrite, const Progress& progress = {});
    /// A store is for the thread that opened it. Parked it is for none, but still keeps others from writing the file;
    /// whatever thread resumes it next may use it then.
    void park();
    Result<void> resume();
    /// Whether another process writes it at the moment.
    [[nodiscard]] static bool isBeingWritten(const QString& path);
    ~ProjectStore();

    [[nodiscard]] const QString& path() const;
    [[nodiscard]] Access access() const;
    /// What whoever opened it should know; empty: nothing.
    [[nodiscard]] const QString& remark() const;
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
    /// The highest id of a track that the history speaks of, whether or not there is one of it; invalid when there is
    /// none.
    [[nodiscard]] TrackId lastTrack() const;
    [[nodiscard]] Result<std::vector<HistoryRow>> readHistory() const;
    /// Hands over row by row, oldest first, without the outlines of shapes: histories are larger than memory. Ends
    /// early where `take` answers false.
    Result<void> streamHistory(const std::function<bool(const HistoryRow&)>& take) const;

    /// A row of the history without what it changed.
    struct HistoryLine
    {
        qint64 id = 0;
        QDateTime when;
        QString who;
        EditLog::Kind kind = EditLog::Kind::Do;
        QString text;
    };
    /// At most `most` lines that are older than `before` (0: the latest), the latest first; of all edits, or of those
    /// that changed the track or a shape of it. Takes no longer however long the history is.
    [[nodiscard]] Result<std::vector<HistoryLine>> readHistoryPage(qint64 before, int most, TrackId track = {}) const;
    /// Error: also when the text of its changes is longer than so many characters.
    [[nodiscard]] Result<HistoryRow> readHistoryRow(
        qint64 id, qint64 longest = std::numeric_limits<qint64>::max()) const;

    /// What a Document writes its edits to; refers to this store, which must outlive it.
    [[nodiscard]] std::unique_ptr<EditLog> editLog();
    /// A consistent copy while editing goes on, whose paths lead to the same data. Replaces nothing: error when one
    /// exists.
    Result<void> saveCopy(const QString& path) const;
    /// Who the history says made the edits from now on; at first, and for "", the user of the operating system.
    void setUser(const QString& name);
    [[nodiscard]] const QString& user() const;

private:
    struct Impl;
    explicit ProjectStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace lunkuo
