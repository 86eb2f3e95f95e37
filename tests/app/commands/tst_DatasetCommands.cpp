#include "model/formats/DatasetFormat.h"
#include "model/project/ProjectStore.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace lunkuo;
using test::Answer;
using test::answerTo;

namespace
{
/// Two projects of the same frames: one annotated, one not.
class Projects
{
public:
    Projects()
    {
        Scene scene = test::madeUpScene({}, m_dir.filePath(u"data"_qs));
        make(annotated(), scene);
        scene.tracks.clear();
        scene.shapes.clear();
        make(bare(), scene);
    }
    [[nodiscard]] QString annotated() const { return m_dir.filePath(u"a.lunkuo"_qs); }
    [[nodiscard]] QString bare() const { return m_dir.filePath(u"b.lunkuo"_qs); }
    [[nodiscard]] QString folder() const { return m_dir.filePath(u"set"_qs); }

private:
    static void make(const QString& path, const Scene& scene)
    {
        const auto store = ProjectStore::create(path, scene);
        QVERIFY2(store, store ? "" : qPrintable(store.error().sentence));
    }
    QTemporaryDir m_dir;
};
} // namespace

class DatasetCommandsTest : public QObject
{
    Q_OBJECT
private slots:
    void sequencesOfADatasetAreChosen()
    {
        const QTemporaryDir dir;
        for (const char16_t* name : {u"00", u"01", u"02"})
            test::writeText(
                dir.filePath(u"set/sequences/%1/velodyne/0.bin"_qs.arg(QStringView(name))), QByteArray(16, '\0'));
        const QString project = dir.filePath(u"p.lunkuo"_qs);
        const Answer some =
            answerTo({u"new"_qs, project, dir.filePath(u"set"_qs), u"--sequences"_qs, u"02,00"_qs, u"--json"_qs});
        QVERIFY2(some.status == 0, qPrintable(some.error));
        QCOMPARE(some.json()[u"sequences"_qs].toInt(), 2);
        const auto store = ProjectStore::open(project, ProjectStore::Access::ReadOnly);
        QVERIFY(store);
        QCOMPARE((*store)->readScene()->sequences.at({2}).name, u"02"_qs);
        const Answer none =
            answerTo({u"new"_qs, dir.filePath(u"q"_qs), dir.filePath(u"set"_qs), u"--sequences"_qs, u"07"_qs});
        QCOMPARE(none.status, 1);
        QVERIFY(none.error.contains(u"no sequence “07”; there are: 00, 01, 02"_qs));
    }

    void benchNamesTheFolderThatIsNotThere()
    {
        const QTemporaryDir dir;
        const Answer answer = answerTo({u"bench"_qs, u"export"_qs, dir.filePath(u"nowhere"_qs), u"1"_qs});
        QCOMPARE(answer.status, 1);
        QVERIFY2(answer.error.contains(u"nowhere”"_qs), qPrintable(answer.error));
    }

