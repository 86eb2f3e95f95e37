#include "model/evaluation/EvaluationJson.h"
#include "model/evaluation/EvaluationReport.h"
#include "model/evaluation/EvaluationTable.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace lunkuo;

namespace
{

Answer answerOf(double bev, double confidence = 0.9)
{
    Answer answer;
    answer.box.bevIou = bev;
    answer.box.iou3d = bev - 0.1;
    answer.box.yawError_deg = 10.0 * (1.0 - bev);
    answer.box.facesRight = bev >= 0.5;
    answer.box.center_m = 1.0 - bev;
    answer.box.size_m = {bev - 1.0, 0.1, -0.2};
    answer.coverage = {0.8, 0.9};
    answer.segmentation = {1.0, 0.5};
    answer.confidence = confidence;
    answer.milliseconds = 5.0;
    return answer;
}

Answer refused()
{
    Answer answer;
    answer.error = u"Nothing stands here."_qs;
    answer.coverage = {0.0, 0.0};
    answer.segmentation = {0.0, 0.0};
    answer.confidence = 0.0;
    return answer;
}

Statistics of(const std::vector<Answer>& answers)
{
    std::vector<const Answer*> pointers;
    for (const Answer& answer : answers)
        pointers.push_back(&answer);
    return statisticsOf(pointers);
}

struct Row
{
    QString label;
    QString track;
    double range_m;
    int points;
    double bev;
    QString recording = u"a"_qs;
};

Evaluation evaluationOf(const std::vector<Row>& rows)
{
    Evaluation evaluation;
    evaluation.series = {{u"learnt"_qs, false}};
    evaluation.frames = {{u"a"_qs, u"1"_qs, 1000, 4.0}, {u"a"_qs, u"2"_qs, 3000, 6.0}};
    evaluation.remarks = {u"Something was left out."_qs};
    for (const Row& row : rows) {
        ClickedObject object;
        object.recording = row.recording;
        object.frame = u"1"_qs;
        object.sensorOrigin.setZero();
        object.labelled = {Cuboid(), row.label, row.track};
        object.classId = row.label == u"Pickup" ? u"Car"_qs : row.label;
        object.range_m = row.range_m;
        object.points = static_cast<std::size_t>(row.points);
        object.answers = {answerOf(row.bev)};
        evaluation.objects.push_back(std::move(object));
    }
    return evaluation;
}

/// "by name count mean" of each group.
QStringList picture(const std::vector<Group>& groups)
{
    QStringList lines;
    for (const Group& group : groups)
        lines << u"%1 %2: %3 of %4"_qs.arg(group.by, group.name)
                     .arg(group.statistics.count)
                     .arg(group.statistics.bev.mean, 0, 'f', 2);
    return lines;
}

const std::vector<Row> street{
    {u"Car"_qs, u"1"_qs, 5.0, 500, 0.9},
    {u"Car"_qs, u"1"_qs, 19.9, 199, 0.7},
    {u"Pickup"_qs, u"2"_qs, 20.0, 50, 0.5},
    {u"Van"_qs, u"1"_qs, 45.0, 20, 0.3, u"b"_qs},
    {u"Pedestrian"_qs, u"9"_qs, 5.0, 60, 0.6},
};

} // namespace

