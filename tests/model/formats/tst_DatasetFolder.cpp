#include "model/formats/DatasetFolder.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::tree;
using test::writeText;

namespace
{
/// A dataset of one file, as an export leaves it.
void makeDataset(const QString& path, const QString& name)
{
    auto folder = DatasetFolder::begin({path});
    ExportReport report;
    QVERIFY(folder && folder->write(name, "old") && folder->commit(report, {}));
}
} // namespace

class DatasetFolderTest : public QObject
{
    Q_OBJECT
private slots:
    void appearsWhenItIsWhole()
    {
        const QTemporaryDir dir;
        const ExportOptions options{dir.filePath(u"set"_qs)};
        auto folder = DatasetFolder::begin(options);
        QVERIFY(folder);
        QVERIFY(folder->write(u"a/b.txt"_qs, "text"));
        QVERIFY(!QFileInfo::exists(options.folder));
        QVERIFY(folder->commit());
        QCOMPARE(tree(dir.path()), (QStringList{u"set/"_qs, u"set/a/"_qs, u"set/a/b.txt"_qs}));
    }

    void leavesNothingWhenItIsDropped()
    {
        const QTemporaryDir dir;
        {
            auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
            QVERIFY(folder);
            QVERIFY(folder->write(u"a/b.txt"_qs, "text"));
            QCOMPARE(tree(dir.path()).size(), 3);
        }
        QCOMPARE(tree(dir.path()), QStringList());
    }

