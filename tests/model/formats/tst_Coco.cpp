#include "model/formats/Coco.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

class CocoTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private slots:
    void saysWhatThePictureShows()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Shape ahead = scene.shapes.at({1});
        ahead.cuboid = Cuboid::fromYaw({12, 0, 0}, {4, 2, 1}, 0.0); // its rear is 10 m away: 20 x 10 pixels
        scene.shapes.insert_or_assign({1}, ahead);
        const auto report = writeCoco(scene, {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const QJsonValue json = jsonIn(path(u"set/annotations/instances.json"_qs));
        QCOMPARE(json[u"images"_qs].toArray().size(), 1);
        const QJsonValue image = json[u"images"_qs][0];
        QCOMPARE(image[u"id"_qs].toInt(), 1);
        QCOMPARE(image[u"file_name"_qs].toString(), u"000007/front.png"_qs);
        QCOMPARE(image[u"width"_qs].toInt(), 200);
        QVERIFY(QFileInfo(path(u"set/images/000007/front.png"_qs)).isFile());
        QCOMPARE(json[u"annotations"_qs].toArray().size(), 1);
        const QJsonValue car = json[u"annotations"_qs][0];
        QCOMPARE(car[u"id"_qs].toInt(), 1);
        QCOMPARE(car[u"image_id"_qs].toInt(), 1);
        QCOMPARE(car[u"category_id"_qs].toInt(), 1);
        QCOMPARE(difference(car[u"bbox"_qs], QJsonArray({90, 45, 20, 10})), QString());
        QCOMPARE(car[u"iscrowd"_qs].toInt(), 0);
        QCOMPARE(car[u"segmentation"_qs][0].toArray().size(), 8);
        QVERIFY(std::abs(car[u"area"_qs].toDouble() - 200.0) < 6.0);
        QCOMPARE(car[u"track_id"_qs].toInt(), 5);
        QCOMPARE(difference(car[u"cuboid"_qs][u"size"_qs], QJsonArray({4, 2, 1})), QString());
        QCOMPARE(json[u"categories"_qs][1][u"name"_qs].toString(), u"Pedestrian"_qs);
        QCOMPARE(json[u"categories"_qs][1][u"id"_qs].toInt(), 2);
        QCOMPARE(report->frames, 3);
        QCOMPARE(report->shapes, 1);
        QVERIFY(report->notHeld.join(u'\n').contains(u"Frames without pictures, left out: 2."_qs));
    }

    void eachShareHasItsFile()
    {
        ExportOptions options{path(u"split"_qs)};
        options.splits = {{{1}, Split::Val}};
        QVERIFY(writeCoco(tinyScene(path(u"data"_qs)), {}, options, {}));
        QCOMPARE(QDir(path(u"split/annotations"_qs)).entryList(QDir::Files),
            QStringList({u"instances_train.json"_qs, u"instances_val.json"_qs}));
        QCOMPARE(jsonIn(path(u"split/annotations/instances_val.json"_qs))[u"images"_qs].toArray().size(), 1);
        QCOMPARE(jsonIn(path(u"split/annotations/instances_train.json"_qs))[u"images"_qs].toArray().size(), 0);
    }

    void whatIsNotSeenIsSaid()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Shape behind = scene.shapes.at({1});
        behind.cuboid.center.x() = -10.0;
        scene.shapes.insert_or_assign({1}, behind);
        auto report = writeCoco(scene, {}, {path(u"behind"_qs)}, {});
        QVERIFY(report);
        QCOMPARE(report->shapes, 0);
        QVERIFY(report->notHeld.join(u'\n').contains(u"smaller than a pixel in it, left out there: 1."_qs));
        QVERIFY(report->notHeld.contains(
            u"Objects in no picture at all, which are lost: 4 (Car 5 in 000007, Car 5 in 000008, Pedestrian 8 in 000008, Pedestrian 8 in 000009)."_qs));
    }
};

QTEST_GUILESS_MAIN(CocoTest)
#include "tst_Coco.moc"
