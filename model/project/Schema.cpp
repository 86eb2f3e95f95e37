#include "model/project/Schema.h"

#include "model/project/SqlWords.h"
#include "model/project/Transaction.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <array>
#include <limits>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectStore)
};

/// One entry per version; entries that were released are never changed, only followed by others.
constexpr std::array migrations{
    "CREATE TABLE sequences (id INTEGER PRIMARY KEY, name TEXT NOT NULL, folder TEXT NOT NULL);"
    "CREATE TABLE calibrations (id INTEGER PRIMARY KEY, data TEXT NOT NULL);"
    "CREATE TABLE frames (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL REFERENCES sequences(id), place INTEGER "
    "NOT NULL,"
    " name TEXT NOT NULL, cloud TEXT NOT NULL, images TEXT NOT NULL, timestamp_ns INTEGER, world_ego TEXT,"
    " calibration INTEGER NOT NULL, state INTEGER NOT NULL);"
    "CREATE TABLE taxonomy (id INTEGER PRIMARY KEY CHECK (id = 1), data TEXT NOT NULL);"
    "CREATE TABLE tracks (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, number INTEGER NOT NULL, class TEXT NOT "
    "NULL,"
    " attributes TEXT NOT NULL);"
    "CREATE TABLE outlines (key BLOB PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE shapes (id INTEGER PRIMARY KEY, track INTEGER NOT NULL, frame INTEGER NOT NULL, cuboid TEXT NOT NULL,"
    " outline BLOB NOT NULL, attributes TEXT NOT NULL, origin INTEGER NOT NULL, confidence REAL NOT NULL, seeds TEXT "
    "NOT NULL,"
    " UNIQUE (track, frame));"
    "CREATE TABLE history (id INTEGER PRIMARY KEY, time_ms INTEGER NOT NULL, who TEXT NOT NULL, kind INTEGER NOT NULL,"
    " what TEXT NOT NULL, changes TEXT NOT NULL);",
    "ALTER TABLE shapes ADD COLUMN held INTEGER NOT NULL DEFAULT 0;",
    // Cameras may have lenses (in the calibrations' data): a program that does not know them would lose them.
    "",
    "ALTER TABLE shapes ADD COLUMN locked INTEGER NOT NULL DEFAULT 0;",
    "ALTER TABLE shapes ADD COLUMN derivation INTEGER NOT NULL DEFAULT 0;"
    "ALTER TABLE tracks ADD COLUMN size TEXT NOT NULL DEFAULT '';"
    "CREATE INDEX shapes_outline ON shapes (outline);",
    "ALTER TABLE frames ADD COLUMN pose_estimated INTEGER NOT NULL DEFAULT 0;",
    "ALTER TABLE tracks ADD COLUMN absent TEXT NOT NULL DEFAULT '[]';",
    "CREATE TABLE prelabels (id INTEGER PRIMARY KEY REFERENCES frames(id), boxes TEXT NOT NULL);",
    "CREATE TABLE verdicts (id INTEGER PRIMARY KEY, frame INTEGER NOT NULL, track INTEGER NOT NULL, state INTEGER NOT "
    "NULL,"
    " reason INTEGER NOT NULL, words TEXT NOT NULL, place TEXT NOT NULL, reviewer TEXT NOT NULL, time_ms INTEGER NOT "
    "NULL,"
    " answer TEXT NOT NULL, annotator TEXT NOT NULL, answered_ms INTEGER NOT NULL, judged TEXT NOT NULL);"
    "CREATE TABLE waivers (id INTEGER PRIMARY KEY, finding TEXT NOT NULL, reason TEXT NOT NULL, who TEXT NOT NULL,"
    " time_ms INTEGER NOT NULL);",
    // Which lines of the history are about which track, so that nobody has to look through all of them.
    "CREATE TABLE history_tracks (track INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (track, row)) WITHOUT "
    "ROWID;"
    // A line that cannot be read says nothing, as everywhere. Histories are long, so this goes slice by slice.
    "INSERT OR IGNORE INTO history_tracks SELECT t.atom, h.id FROM"
    " (SELECT id, CASE WHEN json_valid(changes) THEN changes ELSE '[]' END AS changes FROM history"
    " WHERE id > :behind AND id <= :last) h,"
    " json_tree(h.changes) t WHERE t.key = 'track' AND t.type = 'integer' AND t.atom > 0;"
    "INSERT OR IGNORE INTO history_tracks SELECT coalesce(json_extract(c.value, '$.after.id'),"
    " json_extract(c.value, '$.before.id')), h.id FROM"
    " (SELECT id, CASE WHEN json_valid(changes) THEN changes ELSE '[]' END AS changes FROM history"
    " WHERE id > :behind AND id <= :last) h,"
    " json_each(h.changes) c WHERE json_extract(c.value, '$.kind') = 'track';",
    // The history may hold settings of checks: a program that does not know them would undo past them.
    "",
};

