#include "model/evaluation/LabelledFolder.h"

#include "model/synth/SampleWriter.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Support.h"

#include <QTest>

using namespace lunkuo;
using test::complaint;
using test::FileFolder;

namespace
{

/// KITTI's calibration with the camera at the LiDAR: its x is the LiDAR's -y, its z the LiDAR's x.
constexpr const char* calibration = "P2: 700 0 600 0 0 700 180 0 0 0 1 0\n"
                                    "R0_rect: 1 0 0 0 1 0 0 0 1\n"
                                    "Tr_velo_to_cam: 0 -1 0 0 0 0 -1 0 1 0 0 0\n";
/// A car 10 m ahead and 2 m to the right, 4 x 1.6 x 1.5 m, its bottom 1.7 m below the camera, heading to the right.
constexpr const char* label = "Car 0.00 0 -1.5 500 150 600 200 1.5 1.6 4.0 2.0 1.7 10.0 0.0\n"
                              "DontCare -1 -1 -10 0 0 10 10 -1 -1 -1 -1000 -1000 -1000 -10\n";
constexpr const char* box = R"({"class":"Car","id":"a7","x":10,"y":-2,"z":-1,"l":4,"w":1.6,"h":1.5,"yaw":0.5})";

/// Writes a file, making its folder; where it is.
QString write(const FileFolder& folder, const QString& name, const QByteArray& bytes)
{
    test::writeText(folder.path(name), bytes);
    return folder.path(name);
}

QByteArray cloud()
{
    return test::bytesOf<float>({1.0F, 2.0F, 3.0F, 0.5F});
}

/// "recording/frame: Car a7, Car 2 | …"
QString picture(const Result<std::vector<Recording>>& recordings)
{
    if (!recordings)
        return recordings.error().sentence;
    QStringList frames;
    for (const Recording& recording : *recordings)
        for (const LabelledFrame& frame : recording.frames) {
            QStringList objects;
            for (const LabelledObject& object : frame.objects)
                objects << object.label + u' ' + object.track;
            frames << u"%1/%2: %3"_qs.arg(recording.name, frame.name, objects.join(u", "_qs));
        }
    return frames.join(u" | "_qs);
}

QByteArray uniform(const QByteArray& cloudPath, const QByteArray& boxes)
{
    return R"({"cloud":")" + cloudPath + R"(","boxes":[)" + boxes + "]}";
}

} // namespace

class LabelledFolderTest : public QObject
{
    Q_OBJECT
private slots:
    void kittiLabelsHaveAPlaceAndASensor_data()
    {
        QTest::addColumn<QString>("below");
        QTest::newRow("the folder itself") << u"drive/"_qs;
        QTest::newRow("training below it") << u"drive/training/"_qs;
    }
    void kittiLabelsHaveAPlaceAndASensor()
    {
        QFETCH(QString, below);
        const FileFolder folder;
        const QString path = write(folder, below + u"velodyne/000007.bin"_qs, cloud());
        write(folder, below + u"velodyne/000008.bin"_qs, cloud()); // without labels
        write(folder, below + u"calib/000007.txt"_qs, calibration);
        write(folder, below + u"label_2/000007.txt"_qs, label);

        const auto recordings = findRecordings(folder.path(u"drive"_qs));
        QCOMPARE(picture(recordings), u"drive/000007: Car 1"_qs);
        const LabelledFrame& frame = recordings->front().frames.front();
        QCOMPARE(frame.cloudPath, path);
        QVERIFY2(frame.sensorOrigin && frame.sensorOrigin->isZero(), "KITTI's clouds begin at the LiDAR");
        QVERIFY2(frame.view && frame.view->name == u"image_2", "people labelled what they saw in the picture");
        const Cuboid& car = frame.objects.front().cuboid;
        QVERIFY((car.center - Eigen::Vector3d(10.0, -2.0, -0.95)).norm() < 1e-9);
        QVERIFY((car.size - Eigen::Vector3d(4.0, 1.6, 1.5)).norm() < 1e-9);
        QVERIFY(std::abs(car.yaw() + 0.5 * M_PI) < 1e-9);
    }

    void aSampleSaysTheWholeTruth()
    {
        const QTemporaryDir dir;
        const auto written = synth::writeSample(dir.filePath(u"street"_qs), {1, 3, 4});
        QVERIFY(written);
        const auto recordings = findRecordings(dir.path());
        QVERIFY2(recordings, qPrintable(complaint(recordings, FileFolder())));
        QCOMPARE(recordings->size(), std::size_t(1));
        QCOMPARE(recordings->front().name, u"street"_qs);
        const auto& objects = recordings->front().frames.front().objects;
        QCOMPARE(static_cast<int>(objects.size()), written->objects);
        QVERIFY(!recordings->front().frames.front().view);
        QVERIFY2(written->objects > written->labels, "label_2 knows only what the camera sees");
    }

