#include "model/completion/ClusterFinder.h"
#include "model/completion/ClusterShape.h"

#include <QTest>
#include <map>

using namespace lunkuo;

namespace
{

constexpr double step_m = 0.25;
constexpr double ground_m = -1.7;

void put(PointCloud& cloud, double x, double y, double height)
{
    for (const double value : {x, y, ground_m + height})
        cloud.xyz.push_back(static_cast<float>(value));
}

/// From and up to which height a column of the picture bears points.
std::pair<double, double> heightsOf(char c)
{
    static const std::map<char, std::pair<double, double>> heights{
        {'c', {0.4, 1.5}},  // a car's body
        {'k', {0.1, 0.2}},  // a kerb
        {'W', {0.4, 4.0}},  // a wall
        {'T', {2.5, 4.0}},  // a treetop
        {'r', {1.4, 1.45}}, // a roof alone
    };
    const auto found = heights.find(c);
    return found == heights.end() ? std::pair(1.0, 0.0) : found->second;
}

/// A place seen from above, one character for each 0.25 m, `ahead_m` before the sensor. There is ground everywhere.
std::shared_ptr<const PreparedFrame> place(const std::vector<QByteArray>& rows, double ahead_m = 10.0)
{
    auto cloud = std::make_shared<PointCloud>();
    for (double x = ahead_m - 8.0; x < ahead_m + 12.0; x += 0.5)
        for (double y = -8.0; y < 8.0; y += 0.5)
            put(*cloud, x, y, 0.0);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (qsizetype column = 0; column < rows[row].size(); ++column) {
            const auto [low, high] = heightsOf(rows[row][column]);
            for (double height = low; height <= high; height += 0.1)
                put(*cloud, ahead_m + step_m * (static_cast<double>(row) + 0.5),
                    step_m * (static_cast<double>(column) + 0.5), height);
        }
    return PreparedFrame::prepare(cloud, Eigen::Vector3d::Zero());
}

/// The picture again: a, b, … for the clusters, in the order in which they are met, and . where there is none.
std::vector<QByteArray> clustered(const std::vector<QByteArray>& rows, bool withTall, double ahead_m = 10.0)
{
    const auto frame = place(rows, ahead_m);
    ClusterOptions options;
    options.fewestPoints = 2;
    std::vector<QByteArray> result;
    for (const QByteArray& row : rows)
        result.emplace_back(row.size(), '.');
    const std::vector<Cluster> clusters = ClusterFinder(*frame, options).clusters(withTall);
    for (std::size_t k = 0; k < clusters.size(); ++k)
        for (const std::uint32_t i : clusters[k].points) {
            const Eigen::Vector3d p = frame->cloud()->point(i);
            result[static_cast<std::size_t>((p.x() - ahead_m) / step_m)][static_cast<int>(p.y() / step_m)] = '?';
        }
    std::map<std::uint32_t, char> names;
    char next = 'a';
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (int column = 0; column < rows[row].size(); ++column) {
            if (result[row][column] != '?')
                continue;
            for (std::size_t k = 0; k < clusters.size(); ++k)
                for (const std::uint32_t i : clusters[k].points) {
                    const Eigen::Vector3d p = frame->cloud()->point(i);
                    if (static_cast<std::size_t>((p.x() - ahead_m) / step_m) != row ||
                        static_cast<int>(p.y() / step_m) != column)
                        continue;
                    const auto [name, isNew] = names.try_emplace(static_cast<std::uint32_t>(k), next);
                    next = static_cast<char>(next + (isNew ? 1 : 0));
                    result[row][column] = name->second;
                }
        }
    return result;
}

} // namespace

