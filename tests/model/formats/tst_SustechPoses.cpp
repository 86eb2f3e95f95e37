#include "model/formats/EulerAngles.h"
#include "model/formats/JsonFile.h"
#include "model/formats/SustechPoses.h"
#include "model/geometry/Angles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QJsonObject egoPose(double azimuth, double pitch = 0.0, double roll = 0.0)
{
    return {{u"x"_qs, 100.0}, {u"y"_qs, 200.0}, {u"z"_qs, 5.0}, {u"azimuth"_qs, azimuth}, {u"pitch"_qs, pitch},
        {u"roll"_qs, roll}};
}
} // namespace

class SustechPosesTest : public QObject
{
    Q_OBJECT
private slots:
    void azimuthRunsClockwiseFromNorth_data()
    {
        QTest::addColumn<double>("azimuth");
        QTest::addColumn<QList<double>>("behind"); // where 10 m along the LiDAR's y is, which points backwards
        QTest::newRow("north") << 0.0 << QList<double>{100.0, 190.0, 5.4};
        QTest::newRow("east") << 90.0 << QList<double>{90.0, 200.0, 5.4};
        QTest::newRow("south") << 180.0 << QList<double>{100.0, 210.0, 5.4};
    }
    void azimuthRunsClockwiseFromNorth()
    {
        QFETCH(double, azimuth);
        QFETCH(QList<double>, behind);
        const auto pose = fromSustechPose(egoPose(azimuth));
        QVERIFY(pose);
        QVERIFY((*pose * Eigen::Vector3d(0, 10, 0) - Eigen::Vector3d(behind[0], behind[1], behind[2])).norm() < 1e-9);
    }

    void noseUpAndRightSideDown()
    {
        const auto up = fromSustechPose(egoPose(0.0, 90.0)); // what pointed ahead points up
        QVERIFY((up->linear() * Eigen::Vector3d(0, -1, 0) - Eigen::Vector3d(0, 0, 1)).norm() < 1e-9);
        const auto aside = fromSustechPose(egoPose(0.0, 0.0, 90.0)); // what pointed to the right points down
        QVERIFY((aside->linear() * Eigen::Vector3d(-1, 0, 0) - Eigen::Vector3d(0, 0, -1)).norm() < 1e-9);
    }

    void everyPoseComesBack_data()
    {
        QTest::addColumn<QList<double>>("angles");
        QTest::newRow("level") << QList<double>{0.0, 0.0, 0.0};
        QTest::newRow("any") << QList<double>{0.1, -0.2, 2.5};
        QTest::newRow("straight up") << QList<double>{std::numbers::pi / 2, 0.0, 1.0};
        QTest::newRow("on its side") << QList<double>{0.0, std::numbers::pi / 2, -1.0};
    }
    void everyPoseComesBack()
    {
        QFETCH(QList<double>, angles);
        Eigen::Isometry3d pose(fromAnglesZxy({angles[0], angles[1], angles[2]}));
        pose.translation() = Eigen::Vector3d(512'345.678, 4'312'345.25, 51.5); // of a map's size
        for (const QJsonObject& said : {sustechEgoPose(pose), sustechLidarPose(pose)}) {
            const auto back = fromSustechPose(QJsonDocument::fromJson(jsonText(said)).object());
            QVERIFY(back);
            QVERIFY2(back->isApprox(pose, 1e-12), jsonText(said));
        }
        const double azimuth = sustechEgoPose(pose)[u"azimuth"_qs].toDouble();
        QVERIFY(azimuth >= 0.0 && azimuth < 360.0 + 1e-9);
    }

    void numbersMayBeText()
    {
        QJsonObject pose = egoPose(90.0);
        for (const QString& key : pose.keys())
            pose[key] = QString::number(pose[key].toDouble());
        QVERIFY(fromSustechPose(pose)->isApprox(*fromSustechPose(egoPose(90.0)), 1e-12));
    }

    void whatIsNoPoseIsSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("[\n{]");
        QTest::newRow("no angles") << QByteArray(R"({"x": 1, "y": 2, "z": 3})");
        QTest::newRow("words") << QByteArray(R"({"x": "a", "y": 2, "z": 3, "azimuth": 0, "pitch": 0, "roll": 0})");
        QTest::newRow("15 numbers") << QByteArray(R"({"lidarPose": [1,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0]})");
        QTest::newRow("a mirror") << QByteArray(R"({"lidarPose": [-1,0,0,0, 0,1,0,0, 0,0,1,0, 0,0,0,1]})");
    }
    void whatIsNoPoseIsSaid()
    {
        QFETCH(QByteArray, text);
        const QTemporaryDir dir;
        Scene scene = tinyScene(dir.filePath(u"data"_qs));
        for (const QString& name : {u"000007"_qs, u"000008"_qs})
            writeText(dir.filePath(u"ego_pose/%1.json"_qs.arg(name)), text);
        writeText(dir.filePath(u"ego_pose/000009.json"_qs), jsonText(egoPose(0.0)));
        QStringList remarks;
        QVERIFY(setSustechPoses(dir.path(), scene, remarks));
        QCOMPARE(remarks.size(), 2);
        QVERIFY2(remarks[0].contains(u"ego_pose/000007.json”"_qs), qPrintable(remarks[0]));
        QVERIFY2(remarks[1].endsWith(u": 1."_qs), qPrintable(remarks[1]));
        QVERIFY(!scene.frames.at({1}).world_ego && scene.frames.at({3}).world_ego);
    }

    void foldersThatAreNotThereSayNothing()
    {
        const QTemporaryDir dir;
        Scene scene = tinyScene(dir.filePath(u"data"_qs));
        QStringList remarks;
        QVERIFY(!setSustechPoses(dir.path(), scene, remarks));
        QVERIFY(remarks.isEmpty());
    }
};

QTEST_GUILESS_MAIN(SustechPosesTest)
#include "tst_SustechPoses.moc"
