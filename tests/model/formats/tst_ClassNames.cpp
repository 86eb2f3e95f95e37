#include "model/formats/ClassNames.h"
#include "tests/support/DatasetScenes.h"

#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class ClassNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void theSameNameGoesBeforeOneThatDiffersInCase()
    {
        Taxonomy taxonomy = smallTaxonomy();
        for (const QString& id : {u"police car"_qs, u"car"_qs, u"Police_Car"_qs}) {
            ClassDef known;
            known.id = id;
            taxonomy.classes.push_back(known);
        }
        ClassNames names(taxonomy);
        QCOMPARE(names.idOf(u"car"_qs), u"car"_qs);
        QCOMPARE(names.idOf(u"CAR"_qs), u"Car"_qs);
        QCOMPARE(names.idOf(u"Police_Car"_qs), u"Police_Car"_qs);
        QCOMPARE(names.idOf(u"police_car"_qs), u"police car"_qs);
        QCOMPARE(names.remarks(), QStringList());
        QCOMPARE(names.idOf(u"Sledge"_qs), u"Sledge"_qs);
        QVERIFY(names.remarks().front().contains(u"“Sledge” is not in the taxonomy"_qs));
    }

    void exportsNumberTheTaxonomysFirst()
    {
        Scene scene = madeUpScene({.frames = 1, .objects = 3});
        scene.tracks.at({1}).classId = u"Ape"_qs;
        scene.tracks.at({2}).classId = u"Ape"_qs;
        QCOMPARE(classesOf(scene), QStringList({u"Car"_qs, u"Pedestrian"_qs, u"Ape"_qs}));
    }
};

QTEST_GUILESS_MAIN(ClassNamesTest)
#include "tst_ClassNames.moc"
