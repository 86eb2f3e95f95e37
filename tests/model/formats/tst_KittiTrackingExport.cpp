#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiTracking.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

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
        : scene(madeUpScene({.frames = 4, .objects = 2}, dir.filePath(u"data"_qs)))
    {
        options.folder = dir.filePath(u"set"_qs);
    }
    Result<ExportReport> write() const { return writeKittiTracking(scene, QDir(dir.path()), options, {}); }
    Result<ImportedShapes> read(const QString& part = {}) const
    {
        Scene bare = scene;
        bare.tracks.clear();
        bare.shapes.clear();
        return readKittiTracking(bare, QDir(dir.path()), options.folder + part, {});
    }
    QStringList lines(const QString& name) const
    {
        const auto text = readWhole(options.folder + u'/' + name);
        return text ? QString::fromUtf8(*text).split(u'\n', Qt::SkipEmptyParts) : QStringList{u"missing"_qs};
    }
    void replace(const QString& name, const QByteArray& text) const
    {
        test::writeText(options.folder + u'/' + name, text);
    }
};
} // namespace

class KittiTrackingTest : public QObject
{
    Q_OBJECT
private slots:
    void laysOutASequence()
    {
        const Exported set;
        QVERIFY(set.write());
        QStringList names = test::tree(set.options.folder);
        names.removeIf([](const QString& name) { return name.endsWith(u'/') || name.contains(u"00000"_qs); });
        QCOMPARE(
            names, (QStringList{u"frames.txt"_qs, u"manifest.json"_qs, u"training/calib/0000.txt"_qs,
                       u"training/evaluate_tracking.seqmap.training"_qs,
                       u"training/evaluate_tracking.seqmap.training_minus_val"_qs, u"training/label_02/0000.txt"_qs}));
        QVERIFY(QFileInfo::exists(set.options.folder + u"/training/velodyne/0000/000003.bin"_qs));
        QVERIFY(QFileInfo::exists(set.options.folder + u"/training/image_02/0000/000003.png"_qs));
        QCOMPARE(
            set.lines(u"training/evaluate_tracking.seqmap.training"_qs), QStringList{u"0000 empty 000000 000004"_qs});
        QCOMPARE(set.lines(u"frames.txt"_qs).first(), u"0000/000000 street/000007"_qs);
    }

