#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiLabel.h"
#include "model/geometry/Angles.h"

#include <QLocale>
#include <QTest>
#include <random>

using namespace lunkuo;

namespace
{
constexpr double pi = std::numbers::pi;

/// Axes parallel to the LiDAR's and no offset, so that numbers can be computed by hand.
Transform<CameraFrame, SensorFrame> parallelAxes()
{
    return KittiCalibration::withoutCamera().camera_sensor();
}

Transform<CameraFrame, SensorFrame> tiltedCamera(double tilt)
{
    Transform<CameraFrame, SensorFrame> result = parallelAxes();
    result.m.linear() =
        result.m.linear() * Eigen::AngleAxisd(tilt, Eigen::Vector3d(0.3, 0.9, 0.1).normalized()).toRotationMatrix();
    result.m.translation() = Eigen::Vector3d(0.05, -0.07, -0.27);
    return result;
}

const QString line = QStringLiteral("Car 0.88 3 -0.69 0.00 192.37 402.31 374.00 1.60 1.57 3.23 -2.70 1.74 3.68 -1.29");
} // namespace

class KittiLabelTest : public QObject
{
    Q_OBJECT
private slots:
    void lineIsTakenApart()
    {
        const auto label = parseKittiLabel(line, QStringLiteral("here"));
        QVERIFY(label);
        QCOMPARE(label->type, QStringLiteral("Car"));
        QCOMPARE(label->truncated, 0.88);
        QCOMPARE(label->occluded, 3);
        QCOMPARE(label->alpha, -0.69);
        QCOMPARE(label->box, (ImageBox{0.0, 192.37, 402.31, 374.0}));
        QCOMPARE(label->size, Eigen::Vector3d(3.23, 1.57, 1.60));
        QCOMPARE(label->location, Eigen::Vector3d(-2.70, 1.74, 3.68));
        QCOMPARE(label->rotationY, -1.29);
    }

    void scoreOfResultsIsDropped() { QVERIFY(parseKittiLabel(line + QStringLiteral(" 0.97"), {})); }

