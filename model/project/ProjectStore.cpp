#include "model/project/ProjectStore.h"

#include "model/document/SignedLog.h"
#include "model/project/Connection.h"
#include "model/project/EntityJson.h"
#include "model/project/ProjectPaths.h"
#include "model/project/SceneTablesSql.h"
#include "model/project/Schema.h"
#include "model/project/SqlWords.h"
#include "model/project/SystemUser.h"
#include "model/project/Transaction.h"
#include "model/project/WholeFile.h"
#include "model/project/WriterLock.h"
#include "model/scene/SceneCheck.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

Result<void> cannotOpen(const QString& path, const QString& why)
{
    return failure(Text::tr("“%1” cannot be opened as a project: %2.").arg(path, why));
}

Result<void> cannotOpenToWrite(const QString& path, const QString& why)
{
    return failure(Text::tr("“%1” cannot be opened for writing: %2.").arg(path, why));
}

Result<std::vector<Change>> changesOf(const QVariant& column, const LoadOutline& load)
{
    return changesFromJson(QJsonDocument::fromJson(column.toString().toUtf8()).array(), load);
}

Result<void> fillNew(const QString& path, const Scene& scene)
{
    Connection connection;
    if (auto opened = connection.open(path, Connection::Mode::ReadWrite); !opened)
        return opened;
    QSqlDatabase& database = connection.database;
    if (auto done = execute(database, QStringLiteral("PRAGMA application_id = %1").arg(applicationId)); !done)
        return done;
    if (auto done = migrate(database); !done)
        return done;
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    SceneTablesSql tables(database);
    if (auto done = tables.writeAll(scene); !done)
        return done;
    tables.release();
    return transaction->commit();
}

/// Gives every frame of the database, and of its history, the paths that lead from `to` where those it has lead from
/// `from`.
Result<void> movePaths(QSqlDatabase& database, const QDir& from, const QDir& to)
{
    SceneTablesSql tables(database);
    auto scene = tables.readAll();
    if (!scene)
        return tl::unexpected(scene.error());
    Edit paths;
    for (const auto& [id, frame] : withPathsFor(to, *scene, from).frames)
        paths.changes.push_back(ValueChange<Frame>{{}, frame});
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Result<void> done = tables.apply(paths);
    if (done)
        done = tables.moveHistory([&](Frame& frame) {
            Scene one;
            one.frames[frame.id] = frame;
            frame = withPathsFor(to, one, from).frames.at(frame.id);
        });
    if (!done)
        return done;
    tables.release();
    return transaction->commit();
}

Result<void> checkFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return cannotOpen(path, Text::tr("there is no such file"));
    if (info.isDir())
        return cannotOpen(path, Text::tr("it is a folder"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cannotOpen(path, file.errorString());
    const QByteArray header = file.read(100);
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16)) || header.size() < 100)
        return cannotOpen(path, Text::tr("it is no project file"));
    return {};
}

} // namespace

struct ProjectStore::Impl
{
    QString path;
    Access access = Access::ReadWrite;
    std::optional<WriterLock> lock;
    std::unique_ptr<QTemporaryDir> copyFolder; ///< of what is read instead of a file of an older program
    QString copy;                              ///< its path; empty: the file itself is read
    QString remark;
    std::optional<Connection> connection; ///< none while no thread works on it
    std::unique_ptr<SceneTablesSql> tables;
    QString user = systemUser();

    ~Impl() { tables.reset(); }

