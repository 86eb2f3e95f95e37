#include "model/tools/FitActions.h"

#include "model/tools/ShapeActions.h"
#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

namespace
{

/// The near car with a box that a hurried hand drew.
struct RoughCar : Workbench
{
    RoughCar()
    {
        Shape shape;
        shape.frame = selection.frame();
        shape.cuboid = carAt(nearCar);
        shape.cuboid.size += Eigen::Vector3d(0.5, 0.5, 0.5);
        id = addShape(document, QStringLiteral("add"), shape, QStringLiteral("Car")).value();
    }
    [[nodiscard]] const Shape& shape() const { return scene().shapes.at(id); }
    [[nodiscard]] const LoadedFrame& frame() const { return *frames.loadedFrame(selection.frame()); }

    ShapeId id;
};

double front(const Cuboid& box)
{
    return box.center.x() + 0.5 * box.size.x();
}

} // namespace

class FitActionsTest : public QObject
{
    Q_OBJECT
private slots:
    void fittingIsOneEditThatCanBeUndone()
    {
        RoughCar bench;
        const Shape before = bench.shape();
        QVERIFY(fitToPoints(bench.document, bench.frame(), bench.id));
        QVERIFY2((bench.shape().cuboid.size - carAt(bench.nearCar).size).norm() < 0.5,
            qPrintable(QString::number((bench.shape().cuboid.size - carAt(bench.nearCar).size).norm())));
        QVERIFY(!bench.shape().outline.isEmpty());
        QCOMPARE(bench.shape().origin, ShapeOrigin::Completed);
        QCOMPARE(bench.document.undoText(), QStringLiteral("Fit Car 1 to points"));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.shape(), before);
    }

    void whatAPersonFixedStays()
    {
        RoughCar bench;
        Cuboid longer = bench.shape().cuboid;
        longer.size.x() += 0.4;
        longer.center.x() += 0.2;
        QVERIFY(setCuboid(bench.document, bench.id, longer, QStringLiteral("Resize Car: front")));
        QVERIFY(fitToPoints(bench.document, bench.frame(), bench.id));
        QVERIFY(std::abs(front(bench.shape().cuboid) - front(longer)) < 1e-3);
        QVERIFY(shrinkToPoints(bench.document, bench.frame(), bench.id));
        QVERIFY(std::abs(front(bench.shape().cuboid) - front(longer)) < 1e-3);
        QCOMPARE(bench.shape().held, FaceSet(Face::Front));
        QVERIFY(releaseFaces(bench.document, bench.id));
        QCOMPARE(bench.shape().held, FaceSet());
        QVERIFY(shrinkToPoints(bench.document, bench.frame(), bench.id));
        QVERIFY(front(bench.shape().cuboid) < front(longer) - 0.3);
    }

    void severalAreFittedInOneEdit()
    {
        RoughCar bench;
        Shape far = bench.shape();
        far.id = {};
        far.track = {};
        far.cuboid = carAt(bench.farCar);
        far.cuboid.size += Eigen::Vector3d(0.5, 0.5, 0.5);
        const ShapeId other = addShape(bench.document, QStringLiteral("add"), far, QStringLiteral("Car")).value();
        const std::vector<Shape> before{bench.shape(), bench.scene().shapes.at(other)};
        for (const auto action : {fitToPoints, shrinkToPoints}) {
            QVERIFY(action(bench.document, bench.frame(), std::vector{bench.id, other}));
            QVERIFY(bench.shape().cuboid.volume() < 0.9 * before[0].cuboid.volume());
            QVERIFY(bench.scene().shapes.at(other).cuboid.volume() < 0.9 * before[1].cuboid.volume());
            QVERIFY(bench.document.undo());
            QCOMPARE(bench.shape(), before[0]);
            QCOMPARE(bench.scene().shapes.at(other), before[1]);
        }
    }

    void thoseThatCannotBeFittedAreCounted()
    {
        RoughCar bench;
        Shape empty = bench.shape();
        empty.id = {};
        empty.track = {};
        empty.cuboid.center = {-40.0, 40.0, 30.0};
        const ShapeId other = addShape(bench.document, QStringLiteral("add"), empty, QStringLiteral("Car")).value();
        const Shape before = bench.shape();
        const auto done = shrinkToPoints(bench.document, bench.frame(), std::vector{bench.id, other});
        QVERIFY(!done);
        QVERIFY2(done.error().sentence.startsWith(QStringLiteral("1 of 2 objects")), qPrintable(done.error().sentence));
        QVERIFY(bench.shape().cuboid.volume() < before.cuboid.volume());
        QCOMPARE(bench.scene().shapes.at(other).cuboid, empty.cuboid);
    }

    void shrinkingIsOneEdit()
    {
        RoughCar bench;
        const Shape before = bench.shape();
        QVERIFY(shrinkToPoints(bench.document, bench.frame(), bench.id));
        QVERIFY(bench.shape().cuboid.volume() < before.cuboid.volume());
        QCOMPARE(bench.document.undoText(), QStringLiteral("Shrink Car to points"));
        QVERIFY(bench.document.undo());
        QCOMPARE(bench.shape(), before);
    }

    void noPointsIsASentenceAndNoEdit()
    {
        RoughCar bench;
        QVERIFY(setCuboid(bench.document, bench.id, carAt({12.0, 9.0}), QStringLiteral("Move Car")));
        for (const auto action : {fitToPoints, shrinkToPoints}) {
            const auto done = action(bench.document, bench.frame(), bench.id);
            QVERIFY(!done);
            QVERIFY(done.error().sentence.endsWith(u'.'));
            QCOMPARE(bench.document.undoText(), QStringLiteral("Move Car"));
        }
    }

    void unknownShapesAndOtherFramesDoNothing()
    {
        RoughCar bench;
        const LoadedFramePtr other = bench.frames.loadedFrame(bench.scene().frameOrder().back());
        const Shape before = bench.shape();
        QVERIFY(fitToPoints(bench.document, bench.frame(), std::vector<ShapeId>()));
        QVERIFY(shrinkToPoints(bench.document, bench.frame(), ShapeId{99}));
        QVERIFY(fitToPoints(bench.document, *other, bench.id));
        QVERIFY(releaseFaces(bench.document, ShapeId{99}));
        QCOMPARE(bench.shape(), before);
    }

    void facesAreNamed()
    {
        QCOMPARE(namesOf({}), QString());
        QCOMPARE(
            namesOf(FaceSet(Face::Front) | Face::Left | Face::Heading), QStringLiteral("front, left side, heading"));
    }
};

QTEST_GUILESS_MAIN(FitActionsTest)
#include "tst_FitActions.moc"
