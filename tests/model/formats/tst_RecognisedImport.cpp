#include "model/formats/ImportOnto.h"
#include "model/formats/RecognisedImport.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

class RecognisedImportTest : public QObject
{
    Q_OBJECT
private slots:
    /// Whatever name it is read under, all boxes are there.
    void whatWasExportedIsRecognised_data()
    {
        QTest::addColumn<QString>("id");
        for (const DatasetFormat& format : datasetFormats())
            if (format.write && format.read && format.holds.boxes)
                QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void whatWasExportedIsRecognised()
    {
        QFETCH(QString, id);
        const QTemporaryDir dir;
        const Scene scene = test::madeUpScene({}, dir.filePath(u"data"_qs));
        QVERIFY(datasetFormat(id)->write(scene, QDir(), {dir.filePath(u"set"_qs), false, true}, {}));
        const auto found = readRecognised(withoutAnnotation(scene), QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY2(found, found ? "" : qPrintable(found.error().join(u'\n')));
        QCOMPARE(found->imported.shapes.size(), std::size_t(12));
    }

    void eachFormatSaysWhyItFindsNothing()
    {
        const QTemporaryDir dir;
        const auto found = readRecognised(test::madeUpScene({}), QDir(), dir.path(), {});
        QVERIFY(!found);
        qsizetype readers = 0;
        for (const DatasetFormat& format : datasetFormats())
            readers += format.read ? 1 : 0;
        QCOMPARE(found.error().size(), readers);
        QVERIFY2(found.error().front().startsWith(u"KITTI object: "_qs), qPrintable(found.error().front()));
    }

    /// What the other formats have against the file is of no use.
    void ofFramesThatAreNotHereOneReasonIsGiven()
    {
        const QTemporaryDir dir;
        const Scene theirs = test::madeUpScene({}, dir.filePath(u"data"_qs));
        const DatasetFormat& format = *datasetFormat(u"openlabel"_qs);
        QVERIFY(format.write(theirs, dir.path(), {dir.filePath(u"set"_qs)}, {}));
        Scene ours = withoutAnnotation(theirs);
        for (auto& [id, frame] : ours.frames) {
            frame.name = u"other"_qs + frame.name;
            frame.images.clear();
            frame.cloudPath = u"other/other"_qs + QString::number(id.value) + u".pcd"_qs;
        }
        const auto found = readRecognised(ours, QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY(!found);
        QCOMPARE(found.error().size(), 1);
        QVERIFY2(
            found.error().front().contains(u"that the project does not have"_qs), qPrintable(found.error().front()));
    }

    void cancellingStopsIt()
    {
        const QTemporaryDir dir;
        const Progress progress;
        progress.cancel();
        const auto found = readRecognised(test::madeUpScene({}), QDir(), dir.path(), progress);
        QVERIFY(!found);
        QCOMPARE(found.error().size(), 1);
    }
};

QTEST_GUILESS_MAIN(RecognisedImportTest)
#include "tst_RecognisedImport.moc"