constexpr int sliceRows = 250; ///< of a history: some hundredths of a second

bool isSliced(const QString& statement)
{
    return statement.contains(QStringLiteral(":behind"));
}

QStringList statementsFrom(int version)
{
    QStringList statements;
    for (int step = version; step < schemaVersion(); ++step)
        statements += QString::fromLatin1(migrations[std::size_t(step)]).split(QLatin1Char(';'), Qt::SkipEmptyParts);
    return statements;
}

/// Runs a statement about the history once for each slice of it; it is one of so many, of which some are done.
Result<void> executeInSlices(const QSqlDatabase& database, const QString& statement, qsizetype doneParts,
    qsizetype parts, const Progress& progress)
{
    QSqlQuery look(database);
    if (!look.exec(QStringLiteral("SELECT count(*) FROM history")) || !look.next())
        return failure(wordsOf(look.lastError()));
    const int total = look.value(0).toInt();
    look.prepare(
        QStringLiteral("SELECT max(id), count(*) FROM (SELECT id FROM history WHERE id > ? ORDER BY id LIMIT %1)")
            .arg(sliceRows));
    QSqlQuery slice(database);
    slice.prepare(statement);
    qint64 behind = std::numeric_limits<qint64>::min();
    for (int done = 0;;) {
        if (!progress.report(int(doneParts) * total + done, int(parts) * total))
            return failure(Text::tr("it was called off"));
        look.bindValue(0, behind);
        if (!look.exec() || !look.next())
            return failure(wordsOf(look.lastError()));
        const int rows = look.value(1).toInt();
        if (rows == 0)
            return {};
        const qint64 last = look.value(0).toLongLong();
        look.finish();
        slice.bindValue(QStringLiteral(":behind"), behind);
        slice.bindValue(QStringLiteral(":last"), last);
        if (!slice.exec())
            return failure(wordsOf(slice.lastError()));
        behind = last;
        done += rows;
    }
}

} // namespace

int schemaVersion()
{
    return int(migrations.size());
}

Result<void> execute(const QSqlDatabase& database, const QString& statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement))
        return failure(wordsOf(query.lastError()));
    return {};
}

Result<void> migrate(QSqlDatabase& database, const Progress& progress)
{
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("PRAGMA user_version")) || !query.next())
        return failure(wordsOf(query.lastError()));
    const int version = query.value(0).toInt();
    query.finish();
    if (version > schemaVersion())
        return failure(
            Text::tr("it was written by a newer Lunkuo (version %1 of the file, this program knows up to %2)")
                .arg(version)
                .arg(schemaVersion()));
    if (version == schemaVersion())
        return {};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const QStringList statements = statementsFrom(version);
    const auto parts = std::count_if(statements.begin(), statements.end(), isSliced);
    qsizetype doneParts = 0;
    for (const QString& statement : statements)
        if (auto done = isSliced(statement) ? executeInSlices(database, statement, doneParts++, parts, progress)
                                            : execute(database, statement);
            !done)
            return done;
    if (auto done = execute(database, QStringLiteral("PRAGMA user_version = %1").arg(schemaVersion())); !done)
        return done;
    return transaction->commit();
}

} // namespace lunkuo
