#include "model/base/CancelScope.h"
#include "model/geometry/PointIndex.h"

#include <QTest>
#include <random>
#include <thread>

using namespace lunkuo;

namespace
{
CloudPtr cloudOf(const std::vector<Eigen::Vector3d>& points, const Eigen::Vector3d& offset = Eigen::Vector3d::Zero())
{
    auto cloud = std::make_shared<PointCloud>();
    cloud->offset = offset;
    for (const Eigen::Vector3d& point : points)
        for (int axis = 0; axis < 3; ++axis)
            cloud->xyz.push_back(static_cast<float>(point[axis] - offset[axis]));
    return cloud;
}

/// A street of 60 x 40 x 6 m, denser towards the sensor.
CloudPtr street(std::size_t count, const Eigen::Vector3d& offset = Eigen::Vector3d::Zero())
{
    std::mt19937 random(5);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> height(-2.0, 4.0);
    std::vector<Eigen::Vector3d> points;
    for (std::size_t i = 0; i < count; ++i)
        points.push_back(offset + Eigen::Vector3d(15.0 * normal(random), 10.0 * normal(random), height(random)));
    return cloudOf(points, offset);
}

std::vector<std::uint32_t> every(const PointCloud& cloud, const auto& wanted)
{
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < cloud.size(); ++i)
        if (wanted(cloud.point(i)))
            found.push_back(i);
    return found;
}
} // namespace

class PointIndexTest : public QObject
{
    Q_OBJECT

    static void addPlaces()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("outlier");
        QTest::newRow("sensor frame") << 0.0 << 0.0 << 0.0;
        QTest::newRow("map frame") << 455321.0 << 5'429'876.0 << 0.0;
        QTest::newRow("one point far away") << 0.0 << 0.0 << 1e9;
        QTest::newRow("one point at the end of float") << 0.0 << 0.0 << 3e38;
    }
    static CloudPtr fetchCloud()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, outlier);
        auto cloud = std::make_shared<PointCloud>(*street(3000, {x, y, 0}));
        if (outlier != 0.0)
            for (const double value : {outlier, -outlier, outlier})
                cloud->xyz.push_back(static_cast<float>(value));
        return cloud;
    }

