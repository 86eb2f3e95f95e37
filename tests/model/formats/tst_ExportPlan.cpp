#include "model/formats/ExportPlan.h"
#include "model/formats/Manifest.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
/// Makes the frame the only one of a second sequence, with tracks of its own.
void moveToNight(Scene& scene, FrameId frame)
{
    scene.frames.at(frame).sequence = {2};
    scene.frames.at(frame).index = 0;
    for (const ShapeId id : scene.shapesOf(frame)) {
        Shape shape = scene.shapes.at(id);
        Track track = scene.tracks.at(shape.track);
        track.id = {track.id.value + 100};
        track.sequence = {2};
        scene.tracks[track.id] = track;
        shape.track = track.id;
        scene.shapes.insert(shape);
    }
}

/// A scene of two sequences with its files, and where a dataset of it goes.
struct Given
{
    QTemporaryDir dir;
    Scene scene;
    ExportRequest request;

    Given()
        : scene(madeUpScene({.frames = 4, .objects = 3}, dir.filePath(u"data"_qs)))
    {
        scene.sequences[{2}] = {{2}, u"night"_qs, {}};
        moveToNight(scene, {4});
        request.options.folder = dir.filePath(u"set"_qs);
        request.projectName = u"street"_qs;
    }
    [[nodiscard]] Result<ExportPlan> plan(const QString& id) const
    {
        return planExport(scene, QDir(dir.path()), *datasetFormat(id), request, {});
    }
    [[nodiscard]] Result<ExportReport> write(const QString& id) const
    {
        return exportDataset(scene, QDir(dir.path()), *datasetFormat(id), request, {});
    }
};

QString numbers(const std::array<int, 3>& counts)
{
    return u"%1 %2 %3"_qs.arg(counts[0]).arg(counts[1]).arg(counts[2]);
}
} // namespace

class ExportPlanTest : public QObject
{
    Q_OBJECT
private slots:
    void countsWhatWouldBeWritten()
    {
        Given given;
        const auto plan = given.plan(u"kitti"_qs);
        QVERIFY(plan);
        const ExportPreview& preview = plan->preview;
        QCOMPARE(preview.sequences, 2);
        QCOMPARE(preview.frames, 4);
        QCOMPARE(preview.shapes, 12);
        QCOMPARE(preview.shapesOfClass, (std::map<QString, int>{{u"Car"_qs, 8}, {u"Pedestrian"_qs, 4}}));
        QCOMPARE(numbers(preview.framesOfSplit), u"3 1 0"_qs); // the last sequence is held out
        QCOMPARE(numbers(preview.shapesOfSplit), u"9 3 0"_qs);
        QVERIFY(preview.files_bytes > 4 * 160 && preview.linksFiles);
        QVERIFY(preview.notHeld.contains(u"Outlines that the format has no place for: 12."_qs));
        QVERIFY(preview.notHeld.contains(u"Attribute values that the format has no place for: 36."_qs));
        QVERIFY(!QFileInfo::exists(given.request.options.folder));
    }

    void previewAndExportAgree_data()
    {
        QTest::addColumn<QString>("id");
        for (const DatasetFormat& format : datasetFormats())
            if (format.write)
                QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void previewAndExportAgree()
    {
        QFETCH(QString, id);
        Given given;
        given.request.selection.mapping.classes = {{u"Pedestrian"_qs, std::nullopt}};
        given.request.split = SplitRecipe{{50, 50, 0}, 1, false};
        const auto plan = given.plan(id);
        QVERIFY(plan);
        const auto report = given.write(id);
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->frames, plan->preview.frames);
        QCOMPARE(plan->preview.shapes, 8);
        QCOMPARE(plan->preview.isAtMost, !datasetFormat(id)->holds.everyBox);
        if (plan->preview.isAtMost)
            QVERIFY(report->shapes <= 8);
        else
            QCOMPARE(report->shapes, 8);
        QVERIFY(report->notHeld.contains(u"Boxes of classes that are not exported: 4."_qs));
    }

