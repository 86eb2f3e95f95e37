#pragma once

#include "model/base/Result.h"

#include <QSqlDatabase>
#include <QString>
#include <QUuid>
#include <QVariant>

namespace lunkuo
{

/// A connection to an SQLite file, of its own name and closed with the object; for the thread that made it. Errors are
/// told as `wordsOf` does.
struct Connection
{
    enum class Mode { ReadWrite, ReadOnly };

    QString name = QUuid::createUuid().toString();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    Result<void> open(const QString& path, Mode mode);
    /// For a folder that cannot be written: reading a WAL database otherwise makes files beside it.
    Result<void> openUnchanging(const QString& path);

    /// First column of the first row.
    Result<QVariant> value(const QString& statement);
    /// A consistent copy, with what stands in the WAL.
    [[nodiscard]] Result<void> copyInto(QString path) const;
};

} // namespace lunkuo
