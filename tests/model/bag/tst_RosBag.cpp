#include "model/bag/RosBag.h"
#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class RosBagTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

private slots:
    void topicsAreCounted()
    {
        const QString path = m_folder.path(QStringLiteral("a.db3"));
        const QString type = QStringLiteral("sensor_msgs/msg/PointCloud2");
        writeBag(path, {{QStringLiteral("/b"), type, 2, "four"}, {QStringLiteral("/a"), type, 1, "one"},
                           {QStringLiteral("/b"), type, 3, "sixsix"}});
        const auto bag = RosBag::open(path);
        QVERIFY2(bag, qPrintable(complaint(bag, m_folder)));
        QStringList picture;
        for (const BagTopic& topic : bag->topics())
            picture.push_back(QStringLiteral("%1 %2 %3").arg(topic.name).arg(topic.messages).arg(topic.bytes));
        QCOMPARE(picture.join(u'|'), QStringLiteral("/a 1 3|/b 2 10"));
    }

    void lookingCanBeCancelled()
    {
        const QString path = m_folder.path(QStringLiteral("long.db3"));
        writeBag(path, {{QStringLiteral("/a"), QStringLiteral("x"), 1, "one"}});
        const Progress progress;
        progress.cancel();
        QCOMPARE(complaint(RosBag::open(path, progress), m_folder),
            QStringLiteral("Looking into “long.db3” was cancelled."));
    }

    /// What is worked out on reading could be without end, or a million times as large as the file.
    void computedContentIsRefused_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("column") << QStringLiteral(
            "CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER, timestamp INTEGER, "
            "data BLOB GENERATED ALWAYS AS (zeroblob(1000000000)) VIRTUAL)");
        QTest::newRow("view") << QStringLiteral(
            "CREATE VIEW messages AS SELECT 1 AS id, 1 AS topic_id, 1 AS timestamp, zeroblob(1000000000) AS data");
    }
    void computedContentIsRefused()
    {
        QFETCH(QString, sql);
        const QString path = m_folder.path(QStringLiteral("%1.db3").arg(QLatin1String(QTest::currentDataTag())));
        writeBag(path, {{QStringLiteral("/a"), QStringLiteral("x"), 1, "one"}});
        execute(path, {QStringLiteral("DROP TABLE messages"), sql});
        QVERIFY2(complaint(RosBag::open(path), m_folder).contains(u"it has no table “messages”"),
            qPrintable(complaint(RosBag::open(path), m_folder)));
    }
};

QTEST_GUILESS_MAIN(RosBagTest)
#include "tst_RosBag.moc"
