#include "model/project/ProjectStore.h"
#include "model/review/CheckPlan.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

/// What the tables of a project file keep of edits.
class SceneTablesSqlTest : public QObject
{
    Q_OBJECT

    ProjectFolder m_folder;

private slots:
    void settingsOfChecksComeBack()
    {
        auto store = m_folder.newProject();
        const QString path = store->path();
        auto document = documentOf(*store);
        const Scene start = document->scene();
        const auto change = [&](const std::function<void(CheckPlan&)>& how) {
            CheckPlan plan(document->scene().taxonomy.checks);
            how(plan);
            QVERIFY(plan.apply(*document));
        };
        change([](CheckPlan& plan) {
            plan.setLimit(CheckId::OffGround, "height_m", 1.0 / 3.0);
            plan.setOn(CheckId::Jump, false);
            plan.setLimit(CheckId::Jump, "jump_m", 0.1 + 0.2);
        });
        const Scene memory = document->scene();
        QVERIFY(isSame(store->readScene().value(), memory));
        QVERIFY(store->readScene()->taxonomy.checks == memory.taxonomy.checks);
        document.reset();
        store.reset();

        store = ProjectStore::open(path).value();
        QVERIFY(store->readScene()->taxonomy.checks == memory.taxonomy.checks);
        document = documentOf(*store);
        auto history = store->readUndoHistory().value();
        document->restoreHistory(std::move(history.edits), history.done);
        QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
        QVERIFY(isSame(store->readScene().value(), start));
        QVERIFY(document->redo());
        QVERIFY(isSame(store->readScene().value(), memory));
        change([](CheckPlan& plan) { plan.resetAll(); });
        QVERIFY(store->readScene()->taxonomy.checks.empty());
        const auto rows = store->readHistory().value();
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows.back().edit.changes.size(), std::size_t(2));
    }

    /// What a newer program did is not undone in part.
    void whatOnlyANewerProgramKnowsIsLeftAlone()
    {
        auto store = m_folder.newProject();
        const QString path = store->path();
        auto document = documentOf(*store);
        for (int i = 0; i < 3; ++i)
            addCar(*document, {1}, 10 * i);
        document.reset();
        store.reset();
        change(
            path, QStringLiteral("UPDATE history SET changes = '[{\"kind\":\"weather\",\"after\":{}}]' WHERE id = 2"));
        store = ProjectStore::open(path).value();
        const auto history = store->readUndoHistory();
        QVERIFY2(history, history ? "" : qPrintable(history.error().sentence));
        QCOMPARE(history->edits.size(), std::size_t(1));
        QCOMPARE(history->done, 1);
        const auto row = store->readHistoryRow(2);
        QVERIFY(!row);
        QVERIFY2(row.error().sentence.contains(u"weather"), qPrintable(row.error().sentence));
        QVERIFY(store->readHistoryRow(3));
    }
};

QTEST_GUILESS_MAIN(SceneTablesSqlTest)
#include "tst_SceneTablesSql.moc"
