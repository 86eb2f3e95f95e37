#include "model/formats/ClassMapping.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;

namespace
{
/// "Car>Vehicle Pedestrian>-": what each class of the taxonomy goes out as, '-' where it stays at home.
QString picture(const ClassMapping& mapping, const QStringList& ids)
{
    QStringList parts;
    for (const QString& id : ids)
        parts << id + u'>' + mapping.of(id).value_or(u"-"_qs);
    return parts.join(u' ');
}

QStringList idsOf(const Taxonomy& taxonomy)
{
    QStringList ids;
    for (const ClassDef& known : taxonomy.classes)
        ids << known.id;
    return ids;
}
} // namespace

class ClassMappingTest : public QObject
{
    Q_OBJECT
private slots:
    void noneIsTheSame()
    {
        QCOMPARE(picture({}, {u"Car"_qs, u"Boat"_qs}), u"Car>Car Boat>Boat"_qs);
        QCOMPARE(idsOf(ClassMapping().applied(test::smallTaxonomy())), (QStringList{u"Car"_qs, u"Pedestrian"_qs}));
    }

    void mapsLeavesOutAndKeeps()
    {
        ClassMapping mapping;
        mapping.classes = {{u"Car"_qs, u"Vehicle"_qs}, {u"Cone"_qs, std::nullopt}};
        QCOMPARE(picture(mapping, {u"car"_qs, u"Cone"_qs, u"Bus"_qs}), u"car>Vehicle Cone>- Bus>Bus"_qs);
        mapping.keepsOthers = false;
        QCOMPARE(picture(mapping, {u"Car"_qs, u"Bus"_qs}), u"Car>Vehicle Bus>-"_qs);
    }

    void taxonomyFollows()
    {
        Taxonomy taxonomy = test::smallTaxonomy();
        taxonomy.attributes[0].classes = {u"Car"_qs, u"Pedestrian"_qs};
        taxonomy.attributes[1].classes = {u"Pedestrian"_qs};
        taxonomy.classes[0].color = 0x123456;
        ClassMapping mapping;
        mapping.classes = {{u"Car"_qs, u"Vehicle"_qs}, {u"Pedestrian"_qs, std::nullopt}};
        const Taxonomy applied = mapping.applied(taxonomy);
        QCOMPARE(idsOf(applied), QStringList{u"Vehicle"_qs});
        QCOMPARE(applied.classes[0].color, 0x123456U);
        QCOMPARE(applied.classes[0].name.en, u"Vehicle"_qs);
        QCOMPARE(applied.attributes.size(), taxonomy.attributes.size() - 1);
        QCOMPARE(applied.attributes[0].classes, QStringList{u"Vehicle"_qs});
        mapping.classes = {{u"Car"_qs, u"Thing"_qs}, {u"Pedestrian"_qs, u"Thing"_qs}};
        QCOMPARE(idsOf(mapping.applied(taxonomy)), QStringList{u"Thing"_qs});
    }

    void isSavedAndLoaded()
    {
        const QTemporaryDir dir;
        ClassMapping mapping;
        mapping.name = u"北京"_qs;
        mapping.classes = {{u"Car"_qs, u"Vehicle"_qs}, {u"Cone"_qs, std::nullopt}};
        mapping.keepsOthers = false;
        QVERIFY(mapping.save(dir.filePath(u"m.json"_qs)));
        const auto loaded = ClassMapping::load(dir.filePath(u"m.json"_qs));
        QVERIFY(loaded);
        QVERIFY(*loaded == mapping);
        QVERIFY(!mapping.save(u"/nowhere/at/all.json"_qs));
    }

    void presetsSayWhereEveryClassOfOursGoes_data()
    {
        QTest::addColumn<QString>("preset");
        QTest::addColumn<QString>("picture");
        QTest::newRow("kitti") << u"kitti"_qs
                               << u"Car>Car Van>Van Truck>Truck Bus>Misc Pedestrian>Pedestrian Cyclist>Cyclist "
                                  "Motorcycle>Misc Trailer>Misc Cone>-"_qs;
        QTest::newRow("nuscenes") << u"nuscenes"_qs
                                  << u"Car>car Van>car Truck>truck Bus>bus Pedestrian>pedestrian Cyclist>bicycle "
                                     "Motorcycle>motorcycle Trailer>trailer Cone>traffic_cone"_qs;
        QTest::newRow("argoverse2") << u"argoverse2"_qs
                                    << u"Car>REGULAR_VEHICLE Van>REGULAR_VEHICLE Truck>TRUCK Bus>BUS "
                                       "Pedestrian>PEDESTRIAN Cyclist>BICYCLIST Motorcycle>MOTORCYCLIST "
                                       "Trailer>VEHICULAR_TRAILER Cone>CONSTRUCTION_CONE"_qs;
    }
    void presetsSayWhereEveryClassOfOursGoes()
    {
        QFETCH(QString, preset);
        const auto mapping = ClassMapping::load(preset);
        QVERIFY2(mapping, mapping ? "" : qPrintable(mapping.error().sentence));
        QTEST(picture(*mapping, idsOf(*Taxonomy::load(u"lunkuo"_qs))), "picture");
        QVERIFY(!mapping->of(u"Submarine"_qs));
    }

    void nonsenseIsOneSentence_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("no JSON") << QByteArray("{") << u"is no JSON"_qs;
        QTest::newRow("a list") << QByteArray("[]") << u"a JSON object"_qs;
        QTest::newRow("no classes") << QByteArray("{}") << u"“classes” should be an object"_qs;
        QTest::newRow("a number") << QByteArray(R"({"classes": {"Car": 3}})") << u"“Car” should have a name"_qs;
        QTest::newRow("no name") << QByteArray(R"({"classes": {"Car": " "}})") << u"“Car” should have a name"_qs;
        QTest::newRow("others") << QByteArray(R"({"classes": {}, "others": "maybe"})") << u"“others” should be"_qs;
    }
    void nonsenseIsOneSentence()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, sentence);
        const QTemporaryDir dir;
        test::writeText(dir.filePath(u"m.json"_qs), text);
        const auto mapping = ClassMapping::load(dir.filePath(u"m.json"_qs));
        QVERIFY(!mapping);
        QVERIFY2(mapping.error().sentence.contains(sentence), qPrintable(mapping.error().sentence));
        QVERIFY(mapping.error().sentence.contains(u"m.json"_qs));
    }

    void unknownNameListsThePresets()
    {
        QVERIFY(ClassMapping::load(u"nowhere"_qs).error().sentence.contains(u"kitti, nuscenes, argoverse2"_qs));
    }
};

QTEST_GUILESS_MAIN(ClassMappingTest)
#include "tst_ClassMapping.moc"
