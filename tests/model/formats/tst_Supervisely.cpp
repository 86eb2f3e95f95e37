#include "model/formats/Supervisely.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// An episode of one car of that size, turned by 0.3.
QByteArray episode(const QByteArray& dimensions, const QByteArray& object = "a", const QByteArray& type = "cuboid_3d")
{
    return R"({"description": "", "key": "e", "tags": [], "framesCount": 3,
      "objects": [{"key": "a", "classTitle": "car", "tags": [{"name": "note", "value": "red"},
        {"name": "braking", "value": "true", "frameRange": [0, 0]}, {"name": "occlusion", "value": "2", "frameRange": [1, 2]}]}],
      "frames": [{"index": 1, "figures": [{"key": "f", "objectKey": ")" +
           object + R"(", "geometryType": ")" + type + R"(", "geometry": {"position": {"x": 1, "y": 2, "z": 3},
        "rotation": {"x": 0, "y": 0, "z": 0.3}, "dimensions": )" +
           dimensions + "}}]}]}";
}

Result<ImportedShapes> imported(const Scene& scene, const QByteArray& json)
{
    const QTemporaryDir dir;
    writeText(dir.filePath(u"ds0/annotation.json"_qs), json);
    return readSupervisely(scene, {}, dir.path(), {});
}

void collectKeys(const QJsonValue& value, QStringList& into)
{
    if (value.isArray())
        for (const QJsonValue& part : value.toArray())
            collectKeys(part, into);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        if (member.key() == QLatin1String("key"))
            into.push_back(member.value().toString());
        else
            collectKeys(member.value(), into);
}
} // namespace

class SuperviselyTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private slots:
    void saysWhatIsWrittenByHand()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        const auto report = writeSupervisely(scene, {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const QJsonValue json = jsonIn(path(u"set/street/annotation.json"_qs));
        QCOMPARE(json[u"framesCount"_qs].toInt(), 3);
        const QJsonValue car = json[u"frames"_qs][1][u"figures"_qs][0];
        QCOMPARE(difference(car[u"geometry"_qs], QJsonDocument::fromJson(R"({"position": {"x": 12, "y": 2, "z": -0.5},
                       "rotation": {"x": 0, "y": 0, "z": 0.5}, "dimensions": {"x": 4, "y": 2, "z": 1.5}})")
                                                     .object()),
            QString());
        QCOMPARE(car[u"objectKey"_qs], json[u"objects"_qs][0][u"key"_qs]);
        QCOMPARE(car[u"objectKey"_qs], json[u"frames"_qs][0][u"figures"_qs][0][u"objectKey"_qs]);
        QCOMPARE(json[u"objects"_qs][0][u"classTitle"_qs].toString(), u"Car"_qs);
        const QJsonArray tags = json[u"objects"_qs][0][u"tags"_qs].toArray();
        QCOMPARE(tags.size(), 3);
        QCOMPARE(tags[0][u"value"_qs], QJsonValue(4));
        QCOMPARE(difference(tags[1][u"frameRange"_qs], QJsonArray({1, 1})), QString()); // braking
        QCOMPARE(difference(tags[2][u"frameRange"_qs], QJsonArray({0, 0})), QString()); // occlusion
        QCOMPARE(
            difference(jsonIn(path(u"set/street/frame_pointcloud_map.json"_qs)),
                QJsonObject{{u"0"_qs, u"000007.pcd"_qs}, {u"1"_qs, u"000008.pcd"_qs}, {u"2"_qs, u"000009.pcd"_qs}}),
            QString());
        QVERIFY(textIn(path(u"set/street/pointcloud/000009.pcd"_qs)).contains("POINTS 2"));
        const QJsonValue picture = jsonIn(path(u"set/street/related_images/000007_pcd/front.png.json"_qs));
        QCOMPARE(picture[u"name"_qs].toString(), u"front.png"_qs);
        QCOMPARE(difference(picture[u"meta"_qs][u"sensorsData"_qs][u"extrinsicMatrix"_qs],
                     QJsonArray({0, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0})),
            QString());
        QCOMPARE(jsonIn(path(u"set/meta.json"_qs))[u"projectType"_qs].toString(), u"point_cloud_episodes"_qs);
    }

    void everyKeyIsInTheProjectsMap()
    {
        QVERIFY(writeSupervisely(tinyScene(path(u"data"_qs)), {}, {path(u"keys"_qs)}, {}));
        const QJsonObject kinds = jsonIn(path(u"keys/key_id_map.json"_qs)).toObject();
        QStringList known;
        for (const QJsonValue& kind : kinds)
            known += kind.toObject().keys();
        QStringList used;
        collectKeys(jsonIn(path(u"keys/street/annotation.json"_qs)), used);
        QCOMPARE(used.size(), 1 + 2 + 3 + 4); // episode, objects, tags, figures
        static const QRegularExpression hex(u"^[0-9a-f]{32}$"_qs);
        for (const QString& key : used)
            QVERIFY2(known.contains(key) && hex.match(key).hasMatch(), qPrintable(key));
        known.sort();
        used.sort();
        QCOMPARE(used, known);
    }

    void everythingComesBackButNumbers()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeSupervisely(scene, {}, {path(u"back"_qs)}, {}));
        const auto back = readSupervisely(withoutObjects(scene), {}, path(u"back"_qs), {});
        QVERIFY(back);
        scene.tracks[{1}].number = 1;
        scene.tracks[{2}].number = 2;
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->remarks, QStringList());
        QVERIFY(back->tracks[0].attributes == scene.tracks.at({1}).attributes);
        QVERIFY(back->shapes[0].attributes == scene.shapes.at({1}).attributes);
        QVERIFY(back->shapes[1].attributes == scene.shapes.at({2}).attributes);
    }

    void lengthAlongYIsTurned()
    {
        const Scene scene = withoutObjects(tinyScene(path(u"data"_qs)));
        const auto along = imported(scene, episode(R"({"x": 4.5, "y": 1.9, "z": 1.5})"));
        QVERIFY(along);
        QCOMPARE(picture(scene, *along), QStringList(u"000008 1 Car 1 2 3 | 4.5 1.9 1.5 | 0.3"_qs));
        QCOMPARE(along->remarks, QStringList());
        QVERIFY(along->shapes[0].attributes == AttributeValues({{u"occlusion"_qs, u"2"_qs}}));
        QVERIFY(along->tracks[0].attributes == AttributeValues({{u"note"_qs, u"red"_qs}}));
        const auto across = imported(scene, episode(R"({"x": 1.9, "y": 4.5, "z": 1.5})"));
        QVERIFY(across);
        // 0.3 - pi/2
        QCOMPARE(picture(scene, *across), QStringList(u"000008 1 Car 1 2 3 | 4.5 1.9 1.5 | -1.2708"_qs));
        QVERIFY(across->notes.join(u'\n').contains(u"longer along y"_qs));
    }

    void othersAreNotTurned()
    {
        const Scene scene = withoutObjects(tinyScene(path(u"data"_qs)));
        // Nobody knows how long a barrier is; a person is as wide as long.
        for (const QByteArray& name : {QByteArray("Barrier"), QByteArray("Pedestrian")}) {
            const auto read =
                imported(scene, episode(R"({"x": 1.9, "y": 4.5, "z": 1.5})").replace("\"car\"", '"' + name + '"'));
            QVERIFY(read);
            QCOMPARE(read->shapes[0].cuboid.size, Eigen::Vector3d(1.9, 4.5, 1.5));
            QVERIFY(!read->remarks.join(u'\n').contains(u"longer along y"_qs));
        }
    }

    void ourOwnAreNeverTurned()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        for (const qint64 id : {1, 2}) {
            Shape wide = scene.shapes.at({id});
            wide.cuboid.size = {1.5, 4, 1.5};
            scene.shapes.insert_or_assign(wide.id, wide);
        }
        QVERIFY(writeSupervisely(scene, {}, {path(u"wide"_qs)}, {}));
        const auto back = readSupervisely(withoutObjects(scene), {}, path(u"wide"_qs), {});
        QVERIFY(back);
        QCOMPARE(back->shapes[0].cuboid.size, Eigen::Vector3d(1.5, 4, 1.5));
        QCOMPARE(back->remarks, QStringList());
    }

    void dotsInNamesAreUnderscoresInThoseOfFolders()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        scene.frames.at({1}).name = u"1600.25"_qs;
        QVERIFY(writeSupervisely(scene, {}, {path(u"dots"_qs)}, {}));
        QVERIFY(QFileInfo(path(u"dots/street/pointcloud/1600.25.pcd"_qs)).isFile());
        QVERIFY(QFileInfo(path(u"dots/street/related_images/1600_25_pcd/front.png.json"_qs)).isFile());
    }

    void aDamagedEpisodeLeavesTheOthers()
    {
        const Scene scene = withoutObjects(tinyScene(path(u"data"_qs)));
        writeText(path(u"two/street/annotation.json"_qs), episode(R"({"x": 4.5, "y": 1.9, "z": 1.5})"));
        writeText(path(u"two/night/annotation.json"_qs), "{");
        const auto found = readSupervisely(scene, {}, path(u"two"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 1U);
        QVERIFY(found->remarks.join(u'\n').contains(u"night/annotation.json”"_qs));
    }

    void whatIsNotTakenIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("said");
        QTest::newRow("no size") << episode("{}") << u"frame 1, figure 1: x, y, z each"_qs;
        QTest::newRow("no object") << episode(R"({"x": 4, "y": 2, "z": 1})", "b") << u"no object has the key “b”"_qs;
        QTest::newRow("points") << episode("{}", "a", "point_cloud") << u"no cuboids, left out: 1"_qs;
        QTest::newRow("damaged") << QByteArray("{\n\n\"frames\": }") << u"at line 3"_qs;
        QTest::newRow("something else") << QByteArray("{}") << u"it has no lists"_qs;
    }
    void whatIsNotTakenIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, said);
        const auto found = imported(withoutObjects(tinyScene(path(u"data"_qs))), json);
        const QString sentences = found ? found->remarks.join(u'\n') : found.error().sentence;
        QVERIFY2(sentences.contains(said), qPrintable(sentences));
    }
};

QTEST_GUILESS_MAIN(SuperviselyTest)
#include "tst_Supervisely.moc"
