#include "model/evaluation/Evaluation.h"

#include "model/geometry/PointIndex.h"
#include "tests/support/CloudFiles.h"
#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// None hides another.
const std::vector<Eigen::Vector2d> places{{12.0, -3.0}, {16.0, -10.0}, {24.0, -3.0}, {34.0, -1.0}};

/// A drive of frames that show the same parked cars; each is a track of its own.
class Drive
{
public:
    explicit Drive(int frames)
    {
        const PointCloud cloud = test::yardWith(places);
        QByteArray bytes;
        for (std::size_t i = 0; i < cloud.size(); ++i)
            bytes += test::bytesOf<float>({cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F});
        recording.name = u"yard"_qs;
        for (int i = 0; i < frames; ++i) {
            LabelledFrame frame;
            frame.name = QString::number(i);
            frame.cloudPath = m_folder.write(frame.name + u".bin"_qs, bytes);
            frame.sensorOrigin = Eigen::Vector3d::Zero();
            for (std::size_t car = 0; car < places.size(); ++car)
                frame.objects.push_back({test::carAt(places[car]), u"Car"_qs, QString::number(car)});
            recording.frames.push_back(std::move(frame));
        }
    }

    Recording recording;

private:
    test::FileFolder m_folder;
};

Result<Evaluation> evaluateDrive(const Drive& drive, const EvaluationOptions& options = {})
{
    return evaluate({drive.recording}, options);
}

/// "learnt default minimum-area closeness"
QString picture(const std::vector<Series>& series)
{
    QStringList ids;
    for (const Series& one : series)
        ids << one.id;
    return ids.join(u' ');
}

/// Which objects were clicked and where, in order.
QString clicks(const Evaluation& evaluation)
{
    QStringList lines;
    for (const ClickedObject& object : evaluation.objects) {
        const Eigen::Vector3d& click = object.answers.front().input.belongs.front();
        lines << u"%1/%2: %3 %4 %5"_qs.arg(object.frame, object.labelled.track)
                     .arg(click.x())
                     .arg(click.y())
                     .arg(click.z());
    }
    return lines.join(u'\n');
}

} // namespace

class EvaluationTest : public QObject
{
    Q_OBJECT
private slots:
    void everyObjectGetsAClickAndAllAnswers()
    {
        const Drive drive(2);
        const auto evaluation = evaluateDrive(drive);
        QVERIFY(evaluation);
        QCOMPARE(picture(evaluation->series), u"learnt default minimum-area closeness"_qs);
        QCOMPARE(evaluation->objects.size(), std::size_t(8));
        QCOMPARE(evaluation->frames.size(), std::size_t(2));
        QVERIFY(evaluation->frames.front().milliseconds > 0.0);
        std::vector<double> overlaps;
        for (const ClickedObject& object : evaluation->objects) {
            QCOMPARE(object.answers.size(), evaluation->series.size());
            QCOMPARE(object.classId, u"Car"_qs);
            QVERIFY(object.points >= 20);
            QVERIFY(std::abs(object.range_m - object.labelled.cuboid.center.head<2>().norm()) < 1e-9);
            const Cuboid& box = object.labelled.cuboid;
            const Eigen::Vector3d click = object.answers.front().input.belongs.front();
            QVERIFY(box.contains(click));
            QVERIFY(click.z() >= box.center.z() - 0.5 * box.size.z() + 0.3 - 1e-6);
            for (std::size_t i = 0; i < 2; ++i) {
                const Answer& answer = object.answers[i];
                QCOMPARE(answer.error, QString());
                QCOMPARE(answer.box.bevIou, scoreBox(answer.cuboid, box).bevIou);
                overlaps.push_back(answer.box.bevIou);
                QVERIFY(answer.coverage.within20cm >= answer.coverage.within10cm);
                QVERIFY(answer.segmentation.recall > 0.0);
                QVERIFY(answer.milliseconds > 0.0);
            }
            for (std::size_t i = 2; i < 4; ++i) {
                QVERIFY(evaluation->series[i].isBaseline);
                QVERIFY(std::isnan(object.answers[i].confidence));
                QVERIFY(object.answers[i].cuboid.isValid());
            }
        }
        QVERIFY2(quantile(overlaps, 0.5) > 0.5, "most of the cars in an empty yard are found");
    }

