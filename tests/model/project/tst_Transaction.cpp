#include "model/project/Transaction.h"

#include "model/project/Schema.h"

#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

class TransactionTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QSqlDatabase m_one;
    QSqlDatabase m_other;

    QSqlDatabase connectionTo(const QString& name)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
        database.setDatabaseName(m_folder.filePath(QStringLiteral("numbers.db")));
        return database.open() ? database : QSqlDatabase();
    }
    static Result<void> add(QSqlDatabase& database, int number)
    {
        return execute(database, QStringLiteral("INSERT INTO numbers VALUES (%1)").arg(number));
    }
    QString numbers()
    {
        QSqlQuery query(QStringLiteral("SELECT number FROM numbers ORDER BY number"), m_one);
        QStringList all;
        while (query.next())
            all << query.value(0).toString();
        return all.join(u' ');
    }

private slots:
    void initTestCase()
    {
        m_one = connectionTo(QStringLiteral("one"));
        m_other = connectionTo(QStringLiteral("other"));
        QVERIFY(m_one.isValid() && m_other.isValid());
        QVERIFY(execute(m_one, QStringLiteral("CREATE TABLE numbers (number INTEGER)")));
    }
    void init() { QVERIFY(execute(m_one, QStringLiteral("DELETE FROM numbers"))); }
    void cleanupTestCase()
    {
        m_one = {};
        m_other = {};
        for (const char* name : {"one", "other"})
            QSqlDatabase::removeDatabase(QLatin1String(name));
    }

    void onlyWhatIsCommittedIsThere()
    {
        {
            auto transaction = Transaction::begin(m_one);
            QVERIFY(transaction);
            QVERIFY(add(m_one, 1));
            QVERIFY(transaction->commit());
        }
        {
            auto transaction = Transaction::begin(m_one);
            QVERIFY(transaction);
            QVERIFY(add(m_one, 2));
        }
        QCOMPARE(numbers(), QStringLiteral("1"));
    }

    void whoeverComesSecondIsToldAtOnceAndWritesNothing()
    {
        auto first = Transaction::begin(m_one);
        QVERIFY(first);
        QVERIFY(add(m_one, 1));
        {
            const auto second = Transaction::begin(m_other);
            QVERIFY(!second);
            QVERIFY(!second.error().sentence.isEmpty());
        }
        QVERIFY(first->commit());
        QCOMPARE(numbers(), QStringLiteral("1"));
        QVERIFY2(Transaction::begin(m_other), "once the first has ended");
    }

    void oneThatIsMovedIsStillOne()
    {
        {
            auto begun = Transaction::begin(m_one);
            QVERIFY(begun);
            Transaction moved = std::move(*begun);
            QVERIFY(add(m_one, 1));
            QVERIFY(moved.commit());
        }
        QCOMPARE(numbers(), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "tst_Transaction.moc"