    void linesAreFrameIdAndALabelOfWholeNumbers()
    {
        const Exported set;
        QVERIFY(set.write());
        const QStringList lines = set.lines(u"training/label_02/0000.txt"_qs);
        QCOMPARE(lines.size(), 8);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QStringList fields = lines[i].split(u' ');
            QCOMPARE(fields.size(), 17);
            QCOMPARE(fields[0], QString::number(i / 2));
            QCOMPARE(fields[1], QString::number(i % 2 + 1));
            QVERIFY2(QStringList({u"0"_qs, u"1"_qs, u"2"_qs}).contains(fields[3]), qPrintable(fields[3]));
            QVERIFY2(QStringList({u"0"_qs, u"1"_qs, u"2"_qs, u"3"_qs}).contains(fields[4]), qPrintable(fields[4]));
        }
    }

    // AB3DMOT wants the names of the object dataset, pykitti those of the tracking one; all with colons.
    void calibHasBothNames()
    {
        const Exported set;
        QVERIFY(set.write());
        QStringList names;
        for (const QString& line : set.lines(u"training/calib/0000.txt"_qs))
            names << line.section(u' ', 0, 0);
        QCOMPARE(names.join(u' '),
            u"P0: P1: P2: P3: R0_rect: Tr_velo_to_cam: Tr_imu_to_velo: R_rect: Tr_velo_cam: Tr_imu_velo:"_qs);
        const auto text = readWhole(set.options.folder + u"/training/calib/0000.txt"_qs);
        QVERIFY(parseKittiCalibration(*text, u"calib"_qs));
    }

    void splitsAreSequencesOfTheirOwn()
    {
        Exported set;
        set.options.splits = {{{1}, Split::Train}, {{2}, Split::Val}, {{3}, Split::Val}, {{4}, Split::Test}};
        QVERIFY(set.write());
        QCOMPARE(set.lines(u"training/evaluate_tracking.seqmap.val"_qs), QStringList{u"0001 empty 000000 000002"_qs});
        QCOMPARE(set.lines(u"training/evaluate_tracking.seqmap.training"_qs),
            (QStringList{u"0000 empty 000000 000001"_qs, u"0001 empty 000000 000002"_qs}));
        QCOMPARE(set.lines(u"testing/evaluate_tracking.seqmap.test"_qs), QStringList{u"0002 empty 000000 000001"_qs});
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 8U);
        QCOMPARE(found->tracks.size(), 2U); // one object, though its frames are of three sequences there
    }

    void trainingFolderIsReadToo()
    {
        const Exported set;
        QVERIFY(set.write());
        QCOMPARE(set.read(u"/training"_qs)->shapes.size(), 8U);
        QCOMPARE(set.read(u"/training/label_02"_qs)->shapes.size(), 8U);
    }

    void foreignFramesAreFoundByTheirNumbers()
    {
        const Exported set;
        QVERIFY(set.write());
        QVERIFY(QFile::remove(set.options.folder + u"/frames.txt"_qs));
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 8U);
        QCOMPARE(found->shapes.front().frame, FrameId{1});
    }

    void badLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("words") << QByteArray("here be dragons") << u"the number of a frame"_qs;
        QTest::newRow("one word") << QByteArray("0") << u"the number of a frame"_qs;
        QTest::newRow("before the first")
            << QByteArray("-1 1 Car 0 0 0 0 0 0 0 1 1 1 0 0 9 0") << u"the number of a frame"_qs;
        QTest::newRow("short") << QByteArray("0 1 Car 0 0") << u"15 fields"_qs;
        QTest::newRow("no number") << QByteArray("0 1 Car 0 0 0 0 0 0 0 1 1 x 0 0 9 0") << u"should be a number"_qs;
        QTest::newRow("flat") << QByteArray("0 1 Car 0 0 0 0 0 0 0 1 0 1 0 0 9 0") << u"greater than zero"_qs;
    }
    void badLinesAreNamed()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, sentence);
        const Exported set;
        QVERIFY(set.write());
        set.replace(u"training/label_02/0000.txt"_qs, "0 5 Car 0 0 0 0 0 9 9 1.5 1.6 4 0 1 9 0\n" + line + "\n");
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 1U);
        QCOMPARE(found->tracks.front().number, 5);
        QCOMPARE(found->remarks.size(), 1);
        QVERIFY2(found->remarks[0].contains(u"0000.txt”, line 2"_qs) && found->remarks[0].contains(sentence),
            qPrintable(found->remarks[0]));
    }

    void oneObjectHasOneBoxAFrame()
    {
        const Exported set;
        QVERIFY(set.write());
        set.replace(u"training/label_02/0000.txt"_qs,
            "0 5 Car 2 1 0 0 0 9 9 1.5 1.6 4 0 1 9 0\n0 5 Car 0 0 0 0 0 9 9 1.5 1.6 4 5 1 9 0\n"
            "0 -1 DontCare -1 -1 -10 0 0 9 9 -1 -1 -1 -1000 -1000 -1000 -10\n"
            "999999999999 6 Car 0 0 0 0 0 9 9 1.5 1.6 4 0 1 9 0\n");
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 1U);
        QCOMPARE(found->shapes[0].attributes.at(u"truncation"_qs).toDouble(), 1.0);
        QCOMPARE(found->shapes[0].attributes.at(u"occlusion"_qs).toString(), u"1"_qs);
        QCOMPARE(found->remarks.size(), 2); // the second box, a frame that is not there
        QCOMPARE(found->notes.size(), 1);   // DontCare
    }

    void framesOfAnotherCalibrationAreCounted()
    {
        Exported set;
        Calibration other = set.scene.calibrations.at({1});
        other.id = {2};
        other.cameras.front().camera_sensor.m.translate(Eigen::Vector3d(1, 0, 0));
        set.scene.calibrations[{2}] = other;
        set.scene.frames.at({4}).calibration = {2};
        const auto report = set.write();
        QVERIFY(report->notHeld.join(u'\n').contains(
            u"not that of the first frame of their sequence, which is used: 1."_qs));
        const auto found = set.read(); // and the box is still in its place
        QCOMPARE(found->shapes.size(), 8U);
        for (const Shape& shape : found->shapes) {
            const auto near = [&](const auto& entry) {
                return (entry.second.cuboid.center - shape.cuboid.center).norm() < 1e-3;
            };
            QCOMPARE(std::count_if(set.scene.shapes.begin(), set.scene.shapes.end(), near), 1);
        }
    }

    void whoSitsIsAPersonHere()
    {
        Exported set;
        set.scene.tracks.at({1}).classId = u"Person_sitting"_qs;
        ClassDef sitting;
        sitting.id = u"Person_sitting"_qs;
        set.scene.taxonomy.classes.push_back(sitting);
        QVERIFY(set.write());
        QCOMPARE(set.lines(u"training/label_02/0000.txt"_qs).filter(u" Person "_qs).size(), 4);
        const auto back = set.read();
        QVERIFY(back);
        QCOMPARE(back->tracks[0].classId, u"Person_sitting"_qs);
    }

    void numbersThatNoProjectTakesAreExchanged()
    {
        const Exported set;
        QVERIFY(set.write());
        QByteArray text;
        for (const QString& line : set.lines(u"training/label_02/0000.txt"_qs))
            text += line.section(u' ', 0, 0).toUtf8() + " 3000000000 " + line.section(u' ', 2).toUtf8() + '\n';
        set.replace(u"training/label_02/0000.txt"_qs, text);
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->tracks.size(), 1U);
        QCOMPARE(found->tracks[0].number, 1);
    }
};

QTEST_GUILESS_MAIN(KittiTrackingTest)
#include "tst_KittiTrackingExport.moc"
