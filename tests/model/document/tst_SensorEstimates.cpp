#include "model/document/SensorEstimates.h"

#include <QTest>

using namespace lunkuo;

class SensorEstimatesTest : public QObject
{
    Q_OBJECT
private slots:
    void theMedianOfEnoughFramesHoldsFromThenOn()
    {
        SensorEstimates estimates;
        const std::array<double, 5> heights{1.8, 1.9, 40.0, 1.7, 1.8}; // one cloud misled its estimate
        for (std::size_t i = 0; i < heights.size(); ++i) {
            QVERIFY(!estimates.of({1}));
            estimates.add({1}, {qint64(i) + 1}, {0.0, 0.1 * double(i), heights.at(i)}, 100);
        }
        QCOMPARE(*estimates.of({1}), Eigen::Vector3d(0.0, 0.2, 1.8));
        for (qint64 frame = 6; frame < 20; ++frame)
            estimates.add({1}, {frame}, {9.0, 9.0, 9.0}, 100);
        QCOMPARE(*estimates.of({1}), Eigen::Vector3d(0.0, 0.2, 1.8));
        QVERIFY2(!estimates.of({2}), "sequences are apart");
    }

    void theSameFrameCountsOnce()
    {
        SensorEstimates estimates;
        for (int i = 0; i < 10; ++i)
            estimates.add({1}, {3}, {0.0, 0.0, 1.8}, 100);
        QVERIFY(!estimates.of({1}));
    }

    void shortSequencesDoNotWait()
    {
        SensorEstimates estimates;
        estimates.add({1}, {1}, {0.0, 0.0, 1.8}, 2);
        QVERIFY(!estimates.of({1}));
        estimates.add({1}, {2}, {0.0, 0.0, 1.6}, 2);
        QVERIFY(estimates.of({1}));
    }
};

QTEST_APPLESS_MAIN(SensorEstimatesTest)
#include "tst_SensorEstimates.moc"