class EvaluationReportTest : public QObject
{
    Q_OBJECT
private slots:
    void figuresAreWhatTheySay()
    {
        const Statistics s = of({answerOf(0.9), answerOf(0.7), answerOf(0.5), answerOf(0.3, 0.2)});
        QCOMPARE(s.count, std::size_t(4));
        QCOMPARE(s.refused, std::size_t(0));
        QVERIFY(qFuzzyCompare(s.bev.median, 0.6));
        QVERIFY(qFuzzyCompare(s.bev.mean, 0.6));
        QCOMPARE(s.bev.share50, 0.75);
        QCOMPARE(s.bev.share70, 0.5);
        QVERIFY(qFuzzyCompare(s.iou3d.mean, 0.5));
        QCOMPARE(s.facesRight, 0.75);
        QVERIFY(qFuzzyCompare(s.yawMedian_deg, 4.0));
        QCOMPARE(s.yawWithin10, 1.0);
        QVERIFY(qFuzzyCompare(s.center_m, 0.4));
        QVERIFY(qFuzzyCompare(s.sizeBias_m.x(), -0.4));
        QVERIFY(qFuzzyCompare(s.sizeError_m.x(), 0.4));
        QVERIFY(qFuzzyCompare(s.sizeError_m.z(), 0.2));
        QVERIFY(qFuzzyCompare(s.within10cm, 0.8));
        QVERIFY(qFuzzyCompare(s.recall, 0.5));
        QCOMPARE(s.sure, 0.75);
        QVERIFY(qFuzzyCompare(s.sureRight, 2.0 / 3.0));
        QVERIFY(qFuzzyCompare(s.areaUnderCurve, 0.75));
        QCOMPARE(s.median_ms, 5.0);
    }

    void whatWasRefusedIsWrongButHasNoSize()
    {
        const Statistics s = of({answerOf(1.0), refused()});
        QCOMPARE(s.refused, std::size_t(1));
        QCOMPARE(s.bev.mean, 0.5);
        QCOMPARE(s.bev.share50, 0.5);
        QCOMPARE(s.yawWithin10, 0.5);
        QCOMPARE(s.facesRight, 0.5);
        QCOMPARE(s.center_m, 0.0);
        QCOMPARE(s.sizeBias_m.y(), 0.1);
        QVERIFY(qFuzzyCompare(s.within10cm, 0.4));
        QCOMPARE(s.sure, 0.5);
        QCOMPARE(s.areaUnderCurve, 1.0);
        QCOMPARE(s.median_ms, 5.0);
    }

    void nothingIsKnownOfNothing()
    {
        const Statistics s = of({});
        QCOMPARE(s.count, std::size_t(0));
        QVERIFY(std::isnan(s.bev.median) && std::isnan(s.bev.share70) && std::isnan(s.sure) && std::isnan(s.p95_ms));
    }

    void objectsAreGrouped()
    {
        const QStringList expected{
            u"all all vehicles: 4 of 0.60"_qs,
            u"range 0–20 m: 2 of 0.80"_qs,
            u"range 20–40 m: 1 of 0.50"_qs,
            u"range 40+ m: 1 of 0.30"_qs,
            u"points 20–50 points: 1 of 0.30"_qs,
            u"points 50–100 points: 1 of 0.50"_qs,
            u"points 100–200 points: 1 of 0.70"_qs,
            u"points 200+ points: 1 of 0.90"_qs,
            u"class Car: 2 of 0.80"_qs,
            u"class Car (Pickup): 1 of 0.50"_qs,
            u"class Van: 1 of 0.30"_qs,
            u"recording a: 3 of 0.70"_qs,
            u"recording b: 1 of 0.30"_qs,
            u"track each object once: 3 of 0.53"_qs,
            u"others Pedestrian: 1 of 0.60"_qs,
        };
        QCOMPARE(picture(groupsOf(evaluationOf(street), 0)), expected);
        QVERIFY(groupsOf(evaluationOf({}), 0).empty());
    }

    void anObjectOfManyFramesCountsOnce()
    {
        Evaluation evaluation = evaluationOf({{u"Car"_qs, u"1"_qs, 5.0, 500, 0.8}, {u"Car"_qs, u"1"_qs, 5.0, 500, 0.4},
            {u"Car"_qs, u"1"_qs, 5.0, 500, 0.8}, {u"Car"_qs, u"2"_qs, 5.0, 500, 0.9}});
        evaluation.objects[1].answers[0] = refused();
        const std::vector<Group> groups = groupsOf(evaluation, 0);
        const auto track = std::find_if(groups.begin(), groups.end(), [](const Group& g) { return g.by == u"track"; });
        QVERIFY(track != groups.end());
        QCOMPARE(track->statistics.count, std::size_t(2));
        QCOMPARE(track->statistics.refused, std::size_t(0));
        QVERIFY(qFuzzyCompare(track->statistics.bev.mean, 0.5 * (1.6 / 3.0 + 0.9)));
        QCOMPARE(track->statistics.bev.share70, 0.5);
        QCOMPARE(track->statistics.facesRight, 1.0);
    }

