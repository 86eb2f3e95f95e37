#include "model/formats/InstanceBox.h"
#include "model/formats/SemanticKitti.h"
#include "model/formats/SemanticLabels.h"
#include "model/geometry/Angles.h"
#include "model/scene/FrameFiles.h"
#include "model/scene/OpenData.h"
#include "tests/support/DatasetScenes.h"
#include "tests/support/DatasetTrees.h"

#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{
/// A frame with a truck, a pedestrian who stands in its box, and a class of one's own; four points and one without a
/// place.
Scene handMade(const QString& folder)
{
    Scene scene = madeUpScene({.frames = 1, .objects = 3, .outlines = false}, folder);
    scene.taxonomy = Taxonomy::load(u"lunkuo"_qs).value();
    const std::array classes{u"Truck"_qs, u"Pedestrian"_qs, u"Van"_qs};
    const std::array boxes{Cuboid::fromYaw({10, 0, 0}, {8, 3, 3}, 0), Cuboid::fromYaw({10, 0, 0}, {1, 1, 2}, 0),
        Cuboid::fromYaw({0, 10, 0}, {4, 2, 2}, 0)};
    for (std::size_t i = 0; i < 3; ++i) {
        Shape shape = scene.shapes.at({qint64(i) + 1});
        shape.cuboid = boxes[i];
        shape.attributes.clear();
        if (i == 0)
            shape.attributes[u"motion"_qs] = u"moving"_qs;
        scene.shapes.insert_or_assign(shape.id, shape);
        Track& track = scene.tracks.at(shape.track);
        track.classId = classes[i];
        track.number = i == 2 ? 70'000 : int(i) + 1;
        track.attributes.clear();
    }
    std::vector<float> rows;
    const float nan = std::nanf("");
    for (const auto& [x, y] : {std::pair(7.F, 1.F), {nan, 0.F}, {10.F, 0.F}, {0.F, 10.F}, {50.F, 0.F}})
        rows.insert(rows.end(), {x, y, 0.F, 0.5F});
    QByteArray bytes(qsizetype(4 * rows.size()), '\0');
    qToLittleEndian<float>(rows.data(), qsizetype(rows.size()), bytes.data());
    writeText(scene.frames.at({1}).cloudPath, bytes);
    return scene;
}

QByteArray whole(const QString& path)
{
    return readWhole(path).value_or(QByteArray());
}
} // namespace

