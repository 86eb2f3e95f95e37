#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiLabel.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DatasetTrees.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// How the inertial unit stands to the LiDAR: a small turn and a place of its own.
Eigen::Isometry3d lidar_imu()
{
    Eigen::Isometry3d result(Eigen::AngleAxisd(0.02, Eigen::Vector3d(0.1, 0.2, 1.0).normalized()));
    result.translation() = Eigen::Vector3d(-0.8, 0.3, -0.8);
    return result;
}

QString number(int value)
{
    return QStringLiteral("%1").arg(value, 6, 10, QLatin1Char('0'));
}

/// The simulator's drive as a sequence of KITTI's tracking dataset, without the clouds of the frames named.
void writeSequence(const QDir& root, const QString& name, const QList<int>& without = {})
{
    const Scene& truth = SampleDrive::instance().truth();
    const Camera& camera = truth.calibrations.begin()->second.cameras.front();
    KittiCalibration calibration = KittiCalibration::of(camera.model.projection, camera.camera_sensor);
    calibration.lidar_imu = lidar_imu().matrix().topRows<3>();
    writeText(root.filePath(u"calib/%1.txt"_qs.arg(name)), formatKittiCalibration(calibration));
    QByteArray labels;
    QByteArray oxts;
    const std::vector<FrameId> frames = truth.frameOrder();
    const Eigen::Isometry3d first = truth.frames.at(frames.front()).world_ego->m * lidar_imu();
    Eigen::Isometry3d origin = Eigen::Isometry3d::Identity();
    origin.translation() = -first.translation();
    for (const FrameId id : frames) {
        const Frame& frame = truth.frames.at(id);
        if (!without.contains(frame.index)) {
            place(frame.cloudPath, root.filePath(u"velodyne/%1/%2.bin"_qs.arg(name, number(frame.index))));
            place(frame.images.front().path, root.filePath(u"image_02/%1/%2.png"_qs.arg(name, number(frame.index))));
        }
        oxts += oxtsLine(origin * frame.world_ego->m * lidar_imu());
        for (const ShapeId shapeId : truth.shapesOf(id)) {
            const Shape& shape = truth.shapes.at(shapeId);
            KittiLabel label = kittiLabelOf(shape.cuboid, camera.camera_sensor);
            label.type = truth.trackOf(shape)->classId;
            label.occluded = 1;
            labels += QByteArray::number(frame.index) + ' ' + QByteArray::number(truth.trackOf(shape)->number) + ' ' +
                      formatKittiLabel(label).toUtf8() + '\n';
        }
        labels += QByteArray::number(frame.index) + " -1 DontCare -1 -1 -10 1 2 3 4 -1000 -1000 -1000 -10 -1 -1 -1\n";
    }
    writeText(root.filePath(u"label_02/%1.txt"_qs.arg(name)), labels);
    writeText(root.filePath(u"oxts/%1.txt"_qs.arg(name)), oxts);
}

