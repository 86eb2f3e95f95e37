#include "model/completion/Refit.h"

#include "model/cloud/CloudFormat.h"
#include "model/completion/CompleteIn.h"
#include "model/completion/Shrink.h"
#include "model/geometry/Angles.h"
#include "model/geometry/Polygon.h"
#include "model/synth/SpinningLidar.h"
#include "tests/support/Support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

constexpr int car = 1; ///< its number in the street

/// A saloon parked ahead on the right and another vehicle behind it, as a spinning LiDAR sees them.
const SimulatedFrame& street()
{
    static const SimulatedFrame frame = [] {
        StreetScene street = StreetScene::bareRoad();
        street.addObject(parkedVehicle(QStringLiteral("saloon"), {12.0, -5.0}, 0.1));
        street.addObject(parkedVehicle(QStringLiteral("suv"), {19.5, -5.0}));
        street.seal();
        LidarOptions lidar;
        lidar.columns = 1800;
        return simulateFrame(street, 0, lidar);
    }();
    return frame;
}

const PreparedFrame& prepared()
{
    static const auto frame =
        PreparedFrame::prepare(std::make_shared<const PointCloud>(street().cloud), Eigen::Vector3d::Zero());
    return *frame;
}

const Cuboid& truth()
{
    return street().object(car).cuboid;
}

CompletionOptions options()
{
    CompletionOptions usual;
    usual.priorSize = {4.4, 1.8, 1.55};
    return usual;
}

/// The true box moved (metres, in its own frame), made larger and turned.
Cuboid rough(const Eigen::Vector3d& shift, const Eigen::Vector3d& growth, double turn_deg)
{
    Cuboid box = truth();
    box.center = truth().toSensor(shift);
    box.size += growth;
    return box.withYaw(truth().yaw() + radians(turn_deg));
}

/// A made-up box near the car: as a hurried hand draws it.
Cuboid anyBox(std::mt19937& random)
{
    std::uniform_real_distribution<double> any(-1.0, 1.0);
    const Eigen::Vector3d shift = 0.5 * Eigen::Vector3d(any(random), any(random), 0.4 * any(random));
    const Eigen::Vector3d growth =
        Eigen::Vector3d(1.0, 0.4, 0.4).cwiseProduct(Eigen::Vector3d(any(random), any(random), any(random)));
    return rough(shift, growth, 15.0 * any(random));
}

/// How far the plane of the face went from where it was, at the corners of the face that was held.
double movedBy(Face face, const Cuboid& before, const Cuboid& after)
{
    if (face == Face::Heading)
        return std::abs(wrapAngle(after.yaw() - before.yaw()));
    double most = 0.0;
    for (int axis = 0; axis < 3; ++axis)
        for (const int sign : {1, -1})
            if (faceOf(axis, sign) == face)
                for (const Eigen::Vector3d& corner : before.corners())
                    if (sign * before.toObject(corner)[axis] > 0.0)
                        most = std::max(most, std::abs(sign * after.toObject(corner)[axis] - 0.5 * after.size[axis]));
    return most;
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

/// The box as a hurried hand would have drawn it.
Cuboid disturbed(const Cuboid& box, std::mt19937& random)
{
    std::uniform_real_distribution<double> any(-1.0, 1.0);
    Cuboid result = box;
    result.center += Eigen::Vector3d(0.4 * any(random), 0.4 * any(random), 0.2 * any(random));
    result.size += Eigen::Vector3d(0.5 * any(random), 0.2 * any(random), 0.2 * any(random));
    return result.withYaw(box.yaw() + radians(10.0 * any(random)));
}

/// The boxes that people drew on the cars of a real frame with at least 100 points.
std::vector<Cuboid> labelledCars(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<Cuboid> cars;
    for (const QJsonValue& box : QJsonDocument::fromJson(file.readAll())[u"boxes"].toArray())
        if (box[u"class"] == QStringLiteral("Car") && box[u"npts"].toInt() >= 100)
            cars.push_back(Cuboid::fromYaw({box[u"x"].toDouble(), box[u"y"].toDouble(), box[u"z"].toDouble()},
                {box[u"l"].toDouble(), box[u"w"].toDouble(), box[u"h"].toDouble()}, box[u"yaw"].toDouble()));
    return cars;
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ssize(values) / 2, values.end());
    return values[values.size() / 2];
}

