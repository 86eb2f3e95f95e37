#include "model/completion/CarShape.h"

#include <QTest>

using namespace lunkuo;

namespace
{

/// Side view of a solid in the middle of its width, front at the left: # inside, . outside.
QString sideView(const CarShape& shape)
{
    const Eigen::Vector3d size(4.0, 1.8, 1.5);
    const CarSolid solid(shape, size);
    QString rows;
    for (int row = 5; row >= 0; --row) {
        for (int column = 0; column < 21; ++column) {
            const Eigen::Vector3d place((0.5 - (column + 0.5) / 21.0) * size.x(), 0.0, (row + 0.5) / 6.0 * size.z());
            rows += solid.distance(place).value < 0.0 ? QLatin1Char('#') : QLatin1Char('.');
        }
        rows += QLatin1Char('\n');
    }
    return rows;
}

} // namespace

class CarShapeTest : public QObject
{
    Q_OBJECT
private slots:
    void shapesLookLikeTheirKind_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("picture");
        QTest::newRow("saloon") << 0
                                << QStringLiteral(".........#######.....\n"
                                                  ".......###########...\n"
                                                  "...##################\n"
                                                  "#####################\n"
                                                  "#####################\n"
                                                  "#####################\n");
        QTest::newRow("pickup") << 3
                                << QStringLiteral(".......#####.........\n"
                                                  "......######.........\n"
                                                  "####################.\n"
                                                  "#####################\n"
                                                  "#####################\n"
                                                  "#####################\n");
        QTest::newRow("van") << 4
                             << QStringLiteral("......##############.\n"
                                               "....#################\n"
                                               "..###################\n"
                                               "#####################\n"
                                               "#####################\n"
                                               "#####################\n");
    }
    void shapesLookLikeTheirKind()
    {
        QFETCH(int, index);
        QFETCH(QString, picture);
        QCOMPARE(sideView(carShapes(BodyKind::Car)[static_cast<std::size_t>(index)]), picture);
    }

    void onlyCarsAndVansHaveShapes_data()
    {
        QTest::addColumn<int>("body");
        QTest::addColumn<int>("count");
        QTest::newRow("car") << int(BodyKind::Car) << 5;
        QTest::newRow("van") << int(BodyKind::Van) << 1;
        QTest::newRow("truck") << int(BodyKind::Truck) << 0;
        QTest::newRow("pedestrian") << int(BodyKind::Pedestrian) << 0;
    }
    void onlyCarsAndVansHaveShapes()
    {
        QFETCH(int, body);
        QFETCH(int, count);
        QCOMPARE(int(carShapes(static_cast<BodyKind>(body)).size()), count);
    }

    void distancesAreMetres_data()
    {
        QTest::addColumn<Eigen::Vector3d>("place");
        QTest::addColumn<double>("distance");
        QTest::newRow("before the nose") << Eigen::Vector3d(2.5, 0, 0.4) << 0.5;
        QTest::newRow("behind the tail") << Eigen::Vector3d(-2.2, 0, 0.4) << 0.2;
        QTest::newRow("beside") << Eigen::Vector3d(0, -1.2, 0.5) << 0.3;
        QTest::newRow("on the side") << Eigen::Vector3d(0, 0.9, 0.5) << 0.0;
        QTest::newRow("above the roof") << Eigen::Vector3d(-0.4, 0, 1.75) << 0.25;
        QTest::newRow("just inside") << Eigen::Vector3d(0, 0.85, 0.5) << -0.05;
    }
    void distancesAreMetres()
    {
        QFETCH(Eigen::Vector3d, place);
        QFETCH(double, distance);
        const CarSolid solid(carShapes(BodyKind::Car).front(), {4.0, 1.8, 1.5});
        QVERIFY2(std::abs(solid.distance(place).value - distance) < 1e-9,
            qPrintable(QString::number(solid.distance(place).value)));
    }

    void leftAndRightAreAlike()
    {
        const CarSolid solid(carShapes(BodyKind::Car).back(), {4.4, 1.9, 1.8});
        for (double u = -2.5; u < 2.5; u += 0.21)
            for (double v = 0.0; v < 1.2; v += 0.17)
                for (double h = 0.0; h < 2.0; h += 0.13)
                    QCOMPARE(solid.distance({u, v, h}).value, solid.distance({u, -v, h}).value);
    }
};

QTEST_APPLESS_MAIN(CarShapeTest)
#include "tst_CarShape.moc"
