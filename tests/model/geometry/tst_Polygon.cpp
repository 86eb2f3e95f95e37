#include "model/geometry/Polygon.h"

#include "model/geometry/Angles.h"

#include <QTest>

using namespace lunkuo;

namespace
{

Polygon2 square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

Cuboid box(double x, double y, double z, double yaw_deg)
{
    return Cuboid::fromYaw({x, y, z}, {4.0, 2.0, 1.5}, radians(yaw_deg));
}

} // namespace

class PolygonTest : public QObject
{
    Q_OBJECT
private slots:
    void areaHasASign()
    {
        Polygon2 polygon = square(3, -2, 2);
        QCOMPARE(signedArea(polygon), 4.0);
        std::reverse(polygon.begin(), polygon.end());
        QCOMPARE(signedArea(polygon), -4.0);
        QCOMPARE(signedArea(Polygon2{}), 0.0);
        QCOMPARE(signedArea(Polygon2{{1, 2}, {3, 4}}), 0.0);
    }

    void commonPartOfSquares_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::addColumn<double>("area");
        QTest::newRow("same") << 0.0 << 0.0 << 4.0;
        QTest::newRow("half") << 1.0 << 0.0 << 2.0;
        QTest::newRow("corner") << 1.5 << -1.5 << 0.25;
        QTest::newRow("touching") << 2.0 << 0.0 << 0.0;
        QTest::newRow("apart") << 5.0 << 5.0 << 0.0;
    }
    void commonPartOfSquares()
    {
        QFETCH(double, x);
        QFETCH(double, y);
        QFETCH(double, area);
        QCOMPARE(signedArea(convexIntersection(square(0, 0, 2), square(x, y, 2))), area);
        QCOMPARE(signedArea(convexIntersection(square(x, y, 2), square(0, 0, 2))), area);
    }

    void overlapOfCuboids_data()
    {
        QTest::addColumn<Cuboid>("other");
        QTest::addColumn<double>("seenFromAbove");
        QTest::addColumn<double>("solid");
        QTest::newRow("same") << box(0, 0, 0, 0) << 1.0 << 1.0;
        QTest::newRow("reversed") << box(0, 0, 0, 180) << 1.0 << 1.0;
        QTest::newRow("half ahead") << box(2, 0, 0, 0) << 1.0 / 3.0 << 1.0 / 3.0;
        QTest::newRow("half above") << box(0, 0, 0.75, 0) << 1.0 << 1.0 / 3.0;
        QTest::newRow("across") << box(0, 0, 0, 90) << 4.0 / 12.0 << 4.0 / 12.0;
        QTest::newRow("above") << box(0, 0, 3, 0) << 1.0 << 0.0;
        QTest::newRow("apart") << box(9, 0, 0, 30) << 0.0 << 0.0;
    }
    void overlapOfCuboids()
    {
        QFETCH(Cuboid, other);
        QFETCH(double, seenFromAbove);
        QFETCH(double, solid);
        QVERIFY(std::abs(bevIou(box(0, 0, 0, 0), other) - seenFromAbove) < 1e-12);
        QVERIFY(std::abs(iou3d(box(0, 0, 0, 0), other) - solid) < 1e-12);
        QVERIFY(std::abs(bevIou(other, box(0, 0, 0, 0)) - seenFromAbove) < 1e-12);
    }

    void theHullGoesRoundAllPlaces()
    {
        Polygon2 places = square(0, 0, 2);
        places.insert(places.begin() + 2, {{1, 1}, {1, 0}, {0, 0}, {1.5, 1.9}});
        QCOMPARE(convexHull(places), square(0, 0, 2));
        QVERIFY(convexHull({}).empty());
        QCOMPARE(convexHull({{1, 2}, {1, 2}}).size(), std::size_t(1));
        QVERIFY2(convexHull({{0, 0}, {1, 1}, {2, 2}, {3, 3}}).size() < 3, "all on one line");
    }

    void overlapOfNothingIsNothing()
    {
        Cuboid flat;
        flat.size.setZero();
        QCOMPARE(bevIou(flat, flat), 0.0);
        QCOMPARE(iou3d(flat, flat), 0.0);
    }
};

QTEST_APPLESS_MAIN(PolygonTest)
#include "tst_Polygon.moc"
