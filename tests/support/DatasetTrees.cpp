#include "tests/support/DatasetTrees.h"

#include "model/formats/OpenLabel.h"
#include "model/geometry/Angles.h"
#include "model/scene/OpenData.h"
#include "model/synth/SampleWriter.h"

#include <QTemporaryDir>
#include <QTest>

namespace lunkuo::test
{

namespace
{
constexpr double earthRadius_m = 6378137.0;
constexpr double latitude_deg = 49.011;
constexpr double longitude_deg = 8.416;

const Frame* frameNamed(const Scene& scene, SequenceId sequence, const QString& name)
{
    for (const FrameId id : scene.framesOf(sequence))
        if (scene.frames.at(id).name == name)
            return &scene.frames.at(id);
    return nullptr;
}
} // namespace

const SampleDrive& SampleDrive::instance()
{
    static const SampleDrive drive;
    return drive;
}

SampleDrive::SampleDrive()
{
    static const QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("sample"));
    const auto written = synth::writeSample(folder, {frames, 1, 16});
    const auto taxonomy = Taxonomy::load(QStringLiteral("lunkuo"));
    auto opened = openData(folder, *taxonomy);
    if (!written || !opened)
        qFatal("The sample could not be made.");
    m_truth = std::move(opened->scene);
    m_truth.tracks.clear();
    m_truth.shapes.clear();
    const auto exact = readOpenLabel(m_truth, QDir(folder), folder + QStringLiteral("/truth.json"), {});
    for (const Track& track : exact->tracks)
        m_truth.tracks.emplace(track.id, track);
    for (const Shape& shape : exact->shapes)
        if (shape.attributes.at(QStringLiteral("points")).toDouble() >= 5)
            m_truth.shapes.insert(shape);
}

QByteArray oxtsLine(const Eigen::Isometry3d& world_imu)
{
    const double scale_m = std::cos(radians(latitude_deg)) * earthRadius_m;
    const double east = scale_m * radians(longitude_deg) + world_imu.translation().x();
    const double north = scale_m * std::log(std::tan(radians(90.0 + latitude_deg) / 2.0)) + world_imu.translation().y();
    const Eigen::Matrix3d r = world_imu.linear();
    const std::array<double, 6> numbers{degrees(2.0 * std::atan(std::exp(north / scale_m))) - 90.0,
        degrees(east / scale_m), world_imu.translation().z(), std::atan2(r(2, 1), r(2, 2)), -std::asin(r(2, 0)),
        std::atan2(r(1, 0), r(0, 0))};
    QByteArray line;
    for (const double number : numbers)
        line += QByteArray::number(number, 'g', 17) + ' ';
    return line + "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 4 10 4 4 6\n";
}

QByteArray kittiRow(const QByteArray& name, const Eigen::Ref<const Eigen::MatrixXd>& matrix)
{
    QByteArray row = name;
    for (Eigen::Index i = 0; i < matrix.rows(); ++i)
        for (Eigen::Index j = 0; j < matrix.cols(); ++j)
            row += ' ' + QByteArray::number(matrix(i, j), 'g', 17);
    return row + '\n';
}

void place(const QString& from, const QString& to)
{
    QDir().mkpath(QFileInfo(to).absolutePath());
    QVERIFY2(QFile::copy(from, to), qPrintable(from + QStringLiteral(" -> ") + to));
}

void expectSameObjects(const Scene& expected, const Scene& found, SequenceId sequence)
{
    int compared = 0;
    for (const auto& [id, shape] : expected.shapes) {
        const Frame* frame = frameNamed(found, sequence, expected.frames.at(shape.frame).name);
        if (!frame)
            continue;
        const Track& track = *expected.trackOf(shape);
        const Shape* other = nullptr;
        for (const ShapeId candidate : found.shapesOf(frame->id))
            if (found.trackOf(found.shapes.at(candidate))->number == track.number)
                other = &found.shapes.at(candidate);
        QVERIFY2(other, qPrintable(QStringLiteral("%1 %2").arg(track.classId).arg(track.number)));
        QCOMPARE(found.trackOf(*other)->classId, track.classId);
        QVERIFY2((other->cuboid.center - shape.cuboid.center).norm() < 1e-3,
            qPrintable(QStringLiteral("%1 %2 in frame %3: %4 m off")
                           .arg(track.classId)
                           .arg(track.number)
                           .arg(frame->name)
                           .arg((other->cuboid.center - shape.cuboid.center).norm())));
        QVERIFY((other->cuboid.size - shape.cuboid.size).norm() < 1e-3);
        QVERIFY(std::abs(wrapAngle(other->cuboid.yaw() - shape.cuboid.yaw())) < radians(0.01));
        ++compared;
    }
    QVERIFY(compared > 3);
    int there = 0;
    for (const auto& [id, shape] : found.shapes)
        there += found.frames.at(shape.frame).sequence == sequence ? 1 : 0;
    QCOMPARE(there, compared);
}

void expectSameMotion(const Scene& expected, const Scene& found, SequenceId sequence)
{
    const std::vector<FrameId> frames = found.framesOf(sequence);
    QVERIFY(frames.size() > 1);
    const auto poses = [&](FrameId id) {
        const Frame& frame = found.frames.at(id);
        const Frame* other = frameNamed(expected, {1}, frame.name);
        return std::pair(frame.world_ego.value().m, other->world_ego.value().m);
    };
    const auto [firstFound, firstExpected] = poses(frames.front());
    for (const FrameId id : frames) {
        const auto [world_found, world_expected] = poses(id);
        const Eigen::Isometry3d difference =
            (firstExpected.inverse() * world_expected).inverse() * (firstFound.inverse() * world_found);
        QVERIFY(difference.translation().norm() < 1e-3);
        QVERIFY(Eigen::AngleAxisd(difference.linear()).angle() < radians(0.01));
    }
}

} // namespace lunkuo::test