    void jsonHoldsEverything()
    {
        Evaluation evaluation = evaluationOf(street);
        evaluation.objects[0].answers[0] = refused();
        evaluation.objects[1].answers[0].confidence = std::nan("");
        const QJsonObject json = QJsonDocument::fromJson(QJsonDocument(toJson(evaluation)).toJson()).object();
        QCOMPARE(json[u"objects"_qs].toArray().size(), 5);
        QCOMPARE(json[u"frames"_qs].toArray().size(), 2);
        QCOMPARE(json[u"remarks"_qs].toArray().size(), 1);
        const QJsonArray groups = json[u"series"_qs][u"learnt"_qs].toArray();
        QCOMPARE(groups.size(), 15);
        QCOMPARE(groups[0][u"by"_qs].toString(), u"all"_qs);
        QCOMPARE(groups[0][u"count"_qs].toInt(), 4);
        QCOMPARE(groups[0][u"refused"_qs].toInt(), 1);
        QVERIFY(qFuzzyCompare(groups[0][u"bev"_qs][u"mean"_qs].toDouble(), 1.5 / 4.0));
        const QJsonValue first = json[u"objects"_qs][0][u"answers"_qs][u"learnt"_qs];
        QCOMPARE(first[u"error"_qs].toString(), u"Nothing stands here."_qs);
        QVERIFY(first[u"cuboid"_qs].isUndefined());
        const QJsonValue second = json[u"objects"_qs][1][u"answers"_qs][u"learnt"_qs];
        QVERIFY(qFuzzyCompare(second[u"bev"_qs].toDouble(), 0.7));
        QVERIFY2(second[u"confidence"_qs].isUndefined(), "baselines have none");
        QVERIFY(qFuzzyCompare(json[u"objects"_qs][2][u"answers"_qs][u"learnt"_qs][u"within_10cm"_qs].toDouble(), 0.8));
    }

    void theTableIsAligned()
    {
        const QStringList lines = tableOf(evaluationOf(street)).split(u'\n');
        QCOMPARE(lines.first(), u"== One click, size prior learnt from the other objects of the recording =="_qs);
        QVERIFY(lines[1].contains(u"BEV"_qs));
        QVERIFY(lines[2].startsWith(u"all vehicles "_qs));
        qsizetype rows = 0;
        for (const QString& line : lines)
            if (line.startsWith(u"Car "_qs) || line.startsWith(u"Pedestrian "_qs) || line.startsWith(u"40+ m "_qs))
                ++rows;
        QCOMPARE(rows, 2 * 4); // Car, Car (Pickup), Pedestrian and 40+ m, of two tables
        for (qsizetype i = 2; i < 10; ++i)
            QVERIFY2(lines[i].isEmpty() || lines[i].size() == lines[1].size(), qPrintable(lines[i]));
        QVERIFY2(lines.join(u' ').contains(u"median 5.0 ms"_qs), qPrintable(lines.join(u' ')));
    }

    void actionsOnVehiclesAreCounted()
    {
        Evaluation evaluation = evaluationOf(street);
        evaluation.series[0].id = u"default+action"_qs;
        evaluation.objects[0].answers[0].action = Action::Belongs;
        evaluation.objects[1].answers[0].action = Action::Alternative;
        QVERIFY(tableOf(evaluation)
                    .contains(u"Actions: none 2, added click 1, “not this” 0, alternative 1, face dragged 0\n"_qs));
    }
};

QTEST_APPLESS_MAIN(EvaluationReportTest)
#include "tst_EvaluationReport.moc"
