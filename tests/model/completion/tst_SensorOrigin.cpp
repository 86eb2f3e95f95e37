#include "model/completion/SensorOrigin.h"

#include "model/synth/SpinningLidar.h"

#include <QTest>
#include <limits>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

/// A street as its sensor sees it.
const PointCloud& street()
{
    static const PointCloud cloud = [] {
        LidarOptions lidar;
        lidar.columns = 1200;
        return simulateFrame(StreetScene::street(1), 0, lidar).cloud;
    }();
    return cloud;
}

/// The same in the frame of a vehicle whose sensor stands at that place.
PointCloud inVehicle(const Eigen::Vector3d& sensor)
{
    PointCloud cloud = street();
    for (std::size_t i = 0; i < cloud.size(); ++i)
        for (int axis = 0; axis < 3; ++axis)
            cloud.xyz[3 * i + static_cast<std::size_t>(axis)] += static_cast<float>(sensor[axis]);
    return cloud;
}

PointCloud cloudOf(const std::vector<float>& xyz)
{
    PointCloud cloud;
    cloud.xyz.assign(xyz.begin(), xyz.end());
    return cloud;
}

} // namespace

class SensorOriginTest : public QObject
{
    Q_OBJECT
private slots:
    void aCloudInTheSensorsFrameKeepsItsOrigin() { QCOMPARE(estimateSensorOrigin(street()), Eigen::Vector3d(0, 0, 0)); }

    void aSensorOnAVehicleIsFound_data()
    {
        QTest::addColumn<Eigen::Vector3d>("sensor");
        QTest::newRow("over the origin") << Eigen::Vector3d(0, 0, 1.75);
        QTest::newRow("over the front seats") << Eigen::Vector3d(0.9, 0, 1.8);
        QTest::newRow("on the rear left corner") << Eigen::Vector3d(-1.2, 0.6, 1.6);
    }
    void aSensorOnAVehicleIsFound()
    {
        QFETCH(Eigen::Vector3d, sensor);
        const Eigen::Vector3d found = estimateSensorOrigin(inVehicle(sensor));
        const QByteArray told = QStringLiteral("%1 %2 %3").arg(found.x()).arg(found.y()).arg(found.z()).toUtf8();
        QVERIFY2((found - sensor).head<2>().norm() < 0.3, told);
        QVERIFY2(std::abs(found.z() - sensor.z()) < 0.6, told);
    }

    void aSensorFarFromTheOriginIsFound_data()
    {
        QTest::addColumn<Eigen::Vector3d>("sensor");
        QTest::newRow("in a town's grid") << Eigen::Vector3d(3210.0, -250.0, 12.0);
        QTest::newRow("in UTM") << Eigen::Vector3d(512345.678, 5412345.678, 431.25);
    }
    void aSensorFarFromTheOriginIsFound()
    {
        QFETCH(Eigen::Vector3d, sensor);
        PointCloud cloud = street();
        cloud.offset = sensor;
        const Eigen::Vector3d off = estimateSensorOrigin(cloud) - sensor;
        const QByteArray told = QStringLiteral("%1 %2 %3 off").arg(off.x()).arg(off.y()).arg(off.z()).toUtf8();
        QVERIFY2(off.head<2>().norm() < 0.5, told);
        QVERIFY2(std::abs(off.z()) < 0.6, told);
    }

    void fewPointsInAMapAreLookedAtFromAbove()
    {
        PointCloud cloud = cloudOf({1, 2, 3});
        cloud.offset = {512345.0, 5412345.0, 431.0};
        const Eigen::Vector3d above = estimateSensorOrigin(cloud) - cloud.point(0);
        QVERIFY(above.head<2>().norm() < 1e-3 && above.z() > 1.0 && above.z() < 3.0);
    }

    void cloudsThatSayNothingKeepTheirOrigin_data()
    {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        QTest::addColumn<PointCloud>("cloud");
        QTest::newRow("empty") << cloudOf({});
        QTest::newRow("one point") << cloudOf({1, 2, 3});
        QTest::newRow("not numbers") << cloudOf(std::vector<float>(6000, nan));
        QTest::newRow("one place") << cloudOf(std::vector<float>(6000, 5.0F));
        QTest::newRow("far out") << cloudOf(std::vector<float>(6000, 1e30F));
    }
    void cloudsThatSayNothingKeepTheirOrigin()
    {
        QFETCH(PointCloud, cloud);
        QCOMPARE(estimateSensorOrigin(cloud), Eigen::Vector3d(0, 0, 0));
    }
};

QTEST_APPLESS_MAIN(SensorOriginTest)
#include "tst_SensorOrigin.moc"
