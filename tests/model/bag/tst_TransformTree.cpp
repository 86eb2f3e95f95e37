#include "model/bag/TransformTree.h"

#include <QTest>

using namespace lunkuo;

namespace
{
RosTransform transform(const char* parent, const char* child, qint64 time_ns, double x, double yaw = 0.0)
{
    return {{time_ns, QString::fromLatin1(parent)}, QString::fromLatin1(child),
        Eigen::Translation3d(x, 0, 0) * Eigen::AngleAxisd(yaw, Eigen::Vector3d::UnitZ())};
}

constexpr qint64 second_ns = 1'000'000'000;
const QString map = QStringLiteral("map");
const QString lidar = QStringLiteral("lidar");
const QString camera = QStringLiteral("camera");
} // namespace

class TransformTreeTest : public QObject
{
    Q_OBJECT
    TransformTree m_tree;

private slots:
    void initTestCase()
    {
        m_tree.add(transform("map", "base", 1 * second_ns, 0.0), false);
        m_tree.add(transform("map", "base", 2 * second_ns, 10.0, 1.0), false);
        m_tree.add(transform("/base", "/lidar", 0, 1.0), true);
        m_tree.add(transform("base", "camera", 0, 3.0), true);
    }

    void siblingsMeetAtTheirParent()
    {
        const auto camera_lidar = m_tree.to_from(camera, lidar, 0);
        QVERIFY(camera_lidar);
        QCOMPARE(camera_lidar->translation(), Eigen::Vector3d(-2, 0, 0));
    }

    void betweenTwoMomentsIsInterpolated()
    {
        const auto map_lidar = m_tree.to_from(map, lidar, 3 * second_ns / 2);
        QVERIFY(map_lidar);
        QVERIFY(map_lidar->isApprox(Eigen::Translation3d(5, 0, 0) * Eigen::AngleAxisd(0.5, Eigen::Vector3d::UnitZ()) *
                                        Eigen::Isometry3d(Eigen::Translation3d(1, 0, 0)),
            1e-12));
        const auto lidar_map = m_tree.to_from(lidar, map, 3 * second_ns / 2);
        QVERIFY(lidar_map && (*lidar_map * *map_lidar).isApprox(Eigen::Isometry3d::Identity(), 1e-12));
    }

    void farFromAllMomentsNothingIsKnown()
    {
        QVERIFY(m_tree.to_from(map, lidar, 2 * second_ns + second_ns / 10));
        QVERIFY(!m_tree.to_from(map, lidar, 3 * second_ns));
        QVERIFY(!m_tree.to_from(map, QStringLiteral("radar"), second_ns));
    }

    /// Where a recording was interrupted, nobody knows which way it went.
    void longGapsAreNotInterpolated()
    {
        TransformTree tree;
        tree.add(transform("map", "base", 1 * second_ns, 0.0), false);
        tree.add(transform("map", "base", 60 * second_ns, 1000.0), false);
        const QString base = QStringLiteral("base");
        QVERIFY(!tree.to_from(map, base, 30 * second_ns));
        QCOMPARE(tree.to_from(map, base, second_ns + second_ns / 10).value().translation().x(), 0.0);
        QCOMPARE(tree.to_from(map, base, 60 * second_ns - second_ns / 10).value().translation().x(), 1000.0);
    }

    void theWorldIsWhatNothingMoves()
    {
        QCOMPARE(m_tree.worldAbove(lidar), map);
        TransformTree still;
        still.add(transform("base", "lidar", 0, 1.0), true);
        QCOMPARE(still.worldAbove(lidar), QString());
    }

    void circlesEnd()
    {
        TransformTree tree;
        tree.add(transform("a", "b", 0, 1.0), true);
        tree.add(transform("b", "a", 0, 1.0), true);
        QCOMPARE(tree.worldAbove(QStringLiteral("a")), QString());
        QVERIFY(!tree.to_from(QStringLiteral("c"), QStringLiteral("a"), 0));
        QVERIFY(tree.to_from(QStringLiteral("a"), QStringLiteral("b"), 0));
    }
};

QTEST_APPLESS_MAIN(TransformTreeTest)
#include "tst_TransformTree.moc"
