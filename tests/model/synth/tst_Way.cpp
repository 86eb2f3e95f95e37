#include "model/synth/Way.h"

#include <QTest>
#include <numbers>

using namespace lunkuo::synth;

namespace
{
constexpr double quarterTurn = 0.5 * std::numbers::pi;

/// "s d turn° speed", rounded.
QString seen(const Way& way, double time_s)
{
    const Way::Moment m = way.at(time_s);
    const auto number = [](double value) { return QString::number(std::round(100.0 * value) / 100.0 + 0.0); };
    return QStringLiteral("%1 %2 %3\u00b0 %4")
        .arg(number(m.middle.s), number(m.middle.d), number(m.turn * 180.0 / std::numbers::pi), number(m.speed_mps));
}
} // namespace

class WayTest : public QObject
{
    Q_OBJECT
private slots:
    void brakesEvenlyAndStands()
    {
        const Way way({10.0, -1.75}, 0.0, 8.0, 1.3, {{8.0, 8.0}, {8.0, 0.0}});
        QCOMPARE(seen(way, 0.0), QStringLiteral("10 -1.75 0\u00b0 8"));
        QCOMPARE(seen(way, 1.0), QStringLiteral("18 -1.75 0\u00b0 8"));
        QCOMPARE(seen(way, 2.0), QStringLiteral("24 -1.75 0\u00b0 4"));
        QCOMPARE(seen(way, 3.0), QStringLiteral("26 -1.75 0\u00b0 0"));
        QCOMPARE(seen(way, 9.0), QStringLiteral("26 -1.75 0\u00b0 0"));
    }

    void waitsAndSetsOff()
    {
        const Way way({0.0, 0.0}, 0.0, 0.0, 1.0, {{4.0, 4.0, 0.0, 1.0}, {40.0, 4.0}});
        QCOMPARE(seen(way, 0.9), QStringLiteral("0 0 0\u00b0 0"));
        QCOMPARE(seen(way, 2.0), QStringLiteral("1 0 0\u00b0 2"));
        QCOMPARE(seen(way, 4.0), QStringLiteral("8 0 0\u00b0 4"));
    }

    void pivotsAboutItsRearAxle()
    {
        // The axle goes round a quarter of a circle of 6 m; the middle, 2 m ahead of it, swings out.
        const Way way({2.0, 0.0}, 0.0, 3.0, 2.0, {{6.0 * quarterTurn, 3.0, 1.0 / 6.0}});
        const double after_s = 2.0 * quarterTurn;
        QCOMPARE(seen(way, after_s - 1e-9), QStringLiteral("6 8 90\u00b0 3"));
        for (double time = 0.0; time < after_s; time += 0.1) {
            const Way::Moment m = way.at(time);
            QCOMPARE(std::hypot(m.middle.s, m.middle.d - 6.0), std::hypot(6.0, 2.0));
        }
    }

    void turnsRightWithNegativeCurvature()
    {
        const Way way({0.0, 0.0}, 0.0, 2.0, 0.0, {{4.0 * quarterTurn, 2.0, -1.0 / 4.0}, {10.0, 2.0}});
        QCOMPARE(seen(way, 2.0 * quarterTurn + 1.0), QStringLiteral("4 -6 -90\u00b0 2"));
    }
};

QTEST_APPLESS_MAIN(WayTest)
#include "tst_Way.moc"
