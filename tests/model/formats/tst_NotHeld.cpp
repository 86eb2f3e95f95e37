#include "model/cloud/CloudFormat.h"
#include "model/formats/NotHeld.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace lunkuo;
using test::madeUpScene;

namespace
{
/// Two frames of two objects with all that a format could lose: outlines, attributes, tilt, poses, times, a box of each
/// derivation, a second camera behind a bent lens, and points with a ring and a time.
Scene richScene(const QString& folder)
{
    Scene scene = madeUpScene({.frames = 2, .objects = 2, .tilt = 0.3}, folder);
    Calibration& calibration = scene.calibrations.at({1});
    Camera side = calibration.cameras.front();
    side.name = u"side"_qs;
    side.camera_sensor.m.translation().x() += 1.0;
    side.model.lens = Lens(Lens::Kind::BrownConrady, {-0.3, 0.1});
    calibration.cameras.push_back(side);
    for (auto& [id, frame] : scene.frames) {
        FrameImage image = frame.images.front();
        image.camera = side.name;
        frame.images.push_back(image);
        PointCloud cloud;
        cloud.xyz = {1, 2, 3, 4, 5, 6};
        cloud.fields = {{u"reflectivity"_qs, PointArray<float>{0.5F, 0.25F}},
            {u"ring"_qs, PointArray<std::uint16_t>{1, 2}}, {u"time"_qs, PointArray<float>{0.0F, 0.1F}}};
        frame.cloudPath = u"%1/%2.pcd"_qs.arg(folder, frame.name);
        if (const auto written = writeCloud(cloud, frame.cloudPath); !written)
            QTest::qFail(qPrintable(written.error().sentence), __FILE__, __LINE__);
    }
    for (const auto& [id, derivation] : {std::pair{1, Derivation::Interpolated}, {2, Derivation::Propagated}}) {
        Shape shape = scene.shapes.at({id});
        shape.derivation = derivation;
        scene.shapes.insert_or_assign({id}, shape);
    }
    return scene;
}

/// The number that a sentence ends with; 0 where nobody says it.
int numberIn(const QStringList& said, const QString& words)
{
    const QStringList found = said.filter(words);
    return found.isEmpty() ? 0 : QRegularExpression(u"(\\d+)\\.$"_qs).match(found[0]).captured(1).toInt();
}

/// When the second frame was taken and where it stood, as from the first one or altogether.
void compareMoments(const Scene& back, const Scene& scene, const QStringList& said)
{
    const auto of = [](const Scene& any) {
        const auto order = any.frameOrder();
        return std::pair{any.frames.at(order.at(0)), any.frames.at(order.at(1))};
    };
    const auto [first, second] = of(scene);
    const auto [firstBack, secondBack] = of(back);
    const bool keepsTimes = said.filter(u"Times of frames"_qs).isEmpty();
    QCOMPARE(secondBack.timestamp_ns.has_value(), keepsTimes);
    if (keepsTimes) {
        const bool isShifted = !said.filter(u"Times count from the first frame"_qs).isEmpty();
        const qint64 shift_ns = *firstBack.timestamp_ns - *first.timestamp_ns;
        QCOMPARE(std::abs(shift_ns) > 1000, isShifted);
        QVERIFY(std::abs(*secondBack.timestamp_ns - *second.timestamp_ns - shift_ns) < 2000);
    }
    const bool keepsPoses = said.filter(u"Poses of the vehicle"_qs).isEmpty();
    QCOMPARE(secondBack.world_ego.has_value(), keepsPoses);
    if (keepsPoses) {
        const bool isShifted = !said.filter(u"Poses count from the first frame"_qs).isEmpty();
        QCOMPARE((firstBack.world_ego->m.translation() - first.world_ego->m.translation()).norm() > 0.01, isShifted);
        const auto step = [](const Frame& a, const Frame& b) { return a.world_ego->m.inverse() * b.world_ego->m; };
        const Eigen::Isometry3d expected = step(first, second);
        QVERIFY((step(firstBack, secondBack).inverse() * expected).isApprox(Eigen::Isometry3d::Identity(), 1e-3));
    }
}

void comparePictures(const Scene& back, const Scene& scene, const QStringList& said)
{
    const auto of = [](const Scene& any) {
        std::size_t pictures = 0;
        for (const auto& [id, frame] : any.frames)
            pictures += frame.images.size();
        return static_cast<int>(pictures);
    };
    QCOMPARE(of(back), of(scene) - numberIn(said, u"Pictures that do not go along"_qs) -
                           numberIn(said, u"Pictures of cameras whose place is not known"_qs));
}

/// Every camera that is not said to be lost shows a point where one of the scene's shows it, and is as bent.
void compareCameras(const Scene& back, const Scene& scene, const QStringList& said)
{
    const auto of = [](const Scene& any) {
        return any.calibrations.at(any.frames.at(any.frameOrder().front()).calibration).cameras;
    };
    const auto pixel = [](const Camera& camera) -> Eigen::Vector2d {
        const Eigen::Vector3d place = camera.camera_sensor.m * Eigen::Vector3d(20, 3, -1);
        return (camera.model.projection * place.homogeneous()).hnormalized();
    };
    const auto originals = of(scene);
    const auto cameras = of(back);
    QCOMPARE(static_cast<int>(cameras.size()),
        static_cast<int>(originals.size()) - numberIn(said, u"Cameras whose place and projection"_qs));
    int bent = 0;
    for (const Camera& camera : cameras) {
        bent += camera.model.lens.kind() == Lens::Kind::Pinhole ? 0 : 1;
        QVERIFY(std::any_of(originals.begin(), originals.end(),
            [&](const Camera& known) { return (pixel(known) - pixel(camera)).norm() < 0.5; }));
    }
    const bool isSideThere = cameras.size() == originals.size();
    QCOMPARE(bent, isSideThere && said.filter(u"whose lens"_qs).isEmpty() ? 1 : 0);
}
} // namespace

class NotHeldTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Scene m_scene;

    [[nodiscard]] QStringList lost(const FormatHolds& holds, const ExportOptions& options = {}) const
    {
        return lossesOf(holds, m_scene, options, QDir(m_dir.path()), {});
    }

private slots:
    void initTestCase() { m_scene = richScene(m_dir.path()); }

    void nothingHeldIsAllNamedWithCounts()
    {
        ExportOptions options;
        options.splits = {{{1}, Split::Train}, {{2}, Split::Val}};
        QCOMPARE(lost({}, options),
            (QStringList{u"The format has no tracks: which boxes belong to one object is lost."_qs,
                u"Outlines that the format has no place for: 4."_qs,
                u"Attribute values that the format has no place for: 16."_qs,
                u"Boxes that lost their roll and pitch: 4."_qs,
                u"Interpolated boxes, which the format does not tell from those that a person made: 1."_qs,
                u"Boxes that were carried over from other frames, which the format does not tell from those that a person made: 1."_qs,
                u"What each frame is for (training, validation, test) has no place in the format: 2 frames."_qs,
                u"Poses of the vehicle that the format has no place for: 2."_qs,
                u"Times of frames that the format has no place for: 2."_qs, u"Clouds that do not go along: 2."_qs,
                u"Pictures that do not go along: 4."_qs,
                u"Cameras whose place and projection the format cannot say: 2."_qs}));
    }

    void everythingHeldIsNoLoss()
    {
        const FormatHolds all{.tilt = true,
            .tracks = true,
            .numbers = true,
            .outlines = true,
            .poses = true,
            .keyFrames = true,
            .carried = true,
            .splits = true,
            .attributes = true,
            .clouds = CloudsHeld::AllFields,
            .pictures = CamerasHeld::All,
            .calibration = CamerasHeld::All,
            .lenses = true,
            .times = true};
        QCOMPARE(lost(all), QStringList());
        QVERIFY2(lossesOf(datasetFormat(u"openlabel"_qs)->holds, m_scene, {}, QDir(m_dir.path()), {}).isEmpty(),
            "OpenLABEL holds all of it");
    }

    void valuesOfPointsAreNamed_data()
    {
        QTest::addColumn<int>("clouds");
        QTest::addColumn<QString>("said");
        QTest::newRow("intensity") << int(CloudsHeld::Intensity)
                                   << u"no place for: ring (2 clouds), time (2 clouds)."_qs;
        QTest::newRow("ring too") << int(CloudsHeld::IntensityAndRing) << u"no place for: time (2 clouds)."_qs;
    }
    void valuesOfPointsAreNamed()
    {
        QFETCH(int, clouds);
        QFETCH(QString, said);
        const QStringList found = lost({.clouds = CloudsHeld(clouds)}).filter(u"Values of points"_qs);
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].endsWith(said), qPrintable(found[0]));
    }

    void aCloudThatCannotBeReadSaysNothing()
    {
        Scene scene = m_scene;
        scene.frames.at({1}).cloudPath = m_dir.filePath(u"gone.pcd"_qs);
        const QStringList found = lossesOf({.clouds = CloudsHeld::Intensity}, scene, {}, QDir(m_dir.path()), {});
        QVERIFY(found.filter(u"Values of points"_qs).isEmpty());
    }

    void cloudsAreLookedAtInADozenSequencesAtMost()
    {
        Scene scene = m_scene;
        scene.frames.clear();
        for (int i = 1; i <= 30; ++i) {
            scene.sequences[{i}] = {{i}, u"street %1"_qs.arg(i), {}};
            Frame frame = m_scene.frames.at({1});
            frame.id = {i};
            frame.sequence = {i};
            scene.frames[{i}] = frame;
        }
        int looks = 0;
        const Progress counted([&looks](int, int total) { looks += total == 12 ? 1 : 0; });
        const FormatHolds holds{.clouds = CloudsHeld::Intensity};
        const QStringList found = lossesOf(holds, scene, {}, QDir(m_dir.path()), counted);
        QCOMPARE(looks, 12);
        QVERIFY2(found.filter(u"Values of points"_qs)[0].contains(u"ring (12 clouds)"_qs), qPrintable(found[0]));
        QVERIFY(found.filter(u"Further sequences"_qs)[0].endsWith(u": 18."_qs));
        // Where the name says that there is nothing to lose nobody has to look.
        Scene plain = scene;
        for (auto& [id, frame] : plain.frames)
            frame.cloudPath = u"gone.bin"_qs;
        QCOMPARE(lossesOf(holds, plain, {}, QDir(m_dir.path()), counted).filter(u"equences"_qs), QStringList());
        QCOMPARE(looks, 12);
        const Progress cancelled;
        cancelled.cancel();
        QVERIFY(lossesOf(holds, scene, {}, QDir(m_dir.path()), cancelled).filter(u"Values of points"_qs).isEmpty());
    }

    void picturesOfUncalibratedCamerasAreNamedWhereTheyStay()
    {
        Scene scene = m_scene;
        for (auto& [id, frame] : scene.frames)
            frame.images.push_back({u"back"_qs, frame.images.front().path});
        const auto said = [&](const FormatHolds& holds) {
            return lossesOf(holds, scene, {}, QDir(m_dir.path()), {}).filter(u"whose place is not known"_qs);
        };
        QCOMPARE(said({.pictures = CamerasHeld::All}), QStringList());
        QCOMPARE(said({.pictures = CamerasHeld::All, .uncalibratedPictures = false}),
            QStringList(u"Pictures of cameras whose place is not known, which the format leaves out: 2."_qs));
        for (const char16_t* id : {u"mmdet3d", u"nuscenes", u"coco"})
            QCOMPARE(said(datasetFormat(QString::fromUtf16(id))->holds).size(), 1);
    }

    void whatIsSaidOfSensorDataIsSoWhenItIsOpenedAgain_data()
    {
        QTest::addColumn<QString>("id");
        // Those of which openData() finds more than clouds, and two of those of which it does not.
        for (const char* id : {"kitti", "kitti-tracking", "kitti-raw", "semantickitti", "nuscenes", "sustechpoints",
                 "cvat-kitti-raw", "openpcdet", "labelcloud"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void whatIsSaidOfSensorDataIsSoWhenItIsOpenedAgain()
    {
        QFETCH(QString, id);
        Scene scene = m_scene;
        for (auto& [frameId, frame] : scene.frames)
            frame.images.push_back({u"back"_qs, frame.images.front().path}); // of a camera that is not calibrated
        const QTemporaryDir dir;
        const DatasetFormat& format = *datasetFormat(id);
        const auto report = format.write(scene, QDir(m_dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto opened = openData(dir.filePath(u"set"_qs), scene.taxonomy);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().sentence));
        const QStringList said = lossesOf(format.holds, scene, {}, QDir(m_dir.path()), {});
        QCOMPARE(opened->scene.frames.size(), scene.frames.size());
        compareMoments(opened->scene, scene, said);
        comparePictures(opened->scene, scene, said);
        compareCameras(opened->scene, scene, said);
    }

    void oneCameraIsTheOneThatKittiTakes()
    {
        const QStringList found = lost({.pictures = CamerasHeld::One, .calibration = CamerasHeld::One});
        QVERIFY(found.contains(u"Pictures that do not go along: 2."_qs));
        QVERIFY(found.contains(u"Cameras whose place and projection the format cannot say: 1."_qs));
        QVERIFY2(found.filter(u"lens"_qs).isEmpty(), "the bent one stays at home");
    }

    void bentLensesOfPicturesThatGoAlongAreCounted()
    {
        const FormatHolds holds{.pictures = CamerasHeld::All, .calibration = CamerasHeld::All};
        QCOMPARE(lost(holds).filter(u"whose lens bends straight lines"_qs).size(), 1);
        QVERIFY(lost(holds).filter(u"lens"_qs)[0].endsWith(u": 2."_qs));
    }

    void onlySomeValuesOfAnAttributeMayHaveAPlace()
    {
        // Occlusion is 1 in the first frame and 2 in the second.
        QCOMPARE(lost({.attributeIds = {u"occlusion"_qs}}).filter(u"Attribute"_qs)[0].right(4), u" 12."_qs);
        QCOMPARE(
            lost({.attributeIds = {u"occlusion"_qs}, .attributeValues = {u"1"_qs}}).filter(u"Attribute"_qs)[0].right(4),
            u" 14."_qs);
    }

    void everyFormatSaysEachLossOnce_data()
    {
        QTest::addColumn<QString>("id");
        for (const DatasetFormat& format : datasetFormats())
            QTest::newRow(qPrintable(format.id)) << format.id;
    }
    void everyFormatSaysEachLossOnce()
    {
        QFETCH(QString, id);
        const FormatHolds& holds = datasetFormat(id)->holds;
        const QStringList found = lost(holds);
        const auto says = [&](const QString& words, bool isLost) {
            QVERIFY2(found.filter(words).size() == (isLost ? 1 : 0), qPrintable(words + u" / "_qs + found.join(u'\n')));
        };
        says(u"Poses of"_qs, !holds.poses);
        says(u"Times of"_qs, !holds.times);
        says(u"Interpolated boxes"_qs, !holds.keyFrames);
        says(u"carried over"_qs, !holds.carried);
        says(u"Clouds that do not"_qs, holds.clouds == CloudsHeld::None);
        says(u"time (2 clouds)"_qs,
            holds.clouds == CloudsHeld::Intensity || holds.clouds == CloudsHeld::IntensityAndRing);
        says(u"Pictures that do not"_qs, holds.pictures != CamerasHeld::All);
        says(u"Cameras whose"_qs, holds.calibration != CamerasHeld::All);
        says(u"whose lens"_qs,
            holds.pictures == CamerasHeld::All && holds.calibration == CamerasHeld::All && !holds.lenses);
    }
};

QTEST_GUILESS_MAIN(NotHeldTest)
#include "tst_NotHeld.moc"
