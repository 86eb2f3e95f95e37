#include "model/formats/PointCounts.h"
#include "model/geometry/PointIndex.h"

#include <QTest>
#include <random>

using namespace lunkuo;

namespace
{
PointCloud cloudOf(const std::vector<Eigen::Vector3f>& points)
{
    PointCloud cloud;
    for (const Eigen::Vector3f& point : points)
        cloud.xyz.insert(cloud.xyz.end(), point.data(), point.data() + 3);
    return cloud;
}
} // namespace

class PointCountsTest : public QObject
{
    Q_OBJECT
private slots:
    void facesAreInside()
    {
        const PointCloud cloud =
            cloudOf({{0, 0, 0}, {1, 0, 0}, {0, 0.5F, 0}, {0, 0, 0.25F}, {1.01F, 0, 0}, {0, 0.51F, 0}});
        const std::vector<Cuboid> boxes{
            Cuboid::fromYaw({0, 0, 0}, {2, 1, 0.5}, 0), Cuboid::fromYaw({9, 9, 9}, {1, 1, 1}, 0)};
        QCOMPARE(pointsInside(cloud, boxes), (std::vector<qint64>{4, 0}));
    }

    void sameAsTheIndex()
    {
        std::mt19937 random(3);
        std::uniform_real_distribution<float> place(-5.0F, 5.0F);
        std::vector<Eigen::Vector3f> points(5000);
        for (Eigen::Vector3f& point : points)
            point = {place(random), place(random), place(random)};
        PointCloud cloud = cloudOf(points);
        cloud.offset = {400'000.0, 3'000'000.0, 50.0}; // a map's coordinates
        std::vector<Cuboid> boxes;
        for (int i = 0; i < 20; ++i) {
            Cuboid box = Cuboid::fromYaw(cloud.offset + Eigen::Vector3d(place(random), place(random), place(random)),
                {4.0, 2.0, 1.5}, place(random));
            box.rotation = box.rotation * Eigen::AngleAxisd(0.2, Eigen::Vector3d::UnitX());
            boxes.push_back(box);
        }
        const std::vector<qint64> counts = pointsInside(cloud, boxes);
        const PointIndex index(std::make_shared<const PointCloud>(cloud));
        qint64 all = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(std::abs(counts[i] - static_cast<qint64>(index.count(boxes[i]))) <= 1); // one on a face, to float
            all += counts[i];
        }
        QVERIFY(all > 500);
    }
};

QTEST_APPLESS_MAIN(PointCountsTest)
#include "tst_PointCounts.moc"
