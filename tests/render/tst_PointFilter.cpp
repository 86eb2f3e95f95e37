#include "render/PointFilter.h"
#include "tests/support/Scenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// A floor, a post of one point each metre on it, and a bird above.
LoadedFramePtr frameWithAPost()
{
    PointCloud cloud;
    const auto put = [&cloud](double x, double y, double z) {
        for (const double value : {x, y, z})
            cloud.xyz.push_back(static_cast<float>(value));
    };
    for (const double height : {0.0, 1.0, 2.0, 3.0, 9.0})
        put(5.0, 0.0, height);
    for (double x = -10.0; x <= 10.0; x += 0.5)
        for (double y = -10.0; y <= 10.0; y += 0.5)
            put(x, y, 0.0);
    auto frame = std::make_shared<LoadedFrame>();
    frame->id = {1};
    frame->cloud = std::make_shared<const PointCloud>(std::move(cloud));
    frame->index = std::make_shared<const PointIndex>(frame->cloud);
    frame->prepared = PreparedFrame::prepare(frame->cloud, Eigen::Vector3d(0, 0, 1.7));
    return frame;
}

Scene sceneWithACar(const Cuboid& cuboid)
{
    Scene scene = sceneOf(1, QStringLiteral("/nowhere"));
    scene.tracks[{1}] = carTrack({1}, 1);
    Shape shape = carShape({1}, {1}, {1}, 0);
    shape.cuboid = cuboid;
    scene.shapes.insert(shape);
    return scene;
}

/// "s", "d" or "-": what becomes of the points of the post, from its foot up.
QString post(const std::vector<PointState>& states)
{
    QString picture;
    for (std::size_t i = 0; i < 5; ++i)
        picture += states.empty() ? u's' : QStringLiteral("sd-").at(static_cast<int>(states[i]));
    return picture;
}

} // namespace

class TestPointFilter : public QObject
{
    Q_OBJECT

    LoadedFramePtr m_frame = frameWithAPost();
    PointHeights m_heights{*m_frame->prepared};
    Cuboid m_cuboid = Cuboid::fromYaw({5.0, 0.0, 2.5}, {1.0, 1.0, 1.2}, 0.3);
    Scene m_scene = sceneWithACar(m_cuboid);

    std::vector<PointState> states(const PointFilter& filter) const
    {
        return pointStates(filter, *m_frame, m_scene, &m_cuboid, &m_heights);
    }

private slots:
    void putsPointsOutOfSight_data()
    {
        QTest::addColumn<PointFilter>("filter");
        QTest::addColumn<QString>("expected");
        PointFilter filter;
        QTest::addRow("nothing") << filter << "sssss";
        filter.ground = PointFilter::Ground::Dimmed;
        QTest::addRow("ground dimmed") << filter << "dssss";
        filter.ground = PointFilter::Ground::Hidden;
        QTest::addRow("ground hidden") << filter << "-ssss";
        filter = {};
        filter.cropsHeight = true;
        filter.lowest_m = 0.5;
        filter.highest_m = 4.0;
        QTest::addRow("height") << filter << "-sss-";
        filter = {};
        filter.cropsToSelection = true;
        filter.margin_m = 0.0;
        QTest::addRow("box") << filter << "--ss-";
        filter.margin_m = 1.5;
        QTest::addRow("box with margin") << filter << "-sss-";
        filter.ground = PointFilter::Ground::Dimmed;
        filter.margin_m = 5.0;
        QTest::addRow("box and ground") << filter << "dsss-";
        filter = {};
        filter.cropsToBox = true; // the post stands at 5, 0
        QTest::addRow("within the box round the sensor") << filter << "sssss";
        filter.foremost_m = 4.0;
        QTest::addRow("behind the post") << filter << "-----";
        filter.foremost_m = 60.0;
        filter.rightmost_m = 1.0;
        QTest::addRow("to the left of the post") << filter << "-----";
        filter = {};
        filter.hiddenClasses = {QStringLiteral("Car")};
        QTest::addRow("class") << filter << "ss--s";
        filter.hiddenClasses = {QStringLiteral("Bus")};
        QTest::addRow("another class") << filter << "sssss";
    }
    void putsPointsOutOfSight()
    {
        QFETCH(PointFilter, filter);
        QTEST(post(states(filter)), "expected");
    }

