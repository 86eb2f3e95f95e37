#include "model/completion/Completer.h"

#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>
#include <cmath>
#include <future>
#include <limits>
#include <map>
#include <numbers>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

constexpr int car = 1; ///< its number in the street

/// A saloon parked ahead on the right and another vehicle behind it, as a spinning LiDAR sees them.
SimulatedFrame streetWithCar(const QString& body = QStringLiteral("saloon"))
{
    StreetScene street = StreetScene::bareRoad();
    street.addObject(parkedVehicle(body, {12.0, -5.0}, 0.1));
    street.addObject(parkedVehicle(QStringLiteral("suv"), {19.5, -5.0}));
    street.seal();
    LidarOptions lidar;
    lidar.columns = 1800;
    return simulateFrame(street, 0, lidar);
}

/// The truth does not change: one simulation serves all tests.
const SimulatedFrame& street()
{
    static const SimulatedFrame frame = streetWithCar();
    return frame;
}

const Cuboid& truth()
{
    return street().object(car).cuboid;
}

/// The car's point nearest to a place given in shares of its half size.
Eigen::Vector3d pointAt(const SimulatedFrame& frame, double u, double v, double w)
{
    const Cuboid& cuboid = frame.object(car).cuboid;
    const Eigen::Vector3d place = cuboid.toSensor(Eigen::Vector3d(u, v, w).cwiseProduct(0.5 * cuboid.size));
    Eigen::Vector3d best = place;
    double distance = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < frame.cloud.size(); ++i)
        if (const double d = (frame.cloud.point(i) - place).norm(); frame.objectOf[i] == car && d < distance) {
            distance = d;
            best = frame.cloud.point(i);
        }
    return best;
}

Eigen::Vector3d onSide()
{
    return pointAt(street(), 0.1, 1.0, -0.2);
}

Eigen::Vector3d onRear()
{
    return pointAt(street(), -1.0, 0.0, -0.2);
}

std::shared_ptr<const PreparedFrame> prepared(PointCloud cloud, const Eigen::Vector3d& sensor = Eigen::Vector3d::Zero())
{
    return PreparedFrame::prepare(std::make_shared<const PointCloud>(std::move(cloud)), sensor);
}

/// How far the found cuboid is from the car seen from above.
double overlap(const Completion& done)
{
    return bevIou(done.cuboid, truth());
}

QByteArray picture(const Cuboid& c)
{
    return QStringLiteral("%1 %2 %3 · %4 x %5 x %6 · %7°")
        .arg(c.center.x(), 0, 'f', 2)
        .arg(c.center.y(), 0, 'f', 2)
        .arg(c.center.z(), 0, 'f', 2)
        .arg(c.size.x(), 0, 'f', 2)
        .arg(c.size.y(), 0, 'f', 2)
        .arg(c.size.z(), 0, 'f', 2)
        .arg(degrees(c.yaw()), 0, 'f', 1)
        .toUtf8();
}

void put(PointCloud& cloud, const Eigen::Vector3d& point)
{
    for (const double value : point)
        cloud.xyz.push_back(static_cast<float>(value));
}

/// A hedge that touches the car's rear corner and goes on sideways.
std::vector<Eigen::Vector3d> hedge()
{
    std::vector<Eigen::Vector3d> points;
    for (double w = -0.7; w < 0.6; w += 0.1)
        for (double v = 1.05; v <= 4.0; v += 0.07)
            points.push_back(truth().toSensor(Eigen::Vector3d(-0.95, v, w).cwiseProduct(0.5 * truth().size)));
    return points;
}

/// The whole object lies on the sides that the mesh says: each edge of a triangle belongs to two of them.
bool isClosed(const Outline& outline)
{
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (const auto& t : outline.triangles)
        for (std::size_t i = 0; i < 3; ++i)
            ++edges[{t[i], t[(i + 1) % 3]}];
    return std::all_of(edges.begin(), edges.end(), [&](const auto& edge) {
        const auto back = edges.find({edge.first.second, edge.first.first});
        return edge.second == 1 && back != edges.end();
    });
}

