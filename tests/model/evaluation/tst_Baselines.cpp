#include "model/evaluation/Baselines.h"

#include "model/geometry/Angles.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// Visible sides of a box seen from the origin's side: the one at its rear and the one at its right, 5 cm apart, from
/// 0.4 to 1.4 m over the ground at z = 0.
std::vector<Eigen::Vector3d> corner(const Cuboid& box)
{
    std::vector<Eigen::Vector3d> points;
    for (double z = 0.4; z < 1.45; z += 0.2) {
        for (double x = -0.5; x <= 0.5001; x += 0.05 / box.size.x())
            points.push_back(box.toSensor({x * box.size.x(), -0.5 * box.size.y(), z - box.center.z()}));
        for (double y = -0.5; y <= 0.5001; y += 0.05 / box.size.y())
            points.push_back(box.toSensor({-0.5 * box.size.x(), y * box.size.y(), z - box.center.z()}));
    }
    return points;
}

std::shared_ptr<const PreparedFrame> frameOf(const std::vector<Eigen::Vector3d>& points)
{
    auto cloud = std::make_shared<PointCloud>();
    const auto put = [&cloud](const Eigen::Vector3d& p) {
        for (const double value : p)
            cloud->xyz.push_back(static_cast<float>(value));
    };
    for (double x = -5.0; x < 25.0; x += 0.25)
        for (double y = -10.0; y < 10.0; y += 0.25)
            put({x, y, 0.0});
    std::for_each(points.begin(), points.end(), put);
    return PreparedFrame::prepare(cloud, {0.0, 0.0, 1.7});
}

QString complaintAbout(const Cuboid& found, const Cuboid& wanted)
{
    const double turn = std::remainder(found.yaw() - wanted.yaw(), std::numbers::pi);
    if ((found.center - wanted.center).head<2>().norm() < 0.05 && (found.size - wanted.size).head<2>().norm() < 0.05 &&
        std::abs(turn) < radians(1.01))
        return {};
    return u"%1 %2, %3 x %4, %5°"_qs.arg(found.center.x())
        .arg(found.center.y())
        .arg(found.size.x())
        .arg(found.size.y())
        .arg(degrees(found.yaw()));
}

} // namespace

class BaselinesTest : public QObject
{
    Q_OBJECT
private slots:
    void theClusterEndsAtGapsAndAtTheGround()
    {
        const Cuboid car = Cuboid::fromYaw({10.0, 0.0, 0.8}, {4.0, 1.8, 1.6}, 0.4);
        const Cuboid neighbour = Cuboid::fromYaw({10.0, 4.0, 0.8}, {4.0, 1.8, 1.6}, 0.4);
        std::vector<Eigen::Vector3d> points = corner(car);
        const std::size_t own = points.size();
        const std::vector<Eigen::Vector3d> others = corner(neighbour);
        points.insert(points.end(), others.begin(), others.end());
        const auto frame = frameOf(points);
        const auto cluster = clusterAt(*frame, points.front());
        QCOMPARE(cluster.size(), own + 1); // the click and the points, among them that under the click
        for (const Eigen::Vector3d& p : cluster)
            QVERIFY(car.contains(p, 0.01));
    }

    void aClickOnNothingIsAllThereIs()
    {
        const auto frame = frameOf({});
        const Eigen::Vector3d click(5.0, 5.0, 1.0);
        const auto cluster = clusterAt(*frame, click);
        QCOMPARE(cluster.size(), std::size_t(1));
        for (const Cuboid& box : {minimumAreaBox(cluster, 0.0), closenessBox(cluster, 0.0)}) {
            QVERIFY(box.isValid());
            QVERIFY((box.center - Eigen::Vector3d(5.0, 5.0, 0.5)).norm() < 1e-6);
        }
    }

    void rectanglesFitACornerAtEveryHeading_data()
    {
        QTest::addColumn<double>("yaw_deg");
        for (const double yaw_deg : {0.0, 10.0, 44.0, 45.0, 80.0, 90.0, 130.0, -30.0})
            QTest::addRow("%g degrees", yaw_deg) << yaw_deg;
    }
    void rectanglesFitACornerAtEveryHeading()
    {
        QFETCH(double, yaw_deg);
        const Cuboid car = Cuboid::fromYaw({10.0, -3.0, 0.7}, {4.2, 1.7, 1.4}, radians(yaw_deg));
        const std::vector<Eigen::Vector3d> points = corner(car);
        const Cuboid closest = closenessBox(points, 0.0);
        QCOMPARE(complaintAbout(closest, car), QString());
        QVERIFY2(std::abs(closest.size.z() - 1.4) < 0.01, "from the ground to the highest point");
        QVERIFY(std::abs(closest.center.z() - 0.7) < 0.01);

        // The smallest rectangle round a mere corner is another one; round all four it is the box.
        std::vector<Eigen::Vector3d> all;
        for (const Eigen::Vector3d& p : car.corners())
            all.push_back(p);
        QCOMPARE(complaintAbout(minimumAreaBox(all, 0.0), car), QString());
        QVERIFY(minimumAreaBox(points, 0.0).size.head<2>().prod() <= closest.size.head<2>().prod() + 1e-9);
    }

    void aLineIsARectangleToo()
    {
        std::vector<Eigen::Vector3d> points;
        for (int i = 0; i <= 20; ++i)
            points.emplace_back(5.0 + 0.1 * i, 5.0 + 0.1 * i, 1.0);
        for (const Cuboid& box : {minimumAreaBox(points, 0.0), closenessBox(points, 0.0)}) {
            QVERIFY(box.isValid());
            QVERIFY(std::abs(box.size.x() - 2.0 * std::sqrt(2.0)) < 0.01);
            QVERIFY(std::abs(std::remainder(box.yaw() - radians(45.0), std::numbers::pi)) < 0.01);
        }
    }
};

QTEST_APPLESS_MAIN(BaselinesTest)
#include "tst_Baselines.moc"
