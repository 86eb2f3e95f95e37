#include "model/formats/DatasetFormat.h"
#include "model/formats/ExportSelection.h"
#include "model/formats/Manifest.h"
#include "model/geometry/Angles.h"
#include "model/scene/FrameFiles.h"
#include "tests/support/DatasetScenes.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;
using test::SceneRecipe;

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

Scene withoutAnnotation(Scene scene)
{
    scene.tracks.clear();
    scene.shapes.clear();
    return scene;
}

/// One row per format that goes the ways asked for.
void formatRows(bool mustRead)
{
    QTest::addColumn<QString>("id");
    int rows = 0;
    for (const DatasetFormat& format : datasetFormats())
        if (format.write && (!mustRead || format.read)) {
            QTest::newRow(qPrintable(format.id)) << format.id;
            ++rows;
        }
    QVERIFY(rows > 0);
}

bool isSameBox(const Cuboid& a, const Cuboid& b)
{
    return (a.center - b.center).norm() < 1e-3 && (a.size - b.size).norm() < 1e-3 &&
           std::abs(wrapAngle(a.yaw() - b.yaw())) < radians(0.01);
}

/// What was annotated of an object in a frame, whether it belongs to the frame or to the track.
AttributeValues allAttributes(const Scene& scene, const Shape& shape)
{
    AttributeValues result = shape.attributes;
    const AttributeValues& ofTrack = scene.trackOf(shape)->attributes;
    result.insert(ofTrack.begin(), ofTrack.end());
    return result;
}

/// An export with its scene and folders.
struct Exported
{
    QTemporaryDir dir;
    const DatasetFormat& format;
    Scene scene;

    explicit Exported(const QString& id, const SceneRecipe& recipe = {.frames = 3, .objects = 4})
        : format(*datasetFormat(id))
        , scene(madeUpScene(recipe, dir.filePath(u"data"_qs)))
    {
    }
    [[nodiscard]] QString set() const { return dir.filePath(u"set"_qs); }
    [[nodiscard]] Result<ExportReport> write(const Progress& progress = {}) const
    {
        return format.write(scene, QDir(dir.path()), {set()}, progress);
    }
    [[nodiscard]] Result<ImportedShapes> read(const Progress& progress = {}) const
    {
        return format.read(withoutAnnotation(scene), QDir(dir.path()), set(), progress);
    }
    /// The files of the dataset that the format's wildcards name.
    [[nodiscard]] QStringList labelFiles() const
    {
        QStringList result;
        QDirIterator files(set(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = QDir(set()).relativeFilePath(files.next());
            for (const QString& pattern : format.labelFiles)
                if (QRegularExpression::fromWildcard(pattern, Qt::CaseSensitive).match(name).hasMatch())
                    result.push_back(files.filePath());
        }
        result.sort();
        return result;
    }
};

/// Every shape of the scene has one partner in the document, of the same frame, class, track and attributes as far as
/// the format holds them.
void compareShapes(const Scene& given, const Scene& found, const FormatHolds& holds)
{
    std::map<TrackId, TrackId> partnerOf;
    std::map<TrackId, TrackId> trackOf;
    for (const auto& [id, shape] : given.shapes) {
        std::vector<const Shape*> same;
        for (const ShapeId other : found.shapesOf(shape.frame))
            if (isSameBox(found.shapes.at(other).cuboid, shape.cuboid))
                same.push_back(&found.shapes.at(other));
        QCOMPARE(same.size(), 1U);
        const Track& before = *given.trackOf(shape);
        const Track& after = *found.trackOf(*same.front());
        if (holds.classes)
            QCOMPARE(after.classId, before.classId);
        if (holds.tracks) {
            QCOMPARE(partnerOf.try_emplace(before.id, after.id).first->second, after.id);
            QCOMPARE(trackOf.try_emplace(after.id, before.id).first->second, before.id);
        }
        if (holds.numbers)
            QCOMPARE(after.number, before.number);
        if (holds.outlines)
            QVERIFY(!same.front()->outline.isEmpty());
        const AttributeValues values = allAttributes(found, *same.front());
        for (const auto& [name, value] : allAttributes(given, shape))
            if (holds.holdsAttribute(name, value)) {
                QVERIFY2(values.contains(name), qPrintable(name));
                QCOMPARE(values.at(name), value);
            }
    }
}

/// The files of a damaged dataset are named, and where in them it is.
void expectSentence(const Result<ImportedShapes>& found, const QString& path)
{
    static const QRegularExpression place(
        QStringLiteral("(line|byte|bytes|row|record|frame|points) [0-9]+|[0-9]+ (bytes|points)"));
    const QStringList sentences = found ? found->remarks + found->notes : QStringList{found.error().sentence};
    const QString name = QFileInfo(path).fileName();
    const bool named = std::any_of(sentences.begin(), sentences.end(),
        [&](const QString& sentence) { return sentence.contains(name) && place.match(sentence).hasMatch(); });
    QVERIFY2(named, qPrintable(path + QStringLiteral(": ") + sentences.join(QStringLiteral(" / "))));
}
} // namespace