double volume(const Outline& outline)
{
    double six = 0.0;
    for (const auto& t : outline.triangles)
        six += outline.vertices[t[0]].dot(outline.vertices[t[1]].cross(outline.vertices[t[2]]));
    return six / 6.0;
}

/// Distance of a place, in the outline's frame, from its surface, to about a centimetre.
double distanceFrom(const Outline& outline, const Eigen::Vector3d& place)
{
    constexpr int parts = 8;
    double best = std::numeric_limits<double>::infinity();
    for (const auto& t : outline.triangles) {
        const Eigen::Vector3d& a = outline.vertices[t[0]];
        const Eigen::Vector3d ab = (outline.vertices[t[1]] - a) / parts;
        const Eigen::Vector3d ac = (outline.vertices[t[2]] - a) / parts;
        for (int i = 0; i <= parts; ++i)
            for (int j = 0; i + j <= parts; ++j)
                best = std::min(best, (a + i * ab + j * ac - place).squaredNorm());
    }
    return std::sqrt(best);
}

} // namespace

class CompleterTest : public QObject
{
    Q_OBJECT
private slots:
    void aClickAnywhereOnACarFindsTheWholeCar_data()
    {
        QTest::addColumn<Eigen::Vector3d>("place");
        QTest::newRow("left side") << Eigen::Vector3d(0.1, 1.0, -0.2);
        QTest::newRow("left side, front") << Eigen::Vector3d(0.8, 1.0, -0.2);
        QTest::newRow("rear") << Eigen::Vector3d(-1.0, 0.0, -0.2);
        QTest::newRow("roof") << Eigen::Vector3d(0.0, 0.0, 1.0);
        QTest::newRow("corner") << Eigen::Vector3d(-1.0, 1.0, -0.4);
    }
    void aClickAnywhereOnACarFindsTheWholeCar()
    {
        QFETCH(Eigen::Vector3d, place);
        const auto done =
            complete(*prepared(street().cloud), {{pointAt(street(), place.x(), place.y(), place.z())}, {}}, {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
        const QByteArray told = picture(done->cuboid) + " for " + picture(truth());
        QVERIFY2(overlap(*done) > 0.77, told);
        QVERIFY2(std::abs(done->cuboid.center.z() - truth().center.z()) < 0.1, told);
        QVERIFY2(std::abs(wrapAngle(done->cuboid.yaw() - truth().yaw())) < 0.04, told);
        QVERIFY(done->confidence > 0.3 && done->confidence <= 1.0);
        QVERIFY(std::is_sorted(done->points.begin(), done->points.end()));
    }

    void allPointsOfTheCarAndNoOthersAreTold()
    {
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        QVERIFY(done);
        const double bottom = truth().center.z() - 0.5 * truth().size.z();
        std::size_t raised = 0;
        for (std::size_t i = 0; i < street().cloud.size(); ++i)
            raised += street().objectOf[i] == car && street().cloud.point(i).z() > bottom + 0.35 ? 1 : 0;
        std::size_t own = 0;
        for (const std::uint32_t i : done->points)
            own += street().objectOf[i] == car ? 1 : 0;
        QVERIFY2(own >= raised * 95 / 100, qPrintable(QStringLiteral("%1 of %2").arg(own).arg(raised)));
        QVERIFY2(own >= done->points.size() * 98 / 100,
            qPrintable(QStringLiteral("%1 of %2").arg(own).arg(done->points.size())));
    }

    void theOutlineIsClosedAndFillsTheCuboid()
    {
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        QVERIFY(done);
        const Outline& outline = done->outline;
        const Eigen::Vector3d half = 0.5 * done->cuboid.size;
        QVERIFY(outline.footprint.size() >= 16);
        double area = 0.0;
        for (std::size_t i = 0; i < outline.footprint.size(); ++i) {
            const Eigen::Vector2d& a = outline.footprint[i];
            const Eigen::Vector2d& b = outline.footprint[(i + 1) % outline.footprint.size()];
            area += 0.5 * (a.x() * b.y() - a.y() * b.x());
            QVERIFY((a.cwiseAbs() - half.head<2>()).maxCoeff() < 0.01);
        }
        QVERIFY2(area > 0.85 * 4.0 * half.x() * half.y(), "counter-clockwise, corners rounded and no more");
        for (const Eigen::Vector2d& p : outline.profile)
            QVERIFY(std::abs(p.x()) < half.x() + 0.01 && std::abs(p.y()) < half.z() + 0.01);
        for (const Eigen::Vector3d& v : outline.vertices)
            QVERIFY((v.cwiseAbs() - half).maxCoeff() < 0.01);
        QVERIFY(isClosed(outline));
        QVERIFY2(volume(outline) > 0.5 * done->cuboid.volume(), "faces look outward");
        QCOMPARE(outline.provenance.size(), outline.vertices.size());
        QCOMPARE(outline.footprintProvenance.size(), outline.footprint.size());
    }

    void theSurfaceFollowsThePoints()
    {
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        QVERIFY(done);
        int all = 0;
        int close = 0;
        int near = 0;
        for (std::size_t k = 0; k < done->points.size(); k += 5) {
            const double distance =
                distanceFrom(done->outline, done->cuboid.toObject(street().cloud.point(done->points[k])));
            ++all;
            close += distance < 0.10 ? 1 : 0;
            near += distance < 0.20 ? 1 : 0;
        }
        const QByteArray told =
            QStringLiteral("%1 within 10 cm, %2 within 20 cm of %3").arg(close).arg(near).arg(all).toUtf8();
        QVERIFY2(close >= 0.85 * all && near >= 0.93 * all, told);
    }

    void whatWasSeenIsToldFromWhatWasNot()
    {
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        QVERIFY(done);
        std::map<Provenance, int> left;
        std::map<Provenance, int> right;
        for (std::size_t i = 0; i < done->outline.vertices.size(); ++i) {
            const Eigen::Vector3d v =
                truth().toObject(done->cuboid.toSensor(done->outline.vertices[i])).cwiseQuotient(0.5 * truth().size);
            if (std::abs(v.x()) < 0.7 && v.z() > -0.5 && v.z() < 0.1)
                ++(v.y() > 0 ? left : right)[done->outline.provenance[i]];
        }
        QVERIFY(left[Provenance::Seen] > left[Provenance::Symmetry] + left[Provenance::Prior]);
        QCOMPARE(right[Provenance::Seen], 0);
        QVERIFY2(right[Provenance::Symmetry] > 0, "the right side mirrors the left");
    }

    void anotherClickAddsAMissedPart()
    {
        // A post hides the car's middle: two pieces of one car.
        PointCloud cloud;
        for (std::size_t i = 0; i < street().cloud.size(); ++i)
            if (const double u = truth().toObject(street().cloud.point(i)).x();
                street().objectOf[i] != car || u < -1.2 || u > 0.6)
                put(cloud, street().cloud.point(i));
        const auto frame = prepared(cloud);
        const auto one = complete(*frame, {{onRear()}, {}}, {});
        const auto two = complete(*frame, {{onRear(), pointAt(street(), 0.7, 1.0, -0.2)}, {}}, {});
        QVERIFY(one && two);
        QVERIFY(two->points.size() > one->points.size());
        QVERIFY2(overlap(*two) > 0.75, picture(two->cuboid) + " for " + picture(truth()));
    }

    void aNotClickRemovesItsPart()
    {
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        const std::vector<Eigen::Vector3d> foreign = hedge();
        const auto first = static_cast<std::uint32_t>(cloud.size());
        for (const Eigen::Vector3d& p : foreign)
            put(cloud, p);
        const auto frame = prepared(std::move(cloud));
        const auto corrected = complete(*frame, {{onSide()}, {foreign[foreign.size() / 2 + 10]}}, {});
        QVERIFY(corrected);
        const auto left = std::count_if(
            corrected->points.begin(), corrected->points.end(), [&](std::uint32_t i) { return i >= first; });
        QVERIFY2(left < static_cast<std::ptrdiff_t>(foreign.size() / 10), qPrintable(QString::number(left)));
        QVERIFY2(overlap(*corrected) > 0.75, picture(corrected->cuboid) + " for " + picture(truth()));
    }

    void aWallBesideTheCarIsNotTheCars()
    {
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        const auto first = static_cast<std::uint32_t>(cloud.size());
        // Higher than the car and a hand's breadth before its bonnet; the car hides the rest of it.
        for (double v = 0.45 * truth().size.y(); v <= 5.0; v += 0.06)
            for (double w = -0.7; w < 1.8; w += 0.15)
                put(cloud, truth().toSensor({0.5 * truth().size.x() + 0.15, v, w}));
        const auto done = complete(*prepared(std::move(cloud)), {{onSide()}, {}}, {});
        QVERIFY(done);
        const auto ofWall = std::count_if(done->points.begin(), done->points.end(), [&](auto i) { return i >= first; });
        QVERIFY2(ofWall < static_cast<std::ptrdiff_t>(done->points.size() / 20), qPrintable(QString::number(ofWall)));
        QVERIFY2(overlap(*done) > 0.7, picture(done->cuboid) + " for " + picture(truth()));
    }

    void aClickOnSceneryIsRefused_data()
    {
        QTest::addColumn<double>("length");
        QTest::addColumn<QString>("told");
        QTest::newRow("a wall") << 12.0 << QStringLiteral("wall");
        QTest::newRow("a pole") << 0.15 << QStringLiteral("pole");
    }
    void aClickOnSceneryIsRefused()
    {
        QFETCH(double, length);
        QFETCH(QString, told);
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        for (double y = 0.0; y <= length; y += 0.05)
            for (double z = -1.6; z < 1.5; z += 0.1)
                put(cloud, {9.0, 5.0 + y, z});
        const auto done = complete(*prepared(std::move(cloud)), {{{9.0, 5.0 + 0.5 * length, -0.6}}, {}}, {});
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.contains(told), qPrintable(done.error().sentence));
    }

    void aCarEndsWhereItsSideDoesAndRaysWentOn()
    {
        CompletionOptions longCars;
        longCars.priorSize = truth().size + Eigen::Vector3d(0.9, 0.0, 0.0);
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, longCars);
        QVERIFY(done);
        QVERIFY2(done->cuboid.size.x() < truth().size.x() + 0.35, picture(done->cuboid) + " for " + picture(truth()));
    }

