#include "model/sequence/StandingStretches.h"

#include <QTest>
#include <cmath>
#include <functional>

using namespace lunkuo;

/// What stands still, and where and how long what sometimes moves stands.
class TestStandingStretches : public QObject
{
    Q_OBJECT

    using Way = std::function<double(double time_s)>;

    /// Seen ten times a second as the way along x says, badly by so much.
    static std::vector<WorldSight> sightsAlong(const Way& way, double noise_m, int count)
    {
        std::vector<WorldSight> result;
        for (int i = 0; i < count; ++i) {
            const double noise = noise_m * std::sin(2.4 * i);
            result.push_back({0.1 * i, {way(0.1 * i) + noise, 2.0 - 0.5 * noise, 0.1},
                Eigen::Vector3d(0.01, 0.01, 1e-3).asDiagonal(), false});
        }
        return result;
    }
    static std::vector<WorldSight> sights(double speed_mps, double noise_m, int count)
    {
        return sightsAlong([=](double time_s) { return speed_mps * time_s; }, noise_m, count);
    }

    /// Stands, but drives from one moment to another.
    static Way drivingFrom(double from_s, double to_s, double speed_mps)
    {
        return [=](double time_s) { return speed_mps * (std::clamp(time_s, from_s, to_s) - from_s); };
    }

    /// One character per half second: s stands, m moves.
    static QString picture(const std::vector<WorldSight>& sights)
    {
        QString result;
        for (const Stretch& stretch : stretchesOf(sights))
            result += QString(qRound(static_cast<double>(stretch.size()) / 5.0), stretch.stands ? u's' : u'm');
        return result;
    }

private slots:
    void stands_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<double>("noise");
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("stands");
        QTest::newRow("parked") << 0.0 << 0.05 << 10 << true;
        QTest::newRow("parked, badly seen") << 0.0 << 0.2 << 10 << true;
        QTest::newRow("parked all along") << 0.0 << 0.2 << 300 << true;
        QTest::newRow("one sight says nothing") << 0.0 << 0.0 << 1 << false;
        QTest::newRow("walking pace") << 1.4 << 0.05 << 10 << false;
        QTest::newRow("drives") << 8.0 << 0.05 << 3 << false;
        QTest::newRow("sights far apart") << 0.0 << 1.2 << 10 << false;
    }

    void stands()
    {
        QFETCH(double, speed);
        QFETCH(double, noise);
        QFETCH(int, count);
        QTEST(standsStill(sights(speed, noise, count)), "stands");
    }

    void nothingSeenStandsNowhere()
    {
        QVERIFY(!standsStill({}));
        QVERIFY(stretchesOf({}).empty());
    }

    void commonPlaceIgnoresAStray()
    {
        std::vector<WorldSight> all = sights(0.0, 0.0, 7);
        all[3].place.x() = 3.0;
        QVERIFY(std::abs(commonPlace(all).x()) < 0.1);
    }

    void splits_data()
    {
        QTest::addColumn<Way>("way");
        QTest::addColumn<QString>("expected");
        QTest::newRow("parked all along") << Way([](double) { return 0.0; }) << "ssssssssssss";
        QTest::newRow("drives all along") << Way([](double time_s) { return 6.0 * time_s; }) << "mmmmmmmmmmmm";
        QTest::newRow("creeps all along") << Way([](double time_s) { return 0.5 * time_s; }) << "mmmmmmmmmmmm";
        QTest::newRow("waits 48 of 60 frames, then departs") << drivingFrom(4.8, 6.0, 3.0) << "ssssssssssmm";
        QTest::newRow("waits 54 of 60 frames, then departs") << drivingFrom(5.4, 6.0, 5.0) << "sssssssssssm";
        QTest::newRow("stops") << drivingFrom(0.0, 2.0, 4.0) << "mmmmssssssss";
        QTest::newRow("stands in the middle")
            << Way([](double time_s) { return time_s < 2.0 ? 5.0 * time_s : 10.0 + 5.0 * std::max(0.0, time_s - 4.0); })
            << "mmmmssssmmmm";
        QTest::newRow("stands at both ends") << drivingFrom(2.0, 4.0, 5.0) << "ssssmmmmssss";
        QTest::newRow("stops at a light for 75 % of the frames")
            << Way([](double time_s) { return time_s < 0.5 ? 5.0 * time_s : 2.5 + 5.0 * std::max(0.0, time_s - 5.0); })
            << "msssssssssmm";
    }

    void splits()
    {
        QFETCH(Way, way);
        QFETCH(QString, expected);
        QCOMPARE(picture(sightsAlong(way, 0.05, 60)), expected);
    }

    void aStretchSaysWhereItStands()
    {
        const auto all = sightsAlong(drivingFrom(2.0, 4.0, 5.0), 0.05, 60);
        const std::vector<Stretch> stretches = stretchesOf(all);
        QCOMPARE(stretches.size(), std::size_t(3));
        QVERIFY(std::abs(stretches[0].place.x()) < 0.05);
        QVERIFY(std::abs(stretches[2].place.x() - 10.0) < 0.05);
    }

    void setsOffGently()
    {
        // 1.5 m/s² from 4 s on: nowhere more than a quarter of a metre off.
        const Way way = [](double time_s) { return 0.75 * std::pow(std::max(0.0, time_s - 4.0), 2); };
        const auto all = sightsAlong(way, 0.03, 60);
        const std::vector<Stretch> stretches = stretchesOf(all);
        QVERIFY(stretches.front().stands && !stretches.back().stands);
        for (std::size_t i = 0; i < stretches.front().end; ++i)
            QVERIFY(std::abs(all[i].place.x() - stretches.front().place.x()) < 0.35);
    }

    void aStrayIsNoDeparture()
    {
        std::vector<WorldSight> all = sights(0.0, 0.05, 60);
        all[20].place.x() += 2.0;
        all[40].place.x() += 2.0;
        all[41].place.x() -= 2.0;
        all[42].place.x() += 2.0;
        QCOMPARE(picture(all), QStringLiteral("ssssssssssss"));
    }

    void aKeyFrameElsewhereIsBelieved()
    {
        std::vector<WorldSight> all = sights(0.0, 0.05, 60);
        all[55].place.x() += 2.0;
        QVERIFY(standsStill(all));
        all[55].isSure = true;
        QVERIFY(!standsStill(all));
        const std::vector<Stretch> stretches = stretchesOf(all);
        for (const Stretch& stretch : stretches)
            QVERIFY(!stretch.stands || !stretch.holds(55));
    }

    void sightsThatMayBeFarOffSayLess()
    {
        std::vector<WorldSight> all = sights(0.0, 0.05, 60);
        for (std::size_t i = 50; i < 60; ++i) {
            all[i].place.x() += 0.8;
            all[i].covariance *= 50.0; // 0.7 m
        }
        QVERIFY(standsStill(all));
    }
};

QTEST_APPLESS_MAIN(TestStandingStretches)
#include "tst_StandingStretches.moc"
