#include "model/project/ProjectStore.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// Projects of older and of newer programs.
class SchemaTest : public QObject
{
    Q_OBJECT

    ProjectFolder m_folder;

    /// With a history of so many edits of its car, and one.
    QString olderProject(int edits)
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        const QString path = store->path();
        document.reset();
        store.reset();
        change(path, QStringLiteral("DROP TABLE history_tracks;"
                                    "INSERT INTO history (time_ms, who, kind, what, changes)"
                                    " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %1)"
                                    " SELECT h.time_ms, h.who, h.kind, h.what, h.changes FROM history h, n;"
                                    "PRAGMA user_version = 9")
                         .arg(edits));
        return path;
    }

private slots:
    void projectsFromBeforeTheReviewAreBroughtUpToDate()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        const Scene scene = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        change(path,
            QStringLiteral("DROP TABLE verdicts; DROP TABLE waivers; DROP TABLE history_tracks; DROP TABLE prelabels;"
                           "PRAGMA user_version = 7"));
        {
            const QByteArray bytes = readFile(path);
            const auto reader = ProjectStore::open(path, ProjectStore::Access::ReadOnly);
            QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence));
            QVERIFY((*reader)->remark().contains(path));
            QVERIFY(isSame((*reader)->readScene().value(), scene));
            QCOMPARE((*reader)->path(), path);
            QVERIFY(!documentOf(**reader)->edit(QStringLiteral("Add"), {ValueChange<Track>{{}, carTrack({77}, 77)}}));
            QCOMPARE(readFile(path), bytes);
        }
        store = ProjectStore::open(path).value();
        QVERIFY(isSame(store->readScene().value(), scene));
        document = documentOf(*store);
        Verdict accepted;
        accepted.id = {1};
        accepted.frame = {1};
        QVERIFY(document->edit(QStringLiteral("Accept"), {ValueChange<Verdict>{{}, accepted}}));
        QCOMPARE(store->readScene().value().verdicts.size(), 1u);
    }

    void projectsFromBeforeFacesWereHeldAreBroughtUpToDate()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        Scene scene = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        change(
            path, QStringLiteral("DROP INDEX shapes_outline; ALTER TABLE shapes DROP COLUMN held;"
                                 "ALTER TABLE shapes DROP COLUMN locked; ALTER TABLE shapes DROP COLUMN derivation;"
                                 "ALTER TABLE tracks DROP COLUMN size; ALTER TABLE frames DROP COLUMN pose_estimated;"
                                 "ALTER TABLE tracks DROP COLUMN absent; DROP TABLE verdicts; DROP TABLE waivers;"
                                 "DROP TABLE history_tracks; DROP TABLE prelabels;"
                                 "PRAGMA user_version = 1"));
        store = ProjectStore::open(path).value();
        const ShapeTable now = scene.shapes;
        for (auto [id, shape] : now) {
            shape.held = {};
            shape.locked = false;
            shape.derivation = Derivation::KeyFrame;
            scene.shapes.insert(shape);
        }
        for (auto& [id, track] : scene.tracks)
            track.size.reset();
        for (auto& [id, frame] : scene.frames)
            frame.isPoseEstimated = false;
        QVERIFY(isSame(store->readScene().value(), scene));
    }

    void longHistoriesAreBroughtUpToDateBitByBit()
    {
        const QString path = olderProject(1000);
        std::vector<int> told;
        int total = 0;
        const auto store = ProjectStore::open(path, ProjectStore::Access::ReadWrite, Progress([&](int done, int of) {
            told.push_back(done);
            total = of;
        }));
        QVERIFY(store);
        QVERIFY2(told.size() > 4, "it can be called off in between");
        QCOMPARE(told.back(), total);
        QVERIFY2(std::is_sorted(told.begin(), told.end()), "it never goes back");
        QCOMPARE((*store)->readHistoryPage(0, 5000, {1})->size(), std::size_t(1001));
    }

    void whatIsCalledOffIsAsItWas()
    {
        const QString path = olderProject(1000);
        const Progress progress;
        progress.cancel();
        for (const auto access : {ProjectStore::Access::ReadWrite, ProjectStore::Access::ReadOnly}) {
            const auto opened = ProjectStore::open(path, access, progress);
            QVERIFY(!opened);
            QVERIFY2(opened.error().sentence.contains(path), qPrintable(opened.error().sentence));
        }
        const auto store = ProjectStore::open(path);
        QVERIFY(store);
        QCOMPARE((*store)->readHistoryPage(0, 5000, {1})->size(), std::size_t(1001));
    }

    void aFileOfANewerProgramIsRefused()
    {
        auto store = m_folder.newProject();
        const QString path = store->path();
        store.reset();
        QByteArray bytes = readFile(path);
        bytes.replace(60, 4, QByteArray("\0\0\3\xE7", 4)); // user_version, big endian
        writeFile(path, bytes);
        const auto opened = ProjectStore::open(path);
        QVERIFY(!opened);
        QVERIFY2(opened.error().sentence.contains(QStringLiteral("999")), qPrintable(opened.error().sentence));
    }
};

QTEST_GUILESS_MAIN(SchemaTest)
#include "tst_Schema.moc"
