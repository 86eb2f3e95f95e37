#include "model/formats/EulerAngles.h"
#include "model/formats/Sustech.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QByteArray object = R"({"psr": {"position": {"x": 10, "y": 2, "z": -0.5}, "scale": {"x": 4.5, "y": 1.8, "z": 1.5},
    "rotation": {"x": 0.1, "y": -0.05, "z": 0.7}}, "obj_type": "Car", "obj_id": "12")";

/// Two frames, 000 and 001, of ten points each.
void writeScene(const QDir& folder)
{
    for (const QString& name : {u"000"_qs, u"001"_qs})
        writeText(folder.filePath(u"lidar/%1.bin"_qs.arg(name)), QByteArray(160, '\0'));
}

OpenedData opened(const QString& path)
{
    auto data = openData(path, smallTaxonomy());
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}

QJsonDocument json(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
}
} // namespace

class SustechTest : public QObject
{
    Q_OBJECT
private slots:
    void bothStylesAreRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("list") << '[' + object + "}]";
        QTest::newRow("object") << "{\"frame\": \"000\", \"objs\": [" + object + "}]}";
    }
    void bothStylesAreRead()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir dir;
        writeScene(QDir(dir.path()));
        writeText(dir.filePath(u"label/000.json"_qs), text);
        writeText(dir.filePath(u"label/001.json"_qs), text);
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.remarks, QStringList());
        QCOMPARE(data.layout, u"SUSTechPOINTS"_qs);
        QCOMPARE(data.scene.shapes.size(), std::size_t(2));
        QCOMPARE(data.scene.tracks.size(), std::size_t(1));
        QCOMPARE(data.scene.tracks.at({1}).number, 12);
        const Cuboid& cuboid = data.scene.shapes.at({1}).cuboid;
        QCOMPARE(cuboid.center, Eigen::Vector3d(10, 2, -0.5));
        QCOMPARE(cuboid.size, Eigen::Vector3d(4.5, 1.8, 1.5));
        // Rz * Ry * Rx, written out.
        const double cz = std::cos(0.7), sz = std::sin(0.7), cy = std::cos(0.05), sy = -std::sin(0.05);
        const double cx = std::cos(0.1), sx = std::sin(0.1);
        Eigen::Matrix3d expected;
        expected << cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx, //
            sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx,         //
            -sy, cy * sx, cy * cx;
        QVERIFY(cuboid.rotation.toRotationMatrix().isApprox(expected, 1e-12));
    }

    void attributesAreInObjAttr()
    {
        const AttributeValues track{{u"note"_qs, u"a, b=c 100%"_qs}};
        const AttributeValues shape{{u"braking"_qs, true}, {u"occlusion"_qs, u"2"_qs}, {u"obj_attr"_qs, u"static"_qs}};
        const QString text = sustechAttributes(track, shape);
        QCOMPARE(text, u"note=a%2c b%3dc 100%25, braking=true, static, occlusion=2"_qs);
        const std::map<QString, QString> expected{{u"note"_qs, u"a, b=c 100%"_qs}, {u"braking"_qs, u"true"_qs},
            {u"obj_attr"_qs, u"static"_qs}, {u"occlusion"_qs, u"2"_qs}};
        QCOMPARE(fromSustechAttributes(text), expected);
        QVERIFY(fromSustechAttributes(u" , "_qs).empty());
    }

    void whatIsDamagedIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no JSON") << QByteArray("[\n{]") << u"“%1/label/000.json” is no JSON: "_qs;
        QTest::newRow("neither style") << QByteArray("{}")
                                       << u"“%1/label/000.json”, line 1: a list of objects, or an object with "_qs;
        QTest::newRow("no psr") << QByteArray(R"([{"obj_id": "1", "obj_type": "Car"}])")
                                << u"“%1/label/000.json”, object 1: “psr” with position"_qs;
        QTest::newRow("no size") << '[' + QByteArray(object).replace("4.5", "0") + "}]"
                                 << u"Objects whose position, size or rotation is no box, left out: 1."_qs;
    }
    void whatIsDamagedIsSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        const QTemporaryDir dir;
        writeScene(QDir(dir.path()));
        writeText(dir.filePath(u"label/000.json"_qs), text);
        writeText(dir.filePath(u"label/001.json"_qs), "[" + object + "}]");
        const OpenedData data = opened(dir.path());
        const QString expected = sentence.contains(u"%1"_qs) ? sentence.arg(dir.path()) : sentence;
        QVERIFY2(data.remarks.filter(expected).size() == 1, qPrintable(data.remarks.join(u'\n')));
        QCOMPARE(data.scene.shapes.size(), std::size_t(1));
    }

    void scenesSideBySideAreSequences()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"morning"_qs, u"evening"_qs}) {
            writeScene(QDir(dir.filePath(name)));
            writeText(dir.filePath(name + u"/label/001.json"_qs), "[" + object + "}]");
        }
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.sequences, (QStringList{u"evening"_qs, u"morning"_qs}));
        QCOMPARE(data.scene.frames.size(), std::size_t(4));
        QCOMPARE(data.scene.tracks.size(), std::size_t(2));
        QCOMPARE(data.scene.shapes.at({2}).frame, data.scene.framesOf({2}).back());
    }

    void camerasGoOutAndComeBack()
    {
        const QTemporaryDir dir;
        const Scene given = madeUpScene({.frames = 2, .objects = 1}, dir.filePath(u"data"_qs));
        const auto report = writeSustech(given, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const OpenedData data = opened(dir.filePath(u"set"_qs));
        const Camera& before = given.calibrations.at({1}).cameras.front();
        const Frame& frame = data.scene.frames.at({1});
        const Camera& after = data.scene.calibrations.at(frame.calibration).cameras.at(0);
        QCOMPARE(after.name, before.name);
        QCOMPARE(frame.images.size(), std::size_t(1));
        for (const Eigen::Vector3d& place : {Eigen::Vector3d(10, 1, 0.5), Eigen::Vector3d(25, -3, 1)}) {
            const auto pixel = after.model.project(after.camera_sensor * Point3<SensorFrame>{place});
            const auto expected = before.model.project(before.camera_sensor * Point3<SensorFrame>{place});
            QVERIFY((pixel.value() - expected.value()).norm() < 1e-6);
        }
    }

    void posesGoOutAndComeBack()
    {
        const QTemporaryDir dir;
        const Scene given = madeUpScene({.frames = 3, .objects = 1}, dir.filePath(u"data"_qs));
        QVERIFY(writeSustech(given, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const QString scene = dir.filePath(u"set/street"_qs);
        for (const bool hasMatrices : {true, false}) {
            if (!hasMatrices)
                QVERIFY(QDir(scene + u"/lidar_pose"_qs).removeRecursively());
            const OpenedData data = opened(dir.filePath(u"set"_qs));
            QCOMPARE(data.remarks.filter(u"pose"_qs), QStringList());
            for (const qint64 frame : {1, 2, 3}) {
                const auto& before = given.frames.at({frame}).world_ego;
                const auto& after = data.scene.frames.at({frame}).world_ego;
                QVERIFY(before && after);
                const Eigen::Vector3d place(40, -20, 3);
                QVERIFY((after->m * place - before->m * place).norm() < 1e-6);
            }
        }
    }

    void whatNobodyHasLookedAtIsInterpolated()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"000"_qs, u"001"_qs, u"002"_qs, u"003"_qs})
            writeText(dir.filePath(u"lidar/%1.bin"_qs.arg(name)), QByteArray(160, '\0'));
        const QByteArray byHand = '[' + object + "}]";
        const QByteArray byProgram = '[' + object + ", \"annotator\": \"i\"}]";
        writeText(dir.filePath(u"label/000.json"_qs), byHand);
        writeText(dir.filePath(u"label/001.json"_qs), byProgram);
        writeText(dir.filePath(u"label/002.json"_qs), byHand);
        writeText(dir.filePath(u"label/003.json"_qs), byProgram);
        const OpenedData data = opened(dir.path());
        QString row;
        for (const auto& [id, shape] : data.scene.shapes)
            row += u"Kpi"[int(shape.derivation)];
        QCOMPARE(row, u"KiKp"_qs); // beyond the last one nothing is interpolated
    }

    void idsAreText()
    {
        const QTemporaryDir dir;
        const Scene given = madeUpScene({.frames = 1, .objects = 1}, dir.filePath(u"data"_qs));
        QVERIFY(writeSustech(given, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const QJsonDocument labels = json(dir.filePath(u"set/street/label/000007.json"_qs));
        QVERIFY(labels.isArray());
        QCOMPARE(labels[0][u"obj_id"_qs], QJsonValue(u"1"_qs));
        QCOMPARE(labels[0][u"obj_type"_qs], QJsonValue(u"Car"_qs));
        const Cuboid& cuboid = given.shapes.at({1}).cuboid;
        QCOMPARE(labels[0][u"psr"_qs][u"scale"_qs][u"x"_qs].toDouble(), cuboid.size.x());
        QVERIFY(std::abs(labels[0][u"psr"_qs][u"rotation"_qs][u"z"_qs].toDouble() - cuboid.yaw()) < 1e-12);
    }

    void realBoxesAreWherePeoplePutThem()
    {
        if (realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const OpenedData data = opened(realData() + u"/sustech_example"_qs);
        QCOMPARE(data.scene.shapes.size(), std::size_t(44));
        double worstPlace = 0.0;
        double worstAngle = 0.0;
        for (const auto& [id, frame] : data.scene.frames) {
            const QJsonDocument uniform = json(realData() + u"/sustech_example/uniform/%1.json"_qs.arg(frame.name));
            for (const QJsonValue& box : uniform[u"boxes"_qs].toArray()) {
                const Eigen::Vector3d center(box[u"x"_qs].toDouble(), box[u"y"_qs].toDouble(), box[u"z"_qs].toDouble());
                const Shape* nearest = nullptr;
                for (const ShapeId shapeId : data.scene.shapesOf(id))
                    if (const Shape& shape = data.scene.shapes.at(shapeId);
                        !nearest || (shape.cuboid.center - center).norm() < (nearest->cuboid.center - center).norm())
                        nearest = &shape;
                QVERIFY(nearest);
                worstPlace = std::max(worstPlace, (nearest->cuboid.center - center).norm());
                worstAngle =
                    std::max(worstAngle, std::abs(wrapAngle(nearest->cuboid.yaw() - box[u"yaw"_qs].toDouble())));
            }
        }
        qInfo("worst place %.5f m, worst heading %.4f deg", worstPlace, degrees(worstAngle));
        QVERIFY(worstPlace < 0.01 && worstAngle < radians(0.1));
    }
};

QTEST_GUILESS_MAIN(SustechTest)
#include "tst_Sustech.moc"