    void uniformFilesNameCloudAndBoxes()
    {
        const FileFolder folder;
        const QString path = write(folder, u"drive/lidar/one.bin"_qs, cloud());
        write(folder, u"drive/uniform/10.json"_qs, uniform("drive/lidar/one.bin", box));
        write(folder, u"drive/uniform/9.json"_qs,
            uniform("drive/lidar/one.bin",
                QByteArray(box).replace("\"a7\"", "-1") + ',' + QByteArray(box).replace("\"a7\"", "12")));
        const auto recordings = findRecordings(folder.path());
        QCOMPARE(picture(recordings), u"drive/9: Car 9#0, Car 12 | drive/10: Car a7"_qs);
        const LabelledFrame& frame = recordings->front().frames.back();
        QCOMPARE(frame.cloudPath, path);
        QVERIFY2(!frame.sensorOrigin, "nothing says where the sensor is");
        const Cuboid expected = Cuboid::fromYaw({10.0, -2.0, -1.0}, {4.0, 1.6, 1.5}, 0.5);
        QVERIFY(frame.objects.front().cuboid == expected);
    }

    void subfoldersAreSearchedInOrder()
    {
        const FileFolder folder;
        for (const QString& name : {u"b"_qs, u"a10"_qs, u"a2"_qs}) {
            write(folder, u"data/%1/c.bin"_qs.arg(name), cloud());
            write(folder, u"data/%1/uniform/1.json"_qs.arg(name), uniform(name.toLatin1() + "/c.bin", box));
        }
        QCOMPARE(picture(findRecordings(folder.path())), u"a2/1: Car a7 | a10/1: Car a7 | b/1: Car a7"_qs);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no JSON") << QByteArray("{\"cloud\"")
                                 << u"“d/uniform/1.json” is no JSON object with “cloud” and “boxes”: "_qs;
        QTest::newRow("a list") << QByteArray("[]")
                                << u"“d/uniform/1.json” is no JSON object with “cloud” and “boxes”: "_qs;
        QTest::newRow("no cloud") << QByteArray(R"({"boxes":[]})")
                                  << u"“d/uniform/1.json” must name a “cloud” and list “boxes”."_qs;
        QTest::newRow("no boxes") << QByteArray(R"({"cloud":"d/c.bin"})")
                                  << u"“d/uniform/1.json” must name a “cloud” and list “boxes”."_qs;
        QTest::newRow("cloud missing") << uniform("d/other.bin", box)
                                       << u"The cloud “d/other.bin” that “d/uniform/1.json” names is not there."_qs;
        const QString number =
            u"“d/uniform/1.json”: box 2 must have the numbers x, y, z, l, w, h and yaw, its size above zero."_qs;
        QTest::newRow("flat box") << uniform("d/c.bin",
                                         box + QByteArray(",") + QByteArray(box).replace("\"h\":1.5", "\"h\":0"))
                                  << number;
        QTest::newRow("box without yaw") << uniform("d/c.bin",
                                                box + QByteArray(",") + QByteArray(box).replace("yaw", "turn"))
                                         << number;
        QTest::newRow("box of words") << uniform("d/c.bin", box + QByteArray(",") +
                                                                QByteArray(box).replace("\"x\":10", "\"x\":\"10\""))
                                      << number;
        QTest::newRow("no box at all") << uniform("d/c.bin", box + QByteArray(",7")) << number;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, sentence);
        const FileFolder folder;
        write(folder, u"d/c.bin"_qs, cloud());
        write(folder, u"d/uniform/1.json"_qs, json);
        const QString said = complaint(findRecordings(folder.path()), folder);
        QVERIFY2(said.startsWith(sentence), qPrintable(said));
        QVERIFY(said.endsWith(u'.'));
    }

    void foldersWithoutLabelsAreRefused()
    {
        const FileFolder folder;
        const QString file = write(folder, u"velodyne/1.bin"_qs, cloud());
        QCOMPARE(
            complaint(findRecordings(folder.path(u"nowhere"_qs)), folder), u"The folder “nowhere” does not exist."_qs);
        QCOMPARE(complaint(findRecordings(file), folder), u"“velodyne/1.bin” is no folder with labelled frames."_qs);
        QVERIFY(complaint(findRecordings(folder.path(u"velodyne"_qs)), folder)
                    .startsWith(u"“velodyne” holds no labelled frames: "_qs));
        write(folder, u"label_2/1.txt"_qs, ""); // nothing in it
        QVERIFY(!findRecordings(folder.path()));
    }

    void realFoldersAreFound()
    {
        if (test::realData().isEmpty())
            QSKIP("there are no real frames here");
        const auto recordings = findRecordings(test::realData() + u"/pandaset_002"_qs);
        QVERIFY(recordings);
        QCOMPARE(recordings->front().frames.size(), std::size_t(5));
        QCOMPARE(recordings->front().frames.front().name, u"44"_qs);
        QCOMPARE(recordings->front().frames.front().objects.size(), std::size_t(94));
    }
};

QTEST_GUILESS_MAIN(LabelledFolderTest)
#include "tst_LabelledFolder.moc"
