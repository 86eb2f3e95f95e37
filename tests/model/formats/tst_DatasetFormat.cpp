#include "model/formats/DatasetFormat.h"
#include "model/geometry/Angles.h"
#include "tests/support/DatasetScenes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
/// Counts the edits that a document would make durable.
class CountingLog : public EditLog
{
public:
    explicit CountingLog(int& edits)
        : m_edits(edits)
    {
    }
    Result<void> append(const Edit&, Kind) override
    {
        ++m_edits;
        return {};
    }

private:
    int& m_edits;
};
} // namespace

class DatasetFormatTest : public QObject
{
    Q_OBJECT
private slots:
    void everyFormatBringsBackWhatItTookOut_data()
    {
        QTest::addColumn<QString>("id");
        for (const DatasetFormat& format : datasetFormats())
            QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void everyFormatBringsBackWhatItTookOut()
    {
        QFETCH(QString, id);
        const DatasetFormat& format = *datasetFormat(id);
        const QTemporaryDir dir;
        const Scene given = madeUpScene({.frames = 5, .objects = 8}, dir.filePath(u"data"_qs));
        const auto report = format.write(given, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->frames, 5);
        QCOMPARE(report->shapes, 40);

        Scene empty = given;
        empty.tracks.clear();
        empty.shapes.clear();
        const auto found = format.read(empty, QDir(dir.path()), dir.filePath(u"set"_qs), {});
        QVERIFY(found);
        int edits = 0;
        Document document(empty, std::make_unique<CountingLog>(edits));
        QVERIFY(applyImport(document, *found, format));
        QCOMPARE(edits, 1);
        QCOMPARE(document.undoText(), u"Import "_qs + format.name);
        for (const auto& [frame, unused] : given.frames) {
            const auto before = given.shapesOf(frame);
            const auto after = document.scene().shapesOf(frame);
            QCOMPARE(after.size(), before.size());
            for (const ShapeId shapeId : before) {
                const Shape& shape = given.shapes.at(shapeId);
                const auto same = [&](ShapeId other) {
                    const Cuboid& cuboid = document.scene().shapes.at(other).cuboid;
                    return (cuboid.center - shape.cuboid.center).norm() < 1e-3 &&
                           (cuboid.size - shape.cuboid.size).norm() < 1e-3 &&
                           std::abs(wrapAngle(cuboid.yaw() - shape.cuboid.yaw())) < radians(0.01);
                };
                QCOMPARE(std::count_if(after.begin(), after.end(), same), 1);
            }
        }
        QVERIFY(document.undo());
        QVERIFY(document.scene().tracks.empty() && document.scene().shapes.empty());
    }

    void importedThingsGetNewIdsAndFreeNumbers()
    {
        int edits = 0;
        Document document(madeUpScene({.frames = 1, .objects = 2}), std::make_unique<CountingLog>(edits));
        ImportedShapes found;
        found.tracks = {Track{{1}, {1}, 2, u"Car"_qs, {}}, Track{{2}, {1}, 9, u"Car"_qs, {}}};
        Shape shape;
        shape.id = {1};
        shape.track = {2};
        shape.frame = {1};
        found.shapes = {shape};
        QVERIFY(applyImport(document, found, datasetFormats().front()));
        QCOMPARE(document.scene().tracks.at({3}).number, 3); // 2 was taken
        QCOMPARE(document.scene().tracks.at({4}).number, 9);
        QCOMPARE(document.scene().shapes.at({3}).track, TrackId{4});
    }

    void gapsInLabelsStayGaps()
    {
        Document document(madeUpScene({.frames = 4, .objects = 0}), nullptr);
        ImportedShapes found;
        found.tracks = {Track{{1}, {1}, 1, u"Car"_qs, {}}};
        for (const qint64 frame : {1, 4}) {
            Shape shape;
            shape.id = {frame};
            shape.track = {1};
            shape.frame = {frame};
            found.shapes.push_back(shape);
        }
        QVERIFY(applyImport(document, found, datasetFormats().front()));
        QCOMPARE(document.scene().shapes.size(), std::size_t(2));
    }

    void nothingFoundIsNoEdit()
    {
        int edits = 0;
        Document document(madeUpScene({}), std::make_unique<CountingLog>(edits));
        QVERIFY(applyImport(document, {}, datasetFormats().front()));
        QCOMPARE(edits, 0);
        QVERIFY(!document.canUndo());
    }

    void unknownFormatIsNone() { QVERIFY(!datasetFormat(u"floppy"_qs)); }
};

QTEST_GUILESS_MAIN(DatasetFormatTest)
#include "tst_DatasetFormat.moc"
