#include "model/formats/DatasetFormat.h"
#include "model/project/ProjectStore.h"
#include "model/review/ComparedLabels.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace lunkuo;

class ComparedLabelsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_scene = test::madeUpScene({}, m_dir.filePath(u"data"_qs));
        for (const DatasetFormat& format : datasetFormats())
            QVERIFY(format.write(m_scene, m_dir.path(), {m_dir.filePath(format.id)}, {}));
        QVERIFY(ProjectStore::create(m_dir.filePath(u"other.lunkuo"_qs), m_scene));
        test::writeText(m_dir.filePath(u"notes.txt"_qs), "nothing of interest");
    }

    void boxesOf_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::newRow("a project") << u"other.lunkuo"_qs << u""_qs;
        QTest::newRow("KITTI, named") << u"kitti"_qs << u"kitti"_qs;
        QTest::newRow("KITTI, found out") << u"kitti"_qs << u""_qs;
        QTest::newRow("OpenLABEL, named") << u"openlabel"_qs << u"openlabel"_qs;
        QTest::newRow("OpenLABEL, found out") << u"openlabel"_qs << u""_qs;
    }
    void boxesOf()
    {
        QFETCH(QString, path);
        QFETCH(QString, format);
        const auto labels = readComparedLabels({m_scene, QDir(m_dir.path())}, m_dir.filePath(path), format);
        QVERIFY2(labels, labels ? "" : qPrintable(labels.error().sentence));
        QCOMPARE(labels->scene.frames.size(), m_scene.frames.size());
        QCOMPARE(labels->scene.shapes.size(), m_scene.shapes.size());
        for (const auto& [id, shape] : labels->scene.shapes)
            QVERIFY(labels->scene.tracks.contains(shape.track));
    }

    /// Also where the project has annotation of its own with the same numbers.
    void objectsKeepTheNumbersOfTheFile()
    {
        const auto numbers = [](const Scene& scene) {
            std::multiset<int> result;
            for (const auto& [id, track] : scene.tracks)
                result.insert(track.number);
            return result;
        };
        const auto labels =
            readComparedLabels({m_scene, QDir(m_dir.path())}, m_dir.filePath(u"openlabel"_qs), u"openlabel"_qs);
        QVERIFY2(labels, labels ? "" : qPrintable(labels.error().sentence));
        QCOMPARE(numbers(labels->scene), numbers(m_scene));
    }

    void howItWasReadIsSaid()
    {
        const auto labels =
            readComparedLabels({m_scene, QDir(m_dir.path())}, m_dir.filePath(u"cvat-kitti-raw"_qs), u"kitti-raw"_qs);
        QVERIFY2(labels, labels ? "" : qPrintable(labels.error().sentence));
        QCOMPARE(labels->remarks.filter(u"was read as CVAT's"_qs).size(), 1);
    }

    void nonsenseIsOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("format");
        QTest::newRow("no such file") << u"nowhere"_qs << u""_qs;
        QTest::newRow("no such file, named") << u"nowhere"_qs << u"kitti"_qs;
        QTest::newRow("no annotation") << u"notes.txt"_qs << u""_qs;
        QTest::newRow("no project") << u"notes.lunkuo"_qs << u""_qs;
        QTest::newRow("no such format") << u"kitti"_qs << u"floppy"_qs;
        QTest::newRow("another format") << u"openlabel"_qs << u"kitti"_qs;
    }
    void nonsenseIsOneSentence()
    {
        QFETCH(QString, path);
        QFETCH(QString, format);
        test::writeText(m_dir.filePath(u"notes.lunkuo"_qs), "nothing of interest");
        const auto labels = readComparedLabels({m_scene, QDir(m_dir.path())}, m_dir.filePath(path), format);
        QVERIFY(!labels);
        QVERIFY(labels.error().sentence.contains(format == u"floppy"_qs ? format : m_dir.path()));
    }

private:
    QTemporaryDir m_dir;
    Scene m_scene;
};

QTEST_GUILESS_MAIN(ComparedLabelsTest)
#include "tst_ComparedLabels.moc"
