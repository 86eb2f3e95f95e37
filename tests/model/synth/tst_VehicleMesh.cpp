#include "model/synth/FigureMesh.h"

#include <QTest>

using namespace lunkuo::synth;

class VehicleMeshTest : public QObject
{
    Q_OBJECT
private slots:
    void vehiclesAreClosedAndOfTheirSize_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<double>("length");
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("height");
        QTest::newRow("saloon") << "saloon" << 4.74 << 1.83 << 1.45;
        QTest::newRow("hatchback") << "hatchback" << 4.22 << 1.78 << 1.48;
        QTest::newRow("estate") << "estate" << 4.79 << 1.83 << 1.48;
        QTest::newRow("suv") << "suv" << 4.57 << 1.87 << 1.68;
        QTest::newRow("van") << "van" << 5.36 << 1.99 << 2.26;
        QTest::newRow("pickup") << "pickup" << 5.35 << 1.87 << 1.80;
        QTest::newRow("truck") << "truck" << 7.47 << 2.44 << 3.32;
        QTest::newRow("bus") << "bus" << 11.97 << 2.55 << 3.06;
    }
    void vehiclesAreClosedAndOfTheirSize()
    {
        QFETCH(QString, body);
        QFETCH(double, length);
        QFETCH(double, width);
        QFETCH(double, height);
        const VehicleDesign* design = vehicleDesign(body);
        QVERIFY(design);
        const ObjectMesh vehicle = vehicleMesh(*design, {0.5F, 0.5F, 0.5F}, Eigen::Vector3d::Ones());
        QVERIFY(isClosed(vehicle.mesh));
        QVERIFY2(
            volume(vehicle.mesh) > 0.5 * length * width * (height - 0.5), "triangles look outward and fill the box");
        QVERIFY2((vehicle.size - Eigen::Vector3d(length, width, height)).cwiseAbs().maxCoeff() < 0.01,
            qPrintable(QStringLiteral("%1 %2 %3").arg(vehicle.size.x()).arg(vehicle.size.y()).arg(vehicle.size.z())));
    }

    void eachBodyIsThere()
    {
        for (const char16_t* body : {u"saloon", u"hatchback", u"suv", u"van", u"pickup", u"truck", u"bus"})
            QVERIFY(vehicleDesign(QString::fromUtf16(body)));
        QVERIFY(!vehicleDesign(QStringLiteral("submarine")));
    }

    void onlyMirrorsLeaveTheBox()
    {
        const ObjectMesh car =
            vehicleMesh(*vehicleDesign(QStringLiteral("suv")), {0.5F, 0.5F, 0.5F}, {1.02, 0.98, 1.01});
        Eigen::AlignedBox3d body;
        Eigen::AlignedBox3d mirrors;
        for (std::size_t i = 0; i < car.mesh.triangles.size(); ++i)
            for (const std::uint32_t vertex : car.mesh.triangles[i]) {
                const bool isMirror = car.mesh.surfaces[car.mesh.surfaceOf[i]].material == Material::Mirror;
                (isMirror ? mirrors : body).extend(car.mesh.vertices[vertex].cast<double>());
            }
        QVERIFY((body.max() - 0.5 * car.size).cwiseAbs().maxCoeff() < 1e-5);
        QVERIFY((body.min() + 0.5 * car.size).cwiseAbs().maxCoeff() < 1e-5);
        QVERIFY(mirrors.max().y() > 0.5 * car.size.y() + 0.05);
        QVERIFY(mirrors.max().y() < 0.5 * car.size.y() + 0.25);
    }

    void carsRoundOffInPlanAndTaperToTheRoof()
    {
        const ObjectMesh car =
            vehicleMesh(*vehicleDesign(QStringLiteral("saloon")), {0.5F, 0.5F, 0.5F}, Eigen::Vector3d::Ones());
        double noseWidth = 0.0;
        double roofWidth = 0.0;
        for (const Eigen::Vector3f& v : car.mesh.vertices) {
            if (v.x() > 0.5 * car.size.x() - 0.05)
                noseWidth = std::max(noseWidth, static_cast<double>(v.y()));
            if (v.z() > 0.5 * car.size.z() - 0.05)
                roofWidth = std::max(roofWidth, static_cast<double>(v.y()));
        }
        QVERIFY2(noseWidth < 0.42 * car.size.y(), qPrintable(QString::number(noseWidth)));
        QVERIFY2(roofWidth < 0.36 * car.size.y(), qPrintable(QString::number(roofWidth)));
    }

    void peopleAreClosedAndOfHumanSize()
    {
        Random random(7);
        for (int i = 0; i < 5; ++i) {
            const ObjectMesh walker = pedestrianMesh(random);
            const ObjectMesh rider = cyclistMesh(random);
            QVERIFY(isClosed(walker.mesh));
            QVERIFY(isClosed(rider.mesh));
            QVERIFY(walker.size.z() > 1.5 && walker.size.z() < 1.95);
            QVERIFY(walker.size.x() < 1.0 && walker.size.y() < 0.8);
            QVERIFY(rider.size.x() > 1.5 && rider.size.x() < 2.0);
        }
    }
};

QTEST_APPLESS_MAIN(VehicleMeshTest)
#include "tst_VehicleMesh.moc"