    void manifestSaysHowItCameAbout()
    {
        Given given;
        given.request.selection.range_m = 30.0;
        given.request.split = SplitRecipe{{1, 1, 0}, 5, false};
        QVERIFY(given.write(u"kitti"_qs));
        const auto text = readWhole(given.request.options.folder + u'/' + QString::fromUtf16(manifestName));
        const QJsonObject manifest = QJsonDocument::fromJson(*text).object();
        QCOMPARE(manifest[u"format"_qs].toString(), u"kitti"_qs);
        QCOMPARE(manifest[u"project"_qs].toString(), u"street"_qs);
        QVERIFY(QDateTime::fromString(manifest[u"time"_qs].toString(), Qt::ISODate).isValid());
        QCOMPARE(manifest[u"selection"_qs][u"range_m"_qs].toDouble(), 30.0);
        QCOMPARE(manifest[u"splits"_qs][u"seed"_qs].toInt(), 5);
        const auto plan = given.plan(u"kitti"_qs);
        QCOMPARE(manifest[u"counts"_qs].toObject(), plan->preview.toJson());
        QCOMPARE(manifest[u"written"_qs][u"shapes"_qs].toInt(), plan->preview.shapes);
    }

    void cutSequenceLosesItsFramesInBetween()
    {
        Given given;
        given.scene = madeUpScene({.frames = 6, .objects = 1}, given.dir.filePath(u"data"_qs));
        given.request.split = SplitRecipe{{50, 50, 0}, 0, true};
        const auto impossible = given.plan(u"kitti"_qs);
        QVERIFY(!impossible && impossible.error().sentence.contains(u"in 6 of its 6 frames"_qs));
        // Two objects, each for two frames and one more.
        ShapeTable shapes;
        for (const auto& [id, shape] : given.scene.shapes)
            if (shape.frame.value <= 3)
                shapes.insert(shape);
        given.scene.shapes = shapes;
        const auto plan = given.plan(u"kitti"_qs);
        QVERIFY(plan);
        QCOMPARE(numbers(plan->preview.framesOfSplit), u"3 3 0"_qs);
        QCOMPARE(plan->preview.leftOut.framesBetweenBlocks, 0);
        // A second object from the second frame to the last: wherever it is cut, frames have to go.
        Scene& scene = given.scene;
        scene.tracks[{2}] = scene.tracks.at({1});
        scene.tracks[{2}].id = {2};
        for (const qint64 frame : {2, 6}) {
            Shape shape = scene.shapes.begin()->second;
            shape.id = {90 + frame};
            shape.track = {2};
            shape.frame = {frame};
            scene.shapes.insert(shape);
        }
        const auto costly = given.plan(u"kitti"_qs);
        QVERIFY(costly);
        const int lost = costly->preview.leftOut.framesBetweenBlocks;
        QVERIFY(lost > 0);
        QCOMPARE(costly->preview.frames, 6 - lost);
        QCOMPARE(costly->scene.frames.size(), std::size_t(6 - lost));
        // A format that cannot say what frames are for loses none of them.
        const auto whole = given.plan(u"labelcloud"_qs);
        QVERIFY(whole);
        QCOMPARE(whole->preview.frames, 6);
        QVERIFY(whole->preview.remarks.join(u'\n').contains(u"so the sequence was not cut"_qs));
    }

