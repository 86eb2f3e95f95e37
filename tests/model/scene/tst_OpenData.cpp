#include "model/formats/KittiCalibration.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "model/scene/SequenceFiles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Support.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::writeText;

namespace
{
const QByteArray point(16, '\0');
const QByteArray car = "Car 0.25 2 0.00 1 2 3 4 1.6 1.8 4.0 -2.0 1.8 10.0 -1.570796\n";

QByteArray calibration()
{
    return formatKittiCalibration(KittiCalibration::withoutCamera());
}

QStringList namesOf(const Scene& scene)
{
    QStringList result;
    for (const FrameId id : scene.frameOrder())
        result.push_back(scene.frames.at(id).name);
    return result;
}

/// Frames 000000 and 000001 with everything that KITTI has.
void writeKitti(const QDir& folder)
{
    for (const QString& name : {u"000000"_qs, u"000001"_qs}) {
        writeText(folder.filePath(u"velodyne/%1.bin"_qs.arg(name)), point);
        writeText(folder.filePath(u"calib/%1.txt"_qs.arg(name)), calibration());
        writeText(folder.filePath(u"label_2/%1.txt"_qs.arg(name)), car);
        folder.mkpath(u"image_2"_qs);
        QImage(320, 100, QImage::Format_RGB888).save(folder.filePath(u"image_2/%1.png"_qs.arg(name)));
    }
}

OpenedData opened(const QString& path)
{
    auto data = openData(path, test::smallTaxonomy());
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class OpenDataTest : public QObject
{
    Q_OBJECT
private slots:
    void kittiFolderIsOpened_data()
    {
        QTest::addColumn<QString>("inside");
        QTest::newRow("the folder itself") << QString();
        QTest::newRow("the folder above training") << u"training"_qs;
    }
    void kittiFolderIsOpened()
    {
        QFETCH(QString, inside);
        const QTemporaryDir dir;
        const QDir folder(dir.filePath(inside));
        writeKitti(folder);
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.remarks, QStringList());
        QCOMPARE(namesOf(data.scene), (QStringList{u"000000"_qs, u"000001"_qs}));
        const Frame& frame = data.scene.frames.at({1});
        QCOMPARE(frame.cloudPath, folder.filePath(u"velodyne/000000.bin"_qs));
        QCOMPARE(frame.images.front().path, folder.filePath(u"image_2/000000.png"_qs));
        QVERIFY(!frame.timestamp_ns && !frame.world_ego);

        QCOMPARE(data.scene.calibrations.size(), std::size_t(1));
        const Calibration& shared = data.scene.calibrations.at(frame.calibration);
        QCOMPARE(shared.sensorOrigin, std::optional(Eigen::Vector3d(0, 0, 0)));
        QCOMPARE(shared.cameras.front().name, u"image_2"_qs);
        QCOMPARE(shared.cameras.front().model.width_px, 320);
        QCOMPARE(data.scene.frames.at({2}).calibration, frame.calibration);
    }

    void labelsBecomeShapes()
    {
        const QTemporaryDir dir;
        writeKitti(QDir(dir.path()));
        const Scene scene = opened(dir.path()).scene;
        QCOMPARE(scene.shapes.size(), std::size_t(2));
        const Shape& shape = scene.shapes.at({1});
        QVERIFY(shape.cuboid.center.isApprox(Eigen::Vector3d(10, 2, -1), 1e-9));
        QCOMPARE(shape.cuboid.size, Eigen::Vector3d(4, 1.8, 1.6));
        QVERIFY(std::abs(shape.cuboid.yaw()) < 1e-6);
        QCOMPARE(int(shape.origin), int(ShapeOrigin::Imported));
        QCOMPARE(shape.attributes.at(u"occlusion"_qs), QJsonValue(u"2"_qs));
        QCOMPARE(shape.attributes.at(u"truncation"_qs), QJsonValue(0.25));
        // No track ids in KITTI object: each label is an object of its own.
        QCOMPARE(scene.tracks.at({1}).number, 1);
        QCOMPARE(scene.tracks.at({2}).number, 2);
        QVERIFY(scene.shapes.at({2}).track != shape.track);
    }

    void whatIsDamagedBecomesARemark_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<int>("shapes");
        QTest::newRow("label line")
            << u"label_2/000000.txt"_qs << "Car 1 2\n" + car
            << u"“%1/label_2/000000.txt”, line 1: a label of 15 fields was expected, but there are 3."_qs << 2;
        QTest::newRow("calibration")
            << u"calib/000000.txt"_qs << QByteArray("P2: 1 2\n")
            << u"“%1/calib/000000.txt”, line 1: “P2:” should be followed by 12 numbers, but there are 2."_qs << 1;
        QTest::newRow("unknown class") << u"label_2/000000.txt"_qs << QByteArray(car).replace("Car", "Tram")
                                       << u"The class “Tram” is not in the taxonomy; objects keep it as it is: 1."_qs
                                       << 2;
        QTest::newRow("region") << u"label_2/000000.txt"_qs
                                << car + "DontCare -1 -1 -10 1 2 3 4 -1 -1 -1 -1000 -1000 -1000 -10\n"
                                << u"Regions “DontCare” have no 3D box and were left out: 1."_qs << 2;
        QTest::newRow("poses, one too few") << u"poses.txt"_qs << QByteArray("1 0 0 0 0 1 0 0 0 0 1 0\n")
                                            << u"“%1/poses.txt” has 1 lines for 2 frames, so it was left out."_qs << 2;
        QTest::newRow("pose")
            << u"poses.txt"_qs << QByteArray("1 0 0\n1 0 0\n")
            << u"“%1/poses.txt”, line 1: a pose of 12 numbers was expected: three rows of a rotation and a place."_qs
            << 2;
        QTest::newRow("times") << u"times.txt"_qs << QByteArray("0\n1\n2\n")
                               << u"“%1/times.txt” has 3 lines for 2 frames, so it was left out."_qs << 2;
    }
    void whatIsDamagedBecomesARemark()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, text);
        QFETCH(QString, remark);
        QFETCH(int, shapes);
        const QTemporaryDir dir;
        writeKitti(QDir(dir.path()));
        writeText(dir.filePath(file), text);
        const OpenedData data = opened(dir.path());
        const QString sentence = remark.contains(u"%1"_qs) ? remark.arg(dir.path()) : remark;
        QVERIFY2(data.remarks.contains(sentence), qPrintable(data.remarks.join(u'\n')));
        QCOMPARE(int(data.scene.shapes.size()), shapes);
        QCOMPARE(int(data.scene.frames.size()), 2);
        for (const auto& [id, frame] : data.scene.frames)
            QVERIFY(data.scene.calibrations.count(frame.calibration) == 1);
    }

    void calibrationsAreSharedByContent()
    {
        const QTemporaryDir dir;
        writeKitti(QDir(dir.path()));
        writeText(dir.filePath(u"velodyne/000002.bin"_qs), point);
        KittiCalibration other = KittiCalibration::withoutCamera();
        other.camera_lidar(0, 3) = 0.5;
        writeText(dir.filePath(u"calib/000002.txt"_qs), formatKittiCalibration(other));
        writeText(dir.filePath(u"velodyne/000003.bin"_qs), point); // with no calib at all
        const Scene scene = opened(dir.path()).scene;
        const auto of = [&scene](int frame) { return scene.frames.at({frame}).calibration; };
        QCOMPARE(scene.calibrations.size(), std::size_t(3));
        QCOMPARE(of(1), of(2));
        QVERIFY(of(3) != of(1));
        QVERIFY(scene.calibrations.at(of(4)).cameras.empty());
    }

    void cloudsComeInNaturalOrder()
    {
        const QTemporaryDir dir;
        for (const QString& name :
            {u"10.pcd"_qs, u"2.pcd"_qs, u"0.bin"_qs, u"0.pcd"_qs, u"notes.doc"_qs, u"7.pcd.bin"_qs})
            writeText(dir.filePath(name), "x");
        const Scene scene = opened(dir.path()).scene;
        QCOMPARE(namesOf(scene).join(u' '), u"0.bin 0.pcd 2 7 10"_qs);
        QCOMPARE(scene.frames.at({3}).index, 2);
        QVERIFY(!scene.calibrations.at(scene.frames.at({1}).calibration).sensorOrigin);
    }

    void textBesideOtherCloudsIsSomethingElse()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"lidar/1.pcd"_qs, u"lidar/1.txt"_qs, u"labels/1.txt"_qs, u"times.txt"_qs})
            writeText(dir.filePath(name), "1\n");
        QCOMPARE(namesOf(opened(dir.path()).scene).join(u' '), u"1"_qs);
        QCOMPARE(namesOf(opened(dir.filePath(u"labels"_qs)).scene).join(u' '), u"1"_qs);
    }

    void notesDoNotTakeOverAFolder()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"lidar/1.pcd"_qs, u"notes.txt"_qs, u"list.csv"_qs})
            writeText(dir.filePath(name), "1\n");
        QCOMPARE(opened(dir.path()).scene.frames.at({1}).cloudPath, dir.filePath(u"lidar/1.pcd"_qs));
        // Clouds as text stay what they are.
        for (const QString& name : {u"text/1.xyz"_qs, u"text/old/1.pcd"_qs})
            writeText(dir.filePath(name), "1 2 3\n");
        QCOMPARE(opened(dir.filePath(u"text"_qs)).scene.frames.at({1}).cloudPath, dir.filePath(u"text/1.xyz"_qs));
    }

    void recordingsBesideCloudsAreLeftAlone()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"1.pcd"_qs), "x");
        writeText(dir.filePath(u"rec.mcap"_qs), "x");
        QVERIFY(!isBagAt(dir.path()));
        QCOMPARE(namesOf(opened(dir.path()).scene).join(u' '), u"1"_qs);
        writeText(dir.filePath(u"bag/rec.mcap"_qs), "x");
        writeText(dir.filePath(u"bag/readme.txt"_qs), "x");
        QVERIFY(isBagAt(dir.filePath(u"bag"_qs)));
        const auto bag = openData(dir.filePath(u"bag"_qs), {});
        QVERIFY(!bag && bag.error().sentence.contains(u"MCAP"));
    }

    void scenesAreTheirLidar()
    {
        const QTemporaryDir dir;
        for (const QString& scene : {u"a"_qs, u"b"_qs})
            for (const QString& name : {u"lidar/1.pcd"_qs, u"radar/1.pcd"_qs, u"about.txt"_qs})
                writeText(dir.filePath(scene + u'/' + name), "x");
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.sequences, (QStringList{u"a"_qs, u"b"_qs}));
        QCOMPARE(data.scene.frames.at({2}).cloudPath, dir.filePath(u"b/lidar/1.pcd"_qs));
        QVERIFY2(data.remarks.isEmpty(), qPrintable(data.remarks.join(u'\n')));
    }

    void camerasAreChosen_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QStringList>("images");
        QTest::newRow("one") << QStringList{u"front"_qs} << QStringList{u"front"_qs};
        QTest::newRow("none") << QStringList() << QStringList();
    }
    void camerasAreChosen()
    {
        QFETCH(QStringList, wanted);
        const QTemporaryDir dir;
        writeText(dir.filePath(u"lidar/1.bin"_qs), point);
        for (const QString& camera : {u"front"_qs, u"left"_qs}) {
            writeText(dir.filePath(u"camera/%1/1.jpg"_qs.arg(camera)), "x");
            writeText(dir.filePath(u"calib/camera/%1.json"_qs.arg(camera)),
                R"({"extrinsic": [0,-1,0,0, 0,0,-1,0, 1,0,0,0, 0,0,0,1], "intrinsic": [100,0,32, 0,110,24, 0,0,1]})");
        }
        const auto data = openData(dir.path(), test::smallTaxonomy(), {}, {.cameras = wanted});
        QVERIFY(data);
        QStringList images;
        for (const FrameImage& image : data->scene.frames.at({1}).images)
            images.push_back(image.camera);
        QTEST(images, "images");
        QCOMPARE(data->scene.calibrations.begin()->second.cameras.size(), std::size_t(wanted.size()));
        const auto none = openData(dir.path(), test::smallTaxonomy(), {}, {.cameras = QStringList{u"rear"_qs}});
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, u"There is no camera “rear”; there are: front, left."_qs);
    }

    void folderAboveOneFolderOfCloudsWillDo()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"lidar/1.pcd"_qs), "x");
        writeText(dir.filePath(u"camera/1.jpg"_qs), "x");
        writeText(dir.filePath(u"times.txt"_qs), "12.5\n");
        const Scene scene = opened(dir.path()).scene;
        QCOMPARE(scene.frames.at({1}).cloudPath, dir.filePath(u"lidar/1.pcd"_qs));
        QCOMPARE(scene.frames.at({1}).timestamp_ns, std::optional<qint64>(12'500'000'000));
    }

    void singleCloudIsASequenceOfOne()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"1532402927647951.pcd"_qs), "x");
        writeText(dir.filePath(u"other.pcd"_qs), "x");
        const Scene scene = opened(dir.filePath(u"1532402927647951.pcd"_qs)).scene;
        QCOMPARE(scene.frames.size(), std::size_t(1));
        QCOMPARE(scene.frames.at({1}).timestamp_ns, std::optional<qint64>(1532402927647951000));
    }

    void posesAreTheLidars()
    {
        const QTemporaryDir dir;
        writeKitti(QDir(dir.path()));
        writeText(dir.filePath(u"poses.txt"_qs), "1 0 0 0 0 1 0 0 0 0 1 0\n0 -1 0 5 1 0 0 6 0 0 1 7\n");
        const Scene scene = opened(dir.path()).scene;
        QVERIFY(scene.frames.at({2}).world_ego);
        const Eigen::Vector3d ahead = (*scene.frames.at({2}).world_ego * Point3<EgoFrame>{{1, 0, 0}}).v;
        QVERIFY(ahead.isApprox(Eigen::Vector3d(5, 7, 7), 1e-12));
    }

    void framesWithoutATimeGetOneBetweenTheOthers_data()
    {
        QTest::addColumn<QStringList>("have");
        QTest::addColumn<QStringList>("become");
        const auto row = [](const char* name, const char* have, const char* become) {
            QTest::newRow(name) << QString::fromLatin1(have).split(u' ') << QString::fromLatin1(become).split(u' ');
        };
        row("all", "5 6 8", "5 6 8");
        row("none", "- - -", "- - -");
        row("between", "10 - 20 - - 50", "10 15 20 30 40 50");
        row("before and after", "- 10 20 -", "0 10 20 30");
        row("only one", "- 700000000 -", "600000000 700000000 800000000");
        row("an epoch", "1532402927647951001 - 1532402927647951003",
            "1532402927647951001 1532402927647951002 1532402927647951003");
    }
    void framesWithoutATimeGetOneBetweenTheOthers()
    {
        QFETCH(QStringList, have);
        QFETCH(QStringList, become);
        std::map<FrameId, Frame> frames;
        std::vector<FrameId> ids;
        for (const QString& time : have) {
            ids.push_back({std::ssize(ids) + 1});
            if (time != u"-")
                frames[ids.back()].timestamp_ns = time.toLongLong();
            else
                frames[ids.back()];
        }
        spreadTimes(ids, frames);
        QStringList seen;
        for (const FrameId id : ids)
            seen << (frames.at(id).timestamp_ns ? QString::number(*frames.at(id).timestamp_ns) : u"-"_qs);
        QCOMPARE(seen, become);
    }

    void missingTimesAreSaid()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"0"_qs, u"1"_qs, u"2"_qs})
            writeText(dir.filePath(u"lidar/%1.bin"_qs.arg(name)), point);
        writeText(dir.filePath(u"lidar_timestamps.json"_qs), "[1000.0, 1000.1]");
        const QByteArray pose =
            R"({"position": {"x": 0, "y": 5, "z": 0}, "heading": {"w": 1, "x": 0, "y": 0, "z": 0}})";
        writeText(dir.filePath(u"lidar_poses_world.json"_qs), "[" + pose + "," + pose + "]");
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.scene.frames.at({3}).timestamp_ns.value_or(0), qint64(1000'200'000'000));
        QVERIFY2(data.remarks.contains(u"Only 2 of 3 frames have a time; the others were put evenly between them."_qs),
            qPrintable(data.remarks.join(u'\n')));
    }

    void posesThatNotAllFramesHaveAreLeftOut()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"0"_qs, u"1"_qs, u"2"_qs})
            writeText(dir.filePath(u"lidar/%1.bin"_qs.arg(name)), point);
        const QByteArray pose =
            R"({"position": {"x": 900, "y": 5, "z": 0}, "heading": {"w": 1, "x": 0, "y": 0, "z": 0}})";
        const auto openedWith = [&dir](const QByteArray& poses) {
            writeText(dir.filePath(u"lidar_poses_world.json"_qs), poses);
            return opened(dir.path());
        };
        const OpenedData whole = openedWith("[" + pose + "," + pose + "," + pose + "]");
        QVERIFY2(whole.remarks.isEmpty(), qPrintable(whole.remarks.join(u'\n')));
        for (const auto& [id, frame] : whole.scene.frames)
            QVERIFY(frame.world_ego);
        const OpenedData partial = openedWith("[" + pose + ", {}, " + pose + "]");
        for (const auto& [id, frame] : partial.scene.frames)
            QVERIFY(!frame.world_ego);
        QCOMPARE(partial.remarks.join(u'\n'), u"Only 2 of 3 frames have a pose, so poses were left out: objects are "
                                              u"followed in the sensor’s frame."_qs);
    }

    void sequencesWithoutTheirPosesAreNamed()
    {
        const QTemporaryDir dir;
        for (const QString& scene : {u"a"_qs, u"b"_qs})
            for (const QString& name : {u"0"_qs, u"1"_qs})
                writeText(dir.filePath(scene + u"/lidar/%1.bin"_qs.arg(name)), point);
        writeText(dir.filePath(u"b/lidar_poses_world.json"_qs),
            R"([{"position": {"x": 9, "y": 5, "z": 0}, "heading": {"w": 1, "x": 0, "y": 0, "z": 0}}])");
        const QStringList remarks = opened(dir.path()).remarks;
        QVERIFY2(remarks.size() == 1 && remarks[0].startsWith(u"“b”: Only 1 of 2 frames have a pose"),
            qPrintable(remarks.join(u'\n')));
    }

    void odometryPosesAreTheCameras()
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"velodyne/0.bin"_qs), point);
        writeText(
            dir.filePath(u"calib.txt"_qs), "P2: 700 0 600 0 0 700 180 0 0 0 1 0\nTr: 0 -1 0 0 0 0 -1 0 1 0 0 0\n");
        writeText(dir.filePath(u"poses.txt"_qs), "1 0 0 0 0 1 0 0 0 0 1 3\n"); // 3 m along the camera's z
        const Scene scene = opened(dir.path()).scene;
        QVERIFY(scene.frames.at({1}).world_ego->m.translation().isApprox(Eigen::Vector3d(3, 0, 0), 1e-12));
        writeText(dir.filePath(u"calib.txt"_qs), "Tr: 1 2 3\n");
        const OpenedData damaged = opened(dir.path());
        QVERIFY(!damaged.scene.frames.at({1}).world_ego);
        QVERIFY2(
            damaged.remarks.filter(u"poses.txt” was left out"_qs).size() == 1, qPrintable(damaged.remarks.join(u'\n')));
    }

    void whatCannotBeOpenedIsOneSentence_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("missing") << u"nowhere"_qs << u"“%1” does not exist."_qs;
        QTest::newRow("empty folder") << u"empty"_qs << u"The folder “%1” holds no point clouds ("_qs;
        QTest::newRow("not a cloud") << u"letter.doc"_qs
                                     << u"“%1” is no point cloud: its name should end in one of "_qs;
        QTest::newRow("several folders")
            << u"two"_qs << u"“%1” holds several folders with point clouds (a, b): choose one of them."_qs;
        QTest::newRow("empty velodyne") << u"kitti"_qs << u"The folder “%1/velodyne” holds no point clouds ("_qs;
    }
    void whatCannotBeOpenedIsOneSentence()
    {
        QFETCH(QString, path);
        QFETCH(QString, sentence);
        const QTemporaryDir dir;
        QDir(dir.path()).mkpath(u"empty"_qs);
        QDir(dir.path()).mkpath(u"kitti/velodyne"_qs);
        writeText(dir.filePath(u"letter.doc"_qs), "x");
        writeText(dir.filePath(u"two/a/1.pcd"_qs), "x");
        writeText(dir.filePath(u"two/b/1.pcd"_qs), "x");
        const auto data = openData(dir.filePath(path), {});
        QVERIFY(!data);
        QVERIFY2(data.error().sentence.startsWith(sentence.arg(dir.filePath(path))), qPrintable(data.error().sentence));
    }

    void openingCanBeCancelled()
    {
        const QTemporaryDir dir;
        writeKitti(QDir(dir.path()));
        const Progress progress;
        progress.cancel();
        QVERIFY(!openData(dir.path(), {}, progress));
    }

    void realKittiBoxesAreWherePeoplePutThem()
    {
        const QDir real(test::realData());
        if (test::realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const OpenedData data = opened(real.filePath(u"kitti_object"_qs));
        QCOMPARE(data.scene.frames.size(), std::size_t(4));
        double worstPlace = 0.0;
        double worstAngle = 0.0;
        int compared = 0;
        for (const auto& [id, frame] : data.scene.frames) {
            QFile file(real.filePath(u"kitti_object/uniform/%1.json"_qs.arg(frame.name)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonDocument json = QJsonDocument::fromJson(file.readAll());
            const QJsonArray boxes = json.isArray() ? json.array() : json[u"boxes"_qs].toArray();
            for (const ShapeId shapeId : data.scene.shapesOf(id)) {
                const Cuboid& cuboid = data.scene.shapes.at(shapeId).cuboid;
                double nearest = 1e9;
                for (const QJsonValue& box : boxes) {
                    const Eigen::Vector3d center(
                        box[u"x"_qs].toDouble(), box[u"y"_qs].toDouble(), box[u"z"_qs].toDouble());
                    if ((center - cuboid.center).norm() >= nearest)
                        continue;
                    nearest = (center - cuboid.center).norm();
                    worstAngle = std::max(
                        worstAngle, nearest < 0.1 ? std::abs(wrapAngle(box[u"yaw"_qs].toDouble() - cuboid.yaw())) : 0);
                }
                worstPlace = std::max(worstPlace, nearest);
                ++compared;
            }
        }
        qInfo("%d boxes, worst place %.5f m, worst heading %.4f deg", compared, worstPlace, degrees(worstAngle));
        QCOMPARE(compared, 12);
        QVERIFY(worstPlace < 0.001);
        QVERIFY(worstAngle < radians(0.02));
    }

    void realFoldersOfCloudsAreOpened_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("names");
        QTest::newRow("PandaSet, lidar") << u"pandaset_002/lidar"_qs << u"44 45 46 47 48"_qs;
        QTest::newRow("PandaSet, above") << u"pandaset_002"_qs << u"44 45 46 47 48"_qs;
        QTest::newRow("SUSTechPOINTS, lidar") << u"sustech_example/lidar"_qs << u"000965 000970"_qs;
        QTest::newRow("SUSTechPOINTS, above") << u"sustech_example"_qs << u"000965 000970"_qs;
        QTest::newRow("SemanticKITTI") << u"semantickitti_seq00"_qs << u"000000"_qs;
        QTest::newRow("scans") << u"semantickitti_seq00_scans"_qs << u"000001 000002 000003 000004 000005"_qs;
        QTest::newRow("nuScenes") << u"nuscenes_demo"_qs
                                  << u"n015-2018-07-24-11-22-45+0800__LIDAR_TOP__1532402927647951"_qs;
    }
    void realFoldersOfCloudsAreOpened()
    {
        QFETCH(QString, folder);
        QFETCH(QString, names);
        if (test::realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const Scene scene = opened(QDir(test::realData()).filePath(folder)).scene;
        QCOMPARE(namesOf(scene).join(u' '), names);
        // nuScenes says the moment in the file's name, PandaSet in a list beside the clouds' folder.
        const qint64 moment = folder == u"nuscenes_demo"  ? 1532402927647951000
                              : folder == u"pandaset_002" ? 1557539960899877120
                                                          : 0;
        QCOMPARE(scene.frames.begin()->second.timestamp_ns.value_or(0), moment);
        QCOMPARE(scene.frames.begin()->second.world_ego.has_value(), folder == u"pandaset_002");
    }
};

QTEST_GUILESS_MAIN(OpenDataTest)
#include "tst_OpenData.moc"
