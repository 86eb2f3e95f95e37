#include "tests/support/AnnotatedDrive.h"

namespace lunkuo::test
{

namespace
{

/// Simulated once: a test program asks for it often.
const Drive& bareDrive()
{
    static const Drive drive(AnnotatedDrive::frames,
        {parkedAt(18.0, -4.8), drivingFrom(24.0, -1.75, 10.0), parkedAt(16.0, 4.9), parkedAt(26.0, 4.9)});
    return drive;
}

} // namespace

AnnotatedDrive::AnnotatedDrive()
    : drive(bareDrive())
    , scene(drive.scene)
{
    for (int frame = 0; frame < frames; ++frame)
        for (std::size_t car = 0; car < drive.truth.front().size(); ++car) {
            Shape shape = drive.annotate(car, frame, 1.0);
            shape.attributes[QStringLiteral("occlusion")] = QStringLiteral("0");
            shape.attributes[QStringLiteral("motion")] = QStringLiteral("parked");
            scene.shapes.insert(shape);
        }
}

CheckedFrameSource AnnotatedDrive::source() const
{
    return [load = drive.loader()](
               const Frame& frame, const std::optional<Eigen::Vector3d>&, const Progress&) { return load(frame); };
}

const Shape& AnnotatedDrive::shapeOf(std::size_t car, int frame) const
{
    return *scene.shapes.of(drive.trackId(car), drive.frameId(frame));
}

void AnnotatedDrive::change(std::size_t car, int frame, const std::function<void(Shape&)>& how)
{
    Shape shape = shapeOf(car, frame);
    how(shape);
    scene.shapes.insert(shape);
}

void AnnotatedDrive::changeAll(std::size_t car, const std::function<void(Shape&)>& how)
{
    for (int frame = 0; frame < frames; ++frame)
        change(car, frame, how);
}

void AnnotatedDrive::drop(std::size_t car, int frame)
{
    scene.shapes.erase(shapeOf(car, frame).id);
    if (scene.shapes.ofTrack(drive.trackId(car)).empty())
        scene.tracks.erase(drive.trackId(car));
}

TrackId AnnotatedDrive::addTwin(std::size_t car, int first, int last)
{
    Track twin = trackOf(car);
    twin.id = {scene.tracks.rbegin()->first.value + 1};
    twin.number = scene.nextTrackNumber(twin.sequence);
    scene.tracks.emplace(twin.id, twin);
    for (int frame = first; frame <= last; ++frame) {
        Shape shape = shapeOf(car, frame);
        shape.id = {scene.shapes.rbegin()->first.value + 1};
        shape.track = twin.id;
        scene.shapes.insert(shape);
    }
    return twin.id;
}

Findings AnnotatedDrive::check() const
{
    CheckedScene checked(scene);
    checked.run(source());
    return checked.findings();
}

void AnnotatedDrive::writeClouds(FileFolder& folder)
{
    for (auto& [id, frame] : scene.frames) {
        const PointCloud& cloud = *drive.loaded[static_cast<std::size_t>(frame.index)]->cloud;
        QByteArray bytes;
        for (std::size_t i = 0; i < cloud.size(); ++i)
            bytes += bytesOf<float>({cloud.xyz[3 * i], cloud.xyz[3 * i + 1], cloud.xyz[3 * i + 2], 0.5F});
        frame.cloudPath = folder.write(frame.name + QStringLiteral(".bin"), bytes);
    }
}

QString told(const Findings& findings, const Scene& scene)
{
    QStringList lines;
    for (const Finding& finding : findings) {
        QStringList words{QLatin1String(nameOf(finding.check).name)};
        if (finding.frame)
            words << scene.frames.at(*finding.frame).name.right(1);
        for (const auto& id : {finding.track, finding.other})
            if (id)
                words << QString::number(scene.tracks.at(*id).number);
        lines << words.join(u' ');
    }
    return lines.join(QStringLiteral("; "));
}

} // namespace lunkuo::test
