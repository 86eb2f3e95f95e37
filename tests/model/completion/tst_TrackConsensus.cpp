#include "model/completion/TrackConsensus.h"

#include "model/geometry/Angles.h"

#include <QTest>
#include <functional>

using namespace lunkuo;

namespace
{

const Eigen::Vector3d carSize(4.5, 1.8, 1.5);

/// Where a car is: x, y, heading in degrees.
using Way = std::function<Eigen::Vector3d(double time_s)>;

Cuboid boxAt(const Eigen::Vector3d& place)
{
    return Cuboid::fromYaw({place.x(), place.y(), 0.0}, carSize, radians(place.z()));
}

/// Seen five times a second for 8 s. The rear is taken for the front in some of them.
std::vector<TrackView> viewsOf(const Way& way, const std::function<bool(int)>& isReversed)
{
    std::vector<TrackView> views;
    for (int i = 0; i < 40; ++i) {
        TrackView view;
        view.cuboid = boxAt(way(0.2 * i));
        if (isReversed(i))
            view.cuboid = view.cuboid.flipped();
        view.time_s = 0.2 * i;
        view.confidence = isReversed(i) ? 0.5 : 0.7;
        views.push_back(view);
    }
    return views;
}

bool everyThird(int i)
{
    return i % 3 == 1;
}

/// Straight on, a half circle to the left, and back.
Eigen::Vector3d uTurn(double time_s, double speed_mps)
{
    const double way = speed_mps * time_s;
    const double straight = speed_mps * 3.0;
    const double radius = speed_mps * 2.0 / std::numbers::pi;
    if (way < straight)
        return {way, 0.0, 0.0};
    const double angle = std::min(std::numbers::pi, (way - straight) / radius);
    const double back = std::max(0.0, way - straight - std::numbers::pi * radius);
    return {straight + radius * std::sin(angle) - back, radius * (1.0 - std::cos(angle)), degrees(angle)};
}

} // namespace

/// In which frames an object stands and where its front is.
class TestTrackConsensus : public QObject
{
    Q_OBJECT

    /// The views that head the other way than the object.
    static QString wrongOnes(const TrackConsensus& consensus, const Way& way)
    {
        QStringList wrong;
        for (std::size_t i = 0; i < consensus.views().size(); ++i)
            if (std::cos(consensus.views()[i].cuboid.yaw() - radians(way(consensus.views()[i].time_s).z())) < 0.5)
                wrong << QString::number(i);
        return wrong.join(u' ');
    }

private slots:
    void fronts_data()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("parked") << Way([](double) { return Eigen::Vector3d(10.0, 3.0, 30.0); });
        QTest::newRow("straight on") << Way([](double time_s) { return Eigen::Vector3d(8.0 * time_s, 3.0, 0.0); });
        QTest::newRow("U-turn") << Way([](double time_s) { return uTurn(time_s, 5.0); });
        QTest::newRow("U-turn at a crawl") << Way([](double time_s) { return uTurn(time_s, 1.2); });
        QTest::newRow("waits after a U-turn") << Way([](double time_s) { return uTurn(std::min(time_s, 5.0), 5.0); });
    }

    void fronts()
    {
        QFETCH(Way, way);
        QCOMPARE(wrongOnes(TrackConsensus(viewsOf(way, everyThird), carSize), way), QString());
        // The same where a person has fixed some of them.
        std::vector<TrackView> views = viewsOf(way, everyThird);
        for (const std::size_t i : {0, 33})
            views[i].isFixed = true;
        QCOMPARE(wrongOnes(TrackConsensus(views, carSize), way), QString());
    }

    void aPersonSaysThatItReverses()
    {
        const Way way = [](double time_s) { return Eigen::Vector3d(-3.0 * std::max(0.0, time_s - 3.0), 0.0, 0.0); };
        std::vector<TrackView> views = viewsOf(way, everyThird);
        views[3].isFixed = true; // where it still stands
        QCOMPARE(wrongOnes(TrackConsensus(views, carSize), way), QString());
    }

    void standsWhereItStands()
    {
        // Three quarters of the time at a light.
        const Way way = [](double time_s) {
            return Eigen::Vector3d(5.0 * std::min(time_s, 1.0) + 5.0 * std::max(0.0, time_s - 7.0), 0.0, 0.0);
        };
        const TrackConsensus consensus(viewsOf(way, [](int) { return false; }), carSize);
        QVERIFY(!consensus.standsStill());
        for (const std::size_t i : {0, 2, 37, 39})
            QVERIFY2(!consensus.standsIn(i), qPrintable(QString::number(i)));
        for (const std::size_t i : {8, 20, 32}) {
            QVERIFY2(consensus.standsIn(i), qPrintable(QString::number(i)));
            QVERIFY((consensus.placeIn(i).center - Eigen::Vector3d(5.0, 0.0, 0.0)).norm() < 0.1);
            QCOMPARE(consensus.velocityAt(i), Eigen::Vector3d(0.0, 0.0, 0.0));
        }
        QVERIFY(std::abs(consensus.velocityAt(39).x() - 5.0) < 0.5);
    }

    void parkedThoughBadlySeen()
    {
        std::vector<TrackView> views =
            viewsOf([](double) { return Eigen::Vector3d(10.0, 3.0, 30.0); }, [](int) { return false; });
        for (std::size_t i = 0; i < views.size(); ++i)
            views[i].cuboid.center.x() += 0.4 * std::sin(2.4 * static_cast<double>(i));
        views[4].cuboid.center.x() += 3.0;
        const TrackConsensus consensus(views, carSize);
        QVERIFY(consensus.standsStill());
        QVERIFY(!consensus.isAtPlace(4) && consensus.isAtPlace(5));
    }
};

QTEST_APPLESS_MAIN(TestTrackConsensus)
#include "tst_TrackConsensus.moc"
