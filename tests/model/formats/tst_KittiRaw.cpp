#include "model/formats/KittiRaw.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/TinyScene.h"

#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// One object of frame 1 with those three sizes.
QByteArray tracklet(const QByteArray& type, const QByteArray& h, const QByteArray& w, const QByteArray& l,
    const QByteArray& state = "2", const QByteArray& truncation = "0", const QByteArray& version = "1")
{
    const auto tag = [](const char* name, const QByteArray& value) {
        return QByteArray("<") + name + '>' + value + "</" + name + '>';
    };
    const QByteArray pose = tag("tx", "1") + tag("ty", "2") + tag("tz", "3") + tag("rx", "0") + tag("ry", "0") +
                            tag("rz", "0.25") + tag("state", state) + tag("occlusion", "2") +
                            tag("truncation", truncation);
    const QByteArray poses = tag("count", "1") + "<item version='" + version + "'>" + pose + "</item>";
    const QByteArray object = tag("objectType", type) + tag("h", h) + tag("w", w) + tag("l", l) +
                              tag("first_frame", "1") + tag("poses", poses);
    return tag("boost_serialization", tag("tracklets", tag("count", "1") + tag("item", object)));
}
/// "frame x" of each box as CVAT takes it: what is outside the picture is passed over, and the frames are counted from
/// the first one over what is left.
QStringList asCvatCounts(const QByteArray& xml)
{
    QStringList result;
    const auto file = parseKittiTracklets(xml, {});
    for (const KittiTracklet& tracklet : file ? file->tracklets : std::vector<KittiTracklet>()) {
        qint64 frame = tracklet.firstFrame;
        for (const KittiTracklet::Pose& pose : tracklet.poses)
            if (pose.truncation < 2)
                result.push_back(u"%1 %2"_qs.arg(frame++).arg(pose.place.x()));
    }
    return result;
}
} // namespace

class KittiRawTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] Result<ImportedShapes> imported(const QByteArray& xml) const
    {
        const QTemporaryDir dir;
        writeText(dir.filePath(u"drive/tracklet_labels.xml"_qs), xml);
        return readKittiRaw(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
    }

private slots:
    void saysWhatIsWrittenByHand()
    {
        const auto report = writeKittiRaw(tinyScene(path(u"data"_qs)), {}, {path(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto file =
            parseKittiTracklets(textIn(path(u"set/street/tracklet_labels.xml"_qs)), u"tracklet_labels.xml"_qs);
        QVERIFY(file);
        QCOMPARE(file->tracklets.size(), 2U);
        const KittiTracklet& car = file->tracklets[0];
        QCOMPARE(car.type, u"Car"_qs);
        QVERIFY(car.h == 1.5 && car.w == 2.0 && car.l == 4.0);
        QCOMPARE(car.firstFrame, 0);
        QCOMPARE(car.poses.size(), 2U);
        QCOMPARE(car.poses[0].place, Eigen::Vector3d(10, 2, -1.25)); // the bottom of -0.5 - 1.5 / 2
        QVERIFY((car.poses[1].angles - Eigen::Vector3d(0, 0, 0.5)).norm() < 1e-12);
        QCOMPARE(car.poses[0].occlusion, 1);
        QCOMPARE(car.poses[0].truncation, 0);
        QCOMPARE(file->tracklets[1].firstFrame, 1);
        QCOMPARE(textIn(path(u"set/street/frame_list.txt"_qs)), QByteArray("0 000007\n1 000008\n2 000009\n"));
        QCOMPARE(textIn(path(u"set/street/tracks.txt"_qs)), QByteArray("0 5\n1 8\n"));
        QCOMPARE(textIn(path(u"set/street/velodyne_points/timestamps.txt"_qs)).left(30),
            QByteArray("2020-09-13 12:26:40.123456789\n"));
        QCOMPARE(QFileInfo(path(u"set/street/velodyne_points/data/0000000002.bin"_qs)).size(), 32);
        QCOMPARE(report->shapes, 4);
    }

    void everythingComesBack()
    {
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeKittiRaw(scene, {}, {path(u"back"_qs)}, {}));
        const auto back = readKittiRaw(withoutObjects(scene), {}, path(u"back"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->notes.size(), 1);
        QVERIFY(back->notes[0].contains(u"was read as KITTI's own"_qs));
        QCOMPARE(back->shapes[0].attributes.at(u"occlusion"_qs).toString(), u"1"_qs);
    }

    void aProjectOfTheDatasetItselfHasItsObjects()
    {
        QVERIFY(writeKittiRaw(tinyScene(path(u"data"_qs)), {}, {path(u"drive"_qs)}, {}));
        Scene scene = withoutObjects(tinyScene(path(u"data"_qs)));
        for (auto& [id, frame] : scene.frames) {
            frame.name = u"000000000%1"_qs.arg(frame.index);
            frame.cloudPath = path(u"drive/street/velodyne_points/data/%1.bin"_qs.arg(frame.name));
        }
        const auto found = readKittiRaw(scene, {}, path(u"drive"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->remarks, QStringList());
        QCOMPARE(found->shapes.size(), 4U);
        // Frames that the list knows go before numbers that happen to be theirs.
        scene.frames.at({1}).name = u"000009"_qs;
        scene.frames.at({1}).cloudPath = path(u"data/velodyne/000009.bin"_qs);
        QCOMPARE(readKittiRaw(scene, {}, path(u"drive"_qs), {})->shapes.size(), 1U);
    }

    void framesOfALaterPartOfADriveAreNotTakenForItsFirst_data()
    {
        QTest::addColumn<int>("first"); // number that the project's first frame has as its name
        QTest::addColumn<bool>("isFound");
        QTest::newRow("project of the dataset") << 0 << true;
        QTest::newRow("project that it came from") << 1 << true;
        QTest::newRow("neither: names of the list count") << 3 << false;
    }
    void framesOfALaterPartOfADriveAreNotTakenForItsFirst()
    {
        QFETCH(int, first);
        QFETCH(bool, isFound);
        // Frames 1 to 3 of a drive go out as 0 to 2: two of the names mean something else in the dataset.
        const auto named = [](Scene scene, int from) {
            for (auto& [id, frame] : scene.frames)
                frame.name = u"000000000%1"_qs.arg(frame.index + from);
            return scene;
        };
        const Scene scene = tinyScene(path(u"data"_qs));
        QVERIFY(writeKittiRaw(named(scene, 1), {}, {path(u"part"_qs), true}, {}));
        Scene other = named(withoutObjects(scene), first);
        for (auto& [id, frame] : other.frames)
            frame.cloudPath = path(u"part/street/velodyne_points/data/%1.bin"_qs.arg(frame.name));
        const auto back = readKittiRaw(other, {}, path(u"part"_qs), {});
        QVERIFY(back);
        if (isFound)
            QCOMPARE(picture(scene, *back), picture(scene));
        else
            QVERIFY(back->shapes.size() < scene.shapes.size());
    }

    void gapsAndOtherSizesSplitATrackletAndComeBackAsOne()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Shape later = scene.shapes.at({1}); // the car is there in frames 0 and 2, and is longer in 2
        later.id = {9};
        later.frame = {3};
        later.cuboid.size.x() = 4.5;
        scene.shapes.insert(later);
        scene.shapes.erase({2});
        const auto report = writeKittiRaw(scene, {}, {path(u"gaps"_qs)}, {});
        QVERIFY(report);
        QVERIFY(report->notHeld.join(u'\n').contains(
            u"several tracklets, because they leave frames out or change their size: 1."_qs));
        QCOMPARE(textIn(path(u"gaps/street/tracks.txt"_qs)), QByteArray("0 5\n1 5\n2 8\n"));
        const auto back = readKittiRaw(withoutObjects(scene), {}, path(u"gaps"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->tracks.size(), 2U);
    }

    void thePictureSaysWhatIsInIt()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Shape behind = scene.shapes.at({1});
        behind.cuboid.center.x() = -10.0;
        scene.shapes.insert_or_assign({1}, behind);
        Shape beside = scene.shapes.at({2});
        beside.cuboid.center.y() = 60.0;
        scene.shapes.insert_or_assign({2}, beside);
        QVERIFY(writeKittiRaw(scene, {}, {path(u"seen"_qs)}, {}));
        const auto file = parseKittiTracklets(textIn(path(u"seen/street/tracklet_labels.xml"_qs)), {});
        QCOMPARE(file->tracklets[0].poses[0].truncation, 99);
        QCOMPARE(file->tracklets[0].poses[1].truncation, 2);
    }

    void cvatsAxesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("said");
        QTest::newRow("KITTI") << tracklet("Car", "1.5", "1.8", "4.2", "2", "0", "2")
                               << u"000008 1 Car 1 2 3.75 | 4.2 1.8 1.5 | 0.25"_qs << u"KITTI's own"_qs;
        QTest::newRow("CVAT") << tracklet("Car", "1.8", "4.2", "1.5") << u"000008 1 Car 1 2 3 | 4.2 1.8 1.5 | 0.25"_qs
                              << u"CVAT's"_qs;
        QTest::newRow("later Datumaro") << tracklet("Car", "4.2", "1.8", "1.5")
                                        << u"000008 1 Car 1 2 3 | 4.2 1.8 1.5 | 0.25"_qs << u"later Datumaro"_qs;
        QTest::newRow("person, KITTI") << tracklet("Pedestrian", "1.75", "0.5", "0.625", "2", "0", "2")
                                       << u"000008 1 Pedestrian 1 2 3.875 | 0.625 0.5 1.75 | 0.25"_qs
                                       << u"KITTI's own"_qs;
        QTest::newRow("person, CVAT") << tracklet("Pedestrian", "0.5", "0.625", "1.75")
                                      << u"000008 1 Pedestrian 1 2 3 | 0.625 0.5 1.75 | 0.25"_qs << u"CVAT's"_qs;
    }
    void cvatsAxesAreToldApart()
    {
        QFETCH(QByteArray, xml);
        QFETCH(QString, found);
        QFETCH(QString, said);
        const auto read = imported(xml);
        QVERIFY(read);
        QCOMPARE(picture(tinyScene(path(u"data"_qs)), *read), QStringList(found));
        QVERIFY2(read->notes.join(u'\n').contains(said), qPrintable(read->notes.join(u'\n')));
    }

    void whatKittiWroteIsNotGuessed()
    {
        // As tall as a car is long, but its version says whose it is.
        const auto own = imported(tracklet("Car", "4.2", "1.8", "1.5", "2", "0", "2"));
        QVERIFY(own);
        QCOMPARE(own->shapes[0].cuboid.size, Eigen::Vector3d(1.5, 1.8, 4.2));
        const QTemporaryDir dir;
        writeText(dir.filePath(u"drive/tracklet_labels.xml"_qs), tracklet("Car", "4.2", "1.8", "1.5"));
        writeText(dir.filePath(u"drive/tracks.txt"_qs), "0 5\n");
        // A list of tracks lies only beside what we have written, and that version is that of ours for CVAT.
        const auto listed = readKittiRaw(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
        QVERIFY(listed);
        QCOMPARE(listed->shapes[0].cuboid.size, Eigen::Vector3d(1.8, 4.2, 1.5));
    }

    void cvatsIsWrittenAsCvatReadsIt()
    {
        const auto report = writeCvatKittiRaw(tinyScene(path(u"data"_qs)), {}, {path(u"cvat"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto file = parseKittiTracklets(textIn(path(u"cvat/street/tracklet_labels.xml"_qs)), {});
        QVERIFY(file);
        QCOMPARE(file->poseVersion, 1);
        const KittiTracklet& car = file->tracklets[0];
        QVERIFY(car.w == 4.0 && car.h == 2.0 && car.l == 1.5);      // along x, y and z
        QCOMPARE(car.poses[0].place, Eigen::Vector3d(10, 2, -0.5)); // the geometric centre
        QVERIFY((car.poses[0].angles - Eigen::Vector3d(0, 0, 0.5)).norm() < 1e-12);
        QCOMPARE(car.poses[0].occlusion, 1);
        QCOMPARE(car.poses[1].occlusion, 0);
        QCOMPARE(car.attributes, (std::map<QString, QString>{{u"doors"_qs, u"4"_qs}}));
        QCOMPARE(car.poses[1].attributes, (std::map<QString, QString>{{u"braking"_qs, u"true"_qs}}));
        QCOMPARE(textIn(path(u"cvat/street/frame_list.txt"_qs)), QByteArray("0 000007\n1 000008\n2 000009\n"));
        QVERIFY(textIn(path(u"cvat/street/velodyne_points/data/000009.pcd"_qs)).contains("POINTS 2"));
        QVERIFY(QFileInfo(path(u"cvat/street/image_00/data/000007.png"_qs)).isFile());
        QVERIFY(report->notHeld.join(u'\n').contains(u"keeps tracks there"_qs));
    }

    void cvatsComesBackWhicheverReaderIsAsked()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        // As tall as a car is long: no size tells the dialects apart.
        Shape tall = scene.shapes.at({1});
        tall.cuboid.size = {1.5, 1.8, 4.2};
        scene.shapes.insert_or_assign({1}, tall);
        QVERIFY(writeCvatKittiRaw(scene, {}, {path(u"tall"_qs)}, {}));
        for (const auto read : {&readKittiRaw, &readCvatKittiRaw}) {
            const auto back = read(withoutObjects(scene), {}, path(u"tall"_qs), {});
            QVERIFY(back);
            QCOMPARE(picture(scene, *back), picture(scene));
            QVERIFY(back->notes.join(u'\n').contains(u"was read as CVAT's"_qs));
            QCOMPARE(back->remarks, QStringList());
            QCOMPARE(back->shapes[0].attributes, scene.shapes.at({1}).attributes);
            QCOMPARE(back->tracks[0].attributes, scene.tracks.at({1}).attributes);
        }
    }

    void whoSaysThatItIsCvatsIsBelieved()
    {
        // By its sizes a car of KITTI's.
        const QByteArray xml = tracklet("Car", "1.5", "1.8", "4.2");
        QCOMPARE(imported(xml)->shapes[0].cuboid.size, Eigen::Vector3d(4.2, 1.8, 1.5));
        const QTemporaryDir dir;
        writeText(dir.filePath(u"drive/tracklet_labels.xml"_qs), xml);
        const auto told = readCvatKittiRaw(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
        QVERIFY(told);
        QCOMPARE(told->shapes[0].cuboid.size, Eigen::Vector3d(1.8, 1.5, 4.2));
        // Only KITTI's own poses are of that version.
        writeText(dir.filePath(u"drive/tracklet_labels.xml"_qs), tracklet("Car", "1.5", "1.8", "4.2", "2", "0", "2"));
        const auto own = readCvatKittiRaw(withoutObjects(tinyScene(path(u"data"_qs))), {}, dir.path(), {});
        QCOMPARE(own->shapes[0].cuboid.size, Eigen::Vector3d(4.2, 1.8, 1.5));
        QVERIFY(own->notes.join(u'\n').contains(u"was read as KITTI's own"_qs));
    }

    void cvatFindsEveryBoxInItsFrame()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        Shape later = scene.shapes.at({1}); // the car is there in frames 0 and 2
        later.id = {9};
        later.frame = {3};
        later.cuboid.center.x() = -10.0; // behind the camera
        scene.shapes.insert(later);
        scene.shapes.erase({2});
        const auto report = writeCvatKittiRaw(scene, {}, {path(u"gap"_qs)}, {});
        QVERIFY(report);
        const QStringList boxes = asCvatCounts(textIn(path(u"gap/street/tracklet_labels.xml"_qs)));
        QVERIFY2(boxes.contains(u"0 10"_qs) && boxes.contains(u"2 -10"_qs), qPrintable(boxes.join(u" | "_qs)));
        QCOMPARE(boxes.size(), 4);
        QVERIFY(report->notHeld.join(u'\n').contains(
            u"several tracklets, because they leave frames out or change their size: 1."_qs));
        QCOMPARE(textIn(path(u"gap/street/tracks.txt"_qs)), QByteArray("0 5\n1 5\n2 8\n"));
        const auto back = readCvatKittiRaw(withoutObjects(scene), {}, path(u"gap"_qs), {});
        QVERIFY(back);
        QCOMPARE(picture(scene, *back), picture(scene));
        QCOMPARE(back->tracks.size(), 2U);
    }

    void interpolatedPosesStaySo()
    {
        Scene scene = tinyScene(path(u"data"_qs));
        for (const qint64 id : {1, 2}) {
            Shape shape = scene.shapes.at({id});
            shape.id = {id + 20};
            shape.frame = {3};
            if (id == 1)
                scene.shapes.insert(shape);
        }
        Shape between = scene.shapes.at({2});
        between.derivation = Derivation::Interpolated;
        scene.shapes.insert_or_assign({2}, between);
        for (const auto write : {&writeKittiRaw, &writeCvatKittiRaw}) {
            QVERIFY(write(scene, {}, {path(u"woven"_qs), true}, {}));
            const auto back = readKittiRaw(withoutObjects(scene), {}, path(u"woven"_qs), {});
            QVERIFY(back);
            QString row;
            for (const Shape& shape : back->shapes)
                if (shape.track == back->shapes[0].track)
                    row += u"Kpi"[int(shape.derivation)];
            QCOMPARE(row, u"KiK"_qs);
        }
    }

    void aDamagedDriveLeavesTheOthers()
    {
        writeText(path(u"two/street/tracklet_labels.xml"_qs), tracklet("Car", "1.5", "1.8", "4.2", "2", "0", "2"));
        writeText(path(u"two/night/tracklet_labels.xml"_qs), "<a>");
        const auto found = readKittiRaw(withoutObjects(tinyScene(path(u"data"_qs))), {}, path(u"two"_qs), {});
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), 1U);
        QVERIFY(found->remarks.join(u'\n').contains(u"night/tracklet_labels.xml”"_qs));
    }

    void posesThatOnlyFillGapsAreLeftOut()
    {
        const auto padded = imported(tracklet("Car", "1.5", "1.8", "4.2", "0", "99", "2"));
        QVERIFY(padded && padded->shapes.empty());
        QVERIFY(padded->notes.join(u'\n').contains(u"only fill gaps, left out: 1."_qs));
        const auto behind = imported(tracklet("Car", "1.5", "1.8", "4.2", "2", "99", "2"));
        QVERIFY2(behind && behind->shapes.size() == 1, "KITTI's own poses outside the picture are poses");
        QVERIFY(imported(tracklet("Car", "1.8", "4.2", "1.5", "2", "2", "1"))->shapes.empty());
    }

    void whatIsNotTakenIsSaid()
    {
        const auto flat = imported(tracklet("Car", "0", "1.8", "4.2"));
        QVERIFY(flat && flat->shapes.empty());
        QVERIFY(flat->remarks.join(u'\n').contains(u"line 1: a tracklet with h, w and l above 0"_qs));
        const auto late =
            imported(tracklet("Car", "1.5", "1.8", "4.2").replace("<first_frame>1", "<first_frame>2000000000"));
        QVERIFY(late && late->shapes.empty());
        QVERIFY(late->remarks.join(u'\n').contains(u"frames that the project does not have"_qs));
        QVERIFY(!imported("<a>"));
        QVERIFY(QDir().mkpath(path(u"empty"_qs)));
        QVERIFY(!readKittiRaw({}, {}, path(u"empty"_qs), {}));
    }
};

QTEST_GUILESS_MAIN(KittiRawTest)
#include "tst_KittiRaw.moc"
