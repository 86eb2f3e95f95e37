#include "model/formats/KittiCalibration.h"

#include <QTest>
#include <random>

using namespace lunkuo;

namespace
{
KittiCalibration randomCalibration(unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> number(-700.0, 700.0);
    KittiCalibration result;
    for (auto& projection : result.projections)
        projection = projection.unaryExpr([&](double) { return number(random); });
    result.rectification = Eigen::Quaterniond(1.0, 0.01, -0.02, 0.005).normalized().toRotationMatrix();
    result.camera_lidar.leftCols<3>() =
        Eigen::Quaterniond(number(random), number(random), number(random), number(random))
            .normalized()
            .toRotationMatrix();
    result.camera_lidar.col(3) = Eigen::Vector3d(-0.004, -0.076, -0.27);
    result.lidar_imu->col(3) = Eigen::Vector3d(-0.81, 0.32, -0.79);
    return result;
}

const QByteArray projection = "P2: 700 0 600 45 0 700 180 -0.3 0 0 1 0.005\n";
const QByteArray lidar = "Tr_velo_to_cam: 0 -1 0 0.1 0 0 -1 0.2 1 0 0 0.3\n";
} // namespace

class KittiCalibrationTest : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead()
    {
        const KittiCalibration given = randomCalibration(3);
        const auto read = parseKittiCalibration(formatKittiCalibration(given), {});
        QVERIFY(read);
        for (std::size_t camera = 0; camera < 4; ++camera)
            QVERIFY(read->projections[camera].isApprox(given.projections[camera], 1e-12));
        QVERIFY(read->rectification.isApprox(given.rectification, 1e-12));
        QVERIFY(read->camera_lidar.isApprox(given.camera_lidar, 1e-12));
        QVERIFY(read->lidar_imu.value().isApprox(*given.lidar_imu, 1e-12));
        QCOMPARE(formatKittiCalibration(*read), formatKittiCalibration(given));
    }

    void linesAreInTheOrderThatLoadersCountOn()
    {
        QStringList names;
        for (const QByteArray& line : formatKittiCalibration(randomCalibration(1)).trimmed().split('\n'))
            names.push_back(QString::fromUtf8(line.left(line.indexOf(' '))));
        QCOMPARE(names.join(u' '), u"P0: P1: P2: P3: R0_rect: Tr_velo_to_cam: Tr_imu_to_velo:"_qs);
        QVERIFY(formatKittiCalibration(KittiCalibration::withoutCamera())
                    .startsWith("P0: 7.215377000000e+02 0.000000000000e+00 "));
    }

    void sensorGoesThroughBothRotations()
    {
        KittiCalibration calibration = randomCalibration(5);
        const Eigen::Vector3d point(1, 2, 3);
        const Eigen::Vector3d expected = calibration.rectification * (calibration.camera_lidar.leftCols<3>() * point +
                                                                         calibration.camera_lidar.col(3));
        QVERIFY((calibration.camera_sensor() * Point3<SensorFrame>{point}).v.isApprox(expected, 1e-12));
    }

    void namesOfTheOtherDatasetsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("object") << QByteArray("Tr_velo_to_cam: ");
        QTest::newRow("tracking, no colon") << QByteArray("Tr_velo_cam ");
        QTest::newRow("odometry") << QByteArray("Tr: ");
    }
    void namesOfTheOtherDatasetsAreKnown()
    {
        QFETCH(QByteArray, name);
        const auto read = parseKittiCalibration(
            projection + "calib_time: 09-Jan-2012\r\n" + QByteArray(lidar).replace("Tr_velo_to_cam: ", name), {});
        QVERIFY(read);
        QCOMPARE(read->camera_lidar.col(3), Eigen::Vector3d(0.1, 0.2, 0.3));
        QCOMPARE(read->projections[0], read->projections[2]);
        QVERIFY(read->rectification.isIdentity());
    }

    /// Converters that have no inertial unit write zeros.
    void inertialUnitIsThereOnlyWhereItStandsSomewhere_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("missing") << QByteArray() << false;
        QTest::newRow("zeros") << QByteArray("Tr_imu_to_velo: 0 0 0 0 0 0 0 0 0 0 0 0\n") << false;
        QTest::newRow("mirror") << QByteArray("Tr_imu_to_velo: 1 0 0 0 0 1 0 0 0 0 -1 0\n") << false;
        QTest::newRow("sound") << QByteArray("Tr_imu_velo 1 0 0 5 0 1 0 0 0 0 1 0\n") << true;
    }
    void inertialUnitIsThereOnlyWhereItStandsSomewhere()
    {
        QFETCH(QByteArray, line);
        const auto read = parseKittiCalibration(projection + lidar + line, {});
        QVERIFY(read);
        QTEST(read->lidar_imu.has_value(), "isThere");
    }

    void damageIsNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << u"“c.txt” has no line “P2:” with the camera's projection."_qs;
        QTest::newRow("no LiDAR") << projection
                                  << u"“c.txt” has no line “Tr_velo_to_cam:” with the place of the LiDAR."_qs;
        QTest::newRow("number missing")
            << projection + "Tr_velo_to_cam: 0 -1 0\n"
            << u"“c.txt”, line 2: “Tr_velo_to_cam:” should be followed by 12 numbers, but there are 3."_qs;
        QTest::newRow("word") << QByteArray(projection).replace("45", "x") + lidar
                              << u"“c.txt”, line 1: a number was expected, but there is “x”."_qs;
        QTest::newRow("no rotation")
            << projection + "Tr_velo_to_cam: 0 0 0 0 0 0 0 0 0 0 0 0\n"
            << u"“c.txt”: “R0_rect” and “Tr_velo_to_cam” should hold rotations, but one is none."_qs;
        QTest::newRow("mirror")
            << projection + "Tr_velo_to_cam: 1 0 0 0 0 1 0 0 0 0 -1 0\n"
            << u"“c.txt”: “R0_rect” and “Tr_velo_to_cam” should hold rotations, but one is none."_qs;
    }
    void damageIsNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        const auto read = parseKittiCalibration(text, u"c.txt"_qs);
        QVERIFY(!read);
        QCOMPARE(read.error().sentence, sentence);
    }
};

QTEST_APPLESS_MAIN(KittiCalibrationTest)
#include "tst_KittiCalibration.moc"
