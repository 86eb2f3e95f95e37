#include "model/project/SqlWords.h"

#include "model/project/Connection.h"
#include "model/project/Schema.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

/// What the database could not do, in words a person is told.
class SqlWordsTest : public QObject
{
    Q_OBJECT
private slots:
    void errorsAreToldInTheProgramsOwnWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](int code, const char* words) { QTest::newRow(words) << code << words; };
        row(5, "another program is using it");
        row(5 | 1 << 8, "another program is using it"); // SQLITE_BUSY_RECOVERY
        row(8, "it may not be written");
        row(10, "the disk does not read or write");
        row(11, "it is damaged");
        row(13, "the disk is full");
        row(14, "the file or one beside it cannot be opened");
        row(1, "SQLite says “its own words”");
    }
    void errorsAreToldInTheProgramsOwnWords()
    {
        QFETCH(int, code);
        QFETCH(QString, words);
        const QSqlError error(QStringLiteral("driver"), QStringLiteral("its own words"), QSqlError::StatementError,
            QString::number(code));
        QCOMPARE(wordsOf(error), words);
    }

    void twoWritersAreToldSo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.db"));
        Connection one;
        QVERIFY(one.open(path, Connection::Mode::ReadWrite));
        QVERIFY(execute(one.database, QStringLiteral("CREATE TABLE t (a)")));
        QVERIFY(execute(one.database, QStringLiteral("BEGIN EXCLUSIVE")));
        Connection other;
        const auto opened = other.open(path, Connection::Mode::ReadOnly);
        QVERIFY(!opened);
        QCOMPARE(opened.error().sentence, QStringLiteral("another program is using it"));
    }
};

QTEST_GUILESS_MAIN(SqlWordsTest)
#include "tst_SqlWords.moc"
