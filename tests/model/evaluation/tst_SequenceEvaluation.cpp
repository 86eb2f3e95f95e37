#include "model/evaluation/SequenceEvaluation.h"

#include "tests/support/CloudFiles.h"
#include "tests/support/Drive.h"

#include <QJsonArray>
#include <QTest>

using namespace lunkuo;

namespace
{

/// A short drive past two cars as labelled frames.
class LabelledDrive
{
public:
    LabelledDrive()
    {
        const test::Drive drive(4, {test::parkedAt(18.0, -4.8), test::drivingFrom(24.0, -1.75, 10.0)});
        recording.name = u"drive"_qs;
        for (std::size_t i = 0; i < drive.loaded.size(); ++i) {
            const PointCloud& cloud = *drive.loaded[i]->cloud;
            QByteArray bytes;
            for (std::size_t k = 0; k < cloud.size(); ++k)
                bytes += test::bytesOf<float>({cloud.xyz[3 * k], cloud.xyz[3 * k + 1], cloud.xyz[3 * k + 2], 0.5F});
            LabelledFrame frame;
            frame.name = QString::number(i);
            frame.cloudPath = m_folder.write(frame.name + u".bin"_qs, bytes);
            frame.sensorOrigin = Eigen::Vector3d::Zero();
            frame.time_s = 0.1 * static_cast<double>(i);
            frame.world_sensor = drive.scene.frames.at(drive.frameId(static_cast<int>(i))).world_ego->m;
            for (const auto& [car, cuboid] : drive.truth[i])
                frame.objects.push_back({cuboid, u"Car"_qs, QString::number(car)});
            recording.frames.push_back(std::move(frame));
        }
    }

    Recording recording;

private:
    test::FileFolder m_folder;
};

} // namespace

/// That the scripted annotator counts what it does and measures what came of it.
class TestSequenceEvaluation : public QObject
{
    Q_OBJECT

private slots:
    void oneClickPerCar()
    {
        const LabelledDrive drive;
        const auto evaluation = evaluateSequences({drive.recording}, {});
        QVERIFY2(evaluation, evaluation ? "" : qPrintable(evaluation.error().sentence));
        const SequenceFigures figures = figuresOf(*evaluation);
        QCOMPARE(figures.vehicles, 2);
        QCOMPARE(figures.visibleFrames, 8);
        QCOMPARE(figures.measuredFrames, 8);
        QCOMPARE(figures.actions.clicks, 2);
        QVERIFY(figures.share70 >= 0.95);
        QVERIFY(figures.mean > 0.75);
        QCOMPARE(figures.carries, 1 + evaluation->vehicles[0].carries + evaluation->vehicles[1].carries);
        QCOMPARE(evaluation->vehicles[0].isStill, evaluation->vehicles[0].moved_m < 0.2);
        const QJsonObject json = toJson(*evaluation);
        QCOMPARE(json[u"tracks"].toInt(), 2);
        QCOMPARE(json[u"actions_per_track"].toDouble(), 0.5 * figures.actions.all());
        QCOMPARE(json[u"vehicles"].toArray().size(), 2);
        QVERIFY(tableOf(*evaluation).contains(u"0.95") || tableOf(*evaluation).contains(u"%"));
    }

    void correctsWhatIsWrongUntilItIsRight()
    {
        LabelledDrive drive;
        // A label that nothing in the cloud shows so: the annotator has to drag.
        for (LabelledFrame& frame : drive.recording.frames)
            frame.objects.front().cuboid.size.x() += 3.2;
        const auto evaluation = evaluateSequences({drive.recording}, {});
        QVERIFY(evaluation.has_value());
        QVERIFY(figuresOf(*evaluation).firstShare70 < 0.95);
        QVERIFY(figuresOf(*evaluation).actions.all() > 2);
        QVERIFY(figuresOf(*evaluation).mean > figuresOf(*evaluation).firstMean);
    }

    void oneFrameIsNoSequence()
    {
        LabelledDrive drive;
        drive.recording.frames.resize(1);
        const auto evaluation = evaluateSequences({drive.recording}, {});
        QVERIFY(!evaluation);
        QVERIFY(evaluation.error().sentence.contains(u"20 points"));
    }

    void aCloudThatIsGone()
    {
        LabelledDrive drive;
        drive.recording.frames[2].cloudPath = u"/nowhere/2.bin"_qs;
        const auto evaluation = evaluateSequences({drive.recording}, {});
        QVERIFY(!evaluation);
        QVERIFY(evaluation.error().sentence.contains(u"/nowhere/2.bin"));
    }

    void stopsWhenCancelled()
    {
        const LabelledDrive drive;
        const Progress progress;
        progress.cancel();
        QVERIFY(!evaluateSequences({drive.recording}, {}, progress));
    }
};

QTEST_APPLESS_MAIN(TestSequenceEvaluation)
#include "tst_SequenceEvaluation.moc"