OpenedData opened(const QString& path, const DataChoice& choice = {})
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    auto data = openData(path, *taxonomy, {}, choice);
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class KittiTrackingDataTest : public QObject
{
    Q_OBJECT
private slots:
    void sequencesAreOpenedWithAllThatBelongsToThem()
    {
        const QTemporaryDir dir;
        writeSequence(QDir(dir.filePath(u"training"_qs)), u"0000"_qs);
        writeSequence(QDir(dir.filePath(u"training"_qs)), u"0001"_qs, {1});
        const OpenedData data = opened(dir.path());
        const Scene& scene = data.scene;
        const Scene& truth = SampleDrive::instance().truth();
        QCOMPARE(data.layout, u"KITTI tracking"_qs);
        QCOMPARE(data.sequences, (QStringList{u"0000"_qs, u"0001"_qs}));
        QCOMPARE(scene.sequences.at({1}).name, u"0000"_qs);
        QCOMPARE(scene.framesOf({1}).size(), std::size_t(3));
        QCOMPARE(scene.framesOf({2}).size(), std::size_t(2));
        expectSameObjects(truth, scene, {1});
        expectSameMotion(truth, scene, {1});
        // Labels and poses go by the number of the frame, not by its place.
        expectSameObjects(truth, scene, {2});
        expectSameMotion(truth, scene, {2});
        const Frame& last = scene.frames.at(scene.framesOf({2}).back());
        QCOMPARE(last.index, 1);
        QCOMPARE(last.name, u"000002"_qs);
        QVERIFY(last.images.front().path.endsWith(u"image_02/0001/000002.png"));
        const Calibration& rig = scene.calibrations.at(last.calibration);
        QCOMPARE(rig.cameras.size(), std::size_t(1));
        QCOMPARE(rig.cameras.front().name, u"image_2"_qs);
        QVERIFY(rig.cameras.front().camera_sensor.m.isApprox(
            truth.calibrations.begin()->second.cameras.front().camera_sensor.m, 1e-9));
        QVERIFY2(data.remarks.filter(u"DontCare"_qs).size() == 2, qPrintable(data.remarks.join(u'\n')));
    }

    void sequencesAreChosen()
    {
        const QTemporaryDir dir;
        writeSequence(QDir(dir.path()), u"0000"_qs);
        writeSequence(QDir(dir.path()), u"0007"_qs);
        const OpenedData data = opened(dir.path(), {.sequences = {u"0007"_qs}});
        QCOMPARE(data.sequences, (QStringList{u"0000"_qs, u"0007"_qs}));
        QCOMPARE(data.scene.sequences.size(), std::size_t(1));
        QCOMPARE(data.scene.sequences.at({1}).name, u"0007"_qs);
        const auto none = openData(dir.path(), {}, {}, {.sequences = {u"0003"_qs}});
        QVERIFY(!none);
        QCOMPARE(none.error().sentence, u"There is no sequence “0003”; there are: 0000, 0007."_qs);
    }

    void whatIsMissingOrDamagedIsSaid()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        writeSequence(root, u"0000"_qs);
        writeSequence(root, u"0001"_qs);
        writeText(root.filePath(u"calib/0000.txt"_qs), "P2: 1 2\n");
        writeText(root.filePath(u"label_02/0001.txt"_qs), "0 1 Car 0 0 0 1 2 3 4 1.6 1.8\nx\n");
        writeText(root.filePath(u"oxts/0001.txt"_qs), "nowhere\n");
        QVERIFY(QFile::remove(root.filePath(u"image_02/0001/000001.png"_qs)));
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.scene.frames.size(), std::size_t(6));
        const auto says = [&data](const QString& words) { return data.remarks.filter(words).size() == 1; };
        QVERIFY2(says(u"calib/0000.txt”, line 1"_qs) && says(u"oxts/0000.txt” was left out"_qs) &&
                     says(u"label_02/0001.txt”, line 1"_qs) && says(u"label_02/0001.txt”, line 2"_qs) &&
                     says(u"oxts/0001.txt”, line 1"_qs) && says(u"image_02/0001”: 1"_qs),
            qPrintable(data.remarks.join(u'\n')));
    }

    void posesAreLeftOutWhereTheInertialUnitStandsNowhere()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        writeSequence(root, u"0000"_qs);
        KittiCalibration calibration = KittiCalibration::withoutCamera();
        calibration.lidar_imu = KittiCalibration::Matrix34::Zero();
        writeText(root.filePath(u"calib/0000.txt"_qs), formatKittiCalibration(calibration));
        const OpenedData data = opened(dir.path());
        for (const auto& [id, frame] : data.scene.frames)
            QVERIFY(!frame.world_ego);
        QVERIFY(!data.scene.shapes.empty());
        QVERIFY2(
            data.remarks.filter(u"oxts/0000.txt” was left out"_qs).size() == 1, qPrintable(data.remarks.join(u'\n')));
    }

    void objectZeroGetsANumberAndOthersKeepTheirs()
    {
        const QTemporaryDir dir;
        const QDir root(dir.path());
        writeSequence(root, u"0000"_qs);
        const QByteArray box = " Car 0 0 0 1 2 3 4 1.6 1.8 4.0 -2.0 1.8 10.0 -1.57\n";
        writeText(root.filePath(u"label_02/0000.txt"_qs), "0 0" + box + "0 5" + box + "1 0" + box);
        const Scene scene = opened(dir.path()).scene;
        QCOMPARE(scene.tracks.size(), std::size_t(2));
        QCOMPARE(scene.tracks.at({1}).number, 6);
        QCOMPARE(scene.tracks.at({2}).number, 5);
        QCOMPARE(scene.shapesOf(TrackId{1}).size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(KittiTrackingDataTest)
#include "tst_KittiTrackingData.moc"
