#include "model/evaluation/SuggestionEvaluation.h"

#include "tests/support/CloudFiles.h"
#include "tests/support/Workbench.h"

#include <QJsonArray>
#include <QTest>

using namespace lunkuo;

namespace
{

const std::vector<Eigen::Vector2d> places{{12.0, -3.0}, {24.0, -3.0}};

/// One frame of a yard with two cars, the first of which is labelled, the second only where told so.
class Yard
{
public:
    explicit Yard(const std::vector<QString>& labels)
    {
        const PointCloud cloud = test::yardWith(places);
        QByteArray bytes;
        for (std::size_t i = 0; i < cloud.size(); ++i)
            bytes += test::bytesOf<float>({cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F});
        LabelledFrame frame;
        frame.name = u"0"_qs;
        frame.cloudPath = m_folder.write(u"0.bin"_qs, bytes);
        frame.sensorOrigin = Eigen::Vector3d::Zero();
        for (std::size_t i = 0; i < labels.size(); ++i)
            frame.objects.push_back({test::carAt(places[i]), labels[i], QString::number(i)});
        recording.name = u"yard"_qs;
        recording.frames.push_back(std::move(frame));
    }

    Recording recording;

private:
    test::FileFolder m_folder;
};

/// "2 suggested, 1 right, 1 sought, 1 found"
QString picture(const Result<SuggestionEvaluation>& evaluation)
{
    if (!evaluation)
        return evaluation.error().sentence;
    const auto right = std::count_if(evaluation->suggestions.begin(), evaluation->suggestions.end(),
        [](const ScoredSuggestion& s) { return s.bevIou >= 0.5; });
    const auto found = std::count_if(evaluation->vehicles.begin(), evaluation->vehicles.end(),
        [](const SoughtVehicle& v) { return v.found50 > 0.0; });
    return u"%1 suggested, %2 right, %3 sought, %4 found"_qs.arg(evaluation->suggestions.size())
        .arg(right)
        .arg(evaluation->vehicles.size())
        .arg(found);
}

SuggestionEvaluation fourSuggestions()
{
    SuggestionEvaluation evaluation;
    for (const auto& [confidence, overlap] :
        std::vector<std::pair<double, double>>{{0.9, 0.8}, {0.8, 0.6}, {0.6, 0.1}, {0.3, 0.9}})
        evaluation.suggestions.push_back({u"yard"_qs, u"0"_qs, u"Car"_qs, {}, confidence, overlap});
    const auto add = [&](std::size_t points, double found50, double found70) {
        evaluation.vehicles.push_back({u"yard"_qs, u"0"_qs, {}, points, 10.0, found50, found70});
    };
    add(300, 0.9, 0.9);
    add(60, 0.8, 0.0);
    add(60, 0.0, 0.0);
    add(30, 0.3, 0.3);
    evaluation.milliseconds = {100.0, 200.0};
    return evaluation;
}

} // namespace

class SuggestionEvaluationTest : public QObject
{
    Q_OBJECT
private slots:
    void suggestionsAreHeldAgainstTheLabels_data()
    {
        QTest::addColumn<std::vector<QString>>("labels");
        QTest::addColumn<QString>("outcome");
        using Labels = std::vector<QString>;
        QTest::newRow("all labelled") << Labels{u"Car"_qs, u"Van"_qs} << u"2 suggested, 2 right, 2 sought, 2 found"_qs;
        QTest::newRow("one forgotten") << Labels{u"Car"_qs} << u"2 suggested, 1 right, 1 sought, 1 found"_qs;
        QTest::newRow("no vehicle") << Labels{u"Car"_qs, u"Cone"_qs} << u"2 suggested, 1 right, 1 sought, 1 found"_qs;
        QTest::newRow("of unknown kind") << Labels{u"Car"_qs, u"Misc"_qs}
                                         << u"1 suggested, 1 right, 1 sought, 1 found"_qs;
        QTest::newRow("a trailer") << Labels{u"Car"_qs, u"Trailer"_qs} << u"1 suggested, 1 right, 1 sought, 1 found"_qs;
    }
    void suggestionsAreHeldAgainstTheLabels()
    {
        QFETCH(std::vector<QString>, labels);
        QFETCH(QString, outcome);
        const Yard yard(labels);
        QCOMPARE(picture(evaluateSuggestions({yard.recording}, {})), outcome);
    }

