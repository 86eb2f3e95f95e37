#include "model/formats/Mmdet3d.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
struct Exported
{
    QTemporaryDir dir;
    Scene scene;
    ExportOptions options;

    Exported()
        : scene(madeUpScene({.frames = 3, .objects = 2}, dir.filePath(u"data"_qs)))
    {
        options.folder = dir.filePath(u"set"_qs);
    }
    Result<ExportReport> write() const { return writeMmdet3d(scene, QDir(dir.path()), options, {}); }
    Result<ImportedShapes> read(const QString& file = {}) const
    {
        return readMmdet3d(scene, QDir(dir.path()), file.isEmpty() ? options.folder : file, {});
    }
    QJsonObject infos(const QString& split) const
    {
        const auto text = readWhole(options.folder + u"/custom_infos_%1.json"_qs.arg(split));
        return text ? QJsonDocument::fromJson(*text).object() : QJsonObject();
    }
    /// A file of other people's with one box "x y z l w h yaw" = 1 2 3 4 2 1.5 0.5.
    Result<ImportedShapes> readForeign(const QByteArray& metainfo, const QByteArray& box = "1, 2, 3, 4, 2, 1.5, 0.5",
        const QByteArray& label = "0") const
    {
        const QString path = dir.filePath(u"infos.json"_qs);
        test::writeText(path, "{\"metainfo\": " + metainfo +
                                  ", \"data_list\": [{\"lidar_points\": {\"lidar_path\": \"data/000007.bin\"},\n"
                                  "\"instances\": [{\"bbox_3d\": [" +
                                  box + "], \"bbox_label_3d\": " + label + "}]}]}");
        return read(path);
    }
};
} // namespace

class Mmdet3dTest : public QObject
{
    Q_OBJECT
private slots:
    void infosAreWhatTheLoaderWants()
    {
        Exported set;
        Shape shape = set.scene.shapes.at({1});
        shape.cuboid = Cuboid::fromYaw({0.25, 0, 0}, {4, 2, 1.5}, 0.5); // round the ten points of the cloud
        set.scene.shapes.insert(shape);
        QVERIFY(set.write());
        const QJsonObject train = set.infos(u"train"_qs);
        QCOMPARE(train[u"metainfo"_qs][u"info_version"_qs].toString(), u"1.1"_qs);
        QCOMPARE(train[u"metainfo"_qs][u"categories"_qs][u"Pedestrian"_qs].toInt(), 1);
        const QJsonArray frames = train[u"data_list"_qs].toArray();
        QCOMPARE(frames.size(), 3);
        QCOMPARE(frames[1][u"sample_idx"_qs].toInt(), 1);
        QCOMPARE(frames[0][u"lidar_points"_qs].toObject(),
            (QJsonObject{{u"lidar_path"_qs, u"000007.bin"_qs}, {u"num_pts_feats"_qs, 4}}));
        const QJsonObject car = frames[0][u"instances"_qs][0].toObject();
        QCOMPARE(car[u"bbox_3d"_qs].toArray(), (QJsonArray{0.25, 0, -0.75, 4, 2, 1.5, 0.5}));
        QCOMPARE(car[u"num_lidar_pts"_qs].toInt(), 10);
        QCOMPARE(car[u"track_id"_qs].toInt(), 1);
        // mmdet3d stacks them by the keys of the first.
        QCOMPARE(frames[0][u"instances"_qs][1].toObject().keys(), car.keys());
        const QJsonObject image = frames[0][u"images"_qs][u"image_2"_qs].toObject();
        QVERIFY(QFileInfo::exists(set.options.folder + u'/' + image[u"img_path"_qs].toString()));
        QCOMPARE(image[u"width"_qs].toInt(), 640);
        QCOMPARE(image[u"lidar2img"_qs].toArray().size(), 4);
    }

    void datasetClassCompiles()
    {
        Exported set;
        set.scene.taxonomy.classes[0].id = u"Bob's \"car\" \\ 车"_qs;
        QVERIFY(set.write());
        const QString python = QStandardPaths::findExecutable(u"python3"_qs);
        if (python.isEmpty())
            QSKIP("There is no python3.");
        QCOMPARE(
            QProcess::execute(python, {u"-m"_qs, u"py_compile"_qs, set.options.folder + u"/lunkuo_dataset.py"_qs}), 0);
    }

