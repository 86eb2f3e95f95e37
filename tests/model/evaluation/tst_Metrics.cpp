#include "model/evaluation/Metrics.h"

#include "model/geometry/Angles.h"

#include <QTest>

using namespace lunkuo;

namespace
{

const Cuboid box = Cuboid::fromYaw({10.0, 4.0, 0.8}, {4.0, 2.0, 1.6}, 0.3);

/// The box moved in its own frame, turned, and made larger.
Cuboid changed(
    const Eigen::Vector3d& by, double turn_deg = 0.0, const Eigen::Vector3d& larger = Eigen::Vector3d::Zero())
{
    return Cuboid::fromYaw(box.toSensor(by), box.size + larger, box.yaw() + radians(turn_deg));
}

PointCloud cloudOf(const std::vector<Eigen::Vector3d>& points)
{
    PointCloud cloud;
    for (const Eigen::Vector3d& p : points)
        for (const double value : p)
            cloud.xyz.push_back(static_cast<float>(value));
    return cloud;
}

/// The surface of a cuboid as twelve triangles.
Outline boxOutline(const Eigen::Vector3d& size)
{
    Outline outline;
    for (unsigned i = 0; i < 8; ++i)
        outline.vertices.emplace_back(
            (i & 1U ? 0.5 : -0.5) * size.x(), (i & 2U ? 0.5 : -0.5) * size.y(), (i & 4U ? 0.5 : -0.5) * size.z());
    outline.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4}, {2, 6, 3}, {3, 6, 7},
        {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
    return outline;
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT
private slots:
    void boxesAreCompared_data()
    {
        QTest::addColumn<Eigen::Vector3d>("by");
        QTest::addColumn<double>("turn_deg");
        QTest::addColumn<Eigen::Vector3d>("larger");
        QTest::addColumn<double>("bev");
        QTest::addColumn<double>("solid");
        QTest::addColumn<double>("yaw_deg");
        QTest::addColumn<bool>("facesRight");
        QTest::addColumn<double>("bottom");
        using V = Eigen::Vector3d;
        const V none = V::Zero();
        QTest::newRow("the same") << none << 0.0 << none << 1.0 << 1.0 << 0.0 << true << 0.0;
        QTest::newRow("half a length ahead")
            << V(2, 0, 0) << 0.0 << none << 1.0 / 3.0 << 1.0 / 3.0 << 0.0 << true << 0.0;
        QTest::newRow("half a height up") << V(0, 0, 0.8) << 0.0 << none << 1.0 << 1.0 / 3.0 << 0.0 << true << 0.8;
        QTest::newRow("elsewhere") << V(9, 0, 0) << 0.0 << none << 0.0 << 0.0 << 0.0 << true << 0.0;
        QTest::newRow("turned round") << none << 180.0 << none << 1.0 << 1.0 << 0.0 << false << 0.0;
        QTest::newRow("across") << none << 90.0 << none << 1.0 / 3.0 << 1.0 / 3.0 << 90.0 << false << 0.0;
        QTest::newRow("five degrees right") << V(50, 0, 0) << -5.0 << none << 0.0 << 0.0 << 5.0 << true << 0.0;
        QTest::newRow("round and a little more") << V(50, 0, 0) << 187.0 << none << 0.0 << 0.0 << 7.0 << false << 0.0;
        QTest::newRow("twice as long") << none << 0.0 << V(4, 0, 0) << 0.5 << 0.5 << 0.0 << true << 0.0;
        QTest::newRow("twice as high, same bottom")
            << V(0, 0, 0.8) << 0.0 << V(0, 0, 1.6) << 1.0 << 0.5 << 0.0 << true << 0.0;
    }
    void boxesAreCompared()
    {
        QFETCH(Eigen::Vector3d, by);
        QFETCH(double, turn_deg);
        QFETCH(Eigen::Vector3d, larger);
        QFETCH(double, bev);
        QFETCH(double, solid);
        QFETCH(double, yaw_deg);
        QFETCH(bool, facesRight);
        QFETCH(double, bottom);
        const BoxScore score = scoreBox(changed(by, turn_deg, larger), box);
        QVERIFY2(std::abs(score.bevIou - bev) < 1e-9, qPrintable(QString::number(score.bevIou)));
        QVERIFY2(std::abs(score.iou3d - solid) < 1e-9, qPrintable(QString::number(score.iou3d)));
        QVERIFY2(std::abs(score.yawError_deg - yaw_deg) < 1e-6, qPrintable(QString::number(score.yawError_deg)));
        if (yaw_deg != 90.0) // as far from one as from the other
            QCOMPARE(score.facesRight, facesRight);
        QVERIFY(std::abs(score.center_m - by.head<2>().norm()) < 1e-9);
        QVERIFY(std::abs(score.bottom_m - bottom) < 1e-9);
        QVERIFY((score.size_m - larger).norm() < 1e-9);
    }

    /// The triangle has its right angle at the origin, sides of 4 along x and 3 along y.
    void distancesToATriangle_data()
    {
        QTest::addColumn<Eigen::Vector3d>("place");
        QTest::addColumn<double>("distance");
        using V = Eigen::Vector3d;
        QTest::newRow("on it") << V(1, 1, 0) << 0.0;
        QTest::newRow("above it") << V(1, 1, 2) << 2.0;
        QTest::newRow("below it") << V(1, 1, -2) << 2.0;
        QTest::newRow("beyond the corner a") << V(-3, -4, 0) << 5.0;
        QTest::newRow("beyond the corner b") << V(7, 0, 4) << 5.0;
        QTest::newRow("beyond the corner c") << V(0, 6, 4) << 5.0;
        QTest::newRow("beside the edge ab") << V(2, -3, 4) << 5.0;
        QTest::newRow("beside the edge ac") << V(-3, 1, -4) << 5.0;
        QTest::newRow("beside the edge bc") << V(2.0 + 3.0, 1.5 + 4.0, 0) << 5.0;
        QTest::newRow("over the edge bc") << V(2.0 + 1.8, 1.5 + 2.4, 4) << 5.0;
    }
    void distancesToATriangle()
    {
        QFETCH(Eigen::Vector3d, place);
        QFETCH(double, distance);
        const Eigen::Vector3d a(0, 0, 0);
        const Eigen::Vector3d b(4, 0, 0);
        const Eigen::Vector3d c(0, 3, 0);
        for (const double found : {distanceToTriangle(place, a, b, c), distanceToTriangle(place, b, c, a),
                 distanceToTriangle(place, c, a, b), distanceToTriangle(place, a, c, b)})
            QVERIFY2(std::abs(found - distance) < 1e-9, qPrintable(QString::number(found)));
    }

    void coverageCountsPointsNearTheSurface()
    {
        const Outline outline = boxOutline(box.size);
        std::vector<Eigen::Vector3d> points;
        // Off the left side by so much, the last one in the middle of the box.
        for (const double off : {0.0, 0.09, -0.09, 0.11, -0.15, 0.19, 0.21, -0.21, 3.0, -1.0})
            points.push_back(box.toSensor({0.7, 1.0 + off, 0.2}));
        const Coverage coverage = coverageOf(outline, box, points);
        QVERIFY(std::abs(coverage.within10cm - 0.3) < 1e-9);
        QVERIFY(std::abs(coverage.within20cm - 0.6) < 1e-9);
        QCOMPARE(coverageOf(Outline(), box, points).within20cm, 0.0);
        QCOMPARE(coverageOf(outline, box, {}).within20cm, 0.0);
    }

    void segmentationLeavesRoadAndEdgesOut()
    {
        const auto at = [](double x, double y, double height) { return box.toSensor({x, y, height - 0.8}); };
        const PointCloud cloud = cloudOf({
            at(1, 0, 1), at(-1, 0, 1), at(0, 0.5, 1), at(0, -0.5, 1), // 0..3 the object's
            at(1, 0.5, 0.1),                                          // 4 in the box, may be road
            at(2.05, 0, 1),                                           // 5 at its edge
            at(2.5, 0, 1),                                            // 6 foreign
            at(2.5, 0, 0.1),                                          // 7 foreign road
        });
        const std::vector<std::uint32_t> inside{0, 1, 2, 3, 4};
        const auto scored = [&](const std::vector<std::uint32_t>& chosen) {
            const Segmentation s = scoreSegmentation(cloud, box, inside, chosen);
            return u"%1 %2"_qs.arg(s.precision).arg(s.recall);
        };
        QCOMPARE(scored({0, 1, 2, 3}), u"1 1"_qs);
        QCOMPARE(scored({0, 1, 2, 3, 4, 5, 7}), u"1 1"_qs);
        QCOMPARE(scored({0, 1, 2}), u"1 0.75"_qs);
        QCOMPARE(scored({0, 1, 2, 6}), u"0.75 0.75"_qs);
        QCOMPARE(scored({6}), u"0 0"_qs);
        QCOMPARE(scored({}), u"0 0"_qs);
    }

    void confidenceIsJudgedByItsOrder_data()
    {
        QTest::addColumn<QByteArray>("answers"); // confidence in tenths, then + good or - bad
        QTest::addColumn<double>("area");
        QTest::newRow("the good ones are surer") << QByteArray("9+8+2-1-") << 1.0;
        QTest::newRow("the bad ones are surer") << QByteArray("9-8-2+1+") << 0.0;
        QTest::newRow("half and half") << QByteArray("9+8-2-1+") << 0.5;
        QTest::newRow("all the same") << QByteArray("5+5-5-5+") << 0.5;
        QTest::newRow("one tie") << QByteArray("9+5+5-1-") << 0.875;
        QTest::newRow("nothing bad") << QByteArray("9+8+") << std::nan("");
        QTest::newRow("nothing") << QByteArray() << std::nan("");
    }
    void confidenceIsJudgedByItsOrder()
    {
        QFETCH(QByteArray, answers);
        QFETCH(double, area);
        std::vector<std::pair<double, bool>> pairs;
        for (qsizetype i = 0; i < answers.size(); i += 2)
            pairs.emplace_back(0.1 * (answers[i] - '0'), answers[i + 1] == '+');
        const double found = areaUnderCurve(pairs);
        QVERIFY2(
            std::isnan(area) ? std::isnan(found) : std::abs(found - area) < 1e-12, qPrintable(QString::number(found)));
    }

    void quantilesLieBetweenNeighbours()
    {
        QCOMPARE(quantile({4, 1, 3, 2, 5}, 0.5), 3.0);
        QCOMPARE(quantile({4, 1, 3, 2}, 0.5), 2.5);
        QCOMPARE(quantile({4, 1, 3, 2, 5}, 0.0), 1.0);
        QCOMPARE(quantile({4, 1, 3, 2, 5}, 1.0), 5.0);
        QCOMPARE(quantile({0, 10}, 0.95), 9.5);
        QCOMPARE(quantile({7}, 0.9), 7.0);
        QVERIFY(std::isnan(quantile({}, 0.5)));
        QCOMPARE(mean(std::vector<double>{1, 2, 6}), 3.0);
        QVERIFY(std::isnan(mean({})));
    }
};

QTEST_APPLESS_MAIN(MetricsTest)
#include "tst_Metrics.moc"