    void clicksDependOnTheSeedAlone()
    {
        const Drive drive(2);
        EvaluationOptions options;
        options.priors = {Prior::Default};
        const auto first = evaluateDrive(drive, options);
        QVERIFY(first);
        options.threads = 2;
        const auto again = evaluateDrive(drive, options);
        QVERIFY(again);
        QCOMPARE(clicks(*again), clicks(*first));
        for (std::size_t i = 0; i < first->objects.size(); ++i)
            QVERIFY(again->objects[i].answers[0].cuboid == first->objects[i].answers[0].cuboid);
        options.seed = 2;
        const auto other = evaluateDrive(drive, options);
        QVERIFY(other);
        QVERIFY(clicks(*other) != clicks(*first));

        // What else there is makes no difference.
        Drive few(2);
        few.recording.frames.erase(few.recording.frames.begin());
        options.seed = 1;
        const auto part = evaluateDrive(few, options);
        QVERIFY(part);
        QVERIFY(clicks(*first).endsWith(clicks(*part)));
    }

    void thePriorIsLearntFromOtherObjects()
    {
        Drive drive(2);
        // The first car is labelled absurdly long in both frames; the others are of 5.0 m.
        for (LabelledFrame& frame : drive.recording.frames)
            for (LabelledObject& object : frame.objects)
                object.cuboid.size.x() = object.track == u"0" ? 9.0 : 5.0;
        EvaluationOptions options;
        options.priors = {Prior::Learnt, Prior::Default};
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        const double usual = evaluation->objects.front().answers[1].options.priorSize.x();
        QVERIFY(usual < 5.0);
        for (const ClickedObject& object : evaluation->objects) {
            const double learnt = object.answers[0].options.priorSize.x();
            QVERIFY2(learnt > usual && learnt <= 5.0, qPrintable(QString::number(learnt)));
            QCOMPARE(object.answers[1].options.priorSize.x(), usual);
        }
        // Alone in its recording an object teaches itself nothing.
        for (LabelledFrame& frame : drive.recording.frames)
            frame.objects.resize(1);
        const auto alone = evaluateDrive(drive, options);
        QVERIFY(alone);
        QCOMPARE(alone->objects.front().answers[0].options.priorSize.x(), usual);
    }

    void onlyWhatIsAskedForIsClicked_data()
    {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<int>("fewestPoints");
        QTest::addColumn<int>("count");
        QTest::newRow("all known") << QStringList() << 20 << 3;
        QTest::newRow("one label") << QStringList{u"pickup truck"_qs} << 20 << 1;
        QTest::newRow("another label") << QStringList{u"Tram"_qs} << 20 << 0;
        QTest::newRow("many points") << QStringList() << 100000 << 0;
    }
    void onlyWhatIsAskedForIsClicked()
    {
        QFETCH(QStringList, labels);
        QFETCH(int, fewestPoints);
        QFETCH(int, count);
        Drive drive(1);
        drive.recording.frames[0].objects[1].label = u"Pickup Truck"_qs;
        drive.recording.frames[0].objects[2].label = u"Tram"_qs;
        EvaluationOptions options;
        options.labels = labels;
        options.fewestPoints = static_cast<std::size_t>(fewestPoints);
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        QCOMPARE(static_cast<int>(evaluation->objects.size()), count);
    }

    void anActionIsTakenWhereItHelps()
    {
        Drive drive(1);
        // The label of the first car says that it stands the other way round, which no single view can tell for sure.
        LabelledObject& turned = drive.recording.frames[0].objects[0];
        EvaluationOptions options;
        options.clicks = 2;
        options.priors = {Prior::Default};
        const auto before = evaluateDrive(drive, options);
        QVERIFY(before);
        QCOMPARE(picture(before->series), u"default default+action default+drag minimum-area closeness"_qs);
        const Answer& first = before->objects[0].answers[0];
        turned.cuboid = first.box.facesRight ? turned.cuboid.flipped() : turned.cuboid;
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        const std::vector<Answer>& answers = evaluation->objects[0].answers;
        QVERIFY(!answers[0].box.facesRight);
        QVERIFY2(answers[1].box.facesRight, "Tab goes to the reversed heading");
        QVERIFY(answers[1].action == Action::Alternative);
        QVERIFY(answers[1].alternative);
        for (const ClickedObject& object : evaluation->objects)
            for (const std::size_t i : {1, 2})
                QVERIFY(object.answers[i].box.bevIou + 0.05 >= object.answers[i - 1].box.bevIou);
    }

