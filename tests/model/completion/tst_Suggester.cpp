#include "model/completion/Suggester.h"

#include "model/completion/SensorOrigin.h"
#include "model/geometry/Polygon.h"
#include "model/synth/SpinningLidar.h"
#include "model/tools/SuggestionActions.h"

#include <QTest>
#include <thread>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

constexpr std::size_t enoughToSee = 50;

Scene project()
{
    Scene scene;
    scene.taxonomy = Taxonomy::load(QStringLiteral("lunkuo")).value();
    return scene;
}

std::shared_ptr<const PreparedFrame> prepared(PointCloud cloud)
{
    const Eigen::Vector3d sensor = estimateSensorOrigin(cloud);
    return PreparedFrame::prepare(std::make_shared<const PointCloud>(std::move(cloud)), sensor);
}

/// A street with walls, hedges, trees, posts and people, simulated once.
const SimulatedFrame& street()
{
    static const SimulatedFrame frame = simulateFrame(StreetScene::street(3), 0);
    return frame;
}

const std::shared_ptr<const PreparedFrame>& preparedStreet()
{
    static const auto frame = prepared(street().cloud);
    return frame;
}

const std::vector<Suggestion>& streetSuggestions()
{
    static const std::vector<Suggestion> found = suggest(*preparedStreet(), suggestionClasses(project()));
    return found;
}

bool isVehicle(const TruthObject& object)
{
    return object.classId != u"Pedestrian" && object.classId != u"Cyclist";
}

bool hits(const Suggestion& suggestion, const TruthObject& object)
{
    return bevIou(suggestion.completion.cuboid, object.cuboid) >= 0.5;
}

/// One vehicle alone on the road, 30 m ahead on the right.
std::vector<Suggestion> suggestedFor(const QString& body, const Scene& scene)
{
    StreetScene road = StreetScene::bareRoad();
    road.addObject(parkedVehicle(body, {30.0, -5.0}, 0.4));
    road.seal();
    return suggest(*prepared(simulateFrame(road, 0).cloud), suggestionClasses(scene));
}

PointCloud cloudOf(const std::vector<Eigen::Vector3f>& points)
{
    PointCloud cloud;
    for (const Eigen::Vector3f& p : points)
        cloud.xyz.insert(cloud.xyz.end(), p.data(), p.data() + 3);
    return cloud;
}

PointCloud flatField()
{
    std::vector<Eigen::Vector3f> points;
    for (int i = 0; i < 20000; ++i)
        points.emplace_back(static_cast<float>(i % 200) - 100.0F, static_cast<float>(i / 200) - 50.0F, -1.7F);
    return cloudOf(points);
}

} // namespace

class SuggesterTest : public QObject
{
    Q_OBJECT
private slots:
    void mostVehiclesAreFound()
    {
        int seen = 0;
        int found = 0;
        for (const TruthObject& object : street().objects) {
            if (!isVehicle(object) || object.points < enoughToSee)
                continue;
            ++seen;
            found += std::any_of(streetSuggestions().begin(), streetSuggestions().end(),
                         [&](const Suggestion& s) { return hits(s, object); })
                         ? 1
                         : 0;
        }
        QVERIFY(seen >= 15);
        QVERIFY2(found >= 0.75 * seen, qPrintable(QStringLiteral("%1 of %2").arg(found).arg(seen)));
    }

    void whatIsSureIsRight()
    {
        int sure = 0;
        int right = 0;
        for (const Suggestion& s : streetSuggestions()) {
            if (s.confidence < 0.8)
                continue;
            ++sure;
            right += std::any_of(street().objects.begin(), street().objects.end(),
                         [&](const TruthObject& object) { return isVehicle(object) && hits(s, object); })
                         ? 1
                         : 0;
        }
        QVERIFY(sure >= 8);
        QVERIFY2(right >= 0.9 * sure, qPrintable(QStringLiteral("%1 of %2").arg(right).arg(sure)));
    }

    void theSurestComeFirstAndNoneOverlap()
    {
        const std::vector<Suggestion>& found = streetSuggestions();
        for (std::size_t i = 0; i < found.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY(found[j].confidence >= found[i].confidence);
                QVERIFY(bevIou(found[i].completion.cuboid, found[j].completion.cuboid) <= 0.1);
            }
    }

