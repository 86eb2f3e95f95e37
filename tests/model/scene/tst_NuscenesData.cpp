#include "model/formats/Nuscenes.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QByteArray scan(20, '\0');

/// Writes v1.0-mini by hand: two scenes, the first with two samples and a sweep between them. The car heads north
/// (turned by 90 degrees); the LiDAR is 1 m ahead and 2 m up, x to the right and y ahead as nuScenes' own.
void writeTables(const QDir& root)
{
    const auto write = [&root](const char16_t* table, const QByteArray& rows) {
        writeText(root.filePath(u"v1.0-mini/%1.json"_qs.arg(QStringView(table))), "[\n" + rows + "\n]\n");
    };
    write(u"scene", R"({"token": "s1", "name": "scene-0001", "first_sample_token": "a"},
        {"token": "s2", "name": "scene-0002", "first_sample_token": "c"})");
    write(u"sensor", R"({"token": "lidar", "channel": "LIDAR_TOP", "modality": "lidar"},
        {"token": "front", "channel": "CAM_FRONT", "modality": "camera"},
        {"token": "radar", "channel": "RADAR_FRONT", "modality": "radar"})");
    write(u"calibrated_sensor",
        R"({"token": "cl", "sensor_token": "lidar", "translation": [1, 0, 2],
            "rotation": [0.7071067811865476, 0, 0, -0.7071067811865476], "camera_intrinsic": []},
        {"token": "cf", "sensor_token": "front", "translation": [1.7, 0, 1.5], "rotation": [0.5, -0.5, 0.5, -0.5],
            "camera_intrinsic": [[1000, 0, 800], [0, 1000, 450], [0, 0, 1]]},
        {"token": "cr", "sensor_token": "radar", "translation": [3, 0, 0.5], "rotation": [1, 0, 0, 0],
            "camera_intrinsic": []})");
    write(u"sample", R"({"token": "a", "timestamp": 1532402927647951, "scene_token": "s1", "prev": "", "next": "b"},
        {"token": "b", "timestamp": 1532402928147847, "scene_token": "s1", "prev": "a", "next": ""},
        {"token": "c", "timestamp": 1532402947647951, "scene_token": "s2", "prev": "", "next": ""})");
    const auto data = [](const QByteArray& sample, const QByteArray& sensor, const QByteArray& pose,
                          const QByteArray& time, const QByteArray& key, const QByteArray& file) {
        return QByteArray(R"({"token": ")" + file + R"(", "sample_token": ")" + sample +
                          R"(", "calibrated_sensor_token": ")" + sensor + R"(", "ego_pose_token": ")" + pose +
                          R"(", "timestamp": )" + time + R"(, "is_key_frame": )" + key +
                          R"(, "width": 1600, "height": 900, "filename": ")" + file + "\"}");
    };
    write(u"sample_data",
        data("b", "cl", "p2", "1532402928147847", "true", "samples/LIDAR_TOP/n__LIDAR_TOP__1532402928147847.pcd.bin") +
            ",\n" +
            data("a", "cl", "p1", "1532402927647951", "true",
                "samples/LIDAR_TOP/n__LIDAR_TOP__1532402927647951.pcd.bin") +
            ",\n" +
            data("b", "cl", "p2", "1532402927697000", "false",
                "sweeps/LIDAR_TOP/n__LIDAR_TOP__1532402927697000.pcd.bin") +
            ",\n" +
            data("c", "cl", "p1", "1532402947647951", "true",
                "samples/LIDAR_TOP/n__LIDAR_TOP__1532402947647951.pcd.bin") +
            ",\n" + data("a", "cf", "p2", "1532402927612460", "true", "samples/CAM_FRONT/a.png") + ",\n" +
            data("a", "cr", "p1", "1532402927612460", "true", "samples/RADAR_FRONT/a.pcd"));
    write(u"ego_pose", R"({"token": "p1", "timestamp": 1, "translation": [100, 200, 0],
            "rotation": [0.7071067811865476, 0, 0, 0.7071067811865476]},
        {"token": "p2", "timestamp": 2, "translation": [100, 201, 0],
            "rotation": [0.7071067811865476, 0, 0, 0.7071067811865476]})");
    write(u"category", R"({"token": "car", "name": "vehicle.car"}, {"token": "tree", "name": "static.tree"})");
    write(u"attribute", R"({"token": "moving", "name": "vehicle.moving"})");
    write(u"instance", R"({"token": "i1", "category_token": "car"}, {"token": "i2", "category_token": "tree"})");
    const auto box = [](const QByteArray& sample, const QByteArray& instance, const QByteArray& place,
                         const QByteArray& attributes) {
        return QByteArray(R"({"token": ")" + sample + instance + R"(", "sample_token": ")" + sample +
                          R"(", "instance_token": ")" + instance +
                          R"(", "visibility_token": "4", "attribute_tokens": [)" + attributes +
                          R"(], "translation": )" + place + R"(, "size": [2, 4.5, 1.6],
            "rotation": [0.7071067811865476, 0, 0, 0.7071067811865476], "num_lidar_pts": 5, "num_radar_pts": 0})");
    };
    write(u"sample_annotation", box("a", "i1", "[105, 211, 3]", "\"moving\"") + ",\n" +
                                    box("b", "i1", "[105, 216, 3]", "\"moving\"") + ",\n" +
                                    box("a", "i2", "[90, 201, 3]", "") + ",\n" + box("c", "i1", "[105, 211, 3]", ""));
}