    void aCyclistHeadsAlongTheWheels()
    {
        // Two wheels in line and a rider above, 0.8 m beside the parked car.
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        const Eigen::Vector3d middle = truth().toSensor({0.0, 0.5 * truth().size.y() + 0.8, 0.0});
        const double ground = truth().center.z() - 0.5 * truth().size.z();
        const Eigen::Vector2d ahead(std::cos(0.4), std::sin(0.4));
        std::size_t own = 0;
        for (double u = -0.8; u <= 0.8; u += 0.05)
            for (double z = 0.2; z < (std::abs(u) < 0.25 ? 1.7 : 0.65); z += 0.1, ++own)
                put(cloud, {middle.x() + u * ahead.x(), middle.y() + u * ahead.y(), ground + z});
        CompletionOptions options =
            usualOptions(*Taxonomy::load(QStringLiteral("lunkuo"))->classOf(QStringLiteral("Cyclist")));
        const auto done =
            complete(*prepared(std::move(cloud)), {{{middle.x(), middle.y(), ground + 1.0}}, {}}, options);
        QVERIFY(done);
        const QByteArray told = picture(done->cuboid);
        QVERIFY2(std::abs(std::remainder(done->cuboid.yaw() - 0.4, std::numbers::pi)) < 0.05, told);
        QVERIFY2((done->cuboid.center - middle).head<2>().norm() < 0.15, told);
        QVERIFY2(done->cuboid.size.x() < 2.0 && done->cuboid.size.y() < 0.8, told);
        QVERIFY2(done->points.size() <= own && done->points.size() > own / 2, "the car beside is not his");
        QVERIFY(isClosed(done->outline));
    }

