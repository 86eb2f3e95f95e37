#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::writeText;

namespace
{
const QByteArray point(16, '\0');

OpenedData opened(const QString& path)
{
    auto data = openData(path, test::smallTaxonomy());
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class CameraFolderTest : public QObject
{
    Q_OBJECT

    /// Frames 000 and 001 as SUSTechPOINTS lays them out, with two cameras.
    static void writeSustech(const QDir& folder)
    {
        for (const QString& name : {u"000"_qs, u"001"_qs}) {
            writeText(folder.filePath(u"lidar/%1.bin"_qs.arg(name)), point);
            for (const QString& camera : {u"front"_qs, u"left"_qs}) {
                folder.mkpath(u"camera/"_qs + camera);
                QImage(64, 48, QImage::Format_RGB888).save(folder.filePath(u"camera/%1/%2.jpg"_qs.arg(camera, name)));
            }
        }
        writeText(folder.filePath(u"calib/camera/front.json"_qs),
            R"({"extrinsic": [0,-1,0,0.1, 0,0,-1,0.2, 1,0,0,0.3, 0,0,0,1], "intrinsic": [100,0,32, 0,110,24, 0,0,1]})");
        writeText(folder.filePath(u"calib/camera/left.json"_qs), R"({"extrinsic": [1,2], "intrinsic": []})");
    }

private slots:
    void camerasOfSustechPointsAreRead()
    {
        QTemporaryDir folder;
        writeSustech(QDir(folder.path()));
        const OpenedData data = opened(folder.path());
        QCOMPARE(data.scene.frames.size(), 2U);
        const Frame& frame = data.scene.frames.at({2});
        QCOMPARE(frame.images.size(), 2U);
        QCOMPARE(frame.images[0].camera, u"front"_qs);
        QVERIFY(frame.images[0].path.endsWith(u"camera/front/001.jpg"));
        const auto& cameras = data.scene.calibrations.at(frame.calibration).cameras;
        QCOMPARE(cameras.size(), 1U);
        QCOMPARE(cameras[0].model.width_px, 64);
        QCOMPARE(cameras[0].model.height_px, 48);
        // 10 m ahead, 1 m to the left: 0.9 / 10.3 of the focal length left of the middle.
        const auto pixel = cameras[0].model.project(cameras[0].camera_sensor * Point3<SensorFrame>{{10, 1, 0}});
        QVERIFY(pixel);
        QVERIFY((*pixel - Eigen::Vector2d(32 - 100 * 0.9 / 10.3, 24 + 110 * 0.2 / 10.3)).norm() < 1e-9);
        QCOMPARE(data.remarks.size(), 1);
        QVERIFY2(data.remarks[0].contains(u"left.json") && data.remarks[0].contains(u"extrinsic"),
            qPrintable(data.remarks[0]));
    }

    void camerasThatAreMissingAreTold()
    {
        QTemporaryDir folder;
        const QDir root(folder.path());
        writeSustech(root);
        QVERIFY(QFile::remove(root.filePath(u"camera/left/001.jpg"_qs)));
        QVERIFY(QFile::remove(root.filePath(u"calib/camera/left.json"_qs)));
        writeText(root.filePath(u"calib/camera/front.json"_qs), "{");
        writeText(root.filePath(u"camera/notes/readme.txt"_qs), "nothing of a frame");
        const OpenedData data = opened(folder.path());
        QCOMPARE(data.scene.frames.at({1}).images.size(), 2U);
        QCOMPARE(data.scene.frames.at({2}).images.size(), 1U);
        QCOMPARE(data.remarks.size(), 3);
        QVERIFY(data.remarks[0].contains(u"front.json"));
        QVERIFY(data.remarks[1].contains(u"left”: 1"));
        QVERIFY(data.remarks[2].contains(u"no calibration"));
        QVERIFY(data.scene.calibrations.begin()->second.cameras.empty());
    }

    void camerasOfPandaSetAreRead()
    {
        QTemporaryDir folder;
        const QDir root(folder.path());
        for (const QString& name : {u"1"_qs, u"2"_qs}) {
            writeText(root.filePath(u"lidar/%1.bin"_qs.arg(name)), point);
            root.mkpath(u"camera/front_camera"_qs);
            QImage(64, 48, QImage::Format_RGB888).save(root.filePath(u"camera/front_camera/%1.jpg"_qs.arg(name)));
        }
        const QByteArray ahead = R"("heading": {"w": 0.5, "x": -0.5, "y": 0.5, "z": -0.5}})";
        // PandaSet's LiDAR has y forward.
        const QByteArray straight = R"("heading": {"w": 1, "x": 0, "y": 0, "z": -1}})";
        writeText(root.filePath(u"camera/front_camera/intrinsics.json"_qs), R"({"fx":100,"fy":100,"cx":32,"cy":24})");
        writeText(root.filePath(u"camera/front_camera/poses.json"_qs),
            R"([{}, {"position": {"x": 7, "y": 0, "z": 0}, )" + ahead + R"(, {"position": {"x": 8, "y": 0, "z": 0}, )" +
                ahead + "]");
        writeText(root.filePath(u"lidar_poses_world.json"_qs),
            R"([{}, {"position": {"x": 5, "y": 0, "z": 0}, )" + straight + "]");
        const OpenedData data = opened(folder.path());
        const auto& cameras = data.scene.calibrations.at(data.scene.frames.at({1}).calibration).cameras;
        QCOMPARE(cameras.size(), 1U);
        // The camera is 2 m ahead of the LiDAR and looks where that does.
        const auto pixel = cameras[0].model.project(cameras[0].camera_sensor * Point3<SensorFrame>{{12, 1, 0.5}});
        QVERIFY(pixel);
        QVERIFY((*pixel - Eigen::Vector2d(32 - 10, 24 - 5)).norm() < 1e-9);
        QVERIFY(data.scene.calibrations.at(data.scene.frames.at({2}).calibration).cameras.empty());
        QCOMPARE(data.remarks.size(), 2);
        const QString remarks = data.remarks.join(u'\n');
        QVERIFY2(remarks.contains(u"Only 1 of 2 frames have a pose"), qPrintable(remarks));
        QVERIFY2(remarks.contains(u"without calibration"), qPrintable(remarks));
    }
};

QTEST_GUILESS_MAIN(CameraFolderTest)
#include "tst_CameraFolder.moc"
