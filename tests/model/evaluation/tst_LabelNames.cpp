#include "model/evaluation/LabelNames.h"

#include "model/scene/Taxonomy.h"

#include <QTest>

using namespace lunkuo;

class LabelNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void labelsMeanClasses_data()
    {
        QTest::addColumn<QString>("classId");
        const auto row = [](const char* label, const char16_t* classId) {
            QTest::newRow(label) << QString::fromUtf16(classId);
        };
        row("Car", u"Car");
        row("car", u"Car");
        row("vehicle.car", u"Car");
        row("REGULAR_VEHICLE", u"Car");
        row("VEHICLE", u"Car");
        row("Pickup Truck", u"Car");
        row("Van", u"Van");
        row("Truck", u"Truck");
        row("Medium-sized Truck", u"Truck");
        row("BOX_TRUCK", u"Truck");
        row("construction_vehicle", u"Truck");
        row("Other Vehicle - Construction Vehicle", u"Truck");
        row("vehicle.bus.rigid", u"Bus");
        row("SCHOOL_BUS", u"Bus");
        row("trailer", u"Trailer");
        row("Pedestrian with Object", u"Pedestrian");
        row("Person_sitting", u"Pedestrian");
        row("human.pedestrian.adult", u"Pedestrian");
        row("Cyclist", u"Cyclist");
        row("BicycleRider", u"Cyclist");
        row("Motor", u"Motorcycle");
        row("Motorized Scooter", u"Motorcycle");
        row("Cones", u"Cone");
        row("traffic_cone", u"Cone");
        row("Tram", u"");
        row("Misc", u"");
        row("barrier", u"");
        row("Other Vehicle - Uncommon", u"");
        row("Construction Signs", u"");
        row("static_object.bicycle_rack", u"");
        row("Carriage", u"");
        row("", u"");
    }
    void labelsMeanClasses()
    {
        QFETCH(QString, classId);
        QCOMPARE(classOfLabel(QString::fromLatin1(QTest::currentDataTag())), classId);
        const auto taxonomy = Taxonomy::load(u"lunkuo"_qs);
        QVERIFY(taxonomy);
        QVERIFY2(classId.isEmpty() || taxonomy->classOf(classId), "the class is one of the taxonomy's");
    }

    void vehiclesHaveABody()
    {
        for (const QString& vehicle : {u"Car"_qs, u"Van"_qs, u"Truck"_qs, u"Bus"_qs})
            QVERIFY(isVehicleClass(vehicle));
        for (const QString& other : {u"Pedestrian"_qs, u"Cyclist"_qs, u"Motorcycle"_qs, u"Trailer"_qs, QString()})
            QVERIFY(!isVehicleClass(other));
    }
};

QTEST_APPLESS_MAIN(LabelNamesTest)
#include "tst_LabelNames.moc"
