#include "model/formats/OpenPcdet.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QtEndian>
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
    Result<ExportReport> write() const { return writeOpenPcdet(scene, QDir(dir.path()), options, {}); }
    Result<ImportedShapes> read() const { return readOpenPcdet(scene, QDir(dir.path()), options.folder, {}); }
    QByteArray bytes(const QString& name) const
    {
        return readWhole(options.folder + u'/' + name).value_or(QByteArray("missing"));
    }
};
} // namespace

class OpenPcdetTest : public QObject
{
    Q_OBJECT
private slots:
    void labelIsCentreSizeHeadingClass()
    {
        Exported set;
        Shape shape = set.scene.shapes.at({1});
        shape.cuboid = Cuboid::fromYaw({1.5, -2, -0.75}, {4, 2, 1.5}, 0.5);
        set.scene.shapes.insert(shape);
        set.scene.tracks.at({1}).classId = u"Police car"_qs;
        QVERIFY(set.write());
        QCOMPARE(set.bytes(u"labels/000007.txt"_qs).split('\n').first(),
            QByteArray("1.500000 -2.000000 -0.750000 4.000000 2.000000 1.500000 0.500000 Police_car"));
    }

    void cloudIsAnArrayOfFourColumns()
    {
        Exported set;
        QByteArray points;
        for (const float value : {1.0F, 2.0F, 3.0F, 0.25F, -4.0F, 5.0F, -6.0F, 1.0F}) {
            char little[4];
            qToLittleEndian(value, little);
            points.append(little, 4);
        }
        test::writeText(set.scene.frames.at({1}).cloudPath, points);
        QVERIFY(set.write());
        const QByteArray npy = set.bytes(u"points/000007.npy"_qs);
        QVERIFY(npy.startsWith(QByteArray("\x93NUMPY\x01\x00", 8)));
        QVERIFY(npy.contains("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }"));
        QCOMPARE((npy.size() - points.size()) % 64, 0);
        QVERIFY(npy.endsWith(points));
    }

    void framesWithoutABoxAreInNoList()
    {
        Exported set;
        for (const ShapeId id : set.scene.shapesOf(FrameId{2}))
            set.scene.shapes.erase(id);
        set.options.splits = {{{1}, Split::Train}, {{2}, Split::Val}, {{3}, Split::Val}};
        const auto report = set.write();
        QVERIFY(report);
        QCOMPARE(set.bytes(u"ImageSets/train.txt"_qs), QByteArray("000007\n"));
        QCOMPARE(set.bytes(u"ImageSets/val.txt"_qs), QByteArray("000009\n"));
        QVERIFY(QFileInfo::exists(set.options.folder + u"/points/000008.npy"_qs));
        QCOMPARE(set.read()->shapes.size(), 4U);
    }

    void configurationHasTheClassesAndRoomForTheBoxes()
    {
        Exported set;
        set.scene.tracks.at({2}).classId = u"Bob's car"_qs;
        Shape far = set.scene.shapes.at({1});
        far.cuboid.center = {90, 0, -1};
        set.scene.shapes.insert(far);
        QVERIFY(set.write());
        const QString yaml = QString::fromUtf8(set.bytes(u"lunkuo_dataset.yaml"_qs));
        QVERIFY2(yaml.contains(u"CLASS_NAMES: ['Car', 'Bob''s_car']"_qs), qPrintable(yaml));
        QVERIFY(yaml.contains(u"'Car': 'Car'"_qs) && yaml.contains(u"'Bob''s_car': 'Misc'"_qs));
        const double side = yaml.section(u"POINT_CLOUD_RANGE: [-"_qs, 1).section(u',', 0, 0).toDouble();
        QVERIFY(side > 95.0);
        QVERIFY(std::abs(std::remainder(side, 1.6)) < 0.06);
    }

    void badLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("short") << QByteArray("1 2 3 4 5 6 Car") << u"there are 7 fields"_qs;
        QTest::newRow("word") << QByteArray("1 2 x 4 5 6 7 Car") << u"field 3 should be a number"_qs;
        QTest::newRow("no number") << QByteArray("1 2 nan 4 5 6 7 Car") << u"000007.txt”, line 2"_qs;
        QTest::newRow("flat") << QByteArray("1 2 3 4 0 6 7 Car") << u"greater than zero"_qs;
        QTest::newRow("bytes") << QByteArray(100, '\xff') << u"there are 1 fields"_qs;
    }
    void badLinesAreNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, sentence);
        const Exported set;
        QVERIFY(set.write());
        test::writeText(set.options.folder + u"/labels/000007.txt"_qs, "1 2 3 4 5 6 7 Car\r\n" + line + "\r\n\r\n");
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 5U);
        QVERIFY2(found->remarks[0].contains(u"line 2"_qs) && found->remarks[0].contains(sentence),
            qPrintable(found->remarks[0]));
    }

    void strangersAreCounted()
    {
        const Exported set;
        QVERIFY(set.write());
        test::writeText(set.options.folder + u"/labels/123456.txt"_qs, "1 2 3 4 5 6 7 Car\n\n1 2 3 4 5 6 7 Car\n");
        QVERIFY(set.read()->remarks.join(u'\n').contains(u"left out: 2 in 1 frames (123456.txt)"_qs));
    }

    /// Loaders throw away what is not in the range, and want forty layers of it.
    void theRangeHoldsTheHighest()
    {
        Exported set;
        Shape high = set.scene.shapes.at({1});
        high.cuboid = Cuboid::fromYaw({10, 0, 9}, {1, 1, 2}, 0);
        set.scene.shapes.insert_or_assign(high.id, high);
        QVERIFY(set.write());
        const QString yaml = QString::fromUtf8(set.bytes(u"lunkuo_dataset.yaml"_qs));
        const QStringList range = yaml.section(u"POINT_CLOUD_RANGE: ["_qs, 1).section(u']', 0, 0).split(u", "_qs);
        const double layer = yaml.section(u"VOXEL_SIZE: [0.1, 0.1, "_qs, 1).section(u']', 0, 0).toDouble();
        QCOMPARE(range.size(), 6);
        QVERIFY2(range[5].toDouble() >= 10.5 && range[5].toDouble() < 11.0, qPrintable(range[5]));
        QVERIFY(std::abs((range[5].toDouble() - range[2].toDouble()) / layer - 40.0) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(OpenPcdetTest)
#include "tst_OpenPcdet.moc"
