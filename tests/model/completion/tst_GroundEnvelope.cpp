#include "model/completion/GroundEnvelope.h"

#include <random>

using namespace lunkuo;

namespace
{
const Eigen::Vector3d sensor(0.0, 0.0, 1.7);
constexpr double steepest = 0.18;

/// Points every 0.4 m over 80 m each way, at the heights of a surface.
template <class Surface>
std::vector<float> groundOf(const Surface& surface)
{
    std::vector<float> xyz;
    for (double x = -40.0; x <= 40.0; x += 0.4)
        for (double y = -40.0; y <= 40.0; y += 0.4)
            for (const double value : {x, y, static_cast<double>(surface(x, y))})
                xyz.push_back(static_cast<float>(value));
    return xyz;
}

GroundEnvelope envelopeOf(const std::vector<float>& xyz)
{
    return GroundEnvelope(LowestPoints(xyz, sensor));
}

bool isCar(double x, double y)
{
    return std::abs(x - 10.0) < 2.2 && std::abs(y - 3.0) < 0.9;
}
} // namespace

class tst_GroundEnvelope : public QObject
{
    Q_OBJECT
private slots:
    void followsASlope()
    {
        const auto slope = [](double x, double y) { return 0.05 * x - 0.03 * y; };
        const GroundEnvelope ground = envelopeOf(groundOf(slope));
        for (double x = -30.0; x <= 30.0; x += 3.7)
            for (double y = -30.0; y <= 30.0; y += 3.7)
                QVERIFY(std::abs(ground.height(x, y) - slope(x, y)) < 0.06);
    }

    void staysBelowWhatStandsOnIt()
    {
        const GroundEnvelope ground = envelopeOf(groundOf([](double x, double y) { return isCar(x, y) ? 1.5 : 0.0; }));
        QVERIFY(ground.height(10.0, 3.0) < 0.4);
        QVERIFY(std::abs(ground.likelyHeight(10.0, 3.0)) < 0.1);
    }

    void passesOverStrayPointsBelow()
    {
        std::vector<float> xyz = groundOf([](double, double) { return 0.0; });
        for (const float value : {5.0F, 5.0F, -3.0F, 5.5F, 5.5F, -3.1F, -12.0F, 8.0F, -9.0F})
            xyz.push_back(value);
        const GroundEnvelope ground = envelopeOf(xyz);
        QVERIFY(std::abs(ground.height(5.0, 5.0)) < 0.05);
        QVERIFY(std::abs(ground.height(-12.0, 8.0)) < 0.05);
    }

    /// From cell to cell and aslant it rises by no more than the slope allows, whatever lies there; and no cell could
    /// be higher without being above a lowest point.
    void isTheHighestSurfaceOfLimitedSlope()
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> height(0.0, 0.55);
        std::vector<float> xyz;
        for (int x = -60; x < 60; ++x)
            for (int y = -60; y < 60; ++y)
                for (const double value : {x + 0.5, y + 0.5, height(random)})
                    xyz.push_back(static_cast<float>(value));
        const GroundEnvelope ground = envelopeOf(xyz);
        std::map<std::pair<int, int>, double> lowest;
        for (std::size_t i = 0; i < xyz.size(); i += 3)
            lowest[{int(std::floor(xyz[i])), int(std::floor(xyz[i + 1]))}] = static_cast<double>(xyz[i + 2]);
        const auto at = [&](int x, int y) { return ground.height(x + 0.5, y + 0.5); };
        for (int x = -50; x < 50; ++x)
            for (int y = -50; y < 50; ++y) {
                double highest = lowest.at({x, y});
                for (const auto& [dx, dy] :
                    {std::pair(1, 0), {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}})
                    highest = std::min(highest, at(x + dx, y + dy) + steepest * std::hypot(dx, dy));
                QVERIFY2(std::abs(at(x, y) - highest) < 1e-4, qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
            }
    }

    void knowsTheUsualGroundWhereThereIsNoPoint()
    {
        const GroundEnvelope ground = envelopeOf({});
        QVERIFY(std::abs(ground.height(3.0, 4.0) - (sensor.z() - 1.73)) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(tst_GroundEnvelope)
#include "tst_GroundEnvelope.moc"
