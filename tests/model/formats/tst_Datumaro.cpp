#include "model/formats/Datumaro.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const char* const expectedItems = R"([
  {"id": "000007", "attr": {"frame": 0}, "point_cloud": {"path": "000007.pcd"},
   "related_images": [{"path": "000007/front.png"}],
   "annotations": [
     {"id": 0, "type": "cuboid_3d", "group": 0, "label_id": 0,
      "attributes": {"track_id": 5, "keyframe": true, "doors": 4, "occlusion": "1"},
      "position": [10, 2, -0.5], "rotation": [0, 0, 0.5], "scale": [4, 2, 1.5]}]},
  {"id": "000008", "attr": {"frame": 1}, "point_cloud": {"path": "000008.pcd"},
   "annotations": [
     {"id": 0, "type": "cuboid_3d", "group": 0, "label_id": 0,
      "attributes": {"track_id": 5, "keyframe": true, "doors": 4, "braking": true},
      "position": [12, 2, -0.5], "rotation": [0, 0, 0.5], "scale": [4, 2, 1.5]},
     {"id": 1, "type": "cuboid_3d", "group": 0, "label_id": 1, "attributes": {"track_id": 8, "keyframe": true},
      "position": [4, -3, -0.75], "rotation": [0, 0, -2], "scale": [0.5, 0.75, 1.75]}]},
  {"id": "000009", "attr": {"frame": 2}, "point_cloud": {"path": "000009.pcd"},
   "annotations": [
     {"id": 0, "type": "cuboid_3d", "group": 0, "label_id": 1, "attributes": {"track_id": 8, "keyframe": true},
      "position": [4.5, -3, -0.75], "rotation": [0, 0, -2], "scale": [0.5, 0.75, 1.75]}]}])";

