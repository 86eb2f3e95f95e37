#include "model/formats/ImportOnto.h"
#include "tests/support/DatasetScenes.h"

#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
/// Two objects in three frames: number 7 in all, number 8 in the first two; what another annotator would hand in.
ImportedShapes handedIn(const Scene& scene)
{
    ImportedShapes result;
    qint64 shape = 0;
    for (const int number : {7, 8}) {
        Track track;
        track.id = {number - 6};
        track.sequence = scene.sequences.begin()->first;
        track.number = number;
        track.classId = scene.taxonomy.classes.front().id;
        result.tracks.push_back(track);
        for (const auto& [frame, value] : scene.frames) {
            if (number == 8 && value.index == 2)
                continue;
            Shape box;
            box.id = {++shape};
            box.track = track.id;
            box.frame = frame;
            box.cuboid.center = Eigen::Vector3d(number, 0.0, 0.0);
            box.cuboid.size = Eigen::Vector3d(4.0, 2.0, 1.5);
            result.shapes.push_back(box);
        }
    }
    return result;
}

/// A picture of the annotation: a line per frame with the numbers of its objects.
QStringList picture(const Scene& scene)
{
    QStringList lines;
    for (const auto& [frame, value] : scene.frames) {
        QStringList numbers;
        for (const ShapeId id : scene.shapes.ofFrame(frame))
            numbers << QString::number(scene.trackOf(scene.shapes.at(id))->number);
        numbers.sort();
        lines << numbers.join(u' ');
    }
    return lines;
}

const DatasetFormat& anyFormat()
{
    return datasetFormats().front();
}

/// What is there before: 7 in the first frame, locked 9 in the second, nothing in the third.
Scene begun()
{
    Scene scene = withoutAnnotation(madeUpScene({.frames = 3, .objects = 0}));
    const ImportedShapes all = handedIn(scene);
    for (const auto& [number, place] : {std::pair{7, 0}, {9, 1}}) {
        Track track = all.tracks.front();
        track.id = {number};
        track.number = number;
        scene.tracks[track.id] = track;
        Shape box = all.shapes[static_cast<std::size_t>(place)];
        box.id = {number};
        box.track = track.id;
        box.locked = number == 9;
        scene.shapes.insert(box);
    }
    return scene;
}
} // namespace

class ImportOntoTest : public QObject
{
    Q_OBJECT
private slots:
    void framesWithBoxesAreCounted()
    {
        const Scene scene = begun();
        const AnnotatedFrames taken = annotatedFrames(scene, handedIn(scene));
        QCOMPARE(taken.wanted, 3);
        QCOMPARE(taken.frames, 2);
        QCOMPARE(taken.boxes, std::size_t(2));
        QCOMPARE(annotatedFrames(scene, {}).wanted, 0);
    }

    void becomesWhatWasChosen_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("says");
        using Lines = QStringList;
        QTest::newRow("add: 7 is taken and becomes 10")
            << u"add"_qs << Lines{u"10 7 8"_qs, u"10 8 9"_qs, u"10"_qs} << QString();
        QTest::newRow("replace: 7 is free again, what is locked stays")
            << u"replace"_qs << Lines{u"7 8"_qs, u"7 8 9"_qs, u"7"_qs}
            << u"Boxes that were replaced: 1. Locked boxes, which stayed: 1."_qs;
        QTest::newRow("skip: only the free frame") << u"skip"_qs << Lines{u"7"_qs, u"9"_qs, u"10"_qs}
                                                   << u"Left out because their frames have boxes already: boxes 4, "
                                                      u"frames 2."_qs;
    }
    void becomesWhatWasChosen()
    {
        QFETCH(QString, choice);
        QFETCH(QStringList, after);
        QFETCH(QString, says);
        const Scene scene = begun();
        Document document(scene, nullptr);
        const auto outcome = importOnto(document, handedIn(scene), anyFormat(), {}, *onAnnotatedOf(choice));
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().sentence));
        QCOMPARE(picture(document.scene()), after);
        QCOMPARE(outcome->sentences.join(u' '), says);
        QCOMPARE(document.undoDepth(), 1);
        QVERIFY(document.undo());
        QCOMPARE(picture(document.scene()), picture(scene));
    }

    void allOrNothingReplacesNothing()
    {
        const Scene scene = begun();
        Document document(scene, nullptr);
        ImportedShapes imported = handedIn(scene);
        imported.remarks << u"a.txt, line 3: nonsense"_qs;
        QVERIFY(!importOnto(document, imported, anyFormat(), {false, true}, OnAnnotated::Replace));
        QCOMPARE(picture(document.scene()), picture(scene));
    }

    /// Frames that the import has nothing for keep their boxes where they are.
    void replacingLeavesOtherFramesAlone()
    {
        Scene scene = begun();
        const std::vector<FrameId> frames = scene.frameOrder();
        for (int i = 1; i < 3; ++i) {
            Shape box = scene.shapes.at({7});
            box.id = {100 + i};
            box.frame = frames[std::size_t(i)];
            box.cuboid.center.x() += i;
            box.derivation = i == 1 ? Derivation::Interpolated : Derivation::KeyFrame;
            scene.shapes.insert(box);
        }
        ImportedShapes imported = handedIn(scene);
        std::erase_if(imported.shapes, [&](const Shape& shape) { return shape.frame != frames[2]; });
        Document document(scene, nullptr);
        QVERIFY(importOnto(document, imported, anyFormat(), {}, OnAnnotated::Replace));
        const auto& shapes = document.scene().shapes;
        QVERIFY(!shapes.contains({102}));
        QVERIFY(shapes.contains({101}));
        QCOMPARE(shapes.at({101}).cuboid.center, scene.shapes.at({101}).cuboid.center);
    }

    /// What is interpolated towards a box that is left out is not taken away as having no end.
    void skippingKeepsWhatWasInterpolated()
    {
        Scene scene = begun();
        ImportedShapes imported = handedIn(scene);
        imported.shapes[1].derivation = Derivation::Interpolated;
        imported.shapes[2].derivation = Derivation::Interpolated;
        Document document(scene, nullptr);
        QVERIFY(importOnto(document, imported, anyFormat(), {}, OnAnnotated::Skip));
        QCOMPARE(picture(document.scene()), (QStringList{u"7"_qs, u"9"_qs, u"10"_qs}));
    }
};

QTEST_GUILESS_MAIN(ImportOntoTest)
#include "tst_ImportOnto.moc"
