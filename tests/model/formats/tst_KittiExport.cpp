#include "model/formats/Kitti.h"
#include "model/formats/KittiCalibration.h"
#include "model/formats/KittiLabel.h"
#include "model/geometry/Angles.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/Support.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
Result<ExportReport> exported(const Scene& scene, const QString& folder)
{
    return writeKitti(scene, QDir(u"/"_qs), {folder}, {});
}

QStringList lines(const QString& path)
{
    const auto text = readWhole(path);
    return text ? QString::fromUtf8(*text).split(u'\n', Qt::SkipEmptyParts) : QStringList();
}

/// Equal as a reader of numbers sees it: fields apart by no more than the original's last digit's half.
bool equalAsNumbers(const QString& ours, const QString& original, double tolerance, QString& difference)
{
    const QStringList a = ours.split(u' ');
    const QStringList b = original.split(u' ');
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) == b.value(i) || std::abs(a.value(i).toDouble() - b.value(i).toDouble()) <= tolerance)
            continue;
        difference = u"field %1: %2 for %3 in: %4"_qs.arg(i).arg(a.value(i), b.value(i), original);
        return false;
    }
    return true;
}

QJsonObject readByPython(const QString& folder)
{
    QProcess python;
    python.start(u"python3"_qs, {QStringLiteral(LUNKUO_SOURCE_DIR "/tests/support/read_kitti.py"), folder});
    if (!python.waitForFinished() || python.exitCode() != 0)
        QTest::qFail(python.readAllStandardError().constData(), __FILE__, __LINE__);
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

Eigen::Vector3d vectorOf(const QJsonValue& value)
{
    return {value[0].toDouble(), value[1].toDouble(), value[2].toDouble()};
}
} // namespace

class KittiExportTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFileIsThere()
    {
        const QTemporaryDir dir;
        const Scene scene = madeUpScene({}, dir.filePath(u"data"_qs));
        const auto report = exported(scene, dir.filePath(u"set"_qs));
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->frames, 3);
        QCOMPARE(report->shapes, 12);
        QStringList expected{u"ImageSets/"_qs, u"ImageSets/test.txt"_qs, u"ImageSets/train.txt"_qs,
            u"ImageSets/trainval.txt"_qs, u"ImageSets/val.txt"_qs, u"manifest.json"_qs, u"training/"_qs};
        for (const auto& [folder, suffix] : {std::pair(u"calib"_qs, u"txt"_qs), std::pair(u"image_2"_qs, u"png"_qs),
                 std::pair(u"label_2"_qs, u"txt"_qs), std::pair(u"velodyne"_qs, u"bin"_qs)}) {
            expected.push_back(u"training/%1/"_qs.arg(folder));
            for (int i = 7; i < 10; ++i)
                expected.push_back(u"training/%1/00000%2.%3"_qs.arg(folder).arg(i).arg(suffix));
        }
        QCOMPARE(test::tree(dir.filePath(u"set"_qs)), expected);
        QCOMPARE(lines(dir.filePath(u"set/ImageSets/train.txt"_qs)).join(u' '), u"000007 000008 000009"_qs);
    }

    void anIndependentReaderFindsTheSameBoxes_data()
    {
        QTest::addColumn<bool>("camera");
        QTest::newRow("camera tilted against the LiDAR") << true;
        QTest::newRow("no camera") << false;
    }
    void anIndependentReaderFindsTheSameBoxes()
    {
        QFETCH(bool, camera);
        if (QStandardPaths::findExecutable(u"python3"_qs).isEmpty())
            QSKIP("no python3");
        const QTemporaryDir dir;
        test::SceneRecipe recipe;
        recipe.camera = camera;
        recipe.objects = 10;
        const Scene scene = madeUpScene(recipe, dir.filePath(u"data"_qs));
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        const QJsonObject frames = readByPython(dir.filePath(u"set"_qs))[u"frames"_qs].toObject();
        QCOMPARE(frames.size(), 3);
        for (const auto& [id, frame] : scene.frames) {
            const QJsonObject found = frames[frame.name].toObject();
            QCOMPARE(found[u"points"_qs].toInt(), 10);
            const QJsonArray boxes = found[u"boxes"_qs].toArray();
            const auto shapes = scene.shapesOf(id);
            QCOMPARE(std::size_t(boxes.size()), shapes.size());
            for (std::size_t i = 0; i < shapes.size(); ++i) {
                const Cuboid& cuboid = scene.shapes.at(shapes[i]).cuboid;
                const QJsonObject box = boxes[qsizetype(i)].toObject();
                QVERIFY((vectorOf(box[u"center"_qs]) - cuboid.center).norm() < 1e-5);
                QVERIFY((vectorOf(box[u"size"_qs]) - cuboid.size).norm() < 1e-5);
                // The reader drops the slope that a heading has in the tilted camera's plane: the square of the tilt.
                QVERIFY(std::abs(wrapAngle(box[u"yaw"_qs].toDouble() - cuboid.yaw())) < (camera ? radians(1.2) : 1e-5));
                QCOMPARE(box[u"occluded"_qs].toInt(), int(id.value % 4));
            }
        }
    }

    void objectsOutsideThePictureAreKept()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 1, .objects = 1}, dir.filePath(u"data"_qs));
        Shape behind = scene.shapes.at({1});
        behind.cuboid.center = Eigen::Vector3d(-20, 0, 0);
        scene.shapes.insert(behind);
        const auto report = exported(scene, dir.filePath(u"set"_qs));
        QVERIFY(report);
        QVERIFY(report->notHeld.contains(u"Objects outside the picture, kept with the 2D box -1 -1 -1 -1: 1."_qs));
        const auto label = parseKittiLabel(lines(dir.filePath(u"set/training/label_2/000007.txt"_qs)).value(0), {});
        QVERIFY(label);
        QCOMPARE(label->box, (ImageBox{-1, -1, -1, -1}));
        QCOMPARE(label->truncated, 1.0);
    }

    void attributesAreTruncationAndOcclusion_data()
    {
        QTest::addColumn<QJsonValue>("occlusion");
        QTest::addColumn<QJsonValue>("truncation");
        QTest::addColumn<int>("occluded");
        QTest::addColumn<double>("truncated"); // -1: computed
        QTest::newRow("text") << QJsonValue(u"2"_qs) << QJsonValue() << 2 << -1.0;
        QTest::newRow("numbers") << QJsonValue(1) << QJsonValue(0.4) << 1 << 0.4;
        QTest::newRow("not ticked") << QJsonValue() << QJsonValue() << 3 << -1.0;
        QTest::newRow("in words") << QJsonValue() << QJsonValue(u"largely"_qs) << 3 << 0.75;
        QTest::newRow("in words that say what is seen") << QJsonValue() << QJsonValue(u"none"_qs) << 3 << 0.0;
        QTest::newRow("other words are no share") << QJsonValue(u"much"_qs) << QJsonValue(u"some"_qs) << 3 << -1.0;
    }
    void attributesAreTruncationAndOcclusion()
    {
        QFETCH(QJsonValue, occlusion);
        QFETCH(QJsonValue, truncation);
        QFETCH(int, occluded);
        QFETCH(double, truncated);
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 1, .objects = 1}, dir.filePath(u"data"_qs));
        Shape shape = scene.shapes.at({1});
        shape.cuboid.center = Eigen::Vector3d(20, 0, 0);
        shape.attributes = {{u"occlusion"_qs, occlusion}, {u"truncation"_qs, truncation}};
        scene.shapes.insert(shape);
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        const auto label = parseKittiLabel(lines(dir.filePath(u"set/training/label_2/000007.txt"_qs)).value(0), {});
        QVERIFY(label);
        QCOMPARE(label->occluded, occluded);
        if (truncated < 0)
            QVERIFY(label->truncated >= 0.0 && label->truncated < 0.3);
        else
            QCOMPARE(label->truncated, truncated);
    }

    void framesWithoutObjectsHaveADontCareLine()
    {
        const QTemporaryDir dir;
        QVERIFY(exported(madeUpScene({.objects = 0}, dir.filePath(u"data"_qs)), dir.filePath(u"set"_qs)));
        const QStringList text = lines(dir.filePath(u"set/training/label_2/000008.txt"_qs));
        QCOMPARE(text.size(), 1);
        QVERIFY(text.front().startsWith(u"DontCare "_qs));
    }

    void otherNamesAreCountedAndListed()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({}, dir.filePath(u"data"_qs));
        scene.frames.at({2}).name = u"seven"_qs;
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        QCOMPARE(lines(dir.filePath(u"set/ImageSets/trainval.txt"_qs)).join(u' '), u"000000 000001 000002"_qs);
        QCOMPARE(lines(dir.filePath(u"set/frames.txt"_qs)).value(1), u"000001 street/seven"_qs);
    }

    void lastSequenceIsHeldOut()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({}, dir.filePath(u"data"_qs));
        scene.sequences[{2}] = {{2}, u"night"_qs, {}};
        scene.frames.at({3}).sequence = {2};
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        QCOMPARE(lines(dir.filePath(u"set/ImageSets/train.txt"_qs)).join(u' '), u"000007 000008"_qs);
        QCOMPARE(lines(dir.filePath(u"set/ImageSets/val.txt"_qs)).join(u' '), u"000009"_qs);
        QCOMPARE(lines(dir.filePath(u"set/ImageSets/trainval.txt"_qs)).size(), 3);
    }

    void otherCloudsAreConverted()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 1}, dir.filePath(u"data"_qs));
        const QString path = dir.filePath(u"data/cloud.pcd"_qs);
        test::writeText(path,
            "VERSION 0.7\nFIELDS x y z intensity\nSIZE 4 4 4 4\nTYPE F F F F\nCOUNT 1 1 1 1\nWIDTH 3\nHEIGHT 1\n"
            "VIEWPOINT 0 0 0 1 0 0 0\nPOINTS 3\nDATA ascii\n1 2 3 51\nnan nan nan 0\n4 5 6 255\n");
        scene.frames.at({1}).cloudPath = path;
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        const auto bytes = readWhole(dir.filePath(u"set/training/velodyne/000007.bin"_qs));
        QVERIFY(bytes);
        QCOMPARE(bytes->size(), 32);
        std::array<float, 8> values{};
        std::memcpy(values.data(), bytes->constData(), sizeof(values));
        QCOMPARE(values, (std::array<float, 8>{1, 2, 3, 0.2F, 4, 5, 6, 1}));
    }

    void otherPicturesBecomePng()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 1}, dir.filePath(u"data"_qs));
        QImage picture(640, 200, QImage::Format_RGB888);
        picture.fill(Qt::red);
        const QString path = dir.filePath(u"data/a.bmp"_qs);
        QVERIFY(picture.save(path));
        scene.frames.at({1}).images.front().path = path;
        QVERIFY(exported(scene, dir.filePath(u"set"_qs)));
        const QImage back(dir.filePath(u"set/training/image_2/000007.png"_qs), "png");
        QCOMPARE(back.size(), QSize(640, 200));
        QCOMPARE(back.pixelColor(1, 1), QColor(Qt::red));
    }

    void cameraWithoutPictureGetsABlackOneOfItsSize()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 2}, dir.filePath(u"data"_qs));
        scene.frames.at({2}).images.clear();
        const auto report = exported(scene, dir.filePath(u"set"_qs));
        QVERIFY(report);
        QCOMPARE(QImage(dir.filePath(u"set/training/image_2/000008.png"_qs)).size(), QSize(640, 200));
        QVERIFY(report->notHeld.contains(u"Frames whose picture is missing and was replaced by a black one: 1."_qs));
    }

    void whatNobodyHasTickedIsCounted()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 1, .objects = 2}, dir.filePath(u"data"_qs));
        Shape bare = scene.shapes.at({2});
        bare.attributes.clear();
        scene.shapes.insert_or_assign(bare.id, bare);
        const auto report = exported(scene, dir.filePath(u"set"_qs));
        QVERIFY(report);
        QVERIFY(report->notHeld.contains(u"Objects whose occlusion nobody has ticked, written as 3 (unknown): 1."_qs));
    }

    void failureLeavesNothing_data()
    {
        QTest::addColumn<QString>("cloud");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("missing") << u"gone.bin"_qs << QByteArray() << u"“%1” cannot be read."_qs;
        QTest::newRow("cut off")
            << u"short.bin"_qs << QByteArray(30, 'x')
            << u"“%1” holds 30 bytes, which is no whole number of KITTI points of 16 bytes; it may be cut short."_qs;
        QTest::newRow("damaged") << u"bad.pcd"_qs << QByteArray("FIELDS x\n") << QString();
    }
    void failureLeavesNothing()
    {
        QFETCH(QString, cloud);
        QFETCH(QByteArray, content);
        QFETCH(QString, sentence);
        const QTemporaryDir dir;
        Scene scene = madeUpScene({}, dir.filePath(u"data"_qs));
        const QString path = dir.filePath(u"data/"_qs + cloud);
        if (!content.isEmpty())
            test::writeText(path, content);
        scene.frames.at({3}).cloudPath = path;
        const auto report = exported(scene, dir.filePath(u"set"_qs));
        QVERIFY(!report);
        if (!sentence.isEmpty())
            QCOMPARE(report.error().sentence, sentence.arg(path));
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"data"_qs});
    }

    void cancellingLeavesNothing()
    {
        const QTemporaryDir dir;
        const Scene scene = madeUpScene({}, dir.filePath(u"data"_qs));
        Progress progress;
        progress.cancel();
        QVERIFY(!writeKitti(scene, QDir(u"/"_qs), {dir.filePath(u"set"_qs)}, progress));
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"data"_qs});
    }

    void theDataItselfIsNotReplaced()
    {
        const QTemporaryDir dir;
        const Scene scene = madeUpScene({}, dir.filePath(u"data/training"_qs));
        ExportOptions options{dir.filePath(u"data"_qs), true};
        const auto report = writeKitti(scene, QDir(u"/"_qs), options, {});
        QVERIFY(!report);
        QVERIFY(report.error().sentence.endsWith(u"so it is not replaced."_qs));
        QVERIFY(QFileInfo::exists(scene.frames.at({1}).cloudPath));
    }

    void emptyProjectIsNotExported()
    {
        const auto report = exported({}, u"/nowhere/set"_qs);
        QVERIFY(!report);
        QCOMPARE(report.error().sentence, u"The project has no frames to export."_qs);
    }

    void realLabelsComeOutAsTheyCameIn_data()
    {
        QTest::addColumn<bool>("taxonomyHasAttributes");
        QTest::newRow("truncation and occlusion kept as attributes") << true;
        QTest::newRow("truncation and occlusion not in the taxonomy") << false;
    }
    void realLabelsComeOutAsTheyCameIn()
    {
        QFETCH(bool, taxonomyHasAttributes);
        if (test::realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const QDir real(QDir(test::realData()).filePath(u"kitti_object"_qs));
        const auto data = openData(real.path(), taxonomyHasAttributes ? test::smallTaxonomy() : Taxonomy());
        QVERIFY(data);
        const QTemporaryDir dir;
        QVERIFY(exported(data->scene, dir.filePath(u"set"_qs)));
        int compared = 0;
        for (const auto& [id, frame] : data->scene.frames) {
            const QString name = u"training/%1/%2.txt"_qs;
            QString difference;
            const QStringList labels = lines(dir.filePath(u"set/"_qs + name.arg(u"label_2"_qs, frame.name)));
            const QStringList original = lines(real.filePath(name.arg(u"label_2"_qs, frame.name)));
            QCOMPARE(labels.size(), original.size());
            for (qsizetype i = 0; i < labels.size(); ++i, ++compared)
                QVERIFY2(equalAsNumbers(labels[i], original[i], 2e-6, difference), qPrintable(difference));
            const QStringList calib = lines(dir.filePath(u"set/"_qs + name.arg(u"calib"_qs, frame.name)));
            const QStringList originalCalib = lines(real.filePath(name.arg(u"calib"_qs, frame.name)));
            for (qsizetype i = 0; i < originalCalib.size(); ++i)
                QVERIFY2(equalAsNumbers(calib.value(i), originalCalib[i], 0.0, difference), qPrintable(difference));
        }
        QVERIFY(compared >= 12);
    }

    void projectedBoxesAgreeWithPeoples()
    {
        if (test::realData().isEmpty())
            QSKIP("no real data beside the checkout");
        const QString real = QDir(test::realData()).filePath(u"kitti_object"_qs);
        auto data = openData(real, Taxonomy());
        QVERIFY(data);
        const ShapeTable found = data->scene.shapes;
        for (auto [id, shape] : found) {
            shape.origin = ShapeOrigin::Manual; // so that the box is computed
            data->scene.shapes.insert(shape);
        }
        const QTemporaryDir dir;
        QVERIFY(exported(data->scene, dir.filePath(u"set"_qs)));
        std::vector<double> overlaps;
        for (const auto& [id, frame] : data->scene.frames) {
            const QString name = u"/training/label_2/%1.txt"_qs.arg(frame.name);
            const auto ours = parseKittiLabels(*readWhole(dir.filePath(u"set"_qs) + name), name).labels;
            const auto peoples = parseKittiLabels(*readWhole(real + name), name).labels;
            for (std::size_t i = 0; i < peoples.size(); ++i) {
                if (peoples[i].isDontCare())
                    continue;
                const auto rectangle = [](const ImageBox& b) {
                    return Eigen::AlignedBox2d(
                        Eigen::Vector2d(b.left_px, b.top_px), Eigen::Vector2d(b.right_px, b.bottom_px));
                };
                const auto a = rectangle(ours[i].box);
                const auto b = rectangle(peoples[i].box);
                const double both = a.intersection(b).isEmpty() ? 0.0 : a.intersection(b).volume();
                overlaps.push_back(both / (a.volume() + b.volume() - both));
                qInfo("%s: overlap %.3f, truncated %.2f for %.2f", qPrintable(peoples[i].type), overlaps.back(),
                    ours[i].truncated, peoples[i].truncated);
            }
        }
        std::sort(overlaps.begin(), overlaps.end());
        QVERIFY(overlaps[overlaps.size() / 2] > 0.85);
        QVERIFY(overlaps.front() > 0.6);
    }
};

QTEST_GUILESS_MAIN(KittiExportTest)
#include "tst_KittiExport.moc"
