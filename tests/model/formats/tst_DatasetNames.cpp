#include "model/formats/DatasetNames.h"
#include "model/formats/FrameFinder.h"

#include <QTest>
#include <set>

using namespace lunkuo;

namespace
{
/// Sequences of those names with the frames of those names; ids count from 1 through all of them.
Scene sceneOf(const std::vector<std::pair<QString, QStringList>>& sequences)
{
    Scene scene;
    for (const auto& [name, frames] : sequences) {
        const SequenceId sequence{static_cast<qint64>(scene.sequences.size()) + 1};
        scene.sequences[sequence] = {sequence, name, {}};
        for (qsizetype i = 0; i < frames.size(); ++i) {
            Frame frame;
            frame.id = {static_cast<qint64>(scene.frames.size()) + 1};
            frame.sequence = sequence;
            frame.index = static_cast<int>(i);
            frame.name = frames[i];
            frame.cloudPath = u"/data/cloud_%1.pcd"_qs.arg(frame.id.value);
            scene.frames[frame.id] = frame;
        }
    }
    return scene;
}
} // namespace

class DatasetNamesTest : public QObject
{
    Q_OBJECT
private slots:
    void framesKeepTheirNamesWherePossible_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char* name, const QStringList& names, const QStringList& found) {
            QTest::newRow(name) << names << found;
        };
        row("numbers", {u"000012"_qs, u"000013"_qs}, {u"000012"_qs, u"000013"_qs});
        row("nuScenes", {u"n015__LIDAR_TOP__15324"_qs}, {u"n015__LIDAR_TOP__15324"_qs});
        row("Chinese", {u"场景1"_qs}, {u"场景1"_qs});
        row("unsafe", {u"a/b:c"_qs, u"../d"_qs}, {u"a_b_c"_qs, u"_d"_qs});
        row("the same twice", {u"a b"_qs, u"a/b"_qs}, {u"000000"_qs, u"000001"_qs});
        row("the same but for case", {u"A"_qs, u"a"_qs}, {u"000000"_qs, u"000001"_qs});
        row("nothing left", {u"..."_qs, u"b"_qs}, {u"000000"_qs, u"000001"_qs});
        row("of Windows", {u"CON"_qs, u"com1.x"_qs, u"console"_qs}, {u"_CON"_qs, u"_com1.x"_qs, u"console"_qs});
        row("dots at the end", {u"a.."_qs}, {u"a"_qs});
        row("long", {QString(100, u'a')}, {QString(80, u'a')});
        // 3 bytes a character, and 4 of what is beyond the first plane.
        row("long Chinese", {QString(40, u'场')}, {QString(26, u'场')});
        row("long and rare", {u"a"_qs + u"𠮷"_qs.repeated(30)}, {u"a"_qs + u"𠮷"_qs.repeated(19)});
    }
    void framesKeepTheirNamesWherePossible()
    {
        QFETCH(QStringList, names);
        QFETCH(QStringList, found);
        const Scene scene = sceneOf({{u"s"_qs, names}});
        const DatasetNames given(scene);
        for (qsizetype i = 0; i < names.size(); ++i)
            QCOMPARE(given.of(FrameId{i + 1}), found[i]);
    }

    /// A part of the frames has the names that all of them have.
    void numbersAreTheFramesOwn()
    {
        Scene scene = sceneOf({{u"s"_qs, {u"x"_qs, u"x"_qs, u"x"_qs}}});
        scene.frames.erase({1});
        QCOMPARE(DatasetNames(scene).of(FrameId{3}), u"000002"_qs);
    }

    void camerasGetSafeNames()
    {
        Scene scene = sceneOf({{u"s"_qs, {u"0"_qs}}});
        Calibration calibration;
        calibration.id = {1};
        for (const QString& name : {u"CAM__FRONT"_qs, u"../../etc/x"_qs, u"a/b"_qs, u"a_b"_qs, u"/"_qs, u""_qs}) {
            Camera camera;
            camera.name = name;
            calibration.cameras.push_back(camera);
        }
        scene.calibrations[{1}] = calibration;
        scene.frames.at({1}).images = {{u"A_B"_qs, u"x.png"_qs}};
        const DatasetNames names(scene);
        QCOMPARE(names.ofCamera(u"CAM__FRONT"_qs), u"CAM__FRONT"_qs);
        QCOMPARE(names.ofCamera(u"../../etc/x"_qs), u"_.._etc_x"_qs);
        QCOMPARE(names.ofCamera(u""_qs), u"camera"_qs);
        std::set<QString> all;
        for (const QString& name : {u"a/b"_qs, u"a_b"_qs, u"A_B"_qs, u"/"_qs})
            all.insert(names.ofCamera(name).toLower());
        QCOMPARE(all.size(), 4U);
    }

    void severalSequencesStandBeforeTheirFrames()
    {
        const Scene scene = sceneOf({{u"a__b"_qs, {u"0"_qs}}, {u"A_b"_qs, {u"0"_qs}}, {QString(), {u"0"_qs}}});
        const DatasetNames names(scene);
        QCOMPARE(names.path({1}), u"a_b/0"_qs);
        QCOMPARE(names.path({2}, DatasetNames::joint()), u"A_b_2__0"_qs);
        QCOMPARE(names.path({3}), u"sequence/0"_qs);
        QCOMPARE(DatasetNames(sceneOf({{u"a"_qs, {u"0"_qs}}})).path({1}), u"0"_qs);
    }

    void whatWasNamedIsFound()
    {
        const Scene scene = sceneOf({{u"a"_qs, {u"x:1"_qs, u"x:2"_qs}}, {u"b"_qs, {u"x:1"_qs}}});
        const DatasetNames names(scene);
        const FrameFinder finder(scene);
        for (const auto& [id, frame] : scene.frames) {
            QCOMPARE(finder.frameOf(names.path(id)), id);
            QCOMPARE(finder.frameOf(names.path(id, DatasetNames::joint())), id);
            const SequenceId sequence = finder.sequenceOf(names.of(frame.sequence), false);
            QCOMPARE(sequence, frame.sequence);
            for (const QString& file :
                {frame.name, names.of(id), u"folder/"_qs + names.of(id) + u".pcd"_qs, u"cloud_%1.bin"_qs.arg(id.value)})
                QCOMPARE(finder.frameOf(sequence, file), id);
        }
        QCOMPARE(finder.at({1}, 1), FrameId{2});
    }

    void whatIsNotOneFrameIsNone()
    {
        const FrameFinder finder(sceneOf({{u"a"_qs, {u"0"_qs, u"0"_qs, u"1"_qs}}}));
        QVERIFY(!finder.frameOf({1}, u"0"_qs).isValid());
        QVERIFY(!finder.frameOf({1}, u"7"_qs).isValid());
        QVERIFY(!finder.frameOf({}, u"1"_qs).isValid());
        QVERIFY(!finder.at({1}, 3).isValid());
        QVERIFY(!finder.at({1}, -1).isValid());
        QVERIFY(!finder.sequenceOf(u"other"_qs, false).isValid());
        QCOMPARE(finder.sequenceOf(u"other"_qs, true), SequenceId{1});
        QVERIFY(!FrameFinder(sceneOf({{u"a"_qs, {}}, {u"b"_qs, {}}})).sequenceOf(u"other"_qs, true).isValid());
    }
};

QTEST_GUILESS_MAIN(DatasetNamesTest)
#include "tst_DatasetNames.moc"