    /// Of a query for id, time, who, kind, what and changes.
    [[nodiscard]] static Result<HistoryRow> historyRow(const QSqlQuery& query, const LoadOutline& load)
    {
        auto changes = changesOf(query.value(5), load);
        if (!changes)
            return tl::unexpected(changes.error());
        return HistoryRow{query.value(0).toLongLong(), QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong()),
            query.value(2).toString(), EditLog::Kind(query.value(3).toInt()),
            {query.value(4).toString(), std::move(*changes)}};
    }

    /// Rows of the history, oldest first, until `take` has enough.
    template <class Take>
    Result<void> streamHistory(const LoadOutline& load, Take take) const
    {
        QSqlQuery query(connection->database);
        query.setForwardOnly(true);
        if (!query.exec(QStringLiteral("SELECT id, time_ms, who, kind, what, changes FROM history ORDER BY id")))
            return cannotOpen(path, wordsOf(query.lastError()));
        while (query.next())
            if (auto row = historyRow(query, load); !row)
                return tl::unexpected(row.error());
            else if (!take(std::move(*row)))
                break;
        return {};
    }

    /// What an older program wrote is brought up to date in a copy, and read from there: the file stays as it is.
    Result<void> readAsIfMigrated(const Progress& progress)
    {
        const auto version = connection->value(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return tl::unexpected(version.error());
        if (version->toInt() == schemaVersion())
            return {};
        if (version->toInt() > schemaVersion())
            return migrate(connection->database, progress); // which says so
        copyFolder = std::make_unique<QTemporaryDir>();
        copy = copyFolder->filePath(QStringLiteral("copy.lunkuo"));
        if (!copyFolder->isValid())
            return failure(Text::tr("it is of an older Lunkuo, and no copy of it could be made to be read: %1")
                               .arg(copyFolder->errorString()));
        if (auto done = connection->copyInto(copy); !done)
            return done;
        if (auto opened = connection->open(copy, Connection::Mode::ReadWrite); !opened)
            return opened;
        remark =
            Text::tr("“%1” was written by an older Lunkuo. It is shown as this one would write it; the file itself "
                     "stays as it is.")
                .arg(path);
        return migrate(connection->database, progress);
    }

    /// To the file, or to the copy that is read instead of it; for the thread that calls.
    Result<void> connect()
    {
        tables.reset();
        connection.emplace();
        const bool writes = access == Access::ReadWrite || !copy.isEmpty();
        const QString& of = copy.isEmpty() ? path : copy;
        auto opened = connection->open(of, writes ? Connection::Mode::ReadWrite : Connection::Mode::ReadOnly);
        if (!opened && !writes && !QFileInfo::exists(path + QStringLiteral("-wal")))
            opened = connection->openUnchanging(path);
        if (!opened)
            return cannotOpen(path, opened.error().sentence);
        tables = std::make_unique<SceneTablesSql>(connection->database);
        return {};
    }

    Result<void> open(const Progress& progress)
    {
        if (auto checked = checkFile(path); !checked)
            return checked;
        const bool writes = access == Access::ReadWrite;
        if (writes)
            if (auto locked = lock.emplace(path).take(); !locked)
                return cannotOpenToWrite(path, locked.error().sentence);
        if (auto connected = connect(); !connected)
            return connected;
        const auto id = connection->value(QStringLiteral("PRAGMA application_id"));
        if (!id || id->toInt() != applicationId)
            return cannotOpen(path, id ? Text::tr("it is no project file") : id.error().sentence);
        const auto integrity = connection->value(QStringLiteral("PRAGMA quick_check(1)"));
        if (!integrity || integrity->toString() != QStringLiteral("ok"))
            return cannotOpen(path, integrity ? Text::tr("it is damaged") : integrity.error().sentence);
        if (writes) {
            if (!QFileInfo(path).isWritable())
                return cannotOpenToWrite(path, Text::tr("it is read-only"));
            if (auto mode = connection->value(QStringLiteral("PRAGMA journal_mode = WAL")); !mode)
                return cannotOpen(path, mode.error().sentence);
            if (auto migrated = migrate(connection->database, progress); !migrated)
                return cannotOpen(path, migrated.error().sentence);
        } else if (auto read = readAsIfMigrated(progress); !read) {
            return cannotOpen(path, read.error().sentence);
        }
        return {};
    }
};

namespace
{

/// Writes edits into the project file: data and history in one transaction.
class ProjectEditLog : public SignedLog
{
public:
    using Append = std::function<Result<void>(const Edit&, Kind)>;
    ProjectEditLog(Append append, std::function<QString()> user, bool isWritable)
        : m_append(std::move(append))
        , m_user(std::move(user))
        , m_isWritable(isWritable)
    {
    }
    Result<void> append(const Edit& edit, Kind kind) override { return m_append(edit, kind); }
    bool isWritable() const override { return m_isWritable; }
    QString user() const override { return m_user(); }

private:
    Append m_append;
    std::function<QString()> m_user;
    bool m_isWritable;
};

} // namespace

