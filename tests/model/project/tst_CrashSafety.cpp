#include "model/project/ProjectStore.h"
#include "model/review/CheckPlan.h"
#include "tests/support/Scenes.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// Says the number of the edit, so that half an edit would show.
CheckSetting heightOf(int number)
{
    return {keyOf(CheckId::OffGround), true, {{QStringLiteral("height_m"), double(number)}}};
}

/// The child: edits until it is killed; says the number of every edit after it was shown as done.
int editForever(const QString& path)
{
    auto store = ProjectStore::open(path);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().sentence));
        return 1;
    }
    Document document((*store)->readScene().value(), (*store)->editLog());
    auto history = (*store)->readUndoHistory().value();
    document.restoreHistory(std::move(history.edits), history.done);
    for (int number = document.scene().nextTrackNumber({1});; ++number) {
        const TrackId track = document.newTrackId();
        const Shape shape = carShape(document.newShapeId(), track, {1}, number);
        const CheckSettings& checks = document.scene().taxonomy.checks;
        const auto known = checks.find(keyOf(CheckId::OffGround));
        if (!document.edit(QStringLiteral("Add"),
                {ValueChange<Track>{{}, carTrack(track, number)}, ValueChange<Shape>{{}, shape},
                    ValueChange<CheckSetting>{
                        known == checks.end() ? std::nullopt : std::optional(known->second), heightOf(number)}}))
            return 2;
        // Taken back and made again now and then, so that these are interrupted too.
        if (number % 5 == 0 && (!document.undo() || !document.redo()))
            return 3;
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

/// kill -9 at random moments: every edit that was shown as done is there afterwards, and the database is sound.
class CrashSafetyTest : public QObject
{
    Q_OBJECT
private slots:
    void nothingShownAsDoneIsLost()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("crash.lunkuo"));
        QVERIFY(ProjectStore::create(path, sceneOf(1, folder.path())));
        const int rounds = std::max(1, qEnvironmentVariable("LUNKUO_CRASH_ROUNDS", QStringLiteral("25")).toInt());
        QRandomGenerator random(5);
        int shown = 0;
        for (int round = 0; round < rounds; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--edit-forever"), path});
            QVERIFY2(child.waitForReadyRead(30000), child.readAllStandardError().constData());
            QTest::qSleep(int(random.bounded(40)));
            child.kill();
            QVERIFY(child.waitForFinished());
            // A last line that was cut off was not shown.
            const QList<QByteArray> lines = child.readAllStandardOutput().split('\n');
            if (lines.size() > 1)
                shown = std::max(shown, lines[lines.size() - 2].toInt());

            const auto store = ProjectStore::open(path);
            QVERIFY2(store, store ? "" : qPrintable(store.error().sentence));
            const Scene scene = (*store)->readScene().value();
            QVERIFY2(scene.tracks.size() >= std::size_t(shown), qPrintable(QStringLiteral("round %1").arg(round)));
            QCOMPARE(scene.tracks.size(), scene.shapes.size());
            if (!scene.tracks.empty())
                QVERIFY(scene.taxonomy.checks.at(keyOf(CheckId::OffGround)) ==
                        heightOf(static_cast<int>(scene.tracks.size())));
            const auto history = (*store)->readUndoHistory(1 << 30);
            QVERIFY(history);
            QCOMPARE(std::size_t(history->done), scene.tracks.size());
        }
        QVERIFY(shown > rounds);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QByteArray(argv[1]) == "--edit-forever")
        return editForever(QString::fromLocal8Bit(argv[2]));
    CrashSafetyTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_CrashSafety.moc"