    void badLinesAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("too short") << u"Car 0.00 0 -1.57"_qs
                                   << u"here: a label of 15 fields was expected, but there are 4."_qs;
        QTest::newRow("two lines in one")
            << QString(line + u' ' + line) << u"here: a label of 15 fields was expected, but there are 30."_qs;
        const auto with = [](const QString& what, const QString& instead) {
            return QString(line).replace(what, instead);
        };
        QTest::newRow("a word") << with(u"1.57"_qs, u"wide"_qs)
                                << u"here: field 10 should be a number, but it is “wide”."_qs;
        QTest::newRow("decimal comma") << with(u"3.68"_qs, u"3,68"_qs)
                                       << u"here: field 14 should be a number, but it is “3,68”."_qs;
        QTest::newRow("not a number") << with(u"3.68"_qs, u"nan"_qs)
                                      << u"here: field 14 should be a number, but it is “nan”."_qs;
        QTest::newRow("no height") << with(u"1.60"_qs, u"0.00"_qs)
                                   << u"here: height, width and length should be greater than zero."_qs;
        QTest::newRow("occlusion beyond reason")
            << with(u" 3 "_qs, u" 1e30 "_qs) << u"here: the occlusion should be 0 to 3, but it is “1e30”."_qs;
    }
    void badLinesAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(QString, sentence);
        const auto label = parseKittiLabel(text, QStringLiteral("here"));
        QVERIFY(!label);
        QCOMPARE(label.error().sentence, sentence);
    }

    void damagedLinesLeaveTheOthersWhole()
    {
        const KittiLabels labels =
            parseKittiLabels(line.toUtf8() + "\r\n\nCar 1 2\n" + line.toUtf8(), QStringLiteral("a.txt"));
        QCOMPARE(labels.labels.size(), std::size_t(2));
        QCOMPARE(labels.remarks,
            QStringList{QStringLiteral("“a.txt”, line 3: a label of 15 fields was expected, but there are 3.")});
    }

    void carStraightAhead()
    {
        // 10 m ahead, 2 m to the left, centre 1 m below the LiDAR, looking where the LiDAR looks.
        const KittiLabel label = kittiLabelOf(Cuboid::fromYaw({10, 2, -1}, {4, 1.8, 1.6}, 0.0), parallelAxes());
        QCOMPARE(label.size, Eigen::Vector3d(4, 1.8, 1.6));
        QVERIFY(label.location.isApprox(Eigen::Vector3d(-2, 1 + 0.8, 10), 1e-12));
        QCOMPARE(label.rotationY, -pi / 2);
        QCOMPARE(label.alpha, -pi / 2 + std::atan2(2.0, 10.0));
    }

    void headingsTurnTheOtherWayRound_data()
    {
        QTest::addColumn<double>("yaw");
        QTest::addColumn<double>("rotationY");
        QTest::newRow("away") << 0.0 << -pi / 2;
        QTest::newRow("to the right") << -pi / 2 << 0.0;
        QTest::newRow("towards") << pi << pi / 2;
        QTest::newRow("to the left") << pi / 2 << -pi;
        QTest::newRow("half left") << pi / 4 << -3 * pi / 4;
    }
    void headingsTurnTheOtherWayRound()
    {
        QFETCH(double, yaw);
        QFETCH(double, rotationY);
        const KittiLabel label = kittiLabelOf(Cuboid::fromYaw({10, 2, -1}, {4, 1.8, 1.6}, yaw), parallelAxes());
        QVERIFY2(
            std::abs(wrapAngle(label.rotationY - rotationY)) < 1e-12, qPrintable(QString::number(label.rotationY)));
    }

    void boxesComeBack_data()
    {
        QTest::addColumn<double>("tilt");
        QTest::newRow("level") << 0.0;
        QTest::newRow("KITTI's") << 0.015;
        QTest::newRow("steep") << 0.4;
    }
    void boxesComeBack()
    {
        QFETCH(double, tilt);
        const auto camera_sensor = tiltedCamera(tilt);
        std::mt19937 random(7);
        std::uniform_real_distribution<double> anywhere(-80.0, 80.0);
        std::uniform_real_distribution<double> length(0.3, 20.0);
        for (int i = 0; i < 500; ++i) {
            const Cuboid given = Cuboid::fromYaw({anywhere(random), anywhere(random), anywhere(random) / 20},
                {length(random), length(random), length(random)}, anywhere(random));
            KittiLabel label = kittiLabelOf(given, camera_sensor);
            label.type = QStringLiteral("Car");
            const auto read = parseKittiLabel(formatKittiLabel(label), {});
            QVERIFY(read);
            const Cuboid back = cuboidOf(*read, camera_sensor);
            QVERIFY((back.center - given.center).norm() < 1e-5);
            QVERIFY((back.size - given.size).norm() < 1e-5);
            QVERIFY(std::abs(wrapAngle(back.yaw() - given.yaw())) < radians(0.001));
        }
    }

    void linesAreAsLoadersWantThem()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const auto label = parseKittiLabel(line, {});
        const QString text = formatKittiLabel(*label);
        QLocale::setDefault(before);
        QCOMPARE(
            text, QStringLiteral(
                      "Car 0.880000 3 -0.690000 0.000000 192.370000 402.310000 374.000000 1.600000 1.570000 3.230000 "
                      "-2.700000 1.740000 3.680000 -1.290000"));
        QCOMPARE(text.split(u' ').size(), 15);
    }

    void zeroHasNoSign()
    {
        auto label = parseKittiLabel(line, {});
        label->location.x() = -1e-9;
        QCOMPARE(formatKittiLabel(*label).split(u' ')[11], QStringLiteral("0.000000"));
    }

    void regionsGoLastAndNoFileIsEmpty()
    {
        const auto car = parseKittiLabel(line, {});
        const KittiLabel region = KittiLabel::dontCare({1, 2, 3, 4});
        const QString regionLine =
            QStringLiteral("DontCare -1.000000 -1 -10.000000 1.000000 2.000000 3.000000 4.000000 -1.000000 "
                           "-1.000000 -1.000000 -1000.000000 -1000.000000 -1000.000000 -10.000000\n");
        QCOMPARE(QString::fromUtf8(formatKittiLabels({region, *car})), formatKittiLabel(*car) + u'\n' + regionLine);
        QVERIFY(formatKittiLabels({}).startsWith("DontCare -1.000000 -1 -10.000000 -1.000000 "));
        QCOMPARE(formatKittiLabels({}).count('\n'), 1);
    }

    /// Read the way OpenPCDet reads, with a camera that is tilted against the sensor.
    void openPcdetFindsItsBoxesExactly()
    {
        Transform<CameraFrame, SensorFrame> camera_sensor = parallelAxes();
        camera_sensor.m.linear() =
            camera_sensor.m.linear() * Eigen::AngleAxisd(0.1, Eigen::Vector3d(1, 2, 3).normalized()).toRotationMatrix();
        const Cuboid given = Cuboid::fromYaw({10, 2, -1}, {8, 2.5, 3.6}, 0.7);
        const auto readBack = [&](const KittiLabel& label) {
            Eigen::Vector3d center = camera_sensor.m.inverse() * label.location;
            center.z() += 0.5 * label.size.z();
            return Cuboid::fromYaw(center, label.size, -(label.rotationY + 0.5 * std::numbers::pi));
        };
        const Cuboid found = readBack(openPcdetLabelOf(given, camera_sensor));
        QVERIFY((found.center - given.center).norm() < 1e-9);
        QVERIFY(std::abs(wrapAngle(found.yaw() - given.yaw())) < 1e-9);
        QVERIFY2((readBack(kittiLabelOf(given, camera_sensor)).center - given.center).norm() > 0.05,
            "the exact label is off there");
    }
};

QTEST_APPLESS_MAIN(KittiLabelTest)
#include "tst_KittiLabel.moc"
