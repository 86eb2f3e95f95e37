#include "model/formats/LostObjects.h"
#include "tests/support/DatasetScenes.h"

#include <QTest>

using namespace lunkuo;

class LostObjectsTest : public QObject
{
    Q_OBJECT
private slots:
    void theFirstTenAreNamed()
    {
        const Scene scene = test::madeUpScene({.frames = 4, .objects = 3});
        LostObjects lost(scene);
        lost.add(scene.shapes.at({1}));
        QCOMPARE(lost.text(), u"1 (Car 1 in 000007)"_qs);
        for (const auto& [id, shape] : scene.shapes)
            lost.add(shape);
        QCOMPARE(lost.count(), 13);
        QVERIFY(lost.text().startsWith(u"13 (Car 1 in 000007, Car 1 in 000007, Car 1 in 000008, "_qs));
        QCOMPARE(lost.text().count(u" in "_qs), 10);
        QVERIFY(lost.text().endsWith(u", …)"_qs));
    }
};

QTEST_GUILESS_MAIN(LostObjectsTest)
#include "tst_LostObjects.moc"