    void existingIsRefused()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"thesis.doc"_qs), "years of work");
        const auto folder = DatasetFolder::begin({dir.path()});
        QVERIFY(!folder);
        QCOMPARE(folder.error().sentence,
            u"“%1” exists already; choose another folder or have it replaced."_qs.arg(dir.path()));
    }

    void emptyFolderIsFilled()
    {
        const QTemporaryDir dir;
        QVERIFY(QDir().mkpath(dir.filePath(u"set"_qs)));
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
        QVERIFY(folder && folder->write(u"a.txt"_qs, "text") && folder->commit());
        QCOMPARE(tree(dir.path()), (QStringList{u"set/"_qs, u"set/a.txt"_qs}));
    }

    void oldDatasetGivesWay()
    {
        const QTemporaryDir dir;
        makeDataset(dir.filePath(u"set"_qs), u"a/old.txt"_qs);
        writeText(dir.filePath(u"set/a/old.txt"_qs), "changed since"); // its name is what counts
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true});
        QVERIFY(folder);
        QVERIFY(folder->write(u"a/new.txt"_qs, "new"));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/a/old.txt"_qs)));
        QVERIFY(folder->commit());
        QCOMPARE(tree(dir.path()), (QStringList{u"set/"_qs, u"set/a/"_qs, u"set/a/new.txt"_qs}));
    }

    void otherPeoplesFilesAreNotReplaced_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : {u"thesis.doc"_qs, u"a/thesis.doc"_qs, u"a/.git/config"_qs, u".hidden"_qs})
            QTest::newRow(qPrintable(name)) << name;
    }
    void otherPeoplesFilesAreNotReplaced()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        makeDataset(dir.filePath(u"set"_qs), u"a/old.txt"_qs);
        auto early = DatasetFolder::begin({dir.filePath(u"set"_qs), true});
        QVERIFY(early);
        writeText(dir.filePath(u"set/"_qs + name), "years of work");
        const QString sentence = u"holds “%1”, which belongs to no exported dataset"_qs.arg(name);
        const auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true});
        QVERIFY(!folder);
        QVERIFY2(folder.error().sentence.contains(sentence), qPrintable(folder.error().sentence));
        // What came while the export ran is safe too.
        const auto late = early->commit();
        QVERIFY(!late);
        QVERIFY2(late.error().sentence.contains(sentence), qPrintable(late.error().sentence));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/"_qs + name)));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/a/old.txt"_qs)));
    }

    /// A download of KITTI has the names that our export has.
    void foldersWithoutAManifestAreNotReplaced()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"kitti/training/velodyne/000000.bin"_qs), "points");
        QVERIFY(!DatasetFolder::begin({dir.filePath(u"kitti"_qs), true}));
        writeText(dir.filePath(u"kitti/manifest.json"_qs),
            R"({"name": "a web page", "files": [{"name": "training/velodyne/000000.bin"}]})");
        QVERIFY(!DatasetFolder::begin({dir.filePath(u"kitti"_qs), true}));
    }

    void whatCameMeanwhileIsNotReplaced()
    {
        const QTemporaryDir dir;
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
        QVERIFY(folder);
        makeDataset(dir.filePath(u"set"_qs), u"a.txt"_qs);
        QVERIFY(!folder->commit());
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/a.txt"_qs)));
    }

    void sourcesAreNotReplaced()
    {
        const QTemporaryDir dir;
        makeDataset(dir.filePath(u"set"_qs), u"training/velodyne/000000.bin"_qs);
        ExportOptions options{dir.filePath(u"set"_qs), true};
        options.sources = {dir.filePath(u"set/training/velodyne/000000.bin"_qs)};
        const auto folder = DatasetFolder::begin(options);
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.contains(u"holds the project's own data"_qs));
    }

    void namesStayInside_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name :
            {u"/tmp/x"_qs, u"../x"_qs, u"a/../../x"_qs, u".."_qs, u"."_qs, u""_qs, u"a//x"_qs, u"a/"_qs, u"./x"_qs})
            QTest::newRow(qPrintable(u"“%1”"_qs.arg(name))) << name;
    }
    void namesStayInside()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        writeText(dir.filePath(u"source"_qs), "points");
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
        QVERIFY(folder);
        QVERIFY(!folder->write(name, "text"));
        QVERIFY(!folder->place(name, dir.filePath(u"source"_qs)));
        QVERIFY(!folder->pathFor(name));
        QCOMPARE(tree(dir.path()).size(), 2);
    }

    /// Else a link would be written through, into the data that it links to.
    void nothingIsWrittenTwice()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"source"_qs), "points");
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
        QVERIFY(folder && folder->place(u"x"_qs, dir.filePath(u"source"_qs)));
        QVERIFY(!folder->write(u"x"_qs, "text"));
        QVERIFY(!folder->pathFor(u"x"_qs));
        QVERIFY(folder->pathFor(u"y"_qs));
        QVERIFY(!folder->write(u"y"_qs, "text"));
        QCOMPARE(*readWhole(dir.filePath(u"source"_qs)), QByteArray("points"));
    }

    void filesOfAnotherDiskAreCopied()
    {
        const QTemporaryDir here;
        const QTemporaryDir other(u"/dev/shm/lunkuo-XXXXXX"_qs);
        if (!other.isValid() || QStorageInfo(other.path()).device() == QStorageInfo(here.path()).device())
            QSKIP("There is no other disk.");
        writeText(other.filePath(u"source.bin"_qs), "points");
        auto folder = DatasetFolder::begin({here.filePath(u"set"_qs)});
        QVERIFY(folder && folder->place(u"x.bin"_qs, other.filePath(u"source.bin"_qs)));
        ExportReport report;
        QVERIFY(folder->commit(report, {}));
        QVERIFY(!QFileInfo(here.filePath(u"set/x.bin"_qs)).isSymLink());
        QCOMPARE(report.notHeld.size(), 1);
        QVERIFY2(report.notHeld[0].startsWith(u"Files that could not be linked"_qs) &&
                     report.notHeld[0].contains(u": 1 ("_qs),
            qPrintable(report.notHeld[0]));
    }

    void fileInTheWayIsRefused()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"set"_qs), "a file");
        const auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true});
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.endsWith(u"is not a folder, so it is not replaced."_qs));
    }

    void filesAreLinkedOrCopied_data()
    {
        QTest::addColumn<bool>("link");
        QTest::newRow("linked") << true;
        QTest::newRow("copied") << false;
    }
    void filesAreLinkedOrCopied()
    {
        QFETCH(bool, link);
        const QTemporaryDir dir;
        const QString source = dir.filePath(u"source.bin"_qs);
        writeText(source, "points");
        {
            auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), false, link});
            QVERIFY(folder);
            QVERIFY(folder->place(u"x.bin"_qs, source));
            QVERIFY(folder->commit());
        }
        QFile file(dir.filePath(u"set/x.bin"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("points"));
        // Written to in place, the source shows through a link and not through a copy.
        QFile writer(source);
        QVERIFY(writer.open(QIODevice::ReadWrite));
        writer.write("P");
        writer.close();
        file.seek(0);
        QCOMPARE(file.readAll(), QByteArray(link ? "Points" : "points"));
    }

    void manifestNamesEveryFile_data()
    {
        QTest::addColumn<bool>("hashLinks");
        QTest::newRow("with sums of linked files") << true;
        QTest::newRow("without") << false;
    }
    void manifestNamesEveryFile()
    {
        QFETCH(bool, hashLinks);
        const QTemporaryDir dir;
        writeText(dir.filePath(u"source.bin"_qs), "points");
        ExportOptions options{dir.filePath(u"set"_qs)};
        options.hashLinks = hashLinks;
        options.about = {{u"project"_qs, u"street"_qs}};
        options.remarks = {u"Frames were left out."_qs};
        auto folder = DatasetFolder::begin(options);
        QVERIFY(folder);
        QVERIFY(folder->write(u"b/text.txt"_qs, "text"));
        QVERIFY(folder->place(u"a.bin"_qs, dir.filePath(u"source.bin"_qs)));
        const auto elsewhere = folder->pathFor(u"c.npy"_qs);
        QVERIFY(elsewhere);
        writeText(*elsewhere, "rows");
        folder->finish(u"c.npy"_qs);
        ExportReport report{2, 3, {u"Much was lost."_qs}};
        QVERIFY(folder->commit(report, {}));
        const auto text = readWhole(dir.filePath(u"set/manifest.json"_qs));
        QVERIFY(text);
        const QJsonObject manifest = QJsonDocument::fromJson(*text).object();
        QCOMPARE(manifest[u"project"_qs].toString(), u"street"_qs);
        QCOMPARE(manifest[u"written"_qs][u"shapes"_qs].toInt(), 3);
        QCOMPARE(report.notHeld, (QStringList{u"Frames were left out."_qs, u"Much was lost."_qs}));
        QCOMPARE(manifest[u"notHeld"_qs].toArray(), QJsonArray::fromStringList(report.notHeld));
        QStringList files;
        for (const QJsonValue& file : manifest[u"files"_qs].toArray())
            files << u"%1 %2 %3"_qs.arg(file[u"name"_qs].toString())
                         .arg(file[u"size"_qs].toInt())
                         .arg(file[u"sha256"_qs].toString().left(8));
        QCOMPARE(files, (QStringList{hashLinks ? u"a.bin 6 c54a061d"_qs : u"a.bin 6 "_qs, u"b/text.txt 4 982d9e3e"_qs,
                            u"c.npy 4 bc51e9e6"_qs}));
    }

    void cancelledCommitLeavesNothing()
    {
        const QTemporaryDir dir;
        {
            auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
            QVERIFY(folder && folder->write(u"x"_qs, "text"));
            const auto elsewhere = folder->pathFor(u"y"_qs);
            QVERIFY(elsewhere);
            writeText(*elsewhere, "rows");
            const Progress stopped;
            stopped.cancel();
            ExportReport report;
            QCOMPARE(folder->commit(report, stopped).error().sentence, u"The export was cancelled."_qs);
        }
        QCOMPARE(tree(dir.path()), QStringList());
    }

    void missingFileIsNamed()
    {
        const QTemporaryDir dir;
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)});
        QVERIFY(folder);
        const auto placed = folder->place(u"x.bin"_qs, u"/nowhere/at/all.bin"_qs);
        QVERIFY(!placed);
        QCOMPARE(placed.error().sentence, u"“/nowhere/at/all.bin” cannot be read."_qs);
    }

    void placeThatCannotBeMadeIsNamed()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"file"_qs), "in the way");
        const auto folder = DatasetFolder::begin({dir.filePath(u"file/set"_qs)});
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.endsWith(u"cannot be made."_qs));
    }
};

QTEST_APPLESS_MAIN(DatasetFolderTest)
#include "tst_DatasetFolder.moc"
