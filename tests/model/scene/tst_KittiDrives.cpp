#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DatasetTrees.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
const QByteArray point(16, '\0');
const QString drive = QStringLiteral("2011_09_26/2011_09_26_drive_0001_sync");
const QString extract = QStringLiteral("2011_09_26/2011_09_26_drive_0001_extract");

/// A day with one drive of frames 0 and 2, all numbers by hand: the LiDAR is 1 m ahead of the inertial unit, the camera
/// 0.3 m ahead of the LiDAR.
void writeDay(const QDir& root, const QString& name = drive)
{
    const QDir day(root.filePath(u"2011_09_26"_qs));
    writeText(day.filePath(u"calib_velo_to_cam.txt"_qs),
        "calib_time: 15-Mar-2012 11:37:16\nR: 0 -1 0 0 0 -1 1 0 0\nT: 0 0 -0.3\ndelta_f: 0 0\n");
    writeText(day.filePath(u"calib_imu_to_velo.txt"_qs), "R: 1 0 0 0 1 0 0 0 1\nT: -1 0 0\n");
    QByteArray cameras = "calib_time: 09-Jan-2012 13:57:47\nR_rect_00: 1 0 0 0 1 0 0 0 1\n";
    for (int i = 0; i < 4; ++i) {
        const QByteArray n = "_0" + QByteArray::number(i) + ": ";
        cameras += "P_rect" + n + "700 0 600 " + QByteArray::number(-97 * i) + " 0 700 180 0 0 0 1 0\n";
        cameras += "K" + n + "900 0 690 0 910 250 0 0 1\nD" + n + "-0.3 0.1 0.001 0.002 -0.05\n";
        cameras += "R" + n + "1 0 0 0 1 0 0 0 1\nT" + n + QByteArray::number(-0.5 * i) + " 0 0\n";
    }
    writeText(day.filePath(u"calib_cam_to_cam.txt"_qs), cameras);
    const QDir folder(root.filePath(name));
    for (const QString& number : {u"0000000000"_qs, u"0000000002"_qs})
        writeText(folder.filePath(u"velodyne_points/data/%1.bin"_qs.arg(number)), point);
    writeText(folder.filePath(u"velodyne_points/timestamps.txt"_qs),
        "2011-09-26 13:02:25.964389445\n\n2011-09-26 13:02:26.171117000\n"); // nothing of the scan that is missing
    for (const char16_t* camera : {u"image_02", u"image_03"})
        writeText(folder.filePath(QString::fromUtf16(camera) + u"/data/0000000000.png"_qs), "no picture");
    // Heading north; a hundred-thousandth of a degree is 1.11319 m.
    writeText(folder.filePath(u"oxts/data/0000000000.txt"_qs), "49.0 8.4 110 0 0 1.5707963267948966 0 0\n");
    writeText(folder.filePath(u"oxts/data/0000000001.txt"_qs), "49.000005 8.4 110 0 0 1.5707963267948966 0 0\n");
    writeText(folder.filePath(u"oxts/data/0000000002.txt"_qs), "49.00001 8.4 110.5 0 0 1.5707963267948966 0 0\n");
    writeText(folder.filePath(u"tracklet_labels.xml"_qs), R"(<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>
<!DOCTYPE boost_serialization>
<boost_serialization signature="serialization::archive" version="9">
<tracklets class_id="0" tracking_level="0" version="0"><count>1</count><item_version>1</item_version>
<item class_id="1" tracking_level="0" version="1"><objectType>Car</objectType><h>1.6</h><w>1.8</w><l>4.2</l>
<first_frame>0</first_frame><poses class_id="2" tracking_level="0" version="0"><count>3</count><item_version>2</item_version>
<item class_id="3" tracking_level="0" version="2"><tx>10</tx><ty>2</ty><tz>-1.7</tz><rx>0</rx><ry>0</ry><rz>0.5</rz><state>2</state><occlusion>0</occlusion><occlusion_kf>0</occlusion_kf><truncation>0</truncation></item>
<item><tx>10.5</tx><ty>2</ty><tz>-1.7</tz><rx>0</rx><ry>0</ry><rz>0.5</rz><state>1</state><occlusion>0</occlusion><occlusion_kf>0</occlusion_kf><truncation>0</truncation></item>
<item><tx>11</tx><ty>2</ty><tz>-1.7</tz><rx>0</rx><ry>0</ry><rz>0.6</rz><state>2</state><occlusion>1</occlusion><occlusion_kf>0</occlusion_kf><truncation>0</truncation></item>
</poses><finished>1</finished></item></tracklets></boost_serialization>
)");
}

