#include "model/project/SqlWords.h"

#include <QCoreApplication>
#include <QSqlError>

namespace lunkuo
{

namespace
{

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SqlWords)
};

// The primary result codes of SQLite (sqlite.org/rescode.html).
constexpr int noPermission = 3;
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int noMemory = 7;
constexpr int readOnly = 8;
constexpr int noInput = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int tooBig = 18;
constexpr int noDatabase = 26;
constexpr int primary = 0xff; ///< extended codes have more above

} // namespace

QString wordsOf(const QSqlError& error)
{
    switch (error.nativeErrorCode().toInt() & primary) {
    case busy:
    case locked:
        return Text::tr("another program is using it");
    case noPermission:
    case readOnly:
        return Text::tr("it may not be written");
    case noMemory:
        return Text::tr("there is not enough memory");
    case noInput:
        return Text::tr("the disk does not read or write");
    case corrupt:
    case noDatabase:
        return Text::tr("it is damaged");
    case full:
        return Text::tr("the disk is full");
    case cannotOpen:
        return Text::tr("the file or one beside it cannot be opened");
    case tooBig:
        return Text::tr("something in it is too large");
    default:
        return Text::tr("SQLite says “%1”").arg(error.databaseText());
    }
}

} // namespace lunkuo
