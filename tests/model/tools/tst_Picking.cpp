#include "model/tools/Picking.h"

#include "tests/support/Workbench.h"

#include <QTest>

using namespace lunkuo;
using lunkuo::test::carAt;
using lunkuo::test::Workbench;

/// What is meant by pointing at a view that does not show everything.
class PickingTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Workbench> m_bench;

    [[nodiscard]] ToolContext context() const { return {m_bench->document, m_bench->selection, m_bench->frames}; }
    [[nodiscard]] LoadedFramePtr frame() const { return m_bench->frames.loadedFrame(m_bench->selection.frame()); }

    static ToolEvent lookingAt(const Eigen::Vector3d& point)
    {
        ToolEvent event;
        event.ray.origin = {-6.0, 10.0, 14.0};
        event.ray.direction = (point - event.ray.origin).normalized();
        event.tanPixel = 0.001;
        return event;
    }

    /// Hides the points of the cuboid, and a shape.
    [[nodiscard]] HiddenPtr without(const Cuboid& cuboid, ShapeId shape = {}) const
    {
        auto hidden = std::make_shared<Hidden>();
        hidden->points.resize(frame()->cloud->size());
        for (const std::uint32_t point : frame()->index->inside(cuboid, 0.1)) {
            hidden->points[point] = 1;
            ++hidden->pointCount;
        }
        if (shape.isValid())
            hidden->shapes.insert(shape);
        return hidden;
    }

private slots:
    void init() { m_bench = std::make_unique<Workbench>(); }

    void hiddenPointsAreNotMeant()
    {
        const Eigen::Vector3d point = Workbench::pointOn(m_bench->nearCar);
        ToolEvent event = lookingAt(point);
        const auto seen = pointUnder(event, *frame());
        QVERIFY(seen && (*seen - point).norm() < 0.3);
        event.hidden = without(carAt(m_bench->nearCar));
        const auto behind = pointUnder(event, *frame());
        QVERIFY2(!behind || !carAt(m_bench->nearCar).contains(*behind, 0.1), "it means a point that nobody sees");
    }

    void hiddenObjectsAreNotMeant()
    {
        m_bench->click(Workbench::pointOn(m_bench->nearCar));
        m_bench->key(Qt::Key_Return);
        const Shape car = m_bench->onlyShape();
        ToolEvent event = lookingAt(Workbench::pointOn(m_bench->nearCar));
        QCOMPARE(shapeUnder(event, context()), car.id);
        event.hidden = without(car.cuboid, car.id);
        QVERIFY(!shapeUnder(event, context()).isValid());
        QVERIFY(!shapeAround(car.cuboid.center, event, context()).isValid());
        event.hidden.reset();
        QCOMPARE(shapeAround(car.cuboid.center, event, context()), car.id);
    }

    void completionSeesWhatIsHidden()
    {
        const Cuboid truth = carAt(m_bench->nearCar);
        Cuboid lower = truth;
        lower.size.z() = 0.3;
        lower.center.z() -= 0.6;
        ToolEvent event = lookingAt(Workbench::pointOn(m_bench->nearCar));
        event.kind = ToolEvent::Kind::Click;
        event.button = Qt::LeftButton;
        QVERIFY(m_bench->tools.handle(event));
        const Cuboid whole = m_bench->tools.draft().shape->cuboid;
        m_bench->key(Qt::Key_Escape);
        event.hidden = without(lower);
        QVERIFY(m_bench->tools.handle(event));
        QCOMPARE(m_bench->tools.draft().shape->cuboid, whole);
    }

    void placesAreOnPointsOrOnTheGround()
    {
        const Eigen::Vector3d point = Workbench::pointOn(m_bench->nearCar);
        const auto onCar = placeUnder(lookingAt(point), context());
        QVERIFY(onCar && (*onCar - point).norm() < 0.3);
        const Eigen::Vector3d nowhere(-8.0, 30.0, -1.73);
        const auto onGround = placeUnder(lookingAt(nowhere), context());
        QVERIFY(onGround && (*onGround - nowhere).norm() < 1.0);
        ToolEvent intoTheSky = lookingAt(point);
        intoTheSky.ray.direction = Eigen::Vector3d(0.0, 1.0, 1.0).normalized();
        QVERIFY(!placeUnder(intoTheSky, context()));
    }
};

QTEST_GUILESS_MAIN(PickingTest)
#include "tst_Picking.moc"
