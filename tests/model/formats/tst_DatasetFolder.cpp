#include "model/formats/DatasetFolder.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::tree;
using test::writeText;

class DatasetFolderTest : public QObject
{
    Q_OBJECT
private slots:
    void appearsWhenItIsWhole()
    {
        const QTemporaryDir dir;
        const ExportOptions options{dir.filePath(u"set"_qs)};
        auto folder = DatasetFolder::begin(options, {}, {});
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
            auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)}, {}, {});
            QVERIFY(folder);
            QVERIFY(folder->write(u"a/b.txt"_qs, "text"));
            QCOMPARE(tree(dir.path()).size(), 3);
        }
        QCOMPARE(tree(dir.path()), QStringList());
    }

    void existingIsRefused()
    {
        const QTemporaryDir dir;
        const auto folder = DatasetFolder::begin({dir.path()}, {}, {});
        QVERIFY(!folder);
        QCOMPARE(folder.error().sentence,
            u"“%1” exists already; choose another folder or have it replaced."_qs.arg(dir.path()));
    }

    void oldDatasetGivesWay()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"set/a/old.txt"_qs), "old");
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true}, {u"a"_qs}, {});
        QVERIFY(folder);
        QVERIFY(folder->write(u"a/new.txt"_qs, "new"));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/a/old.txt"_qs)));
        QVERIFY(folder->commit());
        QCOMPARE(tree(dir.path()), (QStringList{u"set/"_qs, u"set/a/"_qs, u"set/a/new.txt"_qs}));
    }

    void otherPeoplesFilesAreNotReplaced()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"set/thesis.doc"_qs), "years of work");
        const auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true}, {u"a"_qs}, {});
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.contains(u"holds “thesis.doc”, which belongs to no exported dataset"_qs));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/thesis.doc"_qs)));
    }

    void sourcesAreNotReplaced()
    {
        const QTemporaryDir dir;
        const QString cloud = dir.filePath(u"set/training/velodyne/000000.bin"_qs);
        writeText(cloud, "points");
        const auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true}, {u"training"_qs}, {cloud});
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.contains(u"holds the project's own data"_qs));
    }

    void fileInTheWayIsRefused()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"set"_qs), "a file");
        const auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), true}, {}, {});
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
            auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs), false, link}, {}, {});
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

    void missingFileIsNamed()
    {
        const QTemporaryDir dir;
        auto folder = DatasetFolder::begin({dir.filePath(u"set"_qs)}, {}, {});
        QVERIFY(folder);
        const auto placed = folder->place(u"x.bin"_qs, u"/nowhere/at/all.bin"_qs);
        QVERIFY(!placed);
        QCOMPARE(placed.error().sentence, u"“/nowhere/at/all.bin” cannot be read."_qs);
    }

    void placeThatCannotBeMadeIsNamed()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"file"_qs), "in the way");
        const auto folder = DatasetFolder::begin({dir.filePath(u"file/set"_qs)}, {}, {});
        QVERIFY(!folder);
        QVERIFY(folder.error().sentence.endsWith(u"cannot be made."_qs));
    }
};

QTEST_APPLESS_MAIN(DatasetFolderTest)
#include "tst_DatasetFolder.moc"