    void whatIsExportedIsImported_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("KITTI") << u"kitti"_qs;
        QTest::newRow("OpenLABEL") << u"openlabel"_qs;
    }
    void whatIsExportedIsImported()
    {
        QFETCH(QString, format);
        const Projects projects;
        const Answer out =
            answerTo({u"export"_qs, projects.annotated(), u"--format"_qs, format, u"--out"_qs, projects.folder()});
        QVERIFY2(out.status == 0, qPrintable(out.error));
        QVERIFY(out.out.startsWith(u"Exported 3 frames with 12 boxes to “%1”.\n"_qs.arg(projects.folder())));
        const Answer in = answerTo({u"import"_qs, projects.bare(), u"--format"_qs, format, projects.folder()});
        QVERIFY2(in.status == 0, qPrintable(in.error));
        QVERIFY2(in.out.startsWith(u"Imported 12 boxes of "_qs), qPrintable(in.out));
        const auto store = ProjectStore::open(projects.bare(), ProjectStore::Access::ReadOnly);
        QVERIFY(store);
        QCOMPARE((*store)->readScene()->shapes.size(), std::size_t(12));
        QCOMPARE((*store)->readUndoHistory()->edits.size(), std::size_t(1)); // one step of undo
    }

    void framesWithBoxesAreAskedAbout()
    {
        const Projects projects;
        const QStringList in{u"import"_qs, projects.annotated(), u"--format"_qs, u"openlabel"_qs, projects.folder()};
        QCOMPARE(answerTo({u"export"_qs, projects.annotated(), u"--format"_qs, u"openlabel"_qs, u"--out"_qs,
                              projects.folder()})
                     .status,
            0);
        const auto boxes = [&projects] {
            const auto store = ProjectStore::open(projects.annotated(), ProjectStore::Access::ReadOnly);
            return (*store)->readScene()->shapes.size();
        };
        const Answer refused = answerTo(in);
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains(u"3 of the 3 frames have boxes already (12)"_qs), qPrintable(refused.error));
        QCOMPARE(boxes(), std::size_t(12));
        const Answer skipped = answerTo(in + QStringList{u"--annotated"_qs, u"skip"_qs});
        QVERIFY2(skipped.out.startsWith(u"Imported 0 boxes"_qs), qPrintable(skipped.out + skipped.error));
        const Answer replaced = answerTo(in + QStringList{u"--annotated"_qs, u"replace"_qs});
        QVERIFY2(replaced.out.contains(u"Boxes that were replaced: 12."_qs), qPrintable(replaced.out));
        QCOMPARE(boxes(), std::size_t(12));
        QCOMPARE(answerTo(in + QStringList{u"--annotated"_qs, u"add"_qs}).status, 0);
        QCOMPARE(boxes(), std::size_t(24));
        QCOMPARE(answerTo(in + QStringList{u"--annotated"_qs, u"perhaps"_qs}).status, 2);
    }

    void exportWorksWhileTheProjectIsOpen()
    {
        const Projects projects;
        const auto writer = ProjectStore::open(projects.annotated());
        QVERIFY(writer);
        const QStringList arguments{
            u"export"_qs, projects.annotated(), u"--format"_qs, u"kitti"_qs, u"--out"_qs, projects.folder()};
        QCOMPARE(answerTo(arguments).status, 0);
        const Answer again = answerTo(arguments);
        QCOMPARE(again.status, 1);
        QCOMPARE(again.error,
            u"lunkuo: “%1” exists already; choose another folder or have it replaced.\n"_qs.arg(projects.folder()));
        QCOMPARE(answerTo(arguments + QStringList{u"--replace"_qs, u"--copy"_qs}).status, 0);
    }

    /// Nothing half is left where a person presses Ctrl+C.
    void interruptedExportLeavesNothing()
    {
        const QTemporaryDir dir;
        const QString project = dir.filePath(u"long.lunkuo"_qs);
        QVERIFY(
            ProjectStore::create(project, test::madeUpScene({.frames = 1000, .objects = 4}, dir.filePath(u"data"_qs))));
        QProcess program;
        program.start(QStringLiteral(LUNKUO_BINARY),
            {u"export"_qs, project, u"--format"_qs, u"kitti"_qs, u"--copy"_qs, u"--out"_qs, dir.filePath(u"set"_qs)});
        const auto partial = [&dir] { return QDir(dir.path()).entryList({u"set.partial-*"_qs}, QDir::Dirs); };
        QVERIFY(QTest::qWaitFor([&] { return !partial().isEmpty(); }, 60'000));
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(partial(), QStringList());
        QVERIFY(!QFileInfo::exists(dir.filePath(u"set"_qs)));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << u"export"_qs << 2;
        QTest::newRow("no folder") << u"export a.lunkuo --format kitti"_qs << 2;
        QTest::newRow("unknown option") << u"export a.lunkuo --format kitti --out x --sideways"_qs << 2;
        QTest::newRow("unknown format") << u"export a.lunkuo --format floppy --out x"_qs << 2;
        QTest::newRow("no project") << u"export /nowhere/a.lunkuo --format kitti --out x"_qs << 1;
        QTest::newRow("no camera's boxes") << u"export a.lunkuo --format csv --out x --openpcdet-boxes"_qs << 2;
        QTest::newRow("import nothing") << u"import"_qs << 2;
        QTest::newRow("import unknown format") << u"import a.lunkuo --format floppy x"_qs << 2;
        QTest::newRow("import into nothing") << u"import /nowhere/a.lunkuo --format kitti x"_qs << 1;
        QTest::newRow("formats of what") << u"formats please"_qs << 2;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QString, arguments);
        QFETCH(int, status);
        const Answer answer = answerTo(arguments.split(u' '));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.error.startsWith(u"lunkuo: "_qs));
        QCOMPARE(answer.error.count(u'\n'), 1);
        QCOMPARE(answer.out, QString());
    }

    void formatsAreListed()
    {
        const QJsonDocument json = QJsonDocument::fromJson(answerTo({u"formats"_qs, u"--json"_qs}).out.toUtf8());
        QStringList ids;
        for (const QJsonValue& format : json[u"datasets"_qs].toArray())
            ids.push_back(format[u"id"_qs].toString());
        QStringList known;
        for (const DatasetFormat& format : datasetFormats())
            known.push_back(format.id);
        QCOMPARE(ids, known);
        QVERIFY(json[u"clouds"_qs].toArray().size() >= 3);
        QVERIFY(answerTo({u"formats"_qs}).out.contains(QRegularExpression(u"  kitti +KITTI object\n"_qs)));
    }
};

QTEST_GUILESS_MAIN(DatasetCommandsTest)
#include "tst_DatasetCommands.moc"
