#include "model/images/SightLine.h"
#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;

namespace
{
/// Points on a line ahead at several depths, and some beside it.
PointIndex indexOf(const std::vector<Eigen::Vector3d>& points)
{
    auto cloud = std::make_shared<PointCloud>();
    for (const Eigen::Vector3d& point : points)
        for (int axis = 0; axis < 3; ++axis)
            cloud->xyz.push_back(static_cast<float>(point[axis]));
    return PointIndex(cloud);
}

const Ray ahead{Eigen::Vector3d::Zero(), Eigen::Vector3d::UnitX()};
constexpr double tanPixel = 0.001;
} // namespace

class SightLineTest : public QObject
{
    Q_OBJECT
private slots:
    void theForemostThingIsMeant()
    {
        const PointIndex index = indexOf({{30, 0.01, 0}, {10, 0.01, 0}, {20, 0.0, 0}});
        QCOMPARE(pointMeant(index, ahead, tanPixel), std::optional<std::uint32_t>(1));
    }

    void theCircleGrowsUntilThereIsAPoint()
    {
        // 10 m ahead, 9 cm beside: nine pixels, between two rows of a LiDAR.
        const PointIndex index = indexOf({{10, 0.09, 0}, {10, 3, 0}});
        QCOMPARE(pointMeant(index, ahead, tanPixel), std::optional<std::uint32_t>(0));
    }

    void whatIsNearTheLineComesBeforeWhatIsInFrontAndFartherFromIt()
    {
        // The nearer one is twenty pixels off, the other one on the line.
        const PointIndex index = indexOf({{5, 0.1, 0}, {20, 0.0, 0}});
        QCOMPARE(pointMeant(index, ahead, tanPixel), std::optional<std::uint32_t>(1));
    }

    void nothingIsMeantInTheSky()
    {
        const PointIndex index = indexOf({{10, 0.3, 0}, {-10, 0, 0}});
        QVERIFY(!pointMeant(index, ahead, tanPixel));
        QVERIFY(!pointMeant(indexOf({}), ahead, tanPixel));
        QVERIFY(!pointMeant(index, ahead, 0.0));
    }

    void thePointsNearTheLineAreFound()
    {
        const PointIndex index = indexOf({{10, 0.05, 0}, {40, 0.2, 0}, {10, 0.2, 0}, {-5, 0, 0}, {20, 0, 0.1}});
        const SightLine line = sightLine(index, ahead, tanPixel);
        QCOMPARE(line.points, (std::vector<std::uint32_t>{0, 1, 4}));
        QCOMPARE(line.meant, std::optional<std::uint32_t>(0));
    }

    void whatIsMeantIsAmongThePointsHoweverFarOffTheLine()
    {
        const PointIndex index = indexOf({{10, 0.15, 0}});
        const SightLine line = sightLine(index, ahead, tanPixel);
        QCOMPARE(line.points, (std::vector<std::uint32_t>{0}));
        QCOMPARE(line.meant, std::optional<std::uint32_t>(0));
    }
};

QTEST_APPLESS_MAIN(SightLineTest)
#include "tst_SightLine.moc"
