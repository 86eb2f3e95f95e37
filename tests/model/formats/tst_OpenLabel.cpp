#include "model/formats/OpenLabel.h"
#include "model/geometry/Angles.h"
#include "tests/support/DatasetScenes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;
using test::writeText;

namespace
{
Scene withoutAnnotation(Scene scene)
{
    scene.tracks.clear();
    scene.shapes.clear();
    return scene;
}

Result<ImportedShapes> imported(const Scene& scene, const QByteArray& json)
{
    const QTemporaryDir dir;
    writeText(dir.filePath(u"a.json"_qs), json);
    return readOpenLabel(scene, QDir(), dir.filePath(u"a.json"_qs), {});
}

QJsonObject documentOf(const Scene& scene)
{
    return openLabelOf(scene, {1}, QDir(u"/data"_qs), QDir(u"/data/set"_qs))[u"openlabel"_qs].toObject();
}

double distance(const std::vector<Eigen::Vector3d>& a, const std::vector<Eigen::Vector3d>& b)
{
    double worst = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        worst = std::max(worst, (a[i] - b[i]).norm());
    return worst;
}

double distance(const std::vector<Eigen::Vector2d>& a, const std::vector<Eigen::Vector2d>& b)
{
    double worst = a.size() == b.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        worst = std::max(worst, (a[i] - b[i]).norm());
    return worst;
}

/// A document of other people's making: one object, one frame.
QByteArray foreign(const QByteArray& cuboid, const QByteArray& rest = {})
{
    return R"({"openlabel": {"metadata": {"schema_version": "1.0.0"},
      "objects": {"7": {"name": "van", "type": "Car"}},
      "frames": {"0": {"objects": {"7": {"object_data": {"cuboid": [)" +
           cuboid + "]}}}}}" + rest + "}}";
}
} // namespace

class OpenLabelTest : public QObject
{
    Q_OBJECT
private slots:
    void absurdNumbersLeaveRoomToCountOn()
    {
        const QTemporaryDir dir;
        const Scene scene = withoutAnnotation(madeUpScene({.objects = 0}));
        QFile file(dir.filePath(u"absurd.json"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {
            "2147483647": {"type": "Car"}, "a": {"type": "Car"}, "b": {"type": "Car", "frame_intervals":
              [{"frame_start": 2147483647, "frame_end": 2147483647}, {"frame_start": -2147483648, "frame_end": 2147483647}],
              "object_data": {"cuboid": [{"name": "box", "val": [5, 0, 0, 0, 0, 0, 4, 2, 1.5]}]}}},
          "frames": {"0": {"objects": {
            "2147483647": {"object_data": {"cuboid": [{"name": "box", "val": [5, 0, 0, 0, 0, 0, 4, 2, 1.5]}]}},
            "a": {"object_data": {"cuboid": [{"name": "box", "val": [15, 0, 0, 0, 0, 0, 4, 2, 1.5]}]}}}}}}})");
        file.close();
        const auto read = readOpenLabel(scene, QDir(), file.fileName(), {});
        QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
        QCOMPARE(read->tracks.size(), std::size_t(3));
        for (const Track& track : read->tracks)
            QVERIFY2(track.number >= 1 && track.number <= 3, qPrintable(QString::number(track.number)));
    }

    void camerasAndTheirLensesComeBack_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("says");
        QTest::newRow("pinhole") << static_cast<int>(Lens::Kind::Pinhole) << u"distortion_coeffs"_qs;
        QTest::newRow("distorted") << static_cast<int>(Lens::Kind::BrownConrady) << u"distortion_coeffs"_qs;
        QTest::newRow("fisheye") << static_cast<int>(Lens::Kind::KannalaBrandt) << u"lens_coeffs"_qs;
    }
    void camerasAndTheirLensesComeBack()
    {
        QFETCH(int, kind);
        QFETCH(QString, says);
        Scene scene = madeUpScene({});
        Camera& camera = scene.calibrations.begin()->second.cameras.front();
        const bool isFisheye = kind == static_cast<int>(Lens::Kind::KannalaBrandt);
        if (kind != static_cast<int>(Lens::Kind::Pinhole))
            camera.model.lens = Lens(static_cast<Lens::Kind>(kind),
                isFisheye ? Lens::Coefficients{0.1 / 3.0, -0.01, 0.002, 1e-17}
                          : Lens::Coefficients{-0.3, 0.1, 1e-4, -2e-4, 0.01, 0.7, -0.05, 1.0 / 3.0});
        const QJsonObject properties =
            documentOf(scene)[u"streams"_qs][camera.name][u"stream_properties"_qs].toObject();
        const QJsonObject intrinsics =
            properties.value(isFisheye ? u"intrinsics_fisheye"_qs : u"intrinsics_pinhole"_qs).toObject();
        QVERIFY(!intrinsics.value(says).toArray().isEmpty());

        const QTemporaryDir dir;
        QVERIFY(writeOpenLabel(scene, QDir(u"/data"_qs), {dir.filePath(u"set"_qs)}, {}));
        Scene bare = scene;
        bare.calibrations.begin()->second.cameras.clear();
        const auto back = readOpenLabel(bare, QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY(back);
        QCOMPARE(back->calibrations.size(), 1U);
        const std::vector<Camera>& cameras = back->calibrations.begin()->second.cameras;
        QCOMPARE(cameras.size(), 1U);
        QVERIFY(cameras[0].model == camera.model);
        QVERIFY(cameras[0].camera_sensor.m.isApprox(camera.camera_sensor.m, 1e-9));
        const auto known = readOpenLabel(scene, QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY2(known && known->calibrations.empty(), "cameras that are known stay as they are");
    }

    void camerasOfOthersAreRead_data()
    {
        QTest::addColumn<QByteArray>("intrinsics");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("fisheye without matrix")
            << QByteArray(R"("intrinsics_fisheye": {"width_px": 64, "height_px": 48, "center_x": 32, "center_y": 24,
                 "focal_length_x": 20, "focal_length_y": 20, "lens_coeffs_1xN": [0.1, 0, 0, 0]})")
            << true;
        QTest::newRow("fisheye of another model")
            << QByteArray(R"("intrinsics_fisheye": {"width_px": 64, "height_px": 48, "center_x": 32, "center_y": 24,
                 "focal_length_x": 20, "focal_length_y": 20, "lens_coeffs_1xN": [0.1, 0, 0, 0, 1]})")
            << false;
        QTest::newRow("thin prism")
            << QByteArray(
                   R"("intrinsics_pinhole": {"width_px": 64, "height_px": 48, "camera_matrix": [20,0,32,0,0,20,24,0,0,0,1,0],
                 "distortion_coeffs": [0.1,0,0,0,0,0,0,0,0.01,0,0,0]})")
            << false;
        QTest::newRow("twelve coefficients, four of them nothing")
            << QByteArray(
                   R"("intrinsics_pinhole": {"width_px": 64, "height_px": 48, "camera_matrix": [20,0,32,0,0,20,24,0,0,0,1,0],
                 "distortion_coeffs": [0.1,0,0,0,0,0,0,0,0,0,0,0]})")
            << true;
        QTest::newRow("no size") << QByteArray(
                                        R"("intrinsics_pinhole": {"camera_matrix": [20,0,32,0,0,20,24,0,0,0,1,0]})")
                                 << false;
        QTest::newRow("cubemap") << QByteArray(R"("intrinsics_cubemap": {"width_px": 64, "height_px": 48})") << false;
    }
    void camerasOfOthersAreRead()
    {
        QFETCH(QByteArray, intrinsics);
        QFETCH(bool, isKnown);
        Scene scene = withoutAnnotation(madeUpScene({.objects = 0}));
        scene.calibrations.begin()->second.cameras.clear();
        const QByteArray rest = R"(, "coordinate_systems": {"lidar": {"type": "sensor_cs", "parent": ""},
            "cam": {"type": "sensor_cs", "parent": "lidar", "pose_wrt_parent":
              {"quaternion": [0, 0, 0, 1], "translation": [1, 2, 3]}}},
          "streams": {"cam": {"type": "camera", "stream_properties": {)" +
                                intrinsics + "}}}";
        const auto read = imported(scene, foreign(R"({"name": "box", "val": [5, 0, 0, 0, 0, 0, 4, 2, 1.5]})", rest));
        QVERIFY(read);
        QCOMPARE(!read->calibrations.empty(), isKnown);
        if (isKnown)
            QVERIFY(read->calibrations.begin()->second.cameras[0].camera_sensor.m.translation().isApprox(
                Eigen::Vector3d(-1, -2, -3)));
    }

    void everythingComesBack_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void everythingComesBack()
    {
        QFETCH(unsigned, seed);
        const QTemporaryDir dir;
        const Scene scene = madeUpScene({.seed = seed, .objects = 6, .tilt = 0.2});
        const auto report = writeOpenLabel(scene, QDir(u"/data"_qs), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        QCOMPARE(report->shapes, 18);
        const auto back = readOpenLabel(withoutAnnotation(scene), QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY(back);
        QCOMPARE(back->remarks, QStringList());
        QCOMPARE(back->tracks.size(), scene.tracks.size());
        for (const Track& found : back->tracks) {
            const Track& given = scene.tracks.at({found.number}); // made up with number = id
            QCOMPARE(found.classId, given.classId);
            QVERIFY(found.attributes == given.attributes);
        }
        QCOMPARE(back->shapes.size(), scene.shapes.size());
        for (const Shape& found : back->shapes) {
            const int number = back->tracks[std::size_t(found.track.value) - 1].number;
            const auto match = std::find_if(scene.shapes.begin(), scene.shapes.end(), [&](const auto& entry) {
                return entry.second.track.value == number && entry.second.frame == found.frame;
            });
            QVERIFY(match != scene.shapes.end());
            const Shape& given = match->second;
            QVERIFY(found.cuboid == given.cuboid); // to the last bit
            QVERIFY(found.attributes == given.attributes);
            QVERIFY(found.seeds == given.seeds);
            QCOMPARE(int(found.origin), int(given.origin));
            QCOMPARE(found.confidence, given.confidence);
            QVERIFY(distance(found.outline->footprint, given.outline->footprint) < 1e-9);
            QVERIFY(distance(found.outline->profile, given.outline->profile) < 1e-9);
            QVERIFY(distance(found.outline->vertices, given.outline->vertices) < 1e-9);
            QVERIFY(found.outline->triangles == given.outline->triangles);
            QVERIFY(found.outline->provenance == given.outline->provenance);
            QVERIFY(found.outline->footprintProvenance == given.outline->footprintProvenance);
        }
    }

    void severalSequencesAreSeveralFiles()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 2, .objects = 1});
        scene.sequences[{2}] = {{2}, u"by night"_qs, {}};
        scene.frames[{3}] = scene.frames.at({1});
        scene.frames.at({3}).id = {3};
        scene.frames.at({3}).sequence = {2}; // the same frame name in another sequence
        scene.tracks[{2}] = Track{{2}, {2}, 1, u"Car"_qs, {}};
        Shape other = scene.shapes.at({1});
        other.id = {3};
        other.frame = {3};
        other.track = {2};
        scene.shapes.insert(other);
        QVERIFY(writeOpenLabel(scene, QDir(u"/data"_qs), {dir.filePath(u"set"_qs)}, {}));
        QCOMPARE(test::tree(dir.filePath(u"set"_qs)),
            (QStringList{u"manifest.json"_qs, u"openlabel_1_street.json"_qs, u"openlabel_2_by_night.json"_qs}));
        const auto back = readOpenLabel(withoutAnnotation(scene), QDir(), dir.filePath(u"set"_qs), {});
        QVERIFY(back);
        QCOMPARE(back->shapes.size(), std::size_t(3));
        QCOMPARE(back->tracks.size(), std::size_t(2));
        QCOMPARE(back->shapes[2].frame, FrameId{3});
        QCOMPARE(back->tracks[1].sequence, SequenceId{2});
    }

    void documentSaysWhatTheStandardAsks()
    {
        const QJsonObject root = documentOf(madeUpScene({}));
        QCOMPARE(root[u"metadata"_qs][u"schema_version"_qs].toString(), u"1.0.0"_qs);
        static const QRegularExpression key(u"^(-?[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$"_qs);
        const QJsonObject objects = root[u"objects"_qs].toObject();
        for (const QString& uid : objects.keys())
            QVERIFY2(key.match(uid).hasMatch(), qPrintable(uid));
        const QJsonObject object = objects[u"1"_qs].toObject();
        QCOMPARE(object[u"name"_qs].toString(), u"Car 1"_qs);
        QCOMPARE(object[u"type"_qs].toString(), u"Car"_qs);
        const QJsonArray wholeTime{QJsonObject{{u"frame_start"_qs, 0}, {u"frame_end"_qs, 2}}};
        QCOMPARE(object[u"frame_intervals"_qs].toArray(), wholeTime);
        QCOMPARE(root[u"frame_intervals"_qs].toArray(), wholeTime);
        const QJsonValue pointer = object[u"object_data_pointers"_qs][u"cuboid"_qs];
        QCOMPARE(pointer[u"type"_qs].toString(), u"cuboid"_qs);
        QCOMPARE(pointer[u"frame_intervals"_qs].toArray(), wholeTime);
        QCOMPARE(pointer[u"attribute_pointers"_qs][u"confidence"_qs].toString(), u"num"_qs);

        const QJsonValue frame = root[u"frames"_qs][u"1"_qs];
        QCOMPARE(frame[u"frame_properties"_qs][u"timestamp"_qs].toString(), u"1532402927.747951123"_qs);
        QCOMPARE(frame[u"frame_properties"_qs][u"streams"_qs][u"lidar"_qs][u"uri"_qs].toString(),
            u"../../velodyne/000008.bin"_qs);
        QCOMPARE(
            frame[u"frame_properties"_qs][u"transforms"_qs][u"lidar_to_world"_qs][u"dst"_qs].toString(), u"world"_qs);
        const QJsonValue systems = root[u"coordinate_systems"_qs];
        QCOMPARE(systems[u"lidar"_qs][u"parent"_qs].toString(), u"world"_qs);
        QCOMPARE(systems[u"world"_qs][u"parent"_qs].toString(), QString());
        QCOMPARE(systems[u"image_2"_qs][u"pose_wrt_parent"_qs][u"matrix4x4"_qs].toArray().size(), 16);
    }

    void outlineIsWhereTheObjectIs()
    {
        Scene scene = madeUpScene({.frames = 1, .objects = 1});
        Shape shape = scene.shapes.at({1});
        shape.cuboid = Cuboid::fromYaw({10, 0, 1}, {4, 2, 2}, std::numbers::pi / 2);
        shape.outline.edit().footprint = {{2, 1}, {-2, 1}, {-2, -1}};
        shape.outline.edit().footprintProvenance.resize(3);
        scene.shapes.insert(shape);
        const QJsonValue polygon =
            documentOf(scene)[u"frames"_qs][u"0"_qs][u"objects"_qs][u"1"_qs][u"object_data"_qs][u"poly3d"_qs][0];
        QCOMPARE(polygon[u"name"_qs].toString(), u"footprint"_qs);
        QVERIFY(polygon[u"closed"_qs].toBool());
        // Front left of a car that looks along y is at x - 1, y + 2, on the ground.
        QVERIFY(std::abs(polygon[u"val"_qs][0].toDouble() - 9) < 1e-12);
        QVERIFY(std::abs(polygon[u"val"_qs][1].toDouble() - 2) < 1e-12);
        QVERIFY(std::abs(polygon[u"val"_qs][2].toDouble()) < 1e-12);
    }

    void gapsMakeSeveralIntervals()
    {
        Scene scene = madeUpScene({.frames = 5, .objects = 1});
        scene.shapes.erase({3}); // frames 0 1 3 4
        const QJsonArray intervals = documentOf(scene)[u"objects"_qs][u"1"_qs][u"frame_intervals"_qs].toArray();
        QCOMPARE(intervals.size(), 2);
        QCOMPARE(intervals[0].toObject()[u"frame_end"_qs].toInt(), 1);
        QCOMPARE(intervals[1].toObject()[u"frame_start"_qs].toInt(), 3);
    }

    void twoTracksOfOneNumberStayTwo()
    {
        Scene scene = madeUpScene({.frames = 1, .objects = 2});
        scene.tracks.at({2}).number = 1;
        QCOMPARE(documentOf(scene)[u"objects"_qs].toObject().size(), 2);
    }

    void otherPeoplesCuboidsAreRead_data()
    {
        QTest::addColumn<QByteArray>("cuboid");
        QTest::addColumn<QByteArray>("rest");
        QTest::addColumn<Eigen::Vector3d>("center");
        QTest::addColumn<Eigen::Vector3d>("size");
        QTest::addColumn<double>("yaw_deg");
        using V = Eigen::Vector3d;
        const QByteArray systems =
            R"(, "coordinate_systems": {"odom": {"type": "scene_cs", "parent": "", "children": ["velo"]},
            "velo": {"type": "sensor_cs", "parent": "odom", "children": ["cam"], "pose_wrt_parent": {"matrix4x4": [1,0,0,100, 0,1,0,0, 0,0,1,0, 0,0,0,1]}},
            "cam": {"type": "sensor_cs", "parent": "velo", "children": [], "pose_wrt_parent": {"matrix4x4": [0,0,1,0, -1,0,0,0, 0,-1,0,0, 0,0,0,1]}}})";
        QTest::newRow("quaternion") << QByteArray(R"({"name": "box", "val": [1,2,3, 0,0,0.7071,0.7071, 4,2,1.5]})")
                                    << QByteArray() << V(1, 2, 3) << V(4, 2, 1.5) << 90.0;
        QTest::newRow("Euler angles") << QByteArray(
                                             R"({"name": "box", "val": [1,2,3, 0,0,0.5235987755982988, 4,2,1.5]})")
                                      << QByteArray() << V(1, 2, 3) << V(4, 2, 1.5) << 30.0;
        QTest::newRow("in the world")
            << QByteArray(R"({"name": "box", "coordinate_system": "odom", "val": [110,2,3, 0,0,0, 4,2,1.5]})")
            << systems << V(10, 2, 3) << V(4, 2, 1.5) << 0.0;
        // In the camera's frame, length along z, height along y.
        QTest::newRow("in a camera")
            << QByteArray(
                   R"({"name": "box", "coordinate_system": "cam", "val": [-2,1,10, 0,-1.5707963267948966,0, 4,1.5,2]})")
            << systems << V(10, 2, -1) << V(4, 2, 1.5) << 0.0;
        QTest::newRow("the one in the LiDAR's system is taken")
            << QByteArray(R"({"name": "a", "coordinate_system": "cam", "val": [9,9,9, 0,0,0, 9,9,9]},
                             {"name": "b", "coordinate_system": "velo", "val": [1,2,3, 0,0,0, 4,2,1.5]})")
            << systems << V(1, 2, 3) << V(4, 2, 1.5) << 0.0;
    }
    void otherPeoplesCuboidsAreRead()
    {
        QFETCH(QByteArray, cuboid);
        QFETCH(QByteArray, rest);
        QFETCH(Eigen::Vector3d, center);
        QFETCH(Eigen::Vector3d, size);
        QFETCH(double, yaw_deg);
        const auto found = imported(madeUpScene({.objects = 0}), foreign(cuboid, rest));
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        QVERIFY2(found->shapes.size() == 1, qPrintable(found->remarks.join(u'\n')));
        const Cuboid& box = found->shapes[0].cuboid;
        QVERIFY(box.isValid());
        QVERIFY(box.center.isApprox(center, 1e-9));
        QVERIFY(box.size.isApprox(size, 1e-9));
        QVERIFY2(
            std::abs(wrapAngle(box.yaw() - radians(yaw_deg))) < 1e-9, qPrintable(QString::number(degrees(box.yaw()))));
        QVERIFY((box.rotation * Eigen::Vector3d::UnitZ()).z() > 0.999);
        QCOMPARE(found->tracks[0].number, 7);
        QCOMPARE(found->tracks[0].classId, u"Car"_qs);
    }

    void framesAreFoundByTheirFiles()
    {
        const Scene scene = madeUpScene({.objects = 0}); // 000007 to 000009
        const QByteArray frame =
            R"({"openlabel": {"metadata": {"schema_version": "1.0.0"}, "objects": {"1": {"name": "", "type": "Car"}},
            "frames": {"0": {"frame_properties": {"streams": {"top": {"uri": "some/where/%1"}}},
              "objects": {"1": {"object_data": {"cuboid": [{"name": "c", "val": [0,0,0, 0,0,0, 1,1,1]}]}}}}}}})";
        const auto frameFor = [&](const QByteArray& uri) {
            const auto found = imported(scene, QByteArray(frame).replace("%1", uri));
            return found && !found->shapes.empty() ? found->shapes[0].frame.value : 0;
        };
        QCOMPARE(frameFor("000008.bin"), 2);
        QCOMPARE(frameFor("000009.png"), 3);
        QCOMPARE(frameFor("000042.bin"), 0); // not frame 0: it is another one
    }

    void cuboidsBesideTheFramesAreRead()
    {
        const auto found =
            imported(madeUpScene({.objects = 0}), R"({"openlabel": {"metadata": {"schema_version": "1.0.0"},
            "objects": {"1": {"name": "parked", "type": "Car", "frame_intervals": [{"frame_start": 1, "frame_end": 2000000000}],
              "object_data": {"cuboid": [{"name": "c", "val": [5,0,0, 0,0,0,1, 4,2,1]}], "boolean": [{"name": "braking", "val": false}]}}}}})");
        QVERIFY(found);
        QCOMPARE(found->shapes.size(), std::size_t(2));
        QCOMPARE(found->shapes[0].frame, FrameId{2});
        QCOMPARE(found->tracks.size(), std::size_t(1));
        QCOMPARE(found->tracks[0].attributes.at(u"braking"_qs), QJsonValue(false));
    }

    void takenNumbersAreExchanged()
    {
        const auto found =
            imported(madeUpScene({.objects = 7}), foreign(R"({"name": "c", "val": [0,0,0, 0,0,0,1, 4,2,1]})"));
        QVERIFY(found);
        QCOMPARE(found->tracks[0].number, 8);
    }

    void leftOutIsRemarked_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("remark");
        const QByteArray good = R"({"name": "c", "val": [0,0,0, 0,0,0,1, 4,2,1]})";
        const QString numbers = u", frame 0, object 7: a cuboid of 9 or 10 numbers was expected."_qs;
        QTest::newRow("too few numbers") << foreign(R"({"name": "c", "val": [1,2,3]})") << numbers;
        QTest::newRow("words") << foreign(R"({"name": "c", "val": ["a",0,0, 0,0,0,1, 4,2,1]})") << numbers;
        QTest::newRow("no size") << foreign(R"({"name": "c", "val": [0,0,0, 0,0,0,1, 0,2,1]})") << numbers;
        QTest::newRow("no rotation") << foreign(R"({"name": "c", "val": [0,0,0, 0,0,0,0, 4,2,1]})") << numbers;
        QTest::newRow("nothing") << foreign("") << u"without a cuboid, left out: 1."_qs;
        QTest::newRow("region") << foreign(good).replace("\"Car\"", "\"DontCare\"")
                                << u"without a cuboid, left out: 1."_qs;
        QTest::newRow("unknown class") << foreign(good).replace("\"Car\"", "\"Ufo\"")
                                       << u"The class “Ufo” is not in the taxonomy; objects keep it as it is: 1."_qs;
        QTest::newRow("frame too many") << foreign(good).replace("\"0\": {\"objects", "\"99\": {\"objects")
                                        << u"that the project does not have: 1."_qs;
        QTest::newRow("system without a way")
            << foreign(R"({"name": "c", "coordinate_system": "mars", "val": [0,0,0, 0,0,0,1, 4,2,1]})",
                   R"(, "coordinate_systems": {"lidar": {"type": "sensor_cs", "parent": ""}})")
            << u"no pose leads from “mars” to the LiDAR."_qs;
        QTest::newRow("another version") << foreign(good).replace("1.0.0", "0.3.0")
                                         << u"says version “0.3.0” of OpenLABEL; it was read as 1.0.0."_qs;
        QTest::newRow("damaged outline") << foreign(good).replace("\"cuboid\"",
                                                "\"poly3d\": [{\"name\": \"footprint\", \"val\": [1,2]}], \"cuboid\"")
                                         << u"the outline is damaged and was left out."_qs;
        QTest::newRow("triangle beyond its points")
            << foreign(good).replace("\"cuboid\"", "\"mesh\": [{\"name\": \"surface\", \"point3d\": {}, "
                                                   "\"area_reference\": {\"0\": {\"val\": [0,1,2]}}}], \"cuboid\"")
            << u"the outline is damaged and was left out."_qs;
    }
    void leftOutIsRemarked()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, remark);
        const auto found = imported(madeUpScene({.objects = 0}), json);
        QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
        const QStringList sentences = found->remarks + found->notes;
        QCOMPARE(sentences.size(), 1);
        QVERIFY2(sentences.front().endsWith(remark), qPrintable(sentences.front()));
    }

    void confidenceIsAScoreAsItIs()
    {
        const QByteArray box = R"({"name": "c", "val": [0,0,0, 0,0,0,1, 4,2,1]%1})";
        const auto scored = imported(madeUpScene({.objects = 0}),
            foreign(QByteArray(box).replace("%1", R"(, "attributes": {"num": [{"name": "confidence", "val": 3.5}]})")));
        QVERIFY(scored && scored->shapes.size() == 1);
        QCOMPARE(scored->scores.at(scored->shapes[0].id), 3.5);
        QCOMPARE(scored->shapes[0].confidence, 1.0);
        const auto bare = imported(madeUpScene({.objects = 0}), foreign(QByteArray(box).replace("%1", "")));
        QVERIFY(bare && bare->shapes.size() == 1);
        QVERIFY(bare->scores.empty());
    }

    void whatIsNoOpenLabelIsOneSentence_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("end");
        QTest::newRow("empty") << QByteArray() << u"” is no JSON: illegal value at byte 0."_qs;
        QTest::newRow("cut off") << QByteArray("{\"openlabel\": {") << u"at byte 15."_qs;
        QTest::newRow("other JSON") << QByteArray("{\"type\": \"FeatureCollection\"}")
                                    << u"” is no OpenLABEL file: it has no member “openlabel”."_qs;
        QTest::newRow("a list") << QByteArray("[1, 2]") << u"” is no OpenLABEL file: it has no member “openlabel”."_qs;
    }
    void whatIsNoOpenLabelIsOneSentence()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, end);
        const auto found = imported(madeUpScene({}), json);
        QVERIFY(!found);
        QVERIFY2(found.error().sentence.endsWith(end), qPrintable(found.error().sentence));
    }

    void missingFileAndEmptyFolderAreOneSentence()
    {
        const QTemporaryDir dir;
        const auto folder = readOpenLabel({}, QDir(), dir.path(), {});
        QVERIFY(!folder);
        QCOMPARE(folder.error().sentence, u"The folder “%1” holds no OpenLABEL files (*.json)."_qs.arg(dir.path()));
        const auto file = readOpenLabel({}, QDir(), dir.filePath(u"no.json"_qs), {});
        QVERIFY(!file);
        QVERIFY(file.error().sentence.startsWith(u"“%1/no.json” cannot be read: "_qs.arg(dir.path())));
    }

    void cancellingLeavesNothing()
    {
        const QTemporaryDir dir;
        const Progress progress;
        progress.cancel();
        QVERIFY(!writeOpenLabel(madeUpScene({}), QDir(u"/data"_qs), {dir.filePath(u"set"_qs)}, progress));
        QCOMPARE(test::tree(dir.path()), QStringList());
    }
};

QTEST_GUILESS_MAIN(OpenLabelTest)
#include "tst_OpenLabel.moc"
