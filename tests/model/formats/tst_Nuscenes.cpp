#include "model/formats/Nuscenes.h"
#include "model/formats/NuscenesRecords.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DatasetTrees.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// One car in two frames of a scene that stands at (100, 200, 0) and heads north, then 1 m on; all numbers by hand.
Scene handMade(const QString& folder)
{
    Scene scene = madeUpScene({.frames = 2, .objects = 1, .outlines = false}, folder);
    const Eigen::AngleAxisd north(radians(90), Eigen::Vector3d::UnitZ());
    for (auto& [id, frame] : scene.frames) {
        frame.timestamp_ns = 1'532'402'927'647'951'000 + frame.index * 500'000'000LL;
        frame.world_ego = Transform<WorldFrame, EgoFrame>{Eigen::Isometry3d(north)};
        frame.world_ego->m.translation() = Eigen::Vector3d(100, 200 + frame.index, 0);
    }
    std::vector<Shape> shapes;
    for (const auto& [id, shape] : scene.shapes)
        shapes.push_back(shape);
    for (Shape& shape : shapes) {
        shape.cuboid = Cuboid::fromYaw({10, 2, -1}, {4.5, 2, 1.6}, radians(30));
        scene.shapes.insert_or_assign(shape.id, shape);
    }
    return scene;
}

class Tables
{
public:
    explicit Tables(QString set)
        : m_set(std::move(set))
    {
    }
    [[nodiscard]] QJsonArray operator[](const char16_t* table) const
    {
        QFile file(m_set + u"/v1.0-trainval/%1.json"_qs.arg(QStringView(table)));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array() : QJsonArray();
    }

private:
    QString m_set;
};

bool isNear(const QJsonValue& list, const std::vector<double>& expected)
{
    const QJsonArray numbers = list.toArray();
    bool isSame = numbers.size() == qsizetype(expected.size());
    for (std::size_t i = 0; isSame && i < expected.size(); ++i)
        isSame = std::abs(numbers[qsizetype(i)].toDouble() - expected[i]) < 1e-9;
    return isSame;
}

Scene withoutAnnotation(Scene scene)
{
    scene.tracks.clear();
    scene.shapes.clear();
    return scene;
}
} // namespace