class DatasetFormatTest : public QObject
{
    Q_OBJECT
private slots:
    void bringsBackWhatItTookOut_data() { formatRows(true); }
    void bringsBackWhatItTookOut()
    {
        QFETCH(QString, id);
        const Exported set(id, {.frames = 5, .objects = 8});
        const auto report = set.write();
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->frames, 5);
        const auto found = set.read();
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        if (!set.format.holds.boxes)
            return;
        QCOMPARE(report->shapes, 40);
        int edits = 0;
        Document document(withoutAnnotation(set.scene), std::make_unique<CountingLog>(edits));
        QVERIFY(applyImport(document, *found, set.format));
        QCOMPARE(edits, 1);
        QCOMPARE(document.undoText(), u"Import 40 boxes (%1)"_qs.arg(set.format.name));
        QCOMPARE(document.scene().shapes.size(), 40U);
        compareShapes(set.scene, document.scene(), set.format.holds);
        QVERIFY(document.undo());
        QVERIFY(document.scene().tracks.empty() && document.scene().shapes.empty());
    }

    void everyExportIsTakenWhole_data() { formatRows(true); }
    void everyExportIsTakenWhole()
    {
        QFETCH(QString, id);
        Exported set(id, {.frames = 3, .objects = 4});
        for (const ShapeId shape : set.scene.shapesOf(FrameId{2}))
            set.scene.shapes.erase(shape);
        const auto report = set.write();
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto found = set.read();
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        int edits = 0;
        Document document(withoutAnnotation(set.scene), std::make_unique<CountingLog>(edits));
        const auto applied = applyImport(document, *found, set.format, {.asPrelabels = false, .allOrNothing = true});
        QVERIFY2(applied, applied ? "" : qPrintable(applied.error().sentence));
        QCOMPARE(*applied, found->notes);
    }

    void lossesRefuseAndNotesDoNot()
    {
        int edits = 0;
        Document document(madeUpScene({.frames = 1, .objects = 0}), std::make_unique<CountingLog>(edits));
        ImportedShapes found;
        found.notes = {u"It was read so."_qs};
        QCOMPARE(
            applyImport(document, found, datasetFormats().front(), {false, true}).value_or(QStringList()), found.notes);
        found.remarks = {u"A box is missing."_qs};
        QVERIFY(!applyImport(document, found, datasetFormats().front(), {false, true}));
        QCOMPARE(applyImport(document, found, datasetFormats().front(), {false, false}).value_or(QStringList()),
            found.remarks + found.notes);
    }

    void oddObjectsOfSeveralSequencesComeBack_data() { formatRows(true); }
    void oddObjectsOfSeveralSequencesComeBack()
    {
        QFETCH(QString, id);
        const Exported set(id, {.frames = 2, .objects = 6, .odd = true, .sequences = 2});
        QVERIFY(set.write());
        const auto found = set.read();
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        if (!set.format.holds.boxes)
            return;
        Document document(withoutAnnotation(set.scene), nullptr);
        QVERIFY(applyImport(document, *found, set.format));
        QCOMPARE(document.scene().shapes.size(), 24U);
        compareShapes(set.scene, document.scene(), set.format.holds);
    }

    void aPartComesBackIntoTheWholeProject_data() { formatRows(true); }
    /// Other sequences have frames of the same names.
    void aPartComesBackIntoTheWholeProject()
    {
        QFETCH(QString, id);
        Exported set(id, {.frames = 3, .objects = 2, .sequences = 3});
        set.scene.sequences.at({3}).name = set.scene.sequences.at({2}).name;
        for (const qint64 frame : {8, 9})
            set.scene.frames.at({frame}).state = FrameState::Done;
        ExportSelection finished;
        finished.finishedOnly = true;
        const Scene part = selected(set.scene, finished).scene;
        const auto report = set.format.write(part, QDir(set.dir.path()), {set.set()}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        QCOMPARE(report->frames, 2);
        const auto found = set.read();
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        if (!set.format.holds.boxes)
            return;
        Document document(withoutAnnotation(set.scene), nullptr);
        QVERIFY(applyImport(document, *found, set.format));
        QVERIFY2(document.scene().shapes.size() == 4U, qPrintable(found->remarks.join(u'\n')));
        compareShapes(part, document.scene(), set.format.holds);
    }

    void whatIsInterpolatedStaysWhereItIs_data() { formatRows(true); }
    /// Not moved to where our own interpolation would have it, and moved as soon as a neighbour is.
    void whatIsInterpolatedStaysWhereItIs()
    {
        QFETCH(QString, id);
        Exported set(id, {.frames = 3, .objects = 2, .poses = false});
        if (!set.format.holds.keyFrames)
            QSKIP("The format does not tell what is interpolated.");
        for (const ShapeId shapeId : set.scene.shapesOf(FrameId{2})) {
            Shape shape = set.scene.shapes.at(shapeId);
            shape.derivation = Derivation::Interpolated;
            set.scene.shapes.insert_or_assign(shapeId, shape);
        }
        QVERIFY(set.write());
        const auto found = set.read();
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        Document document(withoutAnnotation(set.scene), nullptr);
        QVERIFY(applyImport(document, *found, set.format));
        compareShapes(set.scene, document.scene(), set.format.holds);
        for (const auto& [shapeId, shape] : document.scene().shapes)
            QCOMPARE(shape.derivation, shape.frame == FrameId{2} ? Derivation::Interpolated : Derivation::KeyFrame);
        const ShapeId first = document.scene().shapesOf(FrameId{1}).front();
        const Shape before = document.scene().shapes.at(first);
        const Shape between = *document.scene().shapes.of(before.track, {2});
        Shape moved = before;
        moved.cuboid.center.x() += 1.0;
        QVERIFY(document.edit(u"Move"_qs, {ValueChange<Shape>{before, moved}}));
        const Shape after = *document.scene().shapes.of(before.track, {2});
        QVERIFY(!(after.cuboid == between.cuboid));
        QCOMPARE(after.derivation, Derivation::Interpolated);
    }

    void tiltComesBackWhereItIsHeld_data() { formatRows(true); }
    void tiltComesBackWhereItIsHeld()
    {
        QFETCH(QString, id);
        const Exported set(id, {.frames = 1, .objects = 3, .tilt = 0.2});
        if (!set.format.holds.tilt)
            QSKIP("Boxes of this format stand upright.");
        QVERIFY(set.write());
        const auto found = set.read();
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 3U);
        for (const Shape& shape : found->shapes) {
            const auto turn = [&](const auto& given) {
                return given.second.cuboid.rotation.angularDistance(shape.cuboid.rotation) < radians(0.01);
            };
            QCOMPARE(std::count_if(set.scene.shapes.begin(), set.scene.shapes.end(), turn), 1);
        }
    }

    void everyDatasetHasAManifest_data() { formatRows(false); }
    void everyDatasetHasAManifest()
    {
        QFETCH(QString, id);
        const Exported set(id);
        const auto report = set.write();
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto text = readWhole(set.set() + u'/' + QString::fromUtf16(manifestName));
        QVERIFY(text);
        const QJsonObject manifest = QJsonDocument::fromJson(*text).object();
        QCOMPARE(manifest[u"lunkuo"_qs].toString(), QStringLiteral(LUNKUO_VERSION));
        QCOMPARE(manifest[u"notHeld"_qs].toArray(), QJsonArray::fromStringList(report->notHeld));
        QStringList listed{QString::fromUtf16(manifestName)};
        for (const QJsonValue& file : manifest[u"files"_qs].toArray()) {
            listed << file[u"name"_qs].toString();
            const auto bytes = readWhole(set.set() + u'/' + listed.back());
            QVERIFY(bytes);
            QCOMPARE(file[u"size"_qs].toInteger(), bytes->size());
            QCOMPARE(file[u"sha256"_qs].toString().toLatin1(),
                QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex());
        }
        QStringList present = test::tree(set.set());
        present.removeIf([](const QString& name) { return name.endsWith(u'/'); });
        listed.sort();
        QCOMPARE(listed, present);
    }

    void datasetIsReplacedButNothingBesideIt_data() { formatRows(false); }
    void datasetIsReplacedButNothingBesideIt()
    {
        QFETCH(QString, id);
        const Exported set(id);
        QVERIFY(set.write());
        const ExportOptions again{set.set(), true};
        const auto second = set.format.write(set.scene, QDir(set.dir.path()), again, {});
        QVERIFY2(second, second ? "" : qPrintable(second.error().sentence));
        test::writeText(set.set() + u"/thesis.doc"_qs, "years of work");
        QVERIFY(!set.format.write(set.scene, QDir(set.dir.path()), again, {}));
        QVERIFY(QFileInfo::exists(set.set() + u"/thesis.doc"_qs));
    }

    void damagedLabelsAreNamed_data() { formatRows(true); }
    void damagedLabelsAreNamed()
    {
        QFETCH(QString, id);
        const Exported set(id);
        QVERIFY(set.write());
        const QStringList files = set.labelFiles();
        QVERIFY2(!files.isEmpty(), "The format's labelFiles name none of its files.");
        for (const QString& path : files) {
            const auto whole = readWhole(path);
            QVERIFY(whole && whole->size() > 8);
            const qsizetype middle = whole->size() / 2;
            test::writeText(path, whole->left(middle));
            expectSentence(set.read(), path);
            test::writeText(path, QByteArray());
            static_cast<void>(set.read());
            for (const char garbage : {'\0', '\xff', '9', '-', ' ', '\n', 'x', '[', '"'}) {
                test::writeText(path, QByteArray(*whole).replace(middle, 8, QByteArray(8, garbage)));
                static_cast<void>(set.read());
            }
            test::writeText(path, *whole);
        }
        QVERIFY(set.read());
    }

    void cancelLeavesNothingBehind_data() { formatRows(false); }
    void cancelLeavesNothingBehind()
    {
        QFETCH(QString, id);
        const Exported set(id);
        const QStringList before = test::tree(set.dir.path());
        const Progress atOnce;
        atOnce.cancel();
        QVERIFY(!set.write(atOnce));
        QCOMPARE(test::tree(set.dir.path()), before);
        const Progress* self = nullptr;
        const Progress inTheMiddle([&self](int done, int) {
            if (done >= 2)
                self->cancel();
        });
        self = &inTheMiddle;
        QVERIFY(!set.write(inTheMiddle));
        QCOMPARE(test::tree(set.dir.path()), before);
        if (!set.format.read)
            return;
        QVERIFY(set.write());
        QVERIFY(!set.read(atOnce));
    }

    void foldersThatHoldNoneAreRefused_data() { formatRows(true); }
    void foldersThatHoldNoneAreRefused()
    {
        QFETCH(QString, id);
        const Exported set(id);
        QVERIFY(QDir().mkpath(set.set()));
        QVERIFY(!set.read());
        const auto nowhere =
            set.format.read(set.scene, QDir(set.dir.path()), set.dir.filePath(u"nowhere"_qs), Progress());
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().sentence.contains(u"nowhere"_qs));
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

    void framesThatATrackLeavesOutStayEmpty()
    {
        int edits = 0;
        Document document(madeUpScene({.frames = 3, .objects = 0}), std::make_unique<CountingLog>(edits));
        ImportedShapes found;
        found.tracks = {Track{{1}, {1}, 1, u"Car"_qs, {}}};
        for (const qint64 frame : {1, 3}) {
            Shape shape;
            shape.id = {frame};
            shape.track = {1};
            shape.frame = {frame};
            found.shapes.push_back(shape);
        }
        QVERIFY(applyImport(document, found, datasetFormats().front()));
        QCOMPARE(document.scene().shapes.size(), 2U);
        QVERIFY(document.scene().shapesOf(FrameId{2}).empty());
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