    void theBoxIsRoundTheSensorWhereverThatIs()
    {
        auto cloud = std::make_shared<PointCloud>();
        cloud->offset = {1000.0, 0.0, 0.0};
        cloud->xyz = {0.0F, 200.0F, 0.0F, 30.0F, 205.0F, 0.0F, -30.0F, 200.0F, 0.0F};
        LoadedFrame frame;
        frame.id = {1};
        frame.cloud = cloud;
        frame.index = std::make_shared<const PointIndex>(frame.cloud);
        frame.prepared = PreparedFrame::prepare(frame.cloud, Eigen::Vector3d(1000.0, 200.0, 1.7));
        PointFilter filter;
        filter.cropsToBox = true; // from 20 m behind to 60 m ahead
        const std::vector<PointState> expected{PointState::Shown, PointState::Shown, PointState::Hidden};
        QVERIFY(pointStates(filter, frame, m_scene, nullptr, nullptr) == expected);
    }

    void waitsForHeightsAndForASelection()
    {
        PointFilter filter;
        filter.ground = PointFilter::Ground::Hidden;
        QCOMPARE(post(pointStates(filter, *m_frame, m_scene, nullptr, nullptr)), QStringLiteral("sssss"));
        filter = {};
        filter.cropsToSelection = true;
        QCOMPARE(post(pointStates(filter, *m_frame, m_scene, nullptr, &m_heights)), QStringLiteral("sssss"));
    }

    void tellsWhatNobodyCanPointAt()
    {
        PointFilter filter;
        filter.hiddenClasses = {QStringLiteral("Car")};
        const HiddenPtr hidden = hiddenOf(filter, states(filter), m_scene, m_frame->id);
        QVERIFY(hidden);
        QCOMPARE(hidden->pointCount, std::size_t(2));
        QVERIFY(hidden->shapes.contains(ShapeId{1}));
        QVERIFY(!hidden->points[1] && hidden->points[2]);
        QVERIFY(!hiddenOf({}, states({}), m_scene, m_frame->id));
        PointFilter dimmed;
        dimmed.ground = PointFilter::Ground::Dimmed;
        QVERIFY2(!hiddenOf(dimmed, states(dimmed), m_scene, m_frame->id), "what is dimmed can be pointed at");
    }

    void opensWithoutForgettingItsLimits()
    {
        PointFilter filter{PointFilter::Ground::Hidden, true, -2.0, 7.0, true, 3.0, true, -5.0, 30.0, -6.0, 7.0,
            {QStringLiteral("Car")}};
        QVERIFY(filter.hides());
        const PointFilter open = filter.open();
        QVERIFY(!open.hides());
        QCOMPARE(open.highest_m, 7.0);
        QCOMPARE(open.margin_m, 3.0);
        QCOMPARE(open.foremost_m, 30.0);
        QCOMPARE(PointFilter::fromJson(filter.toJson()), filter);
    }

    void takesNoNonsense_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addRow("nothing") << QJsonObject();
        QTest::addRow("no such ground") << QJsonObject{{QStringLiteral("ground"), 7}};
        QTest::addRow("upside down") << QJsonObject{{QStringLiteral("lowest_m"), 3}, {QStringLiteral("highest_m"), 1}};
        QTest::addRow("endless") << QJsonObject{{QStringLiteral("margin_m"), 1e300}};
        QTest::addRow("words") << QJsonObject{{QStringLiteral("cropsHeight"), QStringLiteral("yes")}};
    }
    void takesNoNonsense()
    {
        QFETCH(QJsonObject, json);
        QCOMPARE(PointFilter::fromJson(json), PointFilter());
    }
};

QTEST_APPLESS_MAIN(TestPointFilter)
#include "tst_PointFilter.moc"
