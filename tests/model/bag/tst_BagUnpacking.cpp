#include "model/bag/BagUnpacking.h"
#include "model/cloud/CloudFormat.h"
#include "model/scene/OpenData.h"
#include "tests/support/BagFiles.h"
#include "tests/support/CloudFiles.h"

#include <QBuffer>
#include <QDateTime>
#include <QDir>
#include <QImage>
#include <QTest>
#include <random>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
constexpr qint64 start_ns = 1'700'000'000'000'000'000;
constexpr qint64 step_ns = 100'000'000;
const QString cloudType = QStringLiteral("sensor_msgs/msg/PointCloud2");
const QString points = QStringLiteral("/lidar/points");

QByteArray cloudMessage(int number)
{
    RosCloud cloud;
    cloud.stamp_ns = start_ns + number * step_ns;
    cloud.width = 2;
    cloud.rowStep = 32;
    cloud.data = bytesOf({static_cast<float>(number), 2.0F, 3.0F, 0.5F, 4.0F, 5.0F, 6.0F, 0.25F});
    return cloud.message();
}

QByteArray jpeg(int gray)
{
    QImage image(30, 20, QImage::Format_Grayscale8);
    image.fill(qRgb(gray, gray, gray));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "jpg");
    return bytes;
}

/// Three clouds, a camera that is 20 ms behind them, a car that drives along x at 10 m/s.
QList<BagMessage> drive()
{
    QList<BagMessage> messages;
    Eigen::Isometry3d base_camera = Eigen::Isometry3d::Identity(); // looks ahead: x right, y down, z forward
    base_camera.linear() << 0, 0, 1, -1, 0, 0, 0, -1, 0;
    base_camera.translation() = Eigen::Vector3d(2, 0, 1);
    const QString tf = QStringLiteral("tf2_msgs/msg/TFMessage");
    const QString tfStatic = QStringLiteral("/tf_static");
    messages.push_back({tfStatic, tf, start_ns, transformMessage(0, "base", "cam", base_camera)});
    messages.push_back({tfStatic, tf, start_ns,
        transformMessage(0, "base", "lidar", Eigen::Isometry3d(Eigen::Translation3d(1, 0, 2)))});
    messages.push_back({QStringLiteral("/front/camera_info"), QStringLiteral("sensor_msgs/msg/CameraInfo"), start_ns,
        cameraInfoMessage("cam", "plumb_bob", {0.1, 0.01, 0.0, 0.0, 0.0}, 20.0)});
    for (int i = 0; i < 3; ++i) {
        const qint64 now_ns = start_ns + i * step_ns;
        messages.push_back({points, cloudType, now_ns + 5, cloudMessage(i)});
        messages.push_back(
            {QStringLiteral("/front/image_raw/compressed"), QStringLiteral("sensor_msgs/msg/CompressedImage"), now_ns,
                pictureMessage(now_ns + 20'000'000, "cam", jpeg(50 * i))});
        messages.push_back({QStringLiteral("/tf"), tf, now_ns,
            transformMessage(now_ns, "odom", "base", Eigen::Isometry3d(Eigen::Translation3d(i, 0, 0)))});
    }
    return messages;
}

Result<OpenedData> opened(const QString& path)
{
    return openData(path, *Taxonomy::load(QStringLiteral("lunkuo")));
}
} // namespace

class BagUnpackingTest : public QObject
{
    Q_OBJECT
    FileFolder m_folder;