    void aFaceIsDraggedWhereThatHelpsMost()
    {
        // The label of a car with a box on its back, which the cloud does not show.
        Drive drive(1);
        LabelledObject& longer = drive.recording.frames[0].objects[0];
        longer.cuboid.size.x() += 2.0;
        longer.cuboid.center.x() += 1.0;
        EvaluationOptions options;
        options.clicks = 2;
        options.priors = {Prior::Default};
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        const std::vector<Answer>& answers = evaluation->objects[0].answers;
        QVERIFY2(answers[1].action != Action::Face, "drags count apart");
        QVERIFY(answers[2].action == Action::Face);
        QVERIFY(answers[2].held);
        QVERIFY(answers[2].box.bevIou > answers[1].box.bevIou);
    }

    void answersCanBeHadAgain()
    {
        const Drive drive(1);
        EvaluationOptions options;
        options.clicks = 2;
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        const auto frame = PreparedFrame::prepare(sortedCloud(test::yardWith(places)), Eigen::Vector3d::Zero());
        for (const ClickedObject& object : evaluation->objects)
            for (std::size_t i = 0; i < 6; ++i) {
                const auto again = completionOf(*frame, object.answers[i]);
                QVERIFY(again);
                QVERIFY(again->cuboid == object.answers[i].cuboid);
            }
    }

    void whatIsRefusedCountsAsNothing()
    {
        // A label in the air over the yard, round four points that stand on nothing.
        Drive drive(1);
        const test::FileFolder folder;
        QByteArray bytes;
        for (int i = 0; i < 3; ++i)
            bytes += test::bytesOf<float>({10.0F + 0.1F * static_cast<float>(i), 0.0F, 0.0F, 0.5F});
        drive.recording.frames[0].cloudPath = folder.write(u"air.bin"_qs, bytes);
        drive.recording.frames[0].objects = {
            {Cuboid::fromYaw({10.0, 0.0, 0.0}, {4.0, 2.0, 1.6}, 0.0), u"Car"_qs, u"1"_qs}};
        EvaluationOptions options;
        options.fewestPoints = 1;
        options.clicks = 2;
        const auto evaluation = evaluateDrive(drive, options);
        QVERIFY(evaluation);
        QCOMPARE(evaluation->objects.size(), std::size_t(1));
        for (std::size_t i = 0; i < 6; ++i) {
            const Answer& answer = evaluation->objects[0].answers[i];
            QVERIFY(!answer.error.isEmpty());
            QCOMPARE(answer.box.bevIou, 0.0);
            QCOMPARE(answer.coverage.within20cm, 0.0);
            QCOMPARE(answer.confidence, 0.0);
        }
    }

    void unreadableCloudsAreLeftOut()
    {
        Drive drive(2);
        drive.recording.remarks = {u"Something else was left out."_qs};
        drive.recording.frames[0].cloudPath += u".gone.bin"_qs;
        const auto evaluation = evaluateDrive(drive);
        QVERIFY(evaluation);
        QCOMPARE(evaluation->objects.size(), std::size_t(4));
        QCOMPARE(evaluation->remarks.size(), 2);
        QVERIFY2(evaluation->remarks[1].contains(u"0.bin.gone.bin"), qPrintable(evaluation->remarks[1]));
        drive.recording.frames[1].cloudPath += u".gone.bin"_qs;
        const auto nothing = evaluateDrive(drive);
        QVERIFY(!nothing);
        QVERIFY(nothing.error().sentence.contains(u"1.bin.gone.bin"));
        QVERIFY(!evaluate({}, {}));
    }

    void itCanBeCancelled()
    {
        const Drive drive(3);
        Progress progress;
        progress.cancel();
        const auto evaluation = evaluate({drive.recording}, {}, progress);
        QVERIFY(!evaluation);
        QCOMPARE(evaluation.error().sentence, u"The evaluation was cancelled."_qs);
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "tst_Evaluation.moc"