class NuscenesTest : public QObject
{
    Q_OBJECT
private slots:
    void boxesAreGlobal()
    {
        const QTemporaryDir dir;
        const Scene scene = handMade(dir.filePath(u"data"_qs));
        QVERIFY(writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const Tables tables(dir.filePath(u"set"_qs));
        const QJsonArray annotations = tables[u"sample_annotation"];
        QCOMPARE(annotations.size(), 2);
        // 10 m ahead is north, 2 m to the left is west; the heading of 30 degrees is one of 120.
        QVERIFY(isNear(annotations[0][u"translation"_qs], {98, 210, -1}));
        QVERIFY(isNear(annotations[1][u"translation"_qs], {98, 211, -1}));
        QVERIFY(isNear(annotations[0][u"size"_qs], {2, 4.5, 1.6}));
        QVERIFY(isNear(annotations[0][u"rotation"_qs], {0.5, 0, 0, std::sqrt(0.75)}));
        QCOMPARE(annotations[0][u"prev"_qs], QJsonValue(QString()));
        QCOMPARE(annotations[0][u"next"_qs], annotations[1][u"token"_qs]);
        QCOMPARE(annotations[1][u"prev"_qs], annotations[0][u"token"_qs]);
        QCOMPARE(annotations[0][u"visibility_token"_qs], QJsonValue(u"3"_qs)); // occlusion 1
        const QJsonValue instance = tables[u"instance"][0];
        QCOMPARE(instance[u"nbr_annotations"_qs].toInt(), 2);
        QCOMPARE(instance[u"first_annotation_token"_qs], annotations[0][u"token"_qs]);
        QCOMPARE(instance[u"last_annotation_token"_qs], annotations[1][u"token"_qs]);
        QCOMPARE(tables[u"category"][0][u"name"_qs], QJsonValue(u"vehicle.car"_qs));
    }

    void tablesAreWhole()
    {
        const QTemporaryDir dir;
        const Scene scene = handMade(dir.filePath(u"data"_qs));
        QVERIFY(writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const Tables tables(dir.filePath(u"set"_qs));
        for (const char16_t* table : {u"attribute", u"calibrated_sensor", u"category", u"ego_pose", u"instance", u"log",
                 u"map", u"sample", u"sample_annotation", u"sample_data", u"scene", u"sensor", u"visibility"})
            QVERIFY2(!tables[table].isEmpty(), qPrintable(QString::fromUtf16(table)));
        QCOMPARE(tables[u"sample"][1][u"timestamp"_qs].toInteger(), 1532402928147951);
        QCOMPARE(tables[u"sample"][0][u"next"_qs], tables[u"sample"][1][u"token"_qs]);
        QCOMPARE(tables[u"map"][0][u"log_tokens"_qs], QJsonValue(QJsonArray{tables[u"log"][0][u"token"_qs]}));
        QVERIFY(QFileInfo::exists(dir.filePath(u"set/"_qs + tables[u"map"][0][u"filename"_qs].toString())));
        const QJsonArray data = tables[u"sample_data"];
        QCOMPARE(data.size(), 4); // cloud and picture of each frame
        for (const QJsonValue& row : data) {
            QVERIFY(row[u"is_key_frame"_qs].toBool());
            const QString file = dir.filePath(u"set/"_qs + row[u"filename"_qs].toString());
            QVERIFY2(QFileInfo::exists(file), qPrintable(file));
            if (file.endsWith(u".pcd.bin"))
                QCOMPARE(QFileInfo(file).size(), 10 * 5 * 4);
        }
        QCOMPARE(data[1][u"width"_qs].toInt(), 640);
        QVERIFY(isNear(tables[u"ego_pose"][1][u"translation"_qs], {100, 201, 0}));
    }

    /// A cone does not park, whatever a person ticked.
    void statesAreThoseOfTheCategory_data()
    {
        QTest::addColumn<QString>("classId");
        QTest::addColumn<QString>("state");
        QTest::newRow("car") << u"Car"_qs << u"vehicle.moving"_qs;
        QTest::newRow("detection car") << u"car"_qs << u"vehicle.moving"_qs;
        QTest::newRow("pedestrian") << u"pedestrian"_qs << u"pedestrian.moving"_qs;
        QTest::newRow("bicycle") << u"bicycle"_qs << QString();
        QTest::newRow("cyclist") << u"Cyclist"_qs << u"cycle.with_rider"_qs;
        QTest::newRow("cone") << u"traffic_cone"_qs << QString();
        QTest::newRow("own") << u"Tumbleweed"_qs << QString();
    }
    void statesAreThoseOfTheCategory()
    {
        QFETCH(QString, classId);
        QFETCH(QString, state);
        Scene scene = madeUpScene({.frames = 1, .objects = 1});
        scene.tracks.begin()->second.classId = classId;
        Shape shape = scene.shapes.begin()->second;
        shape.attributes = {{u"motion"_qs, u"moving"_qs}, {u"vehicle"_qs, u"moving"_qs}};
        if (state.startsWith(u"pedestrian"))
            shape.attributes.erase(u"vehicle"_qs);
        NuscenesRecords records(scene);
        records.addScene(scene.sequences.begin()->second, u"s"_qs);
        records.addSample(scene.frames.begin()->second, u"x.pcd.bin"_qs);
        records.addAnnotation(shape, scene.tracks.begin()->second, 1);
        const auto tables = records.tables();
        const QJsonArray tokens = tables.at(u"sample_annotation"_qs)[0][u"attribute_tokens"_qs].toArray();
        QCOMPARE(tokens.isEmpty(), state.isEmpty());
        for (const QJsonValue& row : tables.at(u"attribute"_qs))
            if (tokens.contains(row[u"token"_qs]))
                QCOMPARE(row[u"name"_qs].toString(), state);
    }

    void detectionNamesAreCategories_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("category");
        const auto row = [](const QString& name, const QString& category) {
            QTest::newRow(qPrintable(name)) << name << category;
        };
        row(u"car"_qs, u"vehicle.car"_qs);
        row(u"truck"_qs, u"vehicle.truck"_qs);
        row(u"bus"_qs, u"vehicle.bus.rigid"_qs);
        row(u"trailer"_qs, u"vehicle.trailer"_qs);
        row(u"construction_vehicle"_qs, u"vehicle.construction"_qs);
        row(u"pedestrian"_qs, u"human.pedestrian.adult"_qs);
        row(u"motorcycle"_qs, u"vehicle.motorcycle"_qs);
        row(u"bicycle"_qs, u"vehicle.bicycle"_qs);
        row(u"traffic_cone"_qs, u"movable_object.trafficcone"_qs);
        row(u"barrier"_qs, u"movable_object.barrier"_qs);
    }
    void detectionNamesAreCategories()
    {
        QFETCH(QString, name);
        QFETCH(QString, category);
        Taxonomy taxonomy;
        QCOMPARE(nuscenesCategory(name, taxonomy), category);
        ClassDef known;
        known.id = name;
        taxonomy.classes.push_back(known);
        QCOMPARE(classOfNuscenes(category, {}, taxonomy), name);
    }

    /// Counted, faces included: boxes without points are dropped by training code.
    void pointsAreCounted()
    {
        const QTemporaryDir dir;
        Scene scene = handMade(dir.filePath(u"data"_qs));
        std::vector<float> rows;
        for (const auto& [x, y] : {std::pair(10.F, 2.F), {10.5F, 2.2F}, {9.F, 2.F}, {30.F, 2.F}})
            rows.insert(rows.end(), {x, y, -1.F, 0.5F});
        QByteArray bytes(qsizetype(4 * rows.size()), '\0');
        qToLittleEndian<float>(rows.data(), qsizetype(rows.size()), bytes.data());
        writeText(scene.frames.at({1}).cloudPath, bytes);
        QVERIFY(writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const QJsonArray annotations = Tables(dir.filePath(u"set"_qs))[u"sample_annotation"];
        QCOMPARE(annotations[0][u"num_lidar_pts"_qs].toInt(), 3);
        QCOMPARE(annotations[1][u"num_lidar_pts"_qs].toInt(), 0);
        QFile cloud(dir.filePath(u"set/samples/LIDAR_TOP/000007.pcd.bin"_qs));
        QVERIFY(cloud.open(QIODevice::ReadOnly));
        // x y z, and an intensity of half of 255.
        QCOMPARE(qFromLittleEndian<float>(cloud.readAll().constData() + 12), 127.5F);
    }

    void statesAreAttributes()
    {
        const QTemporaryDir dir;
        Scene scene = handMade(dir.filePath(u"data"_qs));
        scene.taxonomy = Taxonomy::load(u"lunkuo"_qs).value();
        Shape shape = scene.shapes.at({1});
        shape.attributes = {{u"motion"_qs, u"parked"_qs}, {u"occlusion"_qs, u"0"_qs}};
        scene.shapes.insert_or_assign(shape.id, shape);
        const auto report = writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        const Tables tables(dir.filePath(u"set"_qs));
        const QJsonArray used = tables[u"sample_annotation"][0][u"attribute_tokens"_qs].toArray();
        QCOMPARE(used.size(), 1);
        QString name;
        for (const QJsonValue& attribute : tables[u"attribute"])
            if (attribute[u"token"_qs] == used[0])
                name = attribute[u"name"_qs].toString();
        QCOMPARE(name, u"vehicle.parked"_qs);
        const auto found = readNuscenes(withoutAnnotation(scene), QDir(dir.path()), dir.filePath(u"set"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.front().attributes.at(u"motion"_qs), QJsonValue(u"parked"_qs));
    }

    /// What goes out opens as a dataset of its own, the simulator's street with tilted boxes too.
    void whatGoesOutCanBeOpened()
    {
        const QTemporaryDir dir;
        const Scene& truth = SampleDrive::instance().truth();
        const auto report = writeNuscenes(truth, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto data = openData(dir.filePath(u"set"_qs), truth.taxonomy);
        QVERIFY2(data, data ? "" : qPrintable(data.error().sentence));
        QCOMPARE(data->remarks, QStringList());
        QCOMPARE(data->scene.shapes.size(), truth.shapes.size());
        expectSameMotion(truth, data->scene, {1});
        for (const auto& [id, shape] : truth.shapes) {
            const auto same = [&](ShapeId other) {
                const Shape& found = data->scene.shapes.at(other);
                return (found.cuboid.center - shape.cuboid.center).norm() < 1e-3 &&
                       (found.cuboid.size - shape.cuboid.size).norm() < 1e-3 &&
                       found.cuboid.rotation.angularDistance(shape.cuboid.rotation) < radians(0.01) &&
                       data->scene.trackOf(found)->classId == truth.trackOf(shape)->classId;
            };
            const auto there = data->scene.shapesOf(shape.frame);
            QCOMPARE(std::count_if(there.begin(), there.end(), same), 1);
        }
        const Frame& frame = data->scene.frames.at({1});
        const Camera& before = truth.calibrations.begin()->second.cameras.front();
        const Camera& after = data->scene.calibrations.at(frame.calibration).cameras.at(0);
        const auto pixel = after.model.project(after.camera_sensor * Point3<SensorFrame>{{20, 1, 0}});
        const auto expected = before.model.project(before.camera_sensor * Point3<SensorFrame>{{20, 1, 0}});
        QVERIFY((pixel.value() - expected.value()).norm() < 1e-6);
    }

    void withoutPosesTheWorldIsTheSensorAndItIsSaid()
    {
        const QTemporaryDir dir;
        const Scene scene = madeUpScene({.frames = 2, .objects = 1, .poses = false}, dir.filePath(u"data"_qs));
        const auto report = writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        QVERIFY2(
            report->notHeld.filter(u"Frames without a pose, which stand at the origin of the world: 2."_qs).size() == 1,
            qPrintable(report->notHeld.join(u'\n')));
        QVERIFY(isNear(Tables(dir.filePath(u"set"_qs))[u"ego_pose"][0][u"rotation"_qs], {1, 0, 0, 0}));
    }

    void scenesAreForTrainingOrForValidation()
    {
        const QTemporaryDir dir;
        const Scene scene = handMade(dir.filePath(u"data"_qs));
        ExportOptions options{dir.filePath(u"set"_qs)};
        options.splits = {{{1}, Split::Val}, {{2}, Split::Val}};
        QVERIFY(writeNuscenes(scene, QDir(dir.path()), options, {}));
        QFile file(dir.filePath(u"set/v1.0-trainval/splits.json"_qs));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"test\":[],\"train\":[],\"val\":[\"street\"]}\n"));
    }

    void aSceneHasAllItsTimesOrNone()
    {
        const QTemporaryDir dir;
        Scene scene = handMade(dir.filePath(u"data"_qs));
        scene.frames.at({2}).timestamp_ns.reset();
        const auto report = writeNuscenes(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        const QJsonArray samples = Tables(dir.filePath(u"set"_qs))[u"sample"];
        QCOMPARE(samples[0][u"timestamp"_qs].toInteger(), 0);
        QCOMPARE(samples[1][u"timestamp"_qs].toInteger(), 100'000);
        QVERIFY(report->notHeld.join(u'\n').contains(u"all were put 0.1 s apart: 2."_qs));
    }

    /// Of the several categories of a bus only the first means any bus.
    void aClassBesideTheirsKeepsItsName()
    {
        Taxonomy taxonomy = smallTaxonomy();
        QCOMPARE(nuscenesCategory(u"Bus"_qs, taxonomy), u"vehicle.bus.rigid"_qs);
        ClassDef theirs;
        theirs.id = u"vehicle.bus.rigid"_qs;
        taxonomy.classes.push_back(theirs);
        QCOMPARE(nuscenesCategory(u"Bus"_qs, taxonomy), u"Bus"_qs);
    }
};

QTEST_GUILESS_MAIN(NuscenesTest)
#include "tst_Nuscenes.moc"