void writeSensors(const QDir& root)
{
    for (const char* time : {"1532402927647951", "1532402928147847", "1532402947647951"})
        writeText(root.filePath(u"samples/LIDAR_TOP/n__LIDAR_TOP__%1.pcd.bin"_qs.arg(QLatin1String(time))), scan);
    writeText(root.filePath(u"sweeps/LIDAR_TOP/n__LIDAR_TOP__1532402927697000.pcd.bin"_qs), scan);
    root.mkpath(u"samples/CAM_FRONT"_qs);
    QImage(1600, 900, QImage::Format_RGB888).save(root.filePath(u"samples/CAM_FRONT/a.png"_qs));
}

OpenedData opened(const QString& path, const DataChoice& choice = {}, const QString& taxonomyName = u"nuscenes"_qs)
{
    const auto taxonomy = Taxonomy::load(taxonomyName);
    auto data = openData(path, *taxonomy, {}, choice);
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class NuscenesDataTest : public QObject
{
    Q_OBJECT
private slots:
    void scenesAreSequencesOfTheirSamples_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("dataset") << u"."_qs;
        QTest::newRow("its tables") << u"v1.0-mini"_qs;
    }
    void scenesAreSequencesOfTheirSamples()
    {
        QFETCH(QString, folder);
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const OpenedData data = opened(QDir::cleanPath(dir.filePath(folder)));
        const Scene& scene = data.scene;
        QCOMPARE(data.layout, u"nuScenes"_qs);
        QVERIFY(data.hasSweeps);
        QCOMPARE(data.sequences, (QStringList{u"scene-0001"_qs, u"scene-0002"_qs}));
        QCOMPARE(scene.framesOf({1}).size(), std::size_t(2));
        QCOMPARE(scene.framesOf({2}).size(), std::size_t(1));
        const Frame& first = scene.frames.at(scene.framesOf({1}).front());
        QCOMPARE(first.name, u"n__LIDAR_TOP__1532402927647951"_qs);
        QCOMPARE(first.timestamp_ns.value(), 1532402927647951000);
        // The two turns cancel out: what is ahead of the LiDAR is north.
        QVERIFY(first.world_ego->m.linear().isIdentity(1e-9));
        QVERIFY(first.world_ego->m.translation().isApprox(Eigen::Vector3d(100, 201, 2), 1e-9));
    }

    void boxesStandWhereTheNumbersSay()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const OpenedData data = opened(dir.path());
        const Scene& scene = data.scene;
        QCOMPARE(scene.shapes.size(), std::size_t(4));
        const FrameId first = scene.framesOf({1}).front();
        const Shape& car = scene.shapes.at(scene.shapesOf(first).front());
        QVERIFY((car.cuboid.center - Eigen::Vector3d(5, 10, 1)).norm() < 1e-9);
        QCOMPARE(car.cuboid.size, Eigen::Vector3d(4.5, 2, 1.6));
        QVERIFY(std::abs(car.cuboid.yaw() - radians(90)) < 1e-9);
        QCOMPARE(scene.trackOf(car)->classId, u"vehicle.car"_qs);
        QCOMPARE(car.attributes.at(u"vehicle"_qs), QJsonValue(u"moving"_qs));
        QCOMPARE(car.attributes.at(u"visibility"_qs), QJsonValue(u"4"_qs));
        // The LiDAR has moved on by a metre, the car by five.
        const auto track = scene.shapesOf(car.track);
        QCOMPARE(track.size(), std::size_t(2));
        QVERIFY((scene.shapes.at(track.back()).cuboid.center - Eigen::Vector3d(5, 14, 1)).norm() < 1e-9);
        QVERIFY2(data.remarks.filter(u"“static.tree” is not in the taxonomy"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void otherTaxonomiesGetTheirOwnNames()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const Scene scene = opened(dir.path(), {}, u"lunkuo"_qs).scene;
        QCOMPARE(scene.tracks.at({1}).classId, u"Car"_qs);
        QCOMPARE(scene.shapes.at({1}).attributes.at(u"motion"_qs), QJsonValue(u"moving"_qs));
    }

    /// The picture was taken when the car had moved on by a metre.
    void camerasStandWhereTheyTookTheirPicture()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const Scene scene = opened(dir.path()).scene;
        const Frame& first = scene.frames.at(scene.framesOf({1}).front());
        QCOMPARE(first.images.size(), std::size_t(1));
        QCOMPARE(first.images.front().camera, u"CAM_FRONT"_qs);
        const Calibration& rig = scene.calibrations.at(first.calibration);
        QCOMPARE(rig.cameras.size(), std::size_t(1));
        // The camera is at (100, 202.7, 1.5); the place 10 m north of it and 1 m to the east is here:
        const auto pixel =
            rig.cameras.front().model.project(rig.cameras.front().camera_sensor * Point3<SensorFrame>{{1, 11.7, -0.5}});
        QVERIFY((pixel.value() - Eigen::Vector2d(900, 450)).norm() < 1e-6);
    }

    void sweepsAndScenesAreChosen()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const OpenedData data = opened(dir.path(), {.sequences = {u"scene-0001"_qs}, .sweeps = true});
        QCOMPARE(data.sequences.size(), 2);
        QCOMPARE(data.scene.sequences.size(), std::size_t(1));
        const auto frames = data.scene.framesOf({1});
        QCOMPARE(frames.size(), std::size_t(3));
        QVERIFY(data.scene.frames.at(frames[1]).cloudPath.contains(u"/sweeps/"));
        QCOMPARE(data.scene.shapes.size(), std::size_t(4));
    }

    void boxesOfSweepsLieBetweenThoseOfTheSamples()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const Scene scene = opened(dir.path(), {.sequences = {u"scene-0001"_qs}, .sweeps = true}).scene;
        const auto frames = scene.framesOf({1});
        const auto ids = scene.shapesOf(frames[1]);
        QCOMPARE(ids.size(), std::size_t(1)); // the tree was seen in one sample only
        const Shape& between = scene.shapes.at(ids.front());
        QCOMPARE(int(between.derivation), int(Derivation::Interpolated));
        QCOMPARE(between.attributes, scene.shapes.at(scene.shapesOf(frames[0]).front()).attributes);
        // It drives north, from (105, 211) to (105, 216) in the world; the LiDAR is at (100, 202) by then.
        const double share = (697000.0 - 647951.0) / (1147847.0 - 647951.0);
        const Eigen::Vector3d expected(5, 9 + 5 * share, 1);
        QVERIFY2((between.cuboid.center - expected).norm() < 1e-4,
            qPrintable(QStringLiteral("%1").arg((between.cuboid.center - expected).norm())));
        QCOMPARE(between.cuboid.size, Eigen::Vector3d(4.5, 2, 1.6));
        QVERIFY(std::abs(between.cuboid.yaw() - radians(90)) < 1e-6);
    }

    void labelsOfAnImportReachTheSweepsToo()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        const Scene annotated = opened(dir.path(), {.sequences = {u"scene-0001"_qs}, .sweeps = true}).scene;
        Scene scene = annotated;
        scene.shapes.clear();
        scene.tracks.clear();
        const auto found = readNuscenes(scene, {}, dir.path(), {});
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->shapes.size(), annotated.shapes.size());
        QCOMPARE(std::count_if(found->shapes.begin(), found->shapes.end(),
                     [](const Shape& shape) { return shape.derivation == Derivation::Interpolated; }),
            std::ptrdiff_t(1));
        QCOMPARE(found->notes.filter(u"(sweeps), interpolated from theirs: 1."_qs).size(), 1);
        // A project without poses cannot place them.
        for (auto& [id, frame] : scene.frames)
            frame.world_ego.reset();
        QCOMPARE(readNuscenes(scene, {}, dir.path(), {})->shapes.size(), annotated.shapes.size() - 1);
    }

    void filesOutsideTheDatasetAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const QByteArray file = "\"samples/CAM_FRONT/a.png\"}";
        QTest::newRow("above") << file << QByteArray("\"samples/../../secret.png\"}");
        QTest::newRow("absolute") << file << QByteArray("\"/etc/passwd\"}");
        QTest::newRow("a moment beyond all") << QByteArray("1532402927612460, \"is_key_frame\": true, \"width\": 1600, "
                                                           "\"height\": 900, "
                                                           "\"filename\": " +
                                                           file)
                                             << QByteArray("9223372036854775807, \"is_key_frame\": true, "
                                                           "\"filename\": " +
                                                           file);
    }
    void filesOutsideTheDatasetAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QTemporaryDir dir;
        writeTables(QDir(dir.filePath(u"data"_qs)));
        writeSensors(QDir(dir.filePath(u"data"_qs)));
        writeText(dir.filePath(u"secret.png"_qs), "x");
        QFile table(dir.filePath(u"data/v1.0-mini/sample_data.json"_qs));
        QVERIFY(table.open(QIODevice::ReadWrite));
        QByteArray text = table.readAll();
        QCOMPARE(text.count(from), 1);
        QVERIFY(table.resize(0));
        table.write(text.replace(from, to));
        table.close();
        const OpenedData data = opened(dir.filePath(u"data"_qs));
        QVERIFY(data.scene.frames.at(data.scene.framesOf({1}).front()).images.empty());
        QVERIFY2(
            data.remarks.filter(u"“sample_data.json” that are damaged or lead nowhere, left out: 1"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void severalSetsOfTablesAreNamed()
    {
        const QTemporaryDir dir;
        writeTables(QDir(dir.path()));
        writeSensors(QDir(dir.path()));
        for (const QString& table : {u"scene"_qs, u"sample_data"_qs})
            writeText(dir.filePath(u"v1.0-trainval/%1.json"_qs.arg(table)), "[]");
        const QStringList remarks = opened(dir.path()).remarks;
        QVERIFY2(remarks.filter(u"the tables of v1.0-mini, v1.0-trainval; those of v1.0-mini were read"_qs).size() == 1,
            qPrintable(remarks.join(u'\n')));
        for (const QString& remark : opened(dir.filePath(u"v1.0-mini"_qs)).remarks)
            QVERIFY2(!remark.contains(u"trainval"), qPrintable(remark));
    }

    void whatIsMissingOrDamagedIsSaid()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        writeTables(root);
        writeSensors(root);
        QVERIFY(QFile::remove(root.filePath(u"samples/LIDAR_TOP/n__LIDAR_TOP__1532402928147847.pcd.bin"_qs)));
        QVERIFY(QFile::remove(root.filePath(u"samples/CAM_FRONT/a.png"_qs)));
        writeText(root.filePath(u"v1.0-mini/instance.json"_qs),
            R"([{"token": "i1", "category_token": "car"}, {"token": "i2", "category_token": "nothing"}])");
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.scene.frames.size(), std::size_t(2));
        QCOMPARE(data.scene.shapes.size(), std::size_t(2));
        const auto says = [&data](const QString& words) { return data.remarks.filter(words).size() == 1; };
        QVERIFY2(says(u"left out with their frames: 1"_qs) && says(u"Pictures that are not there: 1"_qs) &&
                     says(u"“instance.json” that are damaged or lead nowhere, left out: 1"_qs) &&
                     says(u"“sample_annotation.json” that are damaged or lead nowhere, left out: 1"_qs),
            qPrintable(data.remarks.join(u'\n')));
        writeText(root.filePath(u"v1.0-mini/sample.json"_qs), "[\n{\"token\": \"a\",\n");
        const auto broken = openData(dir.path(), {});
        QVERIFY(!broken && broken.error().sentence.contains(u"sample.json”, line 3"_qs));
    }
};

QTEST_GUILESS_MAIN(NuscenesDataTest)
#include "tst_NuscenesData.moc"