    QString bag(const QString& name, const QList<BagMessage>& messages) const
    {
        const QString path = m_folder.path(name);
        QFile::remove(path);
        writeBag(path, messages);
        return path;
    }

private slots:
    void aDriveBecomesASequence()
    {
        const QString path = bag(QStringLiteral("drive.db3"), drive());
        QVERIFY(RosBag::isBag(path));
        const auto before = opened(path);
        QVERIFY2(!before && before.error().sentence.contains(u"unpack it first"),
            before ? "" : qPrintable(before.error().sentence));
        const QString folder = unpackedFolderFor(path);
        const auto remarks = unpackBag({path, {}, folder}, {});
        QVERIFY2(remarks, qPrintable(complaint(remarks, m_folder)));
        QCOMPARE(*remarks, QStringList());
        for (const QString& place : {folder, path}) {
            const auto data = opened(place);
            QVERIFY2(data, qPrintable(complaint(data, m_folder)));
            QCOMPARE(data->remarks, QStringList());
            const Scene& scene = data->scene;
            QCOMPARE(scene.frames.size(), 3U);
            for (const auto& [id, frame] : scene.frames) {
                QCOMPARE(*frame.timestamp_ns, start_ns + frame.index * step_ns);
                QVERIFY(frame.world_ego);
                QCOMPARE(frame.world_ego->m.translation(), Eigen::Vector3d(frame.index + 1.0, 0, 2));
                QCOMPARE(frame.images.size(), 1U);
                const QImage image(frame.images.front().path);
                QVERIFY(std::abs(qGray(image.pixel(3, 3)) - 50 * frame.index) < 5);
                const auto cloud = readCloud(frame.cloudPath);
                QVERIFY(cloud);
                QCOMPARE(
                    pictureOf(*cloud), QStringLiteral("%1 2 3 intensity=0.5|4 5 6 intensity=0.25").arg(frame.index));
            }
            const Calibration& calibration = scene.calibrations.begin()->second;
            QCOMPARE(calibration.cameras.size(), 1U);
            const Camera& camera = calibration.cameras.front();
            QCOMPARE(camera.name, QStringLiteral("front"));
            // 10 m ahead of the LiDAR, which is 1 m behind the camera and 1 m above it.
            const auto seen = camera.camera_sensor * Point3<SensorFrame>{{10, 0, 0}};
            QVERIFY(seen.v.isApprox(Eigen::Vector3d(0, -1, 9), 1e-9));
            QVERIFY(camera.model.lens == Lens(Lens::Kind::BrownConrady, {0.1, 0.01}));
            const auto pixel = camera.model.project(seen);
            QVERIFY(pixel && std::abs(pixel->x() - 15.0) < 1e-6 && std::abs(pixel->y() - 7.77) < 0.1);
        }
    }

    /// Recordings are named anew from drive to drive; their folders must not be mixed up.
    void anotherBagsFolderIsNotTaken()
    {
        const QString path = bag(QStringLiteral("same.db3"), drive());
        const QString folder = unpackedFolderFor(path);
        QVERIFY(unpackBag({path, {}, folder}, {}));
        QVERIFY(isUnpackedFrom(folder, path) && opened(path));
        QList<BagMessage> longer = drive();
        longer.push_back({points, cloudType, start_ns + 9 * step_ns, cloudMessage(9)});
        QVERIFY(bag(QStringLiteral("same.db3"), longer) == path);
        QFile file(path); // written within the same second, perhaps
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(isUnpackedBag(folder) && !isUnpackedFrom(folder, path));
        QVERIFY2(complaint(opened(path), m_folder).contains(u"unpack it into a folder of another name"),
            qPrintable(complaint(opened(path), m_folder)));
        QVERIFY2(complaint(unpackBag({path, {}, folder}, {}), m_folder)
                     .startsWith(u"“same-unpacked” holds what another bag was unpacked into"),
            qPrintable(complaint(unpackBag({path, {}, folder}, {}), m_folder)));
        QVERIFY(unpackBag({path, {}, folder, true}, {}));
        QCOMPARE(opened(path)->scene.frames.size(), 4U);
    }