    void everyLossOfTheRowIsSaid_data()
    {
        QTest::addColumn<QString>("id");
        for (const DatasetFormat& format : datasetFormats())
            if (format.write)
                QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void everyLossOfTheRowIsSaid()
    {
        QFETCH(QString, id);
        Given given;
        Shape shape = given.scene.shapes.begin()->second;
        shape.derivation = Derivation::Interpolated;
        given.scene.shapes.insert_or_assign(shape.id, shape);
        const FormatHolds& holds = datasetFormat(id)->holds;
        const auto plan = given.plan(id);
        QVERIFY(plan);
        const auto report = given.write(id);
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto saysOnce = [&](const QString& sentence, bool isLost) {
            QCOMPARE(plan->preview.notHeld.filter(sentence).size(), isLost ? 1 : 0);
            QCOMPARE(report->notHeld.filter(sentence).size(), isLost ? 1 : 0);
        };
        saysOnce(u"Poses of the vehicle"_qs, !holds.poses);
        saysOnce(u"Numbers of objects that the format has no place for: 6."_qs, holds.tracks && !holds.numbers);
        saysOnce(u"Interpolated boxes, which the format does not tell from those that a person made: 1."_qs,
            !holds.keyFrames);
        saysOnce(u"which boxes belong to one object is lost"_qs, !holds.tracks);
        saysOnce(u"Outlines that"_qs, !holds.outlines);
        saysOnce(u"Attribute values"_qs, !holds.attributes);
        saysOnce(u"Times of frames"_qs, !holds.times);
        saysOnce(u"Pictures that do not go along"_qs, holds.pictures == CamerasHeld::None);
        saysOnce(u"Cameras whose place"_qs, holds.calibration == CamerasHeld::None);
        saysOnce(u"Clouds that do not go along"_qs, holds.clouds == CloudsHeld::None);
        // Whatever the preview says before, the report and the manifest say after.
        for (const QString& sentence : plan->preview.notHeld)
            QCOMPARE(report->notHeld.count(sentence), 1);
    }

    void noSourceIsReplaced()
    {
        Given given;
        given.request.options.replace = true;
        QVERIFY(given.write(u"kitti"_qs));
        // The project itself, and frames that a selection leaves out, count as sources too.
        given.request.options.folder = given.dir.filePath(u"elsewhere"_qs);
        given.request.options.sources = {given.dir.filePath(u"set/street.lunkuo"_qs)};
        given.scene.frames.at({1}).cloudPath = given.dir.filePath(u"set/training/velodyne/000000.bin"_qs);
        given.request.selection.firstFrame = 2;
        const auto plan = given.plan(u"csv"_qs);
        QVERIFY(plan);
        QVERIFY(plan->options.sources.contains(given.dir.filePath(u"set/street.lunkuo"_qs)));
        QVERIFY(plan->options.sources.contains(given.scene.frames.at({1}).cloudPath));
        given.request.options.folder = given.dir.filePath(u"set"_qs);
        for (const QString& id : {u"csv"_qs, u"openlabel"_qs, u"completion-pairs"_qs, u"kitti"_qs}) {
            const auto report = given.write(id);
            QVERIFY(!report);
            QVERIFY2(report.error().sentence.contains(u"holds the project's own data"_qs),
                qPrintable(report.error().sentence));
        }
    }

    void classesAlikeAreSaid()
    {
        Given given;
        given.request.selection.mapping.classes = {{u"Pedestrian"_qs, u"car"_qs}};
        const auto plan = given.plan(u"kitti"_qs);
        QVERIFY(plan);
        QVERIFY(plan->preview.remarks.join(u'\n').contains(u"differ only in upper and lower case"_qs));
        QVERIFY(plan->preview.remarks.join(u'\n').contains(u": Car, car."_qs));
    }

    void openPcdetBoxesAreInTheManifest()
    {
        Given given;
        for (const bool asked : {false, true}) {
            given.request.options.openPcdetBoxes = asked;
            QCOMPARE(given.plan(u"kitti"_qs)->options.about.value(u"options"_qs)[u"boxes"_qs].toString(),
                asked ? u"openpcdet"_qs : u"exact"_qs);
            QVERIFY(given.plan(u"csv"_qs)->options.about.value(u"options"_qs)[u"boxes"_qs].isUndefined());
        }
    }

    /// What the built-in mapping calls the classes is what nuScenes' evaluation knows.
    void nuscenesMappingIsEvaluated()
    {
        Given given;
        given.request.selection.mapping = *ClassMapping::load(u"nuscenes"_qs);
        const auto report = given.write(u"nuscenes"_qs);
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QVERIFY(report->notHeld.filter(u"detection task does not know"_qs).isEmpty());
        const auto text = readWhole(given.request.options.folder + u"/v1.0-trainval/category.json"_qs);
        QVERIFY(text);
        QStringList names;
        for (const QJsonValue& row : QJsonDocument::fromJson(*text).array())
            names << row[u"name"_qs].toString();
        names.sort();
        QCOMPARE(names, (QStringList{u"human.pedestrian.adult"_qs, u"vehicle.car"_qs}));
    }

    void nothingLeftIsSaid()
    {
        Given given;
        given.request.selection.finishedOnly = true;
        QCOMPARE(given.plan(u"kitti"_qs)->preview.frames, 0);
        QCOMPARE(given.write(u"kitti"_qs).error().sentence, u"The selection leaves no frame to export."_qs);
        QVERIFY(!QFileInfo::exists(given.request.options.folder));
    }

    void cancelIsHeard()
    {
        const Given given;
        const Progress stopped;
        stopped.cancel();
        QVERIFY(!planExport(given.scene, QDir(given.dir.path()), *datasetFormat(u"kitti"_qs), given.request, stopped));
    }
};

QTEST_GUILESS_MAIN(ExportPlanTest)
#include "tst_ExportPlan.moc"