OpenedData opened(const QString& path)
{
    auto data = openData(path, smallTaxonomy());
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}

bool isAt(const Frame& frame, const Eigen::Vector3d& place)
{
    return (frame.world_ego.value().m.translation() - place).norm() < 1e-4;
}
} // namespace

class KittiDrivesTest : public QObject
{
    Q_OBJECT
private slots:
    void driveIsOpenedFromItsFolderAndThoseAbove_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("drive") << drive;
        QTest::newRow("day") << u"2011_09_26"_qs;
        QTest::newRow("above the days") << u"."_qs;
    }
    void driveIsOpenedFromItsFolderAndThoseAbove()
    {
        QFETCH(QString, path);
        const QTemporaryDir dir;
        writeDay(QDir(dir.path()));
        const OpenedData data = opened(QDir::cleanPath(dir.filePath(path)));
        const Scene& scene = data.scene;
        QCOMPARE(data.layout, u"KITTI raw"_qs);
        QCOMPARE(scene.sequences.at({1}).name, u"2011_09_26_drive_0001_sync"_qs);
        QCOMPARE(scene.frames.size(), std::size_t(2));
        const Frame& first = scene.frames.at({1});
        const Frame& last = scene.frames.at({2});
        QVERIFY(isAt(first, {0, 1, 0}));
        QVERIFY(isAt(last, {0, 2.113195, 0.5}));
        QVERIFY((last.world_ego->m.linear() * Eigen::Vector3d::UnitX() - Eigen::Vector3d::UnitY()).norm() < 1e-9);
        QCOMPARE(first.timestamp_ns.value(), 1317042145964389445);
        QCOMPARE(last.timestamp_ns.value(), 1317042146171117000);
    }

    void trackletsAreTheBoxesOfTheNumberedFrames()
    {
        const QTemporaryDir dir;
        writeDay(QDir(dir.path()));
        const OpenedData data = opened(dir.filePath(drive));
        QCOMPARE(data.scene.shapes.size(), std::size_t(2));
        const Shape& last = data.scene.shapes.at({2});
        QCOMPARE(last.frame, FrameId{2});
        QCOMPARE(last.track, TrackId{1});
        QVERIFY((last.cuboid.center - Eigen::Vector3d(11, 2, -0.9)).norm() < 1e-9);
        QCOMPARE(last.cuboid.size, Eigen::Vector3d(4.2, 1.8, 1.6));
        QVERIFY(std::abs(last.cuboid.yaw() - 0.6) < 1e-9);
        QCOMPARE(last.attributes.at(u"occlusion"_qs), QJsonValue(u"1"_qs));
        QVERIFY2(data.remarks.filter(u"Objects of frames that the project does not have"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void camerasSeeWhereTheNumbersSay()
    {
        const QTemporaryDir dir;
        writeDay(QDir(dir.path()));
        const Scene scene = opened(dir.filePath(drive)).scene;
        const auto& cameras = scene.calibrations.begin()->second.cameras;
        QCOMPARE(cameras.size(), std::size_t(2));
        QCOMPARE(cameras[1].name, u"image_3"_qs);
        QCOMPARE(scene.frames.at({1}).images.size(), std::size_t(2));
        // 10.3 m ahead of the LiDAR, 1 m to the left: 10 m ahead of the camera.
        const auto pixel = cameras[1].model.project(cameras[1].camera_sensor * Point3<SensorFrame>{{10.3, 1, 0}});
        QVERIFY((pixel.value() - Eigen::Vector2d(600 - 70 - 29.1, 180)).norm() < 1e-9);
    }

    void picturesThatWereNotRectifiedHaveTheirOwnLens()
    {
        const QTemporaryDir dir;
        writeDay(QDir(dir.path()), extract);
        const Scene scene = opened(dir.path()).scene;
        const Camera& camera = scene.calibrations.begin()->second.cameras.at(1);
        QCOMPARE(int(camera.model.lens.kind()), int(Lens::Kind::BrownConrady));
        QCOMPARE(camera.model.lens.coefficients()[3], 0.002);
        // On the axis of the camera, 1.5 m to the right of camera 0.
        const auto pixel = camera.model.project(camera.camera_sensor * Point3<SensorFrame>{{10.3, -1.5, 0}});
        QVERIFY((pixel.value() - Eigen::Vector2d(690, 250)).norm() < 1e-9);
    }

    /// There each sensor counts for itself, and only the moments say what belongs together.
    void extractsAreMatchedByTime()
    {
        const QTemporaryDir dir;
        writeDay(QDir(dir.path()), extract);
        const QDir folder(dir.filePath(extract));
        for (const QString& number : {u"0000000000"_qs, u"0000000001"_qs, u"0000000002"_qs})
            writeText(folder.filePath(u"image_02/data/%1.png"_qs.arg(number)), "no picture");
        writeText(folder.filePath(u"image_02/timestamps.txt"_qs),
            "2011-09-26 13:02:25.80\n2011-09-26 13:02:25.97\n2011-09-26 13:02:26.40\n");
        writeText(folder.filePath(u"oxts/timestamps.txt"_qs),
            "2011-09-26 13:02:25.95\n2011-09-26 13:02:25.96\n2011-09-26 13:02:26.18\n");
        const OpenedData data = opened(dir.path());
        const Frame& first = data.scene.frames.at({1});
        const Frame& last = data.scene.frames.at({2});
        QCOMPARE(first.images.size(), std::size_t(1));
        QVERIFY(first.images.front().path.endsWith(u"image_02/data/0000000001.png"));
        QVERIFY2(last.images.empty(), "the nearest picture is 0.2 s away");
        QVERIFY(isAt(first, {0, 1.556598, 0})); // that of number 1
        QVERIFY(isAt(last, {0, 2.113195, 0.5}));
        // image_03 has no times.
        const auto says = [&data](const QString& words) { return data.remarks.filter(words).size() == 1; };
        QVERIFY2(says(u"image_02/data”: 1"_qs) && says(u"image_03” was left out: without its times"_qs),
            qPrintable(data.remarks.join(u'\n')));
    }

    void whatIsMissingIsSaidAndTheRestIsKept()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        writeDay(root);
        QVERIFY(QFile::remove(root.filePath(u"2011_09_26/calib_imu_to_velo.txt"_qs)));
        writeText(root.filePath(u"2011_09_26/calib_cam_to_cam.txt"_qs), "P_rect_00: 1 2 3\n");
        writeText(root.filePath(drive + u"/tracklet_labels.xml"_qs), "<boost_serialization><tracklets><item>");
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.scene.frames.size(), std::size_t(2));
        QVERIFY(!data.scene.frames.at({1}).world_ego);
        QVERIFY(data.scene.frames.at({1}).timestamp_ns);
        const auto says = [&data](const QString& words) { return data.remarks.filter(words).size() == 1; };
        QVERIFY2(says(u"calib_imu_to_velo.txt”"_qs) && says(u"P_rect_00"_qs) &&
                     says(u"tracklet_labels.xml”, line"_qs) && says(u"oxts/data” was left out"_qs),
            qPrintable(data.remarks.join(u'\n')));
    }

    void calibrationIsMissedOnceAndOnlyWherePicturesNeedIt()
    {
        const QTemporaryDir dir;
        const QString cloud = dir.filePath(u"set/drive/velodyne_points/data/0000000000.bin"_qs);
        writeText(cloud, point);
        QCOMPARE(opened(dir.filePath(u"set"_qs)).remarks, QStringList());
        writeText(dir.filePath(u"set/drive/image_00/data/0000000000.png"_qs), "no picture");
        const QStringList remarks = opened(dir.filePath(u"set"_qs)).remarks.filter(u"calib"_qs);
        QCOMPARE(remarks.size(), 1);
        QVERIFY2(remarks[0].contains(u"set” holds no calibration"_qs), qPrintable(remarks[0]));
    }
};

QTEST_GUILESS_MAIN(KittiDrivesTest)
#include "tst_KittiDrives.moc"
