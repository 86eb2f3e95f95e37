#include "model/cloud/CloudFormat.h"
#include "model/formats/CompletionPairs.h"
#include "model/formats/CsvTable.h"
#include "model/formats/PointFiles.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// The car of the tiny scene with a surface in its first two frames, of which the sensor has seen a quarter; the
/// cloud's point (10, 2, -0.5) is its middle in the first one and outside in the second.
Scene sceneWithSurface(const QString& folder)
{
    Scene scene = tinyScene(folder);
    for (const qint64 id : {1, 2}) {
        Shape shape = scene.shapes.at({id});
        shape.cuboid.center.x() = id == 1 ? 10.0 : 25.0;
        Outline outline;
        outline.footprint = {{-2, -1}, {2, -1}, {2, 1}, {-2, 1}};
        outline.footprintProvenance.assign(4, Provenance::Prior);
        outline.vertices = {{2, 0, 0}, {-2, 1, 0}, {-2, -1, 0}, {0, 0, 0.75}};
        outline.triangles = {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {2, 0, 3}};
        outline.provenance = {Provenance::Seen, Provenance::Prior, Provenance::Symmetry, Provenance::Prior};
        shape.outline = outline;
        scene.shapes.insert_or_assign(shape.id, shape);
    }
    return scene;
}
} // namespace

class CompletionPairsTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }

private slots:
    void aPairIsPointsAndSurfaceInTheObjectsFrame()
    {
        const auto report = writeCompletionPairs(sceneWithSurface(path(u"data"_qs)), {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->shapes, 1);
        const QString sentences = report->notHeld.join(u'\n');
        QVERIFY(sentences.contains(u"Objects without a completed surface, left out: 2 (Pedestrian 8 in 0000"_qs));
        QVERIFY(sentences.contains(u"Objects without a point in their cuboid, left out: 1 (Car 5 in 000008)."_qs));
        for (const QString& suffix : {u"npy"_qs, u"ply"_qs}) {
            const auto partial = readCloud(path(u"set/partial/000007__5."_qs + suffix));
            QVERIFY2(partial, partial ? "" : qPrintable(partial.error().sentence));
            QCOMPARE(partial->size(), 1U);
            QVERIFY(partial->point(0).norm() < 1e-6);
            const auto complete = readCloud(path(u"set/complete/000007__5."_qs + suffix));
            QVERIFY(complete);
            QCOMPARE(complete->size(), std::size_t(completionSamples));
            for (std::size_t i = 0; i < complete->size(); ++i)
                QVERIFY((complete->point(i).cwiseAbs().array() <= Eigen::Array3d(2, 1, 0.75) + 1e-6).all());
        }
        const auto mesh = readCloud(path(u"set/outline/000007__5.ply"_qs));
        QVERIFY(mesh);
        QCOMPARE(mesh->size(), 4U);
        QCOMPARE(mesh->field(u"provenance")->at(2), 1.0);
    }

    void theTableSaysWhatEachIs()
    {
        ExportOptions options{path(u"table"_qs)};
        options.splits = {{{1}, Split::Val}};
        QVERIFY(writeCompletionPairs(sceneWithSurface(path(u"data"_qs)), {}, options, {}));
        const auto table = CsvTable::read(path(u"table/pairs.csv"_qs));
        QVERIFY(table);
        QCOMPARE(table->rows(), 1U);
        const auto cell = [&](const QString& name) { return table->at(0, table->column(name)); };
        QCOMPARE(cell(u"name"_qs), u"000007__5"_qs);
        QCOMPARE(cell(u"split"_qs), u"val"_qs);
        QCOMPARE(cell(u"class"_qs), u"Car"_qs);
        QCOMPARE(cell(u"track"_qs), u"5"_qs);
        QCOMPARE(cell(u"points"_qs), u"1"_qs);
        QCOMPARE(cell(u"length_m"_qs), u"4"_qs);
        QCOMPARE(cell(u"tz_m"_qs), u"-0.5"_qs);
        QCOMPARE(cell(u"origin"_qs), u"manual"_qs);
        const double seen = cell(u"seen_share"_qs).toDouble();
        QVERIFY(seen > 0.2 && seen < 0.4);
        QCOMPARE(textIn(path(u"table/val.txt"_qs)), QByteArray("000007__5\n"));
        QCOMPARE(textIn(path(u"table/train.txt"_qs)), QByteArray());
    }

    void theSameProjectGivesTheSameFiles()
    {
        const Scene scene = sceneWithSurface(path(u"data"_qs));
        QVERIFY(writeCompletionPairs(scene, {}, {path(u"one"_qs)}, {}));
        QVERIFY(writeCompletionPairs(scene, {}, {path(u"two"_qs)}, {}));
        const QString file = u"/complete/000007__5.npy"_qs;
        QCOMPARE(textIn(path(u"one"_qs) + file), textIn(path(u"two"_qs) + file));
    }

    void filesAreWhatNumpyAndMeshToolsRead()
    {
        const std::vector<Eigen::Vector3d> points{{1, 2, 3}, {-0.5, 0, 0}};
        const QByteArray npy = npyOf(points);
        QCOMPARE(npy.left(8), QByteArray("\x93NUMPY\x01\x00", 8));
        QCOMPARE(npy.size(), 128 + 24);
        QCOMPARE(npy.at(127), '\n');
        QVERIFY(npy.contains("'shape': (2, 3), }"));
        QCOMPARE(npy.mid(128, 4), QByteArray("\x00\x00\x80\x3f", 4));
        Outline outline;
        outline.vertices = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
        outline.triangles = {{0, 1, 2}};
        outline.provenance.assign(3, Provenance::Prior);
        QCOMPARE(plyOf(outline).right(13), QByteArray("\x03\x00\x00\x00\x00\x01\x00\x00\x00\x02\x00\x00\x00", 13));
        QVERIFY(plyOf(outline).contains("element face 1\nproperty list uchar int vertex_indices\nend_header\n"));
    }

    void aCloudThatIsGoneIsSaid()
    {
        Scene scene = sceneWithSurface(path(u"data"_qs));
        scene.frames[{1}].cloudPath = path(u"gone.bin"_qs);
        const auto report = writeCompletionPairs(scene, {}, {path(u"gone"_qs)}, {});
        QVERIFY(!report);
        QVERIFY(report.error().sentence.contains(u"gone.bin"_qs));
        QVERIFY(!QFileInfo::exists(path(u"gone"_qs)));
    }
};

QTEST_GUILESS_MAIN(CompletionPairsTest)
#include "tst_CompletionPairs.moc"
