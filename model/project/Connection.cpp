#include "model/project/Connection.h"

#include "model/project/Schema.h"
#include "model/project/SqlWords.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

namespace lunkuo
{

namespace
{
constexpr int busyTimeout_ms = 2000;
}

Connection::~Connection()
{
    database.close();
    database = {};
    QSqlDatabase::removeDatabase(name);
}

Result<void> Connection::open(const QString& path, Mode mode)
{
    database.close();
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeout_ms);
    if (mode == Mode::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    database.setDatabaseName(path);
    if (!database.open())
        return failure(wordsOf(database.lastError()));
    if (auto there = value(QStringLiteral("PRAGMA schema_version")); !there)
        return tl::unexpected(there.error());
    return execute(database, QStringLiteral("PRAGMA synchronous = FULL"));
}

Result<void> Connection::openUnchanging(const QString& path)
{
    database.close();
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"));
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(QStringLiteral("immutable=1"));
    database.setDatabaseName(url.toString(QUrl::FullyEncoded));
    if (!database.open())
        return failure(wordsOf(database.lastError()));
    return {};
}

Result<QVariant> Connection::value(const QString& statement)
{
    QSqlQuery query(database);
    if (!query.exec(statement) || !query.next())
        return failure(wordsOf(query.lastError()));
    return query.value(0);
}

Result<void> Connection::copyInto(QString path) const
{
    path.replace(QLatin1Char('\''), QStringLiteral("''"));
    return execute(database, QStringLiteral("VACUUM INTO '%1'").arg(path));
}

} // namespace lunkuo