ProjectStore::ProjectStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

ProjectStore::~ProjectStore() = default;

Result<std::unique_ptr<ProjectStore>> ProjectStore::create(const QString& path, const Scene& scene)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const QDir folder = QFileInfo(absolute).absoluteDir();
    if (!folder.exists())
        return failure(Text::tr("“%1” cannot be made: its folder does not exist.").arg(absolute));
    const Scene placed = withPathsFor(folder, scene, QDir::current());
    if (auto done = writeWhole(absolute, [&placed](const QString& partial) { return fillNew(partial, placed); }); !done)
        return tl::unexpected(done.error());
    return open(absolute, Access::ReadWrite);
}

Result<std::unique_ptr<ProjectStore>> ProjectStore::open(const QString& path, Access access, const Progress& progress)
{
    auto impl = std::make_unique<Impl>();
    impl->path = QFileInfo(path).absoluteFilePath();
    impl->access = access;
    if (auto opened = impl->open(progress); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<ProjectStore>(new ProjectStore(std::move(impl)));
}

void ProjectStore::park()
{
    m_impl->tables.reset();
    m_impl->connection.reset();
}

Result<void> ProjectStore::resume()
{
    return m_impl->connect();
}

bool ProjectStore::isBeingWritten(const QString& path)
{
    return WriterLock(QFileInfo(path).absoluteFilePath()).isHeldElsewhere();
}

const QString& ProjectStore::path() const
{
    return m_impl->path;
}

const QString& ProjectStore::remark() const
{
    return m_impl->remark;
}

ProjectStore::Access ProjectStore::access() const
{
    return m_impl->access;
}

QDir ProjectStore::folder() const
{
    return QFileInfo(m_impl->path).absoluteDir();
}

void ProjectStore::setUser(const QString& name)
{
    m_impl->user = name.trimmed().isEmpty() ? systemUser() : name.trimmed();
}

const QString& ProjectStore::user() const
{
    return m_impl->user;
}

Result<Scene> ProjectStore::readScene() const
{
    auto scene = m_impl->tables->readAll();
    if (!scene)
        return tl::unexpected(cannotOpen(m_impl->path, scene.error().sentence).error());
    if (!isSound(*scene))
        return tl::unexpected(cannotOpen(m_impl->path, Text::tr("its objects and frames do not fit together")).error());
    return scene;
}

Result<ProjectStore::UndoHistory> ProjectStore::readUndoHistory(int most) const
{
    QSqlQuery query(m_impl->connection->database);
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, kind FROM history ORDER BY id")))
        return tl::unexpected(cannotOpen(m_impl->path, wordsOf(query.lastError())).error());
    std::vector<qint64> rows;
    std::size_t done = 0;
    while (query.next()) {
        switch (EditLog::Kind(query.value(1).toInt())) {
        case EditLog::Kind::Do:
            rows.resize(done);
            rows.push_back(query.value(0).toLongLong());
            ++done;
            break;
        case EditLog::Kind::Undo:
            done -= done > 0 ? 1 : 0;
            break;
        case EditLog::Kind::Redo:
            done += done < rows.size() ? 1 : 0;
            break;
        }
    }
    std::size_t first = rows.size() > std::size_t(most) ? std::min(rows.size() - std::size_t(most), done) : 0;
    UndoHistory history;
    query.prepare(QStringLiteral("SELECT what, changes FROM history WHERE id = ?"));
    const LoadOutline load = [this](const QByteArray& key) { return m_impl->tables->loadOutline(key); };
    for (std::size_t i = first; i < rows.size(); ++i) {
        query.bindValue(0, rows[i]);
        if (!query.exec() || !query.next())
            return tl::unexpected(cannotOpen(m_impl->path, wordsOf(query.lastError())).error());
        auto changes = changesOf(query.value(1), load);
        if (changes) {
            history.edits.push_back({query.value(0).toString(), std::move(*changes)});
            continue;
        }
        // Nobody can step over what is not understood, neither back nor forth.
        if (i >= done)
            break;
        history.edits.clear();
        first = i + 1;
    }
    history.done = int(done - first);
    return history;
}

TrackId ProjectStore::lastTrack() const
{
    QSqlQuery query(m_impl->connection->database);
    return query.exec(QStringLiteral("SELECT max(track) FROM history_tracks")) && query.next()
               ? TrackId{query.value(0).toLongLong()}
               : TrackId();
}

Result<std::vector<ProjectStore::HistoryRow>> ProjectStore::readHistory() const
{
    std::vector<HistoryRow> rows;
    const LoadOutline load = [this](const QByteArray& key) { return m_impl->tables->loadOutline(key); };
    const auto done = m_impl->streamHistory(load, [&rows](HistoryRow row) {
        rows.push_back(std::move(row));
        return true;
    });
    if (!done)
        return tl::unexpected(done.error());
    return rows;
}

Result<void> ProjectStore::streamHistory(const std::function<bool(const HistoryRow&)>& take) const
{
    return m_impl->streamHistory([](const QByteArray&) { return SharedOutline(); }, take);
}

Result<std::vector<ProjectStore::HistoryLine>> ProjectStore::readHistoryPage(
    qint64 before, int most, TrackId track) const
{
    QSqlQuery query(m_impl->connection->database);
    query.setForwardOnly(true);
    const QString columns = QStringLiteral("SELECT id, time_ms, who, kind, what FROM history ");
    if (track.isValid()) {
        query.prepare(columns + QStringLiteral("JOIN history_tracks ON row = id WHERE track = ? AND row < ?"
                                               " ORDER BY row DESC LIMIT ?"));
        query.addBindValue(track.value);
    } else {
        query.prepare(columns + QStringLiteral("WHERE id < ? ORDER BY id DESC LIMIT ?"));
    }
    query.addBindValue(before > 0 ? before : std::numeric_limits<qint64>::max());
    query.addBindValue(most);
    if (!query.exec())
        return tl::unexpected(cannotOpen(m_impl->path, wordsOf(query.lastError())).error());
    std::vector<HistoryLine> lines;
    while (query.next())
        lines.push_back({query.value(0).toLongLong(), QDateTime::fromMSecsSinceEpoch(query.value(1).toLongLong()),
            query.value(2).toString(), EditLog::Kind(query.value(3).toInt()), query.value(4).toString()});
    return lines;
}

Result<ProjectStore::HistoryRow> ProjectStore::readHistoryRow(qint64 id, qint64 longest) const
{
    QSqlQuery query(m_impl->connection->database);
    query.prepare(QStringLiteral(
        "SELECT id, time_ms, who, kind, what, changes FROM history WHERE id = ? AND length(changes) <= ?"));
    query.bindValue(0, id);
    query.bindValue(1, longest);
    if (!query.exec())
        return tl::unexpected(cannotOpen(m_impl->path, wordsOf(query.lastError())).error());
    if (!query.next())
        return failure(Text::tr("The history has no such line any more."));
    return m_impl->historyRow(query, [this](const QByteArray& key) { return m_impl->tables->loadOutline(key); });
}

std::unique_ptr<EditLog> ProjectStore::editLog()
{
    return std::make_unique<ProjectEditLog>(
        [impl = m_impl.get()](const Edit& edit, EditLog::Kind kind) -> Result<void> {
            if (impl->access == Access::ReadOnly)
                return failure(Text::tr("“%1” is open read-only; nothing was changed.").arg(impl->path));
            auto transaction = Transaction::begin(impl->connection->database);
            if (!transaction)
                return cannotWrite(impl->path, transaction.error().sentence);
            Result<void> done = impl->tables->apply(edit);
            if (done)
                done = impl->tables->appendHistory(edit, int(kind), impl->user, QDateTime::currentMSecsSinceEpoch());
            if (done)
                done = transaction->commit();
            return done ? done : cannotWrite(impl->path, done.error().sentence);
        },
        [impl = m_impl.get()] { return impl->user; }, m_impl->access == Access::ReadWrite);
}

Result<void> ProjectStore::saveCopy(const QString& path) const
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return writeWhole(absolute, [&](const QString& partial) -> Result<void> {
        if (auto done = m_impl->connection->copyInto(partial); !done)
            return done;
        Connection copy;
        if (auto opened = copy.open(partial, Connection::Mode::ReadWrite); !opened)
            return opened;
        return movePaths(copy.database, folder(), QFileInfo(absolute).absoluteDir());
    });
}

} // namespace lunkuo