    void cloudsWithoutAPointAreWritten()
    {
        Exported set;
        const QString cloud = set.dir.filePath(u"empty.pcd"_qs);
        test::writeText(cloud, "VERSION .7\nFIELDS x y z\nSIZE 4 4 4\nTYPE F F F\nCOUNT 1 1 1\nWIDTH 0\nHEIGHT 1\n"
                               "VIEWPOINT 0 0 0 1 0 0 0\nPOINTS 0\nDATA ascii\n");
        set.scene.frames.at({2}).cloudPath = cloud;
        const auto report = set.write();
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(QFileInfo(set.options.folder + u"/points/000008.bin"_qs).size(), 0);
    }

    void splitsHaveFilesOfTheirOwn()
    {
        Exported set;
        set.options.splits = {{{1}, Split::Train}, {{2}, Split::Val}, {{3}, Split::Test}};
        QVERIFY(set.write());
        QCOMPARE(set.infos(u"val"_qs)[u"data_list"_qs][0][u"lidar_points"_qs][u"lidar_path"_qs].toString(),
            u"000008.bin"_qs);
        QCOMPARE(set.infos(u"test"_qs)[u"data_list"_qs].toArray().size(), 1);
        QCOMPARE(set.read()->shapes.size(), 6U);
    }

    void zIsWhereTheFileSays_data()
    {
        QTest::addColumn<QByteArray>("metainfo");
        QTest::addColumn<double>("z");
        QTest::newRow("other people's") << QByteArray(R"({"info_version": "1.1", "categories": {"Car": 0}})") << 3.75;
        QTest::newRow("nuScenes") << QByteArray(R"({"info_version": "1.1", "dataset": "nuscenes"})") << 3.0;
        QTest::newRow("ours") << QByteArray(R"({"info_version": "1.1", "origin": [0.5, 0.5, 0.5]})") << 3.0;
        QTest::newRow("bottom") << QByteArray(R"({"info_version": "1.1", "origin": [0.5, 0.5, 0]})") << 3.75;
    }
    void zIsWhereTheFileSays()
    {
        QFETCH(QByteArray, metainfo);
        const Exported set;
        const auto found = set.readForeign(metainfo);
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QCOMPARE(found->shapes.size(), 1U);
        QTEST(found->shapes[0].cuboid.center.z(), "z");
        QCOMPARE(found->shapes[0].cuboid.size, Eigen::Vector3d(4, 2, 1.5));
    }

    void boxesOfAnotherKindAreRefused()
    {
        const Exported set;
        QVERIFY(set.readForeign("{}").error().sentence.contains(u"infos of version 1 were expected"_qs));
        QVERIFY(set.readForeign(R"({"info_version": "1.1", "dataset": "kitti"})")
                    .error()
                    .sentence.contains(u"boxes of the camera"_qs));
        test::writeText(set.dir.filePath(u"infos.pkl"_qs), "evil");
        QVERIFY(set.read(set.dir.filePath(u"infos.pkl"_qs)).error().sentence.contains(u"is a pickle"_qs));
    }

    void badBoxesAreNamed()
    {
        const Exported set;
        for (const QByteArray& box : {QByteArray("1, 2"), QByteArray("1, 2, \"x\", 4, 2, 1.5, 0.5"), QByteArray()}) {
            const auto found = set.readForeign(R"({"info_version": "1.1", "origin": [0.5, 0.5, 0.5]})", box);
            QVERIFY(found);
            QVERIFY(found->shapes.empty());
            QVERIFY2(found->remarks[0].contains(u"infos.json”, frame 0, instance 0"_qs), qPrintable(found->remarks[0]));
        }
    }

    void boxesThatNobodyCaresForAreCounted()
    {
        const Exported set;
        const auto found = set.readForeign("{\"info_version\": \"1.1\"}", "1, 2, 3, 4, 2, 1.5, 0.5", "-1");
        QVERIFY(found && found->shapes.empty());
        QVERIFY(found->notes.join(u'\n').contains(u"“DontCare”, left out: 1."_qs));
    }

    void aDamagedFileLeavesTheOthers()
    {
        const Exported set;
        QVERIFY(set.write());
        test::writeText(set.options.folder + u"/custom_infos_val.json"_qs, "{");
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 6U);
        QVERIFY(found->remarks.join(u'\n').contains(u"custom_infos_val.json”"_qs));
    }
};

QTEST_GUILESS_MAIN(Mmdet3dTest)
#include "tst_Mmdet3d.moc"
