#include "model/sequence/ScanRegistration.h"

#include "model/cloud/CloudFormat.h"
#include "model/geometry/Angles.h"
#include "model/synth/SpinningLidar.h"
#include "tests/support/Support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lunkuo;
using namespace lunkuo::synth;

namespace
{

const std::vector<SimulatedFrame>& street()
{
    static const std::vector<SimulatedFrame> frames = [] {
        const StreetScene scene = StreetScene::street(3, 1.0);
        LidarOptions lidar;
        lidar.columns = 1000;
        lidar.beams = 32;
        std::vector<SimulatedFrame> result;
        for (int i = 0; i < 5; ++i)
            result.push_back(simulateFrame(scene, i, lidar));
        return result;
    }();
    return frames;
}

std::vector<double> times(std::size_t count)
{
    std::vector<double> result;
    for (std::size_t i = 0; i < count; ++i)
        result.push_back(0.1 * static_cast<double>(i));
    return result;
}

CloudPtr cloudOf(std::size_t i)
{
    return std::make_shared<const PointCloud>(street()[i].cloud);
}

struct Off
{
    double metres;
    double degrees;
};

Off offOf(const Eigen::Isometry3d& found, const Eigen::Isometry3d& truth)
{
    const Eigen::Isometry3d difference = truth.inverse() * found;
    return {difference.translation().norm(), degrees(Eigen::AngleAxisd(difference.rotation()).angle())};
}

void verifyNear(const EstimatedPoses& poses, const std::vector<Eigen::Isometry3d>& truth, double metres, double degrees)
{
    QCOMPARE(poses.world_sensor.size(), truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const Off off = offOf(poses.world_sensor[i], truth.front().inverse() * truth[i]);
        const QString text = QStringLiteral("frame %1: %2 m, %3 degrees").arg(i).arg(off.metres).arg(off.degrees);
        qInfo().noquote() << text;
        QVERIFY2(off.metres < metres && off.degrees < degrees, qPrintable(text));
    }
}

QString pictureOf(const ScanMotion& step)
{
    return QStringLiteral("%1 m, confidence %2: inliers %3, %4 m off, hold %5")
        .arg(step.first_second.translation().norm(), 0, 'f', 3)
        .arg(step.confidence, 0, 'f', 2)
        .arg(step.inliers, 0, 'f', 2)
        .arg(step.residual_m, 0, 'f', 3)
        .arg(step.hold, 0, 'f', 3);
}

CloudPtr real(const QString& path)
{
    auto cloud = readCloud(test::realData() + u'/' + path);
    return cloud ? std::make_shared<const PointCloud>(std::move(*cloud)) : nullptr;
}

} // namespace

class TestScanRegistration : public QObject
{
    Q_OBJECT
private slots:
    void findsTheWayThroughTheStreet()
    {
        const EstimatedPoses poses = estimatePoses(times(street().size()), cloudOf);
        std::vector<Eigen::Isometry3d> truth;
        for (const SimulatedFrame& frame : street())
            truth.push_back(frame.world_sensor.m);
        verifyNear(poses, truth, 0.10, 0.3);
        for (const ScanMotion& step : poses.steps)
            QVERIFY2(step.confidence > 0.5, qPrintable(pictureOf(step)));
        QVERIFY(std::abs(poses.way_m() - 3.2) < 0.1);
    }

    void aScanDoesNotMoveAgainstItself()
    {
        const ScanSurfaces scan(street()[0].cloud);
        const ScanMotion motion = registerScans(scan, scan, Eigen::Isometry3d::Identity());
        QVERIFY(offOf(motion.first_second, Eigen::Isometry3d::Identity()).metres < 0.005);
        QVERIFY2(motion.confidence > 0.8, qPrintable(pictureOf(motion)));
    }

    void mapCoordinatesChangeNothing()
    {
        PointCloud first = street()[0].cloud;
        PointCloud second = street()[1].cloud;
        const Eigen::Isometry3d before =
            registerScans(ScanSurfaces(first), ScanSurfaces(second), Eigen::Isometry3d::Identity()).first_second;
        const Eigen::Vector3d far(500000.0, 4000000.0, 0.0);
        first.offset = second.offset = far;
        const Eigen::Isometry3d map =
            registerScans(ScanSurfaces(first), ScanSurfaces(second), Eigen::Isometry3d::Identity()).first_second;
        const Eigen::Vector3d place(10.0, 5.0, 1.0);
        QVERIFY((map * (place + far) - far - before * place).norm() < 0.2);
    }

