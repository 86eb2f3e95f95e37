#include "model/sequence/PathSmoother.h"

#include <QTest>

using namespace lunkuo;

/// That a smooth way comes out of noisy sights.
class TestPathSmoother : public QObject
{
    Q_OBJECT

    static WorldSight sight(double time_s, const Eigen::Vector3d& place, double deviation_m = 0.1)
    {
        const double square = deviation_m * deviation_m;
        return {time_s, place, Eigen::Vector3d(square, square, 1e-3).asDiagonal()};
    }

private slots:
    void nothingAndLittle()
    {
        QVERIFY(smoothed({}).empty());
        QCOMPARE(smoothed({sight(0.0, {1.0, 2.0, 0.5})}).front(), Eigen::Vector3d(1.0, 2.0, 0.5));
    }

    void noiseGoes()
    {
        std::vector<WorldSight> sights;
        double noise = 0.0;
        for (int i = 0; i < 20; ++i) {
            const double off = i % 2 == 0 ? 0.1 : -0.1;
            sights.push_back(sight(0.1 * i, {i + off, 0.0, 0.0}));
            noise = std::max(noise, std::abs(off));
        }
        const auto smooth = smoothed(sights);
        for (int i = 3; i < 17; ++i)
            QVERIFY(std::abs(smooth[static_cast<std::size_t>(i)].x() - i) < 0.4 * noise);
    }

    void oneStrayPullsLittle()
    {
        std::vector<WorldSight> sights;
        for (int i = 0; i < 11; ++i)
            sights.push_back(sight(0.1 * i, {i * 1.0, i == 5 ? 2.0 : 0.0, 0.0}));
        QVERIFY(std::abs(smoothed(sights)[5].y()) < 0.3);
    }

    void headingsTurnAcrossHalfATurn()
    {
        std::vector<WorldSight> sights;
        for (int i = 0; i < 6; ++i)
            sights.push_back(sight(0.1 * i, {0.0, 0.0, std::remainder(3.0 + 0.05 * i, 6.283185307179586)}));
        const auto smooth = smoothed(sights);
        QVERIFY(std::abs(std::remainder(smooth[5].z() - 3.25, 6.283185307179586)) < 0.02);
    }
};

QTEST_APPLESS_MAIN(TestPathSmoother)
#include "tst_PathSmoother.moc"
