#pragma once

#include <QString>

class QSqlError;

namespace lunkuo
{

/// What the database could not do, for a person, in the language of the moment; no sentence, so that it stands behind a
/// colon. What is not known here comes as SQLite's own words, marked as such.
QString wordsOf(const QSqlError& error);

} // namespace lunkuo