    void camerasWithoutAPictureNearAreSaid()
    {
        QList<BagMessage> messages = drive();
        messages.push_back(
            {QStringLiteral("/rear/image_raw/compressed"), QStringLiteral("sensor_msgs/msg/CompressedImage"), start_ns,
                pictureMessage(start_ns - 3'000'000'000, "cam", jpeg(9))});
        const QString folder = m_folder.path(QStringLiteral("rear"));
        const auto remarks = unpackBag({bag(QStringLiteral("rear.db3"), messages), {}, folder}, {});
        QVERIFY2(remarks, qPrintable(complaint(remarks, m_folder)));
        QCOMPARE(
            remarks->join(u'\n'), QStringLiteral("“/rear/image_raw/compressed” was left out: none of its 1 pictures "
                                                 "was taken within 0.1 s of a cloud."));
        QVERIFY(!QFileInfo::exists(folder + QStringLiteral("/camera/rear")));
    }

    void picturesWithoutATimeAreThoseOfTheirArrival()
    {
        const QString path = bag(QStringLiteral("clockless.db3"),
            {{points, cloudType, start_ns, cloudMessage(0)},
                {QStringLiteral("/image/compressed"), QStringLiteral("sensor_msgs/msg/CompressedImage"), start_ns + 7,
                    pictureMessage(0, "cam", jpeg(9))}});
        const QString folder = m_folder.path(QStringLiteral("clockless"));
        QVERIFY(unpackBag({path, {}, folder}, {}));
        QCOMPARE(opened(folder)->scene.frames.begin()->second.images.size(), 1U);
    }

    /// 0.2 m to the right of the other camera: by the projection, or by tf where a driver has frames for both.
    void secondCameraOfAPairStandsBesideTheFirst_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::newRow("in the frame of the first") << QByteArray("cam");
        QTest::newRow("in its own frame") << QByteArray("right");
    }
    void secondCameraOfAPairStandsBesideTheFirst()
    {
        QFETCH(QByteArray, frame);
        QList<BagMessage> messages = drive();
        messages.push_back({QStringLiteral("/tf_static"), QStringLiteral("tf2_msgs/msg/TFMessage"), start_ns,
            transformMessage(0, "cam", "right", Eigen::Isometry3d(Eigen::Translation3d(0.2, 0, 0)))});
        for (const auto& [name, of, baseline] :
            {std::tuple{QStringLiteral("/a/"), QByteArray("cam"), 0.0}, {QStringLiteral("/b/"), frame, 0.2}}) {
            messages.push_back({name + QStringLiteral("camera_info"), QStringLiteral("sensor_msgs/msg/CameraInfo"),
                start_ns, cameraInfoMessage(of, "plumb_bob", {}, 20.0, baseline)});
            messages.push_back({name + QStringLiteral("image_rect/compressed"),
                QStringLiteral("sensor_msgs/msg/CompressedImage"), start_ns, pictureMessage(start_ns, of, jpeg(9))});
        }
        const QString folder = m_folder.path(QString::fromUtf8(frame));
        QVERIFY(unpackBag({bag(QString::fromUtf8(frame) + QStringLiteral(".db3"), messages), {}, folder}, {}));
        const auto data = opened(folder);
        QVERIFY(data);
        const auto& cameras = data->scene.calibrations.begin()->second.cameras;
        QCOMPARE(cameras.size(), 3U);
        const Eigen::Vector3d first = (cameras[0].camera_sensor * Point3<SensorFrame>{{10, 0, 0}}).v;
        const Eigen::Vector3d second = (cameras[1].camera_sensor * Point3<SensorFrame>{{10, 0, 0}}).v;
        QCOMPARE(cameras[1].name, QStringLiteral("b"));
        QVERIFY((second - first - Eigen::Vector3d(-0.2, 0, 0)).norm() < 1e-9);
    }

    void severalTopicsAreChosenFrom()
    {
        QList<BagMessage> messages = drive();
        messages.push_back({QStringLiteral("/radar"), cloudType, start_ns, cloudMessage(0)});
        const QString path = bag(QStringLiteral("two.db3"), messages);
        const auto contents = bagContents(path);
        QVERIFY2(contents, qPrintable(complaint(contents, m_folder)));
        QCOMPARE(contents->clouds.size(), 2U);
        QCOMPARE(contents->clouds[0].messages, 3U);
        QCOMPARE(contents->clouds[0].bytes, 3 * cloudMessage(0).size());
        const QString folder = m_folder.path(QStringLiteral("two"));
        QCOMPARE(complaint(unpackBag({path, {}, folder}, {}), m_folder),
            QStringLiteral("“two.db3” holds clouds of several topics (/lidar/points, /radar): choose one of them."));
        QCOMPARE(complaint(unpackBag({path, QStringLiteral("/x"), folder}, {}), m_folder),
            QStringLiteral("“two.db3” holds no clouds of “/x”, but of: /lidar/points, /radar."));
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(unpackBag({path, QStringLiteral("/radar"), folder}, {}));
        QCOMPARE(QDir(folder + QStringLiteral("/lidar")).count(), 3U); // and . and ..
        QVERIFY(complaint(unpackBag({path, points, folder}, {}), m_folder).contains(u"exists already"));
        QVERIFY(unpackBag({path, points, folder, true}, {}));
    }

    void partsOfABagFollowEachOther()
    {
        const QString folder = m_folder.path(QStringLiteral("parts"));
        QVERIFY(QDir().mkpath(folder));
        for (const int part : {0, 1, 10})
            writeBag(QStringLiteral("%1/parts_%2.db3").arg(folder).arg(part),
                {{points, cloudType, start_ns + part, cloudMessage(part)}});
        QVERIFY(RosBag::isBag(folder));
        const QString out = m_folder.path(QStringLiteral("joined"));
        const auto remarks = unpackBag({folder, {}, out}, {});
        QVERIFY2(remarks, qPrintable(complaint(remarks, m_folder)));
        const auto data = opened(out);
        QVERIFY(data && data->scene.frames.size() == 3);
    }

    void damagedMessagesAreLeftOut()
    {
        const QByteArray sound = cloudMessage(2);
        const QString path = bag(
            QStringLiteral("damaged.db3"), {{points, cloudType, 1, sound.left(60)},
                                               {points, cloudType, 2, QByteArray("")}, {points, cloudType, 3, sound}});
        const auto remarks = unpackBag({path, {}, m_folder.path(QStringLiteral("damaged"))}, {});
        QVERIFY2(remarks, qPrintable(complaint(remarks, m_folder)));
        QCOMPARE(remarks->size(), 2);
        QVERIFY(remarks->front().contains(u"message 1: the message is damaged"));
        const QString none = bag(QStringLiteral("none.db3"), {{points, cloudType, 1, sound.left(60)}});
        QVERIFY(complaint(unpackBag({none, {}, m_folder.path(QStringLiteral("none"))}, {}), m_folder)
                    .startsWith(u"“none.db3”: none of the 1 clouds of “/lidar/points” can be read."));
        QVERIFY(!QFileInfo::exists(m_folder.path(QStringLiteral("none"))));
    }

    void aCancelLeavesNothing()
    {
        const QString path = bag(QStringLiteral("stop.db3"), drive());
        Progress progress;
        progress.cancel();
        QCOMPARE(complaint(unpackBag({path, {}, m_folder.path(QStringLiteral("stop"))}, progress), m_folder),
            QStringLiteral("Unpacking “stop.db3” was cancelled."));
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
            QVERIFY2(!name.startsWith(u"stop") || name == u"stop.db3", qPrintable(name));
    }

    void otherBagsAreRefusedByName_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::newRow("MCAP") << QStringLiteral("a.mcap") << QStringLiteral("“a.mcap” is a bag in MCAP");
        QTest::newRow("ROS 1") << QStringLiteral("a.bag") << QStringLiteral("“a.bag” is a bag of ROS 1");
        QTest::newRow("zstd") << QStringLiteral("a.db3.zstd") << QStringLiteral("“a.db3.zstd” is compressed");
        QTest::newRow("no database") << QStringLiteral("a.db3")
                                     << QStringLiteral("“a.db3” cannot be read as a ROS 2 bag");
    }
    void otherBagsAreRefusedByName()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        const QString path = m_folder.write(file, "not a bag at all, but long enough to be one perhaps");
        QVERIFY(RosBag::isBag(path));
        QVERIFY2(complaint(bagContents(path), m_folder).startsWith(words),
            qPrintable(complaint(bagContents(path), m_folder)));
        const auto data = opened(path);
        QVERIFY(complaint(data, m_folder).startsWith(words));
    }

