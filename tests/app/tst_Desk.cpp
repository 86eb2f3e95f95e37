#include "app/Desk.h"
#include "app/Settings.h"
#include "model/tools/ShapeActions.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/Workbench.h"

#include <QApplication>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;

/// Opening data and projects, without a window.
class DeskTest : public QObject
{
    Q_OBJECT

    /// A folder of clouds that a workbench has written.
    struct Clouds
    {
        test::Workbench bench;
        QString folder;

        Clouds()
        {
            const Scene& scene = bench.scene();
            folder = QFileInfo(bench.frames.absolutePath(scene.frames.begin()->second.cloudPath)).absolutePath();
        }
    };

    QTemporaryDir m_settings;

    static Shape anyShape(Session& session)
    {
        Shape shape;
        shape.frame = session.document().scene().frameOrder().front();
        shape.cuboid = test::carAt({12.0, -3.0});
        return shape;
    }

    test::ProjectFolder m_projects;

    /// A project that an older program has written, with a history of so many edits of its car.
    QString olderProject(int edits)
    {
        auto store = m_projects.newProject();
        auto document = test::documentOf(*store);
        test::addCar(*document, {1}, 1.0);
        const QString path = store->path();
        document.reset();
        store.reset();
        test::change(path, QStringLiteral("DROP TABLE history_tracks;"
                                          "INSERT INTO history (time_ms, who, kind, what, changes)"
                                          " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %1)"
                                          " SELECT h.time_ms, h.who, h.kind, h.what, h.changes FROM history h, n;"
                                          "PRAGMA user_version = 9")
                               .arg(edits));
        return path;
    }

private slots:
    void initTestCase() { Settings::keepIn(m_settings.path()); }

    void dataGetAProjectBesideThem()
    {
        const Clouds clouds;
        Desk desk;
        const QSignalSpy opened(&desk, &Desk::opened);
        const auto done = desk.open(clouds.folder);
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(desk.session()->path(), Desk::projectPathFor(clouds.folder));
        QCOMPARE(desk.session()->document().scene().frames.size(), std::size_t(2));
        QVERIFY(Settings::recentProjects().contains(desk.session()->path()));
    }

    void theSecondTimeTheSameProjectOpens()
    {
        const Clouds clouds;
        {
            Desk desk;
            QVERIFY(desk.open(clouds.folder));
            Session& session = *desk.session();
            QVERIFY(addShape(session.document(), QStringLiteral("Add"), anyShape(session), QStringLiteral("Car")));
        }
        Desk desk;
        QVERIFY(desk.open(clouds.folder));
        QCOMPARE(desk.session()->document().scene().shapes.size(), std::size_t(1));
        QVERIFY(desk.session()->document().undo());
        QVERIFY(desk.session()->document().scene().shapes.empty());
    }

    void whatSomebodyElseWritesIsOpenedForReading()
    {
        const Clouds clouds;
        Desk first;
        QVERIFY(first.open(clouds.folder));
        Desk second;
        QVERIFY(second.open(clouds.folder));
        Session& session = *second.session();
        QVERIFY(session.isReadOnly());
        QVERIFY2(session.notice().contains(QFileInfo(session.path()).fileName()), qPrintable(session.notice()));
        const auto edit = addShape(session.document(), QStringLiteral("Add"), anyShape(session), QStringLiteral("Car"));
        QVERIFY(!edit);
        QVERIFY(session.document().scene().shapes.empty());
    }

    void whatIsBeingLetGoOfIsOpenedForWritingAfterAll()
    {
        const Clouds clouds;
        auto first = std::make_unique<Desk>();
        QVERIFY(first->open(clouds.folder));
        Desk second;
        second.setPatience(std::chrono::minutes(1), std::chrono::milliseconds(5));
        QSignalSpy freed(&second, &Desk::freed);
        QVERIFY(second.open(clouds.folder));
        QTest::qWait(50);
        QVERIFY(second.session()->isReadOnly());
        const QString notice = second.session()->notice();
        QVERIFY2(notice.count(QStringLiteral("read-only")) == 1, qPrintable(notice));
        first.reset();
        QTRY_VERIFY(!second.session()->isReadOnly());
        QCOMPARE(freed.count(), 1);
        Session& session = *second.session();
        QVERIFY(session.notice().isEmpty());
        QVERIFY(addShape(session.document(), QStringLiteral("Add"), anyShape(session), QStringLiteral("Car")));
    }

