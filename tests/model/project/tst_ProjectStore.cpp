#include "model/project/ProjectStore.h"
#include "model/project/SystemUser.h"
#include "model/sequence/VerdictFollowUps.h"
#include "model/tools/SensorActions.h"
#include "tests/support/ProjectFolder.h"
#include "tests/support/Scenes.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace lunkuo;
using namespace lunkuo::test;

class ProjectStoreTest : public QObject
{
    Q_OBJECT

    ProjectFolder m_folder;

private slots:
    void whatIsReopenedIsWhatWasInMemory()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        for (int i = 0; i < 20; ++i)
            addCar(*document, {1 + i % 3}, i / 3.0);
        const Shape before = document->scene().shapes.begin()->second;
        Shape after = before;
        after.cuboid.center.x() += 1e-9;
        QVERIFY(document->edit(QStringLiteral("Move"), {ValueChange<Shape>{before, after}}));
        QVERIFY(document->undo());
        QVERIFY(document->redo());
        const Scene memory = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();

        const auto reopened = ProjectStore::open(path);
        QVERIFY2(reopened, reopened ? "" : qPrintable(reopened.error().sentence));
        QVERIFY(isSame((*reopened)->readScene().value(), memory));
    }

    void whatReviewersSaidComesBack()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1.0 / 3.0);
        addCar(*document, {2}, 8);
        const TrackId track = document->scene().tracks.begin()->first;
        Verdict rejected{document->newVerdictId(), {1}, track, VerdictState::Rejected, RejectReason::WrongOutline,
            QStringLiteral("车尾太短"), Eigen::Vector3d(1.0 / 3.0, 0.1 + 0.2, -1), QStringLiteral("质检员"),
            1700000000123, {}, {}, 0, judgedShape(document->scene(), track, {1})};
        Verdict missing = rejected;
        missing.id = document->newVerdictId();
        missing.track = {};
        missing.judged = {};
        Verdict frame;
        frame.id = document->newVerdictId();
        frame.frame = {3};
        QVERIFY(document->edit(QStringLiteral("Review"),
            {ValueChange<Verdict>{{}, rejected}, ValueChange<Verdict>{{}, missing}, ValueChange<Verdict>{{}, frame}}));
        Verdict answered = rejected;
        answered.state = VerdictState::Answered;
        answered.answer = QStringLiteral("已改");
        answered.annotator = QStringLiteral("标注员");
        answered.answered_ms = 1700000001234;
        QVERIFY(document->edit(QStringLiteral("Answer"), {ValueChange<Verdict>{rejected, answered}}));
        QVERIFY(document->edit(QStringLiteral("Waive"),
            {ValueChange<Waiver>{{}, Waiver{document->newWaiverId(), QStringLiteral("floating/1/2"),
                                         QStringLiteral("在桥上"), QStringLiteral("质检员"), 1700000000456}}}));
        const Scene memory = document->scene();
        QVERIFY(memory.verdicts.of(track, {1})->judged);
        const QString path = store->path();
        document.reset();
        store.reset();

        store = ProjectStore::open(path).value();
        QVERIFY(isSame(store->readScene().value(), memory));
        document = documentOf(*store);
        auto history = store->readUndoHistory().value();
        document->restoreHistory(history.edits, history.done);
        QVERIFY(document->newVerdictId() > frame.id);
        QVERIFY(document->newWaiverId() > WaiverId{1});
        for (int i = 0; i < 3; ++i)
            QVERIFY(document->undo());
        QVERIFY(document->scene().verdicts.empty());
        QVERIFY(document->scene().waivers.empty());
        for (int i = 0; i < 3; ++i)
            QVERIFY(document->redo());
        QVERIFY(isSame(document->scene(), memory));
        QVERIFY(isSame(store->readScene().value(), memory));
    }

    void aDeletionThatAnswersSaysWhoDidItAndWhen()
    {
        auto store = m_folder.newProject();
        store->setUser(QStringLiteral("王"));
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        const Shape car = document->scene().shapes.begin()->second;
        Verdict rejected;
        rejected.id = document->newVerdictId();
        rejected.frame = car.frame;
        rejected.track = car.track;
        rejected.state = VerdictState::Rejected;
        rejected.reason = RejectReason::FalseObject;
        rejected.reviewer = QStringLiteral("李");
        rejected.judged = std::make_shared<JudgedShape>(JudgedShape{car, QStringLiteral("Car"), 1, {}});
        QVERIFY(document->edit(QStringLiteral("Reject"), {ValueChange<Verdict>{{}, rejected}}));
        const qint64 before_ms = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(document->edit(QStringLiteral("Delete"), {ValueChange<Shape>{car, {}}}));
        const Verdict answered = document->scene().verdicts.at(rejected.id);
        QCOMPARE(answered.state, VerdictState::Answered);
        QCOMPARE(answered.annotator, QStringLiteral("王"));
        QVERIFY(answered.answered_ms >= before_ms);
        QVERIFY(isSame(store->readScene().value(), document->scene()));
        QVERIFY(document->undo());
        QCOMPARE(document->scene().verdicts.at(rejected.id), rejected);
    }

    void whatOneThreadOpenedAnotherWorksWith()
    {
        const QString path = m_folder.newProject()->path();
        Result<std::unique_ptr<ProjectStore>> opened = tl::unexpected(Error());
        std::thread([&] {
            opened = ProjectStore::open(path);
            if (opened)
                (*opened)->park();
        }).join();
        QVERIFY(opened);
        QVERIFY2(!ProjectStore::open(path), "it is kept from others meanwhile");
        QVERIFY((*opened)->resume());
        auto document = documentOf(**opened);
        addCar(*document, {1}, 0);
        QCOMPARE((*opened)->readScene()->shapes.size(), 1u);
    }

    void theHistoryComesInPagesOfAllOrOfOneObject()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 0);
        addCar(*document, {1}, 9);
        const TrackId first = document->scene().tracks.begin()->first;
        const ShapeId shape = document->scene().shapes.ofTrack(first).front();
        for (int i = 0; i < 5; ++i) {
            const Shape before = document->scene().shapes.at(shape);
            Shape after = before;
            after.cuboid.center.x() += 1;
            QVERIFY(document->edit(QStringLiteral("Move %1").arg(i), {ValueChange<Shape>{before, after}}));
        }
        QVERIFY(document->undo());
        const auto textsOf = [&](qint64 before, int most, TrackId track) {
            QStringList texts;
            const auto page = store->readHistoryPage(before, most, track);
            for (const auto& line : *page)
                texts << line.text;
            return texts.join(u',');
        };
        QCOMPARE(textsOf(0, 3, {}), QStringLiteral("Move 4,Move 4,Move 3"));
        const auto page = store->readHistoryPage(0, 3).value();
        QCOMPARE(page.front().kind, EditLog::Kind::Undo);
        QCOMPARE(textsOf(page.back().id, 100, {}), QStringLiteral("Move 2,Move 1,Move 0,Add,Add"));
        QCOMPARE(textsOf(0, 100, first), QStringLiteral("Move 4,Move 4,Move 3,Move 2,Move 1,Move 0,Add"));
        QCOMPARE(textsOf(0, 100, {77}), QString());
        const auto row = store->readHistoryRow(page.back().id).value();
        QCOMPARE(row.edit.text, QStringLiteral("Move 3"));
        QCOMPARE(row.edit.changes.size(), 1u);
        QVERIFY(!store->readHistoryRow(4711));

        const QString path = store->path();
        document.reset();
        store.reset();
        change(path, QStringLiteral("DROP TABLE history_tracks; PRAGMA user_version = 9"));
        store = ProjectStore::open(path).value();
        QVERIFY2(textsOf(0, 100, first) == QStringLiteral("Move 4,Move 4,Move 3,Move 2,Move 1,Move 0,Add"),
            "the lines of an older project are found too");
    }

    void whereSomebodySaidTheSensorIsComesBack()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        QVERIFY(setSensorOrigin(*document, {1}, Eigen::Vector3d(1.4, 0.0, 1.0 / 3.0)));
        const Scene inMemory = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        const Scene scene = ProjectStore::open(path).value()->readScene().value();
        QVERIFY(scene.calibrations.at({1}).isOriginByHand);
        QVERIFY(isSame(scene, inMemory));
    }

    void lensesComeBack()
    {
        Scene scene = sceneOf(1, m_folder.path());
        Calibration& calibration = scene.calibrations.at({1});
        Camera fisheye = calibration.cameras.front();
        fisheye.name = QStringLiteral("left");
        fisheye.model.lens = Lens(Lens::Kind::KannalaBrandt, {0.1 / 3.0, -0.01, 0.002, 1e-17});
        Camera wide = fisheye;
        wide.name = QStringLiteral("wide");
        wide.model.lens = Lens(Lens::Kind::BrownConrady, {-0.3, 0.1, 1e-4, -2e-4, 0.01, 0.7, -0.05, 1.0 / 3.0});
        calibration.cameras.push_back(fisheye);
        calibration.cameras.push_back(wide);
        auto store = ProjectStore::create(m_folder.newPath(), scene).value();
        const QString path = store->path();
        store.reset();
        const Scene read = ProjectStore::open(path).value()->readScene().value();
        QVERIFY(read.calibrations == scene.calibrations);
        QCOMPARE(read.calibrations.at({1}).cameras[1].model.lens.limit(), fisheye.model.lens.limit());
    }

    void undoGoesOnAfterReopening()
    {
        auto store = m_folder.newProject();
        const Scene start = store->readScene().value();
        auto document = documentOf(*store);
        for (int i = 0; i < 5; ++i)
            addCar(*document, {1}, i);
        QVERIFY(document->undo());
        QVERIFY(document->undo());
        addCar(*document, {2}, 9); // the two undone edits can no longer be redone
        QVERIFY(document->undo());
        const QString path = store->path();
        document.reset();
        store.reset();

        auto reopened = ProjectStore::open(path).value();
        document = documentOf(*reopened);
        auto history = reopened->readUndoHistory().value();
        QCOMPARE(history.edits.size(), std::size_t(4));
        QCOMPARE(history.done, 3);
        document->restoreHistory(std::move(history.edits), history.done);
        QVERIFY(document->redo());
        QCOMPARE(document->scene().shapes.size(), std::size_t(4));
        while (document->canUndo())
            QVERIFY(document->undo());
        QVERIFY(isSame(document->scene(), start));
        QVERIFY(isSame(reopened->readScene().value(), start));
    }

    void prelabelsComeBack()
    {
        const QString path = m_folder.newPath();
        const FramePrelabels found{
            {2}, {{QStringLiteral("Car"), {{1, 2, 3}, {4, 2, 1.5}, Eigen::Quaterniond::Identity()}, 0.25}}};
        {
            const auto store = ProjectStore::create(path, sceneOf(3, m_folder.path()));
            QVERIFY(store);
            const auto document = documentOf(**store);
            QVERIFY(document->edit(QStringLiteral("Import"), {ValueChange<FramePrelabels>{{}, found}}));
        }
        const auto store = ProjectStore::open(path);
        QVERIFY(store);
        QVERIFY((*store)->readScene()->prelabels.at({2}) == found);
        const auto document = documentOf(**store);
        auto history = (*store)->readUndoHistory();
        document->restoreHistory(std::move(history->edits), history->done);
        QVERIFY(document->undo());
        QVERIFY((*store)->readScene()->prelabels.empty());
    }

    void historySaysWhoDidWhat()
    {
        auto store = m_folder.newProject();
        store->setUser(QStringLiteral("小李"));
        auto document = documentOf(*store);
        addCar(*document, {1}, 5);
        store->setUser({});
        QVERIFY(document->undo());
        const auto rows = store->readHistory().value();
        QCOMPARE(rows.size(), std::size_t(2));
        QCOMPARE(rows[1].who, systemUser());
        QCOMPARE(rows[0].who, QStringLiteral("小李"));
        QCOMPARE(rows[0].edit.text, QStringLiteral("Add"));
        QVERIFY(rows[1].kind == EditLog::Kind::Undo);
        QVERIFY2(rows[0].edit.changes.size() == 3, "the track, its shape, and its frame that is in work now");
    }

    void oneWriterAtATimeAndReadersMeanwhile()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 5);
        const auto second = ProjectStore::open(store->path());
        QVERIFY(!second);
        QVERIFY2(second.error().sentence.contains(QString::number(QCoreApplication::applicationPid())),
            qPrintable(second.error().sentence));
        const auto reader = ProjectStore::open(store->path(), ProjectStore::Access::ReadOnly);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence));
        const auto copy = documentOf(**reader);
        QVERIFY(isSame(copy->scene(), document->scene()));
        const auto refused = copy->edit(QStringLiteral("Add"), {ValueChange<Track>{{}, carTrack({77}, 77)}});
        QVERIFY(!refused);
        QVERIFY(refused.error().sentence.contains(QStringLiteral("read-only")));
        QVERIFY(isSame(copy->scene(), document->scene()));
    }

    void aLockOfADeadProcessDoesNotCount()
    {
        auto store = m_folder.newProject();
        const QString path = store->path();
        store.reset();
        QProcess gone;
        gone.start(QStringLiteral("true"), QStringList());
        QVERIFY(gone.waitForStarted());
        const qint64 process = gone.processId();
        QVERIFY(gone.waitForFinished());
        writeFile(path + QStringLiteral(".lock"),
            QByteArray::number(process) + "\nlunkuo\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n\n\n");
        const auto reopened = ProjectStore::open(path);
        QVERIFY2(reopened, reopened ? "" : qPrintable(reopened.error().sentence));
    }

    void projectAndDataCanBeMovedTogether()
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("one/data"));
        const QString path = m_folder.filePath(QStringLiteral("one/a.lunkuo"));
        const auto store = ProjectStore::create(path, sceneOf(2, m_folder.filePath(QStringLiteral("one/data"))));
        QVERIFY(store);
        QCOMPARE((*store)->readScene()->frames.at({1}).cloudPath, QStringLiteral("data/velodyne/000000.bin"));
    }

    void aCopyLeadsToTheSameDataAndCanBeUndone()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 5);
        Frame done = document->scene().frames.at({1});
        done.state = FrameState::Done;
        QVERIFY(document->edit(QStringLiteral("Done"), {ValueChange<Frame>{document->scene().frames.at({1}), done}}));
        QDir(m_folder.path()).mkpath(QStringLiteral("copies"));
        const QString path = m_folder.filePath(QStringLiteral("copies/copy.lunkuo"));
        const auto saved = store->saveCopy(path);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().sentence));
        QVERIFY2(!store->saveCopy(path), "an existing file was written over");
        auto copy = ProjectStore::open(path).value();
        auto copied = documentOf(*copy);
        QCOMPARE(QDir::cleanPath(copy->folder().filePath(copied->scene().frames.at({1}).cloudPath)),
            QDir::cleanPath(store->folder().filePath(done.cloudPath)));
        QVERIFY(copied->scene().shapes == document->scene().shapes);
        auto history = copy->readUndoHistory().value();
        copied->restoreHistory(std::move(history.edits), history.done);
        QVERIFY(copied->undo());
        QVERIFY(copied->scene().frames.at({1}).state == FrameState::InWork);
        const QDir folder(m_folder.filePath(QStringLiteral("copies")));
        QCOMPARE(folder.entryList(QDir::Files).filter(QStringLiteral("partial")), QStringList());
    }

    void missingFilesAndFoldersAreNamed()
    {
        for (const QString& path : {m_folder.path(), m_folder.filePath(QStringLiteral("missing.lunkuo"))}) {
            const auto opened = ProjectStore::open(path);
            QVERIFY(!opened);
            QVERIFY2(opened.error().sentence.contains(path), qPrintable(opened.error().sentence));
        }
        QVERIFY(
            !ProjectStore::create(m_folder.filePath(QStringLiteral("no/such/a.lunkuo")), sceneOf(1, m_folder.path())));
    }

    void anExistingFileIsNeverReplaced()
    {
        const QString path = m_folder.newPath();
        writeFile(path, "precious");
        QVERIFY(!ProjectStore::create(path, sceneOf(1, m_folder.path())));
        QCOMPARE(readFile(path), QByteArray("precious"));
    }

    void whatIsLockedIsLockedAfterARestart()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        Shape locked = document->scene().shapes.begin()->second;
        locked.locked = true;
        QVERIFY(document->edit(
            QStringLiteral("Lock"), {ValueChange<Shape>{document->scene().shapes.begin()->second, locked}}));
        const Scene scene = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        store = ProjectStore::open(path).value();
        QVERIFY(isSame(store->readScene().value(), scene));
        QVERIFY(store->readScene().value().shapes.begin()->second.locked);
    }

    void whatFollowsFromOtherFramesDoesSoAfterARestart()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        const Shape before = document->scene().shapes.begin()->second;
        Shape carried = before;
        carried.derivation = Derivation::Propagated;
        const Track free = document->scene().tracks.at(before.track);
        Track fixed = free;
        fixed.size = before.cuboid.size;
        QVERIFY(document->edit(QStringLiteral("Carry"),
            {ValueChange<Shape>{before, carried}, ValueChange<Track>{free, fixed}}, EditBy::Algorithm));
        const Scene scene = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        store = ProjectStore::open(path).value();
        QVERIFY(isSame(store->readScene().value(), scene));
        QCOMPARE(store->readScene().value().shapes.begin()->second.derivation, Derivation::Propagated);
        QCOMPARE(store->readScene().value().tracks.at(fixed.id).size, fixed.size);
    }

    void aFolderThatCannotBeWrittenCanBeRead()
    {
        auto store = m_folder.newProject();
        const Scene scene = store->readScene().value();
        const QString path = store->path();
        store.reset();
        // Root may write everywhere, so somebody else looks.
        QFile::setPermissions(path, QFile::Permissions(0x4444));
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x5555));
        const uid_t user = geteuid();
        if (user == 0)
            QCOMPARE(setresuid(65534, 65534, 0), 0);
        const auto writer = ProjectStore::open(path);
        const auto reader = ProjectStore::open(path, ProjectStore::Access::ReadOnly);
        if (user == 0)
            QCOMPARE(setresuid(0, 0, 0), 0);
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7700));
        QVERIFY(!writer);
        QVERIFY2(reader, reader ? "" : qPrintable(reader.error().sentence));
        QVERIFY(isSame((*reader)->readScene().value(), scene));
    }

    void aFullDiskLosesNothing()
    {
        auto store = m_folder.newProject();
        auto document = documentOf(*store);
        addCar(*document, {1}, 1);
        // A limit on the size of files refuses writes as a full disk does.
        struct rlimit old = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit small = {65536, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        bool refused = false;
        for (int i = 0; i < 200 && !refused; ++i)
            refused = !document->edit(
                QStringLiteral("Add"), {ValueChange<Track>{{}, carTrack(document->newTrackId(), 100 + i)}});
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, handler);
        QVERIFY(refused);
        QVERIFY(isSame(store->readScene().value(), document->scene()));
        addCar(*document, {2}, 2); // and it goes on when there is room again
        const Scene end = document->scene();
        const QString path = store->path();
        document.reset();
        store.reset();
        const auto reopened = ProjectStore::open(path);
        QVERIFY2(reopened, reopened ? "" : qPrintable(reopened.error().sentence));
        QVERIFY(isSame((*reopened)->readScene().value(), end));
    }
};

QTEST_GUILESS_MAIN(ProjectStoreTest)
#include "tst_ProjectStore.moc"
