#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DatasetTrees.h"
#include "tests/support/Support.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
QByteArray floats(const std::vector<float>& values)
{
    QByteArray bytes(static_cast<qsizetype>(4 * values.size()), '\0');
    qToLittleEndian<float>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    return bytes;
}

QByteArray labels(const std::vector<quint32>& values)
{
    QByteArray bytes(static_cast<qsizetype>(4 * values.size()), '\0');
    qToLittleEndian<quint32>(values.data(), static_cast<qsizetype>(values.size()), bytes.data());
    return bytes;
}

/// The simulator's drive as a sequence of the odometry benchmark, poses in the file named.
void writeSequence(const QDir& sequence, const QString& posesFile)
{
    const Scene& truth = SampleDrive::instance().truth();
    const Camera& camera = truth.calibrations.begin()->second.cameras.front();
    QByteArray calibration;
    for (int i = 0; i < 4; ++i)
        calibration += kittiRow("P" + QByteArray::number(i) + ':', camera.model.projection);
    const Eigen::Isometry3d camera_lidar = camera.camera_sensor.m;
    calibration += kittiRow("Tr:", camera_lidar.matrix().topRows<3>());
    writeText(sequence.filePath(u"calib.txt"_qs), calibration);
    QByteArray poses;
    QByteArray times;
    const Eigen::Isometry3d first = truth.frames.at({1}).world_ego->m;
    for (const FrameId id : truth.frameOrder()) {
        const Frame& frame = truth.frames.at(id);
        place(frame.cloudPath, sequence.filePath(u"velodyne/%1.bin"_qs.arg(frame.name)));
        place(frame.images.front().path, sequence.filePath(u"image_2/%1.png"_qs.arg(frame.name)));
        // How the camera stands to where it stood first.
        const Eigen::Isometry3d pose = camera_lidar * (first.inverse() * frame.world_ego->m) * camera_lidar.inverse();
        poses += kittiRow("", pose.matrix().topRows<3>()).mid(1);
        times += QByteArray::number(0.1 * frame.index) + '\n';
    }
    writeText(posesFile, poses);
    writeText(sequence.filePath(u"times.txt"_qs), times);
}

/// A scan of two cars of four corners and a middle each, some ground, and a point without a place.
void writeLabelled(const QDir& sequence)
{
    std::vector<float> scan;
    std::vector<quint32> meaning;
    const auto add = [&](float x, float y, float z, quint32 label) {
        scan.insert(scan.end(), {x, y, z, 0.5F});
        meaning.push_back(label);
    };
    add(5, 5, -1.7F, 40);
    add(std::nanf(""), 0, 0, 0);
    // 4 m by 2 m along the axes, round (10, 2), from -1.5 to 0: car, instance 3.
    for (const auto& [x, y] : {std::pair(8.F, 1.F), {12.F, 1.F}, {12.F, 3.F}, {8.F, 3.F}, {10.F, 2.F}})
        add(x, y, x < 11 ? -1.5F : 0.F, 3U << 16U | 10U);
    // The same turned by 45 degrees round (0, -10), moving, instance 4.
    const float s = std::sqrt(0.5F);
    for (const auto& [x, y] : {std::pair(-2.F, -1.F), {2.F, -1.F}, {2.F, 1.F}, {-2.F, 1.F}, {0.F, 0.F}})
        add(s * x - s * y, -10 + s * x + s * y, x < 0 ? -1.F : 1.F, 4U << 16U | 252U);
    // Three points are too few.
    for (int i = 0; i < 3; ++i)
        add(20.F + float(i), 0, 0, 9U << 16U | 30U);
    writeText(sequence.filePath(u"velodyne/000000.bin"_qs), floats(scan));
    writeText(sequence.filePath(u"labels/000000.label"_qs), labels(meaning));
}

OpenedData opened(const QString& path)
{
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    auto data = openData(path, *taxonomy);
    if (!data)
        QTest::qFail(qPrintable(data.error().sentence), __FILE__, __LINE__);
    return data.value_or(OpenedData());
}
} // namespace

class KittiOdometryTest : public QObject
{
    Q_OBJECT
private slots:
    void sequencesOfTheBenchmarkAreOpened()
    {
        const QTemporaryDir dir;
        writeSequence(QDir(dir.filePath(u"sequences/00"_qs)), dir.filePath(u"poses/00.txt"_qs));
        writeSequence(QDir(dir.filePath(u"sequences/11"_qs)), dir.filePath(u"sequences/11/poses.txt"_qs));
        const OpenedData data = opened(dir.path());
        QCOMPARE(data.remarks, QStringList());
        QCOMPARE(data.sequences, (QStringList{u"00"_qs, u"11"_qs}));
        QCOMPARE(data.scene.frames.size(), std::size_t(6));
        const Scene& truth = SampleDrive::instance().truth();
        for (const SequenceId sequence : {SequenceId{1}, SequenceId{2}}) {
            expectSameMotion(truth, data.scene, sequence);
            const Frame& last = data.scene.frames.at(data.scene.framesOf(sequence).back());
            QCOMPARE(last.timestamp_ns, std::optional<qint64>(200'000'000));
            QCOMPARE(last.images.size(), std::size_t(1));
            QCOMPARE(data.scene.calibrations.at(last.calibration).cameras.size(), std::size_t(1));
        }
    }