class ClusterFinderTest : public QObject
{
    Q_OBJECT
private slots:
    void thingsAreToldApartByTheRoomBetweenThem_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("rows");
        QTest::addColumn<bool>("withTall");
        QTest::addColumn<std::vector<QByteArray>>("clusters");
        using Rows = std::vector<QByteArray>;
        QTest::newRow("two cars") << Rows{"ccc..ccc", "c......c"} << false << Rows{"aaa..bbb", "a......b"};
        QTest::newRow("corners hold together") << Rows{"cc...", "..ccc"} << false << Rows{"aa...", "..aaa"};
        QTest::newRow("kerbs are ground") << Rows{"ccckkccc"} << false << Rows{"aaa..bbb"};
        QTest::newRow("a wall bounds") << Rows{"cccWWWccc"} << false << Rows{"aaa...bbb"};
        QTest::newRow("or is part of it") << Rows{"cccWWWccc"} << true << Rows{"aaaaaaaaa"};
        QTest::newRow("treetops hang") << Rows{"cccTTT.."} << false << Rows{"aaa....."};
        QTest::newRow("roofs do not") << Rows{"crrrc..."} << false << Rows{"aaaaa..."};
    }
    void thingsAreToldApartByTheRoomBetweenThem()
    {
        QFETCH(std::vector<QByteArray>, rows);
        QFETCH(bool, withTall);
        QFETCH(std::vector<QByteArray>, clusters);
        QCOMPARE(clustered(rows, withTall), clusters);
    }

    void farAwayPointsMayLieFartherApart()
    {
        const std::vector<QByteArray> rows{"cc.cc..."};
        QCOMPARE(clustered(rows, false, 10.0), (std::vector<QByteArray>{"aa.bb..."}));
        QCOMPARE(clustered(rows, false, 60.0), (std::vector<QByteArray>{"aa.aa..."}));
    }

    void whatTouchesAWallIsKnown()
    {
        const auto frame = place({"cccWcccc"});
        std::vector<Cluster> clusters = ClusterFinder(*frame, {}).clusters(false);
        QCOMPARE(clusters.size(), std::size_t(2));
        std::sort(clusters.begin(), clusters.end(),
            [](const Cluster& a, const Cluster& b) { return a.points.size() < b.points.size(); });
        QCOMPARE(clusters[0].tallShare, 1.0 / 3.0);
        QCOMPARE(clusters[1].tallShare, 0.25);
    }

    void aShapeTellsSizesAndASeed()
    {
        const auto frame =
            place({"cccccccccccccccccc", "c................c", "c................c", "c................c"});
        const std::vector<Cluster> clusters = ClusterFinder(*frame, {}).clusters(false);
        QCOMPARE(clusters.size(), std::size_t(1));
        const ClusterShape shape = describe(*frame, clusters.front().points);
        QVERIFY2(std::abs(shape.length - 4.25) < 0.1, qPrintable(QString::number(shape.length)));
        QVERIFY2(std::abs(shape.width - 0.75) < 0.1, qPrintable(QString::number(shape.width)));
        QVERIFY2(std::abs(shape.top - 1.5) < 0.15, qPrintable(QString::number(shape.top)));
        const Eigen::Vector3d seed = frame->cloud()->point(shape.seed);
        QVERIFY(std::abs(seed.y() - 2.25) < 0.5 && seed.z() < ground_m + 0.95);
        QVERIFY(vehicleLikeness(shape, clusters.front()) > 0.5);
    }

    void whatCannotBeAVehicleIsUnlikely_data()
    {
        QTest::addColumn<std::vector<QByteArray>>("rows");
        using Rows = std::vector<QByteArray>;
        QTest::newRow("a post") << Rows{"cc"};
        QTest::newRow("a fence") << Rows{QByteArray(40, 'c')};
        QTest::newRow("a field") << Rows(20, QByteArray(20, 'c'));
    }
    void whatCannotBeAVehicleIsUnlikely()
    {
        QFETCH(std::vector<QByteArray>, rows);
        const auto frame = place(rows);
        for (const Cluster& cluster : ClusterFinder(*frame, {}).clusters(false))
            QVERIFY(vehicleLikeness(describe(*frame, cluster.points), cluster) < 0.2);
    }

    void nothingIsFoundInNothing()
    {
        const auto empty = PreparedFrame::prepare(std::make_shared<const PointCloud>(), Eigen::Vector3d::Zero());
        QVERIFY(ClusterFinder(*empty, {}).clusters(false).empty());
        QVERIFY(ClusterFinder(*place({}), {}).clusters(true).empty());
    }
};

QTEST_APPLESS_MAIN(ClusterFinderTest)
#include "tst_ClusterFinder.moc"
