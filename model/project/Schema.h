#pragma once

#include "model/base/Progress.h"
#include "model/base/Result.h"

#include <QSqlDatabase>

namespace lunkuo
{

/// "LKUO" in the file's header: tells a project from any other SQLite database.
inline constexpr int applicationId = 0x4C4B554F;

/// The version of the tables that this program writes: the number of migrations there are.
int schemaVersion();

/// Brings a database from its version to schemaVersion(), in one transaction. Error when it is of a newer program, or
/// cancelled: then it is as it was.
Result<void> migrate(QSqlDatabase& database, const Progress& progress = {});

/// Runs a statement that returns nothing of interest.
Result<void> execute(const QSqlDatabase& database, const QString& statement);

} // namespace lunkuo