    void whereNobodyLooksNothingIsWrong()
    {
        Yard yard({u"Car"_qs});
        Camera camera;
        camera.model.width_px = 200;
        camera.model.height_px = 200;
        camera.model.projection << 1000, 0, 100, 0, 0, 1000, 100, 0, 0, 0, 1, 0;
        camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
        camera.camera_sensor.m.translation() = Eigen::Vector3d(3.0, 0.0, 0.0); // looks along the side of the cars
        yard.recording.frames.front().view = camera;
        QCOMPARE(picture(evaluateSuggestions({yard.recording}, {})), u"1 suggested, 1 right, 1 sought, 1 found"_qs);
    }

    void vehiclesWithFewPointsAreNotSought()
    {
        const Yard yard({u"Car"_qs, u"Car"_qs});
        QCOMPARE(picture(evaluateSuggestions({yard.recording}, {1000000, 1})),
            u"2 suggested, 2 right, 0 sought, 0 found"_qs);
    }

    void figuresCountFromAConfidenceOn_data()
    {
        QTest::addColumn<double>("confidence");
        QTest::addColumn<int>("points");
        QTest::addColumn<std::vector<double>>("figures"); // suggestions, precision .5 .7, recall .5 .7
        using Values = std::vector<double>;
        QTest::newRow("all") << 0.2 << 20 << Values{4, 0.75, 0.5, 0.75, 0.5};
        QTest::newRow("sure ones") << 0.7 << 20 << Values{2, 1.0, 0.5, 0.5, 0.25};
        QTest::newRow("many points") << 0.7 << 200 << Values{2, 1.0, 0.5, 1.0, 1.0};
        QTest::newRow("some points") << 0.7 << 50 << Values{2, 1.0, 0.5, 2.0 / 3.0, 1.0 / 3.0};
    }
    void figuresCountFromAConfidenceOn()
    {
        QFETCH(double, confidence);
        QFETCH(int, points);
        QFETCH(std::vector<double>, figures);
        const SuggestionFigures at = figuresAt(fourSuggestions(), confidence, static_cast<std::size_t>(points));
        QCOMPARE((std::vector<double>{
                     static_cast<double>(at.suggestions), at.precision50, at.precision70, at.recall50, at.recall70}),
            figures);
    }

    void nothingIsNoFigure()
    {
        const SuggestionFigures none = figuresAt({}, 0.5, 20);
        QVERIFY(std::isnan(none.precision50) && std::isnan(none.recall70));
    }

    void theReportSaysTheFigures()
    {
        const QString table = tableOf(fourSuggestions());
        QVERIFY2(
            table.contains(
                u"     ≥0.7        2      100       50       50       25       67       33      100      100\n"_qs),
            qPrintable(table));
        QVERIFY(table.contains(u"median 150 ms"_qs));
        const QJsonObject json = toJson(fourSuggestions());
        QCOMPARE(json[u"suggestions"].toArray().size(), 4);
        QCOMPARE(json[u"vehicles"].toArray().size(), 4);
        const QJsonObject first = json[u"figures"].toArray().first().toObject();
        QCOMPARE(first[u"precision_0.5"].toDouble(), 0.75);
        QCOMPARE(first[u"recall_0.7"].toDouble(), 0.5);
    }

    void framesThatCannotBeReadAreTold()
    {
        Yard yard({u"Car"_qs});
        yard.recording.frames.front().cloudPath = u"/nowhere/0.bin"_qs;
        const auto evaluation = evaluateSuggestions({yard.recording}, {});
        QVERIFY(!evaluation);
        QVERIFY(evaluation.error().sentence.contains(u"/nowhere/0.bin"_qs));
        QVERIFY(!evaluateSuggestions({}, {}));
        const Progress progress;
        progress.cancel();
        QVERIFY(!evaluateSuggestions({Yard({u"Car"_qs}).recording}, {}, progress));
    }
};

QTEST_GUILESS_MAIN(SuggestionEvaluationTest)
#include "tst_SuggestionEvaluation.moc"
