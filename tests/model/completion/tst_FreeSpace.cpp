#include "model/completion/FreeSpace.h"

#include "model/completion/Completer.h"
#include "model/geometry/Polygon.h"
#include "model/synth/SpinningLidar.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

constexpr int lorry = 1;

/// A lorry of that share of the usual length.
SimulatedFrame seen(Street::Place place, double turn, double length)
{
    SceneObject object = parkedVehicle(QStringLiteral("truck"), place, turn);
    object.shape = std::make_shared<ObjectMesh>(
        vehicleMesh(*vehicleDesign(QStringLiteral("truck")), {0.55F, 0.57F, 0.60F}, {length, 1.0, 1.0}));
    StreetScene street = StreetScene::bareRoad();
    street.addObject(std::move(object));
    street.seal();
    return simulateFrame(street, 0);
}

/// Its points at the height of a hand, every so manieth.
std::vector<Eigen::Vector3d> clicksOn(const SimulatedFrame& frame)
{
    constexpr std::size_t count = 12;
    std::vector<Eigen::Vector3d> own;
    const Cuboid& truth = frame.object(lorry).cuboid;
    for (std::size_t i = 0; i < frame.cloud.size(); ++i)
        if (const Eigen::Vector3d point = frame.cloud.point(i);
            frame.objectOf[i] == lorry && truth.toObject(point).z() > 0.4 - 0.5 * truth.size.z())
            own.push_back(point);
    std::vector<Eigen::Vector3d> some;
    for (std::size_t i = 0; i < count; ++i)
        some.push_back(own[i * own.size() / count]);
    return some;
}

} // namespace

/// Lorries stand high over the road and rays go into their cabs.
class FreeSpaceTest : public QObject
{
    Q_OBJECT
private slots:
    void bodiesAreSolidWhereTheyAreClosed()
    {
        QVERIFY(solidBandOf(BodyKind::Car).to_m < solidBandOf(BodyKind::Truck).from_m);
        QCOMPARE(solidBandOf(BodyKind::Bus).from_m, SolidBand().from_m);
    }

    void lorriesAreCompleted_data()
    {
        QTest::addColumn<double>("s");
        QTest::addColumn<double>("d");
        QTest::addColumn<double>("turn");
        QTest::addColumn<double>("length");
        QTest::newRow("front, 17 m behind") << -17.0 << -1.75 << 0.0 << 1.0;
        QTest::newRow("front, 24 m behind") << -24.0 << -1.75 << 0.0 << 1.0;
        QTest::newRow("a short one from its side") << 12.0 << 7.0 << 0.0 << 0.75;
        QTest::newRow("a short one from its side, oncoming") << 15.0 << 5.0 << 3.1 << 0.75;
    }
    void lorriesAreCompleted()
    {
        QFETCH(double, s);
        QFETCH(double, d);
        QFETCH(double, turn);
        QFETCH(double, length);
        const SimulatedFrame frame = seen({s, d}, turn, length);
        const Cuboid& truth = frame.object(lorry).cuboid;
        const auto prepared =
            PreparedFrame::prepare(std::make_shared<const PointCloud>(frame.cloud), Eigen::Vector3d::Zero());
        const CompletionOptions options =
            usualOptions(*Taxonomy::load(QStringLiteral("lunkuo"))->classOf(QStringLiteral("Truck")));
        QStringList overlaps;
        int right = 0;
        const std::vector<Eigen::Vector3d> clicks = clicksOn(frame);
        for (const Eigen::Vector3d& click : clicks) {
            const auto done = complete(*prepared, {{click}, {}}, options);
            const double overlap = done ? bevIou(done->cuboid, truth) : 0.0;
            right += overlap > 0.75 ? 1 : 0;
            overlaps << QString::number(overlap, 'f', 2);
        }
        QVERIFY2(right >= std::ssize(clicks) - 2, qPrintable(overlaps.join(u' ')));
    }
};

QTEST_APPLESS_MAIN(FreeSpaceTest)
#include "tst_FreeSpace.moc"
