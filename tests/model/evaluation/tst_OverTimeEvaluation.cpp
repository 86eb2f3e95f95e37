#include "model/evaluation/OverTimeEvaluation.h"

#include "model/synth/SampleWriter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{

/// Four frames of the simulated street, few rays.
const QString& sample()
{
    static QTemporaryDir folder;
    static const QString path = [] {
        synth::SampleOptions options;
        options.frames = 4;
        options.beams = 32;
        const QString place = folder.filePath(QStringLiteral("street"));
        if (!synth::writeSample(place, options))
            qFatal("the sample cannot be written");
        return place;
    }();
    return path;
}

} // namespace

class OverTimeEvaluationTest : public QObject
{
    Q_OBJECT
private slots:
    void recordingsKnowPosesAndTimes()
    {
        const auto recordings = findRecordings(sample());
        QVERIFY(recordings);
        const std::vector<LabelledFrame>& frames = recordings->front().frames;
        QCOMPARE(frames.size(), std::size_t(4));
        QVERIFY(frames[2].world_sensor.has_value());
        QVERIFY((frames[2].world_sensor->translation() - Eigen::Vector3d(1.6, 0.0, 0.0)).norm() < 0.2);
        QVERIFY(std::abs(frames[2].time_s - frames[0].time_s - 0.2) < 1e-6);
    }

    void measuresEveryVehicleBothWays()
    {
        const auto recordings = findRecordings(sample());
        const auto evaluation = evaluateOverTime(*recordings, {200, 1});
        QVERIFY(evaluation);
        QVERIFY(evaluation->estimated.isEmpty());
        QVERIFY(evaluation->objects.size() > 20);
        std::vector<double> single;
        std::vector<double> together;
        std::size_t leftOut = 0;
        for (const OverTimeObject& object : evaluation->objects) {
            single.push_back(object.single.box.bevIou);
            together.push_back(object.together.box.bevIou);
            leftOut += std::isfinite(object.together.leftOut.within10cm) ? 1 : 0;
        }
        QVERIFY2(mean(together) > mean(single) && mean(single) > 0.7,
            qPrintable(QStringLiteral("%1, single %2").arg(mean(together)).arg(mean(single))));
        QVERIFY(leftOut > 10);
        const QJsonObject json = toJson(*evaluation);
        QCOMPARE(json[u"objects"].toArray().size(), static_cast<qsizetype>(evaluation->objects.size()));
        QCOMPARE(json[u"groups"][0][u"over_time"][u"mean_bev"].toDouble(), mean(together));
        QVERIFY(tableOf(*evaluation).contains(QString::number(mean(together), 'f', 3)));
    }

    void saysWhyThereIsNothing()
    {
        QVERIFY(!evaluateOverTime({}, {}));
        const auto recordings = findRecordings(sample());
        QVERIFY(!evaluateOverTime(*recordings, {1'000'000, 1}));
        const Progress progress;
        progress.cancel();
        QVERIFY(!evaluateOverTime(*recordings, {}, progress));
    }
};

QTEST_GUILESS_MAIN(OverTimeEvaluationTest)
#include "tst_OverTimeEvaluation.moc"