    void mapCoordinatesLoseNothing()
    {
        PointCloud cloud = street().cloud;
        const Eigen::Vector3d far(512345.678, 5412345.678, 431.25);
        cloud.offset = far;
        const auto here = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        const auto there = complete(*prepared(cloud, far), {{far + onSide()}, {}}, {});
        QVERIFY(here && there);
        QVERIFY((there->cuboid.center - far - here->cuboid.center).norm() < 1e-4);
        QCOMPARE(there->points, here->points);
    }

    void theSameInputGivesTheSameOutput()
    {
        const auto frame = prepared(street().cloud);
        const auto a = complete(*frame, {{onSide()}, {}}, {});
        const auto b = complete(*frame, {{onSide()}, {}}, {});
        QCOMPARE(a->cuboid, b->cuboid);
        QCOMPARE(a->outline, b->outline);
        QCOMPARE(a->points, b->points);
    }

    void manyThreadsMayAskAFreshFrameAtOnce()
    {
        const auto expected = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        const auto frame = prepared(street().cloud); // nothing has been asked of it yet
        std::vector<std::future<Result<Completion>>> asked;
        for (int i = 0; i < 4; ++i)
            asked.push_back(std::async(std::launch::async, [&] { return complete(*frame, {{onSide()}, {}}, {}); }));
        for (auto& answer : asked) {
            const Result<Completion> completion = answer.get();
            QVERIFY(completion);
            QCOMPARE(completion->cuboid, expected->cuboid);
        }
    }

