#include "tests/support/Scenes.h"

namespace lunkuo::test
{

Scene sceneOf(int frames, const QString& folder)
{
    Scene scene;
    scene.taxonomy = Taxonomy::load(QStringLiteral("lunkuo")).value();
    scene.sequences[{1}] = {{1}, QStringLiteral("街道"), folder};
    Calibration calibration;
    calibration.id = {1};
    calibration.sensorOrigin = Eigen::Vector3d(0, 0, 0);
    Camera camera;
    camera.name = QStringLiteral("image_2");
    camera.model.width_px = 1242;
    camera.model.height_px = 375;
    camera.model.projection << 721.5377, 0, 609.5593, 44.85728, 0, 721.5377, 172.854, 0.2163791, 0, 0, 1, 0.002745884;
    camera.camera_sensor.m.linear() << 0, -1, 0, 0, 0, -1, 1, 0, 0;
    calibration.cameras.push_back(camera);
    scene.calibrations[{1}] = calibration;
    for (int i = 0; i < frames; ++i) {
        Frame frame;
        frame.id = {i + 1};
        frame.sequence = {1};
        frame.index = i;
        frame.name = QStringLiteral("%1").arg(i, 6, 10, QLatin1Char('0'));
        frame.cloudPath = folder + QStringLiteral("/velodyne/%1.bin").arg(frame.name);
        frame.timestamp_ns = 1700000000000000000 + i * 100000000LL;
        frame.world_ego = Transform<WorldFrame, EgoFrame>{};
        frame.world_ego->m.translation().x() = i * 0.83;
        frame.calibration = {1};
        frame.isPoseEstimated = i == 1;
        scene.frames[frame.id] = frame;
    }
    return scene;
}

Track carTrack(TrackId id, int number)
{
    return {id, {1}, number, QStringLiteral("Car"), {{QStringLiteral("body_type"), QStringLiteral("suv")}}};
}

Shape carShape(ShapeId id, TrackId track, FrameId frame, double x)
{
    Shape shape;
    shape.id = id;
    shape.track = track;
    shape.frame = frame;
    shape.cuboid = Cuboid::fromYaw({x, 1.0 / 3.0, -0.9}, {4.2, 1.8, 1.55}, 0.1);
    Outline& outline = shape.outline.edit();
    outline.footprint = {{2.1, 0.9}, {-2.1, 0.9}, {-2.1, -0.9}, {2.1, -1.0 / 7.0}};
    outline.footprintProvenance = {Provenance::Seen, Provenance::Symmetry, Provenance::Prior, Provenance::Seen};
    outline.profile = {{2.1, -0.7}, {0, 0.7}, {-2.1, -0.7}};
    outline.vertices = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1.0 / 3.0}};
    outline.triangles = {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {0, 3, 2}};
    outline.provenance = {Provenance::Seen, Provenance::Prior, Provenance::Symmetry, Provenance::Seen};
    shape.attributes = {
        {QStringLiteral("occlusion"), QStringLiteral("1")}, {QStringLiteral("note"), QStringLiteral("车尾被挡")}};
    shape.origin = ShapeOrigin::Completed;
    shape.confidence = 0.1 + 0.2;
    shape.seeds = {{{x, 0.7, -0.4}, true}, {{x, 3.1, -0.4}, false}};
    shape.held = FaceSet(Face::Rear) | Face::Heading;
    return shape;
}

bool isSame(const Scene& a, const Scene& b)
{
    return a.taxonomy.toJson() == b.taxonomy.toJson() && a.sequences == b.sequences &&
           a.calibrations == b.calibrations && a.frames == b.frames && a.tracks == b.tracks && a.shapes == b.shapes &&
           a.verdicts == b.verdicts && a.waivers == b.waivers;
}

} // namespace lunkuo::test