    void whatTellsNothingHasNoConfidence_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("no points") << 0;
        QTest::newRow("one point") << 1;
        QTest::newRow("a bare plain") << 2;
    }

    void whatTellsNothingHasNoConfidence()
    {
        QFETCH(int, kind);
        PointCloud cloud;
        if (kind == 1)
            cloud.xyz = {5.0F, 1.0F, 0.0F};
        for (int i = 0; kind == 2 && i < 40000; ++i) {
            const auto x = static_cast<float>(i % 200 - 100) * 0.3F;
            const auto y = static_cast<float>(i / 200 - 100) * 0.3F;
            cloud.xyz.insert(cloud.xyz.end(), {x, y, -1.73F});
        }
        Eigen::Isometry3d guess = Eigen::Isometry3d::Identity();
        guess.translation().x() = 0.8;
        const ScanMotion motion = registerScans(ScanSurfaces(cloud), ScanSurfaces(cloud), guess);
        QVERIFY(motion.confidence < 0.1);
        QVERIFY(motion.first_second.matrix().allFinite());
    }

    void framesThatCannotBeReadGoOnAsBefore()
    {
        const EstimatedPoses poses =
            estimatePoses(times(5), [](std::size_t i) { return i == 3 ? nullptr : cloudOf(i); });
        QCOMPARE(poses.world_sensor.size(), std::size_t(5));
        QCOMPARE(poses.steps[2].confidence, 0.0);
        const Eigen::Vector3d before = poses.steps[1].first_second.translation();
        QVERIFY((poses.steps[2].first_second.translation() - before).norm() < 1e-6);
        QVERIFY(estimatePoses({}, cloudOf).world_sensor.empty());
    }

    void stopsWhenAsked()
    {
        const Progress progress;
        progress.cancel();
        QVERIFY(estimatePoses(times(5), cloudOf, progress).world_sensor.size() < 5);
    }

    /// Five frames of PandaSet with its poses hidden. Its clouds are level, their poses x, y and heading.
    void agreesWithMeasuredPoses()
    {
        if (test::realData().isEmpty())
            QSKIP("the real frames are not here");
        QFile file(test::realData() + QStringLiteral("/pandaset_002/lidar_poses_world.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray json = QJsonDocument::fromJson(file.readAll()).array();
        std::vector<Eigen::Isometry3d> truth;
        for (int i = 44; i <= 48; ++i) {
            const QJsonObject p = json[i][u"position"].toObject();
            const QJsonObject h = json[i][u"heading"].toObject();
            const Eigen::Quaterniond heading(
                h[u"w"].toDouble(), h[u"x"].toDouble(), h[u"y"].toDouble(), h[u"z"].toDouble());
            const Eigen::Vector3d forward = heading * Eigen::Vector3d::UnitY();
            Eigen::Isometry3d pose = Eigen::Isometry3d::Identity();
            pose.linear() = Eigen::AngleAxisd(std::atan2(forward.y(), forward.x()), Eigen::Vector3d::UnitZ()).matrix();
            pose.translation() << p[u"x"].toDouble(), p[u"y"].toDouble(), p[u"z"].toDouble();
            truth.push_back(pose);
        }
        const auto load = [](std::size_t i) { return real(QStringLiteral("pandaset_002/lidar/%1.pcd").arg(44 + i)); };
        verifyNear(estimatePoses(times(5), load), truth, 0.10, 0.3);
    }

    /// A car that drives steadily: every step is as long as the others.
    void stepsOfARealDriveAgree()
    {
        if (test::realData().isEmpty())
            QSKIP("the real frames are not here");
        const auto load = [](std::size_t i) {
            const QString name = QStringLiteral("%1.bin").arg(i, 6, 10, QLatin1Char('0'));
            return i == 0 ? real(QStringLiteral("semantickitti_seq00/velodyne/") + name)
                          : real(QStringLiteral("semantickitti_seq00_scans/") + name);
        };
        const EstimatedPoses poses = estimatePoses(times(6), load);
        double shortest = 1e9;
        double longest = 0.0;
        for (const ScanMotion& step : poses.steps) {
            const double way = step.first_second.translation().norm();
            qInfo().noquote() << pictureOf(step);
            QVERIFY2(step.confidence > 0.5, qPrintable(pictureOf(step)));
            QVERIFY(step.first_second.translation().x() > 0.9 * way);
            shortest = std::min(shortest, way);
            longest = std::max(longest, way);
        }
        QVERIFY2(shortest > 0.5 && longest < 1.15 * shortest,
            qPrintable(QStringLiteral("%1 to %2 m").arg(shortest).arg(longest)));
    }
};

QTEST_GUILESS_MAIN(TestScanRegistration)
#include "tst_ScanRegistration.moc"