constexpr std::array parts{Face::Front, Face::Rear, Face::Left, Face::Right, Face::Top, Face::Bottom, Face::Heading};

} // namespace

Q_DECLARE_METATYPE(Cuboid)

class RefitTest : public QObject
{
    Q_OBJECT
private slots:
    void aGoodBoxChangesLittle()
    {
        const auto done = refit(prepared(), truth(), {}, options());
        QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
        QVERIFY2(iou3d(done->cuboid, truth()) > 0.85, picture(done->cuboid) + " true " + picture(truth()));
        const auto again = refit(prepared(), done->cuboid, {}, options());
        QVERIFY2(iou3d(again->cuboid, done->cuboid) > 0.95, "and less the second time");
    }

    void aRoughBoxGetsBetter_data()
    {
        QTest::addColumn<Cuboid>("box");
        QTest::newRow("too far ahead") << rough({0.6, 0, 0}, {0, 0, 0}, 0);
        QTest::newRow("too far aside") << rough({0, 0.4, 0}, {0, 0, 0}, 0);
        QTest::newRow("in the air") << rough({0, 0, 0.5}, {0, 0, 0}, 0);
        QTest::newRow("turned") << rough({0, 0, 0}, {0, 0, 0}, 12);
        QTest::newRow("turned much") << rough({0, 0, 0}, {0, 0, 0}, -25);
        QTest::newRow("too wide and high") << rough({0, 0, 0.2}, {0.3, 0.8, 0.5}, 5);
        QTest::newRow("too narrow") << rough({-0.2, 0, 0}, {-0.8, -0.4, -0.3}, -5);
    }
    void aRoughBoxGetsBetter()
    {
        QFETCH(Cuboid, box);
        const auto done = refit(prepared(), box, {}, options());
        QVERIFY2(done, qPrintable(done ? QString() : done.error().sentence));
        QVERIFY2(iou3d(done->cuboid, truth()) > iou3d(box, truth()), picture(done->cuboid));
        QVERIFY2(bevIou(done->cuboid, truth()) > 0.75, picture(done->cuboid));
        QVERIFY(!done->outline.isEmpty());
        QVERIFY(done->points.size() > 200);
    }