    void compressionInTheDescriptionIsRefused()
    {
        const QString folder = m_folder.path(QStringLiteral("packed"));
        QVERIFY(QDir().mkpath(folder));
        writeBag(folder + QStringLiteral("/a.db3"), drive());
        (void)m_folder.write(QStringLiteral("packed/metadata.yaml"),
            "rosbag2_bagfile_information:\n  compression_format: \"\"\n  compression_mode: \"\"\n");
        QVERIFY(bagContents(folder));
        (void)m_folder.write(QStringLiteral("packed/metadata.yaml"),
            "rosbag2_bagfile_information:\n  compression_format: zstd\n  compression_mode: MESSAGE\n");
        QVERIFY(complaint(bagContents(folder), m_folder).contains(u"compressed (zstd)"));
    }

    void damageNeverCrashes()
    {
        const QString path = bag(QStringLiteral("whole.db3"), drive());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        std::mt19937 random(41);
        for (int run = 0; run < 300; ++run) {
            QByteArray bytes =
                whole.left(run % 4 == 0 ? static_cast<qsizetype>(random() % whole.size()) : whole.size());
            for (unsigned i = 0; !bytes.isEmpty() && i <= random() % 40; ++i)
                bytes[static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()))] =
                    static_cast<char>(random());
            const QString damaged = m_folder.write(QStringLiteral("fuzz.db3"), bytes);
            const auto contents = bagContents(damaged);
            const QString topic = contents ? contents->clouds.front().name : QString();
            const auto remarks = unpackBag({damaged, topic, m_folder.path(QStringLiteral("fuzz")), true}, {});
            QVERIFY(remarks || !remarks.error().sentence.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(BagUnpackingTest)
#include "tst_BagUnpacking.moc"