    void oneSequenceIsOpenedByItself()
    {
        const QTemporaryDir dir;
        writeSequence(QDir(dir.filePath(u"sequences/05"_qs)), dir.filePath(u"poses/05.txt"_qs));
        const OpenedData data = opened(dir.filePath(u"sequences/05"_qs));
        QCOMPARE(data.scene.sequences.at({1}).name, u"05"_qs);
        expectSameMotion(SampleDrive::instance().truth(), data.scene, {1});
    }

    /// What the poses speak of is the camera.
    void posesAreLeftOutWhereNothingSaysHowTheCameraStands_data()
    {
        QTest::addColumn<QByteArray>("calibration");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("damaged") << QByteArray("P2: 1 2\n");
    }
    void posesAreLeftOutWhereNothingSaysHowTheCameraStands()
    {
        QFETCH(QByteArray, calibration);
        const QTemporaryDir dir;
        writeSequence(QDir(dir.filePath(u"sequences/00"_qs)), dir.filePath(u"poses/00.txt"_qs));
        QVERIFY(QFile::remove(dir.filePath(u"sequences/00/calib.txt"_qs)));
        if (!calibration.isEmpty())
            writeText(dir.filePath(u"sequences/00/calib.txt"_qs), calibration);
        const OpenedData data = opened(dir.path());
        for (const auto& [id, frame] : data.scene.frames)
            QVERIFY(!frame.world_ego && frame.timestamp_ns && frame.images.size() == 1);
        QVERIFY2(data.remarks.size() == 2 && data.remarks.filter(u"poses/00.txt” was left out"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void instancesBecomeBoxesRoundTheirPoints()
    {
        const QTemporaryDir dir;
        writeLabelled(QDir(dir.path()));
        const OpenedData data = opened(dir.path());
        const Scene& scene = data.scene;
        QCOMPARE(scene.shapes.size(), std::size_t(2));
        const Cuboid& straight = scene.shapes.at({1}).cuboid;
        QVERIFY((straight.center - Eigen::Vector3d(10, 2, -0.75)).norm() < 1e-5);
        QVERIFY((straight.size - Eigen::Vector3d(4, 2, 1.5)).norm() < 1e-5);
        QVERIFY(std::abs(std::sin(straight.yaw())) < 1e-5);
        const Cuboid& turned = scene.shapes.at({2}).cuboid;
        QVERIFY((turned.center - Eigen::Vector3d(0, -10, 0)).norm() < 1e-5);
        QVERIFY((turned.size - Eigen::Vector3d(4, 2, 2)).norm() < 1e-5);
        QVERIFY(std::abs(std::sin(turned.yaw() - radians(45))) < 1e-5);
        QCOMPARE(scene.tracks.at({1}).number, 3);
        QCOMPARE(scene.tracks.at({2}).classId, u"Car"_qs);
        QCOMPARE(scene.shapes.at({2}).attributes.at(u"motion"_qs), QJsonValue(u"moving"_qs));
        QVERIFY2(data.remarks.filter(u"which end is the front is not known"_qs).size() == 1 &&
                     data.remarks.filter(u"fewer than 5 points, left out: 1"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void labelsOfAnotherScanAreRefused()
    {
        const QTemporaryDir dir;
        writeLabelled(QDir(dir.path()));
        writeText(dir.filePath(u"labels/000000.label"_qs), labels({10, 10, 3U << 16U | 10U}));
        const OpenedData data = opened(dir.path());
        QVERIFY(data.scene.shapes.empty());
        QVERIFY2(
            data.remarks
                    .filter(u"has labels of 3 points, but “%1/velodyne/000000.bin” has 15 points"_qs.arg(dir.path()))
                    .size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }

    void realLabelsWithoutInstancesMakeNoBoxes()
    {
        if (realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const OpenedData data = opened(realData() + u"/semantickitti_seq00"_qs);
        QCOMPARE(data.scene.frames.size(), std::size_t(1));
        QVERIFY(data.scene.shapes.empty());
        QVERIFY2(data.remarks.filter(u"Labels of single points are not held"_qs).size() == 1,
            qPrintable(data.remarks.join(u'\n')));
    }
};

QTEST_GUILESS_MAIN(KittiOdometryTest)
#include "tst_KittiOdometry.moc"