    void whatSomebodyHasWorkedOnIsNotTakenWithoutBeingAskedFor()
    {
        const Clouds clouds;
        auto first = std::make_unique<Desk>();
        QVERIFY(first->open(clouds.folder));
        Desk second;
        second.setPatience(std::chrono::milliseconds(0), std::chrono::milliseconds(5));
        QSignalSpy freed(&second, &Desk::freed);
        QVERIFY(second.open(clouds.folder));
        QTest::qWait(20);
        first.reset();
        QTRY_COMPARE(freed.count(), 1);
        QVERIFY(second.session()->isReadOnly());
        QTest::qWait(50);
        QCOMPARE(freed.count(), 1);
        QVERIFY(second.open(clouds.folder));
        QVERIFY(!second.session()->isReadOnly());
    }

    void whatWasOpenedToLookAtStaysSo()
    {
        const Clouds clouds;
        auto first = std::make_unique<Desk>();
        QVERIFY(first->open(clouds.folder));
        Desk second;
        second.setPatience(std::chrono::minutes(1), std::chrono::milliseconds(5));
        QSignalSpy freed(&second, &Desk::freed);
        QVERIFY(second.openReadOnly(first->session()->path()));
        first.reset();
        QTest::qWait(50);
        QVERIFY(second.session()->isReadOnly());
        QCOMPARE(freed.count(), 0);
    }

    void whatCannotBeOpenedLeavesTheOpenProject_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing there") << m_settings.filePath(QStringLiteral("none.lunkuo"));
        const QString text = m_settings.filePath(QStringLiteral("text.lunkuo"));
        QFile file(text);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no project at all");
        file.close();
        QTest::newRow("no project") << text;
        QDir(m_settings.path()).mkpath(QStringLiteral("empty"));
        QTest::newRow("empty folder") << m_settings.filePath(QStringLiteral("empty"));
    }
    void whatCannotBeOpenedLeavesTheOpenProject()
    {
        QFETCH(QString, path);
        const Clouds clouds;
        Desk desk;
        QVERIFY(desk.open(clouds.folder));
        const Session* before = desk.session();
        const auto done = desk.open(path);
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.contains(path), qPrintable(done.error().sentence));
        QCOMPARE(desk.session(), before);
    }

    void theWindowLivesWhileAnOlderProjectIsBroughtUpToDate_data()
    {
        QTest::addColumn<bool>("isReadOnly");
        QTest::newRow("to be changed") << false;
        QTest::newRow("to look at") << true;
    }
    void theWindowLivesWhileAnOlderProjectIsBroughtUpToDate()
    {
        QFETCH(bool, isReadOnly);
        const QString path = olderProject(20'000);
        const QByteArray before = test::readFile(path);
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&ticks] { ++ticks; });
        timer.start(1);
        Desk desk;
        const auto done = isReadOnly ? desk.openReadOnly(path) : desk.open(path);
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        QVERIFY2(ticks > 5, qPrintable(QString::number(ticks)));
        QCOMPARE(desk.session()->isReadOnly(), isReadOnly);
        const auto lines = desk.session()->store().readHistoryPage(0, 1, {1});
        QVERIFY(lines);
        QCOMPARE(lines->size(), std::size_t(1));
        QVERIFY(!isReadOnly || test::readFile(path) == before);
    }

    void whoCallsItOffKeepsWhatWasOpen_data() { theWindowLivesWhileAnOlderProjectIsBroughtUpToDate_data(); }
    void whoCallsItOffKeepsWhatWasOpen()
    {
        QFETCH(bool, isReadOnly);
        const Clouds clouds;
        Desk desk;
        QVERIFY(desk.open(clouds.folder));
        const Session* before = desk.session();
        const QString path = olderProject(60'000);
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [] {
            if (auto* dialog = qobject_cast<QProgressDialog*>(QApplication::activeModalWidget()))
                dialog->cancel();
        });
        cancel.start(1);
        const auto done = isReadOnly ? desk.openReadOnly(path) : desk.open(path);
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.contains(path), qPrintable(done.error().sentence));
        QCOMPARE(desk.session(), before);
        cancel.stop();
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY2(!ProjectStore::isBeingWritten(path), "nobody holds on to it");
        QVERIFY2(desk.open(path), "as if nothing had been");
        QVERIFY(!desk.session()->isReadOnly());
    }

    void framesEndAtTheEnds()
    {
        const Clouds clouds;
        Desk desk;
        QVERIFY(desk.open(clouds.folder));
        Session& session = *desk.session();
        const std::vector<FrameId> order = session.document().scene().frameOrder();
        session.selection().setFrame(order.front());
        QVERIFY(!session.frameAfter(-1));
        QCOMPARE(*session.frameAfter(1), order.back());
        QCOMPARE(*session.frameAfter(100), order.back());
    }
};

QTEST_MAIN(DeskTest)
#include "tst_Desk.moc"
