#include "model/formats/LabelCloud.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const char* const expected = R"({"folder": "pointclouds", "filename": "000008.pcd", "path": "pointclouds/000008.pcd",
  "objects": [
    {"name": "Car", "centroid": {"x": 12, "y": 2, "z": -0.5}, "dimensions": {"length": 4, "width": 2, "height": 1.5},
     "rotations": {"x": 0, "y": 0, "z": 28.64788975654116}},
    {"name": "Pedestrian", "centroid": {"x": 4, "y": -3, "z": -0.75},
     "dimensions": {"length": 0.5, "width": 0.75, "height": 1.75},
     "rotations": {"x": 0, "y": 0, "z": 245.40844097383534}}]})";
} // namespace

class LabelCloudTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    /// One label, with a list of classes that says of which kind it is.
    [[nodiscard]] Result<ImportedShapes> imported(const QByteArray& label, const QByteArray& classes) const
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"000008.json"_qs), "{\"objects\": [\n" + label + "]}");
        if (!classes.isEmpty())
            writeText(dir.filePath(u"_classes.json"_qs), classes);
        return readLabelCloud(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
    }

private slots:
    void saysWhatIsWrittenByHand()
    {
        const auto report = writeLabelCloud(tinyScene(path(u"data"_qs)), {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(difference(jsonIn(path(u"set/labels/000008.json"_qs)), QJsonDocument::fromJson(expected).object()),
            QString());
        const QJsonValue classes = jsonIn(path(u"set/labels/_classes.json"_qs));
        QCOMPARE(classes[u"format"_qs].toString(), u"centroid_abs"_qs);
        QCOMPARE(classes[u"classes"_qs][1][u"name"_qs].toString(), u"Pedestrian"_qs);
        QCOMPARE(classes[u"classes"_qs][1][u"id"_qs].toInt(), 1);
        QVERIFY(textIn(path(u"set/pointclouds/000007.pcd"_qs)).contains("POINTS 2"));
        QCOMPARE(report->notHeld, QStringList());
    }

    void boxesComeBack()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeLabelCloud(scene, {}, {path(u"back"_qs)}, {}));
        const auto back = readLabelCloud(withoutObjects(scene), {}, path(u"back"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back),
            QStringList({u"000007 1 Car 10 2 -0.5 | 4 2 1.5 | 0.5"_qs, u"000008 2 Car 12 2 -0.5 | 4 2 1.5 | 0.5"_qs,
                u"000008 3 Pedestrian 4 -3 -0.75 | 0.5 0.75 1.75 | -2"_qs,
                u"000009 4 Pedestrian 4.5 -3 -0.75 | 0.5 0.75 1.75 | -2"_qs}));
    }

    void framesOfSeveralSequencesAreKeptApart()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        scene.sequences[{2}] = {{2}, u"street"_qs, {}};
        Frame other = scene.frames.at({1});
        other.id = {9};
        other.sequence = {2};
        other.images.clear();
        scene.frames[{9}] = other;
        QVERIFY(writeLabelCloud(scene, {}, {path(u"two"_qs)}, {}));
        QVERIFY(QFileInfo(path(u"two/labels/street__000007.json"_qs)).isFile());
        QVERIFY(QFileInfo(path(u"two/labels/street_2__000007.json"_qs)).isFile());
        const auto back = readLabelCloud(withoutObjects(scene), {}, path(u"two"_qs), {});
        QVERIFY(back);
        QCOMPARE(back->shapes.size(), 4U);
    }

    void anglesAreWhatTheListOfClassesSays_data()
    {
        QTest::addColumn<QByteArray>("classes");
        QTest::addColumn<QString>("found");
        QTest::newRow("degrees") << QByteArray(R"({"format": "centroid_abs"})")
                                 << u"000008 1 Car 1 2 3 | 4 2 1 | 0.034907"_qs;
        QTest::newRow("radians") << QByteArray(R"({"format": "centroid_rel"})") << u"000008 1 Car 1 2 3 | 4 2 1 | 2"_qs;
    }
    void anglesAreWhatTheListOfClassesSays()
    {
        QFETCH(QByteArray, classes);
        QFETCH(QString, found);
        const auto read = imported(R"({"name": "car", "centroid": {"x": 1, "y": 2, "z": 3},
            "dimensions": {"length": 4, "width": 2, "height": 1}, "rotations": {"x": 0, "y": 0, "z": 2}})",
            classes);
        QVERIFY(read);
        QCOMPARE(picture(tinyScene(path(u"data"_qs)), *read), QStringList(found));
    }

    void whatIsNotTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("classes");
        QTest::addColumn<QString>("said");
        const QByteArray degrees = R"({"format": "centroid_abs"})";
        QTest::newRow("no list of classes") << QByteArray("{}") << QByteArray() << u"degrees or radians"_qs;
        QTest::newRow("vertices") << QByteArray("{}") << QByteArray(R"({"format": "vertices"})")
                                  << u"of the kind “vertices”"_qs;
        QTest::newRow("no numbers") << QByteArray("{}") << degrees << u"object 1: numbers for centroid"_qs;
        QTest::newRow("damaged") << QByteArray("{\n") << degrees << u"at line 3"_qs;
    }
    void whatIsNotTakenIsSaid()
    {
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, classes);
        QFETCH(QString, said);
        const auto found = imported(label, classes);
        const QString sentences = found ? found->remarks.join(u'\n') : found.error().sentence;
        QVERIFY2(sentences.contains(said), qPrintable(sentences));
    }

    void aDamagedFileLeavesTheOthers()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeLabelCloud(scene, {}, {path(u"damaged"_qs)}, {}));
        writeText(path(u"damaged/labels/000007.json"_qs), "{");
        const auto found = readLabelCloud(withoutObjects(scene), {}, path(u"damaged"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 3U);
        QVERIFY(found->remarks.join(u'\n').contains(u"000007.json”"_qs));
    }
};

QTEST_GUILESS_MAIN(LabelCloudTest)
#include "tst_LabelCloud.moc"