    void alternativesAreDistinctAndHoldTheReversedHeading()
    {
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, {});
        QVERIFY(done);
        QVERIFY(!done->alternatives.empty());
        const auto isReversed = [&](const Cuboid& c) {
            return (c.center - done->cuboid.center).norm() < 1e-9 && std::cos(c.yaw() - done->cuboid.yaw()) < -0.99;
        };
        QVERIFY(std::any_of(done->alternatives.begin(), done->alternatives.end(), isReversed));
        for (const Cuboid& c : done->alternatives)
            QVERIFY(c.isValid() && !(c == done->cuboid));
    }

    void everyBodyHasAnOutline_data()
    {
        QTest::addColumn<int>("body");
        for (int body = 0; body <= static_cast<int>(BodyKind::Other); ++body)
            QTest::addRow("%d", body) << body;
    }
    void everyBodyHasAnOutline()
    {
        QFETCH(int, body);
        CompletionOptions options;
        options.body = static_cast<BodyKind>(body);
        const auto done = complete(*prepared(street().cloud), {{onSide()}, {}}, options);
        QVERIFY(done);
        QVERIFY(isClosed(done->outline));
        QVERIFY(done->cuboid.isValid());
    }

    void whereNothingStandsASentenceSaysSo_data()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        constexpr double huge = 1e300;
        QTest::addColumn<CompletionInput>("input");
        const auto row = [](const char* name, const CompletionInput& input) { QTest::newRow(name) << input; };
        row("no click", {});
        row("only a not", {{}, {onSide()}});
        row("not a number", {{{nan, 0, 0}}, {}});
        row("infinite", {{{std::numeric_limits<double>::infinity(), 0, 0}}, {}});
        row("in the air over the road", {{{30.0, 0.5, -0.9}}, {}});
        const Eigen::Vector3d half = 0.5 * truth().size;
        row("on the road beside the car", {{truth().toSensor({0.3, half.y() + 0.6, -half.z()})}, {}});
        row("on the road behind the car", {{truth().toSensor({-half.x() - 0.5, 0.0, -half.z()})}, {}});
        row("beyond the cloud", {{{300.0, 300.0, 0.0}}, {}});
        row("beyond all clouds", {{{huge, -huge, huge}}, {}});
        row("high above", {{truth().center + Eigen::Vector3d(0, 0, 60)}, {}});
        row("both mine and not", {{onSide()}, {onSide()}});
    }
    void whereNothingStandsASentenceSaysSo()
    {
        QFETCH(CompletionInput, input);
        const auto done = complete(*prepared(street().cloud), input, {});
        if (QLatin1String(QTest::currentDataTag()) == QLatin1String("both mine and not")) // either answer is right
            return;
        QVERIFY(!done);
        QVERIFY(done.error().sentence.endsWith(QLatin1Char('.')));
    }

    void laterClicksThatAreNoNumbersAreIgnored()
    {
        constexpr double nan = std::numeric_limits<double>::quiet_NaN();
        const auto frame = prepared(street().cloud);
        const auto plain = complete(*frame, {{onSide()}, {}}, {});
        const auto odd = complete(*frame, {{onSide(), {nan, nan, nan}}, {{nan, 0, 0}}}, {});
        QVERIFY(plain && odd);
        QCOMPARE(odd->cuboid, plain->cuboid);
    }

    void anyCloudCanBePrepared_data()
    {
        QTest::addColumn<QVector<float>>("xyz");
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        QTest::newRow("empty") << QVector<float>{};
        QTest::newRow("one point") << QVector<float>{1, 2, 3};
        QTest::newRow("two alike") << QVector<float>{1, 2, 3, 1, 2, 3};
        QTest::newRow("far out") << QVector<float>{1e30F, -1e30F, 1e30F, 0, 0, 0};
        QTest::newRow("not numbers") << QVector<float>{nan, nan, nan, 1, 2, 3};
        QTest::newRow("a column of points") << QVector<float>{1, 2, 0, 1, 2, 1, 1, 2, 2, 1, 2, 3, 1, 2, 4, 1, 2, 5};
    }
    void anyCloudCanBePrepared()
    {
        QFETCH(QVector<float>, xyz);
        PointCloud cloud;
        cloud.xyz.assign(xyz.begin(), xyz.end());
        const auto frame = prepared(cloud);
        QCOMPARE(static_cast<qsizetype>(frame->cloud()->size() * 3), xyz.size());
        QVERIFY(std::isfinite(frame->groundHeight(0, 0)));
        const auto done = complete(*frame, {{{1, 2, 3}}, {}}, {});
        QVERIFY(done || !done.error().sentence.isEmpty());
    }

    void objectsOfAnySizeMayBeLookedFor_data()
    {
        QTest::addColumn<double>("times");
        for (const double times : {0.001, 0.1, 3.0, 8.0, 30.0, 1000.0})
            QTest::addRow("%g times a car", times) << times;
    }
    void objectsOfAnySizeMayBeLookedFor()
    {
        // Something hangs at every height over the road, none of it below another.
        QFETCH(double, times);
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        for (int k = 0; k < 400; ++k)
            put(cloud, {9.0 + 0.35 * (k % 20), 1.0 + 0.35 * (k / 20), -1.5 + 0.25 * k});
        const auto frame = prepared(std::move(cloud));
        for (const BodyKind body : {BodyKind::Car, BodyKind::Truck, BodyKind::Pedestrian, BodyKind::Other}) {
            CompletionOptions options{body, times * CompletionOptions().priorSize, CompletionOptions().priorDeviation};
            const auto done = complete(*frame, {{onSide()}, {}}, options);
            QVERIFY(done ? done->cuboid.isValid() : !done.error().sentence.isEmpty());
        }
    }

    void placesAndSensorsThatAreNoNumbersAreAnswered()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double huge = std::numeric_limits<double>::max();
        QVERIFY(std::isfinite(prepared(street().cloud)->groundHeight(nan, nan)));
        QVERIFY(std::isfinite(prepared(street().cloud)->groundHeight(huge, -huge)));
        for (const double odd : {nan, huge, 1e17}) {
            const auto done = complete(*prepared(street().cloud, {odd, 0.0, 0.0}), {{onSide()}, {}}, {});
            QVERIFY(done || !done.error().sentence.isEmpty());
        }
    }

    void theGroundIsFoundUnderPointsBelowIt()
    {
        PointCloud cloud = street().cloud;
        cloud.fields.clear();
        for (double x = 6.0; x < 18.0; x += 0.4) // reflections in a puddle
            for (double y = -9.0; y < 3.0; y += 0.4)
                if (std::fmod(x * 7.0 + y * 3.0 + 100.0, 5.0) < 1.0)
                    put(cloud, {x, y, -4.5});
        const auto done = complete(*prepared(std::move(cloud)), {{onSide()}, {}}, {});
        QVERIFY(done);
        const auto bottom = [](const Cuboid& c) { return c.center.z() - 0.5 * c.size.z(); };
        QVERIFY(std::abs(bottom(done->cuboid) - bottom(truth())) < 0.12);
    }
};

QTEST_APPLESS_MAIN(CompleterTest)
#include "tst_Completer.moc"