/// A file with one annotation, as CVAT exports it.
QByteArray fromCvat(const QByteArray& annotation)
{
    return R"({"info": {}, "categories": {"label": {"labels": [{"name": "car", "parent": ""}]}},
      "items": [{"id": "000008", "annotations": [)" +
           annotation + R"(], "attr": {"frame": 1}}]})";
}

Result<ImportedShapes> imported(const Scene& scene, const QByteArray& json)
{
    const QTemporaryDir dir;
    writeText(dir.filePath(u"default.json"_qs), json);
    return readDatumaro(scene, {}, dir.filePath(u"default.json"_qs), {});
}
} // namespace

class DatumaroTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private slots:
    void saysWhatIsWrittenByHand()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        const auto report = writeDatumaro(scene, {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const QJsonValue document = jsonIn(path(u"set/annotations/default.json"_qs));
        QCOMPARE(difference(document[u"items"_qs], QJsonDocument::fromJson(expectedItems).array()), QString());
        QCOMPARE(document[u"categories"_qs][u"label"_qs][u"labels"_qs][1][u"name"_qs].toString(), u"Pedestrian"_qs);
        QVERIFY(textIn(path(u"set/point_clouds/default/000007.pcd"_qs)).contains("POINTS 2"));
        QVERIFY(QFileInfo(path(u"set/related_images/default/000007/front.png"_qs)).isFile());
        QCOMPARE(report->frames, 3);
        QCOMPARE(report->shapes, 4);
        QVERIFY(report->notHeld.join(u'\n').contains(u"two decimals"_qs));
    }

    void everythingComesBack()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeDatumaro(scene, {}, {path(u"back"_qs)}, {}));
        const auto back = readDatumaro(withoutObjects(scene), {}, path(u"back"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->remarks, QStringList());
        QVERIFY(back->tracks[0].attributes == scene.tracks.at({1}).attributes);
        QVERIFY(back->shapes[1].attributes == scene.shapes.at({2}).attributes);
    }

    void leaningBoxesComeBack()
    {
        const Scene scene = madeUpScene({.objects = 6, .tilt = 0.3}, path(u"leaning"_qs));
        QVERIFY(writeDatumaro(scene, {}, {path(u"leaning-set"_qs)}, {}));
        const auto back = readDatumaro(withoutObjects(scene), {}, path(u"leaning-set"_qs), {});
        QVERIFY(back);
        for (const Shape& found : back->shapes) {
            const int number = back->tracks[std::size_t(found.track.value) - 1].number;
            const Shape* given = scene.shapes.of({number}, found.frame); // made up with number = id
            QVERIFY(found.cuboid.rotation.angularDistance(given->cuboid.rotation) < 1e-6);
        }
    }

    void subsetsSayWhatFramesAreFor()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        ExportOptions options{path(u"split"_qs)};
        options.splits = {{{1}, Split::Train}, {{2}, Split::Val}, {{3}, Split::Test}};
        QVERIFY(writeDatumaro(scene, {}, options, {}));
        QCOMPARE(QDir(path(u"split/annotations"_qs)).entryList(QDir::Files),
            QStringList({u"test.json"_qs, u"train.json"_qs, u"val.json"_qs}));
        QVERIFY(QFileInfo(path(u"split/point_clouds/val/000008.pcd"_qs)).isFile());
        const auto back = readDatumaro(withoutObjects(scene), {}, path(u"split"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back), picture(scene));
    }

    void cvatsBoxesWithoutTracksAreObjectsOfTheirOwn()
    {
        const Scene scene = withoutObjects(tinyScene(path(u"data"_qs)));
        const QByteArray box = R"({"id": 0, "type": "cuboid_3d", "attributes": {"occluded": false, "braking": "true"},
            "group": 0, "label_id": 0, "position": [1, 2, 3], "rotation": [0, 0, 1], "scale": [4, 2, 1]})";
        const auto found = imported(scene, fromCvat(box + ", " + box));
        QVERIFY(found);
        QCOMPARE(picture(scene, *found),
            QStringList({u"000008 1 Car 1 2 3 | 4 2 1 | 1"_qs, u"000008 2 Car 1 2 3 | 4 2 1 | 1"_qs}));
        QVERIFY(found->shapes[0].attributes == AttributeValues({{u"braking"_qs, true}}));
    }

    void whatIsNotTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QByteArray& json, const QString& said) {
            QTest::newRow(name) << json << said;
        };
        row("two numbers",
            fromCvat(
                R"({"type": "cuboid_3d", "label_id": 0, "position": [1, 2], "rotation": [0, 0, 0], "scale": [1, 1, 1]})"),
            u"item “000008”, annotation 1: three numbers"_qs);
        row("no such label",
            fromCvat(
                R"({"type": "cuboid_3d", "label_id": 7, "position": [1, 2, 3], "rotation": [0, 0, 0], "scale": [1, 1, 1]})"),
            u"annotation 1: a label_id from 0 to 0"_qs);
        row("size 0",
            fromCvat(
                R"({"type": "cuboid_3d", "label_id": 0, "position": [1, 2, 3], "rotation": [0, 0, 0], "scale": [1, 0, 1]})"),
            u"is no box, left out: 1"_qs);
        row("a polygon", fromCvat(R"({"type": "polygon", "label_id": 0})"), u"no cuboids, left out: 1"_qs);
        row("another frame",
            QByteArray(fromCvat(R"({"type": "cuboid_3d", "label_id": 0})")).replace("000008", "999999"),
            u"left out: 1 in 1 frames (999999)"_qs);
        row("damaged", "{\n\"items\": [\n}", u"at line 3"_qs);
        row("something else", "{\"shapes\": []}", u"no list “items”"_qs);
        row("a list", "[]", u"a JSON object ({…}) was expected"_qs);
    }
    void whatIsNotTakenIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const auto found = imported(withoutObjects(tinyScene(path(u"data"_qs))), json);
        const QString sentences = found ? found->remarks.join(u'\n') : found.error().sentence;
        QVERIFY2(sentences.contains(said), qPrintable(sentences));
        if (found)
            QVERIFY(found->shapes.empty());
    }

    void aFolderWithoutAnyIsRefused()
    {
        QVERIFY(QDir().mkpath(path(u"empty"_qs)));
        const auto found = readDatumaro({}, {}, path(u"empty"_qs), {});
        QVERIFY(!found);
        QVERIFY(found.error().sentence.contains(u"annotations/*.json"_qs));
    }

    void aDamagedFileLeavesTheOthers()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeDatumaro(scene, {}, {path(u"damaged"_qs)}, {}));
        writeText(path(u"damaged/annotations/another.json"_qs), "{");
        const auto found = readDatumaro(withoutObjects(scene), {}, path(u"damaged"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 4U);
        QVERIFY(found->remarks.join(u'\n').contains(u"another.json”"_qs));
    }
};

QTEST_GUILESS_MAIN(DatumaroTest)
#include "tst_Datumaro.moc"
