#include "model/project/ProjectStore.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// Files that are no project, or no whole one.
class DamagedProjectTest : public QObject
{
    Q_OBJECT

    ProjectFolder m_folder;

private slots:
    void whatIsNoProjectIsRefusedInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray magic("SQLite format 3\0", 16);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("just some text that goes on and on").repeated(10);
        QTest::newRow("only a header") << magic;
        QTest::newRow("a header and rubbish") << magic + QByteArray(4096, 'x');
    }
    void whatIsNoProjectIsRefusedInOneSentence()
    {
        QFETCH(QByteArray, bytes);
        const QString path = m_folder.newPath();
        writeFile(path, bytes);
        for (const auto access : {ProjectStore::Access::ReadWrite, ProjectStore::Access::ReadOnly}) {
            const auto opened = ProjectStore::open(path, access);
            QVERIFY(!opened);
            QVERIFY2(opened.error().sentence.contains(path), qPrintable(opened.error().sentence));
        }
        QCOMPARE(readFile(path), bytes);
    }

    void damageInTheMiddleIsNoticed()
    {
        auto store = m_folder.newProject(200);
        const QString path = store->path();
        store.reset();
        QByteArray bytes = readFile(path);
        QVERIFY(bytes.size() > 40000);
        for (qsizetype at = 4096; at < bytes.size(); at += 4096)
            bytes.replace(at, 64, QByteArray(64, '\xA5'));
        writeFile(path, bytes);
        const auto opened = ProjectStore::open(path);
        QVERIFY(!opened);
        QVERIFY2(opened.error().sentence.contains(path), qPrintable(opened.error().sentence));
    }

    void whatDoesNotFitTogetherIsRefused_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("a shape of no track") << QStringLiteral("UPDATE shapes SET track = 77");
        QTest::newRow("a shape in no frame") << QStringLiteral("UPDATE shapes SET frame = 77");
        QTest::newRow("a cuboid of no size") << QStringLiteral("UPDATE shapes SET cuboid = '{}'");
        QTest::newRow("an origin that is none") << QStringLiteral("UPDATE shapes SET origin = 9");
        QTest::newRow("a frame of no sequence") << QStringLiteral("UPDATE frames SET sequence = 77");
        QTest::newRow("a state that is none") << QStringLiteral("UPDATE frames SET state = -1");
        const QString verdict = QStringLiteral("INSERT INTO verdicts VALUES (1, %1, '', %2, '', 0, '', '', 0, '')");
        QTest::newRow("a verdict about no shape") << verdict.arg(QStringLiteral("1, 77, 1, 0"), QStringLiteral("''"));
        QTest::newRow("a verdict in no frame") << verdict.arg(QStringLiteral("77, 0, 1, 0"), QStringLiteral("''"));
        QTest::newRow("a verdict that is none") << verdict.arg(QStringLiteral("1, 0, 9, 0"), QStringLiteral("''"));
        QTest::newRow("no room for ids") << QStringLiteral("UPDATE tracks SET id = 9223372036854775807;"
                                                           "UPDATE shapes SET track = 9223372036854775807");
        QTest::newRow("no room for numbers") << QStringLiteral("UPDATE tracks SET number = 2147483647");
    }
    void whatDoesNotFitTogetherIsRefused()
    {
        QFETCH(QString, damage);
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        const QString path = store->path();
        document.reset();
        store.reset();
        change(path, damage);
        const auto scene = ProjectStore::open(path).value()->readScene();
        QVERIFY(!scene);
        QVERIFY2(scene.error().sentence.contains(path), qPrintable(scene.error().sentence));
    }
};

QTEST_GUILESS_MAIN(DamagedProjectTest)
#include "tst_DamagedProject.moc"
