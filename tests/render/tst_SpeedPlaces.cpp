#include "render/SpeedPlaces.h"

#include <QTest>

using namespace lunkuo;

namespace
{
const QRectF view(0, 0, 800, 600);
const QSizeF plate(60, 18);

SpeedWish wish(const QPointF& place, const QString& words = QStringLiteral("27 km/h"))
{
    return {place, words, plate};
}

QPolygonF box(const QRectF& part)
{
    return QPolygonF({part.topLeft(), part.bottomLeft(), part.bottomRight(), part.topRight()});
}
} // namespace

class TestSpeedPlaces : public QObject
{
    Q_OBJECT
private slots:
    void onFreeGroundItGoesBelowItsPlace()
    {
        const auto places = placeSpeeds({wish({400, 300})}, {}, view);
        QVERIFY(places[0]);
        QCOMPARE(places[0]->center().x(), 400.0);
        QVERIFY(places[0]->top() > 300.0);
    }

    void theObjectThatIsWorkedOnStaysFree_data()
    {
        QTest::addColumn<QRectF>("object");
        QTest::addColumn<bool>("goesBelow");
        QTest::newRow("in the middle") << QRectF(300, 200, 200, 120) << true;
        QTest::newRow("at the lower edge") << QRectF(300, 470, 200, 120) << false;
        QTest::newRow("in the lower right corner") << QRectF(600, 470, 200, 130) << false;
    }
    void theObjectThatIsWorkedOnStaysFree()
    {
        QFETCH(QRectF, object);
        QFETCH(bool, goesBelow);
        const std::vector<QPolygonF> taken{box(object)};
        const auto places = placeSpeeds({wish(object.center())}, taken, view);
        QVERIFY(places[0]);
        QVERIFY(view.contains(*places[0]));
        QVERIFY(!places[0]->intersects(object));
        QCOMPARE(places[0]->top() > object.bottom(), goesBelow);
    }

    void whereTheObjectFillsTheViewNothingIsWritten()
    {
        QVERIFY(!placeSpeeds({wish({400, 300})}, {box(view)}, view)[0]);
    }

    void theSameIsNotSaidTwiceInOnePlace()
    {
        const auto near = placeSpeeds({wish({400, 300}), wish({480, 320})}, {}, view);
        QVERIFY(near[0] && !near[1]);
        const auto far = placeSpeeds({wish({400, 300}), wish({100, 500})}, {}, view);
        QVERIFY(far[0] && far[1]);
        const auto other = placeSpeeds({wish({400, 300}), wish({480, 320}, QStringLiteral("21 km/h"))}, {}, view);
        QVERIFY(other[0] && other[1]);
        QVERIFY(!other[0]->intersects(*other[1]));
    }

    void anObjectIsWithItsGripsOnTheScreen()
    {
        ViewCamera camera;
        camera.setViewport(view.size());
        const Cuboid cuboid = Cuboid::fromYaw({10.0, 0.0, 0.8}, {4.0, 2.0, 1.6}, 0.3);
        camera.fit(cuboid.center, 4.0);
        const QPolygonF part = screenOf(cuboid, camera);
        for (const Eigen::Vector3d& corner : cuboid.corners())
            QVERIFY(part.containsPoint(*camera.pixelOf(corner), Qt::OddEvenFill));
        // The grip that turns stands ahead.
        QVERIFY(part.containsPoint(*camera.pixelOf(cuboid.toSensor({2.2, 0.0, 0.0})), Qt::OddEvenFill));
        QVERIFY(!part.containsPoint(*camera.pixelOf(cuboid.toSensor({-4.0, 0.0, 0.0})), Qt::OddEvenFill));
        QVERIFY(screenOf(Cuboid::fromYaw(camera.eye(), {4.0, 2.0, 1.6}, 0.0), camera).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSpeedPlaces)
#include "tst_SpeedPlaces.moc"