    void aSuggestionCanBeHadAgainByItsSeed()
    {
        const Suggestion& first = streetSuggestions().front();
        for (const SuggestionClass& type : suggestionClasses(project()))
            if (type.id == first.classId) {
                const auto again = complete(*preparedStreet(), {{first.seed}, {}}, type.completion);
                QVERIFY(again);
                QCOMPARE(again->cuboid, first.completion.cuboid);
                QCOMPARE(again->points, first.completion.points);
            }
    }

    void theSameFrameGivesTheSameSuggestions()
    {
        const std::vector<Suggestion> again = suggest(*preparedStreet(), suggestionClasses(project()));
        QCOMPARE(again.size(), streetSuggestions().size());
        for (std::size_t i = 0; i < again.size(); ++i)
            QCOMPARE(again[i].completion.cuboid, streetSuggestions()[i].completion.cuboid);
    }

    void theClassFollowsTheSize_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("classId");
        QTest::newRow("saloon") << QStringLiteral("saloon") << QStringLiteral("Car");
        QTest::newRow("suv") << QStringLiteral("suv") << QStringLiteral("Car");
        QTest::newRow("van") << QStringLiteral("van") << QStringLiteral("Van");
        QTest::newRow("truck") << QStringLiteral("truck") << QStringLiteral("Truck");
        QTest::newRow("bus") << QStringLiteral("bus") << QStringLiteral("Bus");
    }
    void theClassFollowsTheSize()
    {
        QFETCH(QString, body);
        QFETCH(QString, classId);
        const std::vector<Suggestion> found = suggestedFor(body, project());
        QVERIFY(!found.empty());
        QCOMPARE(found.front().classId, classId);
    }

    void noMoreClustersThanAllowedAreLookedAt()
    {
        for (const QString& body : {QStringLiteral("saloon"), QStringLiteral("bus")}) {
            StreetScene road = StreetScene::bareRoad();
            road.addObject(parkedVehicle(body, {30.0, -5.0}, 0.4));
            road.seal();
            const auto frame = prepared(simulateFrame(road, 0).cloud);
            SuggesterOptions few;
            QVERIFY(!suggest(*frame, suggestionClasses(project()), few).empty());
            few.mostClusters = 0;
            QVERIFY2(suggest(*frame, suggestionClasses(project()), few).empty(), qPrintable(body));
        }
    }

    void onlyClassesOfTheTaxonomyAreSuggested()
    {
        Scene scene = project();
        std::erase_if(scene.taxonomy.classes, [](const ClassDef& type) { return type.id != u"Car"; });
        for (const Suggestion& s : suggestedFor(QStringLiteral("van"), scene))
            QCOMPARE(s.classId, QStringLiteral("Car"));
        scene.taxonomy.classes.clear();
        QVERIFY(suggestedFor(QStringLiteral("saloon"), scene).empty());
    }

    void strangeCloudsHoldNothing_data()
    {
        QTest::addColumn<PointCloud>("cloud");
        QTest::newRow("empty") << PointCloud();
        QTest::newRow("one point") << cloudOf({{3.0F, 1.0F, 0.0F}});
        QTest::newRow("flat") << flatField();
        QTest::newRow("one place over and over") << cloudOf(std::vector<Eigen::Vector3f>(5000, {5.0F, 2.0F, 0.5F}));
        QTest::newRow("far away") << cloudOf(std::vector<Eigen::Vector3f>(100, {5e6F, 2e6F, 1.0F}));
    }
    void strangeCloudsHoldNothing()
    {
        QFETCH(PointCloud, cloud);
        QVERIFY(suggest(*prepared(cloud), suggestionClasses(project())).empty());
    }

    void whoCancelsGetsNothing()
    {
        const Progress progress;
        progress.cancel();
        QVERIFY(suggest(*preparedStreet(), suggestionClasses(project()), {}, progress).empty());
    }

    void cancellingInTheMiddleEndsIt()
    {
        const Progress progress;
        SuggesterOptions endless;
        endless.mostClusters = 1000;
        endless.leastLikeness = 0.0;
        std::vector<Suggestion> found{Suggestion()};
        std::thread work([&] { found = suggest(*preparedStreet(), suggestionClasses(project()), endless, progress); });
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        progress.cancel();
        work.join();
        QVERIFY(found.empty());
    }
};

QTEST_GUILESS_MAIN(SuggesterTest)
#include "tst_Suggester.moc"
