#include "model/evaluation/ClickSampler.h"

#include <QTest>
#include <set>

using namespace lunkuo;

namespace
{

PointCloud cloudOf(const std::vector<Eigen::Vector3d>& points)
{
    PointCloud cloud;
    for (const Eigen::Vector3d& p : points)
        for (const double value : p)
            cloud.xyz.push_back(static_cast<float>(value));
    return cloud;
}

/// 4 x 2 x 1.6 m on the ground at z = 0, heading along x.
const Cuboid box = Cuboid::fromYaw({0.0, 0.0, 0.8}, {4.0, 2.0, 1.6}, 0.0);

/// The box's corners at a height, a little inside.
std::vector<Eigen::Vector3d> ring(double z)
{
    return {{1.8, 0.8, z}, {-1.8, 0.8, z}, {-1.8, -0.8, z}, {1.8, -0.8, z}};
}

} // namespace

class ClickSamplerTest : public QObject
{
    Q_OBJECT
private slots:
    void theWorstSideIsDraggedWhereItBelongs()
    {
        QVERIFY2(!correctiveDrag(box, Cuboid::fromYaw({0.05, 0.0, 0.8}, {4.1, 1.8, 1.2}, 0.0)), "good enough");
        // Too short in front by 1 m, too wide on the right by 0.3 m.
        const Cuboid found = Cuboid::fromYaw({-0.5, -0.15, 0.8}, {3.0, 2.3, 1.6}, 0.0);
        const auto ahead = correctiveDrag(box, found);
        QVERIFY(ahead);
        QCOMPARE(ahead->held, FaceSet(Face::Front));
        QVERIFY((ahead->cuboid.size - Eigen::Vector3d(4.0, 2.3, 1.6)).norm() < 1e-9);
        QVERIFY((ahead->cuboid.center - Eigen::Vector3d(0.0, -0.15, 0.8)).norm() < 1e-9);
        const auto aside = correctiveDrag(box, ahead->cuboid);
        QVERIFY(aside);
        QCOMPARE(aside->held, FaceSet(Face::Right));
        QVERIFY((aside->cuboid.size - box.size).norm() < 1e-9);
        const auto reversed = correctiveDrag(box, found.flipped());
        QVERIFY(reversed);
        QCOMPARE(reversed->held, FaceSet(Face::Rear));
    }

    void pointsInTheBoxAreItsOwn()
    {
        PointCloud cloud =
            cloudOf({{0, 0, 0.1}, {2.0, 1.0, 1.0}, {2.1, 0, 1.0}, {0, -1.1, 1.0}, {0, 0, 1.7}, {0, 0, 0.5}});
        QCOMPARE(pointsInside(cloud, box), (std::vector<std::uint32_t>{0, 1, 5}));
        QCOMPARE(raisedPoints(cloud, box, pointsInside(cloud, box), 0.3), (std::vector<std::uint32_t>{1, 5}));
        cloud.offset = {100.0, 0.0, 0.0};
        QVERIFY(pointsInside(cloud, box).empty());
    }

    void clicksAreOnPointsAboveTheRoad()
    {
        std::vector<Eigen::Vector3d> points = ring(0.1);
        for (const double z : {0.4, 0.8, 1.2})
            for (const Eigen::Vector3d& p : ring(z))
                points.push_back(p);
        const PointCloud cloud = cloudOf(points);
        const auto inside = pointsInside(cloud, box);
        std::set<std::pair<double, double>> places;
        for (std::uint64_t key = 0; key < 200; ++key) {
            const auto click = randomClick(cloud, box, inside, key);
            QVERIFY(click);
            QVERIFY(click->z() >= 0.3);
            QCOMPARE(*randomClick(cloud, box, inside, key), *click);
            places.emplace(click->z(), click->x() + 0.1 * click->y());
        }
        QCOMPARE(places.size(), std::size_t(12)); // all of them get their turn
    }

    void nobodyClicksOnTheRoad()
    {
        const PointCloud cloud = cloudOf(ring(0.2));
        QVERIFY(!randomClick(cloud, box, pointsInside(cloud, box), 1));
    }

    void keysTellSeedsAndWordsApart()
    {
        const std::uint64_t key = clickKey(1, {u"000012"_qs, u"3"_qs});
        QCOMPARE(clickKey(1, {u"000012"_qs, u"3"_qs}), key);
        const std::set<std::uint64_t> keys{key, clickKey(2, {u"000012"_qs, u"3"_qs}),
            clickKey(1, {u"000012"_qs, u"4"_qs}), clickKey(1, {u"000013"_qs, u"3"_qs}),
            clickKey(1, {u"0000123"_qs, QString()}), clickKey(1, {u"000012"_qs})};
        QCOMPARE(keys.size(), std::size_t(6));
    }

    /// Above, as seen by a person: what was found, as x from..to at y -1..1, and where the click goes.
    void corrections_data()
    {
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::addColumn<std::vector<Eigen::Vector3d>>("others");
        QTest::addColumn<int>("belongs"); // 1 yes, 0 no, -1 no click
        QTest::addColumn<double>("x");
        const std::vector<Eigen::Vector3d> none;
        const std::vector<Eigen::Vector3d> hedge{{2.6, 0.0, 1.0}, {3.2, 0.0, 1.0}, {3.9, 0.0, 1.0}};
        const std::vector<Eigen::Vector3d> low{{3.2, 0.0, 0.1}};
        const std::vector<Eigen::Vector3d> high{{3.2, 0.0, 2.5}};
        const std::vector<Eigen::Vector3d> mirror{{2.1, 0.0, 1.0}};
        QTest::newRow("as it should be") << -2.0 << 2.0 << none << -1 << 0.0;
        QTest::newRow("rear cut off") << -1.0 << 2.0 << none << 1 << -1.8;
        QTest::newRow("rear cut off a little") << -1.7 << 2.0 << none << -1 << 0.0;
        QTest::newRow("too long over nothing") << -2.0 << 4.0 << none << -1 << 0.0;
        QTest::newRow("too long over a hedge") << -2.0 << 4.0 << hedge << 0 << 2.6;
        QTest::newRow("a little too long") << -2.0 << 2.7 << hedge << -1 << 0.0;
        QTest::newRow("too long over road") << -2.0 << 4.0 << low << -1 << 0.0;
        QTest::newRow("too long under a branch") << -2.0 << 4.0 << high << -1 << 0.0;
        QTest::newRow("at the edge of the label") << -2.0 << 4.0 << mirror << -1 << 0.0;
        QTest::newRow("missing goes before foreign") << -1.0 << 4.0 << hedge << 1 << -1.8;
    }
    void corrections()
    {
        QFETCH(double, from);
        QFETCH(double, to);
        QFETCH(std::vector<Eigen::Vector3d>, others);
        QFETCH(int, belongs);
        QFETCH(double, x);
        std::vector<Eigen::Vector3d> points = ring(1.0);
        points.insert(points.end(), others.begin(), others.end());
        const PointCloud cloud = cloudOf(points);
        const Cuboid found = Cuboid::fromYaw({0.5 * (from + to), 0.0, 0.8}, {to - from, 2.0, 1.6}, 0.0);
        const auto click = correctiveClick(cloud, box, pointsInside(cloud, box), found);
        QCOMPARE(click ? static_cast<int>(click->belongs) : -1, belongs);
        if (click)
            QVERIFY2(std::abs(click->position.x() - x) < 1e-6, qPrintable(QString::number(click->position.x())));
    }
};

QTEST_APPLESS_MAIN(ClickSamplerTest)
#include "tst_ClickSampler.moc"