    void whatIsHeldNeverMoves()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 150; ++round) {
            const Cuboid box = anyBox(random);
            const FaceSet held = faceSetFrom(int(random() % 128));
            const auto done = refit(prepared(), box, held, options());
            QVERIFY(done);
            QVERIFY(done->cuboid.isValid());
            for (const Face part : parts)
                if (held.testFlag(part))
                    QVERIFY2(movedBy(part, box, done->cuboid) < 1e-3,
                        picture(box) + " held " + QByteArray::number(int(held)) + " became " + picture(done->cuboid));
        }
    }

    void whatIsHeldOfALeaningBoxNeverMoves()
    {
        Cuboid box = truth();
        box.rotation = box.rotation * Eigen::AngleAxisd(0.05, Eigen::Vector3d::UnitY());
        for (const Face part : parts) {
            const auto done = refit(prepared(), box, part, options());
            QVERIFY(done);
            QVERIFY(movedBy(part, box, done->cuboid) < 1e-3);
        }
    }

    void whatIsHeldOfAThinBoxNeverMoves_data()
    {
        QTest::addColumn<int>("axis");
        QTest::newRow("short") << 0;
        QTest::newRow("narrow") << 1;
        QTest::newRow("flat") << 2;
    }
    void whatIsHeldOfAThinBoxNeverMoves()
    {
        // Thinner than any box that a fit would make: a slice of the car.
        QFETCH(int, axis);
        Cuboid box = truth();
        box.size[axis] = 0.1;
        if (axis < 2)
            box.center = truth().toSensor(0.5 * truth().size.cwiseProduct(axis == 0 ? Eigen::Vector3d(-0.97, 0, 0)
                                                                                    : Eigen::Vector3d(0, 0.94, 0)));
        const FaceSet both = FaceSet(faceOf(axis, 1)) | faceOf(axis, -1);
        for (const FaceSet held : {both, FaceSet(faceOf(axis, 1)), FaceSet(faceOf(axis, -1))}) {
            const auto fitted = refit(prepared(), box, held, options());
            const auto drawnIn = shrunk(prepared(), box, everyFace & ~held);
            QVERIFY(fitted && drawnIn);
            for (const Face part : parts)
                if (held.testFlag(part)) {
                    QVERIFY2(movedBy(part, box, fitted->cuboid) < 1e-9, picture(fitted->cuboid));
                    QVERIFY2(movedBy(part, box, *drawnIn) < 1e-9, picture(*drawnIn));
                }
            QVERIFY((drawnIn->size.array() <= box.size.array() + 1e-9).all());
        }
    }

    void theRestRefitsAroundWhatIsHeld()
    {
        // The front was put where it belongs by hand; the rest of the box is rough.
        const double front = 0.5 * truth().size.x();
        Cuboid box = truth();
        box.size = {truth().size.x() + 0.5, truth().size.y() + 0.5, truth().size.z() + 0.4};
        box.center = truth().toSensor({front - 0.5 * box.size.x(), 0.2, 0.0});
        const auto done = refit(prepared(), box, Face::Front, options());
        QVERIFY(done);
        QVERIFY(movedBy(Face::Front, box, done->cuboid) < 1e-3);
        QVERIFY2(iou3d(done->cuboid, truth()) > 0.8, picture(done->cuboid));
    }

    void aBoxOfNoPointsGetsOneSentence_data()
    {
        QTest::addColumn<Cuboid>("box");
        const auto at = [](const Eigen::Vector3d& place, const Eigen::Vector3d& size) {
            return Cuboid::fromYaw(place, size, 0.3);
        };
        QTest::newRow("on the bare road") << at({20.0, 3.0, -1.0}, {4.0, 1.8, 1.5});
        QTest::newRow("in the sky") << at({12.0, -5.0, 30.0}, {4.0, 1.8, 1.5});
        QTest::newRow("below the ground") << at({12.0, -5.0, -9.0}, {4.0, 1.8, 1.5});
        QTest::newRow("beyond the world") << at({1e9, 0.0, 0.0}, {4.0, 1.8, 1.5});
        QTest::newRow("as large as the world") << at({0.0, 0.0, 0.0}, {1e6, 1e6, 1e6});
        QTest::newRow("no size") << at({12.0, -5.0, -1.0}, {0.0, 1.0, 1.0});
        QTest::newRow("no number") << at({std::nan(""), 0.0, 0.0}, {4.0, 1.8, 1.5});
    }
    void aBoxOfNoPointsGetsOneSentence()
    {
        QFETCH(Cuboid, box);
        const auto fitted = refit(prepared(), box, {}, options());
        const auto drawnIn = shrunk(prepared(), box, everyFace);
        const auto outlined = completeIn(prepared(), box, {}, options());
        QVERIFY(!fitted && !drawnIn && !outlined);
        for (const QString& sentence : {fitted.error().sentence, drawnIn.error().sentence, outlined.error().sentence})
            QVERIFY2(sentence.endsWith(u'.') && sentence.count(u'.') == 1, qPrintable(sentence));
    }

    void emptyAndTinyCloudsAreAnswered()
    {
        PointCloud cloud;
        for (int count = 0; count < 6; ++count) {
            const auto frame =
                PreparedFrame::prepare(std::make_shared<const PointCloud>(cloud), Eigen::Vector3d::Zero());
            (void)refit(*frame, truth(), {}, options());
            (void)shrunk(*frame, truth(), everyFace);
            for (const double value : truth().center)
                cloud.xyz.push_back(static_cast<float>(value));
        }
    }

    void shrinkingKeepsThePointsInside()
    {
        const Cuboid wide = rough({0, 0, 0.3}, {0.8, 0.8, 0.8}, 0);
        const auto tight = shrunk(prepared(), wide, everyFace);
        QVERIFY(tight);
        QVERIFY2(tight->volume() < 0.8 * wide.volume(), picture(*tight));
        std::size_t before = 0;
        std::size_t after = 0;
        for (std::size_t i = 0; i < street().cloud.size(); ++i)
            if (street().objectOf[i] == car && wide.contains(street().cloud.point(i))) {
                ++before;
                after += tight->contains(street().cloud.point(i)) ? 1 : 0;
            }
        QVERIFY2(double(after) > 0.95 * double(before),
            QByteArray::number(int(after)) + " of " + QByteArray::number(int(before)));
    }

    void onlyTheNamedFacesShrink()
    {
        const Cuboid wide = rough({0, 0, 0.3}, {0.8, 0.8, 0.8}, 0);
        for (int bits = 0; bits < 64; ++bits) {
            const FaceSet faces = faceSetFrom(bits);
            const auto tight = shrunk(prepared(), wide, faces);
            QVERIFY(tight);
            for (const Face part : parts)
                if (!faces.testFlag(part))
                    QVERIFY2(movedBy(part, wide, *tight) < 1e-9, picture(*tight));
            QVERIFY((tight->size.array() <= wide.size.array() + 1e-9).all());
        }
    }

    void onRealCarsGoodBoxesStayAndRoughOnesGetBetter()
    {
        const QString data = lunkuo::test::realData();
        if (data.isEmpty())
            QSKIP("the folder of real frames is not there");
        const auto cloud = readCloud(data + QStringLiteral("/pandaset_002/lidar/44.pcd"));
        QVERIFY(cloud);
        const auto frame =
            PreparedFrame::prepare(std::make_shared<const PointCloud>(*cloud), Eigen::Vector3d(0.0, 0.0, 1.8));
        CompletionOptions large;
        large.priorSize = {4.6, 1.9, 1.7};
        std::mt19937 random(3);
        std::vector<double> good;
        std::vector<double> rough;
        std::vector<double> better;
        for (const Cuboid& car : labelledCars(data + QStringLiteral("/pandaset_002/uniform/44.json"))) {
            const auto kept = refit(*frame, car, {}, large);
            good.push_back(kept ? bevIou(kept->cuboid, car) : 0.0);
            const Cuboid start = disturbed(car, random);
            const auto done = refit(*frame, start, {}, large);
            rough.push_back(bevIou(start, car));
            better.push_back(done ? bevIou(done->cuboid, car) : 0.0);
        }
        const auto picture = QStringLiteral("%1 cars: a good box keeps %2, a rough one goes from %3 to %4")
                                 .arg(good.size())
                                 .arg(median(good))
                                 .arg(median(rough))
                                 .arg(median(better));
        QVERIFY2(median(good) > 0.85 && median(better) > median(rough) + 0.1, qPrintable(picture));
        qInfo("%s", qPrintable(picture));
    }

    void anAlternativeComesWithItsOwnOutline()
    {
        const Cuboid reversed = truth().flipped();
        const auto ahead = completeIn(prepared(), truth(), {}, options());
        const auto back = completeIn(prepared(), reversed, {}, options());
        QVERIFY(ahead && back);
        QCOMPARE(ahead->cuboid, truth());
        QCOMPARE(back->cuboid, reversed);
        QCOMPARE(ahead->points, back->points);
        QVERIFY(!back->outline.isEmpty() && ahead->outline != back->outline);
    }

    void clicksTellWhichPointsInTheBoxAreTheObjects()
    {
        // One box over both vehicles.
        const Cuboid both = Cuboid::fromYaw({15.8, -3.1, truth().center.z()}, {14.0, 4.0, 2.0}, 0.0);
        CompletionInput input;
        for (std::size_t i = 0; i < street().cloud.size() && input.belongs.empty(); ++i)
            if (street().objectOf[i] == car && street().cloud.point(i).z() > truth().center.z())
                input.belongs.push_back(street().cloud.point(i));
        const auto one = completeIn(prepared(), both, input, options());
        const auto all = completeIn(prepared(), both, {}, options());
        QVERIFY(one && all);
        QVERIFY(all->points.size() > one->points.size() + 50);
    }
};

QTEST_APPLESS_MAIN(RefitTest)
#include "tst_Refit.moc"