class SemanticKittiTest : public QObject
{
    Q_OBJECT
private slots:
    /// One label a row, that without a place too; the smallest box has the point.
    void pointsAreOfTheSmallestBox()
    {
        const QTemporaryDir dir;
        const auto report =
            writeSemanticKitti(handMade(dir.filePath(u"data"_qs)), QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY2(report, report ? "" : qPrintable(report.error().sentence));
        const auto labels = readSemanticLabels(dir.filePath(u"set/sequences/00/labels/000000.label"_qs));
        QVERIFY(labels);
        const std::vector<SemanticLabel> expected{{258, 1}, {0, 0}, {30, 2}, {260, 3}, {0, 0}};
        QVERIFY(*labels == expected);
        QCOMPARE(
            whole(dir.filePath(u"set/sequences/00/labels/000000.label"_qs)).left(4), QByteArray("\x02\x01\x01\0", 4));
        QVERIFY2(report->notHeld.filter(u"up to 65535: 1."_qs).size() == 1 &&
                     report->notHeld.filter(u"Van (260)"_qs).size() == 1,
            qPrintable(report->notHeld.join(u'\n')));
    }

    /// Road and plants stay what the dataset said; what it took for an object is what the boxes say.
    void surroundingsKeepTheirLabels()
    {
        const QTemporaryDir dir;
        Scene scene = handMade(dir.filePath(u"data"_qs));
        const QString cloud = scene.frames.at({1}).cloudPath;
        QCOMPARE(QFileInfo(cloud).dir().dirName(), u"velodyne"_qs);
        const std::vector<SemanticLabel> given{{40, 0}, {0, 0}, {10, 5}, {70, 0}, {70, 0}};
        QVERIFY(QDir().mkpath(dir.filePath(u"data/labels"_qs)));
        const QString beside = dir.filePath(u"data/labels/%1.label"_qs).arg(QFileInfo(cloud).completeBaseName());
        writeText(beside, formatSemanticLabels(given));
        const auto labels = [&](const QString& to) {
            const auto report = writeSemanticKitti(scene, QDir(dir.path()), {dir.filePath(to)}, {});
            return report ? readSemanticLabels(dir.filePath(to + u"/sequences/00/labels/000000.label"_qs))
                          : tl::unexpected(report.error());
        };
        QVERIFY(
            labels(u"one"_qs).value() == (std::vector<SemanticLabel>{{258, 1}, {0, 0}, {30, 2}, {260, 3}, {70, 0}}));
        scene.shapes.erase(ShapeId{2});
        scene.shapes.erase(ShapeId{3});
        QVERIFY(
            labels(u"two"_qs).value() == (std::vector<SemanticLabel>{{258, 1}, {0, 0}, {258, 1}, {70, 0}, {70, 0}}));
        // Of another scan: not taken.
        writeText(beside, formatSemanticLabels(std::vector<SemanticLabel>(4, {70, 0})));
        QCOMPARE(labels(u"three"_qs)->back(), SemanticLabel());
    }

    void ownClassesAreInTheConfiguration()
    {
        const QTemporaryDir dir;
        QVERIFY(
            writeSemanticKitti(handMade(dir.filePath(u"data"_qs)), QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const QByteArray yaml = whole(dir.filePath(u"set/semantic-kitti.yaml"_qs));
        const auto names = semanticNames(yaml);
        QCOMPARE(names.at(10), u"car"_qs);
        QCOMPARE(names.at(252), u"moving-car"_qs);
        QCOMPARE(names.at(260), u"Van"_qs);
        QVERIFY(
            yaml.contains("learning_map:\n  0: 0\n") && yaml.contains("  258: 4\n") && yaml.contains("  260: 20\n"));
        QVERIFY(yaml.contains("  10: [245, 150, 100]\n")); // blue, green, red
        QVERIFY(yaml.contains("split:\n  train:\n    - 0\n  valid: []\n  test: []\n"));
    }

    void namesWithQuotesComeBack()
    {
        SemanticIds ids;
        QCOMPARE(ids.of(u"a \"b\" \\c"_qs, false), std::uint16_t(260));
        QCOMPARE(semanticNames(ids.yaml({})).at(260), u"a \"b\" \\c"_qs);
    }

    /// The simulator's street goes out as labels; what comes back are boxes round the same points.
    void instancesComeBackRoundTheirPoints()
    {
        const QTemporaryDir dir;
        const Scene& truth = SampleDrive::instance().truth();
        QVERIFY(writeSemanticKitti(truth, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const auto data = openData(dir.filePath(u"set"_qs), truth.taxonomy);
        QVERIFY2(data, data ? "" : qPrintable(data.error().sentence));
        QCOMPARE(data->scene.frames.size(), truth.frames.size());
        expectSameMotion(truth, data->scene, {1});
        int compared = 0;
        for (const auto& [id, shape] : data->scene.shapes) {
            const Track& track = *data->scene.trackOf(shape);
            const auto named = [&](const auto& entry) { return entry.second.number == track.number; };
            const auto given = std::find_if(truth.tracks.begin(), truth.tracks.end(), named);
            QVERIFY(given != truth.tracks.end());
            QCOMPARE(track.classId, given->second.classId);
            const Shape* whole = truth.shapes.of(given->first, shape.frame);
            QVERIFY(whole);
            QVERIFY(whole->cuboid.contains(shape.cuboid.center, 0.01));
            ++compared;
        }
        QVERIFY(compared > 3);
    }

    void posesAreTheCameras()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 2, .objects = 1}, dir.filePath(u"data"_qs));
        Camera& camera = scene.calibrations.at({1}).cameras.front();
        camera.camera_sensor.m.matrix() << 0, -1, 0, 0, 0, 0, -1, 0, 1, 0, 0, 0.5, 0, 0, 0, 1;
        scene.frames.at({1}).world_ego->m.setIdentity();
        scene.frames.at({1}).world_ego->m.translation() = Eigen::Vector3d(5, 5, 5);
        scene.frames.at({2}).world_ego->m.setIdentity();
        scene.frames.at({2}).world_ego->m.translation() = Eigen::Vector3d(7, 4, 5);
        QVERIFY(writeSemanticKitti(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {}));
        const auto poses = readPoses(dir.filePath(u"set/sequences/00/poses.txt"_qs));
        QVERIFY(poses);
        QVERIFY(poses->at(0).isApprox(Eigen::Isometry3d::Identity(), 1e-12));
        // 2 m ahead and 1 m to the right: the camera's z and x.
        QVERIFY(poses->at(1).translation().isApprox(Eigen::Vector3d(1, 0, 2), 1e-12));
        QCOMPARE(whole(dir.filePath(u"set/sequences/00/times.txt"_qs)), QByteArray("0.000000\n0.100000\n"));
    }

    void boxesRoundPoints_data()
    {
        QTest::addColumn<double>("yaw");
        for (const double degree : {0.0, 17.0, 45.0, 89.0, 135.0})
            QTest::addRow("%g degrees", degree) << radians(degree);
    }
    void boxesRoundPoints()
    {
        QFETCH(double, yaw);
        const Cuboid car = Cuboid::fromYaw({12, -3, -0.9}, {4.2, 1.8, 1.5}, yaw);
        const auto corners = car.corners();
        const auto box = boxRound({corners.begin(), corners.end()});
        QVERIFY(box);
        QVERIFY((box->center - car.center).norm() < 1e-9 && (box->size - car.size).norm() < 1e-9);
        QVERIFY(std::abs(std::sin(box->yaw() - yaw)) < 1e-9);
    }

    void pointsThatSpanNothingStillMakeABox()
    {
        QVERIFY(!boxRound({{1, 1, 1}, {2, 2, 2}}));
        const auto line = boxRound({{1, 0, 0}, {2, 0, 0}, {3, 0, 0}, {4, 0, 0}, {5, 0, 0}});
        QVERIFY(!line || line->isValid());
        const auto dot = boxRound(std::vector<Eigen::Vector3d>(7, Eigen::Vector3d(1, 2, 3)));
        QVERIFY(!dot || dot->isValid());
    }

    void framesWithoutAPoseOrATimeStandWithTheOthers()
    {
        const QTemporaryDir dir;
        Scene scene = madeUpScene({.frames = 3, .objects = 1, .camera = false}, dir.filePath(u"data"_qs));
        scene.frames.at({1}).world_ego.reset();
        scene.frames.at({2}).timestamp_ns.reset();
        scene.frames.at({3}).world_ego->m = scene.frames.at({2}).world_ego->m * Eigen::Translation3d(1, 0, 0);
        const auto report = writeSemanticKitti(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        const QList<QByteArray> poses = whole(dir.filePath(u"set/sequences/00/poses.txt"_qs)).split('\n');
        for (const auto& [line, x] : {std::pair(0, 0.0), {1, 0.0}, {2, 1.0}})
            QVERIFY2(std::abs(poses[line].split(' ')[3].toDouble() - x) < 1e-9, poses[line].constData());
        QCOMPARE(whole(dir.filePath(u"set/sequences/00/times.txt"_qs)), QByteArray("0.000000\n0.100000\n0.200000\n"));
        QVERIFY(report->notHeld.join(u'\n').contains(u"all were put 0.1 s apart: 3."_qs));
    }

    void whatIsLostIsNamed()
    {
        const QTemporaryDir dir;
        Scene scene = handMade(dir.filePath(u"data"_qs));
        Shape away = scene.shapes.at({2});
        away.cuboid.center.x() = 200;
        scene.shapes.insert_or_assign(away.id, away);
        writeText(dir.filePath(u"data/labels/000007.label"_qs), QByteArray(4, '\0'));
        const auto report = writeSemanticKitti(scene, QDir(dir.path()), {dir.filePath(u"set"_qs)}, {});
        QVERIFY(report);
        const QString sentences = report->notHeld.join(u'\n');
        QVERIFY2(sentences.contains(u"which are lost: 1 (Pedestrian 2 in 000007)."_qs), qPrintable(sentences));
        QVERIFY2(sentences.contains(u"another number of points, left out: 1 files."_qs), qPrintable(sentences));
    }
};

QTEST_GUILESS_MAIN(SemanticKittiTest)
#include "tst_SemanticKitti.moc"
