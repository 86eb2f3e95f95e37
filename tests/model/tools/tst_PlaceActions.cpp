#include "model/tools/PlaceActions.h"

#include "tests/support/Workbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

namespace
{

/// Both cars annotated exactly.
struct Bench : Workbench
{
    Bench()
    {
        for (const Eigen::Vector2d& place : {nearCar, farCar}) {
            Shape shape;
            shape.frame = selection.frame();
            shape.cuboid = carAt(place);
            shape.held = Face::Front;
            shape.attributes[QStringLiteral("occlusion")] = QStringLiteral("1");
            cars.push_back(*addShape(document, QStringLiteral("add"), shape, QStringLiteral("Car")));
        }
    }
    [[nodiscard]] const LoadedFrame& frame() { return *(m_frame = frames.loadedFrame(selection.frame())); }
    [[nodiscard]] const Shape& shape(ShapeId id) const { return scene().shapes.at(id); }

    std::vector<ShapeId> cars;

private:
    LoadedFramePtr m_frame;
};

bool isNear(const Eigen::Vector3d& a, const Eigen::Vector3d& b, double tolerance = 0.05)
{
    return (a - b).norm() < tolerance;
}

} // namespace

class PlaceActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void severalStandOnTheGroundInOneEdit()
    {
        Bench bench;
        for (const ShapeId car : bench.cars) {
            Cuboid high = bench.shape(car).cuboid;
            high.center.z() += 1.3;
            QVERIFY(setCuboid(bench.document, car, high, QStringLiteral("lift")));
        }
        const QSignalSpy edits(&bench.document, &Document::changed);
        QVERIFY(setOnGround(bench.document, bench.frame(), bench.cars));
        QCOMPARE(edits.count(), 1);
        QVERIFY(isNear(bench.shape(bench.cars[0]).cuboid.center, carAt(bench.nearCar).center));
        QVERIFY(isNear(bench.shape(bench.cars[1]).cuboid.center, carAt(bench.farCar).center));
    }

    void theUsualSizeLeavesWhatFacesTheSensor()
    {
        Bench bench;
        Cuboid large = carAt(bench.nearCar);
        large.size += Eigen::Vector3d(2.0, 1.0, 0.7);
        large.center += Eigen::Vector3d(1.0, -0.5, 0.35); // rear, left side and bottom stay
        QVERIFY(setCuboid(bench.document, bench.cars[0], large, QStringLiteral("large")));
        QVERIFY(setDefaultSize(bench.document, bench.frame(), bench.cars[0]));
        const Cuboid& box = bench.shape(bench.cars[0]).cuboid;
        QVERIFY(isNear(box.size, bench.scene().taxonomy.classOf(QStringLiteral("Car"))->defaultSize, 1e-9));
        QVERIFY(isNear(box.toSensor({-0.5 * box.size.x(), 0.5 * box.size.y(), -0.5 * box.size.z()}),
            large.toSensor({-0.5 * large.size.x(), 0.5 * large.size.y(), -0.5 * large.size.z()}), 1e-9));
    }

    void pastedBesideItIsAnotherObject()
    {
        Bench bench;
        ShapeClipboard clipboard;
        clipboard.copy(bench.scene(), bench.cars);
        const QSignalSpy edits(&bench.document, &Document::changed);
        const Eigen::Vector3d place(20.0, 6.0, 0.4);
        const auto pasted = clipboard.paste(bench.document, bench.frame(), place);
        QVERIFY(pasted);
        QCOMPARE(edits.count(), 1);
        QCOMPARE(bench.picture(),
            QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1 · Car 3 in frame 1 · Car 4 in frame 1"));
        const Shape& main = bench.shape(pasted->back());
        QVERIFY2(isNear(main.cuboid.center, carAt(place.head<2>()).center), "under the cursor and on the ground");
        const Eigen::Vector3d between = carAt(bench.nearCar).center - carAt(bench.farCar).center;
        QVERIFY(isNear(bench.shape(pasted->front()).cuboid.center - main.cuboid.center, between));
        QCOMPARE(main.attributes, bench.shape(bench.cars[1]).attributes);
        QCOMPARE(main.held, FaceSet());
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.scene().shapes.size(), std::size_t(2));
    }

    void pastedInAnotherFrameItIsTheSameObject()
    {
        Bench bench;
        ShapeClipboard clipboard;
        clipboard.copy(bench.scene(), bench.cars[0]);
        bench.selection.setFrame(bench.scene().frameOrder().back());
        QVERIFY(clipboard.paste(bench.document, bench.frame(), {13.0, -3.0, 0.0}));
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1 · Car 1 in frame 2"));
        QVERIFY(clipboard.paste(bench.document, bench.frame(), {20.0, -3.0, 0.0}));
        QVERIFY2(bench.picture().endsWith(QStringLiteral("Car 3 in frame 2")), "it cannot be there twice");
    }

    void pastedWhereItIsOnlyDerivedItBecomesAKeyFrame()
    {
        Bench bench;
        ShapeClipboard clipboard;
        clipboard.copy(bench.scene(), bench.cars[0]);
        Shape derived = bench.shape(bench.cars[0]);
        derived.id = bench.document.newShapeId();
        derived.frame = bench.scene().frameOrder().back();
        derived.derivation = Derivation::Propagated;
        QVERIFY(bench.document.edit(QStringLiteral("Carry"), {ValueChange<Shape>{{}, derived}}));
        bench.selection.setFrame(derived.frame);
        const auto copy = ShapeClipboard::duplicate(bench.document, bench.frame(), derived.id);
        QVERIFY2(copy && copy->front() != derived.id, "a duplicate is another object all the same");
        QVERIFY(bench.shape(copy->front()).isKeyFrame());
        QVERIFY(bench.document.undo());
        const auto pasted = clipboard.paste(bench.document, bench.frame(), {13.0, -3.0, 0.0});
        QVERIFY(pasted);
        QCOMPARE(*pasted, std::vector<ShapeId>{derived.id});
        QVERIFY(bench.shape(derived.id).isKeyFrame());
        QCOMPARE(bench.shape(derived.id).cuboid.center.x(), 13.0);
        QCOMPARE(bench.picture(), QStringLiteral("Car 1 in frame 1 · Car 2 in frame 1 · Car 1 in frame 2"));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.shape(derived.id).derivation, Derivation::Propagated);
    }

    void aDuplicateStandsBeside()
    {
        Bench bench;
        QVERIFY(setLocked(bench.document, bench.cars[0], true));
        const auto added = ShapeClipboard::duplicate(bench.document, bench.frame(), bench.cars[0]);
        QVERIFY(added);
        const Shape& copy = bench.shape(added->front());
        QVERIFY(!copy.locked);
        QVERIFY(isNear(copy.cuboid.center, carAt(bench.nearCar).center + Eigen::Vector3d(0, 2.2, 0)));
        QCOMPARE(bench.document.undoText(), QStringLiteral("Duplicate Car"));
    }

    void nothingCopiedIsNothingPasted()
    {
        Bench bench;
        ShapeClipboard clipboard;
        clipboard.copy(bench.scene(), ShapeId{});
        QVERIFY(clipboard.isEmpty());
        QVERIFY(clipboard.paste(bench.document, bench.frame(), {0, 0, 0})->empty());
        QCOMPARE(bench.scene().shapes.size(), std::size_t(2));
    }
};

QTEST_GUILESS_MAIN(PlaceActionsTest)
#include "tst_PlaceActions.moc"