private slots:
    void ballHoldsWhatIsNear_data() { addPlaces(); }
    void ballHoldsWhatIsNear()
    {
        const CloudPtr cloud = fetchCloud();
        const PointIndex index(cloud);
        for (std::size_t i = 0; i < 100; ++i) {
            const Eigen::Vector3d center = cloud->point(i) + Eigen::Vector3d(0.1, 0.2, 0.3);
            for (const double radius : {0.0, 0.3, 2.0, 500.0})
                QCOMPARE(index.within(center, radius),
                    every(*cloud, [&](const Eigen::Vector3d& p) { return (p - center).norm() <= radius; }));
        }
    }

    void boxHoldsWhatIsInside_data() { addPlaces(); }
    void boxHoldsWhatIsInside()
    {
        const CloudPtr cloud = fetchCloud();
        const PointIndex index(cloud);
        for (std::size_t i = 0; i < 100; ++i) {
            const Cuboid box = Cuboid::fromYaw(cloud->point(i), {6, 3, 2}, 0.1 * static_cast<double>(i));
            const auto expected = every(*cloud, [&](const Eigen::Vector3d& p) { return box.contains(p, 0.25); });
            QVERIFY(!expected.empty());
            QCOMPARE(index.inside(box, 0.25), expected);
            QCOMPARE(index.count(box, 0.25), expected.size());
        }
    }

    void tiltedBoxHoldsWhatIsInside()
    {
        const CloudPtr cloud = street(3000);
        const Eigen::Quaterniond tilt(Eigen::AngleAxisd(0.6, Eigen::Vector3d(1, 1, 0).normalized()));
        const Cuboid box{{3, 2, 0}, {9, 4, 1}, tilt};
        QCOMPARE(
            PointIndex(cloud).inside(box), every(*cloud, [&](const Eigen::Vector3d& p) { return box.contains(p); }));
    }

    void pickFindsAPointItLooksAt_data() { addPlaces(); }
    void pickFindsAPointItLooksAt()
    {
        const CloudPtr cloud = fetchCloud();
        const PointIndex index(cloud);
        const Eigen::Vector3d center = cloud->offset;
        for (const Eigen::Vector3d& eye : {Eigen::Vector3d(0, 0, 80), Eigen::Vector3d(-90, 5, 20),
                 Eigen::Vector3d(3, 70, 9), Eigen::Vector3d(0.1, 0.2, 0.5)})
            for (std::uint32_t i = 0; i < 200; ++i) {
                const Eigen::Vector3d origin = center + eye;
                // A cone too thin to hold any other.
                const auto picked = index.pick({origin, (cloud->point(i) - origin).normalized()}, 1e-7);
                QVERIFY2(picked, qPrintable(QString::number(i)));
                QCOMPARE(*picked, i);
            }
    }

    void pickStaysInsideTheCone()
    {
        const CloudPtr cloud = street(3000);
        const PointIndex index(cloud);
        std::mt19937 random(9);
        std::uniform_real_distribution<double> any(-1.0, 1.0);
        int hits = 0;
        for (int i = 0; i < 500; ++i) {
            const Ray ray{{30 * any(random), 30 * any(random), 30 * any(random)},
                Eigen::Vector3d(any(random), any(random), any(random)).normalized()};
            const double tangent = 0.01;
            const double radius = i % 2 == 0 ? 0.0 : 0.2;
            const auto inCone = every(*cloud, [&](const Eigen::Vector3d& p) {
                const double depth = (p - ray.origin).dot(ray.direction);
                return depth >= 0 && (p - ray.at(depth)).norm() <= radius + tangent * depth;
            });
            const auto picked = index.pick(ray, tangent, radius);
            QCOMPARE(picked.has_value(), !inCone.empty());
            QVERIFY(!picked || std::count(inCone.begin(), inCone.end(), *picked) == 1);
            hits += picked ? 1 : 0;
        }
        QVERIFY(hits > 50);
    }

    void pickTakesWhatAPersonSees_data()
    {
        QTest::addColumn<double>("frontDepth");
        QTest::addColumn<double>("frontOffAxis");
        QTest::addColumn<double>("backDepth");
        QTest::addColumn<double>("backOffAxis");
        QTest::addColumn<int>("picked");
        QTest::newRow("the foremost of two in line") << 10.0 << 0.0 << 12.0 << 0.0 << 0;
        QTest::newRow("a pole before a wall") << 10.0 << 0.08 << 20.0 << 0.0 << 0;
        QTest::newRow("on the axis, slightly behind") << 10.0 << 0.095 << 10.2 << 0.0 << 1;
        QTest::newRow("only one in the cone") << 10.0 << 0.2 << 30.0 << 0.1 << 1;
        QTest::newRow("none in the cone") << 10.0 << 0.2 << 30.0 << 0.5 << -1;
        QTest::newRow("behind the eye") << -10.0 << 0.0 << -30.0 << 0.0 << -1;
    }
    void pickTakesWhatAPersonSees()
    {
        QFETCH(double, frontDepth);
        QFETCH(double, frontOffAxis);
        QFETCH(double, backDepth);
        QFETCH(double, backOffAxis);
        const PointIndex index(cloudOf({{frontDepth, frontOffAxis, 0}, {backDepth, 0, backOffAxis}}));
        const auto picked = index.pick({{0, 0, 0}, {1, 0, 0}}, 0.01);
        QTEST(picked ? static_cast<int>(*picked) : -1, "picked");
    }

    void nothingIsFoundInNothing()
    {
        const PointIndex index(cloudOf({}));
        QVERIFY(!index.pick({{0, 0, 0}, {1, 0, 0}}, 0.1));
        QVERIFY(index.within({0, 0, 0}, 100.0).empty());
        QVERIFY(index.inside({}).empty());
    }

    void nonsenseFindsNothing()
    {
        const PointIndex index(street(100));
        const double nan = std::nan("");
        QVERIFY(!index.pick({{nan, 0, 0}, {1, 0, 0}}, 0.1));
        QVERIFY(!index.pick({{0, 0, 0}, {nan, 0, 0}}, 0.1));
        QVERIFY(index.within({0, nan, 0}, 1.0).empty());
        QCOMPARE(index.count(Cuboid::fromYaw({0, 0, 0}, {1, 1, 1}, nan)), 0U);
    }

    void aSortedCloudIsTheSameCloud_data()
    {
        QTest::addColumn<bool>("rowsWereDropped");
        QTest::newRow("all rows of the file") << false;
        QTest::newRow("some rows were dropped") << true;
    }
    void aSortedCloudIsTheSameCloud()
    {
        QFETCH(bool, rowsWereDropped);
        PointCloud cloud = *street(3000);
        PointArray<std::uint16_t> rings(cloud.size());
        for (std::size_t i = 0; i < cloud.size(); ++i) {
            rings[i] = static_cast<std::uint16_t>(i);
            if (rowsWereDropped)
                cloud.sourceRow.push_back(static_cast<std::uint32_t>(2 * i + 1));
        }
        cloud.fields.push_back({QStringLiteral("ring"), rings});
        const auto index = PointIndex::sorting(cloud);
        const PointCloud& sorted = index->cloud();
        QCOMPARE(sorted.size(), cloud.size());
        QVERIFY2(index->points().xyz == sorted.xyz.data(), "the places are there only once");
        std::vector<bool> isThere(cloud.size());
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const auto before = static_cast<std::size_t>(sorted.fields[0].at(i));
            isThere[before] = true;
            QCOMPARE(sorted.row(i), cloud.row(before));
            QCOMPARE(sorted.point(i), cloud.point(before));
        }
        QVERIFY(std::find(isThere.begin(), isThere.end(), false) == isThere.end());
        // What is asked is answered alike, in the rows of the file.
        const PointIndex plain(std::make_shared<const PointCloud>(cloud));
        const auto rowsOf = [](const PointCloud& of, const std::vector<std::uint32_t>& points) {
            std::vector<std::size_t> rows;
            for (const std::uint32_t point : points)
                rows.push_back(of.row(point));
            std::sort(rows.begin(), rows.end());
            return rows;
        };
        const Cuboid box = Cuboid::fromYaw({5, 3, 1}, {12, 6, 3}, 0.4);
        QVERIFY(!plain.inside(box).empty());
        QCOMPARE(rowsOf(sorted, index->inside(box)), rowsOf(cloud, plain.inside(box)));
        const Ray ray{{-40, 0, 1}, {1, 0, 0}};
        QCOMPARE(sorted.row(index->pick(ray, 0.02).value()), cloud.row(plain.pick(ray, 0.02).value()));
    }

    void pointsInOnePlaceAreAllFound()
    {
        const std::vector<Eigen::Vector3d> points(1000, Eigen::Vector3d(1, 2, 3));
        const PointIndex index(cloudOf(points));
        QCOMPARE(index.within({1, 2, 3}, 0.1).size(), points.size());
        QCOMPARE(index.pick({{0, 2, 3}, {1, 0, 0}}, 0.1).value_or(7), 0U);
    }

    void forCancelledWorkThereAreNoPoints()
    {
        const CloudPtr cloud = street(300000);
        const Progress progress;
        const CancelScope scope(progress);
        QCOMPARE(PointIndex::sorting(*cloud)->cloud().size(), cloud->size());
        progress.cancel();
        const Ray down{{0.0, 0.0, 50.0}, {0.0, 0.0, -1.0}};
        const auto sorted = PointIndex::sorting(*cloud);
        QCOMPARE(sorted->cloud().size(), std::size_t(0));
        const PointIndex beside(cloud);
        for (const PointIndex* index : {sorted.get(), &beside}) {
            QCOMPARE(index->points().count, std::size_t(0));
            QVERIFY(!index->pick(down, 0.5));
            QVERIFY(index->inCone(down, 0.5).empty());
            QVERIFY(index->within({0.0, 0.0, 0.0}, 100.0).empty());
            QCOMPARE(index->count(Cuboid::fromYaw({0.0, 0.0, 0.0}, {50.0, 50.0, 50.0}, 0.0)), std::size_t(0));
        }
    }

    void whoCancelsMeanwhileGetsAllOrNothing()
    {
        const CloudPtr cloud = street(400000);
        for (const int after_us : {0, 200, 1000, 3000, 8000, 20000}) {
            const Progress progress;
            const CancelScope scope(progress);
            std::thread person([&progress, after_us] {
                std::this_thread::sleep_for(std::chrono::microseconds(after_us));
                progress.cancel();
            });
            const auto index = PointIndex::sorting(*cloud);
            const std::size_t found = index->within({0.0, 0.0, 0.0}, 1000.0).size();
            person.join();
            QVERIFY2(found == 0 || found == cloud->size(), qPrintable(QString::number(found)));
        }
    }
};

QTEST_APPLESS_MAIN(PointIndexTest)
#include "tst_PointIndex.moc"
